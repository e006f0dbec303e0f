"""An empty store: every page stands, and says where to begin."""

import pytest
from desk_tools import open_page, texts, well

from pages._shared.menu import ENTRIES

#: Pages that are themselves the beginning, or need no data.
BEGINNINGS = {"unggah", "mulai", "pengaturan", "cadangan", "metode", "masuk"}


@pytest.mark.parametrize("page", [entry.file for entry in ENTRIES])
def test_every_page_of_an_empty_store_says_where_to_begin(store, page):
    app = well(open_page(page))
    assert page in BEGINNINGS or 'href="unggah"' in texts(app)

"""Tables of a page as an Excel file, built only when the button is pressed."""

from __future__ import annotations

import pandas as pd

from lokmin_data.meeting.deck import Meta
from lokmin_data.wording import date_text
from pages._shared.session import Scope, file_names, store_of

FILES_NAMED = 12


def meta_of(at: Scope) -> Meta:
    """Whose numbers these are and how fresh: for the head of every document.

    Asked where a button is pressed, outside the script: what the browser looks at is known from the scope alone there.
    """
    store = store_of(at.example)
    reports = store.reports(at.puskesmas_id)
    stored = reports["stored_at"].dropna()
    return Meta(
        puskesmas=at.puskesmas, year=at.year, month=at.month, kecamatan=at.kecamatan, kabupaten=at.kabupaten,
        data_date=date_text(max(stored)) if len(stored) else "", files=tuple(file_names(at).values())[:FILES_NAMED],
        contoh=at.example, logo=store.logo(at.puskesmas_id),
    )  # fmt: skip


def excel_of(at: Scope, tables: dict[str, pd.DataFrame], what: str) -> bytes:
    """The tables as sheets; Puskesmas, data date and source stand on each."""
    from lokmin_data.export.xlsx import Sheet, table_xlsx

    sheets = [
        Sheet(name, table, percent=frozenset(head for head in table.columns if "%" in str(head)), note=what)
        for name, table in tables.items()
    ]  # fmt: skip
    return table_xlsx(sheets, meta_of(at))

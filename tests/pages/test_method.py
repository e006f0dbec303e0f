"""Every chart leads to the explanation of its numbers, and the page 'Cara menghitung' shows it without a network."""

from __future__ import annotations

import ast
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import fictional
import pytest
import streamlit as st
from desk_tools import ROOT, open_page, texts, well

from lokmin_data.store import open_store
from pages._shared.method import SECTION_KEY, sections

#: Page -> what its address adds, so that every kind of chart is met.
WALK = [
    ("ringkasan", {}), ("imunisasi", {}), ("stunting", {}), ("spm_program_lain", {}), ("spm_program_lain", {"bagian": "Penyakit menular"}),
    ("peringkat", {}), ("profil", {}), ("kualitas_data", {}),
]  # fmt: skip
LINK = re.compile(r'href="(metode\?[^"]+)"')


@pytest.fixture(scope="module", autouse=True)
def looking(tmp_path_factory):
    """The pages look at one store with the fictional Puskesmas; nothing here writes."""
    folder = tmp_path_factory.mktemp("metode")
    store = open_store(f"sqlite:///{folder / 'lokmin.sqlite'}")
    fictional.fill(store)
    store.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOKMIN_DATA_DIR", str(folder))
        patch.delenv("LOKMIN_DATABASE_URL", raising=False)
        st.cache_resource.clear()
        yield
    st.cache_resource.clear()


def asked(address: str) -> str:
    return parse_qs(urlparse(unescape(address)).query)[SECTION_KEY][0]


@pytest.mark.parametrize(("name", "query"), WALK, ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else value)
def test_every_chart_of_the_page_links_to_a_section_that_exists(name, query):
    app = well(open_page(name, **query))
    lines = [one.value for one in app.get("html") if "Cara menghitung:" in str(getattr(one, "value", ""))]
    assert len(lines) >= max(1, len(app.get("plotly_chart")))
    assert {asked(address) for line in lines for address in LINK.findall(line)} <= set(sections())


def test_no_chart_is_drawn_without_its_link():
    """Charts are drawn in two places only, and both draw the link below."""
    calls = {}
    for path in sorted((ROOT / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and "plotly_chart" in ast.unparse(node):
                calls[node.name] = ast.unparse(node).count("plotly_chart("), ast.unparse(node).count("method_link(")
    assert {name: drawn for name, (drawn, _) in calls.items()} == {"show_chart": 1, "draw_map": 1}
    assert all(linked for _, linked in calls.values())


def test_sections_named_in_the_pages_exist():
    named = set()
    for path in sorted((ROOT / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                named |= {word for key in node.keywords if key.arg == "how" for word in strings(key.value)}
                named |= {word for arg in node.args for word in strings(arg)} if ast.unparse(node.func).endswith("method_link") else set()
    assert named and named <= set(sections())


def strings(node: ast.expr) -> set[str]:
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


@pytest.mark.parametrize("section", ["Skor", "Drop-out, RED, zero dose, UCI"])
def test_the_page_shows_the_section_asked_for(section):
    app = well(open_page("metode", **{SECTION_KEY: section}))
    assert f"Cara menghitung: {section}" in texts(app)
    assert sections()[section] in [one.value for one in app.markdown]


def test_sections_are_those_of_the_document():
    page = (Path(ROOT) / "docs" / "metode.md").read_text(encoding="utf-8")
    assert list(sections()) == [head for head in re.findall(r"^## (.+)$", page, flags=re.M) if head != "Daftar isi"]

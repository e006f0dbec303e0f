"""Names made to be markup, formulas or formulas of mathematics: on every page, in every chart and file they stay names."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator

import pytest
import streamlit as st
from desk_tools import open_page, reading, well
from fictional import fill
from openpyxl import load_workbook

from lokmin_data.model import Indicator, Target
from lokmin_data.store import open_store
from pages._shared.menu import ENTRIES

SCRIPT = "<img src=x onerror=alert(1)>"
MARKDOWN = "**tebal** [klik](http://x) $E=1$ :red[a] `k`"
#: What a spreadsheet would calculate, and what a page would run.
DESA = (
    f"=1+1 {SCRIPT}", f"@SUM(A1) {MARKDOWN}", "+62 Jaya", "-Minus", "|pipa|", "Desa ' \" & ;", "../../keluar", "{0} %s \\n",
    "<a href='http://x'>tautan</a>", "Mekarsari", "Pasirjati", "Sukamaju",
)  # fmt: skip
NAME = f"=2+2 {SCRIPT} {MARKDOWN}"
RAW_HTML = re.compile(r"<(img|a) (src=x|href='http://x')")
RAW_MARKDOWN = re.compile(r"(?<!\\)\*\*tebal|(?<!\\)\[klik\](?!\\)\(http|(?<!\\)\$E=1|(?<!\\):red\[(?!\\)a|(?<!\\)`k")
#: Elements whose text Streamlit shows as it is, and fields that are no text for a reader.
PLAIN_ELEMENTS = ("bidi_component", "arrow_data_frame", "dataframe", "text", "code", "plotly_chart")
PLAIN_FIELDS = ("id", "user_key", "query_param_key", "form_id", "spec", "config", "data", "raw_value", "default", "value", "alt", "placeholder")
PLAIN_OPTIONS = ("selectbox", "multiselect")
#: Pages without the name of a Puskesmas, desa, file or person beside the pickers.
NAMELESS = ("cadangan", "metode", "masuk")
PARTS = {
    "spm_program_lain": ("bagian", ("SPM", "Penyakit menular", "Sanitasi", "PHBS", "Klaster ILP")),
    "agenda": ("bagian_agenda", ("Agenda", "Hadir", "Notulen", "Dokumen")),
    "pengaturan": ("bagian_pengaturan", ("Identitas & kop", "Aturan", "Indikator sendiri", "Yang diingat", "Peta", "Akun", "Pindah & salin")),
}  # fmt: skip
#: Pages of an indicator that the Puskesmas named itself.
OWN = [
    ("spm_program_lain", {"bagian": "PHBS", "phbs": f"point {NAME}"}), ("spm_program_lain", {"bagian": "PHBS", "phbs": f"month {NAME}"}),
    ("peringkat", {"peringkat": f"point {NAME}"}), ("profil", {"desa": DESA[0]}),
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Iterator[object]:
    """A Puskesmas, its desa, files, people and plans with such names."""
    patch = pytest.MonkeyPatch()
    patch.setenv("LOKMIN_DATA_DIR", str(tmp_path_factory.mktemp("jahat")))
    patch.delenv("LOKMIN_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    opened = open_store()
    fill(opened, name=NAME, desa=DESA)
    fill(opened, name="Puskesmas Lain", desa=DESA[9:], seed=3)
    opened.create_account("kepala@x", "kata-sandi-kepala", roles={0: "pengelola"}, who=NAME, full_name=NAME)
    plan = {"kegiatan": NAME, "masalah": NAME, "penanggung_jawab": NAME, "bukti": f"\t=1+1 {NAME}", "desa": NAME, "indicator": "idl", "sasaran": NAME}
    for lokmin in ("2026-03", "2026-06"):
        months = {"baseline_x": 3, "baseline_n": 90, "baseline_year": 2026, "baseline_month": 3, "selesai": "2026-04-30"}
        opened.save_rtl({"puskesmas_id": 1, "lokmin": lokmin, "desa_ids": [1, 2], **plan, **months}, who=NAME)
    opened.save_document(1, "notulen", "2026-06", {"teks": NAME}, 0, NAME)
    opened.save_document(1, "hadir", "2026-06", {"orang": [{"nama": NAME, "instansi": NAME, "jabatan": NAME}]}, 0, NAME)
    opened.add_alias(1, NAME, 3, NAME)
    fix = {"sheet": NAME, "cell": "C3", "expected": NAME, "value": 4, "why": NAME, "by": NAME, "at": NAME}
    opened.save_memory(1, "bentuk", {"columns": {NAME: NAME}, "corrections": [fix, {**fix, "sha256": NAME}]}, NAME)
    own = {"programme": "phbs", "numerator": NAME, "denominator": NAME, "population": "", "direction": "up", "plain": NAME, "note": NAME}
    for code, kind in (("sendiri_titik", "point"), ("sendiri_bulan", "month")):
        opened.save_indicator(1, Indicator(code=code, label=f"{kind} {NAME}", kind=kind, **own), NAME)
        opened.save_report(reading(DESA, indicator=code, months=(5, 6), name=f"{NAME} {code}.xlsx", sha=code), 1, who=NAME)
    opened.save_targets(1, [Target("sendiri_titik", 2026, 80.0, NAME, "A", True)], NAME)
    yield opened
    opened.close()
    st.cache_resource.clear()
    patch.undo()


def addresses() -> list[tuple[str, dict[str, str]]]:
    """Every page of the menu, and its parts."""
    found = []
    for entry in ENTRIES:
        key, parts = PARTS.get(entry.file, ("", ("",)))
        found += [(entry.file, {key: part} if part else {}) for part in parts]
    return found + OWN


def texts_of(message: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a message that goes to the browser, with its field."""
    for field, value in message.ListFields():  # type: ignore[attr-defined]
        values = value if field.is_repeated else [value]
        if field.type == field.TYPE_MESSAGE:
            for inner in values if not hasattr(value, "keys") else []:
                yield from texts_of(inner, field.name)
        elif field.type == field.TYPE_STRING:
            yield from ((field.name, text) for text in values)


def shown(app) -> Iterator[tuple[str, str, str]]:
    """(kind of element, field, text) of everything on the page."""
    for node in app._tree:
        if getattr(node, "proto", None) is not None:
            yield from ((node.type, field, text) for field, text in texts_of(node.proto))


def is_markdown(kind: str, field: str) -> bool:
    """True where Streamlit reads the text as Markdown."""
    return kind not in (*PLAIN_ELEMENTS, "html") and field not in PLAIN_FIELDS and not (field == "options" and kind in PLAIN_OPTIONS)


@pytest.mark.parametrize(("screen", "query"), addresses(), ids=lambda value: value if isinstance(value, str) else "-".join(value.values()))
def test_names_stay_names_on_every_page(store, screen, query, monkeypatch):
    if screen == "masuk":
        monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    app = well(open_page(screen, puskesmas=NAME, **query))
    assert screen != "spm_program_lain" or "phbs" not in query or app.selectbox[0].value.startswith("sendiri_"), "another indicator is shown"
    every = list(shown(app))
    bad = [(kind, field, text[:300]) for kind, field, text in every if kind == "html" and RAW_HTML.search(text)]
    bad += [(kind, field, text[:300]) for kind, field, text in every if is_markdown(kind, field) and RAW_MARKDOWN.search(text)]
    bad += [("plotly", field, text[:300]) for kind, field, text in every if kind == "plotly_chart" and field == "spec" and in_chart(text)]
    assert bad == []
    assert any("img src=x" in text for _, _, text in every) or screen in NAMELESS, "the names are not on this page"


def in_chart(spec: str) -> list[str]:
    """Texts of a figure that Plotly would take as markup."""
    def walk(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for inner in value.values():
                yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)
        elif isinstance(value, str):
            yield value

    return [text for text in walk(json.loads(spec)) if RAW_HTML.search(text)]


def test_the_search_finds_what_it_looks_for():
    assert RAW_HTML.search(SCRIPT) and RAW_MARKDOWN.search(MARKDOWN) and in_chart(json.dumps({"data": [{"text": [f"a {SCRIPT}"]}]}))
    for part in ("**tebal**", "[klik](http://x)", "$E=1$", ":red[a]", "`k`"):
        assert RAW_MARKDOWN.search(part), part
    from pages._shared.plain import plain

    assert not RAW_MARKDOWN.search(plain(MARKDOWN))


def members(data: bytes, name: str = "") -> Iterator[tuple[str, bytes]]:
    """The documents of an archive of documents."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for inner in archive.namelist():
            assert not inner.startswith("/") and ".." not in inner.split("/"), inner
            yield inner, archive.read(inner)


def test_no_formula_and_no_markup_in_the_documents(store):
    well(open_page("agenda", puskesmas=NAME, bagian_agenda="Dokumen"))  # a script has run: the makers need no more
    from pages._shared import meeting_documents as documents
    from pages._shared.meeting_data import load_meeting
    from pages._shared.session import Scope

    at = Scope(1, NAME, NAME, "Contoh", 2026, 6, store.data_version(1), False)
    package = documents.gather(load_meeting(at, "tribulanan"))
    made = {f"{name}.{kind}": make for name, (kind, make) in documents.makers(package).items() if kind != "pdf"}
    letters = dict(members(documents.letters_archive(package)))
    assert letters and {name.rsplit(".", 1)[-1] for name in made} == {"pptx", "docx", "xlsx"}
    for name, data in [*((name, make()) for name, make in made.items()), *letters.items()]:
        if name.endswith(".xlsx"):
            for sheet in load_workbook(io.BytesIO(data)).worksheets:
                formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
                assert formulas == [], (name, sheet.title)
                assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink], name
        if name.endswith((".pptx", ".docx")):
            with zipfile.ZipFile(io.BytesIO(data)) as package_:
                for part in package_.namelist():
                    text = package_.read(part)
                    assert b"<img src=x" not in text and b'"http://x"' not in text, (name, part)

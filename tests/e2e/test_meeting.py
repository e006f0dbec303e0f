"""A whole meeting on the example: agenda, presentation by keys, notulen through a crash, RTL, documents, the next lokmin."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pandas as pd
import pytest
from playwright.sync_api import expect

from alat import server_uji as servers
from lokmin_data import wording
from lokmin_data.analysis import assess, assess_all, rank_desa
from lokmin_data.example import add_reports, example_reports
from lokmin_data.meeting import evidence
from lokmin_data.meeting.agenda import Agenda, agenda_from_dict
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.deck import Meta, build_slides
from lokmin_data.meeting.followup import follow_up
from lokmin_data.meeting.paging import Canvas, screen
from lokmin_data.store import Store, load_panel
from pages._shared.slide_html import slide_html
from tests.e2e.accessible import violations
from tests.e2e.aids import EXAMPLE_FILE, put_example, start_again, store_at, until
from tests.e2e.deck_look import faults, hard_decks
from tests.e2e.driver import App
from tests.e2e.papers import docx_text, pdf_text, pptx_text, xlsx_text

#: The room for a slide in ems, as the presentation measures it.
SHAPE = """() => {
  const em = Math.max(28, Math.min(innerWidth * 0.0205, innerHeight * 0.0365)), tenths = px => Math.floor(px / em * 10) / 10
  return [tenths(innerWidth * 0.948), tenths(innerHeight - 54)]
}"""
WEAK = "Sumber Rejeki Makmur Sentosa Timur"
PLAN = "Kunjungan rumah bayi yang belum lengkap"
#: LOKMIN_UJI_PANJANG=1 draws the hardest meetings on every screen.
LONG = os.environ.get("LOKMIN_UJI_PANJANG") == "1"
SIZES = ((1024, 768), (1366, 768), (1920, 1080))
LATER = "data=contoh&tahun=2026&bulan=September"
HERE = "data=contoh&tahun=2026&bulan=Juni"
KEY = "2026-06"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this module's server."""
    return tmp_path_factory.mktemp("rapat")


@pytest.fixture(scope="module")
def meeting_server(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """A server on the filled example."""
    running = servers.start(home, data=put_example(home / "data", tmp_path_factory))
    yield running
    running.stop()
    assert "Traceback" not in running.log, running.log


@pytest.fixture
def desk(page: object, meeting_server: servers.Server) -> Iterator[App]:
    """A tab on it."""
    tab = App(page, meeting_server.url)  # type: ignore[arg-type]
    yield tab
    assert tab.outside == []


@pytest.fixture
def store(meeting_server: servers.Server) -> Iterator[Store]:
    """The example store beside the server."""
    opened = store_at(meeting_server, EXAMPLE_FILE)
    yield opened
    opened.close()


def idl_of_weak(store: Store, month: int) -> pd.Series:
    """The numbers of IDL of the weakest desa, straight from the analysis."""
    found = assess(load_panel(store, 1, 2026, month, codes=["idl"]), "idl", 2026, month).desa
    return found.loc[found["desa"] == WEAK].iloc[0]


def saved_agenda(store: Store) -> Agenda:
    return agenda_from_dict(agenda_of(store))


def example_decks(store: Store) -> Callable[[Canvas], list[str]]:
    """Gives the example's slides, cut for a canvas, as the presentation draws them."""
    panel = load_panel(store, 1, 2026, 6)
    found = {code: one for code, one in assess_all(panel, 2026, 6).items() if one.desa["cumulative"].notna().any()}
    ranking, rtl = rank_desa(found, panel.settings), store.rtl(1)
    follow = follow_up(rtl.query("lokmin < @KEY"), panel, 2026, 6, assessments=found)
    agenda = build_agenda(found, ranking, None, puskesmas=panel.puskesmas, year=2026, month=6, follow=follow)
    meta = Meta(panel.puskesmas, 2026, 6, "Sukamaju Raya", "Nusa Lestari", data_date="22 November 2026", contoh=True)

    def draw(canvas: Canvas) -> list[str]:
        slides = build_slides(agenda, found, ranking, meta, follow=follow, rtl=rtl, canvas=canvas)
        return [slide_html(slide, canvas) for slide in slides]

    return draw


def agenda_of(store: Store) -> dict:
    return store.load_document(1, "agenda", KEY)[0].get("agenda", {})


def fill(app: App, label: str, text: str) -> None:
    """Type into a field and leave it."""
    field = app.settled().page.get_by_label(label, exact=True).first
    field.fill(text)
    field.press("Tab")
    app.settled()


def counter(app: App) -> tuple[int, int]:
    """Number of the slide and of all slides, as the bar shows them."""
    now, _, last = app.page.locator(".count").inner_text().partition("/")
    return int(now), int(last)


def test_agenda_is_edited_and_kept(desk: App, store: Store) -> None:
    desk.open(f"agenda?{HERE}")
    desk.page.get_by_text("Tambah acara sendiri").click()
    fill(desk, "Acara", "Sambutan tokoh adat")
    desk.press("Tambahkan acara")
    expect(desk.page.get_by_text("Jumlah menit", exact=False).first).to_be_visible()
    desk.press("Bagi ulang menjadi 120 menit")
    expect(desk.page.get_by_text("120 dari 120")).to_be_visible()
    problem = next(item for item in agenda_of(store)["items"] if item["kind"] == "masalah")
    desk.open(f"agenda?{HERE}")
    drawer = desk.page.locator("[data-testid=stExpander]", has=desk.page.get_by_text(problem["title"], exact=True))
    drawer.locator("summary").click()
    cause = next(text for texts in problem["causes"].values() for text in texts)
    drawer.get_by_text(cause, exact=True).first.click()
    until(lambda: any(item["ticked"] for item in agenda_of(store)["items"]))
    kept = agenda_of(store)
    assert [item["title"] for item in kept["items"] if item["kind"] == "sendiri"] == ["Sambutan tokoh adat"]
    assert sum(item["minutes"] for item in kept["items"]) == 120
    assert [item["ticked"] for item in kept["items"] if item["key"] == problem["key"]] == [[cause]]
    desk.open(f"agenda?{HERE}")
    expect(desk.page.locator("h1").first).to_contain_text("120 menit")


def open_deck(app: App, size: tuple[int, int], slide: int = 1) -> App:
    """Open the presentation in a window of that size and wait until its slides are cut for it."""
    app.resize(size).open(f"presentasi?{HERE}&tayang=1&salindia={slide}")
    cut_for_screen(app)
    return app


def cut_for_screen(app: App) -> Canvas:
    """Wait until the slides are cut for the window as it is; the canvas."""
    width, height = app.page.evaluate(SHAPE)
    expect(app.page.locator(".bar")).to_have_attribute("data-shape", f"{width:g}x{height:g}")
    app.settled()
    return screen(width, height)


def test_slides_are_whole_at_every_size_and_led_by_keys_alone(desk: App, store: Store) -> None:
    open_deck(desk, SIZES[0])
    example = example_decks(store)
    press, count = desk.page.keyboard.press, desk.page.locator(".count")
    for size in SIZES:
        canvas = cut_for_screen(desk.resize(size))
        now, last = counter(desk)
        assert last >= 30 and (now == 1 or size != SIZES[0])
        press("Home")
        for keys, number in ((["PageDown"], 2), (["PageUp"], 1), (["End", "ArrowLeft"], last - 1)):
            for key in keys:
                press(key)
            expect(count).to_have_text(f"{number} / {last}")
        shown = desk.page.locator(".jump option").nth(last - 2).text_content().partition(". ")[2]  # type: ignore[union-attr]
        expect(desk.page.locator(".lt h1")).to_have_text(shown)
        hard = hard_decks(canvas) if LONG or size == SIZES[0] else []  # the smallest screen is the hardest
        assert faults(desk.settled().page, [*example(canvas), *hard]) == [], size
    desk.page.wait_for_url(re.compile(f"salindia={last - 1}(&|$)"))
    cut_for_screen(desk.reload())
    expect(count).to_have_text(f"{last - 1} / {last}")
    expect(desk.page.locator(".lt h1")).to_have_text(shown)
    assert not desk.page.locator("[data-testid=stSidebar]").is_visible() and not desk.too_wide()
    assert violations(desk) == []
    press("Escape")
    expect(desk.page.get_by_role("button", name="Mulai presentasi")).to_be_visible()


def test_a_desa_is_opened_from_a_slide_and_back_returns_to_it(desk: App) -> None:
    open_deck(desk, SIZES[1])
    place = next(
        n
        for n, text in enumerate(desk.page.locator(".jump option").all_text_contents())
        if "Status setiap desa" in text
    )
    desk.page.locator(".jump").select_option(str(place))
    expect(desk.page.locator(".lt h1")).to_contain_text("Status setiap desa")
    desk.page.locator(".lt a.buka", has_text=WEAK).first.click()
    expect(desk.page.locator("h1").first).to_contain_text(WEAK)
    desk.settled().page.go_back()
    expect(desk.page.locator(".lt h1")).to_contain_text("Status setiap desa")


def test_notulen_survives_a_kill_in_the_middle(
    desk: App, meeting_server: servers.Server, home: Path, store: Store
) -> None:
    open_deck(desk, SIZES[1], 3).page.keyboard.press("n")
    box = desk.page.locator("textarea").first
    box.wait_for()
    desk.settled()
    box.press_sequentially("Camat membuka rapat. ")
    expect(desk.page.locator(".status").first).to_contain_text("Tersimpan pukul")
    box.press_sequentially("Kades Banyu Urip menyanggupi ambulans.")
    start_again(meeting_server, home)
    box.press_sequentially(" Dicatat saat server mati.")
    expected = "Camat membuka rapat. Kades Banyu Urip menyanggupi ambulans. Dicatat saat server mati."
    until(lambda: store.load_document(1, "notulen", KEY)[0].get("teks") == expected)
    desk.open(f"agenda?{HERE}&bagian_agenda=Notulen")
    expect(desk.page.locator("textarea").first).to_have_value(expected)


def plan(desk: App) -> None:
    """Put an activity for the weakest desa into the plan."""
    desk.open(f"rtl?{HERE}").page.get_by_text("RTL lokmin ini", exact=True).first.click()
    activity = desk.settled().page.get_by_role("textbox", name="Kegiatan", exact=True)
    activity.fill(PLAN)
    activity.press("Tab")
    desk.choose("Desa (kosong berarti seluruh desa)", WEAK).page.keyboard.press("Escape")
    desk.choose("Indikator yang diukur", "Imunisasi dasar / bayi lengkap (IDL)")
    fill(desk, "Penanggung jawab (satu nama)", "Bidan desa")
    desk.press("Simpan kegiatan ini")
    expect(desk.page.get_by_text("Kegiatan disimpan", exact=False).first).to_be_visible()


def test_a_plan_is_bound_to_desa_and_indicator(desk: App, store: Store) -> None:
    plan(desk)
    row = store.rtl(1).query("lokmin == @KEY").iloc[0]
    truth = idl_of_weak(store, 6)
    assert (row["indicator"], row["baseline_x"], row["baseline_n"]) == ("idl", truth["cumulative"], truth["sasaran"])
    assert row["target_value"] > truth["percent"]


def test_documents_hold_the_numbers_of_the_screen(desk: App, store: Store, tmp_path: Path) -> None:
    desk.open(f"agenda?{HERE}&bagian_agenda=Dokumen")
    texts = {
        name: read(desk.download(name, tmp_path / "unduhan").read_bytes())
        for name, read in (
            ("Materi (PPTX)", pptx_text), ("Agenda (DOCX)", docx_text), ("Notulen (DOCX)", docx_text), ("RTL (XLSX)", xlsx_text),
            ("Profil semua desa (PDF)", pdf_text),
        )
    }  # fmt: skip
    desk.open(f"imunisasi?{HERE}&imunisasi={quote('Imunisasi dasar / bayi lengkap (IDL)')}")
    weak = idl_of_weak(store, 6)
    number = f"{wording.number(weak['cumulative'])}/{wording.number(weak['sasaran'])}"
    expect(desk.page.locator("[data-testid=stMain]")).to_contain_text(number)
    assert number in texts["Profil semua desa (PDF)"]
    assert {str(int(weak["cumulative"])), str(int(weak["sasaran"]))} <= set(texts["RTL (XLSX)"].split("\n"))
    panel = load_panel(store, 1, 2026, 6, codes=[item.indicator for item in saved_agenda(store).problems()])
    for item in saved_agenda(store).problems():
        one = assess(panel, item.indicator, 2026, 6)
        for row in [one.puskesmas, *one.desa.to_dict("records")]:
            assert evidence.fraction(row) in texts["Materi (PPTX)"], (item.indicator, row.get("desa"))
        assert evidence.fraction(one.puskesmas) in texts["Agenda (DOCX)"], item.indicator
    written = store.load_document(1, "notulen", KEY)[0].get("teks", "")
    assert written in texts["Notulen (DOCX)"]


def test_next_lokmin_opens_with_what_became_of_it(desk: App, store: Store) -> None:
    if PLAN not in set(store.rtl(1)["kegiatan"]):
        plan(desk)  # tried a second time, the module begins anew on a fresh store
    add_reports(store, 1, example_reports(later=True))
    desk.open(f"rtl?{LATER}")
    table = desk.page.locator(".lm-tl")
    row = table.locator("tr", has_text=PLAN)
    for month in (6, 9):
        found = idl_of_weak(store, month)
        expect(row).to_contain_text(f"{wording.number(found['cumulative'])}/{wording.number(found['sasaran'])}")
    expect(table.locator("tr", has_text="Mobil desa mengantar ibu hamil").first).to_contain_text(
        re.compile(r"lewat \d+ hari")
    )
    expect(desk.page.get_by_text(re.compile(r"\d+ kegiatan lewat waktu")).first).to_be_visible()
    expect(table.locator(".hasil").nth(4)).to_be_attached()
    assert not desk.too_wide()
    desk.open(f"presentasi?{LATER}&tayang=1&salindia=1")
    expect(desk.page.locator(".jump")).to_contain_text("Kesepakatan lalu:")
    titles = [text.partition(". ")[2] for text in desk.page.locator(".jump option").all_text_contents()]
    assert next(title for title in titles[1:] if not title.startswith("Agenda:")).startswith("Kesepakatan lalu:")

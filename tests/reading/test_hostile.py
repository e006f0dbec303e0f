"""Files made to break a reader: each is refused with a message that helps, or read; none takes the process down."""

from __future__ import annotations

import os
import random
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest
from packages import ODS_TAIL, ods_of, rows_xml, table, xlsx_of, zipped

from lokmin_data.reading.opening import openers
from lokmin_data.reading.opening.book import expand_archive, open_book
from lokmin_data.reading.opening.cannot_open import CannotOpen
from lokmin_data.reading.opening.limits import DEFAULT_LIMITS
from lokmin_data.reading.opening.refusal import Refused

SECONDS = 30
MEGABYTES = 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
LAST = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
GOOD = xlsx_of(rows_xml(CELL))


def prefixed(xml: str) -> str:
    """The same worksheet with namespace prefixes on every tag."""
    for tag in ("worksheet", "sheetData", "row", "c", "v"):
        xml = xml.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>").replace(f"</{tag}>", f"</x:{tag}>")
    return xml.replace("xmlns=", "xmlns:x=")


def lying_zip() -> bytes:
    """A package whose directory says 100 bytes for a part that unpacks to 50 MB."""
    data = bytearray(xlsx_of(b" " * 50_000_000))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", data, place + 24, 100)
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def ods_repeated(rows: int, columns: int) -> bytes:
    return ods_of(
        f'<table:table table:name="A"><table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
        f'table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/></table:table-row></table:table>'
    )


def merging(ranges: str) -> str:
    """A worksheet with these merged ranges."""
    return rows_xml(CELL).replace("</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>")


DOCTYPE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REFUSED = {
    "corner": (xlsx_of(rows_xml(CELL, LAST)), "XFD1048576"),
    "corner-prefixed": (xlsx_of(prefixed(rows_xml(CELL, LAST))), "XFD1048576"),
    "corner-unsorted": (xlsx_of(rows_xml('<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1"><v>1</v></c></row>')), "rusak"),
    "stray-blank": (xlsx_of(rows_xml(CELL, '<row r="1048576"><c r="AN1048576" t="str"><v> </v></c></row>')), "Ctrl\\+End"),
    "no-places-wide": (xlsx_of(rows_xml("<row>" + "<c><v>1</v></c>" * 20_000 + "</row>")), "terlalu jauh"),
    "place-beyond": (xlsx_of(rows_xml('<row r="1"><c r="ZZZ9999999"><v>1</v></c></row>')), "terlalu jauh"),
    "entity": (xlsx_of(DOCTYPE + rows_xml('<row r="1"><c r="A1"><v>&x;</v></c></row>')), "DOCTYPE"),
    "entity-ods": (zipped({"content.xml": DOCTYPE + ODS_TAIL}), "DOCTYPE"),
    "bomb": (xlsx_of(b" " * 250_000_000), "terlalu besar"),
    "lying-sizes": (lying_zip(), "rusak"),
    "ratio": (xlsx_of(b" " * 60_000_000), "kali lipat"),
    "many-parts": (zipped({f"xl/{n}.xml": "" for n in range(4000)}), "bagian"),
    "truncated": (GOOD[: len(GOOD) // 2], "rusak"),
    "bytes-flipped": (GOOD[:300] + b"\xff" * 40 + GOOD[340:], "rusak"),
    "empty": (b"", "kosong"),
    "only-nul": (b"\0" * 999, "kosong"),
    "only-blanks": (b" \r\n ", "kosong"),
    "nul-in-text": (b"a;b\n1;\x002\n", "bukan teks"),
    "random": (random.Random(1).randbytes(5000), "bukan"),
    "pdf": (b"%PDF-1.4 laporan", "PDF"),
    "word": (zipped({"word/document.xml": "<a/>"}), "Word"),
    "zip-in-name": (zipped({"laporan.xlsx": GOOD}), "arsip ZIP"),
    "ole-empty": (OLE + b"\0" * 504, "rusak"),
    "ole-zeros": (OLE + b"\0" * 5000, "rusak"),
    "ole-nonsense": (OLE + b"\0" * 2000 + "Workbook".encode("utf-16-le") + b"\xff" * 3000, "rusak"),
    "ole-encrypted": (OLE + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500, "kata sandinya"),
    "csv-one-row": (b"," * 3_000_000, "terlalu jauh"),
    "csv-columns": (b"1," * 20_000 + b"\n", "terlalu jauh"),
    "csv-rows": (b"1;2\n" * 1_100_000, "terlalu jauh"),
    "too-many-bytes": (b"a;b\n" * 9_000_000, "terlalu besar"),
    "html-spans": (b"<table>" + b"<tr><td rowspan=1000 colspan=1000>x" * 1000, "terlalu"),
    "ods-repeated": (ods_repeated(1_048_576, 16_384), "terlalu jauh"),
    "xml-index": (
        b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        b'<Worksheet ss:Name="a"><Table><Row ss:Index="9999999"><Cell/></Row></Table></Worksheet></Workbook>', "terlalu jauh"),
    "xml-entity": (b'<!DOCTYPE a [<!ENTITY b "c">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "DOCTYPE"),
}  # fmt: skip
READ = {
    "16384-columns": xlsx_of(rows_xml('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>')),
    "million-empty-rows": xlsx_of(rows_xml(CELL, *(f'<row r="{n}"/>' for n in range(2, 300_000)))),
    "million-styled-rows": xlsx_of(rows_xml(CELL, *(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(2, 200_000)))),
    "merge-of-everything": xlsx_of(merging('<mergeCell ref="A1:XFD1048576"/>')),
    "many-merges": xlsx_of(merging('<mergeCell ref="A1:B1"/>' * 50_000)),
    "package-inside": xlsx_of(rows_xml(CELL), {"xl/embeddings/a.zip": GOOD}),
    "html-deep": b"<html><table><tr><td>" + b"<div>" * 100_000 + b"x",
    "html-nested": b"<table><tr><td>" * 2000,
    "html-wide-span": b"<html><table><tr><td colspan=99999 rowspan=99999>a</td></tr></table>",
    "one-long-line": b"a" * 2_000_000,
}  # fmt: skip


def peak_megabytes(work) -> float:
    """The most memory that this process gained and its children had while the work ran, sampled."""
    me, peak, done = psutil.Process(), 0.0, threading.Event()
    before = me.memory_info().rss

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.02):
            used = me.memory_info().rss - before
            for child in me.children():
                try:
                    used += child.memory_info().rss
                except psutil.Error:
                    continue
            peak = max(peak, used / 2**20)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        work()
    finally:
        done.set()
        watcher.join()
    return peak


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_message_that_helps(name: str) -> None:
    data, said = REFUSED[name]
    started = time.monotonic()

    def work() -> None:
        with pytest.raises(Refused, match=said) as refusal:
            open_book(data, f"{name}.xlsx")
        assert refusal.value.problem.fix.split()[0] in str(refusal.value)

    assert peak_megabytes(work) < MEGABYTES
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize("name", READ)
def test_read_safely(name: str) -> None:
    started = time.monotonic()
    books = []
    assert peak_megabytes(lambda: books.append(open_book(READ[name], name))) < MEGABYTES
    assert time.monotonic() - started < SECONDS
    assert books[0].sheets


def halted() -> openers.Opener:
    """An opening process that does not work on, whatever it is asked."""
    found = openers.opener()
    os.killpg(found._process.pid, signal.SIGSTOP)
    return found


@pytest.mark.skipif(not openers.FORKS, reason="this system cannot halt a process")
def test_a_parser_that_does_not_end_is_stopped() -> None:
    endless = halted()
    openers._IDLE.append(endless)
    with pytest.raises(Refused, match="tidak selesai dibaca"):
        open_book(table([["Desa"], ["Sukamaju"]]), "a.xlsx", limits=DEFAULT_LIMITS._replace(seconds=0.5))
    assert not endless.lives


@pytest.mark.skipif(not openers.FORKS, reason="this system starts a process for each file")
def test_a_parser_that_dies_loses_its_own_file_only() -> None:
    """The opening process waits for the next file; one killed at work refuses its file, the next is read by a new one."""
    good = table([["Desa"], ["Sukamaju"]])
    first, again = open_book(good, "a.xlsx"), open_book(good, "a.xlsx")
    assert first.sheets == again.sheets
    dying = halted()
    dying.ask(good, "a.xlsx", DEFAULT_LIMITS)
    os.killpg(dying._process.pid, signal.SIGKILL)
    with pytest.raises(CannotOpen, match="berkas-rusak"):
        list(dying.answer(DEFAULT_LIMITS))
    assert not dying.lives
    assert open_book(good, "a.xlsx").sheets == first.sheets


def test_one_that_died_while_it_waited_is_not_asked() -> None:
    open_book(table([["Desa"], ["Sukamaju"]]), "a.xlsx")
    for waiting in openers._IDLE:
        waiting._process.kill()
        waiting._process.wait()
    assert open_book(table([["Desa"], ["Sukamaju"]]), "a.xlsx").sheets


def test_a_parser_without_memory_is_refused_not_fatal() -> None:
    poor = DEFAULT_LIMITS._replace(memory_bytes=60 << 20)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="CZ{n}"><v>1</v></c></row>' for n in range(1, 30_000))
    with pytest.raises(Refused):
        open_book(xlsx_of(rows_xml(rows)), "a.xlsx", limits=poor)


def test_a_process_that_takes_memory_is_ended_also_where_no_cap_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """An opening process as on a system without limits: it answers nothing and takes more and more."""
    greedy = "import time; taken = [bytearray(1 << 20) for _ in range(300)]; time.sleep(60)"
    real = subprocess.Popen
    monkeypatch.setattr(openers.subprocess, "Popen", lambda command, **words: real([command[0], "-c", greedy], **words))
    child, started = openers.Opener(), time.monotonic()
    with pytest.raises(CannotOpen) as refused:
        list(child.answer(DEFAULT_LIMITS._replace(memory_bytes=100 << 20)))
    assert refused.value.fields["code"] == "berkas-terlalu-besar" and not child.lives
    assert time.monotonic() - started < DEFAULT_LIMITS.seconds


def test_many_locked_workbooks_say_so() -> None:
    data = bytearray(xlsx_of(rows_xml(CELL)))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    with pytest.raises(Refused, match="Buka dulu kata sandinya"):
        open_book(bytes(data), "a.xlsx")


@pytest.mark.parametrize("parts", [{}, {"foto.png": "x"}, {f"{n}.csv": "a" for n in range(300)}], ids=["none", "photo", "many"])
def test_an_archive_without_a_reasonable_number_of_reports_is_refused(parts: dict[str, str]) -> None:
    with pytest.raises(Refused):
        expand_archive(zipped(parts), "a.zip")


def test_the_child_starts_without_the_heavy_libraries() -> None:
    """The opening process must not load pandas, openpyxl or the reader: it would cost more than the parsing."""
    opener = Path(open_book.__code__.co_filename).with_name("opener.py")
    code = f"""
import runpy, sys
runpy.run_path({str(opener)!r})["_make_room"]([])
before = set(sys.modules)
import lokmin_data.reading.opening.cells
print(sorted(name for name in set(sys.modules) - before))
"""
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in eval(done.stdout) if not name.startswith("lokmin_data")}
    assert loaded <= {"datetime", "_datetime", "math", "_operator", "operator"}


def test_several_files_are_parsed_at_the_same_time() -> None:
    """Two threads have two opening processes alive at once: that is what lets two cores work."""
    big = table([[float(column + row) for column in range(60)] for row in range(3000)])
    most, done, me = 0, threading.Event(), psutil.Process()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.005):
            most = max(most, len(me.children()))

    watcher = threading.Thread(target=watch)
    threads = [threading.Thread(target=open_book, args=(big, "a.xlsx")) for _ in range(3)]
    for thread in (watcher, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    watcher.join()
    assert most >= 2

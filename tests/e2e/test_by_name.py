"""A list of persons through the browser: the counts are kept; afterwards no name and no NIK is anywhere.

Searched: the data folder (database, -wal, backups), the server's log, home and temporary folder, everything the
server holds open or mapped, and every document that can be downloaded, archives and compressed parts included.
"""

from __future__ import annotations

import gzip
import io
import random
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import expect

from alat import server_uji as servers
from tests.e2e.aids import save_file, store_at, workbook
from tests.e2e.driver import App
from tests.reading.persons import EPPGBM, child, grid

PERSONS = 24
DESA = ("Mekarsari", "Pasirjati", "Sukamaju")
#: Files of the system and of Python's packages hold nothing that the server wrote.
NOT_OURS = ("/usr/", "/lib", "/etc/", "/proc/", "/sys/", "/dev/null", "/dev/urandom", str(servers.ROOT / ".venv"), sys.base_prefix)
DEEPEST_ARCHIVE = 4
LETTERS = "bcdfghjkmnprstwz"
#: What words and numbers of these tests look like in each encoding; a plain search for each takes thirty times as long.
LOOKS = {
    "utf-8": (rb"Q[%b]{9}", rb"99\d{14,}"),
    "utf-16-le": (rb"Q\x00(?:[%b]\x00){9}", rb"9\x009\x00(?:\d\x00){14,}"),
    "utf-16-be": (rb"\x00Q(?:\x00[%b]){9}", rb"\x009\x009(?:\x00\d){14,}"),
}
PATTERNS = [(code, re.compile(look.replace(b"%b", LETTERS.encode()))) for code, looks in LOOKS.items() for look in looks]


@dataclass(frozen=True)
class Secrets:
    """What must not be found: words of this run alone, so that no other test can have left them."""

    words: tuple[str, ...]
    niks: tuple[str, ...]

    def found_in(self, data: bytes) -> bool:
        """True where a word or NIK stands in the bytes, as text in three encodings or as a number."""
        runs = {part.decode(code) for code, pattern in PATTERNS for part in pattern.findall(data)}
        numbers = (struct.pack(kind, convert(nik)) for nik in self.niks for kind, convert in (("<d", float), ("<q", int)))
        return any(text in run for run in runs for text in (*self.words, *self.niks)) or any(number in data for number in numbers)


@pytest.fixture
def secrets() -> Secrets:
    dice = random.Random()
    words = tuple("Q" + "".join(dice.choices(LETTERS, k=9)) for _ in range(PERSONS * 3))
    return Secrets(words, tuple(f"99{dice.randrange(10**14):014d}" for _ in range(PERSONS)))


def persons(path: Path, secrets: Secrets) -> Path:
    """A workbook as e-PPGBM exports it, of persons whom nobody knows."""
    rows = [
        child(i, DESA[i % len(DESA)], **{"NIK": secrets.niks[i], "Nama": secrets.words[i], "Nama Ortu": secrets.words[PERSONS + i],
                                         "Alamat": secrets.words[2 * PERSONS + i]})
        for i in range(PERSONS)
    ]  # fmt: skip
    return workbook(path, Sheet1=grid(rows, EPPGBM))


def unfold(name: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The bytes themselves, and what is packed in them: members of archives, gzip, streams of a PDF."""
    yield name, data
    if depth >= DEEPEST_ARCHIVE:
        return
    if data[:2] == b"PK" and zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from unfold(f"{name}!{member}", archive.read(member), depth + 1)
    elif data[:2] == b"\x1f\x8b":
        yield from unfold(f"{name}!gz", gzip.decompress(data), depth + 1)
    elif data[:4] == b"%PDF":
        for part in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            yield f"{name}!stream", zlib.decompressobj().decompress(part) if part[:1] == b"\x78" else part
        text = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout
        yield f"{name}!text", text


def leaks(secrets: Secrets, files: Iterable[tuple[str, bytes]]) -> list[str]:
    """The names of the files and parts in which somebody is named."""
    return [part for name, data in files for part, inside in unfold(name, data) if secrets.found_in(inside)]


def on_disk(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below the folder."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield str(path), path.read_bytes()


def held_by(process_id: int) -> Iterator[tuple[str, bytes]]:
    """What the server and its opening processes hold open or mapped, deleted files included."""
    for opener in psutil.Process(process_id).children(recursive=True):
        yield from held_by(opener.pid)
    base = Path(f"/proc/{process_id}")
    for link in [*(base / "fd").iterdir(), *(base / "map_files").iterdir()]:
        target = str(link.readlink())
        if target.startswith("/") and not target.startswith(NOT_OURS) and link.is_file():
            yield target, link.read_bytes()


def exports(app: App, folder: Path) -> Iterator[tuple[str, bytes]]:
    """A backup and every document of the meeting."""
    app.open("agenda?bagian_agenda=Dokumen")
    yield "dokumen.zip", app.download("Unduh semua dokumen", folder / "dokumen.zip").read_bytes()
    app.open("stunting")
    yield "stunting.xlsx", app.download("Unduh tabel (Excel)", folder / "stunting.xlsx").read_bytes()
    app.open("cadangan").press("Buat cadangan sekarang")
    expect(app.page.get_by_text("dibuat.", exact=False).first).to_be_visible()
    yield "cadangan", app.download("Unduh cadangan ini", folder / "cadangan").read_bytes()


def test_the_search_finds_what_it_looks_for(secrets: Secrets, tmp_path: Path) -> None:
    report = persons(tmp_path / "daftar.xlsx", secrets)
    (tmp_path / "angka").write_bytes(b"..." + struct.pack("<d", float(secrets.niks[3])))
    (tmp_path / "dalam.gz").write_bytes(gzip.compress(secrets.words[5].encode("utf-16-le")))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xlsx", report.read_bytes())
    (tmp_path / "arsip.zip").write_bytes(packed.getvalue())
    (tmp_path / "lain").write_bytes(b"tidak ada siapa-siapa di sini")
    told = {Path(part.split("!")[0]).name for part in leaks(secrets, on_disk(tmp_path))}
    assert told == {"daftar.xlsx", "angka", "dalam.gz", "arsip.zip"}


@pytest.mark.skipif(not Path("/proc/self/map_files").exists(), reason="needs /proc")
def test_no_person_stays_anywhere(page: object, tmp_path: Path, secrets: Secrets) -> None:
    folder, temporary = tmp_path / "server", tmp_path / "server" / "sementara"
    temporary.mkdir(parents=True)
    server = servers.start(folder, environment={"TMPDIR": str(temporary)})
    try:
        app = App(page, server.url)  # type: ignore[arg-type]
        report = persons(tmp_path / "Daftar balita Maret 2026.xlsx", secrets)
        app.open("unggah").upload([report])
        expect(app.page.get_by_text("memuat data perorangan", exact=False)).to_be_visible()
        assert not secrets.found_in(app.text.encode())
        name = app.page.get_by_label("Nama Puskesmas")
        name.fill("Sari Mulya")
        name.press("Tab")
        save_file(app, report)
        stored = store_at(server).observations(1, indicators=["stunting"])
        assert stored["denominator"].sum() == PERSONS and set(stored["desa"]) == set(DESA)
        assert leaks(secrets, exports(app, tmp_path)) == []
        assert leaks(secrets, held_by(server.process.pid)) == []
        assert leaks(secrets, on_disk(folder)) == []
    finally:
        server.stop()
    assert leaks(secrets, on_disk(folder)) == []
    assert "Traceback" not in server.log, server.log

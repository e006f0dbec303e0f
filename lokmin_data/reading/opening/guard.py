"""Tells what a file is by its content and refuses what no report is, before any parser sees it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from lokmin_data.reading.opening.cannot_open import CannotOpen, megabytes
from lokmin_data.reading.opening.limits import Limits

HEAD_BYTES = 4096
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SMALLEST_OLE = 1536
ENCRYPTED_FLAG = 0x1
ZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, LookupError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_FOREIGN = {
    b"%PDF": "dokumen PDF", b"\x89PNG": "gambar", b"\xff\xd8\xff": "gambar", b"GIF8": "gambar", b"Rar!": "arsip RAR",
    b"7z\xbc\xaf": "arsip 7z", b"\x1f\x8b": "arsip gzip", b"{\\rtf": "dokumen RTF", b"MZ\x90": "program",
    b"SQLite format 3": "basis data", b"BZh": "arsip bzip2", b"\xfd7zXZ": "arsip xz",
}  # fmt: skip
_FOREIGN_PARTS = {"word/": "dokumen Word", "ppt/": "salindia PowerPoint", "META-INF/MANIFEST.MF": "program Java"}
_DECLARATION = re.compile(rb"<![DE]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|table|head|body|style|meta|div)\b", re.IGNORECASE)
_TABLE = re.compile(rb"<table\b", re.IGNORECASE)


def sniff(data: bytes) -> str:
    """The kind of file: 'zip', 'xls', 'html', 'xml' or 'csv', by its bytes alone; CannotOpen for other kinds."""
    if not data.strip(b"\0 \t\r\n"):
        raise CannotOpen("berkas-kosong")
    if data.startswith(ZIP_MAGICS):
        return "zip"
    if data.startswith(OLE_MAGIC):
        return _sniff_ole(data)
    for magic, name in _FOREIGN.items():
        if data.startswith(magic):
            raise CannotOpen("berkas-tidak-dikenal", name)
    return _sniff_text(data)


def _sniff_ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise CannotOpen("berkas-terkunci")
    if "WordDocument".encode("utf-16-le") in data:
        raise CannotOpen("berkas-tidak-dikenal", "dokumen Word")
    names = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
    if len(data) < SMALLEST_OLE or not any(name in data for name in names):
        raise CannotOpen("berkas-rusak", "tidak ada buku kerja di dalamnya")
    return "xls"


def _sniff_text(data: bytes) -> str:
    head = data[:HEAD_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    elif b"\0" in head:
        raise CannotOpen("berkas-tidak-dikenal", "isinya bukan teks")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<html" not in head.lower():
        return "xml"
    if _HTML.search(head) and (_TABLE.search(data) or b"<html" in head.lower()):
        return "html"
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in head)
    if controls * 50 > len(head):
        raise CannotOpen("berkas-tidak-dikenal", "isinya bukan teks")
    return "csv"


def open_package(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The package's directory, checked: counts, sizes, ratio, encryption.  Nothing is unpacked yet."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        infos = package.infolist()
    except ZIP_ERRORS as error:
        raise CannotOpen("berkas-rusak", "paket terpotong") from error
    if len(infos) > limits.entries:
        raise CannotOpen("berkas-tidak-aman", f"{len(infos)} bagian di dalam paket")
    total = sum(info.file_size for info in infos)
    if total > limits.expanded_bytes or any(info.file_size > limits.part_bytes for info in infos):
        raise CannotOpen("berkas-terlalu-besar", megabytes(total) + " setelah diurai", megabytes(limits.expanded_bytes))
    if total > limits.ratio_from_bytes and total > limits.ratio * len(data):
        raise CannotOpen("berkas-tidak-aman", f"terurai {total // max(1, len(data))} kali lipat")
    if any(info.flag_bits & ENCRYPTED_FLAG for info in infos):
        raise CannotOpen("berkas-terkunci")
    if len({info.filename for info in infos}) < len(infos):
        raise CannotOpen("berkas-tidak-aman", "bagian yang sama dua kali")
    return package


def package_kind(package: zipfile.ZipFile) -> str:
    """'xlsx', 'xlsm', 'xlsb', 'ods', or 'arsip' for any other zip; CannotOpen for Word, PowerPoint, programs."""
    names = set(package.namelist())
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.lower() == "xl/workbook.xml" for name in names) or _names_a_workbook(package, names):
        return "xlsm" if any(name.endswith("vbaProject.bin") for name in names) else "xlsx"
    if "content.xml" in names:
        return "ods"
    for start, kind in _FOREIGN_PARTS.items():
        if any(name.startswith(start) for name in names):
            raise CannotOpen("berkas-tidak-dikenal", kind)
    return "arsip"


def _names_a_workbook(package: zipfile.ZipFile, names: set[str]) -> bool:
    """True where the workbook has another name than usual but is declared as one."""
    if "[Content_Types].xml" not in names:
        return False
    return b"spreadsheetml.sheet.main" in read_part(package, "[Content_Types].xml")


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """One part, unpacked and never longer than its declared size; CannotOpen where it is damaged or where it
    declares document types or entities."""
    try:
        part = package.read(name)
    except ZIP_ERRORS as error:
        raise CannotOpen("berkas-rusak", "isi paket rusak") from error
    if b"!" in part and _DECLARATION.search(part):
        raise CannotOpen("berkas-tidak-aman", "deklarasi DOCTYPE di dalam XML")
    return part

"""Reads a list of desa: pasted lines, or a list file of Kemendagri, BPS or the Puskesmas itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lokmin_data.model import LokminError
from lokmin_data.reading.opening.book import Sheet, open_book

MAX_DESA = 120_000
#: Desa code of Kemendagri (33.20.10.2001) or BPS (3320100001), with or without points.
_CODE = re.compile(r"^\d{2}[.\s]?\d{2}[.\s]?\d{2,3}[.\s]?\d{3,4}$")
_PARENT_CODE = re.compile(r"^\d{2}[.\s]?\d{2}[.\s]?\d{2,3}$")
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|\d{1,3}\s|[-*•])\s*")
_SPLIT = re.compile(r"\t|;|\|")
#: header words -> field, the longest first where several fit
_HEADERS = (
    ("nama desa/kelurahan", "name"), ("nama desa", "name"), ("desa/kelurahan", "name"), ("desa / kelurahan", "name"),
    ("kelurahan/desa", "name"), ("nmdesa", "name"), ("nama_desa", "name"), ("kelurahan", "name"), ("desa", "name"),
    ("nama wilayah", "name"), ("nama", "name"), ("kode desa", "code"), ("kode wilayah", "code"), ("kode_desa", "code"),
    ("iddesa", "code"), ("kddesa", "code"), ("kode", "code"), ("nama kecamatan", "kecamatan"), ("nmkec", "kecamatan"),
    ("kecamatan", "kecamatan"), ("jumlah penduduk", "penduduk"), ("penduduk", "penduduk"),
)  # fmt: skip
_TOTALS = re.compile(r"^(jumlah|total|puskesmas|kecamatan|kabupaten|kota)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ListedDesa:
    """One desa of a list: name as printed, Kemendagri or BPS code, kecamatan, penduduk where the list has them."""

    name: str
    code: str = ""
    kecamatan: str = ""
    penduduk: float | None = None


def parse_pasted(text: str) -> tuple[ListedDesa, ...]:
    """One desa a line; numbering, a code and penduduk beside the name (tab, semicolon) are recognised."""
    return _unique(filter(None, (_pasted_line(line) for line in text.splitlines()[:MAX_DESA])))


def _pasted_line(line: str) -> ListedDesa | None:
    name, code, penduduk = "", "", None
    for part in (" ".join(piece.split()) for piece in _SPLIT.split(line)):
        if not part:
            continue
        if _CODE.match(part) and not code and len(re.sub(r"\D", "", part)) >= 9:
            code = part
        elif (value := _whole(part)) is not None:
            penduduk = value if name else penduduk
        elif not name:
            name = _NUMBERING.sub("", part).strip(" .,")
    return ListedDesa(name, code, "", penduduk) if _is_name(name) else None


def read_desa_file(data: bytes, file_name: str) -> tuple[ListedDesa, ...]:
    """The desa of a csv or Excel list; raises LokminError where no column of desa names is found."""
    found: list[ListedDesa] = []
    for sheet in open_book(data, file_name).sheets:
        found += _sheet_desa(sheet)
    if not found:
        raise LokminError(
            "Tidak ditemukan kolom nama desa di berkas ini. Beri judul kolom 'Nama desa' (dan bila ada: 'Kode', "
            "'Kecamatan', 'Jumlah penduduk'), lalu unggah ulang."
        )
    return _unique(found)


def _sheet_desa(sheet: Sheet) -> list[ListedDesa]:
    for index, row in enumerate(sheet.rows[:30]):
        columns = _columns(row)
        if "name" in columns:
            return _body(sheet.rows[index + 1 : index + 1 + MAX_DESA], columns)
    return []


def _columns(row: Sequence[object]) -> dict[str, int]:
    """field -> column of a header row; empty where the row is none."""
    found: dict[str, int] = {}
    for column, value in enumerate(row):
        text = " ".join(str(value or "").lower().replace("\n", " ").split())
        field = next((field for words, field in _HEADERS if text == words), None)
        if field and field not in found:
            found[field] = column
    return found


def _body(rows: Iterable[Sequence[object]], columns: dict[str, int]) -> list[ListedDesa]:
    """Rows with a name; where codes name the level, a kecamatan's row gives the kecamatan of the desa below it."""
    kecamatan_of: dict[str, str] = {}
    found = []
    for row in rows:
        name, code = _text(row, columns.get("name")), _text(row, columns.get("code"))
        digits = re.sub(r"\D", "", code)
        if code and _PARENT_CODE.match(code) and len(digits) in (6, 7):
            kecamatan_of[digits] = name
            continue
        if not _is_name(name) or (code and len(digits) < 6):
            continue
        kecamatan = _text(row, columns.get("kecamatan")) or next(
            (kecamatan_of[digits[:size]] for size in (6, 7) if digits[:size] in kecamatan_of), ""
        )
        found.append(ListedDesa(name, code, kecamatan, _whole(_text(row, columns.get("penduduk")))))
    return found


def _text(row: Sequence[object], column: int | None) -> str:
    value = row[column] if column is not None and column < len(row) else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) if value is not None else ""


def _is_name(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and not _TOTALS.match(text) and len(text) <= 80


def _whole(text: str) -> float | None:
    """A count of penduduk: 2.345 and 2345 are both 2345; anything else is None."""
    plain = text.replace(".", "").replace(",", "").replace(" ", "")
    return float(plain) if plain.isdigit() and len(plain) <= 9 else None


def _unique(found: Iterable[ListedDesa]) -> tuple[ListedDesa, ...]:
    """The first of each name within a kecamatan (case and spaces folded), in the order of the list."""
    seen: dict[tuple[str, str], ListedDesa] = {}
    for desa in found:
        seen.setdefault((desa.name.casefold(), desa.kecamatan.casefold()), desa)
    return tuple(seen.values())

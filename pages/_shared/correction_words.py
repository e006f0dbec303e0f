"""A correction of one number of a report: the cell as it stands, what somebody typed, and the record.  No Streamlit here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lokmin_data.model import LokminError, Problem, Reading
from lokmin_data.reading.opening.book import Book, cell_name
from lokmin_data.reading.records.memory import cell_at, holding, is_quotable, place_of, same_cell, told_cell
from lokmin_data.reading.words.values import kind_of
from lokmin_data.store.remembering import has_long_number

USED, UNUSED = "koreksi-dipakai", "koreksi-tidak-terpakai"
#: Problems of a cell in which no number stands; all others are of a number where the cell holds one.
OF_NO_NUMBER = ("sel-galat", "huruf-di-tempat-angka", "sel-bukan-angka")
#: Problems of this severity are about a number that is read; what is skipped, a table or a column, is no matter of one number.
OF_A_NUMBER, NOT_READ = "warning", ("persen-tidak-mungkin",)
FILE, FORM = "berkas", "bentuk"
LONGEST_WHY, LONGEST_BY = 160, 60
LARGEST = 10**9
_TYPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?")
_THOUSANDS_OF_ENGLISH = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
#: How a person is addressed in front of a name: "Ny. Siti", "an. Budi", "Tn Amir".
_ADDRESSED = re.compile(
    r"\b(?:Ny|NY|ny|Tn|TN|tn|Nn|Sdr|Sdri|An|an|a\.n|A\.n|By|bayi Ny)\.? +[A-Z][A-Za-z]+|\bNIK\b|\bnama (?:pasien|ibu|bayi|anak|balita)\b"
)


@dataclass(frozen=True)
class Seen:
    """A cell of a file: its value, how it is shown, whether the file shows it as a percent, and why it cannot be corrected."""

    sheet: str
    cell: str
    value: object = None
    percent: bool = False
    refused: str = ""

    @property
    def shown(self) -> str:
        """The value as it is told."""
        return told_cell(self.value, self.percent)


def seen_cell(book: Book, sheet_name: str, cell: str, quoted: Collection[str] = ()) -> Seen:
    """What stands in a cell; `quoted` are texts that the reader's own problems repeat already."""
    sheet = next((sheet for sheet in book.sheets if sheet.name == sheet_name), None)
    place = place_of(cell)
    if sheet is None or place is None:
        return Seen(sheet_name, cell, refused="Tulis sel seperti di Excel, misalnya C14.")
    value, name = cell_at(sheet, place), cell_name(*place)
    if value is None:
        return Seen(sheet_name, name, refused="Sel ini kosong di berkas. Isi di Excel, lalu unggah lagi.")
    if not is_quotable(value) and str(value).strip() not in quoted:
        return Seen(sheet_name, name, refused="Sel ini tidak berisi angka laporan. Di sini hanya angka yang dapat diperbaiki.")
    return Seen(sheet_name, name, value, place in sheet.percent_cells and kind_of(value) == "number")


def correctable(problem: Problem, reading: Reading) -> bool:
    """True for a problem that names one cell of a number, on a sheet that lists no persons."""
    place = place_of(problem.cell)
    sheet = next((sheet for sheet in reading.sheets if sheet.name == problem.sheet), None)
    if place is None or sheet is None or sheet.status == "by_name" or not reading.layout or problem.code in (USED, UNUSED):
        return False
    if problem.code in OF_NO_NUMBER:
        return True
    if problem.severity != OF_A_NUMBER and problem.code not in NOT_READ:
        return False
    row = sheet.cells[place[0]] if place[0] < len(sheet.cells) else ()
    return place[1] < len(row) and kind_of(row[place[1]]) == "number"


def typed_value(typed: str, seen: Seen) -> int | float | str:
    """The number that somebody typed for that cell as the file would hold it; raises LokminError with what to write.

    As Indonesians write: 1.234,5.  In a cell that the file shows as a percent, 87,5 means 87,5 %.
    """
    text = typed.strip().removesuffix("%").strip()
    signed = "%" in typed
    if not text:
        raise LokminError("Tulis angka yang benar, atau centang 'Kosongkan sel ini'.")
    if not _TYPED.fullmatch(text) or not text.isascii():
        raise LokminError("Tulis angkanya saja, dengan titik untuk ribuan dan koma untuk desimal, misalnya 1.234,5.")
    number = float(text.replace(".", "").replace(",", "."))
    if number >= LARGEST:
        raise LokminError("Angka itu terlalu besar untuk sebuah laporan.")
    old_text = seen.value if isinstance(seen.value, str) else ""
    if signed and not (seen.percent or "%" in old_text):
        raise LokminError(f"Sel ini tidak ditulis sebagai persen. Tulis angkanya seperti di berkas ({seen.shown}), tanpa tanda %.")
    if _THOUSANDS_OF_ENGLISH.fullmatch(text) and not seen.percent:
        raise LokminError(f"Untuk ribuan pakai titik ({text.replace(',', '.')}); untuk pecahan tulis {text.rstrip('0')}0.")
    return _as_in_file(number, seen, old_text)


def _as_in_file(number: float, seen: Seen, old_text: str) -> int | float | str:
    """The number on the scale of its cell: a fraction where the file shows a percent, a text where the file has one."""
    if "%" in old_text:
        words = f"{number:g}" if "." in old_text and "," not in old_text else f"{number:g}".replace(".", ",")
        return f"{words} %"
    value = round(number / 100, 8) if seen.percent else number
    return int(value) if value.is_integer() else value


def why_refused(why: str, by: str) -> str:
    """What is wrong with a reason or with who gives it; empty where nothing is."""
    if not why.strip():
        return "Tulis alasannya dalam beberapa kata, misalnya: salah ketik menurut register."
    if not by.strip():
        return "Tulis nama atau jabatan petugas yang memperbaiki."
    if has_long_number(why) or has_long_number(by):
        return "Jangan tulis NIK, nomor KK, nomor BPJS, atau nomor telepon. Alasannya cukup tanpa nomor orang."
    if _ADDRESSED.search(why):
        return "Jangan tulis nama pasien, ibu, atau anak. Alasannya cukup tanpa nama orang."
    return ""


def correction(seen: Seen, value: object, why: str, by: str, *, sha256: str, today: date) -> dict[str, Any]:
    """The record of a correction; `sha256` empty: it holds for the form, next months too.  Raises LokminError where it
    would change nothing."""
    if value is not None and same_cell(seen.value, value):
        raise LokminError("Angka itu sama dengan yang tertulis di berkas.")
    expected = seen.value if seen.value.__class__ in (int, float) else str(seen.value)
    made = {"sheet": seen.sheet, "cell": seen.cell, "expected": expected, "value": value, "why": " ".join(why.split())[:LONGEST_WHY]}
    made |= {"by": " ".join(by.split())[:LONGEST_BY], "at": today.isoformat()}
    return made | ({"percent": True} if seen.percent else {}) | ({"sha256": sha256} if sha256 else {})


def changed_words(record: Mapping[str, Any]) -> str:
    """A correction in short: 5 → 4."""
    percent = bool(record.get("percent"))
    return f"{told_cell(record.get('expected'), percent)} → {told_cell(record.get('value'), percent)}"


def reach_words(record: Mapping[str, Any]) -> str:
    """For what a correction holds."""
    return "satu berkas" if record.get("sha256") else "bentuk ini seterusnya"


def told_corrections(reading: Reading, corrections: Iterable[Mapping[str, Any]]) -> list[tuple[Mapping[str, Any], Problem]]:
    """The corrections that hold for a file with what the reader says of each, those first that found no error."""
    told = {(each.sheet, each.cell): each for each in reading.problems if each.code in (USED, UNUSED)}
    pairs = [
        (record, told[place]) for record in holding(corrections, reading.sha256)
        if (place := (str(record.get("sheet")), str(record.get("cell")).upper())) in told
    ]  # fmt: skip
    return sorted(pairs, key=lambda pair: pair[1].code == USED)



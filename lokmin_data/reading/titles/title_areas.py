"""Whose table it is where no column says so: the desa or posyandu of a title, a label, or the sheet's own name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lokmin_data.model import MONTH_NAMES, Problem
from lokmin_data.reading.blocks.context import Context, place_name
from lokmin_data.reading.opening.book import Sheet, cell_name
from lokmin_data.reading.words.labels import with_label
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.serving import months, title_of_serving
from lokmin_data.reading.words.slips import SHORTEST_TYPO
from lokmin_data.reading.words.tokens import fold_spaces

_GENERIC_SHEET = re.compile(
    r"^(sheet|lembar|worksheet|table?|tabel|data|laporan|rekap|form(at)?|isian?|lap|master|bulan)\s*\d*$", re.IGNORECASE
)
#: What ends a name in a title: a word of time or of a wider area, a sign, a year.
_END = (
    r"(?=\s+(?:desa|kelurahan|kel|ds|bulan|bln|tahun|thn|kecamatan|kec|puskesmas|pkm|periode|kabupaten|kab|tribulan|triwulan|tw|"
    r"semester|tgl|tanggal|keadaan|s/d|s\.d|sampai|per|{months})\b|\s+[-–|:]|\s*[,;(]|\s+20\d\d|\s*$)"
)
_DESA = r"\b(?:desa|kelurahan|kel\.|ds\.|nagari|gampong)\s*:?\s*([A-Za-z][\w' .-]*?)"
_POSYANDU = (
    r"\bposyandu\s*:?\s+(?!(?:se|di|per|dan|balita|lansia|remaja|bulan|tahun|desa|kelurahan|kel|puskesmas|pkm|aktif|wilayah|kecamatan|"
    r"kec|tribulan|triwulan|menurut|berdasarkan|prima|ilp|mandiri|purnama|madya|pratama|{months}|s/d|sampai|20\d\d)\b)"
    r"([A-Za-z][\w' .-]*?)"
)


@cache
def _in_title(name: str) -> re.Pattern[str]:
    """The pattern of a name behind a word (`_DESA`, `_POSYANDU`) in a title."""
    return re.compile((name + _END).replace("{months}", months()), re.IGNORECASE)


_NO_NAME = frozenset(
    {"dan", "per", "menurut", "kelurahan", "desa", "siaga", "uci", "wilayah", "se", "di", "stop", "odf", "binaan", "stbm", "masing-masing"}
    | {"tahun", "thn", "th", "bulan", "bln", "periode", "tribulan", "triwulan", "tw", "semester", "keadaan", "sampai", "tanggal", "tgl"}
    | {"puskesmas", "pkm", "kecamatan", "kec", "kabupaten", "kab", "yang", "dengan", "seluruh", "semua", "lokus", "pada", "dalam"}
    | {month.casefold() for month in MONTH_NAMES}
)


@dataclass(frozen=True, kw_only=True)
class AreaOfServing(Problem):
    """A table of which only the bidan or the pustu is named."""

    code = "hanya-bidan-atau-pustu"
    severity = "skipped"
    what = "Tabel ini hanya menyebut '{found}', bukan desa atau posyandu mana, sehingga tidak dibaca."
    fix = "Tulis 'Desa : ...' atau 'Posyandu : ...' di atas tabel, lalu unggah ulang."


def cell_of_title(sheet: Sheet, title: str) -> str:
    """The first cell of a sheet that holds the title, perhaps behind its label; empty where none does."""
    for number, row in enumerate(sheet.rows):
        before = None
        for column, cell in enumerate(row):
            if cell.__class__ is str:
                text = fold_spaces(cell)
                if title in (text, with_label(before, text)):
                    return cell_name(number, column)
            before = before if cell is None else cell
    return ""


def serving_only(titles: Sequence[str]) -> str:
    """The title that names a bidan or a pustu instead of a desa or posyandu; empty where none does."""
    for title in titles:
        if title_of_serving(title):
            return title
    return ""


def _mixed_case(area: str, sheet: str) -> str:
    """The name as a title writes it, or as the sheet is named where that is the same without capitals all along."""
    sheet = fold_spaces(sheet)
    return sheet if area.isupper() and not sheet.isupper() and area.casefold() == sheet.casefold() else area


def posyandu_of_title(context: Context) -> str:
    """The posyandu that a title names as the one whose table this is: `SKDN POSYANDU MAWAR DESA SUKA`; else empty."""
    return next((fold_spaces(found.group(1)) for title in context.titles if (found := _in_title(_POSYANDU).search(title))), "")


def area_of_sheet(name: str, context: Context, reader: Reader, *, alone: bool) -> str:
    """Whose table a sheet without a column of areas holds: a label, a title, or the sheet's own name.

    `alone`: no other sheet holds such a table; then a sheet's name is too little to be believed.
    """
    if context.desa:
        return _mixed_case(context.desa, name)
    for title in context.titles:
        found = _in_title(_DESA).search(title)
        if found and _is_name(fold_spaces(found.group(1)), reader):
            return _mixed_case(fold_spaces(found.group(1)), name)
    generic = _GENERIC_SHEET.match(name.strip()) or understood(name, reader) or _of_the_whole(name, reader)
    return "" if alone or generic or serving_only(context.titles) else fold_spaces(name)


def _is_name(name: str, reader: Reader) -> bool:
    """True for what may name a desa: neither a word of time or place behind "desa", nor a head's: "per desa tahun", "rekap desa K1"."""
    first = name.split()[0]
    if not {first.lower(), re.split(r"[-/]", first.lower())[0]}.isdisjoint(_NO_NAME):
        return False
    own, whole = reader.text(first), reader.text(name)
    named = (whole.indicator or whole.population or whole.role) and understood(name, reader)
    return not named and not (own.indicator and understood(first, reader))


def _of_the_whole(name: str, reader: Reader) -> bool:
    """True for a sheet's name that calls it the sum of all: "REKAP PKM", "GABUNGAN", "PKM Suka", "1. Lap Puskesmas"."""
    lists = reader.words.lists["lembar_keseluruhan"]
    words = _words(name)
    return bool(words) and (words[0] in lists["awal"] or words[-1] in lists["akhir"])


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", name.casefold()) if not word.isdecimal()]


def puskesmas_of_sheet(name: str, context: Context, others: Sequence[Context], reader: Reader) -> str:
    """The Puskesmas whose own table a sheet without a desa holds: as its titles, as its own name, or for "REKAP" as the other
    sheets name it; else empty."""
    said = place_name([context], "puskesmas")
    if said or not _of_the_whole(name, reader):
        return said
    first, *others_words = _words(name)
    if others_words and first in reader.words.lists["lembar_keseluruhan"]["puskesmas"]:
        return fold_spaces(name)
    return place_name(others, "puskesmas")


def understood(name: str, reader: Reader) -> bool:
    """True for a sheet's name that says what stands in it, with words of heads as they are written: "Karang" is no "kurang"."""
    words = [word for word in reader.tokens(name) if len(word) >= SHORTEST_TYPO and word.isalpha()]
    return not reader.text(fold_spaces(name)).unknown and all(word in reader.words.all_words for word in words)

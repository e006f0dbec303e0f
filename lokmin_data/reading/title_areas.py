"""Whose table it is where no column says so: the desa or posyandu of a title, a label, or the sheet's own name."""

from __future__ import annotations

import re

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.context import Context
from lokmin_data.reading.meaning import Reader
from lokmin_data.reading.tokens import fold_spaces

_GENERIC_SHEET = re.compile(
    r"^(sheet|lembar|worksheet|table?|tabel|data|laporan|rekap|form(at)?|isian?|lap|master|bulan)\s*\d*$", re.IGNORECASE
)
_SHORT_MONTHS = "pebruari|nopember|jan|feb|peb|mar|apr|jun|jul|agt|ags|agu|sept?|okt|nov|nop|des"
_MONTHS = "|".join((*MONTH_NAMES, _SHORT_MONTHS))
#: What ends a name in a title: a word of time or of a wider area, a sign, a year.
_END = (
    r"(?=\s+(?:desa|kelurahan|kel|ds|bulan|bln|tahun|thn|kecamatan|kec|puskesmas|pkm|periode|kabupaten|kab|tribulan|triwulan|tw|"
    rf"semester|tgl|tanggal|keadaan|s/d|s\.d|sampai|per|{_MONTHS})\b|\s+[-–|:]|\s*[,;(]|\s+20\d\d|\s*$)"
)
_DESA_IN_TITLE = re.compile(
    rf"\b(?:desa|kelurahan|kel\.|ds\.|nagari|gampong)\s*:?\s*([A-Za-z][\w' .-]*?){_END}", re.IGNORECASE
)
_POSYANDU_IN_TITLE = re.compile(
    r"\bposyandu\s*:?\s+(?!(?:se|di|per|dan|balita|lansia|remaja|bulan|tahun|desa|kelurahan|kel|puskesmas|pkm|aktif|wilayah|kecamatan|"
    rf"kec|tribulan|triwulan|menurut|berdasarkan|prima|ilp|mandiri|purnama|madya|pratama|{_MONTHS}|s/d|sampai|20\d\d)\b)"
    rf"([A-Za-z][\w' .-]*?){_END}",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    {"dan", "per", "menurut", "kelurahan", "desa", "siaga", "uci", "wilayah", "se", "di", "stop", "odf", "binaan", "stbm"}
    | {month.casefold() for month in MONTH_NAMES}
)


def _mixed_case(area: str, sheet: str) -> str:
    """The name as a title writes it, or as the sheet is named where that is the same without capitals all along."""
    sheet = fold_spaces(sheet)
    return sheet if area.isupper() and not sheet.isupper() and area.casefold() == sheet.casefold() else area


def posyandu_of_title(context: Context) -> str:
    """The posyandu that a title names as the one whose table this is: `SKDN POSYANDU MAWAR DESA SUKA`; else empty."""
    return next((fold_spaces(found.group(1)) for title in context.titles if (found := _POSYANDU_IN_TITLE.search(title))), "")


def area_of_sheet(name: str, context: Context, reader: Reader, *, alone: bool) -> str:
    """Whose table a sheet without a column of areas holds: a label, a title, or the sheet's own name.

    `alone`: no other sheet holds such a table; then a sheet's name is too little to be believed.
    """
    if context.desa:
        return _mixed_case(context.desa, name)
    for title in context.titles:
        found = _DESA_IN_TITLE.search(title)
        if found and found.group(1).split()[0].lower() not in _NO_NAME:
            return _mixed_case(fold_spaces(found.group(1)), name)
    meaning = reader.text(fold_spaces(name))
    generic = _GENERIC_SHEET.match(name.strip()) or not meaning.unknown
    return "" if alone or generic else fold_spaces(name)

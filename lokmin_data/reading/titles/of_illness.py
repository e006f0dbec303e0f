"""Tables of visits by diagnosis (LB1, ICD) and of deaths by age: they name an indicator's illness or people, and count neither."""

from __future__ import annotations

from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.titles import spaced


@dataclass(frozen=True, kw_only=True)
class NoCoverageOfIllness(Problem):
    """A table of visits by diagnosis or of deaths: its rows and columns name illnesses and ages."""

    code = "tabel-kesakitan"
    severity = "skipped"
    what = "Tabel '{found}' memuat kunjungan menurut diagnosis atau kematian menurut umur, bukan capaian indikator, sehingga tidak dibaca."
    fix = "Unggah laporan programnya, misalnya laporan DBD, diare, atau pneumonia balita per desa."


def title_of_illness(made: Draft, reader: Reader) -> str:
    """The title or head by which a table counts visits by diagnosis or deaths; empty where nothing says so."""
    return _by_diagnosis(made, reader) or _deaths_of_ages(made, reader)


def _by_diagnosis(made: Draft, reader: Reader) -> str:
    """The title that tells of illnesses in general, or the head of a column of ICD codes, of a table of nobody's desa."""
    if made.head.axis(*AREA_LEVELS):
        return ""
    lists, frame = reader.words.lists["kesakitan"], made.head.frame
    titles = (*made.context.titles, made.sheet.name)
    heads = (cell for row in made.grid.rows[frame.top : frame.bottom + 1] for cell in row if cell.__class__ is str)
    said = (title for title in titles if any(f" {word} " in spaced(title, reader) for word in lists["judul"]))
    coded = (str(cell) for cell in heads if set(lists["kode"]) & set(reader.tokens(str(cell))))
    return next(said, "") or next(coded, "")


def _deaths_of_ages(made: Draft, reader: Reader) -> str:
    """The title that tells of the deaths of the very people whom the columns name, in a table without any number of an
    indicator: "Bayi", "Balita" below "Jumlah kematian bayi dan balita" are no sasaran."""
    named = {each.population for each in made.layout.denominators}
    if made.layout.measures or not named:
        return ""
    dead = {*reader.words.lists["judul_lain"]["sendiri"]}
    for title in made.context.titles:
        if dead & set(reader.tokens(title)):
            of_title = {population for population, _, _ in reader.understood((title,)).of("population")}
            if title in made.head.banners or named <= of_title:
                return title
    return ""

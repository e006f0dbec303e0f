"""Tables of visits by diagnosis (LB1, ICD) and of deaths by age or cause: they name an indicator's illness or people, and count neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.titles import spaced, titled_indicator


@dataclass(frozen=True, kw_only=True)
class NoCoverageOfIllness(Problem):
    """A table of visits by diagnosis or of deaths: its rows and columns name illnesses and ages."""

    code = "tabel-kesakitan"
    severity = "skipped"
    what = "Tabel '{found}' memuat kunjungan menurut diagnosis atau kematian menurut umur/penyebab, bukan capaian indikator; tidak dibaca."
    fix = "Unggah laporan programnya, misalnya laporan DBD, diare, atau pneumonia balita per desa."


def title_of_illness(made: Draft, reader: Reader) -> str:
    """The title or head by which a table counts visits by diagnosis or deaths; empty where nothing says so."""
    return _by_diagnosis(made, reader) or _deaths_of_ages(made, reader) or _deaths_by_cause(made, reader)


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


def _deaths_by_cause(made: Draft, reader: Reader) -> str:
    """The title of deaths only, over columns that name what people died of: "BBLR" below "Kematian neonatal menurut penyebab"
    counts no low birth weights.  A nearer title that names an indicator goes before."""
    if not any(column.meaning.indicator for each in made.layout.measures for column in (each.number, each.percent) if column):
        return ""
    for title in (*reversed(made.context.titles), made.sheet.name):
        cause, living = _told_of_deaths(title, reader)
        if living:
            return ""
        if cause is not None:
            return title if cause or not _counts_the_living(made, reader) else ""
    return ""


@for_one_report
def _told_of_deaths(title: str, reader: Reader) -> tuple[bool | None, bool]:
    """(whether a title of deaths only names their cause, None for any other title; whether it names an indicator before that)."""
    tokens = reader.tokens(title)
    cause = next((place for place, token in enumerate(tokens) if token in reader.words.lists["kesakitan"]["sebab"]), len(tokens))
    before = reader.understood((" ".join(tokens[:cause]),)).found
    living = bool(titled_indicator((title,), reader).indicator) or any("indicator" in each.means for each in before)
    return (cause < len(tokens) if _only_deaths(tokens, reader) else None), living


def _only_deaths(tokens: Sequence[str], reader: Reader) -> bool:
    """True for a title of deaths that speaks of nothing beside them: cases of death are deaths."""
    dead = reader.words.lists["judul_lain"]["sendiri"]
    if not any(token in dead for token in tokens):
        return False
    text = f" {' '.join(tokens)} "
    for word in dead:
        text = text.replace(f" kasus {word} ", f" {word} ")
    return not any(f" {word} " in text for word in reader.words.lists["kesakitan"]["selain_kematian"])


def _counts_the_living(made: Draft, reader: Reader) -> bool:
    """True where a column counts those of whom some died, or tells the deaths itself: the others then need not be deaths."""
    dead = {*reader.words.lists["judul_lain"]["sendiri"]}
    return bool(made.layout.denominators) or any(dead & {*reader.tokens(" ".join(column.path))} for column in made.head.columns)

"""Tables that are no coverage of the desa: ledgers of goods and money, plans of activities, and tables of people from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.blocks.places import TableApart, title_of_elsewhere
from lokmin_data.reading.layouts.not_areas import hold_money
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.half_understood import NoCoverage
from lokmin_data.reading.titles.of_illness import NoCoverageOfIllness, title_of_illness
from lokmin_data.reading.titles.schools import SchoolsOfNoDesa, schools_of_no_desa
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.titles import spaced
from lokmin_data.reading.words.values import kind_of
from lokmin_data.reading.words.vocabulary import Vocabulary

COVERAGE, PLAN = "coverage", "plan"


@dataclass(frozen=True, kw_only=True)
class NoCoverageOfActivities(Problem):
    """A table of activities with what was planned and done of each: a plan or its evaluation."""

    code = "tabel-kegiatan"
    severity = "skipped"
    what = "Tabel '{found}' memuat rencana kegiatan dan pelaksanaannya, bukan capaian indikator, sehingga tidak dibaca."
    fix = "Bila memang capaian, tulis 'Cakupan' atau 'Capaian' pada judulnya."


def without_ledgers(drafts: Sequence[Draft], reader: Reader) -> tuple[list[Draft], list[Problem]]:
    """(the tables that may count people, a problem for each other one)."""
    kept, problems = [], []
    for made in drafts:
        problem = _why_none(made, reader)
        if problem:
            problems.append(problem)
        else:
            kept.append(made)
    return kept, problems


def _why_none(made: Draft, reader: Reader) -> Problem | None:
    """Why a table holds no coverage, None where it may."""
    frame = made.head.frame
    place = {"sheet": made.sheet.name, "cell": cell_name(*made.grid.place(frame.top, frame.names))}
    if elsewhere := title_of_elsewhere((*made.context.titles, made.sheet.name)):
        return TableApart(**place, found=elsewhere)
    if title := _title_of_goods(made, reader) or _head_of_money(made, reader):
        return NoCoverage(**place, found=title)
    if title := _of_activities(made, reader):
        return NoCoverageOfActivities(**place, found=title)
    if school := schools_of_no_desa(made, reader):
        return SchoolsOfNoDesa(**place, found=school)
    if title := title_of_illness(made, reader):
        return NoCoverageOfIllness(**place, found=title)
    return None


def _title_of_goods(made: Draft, reader: Reader) -> str:
    """The title that speaks of goods or money, empty where none does or where one also speaks of coverage."""
    said = [(title, _kinds_of_title(title, reader)) for title in (*made.context.titles, made.sheet.name)]
    if any("capaian" in kinds for _, kinds in said) or _counts_people(made, reader):
        return ""
    measured = bool(made.layout.denominators) or any(each.percent for each in made.layout.measures)
    return next((title for title, kinds in said if "kuat" in kinds or "lemah" in kinds and not measured), "")


def _head_of_money(made: Draft, reader: Reader) -> str:
    """The head of a column of money beside a list of indicators that is measured against no sasaran, or of one whose numbers are
    more than people can be; empty where there is none."""
    if not made.head.axis("indicator") or made.head.axis(*AREA_LEVELS):
        return ""
    numbers = [each.number for each in made.layout.measures if each.number]
    if numbers and hold_money(made.grid, numbers, made.head.frame):
        return " › ".join(numbers[0].path)
    if any(each.meaning.sasaran for each in made.head.columns):
        return ""
    money = set(reader.words.lists["kolom_bukan_wilayah"]["uang"])
    columns = (each for each in made.head.columns if not each.meaning.axis and any(money & {*reader.tokens(text)} for text in each.path))
    rows = made.grid.rows[made.head.frame.bottom + 1 : made.head.frame.last + 1]
    counted = (each for each in columns if any(kind_of(row[each.index]) == "number" for row in rows if each.index < len(row)))
    return next((" › ".join(each.path) for each in counted), "")


def _counts_people(made: Draft, reader: Reader) -> bool:
    """True where the head of every number says that it counts people, and percents are measured against a sasaran: vials and
    doses stand beside them."""
    people = set(reader.words.lists["bukan_capaian"]["orang"])
    numbers = [each.number for each in made.layout.measures if each.number]
    measured = bool(made.layout.denominators) and any(each.percent for each in made.layout.measures)
    return measured and bool(numbers) and all(not people.isdisjoint(reader.tokens(column.path[-1])) for column in numbers)


@for_one_report
def _kinds_of_title(title: str, reader: Reader) -> frozenset[str]:
    """Of what a title speaks, its words for a year and for where the ill live apart: coverage, goods and money, or what may be either
    where percents show it."""
    lists, text = reader.words.lists["bukan_capaian"], spaced(title, reader)
    for words in (*lists["waktu"], *lists["sebaran"]):
        text = text.replace(f" {words} ", " ")
    return frozenset(kind for kind in ("capaian", "kuat", "lemah") if any(f" {words} " in text for words in lists[kind]))


def _of_activities(made: Draft, reader: Reader) -> str:
    """The title or the heads by which a table lists activities with their plan, empty where nothing says so or where a title
    speaks of coverage."""
    titles = (*_without_notes(made.context.titles, reader), made.sheet.name)
    said = [_said_of_plans(title, reader.words) for title in titles]
    if COVERAGE in said:
        return ""
    return next((title for title, says in zip(titles, said, strict=True) if says), "") or _planned(made, reader)


def _without_notes(titles: Sequence[str], reader: Reader) -> Iterator[str]:
    """The titles but for a plan with its text, "RTL : sweeping minggu III", over a title that names an indicator: the last line of
    the table above."""
    naming = [place for place, title in enumerate(titles) if any("indicator" in each.means for each in reader.understood((title,)).found)]
    for place, title in enumerate(titles):
        below = titles[place + 1] if place + 1 < len(titles) else ""
        label, colon, text = (f"{title} {below}" if below.startswith(":") else title).partition(":")
        if not (naming and place < naming[-1] and colon and text.strip() and _said_of_plans(label, reader.words) == PLAN):
            yield title


@for_one_report
def _said_of_plans(title: str, words: Vocabulary) -> str:
    """Whether a title speaks of coverage, else of a plan; empty where of neither."""
    lists, text = words.lists["rencana_kerja"], f" {' '.join(words.tokens(title))} "
    if any(f" {word} " in text for word in lists["capaian"]):
        return COVERAGE
    return PLAN if any(_speaks_of(text, word, lists["juga"]) for word in lists["judul"]) else ""


def _speaks_of(text: str, phrase: str, also: Sequence[str]) -> bool:
    """True for a title that speaks of a plan, not of one beside something else."""
    before, said, _ = text.partition(f" {phrase} ")
    return bool(said) and not set(before.split()) & set(also)


def _planned(made: Draft, reader: Reader) -> str:
    """The head of a column of activities beside one of what was planned of each, else nothing."""
    lists = reader.words.lists["rencana_kerja"]
    listed = next((column for column in made.head.axis("indicator") if set(lists["kegiatan"]) & set(reader.tokens(" ".join(column.path[-1:])))), None)
    plans = (column for column in made.head.columns if len(column.path) and " ".join(reader.tokens(column.path[-1])) in lists["rencana"])
    return " › ".join(listed.path) if listed and next(plans, None) else ""

"""Tables whose title says that they hold no results: what is left to do, targets, projections, places in a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Denominator
from lokmin_data.reading.titles.title_areas import cell_of_title
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.titles import spaced
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.turning_titles import named_by_somebody, without_enumeration
from lokmin_data.reading.words.vocabulary import SASARAN

#: Ranks are known from so many areas on.
FEWEST_RANKED = 3


@dataclass(frozen=True, kw_only=True)
class NoResults(Problem):
    """A table that holds something else than results by its title."""

    code = "judul-bukan-capaian"
    severity = "skipped"
    what = "Menurut judul '{found}' angka tabel ini bukan capaian (tetapi sisa, target, proyeksi, peringkat, atau tahun lalu); tidak dibaca."
    fix = "Unggah tabel capaiannya; bila angkanya memang capaian, pilih arti judul ini saat konfirmasi."


def without_other_results(block: Block, above: Sequence[str], reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table, problems): without numbers that its titles call no results; `above`: the titles of the sheet, for a table
    without its own."""
    if not block.layout.measures:
        return block, []
    block = _without_projections(block, reader)
    titles = [title for title in block.context.titles or above if not named_by_somebody(title, reader)]
    said = next((title for title in titles if _refuses(title, block, reader) or _ranks(title, block, reader)), "")
    said = said or next((title for title in (*titles, block.sheet.name) if _lists_sasaran(title, reader)), "") * _mostly_sasaran(block)
    said = said or _of_inhabitants(block, reader)
    if not said:
        return block, []
    problem = NoResults(sheet=block.sheet.name, cell=cell_of_title(block.sheet, said), found=said)
    return replace(block, layout=replace(block.layout, measures=(), lasts=())), [problem]


def _without_projections(block: Block, reader: Reader) -> Block:
    """The table without what it expects of an indicator ("Proyeksi K4") beside a sasaran: it divides nothing."""
    lists = reader.words.lists["judul_bukan_capaian"]

    def expected(each: Denominator) -> bool:
        own, tokens = reader.text(each.column.path[-1]).indicator, {*reader.tokens(each.column.path[-1])}
        return bool(each.scope and own and not each.population and not each.target and "sasaran" not in tokens and tokens & {*lists["awal"]})

    found = [each for each in block.layout.denominators if expected(each)]
    others = [each for each in block.layout.denominators if each not in found and not each.target]
    if not (found and others):
        return block
    return replace(block, layout=replace(block.layout, denominators=tuple(each for each in block.layout.denominators if each not in found)))


def _refuses(title: str, block: Block, reader: Reader) -> bool:
    """True for a title that calls the numbers something else, unless it speaks of a gap and a column beside the results holds it."""
    word = _otherwise(title, reader)
    return bool(word) and not (word in reader.words.lists["judul_nilai"]["selisih"] and _beside_their_gap(block, reader))


def _beside_their_gap(block: Block, reader: Reader) -> bool:
    """True for a table whose numbers are called results by their own heads, beside a column of the gap or the target: "TARGET |
    CAPAIAN | KESENJANGAN"."""
    lists = reader.words.lists
    gaps, results = {*lists["judul_nilai"]["selisih"]}, {*lists["diukur_terhadap"]["hasil_saja"]}
    own = {column.index: reader.tokens(column.path[-1]) for column in block.head.columns if column.path}
    counted = [[own[column.index] for column in (each.number, each.percent) if column] for each in block.layout.measures]
    if any(not gaps.isdisjoint(words) for heads in counted for words in heads):
        return False
    beside = any(not gaps.isdisjoint(own.get(each.index, ())) or each.meaning.role == "target" for each in block.head.columns)
    return beside and all(any(not results.isdisjoint(words) for words in heads) for heads in counted)


@for_one_report
def _otherwise(title: str, reader: Reader) -> str:
    """The word by which a title calls the numbers something else than results, empty where it does not."""
    lists = reader.words.lists["judul_bukan_capaian"]
    tokens = reader.tokens(without_enumeration(title))
    text = f" {' '.join(tokens)} "
    if any(f" {word} " in text for word in lists["juga"]):
        return ""
    named = any("indicator" in each.means or "family" in each.means for each in reader.understood((title,)).found)
    begins = named and tokens[:1] != [] and tokens[0] in lists["awal"] and "%" not in tokens
    begins = begins and not (tokens[0] == SASARAN and {*tokens} & {*lists["dengan_sasaran"]})
    others = lists["isi"] + lists["lalu"] * (named and "=" not in title)
    return next((word for word in others if f" {word} " in text), tokens[0] if begins else "")


@for_one_report
def _lists_sasaran(title: str, reader: Reader) -> bool:
    """True for a title of sasaran and of nothing beside them: "Data sasaran program kesehatan"."""
    lists = reader.words.lists
    tokens, text = reader.tokens(without_enumeration(title)), spaced(title, reader)
    before = tokens[: tokens.index(SASARAN)] if SASARAN in tokens else None
    if before is None or not {*before} <= {*lists["judul_bukan_capaian"]["awal"], *lists["judul_lain"]["pengantar"]}:
        return False
    beside = (*lists["judul_bukan_capaian"]["juga"], *lists["bukan_capaian"]["capaian"])
    return not any(f" {word} " in text for word in beside if word != SASARAN)


def _mostly_sasaran(block: Block) -> bool:
    """True for a table with more sasaran than other numbers and without percents: the ill among them are expected, too."""
    people = {each.population for each in block.layout.denominators if each.population}
    measures = block.layout.measures
    return len(people) > len({each.indicator for each in measures}) and not any(each.percent or each.month for each in measures)


def _of_inhabitants(block: Block, reader: Reader) -> str:
    """The table's own title "Data penduduk", where neither its other titles nor its columns name what is counted; empty where there
    is none."""
    columns = [column for each in block.layout.measures for column in (each.number, each.percent) if column]
    if block.layout.denominators or any(column.meaning.indicator or column.meaning.role == "percent" for column in columns):
        return ""
    titles = block.context.titles
    if any("indicator" in each.means or "family" in each.means for title in titles for each in reader.understood((title,)).found):
        return ""
    return next((title for title in titles if _names_inhabitants(title, reader) and _stands_alone(title, block)), "")


@for_one_report
def _names_inhabitants(title: str, reader: Reader) -> bool:
    """True for "Data penduduk tahun 2026": nothing but inhabitants, introducing words and a year."""
    people = {*reader.words.lists["judul_bukan_capaian"]["penduduk"]}
    words = {token for token in reader.tokens(without_enumeration(title)) if not (token.isdecimal() and token.startswith("20"))}
    return not people.isdisjoint(words) and words <= {*reader.words.lists["judul_lain"]["pengantar"], *people}


def _stands_alone(title: str, block: Block) -> bool:
    """True where nothing stands beside a title: no label "Jumlah penduduk" with its number."""
    rows = ([cell for cell in row if cell is not None] for row in block.sheet.rows)
    return any(len(row) == 1 and row[0].__class__ is str and fold_spaces(row[0]) == title for row in rows)


def _ranks(title: str, block: Block, reader: Reader) -> bool:
    """True where a title speaks of a ranking and all numbers are 1, 2, 3 ... in some order."""
    if not {*reader.tokens(title)} & {*reader.words.lists["judul_bukan_capaian"]["peringkat"]}:
        return False
    for each in block.layout.measures:
        numbers = [block.number(each.number, place) for place, row in enumerate(block.rows) if row.kind == "area"] if each.number else []
        if len(numbers) < FEWEST_RANKED or {*numbers} != {*range(1, len(numbers) + 1)}:
            return False
    return True

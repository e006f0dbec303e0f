"""Tables whose title or banner counts only a part of those whom an indicator is about: D/S of "BALITA 0-23 BULAN"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.titles.month_only import without_several_months
from lokmin_data.reading.titles.one_sex import sex_of_title
from lokmin_data.reading.titles.other_indices import without_other_indices
from lokmin_data.reading.titles.parts_of_the_ill import ill_in_part
from lokmin_data.reading.titles.title_areas import cell_of_title
from lokmin_data.reading.titles.titled_otherwise import without_other_results
from lokmin_data.reading.titles.year_before import without_year_before
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.turning_titles import named_by_somebody

#: Ages are read up to so many months; older people are not those of these indicators.
MONTHS_OF_YEAR, OLDEST, ANY_AGE = 12, 72, 999
_UNIT = r"\s*(bulan|bln|tahun|thn|th)\b(?!\s*\d)"
_RANGE = re.compile(rf"(?<!\d)(\d{{1,2}})\s*(?:-|–|s\.?/?d\.?|sd|sampai|hingga)\s*<?\s*(\d{{1,2}}){_UNIT}", re.IGNORECASE)
_BELOW = re.compile(rf"(?:<|≤|di ?bawah|kurang dari)\s*=?\s*(\d{{1,2}}){_UNIT}", re.IGNORECASE)
_FROM = re.compile(rf"(?:>|≥|di ?atas|lebih dari)\s*=?\s*(\d{{1,2}}){_UNIT}", re.IGNORECASE)
_UP = re.compile(r"(\d{1,2})\s*(bulan|bln|tahun|thn|th)\s*ke\s?atas\b", re.IGNORECASE)
#: What may stand before a range that is no age: "bulan 1-5 tahun ini".
_NO_AGE = re.compile(r"(?:bulan|bln|tanggal|tgl|tw|minggu|periode)\s*:?\s*$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class PartOfPeople(Problem):
    """A table that counts a part of an indicator's people by its title, banner or the name of its sheet."""

    code = "sebagian-sasaran"
    severity = "skipped"
    what = "'{found}' membatasi tabel ini pada sebagian sasaran, sedangkan indikatornya menghitung seluruh sasaran; angkanya tidak dibaca."
    fix = "Unggah tabel untuk seluruh sasaran; bila angkanya memang untuk seluruh sasaran, pilih arti judul ini saat konfirmasi."


@dataclass(frozen=True, kw_only=True)
class FamiliesOnly(Problem):
    """A table of visits to families: its rows count families in which somebody was served, not the people served."""

    code = "hanya-keluarga"
    severity = "skipped"
    what = "Menurut '{found}' tabel ini menghitung keluarga yang dikunjungi, bukan orang yang dilayani; hanya capaian keluarga yang dibaca."
    fix = "Unggah laporan programnya untuk capaian orang (persalinan, imunisasi, gizi)."


def without_titled_parts(block: Block, name: str, above: Sequence[str], reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table, problems): without the numbers of indicators of which its titles count a part; `above`: the titles of the
    sheet, for a table without its own."""
    block, others = without_other_results(block, above, reader)
    block, several = without_several_months(block, reader)
    block, indices = without_other_indices(block, above, reader)
    block, before = without_year_before(block)
    others = [*others, *several, *indices, *before]
    lists = reader.words.lists["judul_sebagian"]
    codes = _codes(block) - {*lists["kecuali"]}
    toddlers = codes & {*lists["indikator"]}
    sexes = {each.sex for each in block.layout.measures}
    told = {title for title in block.context.titles or above if (sex := sex_of_title(title, reader)[0]) and sexes == {sex}}
    own = [title for title in block.context.titles or above if title not in told and not named_by_somebody(title, reader)]
    titles = (*own, *_banners(block))
    some = next((title for title in titles if codes and _of_some(title, reader)), "")
    of_ages = [title for title in titles if not some and _years(title)]
    aged = {code: title for code in codes for title in of_ages if _of_an_age(title, code, reader)}
    young = (toddlers and _young(titles, (block.sheet.name, name.replace("_", " ")), reader)) or ""
    if toddlers and toddlers == codes and not young:
        young = _babies(titles, block, reader)
    wrong = dict.fromkeys(codes if some else toddlers, some or young) if some or young else {}
    ill = {code: title for title in own if (code := ill_in_part(title, codes, _in_months, reader))}
    wrong |= ill if ill and not _aged(block, reader) else {}
    visited = next((title for title in (*titles, *above) if codes and _visits_families(title, reader)), "")
    wrong = {code: visited for code in codes if visited and not _counts_families(code, reader)} | aged | wrong
    if not wrong:
        return block, others
    made = _without(block, wrong, reader)
    said = next(iter(wrong.values()))
    left_out = len(made.layout.measures) < len(block.layout.measures) or made.rows != block.rows
    kind = FamiliesOnly if said == visited else PartOfPeople
    problem = kind(sheet=block.sheet.name, cell=cell_of_title(block.sheet, said), found=said)
    return made, [*others, problem] if left_out else others


@for_one_report
def _visits_families(title: str, reader: Reader) -> bool:
    """True for a title of the visits to all families (PIS-PK)."""
    text = f" {' '.join(reader.words.folded(title).split())} "
    return any(f" {word} " in text for word in reader.words.lists["keluarga_sehat"]["kata"])


def _counts_families(code: str, reader: Reader) -> bool:
    """True for an indicator that is measured against families."""
    lists = reader.words.lists
    return bool({*lists["penyebut"].get(code, ())} & {*lists["kelompok"]["keluarga"]})


def _codes(block: Block) -> set[str]:
    named = {row.meaning.indicator for row in block.rows if row.meaning and not row.meaning.unknown}
    return (named | {each.indicator for each in block.layout.measures}) - {""}


def _banners(block: Block) -> Sequence[str]:
    """The texts over all numbers of a table."""
    paths = [{*column.path[:-1]} for each in block.layout.measures for column in (each.number, each.percent) if column]
    return sorted(set.intersection(*paths)) if paths else ()


def _young(titles: Sequence[str], names: Sequence[str], reader: Reader) -> str:
    """The nearest title that names a part of the toddlers, empty where a nearer one names all ages; else such a name of the
    sheet or the file, where no title names toddlers."""
    for title in reversed(titles):
        if _part(title, reader):
            return title
        if _ages(title):
            return ""
    all_ = {*reader.words.lists["judul_sebagian"]["semua"]}
    said = any(all_ & {*reader.tokens(title)} for title in titles)
    return "" if said else next((name for name in names if _part(name, reader)), "")


def _part(title: str, reader: Reader) -> bool:
    """True for a text that names toddlers of some ages only, and no indicator of these."""
    lists = reader.words.lists["judul_sebagian"]
    if any(each.means.get("indicator", lists["indikator"][0]) not in lists["indikator"] for each in reader.understood((title,)).found):
        return False
    if ages := _ages(title):
        months = {month for first, last in ages for month in range(first, last + 1)}
        return not months.issuperset(range(lists["umur"][0], lists["umur"][1]))
    tokens = reader.tokens(title)
    for place, token in enumerate(tokens):
        beside = {*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2]}
        if token in lists["kata"] and not beside & {*lists["sambung"]} and tokens[place - 1 : place] != ["imunisasi"]:
            return True
    return False


def _babies(titles: Sequence[str], block: Block, reader: Reader) -> str:
    """The title of a table of nothing but these indicators that names babies, where nothing names toddlers."""
    lists = reader.words.lists["judul_sebagian"]
    texts = (*titles, block.sheet.name, *(text for column in block.head.columns for text in column.path))
    if any({*lists["semua"]} & {*reader.tokens(text)} for text in texts):
        return ""
    return next((title for title in titles if {*lists["bayi"]} & {*reader.tokens(title)}), "")


@for_one_report
def _of_some(title: str, reader: Reader) -> bool:
    """True for a text that names some of anybody: the poor, the insured, the girls."""
    lists = reader.words.lists["judul_sebagian"]
    tokens = reader.tokens(title)
    if "=" in title or {*tokens} & {*lists["juga"]}:  # a legend: "P = Perempuan"
        return False
    text = f" {' '.join(tokens)} "
    some = [word for word in lists["siapa_pun"] if f" {word} " in text]
    if some and not any(f" {join} {word} " in text for join in lists["sambung"] for word in some):
        return True
    if sex_of_title(title, reader)[0]:
        return True
    sexes = sum(any(word in title.casefold() for word in words) for words in lists["jenis_kelamin"])
    return sexes == 1 and not {*tokens} & {*lists["bukan_jenis_kelamin"]}


def _of_an_age(title: str, code: str, reader: Reader) -> bool:
    """True where a title that names ages in years names those of mothers, or not those of the indicator itself."""
    lists = reader.words.lists
    own = lists["judul_sebagian"]["umur_tahun"].get(code)
    if own is None and not {*lists["judul_sebagian"]["ibu"]} & {*lists["penyebut"].get(code, ())}:
        return False
    return not any(list(each) in (own or ()) for each in _years(title))


@for_one_report
def _years(title: str) -> list[tuple[int, int]]:
    """(first, last) year of the ages that a title names in years."""
    years = [(int(match[1]), int(match[2])) for match in _RANGE.finditer(title) if match[3].lower().startswith("t")]
    years += [(0, int(match[1])) for match in _BELOW.finditer(title) if match[2].lower().startswith("t")]
    up = [match for each in (_FROM, _UP) for match in each.finditer(title)]
    years += [(int(match[1]), ANY_AGE) for match in up if match[2].lower().startswith("t")]
    return [each for each in years if each[0] < each[1] and not _NO_AGE.search(title[: title.find(str(each[0]))])]


@for_one_report
def _ages(title: str) -> list[tuple[int, int]]:
    """(first, last) month of the ages of children that a title names."""
    found = []
    for match in _RANGE.finditer(title):
        if not _NO_AGE.search(title[: match.start()]):
            found.append((_months(match[1], match[3]), _months(match[2], match[3], full=True)))
    found += [(0, _months(match[1], match[2])) for match in _BELOW.finditer(title)]
    found += [(_months(match[1], match[2]), OLDEST) for match in _FROM.finditer(title)]
    return [(first, last) for first, last in found if first < last <= OLDEST]


def _in_months(title: str) -> list[tuple[int, int]]:
    """(first, last) month of all ages that a title names in numbers."""
    years = [(first * MONTHS_OF_YEAR, last * MONTHS_OF_YEAR + MONTHS_OF_YEAR - 1) for first, last in _years(title)]
    return years or _ages(title)


def _aged(block: Block, reader: Reader) -> bool:
    """True where the heads of a table name ages: they part its numbers, and the title tells of all of them."""
    words = reader.words.lists["umur_penyakit"]["kata"]
    texts = {text for column in block.head.columns for text in column.path}
    return any(_in_months(text) or any(f" {word} " in f" {reader.words.folded(text)} " for word in words) for text in texts)


def _months(number: str, unit: str, *, full: bool = False) -> int:
    of_year = unit.lower().startswith("t")
    return int(number) * MONTHS_OF_YEAR + (MONTHS_OF_YEAR - 1) * full if of_year else int(number)


def _without(block: Block, wrong: Mapping[str, str], reader: Reader) -> Block:
    """The table without these indicators' numbers and without their people."""
    measures = tuple(each for each in block.layout.measures if each.indicator not in wrong or _confirmed(each, reader))
    rows = tuple(
        replace(row, meaning=replace(row.meaning, unknown=(wrong[row.meaning.indicator],)))
        if row.meaning and row.meaning.indicator in wrong else row
        for row in block.rows
    )  # fmt: skip
    people = {*reader.words.lists["judul_sebagian"]["sasaran"]}
    nothing = _codes(block) <= wrong.keys()  # else the others' people stay
    denominators = tuple(each for each in block.layout.denominators if measures and not nothing and each.population not in people)
    return replace(block, rows=rows, layout=replace(block.layout, measures=measures, denominators=denominators))


def _confirmed(measure: Measure, reader: Reader) -> bool:
    return any(column.path in reader.confirmed for column in (measure.number, measure.percent) if column)

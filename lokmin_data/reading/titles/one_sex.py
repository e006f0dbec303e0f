"""Tables of one form, each of one sex by a title or the name of its sheet: together they are the L and the P of everybody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block, Draft, fingerprint_of
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.turning_titles import without_enumeration

SEXES = ("L", "P")
#: The number of a table, which its counterpart cannot share: `Tabel 2a. Bayi perempuan`.
_CAPTION = re.compile(
    r"^\s*(?:tabel|tabl|tbl|table|lampiran)\b\.?\s*(?:no(?:mor)?\b\.?\s*)?(?:\d+|[ivx]+\b)(?:[-.]?\d+)*[a-d]?\b\s*[-.:)]*\s*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
#: `JENIS KELAMIN : L`, as it reads in words and spaces.
_SEX = r"l|lk|laki(?: laki)?|male|p|pr|perempuan|female"
_LETTER = re.compile(rf"\b(?:jenis kelamin|kelamin|jk|sex|gender) ({_SEX})\b(?! (?:(?:dan|atau) )?(?:{_SEX})\b)")


@for_one_report
def sex_of_title(title: str, reader: Reader) -> tuple[str, str]:
    """(L or P, the words around it) of a title that names one sex and not the other; two empty texts for any other."""
    lists = reader.words.lists["judul_sebagian"]
    text = f" {' '.join(_WORD.findall(without_enumeration(_CAPTION.sub('', title)).casefold()))} "
    if "=" in title or {*text.split()} & {*lists["bukan_jenis_kelamin"]}:
        return "", ""
    if letter := _LETTER.search(text):
        return "L" if letter[1][0] in "lm" else "P", _around(text, letter[0])
    named = [(sex, f" {word} ") for sex, words in zip(SEXES, lists["jenis_kelamin"], strict=True) for word in words if f" {word} " in text]
    return (named[0][0], _around(text, named[0][1])) if len(named) == 1 else ("", "")


def _around(text: str, word: str) -> str:
    return " ".join(text.replace(word, " ").split())


def sexes_of_tables(drafts: Sequence[Draft], above: Mapping[int, Sequence[str]], reader: Reader) -> dict[int, str]:
    """The sex of each table (by its place) that has a counterpart: the same columns, period and title, of the other sex alone;
    `above`: the titles of each sheet."""
    found: dict[tuple, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, made in enumerate(drafts):
        titles = (*(made.context.titles or above.get(made.sheet_number, ())), made.sheet.name)
        said = [each for title in dict.fromkeys(titles) if (each := sex_of_title(title, reader))[0]]
        if said and len({sex for sex, _ in said}) == 1 and not any(column.meaning.sex for column in made.head.columns):
            form = (made.context.period, made.area, fingerprint_of(made.head.columns, reader), said[0][1])
            found[form][said[0][0]].append(place)
    pairs = [places for places in found.values() if all(len(places[sex]) == 1 for sex in SEXES)]
    return {places[sex][0]: sex for places in pairs for sex in SEXES}


def with_sex(block: Block, sex: str, reader: Reader) -> Block:
    """The table with its numbers and its people as those of one sex, unless it counts women anyhow."""
    if not sex or any(row.sex for row in block.rows):
        return block
    lists = reader.words.lists
    codes = {each.indicator for each in block.layout.measures} | {row.meaning.indicator for row in block.rows if row.meaning}
    women = {*lists["kelompok"]["ibu"], *lists["kelompok"]["wus"]}
    if any(women & {*lists["penyebut"].get(code, ())} for code in codes) or codes & {*lists["judul_sebagian"]["kecuali"]}:
        return block
    made = (replace(each, sex=sex) for each in block.layout.measures)
    people = (replace(each, sex=sex) for each in block.layout.denominators)
    return replace(block, layout=replace(block.layout, measures=tuple(made), denominators=tuple(people)))

"""Tables whose title tells states of nutrition by another index than the indicator's: "Gizi buruk" below "STATUS GIZI BB/U"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.titles.title_areas import cell_of_title
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.parts_in_words import of_another_index
from lokmin_data.reading.words.turning_titles import named_by_somebody


@dataclass(frozen=True, kw_only=True)
class OtherIndex(Problem):
    """A table of states by another index than that by which an indicator is defined."""

    code = "indeks-lain"
    severity = "skipped"
    what = (
        "Menurut '{found}' status gizi tabel ini dinilai dengan indeks lain daripada indikatornya "
        "(stunting TB/U, wasting dan gizi buruk BB/TB, underweight BB/U); tidak dibaca."
    )
    fix = "Unggah tabel menurut indeks indikatornya; bila judulnya keliru, pilih arti judul ini saat konfirmasi."


def without_other_indices(block: Block, above: Sequence[str], reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table, problems): without the states of which its titles name another index; `above`: the titles of the sheet, for a
    table without its own.  A title that names the index of one of several states tells only of that one."""
    states = {each.indicator for each in block.layout.measures} & reader.words.lists["indeks_gizi"].keys()
    titles = [title for title in block.context.titles or above if "=" not in title] if states else []
    wrong = {code for code in states if of_another_index(code, (*titles, block.sheet.name), reader)}
    told = next((title for title in titles if any(of_another_index(code, (title,), reader) for code in wrong)), "")
    if not told or wrong != states or named_by_somebody(told, reader):
        return block, []
    measures = tuple(each for each in block.layout.measures if each.indicator not in wrong or _names_its_own(each, reader))
    if len(measures) == len(block.layout.measures):
        return block, []
    problem = OtherIndex(sheet=block.sheet.name, cell=cell_of_title(block.sheet, told), found=told)
    return replace(block, layout=replace(block.layout, measures=measures)), [problem]


def _names_its_own(measure: Measure, reader: Reader) -> bool:
    """True where the head of a number names the index of its indicator, or somebody confirmed it."""
    column = measure.number or measure.percent
    path = column.path if column else ()
    own = reader.words.lists["indeks_gizi"][measure.indicator]
    spaced = " ".join(token for text in path for token in ("", *reader.tokens(text), ""))
    return path in reader.confirmed or any(f" {index} " in spaced for index in own)

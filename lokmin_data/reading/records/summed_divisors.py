"""Percents measured against a sum that no column holds: N/D' of a table with N and T and without D', since D' = N + T
(whose parts add up, [[bagian]] of header_words.toml says)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.heads.named_columns import named_columns
from lokmin_data.reading.percents.proofs import HUNDRED, allowed_error, column_digits, scale_between
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.words.meaning import Reader

#: So many percents must follow from the sum, and this share of all.
FEWEST_PROOFS, PROVED_SHARE = 2, 0.8


def place_summed_divisors(records: Iterable[Record], blocks: Mapping[int, Block], reader: Reader) -> list[tuple[int, Measure]]:
    """Gives numbers whose percents follow from a sum of columns more often than from a column that sum as their denominator, at the
    place of its last part; (table, measure) of each."""
    open_: dict[tuple[int, Measure], list[Record]] = defaultdict(list)
    for record in records:
        if record.measure.percent and record.number is not None and any(_parts_of(record.measure, reader)):
            open_[record.block, record.measure].append(record)
    placed = []
    for (place, measure), same in open_.items():
        block = blocks[place]
        beaten, _ = _proofs(same, [record.denominator for record in same])
        parts = next((found for found in _sums(block, measure, reader) if _explains(block, same, found, beaten)), None)
        for record in same if parts else ():
            record.denominator = _sum(block, record, parts)
            record.denominator_place = (block.sheet_number, *block.cell(record.row, parts[-1]))
        placed += [(place, measure)] if parts else []
    return placed


def _parts_of(measure: Measure, reader: Reader) -> Iterator[list[str]]:
    """What adds up with the numbers of a measure to people whom its indicator is measured against."""
    divisors = reader.words.lists["penyebut"].get(measure.indicator, ())
    for rule in reader.words.lists["bagian"] if divisors else ():
        if rule.get("jumlah") in divisors and measure.indicator in rule["dari"]:
            yield [name for name in rule["dari"] if name != measure.indicator]


def _sums(block: Block, measure: Measure, reader: Reader) -> Iterator[Sequence[Column]]:
    """The columns of such parts in a table that has all of them."""
    named = of_form(named_columns, block.head, reader)
    for names in _parts_of(measure, reader):
        parts = [named[name] for name in names if name in named]
        if len(parts) == len(names):
            yield parts


def _sum(block: Block, record: Record, parts: Sequence[Column]) -> float | None:
    """The number of a record and those of the other parts of its row; None where one is missing."""
    numbers = [record.number, *(block.values_of(part)[record.row].number for part in parts)]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _explains(block: Block, records: Sequence[Record], parts: Sequence[Column], beaten: int) -> bool:
    """True where nearly all printed percents are the number's share of the sum, more than those `beaten`."""
    proofs, told = _proofs(records, [_sum(block, record, parts) for record in records])
    return proofs > beaten and proofs >= max(FEWEST_PROOFS, PROVED_SHARE * told)


def _proofs(records: Sequence[Record], divisors: Sequence[float | None]) -> tuple[int, int]:
    """(percents of areas that are the number's share of its divisor, all that could be)."""
    told = [
        (record.number, divisor, record.percent_100) for record, divisor in zip(records, divisors, strict=True)
        if record.kind == "area" and record.number and divisor and record.percent_100 is not None
    ]  # fmt: skip
    usual = column_digits(percent for _, _, percent in told)
    return sum(scale_between(number, whole, percent, allowed_error(percent, usual)) == HUNDRED for number, whole, percent in told), len(told)

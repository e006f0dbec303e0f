"""A list of indicators whose months stand side by side: the row that the percents of another row prove to be their divisor,
"Jumlah balita (S)" above "Balita ditimbang (D)" and "D/S (%)", month by month; it divides the others of its people, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.percents.proofs import HUNDRED, PROVED, allowed_error, column_digits, scale_between
from lokmin_data.reading.records.record import Key, Record
from lokmin_data.reading.rows.areas import Row

#: One percent may agree by chance.
FEWEST_PROOFS = 2
#: The row of a divisor.
Place = int
Pair = tuple[Record, float | None]  # a number and its printed percent


def place_rows_of_divisors(records: Iterable[Record], blocks: Mapping[int, Block], order: Mapping[str, Sequence[str]]) -> None:
    """Gives the numbers of such lists their denominators; `order`: the people whom each indicator is measured against."""
    lists = {place for place, block in blocks.items() if _is_list(block)}
    if not lists:
        return
    numbers: dict[tuple[int, Key], Record] = {}
    percents: dict[tuple[int, Key], float] = {}
    for record in records:
        if record.block not in lists:
            continue
        if record.number is not None:
            numbers[record.block, record.key] = record
        elif record.percent_100 is not None:
            percents[record.block, record.key] = record.percent_100
    rows: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for place, record in numbers.items():
        if record.denominator is None:
            rows[record.block, record.row].append((record, percents.get(place)))
    proved: set[tuple[int, str, Place]] = set()
    for (place, _), pairs in rows.items():
        if any(percent is not None for _, percent in pairs):
            proved |= {(place, pairs[0][0].key.basis, row) for row in _divide(pairs, blocks[place], order)}
    for (place, _), pairs in rows.items():
        record, block = pairs[0][0], blocks[place]
        if all(percent is None for _, percent in pairs) and (row := _usual_row(record, block, order)) is not None:
            if (place, record.key.basis, row) in proved:
                _divide_by(pairs, row, block)


def _is_list(block: Block) -> bool:
    """True for a table whose rows name indicators, one of them the percents of another, in columns of several months."""
    return bool(block.head.axis("indicator")) and any(row.kind == "percent" for row in block.rows) and len({*_months(block)}) > 1


def _months(block: Block) -> Iterator[int]:
    return (each.month for each in block.layout.measures if each.month)


def _divide(pairs: Sequence[Pair], block: Block, order: Mapping[str, Sequence[str]]) -> Iterator[Place]:
    """Divides the numbers of one row by the first row of their people that the percents prove, and gives that row."""
    record = pairs[0][0]
    for population in order.get(record.key.indicator, ()):
        for row in _rows_of(population, record, block):
            if _proved(pairs, row, block):
                _divide_by(pairs, row, block)
                yield row
                return


def _divide_by(pairs: Sequence[Pair], row: Place, block: Block) -> None:
    for each, _ in pairs:
        column = each.measure.number
        value = block.number(column, row)
        if column and value is not None:
            each.denominator, each.denominator_place = value, (block.sheet_number, *block.cell(row, column))


def _usual_row(record: Record, block: Block, order: Mapping[str, Sequence[str]]) -> Place | None:
    """The one row of the first of their people whom the list counts for this area at all."""
    for population in order.get(record.key.indicator, ()):
        rows = list(_rows_of(population, record, block))
        if rows:
            return rows[0] if len(rows) == 1 else None
    return None


def _rows_of(population: str, record: Record, block: Block) -> Iterator[Place]:
    """The other rows of the same area that count these people."""
    own = _whose(block.rows[record.row])
    for place, row in enumerate(block.rows):
        said = row.meaning
        if place == record.row or said is None or row.kind != "area" or said.unknown or said.population != population:
            continue
        if _whose(row) == own:
            yield place


def _whose(row: Row) -> tuple[str, str, str]:
    """The area and the sex of a row."""
    return row.folded, row.folded_within, row.sex or (row.meaning.sex if row.meaning else "")


def _proved(pairs: Sequence[Pair], row: Place, block: Block) -> bool:
    """True where most of the printed percents follow from the numbers of a row."""
    usual = column_digits(percent for _, percent in pairs)
    tried = [(each.number, block.number(each.measure.number, row), percent) for each, percent in pairs if percent]
    hits = sum(
        scale_between(number, value, percent, allowed_error(percent, usual)) == HUNDRED for number, value, percent in tried if number is not None
    )
    return hits >= FEWEST_PROOFS and hits > PROVED * len(tried)

"""What a printed percent proves: by which column the report divides, and whether 0-1 or 0-100 is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from statistics import median

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import OWN, Denominator, Measure
from lokmin_data.reading.percents.candidates import candidates, of_year_before
from lokmin_data.reading.percents.own_divisors import own_unread
from lokmin_data.reading.percents.shared_sasaran import is_nobodys
from lokmin_data.reading.percents.written_once import written_once

#: A denominator is proved where at least this share of the printed percents follows from it.
PROVED = 0.5
#: Nearly as good: then the catalogue's order decides.
NEARLY = 0.97
#: So many percents that all differ show that a denominator is another one.
ROWS_TO_DISPROVE = 3
FRACTION, HUNDRED = 1, 100
EXACT_DIGITS = 9

Sasaran = Mapping[tuple[str, str, str], tuple[float, tuple[int, int, int]]]  # (area, population, sex) -> value, place
Divided = tuple[float | None, tuple[int, int, int] | None]  # value, place
UNDIVIDED: Divided = (None, None)

Pairs = list[tuple[str, Denominator | None]]


@dataclass
class Proofs:
    """How often each denominator explains the printed percents of an indicator, and in how many rows it could."""

    hits: dict[tuple, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    tries: dict[tuple, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    rows: dict[tuple, int] = field(default_factory=lambda: defaultdict(int))
    scales: dict[tuple[int, int], dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    pairs: dict[tuple, Pairs] = field(default_factory=dict)  # what `candidates` said of a measure of a form

    def candidates(self, block: Block, measure: Measure, populations: Mapping[str, set[str]]) -> Pairs:
        """The denominators that may be meant, looked for once for the tables of a form in which the same columns hold numbers."""
        key = (measure, block.dividing, block.period.year, block.by_sex, of_year_before(block, measure))
        if key not in self.pairs:
            self.pairs[key] = candidates(block, measure, populations)
        return self.pairs[key]


@lru_cache(maxsize=16_384)
def digits_of(number: float) -> int:
    """The digits behind the decimal sign that a number is written with."""
    text = repr(round(float(number), 12))
    if "e" in text:
        return EXACT_DIGITS
    return min(EXACT_DIGITS, len(text.split(".")[1].rstrip("0")))


def column_digits(numbers: Iterable[float | None]) -> int:
    """The digits that most numbers of a column have; those of whole numbers cannot be seen."""
    found = [digits_of(number) for number in numbers if number]
    return int(median(found)) if found else 0


@lru_cache(maxsize=16_384)
def allowed_error(number: float, usual: int, *, finest: bool = False) -> float:
    """How far a printed percent may lie from the exact one: half of its last digit; `finest`, and among percents that were
    computed: of the usual last one, where it ends in zeros (0.2 beside 0.1851851 is exact)."""
    digits = digits_of(number) or usual
    digits = max(digits, usual) if finest or usual == EXACT_DIGITS else digits
    return 0.5 * 10.0**-digits * 1.0001 + 1e-7


def divisors_of(block: Block, column: Denominator) -> list[Divided]:
    """(value, place) of a column of a table as a denominator, row by row."""
    values = block.values[column.column.index]
    rows = [row if value.number is not None else written_once(block, row, column) for row, value in enumerate(values)]
    numbers = [(row, values[row].number) for row in rows]
    return [UNDIVIDED if number is None else (number, (block.sheet_number, *block.cell(row, column.column))) for row, number in numbers]


def group_of(block: Block, measure: Measure, code: str = "") -> tuple:
    """Tables of one form are weighed together, each indicator by itself; where a sasaran of one month stands beside the year's,
    each basis by itself, too.  `code`: the indicator, where the row names it."""
    form = f"{block.fingerprint} {measure.basis}" if block.by_month else block.fingerprint
    return (form, code or measure.indicator)


def weigh(blocks: Sequence[Block], sasaran: Sasaran) -> Proofs:
    """Tries every denominator on every printed percent of an area."""
    proofs = Proofs()
    populations: dict[str, set[str]] = defaultdict(set)
    for _, population, sex in sasaran:
        populations[sex].add(population)
    for block in blocks:
        for measure in block.layout.measures:
            if measure.number and measure.percent:
                _weigh_measure(proofs, block, measure, populations, sasaran)
    return proofs


def _weigh_measure(
    proofs: Proofs, block: Block, measure: Measure, populations: Mapping[str, set[str]], sasaran: Sasaran
) -> None:
    assert measure.number and measure.percent
    numbers, percents = block.values[measure.number.index], block.values[measure.percent.index]
    rows = [
        (row, entry, number, percent) for row, entry in enumerate(block.rows)
        if (number := numbers[row].number) and (percent := percents[row].number) and entry.kind == "area"
    ]  # fmt: skip
    if not rows:
        return
    usual = column_digits(value.number for value in percents)
    sex, weighed, group, tries = measure.sex or "T", "", (), {}
    pairs = [
        (identity, [value.number for value in block.values[column.column.index]] if column else _from_sheet(block, identity, sex, sasaran))
        for identity, column in proofs.candidates(block, measure, populations)
    ]
    for row, entry, number, percent in rows:
        code = measure.indicator or (entry.meaning.indicator if entry.meaning else "")
        if not code:
            continue
        if code != weighed:
            weighed, group = code, group_of(block, measure, code)
            tries = proofs.tries[group]
        proofs.rows[group] += 1
        error = allowed_error(percent, usual)
        matched = set()
        for identity, values in pairs:
            value = values[row]
            if value is None:
                continue
            tries[identity] += 1
            scale = scale_between(number, value, percent, error)
            if scale:
                proofs.hits[group][identity] += 1
                matched.add(scale)
        for scale in matched:
            proofs.scales[block.place, measure.percent.index][scale] += 1


def _from_sheet(block: Block, identity: str, sex: str, sasaran: Sasaran) -> list[float | None]:
    """The sasaran of a sasaran sheet for each row of a table, None where it has none."""
    found = (sasaran.get((row.folded, identity, sex)) for row in block.rows)
    return [each[0] if each else None for each in found]


def scale_between(number: float, value: float | None, percent: float, error: float) -> int:
    """100 or 1 where the percent is number / value on that scale, 0 where it is neither."""
    if not value or value < 0:
        return 0
    share = number / value
    if abs(percent - share * 100) <= error:
        return HUNDRED
    if error < 0.01 and abs(percent - share) <= error:
        return FRACTION
    return FRACTION if percent == 1 and number == value else 0  # a whole number does not show how exactly the column is written


def _is_sum_of(each: Measure, part: Measure) -> bool:
    """True for the number of both sexes of the same indicator and time."""
    time = ("indicator", "basis", "month", "months", "year")
    return each.sex in ("", "T") and all(getattr(each, name) == getattr(part, name) for name in time)


@dataclass(frozen=True)
class Divisors:
    """Which denominator each indicator has in each form of table, as proved or as the head and catalogue say."""

    proofs: Proofs
    order: Mapping[str, Sequence[str]]
    indicators: Mapping[str, Indicator]
    divides: bool  # the book prints percents that prove something
    others: Callable[[str, str], bool]  # (population, indicator): of other people than the indicator's
    owners: Callable[[frozenset[str]], frozenset[str]]  # of these indicators those whose sasaran one column may be
    shared: Mapping[str, str] = field(default_factory=dict)  # indicator -> the one that is measured against the same people
    beside: Mapping[str, Sequence[str]] = field(default_factory=dict)  # indicator -> people it is measured against only where its table names them
    known: dict[tuple, str] = field(default_factory=dict, repr=False)  # what `proved` said
    nobodys: dict[tuple[int, Denominator], None] = field(default_factory=dict, repr=False)  # (table, sasaran) that were left alone

    def chosen(
        self, block: Block, measure: Measure, populations: Mapping[str, set[str]]
    ) -> tuple[str, Denominator | None] | None:
        """(identity, column) of the number's denominator in its table, None where it cannot be said; L and P are not measured against
        those born so far where their sum is measured against the year's sasaran."""
        pair = self._chosen(block, measure, populations)
        if not (pair and pair[1]) or measure.percent or measure.sex not in ("L", "P"):
            return pair
        whole = next((each for each in block.layout.measures if _is_sum_of(each, measure)), None)
        other = self._chosen(block, whole, populations) if whole else None
        same = not (other and other[1]) or other[0] != pair[0] or other[1].column.path[:-1] == pair[1].column.path[:-1]
        return pair if same or pair[1].column.meaning.sasaran else None

    def _chosen(
        self, block: Block, measure: Measure, populations: Mapping[str, set[str]]
    ) -> tuple[str, Denominator | None] | None:
        pairs = self.proofs.candidates(block, measure, populations)
        proved = self.proved(group_of(block, measure), measure) or self._proved_anywhere(measure)
        if proved:
            return next((pair for pair in pairs if pair[0] == proved), None)
        if beside := self._proved_beside(block, measure, populations):
            return beside
        pair = self._by_head(pairs, measure)
        if pair and pair[1] and not measure.percent and is_nobodys(block, pair[1], measure, self.owners):
            self.nobodys[block.place, pair[1]] = None
            return None
        if pair and pair[1] and own_unread(block, pair[1].column, measure, self.order.get(measure.indicator, ())):
            return None
        return None if pair and self._disproved(group_of(block, measure), pair[0], measure) else pair

    def _disproved(self, group: tuple, identity: str, measure: Measure) -> bool:
        """True where percents stand beside the numbers and not one of them follows from this denominator."""
        tries = self.proofs.tries.get(group, {}).get(identity, 0)
        hits = self.proofs.hits.get(group, {}).get(identity, 0)
        return bool(measure.percent) and tries >= ROWS_TO_DISPROVE and not hits

    def proved(self, group: tuple, measure: Measure) -> str:
        """The denominator that the printed percents of a form prove; the indicator's own column, then the catalogue decides between equals."""
        key = (group, measure.indicator, measure.other)
        if key not in self.known:
            self.known[key] = self._proved(group, measure)
        return self.known[key]

    def _proved(self, group: tuple, measure: Measure) -> str:
        hits, tries, rows = self.proofs.hits.get(group), self.proofs.tries.get(group, {}), self.proofs.rows.get(group, 0)
        shares = {
            identity: count / tries[identity]
            for identity, count in (hits or {}).items()
            if tries[identity] >= PROVED * rows
        }
        if not hits or not shares or max(shares.values()) < PROVED:
            return ""
        most = max(shares.values())
        good = [identity for identity, share in shares.items() if share >= NEARLY * most]
        wanted = [OWN, *self.order.get(measure.indicator, ()), *self.order.get(measure.other, ())]
        ranked = sorted(
            good, key=lambda identity: (wanted.index(identity) if identity in wanted else len(wanted), -hits[identity])
        )
        return ranked[0]

    def explains(self, block: Block, measure: Measure) -> bool:
        """True where the printed percents of a measure are proved; where rows name the indicator, those of any of them."""
        if measure.indicator:
            return bool(self.proved(group_of(block, measure), measure))
        codes = {row.meaning.indicator for row in block.rows if row.meaning and row.meaning.indicator}
        return any(self.proved(group_of(block, measure, code), replace(measure, indicator=code)) for code in codes)

    def _proved_anywhere(self, measure: Measure) -> str:
        """What another form of table in the book proves for the same indicator."""
        key = ((), measure.indicator, measure.other)
        if key not in self.known:
            groups = (group for group in self.proofs.rows if group[1] == measure.indicator)
            found = {self.proved(group, measure) for group in groups} - {"", "sasaran", OWN, "target"}
            self.known[key] = found.pop() if len(found) == 1 else ""
        return self.known[key]

    def _proved_beside(self, block: Block, measure: Measure, populations: Mapping[str, set[str]]) -> tuple[str, Denominator | None] | None:
        """The denominator that the percents of the table prove for another indicator of the same people, where the measure has
        no percents."""
        code = self.shared.get(measure.indicator)
        other = next((each for each in block.layout.measures if code and each.indicator == code and each.sex == measure.sex and each.percent), None)
        if measure.percent or not other or not self.proved(group_of(block, other), other):
            return None
        pair = self._chosen(block, other, populations)
        column = pair[1].column if pair and pair[1] else None
        return next((each for each in self.proofs.candidates(block, measure, populations) if column and each[1] and each[1].column == column), None)

    def _by_head(
        self, pairs: list[tuple[str, Denominator | None]], measure: Measure
    ) -> tuple[str, Denominator | None] | None:
        """Without proof: the indicator's own column, the only sasaran of the table, else what the catalogue names; never other
        people than the indicator's."""
        own = [
            (identity, column) for identity, column in pairs
            if column is None or column.scope in ("", measure.indicator)
            and not (column.target or column.to_date or self.others(column.population, measure.indicator))
        ]  # fmt: skip
        scoped = [pair for pair in own if pair[1] is not None and pair[1].scope]
        if scoped:
            return scoped[0]
        local = [pair for pair in own if pair[1] is not None]
        if len(local) == 1 and local[0][0] == "sasaran":
            return local[0]
        known = self.indicators.get(measure.indicator)
        wanted = [each for each in self.order.get(measure.indicator, ()) if local or each not in self.beside.get(measure.indicator, ())]
        if known and measure.indicator not in self.order:  # an indicator of the Puskesmas' own
            if not known.population:
                return local[0] if len(local) == 1 else None
            wanted = [known.population]
        fitting = sorted((pair for pair in (local or own) if pair[0] in wanted), key=lambda pair: wanted.index(pair[0]))
        sasaran_based = bool(known and known.population)
        if fitting and any(identity.startswith(f"{fitting[0][0]} ") for identity, _ in own):
            return None  # two columns of the same people, and nothing proves which of them is meant
        if fitting and (len(local or own) == 1 or len(fitting) == 1 and local or not (sasaran_based and self.divides)):
            return fitting[0]
        unnamed = [pair for pair in local if pair[0] == "sasaran"]
        return unnamed[0] if len(unnamed) == 1 and not fitting and sasaran_based and not self.divides else None

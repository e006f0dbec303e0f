"""One table read whole: its head, rows, periods and numbers, still without a word about what is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.bases import basis_of, beside_months, has_both, unsaid_in_range
from lokmin_data.reading.blocks.context import Context
from lokmin_data.reading.blocks.laying_out import lay_out
from lokmin_data.reading.blocks.other_people import without_other_people
from lokmin_data.reading.blocks.percent_signs import with_signs
from lokmin_data.reading.blocks.places import with_places
from lokmin_data.reading.blocks.ticks import with_ticks
from lokmin_data.reading.heads.bare_numbers import without_bare_numbers
from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.counted_units import with_counted_units
from lokmin_data.reading.heads.dates_beside import with_open_month, without_dates_of_writing
from lokmin_data.reading.heads.far_names import without_far_names
from lokmin_data.reading.heads.footnotes import with_footnotes
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.headless import with_headless
from lokmin_data.reading.heads.last_and_now import without_now_of_parts
from lokmin_data.reading.heads.measures import Denominator, Layout, Measure, counts_babies, of_basis
from lokmin_data.reading.heads.named_parts import with_named_parts
from lokmin_data.reading.heads.numbered_rows import without_row_numbers
from lokmin_data.reading.heads.numbering import is_section_number, section_letter
from lokmin_data.reading.heads.proved_sums import with_proved_sums
from lokmin_data.reading.heads.remarks import without_remarks
from lokmin_data.reading.heads.served_behind import with_served_behind
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.heads.titled_heads import with_title, with_words_of_title
from lokmin_data.reading.heads.told_by_cells import with_columns_told
from lokmin_data.reading.heads.told_immunised import with_told_immunised
from lokmin_data.reading.heads.told_targets import with_told_targets
from lokmin_data.reading.heads.undivided import without_undivided
from lokmin_data.reading.heads.whole_classes import with_whole_classes
from lokmin_data.reading.layouts.named_problems import with_named_problems
from lokmin_data.reading.layouts.scored import without_means, without_scores
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.rows.bodies import Body, Whose, columns_of, read_body, values_below
from lokmin_data.reading.rows.doubted_rows import with_running_areas
from lokmin_data.reading.rows.growing import with_grown_months, with_months_beside
from lokmin_data.reading.rows.served_rows import with_parts_of_desa, without_served
from lokmin_data.reading.rows.subtotals import with_subtotals
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.period import Period
from lokmin_data.reading.words.titles import titled_percent
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import Value, kind_of

#: A row of a table's body has at least so many numbers.
FEWEST_NUMBERS = 2
#: An export is known by so many heads of at least so many underscores.
FEWEST_EXPORTED, WORDS_OF_EXPORT = 3, 3

#: (row, percent, allowed error) of the printed percents of a column.
Shares = list[tuple[int, float, float]]


@dataclass(frozen=True)
class Block:
    """A table with everything that was read of it.

    `period` and the bases of `measures` hold what the table says or inherits.  `values` gives the numbers of a
    column, row by row of `rows`.  `place` is the table's number in the book.
    """

    place: int
    sheet_number: int
    sheet: Sheet = field(repr=False)
    grid: Grid = field(repr=False)
    head: Head = field(repr=False)
    layout: Layout = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    context: Context
    period: Period
    title: Meaning
    values: dict[int, list[Value]] = field(repr=False)
    recap: bool = False
    fingerprint: str = ""  # what tables of one form share: the meanings of their columns
    shares: dict[Column, Shares] = field(default_factory=dict, repr=False, compare=False)  # what is known of printed percents
    divided: dict[tuple, tuple] = field(default_factory=dict, repr=False, compare=False)  # and of what they divide
    _unread: dict[Column, list[Value]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def lists_sasaran(self) -> bool:
        """True for a list of sasaran: denominators, hardly anything unknown, and not one number of an indicator."""
        if len(self.layout.unknown) > len(self.layout.denominators):
            return False
        columns = [column for measure in self.layout.measures for column in (measure.number, measure.percent) if column]
        return not any(value.number is not None for column in columns for value in self.values[column.index])

    @cached_property
    def dividing(self) -> tuple[Denominator, ...]:
        """The denominators whose column holds a number that divides: no percent, as of a target."""
        columns = ((each, self.values[each.column.index]) for each in self.layout.denominators)
        return tuple(each for each, values in columns if any(value.number is not None and not value.signed for value in values))

    @cached_property
    def by_sex(self) -> bool:
        """True where rows are of one sex: their sasaran is of that sex, too."""
        return bool(self.head.axis("sex"))

    @cached_property
    def by_month(self) -> bool:
        """True where the sasaran of a month, or of the months so far, stands beside that of the year: numbers are measured by
        their basis."""
        kinds = {each.to_date for each in self.dividing if not each.target}
        return kinds == {True, False}

    def number(self, column: Column | None, row: int) -> float | None:
        """The number of a column in the row's place in `rows`; None where there is none."""
        return self.values[column.index][row].number if column else None

    def values_of(self, column: Column) -> list[Value]:
        """The numbers of a column, also of one that is not read; looked at once, whatever it is compared with."""
        if column.index in self.values:
            return self.values[column.index]
        if column not in self._unread:
            self._unread[column] = values_below(self.grid, column, self.rows)
        return self._unread[column]

    def cell(self, row: int, column: Column) -> tuple[int, int]:
        """(row, column) in the sheet of a place of the table."""
        return self.grid.place(self.rows[row].index, column.index)


def fingerprint_of(columns: Iterable[Column], _: Reader) -> str:
    """The meanings of a head's columns as one text, without what only tells where they stand.  Both sexes are one meaning,
    told or not: "Jumlah" and its misspelling in one month make no two forms."""
    return "|".join(
        f"{each.axis},{each.role},{each.indicator},{each.population},{each.basis},{each.sex or 'T'},{each.month},{each.year},{each.unknown}"
        for each in (column.meaning for column in columns)
    )


@dataclass(frozen=True)
class Draft:
    """A table whose head and surroundings are known, before its rows are read."""

    sheet_number: int
    sheet: Sheet = field(repr=False)
    grid: Grid = field(repr=False)
    head: Head = field(repr=False)
    layout: Layout = field(repr=False)
    context: Context
    title: Meaning
    area: str = ""  # whose table it is, where no column names areas
    level: str = "desa"
    within: str = ""  # the desa of a posyandu
    body: Body | None = field(default=None, repr=False)  # where it was read already

    @property
    def whose(self) -> Whose:
        """Whose table it is, where no column names areas."""
        return Whose(self.area or self.context.desa, self.level, self.within)

    @property
    def useful(self) -> bool:
        """True where the table holds numbers that can be observations or sasaran."""
        return bool(self.layout.measures) or bool(self.layout.denominators) and len(self.layout.unknown) <= len(self.layout.denominators)


def draft(
    sheet_number: int, sheet: Sheet, grid: Grid, head: Head, context: Context, reader: Reader, *, named: Meaning, area: str = ""
) -> Draft:
    """A table's head with what stands around it; `named` is what its titles name."""
    head = with_columns_told(head, grid, reader)
    head = without_row_numbers(with_named_parts(with_headless(head, grid, reader), grid, reader), grid, reader)
    head = with_proved_sums(with_served_behind(with_whole_classes(with_counted_units(head, reader), reader), reader), grid, reader)
    head = without_undivided(without_dates_of_writing(with_footnotes(head, grid, context.period, reader), grid, context.period, reader), grid, reader)
    head = without_now_of_parts(with_told_immunised(head, (*context.titles, sheet.name), reader), (*context.titles, sheet.name), reader)
    head = without_bare_numbers(head, grid, named, context.titles, context.period.month or 0, reader)
    head = without_scores(without_means(with_words_of_title(head, context.titles, named, reader), reader), reader)
    head = with_named_problems(head, grid, named, reader)
    head, named = without_other_people(head, named, (*context.titles, sheet.name), reader)
    head = with_told_targets(with_signs(_under(with_places(grid, head, reader), named, reader), sheet, grid), grid, reader)
    head, named = without_far_names(head, grid, reader), Meaning() if named.several else named
    rows_name_it = bool(head.axis("indicator")) or not any(each.meaning.indicator for each in head.columns) and has_sections(grid, head, reader)
    percents = titled_percent(context.titles, reader) and not any(each.meaning.role == "percent" for each in head.columns)
    counting = without_remarks(head, grid)
    kind = (counting.columns, named, percents, rows_name_it)
    layout = reader.forms.layout(kind, lambda: lay_out(counting, named, percents=percents, rows_name_it=rows_name_it))
    return Draft(sheet_number, sheet, grid, head, layout, with_open_month(context, head), named, area)


def _under(head: Head, title: Meaning, reader: Reader) -> Head:
    """The head as it reads below a title."""
    columns = reader.forms.changed((head.columns, title), lambda: with_ticks(with_title(head, title, reader), title, reader).columns)
    return head if columns == head.columns else replace(head, columns=columns)


def with_body(made: Draft, reader: Reader) -> Draft:
    """The draft of a useful table with what stands below its head, unless other sheets may say whose table it is: it is read
    while they are still parsed."""
    known = made.useful and (made.area or made.head.axis(*AREA_LEVELS))
    return replace(made, body=_body(made, reader)) if known else made


def _body(made: Draft, reader: Reader) -> Body:
    return read_body(made.grid, made.head, made.layout, made.context.titles, made.whose, reader)


def has_sections(grid: Grid, head: Head, reader: Reader) -> bool:
    """True where rows inside a table hold nothing but the name of an indicator, perhaps numbered, or lettered with its total; the
    title of the next table does not count."""
    frame = head.frame
    rows = [row[frame.left : frame.right + 1] for row in grid.rows[frame.bottom + 1 : frame.last + 1]]
    while rows and list(map(kind_of, rows[-1])).count("number") < FEWEST_NUMBERS:
        rows.pop()
    for row in rows:
        if row and row[0].__class__ in (int, float) and len(row) - row.count(None) > FEWEST_NUMBERS:
            continue  # most rows: a number, a name and what was counted
        filled = [cell for cell in row if cell is not None]
        if len(filled) > FEWEST_NUMBERS and filled[0].__class__ is not str:
            continue
        lettered = len(filled) > 1 and section_letter(filled[0], alone=True)
        if len(filled) > 1 and (lettered or is_section_number(filled[0])):
            filled = filled[1:]
        if (len(filled) == 1 or lettered) and filled[0].__class__ is str:
            meaning = reader.text(fold_spaces(filled[0]))
            if meaning.indicator and not meaning.unknown:
                return True
    return False


def read_block(
    place: int, made: Draft, period: Period, indicators: Mapping[str, Indicator], reader: Reader, *, recap: bool
) -> Block:
    """The table of a draft with its rows and numbers; `period` is the table's own filled from the book's."""
    body = made.body if made.body and made.body.whose == made.whose else _body(made, reader)
    exported = with_months_beside(_as_exported(made, body.rows, indicators), body.rows, body.values)
    rows, layout = body.rows, _with_bases(exported, period, indicators, body.rows)
    values = {column.index: body.values[column.index] for column in columns_of(layout)}
    rows = with_running_areas(rows, layout, values)
    rows = without_served(with_subtotals(with_parts_of_desa(rows, layout, values), layout, values))
    layout = with_grown_months(layout, rows, values, period, made.context.added)
    return Block(
        place, made.sheet_number, made.sheet, made.grid, made.head, layout, rows, made.context, period, made.title, values, recap,
        of_form(fingerprint_of, made.head, reader),
    )  # fmt: skip


def _as_exported(made: Draft, rows: Sequence[Row], indicators: Mapping[str, Indicator]) -> Layout:
    """The layout of a SIGIZI export of pregnant women (heads such as Jumlah_ibu_hamil_periksa_Hb): such exports count
    from January to their month, whatever month stands in the row; of babies several months have to show it."""
    named = [column for column in made.head.columns if column.path and column.path[-1].count("_") >= WORDS_OF_EXPORT]
    if len(named) < FEWEST_EXPORTED:
        return made.layout
    alone = len({row.period.month for row in rows if row.kind == "area"}) == 1

    def counted(measure: Measure) -> Measure:
        known = indicators.get(measure.indicator)
        of_mothers = known and known.programme == "gizi_ibu_hamil" and known.kind == "cumulative"
        unsure = alone and counts_babies(measure)
        return replace(measure, basis="cumulative") if of_mothers and not (measure.basis or unsure) else measure

    return replace(made.layout, measures=tuple(counted(measure) for measure in made.layout.measures))


def _with_bases(layout: Layout, period: Period, indicators: Mapping[str, Indicator], rows: Sequence[Row]) -> Layout:
    """The layout with every measure's basis decided.

    Left out: a point added up beside its month, and what a range such as April to June adds up without saying how.
    """
    twice = has_both(layout.measures, indicators)
    by_month, by_year = any(row.period.month for row in rows), any(row.period.year for row in rows)
    measures = []
    for measure in layout.measures:
        known = indicators.get(measure.indicator)
        if measure.indicator in twice and measure.basis == "cumulative":
            continue
        if not by_month and unsaid_in_range(measure, known, period):
            continue
        basis = measure.basis
        if measure.indicator:
            open_ = beside_months(measure, layout.measures, period, layout.unknown)
            basis = basis_of(measure, known, open_, rows_say_month=by_month, rows_say_year=by_year)
            if basis == "month" and not (measure.basis or measure.month) and by_month and all(row.period.adds for row in rows if row.period.month):
                basis = "cumulative"
        measures.append(measure if basis == measure.basis else of_basis(measure, basis))
    return replace(layout, measures=tuple(measures))


def measure_of_row(measure: Measure, row: Row, indicators: Mapping[str, Indicator], period: Period) -> Measure | None:
    """The measure as a row completes it: its indicator, sex or period; None where the row names no known indicator."""
    if row.meaning is not None and not measure.indicator:
        if row.meaning.unknown or not row.meaning.indicator:
            return None
        measure = replace(measure, indicator=row.meaning.indicator, other=row.meaning.other, sex=measure.sex or row.meaning.sex)
        measure = replace(
            measure, basis=basis_of(measure, indicators.get(measure.indicator), row.period.filled(period))
        )
    if row.sex and not measure.sex:
        measure = replace(measure, sex=row.sex)
    return measure if measure.indicator else None

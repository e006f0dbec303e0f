"""Reads one report: sheets to tables, tables to records, records to observations and problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Draft, with_body
from lokmin_data.reading.blocks.context import Context, place_name, read_context
from lokmin_data.reading.blocks.repeated_forms import drafts_of
from lokmin_data.reading.heads.continued import heads_continued
from lokmin_data.reading.heads.legends import with_legend
from lokmin_data.reading.heads.notes_beside import heads_without_notes
from lokmin_data.reading.layouts.other_layouts import other_layouts
from lokmin_data.reading.layouts.pairs import grid_of
from lokmin_data.reading.layouts.role_rows import frames_of_roles
from lokmin_data.reading.opening.book import Book, Sheet, cell_name
from lokmin_data.reading.percents.proofs import Divisors, weigh
from lokmin_data.reading.percents.proved_measures import proved_measures
from lokmin_data.reading.percents.same_form_percents import with_common_owners
from lokmin_data.reading.percents.shared_sasaran import owners_of, told
from lokmin_data.reading.percents.whole_table import Around, read_whole
from lokmin_data.reading.problems.half_understood import NoArea, OddPeriod, QuarterOnly
from lokmin_data.reading.records.both_sexes import with_both_sexes
from lokmin_data.reading.records.carried_sums import with_carried_sums
from lokmin_data.reading.records.contradicting import without_contradictions, without_older
from lokmin_data.reading.records.counted_statuses import counted_statuses
from lokmin_data.reading.records.desa_sums import desa_of_sums
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.records.listed_sasaran import in_all_spellings, listed_sasaran
from lokmin_data.reading.records.memory import confirm, corrected, layout_of
from lokmin_data.reading.records.merging import merge
from lokmin_data.reading.records.parts_of_the_year import quarters_only, subtotals
from lokmin_data.reading.records.record import only_divisors, records_of, status_numbers
from lokmin_data.reading.records.repeated_sums import with_repeated_sums
from lokmin_data.reading.records.reported import (
    empty_forms,
    reported_only,
    silent_areas,
    unreported_months,
    unscheduled_zeros,
)
from lokmin_data.reading.records.same_names import join_wider, print_paths
from lokmin_data.reading.records.scales import place_denominators
from lokmin_data.reading.records.summed_divisors import place_summed_divisors
from lokmin_data.reading.records.whole_sheets import of_the_whole, whole_sheets
from lokmin_data.reading.titles.covers import cover_period, of_book, under_cover
from lokmin_data.reading.titles.forgotten_titles import without_forgotten
from lokmin_data.reading.titles.left_over import without_left_over
from lokmin_data.reading.titles.named_months import named_otherwise, titles_differ
from lokmin_data.reading.titles.no_coverage import without_ledgers
from lokmin_data.reading.titles.numbered_sheets import with_numbered_months
from lokmin_data.reading.titles.one_sex import sexes_of_tables
from lokmin_data.reading.titles.pivot_tables import without_other_pivots
from lokmin_data.reading.titles.put_aside import without_put_aside
from lokmin_data.reading.titles.repeated_cards import repeated_cards
from lokmin_data.reading.titles.scored_tables import without_scored
from lokmin_data.reading.titles.side_months import table_context, without_unsure
from lokmin_data.reading.titles.stacked_desa import with_desa_above
from lokmin_data.reading.titles.summed_sheets import of_summed_book, of_summed_sheet, of_summed_titles, sums_unused
from lokmin_data.reading.titles.title_areas import (
    AreaOfServing,
    area_of_sheet,
    cell_of_title,
    posyandu_of_title,
    puskesmas_of_sheet,
    serving_only,
)
from lokmin_data.reading.titles.told_below import with_notes_below
from lokmin_data.reading.words.meaning import AREA_LEVELS
from lokmin_data.reading.words.own_people import people_of
from lokmin_data.reading.words.period import NEVER, Period, months_text
from lokmin_data.reading.words.period_names import period_of_name
from lokmin_data.reading.words.titles import titled_indicator
from lokmin_data.reading.words.tokens import fold_spaces

#: Tables without areas on so many sheets are taken for one sheet a desa.
SHEETS_OF_DESA = 2


def look_at(whole: Interpretation, number: int, sheet: Sheet) -> None:
    """Take the tables of one sheet; the sheets come in their order."""
    whole.all_drafts += _drafts(number, sheet, whole)


def read_early(
    whole: Interpretation, sheets: Sequence[Sheet], indicators: Mapping[str, Indicator], *, year: int | None = None, month: int | None = None
) -> None:
    """Read the tables of the last of the sheets while the next ones are parsed, as if none of these told anything new."""
    here = [made for made in whole.all_drafts if made.body and made.sheet is sheets[-1]]
    period = _book_period([made for made in whole.all_drafts if made.useful], whole, sheets, year, month) if here else NEVER
    for made in here:
        around = _around(made, whole, period, "")
        whole.early.keep(made, around, read_whole(made, around, indicators, whole.reader))


def _around(made: Draft, whole: Interpretation, book_period: Period, sex: str) -> Around:
    return Around(of_book(made.context.period, book_period), sex, whole.book.name, whole.contexts[made.sheet_number].titles)


def interpret(
    whole: Interpretation,
    book: Book,
    indicators: Mapping[str, Indicator],
    *,
    year: int | None = None,
    month: int | None = None,
    skip: frozenset[int] = frozenset(),
    memory: Mapping[str, Mapping[str, Any]] | None = None,
) -> Interpretation:
    """The book understood, whose sheets were looked at; `skip` are the numbers of sheets read by other means (by-name
    lists, copies)."""
    whole.book, whole.layout, reader = book, layout_of(whole.all_drafts), whole.reader
    _remember(whole, skip, (memory or {}).get(whole.layout, {}))
    said = Period(year or 0, month or 0).filled(period_of_name(book.name, reader.words))
    summed = of_summed_book(with_numbered_months(whole.all_drafts, book.sheets, said), book.name, reader)
    whole.all_drafts = of_summed_titles(summed, reader)
    useful, ledgers = without_ledgers([made for made in whole.all_drafts if made.useful], reader)
    useful, pivots = without_other_pivots(useful, reader)
    useful, scored = without_scored(useful, reader)
    useful, aside = without_put_aside(useful, reader)
    useful, left_over = without_left_over(useful, whole.contexts, reader)
    useful, unsure = without_unsure(useful)
    whole.drafts, forgotten = without_forgotten(_with_areas(useful, whole), reader)
    whole.problems += [*ledgers, *pivots, *scored, *aside, *left_over, *unsure, *forgotten, *sums_unused(whole.drafts, book, whole.contexts, reader)]
    whole.problems += [*named_otherwise(whole.drafts, book.name, reader), *titles_differ(whole.drafts, reader, {each.sheet for each in forgotten})]
    book_period = _book_period(whole.drafts, whole, book.sheets, year, month)
    sexes = sexes_of_tables(whole.drafts, {number: each.titles for number, each in whole.contexts.items()}, reader)
    for place, made in enumerate(whole.drafts):
        around = _around(made, whole, book_period, sexes.get(place, ""))
        table = whole.early.of(made, around) or read_whole(made, around, indicators, reader)
        block, period = table.at(place).block, around.period
        told = [each for each in table.told if each not in whole.problems]  # tables of one title, one for each desa
        whole.blocks[place], whole.problems = block, [*whole.problems, *told, *table.problems]
        if period.odd_range and len(block.layout.measures) < len(made.layout.measures):
            whole.problems.append(OddPeriod(sheet=made.sheet.name, found=months_text(period.first, period.month)))
        whole.printed |= {row.folded: row.area for row in block.rows if row.kind == "area"}
    whole.blocks = with_repeated_sums(with_carried_sums(with_common_owners(whole.blocks)), indicators)
    whole.sasaran = listed_sasaran(list(whole.blocks.values()), reader)
    _read_records(whole, indicators)
    _name_from_elsewhere(whole)
    return whole


def _name_from_elsewhere(whole: Interpretation) -> None:
    """Where no label or title names the Puskesmas: the only name of a Puskesmas column, else the file's name."""
    if not whole.contexts or place_name(whole.contexts.values(), "puskesmas"):
        return
    names = {
        fold_spaces(cell)
        for block in whole.blocks.values() if block.head.axis("desa", "desa_posyandu", "posyandu")
        for column in block.head.axis("puskesmas")
        for row in block.rows if row.kind == "area"
        if (cell := block.grid.rows[row.index][column.index]).__class__ is str
    }  # fmt: skip
    stem = whole.book.name.replace("_", " ")
    name = names.pop() if len(names) == 1 else place_name([Context(titles=(stem,))], "puskesmas")
    if name:
        first = next(iter(whole.contexts))
        whole.contexts[first] = replace(whole.contexts[first], puskesmas=name)


def _remember(whole: Interpretation, skip: frozenset[int], confirmed: Mapping[str, Any]) -> None:
    """Read the tables once more with what was confirmed for this form."""
    if confirmed.get("corrections"):
        whole.book, problems = corrected(whole.book, confirmed["corrections"])
        whole.problems += problems
    if confirmed.get("columns"):
        confirm(whole.reader, confirmed["columns"], whole.all_drafts)
    if confirmed:
        whole.all_drafts = []
        for number, sheet in enumerate(whole.book.sheets):
            if number not in skip:
                look_at(whole, number, sheet)


def _drafts(number: int, sheet: Sheet, whole: Interpretation) -> Iterable[Draft]:
    """The tables of a sheet with their contexts; the sheet's own context is remembered for the book."""
    reader = whole.reader
    grid, heads = heads_continued(*heads_without_notes(with_legend(grid_of(sheet, reader), reader), reader), reader)
    tops = [head.frame.top for head in heads] or [frame.top for frame in frames_of_roles(grid, reader)]
    first = min(tops, default=len(sheet.rows))
    context = read_context(grid, 0, min(first, 60), 0, grid.width, reader)
    named = period_of_name(sheet.name, reader.words)
    whole.contexts[number] = replace(context, period=context.period.filled(named))
    title = replace(titled_indicator(context.titles if heads else (), reader), population="")  # people are named above one table only
    if not (title.indicator or title.unknown):
        named_by = titled_indicator((sheet.name, whole.book.name)[::-1], reader, names=True)
        title = named_by if named_by.indicator or not title.family else title
    tables = other_layouts(grid, heads, reader, titled=whole.contexts[number].period.filled(period_of_name(whole.book.name, reader.words)))
    frames = list(dict.fromkeys(found.frame for found in tables))
    plain = replace(whole.contexts[number], desa="")
    contexts = of_summed_sheet([table_context(grid, found.frame, frames, plain, reader) for found in tables], sheet.name, named, reader.words)
    contexts, whole.contexts[number] = with_desa_above(contexts, [found.head for found in tables], whole.contexts[number], reader)
    yield from (with_body(made, reader) for made in drafts_of(number, sheet, tables, contexts, title, reader))


def _with_areas(drafts: Sequence[Draft], whole: Interpretation) -> list[Draft]:
    """The tables with the area each belongs to where no column names areas; those of nobody are left out and told."""
    reader = whole.reader
    lacking = [made for made in drafts if not made.area and not made.head.axis(*AREA_LEVELS)]
    alone = len({made.sheet_number for made in lacking}) < SHEETS_OF_DESA
    cards, kept = repeated_cards(lacking, reader), []
    for made in drafts:
        if made not in lacking:
            kept.append(made)
            continue
        context = made.context.under(whole.contexts[made.sheet_number])
        posyandu = context.posyandu or posyandu_of_title(context)
        if posyandu:
            within = context.desa or area_of_sheet("", context, reader, alone=True)
            kept.append(replace(made, area=posyandu, level="posyandu", within=within))
            continue
        area = area_of_sheet(made.sheet.name, context, reader, alone=alone)
        nobody = (context.nobody or id(made) in cards) and not area
        puskesmas = "" if area or nobody else puskesmas_of_sheet(made.sheet.name, context, [*whole.contexts.values()], reader)
        serving = "" if area else serving_only((*made.context.titles, *whole.contexts[made.sheet_number].titles))
        if serving and not nobody:
            cell = cell_of_title(made.sheet, serving)
            whole.problems.append(AreaOfServing(sheet=made.sheet.name, cell=cell, found=serving))
        elif area or puskesmas:
            kept.append(replace(made, area=area or puskesmas, level="desa" if area else "puskesmas"))
        else:
            cell = cell_name(*made.grid.place(made.head.frame.top, made.head.frame.left)) if nobody else ""
            whole.problems.append(NoArea(sheet=made.sheet.name, cell=cell))
    return kept


def _book_period(drafts: Sequence[Draft], whole: Interpretation, sheets: Sequence[Sheet], year: int | None, month: int | None) -> Period:
    """What holds for tables that do not say when: the book's only year, the options, the cover, the file's name."""
    years = {context.period.year for context in whole.contexts.values() if context.period.year}
    years |= {made.context.period.year for made in drafts if made.context.period.year}
    said = Period(year=years.pop()) if len(years) == 1 else NEVER
    name = whole.book.name
    stem = period_of_name(name, whole.reader.words)
    given = Period(year or 0, month or 0, adds=stem.adds and not stem.month)
    titled = any(context.titles for context in whole.contexts.values())  # else a plain list of numbers as portals publish it
    if titled and set(whole.reader.words.lists["nama_setahun"]["kata"]).isdisjoint(whole.reader.tokens(name)):
        stem = replace(stem, unnamed=not stem.month)  # "K1 2026" may hold any of its months
    cover = cover_period(drafts, whole.contexts, sheets, whole.reader)
    period = under_cover(said.filled(given), cover, stem)
    months = {each.period.month for each in whole.contexts.values()} | {made.context.period.month for made in drafts}
    period = with_notes_below(period, months, drafts, sheets, whole.reader)
    monthly = not period.month and bool(months - {0})  # such a book reports no whole year
    return replace(period, unnamed=True) if monthly else period


def _read_records(whole: Interpretation, indicators: Mapping[str, Indicator]) -> None:
    """Records of all tables, with denominators and scales; months not reported and doubles taken out."""
    blocks, lists = whole.blocks, whole.reader.words.lists
    sasaran = in_all_spellings(whole.sasaran, blocks.values())
    whole.proofs = weigh(list(blocks.values()), sasaran)
    proves, beside = bool(whole.proofs.hits), (lists["penyebut_sama"], lists["penyebut_setabel"])
    divisors = Divisors(whole.proofs, lists["penyebut"], indicators, proves, people_of(lists), owners_of(lists), *beside)
    records = [record for block in blocks.values() for record in records_of(block, indicators)]
    records += [record for block in blocks.values() for record in status_numbers(block, indicators, lists["ya_tidak"])]
    records = with_both_sexes(records, blocks, lists)
    forms = {place: block.fingerprint for place, block in blocks.items()}
    whole.unreported = unreported_months(records, forms, blocks)
    records, whole.unfilled = reported_only(records, forms, whole.unreported)
    records, unsure = place_denominators(records, blocks, divisors, sasaran)
    whole.problems += [*unsure, *told(blocks, divisors.nobodys)]
    whole.proved = proved_measures(blocks, divisors) | dict.fromkeys(place_summed_divisors(records, blocks, whole.reader), True)
    whole.records = records
    for form, months in empty_forms(records, blocks, indicators).items():
        whole.unreported[form] = whole.unreported.get(form, set()) | months
    whole.silent = silent_areas(records, blocks)
    added = subtotals(records, blocks)
    quarters = quarters_only(records, blocks, indicators) - added
    for block in sorted({records[place].block for place in quarters if records[place].kind != "total"}):
        whole.problems.append(QuarterOnly(sheet=blocks[block].sheet.name))
    counted, problems = counted_statuses(records, blocks, indicators)
    whole.problems += problems
    dropped = quarters | added | counted | unscheduled_zeros(records, indicators) | only_divisors(records, blocks)
    areas, sums = [], of_the_whole(records, whole_sheets(whole.drafts))
    for place, record in enumerate(records):
        month = (record.key.year, record.key.month)
        if place in dropped or month in whole.unreported.get(forms[record.block], ()):
            continue
        if record.kind == "total" or place in sums:
            whole.totals.append(record)
        elif record.kind == "apart":
            whole.apart.append(record)
        elif (record.block, record.key.area, month) not in whole.silent or record.key.basis != "cumulative":
            areas.append(record)
    areas += desa_of_sums(whole.totals, areas, blocks, whole.reader)
    join_wider(areas)
    kept, clashes = merge(areas, blocks)
    whole.kept, whole.clashes, problems = without_contradictions(kept, clashes, areas, blocks)
    whole.clashes, older = without_older(whole.clashes, blocks)
    whole.problems += problems + older
    print_paths(whole.kept, blocks)

"""All contradictions of a book in the order in which they explain one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.asking.numbers_beside import numbers_beside
from lokmin_data.reading.asking.outside import left_out
from lokmin_data.reading.asking.unknown import nameless, unknown_rows, unproved_percents
from lokmin_data.reading.asking.unread import nameless_rows, unread_people
from lokmin_data.reading.asking.unsaid import unsaid
from lokmin_data.reading.asking.wider_levels import wider_levels
from lokmin_data.reading.asking.words_behind import words_behind
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Findings
from lokmin_data.reading.blocks.ticks import both_ticked, unclear_answers
from lokmin_data.reading.checks.book import check_clashes, check_measured, told_once
from lokmin_data.reading.checks.groups import check_groups
from lokmin_data.reading.checks.in_tables import check_errors, check_negative, check_sexes, check_totals
from lokmin_data.reading.checks.months import check_month_sums
from lokmin_data.reading.checks.parts import check_parts
from lokmin_data.reading.checks.printed_percents import check_percents
from lokmin_data.reading.checks.row_parts import check_row_parts
from lokmin_data.reading.checks.rows import check_percent_rows, check_sex_rows
from lokmin_data.reading.checks.scales import check_small_percents
from lokmin_data.reading.checks.sex_tables import check_sex_tables
from lokmin_data.reading.checks.time import check_falls, check_lasts, check_sums, series_of
from lokmin_data.reading.checks.yearly import check_yearly_percents
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.records.reported import reported_only
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.rows.row_parts import parts_told
from lokmin_data.reading.rows.subtotals import rows_left_out


def all_problems(whole: Interpretation, indicators: Mapping[str, Indicator]) -> list[Problem]:
    """Every contradiction of the book, each root cause once: cells first, then what is told once a file."""
    findings = Findings()
    blocks = whole.blocks
    forms = {place: block.fingerprint for place, block in blocks.items()}
    for block in blocks.values():
        if not _unreported(block, whole):
            findings.add_all(check_errors(block))
            findings.add_all(check_negative(block))
            findings.add_all(check_sexes(block, "area", findings))
            findings.add_all(check_sex_rows(block, findings))
    series = series_of(whole.kept)
    findings.add_all(check_falls(series, blocks))
    findings.add_all(check_clashes(whole.clashes, whole, findings))
    findings.add_all(check_sums(series, whole.clashes, blocks, findings))
    findings.add_all(check_lasts(blocks, findings))
    for block in blocks.values():
        findings.add_all(check_month_sums(block, whole.reader, findings))
        findings.add_all(check_yearly_percents(block, findings))
    findings.add_all(check_percents(reported_only(whole.records, forms, whole.unreported)[0], blocks, whole.proved, findings))
    findings.add_all(check_percent_rows(whole.records, blocks))
    findings.add_all(check_small_percents(whole.records, blocks, indicators, findings))
    for block in blocks.values():
        findings.add_all(check_totals(block, findings, blocks.values(), whole.unreported.get(block.fingerprint, ())))
        findings.add_all(check_sexes(block, "total", findings))
        findings.add_all(check_row_parts(block, findings))
    findings.add_all(check_sex_tables(whole.kept, blocks, findings))
    findings.add_all(check_groups(blocks, whole.reader))
    for block in blocks.values():
        findings.add_all(check_parts(block, whole.reader, findings))
    findings.add_all(check_measured(whole.kept, whole, indicators))
    problems = [each.problem for each in findings.items]
    problems += [*told_once(whole.kept, whole, indicators), *nameless(whole.all_drafts)]
    problems += [problem for block in blocks.values() if not _unreported(block, whole) for problem in nameless_rows(block)]
    problems += [*unsaid(blocks.values(), indicators), *rows_left_out(map(_named_rows, blocks.values()), whole.reader)]
    problems += parts_told((*_named_rows(block), block.grid, block.head) for block in blocks.values())
    problems += [*unread_people(blocks.values()), *both_ticked(blocks.values(), whole.reader)]
    problems += unclear_answers(blocks.values(), indicators, whole.reader)
    problems += numbers_beside(blocks.values(), whole.all_drafts, whole.reader)
    problems += [*left_out(whole.all_drafts, blocks.values(), whole.reader), *wider_levels(whole), *words_behind(whole)]
    return [*problems, *unknown_rows(blocks.values()), *unproved_percents(blocks.values(), whole.proved)]


def _named_rows(block: Block) -> tuple[str, Sequence[Row], Callable[[Row], str]]:
    """(sheet, rows, cell of a row's name) of a table."""
    return block.sheet.name, block.rows, lambda row: cell_name(*block.grid.place(row.index, block.head.frame.names))


def _unreported(block: Block, whole: Interpretation) -> bool:
    return (block.period.year, block.period.month) in whole.unreported.get(block.fingerprint, set())

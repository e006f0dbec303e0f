"""Computes formulas whose result a file does not hold: plain sums, ratios, differences, conditions over cells.

Files written by scripts and exports hold formulas without results.  They are cut into tokens by openpyxl and
computed here, also across sheets; whatever is not plain (VLOOKUP, names, other workbooks) stays without a value
and is named in the problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from openpyxl.formula.translate import Translator, TranslatorError

from lokmin_data.model import Problem
from lokmin_data.reading.opening.book import Book, Place, Sheet, cell_name
from lokmin_data.reading.opening.formula_terms import CellError, Expression, NotPlain, Range, parse_formula
from lokmin_data.reading.opening.formula_values import evaluate
from lokmin_data.reading.opening.refusal import FormulaWithoutValue

MAX_FORMULAS = 30_000
MAX_LETTERS = 2_000_000
MAX_CELLS_READ = 1_000_000
NAMED_PER_SHEET = 40
SHOWN_LETTERS = 60
Key = tuple[str, int, int]
Formulas = Mapping[str, Mapping[Place, tuple[str, str]]]
_TEXT_LITERAL = re.compile(r'"[^"]*"')


def fill_formulas(book: Book, formulas: Formulas) -> Book:
    """The book with the formulas' results in its rows, `computed`, `unvalued` and `errors`, and the problems added.

    `formulas`: by sheet name and place, the formula and the cell it was written for (empty: the same cell).
    """
    workings = _Workings(book, formulas)
    problems = list(book.problems)
    sheets = []
    for sheet in book.sheets:
        places = formulas.get(sheet.name, {})
        sheets.append(_filled(sheet, {place: workings.result((sheet.name, *place)) for place in places}))
        problems.extend(_told(sheet.name, places, sheets[-1].unvalued))
    return replace(book, sheets=tuple(sheets), problems=tuple(problems))


def _filled(sheet: Sheet, results: Mapping[Place, object]) -> Sheet:
    if not results:
        return sheet
    rows = [list(row) for row in sheet.rows]
    errors, computed, unvalued = dict(sheet.error_text), set(), set()
    for (row, column), value in results.items():
        if isinstance(value, NotPlain):
            unvalued.add((row, column))
            continue
        computed.add((row, column))
        if isinstance(value, CellError):
            errors[row, column] = value.text
        else:
            rows[row][column] = value if value != "" else None
    return replace(
        sheet, rows=rows, computed=frozenset(computed), unvalued=frozenset(unvalued),
        errors=frozenset(errors), error_text=MappingProxyType(errors),
    )  # fmt: skip


def _told(name: str, formulas: Mapping[Place, tuple[str, str]], unvalued: frozenset[Place]) -> Iterator[Problem]:
    """One problem a formula without value, at most so many a sheet; texts inside a formula are not repeated."""
    for row, column in sorted(unvalued)[:NAMED_PER_SHEET]:
        shown = _TEXT_LITERAL.sub('"…"', "=" + formulas[row, column][0])[:SHOWN_LETTERS]
        yield FormulaWithoutValue(sheet=name, cell=cell_name(row, column), found=shown)
    if len(unvalued) > NAMED_PER_SHEET:
        yield FormulaWithoutValue(sheet=name, found=f"dan {len(unvalued) - NAMED_PER_SHEET} sel lain")


class _Workings:
    """Results by cell, each computed once, whatever it rests on first; without recursion, so that chains may be long."""

    def __init__(self, book: Book, formulas: Formulas):
        self._sheets = {sheet.name.casefold(): sheet for sheet in book.sheets}
        self._formulas = {
            (name.casefold(), *place): written for name, places in formulas.items() for place, written in places.items()
        }
        self._results: dict[Key, object] = {}
        self._expressions: dict[Key, Expression] = {}
        self._letters = self._cells_read = 0

    def result(self, key: Key) -> object:
        """A value, a CellError, or a NotPlain that says why there is none."""
        stack, on_stack = [(key[0].casefold(), *key[1:])], set()
        while stack:
            cell = stack[-1]
            if cell in self._results:
                stack.pop()
                continue
            expression = self._expression(cell)
            waiting = [need for need in self._needs(cell, expression) if need not in self._results]
            expression = self._expression(cell)
            if waiting and cell not in on_stack:
                on_stack.add(cell)
                stack.extend(waiting)
            elif waiting:
                self._results[cell] = NotPlain("rumus melingkar")
            else:
                self._results[cell] = evaluate(expression, lambda span, home=cell[0]: self._values(span, home))
        return self._results[(key[0].casefold(), *key[1:])]

    def _expression(self, cell: Key) -> Expression:
        if cell not in self._expressions:
            text, origin = self._formulas[cell]
            self._letters += len(text)
            if len(self._expressions) >= MAX_FORMULAS or self._letters > MAX_LETTERS:
                return Expression(problem=NotPlain("terlalu banyak formula"))
            try:
                here = cell_name(cell[1], cell[2])
                written = "=" + text if not origin else Translator("=" + text, origin).translate_formula(here)
                self._expressions[cell] = parse_formula(written)
            except (NotPlain, TranslatorError) as error:
                self._expressions[cell] = Expression(problem=NotPlain(str(error)))
        return self._expressions[cell]

    def _needs(self, cell: Key, expression: Expression) -> list[Key]:
        """The cells with formulas of their own that the expression reads."""
        needed = []
        self._cells_read += sum(span.size for span in expression.ranges)
        if self._cells_read > MAX_CELLS_READ:
            self._expressions[cell] = Expression(problem=NotPlain("terlalu banyak sel"))
            return []
        for span in expression.ranges:
            home = (span.sheet or cell[0]).casefold()
            needed += [key for row, column in span.places() if (key := (home, row, column)) in self._formulas]
        return needed

    def _values(self, span: Range, home: str) -> list[object]:
        """The values of a range in reading order; a cell without a value that can be told raises NotPlain."""
        name = (span.sheet or home).casefold()
        if name not in self._sheets:
            raise NotPlain("lembar tidak ada")
        sheet, values = self._sheets[name], []
        for row, column in span.places():
            value = self._results.get((name, row, column))
            if isinstance(value, NotPlain):
                raise value
            if value is None and row < len(sheet.rows) and column < len(sheet.rows[row]):
                value = sheet.rows[row][column]
            if (row, column) in sheet.error_text:
                value = CellError(sheet.error_text[row, column])
            values.append(value)
        return values

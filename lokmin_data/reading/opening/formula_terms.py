"""The small language of plain formulas: openpyxl's tokens to an expression in postfix order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

MAX_RANGE = 20_000
MAX_LETTERS = 2_000
_REFERENCE = re.compile(r"(?:(?:'((?:[^']|'')+)'|([^'!\[\]]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_PRECEDENCE = {"^": 5, "*": 4, "/": 4, "+": 3, "-": 3, "&": 2, "=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1}
_UNARY_PRECEDENCE = 6


class NotPlain(Exception):
    """Why a formula is not computed."""


@dataclass(frozen=True)
class CellError:
    """An error value such as #DIV/0!, as Excel shows it."""

    text: str


@dataclass(frozen=True)
class Range:
    """Cells from (top, left) to (bottom, right), from 0, of a sheet (empty: the formula's own)."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def places(self) -> Iterator[tuple[int, int]]:
        """Its cells row by row."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


@dataclass(frozen=True)
class Expression:
    """A formula as steps in postfix order: constants, ranges, operators, functions with their number of arguments."""

    steps: tuple[tuple[str, object], ...] = ()
    ranges: tuple[Range, ...] = ()
    problem: NotPlain | None = None


@dataclass
class _Frame:
    """An open parenthesis or function: its operators wait here, its arguments are counted."""

    name: str = ""
    arguments: int = 0
    operators: list[str] = field(default_factory=list)
    filled: bool = False


def parse_formula(formula: str) -> Expression:
    """The expression of a formula that begins with '='; NotPlain where it holds what is not computed here."""
    if len(formula) > MAX_LETTERS:
        raise NotPlain("rumus terlalu panjang")
    try:
        tokens = Tokenizer(formula).items
    except (TokenizerError, IndexError) as error:
        raise NotPlain("rumus tidak terbaca") from error
    steps: list[tuple[str, object]] = []
    frames = [_Frame()]
    for token in tokens:
        _take(token, frames, steps)
    if len(frames) != 1 or not steps:
        raise NotPlain("rumus tidak lengkap")
    _pour(frames[0], steps, 0)
    ranges = tuple(value for kind, value in steps if kind == "range" and isinstance(value, Range))
    return Expression(tuple(steps), ranges)


def _take(token: Token, frames: list[_Frame], steps: list[tuple[str, object]]) -> None:
    """Moves one token to the steps or to the operators that wait (shunting-yard)."""
    frame = frames[-1]
    if token.type == Token.OPERAND:
        frame.filled = True
        steps.append(_operand(token))
    elif token.type == Token.OP_PRE:
        frame.operators.append("u" + token.value)
    elif token.type == Token.OP_POST:
        steps.append(("operator", "%"))
    elif token.type == Token.OP_IN:
        if token.value not in _PRECEDENCE:
            raise NotPlain("operator " + token.value)
        _pour(frame, steps, _PRECEDENCE[token.value])
        frame.operators.append(token.value)
    elif token.type in (Token.FUNC, Token.PAREN) and token.subtype == Token.OPEN:
        frame.filled = True
        frames.append(_Frame(token.value[:-1].upper().removeprefix("_XLFN.")))
    elif token.type in (Token.FUNC, Token.PAREN):
        if len(frames) < 2:
            raise NotPlain("kurung tidak seimbang")
        _close(frames.pop(), steps, is_function=token.type == Token.FUNC)
    elif token.type == Token.SEP and token.subtype == Token.ARG:
        _end_argument(frame, steps)
    elif token.type != Token.WSPACE:
        raise NotPlain("bagian " + token.type)


def _pour(frame: _Frame, steps: list[tuple[str, object]], precedence: int) -> None:
    """Moves the waiting operators that bind at least as tightly to the steps."""
    while frame.operators:
        last = frame.operators[-1]
        if (_UNARY_PRECEDENCE if last[0] == "u" else _PRECEDENCE[last]) < precedence:
            return
        steps.append(("operator", frame.operators.pop()))


def _end_argument(frame: _Frame, steps: list[tuple[str, object]]) -> None:
    _pour(frame, steps, 0)
    if not frame.filled:
        steps.append(("constant", None))
    frame.arguments += 1
    frame.filled = False


def _close(frame: _Frame, steps: list[tuple[str, object]], *, is_function: bool) -> None:
    if not is_function:
        _pour(frame, steps, 0)
        return
    if frame.filled or frame.arguments:
        _end_argument(frame, steps)
    steps.append(("function", (frame.name, frame.arguments)))


def _operand(token: Token) -> tuple[str, object]:
    if token.subtype == Token.NUMBER:
        return "constant", float(token.value)
    if token.subtype == Token.TEXT:
        return "constant", token.value[1:-1].replace('""', '"')
    if token.subtype == Token.LOGICAL:
        return "constant", token.value.upper() == "TRUE"
    if token.subtype == Token.ERROR:
        return "constant", CellError(token.value)
    match = _REFERENCE.fullmatch(token.value)
    if not match:
        raise NotPlain("acuan " + ("ke buku kerja lain" if "[" in token.value else "bernama"))
    sheet = (match[1] or match[2] or "").replace("''", "'")
    top, left = int(match[4]) - 1, _column(match[3])
    bottom, right = (int(match[6]) - 1, _column(match[5])) if match[5] else (top, left)
    span = Range(sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right))
    if span.size > MAX_RANGE:
        raise NotPlain("rentang terlalu luas")
    return "range", span


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1

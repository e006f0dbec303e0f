"""The value of a plain formula.  A blank counts as 0 in arithmetic and an error is passed on, as in Excel.

Functions: SUM, PRODUCT, AVERAGE, MIN, MAX, COUNT, COUNTA, ABS, INT, ROUND, ROUNDUP, ROUNDDOWN, TRUNC, IF, IFERROR,
ISERROR, ISBLANK, AND, OR, NOT.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence

from lokmin_data.reading.opening.formula_terms import CellError, Expression, NotPlain, Range

_COMPARE = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
}  # fmt: skip


def evaluate(expression: Expression, values_of: Callable[[Range], list[object]]) -> object:
    """The value: number, text, bool, None or CellError; a NotPlain (returned, not raised) where there is none."""
    if expression.problem:
        return expression.problem
    stack: list[object] = []
    try:
        for kind, what in expression.steps:
            if kind == "constant":
                stack.append(what)
            elif kind == "range":
                stack.append(values_of(what))  # type: ignore[arg-type]
            elif kind == "operator":
                _operate(str(what), stack)
            else:
                stack.append(_call(*what, stack))  # type: ignore[misc]
        (result,) = stack
        result = _single(result)
    except NotPlain as error:
        return error
    except (IndexError, ValueError, TypeError, OverflowError):
        return NotPlain("rumus tidak dapat dihitung")
    if isinstance(result, float) and not math.isfinite(result):
        return CellError("#NUM!")
    return result


def _call(name: str, count: int, stack: list[object]) -> object:
    if name not in _FUNCTIONS:
        raise NotPlain("fungsi " + name)
    arguments = stack[len(stack) - count :]
    del stack[len(stack) - count :]
    return _FUNCTIONS[name](arguments)


def _single(value: object) -> object:
    """The one value of a range of one cell."""
    if not isinstance(value, list):
        return value
    if len(value) != 1:
        raise NotPlain("rentang sebagai satu nilai")
    return value[0]


def _number(value: object) -> float | CellError:
    value = _single(value)
    if isinstance(value, CellError):
        return value
    if value is None:
        return 0.0
    if isinstance(value, (bool, int, float)):
        return float(value)
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return CellError("#VALUE!")
    raise NotPlain("tanggal di dalam hitungan")


def _operate(sign: str, stack: list[object]) -> None:
    if sign in ("u-", "u+", "%"):
        value = _number(stack.pop())
        if isinstance(value, CellError):
            stack.append(value)
        else:
            stack.append({"u-": -value, "u+": value, "%": value / 100}[sign])
        return
    right, left = _single(stack.pop()), _single(stack.pop())
    for value in (left, right):
        if isinstance(value, CellError):
            stack.append(value)
            return
    if sign in _COMPARE:
        stack.append(_compare(sign, left, right))
    elif sign == "&":
        stack.append(_text(left) + _text(right))
    else:
        stack.append(_arithmetic(sign, _number(left), _number(right)))


def _compare(sign: str, left: object, right: object) -> bool:
    if left is None:
        left = "" if isinstance(right, str) else 0.0
    if right is None:
        right = "" if isinstance(left, str) else 0.0
    if isinstance(left, str) and isinstance(right, str):
        return _COMPARE[sign](left.casefold(), right.casefold())
    if isinstance(left, str) != isinstance(right, str):
        return _COMPARE[sign](isinstance(left, str), isinstance(right, str))  # in Excel a text is above any number
    return _COMPARE[sign](left, right)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    raise NotPlain("teks gabungan")


def _arithmetic(sign: str, left: float | CellError, right: float | CellError) -> object:
    for value in (left, right):
        if isinstance(value, CellError):
            return value
    if sign == "/":
        return left / right if right else CellError("#DIV/0!")
    if sign == "^":
        result = left**right
        return result if isinstance(result, float) else CellError("#NUM!")
    return {"+": operator.add, "-": operator.sub, "*": operator.mul}[sign](left, right)


def _numbers(arguments: Sequence[object]) -> list[float] | CellError:
    """The numbers of SUM and its kin: texts and blanks in a range are passed over, an error is the result."""
    numbers: list[float] = []
    for argument in arguments:
        for value in argument if isinstance(argument, list) else [argument]:
            if isinstance(value, CellError):
                return value
            if isinstance(value, (int, float)) and not (isinstance(argument, list) and isinstance(value, bool)):
                numbers.append(float(value))
            elif isinstance(value, str) and not isinstance(argument, list):
                numbers.append(float(value))
    return numbers


def _over(calculate: Callable[[list[float]], object]) -> Callable[[Sequence[object]], object]:
    def function(arguments: Sequence[object]) -> object:
        numbers = _numbers(arguments)
        return numbers if isinstance(numbers, CellError) else calculate(numbers)

    return function


def _rounded(away: Callable[[float], float]) -> Callable[[Sequence[object]], object]:
    def function(arguments: Sequence[object]) -> object:
        value, digits = _number(arguments[0]), _number(arguments[1]) if len(arguments) > 1 else 0.0
        for part in (value, digits):
            if isinstance(part, CellError):
                return part
        scale = 10.0 ** int(digits)
        return math.copysign(away(round(abs(value) * scale, 9)) / scale, value)

    return function


def _truth(value: object) -> bool | CellError:
    value = _single(value)
    if isinstance(value, str):
        return CellError("#VALUE!")
    return value if isinstance(value, CellError) else bool(value)


def _if(arguments: Sequence[object]) -> object:
    condition = _truth(arguments[0])
    if isinstance(condition, CellError):
        return condition
    chosen = arguments[1:2] if condition else arguments[2:3]
    return _single(chosen[0]) if chosen else condition


def _all(check: Callable[[list[bool]], bool]) -> Callable[[Sequence[object]], object]:
    def function(arguments: Sequence[object]) -> object:
        values = [_truth(argument) for argument in arguments]
        return next((value for value in values if isinstance(value, CellError)), check(values))

    return function


def _is_error(value: object) -> bool:
    return isinstance(_single(value), CellError)


def _count_filled(arguments: Sequence[object]) -> float:
    return float(sum(v is not None for a in arguments for v in (a if isinstance(a, list) else [a])))


_FUNCTIONS: dict[str, Callable[[Sequence[object]], object]] = {
    "SUM": _over(math.fsum),
    "PRODUCT": _over(lambda numbers: math.prod(numbers) if numbers else 0.0),
    "AVERAGE": _over(lambda numbers: math.fsum(numbers) / len(numbers) if numbers else CellError("#DIV/0!")),
    "MAX": _over(lambda numbers: max(numbers, default=0.0)),
    "MIN": _over(lambda numbers: min(numbers, default=0.0)),
    "COUNT": _over(lambda numbers: float(len(numbers))),
    "COUNTA": _count_filled,
    "ABS": _over(lambda numbers: abs(numbers[0])),
    "INT": _over(lambda numbers: float(math.floor(numbers[0]))),
    "ROUND": _rounded(lambda value: math.floor(value + 0.5)),
    "ROUNDUP": _rounded(math.ceil),
    "ROUNDDOWN": _rounded(math.floor),
    "TRUNC": _rounded(math.floor),
    "IF": _if,
    "IFERROR": lambda arguments: _single(arguments[1] if _is_error(arguments[0]) else arguments[0]),
    "ISERROR": lambda arguments: _is_error(arguments[0]),
    "ISBLANK": lambda arguments: _single(arguments[0]) is None,
    "AND": _all(all),
    "OR": _all(any),
    "NOT": lambda arguments: value if isinstance(value := _truth(arguments[0]), CellError) else not value,
}

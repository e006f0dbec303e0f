"""What is remembered while one report is read and forgotten behind it: its texts may hold a person's name."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

#: So many answers of a function are remembered.
MOST = 20_000

Function = TypeVar("Function", bound=Callable)
_FORGETTING: list[Callable[[], None]] = []


def for_one_report(function: Function) -> Function:
    """The function with its answers remembered until `forget_report`; nobody may change them."""
    remembering = lru_cache(maxsize=MOST)(function)
    _FORGETTING.append(remembering.cache_clear)
    return remembering  # type: ignore[return-value]


class Answers(dict):
    """What `answer` says of each key, asked once until `forget_report`; in half of the time of a function that is remembered."""

    def __init__(self, answer: Callable):
        super().__init__()
        self._answer = answer
        _FORGETTING.append(self.clear)

    def __missing__(self, key):  # noqa: ANN001, ANN204
        found = self[key] = self._answer(key)
        return found


def forget_report() -> None:
    """Forget the texts of the report that was read."""
    for forget in _FORGETTING:
        forget()

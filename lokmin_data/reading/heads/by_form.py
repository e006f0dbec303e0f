"""What depends on nothing but the columns of a head: asked once for each form, since a form comes with a table a month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import TypeVar

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Reader

Answer = TypeVar("Answer")


def of_form(ask: Callable[[tuple[Column, ...], Reader], Answer], head: Head, reader: Reader) -> Answer:
    """What a function says of the columns of a head; nobody may change the answer."""
    return reader.forms.answer((head.columns, ask), lambda: ask(head.columns, reader))


def by_form(rule: Callable[[Head, Reader], Head]) -> Callable[[Head, Reader], Head]:
    """A rule that makes other columns of those of a head, whatever stands around and below it."""

    @wraps(rule)
    def remembering(head: Head, reader: Reader) -> Head:
        columns = reader.forms.changed((head.columns, rule), lambda: rule(head, reader).columns)
        return head if columns is head.columns else replace(head, columns=columns)

    return remembering

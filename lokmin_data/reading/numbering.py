"""Rows that only number the columns of a table."""

from __future__ import annotations

from collections.abc import Sequence


def is_numbering(cells: Sequence[object]) -> bool:
    """True for a row (1) (2) (3) ... or a b c ... that only numbers the columns."""
    texts: list[str] = []
    for cell in cells:
        if cell is not None:
            text = _plain(cell)
            if text is None or not texts and not _begins(text):
                return False  # most rows are done with at their first cell
            texts.append(text)
    if len(texts) < 3:
        return False
    if all(text.isdecimal() for text in texts):
        numbers = [int(text) for text in texts]
        steps = sum(1 for one, next_ in zip(numbers, numbers[1:], strict=False) if next_ - one == 1)
        return steps >= 0.8 * (len(numbers) - 1)
    return texts[:3] == ["a", "b", "c"]


def _begins(text: str) -> bool:
    return text == "a" or text.isdecimal() and int(text) <= 3


def _plain(cell: object) -> str | None:
    if cell.__class__ in (float, int):
        return str(int(cell)) if float(cell).is_integer() else None
    if cell.__class__ is str:
        text = cell.strip().strip("().-").lower()
        return text.split("=")[0].strip() if len(text) <= 12 else None
    return None

"""Groups that tell a basis in brackets: "Gizi buruk (s/d bulan ini)" over "Dirawat" is gizi buruk dirawat, added up."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")


def of_a_bracketed_basis(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path not understood; that of the path without the bases that its groups tell in brackets, where that is
    understood and tells no other one."""
    said: set[str] = set()

    def without(found: re.Match[str]) -> str:
        own = reader.text(found[1])
        basis = own.basis if own.bare and not (own.unknown or own.role or own.axis) else ""
        said.add(basis)
        return "" if basis else found[0]

    plain = (*(_BRACKETS.sub(without, text) for text in path[:-1]), path[-1])
    if plain == path or not all(plain):
        return known
    other, bases = reader.meaning(plain), said - {""}
    if other.unknown or len(bases | ({other.basis} - {""})) > 1:
        return known
    return replace(other, basis=next(iter(bases)))

"""Ratios of the letters of a growth table: D/S, N/D and K/S are the catalogue's, K/D, D/K or N/S are none of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.words.one_report import for_one_report

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

#: "S/D" is "sampai dengan": nothing is S of something.
_RATIO = re.compile(
    r"(?<![^\W_])(?<![/+'])(K|D|N|T|O|B|2T|BGM)\s*(?:[/:÷]|\b(?:thd|terhadap|dibagi|dibanding)\b)\s*(S|K|D|N|T|O|B)(?![^\W_])(?!\s*[/+':])",
    re.IGNORECASE,
)

_BRACKETED = re.compile(rf"\(\s*{_RATIO.pattern}\s*'?\s*\)", re.IGNORECASE)


def ratios_in(text: str) -> list[str]:
    """The ratios of letters in a text, in the order in which they stand: `K/D`."""
    return [f"{above}/{below}".upper() for above, below in _RATIO.findall(text)]


@for_one_report
def names_no_ratio_read(text: str, reader: Reader) -> bool:
    """True for a text whose ratios of letters are all none of the catalogue's: "CAKUPAN D/K"."""
    named = ratios_in(text)
    return bool(named) and set(named).isdisjoint(reader.words.lists["rasio_huruf"]["indikator"])


def of_letters(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path; one that holds a ratio of letters is that ratio, whichever of its letters is an indicator."""
    if known.axis or not (named := [ratio for text in path for ratio in ratios_in(text)]):
        return known
    read = reader.words.lists["rasio_huruf"]["indikator"]
    if all(ratio not in read for ratio in named):
        return replace(known, role="ignore", indicator="", other="", population="", counts=False, unknown=(), note=named[-1])
    if len(set(named)) > 1:
        return known
    if (explained := _explained(path, known, reader)) is not None:
        return explained
    plain = tuple(_RATIO.sub(named[0], text) for text in path if ratios_in(text) or reader.tokens(text) != ["skdn"])
    return reader.meaning(plain) if plain != path else known


def _explained(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning | None:
    """What a head means whose bracket only says which ratio its words name: "Ditimbang (D/S)" over "Jml" and "%" heads those weighed
    and their percent; None where the words before the bracket name no indicator that is this ratio."""
    above = any(map(_BRACKETED.search, path[:-1]))
    plain = tuple(_BRACKETED.sub(" ", text).strip() for text in path)
    if plain == path or not all(plain) or not above and known.indicator and not known.unknown:
        return None
    code = next((reader.text(ratio).indicator for text in path for ratio in ratios_in(text)), "")
    found = reader.meaning(plain)
    return found if found.indicator == code and not found.unknown else None

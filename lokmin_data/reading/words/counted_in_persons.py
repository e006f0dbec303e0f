"""Heads over the unit of persons, "Sasaran ibu hamil" over "Jiwa": they count those named above, not all inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader


def of_their_unit(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of the heads above the unit where they name other people, or an indicator that counts no families or inhabitants."""
    lists = reader.words.lists
    units = lists["satuan_orang"]
    if len(path) < 2 or known.population != units["orang"] or known.unknown or " ".join(reader.tokens(path[-1])) not in units["kata"]:  # noqa: PLR2004
        return known
    above = reader.meaning(path[:-1])
    if above.unknown or above.role in ("percent", "ignore"):
        return known
    people = (above.population,) if above.population else lists["penyebut"].get(above.indicator, ())
    return above if people and not {*people} & {*units["bukan"]} else known

"""What stands in and around a table beside its desa and indicators: rows of others, gaps, faults, columns that nobody asked for."""

from __future__ import annotations

import random
from dataclasses import dataclass

OUTSIDE = ("LUAR WILAYAH", "Luar Wilayah", "LUAR WIL.", "Luar wilayah kerja", "Luar Desa", "PENDATANG")
#: Heads of columns of others, with the largest number that stands there.
FOREIGN = (
    ("Jumlah Penduduk", 6000), ("Jml KK", 900), ("Jumlah Posyandu", 9), ("Jumlah RT", 40), ("Senam lansia", 80), ("Kasus PTM", 30),
    ("Ranking", 9), ("Peringkat", 9),
)  # fmt: skip
REMARK = ("Keterangan", "KET", "Ket.")


@dataclass(frozen=True)
class Surroundings:
    """What a report's tables have beside what they tell; most have little of it."""

    outside: str = ""
    outside_is_added: bool = False
    outside_is_first: bool = False
    gaps: bool = False
    faults: bool = False
    wrong_total: int = 0
    before: tuple[tuple[str, int], ...] = ()
    behind: tuple[tuple[str, int], ...] = ()
    remark: str = ""
    dots: bool = False
    silent: bool = False
    targets: bool = False
    notes: bool = False
    slip: bool = False
    thousands: str = ""
    plenty: bool = False


def draw_surroundings(dice: random.Random) -> Surroundings:
    """One or two of them."""
    made: dict = {}
    for _ in range(dice.choice((0, 1, 1, 2))):
        made |= _one(dice)
    return Surroundings(**made)


def _one(dice: random.Random) -> dict:
    chosen = dice.randrange(13)
    if chosen == 0:
        added = dice.random() < 0.5
        return {"outside": dice.choice(OUTSIDE), "outside_is_added": added, "outside_is_first": added or dice.random() < 0.5}
    if chosen == 1:
        return {"gaps": True}
    if chosen == 2:
        return {"faults": True}
    if chosen == 3:
        return {"wrong_total": dice.randint(1, 3)}
    if chosen == 4:
        return {"before": tuple(dice.sample(FOREIGN, dice.randint(1, 2))), "dots": dice.random() < 0.5}
    if chosen == 5:
        return {"behind": tuple(dice.sample(FOREIGN, dice.randint(1, 2))), "dots": dice.random() < 0.5}
    if chosen == 6:
        return {"remark": dice.choice(REMARK)}
    if chosen == 7:
        return {"thousands": dice.choice((".", ",", "lost"))}
    return {("silent", "targets", "notes", "slip", "plenty")[chosen - 8]: True}

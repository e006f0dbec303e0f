"""Small made-up panels for the tests of the meeting and of the documents; numbers are chosen, not random."""

from __future__ import annotations

import pandas as pd

from lokmin_data.model import Panel
from lokmin_data.reference import default_settings, indicators

DESA = (
    "Sukamaju", "Karangsari", "Tanjungjaya", "Mekarrejo", "Wonomulyo", "Sidomaju", "Cikarangsari", "Ngadirejo",
    "Sukamulyo", "Karangjaya", "Tanjungsari", "Mekarjaya",
)  # fmt: skip
LONG_NAMES = (
    "Pematang Panggang Simpang Tiga Kubu Rajo", "Sungai Gelam Tengah Ulu Talang Belidotua", "Nagari Koto Gadang Anam Koto Sungai Pua",
    "Tanjung Anom Barat Daya Kecamatan Lamasa", "Batu Putih Simpang Empat Lubuk Alunghilir",
)  # fmt: skip
YEAR = 2026
COVERAGE = ("dpt1", "dpt3", "mr1", "idl", "k1", "k6", "ttd180")
MEASURED = ("kek", "anemia")
POINT = ("stunting", "wasting", "d_s")
#: As many indicators of coverage as the catalogue has for a desa, and those measured above.
MANY_CODES = (
    *(code for code, one in indicators().items() if one.kind == "cumulative" and one.level == "desa" and code not in MEASURED), *POINT,
)  # fmt: skip


def panel_of(
    names=DESA, *, months: int = 3, codes=(*COVERAGE, *MEASURED, *POINT), silent=(), factor: float = 1.0, year: int = YEAR,
    worsening: bool = False,
) -> Panel:  # fmt: skip
    """A panel with every desa a little different; `silent` desa report nothing in the last month."""
    rows = []
    for place, name in enumerate(names, start=1):
        for code in codes:
            for month in range(1, months + 1):
                if name in silent and month == months:
                    continue
                rows.append(_row(place, name, code, year, month, factor * (1.25 - 0.08 * (place % 9)), worsening))
    columns = [
        "desa_id",
        "desa",
        "indicator",
        "year",
        "month",
        "basis",
        "sex",
        "numerator",
        "denominator",
        "percent",
        "report_id",
        "sheet",
        "cell",
    ]
    return Panel(
        observations=pd.DataFrame(rows, columns=columns),
        desa=pd.DataFrame({"desa_id": range(1, len(names) + 1), "desa": list(names)}),
        sasaran=pd.DataFrame(columns=["desa_id", "population", "sex", "year", "kind", "value", "source"]),
        targets=(), settings=default_settings(), indicators=indicators(), puskesmas="Sukamaju Jaya",
    )  # fmt: skip


def _row(place: int, name: str, code: str, year: int, month: int, level: float, worsening: bool) -> tuple:
    size = 36 + 12 * (place % 7)
    if code not in (*MEASURED, *POINT):
        own = max(0, round(size / 12 * level * (0.7 if code in ("idl", "k6") else 0.9)))
        if worsening and month > 3:
            own = max(0, own - 2)
        return place, name, code, year, month, "month", "T", own, size, None, 1, "Lembar1", f"B{place}"
    if code in MEASURED:
        x, n = max(0, round(month * (2.2 - level))), month * 6
        return place, name, code, year, month, "cumulative", "T", x, n, None, 1, "Lembar1", f"C{place}"
    n = size * 4
    share = {"stunting": 0.30 - 0.13 * level, "wasting": 0.10 - 0.04 * level, "d_s": 0.65 + 0.2 * level}[code]
    return (
        place,
        name,
        code,
        year,
        month,
        "point",
        "T",
        min(n, max(0, round(n * share))),
        n,
        None,
        1,
        "Lembar1",
        f"D{place}",
    )

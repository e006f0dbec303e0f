"""The example data: a fictional Puskesmas, read from `data/contoh` by the same reader as any upload.

It belongs into a store of its own; filling it again changes nothing.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis import assess
from lokmin_data.meeting.rtl import as_date, baseline, empty_row, suggested_target
from lokmin_data.model import Reading, Target
from lokmin_data.reading import read_report
from lokmin_data.reading.words.names import AreaMatcher, AreaName
from lokmin_data.reference import load_indicators
from lokmin_data.store import Store, load_panel

EXAMPLE_FOLDER = Path(__file__).resolve().parents[1] / "data" / "contoh"
#: Reports below this folder arrive only after the first lokmin.
LATER = "lanjutan"
WHO = "data contoh"
PUSKESMAS = {"name": "Sukamaju Raya", "kecamatan": "Sukamaju Raya", "kabupaten": "Nusa Lestari"}
REPORT_SUFFIXES = {".xlsx", ".xls"}
#: CSV reports lie in folders; the lists of desa, sasaran and RTL lie beside them and are no reports.
LISTS = {"desa.csv", "sasaran.csv", "rtl.csv"}
#: Targets that the example's Puskesmas has set itself: indicator, year, percent.
OWN_TARGETS = (
    ("k4", 2025, 95.0), ("k6", 2025, 80.0), ("idl", 2026, 80.0), ("jamban", 2025, 100.0), ("phbs_rt", 2025, 75.0),
    ("d_s", 2025, 85.0), ("stunting", 2025, 14.0),
)  # fmt: skip
DECREE = "SK Dinkes Kabupaten Nusa Lestari (contoh)"
#: Files read at the same time; each is parsed in a process of its own.
READERS = 2


def example_reports(*, later: bool = False) -> list[Path]:
    """The example's report files in the order in which they are stored; `later` gives those of the follow-up."""
    found = [
        path
        for path in sorted(EXAMPLE_FOLDER.rglob("*"))
        if (path.suffix in REPORT_SUFFIXES or path.suffix == ".csv") and path.name not in LISTS
    ]
    return [path for path in found if (LATER in path.relative_to(EXAMPLE_FOLDER).parts) == later]


def is_filled(store: Store) -> bool:
    """True where the example stands complete in this store: a filling that was cut short is not."""
    known = store.puskesmas()
    if known.empty:
        return False
    puskesmas_id = int(known["puskesmas_id"].iloc[0])
    return len(store.reports(puskesmas_id)) >= len(example_reports()) and not store.rtl(puskesmas_id).empty


def fill_example(store: Store) -> int:
    """Put the example into a store and return its puskesmas_id; what is there already stays as it is.

    Raises StoreError where the store cannot be written.
    """
    known = store.puskesmas()
    puskesmas_id = store.add_puskesmas(**PUSKESMAS, who=WHO) if known.empty else int(known["puskesmas_id"].iloc[0])
    if store.desa(puskesmas_id).empty:
        store.save_desa(puskesmas_id, _desa(), WHO)
    if store.sasaran(puskesmas_id).empty:
        store.save_sasaran(puskesmas_id, _sasaran(store, puskesmas_id), WHO)
    if not store.targets(puskesmas_id):
        store.save_targets(puskesmas_id, [Target(code, year, value, DECREE, "contoh", True) for code, year, value in OWN_TARGETS], WHO)
    add_reports(store, puskesmas_id, example_reports())
    if store.rtl(puskesmas_id).empty:
        store.save_rtl_rows(list(_plans(store, puskesmas_id)), who=WHO)
    return puskesmas_id


def add_reports(store: Store, puskesmas_id: int, paths: Sequence[Path]) -> None:
    """Read the reports that are not stored yet and store each as an upload would."""
    known = store.reports(puskesmas_id)
    stored = set(known.loc[known["undone_at"].isna(), "sha256"])
    missing = [path for path in paths if hashlib.sha256(path.read_bytes()).hexdigest() not in stored]
    matcher = AreaMatcher([AreaName(row.desa, area_id=int(row.desa_id)) for row in store.desa(puskesmas_id).itertuples()])
    with ThreadPoolExecutor(READERS) as pool:
        for reading in pool.map(_read, missing):
            store.save_report(reading, puskesmas_id, who=WHO, names=_names(reading, matcher), remember_names=False)


def _read(path: Path) -> Reading:
    return read_report(path.read_bytes(), path.name)


def _names(reading: Reading, matcher: AreaMatcher) -> dict[str, int | None]:
    matches = {area: matcher.match(area) for area in reading.observations["area"].unique()}
    return {area: match.area.area_id for area, match in matches.items() if match.area and match.certain}


def _rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLE_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _desa() -> pd.DataFrame:
    """The desa list: desa, code, kecamatan, penduduk."""
    return pd.DataFrame(
        [
            {"desa": row["desa"], "code": row["kode"], "kecamatan": PUSKESMAS["kecamatan"], "penduduk": float(row["penduduk"])}
            for row in _rows("desa.csv")
        ]
    )


def _sasaran(store: Store, puskesmas_id: int) -> pd.DataFrame:
    """The annual denominators in the store's columns."""
    ids = _ids(store, puskesmas_id)
    return pd.DataFrame(
        [
            {"desa_id": ids[row["desa"]], "population": row["sasaran"], "sex": "T", "year": int(row["tahun"]),
             "kind": "proyeksi", "value": float(row["nilai"]), "source": DECREE}
            for row in _rows("sasaran.csv")
        ]
    )  # fmt: skip


def _ids(store: Store, puskesmas_id: int) -> dict[str, int]:
    table = store.desa(puskesmas_id)
    return dict(zip(table["desa"], table["desa_id"].astype(int), strict=True))


def _plans(store: Store, puskesmas_id: int) -> Iterator[dict[str, Any]]:
    """The action plans of the earlier lokmin, with baseline and target taken from the stored numbers."""
    ids = _ids(store, puskesmas_id)
    texts = ("masalah", "penyebab", "kegiatan", "penanggung_jawab", "sektor", "mulai", "selesai", "sumber_dana", "status", "bukti")
    for row in _rows("rtl.csv"):
        places = [ids[name] for name in row["desa"].split(";")]
        plan = {**empty_row(row["lokmin"]), **{name: row[name] for name in texts}, "puskesmas_id": puskesmas_id}
        yield {**plan, "desa_ids": places, "indicator": row["indikator"], **_numbers(store, puskesmas_id, row, places)}


def _numbers(store: Store, puskesmas_id: int, row: dict[str, str], places: list[int]) -> dict[str, Any]:
    """Baseline at the month of the meeting, and what was agreed to be reached by the due date."""
    year, month = (int(part) for part in row["lokmin"].split("-"))
    code, due = row["indikator"], as_date(row["selesai"])
    found = assess(load_panel(store, puskesmas_id, year, month, codes=[code]), code, year, month)
    start, target = baseline(found, places), suggested_target(found, due)
    indicator = load_indicators()[code]
    bound = "paling sedikit" if indicator.direction == "up" else "paling banyak"
    return {
        "baseline_x": start.x, "baseline_n": start.n, "baseline_year": year, "baseline_month": month, "target_value": target,
        "indikator_keberhasilan": f"{indicator.label} {bound} {wording.percent(target)} pada {wording.period(due.year, due.month)}",
    }  # fmt: skip

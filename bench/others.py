"""What others would take for the same work: polars, fastexcel and pandas as readers, DuckDB as the engine of the pages.

Polars, fastexcel and DuckDB are no part of the installation: `uv pip install polars fastexcel duckdb` measures them too.
"""

from __future__ import annotations

import io
import logging
import sqlite3
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from bench.measure import Compared, Skipped, paired_ratio
from bench.reading import bare_parse, largest_real_workbook
from bench.simulate import DISTRICT, codes, fill
from lokmin_data.store import Store, open_store

YEARS, MONTH = (2025, 2026), 6
PAGE_CODES = 8
COLUMNS = "desa_id, indicator, year, month, basis, sex, numerator, denominator, percent, report_id, sheet, cell"
KEPT = f"puskesmas_id, {COLUMNS}"
SUMS = "puskesmas_id, basis, sex, sum(numerator), sum(denominator), count(*)"


def lines(*, runs: int) -> Iterator[Compared | Skipped]:
    """Readers against the bare parser; DuckDB against our queries on the same rows."""
    yield from _readers(max(2, runs // 2))
    if find_spec("duckdb") is None:
        yield Skipped("DuckDB sebagai mesin halaman", "duckdb tidak terpasang")
        return
    with TemporaryDirectory() as name:
        store = open_store(f"sqlite:///{Path(name) / 'kabupaten.sqlite'}")
        ids = fill(store, DISTRICT, YEARS)
        yield from _engines(store, Path(name), ids[0], runs)
        store.close()


# --- readers -----------------------------------------------------------------------------------------------
def _readers(runs: int) -> Iterator[Compared | Skipped]:
    path = largest_real_workbook()
    if path is None:
        yield Skipped("pembaca lain pada buku kerja nyata", "LOKMIN_CORPUS tidak ditetapkan")
        return
    data = path.read_bytes()
    logging.getLogger("fastexcel").setLevel(logging.ERROR)
    for name, read in {"fastexcel": _fastexcel, "polars": _polars, "pandas": _pandas}.items():
        if find_spec(name) is None:
            yield Skipped(f"sel saja, {name}", f"{name} tidak terpasang")
            continue
        ratio, theirs, bare = paired_ratio(lambda read=read: read(data), lambda: bare_parse(data), runs=runs)
        yield Compared(f"sel saja, {name}", ratio, "x pengurai polos", f"{theirs:.3f} s : {bare:.3f} s; tanpa memahami isinya")


def _fastexcel(data: bytes) -> None:
    """Every sheet as columns of Arrow, each of one type (columns of mixed types become texts, which it logs)."""
    book = import_module("fastexcel").read_excel(data)
    for name in book.sheet_names:
        book.load_sheet(name, header_row=None)


def _polars(data: bytes) -> None:
    """Every sheet as a table, by polars' own default engine."""
    import_module("polars").read_excel(io.BytesIO(data), sheet_id=0, has_header=False, raise_if_empty=False)


def _pandas(data: bytes) -> None:
    """Every sheet as a table by openpyxl, as most scripts do it."""
    pd.read_excel(io.BytesIO(data), sheet_name=None, header=None, engine="openpyxl")


# --- engines -----------------------------------------------------------------------------------------------
def _engines(store: Store, folder: Path, puskesmas_id: int, runs: int) -> Iterator[Compared]:
    """One Puskesmas' page, all Puskesmas from the sums kept at write time, and a sum over every row of the district."""
    duck, rows = _duck(folder)
    plain = sqlite3.connect(folder / "kabupaten.sqlite")
    wanted = codes(PAGE_CODES)
    listed, years = ", ".join(f"'{code}'" for code in wanted), ", ".join(map(str, YEARS))
    of_page = f"SELECT {COLUMNS} FROM v WHERE puskesmas_id = {puskesmas_id} AND year IN ({years}) AND indicator IN ({listed})"
    one = f"indicator = '{wanted[0]}' AND year = {YEARS[-1]} AND month = {MONTH}"
    of_all = f"SELECT {SUMS} FROM v WHERE {one} GROUP BY puskesmas_id, basis, sex"
    over_every = "SELECT indicator, year, month, sum(numerator), sum(denominator) FROM {} GROUP BY indicator, year, month"
    pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "angka satu halaman satu Puskesmas": (
            lambda: duck.execute(of_page).df(), lambda: store.observations(puskesmas_id, indicators=wanted, years=YEARS),
        ),
        "satu indikator sebulan, semua Puskesmas": (
            lambda: duck.execute(of_all).df(), lambda: store.puskesmas_sums(wanted[0], YEARS[-1], MONTH),
        ),
        "jumlah atas setiap baris kabupaten (tidak ada halaman yang memintanya)": (
            lambda: duck.execute(over_every.format("v")).df(), lambda: plain.execute(over_every.format("current_value")).fetchall(),
        ),
    }  # fmt: skip
    for work, (theirs, ours) in pairs.items():
        ratio, their_seconds, our_seconds = paired_ratio(theirs, ours, runs=runs)
        detail = f"{their_seconds * 1000:.1f} ms : {our_seconds * 1000:.1f} ms; {rows} baris"
        yield Compared(f"DuckDB: {work}", ratio, "x simpanan kami", detail)
    plain.close()
    duck.close()


def _duck(folder: Path):  # noqa: ANN202 - the library may be missing
    """The current values as a table of a DuckDB file, in the order of their key, and how many they are."""
    source = sqlite3.connect(folder / "kabupaten.sqlite")
    order = "puskesmas_id, year, indicator, month, desa_id"
    table = pd.read_sql_query(f"SELECT {KEPT} FROM current_value ORDER BY {order}", source)
    source.close()
    duck = import_module("duckdb").connect(str(folder / "kabupaten.duckdb"))
    duck.register("fresh", table)
    duck.execute("CREATE TABLE v AS SELECT * FROM fresh")
    duck.unregister("fresh")
    return duck, len(table)

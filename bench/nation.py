"""A simulated nation on PostgreSQL: 84,000 desa, one month, 60 indicators; one Puskesmas' reads, and the ranking of kabupaten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Line, Skipped, median_seconds
from bench.simulate import INDICATORS, codes

DESA, DESA_PER_PUSKESMAS, PUSKESMAS_PER_KABUPATEN = 84_000, 12, 14
GROWTH = (1, 10, 33, 500, DESA // DESA_PER_PUSKESMAS)  # 12, 120, ~400, 6,000 and 84,000 desa
YEAR, MONTH = 2026, 6
READ_LIMIT, RANKING_LIMIT = 2.0, 1000.0


def fill(url: str, puskesmas: int) -> None:
    """Rows made by the database itself: places, one report each, current values and their sums."""
    import psycopg

    listed = codes(INDICATORS)
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql")) as connection:
        for statement in _statements(puskesmas):
            connection.execute(statement, {"codes": listed})
        connection.commit()
        connection.autocommit = True
        connection.execute("ANALYZE")


def _statements(puskesmas: int) -> Sequence[str]:
    places = f"generate_series(1, {puskesmas}) p"
    villages = f"generate_series(1, {DESA_PER_PUSKESMAS}) d"
    slices = "unnest(%(codes)s::text[]) AS i(code)"
    return (
        f"INSERT INTO puskesmas (puskesmas_id, name, kecamatan, kabupaten) SELECT p, 'Simulasi ' || p, 'Kecamatan ' || p, "
        f"'Kabupaten ' || (p / {PUSKESMAS_PER_KABUPATEN}) FROM {places}",
        f"INSERT INTO desa (puskesmas_id, desa_id, desa, position) "
        f"SELECT p, (p - 1) * {DESA_PER_PUSKESMAS} + d, 'Desa ' || d, d FROM {places}, {villages}",
        f"INSERT INTO report (puskesmas_id, report_id, file_name, status, rows) SELECT p, p, 'simulasi.xlsx', 'diterima', 0 FROM {places}",
        f"INSERT INTO current_value (puskesmas_id, year, indicator, month, desa_id, basis, sex, report_id, level, numerator, denominator) "
        f"SELECT p, {YEAR}, code, {MONTH}, (p - 1) * {DESA_PER_PUSKESMAS} + d, 'cumulative', 'T', p, 'desa', "
        f"floor(random() * 60), 60 + d FROM {places}, {villages}, {slices}",
        "INSERT INTO area_sum (puskesmas_id, year, indicator, month, basis, sex, numerator, denominator, measured, areas) "
        "SELECT puskesmas_id, year, indicator, month, basis, sex, sum(numerator), sum(denominator), sum(denominator), count(*) "
        "FROM current_value GROUP BY 1, 2, 3, 4, 5, 6",
    )


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """The read of one Puskesmas at each size against the smallest, then the ranking of kabupaten at the largest."""
    from alat import postgres_uji

    with TemporaryDirectory() as folder:
        try:
            server = postgres_uji.start(Path(folder))
        except postgres_uji.NotAvailable as error:
            yield Skipped("simulasi senegara", str(error))
            return
        try:
            yield from _grow(server.url, runs)
        finally:
            server.stop()


def _grow(server: str, runs: int) -> Iterator[Line | Skipped]:
    smallest = 0.0
    for puskesmas in GROWTH if runs > 3 else (GROWTH[0], GROWTH[-1]):
        read, ranked = _measure(server, puskesmas, runs)
        smallest = smallest or read
        work = f"data satu Puskesmas di antara {puskesmas * DESA_PER_PUSKESMAS:,} desa".replace(",", ".")
        yield Line(work, read / smallest, READ_LIMIT, "x terkecil", f"{read * 1000:.1f} ms")
    yield Line("peringkat kabupaten senegara dari jumlahan", ranked * 1000, RANKING_LIMIT, "ms")


def _measure(server: str, puskesmas: int, runs: int) -> tuple[float, float]:
    """Seconds to read one Puskesmas in the middle, and to rank the kabupaten."""
    from alat import postgres_uji
    from lokmin_data.store import load_panel, open_store

    with postgres_uji.fresh_database(server) as url:
        store = open_store(url)
        fill(url, puskesmas)
        middle = puskesmas // 2 + 1
        read = median_seconds(lambda: load_panel(store, middle, YEAR, MONTH), runs=runs * 3)
        ranked = median_seconds(lambda: store.kabupaten_sums("idl", YEAR, MONTH), runs=runs)
        store.close()
    return read, ranked

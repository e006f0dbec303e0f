"""`load`: read reports and store them, one transaction a file; a folder or a zip is a batch with a report at the end."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from lokmin_data.commands._placing import place
from lokmin_data.commands._pool import Readers, in_order, readers
from lokmin_data.commands._scope import add_database, find_puskesmas, month_number, open_database
from lokmin_data.model import LokminError, Reading
from lokmin_data.store import SaveResult, Store
from lokmin_data.wording import puskesmas_name

#: Who loads on the command line: whoever may read and write the files of this machine.
WHO = "baris perintah"
SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".txt", ".tsv", ".htm", ".html", ".zip"})
LARGEST_FILE = 200_000_000
REFUSED = 2
MONTHS_NAMED = 12
_ASKED = {"year": "tahun", "month": "bulan"}


@dataclass(frozen=True)
class Job:
    """One report to be read; `data` None: it is read from the path by whoever reads it."""

    path: Path
    name: str
    data: bytes | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of one file: stored, or refused with the reason."""

    name: str
    puskesmas: str = ""
    result: SaveResult | None = None
    reading: Reading | None = None
    refused: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the contract."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="berkas laporan, zip, atau folder")
    parser.add_argument("--puskesmas", metavar="NAMA", help="nama Puskesmas, bila laporan tidak menyebutnya")
    parser.add_argument("--year", type=int, help="tahun, bila laporan tidak menyebutnya")
    parser.add_argument("--month", type=month_number, help="bulan 1-12, bila laporan tidak menyebutnya")
    parser.add_argument("--desa-baru", action="store_true", help="tambahkan wilayah yang belum ada ke daftar desa")
    add_database(parser)


def run(args: argparse.Namespace) -> int:
    """Print a summary a file; exit code 2 where any file was refused, after the others were stored."""
    jobs = list(_jobs(args.files))
    outcomes = []
    with readers(len(jobs)) as pool:
        store = open_database(args.db)
        for job, reading in _read_all(pool, jobs, args, store):
            outcomes.append(_store(store, job, reading, args))
            _print_outcome(outcomes[-1])
        store.close()
    if len(outcomes) > 1:
        _print_batch(outcomes)
    refused = [outcome for outcome in outcomes if outcome.refused]
    if refused:
        raise LokminError("\n".join(f"{outcome.name}: {outcome.refused}" for outcome in refused))
    return 0


# --- which files -------------------------------------------------------------------------------------------
def _jobs(paths: Sequence[str]) -> Iterator[Job]:
    for text in paths:
        path = Path(text)
        if path.is_dir():
            found = [each for each in sorted(path.rglob("*")) if each.is_file() and _is_report(each)]
            if not found:
                raise LokminError(f"Folder {path} tidak berisi laporan ({', '.join(sorted(SUFFIXES))}).")
            for each in found:
                yield from _expanded(each, each.relative_to(path).as_posix())
        else:
            yield from _expanded(path, path.name)


def _is_report(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


def _expanded(path: Path, name: str) -> Iterator[Job]:
    if path.suffix.lower() != ".zip":
        yield Job(path, name)
        return
    from lokmin_data.reading.opening.book import expand_archive

    for inner, data in expand_archive(read_bytes(path), name):
        yield Job(path, inner, data)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises LokminError where it cannot be read or is too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise LokminError(f"Berkas {path.name} terlalu besar (lebih dari {LARGEST_FILE // 1_000_000} MB).")
        return path.read_bytes()
    except FileNotFoundError:
        raise LokminError(f"Berkas {path} tidak ditemukan. Periksa letak dan namanya.") from None
    except OSError as error:
        raise LokminError(f"Berkas {path} tidak dapat dibaca: {error.strerror}.") from None


# --- reading, on every core --------------------------------------------------------------------------------
def _read_all(
    pool: Readers, jobs: Sequence[Job], args: argparse.Namespace, store: Store
) -> Iterator[tuple[Job, Reading | str]]:
    """Each job with its reading or the words why not, in the order of the jobs."""
    puskesmas_id = _known_puskesmas(store, args.puskesmas)
    memory = store.memory(puskesmas_id) if puskesmas_id else {}
    own = store.own_indicators(puskesmas_id) if puskesmas_id else []
    read = partial(_read, year=args.year, month=args.month, memory=memory, own=own)
    return in_order(pool, read, jobs, _reader_died)


def _reader_died(_job: Job) -> str:
    """Why a file is refused whose reading process ended without a word: a crash, or no memory left."""
    from lokmin_data.reading.opening.cannot_open import CannotOpen
    from lokmin_data.reading.opening.refusal import refused

    return str(refused(CannotOpen("berkas-rusak", "pembacanya terhenti")))


def _known_puskesmas(store: Store, name: str | None) -> int | None:
    if name:
        return find_puskesmas(store, name)
    ids = store.puskesmas()["puskesmas_id"]
    return int(ids.iloc[0]) if len(ids) == 1 else None


def _read(job: Job, year: int | None, month: int | None, memory: dict, own: list) -> Reading | str:
    from lokmin_data.reading import read_report
    from lokmin_data.reference import indicators

    try:
        data = read_bytes(job.path) if job.data is None else job.data
        catalogue = indicators(own) if own else None
        return read_report(
            data,
            Path(job.name).name,
            year=year,
            month=month,
            memory=memory or None,
            indicators=catalogue,
            pictures=False,
        )
    except LokminError as error:
        return str(error)


# --- storing, one by one -----------------------------------------------------------------------------------
def _store(store: Store, job: Job, reading: Reading | str, args: argparse.Namespace) -> Outcome:
    if isinstance(reading, str):
        return Outcome(job.name, refused=reading)
    try:
        missing = _unsaid(reading, date.today())
        if missing:
            words, options = " dan ".join(_ASKED[key] for key in missing), " dan ".join(f"--{key}" for key in missing)
            raise LokminError(f"Laporan tidak menyebut {words}. Tambahkan pilihan {options}.")
        placed = place(store, reading, args.puskesmas, add_new=args.desa_baru)
        result = store.save_report(
            reading, placed.puskesmas_id, who=WHO, names=placed.names, create_areas=True, new_areas=placed.new_areas,
            remember_names=False, new_puskesmas={"name": placed.name, "kecamatan": reading.kecamatan},
        )  # fmt: skip
    except LokminError as error:
        return Outcome(job.name, reading=reading, refused=str(error))
    return Outcome(job.name, placed.name, result, reading)


def _unsaid(reading: Reading, today: date) -> list[str]:
    """Which of year and month must be given before the report is stored: of a year that is not over, a month too."""
    asked = {*reading.asks, *(["month"] if reading.lacks_month(today) else [])}
    return [key for key in _ASKED if key in asked]


# --- what is told ------------------------------------------------------------------------------------------
def _print_outcome(outcome: Outcome) -> None:
    if outcome.refused or outcome.result is None or outcome.reading is None:
        print(f"{outcome.name}: ditolak, tidak ada yang disimpan")
        return
    result, table = outcome.result, outcome.reading.observations
    if result.known:
        print(f"{outcome.name}: sudah tersimpan sebelumnya (laporan {result.report_id}); tidak ada yang berubah")
        return
    months = sorted({f"{int(y)}-{int(m):02d}" for y, m in table[["year", "month"]].dropna().drop_duplicates().values})
    told = ", ".join(months[:MONTHS_NAMED]) + (" ..." if len(months) > MONTHS_NAMED else "")
    print(f"{outcome.name}: disimpan sebagai laporan {result.report_id} · {puskesmas_name(outcome.puskesmas)} · {told}")
    areas = table.loc[table["level"] == "desa", "area"].nunique()
    print(
        f"  {areas} desa · {result.stored} angka baru · {result.replaced} diganti · {result.unchanged} sama · "
        f"{result.skipped} dilewati"
    )
    for message in dict.fromkeys(problem.message for problem in result.problems):
        print(f"  - {message}")
    noted = len(outcome.reading.problems)
    if noted:
        print(
            f'  - {noted} catatan pembaca; lihat: python -m lokmin_data read "{outcome.name}" --problems catatan.json'
        )


def _print_batch(outcomes: Iterable[Outcome]) -> None:
    outcomes = list(outcomes)
    stored = [outcome.result for outcome in outcomes if outcome.result and not outcome.result.known]
    known = sum(1 for outcome in outcomes if outcome.result and outcome.result.known)
    refused = [outcome for outcome in outcomes if outcome.refused]
    print(f"\nRingkasan: {len(outcomes)} berkas · {len(stored)} disimpan · {known} sudah ada · {len(refused)} ditolak")
    print(f"{sum(r.stored for r in stored)} angka baru · {sum(r.replaced for r in stored)} diganti")
    places = sorted({outcome.puskesmas for outcome in outcomes if outcome.puskesmas})
    if places:
        print(f"Puskesmas: {', '.join(places)}")

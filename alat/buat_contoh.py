"""Make the example reports of `data/contoh`: `python alat/buat_contoh.py [FOLDER]`.

The same script makes the same bytes each time.  `all_reports` is the truth: what a reader must find in each file.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alat.contoh import gizi, imunisasi, kia, lain, sekolah  # noqa: E402
from alat.contoh.lembar import Report  # noqa: E402
from alat.contoh.wilayah import DESA, MONTH_NAMES, people, sasaran  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "data" / "contoh"
#: The reports that come after the first lokmin, for the walk through follow-up.
LATER = "lanjutan"
YEAR_2025 = tuple((2025, month) for month in range(1, 13))
FIRST_HALF = tuple((2026, month) for month in range(1, 7))
THIRD_QUARTER = tuple((2026, month) for month in range(7, 10))

Writer = Callable[[Path], Report]


def _period(when: tuple[int, int]) -> str:
    return f"{MONTH_NAMES[when[1] - 1].upper()} {when[0]}"


def _core() -> Iterator[Writer]:
    """The three core programmes, January 2025 to June 2026."""
    for year, last in ((2025, 12), (2026, 6)):
        yield lambda folder, year=year, last=last: kia.write(folder, f"KIA/LAPORAN KIA {year}.xlsx", year, last)
    yield lambda folder: imunisasi.write_month_sheets(folder, "Imunisasi/IMUNISASI RUTIN 2025.xlsx", 2025, 12)
    for when in FIRST_HALF:
        yield lambda folder, when=when: imunisasi.write_wide(folder, f"Imunisasi/PWS IMUNISASI {_period(when)}.xlsx", when)
    yield lambda folder: gizi.write_table(folder, "Gizi/Daftar Entry Balita Gizi 2025.xlsx", YEAR_2025)
    yield lambda folder: gizi.write_html(folder, "Gizi/Daftar Entry Balita Gizi 2026.xls", FIRST_HALF)
    yield lambda folder: gizi.write_csv(folder, "Gizi/data_ibuhamil 2025.csv", YEAR_2025)
    yield lambda folder: gizi.write_csv(folder, "Gizi/data_ibuhamil 2026.csv", FIRST_HALF)


def _others() -> Iterator[Writer]:
    """One or a few small reports of every other programme."""
    for when in ((2025, 12), (2026, 3), (2026, 6)):
        yield lambda folder, when=when: lain.write_spm(folder, f"SPM/SPM sd {_period(when)}.xlsx", when)
    for year, last in ((2025, 12), (2026, 6)):
        yield lambda folder, year=year, last=last: lain.write_dengue(folder, f"P2P/KASUS DBD {year}.xlsx", year, last)
        yield lambda folder, year=year, last=last: lain.write_airborne(folder, f"P2P/ISPA DAN MALARIA {year}.xlsx", year, last)
    yield lambda folder: lain.write_disease(folder, "P2P/REKAP P2P JUNI 2026.xlsx", (2026, 6))
    for when in ((2025, 12), (2026, 6)):
        yield lambda folder, when=when: lain.write_sanitation(folder, f"Kesling/STBM {_period(when)}.xlsx", when)
        yield lambda folder, when=when: lain.write_phbs(folder, f"Promkes/PHBS {_period(when)}.xlsx", when)


def _schools() -> Iterator[Writer]:
    """BIAS, adolescent girls, posyandu and home visits."""
    yield lambda folder: sekolah.write_bias_by_desa(folder, "Sekolah/BIAS AGUSTUS 2025.xlsx", (2025, 8))
    yield lambda folder: sekolah.write_bias_by_school(folder, "Sekolah/BIAS NOVEMBER 2025 PER SEKOLAH.xlsx", (2025, 11))
    yield lambda folder: sekolah.write_screening(folder, "Sekolah/SKRINING ANEMIA REMATRI DESEMBER 2025.xlsx", (2025, 12))
    yield lambda folder: sekolah.write_girls(folder, "Sekolah/TTD REMATRI JUNI 2026.xlsx", (2026, 6))
    yield lambda folder: sekolah.write_posyandu(folder, "Promkes/POSYANDU DAN KUNJUNGAN RUMAH JUNI 2026.xlsx", (2026, 6))


def _later() -> Iterator[Writer]:
    """July to September 2026, as they would be uploaded three months later."""
    yield lambda folder: kia.write(folder, f"{LATER}/LAPORAN KIA 2026.xlsx", 2026, 9)
    for when in THIRD_QUARTER:
        yield lambda folder, when=when: imunisasi.write_wide(folder, f"{LATER}/PWS IMUNISASI {_period(when)}.xlsx", when)
    yield lambda folder: gizi.write_html(folder, f"{LATER}/Daftar Entry Balita Gizi TW3 2026.xls", THIRD_QUARTER)
    yield lambda folder: gizi.write_csv(folder, f"{LATER}/data_ibuhamil TW3 2026.csv", THIRD_QUARTER)
    yield lambda folder: lain.write_spm(folder, f"{LATER}/SPM sd {_period((2026, 9))}.xlsx", (2026, 9))


def write_reports(folder: Path, *, later: bool = True) -> list[Report]:
    """Write every example report below a folder; what each holds, in the order in which they would arrive."""
    return [write(folder) for group in ((_core, _others, _schools, _later) if later else (_core, _others, _schools)) for write in group()]


def _write_table(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_lists(folder: Path) -> None:
    """The desa list and the sasaran of both years, as a Puskesmas would paste them."""
    _write_table(folder / "desa.csv", ("desa", "kode", "penduduk"), [(desa.name, desa.code, people(desa, 2026)) for desa in DESA])
    rows = [
        (desa.name, year, code, value) for year in (2025, 2026) for desa in DESA for code, value in sasaran(desa, year).items()
    ]  # fmt: skip
    _write_table(folder / "sasaran.csv", ("desa", "tahun", "sasaran", "nilai"), rows)


def main(arguments: Sequence[str]) -> int:
    """Write everything into a folder (default data/contoh)."""
    folder = Path(arguments[0]) if arguments else EXAMPLE
    reports = write_reports(folder)
    write_lists(folder)
    print(f"{len(reports)} laporan contoh, {sum(len(report.facts) for report in reports)} angka, di {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

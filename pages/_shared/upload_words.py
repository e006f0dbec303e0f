"""The sentences of the upload page: what was read, what is asked, what the button does.  No Streamlit here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lokmin_data.model import Problem, Reading
from lokmin_data.store.names import fold
from lokmin_data.wording import listing, month_name, number, puskesmas_name

BASIS_WORDS = {"month": "bulan ini", "cumulative": "kumulatif", "point": "keadaan bulan itu", "year": "setahun"}
SEVERITY_WORDS = {"error": "Ditolak", "skipped": "Dilewati", "warning": "Perlu dilihat"}
_SEVERITY_ORDER = {"error": 0, "skipped": 1, "warning": 2}
#: Part of the file's names that we do not know from which on we ask whether it is another Puskesmas' report.
FOREIGN_SHARE = 0.6
LEAST_AREAS = 3


def months_text(months: Iterable[tuple[int, int]]) -> str:
    """(year, month) pairs in words: Januari-April 2026; gaps are listed; empty without any month."""
    pairs = sorted(set(months))
    years = sorted({year for year, _ in pairs})
    return listing([f"{_runs([month for y, month in pairs if y == year])} {year}" for year in years])


def _runs(months: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    words = [month_name(run[0]) if len(run) == 1 else f"{month_name(run[0])}–{month_name(run[-1])}" for run in runs]
    return listing(words)


def periods_of(reading: Reading) -> list[tuple[int, int]]:
    """The (year, month) pairs of the observations; rows of a whole year count as December."""
    table = reading.observations.dropna(subset=["year"])
    months = table["month"].fillna(12).where(table["month"].notna() | (table["basis"] == "year"))
    known = months.notna()
    return sorted({(int(y), int(m)) for y, m in zip(table.loc[known, "year"], months[known], strict=True)})


def likely_year(reading: Reading, today: date) -> int:
    """The year to offer where a report names none: this year, or the last where its months are still to come."""
    months = reading.observations["month"].dropna()
    return today.year - int(len(months) > 0 and int(months.max()) > today.month)


def months_to_come(reading: Reading, today: date) -> str:
    """The months of the report that have not begun, in words; empty where there are none (a whole year is no month)."""
    dated = reading.observations.dropna(subset=["year", "month"])
    pairs = {(int(y), int(m)) for y, m in zip(dated["year"], dated["month"], strict=True)}
    return months_text(pair for pair in pairs if pair > (today.year, today.month))


def written_name(name: str) -> str:
    """A name in capitals as one writes it in a sentence: PECANGAAN is Pecangaan, KOTA II is Kota II."""
    words = [word if set(word) <= set("IVX") else word.capitalize() for word in name.split()]
    return " ".join(words) if name.isupper() else name


def areas_of(reading: Reading) -> list[str]:
    """The names of areas that the report prints, in their order, without the Puskesmas' own rows."""
    table = reading.observations
    names = table.loc[table["level"] != "puskesmas", "area"].astype(str)
    return list(dict.fromkeys(name for name in names if name))


def read_sentence(reading: Reading, expected: int, matched: int, programmes: Mapping[str, str]) -> str:
    """What was read in one line: programmes, months, desa expected and read, how many numbers."""
    parts = [listing(list(programmes.values())) if programmes else "", months_text(periods_of(reading))]
    parts.append(
        f"{expected} desa diharapkan, {matched} terbaca" if expected else f"{len(areas_of(reading))} desa terbaca"
    )
    parts.append(f"{number(len(reading.observations))} angka")
    return " · ".join(part for part in parts if part)


def ordered_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Totals that do not fit first, then what was refused, left out, and to be looked at."""

    def place(problem: Problem) -> tuple[int, int, str, str]:
        total_first = 0 if is_total_problem(problem) else 1
        return total_first, _SEVERITY_ORDER.get(problem.severity, 3), problem.sheet, problem.cell

    return sorted(problems, key=place)


def is_total_problem(problem: Problem) -> bool:
    """True for a printed total that is not the sum of its desa."""
    return "total" in problem.code or "jumlah" in problem.code


def foreign_reason(reading: Reading, *, puskesmas: str, kecamatan: str, known: Iterable[str]) -> str:
    """Why the report seems to be another Puskesmas'; empty where nothing speaks for that.

    `known`: the desa list with its aliases.  A different name of the Puskesmas counts, a different kecamatan
    only where both are known, and names of desa only where most of several are unknown.
    """
    ours = {fold(name) for name in known}
    names = areas_of(reading)
    unknown = [name for name in names if fold(name) not in ours]
    if reading.puskesmas and puskesmas and fold(puskesmas_name(reading.puskesmas)) != fold(puskesmas_name(puskesmas)):
        return (
            f"Berkas ini menyebut {puskesmas_name(reading.puskesmas)}, sedangkan yang dipilih adalah {puskesmas_name(puskesmas)}."
        )
    if reading.kecamatan and kecamatan and fold(reading.kecamatan) != fold(kecamatan):
        return f"Berkas ini menyebut Kecamatan {reading.kecamatan}, sedangkan {puskesmas_name(puskesmas)} berada di Kecamatan {kecamatan}."
    if ours and len(names) >= LEAST_AREAS and len(unknown) >= FOREIGN_SHARE * len(names):
        return (
            f"{len(unknown)} dari {len(names)} nama wilayah di berkas ini tidak ada di daftar desa {puskesmas_name(puskesmas)} "
            f"(misalnya {listing(unknown[:3])})."
        )
    return ""


def save_label(desa: int, months: str, replaced: int) -> str:
    """What the button does: 'Simpan 12 desa, Januari–April 2026'."""
    begin = f"Ganti {replaced} angka dan simpan" if replaced else "Simpan"
    return f"{begin} {desa} desa, {months}" if months else f"{begin} {desa} desa"

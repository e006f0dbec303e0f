"""What may be wrong with a report at the moment of storing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from lokmin_data.model import Problem


@dataclass(frozen=True, kw_only=True)
class AreaNotStored(Problem):
    """An area of the report that is neither in the desa list nor given a meaning by the user."""

    code: ClassVar[str] = "wilayah-tidak-disimpan"
    severity: ClassVar[Literal["error", "skipped", "warning"]] = "skipped"
    what: ClassVar[str] = "Wilayah '{name}' tidak ada di daftar desa; {rows} angkanya tidak disimpan."
    fix: ClassVar[str] = (
        "Pilih desa yang dimaksud pada halaman Unggah laporan, atau tambahkan ke daftar desa di Sasaran & target."
    )
    name: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class PeriodNotStored(Problem):
    """Rows whose year or month neither the file nor the user gave."""

    code: ClassVar[str] = "periode-tidak-disimpan"
    severity: ClassVar[Literal["error", "skipped", "warning"]] = "skipped"
    what: ClassVar[str] = "{rows} angka tidak disimpan karena tahun atau bulannya tidak diketahui."
    fix: ClassVar[str] = "Isikan tahun dan bulan laporan, lalu simpan lagi."
    rows: int


@dataclass(frozen=True, kw_only=True)
class SameDesaTwice(Problem):
    """Two rows of the report that mean the same desa and give different numbers."""

    code: ClassVar[str] = "desa-tertulis-dua-kali"
    severity: ClassVar[Literal["error", "skipped", "warning"]] = "skipped"
    what: ClassVar[str] = (
        "Desa '{name}' tertulis lebih dari satu kali untuk {indicator} dengan angka berbeda; yang pertama disimpan."
    )
    fix: ClassVar[str] = "Periksa baris-baris itu pada laporan, perbaiki, lalu unggah lagi."
    name: str
    indicator: str

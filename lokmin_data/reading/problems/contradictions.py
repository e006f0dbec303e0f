"""What in a report contradicts itself: one small class a kind, listed in `docs/galat.md`."""

from __future__ import annotations

from dataclasses import dataclass

from lokmin_data.model import Problem


@dataclass(frozen=True, kw_only=True)
class AreaTwice(Problem):
    """One area in two rows of a table, with different numbers."""

    code = "desa-ganda"
    severity = "warning"
    what = "'{found}' tertulis dua kali dalam satu tabel dengan angka yang berbeda; yang pertama dipakai ({expected})."
    fix = "Hapus baris yang salah, atau bedakan namanya."


@dataclass(frozen=True, kw_only=True)
class TotalDiffers(Problem):
    """A printed total is not the sum of its rows."""

    code = "jumlah-tidak-cocok"
    severity = "warning"
    what = "Jumlah yang tertulis {found}, sedangkan penjumlahan desanya {expected}."
    fix = "Periksa rumus jumlah atau angka desa di atasnya. Yang dipakai tetap angka tiap desa."


@dataclass(frozen=True, kw_only=True)
class PercentDiffers(Problem):
    """A printed percent is not number / denominator."""

    code = "persen-tidak-cocok"
    severity = "warning"
    what = "Persen yang tertulis {found}, sedangkan menurut angkanya {expected}."
    fix = "Periksa rumus persen pada sel ini."


@dataclass(frozen=True, kw_only=True)
class SexesDiffer(Problem):
    """L + P is not the printed total."""

    code = "l-p-tidak-cocok"
    severity = "warning"
    what = "L + P = {expected}, sedangkan jumlah yang tertulis {found}."
    fix = "Periksa angka L, P, dan jumlahnya pada baris ini."


@dataclass(frozen=True, kw_only=True)
class SexTablesDiffer(Problem):
    """L and P of tables of their own are not the number of the table of both."""

    code = "l-p-tabel-lain"
    severity = "warning"
    what = "Jumlah L dan P di tabel masing-masing {expected}, sedangkan yang tertulis di sini {found}."
    fix = "Periksa ketiga angka itu."


@dataclass(frozen=True, kw_only=True)
class CumulativeFalls(Problem):
    """A cumulative number below the one of the month before."""

    code = "kumulatif-turun"
    severity = "warning"
    what = "Angka kumulatif {found} lebih kecil daripada bulan sebelumnya ({expected})."
    fix = "Angka kumulatif tidak boleh turun; periksa bulan ini dan bulan sebelumnya."


@dataclass(frozen=True, kw_only=True)
class CumulativeDiffers(Problem):
    """A cumulative number that is not last month's and this month's together."""

    code = "kumulatif-tidak-cocok"
    severity = "warning"
    what = "Angka kumulatif {found}, sedangkan penjumlahan bulan-bulannya {expected}."
    fix = "Periksa rumus kumulatif atau angka bulan yang berubah setelah dilaporkan."


@dataclass(frozen=True, kw_only=True)
class TwoNumbers(Problem):
    """Two places of the file give different numbers for one observation."""

    code = "angka-berbeda"
    severity = "warning"
    what = "Sel ini menulis {found}, sedangkan {expected} untuk capaian yang sama; yang dipakai yang terakhir disebut."
    fix = "Samakan kedua tempat itu."


@dataclass(frozen=True, kw_only=True)
class SheetAsideDiffers(Problem):
    """A hidden sheet, or an old copy, that gives several other numbers than the shown one: told once a table."""

    code = "lembar-lama-berbeda"
    severity = "skipped"
    what = "Lembar tersembunyi atau salinan lama ini berbeda dengan {expected} pada {found} angka; yang dipakai lembar yang tampak."
    fix = "Hapus lembar lama itu; bila angkanya yang benar, tampilkan lembar itu dan hapus yang lain."


@dataclass(frozen=True, kw_only=True)
class TwoColumns(Problem):
    """Two columns of one row give different numbers for one observation: neither is used."""

    code = "dua-kolom-berbeda"
    severity = "warning"
    what = "Sel ini menulis {found}, sedangkan {expected} untuk capaian yang sama; keduanya tidak dipakai."
    fix = "Pilih arti kedua kolom itu saat konfirmasi, atau perjelas judulnya."


@dataclass(frozen=True, kw_only=True)
class AboveDenominator(Problem):
    """Numbers above their sasaran: allowed for projections, so told once a file."""

    code = "melebihi-sasaran"
    severity = "warning"
    what = "{found} capaian melebihi sasarannya (di atas 100 %), misalnya {expected}."
    fix = "Periksa sasarannya; angka tetap dibaca apa adanya."


@dataclass(frozen=True, kw_only=True)
class AboveMeasured(Problem):
    """More cases than were measured: impossible, unlike a number above a projected sasaran."""

    code = "melebihi-yang-diukur"
    severity = "warning"
    what = "Jumlah kasus {found} melebihi jumlah yang diukur ({expected})."
    fix = "Periksa kedua angka pada baris ini."


@dataclass(frozen=True, kw_only=True)
class AboveFound(Problem):
    """More people helped than cases were found to date."""

    code = "melebihi-kasus"
    severity = "warning"
    what = "Yang dilayani {found}, melebihi kasus yang ditemukan sampai bulan itu ({expected})."
    fix = "Periksa kedua angka pada baris ini."


@dataclass(frozen=True, kw_only=True)
class PartsDiffer(Problem):
    """Numbers of one row that belong together and do not fit."""

    code = "bagian-tidak-cocok"
    severity = "warning"
    what = "{found}, sedangkan seharusnya {expected}."
    fix = "Periksa angka-angka pada baris ini."


@dataclass(frozen=True, kw_only=True)
class DropOutNegative(Problem):
    """DPT3 above DPT1, told once a file."""

    code = "dpt3-di-atas-dpt1"
    severity = "warning"
    what = "DPT-HB-Hib 3 lebih besar daripada DPT-HB-Hib 1 pada {found}."
    fix = "Periksa kedua antigen; bayi pindahan dapat menjadi penyebabnya."


@dataclass(frozen=True, kw_only=True)
class SasaranChanges(Problem):
    """The sasaran of a desa is not the same all year, told once a file."""

    code = "sasaran-berubah"
    severity = "warning"
    what = "Sasaran setahun berubah di tengah tahun: {found}."
    fix = "Sasaran ditetapkan sekali setahun; samakan di semua bulan."


@dataclass(frozen=True, kw_only=True)
class CellError(Problem):
    """A cell such as #DIV/0! where a number belongs."""

    code = "sel-galat"
    severity = "warning"
    what = "Sel berisi {found}, bukan angka."
    fix = "Perbaiki rumusnya di Excel; sel ini dibaca sebagai kosong."


@dataclass(frozen=True, kw_only=True)
class ColumnOfErrors(Problem):
    """A whole column of errors, told once."""

    code = "kolom-galat"
    severity = "skipped"
    what = "Semua sel pada kolom '{found}' berisi galat rumus ({expected})."
    fix = "Perbaiki rumus kolom ini, atau isi sasaran yang menjadi pembaginya."

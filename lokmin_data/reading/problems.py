"""Everything that can be wrong with a report's contents: one small class a kind, listed in `docs/galat.md`."""

from __future__ import annotations

from dataclasses import dataclass

from lokmin_data.model import Problem


@dataclass(frozen=True, kw_only=True)
class NoTable(Problem):
    """A sheet with numbers in which no table of areas was understood."""

    code = "tabel-tidak-ditemukan"
    severity = "skipped"
    what = "Pada lembar ini tidak ditemukan tabel capaian per desa yang dapat dipahami."
    fix = "Pastikan ada kolom Desa/Kelurahan (atau Puskesmas) dan judul kolom di atas angkanya."


@dataclass(frozen=True, kw_only=True)
class NothingRead(Problem):
    """Not one number of the file could be read."""

    code = "tidak-ada-yang-terbaca"
    severity = "error"
    what = "Tidak ada satu pun capaian yang dapat dibaca dari berkas ini."
    fix = "Periksa apakah ini laporan capaian per desa, dengan kolom nama desa dan judul kolom indikator."


@dataclass(frozen=True, kw_only=True)
class NoArea(Problem):
    """A table of indicators that names no area, neither in a column nor around it."""

    code = "wilayah-tidak-disebut"
    severity = "skipped"
    what = "Tabel ini tidak menyebut desa atau Puskesmas mana yang dilaporkan."
    fix = "Tambahkan kolom nama desa, atau tulis 'Desa : ...' di atas tabel."


@dataclass(frozen=True, kw_only=True)
class UnknownColumn(Problem):
    """A column with numbers whose head says nothing that is known for certain."""

    code = "kolom-tidak-dikenal"
    severity = "skipped"
    what = "Judul kolom '{found}' tidak dikenal sehingga kolomnya dilewati."
    fix = "Pilih arti kolom ini saat konfirmasi{expected}, atau abaikan."


@dataclass(frozen=True, kw_only=True)
class UnknownColumns(Problem):
    """Further unknown columns of the same form, told once."""

    code = "kolom-tidak-dikenal-lain"
    severity = "skipped"
    what = "{found} kolom lain pada lembar ini tidak dikenal dan dilewati."
    fix = "Lihat daftarnya saat konfirmasi; tiap kolom dapat diberi arti atau diabaikan."


@dataclass(frozen=True, kw_only=True)
class UnknownRow(Problem):
    """A row label that names no known indicator, in a table whose rows are indicators."""

    code = "baris-tidak-dikenal"
    severity = "skipped"
    what = "Baris '{found}' tidak dikenal sebagai indikator sehingga dilewati."
    fix = "Pilih arti baris ini saat konfirmasi{expected}, atau abaikan."


@dataclass(frozen=True, kw_only=True)
class UnknownArea(Problem):
    """A name that is not in the list of areas."""

    code = "desa-tidak-dikenal"
    severity = "warning"
    what = "Nama '{found}' tidak ada dalam daftar desa."
    fix = "Perbaiki ejaannya{expected}, atau tambahkan ke daftar desa."


@dataclass(frozen=True, kw_only=True)
class AreaTwice(Problem):
    """One area in two rows of a table, with different numbers."""

    code = "desa-ganda"
    severity = "warning"
    what = "'{found}' tertulis dua kali dalam satu tabel dengan angka yang berbeda; yang pertama dipakai ({expected})."
    fix = "Hapus baris yang salah, atau bedakan namanya."


@dataclass(frozen=True, kw_only=True)
class SetApart(Problem):
    """A row such as LUAR WILAYAH: kept apart, no observation of a desa."""

    code = "luar-wilayah"
    severity = "skipped"
    what = "Baris '{found}' bukan desa; angkanya disimpan terpisah dan tidak dihitung sebagai capaian desa."
    fix = "Tidak perlu diperbaiki."


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
class PercentUnproved(Problem):
    """A percent column that no denominator of the report explains."""

    code = "persen-tidak-terbukti"
    severity = "skipped"
    what = "Kolom persen '{found}' tidak dapat dihitung ulang dari angka mana pun dalam laporan ini."
    fix = "Periksa sasaran yang dipakai sebagai pembaginya."


@dataclass(frozen=True, kw_only=True)
class SexesDiffer(Problem):
    """L + P is not the printed total."""

    code = "l-p-tidak-cocok"
    severity = "warning"
    what = "L + P = {expected}, sedangkan jumlah yang tertulis {found}."
    fix = "Periksa angka L, P, dan jumlahnya pada baris ini."


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


@dataclass(frozen=True, kw_only=True)
class FormulaUnvalued(Problem):
    """Formulas without a stored value that could not be computed, told once a sheet."""

    code = "rumus-tanpa-nilai"
    severity = "skipped"
    what = "{found} sel berisi rumus tanpa nilai tersimpan sehingga dibaca kosong."
    fix = "Buka berkas di Excel, tekan F9 lalu simpan, kemudian unggah lagi."


@dataclass(frozen=True, kw_only=True)
class NotReported(Problem):
    """Months that nobody has filled in."""

    code = "bulan-belum-dilaporkan"
    severity = "skipped"
    what = "Belum dilaporkan: {found}. Angka nol dan kumulatif yang tercetak untuk bulan itu tidak dibaca."
    fix = "Tidak perlu diperbaiki bila memang belum waktunya."


@dataclass(frozen=True, kw_only=True)
class AreasNotReported(Problem):
    """Areas that left a reported month empty."""

    code = "desa-belum-melapor"
    severity = "skipped"
    what = "Belum melapor: {found}."
    fix = "Ingatkan bidan desanya; kumulatif lama mereka tidak dibaca sebagai laporan bulan itu."


@dataclass(frozen=True, kw_only=True)
class DuplicateSheet(Problem):
    """A sheet that repeats another one cell by cell."""

    code = "lembar-ganda"
    severity = "skipped"
    what = "Lembar ini salinan persis dari lembar '{found}' sehingga dilewati."
    fix = "Hapus salah satunya."


@dataclass(frozen=True, kw_only=True)
class OddPeriod(Problem):
    """A range of months that is neither one month nor added up from January."""

    code = "periode-tidak-umum"
    severity = "skipped"
    what = "Tabel ini menjumlahkan {found}, bukan satu bulan dan bukan sejak Januari, sehingga tidak dibaca."
    fix = "Gunakan laporan bulanan, atau laporan kumulatif sejak Januari."


@dataclass(frozen=True, kw_only=True)
class QuarterOnly(Problem):
    """Tribulan columns that are not added up."""

    code = "tribulan-tidak-kumulatif"
    severity = "skipped"
    what = "Kolom tribulan pada tabel ini tidak dijumlahkan sejak Januari; hanya tribulan I yang dapat dibaca."
    fix = "Gunakan laporan bulanan, atau kolom 's/d tribulan'."


@dataclass(frozen=True, kw_only=True)
class NoPeriod(Problem):
    """Neither the file nor the options say when."""

    code = "periode-tidak-ada"
    severity = "warning"
    what = "Laporan ini tidak menyebut {found}."
    fix = "Isi {found} saat konfirmasi."


@dataclass(frozen=True, kw_only=True)
class NoIndicator(Problem):
    """A table of numbers whose indicator is named nowhere."""

    code = "indikator-tidak-disebut"
    severity = "skipped"
    what = "Tabel ini berisi angka, tetapi indikatornya tidak disebut di judul maupun kepala kolom."
    fix = "Tulis nama indikator di judul tabel, atau pilih saat konfirmasi."


@dataclass(frozen=True, kw_only=True)
class CorrectionUnused(Problem):
    """A recorded correction whose error is no longer in the source."""

    code = "koreksi-tidak-terpakai"
    severity = "error"
    what = "Koreksi yang tersimpan mengharapkan nilai {expected}, tetapi sel ini kini berisi {found}."
    fix = "Hapus koreksi itu bila sumbernya sudah diperbaiki."


@dataclass(frozen=True, kw_only=True)
class Corrected(Problem):
    """A recorded correction was used."""

    code = "koreksi-dipakai"
    severity = "warning"
    what = "Nilai {found} diganti {expected} menurut koreksi yang tersimpan."
    fix = "Perbaiki juga di berkas sumbernya."

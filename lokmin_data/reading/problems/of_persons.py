"""What is said of by-name sheets: counts and columns only, never a cell of a person."""

from __future__ import annotations

from dataclasses import dataclass

from lokmin_data.model import Problem


@dataclass(frozen=True, kw_only=True)
class ByNameCounted(Problem):
    """A sheet of single persons was counted per desa and month."""

    code = "data-perorangan-dihitung"
    severity = "warning"
    what = "Lembar ini berisi data perorangan; yang diambil hanya jumlahnya per desa dan bulan ({found})."
    fix = "Nama, NIK, alamat, dan tanggal lahir tidak disimpan. Periksa jumlahnya sebelum menyetujui."


@dataclass(frozen=True, kw_only=True)
class ByNameWithoutDesa(Problem):
    """A sheet of single persons that does not say in which desa they live."""

    code = "data-perorangan-tanpa-desa"
    severity = "error"
    what = "Lembar ini berisi data perorangan tanpa keterangan desa, sehingga tidak dihitung dan tidak ditampilkan."
    fix = "Tambahkan kolom Desa/Kelurahan, atau tulis 'Desa: ...' di atas tabel, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class ByNameUnclear(Problem):
    """A sheet of single persons without a head that is understood, or with nothing to count."""

    code = "data-perorangan-tidak-dikenal"
    severity = "error"
    what = "Lembar ini berisi data perorangan yang kolomnya tidak dikenali, sehingga tidak dihitung dan tidak ditampilkan."
    fix = (
        "Unggah ekspor e-PPGBM/SIGIZI atau ASIK apa adanya, atau beri judul kolom seperti Desa/Kel, "
        "Tanggal Pengukuran, TB/U, LILA, Hb, atau Tanggal Imunisasi."
    )


@dataclass(frozen=True, kw_only=True)
class ByNameWithoutPeriod(Problem):
    """Nothing tells in which month the persons were seen."""

    code = "data-perorangan-tanpa-bulan"
    severity = "error"
    what = "Lembar ini berisi data perorangan tanpa tanggal atau bulan pelayanan, sehingga tidak dihitung."
    fix = "Pilih tahun dan bulan laporannya, atau tambahkan kolom tanggal, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class ByNameRowsSkipped(Problem):
    """Rows of persons that could not be counted."""

    code = "baris-perorangan-dilewati"
    severity = "skipped"
    what = "Sebagian baris data perorangan tidak dihitung: {found}."
    fix = "Lengkapi kolom desa dan tanggal pada baris itu bila seharusnya ikut dihitung."

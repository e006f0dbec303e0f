"""What is said when a file cannot be opened: one small class a reason, and the error that carries it."""

from __future__ import annotations

from dataclasses import dataclass

from lokmin_data.model import LokminError, Problem
from lokmin_data.reading.opening.cannot_open import CannotOpen


class Refused(LokminError):
    """A file or a table that is not read; its text is the problem's message, ready for the screen."""

    def __init__(self, problem: Problem | str):
        super().__init__(problem if isinstance(problem, str) else problem.message)
        self.problem = None if isinstance(problem, str) else problem


@dataclass(frozen=True, kw_only=True)
class FileTooLarge(Problem):
    """The file, or what it unpacks to, is larger than a report can be."""

    code = "berkas-terlalu-besar"
    severity = "error"
    what = "Berkas ini terlalu besar untuk sebuah laporan: {found}, sedangkan batasnya {expected}."
    fix = "Hapus lembar, gambar, serta baris dan kolom kosong yang tidak dipakai, simpan lagi, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class SheetTooLarge(Problem):
    """One sheet reaches too far to the right or down, mostly by one stray cell."""

    code = "lembar-terlalu-luas"
    severity = "error"
    what = "Lembar terbentang terlalu jauh: {found}, sedangkan batasnya {expected}."
    fix = "Tekan Ctrl+End untuk melihat sel terakhir, hapus baris dan kolom di luar tabel, simpan, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class FileDamaged(Problem):
    """The bytes are not what their format demands: cut off, spoilt, or made to break a parser."""

    code = "berkas-rusak"
    severity = "error"
    what = "Berkas tidak dapat dibuka; isinya rusak atau terpotong ({found})."
    fix = "Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu unggah hasilnya."


@dataclass(frozen=True, kw_only=True)
class FileLocked(Problem):
    """The workbook is encrypted."""

    code = "berkas-terkunci"
    severity = "error"
    what = "Berkas dilindungi kata sandi sehingga tidak dapat dibaca."
    fix = "Buka dulu kata sandinya di Excel (Berkas > Info > Proteksi Buku Kerja), simpan, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class FileUnknown(Problem):
    """Neither a workbook nor a text table."""

    code = "berkas-tidak-dikenal"
    severity = "error"
    what = "Berkas ini bukan lembar kerja yang dikenal ({found})."
    fix = "Unggah laporan sebagai .xlsx, .xlsm, .xls, .xlsb, .ods, atau .csv."


@dataclass(frozen=True, kw_only=True)
class FileUnsafe(Problem):
    """The file holds what a report never holds (document types, packed packages, endless nesting)."""

    code = "berkas-tidak-aman"
    severity = "error"
    what = "Berkas ditolak karena berisi sesuatu yang tidak wajar dalam laporan ({found})."
    fix = "Salin tabelnya ke buku kerja baru, simpan sebagai .xlsx, lalu unggah yang baru itu."


@dataclass(frozen=True, kw_only=True)
class FileTooSlow(Problem):
    """The parser did not finish in time and was stopped."""

    code = "berkas-terlalu-lama"
    severity = "error"
    what = "Berkas tidak selesai dibaca dalam {expected}."
    fix = "Pecah berkas menjadi beberapa berkas yang lebih kecil, atau hapus lembar yang tidak perlu, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class FileEmpty(Problem):
    """There is nothing in the file."""

    code = "berkas-kosong"
    severity = "error"
    what = "Berkas ini kosong."
    fix = "Periksa apakah laporan sudah tersimpan dengan benar, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class FormulaWithoutValue(Problem):
    """A formula that the file holds without its result, and that is not a plain sum or ratio."""

    code = "formula-tanpa-nilai"
    severity = "skipped"
    what = "Sel berisi formula tanpa nilai tersimpan ({found}) yang tidak dapat dihitung di sini."
    fix = "Buka berkas di Excel, tekan F9 agar dihitung, simpan, lalu unggah ulang."


_REASONS = {
    reason.code: reason
    for reason in (
        FileTooLarge, SheetTooLarge, FileDamaged, FileLocked, FileUnknown, FileUnsafe, FileTooSlow, FileEmpty,
    )
}  # fmt: skip


def refused(error: CannotOpen) -> Refused:
    """The plain error of the opening process as the one that is told to the user."""
    fields = dict(error.fields)
    return Refused(_REASONS.get(fields.pop("code"), FileDamaged)(**fields))

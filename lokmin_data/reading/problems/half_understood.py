"""What of a report is not read, or only half understood: one small class a kind, listed in `docs/galat.md`."""

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
class NoCoverage(Problem):
    """A table of goods or money: stock, budget, wages."""

    code = "bukan-tabel-capaian"
    severity = "skipped"
    what = "Tabel '{found}' menghitung barang atau uang, bukan orang yang dilayani, sehingga tidak dibaca."
    fix = "Bila memang capaian, tulis 'Cakupan' atau 'Capaian' pada judulnya."


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
class SetApart(Problem):
    """A row such as LUAR WILAYAH: kept apart, no observation of a desa."""

    code = "luar-wilayah"
    severity = "skipped"
    what = "Baris '{found}' bukan desa; angkanya disimpan terpisah dan tidak dihitung sebagai capaian desa."
    fix = "Tidak perlu diperbaiki."


@dataclass(frozen=True, kw_only=True)
class SummedRow(Problem):
    """A row with a name of its own whose numbers are the sum of the rows beside it: a pustu, a wilayah."""

    code = "baris-penjumlahan"
    severity = "skipped"
    what = "Baris '{found}' adalah penjumlahan baris-baris di bawah atau di atasnya, sehingga tidak dibaca sebagai desa."
    fix = "Tidak perlu diperbaiki bila memang pustu atau kelompok desa."


@dataclass(frozen=True, kw_only=True)
class UnclearRow(Problem):
    """A row with numbers that may be a statistic or a note and not an area."""

    code = "baris-bukan-desa"
    severity = "skipped"
    what = "Baris '{found}' tampaknya bukan desa (ringkasan atau catatan), sehingga tidak dibaca."
    fix = "Bila memang desa, beri nomor urut seperti desa lain dan tulis namanya dengan 'Desa' di depan."


@dataclass(frozen=True, kw_only=True)
class PercentUnproved(Problem):
    """A percent column that no denominator of the report explains."""

    code = "persen-tidak-terbukti"
    severity = "skipped"
    what = "Kolom persen '{found}' tidak dapat dihitung ulang dari angka mana pun dalam laporan ini."
    fix = "Periksa sasaran yang dipakai sebagai pembaginya."


@dataclass(frozen=True, kw_only=True)
class NumberDivides(Problem):
    """A number that the printed percents show to be the divisor of another column: no result."""

    code = "angka-ternyata-pembagi"
    severity = "skipped"
    what = "Kolom '{found}' tidak dibaca sebagai capaian: persen di sampingnya adalah '{expected}' dibagi kolom ini."
    fix = "Perjelas judul kedua kolom itu, atau pilih artinya saat konfirmasi."


@dataclass(frozen=True, kw_only=True)
class PercentScaleUnsure(Problem):
    """A column of small percents without a sign: 0,9 may be 0,9 % or 90 %."""

    code = "skala-persen-tidak-jelas"
    severity = "skipped"
    what = "Kolom '{found}' berisi angka kecil tanpa tanda %: 0,9 dapat berarti 0,9 % atau 90 %. Kolom ini dilewati."
    fix = "Beri format persen pada kolomnya, atau sertakan jumlah kasus dan yang diukur."


@dataclass(frozen=True, kw_only=True)
class NegativeNumber(Problem):
    """A count below 0."""

    code = "angka-negatif"
    severity = "warning"
    what = "Sel ini berisi {found}; capaian tidak dapat kurang dari 0, sehingga sel ini dibaca sebagai kosong."
    fix = "Periksa angka atau rumusnya."


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
    """Columns or rows of a tribulan, or of another range of months, that are not added up."""

    code = "tribulan-tidak-kumulatif"
    severity = "skipped"
    what = "Angka per tribulan (atau beberapa bulan) di tabel ini tidak terbukti dijumlahkan sejak Januari; tribulan I saja yang dibaca."
    fix = "Gunakan laporan bulanan, atau tulis 's/d tribulan' bila angkanya memang dijumlahkan sejak Januari."


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
class TextForNumber(Problem):
    """A column of results that holds words where numbers belong, told once a column."""

    code = "sel-bukan-angka"
    severity = "skipped"
    what = "Kolom '{expected}' berisi tulisan yang tidak dapat dibaca sebagai angka, misalnya '{found}'."
    fix = "Tulis angkanya saja; sel seperti ini dibaca sebagai kosong."


@dataclass(frozen=True, kw_only=True)
class LetterForDigit(Problem):
    """A cell of numbers in which the letter O, l or I stands in place of a digit."""

    code = "huruf-di-tempat-angka"
    severity = "warning"
    what = "Sel ini berisi '{found}': huruf O, l, atau I tertulis di tempat angka; sel ini dibaca sebagai kosong."
    fix = "Ketik ulang angkanya, misalnya 0 (nol), lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class BasisUnsaid(Problem):
    """A list of indicators by month that does not say whether its numbers are of the month or added up."""

    code = "kumulatif-tidak-disebut"
    severity = "warning"
    what = "Laporan ini tidak menyebut apakah angkanya sebulan atau kumulatif sejak Januari; dibaca sebagai angka sebulan."
    fix = "Bila angkanya kumulatif, tulis 'Kumulatif' pada judul kolom {found}, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class RowsContradict(Problem):
    """Rows of one name that differ nearly everywhere: the table tells more apart than was understood."""

    code = "baris-bertentangan"
    severity = "skipped"
    what = "'{found}' dan nama lain di tabel ini tertulis di beberapa baris dengan angka berbeda ({expected}); tidak dibaca."
    fix = "Tambahkan kolom yang membedakan baris-baris itu, misalnya posyandu atau bulan."


@dataclass(frozen=True, kw_only=True)
class TablesContradict(Problem):
    """Two tables of one form that give other numbers for the same areas, months and indicators."""

    code = "tabel-bertentangan"
    severity = "skipped"
    what = "Tabel ini berbeda dengan {expected} pada {found} angka untuk wilayah dan bulan yang sama; keduanya tidak dibaca."
    fix = "Tulis wilayah atau bulan masing-masing di atas tabelnya, atau hapus tabel yang tidak berlaku."


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

"""Dates of a title that tell when something was done with the report: printed, sent, revised.  They are not its period."""

from __future__ import annotations

import re

from lokmin_data.reading.words.one_report import for_one_report

_DIGIT = re.compile(r"\d")
#: `5 Agustus 2025`, `5/8/2025`, `05-08-2025`.
_DATE = r"\s*[-/.]\s*(?:0?[1-9]|1[0-2])\s*[-/.]\s*20\d\d\b"
_DAY = rf"(?:[12]?\d|3[01]|0[1-9])(?:{_DATE}|[\s-]+(?!bulan|minggu|tahun|hari)[a-z]{{3,9}}\b(?:[\s-]+20\d\d\b)?)"
_NO_RANGE = r"(?:(?!\b(?:s\s*[/.]?\s*d|sampai|hingga|mulai|sejak)\b)[^()\d])*"
_NOT_ON = r"(?!\s*(?:s\s*[/.]?\s*d\b|sampai\b|hingga\b|[-–]))"
_SENT = (
    r"(?:di|me|men|meng|meny|mem|ter)?(?:ganti|gantikan|revisi|kirim|kirimkan|terima|sampaikan|perbaiki|koreksi|ralat)"
    r"|perbaikan|pengganti|pengiriman|penggantian"
)
_MADE = (
    r"(?:di|ter)?(?:validasi|verifikasi|update|updated|susun|buat|input|entri|entry|rekap|perbarui|mutakhirkan|tarik|kumpulkan)"
    r"|pembaruan|pemutakhiran|penarikan|data|per"
)
#: What is told of the file, not of its numbers: `Dicetak 05/04/2025`, `Tanggal unduh: 5 April 2025`, `Printed on ...`.
_PRINTED = re.compile(
    r"(?:\b(?:tanggal|tgl|waktu|jam|hari)\b\.?\s*(?:data\s+)?)?"
    r"\b(?:diakses|(?:di)?(?:cetak|unduh|ekspor|export|download|generate|print)(?:kan|an|ed|d)?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
#: The day on which a report was sent or replaced: `direvisi tanggal 5 Agustus 2025`, `menggantikan laporan tgl 5/8/2025`.
_ON_A_DAY = re.compile(rf"\b(?:{_SENT})\b{_NO_RANGE}\b(?:tanggal|tgl|tertanggal)\b\.?\s*:?\s*{_DAY}{_NOT_ON}", re.IGNORECASE)
#: The same in fewer words, and days on which numbers were entered or checked: not a period where another one is named.
_BESIDE = re.compile(
    rf"\b(?:{_SENT}|{_MADE})\b{_NO_RANGE}(?<![\d/.-]){_DAY}{_NOT_ON}|\([^()\d]*(?<![\d/.-]){_DAY}\s*\)", re.IGNORECASE
)

#: The month in which a report was sent: `dikirim bulan Maret 2026`, `Bulan pengiriman : Maret`, not `data yang dikirim: s/d Maret 2026`.
_MONTH_NAME = (
    r"(?:januari|jan|februari|pebruari|feb|peb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agt|agst|ags|agu|"
    r"september|sept?|oktober|okt|november|nopember|nov|nop|desember|des)"
)
_OF_OTHERS = r"data|laporan|hasil|capaian|cakupan|kegiatan|keadaan|periode|posyandu|bidan|desa|s\s*[/.]?\s*d|sampai|hingga|mulai|sejak"
_IN_A_MONTH = re.compile(
    rf"(?:\b(?:bulan|bln|masa|periode)\.?\s+)?\b(?:(?:di|ter)?kirim(?:kan)?|pengiriman|disampaikan)\b"
    rf"(?:(?!\b(?:{_OF_OTHERS})\b)[^()\n;,])*?\b(?:(?:bulan|bln)\b\.?\s*:?\s*)?(?P<month>{_MONTH_NAME})\b(?:[\s,-]+20\d\d\b)?{_NOT_ON}",
    re.IGNORECASE,
)


#: The year in which BPS publishes the numbers of the year before: `Kabupaten Solok Dalam Angka 2026`.
_PUBLISHED = re.compile(r"\b(dalam\s+angka|in\s+figures)\b[\s,/:_.-]*(?:(?:tahun|edisi)\s+)?20\d\d\b", re.IGNORECASE)
#: The month of the meeting for which numbers were gathered: `Bahan Lokmin April 2026`, `RAPAT EVALUASI BULAN APRIL 2026`; not that
#: of the numbers themselves: `Lokmin: capaian s/d Maret 2026`.
_MEETING_NAME = r"\b(?:lokmin|minlok|lokakarya|(?:rapat|pertemuan)\s+(?:koordinasi|evaluasi|lintas|bulanan|tri\s*bulanan|rutin)|rakor\w*)\b"
_NAMES_MEETING = re.compile(_MEETING_NAME, re.IGNORECASE)
_OF_NUMBERS = r"capaian|cakupan|data|hasil|laporan|pelaporan|kegiatan|periode|keadaan|s\s*[/.]?\s*d|sampai|hingga"
_MEETING = re.compile(rf"{_MEETING_NAME}(?:(?!\b(?:{_OF_NUMBERS})\b)[^()\n])*?(?:\b20\d\d\b|$)", re.IGNORECASE | re.MULTILINE)
_DAY_LABEL = re.compile(r"\s*(?:tanggal|tgl)\b\.?\s*:?\s*", re.IGNORECASE)
#: One day, `Tanggal : 5 April 2026`, `Jakarta, 5 April 2026`: that of the report or of the meeting, unless the month was ending or
#: the state of that day is told, `PER 5 APRIL 2026`.
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu|ahad)"
_DATED = rf"(?:{_DATE}|[\s-]+(?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt|oct|no[vp]|des|dec)[a-z]*[\s-]+20\d\d\b)"
_BEFORE_DAY = rf"(?:^|[,:(]|\b(?:tanggal|tgl)\b\.?|\b{_WEEKDAY}\b)\s*"
_EARLY_DAY = re.compile(rf"{_BEFORE_DAY}(?:0?[1-9]|1\d|2[0-4]){_DATED}|\b{_WEEKDAY}\s*[,/]?\s*\d\d?{_DATED}", re.IGNORECASE)
_ONE_DAY = re.compile(rf"(?<![\w/.-])\d\d?{_DATED}", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:per|keadaan|posisi|kondisi|status|data|periode|bulan|bln|minggu|mg|sampai|hingga|s\s*[/.]?\s*d|mulai|sejak|dari|akhir|cut\W?off)\b",
    re.IGNORECASE,
)
#: Whatever is told of a printing, publishing, meeting or sending holds one of these.
_TELLING = (
    "akses", "cetak", "unduh", "ekspor", "export", "download", "generate", "print", "angka", "figures", "lokmin", "minlok", "lokakarya",
    "rapat", "pertemuan", "rakor", "kirim", "pengirim", "disampaikan",
)  # fmt: skip
#: Lines that begin so tell who made a file and when.
_MAKERS = re.compile(r"\s*(?:disusun|dibuat|undangan|disiapkan)\b.*", re.IGNORECASE)


def without_told(text: str) -> str:
    """The text without what it tells of its printing and publishing, of the meeting that it is for, and of the day on which it
    was sent or replaced."""
    if _MAKERS.fullmatch(text):
        return ""
    folded = text.casefold()
    if any(word in folded for word in _TELLING):
        text = _IN_A_MONTH.sub(" ", _PUBLISHED.sub(r"\1", _MEETING.sub(" ", _PRINTED.sub("", text))))
    return _ON_A_DAY.sub(" ", text) if _DIGIT.search(text) else text


def without_the_day(text: str) -> str:
    """The text of a title without the one day, not at the end of a month, that it names."""
    return _EARLY_DAY.sub(" ", text) if tells_a_day(text) else text


def month_sent(text: str) -> str:
    """The month in which a text says that a report was sent, as it is written; empty where it says none."""
    found = _IN_A_MONTH.search(text)
    return found["month"].casefold() if found else ""


def unnamed_meeting(text: str) -> str:
    """The text of a name without what calls it that of a meeting, so that the month of the meeting can be asked for."""
    return _NAMES_MEETING.sub(" ", text)


def without_days_beside(text: str) -> str:
    """The text without days that hardly tell its period: `BULAN JULI 2025 (per 5 Agustus 2025)`; the text itself where there is none."""
    return _BESIDE.sub(" ", text) if _DIGIT.search(text) else text


def tells_a_day(text: str) -> bool:
    """True for a text of one date, no day at the end of a month, that says nothing of a state on it."""
    days = _DIGIT.search(text) and _ONE_DAY.findall(text)
    return bool(days) and len(days) == 1 and bool(_EARLY_DAY.search(text)) and not _STATE.search(text)


@for_one_report
def is_print_label(text: str) -> bool:
    """True for `Tanggal cetak :` and a bare `Tanggal :`, whose date stands in the next cell."""
    return bool(_PRINTED.match(text.strip()) or _DAY_LABEL.fullmatch(text)) and not _DIGIT.search(text)

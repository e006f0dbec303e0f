"""Texts of a report cut into comparable words: case, punctuation, spelling variants and spaces folded."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from lokmin_data.reading.words.one_report import for_one_report

Tokens = tuple[str, ...]

_UNTIL = re.compile(r"(?<![a-z])(?:s\s*[/.\\]\s*d|up\s*to)(?![a-z])\.?|(?<![a-z/-])s[-:]d(?![a-z/-])")
_TIME = r"bulan|bln|bl|akhir|tgl|tanggal|dengan|dgn|tw|tri|semester|smt|sekarang|jan|feb|peb|mar|apr|mei|jun|jul|ag[tus]|sep|o[kc]t|no[vp]|de[sc]"
_SHORT_UNTIL = re.compile(rf"(?<![a-z])(?:smp(?:a?i)?|sampe|sampi|s\s+d)\b\.?(?=\s*(?:\d\d?\s+)?(?:{_TIME}))")
_BARE_UNTIL = re.compile(rf"(?<!anak\s)(?<!usia\s)(?<![a-z])sd(?=\s+(?:\d\d?\s+)?(?:{_TIME}))")
_OTHER_SCHOOL = re.compile(r"(?<![a-z])(?:sis\w{2}|murid|rematri|remaja|sekolah|kelas|kls|sma|smk|smp|mts|sltp|bias|mi)(?![a-z])")
_SCHOOL = re.compile(r"(?<![a-z])(?:sis\w{2}|murid|rematri|remaja|sekolah|kelas|kls|sma|smk|mts|sltp|bias|sd)(?![a-z])")
_PART_OF_YEAR = re.compile(r"(?<![a-z])(tri|catur)[\s-]+(wulan|bulan)(?![a-z])")
_LAST_DAY = re.compile(r"(?<=[a-z])\s*(?:29|30)\s*(?:hari|hr)\b")  # 5 bulan 29 hari: to the end of month 5
_GETS = r"ttd|pmt|mt|penanganan|pelayanan|perawatan|pengobatan|obat|tata|tablet|vit\w*|asi|imd|skrining|buku|makanan|susu|fe\d*|oralit|zinc"
_SHORT_GETS = re.compile(rf"(?<![a-z])dpt(?=\s+(?:{_GETS})(?![a-z]))")  # "KEK dpt PMT": DPT is a vaccine, too
#: How a column or a row is reckoned from others, told behind its name: `% (4/3 x 100)`, `Jumlah (3+4)`, `Ditimbang (03+04)`.
_COLUMN = r"(?:kol(?:om)?\.?\s*)?\d{1,2}"
_SHARE_OF = re.compile(
    rf"(?:[=({{\[\s]*(?<![a-z\d]){_COLUMN}\s*[/:]\s*{_COLUMN}[\s)]*|(?<=[\s)]))[x*×]\s*100(?![\d.,])\s*%?[)}}\]]*"
)
_SUM_OF = re.compile(r"\(\s*0\d(?:\s*\+\s*\d\d)+\s*\)|(?:(?<=^jumlah)|(?<=^total))\s*\(\s*\d\d?(?:\s*\+\s*\d\d?)+\s*\)$")
#: A head of nothing but the signs of a difference, `(+/-)`, `±`, and the word that stands for it.
_DIFFERENCE = re.compile(r"[\s(\[]*(?:\+[\s)]*/?[\s(]*[-–]|[-–][\s)]*/?[\s(]*\+|±)[\s)\]]*")
_DIFFERENCE_WORD = "selisih"
#: The sign of a finding that was not made, `rumah (-) jentik`, and the word for it: without it the rest would name those with larvae.
_NEGATIVE = re.compile(r"\(\s*[-–]\s*\)")
_NEGATIVE_WORD = " negatif "
_LAKI = re.compile(r"laki\s*[-2]?\s*(?:laki)?")
_WORDS = re.compile(r"[^\W\d_]+|\d+|[<>%+&']")
_SIGNS = str.maketrans({"≥": ">", "≤": "<", "_": " ", "’": "'", "`": "'", "√": "v", "∑": "σ", "‰": " rate per 1000 "})
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_MARK = re.compile(r"\s*(?:\(?[*†‡]+\)?|[⁰¹²³⁴-⁹]+\)?|\[\d{1,2}\])+$|^[*†‡]+\s*")
_NUMBERED_MARK = re.compile(r"\s*(?<!\d)\d\)$")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,4})\s?[.)]\s*(?=[^\W\d_]{2})")
_TARGET_WORD = r"(?:target|targt|tgt|trgt)\b\.?"
_VALUE = r"[:=]?\s*[≥>]?=?\s*\d{1,3}(?:[.,]\d+)?(?!\d)"
_BRACKETED_TARGET = rf"[(\[]\s*(?:{_TARGET_WORD}[^()\[\]]*?{_VALUE}\s*%?|T\s*[:=]{_VALUE}\s*%)\s*[)\]]"
_TARGET_VALUE = re.compile(rf"{_BRACKETED_TARGET}|[-–,;/]?\s*\b{_TARGET_WORD}\s*{_VALUE}\s*%?\s*$", re.IGNORECASE)
_PERCENT_BEHIND = re.compile(r"([^\W\d_].*?[^\s:=(])[\s:=]*\(?\s*\d{1,3}(?:[.,]\d+)?\s*%\s*\)?\s*$", re.DOTALL)
_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?!\d|[.,]\d)")  # 2.500 gram, per 100.000 penduduk
_YEAR_OF_TWO = re.compile(r"(?<=[a-z])\s*'\s*(?=2\d(?!\d))")  # "Jan '26"; D' is those weighed
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")


def fold_spaces(text: str) -> str:
    """The text with line breaks, hard spaces and runs of spaces folded to single ones, ends cut."""
    return " ".join(text.split())


def without_marks(text: str) -> str:
    """A name without the marks of footnotes: `Sukamaju *)`, `Sukamaju¹`, `Sukamaju [1]`."""
    if text.isascii() and text[:1].isalnum() and text[-1:].isalnum():
        return text  # most names
    return _MARK.sub("", text)


def without_numbers(texts: Sequence[str]) -> dict[str, str]:
    """Names that end in the number of a footnote (`Sukamaju 1)`) with what they are without it, where it tells no two of
    them apart."""
    plain = {text: _NUMBERED_MARK.sub("", text) for text in texts if "(" not in text}
    shorter = {text: other for text, other in plain.items() if other and other != text}
    taken = Counter(plain.get(text, text).casefold() for text in texts)
    return {text: other for text, other in shorter.items() if taken[other.casefold()] == 1}


def without_list_number(text: str) -> str:
    """A text without the number of a list before it: `1. BCG`, `a. BCG`, `(2) BCG`."""
    return _LIST_NUMBER.sub("", text, count=1) if _LIST_NUMBER.match(text) else text


def without_target(text: str) -> str:
    """A group's head without the value of a target that stands behind its name: `K1 (target 75 %)`, `K4 target: 95%`; a head
    that names nothing else stays."""
    return _TARGET_VALUE.sub(" ", text).strip() or text


def tells_target(text: str) -> bool:
    """True for a text that holds nothing but the value of a target: `TARGET 75 %`, `(Target : 95%)`."""
    return not _TARGET_VALUE.sub("", text).strip()


def without_percent(text: str) -> str:
    """A group's head without the percent behind its name, which may be a target: `K1 58.30%`, `K4 (95 %)`."""
    return _PERCENT_BEHIND.sub(r"\1", text)


@for_one_report
def cut(text: str) -> list[str]:
    """The raw words of a text: letters and digits apart, signs that carry meaning kept, lower case."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", _RAISED.sub("", text))
    plain = _CAMEL.sub(" ", plain.translate(_SIGNS)).lower()
    if "s" in plain and _SHORT_UNTIL.search(plain) and not _SCHOOL.search(plain):  # SMP is a school, too
        plain = _SHORT_UNTIL.sub("sampai ", plain)
    if "sd" in plain and _BARE_UNTIL.search(plain) and not _OTHER_SCHOOL.search(plain):  # SD is a school, too
        plain = _BARE_UNTIL.sub("sampai", plain)
    if "dpt" in plain:
        plain = _SHORT_GETS.sub("dapat", plain)
    if "ulan" in plain:
        plain = _PART_OF_YEAR.sub(r"\1\2", plain)
    if "'" in plain:
        plain = _YEAR_OF_TWO.sub(" ", plain)
    if "." in plain:
        plain = _THOUSANDS.sub(lambda found: found.group().replace(".", ""), plain)
    if "29" in plain or "30" in plain:
        plain = _LAST_DAY.sub("", plain)
    if "100" in plain:
        plain = _SHARE_OF.sub(" % ", plain)
    if ("+" in plain or "±" in plain) and _DIFFERENCE.fullmatch(plain):
        return [_DIFFERENCE_WORD]
    if "+" in plain:
        plain = _SUM_OF.sub(" ", plain)
    if "(-" in plain or "(–" in plain or "( -" in plain:
        plain = _NEGATIVE.sub(_NEGATIVE_WORD, plain)
    if "laki" in plain:
        plain = _LAKI.sub(" l ", plain)
    plain = plain.replace(">=", ">").replace("<=", "<")
    return _WORDS.findall(_UNTIL.sub(" sampai ", plain))


def tokenise(text: str, synonyms: Mapping[str, Tokens]) -> list[str]:
    """The words of a text, each replaced by the word that stands for it in `synonyms`."""
    words: list[str] = []
    for word in cut(text):
        other = synonyms.get(word)
        if other is None:
            words.append(word)
        else:
            words.extend(other)
    return words

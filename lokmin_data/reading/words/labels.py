"""What the label of a row makes of it: an area, a total, a row set apart, a target; and which labels stand above tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period import period_of
from lokmin_data.reading.words.remembered import of_vocabulary
from lokmin_data.reading.words.slips import SHORTEST_TYPO
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import is_filler

#: Levels whose own names may begin with the word: a row "Puskesmas Suka" is an area only in a table of Puskesmas.
WIDER = {
    "desa": frozenset({"puskesmas", "kecamatan", "kabupaten", "kota", "provinsi"}),
    "posyandu": frozenset({"puskesmas", "kecamatan", "kabupaten", "kota", "provinsi"}),
    "puskesmas": frozenset({"kecamatan", "kabupaten", "kota", "provinsi"}),
    "kecamatan": frozenset({"kabupaten", "kota", "provinsi"}),
    "kabupaten": frozenset({"provinsi"}),
}


#: So many letters with spaces between them are one word.
LEAST_SPACED = 2
#: Letters alone may name areas.
SHORTEST_LABEL = 3
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
#: Ages are no areas: `0-5 BULAN`, `< 1 th`, `Umur 12 - 23 bln`.
_AGE = re.compile(r"(?:^|[\s<>≤≥=(–-])\d{1,3}\s*(?:hari|hr|minggu|mgg|bulan|bln|bl|tahun|thn|th)\b", re.IGNORECASE)


def label_kind(label: str, level: str, reader: Reader, *, numbered: bool = False) -> str:
    """What a row's label makes of the row: area total apart carried target unclear.  A month is no area: its row adds up
    all of them.  `numbered`: the row has a running number, as the areas have; then `Kota Lama` is one of them."""
    known = reader.kinds.get((label, level, numbered))
    if known is None:
        known = reader.kinds[label, level, numbered] = _label_kind(label, level, reader, numbered)
    return known


@for_one_report
def kind_of_name(label: str, level: str, reader: Reader, numbered: bool) -> str:
    """The same of what stands in the place of a row's name: a filler where nothing does, or a total without a number."""
    if not label.strip() or is_filler(label):
        return "filler" if numbered else "total"
    return label_kind(label, level, reader, numbered=numbered)


def _label_kind(label: str, level: str, reader: Reader, numbered: bool) -> str:
    if period_of(label, reader.words, alone=True).month and (said := reader.text(fold_spaces(label))).bare and not (said.unknown and numbered):
        return "unclear" if said.unknown else "total"  # with a running number it is a place: "Juni Asri"
    words = _words_of(label, reader)
    folded = " ".join(words)
    lists = reader.words.lists
    if _sets_apart(words, level, reader):
        return "apart"
    if folded in lists["pindahan"]["kata"]:
        return "carried"
    if folded in lists["total"]["kata"] or (words and words[0] in lists["total_kata_awal"]["kata"]):
        return "total"
    wider = WIDER.get(level, frozenset()).difference(lists["asal_lain"]["juga_nama"] if numbered else ())
    if words and words[0] in wider or not numbered and _calls_itself_whole(label, folded, level, reader):
        return "total"
    targets = lists["baris_target"]
    if folded in targets["kata"] or any(folded.startswith(text + " ") for text in targets["awal"]):
        return "target"
    if level != "indicator" and is_age(label):
        return "unclear"
    return "unclear" if _tells_of_numbers(words, folded, label, reader, numbered) else "area"


def is_apart(label: str, level: str, reader: Reader) -> bool:
    """True where `label_kind` is ``apart``: most labels are told by their words alone."""
    return _sets_apart(_words_of(label, reader), level, reader) and label_kind(label, level, reader) == "apart"


def _words_of(label: str, reader: Reader) -> list[str]:
    return reader.tokens(_joined(label.split(":")[0]))


def _sets_apart(words: Sequence[str], level: str, reader: Reader) -> bool:
    """True for the words of a row that is of no area of the report: `Luar wilayah`, and what `_from_elsewhere` tells."""
    folded, lists = " ".join(words), reader.words.lists
    named = folded in lists["bukan_wilayah"]["kata"] or folded.startswith(_beginnings(reader))
    return named or _from_elsewhere(words, level, lists["asal_lain"])


@of_vocabulary
def _beginnings(reader: Reader) -> tuple[str, ...]:
    """What the names of rows that are of no area may begin with, where these are several words."""
    return tuple(f"{text} " for text in reader.words.lists["bukan_wilayah"]["kata"] if " " in text)


def _calls_itself_whole(label: str, folded: str, level: str, reader: Reader) -> bool:
    """True for "Suka (PKM)" among desa, and for a word for the sum with its letters in another order: `Jumalh`."""
    bracketed = _IN_BRACKETS.search(label)
    if bracketed and "puskesmas" in WIDER.get(level, ()) and reader.tokens(bracketed[1]) == ["puskesmas"]:
        return True
    letters = sorted(folded)
    return any(letters == sorted(word) and folded[0] == word[0] for word in reader.words.lists["total"]["utama"])


def is_age(label: str) -> bool:
    """True for a text with an age: `0-5 BULAN`, `Balita 24-59 bln`."""
    return bool(_AGE.search(label))


def _joined(label: str) -> str:
    """The label with letters that stand apart drawn together: `T O T A L`."""
    letters = label.split()
    return "".join(letters) if len(letters) > LEAST_SPACED and all(len(letter) == 1 for letter in letters) else label


def _from_elsewhere(words: Sequence[str], level: str, lists: Mapping[str, Sequence[str]]) -> bool:
    """True in a table of desa for people from elsewhere, or served elsewhere: `Dari luar`, `RS`, `Klinik ...`, `Desa lain`."""
    if level != "desa" or not words:
        return False
    outside = words[0] == "luar" and (not words[1:] or words[1] in lists["luar"])
    outside = outside or words[1:2] == ["luar"] and (words[0] in lists["sebelum_luar"] or words[2:3] and words[2] in lists["luar"])
    return bool(outside) or words[0] in lists["awal"] or (len(words) > 1 and words[-1] in lists["akhir"])


def _tells_of_numbers(words: Sequence[str], folded: str, label: str, reader: Reader, numbered: bool) -> bool:
    """True for a label that speaks of numbers and names no place: `Nilai maksimum`, `S/d bulan ini`, `Desa di bawah target`.
    Words that a head may use do not suffice where the row is numbered as areas are: `Lintang Atas`."""
    lists = reader.words.lists["bukan_nama"]
    if folded in lists["kata"] or words and (words[0] in lists["awal"] or words[-1] in lists["akhir"]):
        return True
    named = numbered and bool(words) and words[0] not in reader.words.all_words  # a numbered row "Tanjung Target" is a place
    if len(words) > 1 and not named and any(word in lists["dalam"] for word in words):
        return True
    if numbered or _lettered(words, reader):
        return False
    meaning = reader.text(fold_spaces(label))
    said = meaning.role or meaning.basis or meaning.year or meaning.months
    if not said or len(folded) < SHORTEST_LABEL or meaning.unknown or meaning.indicator or meaning.population:
        return False
    if meaning.role == "ignore" and _shortened(words, label, lists["singkatan"]):
        return False
    return all(len(word) < SHORTEST_TYPO or word in reader.words.all_words or word.isdecimal() for word in words)


_SEX_LABEL = re.compile(r"\s*(?:(?:jenis\s+)?kelamin|jk|sex|gender)\s*:?\s*", re.IGNORECASE)


def with_label(label: object, title: str) -> str:
    """The title with the label in the cell before it, where it says nothing by itself: `Jenis Kelamin | L`."""
    return f"{label} {title}" if label.__class__ is str and _SEX_LABEL.fullmatch(label) else title  # type: ignore[arg-type]


def _lettered(words: Sequence[str], reader: Reader) -> bool:
    """True for places told apart by a letter: "Dusun B", "RW S", "Posyandu N" speak of no birth, sasaran or weight gained."""
    if len(words) != 2 or len(words[1]) != 1 or not words[1].isalpha():  # noqa: PLR2004
        return False
    return reader.text(words[0]).axis in ("desa", "posyandu")


def _shortened(words: Sequence[str], label: str, letters: Sequence[str]) -> bool:
    """True for a place whose first word is one letter with a full stop: "S. Lintang" is Sungai Lintang."""
    place = words[-2:-1]
    return bool(place) and place[0] in letters and re.search(rf"\b{place[0]}\.\s*{re.escape(words[-1])}\s*$", label, re.IGNORECASE) is not None


#: A text that says how the values of its row are written is not longer.
LONGEST_WRITING = 22
_SHARES = ("%", "persen", "pct", "persentase", "prosentase", "presentase", "persentasi", "prosen")
_REACHED = (
    *("cakupan", "cak", "capaian", "cap", "pencapaian", "realisasi", "hasil", "prevalensi", "prev", "proporsi"),
    *("thd sasaran", "thdp sasaran", "terhadap sasaran", "dari sasaran"),
)
_PERCENT_WORDS = frozenset(
    " ".join(words)
    for share in _SHARES
    for words in ((share,), (share, "%"), *(each for reached in _REACHED for each in ((share, reached), (reached, share), (share, reached, "%"))))
)
_NUMBER_WORDS = frozenset({"abs", "absolut", "absolute", "angka"})
_COUNT_WORDS = frozenset({"jml", "jumlah", "n", "jlh", "jmlh"})  # a row of these may also be a total


def writing(cell: object, *, counts: bool = False) -> str:
    """`percent` or `number` where a cell holds nothing but `%` or `Abs` (with `counts` also `Jml`), else an empty text."""
    if cell.__class__ is not str or len(cell) > LONGEST_WRITING:
        return ""
    word = " ".join(cell.casefold().replace("(", " ").replace(")", " ").replace(".", " ").replace("%", " % ").split())
    numbers = _NUMBER_WORDS | _COUNT_WORDS if counts else _NUMBER_WORDS
    return "percent" if word in _PERCENT_WORDS else "number" if word in numbers else ""


@for_one_report
def label_name(text: str, reader: Reader) -> str:
    """The label that a text is: bulan tahun desa puskesmas kecamatan, or an empty text."""
    if len(text) > 40:
        return ""
    words = reader.tokens(text)
    name = _label_names(reader).get(" ".join(words), "")
    time = reader.words.lists["label_waktu"]
    return name or ("bulan" if set(words) <= set(time["kata"]) and not set(words).isdisjoint(time["inti"]) else "")


@of_vocabulary
def _label_names(reader: Reader) -> dict[str, str]:
    return {" ".join(reader.tokens(text)): name for name, texts in reader.words.lists["label"].items() for text in texts}

"""What the label of a row makes of it: an area, a total, a row set apart, a target."""

from __future__ import annotations

from lokmin_data.reading.meaning import Reader
from lokmin_data.reading.period import period_of
from lokmin_data.reading.tokens import fold_spaces

#: Levels whose own names may begin with the word: a row "Puskesmas Suka" is an area only in a table of Puskesmas.
WIDER = {
    "desa": frozenset({"puskesmas", "kecamatan", "kabupaten", "kota", "provinsi"}),
    "posyandu": frozenset({"puskesmas", "kecamatan", "kabupaten", "kota", "provinsi"}),
    "puskesmas": frozenset({"kecamatan", "kabupaten", "kota", "provinsi"}),
    "kecamatan": frozenset({"kabupaten", "kota", "provinsi"}),
    "kabupaten": frozenset({"provinsi"}),
}


def label_kind(label: str, level: str, reader: Reader) -> str:
    """What a row's label makes of the row: area total apart carried target.  A month is no area: its row adds up all of them."""
    known = reader.kinds.get((label, level))
    if known is None:
        known = reader.kinds[label, level] = _label_kind(label, level, reader)
    return known


def _label_kind(label: str, level: str, reader: Reader) -> str:
    if period_of(label, reader.words, alone=True).month and reader.text(fold_spaces(label)).bare:
        return "total"
    words = reader.tokens(label.split(":")[0])
    folded = " ".join(words)
    lists = reader.words.lists
    apart = lists["bukan_wilayah"]["kata"]
    if folded in apart or any(folded.startswith(text + " ") for text in apart if " " in text):
        return "apart"
    if folded in lists["pindahan"]["kata"]:
        return "carried"
    if folded in lists["total"]["kata"] or (words and words[0] in lists["total_kata_awal"]["kata"]):
        return "total"
    if words and words[0] in WIDER.get(level, frozenset()):
        return "total"
    targets = lists["baris_target"]
    if folded in targets["kata"] or any(folded.startswith(text + " ") for text in targets["awal"]):
        return "target"
    return "area"


#: A text that says how the values of its row are written is not longer.
LONGEST_WRITING = 8
_WRITINGS = {"%": "percent", "persen": "percent", "pct": "percent", "abs": "number", "absolut": "number"}


def writing(cell: object) -> str:
    """`percent` or `number` where a cell holds nothing but `%` or `Abs`, else an empty text."""
    if cell.__class__ is not str or len(cell) > LONGEST_WRITING:
        return ""
    return _WRITINGS.get(cell.strip("() .").casefold(), "")

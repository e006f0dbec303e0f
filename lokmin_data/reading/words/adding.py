"""Whether a text says in a word that its numbers are added up from January."""

from __future__ import annotations

from collections.abc import Container, Sequence

from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.tokens import cut

_ADDS = frozenset({"kumulatif", "komulatif", "kum", "kom", "akumulasi", "akumulatif", "terakumulasi", "kumulative", "cumulative", "ytd"})
#: "Bukan kumulatif" says the opposite, also with one of these words between.
_DENIES, _OF_NUMBERS = frozenset({"bukan", "tidak", "tdk", "non", "tanpa", "belum", "blm"}), frozenset({"angka", "data", "nilai", "jumlah", "secara"})
_NOW = frozenset({"bulan", "bln", "ini", "sekarang", "kini", "saat"})


@for_one_report
def adds_up(text: str) -> bool:
    """True where a text says in a word that its numbers are added up from January."""
    return says_sum(cut(text))


def says_sum(tokens: Sequence[str]) -> bool:
    """True for a word such as "kumulatif" that nothing denies."""
    for place in (number for number, token in enumerate(tokens) if token in _ADDS):
        before = [token for token in tokens[max(0, place - 2) : place] if token not in _OF_NUMBERS][-1:]
        if not before or before[0] not in _DENIES:
            return True
    return False


def until_now(tokens: Sequence[str], until: Container[str]) -> bool:
    """True where the words behind a month go on to the month of the report without naming it: "Januari s/d bulan ini"."""
    return any(one in until and not _NOW.isdisjoint(tokens[place + 1 : place + 3]) for place, one in enumerate(tokens))

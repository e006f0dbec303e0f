"""Desa names as people write them: folded for comparison, matched to the desa list, never mapped by a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from lokmin_data.reading.words.tokens import without_marks

CERTAIN = 100.0
LOWEST_SUGGESTION = 60.0
ABBREVIATION_SCORE = 86.0
SUGGESTIONS = 3
LONGEST_BARE = 6  # so short a name has nobody beside it
PREFIX_WORDS = frozenset(
    {"desa", "ds", "kelurahan", "kel", "klrhn", "nagari", "gampong", "gampoeng", "kampong", "pekon", "kalurahan", "kepenghuluan", "tiyuh"}
)
_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
}  # fmt: skip
_NUMBERING = re.compile(r"^\s*\d{1,3}\s*[.)]\s*(?=\D)")
_KIND = re.compile(r"\(\s*(?:desa|kelurahan|kel\.?|ds\.?|nagari|gampong)\s*\)", re.IGNORECASE)
_KECAMATAN = re.compile(r"^(.*?)[\s,(-]+kec(?:amatan)?\b\.?\s*:?\s*([^()]+?)\s*\)?\s*$", re.IGNORECASE)
_KECAMATAN_WORD = re.compile(r"^\s*(?:kec(?:amatan)?|distrik)\b\.?\s*:?", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
_OFFICE = r"bidan|bdn|bd|bides|perawat|ns|pj|penanggung\s*jawab|kader|ketua|petugas|pembina|koordinator|nama|oleh|hp|no\.?\s*hp"
_DEGREE = r"(?:a\.?\s?md|s\.?\s?tr|s)\.?\s?(?:keb|kep|kes|gz)\b|am\.?\s?(?:keb|k)\b|s\.?\s?(?:si\.?\s?t|s\.?\s?t|k\.?\s?m)\b"
#: The person who is named beside a desa: `Suka (Bidan Ani)`, `Suka / Bd. Ani, A.Md.Keb`, `Suka - PJ: Ani`.
_PERSON = re.compile(rf"\s*[-(/,–—|]\s*(?:(?:{_OFFICE})\b.*|[^(/|]*?\b(?:{_DEGREE}).*)$", re.IGNORECASE | re.DOTALL)


def without_person(name: str) -> str:
    """A desa's name without the person named beside it."""
    return _PERSON.sub("", name) if len(name) > LONGEST_BARE else name


def fold_name(text: str) -> str:
    """The name for comparison: no case, accents, spaces, punctuation, numbering or leading 'Desa', 'Kel.', 'Nagari'.

    A Roman number at the end becomes digits ('Karang II' is 'karang2').  A name that is nothing but such a
    word keeps it; an empty text stays empty.
    """
    plain = unicodedata.normalize("NFKD", without_person(without_marks(str(text).strip()))).casefold()
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    tokens = _WORDS.findall(_KIND.sub(" ", _NUMBERING.sub("", plain)))
    while len(tokens) > 1 and tokens[0] in PREFIX_WORDS:
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[-1] in _ROMAN:
        tokens = [*tokens[:-1], _ROMAN[tokens[-1]]]
    return "".join(tokens)


@dataclass(frozen=True)
class AreaName:
    """One desa of the list with the other spellings that were confirmed for it."""

    name: str
    kecamatan: str = ""
    aliases: tuple[str, ...] = ()
    area_id: int | None = None

    @property
    def label(self) -> str:
        """The name, with the kecamatan where one is known."""
        return f"{self.name} (Kec. {self.kecamatan})" if self.kecamatan else self.name


@dataclass(frozen=True)
class Match:
    """What a written name means.  `area` only where it is certain; else `suggestion` (a text for the question) and
    `suggestions` (the likeliest first, with scores 0-100) are to be confirmed by a person."""

    area: AreaName | None
    score: float
    suggestion: str = ""
    certain: bool = False
    suggestions: tuple[tuple[AreaName, float], ...] = field(default=(), repr=False)


class AreaMatcher:
    """Matches written names to a desa list; built once a list, cheap to ask."""

    def __init__(self, names: Iterable[AreaName | str]):
        self._areas = [AreaName(name) if isinstance(name, str) else name for name in names]
        self._by_fold: dict[str, list[AreaName]] = {}
        for area in self._areas:
            for spelling in (area.name, *area.aliases):
                known = self._by_fold.setdefault(fold_name(spelling), [])
                if area not in known:
                    known.append(area)
        self._by_fold.pop("", None)

    def match(self, text: str, kecamatan: str = "") -> Match:
        """Certain only where the folded name or a confirmed spelling is that of exactly one desa.

        `kecamatan` (or 'Sukamaju (Kec. Cibadak)') tells two desa of one name apart; without it both are offered.
        """
        if not kecamatan and (parts := _KECAMATAN.match(str(text))):
            text, kecamatan = parts[1], parts[2]
        folded = fold_name(text)
        same = self._by_fold.get(folded, [])
        here = [area for area in same if _may_lie_in(area, kecamatan)]
        if len(here) == 1:
            return Match(here[0], CERTAIN, here[0].name, certain=True)
        if same:
            return _ask([(area, CERTAIN) for area in here or same])
        return _ask(self._similar(folded, kecamatan))

    def _similar(self, folded: str, kecamatan: str) -> list[tuple[AreaName, float]]:
        if not folded:
            return []
        found = process.extract(
            folded, list(self._by_fold), scorer=_likeness, score_cutoff=LOWEST_SUGGESTION, limit=4 * SUGGESTIONS
        )
        best: dict[AreaName, float] = {}
        for name, score, _ in found:
            for area in self._by_fold[name]:
                best[area] = max(best.get(area, 0.0), score)
        return sorted(best.items(), key=lambda pair: (-pair[1], not _may_lie_in(pair[0], kecamatan), pair[0].name))


def _may_lie_in(area: AreaName, kecamatan: str) -> bool:
    return not kecamatan or not area.kecamatan or _fold_kecamatan(kecamatan) == _fold_kecamatan(area.kecamatan)


def _fold_kecamatan(text: str) -> str:
    return fold_name(_KECAMATAN_WORD.sub("", text))


def _ask(suggestions: Sequence[tuple[AreaName, float]]) -> Match:
    """A question: nothing is mapped, the likeliest are offered."""
    best = tuple(suggestions[:SUGGESTIONS])
    if not best:
        return Match(None, 0.0)
    score = min(best[0][1], CERTAIN - 1)
    several = len(best) > 1 and best[0][0].name == best[1][0].name
    return Match(None, score, best[0][0].label if several else best[0][0].name, suggestions=best)


def _likeness(left: str, right: str, *, score_cutoff: float = 0.0, **_: object) -> float:
    """0-100; an abbreviation ('tjharapan' of 'tanjungharapan') counts as likely."""
    score = fuzz.ratio(left, right)
    short, long = sorted((left, right), key=len)
    if len(short) >= 4 and short[0] == long[0] and short[-3:] == long[-3:] and _is_subsequence(short, long):
        score = max(score, ABBREVIATION_SCORE)
    return score if score >= score_cutoff else 0.0


def _is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)

"""What a path of head texts says in the vocabulary: the spellings in it, typing errors looked through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.slips import SHORTEST_TYPO, slips
from lokmin_data.reading.words.tokens import Tokens, without_target
from lokmin_data.reading.words.vocabulary import SASARAN, Found, Said, Vocabulary

#: Words left between two words of a spelling: at most this many, and only words of [kosong].
LONGEST_GAP = 5
#: Words between the first and the last month of a range.
JOINING = frozenset({"sampai", "sd", "hingga", "dengan", "bulan", "ke", "dan", "&"})


def _match(
    spelling: Tokens, tokens: list[str], start: int, empty: frozenset[str], months: Mapping[str, int]
) -> tuple[int, ...] | None:
    """The places of the spelling's words in `tokens` from `start` on, with only empty words between; else None."""
    places = [start]
    at = start + 1
    for word in spelling[1:]:
        stop = min(len(tokens), at + LONGEST_GAP + 1)
        while at < stop and tokens[at] != word:
            if tokens[at] not in empty and tokens[at] not in months and "~" not in tokens[at]:
                return None
            at += 1
        if at >= stop:
            return None
        places.append(at)
        at += 1
    return tuple(places)


def _candidates(tokens: list[str], depths: list[int], words: Vocabulary) -> list[Found]:
    found, there = [], set(tokens)
    for start, token in enumerate(tokens):
        for spelling in words.spellings.get(token, ()):
            if not there.issuperset(spelling.words):
                continue  # nearly all of them
            places = _match(spelling.words, tokens, start, words.empty, words.months)
            if places is not None and not _of_one_year(tokens, places[-1], words):
                found.append(Found(places, depths[places[-1]], spelling.means))
    return _without_broken_bases(found, depths)


def _of_one_year(tokens: list[str], place: int, words: Vocabulary) -> bool:
    """True for the 1 of "Sasaran ibu nifas 1 tahun" and "Bufas 1 th", which is no first visit, and of "Estimasi kasus TB 1 tahun", which
    is no tribulan; the 1 of "Sasaran K1 tahun 2026" is one."""
    behind = tokens[place + 1 : place + 3]
    return tokens[place] == "1" and behind[:1] == ["tahun"] and not behind[-1].isdecimal() and words.says_whom(tokens, place)


def _without_broken_bases(found: list[Found], depths: list[int]) -> list[Found]:
    """The candidates without those that take a word of another text's "bulan ini": DIARE BALITA over BULAN INI speaks of
    no balita of this month."""
    texts = {depth: {place for place, other in enumerate(depths) if other == depth} for depth in set(depths)}
    whole = [set(each.places) for each in found if "basis" in each.means and set(each.places) == texts[each.depth]]
    return [
        each for each in found
        if len({depths[place] for place in each.places}) == 1 or not any(places & set(each.places) for places in whole)
    ]  # fmt: skip


def _longest_first(candidates: list[Found], depths: list[int]) -> list[Found]:
    """The candidates that do not share a word, longest first, among equals the deepest, and people named across texts last
    ("kelas 1 siswa" in "DT kelas 1" over "Siswa")."""

    def rank(found: Found) -> tuple[int, bool, int]:
        across = depths[found.places[0]] != found.depth and "indicator" not in found.means
        return -len(found.places), across, -found.depth

    chosen: list[Found] = []
    used: set[int] = set()
    for each in sorted(candidates, key=rank):
        if used.isdisjoint(each.places):
            chosen.append(each)
            used.update(each.places)
    return chosen


def _leaving_least(candidates: list[Found], tokens: list[str], depths: list[int], words: Vocabulary) -> list[Found]:
    """The candidates longest first; another choice where it accounts for more words ("bumil KEK" against "KEK dapat PMT"), but
    does not take to pieces what spells a whole last text: "Estimasi kasus TB" below "TB"."""
    best = _longest_first(candidates, depths)
    left = _left(best, tokens, words)
    whole = _whole_last(best, tokens, depths, words)
    for place in sorted(left):
        for each in candidates:
            if place in each.places and whole.isdisjoint(each.places):
                rest = [other for other in candidates if set(other.places).isdisjoint(each.places)]
                tried = [each, *_longest_first(rest, depths)]
                if len(_left(tried, tokens, words)) < len(_left(best, tokens, words)):
                    best = tried
    return best


def _whole_last(found: list[Found], tokens: list[str], depths: list[int], words: Vocabulary) -> frozenset[int]:
    """The places of a spelling of a sasaran that the last of several texts is nothing but; none where there is none."""
    last = depths[-1] if depths else 0
    own = {place for place, depth in enumerate(depths) if depth == last}
    for each in found if last else ():
        if "population" in each.means and "indicator" not in each.means and own.issuperset(each.places):
            return frozenset(each.places) if not any(place in own for place in _left([each], tokens, words)) else frozenset()
    return frozenset()


def _left(found: list[Found], tokens: list[str], words: Vocabulary) -> set[int]:
    """The places of the words that the spellings found leave over."""
    used = {place for each in found for place in each.places}
    return {
        place for place, token in enumerate(tokens)
        if place not in used and token not in words.empty and token not in words.totals and token not in "+'&"
        and not _time(tokens, place, words)
    }  # fmt: skip


def understand(texts: tuple[str, ...], words: Vocabulary) -> Said:
    """What a path of head texts (outermost first) says; typing errors of single words are looked through."""
    tokens: list[str] = []
    depths: list[int] = []
    for depth, text in enumerate(texts):
        plain = without_target(text) if depth + 1 < len(texts) else text  # in the last text it may be what the column holds
        own = with_ranges(words.tokens(plain), words)
        tokens += own
        depths += [depth] * len(own)
    said = _understand(tokens, depths, len(texts), words)
    return _look_through_typos(tokens, depths, len(texts), said, words) if said.unknown else said


def _understand(tokens: list[str], depths: list[int], count: int, words: Vocabulary) -> Said:
    found = _without_stray_letters(_leaving_least(_candidates(tokens, depths, words), tokens, depths, words), tokens)
    used = {place for each in found for place in each.places}
    said = {tokens[place] for place in used}
    unknown, times = [], []
    for place, token in enumerate(tokens):
        if place in used or token in words.empty or token in words.totals:
            continue
        time = _time(tokens, place, words)
        if token == "1" and tokens[place + 1 : place + 2] == ["tahun"] and words.says_whom(tokens, place):
            continue  # the sasaran of one year
        if time:
            times.append(Found((place,), depths[place], time))
        elif token not in "+'&" and not (token in said and token.isalpha() and (len(token) >= SHORTEST_TYPO or _is_given(token, tokens, words))):
            unknown.append((token, depths[place]))  # "% AKSES" under "AKSES JAMBAN" says nothing new
    leaf = [token for token, depth in zip(tokens, depths, strict=True) if depth == count - 1]
    only_total = bool(leaf) and all(token in words.totals for token in leaf)
    sasaran = max((depth for token, depth in zip(tokens, depths, strict=True) if token == SASARAN), default=-1)
    return Said(tuple(found + times), tuple(unknown), only_total, not leaf, sasaran)


def _without_stray_letters(found: list[Found], tokens: list[str]) -> list[Found]:
    """The spellings without a letter that says alone what is left out, the B and O of SKDN, in a text that names an indicator:
    what the B of "Polio 1 B" says is not known, so that its column is told."""
    named = {each.depth for each in found if "indicator" in each.means}
    letters = [each for each in found if each.means.get("role") == "ignore" and len(each.places) == 1 and len(tokens[each.places[0]]) == 1]
    stray = [each for each in letters if each.depth in named]
    return [each for each in found if each not in stray] if stray else found


def _is_given(word: str, tokens: list[str], words: Vocabulary) -> bool:
    """True for the PMT of "dapat PMT": with "PMT bumil KEK" it counts those who had it, as "jumlah PMT" may not."""
    given = words.lists["diberi"]["kata"]
    return any(one in given and other == word for one, other in zip(tokens, tokens[1:], strict=False))


def with_ranges(tokens: list[str], words: Vocabulary) -> list[str]:
    """The words of one text with `januari sampai mei`, `jan mei 2026`, `januari februari maret` drawn together to `1~5`; a
    range over the turn of a year (`nov~mei`) stays unknown."""
    places = [place for place, token in enumerate(tokens) if token in words.months]
    if len(places) < 2:  # noqa: PLR2004
        return tokens
    first, last = places[0], places[-1]
    begin, end = words.months[tokens[first]], words.months[tokens[last]]
    between = [token for token in tokens[first + 1 : last] if token not in words.months]
    if begin == end or any(token not in JOINING for token in between):
        return tokens
    drawn = f"{begin}~{end}" if begin < end else f"{tokens[first]}~{tokens[last]}"
    return [*tokens[:first], drawn, *tokens[last + 1 :]]


def _time(tokens: list[str], place: int, words: Vocabulary) -> Mapping[str, Any]:
    """The month or year that a word means: `Januari`, `2026`, the 26 of `Jan-26`, the 01 of `2026-01`; else nothing."""
    token = tokens[place]
    before = tokens[place - 1] if place else ""
    if token in words.months:
        return {"month": words.months[token]}
    if "~" in token and token[0].isdecimal():
        return {"months": [int(month) for month in token.split("~")]}
    if not token.isdecimal():
        return {}
    if len(token) == 4 and token.startswith("20"):
        return {"year": int(token)}
    if len(token) == 2 and before in words.months and 20 <= int(token) < 40:
        return {"year": 2000 + int(token)}
    if len(token) == 2 and len(before) == 4 and before.startswith("20") and 1 <= int(token) <= 12:
        return {"month": int(token)}
    return {}


def stays_unknown(tokens: list[str], words: Vocabulary) -> bool:
    """True where some word is neither one of the field's nor a slip of one: no reading of such a text accounts for it."""
    return any(
        token.isalpha() and not words.knows((token,)) and not _typo_candidates(token, words) for token in with_ranges(tokens, words)
    )


@for_one_report
def _typo_candidates(word: str, words: Vocabulary) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if word in ("iii", "ii", "iv", "i", "v"):
        return [str({"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}[word])]
    if len(word) < SHORTEST_TYPO or not word.isalpha() or word in words.lists["bukan_salah_ketik"]["kata"]:
        return []
    alike = words.alike.near(word)
    matches = process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips(word), limit=4)
    return [match for match, _, _ in matches]


def _look_through_typos(tokens: list[str], depths: list[int], count: int, said: Said, words: Vocabulary) -> Said:
    """The reading with the fewest unknown words when each unknown word may be a typing error of a known one; none that begins
    the name of a Puskesmas or a wider area is."""
    best, names = said, words.lists["bukan_salah_ketik"]["nama"]
    for written, depth in said.unknown:
        place = _place_of(written, depth, tokens, depths)
        if place and tokens[place - 1] in names and depths[place - 1] == depth:
            continue
        readings = []
        for candidate in _typo_candidates(written, words):
            tried = _replaced(tokens, depths, place, words.synonyms.get(candidate, (candidate,)))
            readings.append((_understand(*tried, count, words), *tried))
        readings = [each for each in readings if len(each[0].unknown) < len(best.unknown)]
        if readings:
            readings.sort(key=lambda each: (len(each[0].unknown), len(each[0].found)))
            best, tokens, depths = readings[0]
    return best


def _place_of(word: str, depth: int, tokens: list[str], depths: list[int]) -> int:
    """Where the word stands in the text of that depth; the words before it may have been replaced."""
    return next(place for place, token in enumerate(tokens) if token == word and depths[place] == depth)


def _replaced(tokens: list[str], depths: list[int], place: int, words: Tokens) -> tuple[list[str], list[int]]:
    """Tokens and depths with the word at `place` replaced by other words."""
    return (
        tokens[:place] + list(words) + tokens[place + 1 :],
        depths[:place] + [depths[place]] * len(words) + depths[place + 1 :],
    )

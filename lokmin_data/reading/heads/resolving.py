"""What a head's words mean only beside the other columns: totals, letters of SKDN, units under an indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from lokmin_data.reading.heads.by_standard import with_standard
from lokmin_data.reading.heads.examined import with_examined
from lokmin_data.reading.heads.goods import with_goods, with_goods_given
from lokmin_data.reading.heads.graver_parts import with_whole_sums
from lokmin_data.reading.heads.growth_letters import letters_resolved, plain
from lokmin_data.reading.heads.larva_indices import without_larva_indices
from lokmin_data.reading.heads.last_and_now import with_last_and_now
from lokmin_data.reading.heads.measured_against import with_measured_against
from lokmin_data.reading.heads.money import with_money
from lokmin_data.reading.heads.named_sums import with_named_sums
from lokmin_data.reading.heads.places_below import without_places_below
from lokmin_data.reading.heads.repeated_words import with_repeated_words
from lokmin_data.reading.heads.reporting_months import without_reporting_months
from lokmin_data.reading.heads.summed_ages import ages_as_sums
from lokmin_data.reading.words.age_groups import with_ages
from lokmin_data.reading.words.later_doses import with_groups_of_doses
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.named_people import with_named_people
from lokmin_data.reading.words.named_percents import with_named_percents
from lokmin_data.reading.words.sums_of_ages import with_sums_of_ages

Path = tuple[str, ...]
#: The note of a "Jumlah" behind months or tribulan.
SUM_OF_MONTHS = "jumlah semua bulan"
SUM_OF_GROUPS = "jumlah beberapa kelompok"


def resolved(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings of a head's columns, each looked at beside its neighbours."""
    summed = ages_as_sums(paths, reader)
    if summed is not paths:
        paths, meanings = summed, [reader.head(path) if path else meaning for path, meaning in zip(summed, meanings, strict=True)]
    meanings = with_groups_of_doses(paths, with_goods_given(paths, without_places_below(paths, meanings, reader), reader), reader)
    meanings = without_larva_indices(paths, without_reporting_months(paths, meanings, reader), reader)
    meanings = with_last_and_now(paths, meanings, reader)
    meanings = with_repeated_words(paths, letters_resolved(paths, meanings, reader), reader)
    meanings = _sexes_resolved(paths, _ill_resolved(paths, meanings), reader)
    meanings = with_named_people(paths, _grades_resolved(paths, meanings), reader)
    meanings = with_named_percents(paths, with_ages(paths, _people_resolved(paths, meanings, reader), reader), reader)
    meanings = _totals_resolved(paths, _sums_named(paths, meanings, reader), reader)
    meanings = with_named_sums(paths, with_sums_of_ages(paths, with_whole_sums(paths, meanings, reader), reader), reader)
    meanings = with_standard(paths, with_measured_against(paths, _diseases_resolved(paths, meanings, reader), reader), reader)
    meanings = new_cases_resolved(_units_resolved(paths, with_examined(with_goods(paths, meanings, reader), reader), reader))
    return _ambiguous_resolved(with_money(paths, meanings, reader))


def _ill_resolved(paths: list[Path], meanings: list[Meaning]) -> list[Meaning]:
    """The meanings with "P" beside "M" and no "L" read as the ill, not as women; "M" are the dead."""
    beside: dict[Path, set[str]] = {}
    for path in paths:
        beside.setdefault(path[:-1], set()).add(plain(path[-1]) if path else "")
    return [
        replace(each, sex="") if path and each.sex == "P" and plain(path[-1]) == "P" and _counts_the_dead(beside[path[:-1]]) else each
        for path, each in zip(paths, meanings, strict=True)
    ]


def _sexes_resolved(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with "P" beside "L" read as women where a longer spelling took the letter: "DBD P" are the ill, but not
    below KASUS DBD over PENDERITA over L and P; and with the one "J" beside them read as both."""
    men = {path[:-1]: meaning for path, meaning in zip(paths, meanings, strict=True) if meaning.sex == "L" and reader.tokens(path[-1]) == ["l"]}
    if not men:
        return meanings
    letters = Counter((path[:-1], *reader.tokens(path[-1])) for path in paths if path and path[:-1] in men)
    resolved = []
    for path, meaning in zip(paths, meanings, strict=True):
        if path and not meaning.sex and path[:-1] in men:
            group, *words = path[:-1], *reader.tokens(path[-1])
            if words == ["p"]:
                meaning = replace(men[group], sex="P")
            elif words == ["j"] and letters[group, "j"] == letters[group, "l"] == letters[group, "p"]:
                meaning = replace(men[group], sex="T")
        resolved.append(meaning)
    return resolved


def _counts_the_dead(texts: Collection[str]) -> bool:
    return "M" in texts and "L" not in texts


_SEXES = {"L", "P"}
#: Letters of a grade ("SP", "GB") are not more.
_LONGEST_GRADE = 3


def _grades_resolved(paths: list[Path], meanings: list[Meaning]) -> list[Meaning]:
    """The meanings with a single letter not understood in a group that lacks one of the sexes and holds other letters without
    a meaning: "P" beside "SP" is pendek, not women; "K" beside "SK" is kurang, not cumulative.  Nor is "L" in a table without a
    column of women: "S", "L", "%" are who should be served and who was."""
    if not any(each.sex == "P" for each in meanings):
        meanings = [
            replace(each, unknown=each.unknown or (path[-1],)) if path and each.sex == "L" and plain(path[-1]) == "L" else each
            for path, each in zip(paths, meanings, strict=True)
        ]
    beside: dict[Path, dict[str, Meaning]] = {}
    for path, meaning in zip(paths, meanings, strict=True):
        beside.setdefault(path[:-1], {})[plain(path[-1]) if path else ""] = meaning
    graded = {
        group for group, each in beside.items()
        if group and not each.keys() >= _SEXES and any(one.unknown and 1 < len(text) <= _LONGEST_GRADE for text, one in each.items())
    }  # fmt: skip
    return [
        replace(each, unknown=each.unknown or (path[-1],)) if path[:-1] in graded and len(plain(path[-1])) == 1 and path[-1].isalpha() else each
        for path, each in zip(paths, meanings, strict=True)
    ]


_NEW_CASES = "kasus baru"


def new_cases_resolved(meanings: list[Meaning]) -> list[Meaning]:
    """The meanings with "KEK baru" not understood where the same table also counts the old ones or all of them."""
    whole = {each.indicator for each in meanings if each.note != _NEW_CASES and not each.axis}
    return [
        replace(each, unknown=("baru",)) if each.note == _NEW_CASES and each.indicator in whole else each for each in meanings
    ]


def _divisors(counts: list[int], paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[int]:
    """Those of a group's counts that only name people ("K1" over "Bumil") beside one that is called the count ("Abs")."""
    called = [place for place in counts if meanings[place].role == "numerator"]
    alone = {place: reader.text(paths[place][-1]) for place in counts if not meanings[place].role}
    people = [place for place, each in alone.items() if each.population and not each.indicator and not each.unknown]
    return people if called and len(people) == 1 else []


def _diseases_resolved(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with "Campak" not understood in a table that counts diseases and nothing else: those who fell ill."""
    lists = reader.words.lists["penyakit"]
    codes = {each.indicator for each in meanings} - {""}
    also = codes.intersection(lists["juga_imunisasi"])
    if not also or not codes.intersection(lists["indikator"]) or not codes <= {*also, *lists["indikator"]}:
        return meanings
    return [
        replace(each, unknown=("penyakit",)) if each.indicator in also and not any("imunisasi" in reader.tokens(text) for text in path) else each
        for path, each in zip(paths, meanings, strict=True)
    ]  # fmt: skip


def _ambiguous_resolved(meanings: list[Meaning]) -> list[Meaning]:
    """The meanings with "IBL" read as bayi lengkap where the table divides by infants and names no IDL beside it."""
    codes = {each.indicator for each in meanings}
    populations = {each.population for each in meanings}
    infants = populations & {"si", "lahir_hidup", "bayi"} and "baduta" not in populations
    return [
        replace(each, indicator=each.other, other="") if each.other and infants and each.other not in codes else each
        for each in meanings
    ]


def _totals_resolved(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with each "Jumlah" told apart: of L and P, over the months, over the indicators, or just a number."""
    totals = reader.words.totals
    beside: dict[Path, list[str]] = {}  # the texts right below a group
    resolved = []
    for path, meaning in zip(paths, meanings, strict=True):
        depth = _total_depth(path, reader, totals)
        siblings: list[Meaning] = []
        if depth is not None:
            group = path[:depth]
            if group not in beside:
                beside[group] = [other[depth] for other in paths if len(other) > depth and other[:depth] == group]
            siblings = [reader.text(text) for text in beside[group] if text != path[depth]]
        if depth and meaning.role == "ignore" and (any(other.sex == "L" for other in siblings) or _shares_only(siblings)):
            meaning = reader.head(path[:depth] + path[depth + 1 :])
        if depth is None or meaning.axis or meaning.role in ("ignore", "rank"):
            resolved.append(meaning)
            continue
        resolved.append(_total_meaning(meaning, siblings, depth, len(path)))
    return resolved


def _sums_named(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with "CAK (%) Total" beside "CAK (%) Laki-laki" read as the one of both."""
    split = {
        (path[:-1], *sorted(_without_sex(path[-1], reader)))
        for path, meaning in zip(paths, meanings, strict=True) if path and meaning.sex in ("L", "P")
    }  # fmt: skip
    return [
        replace(meaning, sex="T")
        if split and path and not meaning.sex and not meaning.axis and reader.words.totals & set(tokens := reader.tokens(path[-1]))
        and (path[:-1], *sorted(set(tokens) - reader.words.totals)) in split else meaning
        for path, meaning in zip(paths, meanings, strict=True)
    ]  # fmt: skip


def _without_sex(text: str, reader: Reader) -> set[str]:
    return {word for word in reader.tokens(text) if word not in ("l", "p")}


def _people_resolved(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with a head that by itself only names people, "N+T" below "NAIK BB (N)", not read as the ratio that
    both texts spell together."""
    resolved = []
    for path, meaning in zip(paths, meanings, strict=True):
        own = reader.text(path[-1]) if len(path) > 1 and meaning.role == "percent" and meaning.indicator else None
        if own and own.population and not (own.role == "percent" or own.unknown or own.indicator):
            group = reader.head(path[:-1])
            if group.indicator == meaning.indicator and not group.unknown and group.role != "percent":
                meaning = replace(group, role="denominator", population=own.population, sex=own.sex or group.sex)
        resolved.append(meaning)
    return resolved


def _total_depth(path: Path, reader: Reader, totals: frozenset[str]) -> int | None:
    for depth, text in enumerate(path):
        words = reader.tokens(text)
        if words and all(word in totals for word in words):
            return depth
    return None


def _shares_only(siblings: list[Meaning]) -> bool:
    """True where beside a "Jumlah" stands its percent and nothing else: it is the number, "HB 0" over "Jml" and "%"."""
    return bool(siblings) and all(each.role in ("percent", "rank") and not (each.unknown or each.indicator) for each in siblings)


def _total_meaning(meaning: Meaning, siblings: list[Meaning], depth: int, length: int) -> Meaning:
    if any(other.sex in ("L", "P") for other in siblings):
        return replace(meaning, sex="T")
    if sum(1 for other in siblings if other.month or other.months) > 1:
        ranges = not any(other.month for other in siblings)  # of tribulan only their sum tells the year
        percent = depth < length - 1 and meaning.role == "percent"  # "Total" over "Abs" and "%"
        return replace(meaning, role=meaning.role if ranges or percent else "ignore", note=SUM_OF_MONTHS)
    if depth < length - 1 and any(other.indicator for other in siblings):
        return replace(meaning, role="ignore", note=SUM_OF_GROUPS)
    several = len({other.indicator for other in siblings if other.indicator}) > 1
    if depth == length - 1 and several and not meaning.indicator and not meaning.population:
        return replace(meaning, role="ignore", note="jumlah beberapa indikator")
    return meaning


def _counts_beside(unit: int, paths: list[Path], meanings: list[Meaning]) -> bool:
    """True where the group of a unit holds a column that is not read: that may be the count, and the unit its sasaran."""
    group = paths[unit][:-1]
    return any(
        each.unknown or each.role == "ignore" and not each.note.startswith("jumlah")
        for path, each in zip(paths, meanings, strict=True) if len(path) > len(group) and path[: len(group)] == group
    )  # fmt: skip


def _by_unit(places: list[int], units: list[int], meanings: list[Meaning], reader: Reader) -> None:
    """Reads "Jiwa, % Jiwa, KK, % KK" under an indicator as its number in each unit where the table divides by each of them: the one
    in the indicator's own unit counts, what is in another is not read."""
    outside = {each.population for each in meanings if each.role == "denominator" and not each.indicator}
    named = {meanings[place].population for place in units}
    own = next((each for each in reader.words.lists["penyebut"].get(meanings[units[0]].indicator, ()) if each in named), "")
    if not own or len(named) < len(units) or not named <= outside:
        return
    for place in places:
        mine = meanings[place].population == own
        role = ("numerator" if place in units else "percent") if mine else "ignore"
        meanings[place] = replace(meanings[place], role=role, population="", note="" if mine else "dalam satuan lain")


def _counts_alone(unit: int, meanings: list[Meaning], reader: Reader) -> bool:
    """True for the only column of its indicator, a unit that the table divides by; families only where they are what is measured."""
    own, beside, lists = meanings[unit], meanings[unit + 1 : unit + 2], reader.words.lists
    if own.population in lists["satuan_orang"]["bukan"] and own.population not in lists["penyebut"].get(own.indicator, ()):
        return False
    if own.sasaran or any(each.unknown for each in beside) or sum(1 for each in meanings if each.indicator == own.indicator) > 1:
        return False
    return any(each.role == "denominator" and not each.indicator and each.population == own.population for each in meanings)


def _units_resolved(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with a unit under an indicator's head read as its count: "Akses jamban" over "KK" and "%".

    A unit is a population that nothing calls a sasaran; it is the count where it is the only number of its group,
    a percent stands beside it, and the table divides by another column ("Jumlah KK" alone may be the divisor).
    """
    groups: dict[tuple[str, Path], list[int]] = {}
    for place, (path, meaning) in enumerate(zip(paths, meanings, strict=True)):
        if meaning.indicator and len(path) > 1 and not meaning.unknown and meaning.role not in ("ignore", "rank"):
            groups.setdefault((meaning.indicator, path[:-1]), []).append(place)
    result = list(meanings)
    for places in groups.values():
        units = [place for place in places if meanings[place].role == "denominator"]
        counts = [place for place in places if meanings[place].role in ("", "numerator")]
        for place in _divisors(counts, paths, meanings, reader):
            population = reader.text(paths[place][-1]).population
            result[place] = replace(meanings[place], role="denominator", population=population, counts=False)
        if len(units) > 1 and not counts:
            _by_unit(places, units, result, reader)
        if places == units and _counts_alone(places[0], meanings, reader):
            result[places[0]] = replace(meanings[places[0]], role="numerator", population="")
        if len(units) != 1 or counts or len(places) < 2 or meanings[units[0]].sasaran or _counts_beside(units[0], paths, meanings):
            continue
        outside = any(each.role == "denominator" and not each.indicator for each in meanings)
        if outside or not reader.words.totals & set(reader.tokens(paths[units[0]][-1])):
            result[units[0]] = replace(meanings[units[0]], role="numerator", population="")
    return result

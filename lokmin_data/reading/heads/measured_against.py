"""Columns that another column of the table makes the people it is measured against: "Jumlah penderita DM" beside those of them who
were served, "Kasus TB diobati" beside the treated successfully, "Target penemuan" parted by ages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]
_COUNTS = ("", "numerator")


def with_measured_against(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with such columns read as denominators."""
    lists = reader.words.lists["diukur_terhadap"]
    meanings = _all_of_the_served(paths, meanings, lists["dilayani"], reader)
    meanings = [_of_ages(path, meaning, lists["umur"], reader) for path, meaning in zip(paths, meanings, strict=True)]
    meanings = _those_treated(paths, meanings, lists["diobati"], reader)
    meanings = _by_their_groups(paths, _people_of_groups(paths, meanings, reader), reader)
    return _by_their_people(_people_beside_unknown(paths, meanings, reader), reader)


def _says(path: Path, phrases: Sequence[str], reader: Reader) -> bool:
    folded = f" {' '.join(reader.words.folded(text) for text in path)} "
    return any(f" {phrase} " in folded for phrase in phrases)


def _all_of_the_served(paths: Sequence[Path], meanings: list[Meaning], codes: Sequence[str], reader: Reader) -> list[Meaning]:
    """The meanings with "Jumlah penderita DM" read as those whom the service is measured against, where another column counts
    the served ones of the same; where the table names them otherwise, too, it is only not understood.  "Capaian" beside the
    served is no number of people."""
    results = frozenset(reader.words.lists["diukur_terhadap"]["hasil_saja"])
    served = reader.words.lists["skrining"]["dilayani"]
    changed = list(meanings)
    for code in codes:
        places = [place for place, each in enumerate(meanings) if _counts(each, code)]
        doing = {place for place in places if _says(paths[place], served, reader)}
        open_ = [place for place, each in enumerate(meanings) if paths[place] and _served(each) and _says(paths[place][-1:], served, reader)]
        if not doing and len(open_) == 1 and {each.indicator for each in meanings} == {"", code}:
            doing = {*open_}
            changed[open_[0]] = replace(meanings[open_[0]], indicator=code)
        own = reader.words.lists["penyebut"][code][0]
        known = any(each.population == own and each.role == "denominator" for each in meanings)
        for place in places if doing else ():
            if place not in doing and not results.issuperset(reader.tokens(paths[place][-1])):
                whole = replace(changed[place], indicator="", role="denominator", population=own, sasaran=True, counts=False)
                changed[place] = replace(changed[place], unknown=("ditemukan",)) if known else whole
    return changed


def _counts(meaning: Meaning, code: str) -> bool:
    """True for a number of the indicator; "Cakupan" beside one is its percent, never all of the people."""
    return meaning.indicator == code and meaning.role in _COUNTS and not (meaning.unknown or meaning.axis or meaning.share)


def _served(meaning: Meaning) -> bool:
    """True for a number that says only what was done: "Dilayani"."""
    return meaning.role == "numerator" and not (meaning.indicator or meaning.population or meaning.unknown or meaning.axis)


def _of_ages(path: Path, meaning: Meaning, ages: Mapping[str, Mapping[str, str]], reader: Reader) -> Meaning:
    """The meaning of an age below a sasaran that is another one for that age: "Balita" below "Target penemuan"."""
    if len(path) < 2 or meaning.role != "denominator" or meaning.indicator:  # noqa: PLR2004
        return meaning
    of_all = ages.get(reader.head(path[:-1]).population, {})
    own = of_all.get(" ".join(word for word in reader.tokens(path[-1]) if word not in reader.words.totals), "")
    return replace(meaning, population=own) if own else meaning


def _those_treated(paths: Sequence[Path], meanings: list[Meaning], lists: Mapping[str, Any], reader: Reader) -> list[Meaning]:
    """The meanings with cases "ditemukan dan diobati" read as those treated, in a table of their success without an estimate."""
    codes = {each.indicator for each in meanings if not each.unknown}
    own, estimates = reader.words.lists["penyebut"][lists["hasil"]], reader.words.lists["penyebut"][lists["kasus"]]
    named = {each.population for each in meanings if each.role == "denominator"}
    if not codes >= {lists["hasil"], lists["kasus"]} or named.intersection([*own, *estimates]):
        return meanings
    ratios = [each for each in meanings if each.indicator == lists["kasus"] and each.role == "percent" and not each.unknown]
    return [
        replace(each, indicator="", role="denominator", population=own[0], sasaran=True, counts=False)
        if _counts(each, lists["kasus"]) and not ratios and _says(path, lists["kata"], reader) else each
        for path, each in zip(paths, meanings, strict=True)
    ]  # fmt: skip


def _people_of_groups(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with people whom the name of their group makes an indicator ("Bayi 6 bulan" below "ASI EKSKLUSIF") read as what it is
    measured against, where a column beside them counts it by its own name."""
    others: Mapping[str, str] = reader.words.lists["diukur_terhadap"]["menurut_sasaran"]
    owners = reader.words.lists["penyebut"]
    changed = list(meanings)
    for place, (path, each) in enumerate(zip(paths, meanings, strict=True)):
        if len(path) < 2 or each.indicator not in others.values() or each.population or each.role not in _COUNTS or each.unknown:  # noqa: PLR2004
            continue
        own = reader.text(path[-1])
        alike = {each.indicator, *(code for code, other in others.items() if other == each.indicator)}
        beside = (reader.text(other[-1]) for other in paths if other and other != path and other[:-1] == path[:-1])
        if not own.indicator and own.population in owners[each.indicator] and any(text.indicator in alike for text in beside):
            changed[place] = replace(each, indicator="", role="denominator", population=own.population)
    return changed


def _people_beside_unknown(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with nothing but the people of an indicator ("Ibu hamil" below "K4") not understood where the only other columns
    below its name are unknown: the people may be its sasaran and the unknown one those who were served."""
    owners = reader.words.lists["penyebut"]
    changed = list(meanings)
    for place, (path, each) in enumerate(zip(paths, meanings, strict=True)):
        if len(path) < 2 or not each.indicator or each.role not in _COUNTS or each.unknown or path in reader.confirmed:  # noqa: PLR2004
            continue
        own = reader.text(path[-1])
        beside = [meanings[other] for other, texts in enumerate(paths) if other != place and texts[:-1] == path[:-1]]
        if beside and all(other.unknown for other in beside) and not own.indicator and own.population in owners.get(each.indicator, ()):
            changed[place] = replace(each, unknown=(own.population,))
    return changed


def _by_their_groups(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with an indicator that may be another one read as that below a group of the other's name: "Masih ASI eksklusif" below
    "ASI EKSKLUSIF 6 BULAN"; one that tells its own age stays."""
    others: Mapping[str, str] = reader.words.lists["diukur_terhadap"]["menurut_sasaran"]

    def below(path: Path, each: Meaning) -> bool:
        plain = len(path) > 1 and each.indicator in others and not any(map(str.isdigit, path[-1]))
        return plain and reader.text(path[-1]).indicator == each.indicator and reader.head(path[:-1]).indicator == others[each.indicator]

    return [
        replace(each, indicator=others[each.indicator]) if below(path, each) else each for path, each in zip(paths, meanings, strict=True)
    ]


def _by_their_people(meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with an indicator that may be another one read as that where the table divides by the other's people only,
    "ASI eksklusif" beside "Bayi 6 bulan", and not understood where these people are no indicator's, "Td 1" beside "WUS"."""
    others: Mapping[str, str] = reader.words.lists["diukur_terhadap"]["menurut_sasaran"]
    named = {each.population for each in meanings if each.role == "denominator" and not each.unknown}
    wrong = {code: people for people, each in reader.words.lists["diukur_terhadap"]["bukan"].items() if named == {people} for code in each}
    if wrong:
        return [replace(each, unknown=each.unknown or (wrong[each.indicator],)) if each.indicator in wrong else each for each in meanings]
    codes = {each.indicator for each in meanings}
    lists = reader.words.lists["penyebut"]
    turned = {
        code: other for code, other in others.items()
        if code in codes and other not in codes and named.intersection(lists[other]) and not named.intersection(lists[code])
    }  # fmt: skip
    return [replace(each, indicator=turned[each.indicator]) if each.indicator in turned else each for each in meanings] if turned else meanings

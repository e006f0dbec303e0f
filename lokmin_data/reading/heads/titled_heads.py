"""Heads that make sense only behind the indicator that the table's title names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.percent_places import says_only_percent
from lokmin_data.reading.heads.repeated_words import of_group
from lokmin_data.reading.heads.resolving import Path
from lokmin_data.reading.heads.school_tables import of_school
from lokmin_data.reading.words.age_groups import with_ages
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.named_people import usual_name
from lokmin_data.reading.words.sums_of_ages import with_sums_of_ages
from lokmin_data.reference.populations import populations

_SEXES = frozenset({"l", "p", "+"})


def with_title(head: Head, title: Meaning, reader: Reader) -> Head:
    """The head with columns that make no sense alone read behind the table's one indicator: DBD "P", "M", "Meninggal"."""
    head = _with_ages(of_school(_without_others(head, title, reader), title, reader), title, reader)
    if title.population and not title.indicator:
        usual = usual_name(title.population, reader)
        names = (f"{title.note} {usual}",) if title.family else (title.note, usual)
        head = _of_people(head, names, reader)
    if title.family and not title.indicator:
        return _with_family(head, (title.note, title.family), reader)
    if title.population and not title.indicator:
        return head
    if title.family:
        head = _with_family(head, (title.family,), reader)
    sexes = any(column.meaning.sex == "L" for column in head.columns)  # then "P" is no patient
    phrase = title.note if title.indicator else "" if sexes else _only_indicator(head)
    if not phrase or sexes and not any(column.meaning.unknown or column.meaning.family for column in head.columns):
        return head
    joining = reader.words.lists["kata_sambung"]["kata"]
    names = [title.indicator.split("_")[0]] if title.indicator else []  # of dbd_kasus: DBD
    columns = []
    for column in head.columns:
        meaning = column.meaning
        lacks = not meaning.indicator and meaning.role != "ignore"
        if lacks and not sexes and column.path and " ".join(reader.tokens(column.path[-1])) in joining:
            path = _without_roles(column.path, reader)
            read = [each for name in (*names, phrase) for each in (_timed(name, path, reader), reader.head((name, *path)))]
            meaning = next((replace(each, sex=meaning.sex) for each in read if each.indicator and not each.unknown), meaning)
        elif (meaning.unknown or meaning.family) and lacks and title.indicator and (path := _repeating(column, phrase, reader)):
            own = {name: value for name in ("sex", "role") if (value := getattr(meaning, name))}
            meaning = replace(reader.head(path[:-1]), indicator=title.indicator, other=title.other, **own)
        columns.append(column.meaning_so(meaning))
    return replace(head, columns=tuple(columns))


def _with_ages(head: Head, title: Meaning, reader: Reader) -> Head:
    """The head with columns of nothing but ages read as those of the disease that the title names."""
    if not title.indicator or title.unknown:
        return head
    columns = [column for column in head.columns if column.path]
    paths, meanings = [column.path for column in columns], [column.meaning for column in columns]
    meanings = with_sums_of_ages(paths, with_ages(paths, meanings, reader, title.indicator), reader, title.indicator)
    read = {column.index: meaning for column, meaning in zip(columns, meanings, strict=True)}
    return replace(head, columns=tuple(column.meaning_so(read.get(column.index, column.meaning)) for column in head.columns))


def _timed(name: str, path: Path, reader: Reader) -> Meaning:
    """The last text of a path read right behind the title's name, with the period that those above it say: "TW I" over "M"."""
    above = reader.head(path[:-1]) if len(path) > 1 else Meaning(bare=True)
    last = reader.head((name, path[-1]))
    if not above.bare or above.unknown or above.sex or not last.indicator or last.unknown:
        return Meaning(unknown=("?",))
    period = {key: getattr(above, key) for key in ("month", "months", "year")}
    return replace(last, basis=last.basis or above.basis, **period)


def _without_roles(path: Path, reader: Reader) -> Path:
    """The path without texts above its last one that only say that it counts: "Jumlah kasus" over "Januari" over "M",
    "Jumlah" over "M"."""
    return (*(text for text in path[:-1] if not _only_counts(reader.text(text))), path[-1])


def _only_counts(meaning: Meaning) -> bool:
    """True for "Jumlah kasus", "Jumlah", "Penderita": neither what nor when nor who."""
    said = (meaning.unknown, meaning.basis, meaning.sex, meaning.month, meaning.months, meaning.year, meaning.axis)
    counts = meaning.bare or meaning.role == "numerator" and not (meaning.indicator or meaning.population or meaning.family)
    return counts and not any(said)


def _without_others(head: Head, title: Meaning, reader: Reader) -> Head:
    """The head with numbers of people whom the title's indicator does not count not understood: cases under "Balita gizi
    kurang" are not those of a title that says "Gizi buruk", "Lansia dilayani" not those of "Hipertensi"."""
    if not title.indicator:
        return head
    lists = reader.words.lists["penyebut"]
    head = _with_estimates(head, lists.get(title.indicator, ()), reader)
    own = {"bayi", *populations(), *lists.get(title.indicator, ()), *lists.get(title.other, ())} - _of_other_groups(title, reader)
    named = {column.path[:-1] for column in head.columns if column.meaning.indicator and len(column.path) > 1}
    columns = []
    for column in head.columns:
        meaning = column.meaning
        beside = says_only_percent(column) and column.path[:-1] in named  # the percent of the indicator in its group
        counted = not beside and (meaning.role in ("numerator", "percent") or bool(meaning.basis))
        if counted and meaning.population and not meaning.indicator and meaning.population not in own:
            meaning = replace(meaning, unknown=(meaning.population,))
        columns.append(column.meaning_so(meaning))
    return replace(head, columns=tuple(columns))


def _of_other_groups(title: Meaning, reader: Reader) -> set[str]:
    """The people whom a title's indicator does not count: babies or those after birth under K1, anybody under those who fell ill."""
    lists = reader.words.lists
    counted = {*lists["penyebut"].get(title.indicator, ()), *lists["penyebut"].get(title.other, ())}
    groups = [group for group, names in lists["kelompok"].items() if not counted.isdisjoint(names)]
    if not groups and title.indicator not in lists["kelompok_penderita"]:
        return set()
    others = {name for group, names in lists["kelompok"].items() if group not in groups for name in names}
    return (others | {*lists["judul_sebagian"]["ibu"]} if "ibu" in groups else others) - counted


def _with_estimates(head: Head, own: Sequence[str], reader: Reader) -> Head:
    """The head with the expected ill of all ages read as those of the age that the title is about, where no other column expects
    these: "Target penemuan" below DIARE BALITA."""
    ages = reader.words.lists["diukur_terhadap"]["umur"]
    named = {column.meaning.population for column in head.columns}
    mine = {people: each for people in named & ages.keys() for each in ages[people].values() if each in own and people not in own}
    if not mine or named & {*mine.values()}:
        return head
    columns = (
        column.meaning_so(replace(column.meaning, population=mine.get(column.meaning.population, column.meaning.population)))
        if column.meaning.role == "denominator" else column for column in head.columns
    )  # fmt: skip
    return replace(head, columns=tuple(columns))


def _repeating(column: Column, phrase: str, reader: Reader) -> Path:
    """The path of a column whose last text, apart from a sex beside it and from the sex, "Abs" or "%" below it, only repeats words of
    the title's indicator: "Mendapat TTD" under TTD of rematri, "Jml anak lengkap" and "Lengkap L" under IMUNISASI DASAR LENGKAP; else
    empty.  A bare "1" under K1 may be a month."""
    path, sex = column.path, column.meaning.sex
    while len(path) > 1 and _says_kind(reader.text(path[-1])):
        path = path[:-1]
    nothing = reader.words.empty | reader.words.totals | (_SEXES if sex else frozenset())
    words = [word for word in reader.tokens(path[-1]) if word not in nothing] if path else []
    return path if any(word.isalpha() for word in words) and set(words) <= set(phrase.split()) else ()


def _says_kind(meaning: Meaning) -> bool:
    """True for "L", "Abs", "%": neither what nor when."""
    names = (meaning.indicator, meaning.population, meaning.family, meaning.unknown, meaning.basis, meaning.month, meaning.months, meaning.year)
    return not any(names) and (meaning.role in ("numerator", "percent") or meaning.bare and bool(meaning.sex))


def _with_family(head: Head, names: Sequence[str], reader: Reader) -> Head:
    """The head with groups of people read behind the family that the title names, as it is written or by its code: SPM
    over "Usia produktif"."""
    columns = []
    counted = {path[:depth] for path in _counting(head) for depth in range(1, len(path))}
    for column in head.columns:
        meaning = column.meaning
        if meaning.role == "denominator" and column.path[:-1] in counted and reader.words.totals.issuperset(reader.tokens(column.path[-1])):
            columns.append(column)  # "Jumlah" beside "Mendapat vitamin A" below the people: all of them
            continue
        place = meaning.axis == "puskesmas"  # "Fasyankes" below a month names no area
        if (meaning.population or meaning.unknown or place) and not meaning.indicator and len(column.path) > 1:
            path = column.path  # a month may stand between the words of a spelling, "Bulan ini" may not
            read = (reader.head(each) for name in names for each in ((name, *path), (*path[:-1], name, path[-1])))
            meaning = next((each for each in read if each.indicator and not each.unknown), meaning)
        columns.append(column.meaning_so(meaning))
    return replace(head, columns=tuple(columns))


def _counting(head: Head) -> list[Path]:
    """The paths of the columns that count an indicator by their own words."""
    counts = ("", "numerator")
    return [column.path for column in head.columns if column.meaning.indicator and column.meaning.role in counts and not column.meaning.unknown]


def _of_people(head: Head, names: Sequence[str], reader: Reader) -> Head:
    """The head read behind the people whom the title names, as it is written or by their usual name, where only both together
    name an indicator: "Diskrining sesuai standar" below LANJUT USIA."""
    columns = []
    for column in head.columns:
        meaning = column.meaning
        open_ = not (meaning.indicator or meaning.axis) and meaning.role not in ("ignore", "denominator", "rank", "target")
        if column.path and open_ and not reader.words.totals.issuperset(reader.tokens(column.path[-1])):
            read = (reader.head((name, *column.path)) for name in names)
            meaning = next((each for each in read if each.indicator and not each.unknown), meaning)
        columns.append(column.meaning_so(meaning))
    return replace(head, columns=tuple(columns))


def _only_indicator(head: Head) -> str:
    """The head words of the one indicator that a table names, empty where it names none or several."""
    named = {column.meaning.indicator: " ".join(column.path) for column in head.columns if column.meaning.indicator}
    return next(iter(named.values())) if len(named) == 1 else ""


def with_words_of_title(head: Head, titles: Sequence[str], named: Meaning, reader: Reader) -> Head:
    """The head with such a text read as what the titles name: "Bayi lengkap" below the title "CAKUPAN KN LENGKAP", unless a column names
    that itself."""
    if not named.indicator or named.role or named.unknown or any(each.meaning.indicator == named.indicator for each in head.columns):
        return head
    columns = [
        replace(column, meaning=of_group((title, *column.path), column.meaning, reader, named))
        if (title := _titled(column.path, column.meaning, titles, reader)) else column for column in head.columns
    ]  # fmt: skip
    return replace(head, columns=tuple(columns)) if columns != [*head.columns] else head


def _titled(path: Path, meaning: Meaning, titles: Sequence[str], reader: Reader) -> str:
    """The title that says the words which the first text of a head repeats; empty where none does."""
    own = reader.tokens(path[0]) if path and meaning.indicator and not meaning.unknown and len(path[0].split()) > 1 else ()
    return next((title for title in titles if {*own} & {*reader.tokens(title)}), "")

"""A bare "Jumlah" behind ages of a disease adds up these ages and no others: "DIARE" over "< 1 th", "1-4 th", "Jumlah" is that of
the toddlers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.words.age_groups import ANY, Path, Span, of_age, split_age
from lokmin_data.reading.words.meaning import Meaning, Reader

_SEVERAL = 2


def with_sums_of_ages(paths: Sequence[Path], meanings: list[Meaning], reader: Reader, code: str = "") -> list[Meaning]:
    """The meanings with such a sum read as the number of all its ages; `code` is the disease that a title names."""
    lists = reader.words.lists["umur_penyakit"]
    changed = list(meanings)
    for place, path in enumerate(paths):
        depth = next((at for at, text in enumerate(path) if text.casefold().strip(" :.") in lists["jumlah"]), None)
        if depth is None or meanings[place].axis:
            continue
        spans = _ages_before(paths, place, depth, reader, code)
        disease = spans and _disease(path[:depth], reader, code)
        if not disease:
            continue
        whole = (min(first for first, _ in spans), max(last for _, last in spans))
        if whole[1] < ANY or disease in lists["balita"]:
            sex = meanings[place].sex
            read = of_age((path[:depth], path[depth + 1 :]), whole, disease, {*spans, whole}, replace(meanings[place], role="", note=""), reader)
            changed[place] = replace(read, sex=read.sex or sex or ("T" if _of_both(paths, path, depth, reader) else ""))
    return changed


def _disease(above: Path, reader: Reader, code: str) -> str:
    """The disease that the texts above ages count, that of the title where they only say that something is counted."""
    meaning = reader.head(above) if above else Meaning(role="numerator")
    named = meaning.indicator or (code if meaning.role in ("", "numerator") and not meaning.population else "")
    return named if not meaning.unknown and named in reader.words.lists["umur_penyakit"]["indikator"] else ""


def _ages_before(paths: Sequence[Path], place: int, depth: int, reader: Reader, code: str) -> list[Span]:
    """The ages right before a sum in its group, from right to left; none where there are fewer than two of them."""
    lists, above = reader.words.lists["umur_penyakit"], paths[place][:depth]
    disease = _disease(above, reader, code)
    graver = {*reader.words.lists["tingkat_berat"]["kata"]}
    spans: list[Span] = []
    for path in reversed(paths[:place]):
        if len(path) <= depth or path[:depth] != above:
            break
        if path[depth] == paths[place][depth]:
            continue
        name, span = split_age(path[depth], lists)
        said = reader.text(name) if name else Meaning()
        if span is None or said.indicator not in ("", disease) or not graver.issuperset(said.unknown):
            break
        spans.append(span)
    return spans if len(set(spans)) >= _SEVERAL else []


def _of_both(paths: Sequence[Path], path: Path, depth: int, reader: Reader) -> bool:
    """True for the last of L, P and their sum below a sum."""
    beside = {reader.text(other[-1]).sex for other in paths if other[:-1] == path[:-1] and len(path) > depth + 1}
    return beside >= {"L", "P"} and reader.text(path[-1]).sex not in ("L", "P")

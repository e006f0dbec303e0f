"""Groups of columns headed by people in more words than one ("Usia produktif 15-59 tahun", "Usia lanjut (>= 60 th)"): read behind
the usual name of these people, which their services are named with."""

from __future__ import annotations

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]

_COUNTS = ("", "numerator", "percent")


def with_named_people(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with what was done for the people of a group read as the indicator of both together: "Mendapat skrining"
    below "Usia lanjut (>= 60 tahun)"."""
    return [_named(path, meaning, reader) for path, meaning in zip(paths, meanings, strict=True)]


def _named(path: Path, meaning: Meaning, reader: Reader) -> Meaning:
    open_ = meaning.population and not (meaning.indicator or meaning.axis or meaning.sasaran)
    if len(path) < 2 or not open_ or meaning.role not in (*_COUNTS, "denominator"):
        return meaning
    said = [reader.text(text) for text in path]
    usual = [usual_name(each.population, reader) if _only_people(each) else text for text, each in zip(path, said, strict=True)]
    if usual == list(path):
        return meaning
    parts = [_only_part(text, each, reader) for text, each in zip(path, said, strict=True)]
    behind = (*(text for text, part in zip(usual, parts, strict=True) if not part), *(text for text, part in zip(usual, parts, strict=True) if part))
    read = (reader.head(each) for each in (tuple(usual), behind))
    return next((each for each in read if each.indicator and not each.unknown and each.role in _COUNTS), meaning)


def _only_part(text: str, said: Meaning, reader: Reader) -> bool:
    """True for a text between the people and what was done for them that only parts the number: "Perempuan", "Jumlah"."""
    return bool(said.sex and said.bare and not said.unknown) or reader.words.totals.issuperset(reader.tokens(text))


def _only_people(said: Meaning) -> bool:
    """True for a text that names people and nothing else."""
    return bool(said.population) and not (said.indicator or said.unknown or said.basis or said.month or said.months)


def usual_name(population: str, reader: Reader) -> str:
    """The first spelling of a population."""
    entries = reader.words.lists["kata"]
    return next((entry["tulisan"][0] for entry in entries if entry["berarti"] == {"population": population}), population)

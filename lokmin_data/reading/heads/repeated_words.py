"""Heads that only repeat words of what they stand below: "HPV" below "HPV 1 kelas 5", "Bayi lengkap" below "KN lengkap"."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.one_report import for_one_report

Path = tuple[str, ...]


def with_repeated_words(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with a text that only repeats words of its group's indicator read as its number: "HPV" below "HPV 1 kelas 5"; "BABS" below
    "Stop BABS" is its opposite.  So is "Bayi lengkap" below "KN lengkap", while below "KF lengkap" it is not understood."""
    resolved = []
    for path, meaning in zip(paths, meanings, strict=True):
        if len(path) > 1 and meaning.role == "ignore" and set(reader.tokens(path[-1])) <= set(reader.tokens(path[-2])):
            group = reader.head(path[:-1])
            weak = any("weak" in each.means for each in reader.understood(path[:-1]).found)
            meaning = group if group.indicator and not (group.role or group.unknown or weak) else meaning
        elif len(path) > 1 and meaning.indicator and not meaning.unknown:
            meaning = of_group(path, meaning, reader)
        resolved.append(meaning)
    return resolved


def of_group(path: Path, meaning: Meaning, reader: Reader, named: Meaning | None = None) -> Meaning:
    """The meaning of a path in which people and words of their group ("Bayi lengkap") spell another indicator than the group says, or is `named`."""
    for depth in range(1, 2 if named else len(path)):
        said = named or reader.head(path[:depth])
        if not said.indicator or said.unknown or said.role or meaning.indicator in (said.indicator, said.other):
            continue
        whose = _people(path[depth], path[depth - 1], reader)
        if not whose or reader.text(path[depth]).indicator != meaning.indicator:
            continue
        lists = reader.words.lists
        if said.indicator not in lists["dosis_lanjutan"]["lengkap"] and whose in lists["penyebut"].get(said.indicator, ()):
            return replace(meaning, indicator=said.indicator, other="")
        return replace(meaning, unknown=(path[depth],))
    return meaning


@for_one_report
def _people(text: str, group: str, reader: Reader) -> str:
    """The people of a text that says nothing else but words of its group, which alone name nothing: `lengkap`; "Diare balita" below "Penderita
    diare" says what it counts, and "Baduta lengkap" below "Imunisasi lengkap" is one spelling with it."""
    above, words = reader.tokens(group), reader.tokens(text)
    people, repeated = [word for word in words if word not in above], [word for word in words if word in above]
    if not people or not repeated:
        return ""
    whose, alone = reader.text(" ".join(people)), reader.text(" ".join(repeated))
    if not whose.population or whose.unknown or whose.indicator or alone.indicator or not alone.unknown:
        return ""
    together = " ".join((*(word for word in above if word not in words), *words))
    return whose.population if len(reader.understood((together,)).found) > 1 else ""

"""Texts that name an indicator beside a word by which they count only a part of its people, or something else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lokmin_data.reading.words.vocabulary import Found, Said

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Reader

_TOGETHER = re.compile(r"\s*[+&/]\s*|\s+(?:dan|serta)\s+", re.IGNORECASE)
#: Words of so few letters number or abbreviate something.
LONGEST_SIGN = 2


def of_institutions(tokens: Sequence[str], reader: Reader) -> str:
    """The word for schools, offices and other places than homes in a text, empty where it holds none."""
    text = f" {' '.join(tokens)} "
    return next((word for word in reader.words.lists["lembaga"]["kata"] if f" {word} " in text), "")


def in_part(code: str, path: Sequence[str], reader: Reader) -> str:
    """The word of a path by which an indicator is that of some only, empty where none does."""
    lists = reader.words.lists
    if code in lists["lembaga"]["indikator"] and (place := of_institutions([word for text in path for word in reader.tokens(text)], reader)):
        return place
    if code in lists["huruf_ibu"]["indikator"] and (other := of_other_visits(path, reader)):
        return other
    if other := of_another_index(code, path, reader):
        return other
    if code in lists["kondisi"]["indikator"] and of_a_condition(reader.understood(tuple(path)), reader):
        return code
    return _of_two_groups(path, reader, deepest=not code)


def _of_two_groups(path: Sequence[str], reader: Reader, *, deepest: bool) -> str:
    """The people beside others in one text that counts both together, "JUMLAH (WUS + IBU HAMIL)"; empty where none does.  `deepest`:
    people who are named below it are meant alone."""
    lists = reader.words.lists
    apart = lists["orang_lain"]["terpisah"]
    for depth, text in enumerate(path):
        parts = _TOGETHER.split(text)
        if len(parts) == 1 or deepest and any(reader.text(below).population for below in path[depth + 1 :]):
            continue
        named = {population for part in parts if part.strip() and part != text and (population := reader.text(part).population)}
        people = {group: population for group, names in lists["kelompok"].items() for population in names if population in named}
        if len(people) > 1 and ("+" in text or not people.keys().isdisjoint(apart)):
            return next(iter(people.values()))
    return ""


def of_other_visits(path: Sequence[str], reader: Reader) -> str:
    """The word of a path by which its K1 or K4 is no visit of pregnant women: a vitamin, the first visit of a newborn."""
    lists = reader.words.lists["huruf_ibu"]
    texts = "\n".join(f" {' '.join(reader.tokens(text))} " for text in path)
    found = next((word for word in lists["barang"] if f" {word} " in texts), "")
    if found or any(f" {word} " in texts for word in lists["sendiri"]):
        return found
    return next((word for word in lists["lain"] if f" {word} " in texts), "")


def of_another_index(code: str, texts: Sequence[str], reader: Reader) -> str:
    """The index named in texts by which a state of nutrition is another one than the indicator: "Gizi buruk (BB/U)"; empty where none
    is named, or its own one, too."""
    lists = reader.words.lists["indeks_gizi"]
    if code not in lists:
        return ""
    spaced = "\n".join(f" {' '.join(reader.tokens(text))} " for text in texts)
    named = [index for index in lists["semua"] if f" {index} " in spaced]
    return named[0] if named and {*named}.isdisjoint(lists[code]) else ""


def of_a_condition(said: Said, reader: Reader) -> bool:
    """True where one text names a condition ("stunting") and apart from it what is done for people ("ASI eksklusif", "Vitamin
    A"): those who have it, of those who got this."""
    lists = reader.words.lists["kondisi"]

    def condition(each: Found) -> bool:
        return each.means.get("indicator") in lists["indikator"]

    named = [each for each in said.found if "indicator" in each.means or each.means.get("family") in lists["keluarga"]]
    named = [each for each in named if not ("weak" in each.means and each.means["indicator"] in lists["diukur"])]
    ill = [each for each in named if condition(each)]
    codes = {each.means.get("indicator") or each.means["family"] for each in named}
    return bool(ill) and len(codes) > 1 and any(each.depth == other.depth for each in ill for other in named if other.means != each.means)


def of_some(said: Said, code: str, reader: Reader) -> bool:
    """True where a text names the people of a part beside an indicator: K4 of those at risk, SPM 5 of one class."""
    lists = reader.words.lists
    parts = {*lists["orang_lain"]["sempit"], *lists["judul_sebagian"]["kelas"].get(code, ())} - {*lists["penyebut"].get(code, ())}
    return any(each.means.get("population") in parts and "indicator" not in each.means for each in said.found)


def of_what_is_not_read(title: str, said: Said, reader: Reader) -> bool:
    """True where a text also names something that is known and not read, in words with which titles do not begin: "K4 triple
    eliminasi", "CFR DBD"."""
    lists, tokens = reader.words.lists["judul_lain"], reader.tokens(title)
    plain = {*lists["pengantar"], *reader.words.empty, *reader.words.totals}
    return any(
        each.means.get("role") == "ignore" and each.means.get("meaning", lists["biasa"][0]) not in lists["biasa"]
        and not plain.issuperset(tokens[place] for place in each.places if place < len(tokens))
        for each in said.found
    )  # fmt: skip


def of_another_topic(title: str, reader: Reader) -> bool:
    """True for a title that begins as titles do and goes on with words of no meaning here, or with what is known and not
    read: "Data kunjungan poli umum", "Jumlah peserta KB aktif"."""
    lists, tokens = reader.words.lists["judul_lain"], reader.tokens(title)
    said = reader.understood((title,))
    if not tokens or tokens[0] not in lists["topik"]:
        return False
    if of_what_is_not_read(title, said, reader):
        return True
    unknown, owners = {word for word, _ in said.unknown}, {*lists["pemilik"], *lists["tempat"]}
    known = {*lists["pengantar"], *owners, *lists["pelaku"]}
    place = next((place for place, token in enumerate(tokens) if token in unknown and len(token) > LONGEST_SIGN and token not in known), 0)
    return bool(place) and not owners & {*tokens[:place]}


def of_young(code: str, population: str, lists: Mapping[str, Any]) -> str | None:
    """What a disease is that a head counts of children by their age: "Diare < 5 tahun" is that of the toddlers, "Malaria < 5 tahun" and
    "Pneumonia bayi" no indicator at all (empty); None where the age says nothing."""
    ages = lists["umur_penyakit"]
    if code not in ages["indikator"] or population not in lists["kelompok"]["anak"]:
        return None
    if population == ages["orang"]:
        return None if code in ages["balita"] else ages["dari_balita"].get(code, "")
    return ""


def of_youngest(code: str, population: str, path: Sequence[str], reader: Reader) -> bool:
    """True for what is counted of all toddlers in a head that names the youngest of them, and not "Bayi dan balita" together: "Jumlah
    bayi dengan buku KIA"."""
    lists = reader.words.lists
    if population not in lists["orang_lain"]["muda"] or code not in lists["judul_sebagian"]["indikator"]:
        return False
    depth = max((each.depth for each in reader.understood(tuple(path)).found if each.means.get("population") == population), default=0)
    words = lists["judul_sebagian"]
    signs = words["sambung"]
    joined = (text for text in path[depth:] if any(sign in (text.casefold().split() if sign.isalpha() else text) for sign in signs))
    return not any({*reader.tokens(text)} & {*words["semua"]} for text in joined)

"""Desa names: what folds away, what is only offered, what is never mapped."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laporan import codes, read, said

from lokmin_data.reading.words.names import AreaMatcher, AreaName, fold_name, without_person


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("DESA SUKA MAJU", "Sukamaju"), ("Ds. Sukamaju", "Sukamaju"), ("Kel.Sukamaju", "Sukamaju"),
        ("  Suka\xa0maju ", "Sukamaju"), ("SUKA-MAJU", "Sukamaju"), ("Kelurahan  Sukamaju", "Sukamaju"),
        ("1. Sukamaju", "Sukamaju"), ("12) Sukamaju", "Sukamaju"), ("Sukamaju (Desa)", "Sukamaju"),
        ("Nagari Koto Baru", "Koto Baru"), ("Karang II", "Karang 2"), ("KARANG-IV", "Karang 4"), ("Caf\u00e9", "cafe"),
        ("Desa Desa Baru", "Baru"),
    ],
)  # fmt: skip
def test_folded_alike(written: str, same: str) -> None:
    assert fold_name(written) == fold_name(same)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Karang I", "Karang II"), ("Sukamaju", "Sukamaja"), ("Kampung Baru", "Baru"), ("3 Ulu", "4 Ulu"), ("Karang V", "Karangv")],
)
def test_folded_apart(left: str, right: str) -> None:
    assert fold_name(left) != fold_name(right)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


@given(st.text(alphabet=st.characters(categories=("Lu", "Ll")), min_size=1, max_size=12))
def test_case_spaces_and_prefix_do_not_matter(name: str) -> None:
    assume(without_person(f"kel. x-{name}") == f"kel. x-{name}")  # "Suka - PJ" is Suka
    folded = fold_name("x " + name)
    assert folded == fold_name(f" DESA  X\xa0{name} ") == fold_name(f"kel. x-{name}")


@given(st.lists(st.text(alphabet="abcdefghij ", min_size=1, max_size=8), min_size=1, max_size=8), st.text(max_size=10))
def test_certain_means_folded_equal(names: list[str], text: str) -> None:
    match = AreaMatcher(names).match(text)
    assert match.certain == (match.area is not None)
    assert 0 <= match.score <= 100
    if match.certain:
        assert fold_name(match.area.name) == fold_name(text) and match.score == 100


def test_a_typo_is_offered_and_never_mapped() -> None:
    match = AreaMatcher(["Sukamaju", "Mekarsari"]).match("Sukamajuu")
    assert (match.area, match.certain, match.suggestion) == (None, False, "Sukamaju")
    assert 90 < match.score < 100


def test_an_abbreviation_is_offered() -> None:
    match = AreaMatcher(["Tanjung Harapan", "Tanah Merah"]).match("Tj. Harapan")
    assert (match.area, match.suggestion) == (None, "Tanjung Harapan")


def test_a_confirmed_spelling_is_certain() -> None:
    match = AreaMatcher([AreaName("Tanjung Harapan", aliases=("Tj. Harapan",))]).match("TJ HARAPAN")
    assert match.certain and match.area.name == "Tanjung Harapan"


def test_nothing_alike_offers_nothing() -> None:
    assert AreaMatcher(["Sukamaju"]).match("JUMLAH").suggestion == ""


@pytest.mark.parametrize("text", ["", "  ", "---", "..."])
def test_an_empty_name_matches_nothing(text: str) -> None:
    assert AreaMatcher(["Sukamaju", "-"]).match(text).area is None


TWINS = AreaMatcher([AreaName("Sukamaju", "Cibadak", area_id=1), AreaName("Sukamaju", "Cikole", area_id=2)])


@pytest.mark.parametrize(
    ("text", "kecamatan", "area_id"),
    [("Sukamaju", "Cikole", 2), ("Suka Maju", "KEC. CIBADAK", 1), ("Sukamaju (Kec. Cibadak)", "", 1), ("SUKAMAJU KECAMATAN CIKOLE", "", 2)],
)
def test_the_kecamatan_tells_twins_apart(text: str, kecamatan: str, area_id: int) -> None:
    match = TWINS.match(text, kecamatan)
    assert match.certain and match.area.area_id == area_id


def test_twins_are_never_mapped_without_a_kecamatan() -> None:
    match = TWINS.match("Sukamaju")
    assert (match.area, match.certain) == (None, False)
    assert [area.area_id for area, _ in match.suggestions] == [1, 2]
    assert match.suggestion == "Sukamaju (Kec. Cibadak)"


def test_another_kecamatan_is_a_question() -> None:
    assert not TWINS.match("Sukamaju", "Nagrak").certain


@pytest.mark.parametrize(
    "written",
    [
        "Suka Maju (Bidan Ani)", "Suka Maju / Bd. Ani, A.Md.Keb", "Suka Maju - PJ: Ani", "Suka Maju (Ani, S.Tr.Keb)", "Suka Maju (kader Ani)",
        "Suka Maju, Ani S.ST", "Suka Maju (penanggung jawab: Ani)", "Suka Maju",
    ],
)  # fmt: skip
def test_the_person_beside_a_desa_is_not_kept(written: str):
    assert without_person(written) == "Suka Maju" and fold_name(written) == fold_name("Suka Maju")


def test_two_persons_of_one_desa_make_two_parts_and_none_is_kept():
    rows = "1|Suka (Bidan Ani)|70|20\n2|Suka (Bidan Ina)|60|10\n3|Maju (Bidan Eva)|90|15"
    reading = read(S=f"K1 MARET 2026\nNO|DESA|SASARAN|K1\n{rows}")
    assert [line.split(" k1")[0] for line in said(reading)] == ["Maju", "Suka (bagian 1)", "Suka (bagian 2)"]
    assert not AreaMatcher(["Suka", "Maju"]).match("Suka (bagian 1)").certain


@pytest.mark.parametrize("name", ["Suka Maju (Kec. Bidang)", "Suka, Maju", "Bahari / Wa Ode", "Desa A.M. Sangaji", "Melati (RW 2)", "Nusa (Kel.)"])
def test_other_names_stay_whole(name: str):
    assert without_person(name) == name


@pytest.mark.parametrize("kind", ["Kalurahan", "Kepenghuluan", "Tiyuh", "Pekon", "Kampong"])
def test_the_kind_of_a_village_is_no_part_of_its_name(kind: str):
    assert fold_name(f"{kind} Suka Maju") == fold_name("Suka Maju") != fold_name(kind)


@pytest.mark.parametrize("name", ["Juni Asri", "Mei Indah", "Agustus Makmur"])
def test_a_numbered_desa_may_begin_with_the_name_of_a_month(name: str):
    reading = read(S=f"CAKUPAN K1 BULAN MEI 2026\nNO|DESA|SASARAN|K1\n1|Suka|50|20\n2|{name}|40|30\n3|Maju|30|10\n|JUMLAH|120|60")
    assert [line.split(" k1 ")[0] for line in said(reading)] == sorted(("Maju", name, "Suka"))


def test_a_row_without_a_number_that_names_a_month_and_more_is_told():
    reading = read(S="CAKUPAN K1 TAHUN 2026\nBULAN | MEI\nNO|DESA|SASARAN|K1\n1|Suka|50|20\n2|Maju|40|30\n|Mei sementara|90|55")
    assert len(said(reading)) == 2
    assert "baris-bukan-desa B6" in codes(reading)

"""Small percents that no sasaran proves: fractions or percents by the sasaran that they imply, asked for where nothing tells."""

from __future__ import annotations

import pytest
from laporan import codes, read

TITLE = "CAKUPAN K1 BULAN MEI 2026 PUSKESMAS MELATI"


def _percents(reading) -> list[float | None]:  # noqa: ANN001
    return [None if share != share else round(share, 2) for share in reading.observations.percent.astype(float)]


def test_desa_as_columns_are_on_one_scale():
    table = "NO|INDIKATOR|Suka||Maju||Jaya||Raya|\n||Abs|%|Abs|%|Abs|%|Abs|%\n1|K1|1|1.16|2|5.13|1|1.2|3|3.0"
    assert _percents(read(S=f"{TITLE}\n{table}")) == [1.16, 5.13, 1.2, 3.0]


@pytest.mark.parametrize(
    ("rows", "percents"),
    [
        (("Suka|1|1.16", "Maju|1|1.2", "Jaya|1|0.86"), [1.16, 1.2, 0.86]),  # a fraction of 1,16 would be one of 0,86 mothers
        (("Suka|14|0.86", "Maju|9|0.9", "Jaya|7|0.58"), [86, 90, 58]),
        (("Suka|12|0.8571", "Maju|9|0.9", "Jaya|7|0.5833"), [85.71, 90, 58.33]),
        (("Suka|12|0.7362", "Maju|9|0.8182", "Jaya|7|0.5469"), [73.62, 81.82, 54.69]),  # of sasaran that were computed: 16,3
    ],
)
def test_a_sasaran_is_a_whole_number(rows: tuple[str, ...], percents: list[float]):
    text = "\n".join(rows)
    assert _percents(read(S=f"{TITLE}\nDESA|K1|%\n{text}")) == percents


def test_a_fraction_is_of_one_person_at_least():
    rows = "Suka|0|0\nMaju|0|0\nJaya|1|2.4\nJUMLAH|1|0.6"
    assert _percents(read(S=f"{TITLE}\nDESA|K1|%\n{rows}")) == [0, 0, 2.4]


def test_the_sasaran_of_a_place_is_of_one_size():
    rows = "Suka|40|80.0|22|0.9\nMaju|30|75.0|16|0.81\nJaya|50|62.5|31|0.8"
    found = _percents(read(S=f"CAKUPAN KIA BULAN MEI 2026\nDESA|K1||K4|\n|Abs|%|Abs|%\n{rows}"))
    assert sorted(found) == [62.5, 75.0, 80.0, 80.0, 81.0, 90.0]
    rows = "Suka|40|80.0|1|1.4\nMaju|30|75.0|1|1.3\nJaya|50|62.5|1|0.9"
    found = _percents(read(S=f"CAKUPAN KIA BULAN MEI 2026\nDESA|K1||K4|\n|Abs|%|Abs|%\n{rows}"))
    assert sorted(found) == [0.9, 1.3, 1.4, 62.5, 75.0, 80.0]


def test_small_percents_alone_beside_large_ones_are_asked_for():
    rows = "Suka|80.0|0.9\nMaju|75.0|1.2\nJaya|62.5|0.8"
    asked = read(S=f"CAKUPAN KIA (%) BULAN MEI 2026\nDESA|% K1|% K4\n{rows}")
    assert codes(asked) == ["skala-persen-tidak-jelas C2"]
    assert sorted(share for share in _percents(asked) if share is not None) == [62.5, 75.0, 80.0]


def test_fractions_alone_stay_fractions():
    rows = "Suka|0.9\nMaju|1.02\nJaya|0.8"
    assert _percents(read(S=f"CAKUPAN K1 BULAN MEI 2026\nDESA|% K1\n{rows}")) == [90, 102, 80]


def test_one_row_that_fits_by_chance_proves_no_scale():
    rows = "Suka|1|1.0||0|1|1.0\nMaju|3|3.1|6|6.2|6|6.2\nJaya|2|2.1|2|2.1||0\nRaya||0|1|1.8|2|3.6\nKali|1|2.6||0|2|5.3\nMulyo|1|2.3|1|2.3||0"
    head = "DESA|Fe 1|% Fe 1|Bumil KEK|% KEK|Anemia|% Anemia"
    found = _percents(read(S=f"LAPORAN GIZI IBU HAMIL BULAN MEI 2025\n{head}\n{rows}"))
    assert max(share for share in found if share is not None) == 6.2

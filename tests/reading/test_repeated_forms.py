"""Tables of one form in a sheet: those that hold nothing to read are looked at closely once, the others are read all the same."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.blocks import repeated_forms

DEATHS = "SEBAB KEMATIAN\nBULAN {} 2026\nNO|DESA|JANTUNG|PARU|LAIN\n1|Suka|1|0|2\n2|Maju|0|1|1\n\n"
MONTHS = ("JANUARI", "FEBRUARI", "MARET", "APRIL")
K1 = "CAKUPAN IBU HAMIL\nBULAN MARET 2026\nNO|DESA|SASARAN BUMIL|K1|%\n1|Suka|40|10|25\n2|Maju|50|20|40"


def _looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sheets of the tables that are looked at closely, one for each."""
    looked, whole = [], repeated_forms.draft

    def draft(number, sheet, *rest, **more):  # noqa: ANN001, ANN002, ANN003, ANN202
        looked.append(sheet.name)
        return whole(number, sheet, *rest, **more)

    monkeypatch.setattr(repeated_forms, "draft", draft)
    return looked


def test_a_form_of_nothing_to_read_is_looked_at_once_for_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = _looked_at(monkeypatch)
    reading = read(KIA=K1, SEBAB="".join(map(DEATHS.format, MONTHS)))
    assert said(reading) == ["Maju k1 2026-3 month T 20/50 40", "Suka k1 2026-3 month T 10/40 25"]
    assert looked == ["KIA", "SEBAB"]


def test_what_is_told_of_such_tables_stays_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = {"KIA": K1, "SEBAB": "".join(map(DEATHS.format, MONTHS))}
    once = read(**sheets)
    monkeypatch.setattr(repeated_forms, "_texts_below", lambda found: frozenset([str(id(found))]))  # so that each is looked at
    looked = _looked_at(monkeypatch)
    each = read(**sheets)
    assert looked.count("SEBAB") == len(MONTHS) and codes(each) == codes(once) and each.layout == once.layout


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("NO|DESA|JML\n1|Suka|3\n2|Maju|4", "CAKUPAN BCG BULAN MARET 2026\nNO|DESA|JML\n1|Suka|3\n2|Maju|4"),  # a title names it
        ("NO|DESA|JML\n1|Suka|3\n2|Maju|4", "NO|DESA|JML\nBCG\n1|Suka|3\n2|Maju|4"),  # a line of its own
        ("NO|URAIAN|SUKA|MAJU\n1|Kader|3|4", "NO|URAIAN|SUKA|MAJU\n1|BCG|3|4\n2|DPT 1|5|6"),  # the rows
    ],
)  # fmt: skip
def test_a_later_table_of_the_form_that_tells_what_it_counts_is_read(first: str, second: str) -> None:
    both = read("laporan bayi Maret 2026.xlsx", Lembar1=f"{first}\n\n\n{second}")
    alone = read("laporan bayi Maret 2026.xlsx", Lembar1=second)
    assert said(both) == said(alone) and any("bcg" in line for line in said(alone))

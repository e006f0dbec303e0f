"""Every problem is in `docs/galat.md`, complete, and reads as a sentence."""

from __future__ import annotations

import pytest

from alat.buat_galat import TARGET, document, problem_kinds
from lokmin_data.model import Problem


def test_the_list_is_made_from_the_code():
    assert TARGET.read_text(encoding="utf-8") == document(), "jalankan: python -m alat.buat_galat"


@pytest.mark.parametrize("kind", problem_kinds(), ids=lambda kind: kind.code)
def test_a_problem_says_what_and_how_to_mend(kind: type[Problem]):
    assert kind.what and kind.fix
    assert kind.severity in ("error", "skipped", "warning")
    assert f"`{kind.code}`" in document()


def test_codes_are_not_used_twice():
    codes = [kind.code for kind in problem_kinds()]
    assert len(codes) == len(set(codes))
    assert "masalah" not in codes

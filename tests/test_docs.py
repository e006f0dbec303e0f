"""The documents stay true: their links lead somewhere, their commands exist, their pictures are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lokmin_data.__main__ import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"python -m lokmin_data (\w+)")
SCRIPT = re.compile(r"python3? ((?:alat|bench)/\w+\.py|jalankan\.py|uji\.py)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files_that_are_there(document: Path) -> None:
    targets = [target.split("#")[0] for target in LINK.findall(document.read_text(encoding="utf-8"))]
    local = [target for target in targets if target and not target.startswith(("http:", "https:", "mailto:"))]
    assert [target for target in local if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_and_scripts_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert [name for name in COMMAND.findall(text) if name not in COMMANDS] == []
    assert [name for name in SCRIPT.findall(text) if not (ROOT / name).exists()] == []


def test_first_screen_of_the_readme_has_both_commands() -> None:
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:25]
    assert any("python jalankan.py" in line for line in first_screen) and any("python uji.py" in line for line in first_screen)


def test_no_picture_is_left_over() -> None:
    used = "".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    pictures = {path.name for path in (ROOT / "docs" / "gambar").glob("*.png")}
    assert pictures and {name for name in pictures if name not in used} == set()

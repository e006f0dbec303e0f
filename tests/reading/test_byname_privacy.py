"""No name, NIK, parent, street or birth date of a by-name file leaves the count, by whatever door."""

from __future__ import annotations

import json
import logging
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from packages import csv_of, table
from persons import BIRTHS, EPPGBM, NAMES, NIKS, PARENTS, STREETS, child, grid

from lokmin_data.model import LokminError
from lokmin_data.reading import read_report
from lokmin_data.reading.byname.lists import count_by_name, find_by_name
from lokmin_data.reading.opening.book import open_book

PERSONS = 12
SECRETS = [*NAMES[:PERSONS], *NIKS[:PERSONS], *PARENTS[:PERSONS], *STREETS[:PERSONS], *BIRTHS[:PERSONS]]
ROWS = [child(number, desa="Sukamaju" if number % 2 else "Mekarsari") for number in range(PERSONS)]
WITHOUT_DESA = [head for head in EPPGBM if head != "Desa/Kel"]


def html_of(rows: list[list[object]]) -> bytes:
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><table>{lines}</table></html>".encode()


FILES = {
    "xlsx": table(grid(ROWS)),
    "csv": csv_of(grid(ROWS)),
    "html": html_of(grid(ROWS)),
    "without-desa": table(grid(ROWS, WITHOUT_DESA)),
    "without-head": table([["x", row["NIK"], row["Nama"], row["Alamat"]] for row in ROWS]),
    "torn": csv_of(grid(ROWS))[:1500],
    "shifted": csv_of([row[number % 3 :] for number, row in enumerate(grid(ROWS))]),
    "mixed": table([["Desa", "Sasaran", "K1"], ["Sukamaju", 10, 5], [], *grid(ROWS)]),
}


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.lower() in text.lower()]


def everything_told(data: bytes, name: str) -> str:
    """All that the reader gives to the outside of one file: result or refusal, as text, JSON, CSV and pickle."""
    try:
        reading = read_report(data, name)
    except LokminError as error:
        chain = [error, error.__cause__, error.__context__]
        return " ".join(f"{link} {link!r} {getattr(link, 'args', '')}" for link in chain if link)
    tables = [reading.observations, reading.set_apart, reading.totals, reading.sasaran, reading.unknown_columns]
    texts = [frame.to_csv() for frame in tables] + [repr(reading), json.dumps([p.as_dict() for p in reading.problems])]
    texts += [problem.message + repr(problem) for problem in reading.problems]
    for sheet in reading.sheets:
        texts += [repr(sheet), str(sheet.cells), sheet.note, sheet.marks.to_csv() if sheet.marks is not None else ""]
    return " ".join(texts) + pickle.dumps(reading).decode("latin-1")


@pytest.mark.parametrize("kind", FILES)
def test_nothing_personal_in_what_is_told(kind: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        told = everything_told(FILES[kind], "register.xlsx")
    output, errors = capfd.readouterr()
    assert leaks(told + caplog.text + output + errors) == []


def test_the_counts_are_there() -> None:
    """The test above would pass for a reader that does nothing."""
    reading = read_report(FILES["xlsx"], "register.xlsx")
    assert reading.by_name
    stunting = reading.observations.query("indicator == 'stunting'")
    assert dict(zip(stunting["area"], stunting["denominator"], strict=True)) == {"Sukamaju": 6, "Mekarsari": 6}


def test_objects_of_the_count_say_nothing() -> None:
    (sheet,) = open_book(FILES["xlsx"], "a.xlsx").sheets
    found = find_by_name(sheet)
    frame, problems = count_by_name(found)
    assert leaks(repr(sheet) + repr(found) + repr(found.head) + frame.to_csv() + repr(problems)) == []


def test_a_by_name_sheet_cannot_be_pickled() -> None:
    found = find_by_name(open_book(FILES["xlsx"], "a.xlsx").sheets[0])
    with pytest.raises(TypeError, match="never written"):
        pickle.dumps(found)


def test_no_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMPDIR", "TEMP", "TMP", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for data in FILES.values():
        everything_told(data, "register.xlsx")
    assert list(tmp_path.rglob("*")) == []


MEMORY_SCRIPT = """
import gc, json, sys
sys.path.insert(0, sys.argv[1])
from lokmin_data.reading import read_report
reading = read_report(sys.stdin.buffer.read(int(sys.argv[2])), "register.xlsx")
gc.collect()
held = [str(o) for o in gc.get_objects() if type(o) in (list, tuple, dict, set, frozenset) and len(o) < 100000]
secrets = json.loads(sys.stdin.buffer.read())
text = " ".join(held)
print(len(reading.observations), [s for s in secrets if s in text])
"""


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_nothing_personal_stays_in_memory_after_reading(kind: str) -> None:
    """No cache, no module variable and no part of the result holds on to a cell of a person."""
    data, root = FILES[kind], str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, "-c", MEMORY_SCRIPT, root, str(len(data))],
        input=data + json.dumps(SECRETS).encode(), capture_output=True, check=True,
    )  # fmt: skip
    count, _, found = done.stdout.decode().strip().partition(" ")
    assert int(count) > 0 and found == "[]"


@pytest.mark.korpus
@pytest.mark.parametrize("report", [*(f"dev-F0{number}" for number in range(8)), "dev-R01"])
def test_corpus_persons_stay_inside(report: str) -> None:
    if not os.environ.get("LOKMIN_CORPUS"):
        pytest.skip("LOKMIN_CORPUS tidak disetel")
    folder = Path(os.environ["LOKMIN_CORPUS"]) / "synthetic"
    (path,) = (folder / "files" / report).iterdir()
    told = everything_told(path.read_bytes(), path.name).lower()
    persons = [line for line in (folder / "personal" / f"{report}.txt").read_text(encoding="utf-8").splitlines() if line]
    assert [person for person in persons if person.lower() in told] == []

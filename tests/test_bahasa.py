"""Whatever a user reads is Bahasa Indonesia: no common English word in the texts of pages, charts, documents and data."""

from __future__ import annotations

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_architecture import ROOT, place, sources, tree

#: Words that no Indonesian sentence holds.  Loanwords that are Indonesian too (data, target, program) are left out.
ENGLISH = frozenset(
    """
    the and of with for from this that these those is are was were be been not your you our their please upload uploaded
    file files save saved delete deleted month months year years value values error errors missing unknown choose select
    click download show hide back next warning success failed fail loading village villages chart charts table tables report
    reports row rows column columns settings page pages open close cancel search below above reached measured date days week
    weeks name names coverage rank ranking count counts already there has have been will would should could cannot must can
    only more less than into after before between each every either neither when where which who what why how all any none
    """.split()
)
#: English words that are also Indonesian, or that stand in Indonesian reports as terms of the field.
INDONESIAN_TOO = frozenset({"total", "data", "target", "program", "online", "ranking", "chart"})
CHECKED = ("dashboard.py", "pages/", "lokmin_data/charts/", "lokmin_data/meeting/", "lokmin_data/export/", "lokmin_data/commands/",
           "lokmin_data/reading/", "lokmin_data/wording.py", "lokmin_data/store/", "lokmin_data/analysis/", "jalankan.py")  # fmt: skip
#: What is not a sentence: SQL, style sheets, scripts, patterns, type names.
NOT_A_SENTENCE = re.compile(
    r"[{};]\s*$|[{}][^{}]*:[^{}]*;|=>|\\[bsdw]|^\s*(select|create|insert|update|drop|alter|pragma|begin)\b|::|\bwhere \w+ = |</?w:|xmlns|[=!]= ",
    re.IGNORECASE,
)
#: Names that belong to others: keys of the keyboard, a style of Word, what a driver says about a file.
NAMES_OF_OTHERS = ("Page Up/Down", "Table Grid", "unable to open", "not a database", "Making Data Count")
#: The table from argparse's English to ours holds English on purpose; migrations speak SQL.
LEFT_OUT = ("lokmin_data/commands/argument_words.py", "lokmin_data/store/migrations/")
DEVELOPER_ERRORS = {"ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "NotImplementedError", "UnpicklingError"}
LOG_CALLS = {"debug", "info", "warning", "error", "exception", "log"}
TAG = re.compile(r"<[^<>]*>|`[^`]*`|\{[^{}]*\}")
WORD = re.compile(r"(?<![\w/.'=-])[a-z]{2,}(?![\w/='(-])", re.IGNORECASE)


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a file that has a space in it and is no docstring: line and text."""
    skipped = {id(node) for node in ast.walk(tree(path)) for node in _hidden(node)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped and " " in node.value.strip():
            yield node.lineno, node.value


def _hidden(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, annotations and the keys that code looks up: nobody reads them on a screen."""
    if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and node.body and isinstance(node.body[0], ast.Expr):
        yield node.body[0].value
    if isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation:
        yield from ast.walk(node.annotation)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Call) and _is_for_developers(node.func):
        yield from ast.walk(node)


def _is_for_developers(function: ast.expr) -> bool:
    """True for an error that says the code is wrong, and for a line of the log."""
    if isinstance(function, ast.Name):
        return function.id in DEVELOPER_ERRORS
    if isinstance(function, ast.Attribute) and function.attr in DEVELOPER_ERRORS:
        return True
    is_log = isinstance(function, ast.Attribute) and "log" in ast.unparse(function.value).lower()
    return is_log and function.attr in LOG_CALLS


def english_in(text: str) -> list[str]:
    """The English words of a text, without what stands in tags, code marks and placeholders."""
    for name in NAMES_OF_OTHERS:
        text = text.replace(name, "")
    words = (word for word in WORD.findall(TAG.sub(" ", text)) if not word.isupper())
    return sorted({word for word in words if word.lower() in ENGLISH - INDONESIAN_TOO})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Simpan 12 desa", []), ("Please upload the file", ["Please", "file", "the", "upload"]),
        ("Unggah laporan <b class='and'>", []), ("{month} desa belum lapor", []), ("Belum ada data", []),
    ],
)  # fmt: skip
def test_english_words_are_seen(text: str, found: list[str]) -> None:
    assert english_in(text) == found


@pytest.mark.parametrize("path", [path for path in sources() if place(path).startswith(CHECKED) and not place(path).startswith(LEFT_OUT)], ids=place)
def test_texts_of_the_code_are_indonesian(path: Path) -> None:
    found = [f"{place(path)}:{line} {english_in(text)} in {text!r}" for line, text in sentences(path)
             if not NOT_A_SENTENCE.search(text) and english_in(text)]  # fmt: skip
    assert found == []


def test_reference_data_is_indonesian() -> None:
    rows = list(csv.DictReader((ROOT / "data" / "reference" / "indikator.csv").open(encoding="utf-8", newline="")))
    texts = [row[name] for row in rows for name in ("numerator", "denominator", "plain", "note")]
    allowed = {"surviving"}
    assert len(rows) >= 99 and [text for text in texts if set(english_in(text)) - allowed] == []


def _said(value: object) -> Iterator[str]:
    """Every text inside the content of a TOML file."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _said(each)
    elif isinstance(value, list):
        for each in value:
            yield from _said(each)
    elif isinstance(value, str):
        yield value


#: Files of data/reference that hold what reports write or rules are called, not what a user reads.
NOT_READ = {"header_words", "kolom_nama", "setelan"}
SPOKEN = sorted(path for path in (ROOT / "data" / "reference").glob("*.toml") if path.stem not in NOT_READ)


@pytest.mark.parametrize("path", SPOKEN, ids=lambda path: path.stem)
def test_spoken_data_is_indonesian(path: Path) -> None:
    texts = list(_said(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert len(texts) >= 5 and [text for text in texts if english_in(text)] == []


@pytest.mark.parametrize(("name", "columns"), [("program", ("label",)), ("sasaran", ("label", "unit", "note")), ("target", ("source",))])
def test_labels_of_the_lists_are_indonesian(name: str, columns: tuple[str, ...]) -> None:
    rows = list(csv.DictReader((ROOT / "data" / "reference" / f"{name}.csv").open(encoding="utf-8", newline="")))
    texts = [row[column] for row in rows for column in columns]
    assert len(rows) >= 7 and [text for text in texts if english_in(text)] == []


#: What puts a word on the screen: a call of Streamlit, or of the parts that every page has.
SHOWS = {"section", "page_head", "field", "push", "text", "link", "choose", "download_excel"}


def _shown_words(path: Path) -> Iterator[tuple[int, str]]:
    """Texts without a space that a call shows: the labels `Simpan`, `Unduh`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            words = [arg for arg in node.args[:1] if name.startswith(("st.", "right.", "left.")) or name in SHOWS]
            words += [each.value for each in node.keywords if each.arg in ("label", "help", "placeholder", "title", "alt")]
            yield from ((node.lineno, word.value) for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str))


def test_single_words_on_buttons_are_seen() -> None:
    found = [word for path in sources() if place(path).startswith("pages/") for _, word in _shown_words(path) if " " not in word]
    assert len(found) >= 40 and "Puskesmas" in found


@pytest.mark.parametrize("path", [path for path in sources() if place(path).startswith(("pages/", "dashboard"))], ids=place)
def test_labels_of_one_word_are_indonesian(path: Path) -> None:
    assert [f"{place(path)}:{line} {word!r}" for line, word in _shown_words(path) if english_in(word)] == []


GUIDES = [*sorted((ROOT / "docs" / "panduan").glob("*.md")), *(ROOT / "docs" / f"{name}.md" for name in ("istilah", "galat", "metode", "keamanan"))]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_guides_are_indonesian(path: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|https?://\S+", " ", path.read_text(encoding="utf-8"), flags=re.S)
    assert [(line, found) for line in prose.splitlines() if (found := english_in(line))] == []


def test_scripts_say_indonesian() -> None:
    """The Indonesian side of the table that puts Streamlit's own words into Indonesian."""
    script = (ROOT / "pages" / "_shared" / "bahasa.js").read_text(encoding="utf-8")
    said = re.findall(r'": "([^"]+)"', script)
    assert len(said) >= 60 and [text for text in said if english_in(text)] == []


def test_every_indicator_is_explained() -> None:
    rows = csv.DictReader((ROOT / "data" / "reference" / "indikator.csv").open(encoding="utf-8", newline=""))
    poor = [
        row["code"]
        for row in rows
        if not row["numerator"] or not row["plain"].endswith(".") or (not row["denominator"] and row["kind"] != "status")
    ]
    assert poor == []

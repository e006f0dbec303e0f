"""The house: who may import whom, how long a file may be, and what may stand where."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 300
LONGEST_PAGE = 80
LONGEST_FUNCTION = 60
FOLDERS = ("lokmin_data", "pages", "alat", "bench", "tests")

#: Room -> rooms of lokmin_data that it may import, besides itself.
MAY_IMPORT = {
    "model": set(),
    "wording": {"model"},
    "reference": {"model"},
    "analysis": {"model", "reference", "wording"},
    "reading": {"model", "reference", "wording"},
    "store": {"model", "reference", "wording", "analysis"},  # analysis: only the plain Panel that load_panel fills
    "meeting": {"model", "reference", "wording", "analysis"},
    "charts": {"model", "reference", "wording", "analysis"},
    "export": {"model", "reference", "wording", "analysis", "meeting"},
}
#: The rooms of the reader, from bytes and words upwards: each may import those before it.
READING_ORDER = (
    "words", "opening", "problems", "heads", "layouts", "rows", "blocks", "titles", "percents", "records", "checks", "asking", "byname",
)  # fmt: skip
#: Third-party module -> the rooms where it may be imported.
ONLY_IN = {
    "streamlit": ("dashboard.py", "server.py", "pages/"),
    "plotly": ("lokmin_data/charts/",),
    "sqlalchemy": ("lokmin_data/store/",),
    "sqlite3": ("lokmin_data/store/",),
    "alembic": ("lokmin_data/store/",),
    "psycopg": ("lokmin_data/store/", "alat/postgres_uji.py"),
    "openpyxl": ("lokmin_data/reading/", "lokmin_data/export/"),
    "python_calamine": ("lokmin_data/reading/",),
    "xlsxwriter": ("lokmin_data/export/", "alat/contoh/"),
    "pptx": ("lokmin_data/export/",),
    "docx": ("lokmin_data/export/",),
    "typst": ("lokmin_data/export/",),
}
#: Modules that open connections; none of the app's own code needs one.
NETWORK = {"requests", "httpx", "urllib3", "aiohttp", "ftplib", "smtplib", "http.client", "urllib.request"}
#: The launcher asks its own server on this machine whether it is ready.
NETWORK_ALLOWED = {"alat/peluncur.py", "alat/server_uji.py"}
#: Names inside documents that look like addresses but are only names.
NAMESPACES = re.compile(r"https?://(schemas\.(openxmlformats|microsoft)\.|www\.w3\.org/|purl\.org/)")


@cache
def sources() -> tuple[Path, ...]:
    """Every Python file of the app and its tools, without the tests."""
    found = [ROOT / name for name in ("dashboard.py", "server.py", "jalankan.py", "uji.py")]
    for folder in FOLDERS[:-1]:
        found += sorted((ROOT / folder).rglob("*.py"))
    return tuple(path for path in found if path.exists() and "__pycache__" not in path.parts)


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> Iterator[str]:
    """Full names of what a file imports, inside functions too; not what only a type checker reads."""
    skipped = {id(node) for block in ast.walk(tree(path)) if _is_type_checking(block) for node in ast.walk(block)}
    for node in ast.walk(tree(path)):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def room_of(path: Path) -> str:
    """The room of lokmin_data that a file belongs to; commands, example and __main__ sit on top of all rooms."""
    parts = place(path).split("/")
    return parts[1].removesuffix(".py") if parts[0] == "lokmin_data" else ""


@pytest.mark.parametrize("path", [path for path in sources() if room_of(path) in MAY_IMPORT], ids=place)
def test_imports_point_one_way(path: Path) -> None:
    room = room_of(path)
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("lokmin_data.") and name.count(".") >= 1}
    wrong = {other for other in rooms if other in MAY_IMPORT} - MAY_IMPORT[room] - {room}
    assert wrong == set(), f"{place(path)} imports {wrong}"


def test_every_room_of_the_reader_has_its_place() -> None:
    rooms = {path.parent.name for path in sources() if place(path).startswith("lokmin_data/reading/") and place(path).count("/") == 3}
    assert rooms == set(READING_ORDER)


@pytest.mark.parametrize("path", [path for path in sources() if place(path).startswith("lokmin_data/reading/")], ids=place)
def test_the_reader_is_built_upwards(path: Path) -> None:
    room = path.parent.name
    allowed = READING_ORDER[: READING_ORDER.index(room) + 1] if room in READING_ORDER else READING_ORDER
    others = {name.split(".")[2] for name in imported(path) if name.startswith("lokmin_data.reading.")}
    assert others & set(READING_ORDER) <= set(allowed), f"{place(path)} imports from a later room"
    assert room not in READING_ORDER or others <= set(READING_ORDER), f"{place(path)} imports what brings the rooms together"


@pytest.mark.parametrize("path", [path for path in sources() if place(path).startswith("lokmin_data/")], ids=place)
def test_lokmin_data_knows_no_page(path: Path) -> None:
    assert [name for name in imported(path) if name.split(".")[0] in ("pages", "dashboard", "server", "alat", "tests")] == []


def test_libraries_stay_in_their_rooms() -> None:
    strays = [
        f"{place(path)}: {name}"
        for path in sources()
        if not place(path).startswith("bench/")
        for name in imported(path)
        for library, rooms in ONLY_IN.items()
        if name.split(".")[0] == library and not place(path).startswith(rooms)
    ]
    assert strays == []


def test_sql_text_stands_only_in_the_store() -> None:
    statement = re.compile(r"^\s*(SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE)\b", re.IGNORECASE | re.DOTALL)
    strays = [
        f"{place(path)}:{node.lineno}"
        for path in sources()
        if not place(path).startswith(("lokmin_data/store/", "bench/"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and statement.match(node.value)
    ]
    assert strays == []


def test_no_file_is_too_long() -> None:
    tests = tuple(path for path in (ROOT / "tests").rglob("*.py") if "__pycache__" not in path.parts)
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in (*sources(), *tests)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_pages_are_thin() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "pages").glob("*.py")}
    assert lengths and {name: length for name, length in lengths.items() if length >= LONGEST_PAGE} == {}


def test_pages_do_no_tables_and_no_maths() -> None:
    strays = [place(path) for path in (ROOT / "pages").glob("*.py") for name in imported(path) if name.split(".")[0] in ("pandas", "numpy", "scipy")]
    assert strays == []


def test_no_function_is_too_long() -> None:
    long = {
        f"{place(path)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in sources()
        if not place(path).startswith("bench/")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert long == {}


def test_nothing_reaches_for_the_network() -> None:
    strays = [
        f"{place(path)}: {name}"
        for path in sources()
        if place(path) not in NETWORK_ALLOWED and not place(path).startswith("bench/")
        for name in imported(path)
        if any(name == module or name.startswith(f"{module}.") for module in NETWORK)
    ]
    assert strays == []


def test_no_address_outside_this_machine_in_code() -> None:
    strays = [
        f"{place(path)}:{node.lineno} {node.value[:80]}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for found in re.findall(r"https?://[^\s'\"<>]*", node.value)
        if not NAMESPACES.match(found) and not re.match(r"https?://(127\.0\.0\.1|localhost|$)", found)
    ]
    assert strays == []


def test_no_error_is_swallowed() -> None:
    strays = [
        f"{place(path)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (len(node.body) == 1 and isinstance(node.body[0], ast.Pass)))
    ]
    assert strays == []


def test_public_functions_say_what_they_do() -> None:
    silent = [
        f"{place(path)}:{node.name}"
        for path in sources()
        if place(path).startswith("lokmin_data/") and "/migrations/" not in place(path)
        for node in tree(path).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_nothing_is_left_to_do_in_the_code() -> None:
    mark = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
    strays = [f"{place(path)}: {line.strip()}" for path in sources() for line in path.read_text(encoding="utf-8").splitlines() if mark.search(line)]
    assert strays == []

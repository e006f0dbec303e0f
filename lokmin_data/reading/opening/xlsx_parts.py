"""What calamine does not tell of an xlsx: the true extent, error cells, formulas without value, hidden rows, percents.

Worksheets are scanned as bytes, in about half of the parser's time, a third of that for unpacking them.  A worksheet that is not written in the
usual way (`<c r="A1"`) is first rewritten so, at leisure: prefixed names and cells without a place do not slip by.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple

from lokmin_data.reading.opening.guard import read_part

LONGEST_CELL = 10_000
ERROR_SIGN = b"#"  # the parser takes no error without it, and one letter is found in a twentieth of the time of any pattern
# No pattern here looks beyond the next '<': the time stays in proportion to the bytes, whatever they are.
TAG = re.compile(rb"<(?:[\w.-]{1,40}:)?(sheet|Relationship|xf|numFmt)\b([^<>]*)>")
_ATTRIBUTE = re.compile(rb"""(?<![\w.-])(?:[\w.-]{1,40}:)?([\w.-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')""")
_PREFIX = re.compile(rb"<(/?)[A-Za-z_][\w.-]{0,40}:(?=(?:worksheet|sheetData|row|c|f|v|is|cols|col|mergeCell|dimension)\b)")
_ROW_OR_CELL = re.compile(rb"<(row|c)(?=[\s/>])([^<>]*?)(/?)>")
_PLACE = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"([^<>]*)>')
_REFERENCE = re.compile(rb"([A-Za-z]{1,3})(\d{1,7})")
_VALUE = re.compile(rb"<v[^<>]*>([^<]*)</v>")
_UNUSUAL_CELL = re.compile(rb'<c(?! r=")')
_UNUSUAL_OR_FAR = re.compile(rb'<c(?! r="[A-Z]{1,2}+[0-9]{1,4}+")')  # the box of all others, A1 to ZZ9999, is no flood; never tried twice
_ERROR = re.compile(rb't="e"')  # a plain text, but a pattern finds it in half of the time of `bytes.find`
_HIDDEN = re.compile(rb"hidden=")
_UNVALUED = re.compile(rb"(?:</f>|<f\b[^<>]*/>)\s*(?:<v\s*/>|<v[^<>]*></v>)?\s*</c>")
_NO_VALUE = re.compile(rb"</c>(?:(?<=</f></c>)|(?<=/></c>)|(?<=></v></c>)|(?<=\s</c>))")  # the end of a cell, quickly found
_ZERO = re.compile(rb"</f><v>0</v></c>")
_FORMULA = re.compile(rb"<f\b([^<>]*?)(?:/>|>([^<]*)</f>)")
_SHARED = re.compile(rb"""<f\b([^<>]*\bsi=["'](\d{1,9})["'][^<>]*[^<>/]|[^<>]*\bsi=["'](\d{1,9})["'])>([^<]+)</f>""")
_HIDDEN_ROW = re.compile(rb"<row\b[^<>]*?\bhidden=[\"'](?:1|true)[\"'][^<>]*>")
_COLUMN = re.compile(rb"<col\b([^<>]*)>")


class SheetExtras(NamedTuple):
    """What the XML of one worksheet adds; places are (row, column) from 0.

    `rows`, `columns` and `last_cell` tell how far the sheet reaches; of one without a cell beyond ZZ9999 only how far its
    formulas without value do: what the parser makes of the rest is small enough to be measured afterwards.
    """

    rows: int = 0
    columns: int = 0
    last_cell: str = ""
    errors: dict[tuple[int, int], str] = {}
    formulas: dict[tuple[int, int], tuple[str, str]] = {}
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    percent_cells: tuple[tuple[int, int], ...] = ()

    def facts(self) -> dict[str, Any]:
        """What the plain sheet takes over."""
        return {name: getattr(self, name) for name in ("errors", "formulas", "hidden_rows", "hidden_columns", "percent_cells")}


def attributes(text: bytes) -> dict[str, str]:
    """The attributes of a tag, without their namespace prefixes."""
    found = {}
    for name, double, single in _ATTRIBUTE.findall(text):
        found[name.decode("ascii", "replace")] = unescape((double or single).decode("utf-8", "replace"))
    return found


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to the part that holds it, as the workbook and its relationships say."""
    names = {name.lower(): name for name in package.namelist()}
    workbook = names.get("xl/workbook.xml") or _declared_workbook(package)
    folder, file = posixpath.split(workbook)
    relations = names.get(f"{folder}/_rels/{file}.rels".lower().lstrip("/"))
    if not workbook or not relations:
        return {}
    targets = {}
    for tag, text in TAG.findall(read_part(package, relations)):
        if tag == b"Relationship":
            relation = attributes(text)
            targets[relation.get("Id", "")] = _resolve(folder, relation.get("Target", ""))
    parts = {}
    for tag, text in TAG.findall(read_part(package, workbook)):
        if tag == b"sheet":
            sheet = attributes(text)
            part = names.get(targets.get(sheet.get("id", ""), "").lower())
            if part:
                parts[sheet.get("name", "")] = part
    return parts


def asks_to_compute(package: zipfile.ZipFile) -> bool:
    """True where the workbook asks to be computed when it is opened."""
    name = next((name for name in package.namelist() if name.lower() == "xl/workbook.xml"), "")
    return bool(name) and b'fullCalcOnLoad="1"' in read_part(package, name)


def _declared_workbook(package: zipfile.ZipFile) -> str:
    """The workbook's part where it has an unusual name: the target of the package's own relationship."""
    if "_rels/.rels" not in package.namelist():
        return ""
    for tag, text in TAG.findall(read_part(package, "_rels/.rels")):
        relation = attributes(text) if tag == b"Relationship" else {}
        if relation.get("Type", "").endswith("/officeDocument"):
            return _resolve("", relation.get("Target", ""))
    return ""


def _resolve(folder: str, target: str) -> str:
    path = target.replace("\\", "/")
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))


def scan_sheet(xml: bytes, percents: frozenset[int] = frozenset()) -> SheetExtras:
    """The extent, where it is large, and the peculiar cells of one worksheet; `percents` are the styles that show a percent."""
    rows = columns = 0
    if not is_usual(xml, _UNUSUAL_OR_FAR):
        xml = usual_form(xml)
        rows, columns = _extent(xml)
    formulas, shown = _formulas(xml, _unvalued(xml)), tuple(_cells_with_styles(xml, percents))
    rows = max([rows, *(row + 1 for row, _ in formulas)])
    columns = max([columns, *(column + 1 for _, column in formulas)])
    last = f"{_letters(columns)}{rows}" if rows else ""
    return SheetExtras(rows, columns, last, _errors(xml), formulas, _hidden_rows(xml), _hidden_columns(xml), shown)


def is_usual(xml: bytes, other: re.Pattern[bytes] = _UNUSUAL_CELL) -> bool:
    """True where every tag that begins like a cell's within the sheet's data is `<c r="`, or none is what `other` finds."""
    start, end = xml.find(b"<sheetData"), xml.rfind(b"</sheetData>")
    if start < 0 or end < 0:
        return b"<sheetData/>" in xml and b"<c " not in xml
    return other.search(xml, start, end) is None


def usual_form(xml: bytes) -> bytes:
    """The worksheet with `<c r="A1"` for every cell: prefixes dropped, missing places counted."""
    if is_usual(xml) or is_usual(xml := _PREFIX.sub(rb"<\1", xml)):
        return xml
    place = {"row": 0, "column": 0}
    return _ROW_OR_CELL.sub(lambda match: _with_place(match, place), xml)


def _with_place(match: re.Match[bytes], place: dict[str, int]) -> bytes:
    """A row or cell tag that says where it stands, as its first attribute."""
    kind, text, end = match[1], match[2], match[3]
    reference = attributes(text).get("r", "")
    if kind == b"row":
        place["row"] = int(reference) if reference.isdigit() else place["row"] + 1
        place["column"] = 0
        return match[0]
    known = _REFERENCE.fullmatch(reference.encode("ascii", "replace"))
    if known:
        place["row"], place["column"] = int(known[2]), column_number(known[1].upper())
    else:
        place["column"] += 1
    rest = re.sub(rb"""\s+r\s*=\s*(?:"[^"]*"|'[^']*')""", b"", text).replace(b"'", b'"')
    name = f"{_letters(place['column'])}{max(1, place['row'])}".encode()
    return b'<c r="' + name + b'"' + (b" " + rest.strip() if rest.strip() else b"") + end + b">"


def column_number(letters: bytes) -> int:
    """1 of A, 28 of AB."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text or "A"


def _extent(xml: bytes) -> tuple[int, int]:
    """Rows and columns from A1 to the last cell with a value, judged by the last such cell of each row."""
    rows, columns = {b"0"}, {b""}
    has_inline_text = b"<is" in xml
    start = 0
    while start <= len(xml):
        end = xml.find(b"</row>", start)
        end = end if end >= 0 else len(xml)
        value = xml.rfind(b"<v", start, end)
        value = max(value, xml.rfind(b"<is", start, end)) if has_inline_text else value
        cell = xml.rfind(b'<c r="', start, value) if value > 0 else -1
        match = _PLACE.match(xml, cell, end) if cell >= 0 else None
        if match:
            columns.add(match[1])
            rows.add(match[2])
        start = end + len(b"</row>")
    return max(map(int, rows)), max(map(column_number, columns))


def _cell_around(xml: bytes, position: int) -> re.Match[bytes] | None:
    """The tag of the cell in which the position lies."""
    start = xml.rfind(b'<c r="', max(0, position - LONGEST_CELL), position + 1)
    return _PLACE.match(xml, start) if start >= 0 else None


def _place(match: re.Match[bytes]) -> tuple[int, int]:
    return int(match[2]) - 1, column_number(match[1]) - 1


def _errors(xml: bytes) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for mark in _ERROR.finditer(xml) if ERROR_SIGN in xml else ():
        cell = _cell_around(xml, mark.start())
        value = _VALUE.search(xml, mark.start(), mark.start() + 2000) if cell and cell.end() > mark.start() else None
        if cell and value:
            found[_place(cell)] = value[1].decode("utf-8", "replace")
    return found


def all_zero(xml: bytes) -> tuple[int, int]:
    """How many formulas a worksheet has, and how many of them hold the 0 that scripts write for 'not computed'."""
    return xml.count(b"</f>"), sum(1 for _ in _ZERO.finditer(xml))


def zero_formulas(xml: bytes) -> dict[tuple[int, int], tuple[str, str]]:
    """The formulas whose stored value is 0: place to (formula, the cell it was written for; empty: this one)."""
    return _formulas(xml, _ZERO.finditer(xml))


def _unvalued(xml: bytes) -> Iterator[re.Match[bytes]]:
    """The ends of the formulas without a stored value."""
    for end in _NO_VALUE.finditer(xml) if b"<f" in xml else ():
        cell = xml.rfind(b'<c r="', max(0, end.start() - 2 * LONGEST_CELL), end.start())
        ending = _UNVALUED.search(xml, cell, end.end()) if cell >= 0 else None
        if ending:
            yield ending


def _formulas(xml: bytes, endings: Iterable[re.Match[bytes]]) -> dict[tuple[int, int], tuple[str, str]]:
    """Formulas that end so: place to (formula, the cell it was written for; empty: this one)."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    masters: dict[str, tuple[str, str]] = {}
    for ending in endings:
        cell = _cell_around(xml, ending.start())
        if not cell or b't="str"' in cell[3] or b't="e"' in cell[3]:
            continue
        formula = _FORMULA.search(xml, cell.end(), ending.end())
        if formula:
            found[_place(cell)] = _text_and_origin(xml, formula, masters)
    return found


def _text_and_origin(xml: bytes, formula: re.Match[bytes], masters: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """The formula and, where it is shared, the cell that it was written for; `masters` is filled when needed."""
    facts = attributes(formula[1])
    if formula[2] or facts.get("t") != "shared":
        return unescape((formula[2] or b"").decode("utf-8", "replace")), ""
    if not masters:
        masters.update(_shared_formulas(xml))
    return masters.get(facts.get("si", ""), ("", ""))


def _shared_formulas(xml: bytes) -> dict[str, tuple[str, str]]:
    """Number of a shared formula to its text and the cell in which it is written out."""
    found = {}
    for match in _SHARED.finditer(xml):
        origin = _cell_around(xml, match.start())
        if origin:
            text = unescape(match[4].decode("utf-8", "replace"))
            found[(match[2] or match[3]).decode()] = (text, (origin[1] + origin[2]).decode())
    return found


def _hidden_rows(xml: bytes) -> tuple[int, ...]:
    if not _HIDDEN.search(xml):
        return ()
    numbers = (attributes(match[0][4:]).get("r", "") for match in _HIDDEN_ROW.finditer(xml))
    return tuple(int(number) - 1 for number in numbers if number.isdigit())


def _hidden_columns(xml: bytes) -> tuple[int, ...]:
    head = xml[: max(0, xml.find(b"<sheetData"))]
    hidden: set[int] = set()
    for text in _COLUMN.findall(head) if b"hidden" in head else ():
        facts = attributes(text)
        if facts.get("hidden") in ("1", "true") and facts.get("min", "").isdigit() and facts.get("max", "").isdigit():
            hidden.update(range(int(facts["min"]) - 1, min(int(facts["max"]), 16_384)))
    return tuple(sorted(hidden))


def _cells_with_styles(xml: bytes, styles: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The places of the cells that bear one of the styles."""
    if not styles:
        return
    pattern = re.compile(rb' s="(?:' + b"|".join(str(number).encode() for number in sorted(styles)) + rb')"')
    for match in pattern.finditer(xml):
        cell = _cell_around(xml, match.start())
        if cell and cell.end() > match.start():
            yield _place(cell)

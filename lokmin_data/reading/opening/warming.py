"""A workbook of one sheet and two cells, parsed by a process that waits for a file: what the first parsing of a process makes the system
do (pages of memory that a fork shares until they are touched) is then done before the file comes.  Runs in the opening process."""

from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZipFile

from lokmin_data.reading.opening.limits import DEFAULT_LIMITS

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/worksheets/sheet1.xml": (
        f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Desa</t></is></c>'
        '<c r="B1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>'
    ),
}  # fmt: skip

Parse = Callable[[bytes, str, object], Iterator[tuple[str, list[dict]]]]


def small_workbook() -> bytes:
    """The bytes of the workbook."""
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name, text in _PARTS.items():
            package.writestr(name, text)
    return made.getvalue()


def warm(parse: Parse, workbook: bytes) -> list[list[list[object]]]:
    """The rows of each sheet of the workbook, which nobody needs."""
    return [sheet["rows"] for _, sheets in parse(workbook, "a.xlsx", DEFAULT_LIMITS) for sheet in sheets]

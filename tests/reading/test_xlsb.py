"""A binary workbook: its heads reach over empty cells though the format tells no merged ranges, percents are fractions."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from collections.abc import Iterator

import pytest
from laporan import codes, said

from lokmin_data.reading import read_report
from lokmin_data.reading.opening.book import open_book
from lokmin_data.reading.opening.xlsb_records import SHORT_ERROR

#: A made-up sheet: BCG over "Jml" and "%", MR 1 over "Jml", three desa.
WORKBOOK = """
UEsDBBQAAAAIAAAAIQBKW3tnagEAACIEAAAYAAAAeGwvd29ya3NoZWV0cy9zaGVldDEuYmlufVO9SgNBEP5mL8lFOcKhoF6hhcQUYiHYChfyCD6D+BxR
MKKdf0TtzNuojWAbS8XSN9Cd2cztqDEfzM3O7zdzt3dIuKTlp5pDF4KvCfh8RXlwRhwTTmltnFhf18u+sYe0aiyPz5ImJ+cluaH2j3oPjVucEQaEjQbB
tdC/bro6OnhLMp6uiS0pGSTYXagq2kE57+OoZMxFH5OzYDH6eBAZJo2+mtcstrbuNUv0nSQ4j+P1w3jegyJkIIyom3FxmvGp2r3Q2D+JDPammX19aSY7
IDRKM23HE6eZzIjJrIVmTiHQsoZYsi6fxNImHEOhmX+auGrK0ERjTYkp96NY2mTTSz1XurtbxkPpKsolfhQan0E5D0vJXyVSjsRSynVMo0ShlDNIWrAk
TBlJemRJ9mBJAp7NXnxJLwjDWi/YlnMWfuewfR9+S/upR4TXxOUYJ9sHgvdSdUj6qPSO4KXSfIOR+xu8Il0tYQdHhG9QSwMEFAAAAAgAY0B2Xdjx8BW3
AAAAHQEAACMAAAB4bC93b3Jrc2hlZXRzL19yZWxzL3NoZWV0MS5iaW4ucmVsc23PwU7DMAwG4DtPEflO3XJAE1o2iQNSr2h7gJC4bURjR3GE2rdfbjDg
+Nv6P8vH85ZW80VFo7CFoevBEHsJkWcL18vb4wGMVsfBrcJkYSeF8+nh+E6rq62jS8xqGsJqYak1vyCqXyg57SQTt80kJbnaYpkxO//pZsKnvn/G8tOA
X6gZg4UyhgHMZc/0B0/RF1GZaucloUxT9P+xuK2vkV3ZRw60NcuVmaqFj+/h0LUA2O7j3VenG1BLAwQUAAAACABjQHZdvoOcaA4AAAAdAAAAHgAAAHhs
L3dvcmtzaGVldHMvYmluYXJ5SW5kZXgxLmJpbtOSYAACBRCBBqYyMQAAUEsDBBQAAAAIAGNAdl2d7k2vMgEAAHgDAAATAAAAW0NvbnRlbnRfVHlwZXNd
LnhtbJWTQU/DMAyF7/yKKFfUZOOAEKLbAYbEBZAY4uyl3lotTaI4jPbf47aAQGKFnqLE773PtpSrZVNbccBIlXe5nKuZFOiMLyq3y+Xz+ja7kIISuAKs
d5jLFkkuFydX6zYgCTY7ymWZUrjUmkyJNZDyAR1Xtj7WkPgadzqA2cMO9dlsdq6NdwldylKXITnsBrfwapNYNfw+dLKpnBTXg7Bj5RJCsJWBxGV9cIWq
KcPGoFVUIibFBoitqsFEv3KwscgS4BT9OyCipT8IP+fIPmZQ7Ow1VFaBTllwDNGVjhM+jQ+8/VgVKB4hpnuoWaYbq9983G+833eDjaRM3cQIrXeT7o/5
FOyXmQn/AAz93bkCm0kYlvamFxqbhFJrkabkDo7RzBIiFk8p8q+YFv3d2BN0/3EW71BLAwQUAAAACABjQHZdgOv40bEAAAAqAQAACwAAAF9yZWxzLy5y
ZWxzjc/BDoIwDAbgu0+x9C4DD8YYBhdj4tXoA8xRYAHaZZsKb++Oajx4bNr/a1vW8zSKB/pgmRQUWQ4CyXBjqVNwvRzXOxAhamr0yIQKFgxQV6vyjKOO
KRN664JICAUFfYxuL2UwPU46ZOyQUqdlP+mYSt9Jp82gO5SbPN9K/27AFypOjQJ/agoQl8XhPzi3rTV4YHOfkOKPHV8TSda+w6hgHuWT/XBjHrKbJZDp
GPnxYvUCUEsDBBQAAAAIAGNAdl2fADswTgEAABgCAAAPAAAAeGwvd29ya2Jvb2suYmluXVE9SwNBEH2zRislV0kQhIh6VsFcvOSiFiKGgIVgYRFECJ6x
OBHRS4SICOcHaKediJpebP0l/gMFQdLZC/p2z0TIwJt987Ezs7Pngkhy6BFFNLEL4ekZXUA/dQ4uZqgLuJPBtAnEMjkg6EsiurXcFM0lzGEDdRywRp1s
Dds8GzjCOjaxj4DWISom6jNumwKwEJ2mzrpVpwmH/arYwxZC1nTIj6kLyCOLIkpks8iwX5mWR+ZSx74ieZ48wywXi0SWN3U9x/g9nJgOGr1i41LMSIoj
RSlL+4aIH0ocb8moJq1h4CUAPm2gorf2J80rwbXgQdLa0i9KECGWUWN7zUtcRIO4EbwpfCi0lfW/z1jeFabKYx0rSVT50IBra3ChYbeGT9Tp0RnzcbL+
rY7WUz/KSL6tzCQ14vvp63XFX13Q9g7uRTCe4P/h2RKZwIXgF1BLAwQUAAAACABjQHZdMDA532sBAAAzAwAADQAAAHhsL3N0eWxlcy5iaW6lUksvQ1EQ
/u69E+5CuI1ILEQkqITWoxILK6JLpEktu1EVmihJUxK7+gdW/IGma4+tf6I7b20sSAghfHOuRkUUMZMzM2fON49z5uzYuBCxAYRCBbRSb75zAmFkyKpT
5AS6sEweN95QZxFNddCXghMRi4iBvhLltpos06gaeLUbKacwjxWkkUSWUoEWjrQX+6YesLfBgt2M/JaLIE4Fx/4FwlENcCb8OGeSgmR2f6BwNID/ZykJ
zvzrD45S+HdR+p11Lrj1w4e82uKeB9wJrkTEnH2c+GfqKdR4LOMpfvHAqlbSqGtB2a9mXjaAfL79U2qlIIY7VCvM5ZrFGoeRMYNZ5QeoCB4d7QpPDp6d
mFr6knNEJIlZRBw54tSa4UpxkOuMjxhUjLsNZszVoKbpW+KHy2EEY3hx0C2cOsou7t3+avq4+RcLhGe/CX1wUXHRw2inBdjzcOBFNLrNNJdmC9raT1kO
Pex7zLJr4w1QSwMEFAAAAAgAY0B2XT8GlRzcAAAANwIAABoAAAB4bC9fcmVscy93b3JrYm9vay5iaW4ucmVsc62RwU7DMAyG73uKyHeadkgIoaa7TEi7
jvEAIXGbaG0SxR7QtycCNBU0IQ47WXbk7/8Ut5v3aRSvmMnHoKCpahAYTLQ+DAqeD4839yCIdbB6jAEVzEiw6VbtHkfNZYecTyQKJJACx5wepCTjcNJU
xYShvPQxT5pLmweZtDnqAeW6ru9kXjLgF1TsrIK8sw2Iw5zwP/DY997gNprThIEvZMi3mI/kELlAdR6QFZxHJD9LU734ALK7KLO+pgzxPJbfPJt89X/F
31413umM9olzOfXSYjn+llm18se9uw9QSwMEFAAAAAgAAAAhAPyPsw6TAAAA4QAAABQAAAB4bC9zaGFyZWRTdHJpbmdzLmJpbjWMuwrCQBREz6qgEq22
E4Q09mohWBoVSTBbJPoBESx8g2Lh1+inOituMczj3pm3aXWASLBTeqKUnC1OXDITUmISJWs5J52LC5ZspMcMhQm2TU1Vxw3bpSG5YM+DCtvH75eS3t6F
q4o78YsDNqKuc8KcVajmmo8ZhVvGhTO2iZEZhKeSJye/HzoVR0V/m/3mKz6GL1BLAQIUAxQAAAAIAAAAIQBKW3tnagEAACIEAAAYAAAAAAAAAAAAAACA
AQAAAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS5iaW5QSwECFAMUAAAACABjQHZd2PHwFbcAAAAdAQAAIwAAAAAAAAAAAAAAgAGgAQAAeGwvd29ya3NoZWV0
cy9fcmVscy9zaGVldDEuYmluLnJlbHNQSwECFAMUAAAACABjQHZdvoOcaA4AAAAdAAAAHgAAAAAAAAAAAAAAgAGYAgAAeGwvd29ya3NoZWV0cy9iaW5h
cnlJbmRleDEuYmluUEsBAhQDFAAAAAgAY0B2XZ3uTa8yAQAAeAMAABMAAAAAAAAAAAAAAIAB4gIAAFtDb250ZW50X1R5cGVzXS54bWxQSwECFAMUAAAA
CABjQHZdgOv40bEAAAAqAQAACwAAAAAAAAAAAAAAgAFFBAAAX3JlbHMvLnJlbHNQSwECFAMUAAAACABjQHZdnwA7ME4BAAAYAgAADwAAAAAAAAAAAAAA
gAEfBQAAeGwvd29ya2Jvb2suYmluUEsBAhQDFAAAAAgAY0B2XTAwOd9rAQAAMwMAAA0AAAAAAAAAAAAAAIABmgYAAHhsL3N0eWxlcy5iaW5QSwECFAMU
AAAACABjQHZdPwaVHNwAAAA3AgAAGgAAAAAAAAAAAAAAgAEwCAAAeGwvX3JlbHMvd29ya2Jvb2suYmluLnJlbHNQSwECFAMUAAAACAAAACEA/I+zDpMA
AADhAAAAFAAAAAAAAAAAAAAAgAFECQAAeGwvc2hhcmVkU3RyaW5ncy5iaW5QSwUGAAAAAAkACQBfAgAACQoAAAAA
"""


def test_a_binary_workbook_is_read_like_any_other() -> None:
    data = base64.b64decode(WORKBOOK)
    assert open_book(data, "laporan.xlsb").format == "xlsb"
    assert said(read_report(data, "laporan.xlsb")) == [
        "Jaya bcg 2026-3 month T 20/80 25", "Jaya mr1 2026-3 month T 4/80", "Maju bcg 2026-3 month T 8/40 20",
        "Suka bcg 2026-3 month T 10/50 20", "Suka mr1 2026-3 month T 5/50",
    ]  # fmt: skip


SHEET, END_OF_SHEET = "xl/worksheets/sheet1.bin", b"\x82\x01\x00"
SHARE_OF_SUKA = bytes.fromhex("0510" + "0400000000000000" + "9a9999999999c93f")  # E4: 0,2


def _rewritten(sheet: bytes) -> bytes:
    """The workbook with another worksheet."""
    workbook = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(WORKBOOK))) as old, zipfile.ZipFile(workbook, "w") as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == SHEET else old.read(name))
    return workbook.getvalue()


def _sheet() -> bytes:
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(WORKBOOK))) as package:
        return package.read(SHEET)


def test_merged_heads_of_a_binary_workbook_are_known() -> None:
    merge = b"\xb0\x01\x10" + struct.pack("<4I", 1, 1, 3, 4)  # D2:E2
    merges = b"\xb1\x01\x04" + struct.pack("<I", 1) + merge + b"\xb2\x01\x00"
    sheet = _sheet().replace(END_OF_SHEET, merges + END_OF_SHEET)
    assert open_book(_rewritten(sheet), "laporan.xlsb").sheets[0].merges == ((1, 3, 1, 4),)


def test_error_cells_of_a_binary_workbook_are_told() -> None:
    error = b"\x03\x09" + struct.pack("<2IB", 4, 0, 0x07)  # E4: #DIV/0!
    sheet = _sheet().replace(SHARE_OF_SUKA, error, 1)
    book = open_book(_rewritten(sheet), "laporan.xlsb").sheets[0]
    assert dict(book.error_text) == {(3, 4): "#DIV/0!"} and book.rows[3][4] is None
    reading = read_report(_rewritten(sheet), "laporan.xlsb")
    assert "sel-galat E4" in codes(reading)
    assert "Suka bcg 2026-3 month T 10/50" in said(reading)


def test_a_hidden_row_and_a_broken_part_of_a_binary_workbook() -> None:
    sheet = _sheet()
    row = bytearray(struct.pack("<2I", 4, 0) + bytes.fromhex("2c010000"))
    hidden = bytes(row[:11]) + b"\x10"
    assert open_book(_rewritten(sheet.replace(bytes(row), hidden)), "laporan.xlsb").sheets[0].hidden_rows == {4}


def _records(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(kind, its head, its body) of each record of a part whose records are short."""
    place = 0
    while place < len(data):
        start, kind = place, data[place]
        place += 1
        if kind & 0x80:
            kind, place = kind & 0x7F | data[place] << 7, place + 1
        length = data[place]
        while data[place] & 0x80:
            place += 1
            length = length & 0x7F | data[place] << 7
        place += 1
        yield kind, data[start:place], data[place : place + length]
        place += length


def _shortened(sheet: bytes) -> bytes:
    """The worksheet as some programs write it: a cell right behind another one says no column (BrtShort...)."""
    written, before = b"", -9
    for kind, head, body in _records(sheet):
        column = struct.unpack_from("<I", body)[0] if 1 <= kind <= 7 else -9
        short = column == before + 1 and column > 0
        written += bytes([kind + 11, len(body) - 4]) + body[4:] if short else head + body
        before = column
    return written


def test_cells_without_a_column_of_their_own_are_not_lost() -> None:
    sheet = _shortened(_sheet())
    assert len(sheet) < len(_sheet())  # some are written short
    book, other = open_book(_rewritten(_sheet()), "laporan.xlsb").sheets[0], open_book(_rewritten(sheet), "laporan.xlsb").sheets[0]
    assert other.rows == book.rows and other.percent_cells == book.percent_cells
    assert said(read_report(_rewritten(sheet), "laporan.xlsb")) == said(read_report(base64.b64decode(WORKBOOK), "laporan.xlsb"))


@pytest.mark.parametrize(
    ("record", "value"),
    [
        (b"\x0d\x08" + struct.pack("<Ii", 0, 12 << 2 | 2), 12.0),  # whole
        (b"\x0d\x08" + struct.pack("<Ii", 0, 1234 << 2 | 3), 12.34),  # whole, of a hundredth
        (b"\x0d\x08" + struct.pack("<I", 0) + struct.pack("<d", 0.5)[4:], 0.5),  # the first half of a real
        (b"\x10\x0c" + struct.pack("<Id", 0, 7.25), 7.25),
        (b"\x0f\x05" + struct.pack("<IB", 0, 1), True),
        (b"\x11\x0a" + struct.pack("<II", 0, 1) + "-".encode("utf-16-le"), "-"),
        (b"\x0c\x04" + struct.pack("<I", 0), None),
        (b"\x0e\x05" + struct.pack("<IB", 0, 0x17), None),  # an error, told as one
    ],
)  # fmt: skip
def test_each_kind_of_short_cell(record: bytes, value: object) -> None:
    cells = [head + body for kind, head, body in _records(_sheet()) if 1 <= kind <= 7]
    last = cells[cells.index(SHARE_OF_SUKA) + 1]  # F4
    book = open_book(_rewritten(_sheet().replace(last, last + record, 1)), "laporan.xlsb").sheets[0]
    assert (book.rows[3] + [None])[6] == value
    assert dict(book.error_text) == ({(3, 6): "#REF!"} if record[0] == SHORT_ERROR else {})

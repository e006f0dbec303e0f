"""The plain error of the opening process.  Imports nothing, so that the process starts in 25 milliseconds."""

MEGABYTE = 1 << 20


class CannotOpen(Exception):
    """Why a file is not opened: the code of a problem of `refusal.py`, with its texts `found` and `expected`."""

    def __init__(self, code: str, found: str = "", expected: str = "", sheet: str = "", cell: str = ""):
        super().__init__(code)
        self.fields = {"code": code, "found": found, "expected": expected, "sheet": sheet, "cell": cell}


def thousands(number: float) -> str:
    """'1.048.576': the number as Indonesian texts write it."""
    return f"{number:,.0f}".replace(",", ".")


def megabytes(size: int) -> str:
    """'12 MB', for the messages."""
    return f"{thousands(max(1, round(size / MEGABYTE)))} MB"


def check_area(rows: int, columns: int, limits: object, sheet: str, cell: str = "") -> int:
    """The area of a sheet from A1 on, or CannotOpen where it reaches too far (`limits.Limits`)."""
    if rows * columns > limits.sheet_area or rows > limits.rows or columns > limits.columns:
        found = f"{thousands(rows)} baris x {thousands(columns)} kolom"
        raise CannotOpen("lembar-terlalu-luas", found, f"{thousands(limits.sheet_area)} sel", sheet, cell)
    return rows * columns


def check_total(area: int, limits: object) -> None:
    """CannotOpen where all sheets together have too many cells."""
    if area > limits.total_area:
        raise CannotOpen("berkas-terlalu-besar", f"{thousands(area)} sel", f"{thousands(limits.total_area)} sel")


def check_count(sheets: int, limits: object) -> None:
    """CannotOpen where the workbook has too many sheets."""
    if sheets > limits.sheets:
        raise CannotOpen("berkas-terlalu-besar", f"{thousands(sheets)} lembar", f"{thousands(limits.sheets)} lembar")

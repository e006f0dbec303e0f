"""Takes the reports out of a zip; their names lose every folder, so that none can point elsewhere."""

from __future__ import annotations

import zipfile

from lokmin_data.reading.opening.cannot_open import CannotOpen, megabytes, thousands
from lokmin_data.reading.opening.guard import ZIP_ERRORS, ZIP_MAGICS, open_package, package_kind
from lokmin_data.reading.opening.limits import DEFAULT_LIMITS, Limits
from lokmin_data.reading.opening.refusal import refused

MAX_REPORTS = 200
_PASSED_OVER = ("__MACOSX/",)
_NOT_REPORTS = (".", "~$", "Thumbs.db", "desktop.ini")
_REPORT_ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html", ".xml", ".zip")


def expand_archive(data: bytes, file_name: str, *, limits: Limits = DEFAULT_LIMITS) -> list[tuple[str, bytes]]:
    """The reports inside a zip as (name, bytes); any other file as itself.

    Raises Refused for a zip that is too large, damaged, locked, or holds no report.  A zip inside a zip stays
    closed: it is refused when it is opened.
    """
    if not data.startswith(ZIP_MAGICS):
        return [(file_name, data)]
    try:
        with open_package(data, limits) as package:
            if package_kind(package) != "arsip":
                return [(file_name, data)]
            return _reports(package)
    except CannotOpen as error:
        raise refused(error) from None


def _reports(package: zipfile.ZipFile) -> list[tuple[str, bytes]]:
    wanted = [info for info in package.infolist() if _is_report(info)]
    if not wanted:
        raise CannotOpen("berkas-tidak-dikenal", "arsip ZIP tanpa laporan di dalamnya")
    if len(wanted) > MAX_REPORTS:
        raise CannotOpen("berkas-terlalu-besar", f"{thousands(len(wanted))} berkas", f"{thousands(MAX_REPORTS)} berkas")
    total = sum(info.file_size for info in wanted)
    if total > DEFAULT_LIMITS.expanded_bytes:
        raise CannotOpen("berkas-terlalu-besar", megabytes(total), megabytes(DEFAULT_LIMITS.expanded_bytes))
    reports: dict[str, bytes] = {}
    for info in wanted:
        reports[_free_name(_plain_name(info.filename), reports)] = _read(package, info.filename)
    return list(reports.items())


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    """One report's bytes; a text may hold a DOCTYPE (HTML), which only the parts of a workbook may not."""
    try:
        return package.read(name)
    except ZIP_ERRORS as error:
        raise CannotOpen("berkas-rusak", "isi paket rusak") from error


def _is_report(info: zipfile.ZipInfo) -> bool:
    name = _plain_name(info.filename)
    hidden = info.filename.startswith(_PASSED_OVER) or name.startswith(_NOT_REPORTS)
    return not info.is_dir() and not hidden and name.lower().endswith(_REPORT_ENDINGS)


def _plain_name(path: str) -> str:
    """The last part of a path, without anything that a file system reads as a command."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in name if letter.isprintable() and letter not in '<>:"|?*')


def _free_name(name: str, taken: dict[str, bytes]) -> str:
    """The name, numbered where two folders hold files of one name."""
    stem, dot, ending = name.rpartition(".")
    number, free = 2, name
    while free in taken:
        free = f"{stem} ({number}){dot}{ending}"
        number += 1
    return free

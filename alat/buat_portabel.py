"""Make a portable Windows folder: no installation, no internet, started by a double-click.

    python alat/buat_portabel.py --python python-3.11.9-embed-amd64.zip --wheels wheels-windows [--ke dist/dasbor-lokmin]

`--python` is the embeddable Python of python.org, `--wheels` a folder with the Windows wheels of requirements.txt
(`pip download -r requirements.txt -d wheels-windows --platform win_amd64 --python-version 3.11 --only-binary :all:`).
Both are given as files; nothing is fetched.  Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import operator
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alat.padat import pack  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "dist" / "dasbor-lokmin"
#: What the app needs to run; tests, benchmarks and tools of developers stay behind.
TAKEN = (
    "jalankan.py", "Jalankan.bat", "dashboard.py", "server.py", "requirements.txt", "README.md", "LICENSE", "CHANGELOG.md",
    ".streamlit/config.toml", "alat/__init__.py", "alat/lingkungan.py", "alat/padat.py", "alat/peluncur.py", "pages", "lokmin_data", "static",
    "data/reference", "data/contoh", "docs",
)  # fmt: skip
LEFT_BEHIND = shutil.ignore_patterns("__pycache__", "*.pyc", "simpanan", "secrets.toml", "*.sqlite*")
LIBRARIES = "Lib/site-packages"
REFUSED = 2


class BuildError(Exception):
    """The folder cannot be made; the text says what is missing, in Bahasa Indonesia."""


def build(python_zip: Path, wheels: Path, target: Path) -> Path:
    """Make the folder anew and return it; raises BuildError where a part is missing or has another hash."""
    chosen = list(_chosen(_pins(ROOT / "requirements.txt"), wheels, _version(python_zip)))
    shutil.rmtree(target, ignore_errors=True)
    python = target / "python"
    _unzip(python_zip, python)
    _open_path(python)
    for wheel in chosen:
        _unzip(wheel, python / LIBRARIES)
    _spread_data(python / LIBRARIES)
    pack(python / LIBRARIES)
    (python / "PORTABEL").write_text("Python bawaan folder portabel; tidak perlu dipasang.\n", encoding="utf-8")
    for name in TAKEN:
        _copy(ROOT / name, target / name)
    return target


@dataclass(frozen=True)
class Pin:
    """One pinned package: its version, the condition under which it is needed, and the hashes that are right."""

    name: str
    version: str
    marker: str
    hashes: frozenset[str]


def _pins(requirements: Path) -> list[Pin]:
    """The pins of a requirements file with hashes; a package can be there twice, for different Pythons."""
    pins = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", requirements.read_text(encoding="utf-8")):
        head = re.match(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)\s*(?:;\s*([^\\\n]+))?", block)
        if head:
            hashes = frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", block))
            pins.append(Pin(_folded(head[1]), head[2], (head[3] or "").strip(), hashes))
    return pins


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_wanted(marker: str, python: str) -> bool:
    """Whether a 64-bit Windows with that Python ("3.11") needs a package with this marker."""
    facts = {
        "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64",
        "implementation_name": "cpython", "platform_python_implementation": "CPython",
        "python_version": python, "python_full_version": python,
    }  # fmt: skip
    return any(all(_holds(part, facts) for part in choice.split(" and ")) for choice in marker.split(" or "))


def _holds(condition: str, facts: dict[str, str]) -> bool:
    found = re.match(r"[\s(]*(\w+)\s*(==|!=|<=|>=|<|>)\s*'([^']*)'", condition)
    if not found:
        return True
    name, sign, value = found.groups()
    here: object = facts.get(name, "")
    there: object = value
    if name.startswith("python_"):
        here, there = (tuple(int(part) for part in text.split(".")[:2]) for text in (facts[name], value))
    signs = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
    return signs[sign](here, there)


def _chosen(pins: Sequence[Pin], wheels: Path, python: str) -> Iterator[Path]:
    """The wheel of every pin that this Windows Python needs, with the pinned hash."""
    at_hand: dict[tuple[str, str], list[Path]] = {}
    for wheel in sorted(wheels.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        at_hand.setdefault((_folded(name), version), []).append(wheel)
    for pin in pins:
        if not _is_wanted(pin.marker, python):
            continue
        found = at_hand.get((pin.name, pin.version), [])
        if not found:
            raise BuildError(f"Berkas paket {pin.name} {pin.version} tidak ada di folder {wheels}.")
        right = [wheel for wheel in found if hashlib.sha256(wheel.read_bytes()).hexdigest() in pin.hashes]
        if not right:
            raise BuildError(f"Berkas {found[0].name} tidak sama dengan yang tercatat di requirements.txt.")
        yield right[0]


def _unzip(archive: Path, folder: Path) -> None:
    """Unpack, refusing names that would leave the folder."""
    if not zipfile.is_zipfile(archive):
        raise BuildError(f"{archive} bukan berkas ZIP yang utuh.")
    with zipfile.ZipFile(archive) as package:
        for name in package.namelist():
            if not (folder / name).resolve().is_relative_to(folder.resolve()):
                raise BuildError(f"{archive.name} memuat nama yang keluar dari foldernya: {name}")
        package.extractall(folder)


def _version(python_zip: Path) -> str:
    """Which Python an embeddable package holds ("3.11"), by the name of its ._pth file."""
    if not zipfile.is_zipfile(python_zip):
        raise BuildError(f"{python_zip} bukan berkas ZIP yang utuh.")
    with zipfile.ZipFile(python_zip) as package:
        found = [match for name in package.namelist() if (match := re.fullmatch(r"python3(\d+)\._pth", name))]
    if not found:
        raise BuildError("Berkas Python yang diberikan bukan paket 'embeddable' dari python.org.")
    return f"3.{found[0][1]}"


def _open_path(python: Path) -> None:
    """Let the embeddable Python see its libraries and the app's folder: its ._pth file is all that it looks at."""
    found = sorted(python.glob("python3*._pth"))
    lines = [line for line in found[0].read_text(encoding="utf-8").splitlines() if line and not line.startswith(("#", "import"))]
    found[0].write_text("\n".join([*lines, LIBRARIES.replace("/", "\\"), "..", "import site", ""]), encoding="utf-8")


def _spread_data(libraries: Path) -> None:
    """Put the data part of each wheel (name.data/purelib, /platlib) where an installer would."""
    for data in libraries.glob("*.data"):
        for part in ("purelib", "platlib"):
            if (data / part).is_dir():
                shutil.copytree(data / part, libraries, dirs_exist_ok=True)
        shutil.rmtree(data)


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        raise BuildError(f"Bagian dasbor '{source.relative_to(ROOT)}' tidak ada.")
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=LEFT_BEHIND, dirs_exist_ok=True)
    else:
        shutil.copy2(source, target)


def main(arguments: Sequence[str]) -> int:
    """Make the folder from the command line."""
    parser = argparse.ArgumentParser(description="Membuat folder portabel Windows.")
    parser.add_argument("--python", required=True, type=Path, help="python-3.11.x-embed-amd64.zip dari python.org")
    parser.add_argument("--wheels", required=True, type=Path, help="folder berisi berkas paket (.whl) untuk Windows")
    parser.add_argument("--ke", default=TARGET, type=Path, help=f"folder tujuan (bawaan {TARGET.relative_to(ROOT)})")
    options = parser.parse_args(arguments)
    try:
        folder = build(options.python, options.wheels, options.ke)
    except (BuildError, OSError) as error:
        print(error, file=sys.stderr)
        return REFUSED
    print(f"Folder portabel siap: {folder}. Salin seluruh folder itu; mulai dengan Jalankan.bat.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

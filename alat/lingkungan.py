"""The project's own Python environment: made once from the pinned requirements, recognised at every later start.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from alat.padat import pack

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
#: Wheels laid beside the project make the set-up work without internet.
WHEELS = ROOT / "wheels"
#: A portable folder brings its own Python with everything in it; nothing is installed there.
PORTABLE_MARK = ROOT / "python" / "PORTABEL"
MARK = "siap.json"
#: What must be importable before a set-up counts as done.
FOUNDATION = "streamlit, pandas, plotly, sqlalchemy, openpyxl, python_calamine, xlsxwriter, pptx, docx, typst, lxml, scipy"
RUN_REQUIREMENTS = "requirements.txt"
#: requirements-dev.txt holds every pin of requirements.txt (tests/test_platform.py), so it makes both ready.
DEVELOP_REQUIREMENTS = "requirements-dev.txt"


class SetupError(Exception):
    """The environment could not be made; the text tells the user what to do, in Bahasa Indonesia."""


def ready_python(requirements: str = RUN_REQUIREMENTS, *, repair: bool = False) -> Path:
    """The Python that has the requirements: made or mended where needed, at once where it stands ready.

    `requirements` is the name of a hashed requirements file in the project's root; `repair` makes the environment
    anew.  Raises SetupError.  Takes a few file looks and no network where the mark of the last set-up still holds.
    """
    # Every Python that is started from here keeps what it compiled: a start compiles some thousand files otherwise.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if PORTABLE_MARK.exists():
        return Path(sys.executable)
    mark = _mark()
    if repair or mark.get(requirements) != fingerprint(requirements):
        _make(requirements, clear=repair)
    elif not _looks_whole(mark.get("paket", [])):  # pip would believe its own notes, so everything is made anew
        _make(requirements, clear=True)
    if not (mark := _mark()).get("padat"):
        for library in _libraries():
            pack(library)
        _keep_mark({**mark, "padat": True})
    return python_of(ENVIRONMENT)


def python_of(environment: Path) -> Path:
    """Where the interpreter of an environment lies on this operating system."""
    return environment / "Scripts" / "python.exe" if os.name == "nt" else environment / "bin" / "python"


def fingerprint(requirements: str) -> str:
    """What a set-up depends on, as a hash: the pins and this interpreter's version."""
    content = (ROOT / requirements).read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(content + repr(sys.version_info[:2]).encode()).hexdigest()


def _mark() -> dict[str, Any]:
    """What the last complete set-up noted; empty where there was none."""
    try:
        return json.loads((ENVIRONMENT / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _looks_whole(packages: Sequence[str]) -> bool:
    """True where the interpreter runs from where it was and every package folder is still there."""
    if not python_of(ENVIRONMENT).exists():
        return False
    folders = {path.name for library in _libraries() for path in library.iterdir()}
    return bool(folders) and folders.issuperset(packages)


def _libraries() -> list[Path]:
    pattern = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    return [path for path in ENVIRONMENT.glob(pattern) if path.is_dir()]


def _make(requirements: str, *, clear: bool) -> None:
    """Create the environment where it is missing and install into it.

    A failed install is tried once more: in an environment made just now as it stands (a hiccup of the network; what was
    fetched is there already), in an older one from nothing (it may be half broken).
    """
    (ENVIRONMENT / MARK).unlink(missing_ok=True)
    attempts = (True, False) if clear or not _runs() else (False, True)
    for fresh in attempts:
        if fresh:
            _create()
        say("Memasang paket yang diperlukan (sekali saja, beberapa menit)...")
        if _install(requirements) and _imports():
            return _write_mark(requirements)
    raise SetupError(
        "Paket tidak dapat dipasang. Periksa sambungan internet lalu jalankan perintah ini sekali lagi, "
        "atau letakkan berkas paket (.whl) di folder 'wheels' untuk memasang tanpa internet."
    )


def _runs() -> bool:
    """True where the environment's interpreter starts, is of this version and has pip."""
    python = python_of(ENVIRONMENT)
    if not python.exists():
        return False
    question = "import sys, pip; print(sys.version_info[:2])"
    answer = subprocess.run([python, "-c", question], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return answer.stdout.strip() == repr(sys.version_info[:2])


def _create() -> None:
    say("Menyiapkan lingkungan Python di folder .venv...")
    if ENVIRONMENT.is_symlink() or ENVIRONMENT.is_file():
        ENVIRONMENT.unlink()
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], stdin=subprocess.DEVNULL)
    if made.returncode:
        raise SetupError(
            "Lingkungan Python tidak dapat dibuat. Di Debian/Ubuntu pasang dahulu: sudo apt install python3-venv. "
            f"Pastikan juga folder {ROOT} dapat ditulisi dan masih ada ruang 1 GB."
        )


def _install(requirements: str) -> bool:
    command = [
        str(python_of(ENVIRONMENT)), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check",
        "--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / requirements),
    ]  # fmt: skip
    if WHEELS.is_dir():
        command += ["--no-index", "--find-links", str(WHEELS)]
    code = subprocess.run(command, stdin=subprocess.DEVNULL, cwd=ROOT).returncode
    if code:
        say(f"Pemasangan paket berhenti dengan kode {code}.")
    return code == 0


def _imports() -> bool:
    """True where what the app stands on can be imported: an install cut short can leave a package half there."""
    return subprocess.run([python_of(ENVIRONMENT), "-c", f"import {FOUNDATION}"], stdin=subprocess.DEVNULL).returncode == 0


def _write_mark(requirements: str) -> None:
    """Note what stands ready."""
    names = [RUN_REQUIREMENTS, requirements]
    mark: dict[str, Any] = {name: fingerprint(name) for name in names}
    mark["paket"] = sorted(path.name for library in _libraries() for path in library.iterdir() if path.name != "__pycache__")
    _keep_mark(mark)


def _keep_mark(mark: dict[str, Any]) -> None:
    """Written beside and moved into place, so that half a mark never counts."""
    half = ENVIRONMENT / (MARK + ".baru")
    half.write_text(json.dumps(mark), encoding="utf-8")
    half.replace(ENVIRONMENT / MARK)


def say(text: str) -> None:
    """One line for the person at the keyboard, at once."""
    print(text, flush=True)

"""Runs the tests, or the style check, in the project's own environment.

Standard library only.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from alat.lingkungan import DEVELOP_REQUIREMENTS, ROOT, SetupError, ready_python

STYLE = "--gaya"
#: Two workers: the smallest machine we test on has two cores.
WORKERS = "2"
REFUSED = 2


def main(arguments: Sequence[str]) -> int:
    """Make ready, run pytest with the arguments (or ruff with `--gaya`); the exit code of the last that ran."""
    try:
        python = str(ready_python(DEVELOP_REQUIREMENTS))
    except SetupError as error:
        print(error, file=sys.stderr)
        return REFUSED
    return subprocess.run(_command(python, list(arguments)), cwd=ROOT, stdin=subprocess.DEVNULL).returncode


def _command(python: str, arguments: list[str]) -> list[str]:
    if STYLE in arguments:
        return [python, "-m", "ruff", "check", ".", *(each for each in arguments if each != STYLE)]
    spread = [] if any(each == "-n" or each.startswith(("-n", "--numprocesses")) for each in arguments) else ["-n", WORKERS]
    return [python, "-m", "pytest", *spread, *arguments]

"""Streamlit as ever, but each run of the script is timed where it happens: `python -m bench.timed_server run server.py ...`.

`LOKMIN_BENCH_TIMES` names a file that gets one line a run: the seconds from the moment the script's thread takes the request
up until it has finished, with what Streamlit does before and after the script (state, messages, its garbage collection).
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web.cli import main


def time_script_runs(into: Path) -> None:
    """From now on every run of a script in this process adds its seconds to that file."""
    run_script = ScriptRunner._run_script

    def timed(self: ScriptRunner, data: Any) -> None:
        start = time.perf_counter()
        try:
            run_script(self, data)
        finally:
            seconds = time.perf_counter() - start
            with into.open("a", encoding="ascii") as file:
                file.write(f"{seconds}\n")

    ScriptRunner._run_script = timed  # type: ignore[method-assign]


if __name__ == "__main__":
    time_script_runs(Path(os.environ["LOKMIN_BENCH_TIMES"]))
    sys.argv[0] = "streamlit"
    main()

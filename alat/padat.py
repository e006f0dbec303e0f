"""Compress Streamlit's own scripts and styles once, beside the originals (`x.js.gz`): `python -m alat.padat [folder]`.

A server that compressed them for every first visit would spend half a second of processor time that the visitor waits for.
`server.py` sends what it finds compressed and compresses the rest itself.  Standard library only.
"""

from __future__ import annotations

import gzip
import importlib.util
import sys
from pathlib import Path

PATTERNS = ("js/*.js", "css/*.css")
#: Smaller files are not worth a header (bytes); `server.py` has the same limit.
SMALLEST = 1024


def pack(library: Path) -> int:
    """Compress what lies in `streamlit/static/static` of a library folder and is not compressed yet; how many files."""
    static = library / "streamlit" / "static" / "static"
    files = [path for pattern in PATTERNS for path in sorted(static.glob(pattern)) if path.stat().st_size >= SMALLEST]
    return sum(_packed(path) for path in files)


def _packed(path: Path) -> bool:
    """Write the compressed file beside and move it into place; False where it stands there already or cannot be written."""
    beside = path.with_name(path.name + ".gz")
    if beside.exists():
        return False
    half = path.with_name(path.name + ".gz.baru")
    try:
        half.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
        half.replace(beside)
    except OSError:  # the server compresses by itself then
        return False
    return True


def main(arguments: list[str]) -> int:
    """Compress in the folder that is named, else where this Python finds Streamlit."""
    found = importlib.util.find_spec("streamlit") if not arguments else None
    library = Path(arguments[0]) if arguments else Path(str(found and found.origin)).parents[1]
    print(f"{pack(library)} berkas dipadatkan")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

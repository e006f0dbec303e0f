"""Writes `docs/galat.md` from the problems of the code: `python -m alat.buat_galat` (`--periksa` only compares)."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

import lokmin_data.reading
from lokmin_data.model import Problem

TARGET = Path(__file__).resolve().parents[1] / "docs" / "galat.md"
SEVERITIES = {
    "error": ("Berkas atau tabel ditolak", "Tidak ada yang dibaca dari bagian itu sampai sebabnya diperbaiki."),
    "skipped": ("Baris, kolom, atau lembar dilewati", "Bagian lain tetap dibaca."),
    "warning": ("Dibaca, tetapi perlu dilihat", "Angkanya dibaca apa adanya; selnya disebut agar dapat diperiksa."),
}
INTRODUCTION = """# Daftar galat

Semua yang dapat dikatakan aplikasi tentang sebuah laporan: apa yang terjadi dan cara memperbaikinya. Tempatnya
(lembar dan sel) selalu disebut bila ada satu tempat. Kata dalam kurung kurawal diganti dengan isi laporan:
`{found}` yang tertulis, `{expected}` yang seharusnya. Berkas ini dibuat dari kode dengan `python -m alat.buat_galat`.
"""


def problem_kinds() -> list[type[Problem]]:
    """Every kind of problem of the reading room, by code."""
    for module in pkgutil.walk_packages(lokmin_data.reading.__path__, "lokmin_data.reading."):
        importlib.import_module(module.name)
    kinds: list[type[Problem]] = []
    waiting = list(Problem.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("lokmin_data.reading") and not kind.__name__.startswith("_"):
            kinds.append(kind)
    return sorted({kind.code: kind for kind in kinds}.values(), key=lambda kind: kind.code)


def document() -> str:
    """The whole list as Markdown."""
    parts = [INTRODUCTION]
    kinds = problem_kinds()
    for severity, (title, sentence) in SEVERITIES.items():
        parts.append(f"\n## {title}\n\n{sentence}\n\n| kode | apa | cara memperbaiki |\n| --- | --- | --- |\n")
        parts += [
            f"| `{kind.code}` | {_plain(kind.what)} | {_plain(kind.fix)} |\n"
            for kind in kinds
            if kind.severity == severity
        ]
    return "".join(parts)


def _plain(text: str) -> str:
    """The template on one line of a Markdown table."""
    return " ".join(text.replace("|", "/").split())


def main() -> int:
    """Write the list; with `--periksa` 1 where the file differs from the code."""
    text = document()
    if "--periksa" in sys.argv:
        return int(not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Writes the store that tests of later releases must still open: `python -m tests.store.make_old_store`.

Run once when a version of the schema is released; the text under `lama/` is never written again.
"""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from lokmin_data.store import open_store
from lokmin_data.store.migrate import HEAD
from tests.store.builders import reading, rows, simple

FOLDER = Path(__file__).parent / "lama"


def main() -> None:
    """Make a store with something of every kind and write it as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lokmin.sqlite"
        store = open_store(f"sqlite:///{path}", clock=lambda: datetime(2026, 3, 1, 8, tzinfo=UTC))
        puskesmas = store.add_puskesmas("Melati", kecamatan="Sari", who="uji")
        store.save_desa(puskesmas, pd.DataFrame({"desa": ["Sukamaju", "Karangsari"]}), "uji")
        numbers = rows({"Sukamaju": (7.0, 100.5), "Karangsari": (9.0, 80.0)})
        store.save_report(reading(numbers, rows({"Sukamaju": 2.0}, indicator="idl")), puskesmas, who="dewi")
        wrong = store.save_report(simple({"Sukamaju": 70.0}, "salah.xlsx"), puskesmas, who="dewi")
        store.undo_report(wrong.report_id, "dewi")
        store.save_document(puskesmas, "agenda", "2026-01", {"isi": "lama"}, 0, "dewi")
        store.save_rtl({"puskesmas_id": puskesmas, "kegiatan": "Sweeping"}, who="dewi")
        store.create_account("kepala", "kata-sandi-lama", roles={0: "pengelola"}, who="uji")
        store.close()
        connection = sqlite3.connect(path)
        text = "\n".join(connection.iterdump())
        connection.close()
    (FOLDER / f"{HEAD}.sql").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

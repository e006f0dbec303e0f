"""Tables of a page as an Excel file, built only when the button is pressed."""

from __future__ import annotations

import pandas as pd

from pages._shared.session import Scope


def excel_of(at: Scope, tables: dict[str, pd.DataFrame], what: str) -> bytes:
    """The tables as sheets, with Puskesmas, data date and definition on each."""
    from lokmin_data.export import table_xlsx

    meta = {
        "Isi": what, "Puskesmas": at.puskesmas, "Data sampai": at.period,
        "Catatan": "CONTOH: data karangan" if at.example else "Sumber: laporan bulanan yang tersimpan di Dasbor Lokmin",
    }  # fmt: skip
    return table_xlsx(tables, meta)

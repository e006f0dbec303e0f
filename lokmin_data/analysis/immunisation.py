"""Immunisation beyond coverage: drop-out, RED categories, left-out and zero dose, desa UCI."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis.assess import Assessment, assess_all
from lokmin_data.analysis.rows import MONTHS
from lokmin_data.model import Panel

ACCESS, DROP_OUT, UCI = 80.0, 5.0, 80.0
WHO_DROP_OUT = 10.0
RED_WORDS = {
    "1": "Kategori 1: akses baik, pemanfaatan baik", "2": "Kategori 2: akses baik, banyak yang tidak kembali",
    "3": "Kategori 3: akses kurang, yang datang kembali", "4": "Kategori 4: akses kurang dan banyak yang tidak kembali",
    "": "Belum ada data",
}  # fmt: skip
LETTERS = {"1": "A", "2": "B", "3": "C", "4": "D", "": ""}
ZERO_DOSE_DPT1 = "bayi sasaran yang belum mendapat DPT-HB-Hib 1 (definisi WHO/Gavi)"
LEFT_OUT_BCG = "bayi lahir yang belum mendapat BCG (left-out, definisi ASIK Kemenkes)"


def red_category(
    coverage: float, dropout: float, *, access: float = ACCESS, limit: float = WHO_DROP_OUT, inclusive: bool = False
) -> str:
    """``1`` no problem, ``2`` utilisation, ``3`` access, ``4`` both, "" where there is no coverage; percents 0-100.

    Access is good from `access` on; a drop-out below `limit` is good, at `limit` only if `inclusive`.  Nobody reached
    has no drop-out and stands with both problems.  0 % is a number, not a gap; a negative drop-out is below the limit.
    (WHO RED, handout 5.2.4a: 80 and < 10; WHO's app: 90 and <= 10; Indonesia: 5.)
    """
    if np.isnan(coverage):
        return ""
    good_access = coverage >= access
    if np.isnan(dropout):
        return "4" if coverage == 0 else ""
    good_use = dropout <= limit if inclusive else dropout < limit
    return "1" if good_access and good_use else "2" if good_access else "3" if good_use else "4"


def drop_out(first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """(first - last) / first x 100, the ratio of ASIK and WHO; NaN where nobody had the first dose; may be negative."""
    first, last = np.asarray(first, dtype=float), np.asarray(last, dtype=float)
    return np.divide(100 * (first - last), first, out=np.full(first.shape, np.nan), where=first > 0)


def dropout(panel: Panel, year: int, month: int, first: str = "dpt1", last: str = "dpt3") -> pd.DataFrame:
    """desa_id, desa, first, last, lost, dropout, limit, status; the Puskesmas (desa_id 0) first.

    Cumulative doses over the months in which both were reported; one month alone says nothing.  `status`: ``baik``
    ``melebihi batas`` ``negatif`` (a question of data quality) or "" where it cannot be said.
    """
    found = assess_all(panel, year, month, [first, last])
    x1, x3 = _common(found[first], found[last])
    ratio, limit = drop_out(x1, x3), float(_setting(panel, "batas_drop_out", DROP_OUT))
    good = ratio <= limit if _setting(panel, "batas_termasuk", True) else ratio < limit
    status = np.select([np.isnan(ratio), ratio < 0, good], ["", "negatif", "baik"], "melebihi batas")
    return _with_puskesmas_first(panel, {
        "first": x1, "last": x3, "lost": x1 - x3, "dropout": ratio, "limit": np.full(len(x1), limit), "status": status,
    })  # fmt: skip


def red(panel: Panel, year: int, month: int, first: str = "dpt1", last: str = "dpt3") -> pd.DataFrame:
    """The RED table of the desa, worst first: the one where nobody was reached, then by number not immunised.

    Columns desa_id, desa, first, last, due (sasaran of the reported months), coverage (of that, 0-100), access_limit,
    dropout, dropout_limit, category, letter, word, unimmunised (persons without the last dose), note.
    """
    found = assess_all(panel, year, month, [first, last])
    x1, x3 = _common(found[first], found[last])
    due = found[first].values["n"]
    coverage, ratio = 100 * _divide(found[first].values["x"], due), drop_out(x1, x3)
    options = {"access": float(_setting(panel, "akses_red", ACCESS)), "limit": float(_setting(panel, "batas_drop_out", DROP_OUT)),
               "inclusive": bool(_setting(panel, "batas_termasuk", True))}  # fmt: skip
    category = [red_category(c, d, **options) for c, d in zip(coverage, ratio, strict=True)]
    x_last, n_last = found[last].values["x"], found[last].values["n"]
    columns = {
        "first": x1, "last": x3, "due": due, "coverage": coverage, "access_limit": np.full(len(x1), options["access"]),
        "dropout": ratio, "dropout_limit": np.full(len(x1), options["limit"]), "category": category, "letter": [LETTERS[c] for c in category],
        "word": [RED_WORDS[c] for c in category], "unimmunised": np.maximum(0.0, n_last - x_last),
        "note": [_red_note(*values) for values in zip(coverage, ratio, strict=True)],
    }  # fmt: skip
    table = _with_puskesmas_first(panel, columns).iloc[1:]
    nobody = (table["coverage"] == 0).astype(int)
    order = np.lexsort((table["desa_id"], -table["unimmunised"].fillna(-1), -nobody))
    return table.iloc[order].reset_index(drop=True)


def _red_note(coverage: float, ratio: float) -> str:
    if np.isnan(coverage):
        return "belum lapor"
    notes = [
        (coverage == 0, "belum ada bayi yang terjangkau (zero dose)"),
        (ratio < 0, "dosis akhir lebih banyak daripada dosis pertama: periksa data"),
        (coverage > 100, "cakupan di atas 100 %: periksa sasaran"),
    ]
    return "; ".join(text for true, text in notes if true)


def zero_dose(panel: Panel, year: int, month: int) -> pd.DataFrame:
    """desa_id, desa, due, reached, zero_dose (persons), percent, definition; the Puskesmas first, then most persons.

    DPT1 against surviving infants where both are known, else left-out BCG against live births; the definition is named.
    More reached than due leaves 0 persons and a negative percent, as it is.
    """
    for code, definition in (("dpt1", ZERO_DOSE_DPT1), ("bcg", LEFT_OUT_BCG)):
        table = _not_reached(panel, code, year, month)
        if table["due"].notna().any():
            return table.assign(definition=definition)
    return table.assign(definition=ZERO_DOSE_DPT1)


def _not_reached(panel: Panel, code: str, year: int, month: int) -> pd.DataFrame:
    values = assess_all(panel, year, month, [code])[code].values
    due, reached = values["n"], values["x"]
    table = _with_puskesmas_first(panel, {
        "due": due, "reached": reached, "zero_dose": np.maximum(0.0, due - reached),
        "percent": 100 * _divide(due - reached, due),
    })  # fmt: skip
    desa = table.iloc[1:].sort_values("zero_dose", ascending=False, na_position="last", kind="stable")
    whole = desa["zero_dose"].sum(min_count=1)
    head = table.iloc[:1].assign(zero_dose=whole)
    return pd.concat([head, desa], ignore_index=True)


def uci(panel: Panel, year: int, month: int, code: str = "idl") -> pd.DataFrame:
    """desa_id, desa, x, sasaran, percent, limit, running_limit, status of each desa, and the Puskesmas first.

    UCI is a verdict on a year: before December ``menuju UCI`` or ``belum menuju UCI`` against limit x month/12 (of the
    reported months); ``UCI`` as soon as the annual limit is reached; in December ``UCI`` or ``belum UCI``.
    """
    values = assess_all(panel, year, month, [code])[code].values
    limit = float(_setting(panel, "uci", UCI))
    x, n, sasaran = values["x"], values["n"], values["sasaran"]
    met, whole = 100 * x >= limit * n - 1e-9, 100 * x >= limit * sasaran - 1e-9
    final = month == MONTHS
    words = np.where(whole, "UCI", "belum UCI") if final else np.where(
        whole, "UCI", np.where(met, "menuju UCI", "belum menuju UCI")
    )  # fmt: skip
    status = np.where(n > 0, words, "")
    return _with_puskesmas_first(panel, {
        "x": x, "sasaran": sasaran, "percent": 100 * _divide(x, sasaran), "limit": np.full(len(x), limit),
        "running_limit": limit * _divide(n, sasaran), "status": status,
    })  # fmt: skip


def uci_sentence(table: pd.DataFrame, month: int) -> str:
    """"7 dari 12 desa menuju UCI"; in December "… desa UCI"."""
    desa = table[table["desa_id"] != 0]
    on_way = desa["status"].isin(["UCI", "menuju UCI"]).sum()
    return f"{wording.number(on_way)} dari {wording.number(len(desa))} desa {'UCI' if month == MONTHS else 'menuju UCI'}"


def _common(first: Assessment, last: Assessment) -> tuple[np.ndarray, np.ndarray]:
    """The cumulative numbers of two doses over the months in which both were reported."""
    a, b = first.values, last.values
    x1, x3 = a["x"].copy(), b["x"].copy()
    differ = (a["months_reported"] != b["months_reported"]) & ~np.isnan(x1) & ~np.isnan(x3)
    differ[-1] = False
    if differ.any():
        months = slice(MONTHS, MONTHS + first.month)
        own1, own3 = a["own"][differ, months], b["own"][differ, months]
        both = ~np.isnan(own1) & ~np.isnan(own3)
        x1[differ], x3[differ] = (np.where(both.any(axis=1), np.where(both, own, 0).sum(axis=1), np.nan) for own in (own1, own3))
    both = ~np.isnan(x1[:-1]) & ~np.isnan(x3[:-1])
    if both.any():
        x1[-1], x3[-1] = x1[:-1][both].sum(), x3[:-1][both].sum()
    missing = np.isnan(x1) | np.isnan(x3)
    return np.where(missing, np.nan, x1), np.where(missing, np.nan, x3)


def _with_puskesmas_first(panel: Panel, columns: dict[str, Any]) -> pd.DataFrame:
    table = pd.DataFrame({
        "desa_id": [*panel.desa["desa_id"], 0], "desa": [*panel.desa["desa"], panel.puskesmas or "Puskesmas"], **columns,
    })  # fmt: skip
    return table.iloc[[-1, *range(len(table) - 1)]].reset_index(drop=True)


def _setting(panel: Panel, name: str, default: Any) -> Any:
    return panel.settings.get("imunisasi", {}).get(name, default)


def _divide(x: np.ndarray, n: np.ndarray) -> np.ndarray:
    return np.divide(x, n, out=np.full(np.shape(n), np.nan), where=np.asarray(n) > 0)

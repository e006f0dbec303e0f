"""Rows of an assessment's arrays made missing, with a state that says why."""

from __future__ import annotations

import numpy as np

NO_DATA = "belum_ada_data"
#: What tells of reporting, not of persons, stays.
KEPT = ("months_reported", "months_due", "completeness", "sasaran_kind", "share_due")


def withheld(values: dict[str, np.ndarray], hidden: np.ndarray, state: str) -> dict[str, np.ndarray]:
    """The arrays of one assessment with the hidden rows (desa, then Puskesmas) missing and `state` as their state."""
    out = {name: _blank(value, hidden) if name not in KEPT else value for name, value in values.items()}
    out["state"] = np.where(hidden, state, values["state"]).astype(object)
    out["verdict"] = np.where(hidden, NO_DATA, values["verdict"]).astype(object)
    return out


def _blank(value: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    if np.ndim(value) == 0 or len(value) != len(hidden):
        return value
    value = np.array(value)
    kind = value.dtype.kind
    value[hidden] = np.nan if kind == "f" else "" if kind in "OU" else False if kind == "b" else -1
    return value

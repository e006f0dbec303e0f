"""`score`: the severity score of a bare table kode,x,n,c, without any store; for checking the arithmetic."""

from __future__ import annotations

import argparse
import csv
import io
import math
import re
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd

from lokmin_data.analysis.frames import rank_places
from lokmin_data.analysis.score import Rule, score_desa
from lokmin_data.analysis.tables import RANK_TABLE_COLUMNS
from lokmin_data.analysis.uncertainty import rank_ranges
from lokmin_data.analysis.verdict import verdicts
from lokmin_data.model import LokminError
from lokmin_data.wording import percent

NEEDED = ("kode", "x", "n")
BLANKS = frozenset({"", "-", "na", "nan", "null", "none"})
MONTHS = 12
DRAWS = 10_000
#: "7,5" or "1.234,5"; a thousands point without decimals stays what a CSV means by it, a decimal point.
COMMA_DECIMAL = re.compile(r"(\d+|\d{1,3}(\.\d{3})+),\d+")
LARGEST = 50_000_000  # bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the contract, and `--sasaran` for the way ranks are drawn."""
    parser.add_argument("input", metavar="INPUT.csv", help="tabel dengan kolom kode, x, n, c")
    parser.add_argument("--target", required=True, type=float, help="target dalam persen (0-100)")
    parser.add_argument("--critical", required=True, type=float, help="nilai kritis dalam persen (0-100)")
    parser.add_argument("--direction", required=True, choices=("up", "down"), help="up: makin tinggi makin baik")
    parser.add_argument("--m", required=True, type=float, help="kekuatan penyeimbang, misalnya 12 atau 30")
    parser.add_argument("--sasaran", choices=("riil", "proyeksi"), default="riil", help="jenis penyebut (undian peringkat)")


def run(args: argparse.Namespace) -> int:
    """Prints RANK_TABLE_COLUMNS as CSV, heaviest first, unrounded."""
    rule = _rule(*_percents(args.target, args.critical), args)
    table = score_table(read_table(Path(args.input)), rule, projected=args.sasaran == "proyeksi")
    table.to_csv(sys.stdout, index=False, lineterminator="\n")
    return 0


def _percents(target: float, critical: float) -> tuple[float, float]:
    """Target and critical value as percents: where neither is above 1 they are meant as fractions, and that is said."""
    if not (0 < target <= 1 and 0 <= critical <= 1):
        return target, critical
    print(f"Catatan: --target {target:g} dan --critical {critical:g} dibaca sebagai pecahan, "
          f"yaitu {percent(100 * target)} dan {percent(100 * critical)}.", file=sys.stderr)  # fmt: skip
    return 100 * target, 100 * critical


def _rule(target: float, critical: float, args: argparse.Namespace) -> Rule:
    for name, value in (("target", target), ("critical", critical)):
        if not 0 <= value <= 100:
            raise LokminError(f"--{name} harus antara 0 dan 100 (persen), bukan {value:g}.")
    if target == critical:
        raise LokminError("--target dan --critical tidak boleh sama: jarak keduanya menjadi satuan skor.")
    if not (args.m >= 0 and math.isfinite(args.m)):
        raise LokminError(f"--m harus bilangan nol atau lebih, bukan {args.m:g}.")
    return Rule(target / 100, critical / 100, 1 if args.direction == "up" else -1, args.m)


def score_table(table: pd.DataFrame, rule: Rule, *, projected: bool = False) -> pd.DataFrame:
    """RANK_TABLE_COLUMNS of a table kode, x, n, c; a desa with n missing or 0 stands at the average of the others."""
    x, n, completeness = (table[name].to_numpy(dtype=float) for name in ("x", "n", "c"))
    score = score_desa(x, n, completeness, rule)
    ranges = rank_ranges([(x, n, completeness, rule, projected)], np.ones(1), draws=DRAWS)
    verdict = verdicts(x, n, rule.target * 100, rule.sign)
    below = (verdict == "jelas_di_bawah").astype(int)
    place = rank_places(score.score, score.short, below, completeness, table["kode"].to_numpy(dtype=str))
    out = pd.DataFrame({
        "rank": place, "area": table["kode"], "score": score.score, "depth_points": score.depth_points,
        "burden_points": score.burden_points, "reporting_points": score.reporting_points, "short": score.short,
        "numerator": x, "denominator": n, "completeness": completeness, "rank_low": ranges.low,
        "rank_high": ranges.high, "p_top3": ranges.p_top, "verdict": verdict,
    })  # fmt: skip
    return out.sort_values("rank", ignore_index=True)[list(RANK_TABLE_COLUMNS)]


def read_table(path: Path) -> pd.DataFrame:
    """The table kode, x, n, c of a CSV file (comma, semicolon or tab); raises LokminError that names the row.

    Decimals with a point or, as Indonesian Excel writes them, with a comma.  A blank x or n means not reported.
    A blank or absent c is 1 where the row has data and 0 where it has none.
    """
    rows = list(csv.reader(io.StringIO(_text(path)), delimiter=_delimiter(path)))
    rows = [(line, row) for line, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if not rows:
        raise LokminError(f"Berkas {path.name} kosong. Isi dengan kolom kode, x, n, c.")
    header = [cell.strip().lower() for cell in rows[0][1]]
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise LokminError(f"Kolom {', '.join(missing)} tidak ada di {path.name}. Yang diperlukan: kode, x, n, c.")
    if len(rows) == 1:
        raise LokminError(f"Berkas {path.name} tidak berisi satu desa pun di bawah kepala tabelnya.")
    parsed = [_parse(line, dict(zip(header, row, strict=False))) for line, row in rows[1:]]
    table = pd.DataFrame(parsed, columns=["kode", "x", "n", "c"])
    twice = table["kode"][table["kode"].duplicated()]
    if len(twice):
        raise LokminError(f"Kode '{twice.iloc[0]}' tertulis lebih dari sekali di {path.name}. Satu baris untuk satu desa.")
    return table


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise LokminError(f"Berkas {path.name} terlalu besar (lebih dari 50 MB).")
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise LokminError(f"Berkas {path} tidak ditemukan. Periksa letak dan namanya.") from None
    except UnicodeDecodeError:
        raise LokminError(f"Berkas {path.name} bukan teks CSV (UTF-8). Simpan ulang sebagai CSV.") from None
    except OSError as error:
        raise LokminError(f"Berkas {path} tidak dapat dibaca: {error.strerror}.") from None


def _delimiter(path: Path) -> str:
    first = _text(path).lstrip("\n").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _parse(line: int, row: dict[str, str]) -> tuple[str, float, float, float]:
    code = (row.get("kode") or "").strip()
    if not code:
        raise LokminError(f"Baris {line}: kolom kode kosong. Isi kode atau nama desanya.")
    x, n, completeness = (_number(line, name, row.get(name)) for name in ("x", "n", "c"))
    has_data = n > 0 and not math.isnan(x)
    if math.isnan(completeness):
        completeness = 1.0 if has_data else 0.0
    if completeness > 1:
        raise LokminError(f"Baris {line}: c harus antara 0 dan 1 (bagian bulan yang dilaporkan), bukan {completeness:g}.")
    return code, x, n, _months(completeness)


def _number(line: int, name: str, text: str | None) -> float:
    text = (text or "").strip()
    if text.lower() in BLANKS:
        return float("nan")
    try:
        value = float(text.replace(".", "").replace(",", ".") if COMMA_DECIMAL.fullmatch(text) else text)
    except ValueError:
        raise LokminError(f"Baris {line}: kolom {name} berisi '{text}', bukan bilangan.") from None
    if not math.isfinite(value) or value < 0:
        raise LokminError(f"Baris {line}: kolom {name} berisi '{text}'; harus bilangan nol atau lebih.")
    return value


def _months(completeness: float) -> float:
    """Six printed decimals of a fraction of months stand for that fraction: 0.833333 is 10 of 12."""
    nearest = float(Fraction(completeness).limit_denominator(MONTHS))
    return nearest if abs(nearest - completeness) < 1e-6 else completeness

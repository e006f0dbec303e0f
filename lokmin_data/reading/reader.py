"""`read_report`: bytes of a file to a Reading, with everything for the confirmation and nothing stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import numpy as np
import pandas as pd

from lokmin_data.model import OBSERVATION_COLUMNS, Indicator, Reading, SheetReading
from lokmin_data.reading.asking.unknown import UnknownHead
from lokmin_data.reading.blocks.context import place_name
from lokmin_data.reading.collecting import without_collecting
from lokmin_data.reading.faults import faults_refused
from lokmin_data.reading.opening.book import Book, cell_name
from lokmin_data.reading.picture import picture
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.understanding import (
    Memory,
    NothingToRead,
    Options,
    Understood,
    observation,
    understand_book,
    understand_file,
)

SASARAN_COLUMNS = ("area", "population", "sex", "value", "sheet", "cell")
UNKNOWN_COLUMNS = ("sheet", "cell", "header", "suggestion", "score")
_WHOLE, _NUMBER, _TEXT = pd.Int64Dtype(), np.dtype(float), pd.StringDtype(na_value=np.nan)
_TYPES = {"year": _WHOLE, "month": _WHOLE, "numerator": _NUMBER, "denominator": _NUMBER, "percent": _NUMBER}


@faults_refused
def read_report(
    data: bytes,
    file_name: str,
    *,
    year: int | None = None,
    month: int | None = None,
    areas: Sequence[str] | None = None,
    memory: Memory | None = None,
    indicators: Mapping[str, Indicator] | None = None,
    pictures: bool = True,
) -> Reading:
    """The report as interpreted; raises Refused (a LokminError) where the file cannot be opened or holds nothing.

    `year`, `month` (1-12) count where the file does not say; `areas` are the names that are known; `memory` is what
    was confirmed, by layout; `indicators` the catalogue with the Puskesmas' own; `pictures` False leaves out the
    grids for the confirmation.
    """
    with without_collecting():
        return _read(lambda: understand_file(data, file_name, Options(year, month, areas, memory, indicators)), pictures)


@faults_refused
def read_book(
    book: Book,
    *,
    year: int | None = None,
    month: int | None = None,
    areas: Sequence[str] | None = None,
    memory: Memory | None = None,
    indicators: Mapping[str, Indicator] | None = None,
    pictures: bool = True,
) -> Reading:
    """The same for a book that is already open."""
    with without_collecting():
        return _read(lambda: understand_book(book, Options(year, month, areas, memory, indicators)), pictures)


def _read(understand: Callable[[], Understood], pictures: bool) -> Reading:
    """The reading of what is understood; a refusal carries what may be asked as a reading without numbers."""
    try:
        return _reading(understand(), pictures)
    except NothingToRead as refused:
        if refused.understood is not None:
            refused.reading, refused.understood = _reading(refused.understood, pictures), None  # its sheets are not kept
        raise


def _reading(understood: Understood, pictures: bool) -> Reading:
    whole, book = understood.whole, understood.whole.book
    observations = _with_desa(_frame(understood.rows()), whole)
    apart, totals = (_frame(observation(each, whole) for each in records) for records in (whole.apart, whole.totals))
    return Reading(
        book.file_name, book.sha256, observations, tuple(understood.problems), _place_name(whole, "puskesmas"),
        _place_name(whole, "kecamatan"), _sheets(understood) if pictures else (), bool(understood.by_name),
        apart, totals, _sasaran(whole), _unknown(understood.heads), _asks(observations, whole), whole.layout,
    )  # fmt: skip


def _frame(rows: Iterable[tuple]) -> pd.DataFrame:
    """Rows of OBSERVATION_COLUMNS as a table, each column made with its type: nothing is guessed and converted."""
    columns = list(zip(*rows, strict=True))
    return _typed(columns) if columns else _nothing().copy()


@cache
def _nothing() -> pd.DataFrame:
    """The table without a row; most reports set nothing apart."""
    return _typed([()] * len(OBSERVATION_COLUMNS))


def _typed(columns: Sequence[Sequence[object]]) -> pd.DataFrame:
    """Columns as those of OBSERVATION_COLUMNS."""
    made = zip(OBSERVATION_COLUMNS, columns, strict=True)
    return pd.DataFrame({name: pd.array(values, dtype=_TYPES.get(name, _TEXT)) for name, values in made})


def _with_desa(observations: pd.DataFrame, whole: Interpretation) -> pd.DataFrame:
    """With a column `desa` where rows are posyandu or schools below a desa that the report names: they are summed to it."""
    desa = [record.key.within if record.key.level == "posyandu" else "" for record in whole.kept]
    if not any(desa):
        return observations
    return observations.assign(desa=desa + [""] * (len(observations) - len(desa)))


def _sasaran(whole: Interpretation) -> pd.DataFrame:
    """The sasaran that the report states, with the codes of sasaran.csv where there is one."""
    codes = whole.reader.words.lists["sasaran_kode"]
    rows = []
    for (area, population, sex), (value, (sheet, row, column)) in whole.sasaran.items():
        code, name = codes.get(population, population), whole.book.sheets[sheet].name
        rows.append((whole.printed.get(area, area), code, sex, value, name, cell_name(row, column)))
    return _table(rows, SASARAN_COLUMNS)


def _unknown(heads: Sequence[UnknownHead]) -> pd.DataFrame:
    rows = [(head.sheet, head.cell, head.header, head.suggestion, head.score) for head in heads]
    return _table(rows, UNKNOWN_COLUMNS)


def _table(rows: Sequence[tuple], columns: tuple[str, ...]) -> pd.DataFrame:
    """Rows as a table whose columns find their types by themselves."""
    return pd.DataFrame(rows, columns=list(columns)) if rows else _empty(columns).copy()


@cache
def _empty(columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame([], columns=list(columns))


def _asks(observations: pd.DataFrame, whole: Interpretation) -> frozenset[str]:
    """Which of year, month and puskesmas the file and the options leave open."""
    asks = set()
    if observations["year"].isna().any():
        asks.add("year")
    unsaid = observations["month"].isna()
    if unsaid.any() and (unsaid & (observations["basis"] != "year")).any():
        asks.add("month")
    if not _place_name(whole, "puskesmas"):
        asks.add("puskesmas")
    return frozenset(asks)


def _place_name(whole: Interpretation, name: str) -> str:
    """The Puskesmas or kecamatan that labels and titles name most often."""
    return place_name(whole.contexts.values(), name)


def _sheets(understood: Understood) -> tuple[SheetReading, ...]:
    """The picture of every sheet."""
    labels = {code: indicator.label for code, indicator in understood.indicators.items()}
    whole, shown = understood.whole, []
    for number, sheet in enumerate(whole.book.sheets):
        if number in understood.by_name:
            shown.append(SheetReading(sheet.name, "by_name", note="Daftar nama: hanya jumlahnya yang dibaca."))
            continue
        blocks = [block for block in whole.blocks.values() if block.sheet_number == number]
        mine = [problem for problem in understood.problems if problem.sheet == sheet.name and problem.cell]
        accused = {problem.cell: problem.message for problem in mine}
        copied = understood.copies.get(number)
        status = "duplicate" if copied is not None else "empty" if not sheet.rows else "read" if blocks else "skipped"
        note = f"Salinan dari {whole.book.sheets[copied].name}." if copied is not None else ""
        shown.append(picture(sheet, blocks, accused, labels, status=status, note=note))
    return tuple(shown)

"""Profil desa: one A4 page for each desa, all in one PDF or each apart, and the agenda on paper."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import typst

from lokmin_data import wording
from lokmin_data.export.text import clean, one_line
from lokmin_data.meeting import evidence, movement
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.agenda import Agenda, Item
from lokmin_data.meeting.deck import Meta
from lokmin_data.meeting.knowledge import Ask, asks_for
from lokmin_data.model import LokminError
from lokmin_data.reference import indicators
from lokmin_data.wording import puskesmas_name

HERE = Path(__file__).resolve().parent
FONTS = HERE / "fonts"
FONT = "Source Sans Pro"
TEMPLATE = "profil.typ"
CONTOH = "CONTOH - data ini bukan data sebenarnya"
#: A page has room for so many indicators, requests and promises; the rest is counted.
ROWS, ASKS, PROMISES = 11, 4, 5
#: Sectors whose requests a kepala desa takes home.
VILLAGE_SECTORS = ("kepala_desa", "bidan_desa", "kader_pkk")
SPACE_ABOVE = 1.15
HOW_TO_READ = (
    "Status membandingkan data desa itu sendiri dengan target (selang Wilson 95 %). Di bawah 10 orang ditulis tanpa persen. "
    "Laporan kosong bukan nol."
)


def profil_desa_pdf(
    assessments: Mapping[str, Any], ranking: pd.DataFrame, meta: Meta, *,
    desa_ids: Sequence[int] | None = None, agenda: Agenda | None = None, follow: pd.DataFrame | None = None,
    rtl: pd.DataFrame | None = None,
) -> bytes:  # fmt: skip
    """One page per desa (all of them, or those of `desa_ids`, heaviest first where there is a ranking) as one PDF.

    `follow` is what `follow_up` found about earlier action plans, `rtl` are those of this meeting.
    Raises LokminError where there is no desa to print.
    """
    pages = _pages(assessments, ranking, meta, desa_ids, agenda, (rtl, follow))
    if not pages:
        raise LokminError("Belum ada desa untuk dicetak. Isi daftar desa atau unggah laporan dulu.")
    return _compile(_compiler(), _data(meta, list(pages.values())))


def profil_desa_pdfs(
    assessments: Mapping[str, Any], ranking: pd.DataFrame, meta: Meta, *, agenda: Agenda | None = None,
    follow: pd.DataFrame | None = None, rtl: pd.DataFrame | None = None,
) -> dict[str, bytes]:  # fmt: skip
    """The same pages each as a PDF of its own, by desa name (with its id where two desa share a name)."""
    pages, compiler = _pages(assessments, ranking, meta, None, agenda, (rtl, follow)), _compiler()
    files: dict[str, bytes] = {}
    for identity, page in pages.items():
        name = page["name"] if page["name"] not in files else f"{page['name']} {identity}"
        files[name] = _compile(compiler, _data(meta, [page]))
    return files


def _pages(
    assessments: Mapping[str, Any], ranking: pd.DataFrame, meta: Meta, desa_ids: Sequence[int] | None, agenda: Agenda | None,
    agreed: Sequence[pd.DataFrame | None],
) -> dict[int, dict[str, Any]]:  # fmt: skip
    names = _desa(assessments, ranking)
    cells = {code: {int(row["desa_id"]): row for row in one.records} for code, one in assessments.items()}
    return {
        identity: _page(identity, name, cells, assessments, ranking, meta, agenda, agreed)
        for identity, name in names.items() if desa_ids is None or identity in set(desa_ids)
    }  # fmt: skip


def _data(meta: Meta, pages: list[dict[str, Any]]) -> dict[str, Any]:
    return {**_frame(meta, f"Profil desa {meta.puskesmas}"), "pages": pages, "definitions": HOW_TO_READ}


def _compiler() -> typst.Compiler:
    """A compiler with the template and the bundled fonts; made once, used for every page."""
    return typst.Compiler(str(HERE / TEMPLATE), font_paths=[str(FONTS)], ignore_system_fonts=True)


def _compile(compiler: typst.Compiler, data: Mapping[str, Any]) -> bytes:
    try:
        return compiler.compile(sys_inputs={"data": json.dumps(data, ensure_ascii=False, allow_nan=False)})
    except typst.TypstError as error:
        if data.get("logo"):
            return _compile(compiler, {**data, "logo": None})  # a picture that cannot be drawn must not stop the page
        raise LokminError(f"PDF tidak dapat dibuat: {one_line(error)}") from error


def _frame(meta: Meta, title: str) -> dict[str, Any]:
    """What every page shares: letterhead, source, colours."""
    lines, where = meta.letterhead
    kop = [*lines, where or " "]
    looks = {code: {"fill": look.fill, "text": look.text} for code, look in wording.VERDICTS.items()}
    return {
        "title": one_line(title), "font": FONT, "kop": [one_line(line) or " " for line in kop if line], "source": one_line(meta.source),
        "contoh": meta.contoh, "contoh_text": CONTOH, "looks": looks, "logo": list(meta.logo) if meta.logo else None,
    }  # fmt: skip


def _desa(assessments: Mapping[str, Any], ranking: pd.DataFrame) -> dict[int, str]:
    """Desa by id, in the order of the ranking, then as listed."""
    listed: dict[int, str] = {}
    if ranking is not None and len(ranking):
        listed = {int(row["desa_id"]): str(row["desa"]) for row in ranking[["desa_id", "desa"]].to_dict("records")}
    for assessment in assessments.values():
        for row in assessment.records:
            listed.setdefault(int(row["desa_id"]), str(row["desa"]))
    return listed


def _page(
    identity: int, name: str, cells: Mapping[str, Mapping[int, Any]], assessments: Mapping[str, Any], ranking: pd.DataFrame,
    meta: Meta, agenda: Agenda | None, agreed: Sequence[pd.DataFrame | None],
) -> dict[str, Any]:  # fmt: skip
    rank, why = _place(identity, ranking)
    promises, more = _promises(identity, agreed)
    return {
        "name": one_line(name), "title": wording.desa_name(one_line(name)),
        "scope": f"{puskesmas_name(meta.puskesmas)} · data sampai {wording.period(meta.year, meta.month)}",
        "rank": rank, "why": why, "rows": [
            _row(one, cells[one.indicator.code][identity])
            for one in _shown(assessments, cells, identity, agenda)
        ],
        "asks": _asks(identity, name, cells, agenda), "promises": promises, "more": more,
    }  # fmt: skip


def _place(identity: int, ranking: pd.DataFrame) -> tuple[str, list[str]]:
    if ranking is None or ranking.empty or identity not in set(ranking["desa_id"]):
        return "", []
    row = ranking[ranking["desa_id"] == identity].iloc[0]
    span = f" (antara {wording.number(row['rank_low'], 0)} dan {wording.number(row['rank_high'], 0)})"
    known = "" if wording.is_missing(row["rank_low"]) or wording.is_missing(row["rank_high"]) else span
    text = f"Peringkat keparahan {wording.number(row['rank'])}{known} dari {len(ranking)} desa, "
    text += "skor disamarkan" if wording.is_missing(row["score"]) else f"skor {wording.number(row['score'], 0)} dari 100"
    return text, [clean(row["why"])] if isinstance(row["why"], str) and row["why"] else []


def _shown(
    assessments: Mapping[str, Any], cells: Mapping[str, Mapping[int, Any]], identity: int, agenda: Agenda | None
) -> list[Any]:
    """Headline indicators and the agenda's problems of this desa, in the catalogue's order of importance."""
    problems = [item.indicator for item in agenda.problems() if identity in item.desa_ids] if agenda else []
    wanted = [one for one in assessments.values() if one.indicator.headline or one.indicator.code in problems]
    wanted = [one for one in wanted if one.indicator.level == "desa" and identity in cells[one.indicator.code]]
    return sorted(wanted, key=lambda one: (one.indicator.code not in problems, one.indicator.headline or 99))[:ROWS]


def _row(assessment: Any, row: Mapping[str, Any]) -> dict[str, Any]:
    indicator = assessment.indicator
    code = str(row.get("verdict") or "")
    counts = indicator.kind == "month"
    value = row.get("this_month" if counts else "percent")
    target = None if counts or wording.is_missing(row.get("target")) else float(row["target"])
    value = None if wording.is_missing(value) else float(value)
    notes = [
        evidence.target_text(assessment),
        evidence.short_text(indicator, row.get("short")),
        evidence.trend_text(row),
    ]
    return {
        "label": one_line(evidence.short_label(indicator)), "text": evidence.fraction(row), "value": value, "target": target,
        "top": max(10.0, (value or 0.0) * SPACE_ABOVE, (target or 0.0) * SPACE_ABOVE * 1.2), "verdict": code,
        "word": evidence.verdict_word(indicator, code), "symbol": wording.verdict(code).symbol,
        "note": ", ".join(note for note in notes if note) or " ", "whole": evidence.fraction(assessment.puskesmas),
    }  # fmt: skip


def _asks(identity: int, name: str, cells: Mapping[str, Mapping[int, Any]], agenda: Agenda | None) -> list[str]:
    """What the desa takes home, in its own name and numbers; words that somebody changed stay as they are."""
    if agenda is None:
        return []
    mine = [item for item in agenda.problems() if identity in item.desa_ids]
    first: dict[tuple[str, str], str] = {}
    for sector in VILLAGE_SECTORS:
        for item in mine:
            for ask in item.asks:
                if ask.sector == sector:
                    text = _own_ask(item, ask, name, cells.get(item.indicator, {}).get(identity, {}))
                    first.setdefault((sector, item.programme), clean(text))
    return list(dict.fromkeys(first.values()))[:ASKS]


def _own_ask(item: Item, ask: Ask, name: str, row: Mapping[str, Any]) -> str:
    known = indicators().get(item.indicator)
    written = asks_for(known, areas=evidence.join_names(item.areas) or "seluruh desa", short=item.short)
    if known is None or ask not in written:
        return ask.text
    own = asks_for(known, areas=name, short=evidence.people(row.get("short")))
    return next(one.text for one in own if one.sector == ask.sector)


def _promises(identity: int, agreed: Sequence[pd.DataFrame | None]) -> tuple[list[dict[str, str]], str]:
    """What was agreed for the desa, this meeting's first."""
    listed = [row for table in agreed if table is not None for row in table.to_dict("records")]
    rows = [row for row in listed if identity in plans.desa_ids(row) and row.get("status") != "batal"]
    more = f"dan {len(rows) - PROMISES} kesepakatan lain" if len(rows) > PROMISES else ""
    return [_promise(row) for row in rows[:PROMISES]], more


def _promise(row: Mapping[str, Any]) -> dict[str, str]:
    due = plans.as_date(row.get("selesai"))
    status = plans.STATUS.get(str(row.get("status") or "belum"), "")
    late = row.get("overdue_days")
    start = "" if wording.is_missing(row.get("baseline_x")) else wording.count(row["baseline_x"], row.get("baseline_n"))
    moved = str(row.get("before") or (f"data awal {start}" if start else wording.MISSING))
    if row.get("before") and row.get("after"):
        moved += f"; {row['after']}: {movement.WORDS.get(str(row['word']), '')}"
    shared = len(plans.desa_ids(row))
    moved += f" ({shared} desa)" if shared > 1 and moved != wording.MISSING else ""
    return {
        "what": clean(row.get("kegiatan") or row.get("masalah")), "due": wording.date_text(due) if due else "belum ada",
        "status": f"{status}, lewat {int(late)} hari" if late else status, "moved": moved,
    }  # fmt: skip

"""`agenda`: the agenda of a lokmin as JSON, and where asked for as PPTX, DOCX, PDF and XLSX."""

from __future__ import annotations

import argparse
from typing import Any

from lokmin_data import wording
from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.analysis.masking import mask_for_room, mask_ranking, masked_places, room_codes
from lokmin_data.commands._scope import add_database, add_period, choose_puskesmas, open_database
from lokmin_data.meeting.build import KINDS, build_agenda, meeting_title
from lokmin_data.meeting.deck import Meta, build_slides
from lokmin_data.meeting.discreet import discreet_plans
from lokmin_data.meeting.followup import follow_up
from lokmin_data.meeting.memory import last_listed
from lokmin_data.model import LokminError

DEFAULT_MINUTES = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the contract, and kind and length of the meeting."""
    add_period(parser)
    add_database(parser)
    parser.add_argument(
        "--kind", choices=KINDS, default=KINDS[0], help="tribulanan (lintas sektor) atau bulanan (internal)"
    )
    parser.add_argument("--minutes", type=int, default=DEFAULT_MINUTES, help="lama rapat dalam menit")
    parser.add_argument("--contoh", action="store_true", help="tandai setiap dokumen sebagai CONTOH")
    for name, what in (("pptx", "materi dengan grafik"), ("docx", "agenda"), ("pdf", "profil desa"), ("xlsx", "tabel")):
        parser.add_argument(f"--{name}", metavar="BERKAS", help=f"tulis {what} sebagai {name.upper()}")


def run(args: argparse.Namespace) -> int:
    """Print the agenda as JSON and write the documents asked for; exit code 0.

    Raises LokminError where the month has no data at all; then nothing is written.
    """
    store = open_database(args.db)
    try:
        work = _gather(store, choose_puskesmas(store, args.puskesmas, None, args.year), args)
    finally:
        store.close()
    documents = [(path, make(work)) for name, make in MAKERS.items() if (path := getattr(args, name))]
    from lokmin_data.export.files import write_atomically

    for path, data in documents:
        write_atomically(path, data)
    print(work["agenda"].as_json())
    return 0


def _gather(store: Any, puskesmas_id: int, args: argparse.Namespace) -> dict[str, Any]:
    panel = store.load_panel(puskesmas_id, args.year, args.month)
    assessments = {code: one for code, one in assess_all(panel, args.year, args.month).items() if _has_data(one)}
    if not assessments:
        period = wording.period(args.year, args.month)
        raise LokminError(f"Belum ada laporan sampai {period}. Muat laporan dulu: python -m lokmin_data load BERKAS")
    whole = rank_desa(assessments, panel.settings, last_listed(store, puskesmas_id, args.year, args.month))
    assessments = mask_for_room(assessments, panel.settings, args.kind)
    limit, codes = float(panel.settings["penyamaran"]["batas"]), room_codes(panel.settings, args.kind)
    ranking, plans = mask_ranking(whole, assessments), discreet_plans(store.rtl(puskesmas_id), codes, limit, masked_places(assessments))
    follow = follow_up(plans, panel, args.year, args.month, assessments=assessments)
    agenda = build_agenda(
        assessments, ranking, plans, puskesmas=panel.puskesmas, year=args.year, month=args.month, kind=args.kind,
        minutes=args.minutes, follow=follow,
    )  # fmt: skip
    return {
        "agenda": agenda,
        "assessments": assessments,
        "ranking": ranking,
        "follow": follow,
        "meta": _meta(store, puskesmas_id, args),
    }


def _has_data(assessment: Any) -> bool:
    return bool(
        assessment.desa["cumulative"].notna().any() or not wording.is_missing(assessment.puskesmas.get("cumulative"))
    )


def _meta(store: Any, puskesmas_id: int, args: argparse.Namespace) -> Meta:
    own = store.puskesmas_identity(puskesmas_id)
    reports = store.reports(puskesmas_id)
    stored = str(reports["stored_at"].iloc[0])[:10] if len(reports) else ""
    letter = store.settings(puskesmas_id).get("kop", {})
    return Meta(
        puskesmas=own["name"], year=args.year, month=args.month, kecamatan=own.get("kecamatan") or "", kabupaten=own.get("kabupaten") or "",
        address=letter.get("alamat", ""), head=letter.get("kepala", ""), head_nip=letter.get("nip", ""), office=letter.get("dinas", ""),
        phone=letter.get("telepon", ""), camat=letter.get("camat", ""), logo=store.logo(puskesmas_id),
        data_date=stored, files=tuple(reports["file_name"]) if len(reports) else (), contoh=args.contoh,
    )  # fmt: skip


def _pptx(work: dict[str, Any]) -> bytes:
    from lokmin_data.export.pptx_deck import build_materi

    slides = build_slides(work["agenda"], work["assessments"], work["ranking"], work["meta"], follow=work["follow"])
    return build_materi(slides, title=meeting_title(work["agenda"]), contoh=work["meta"].contoh)


def _docx(work: dict[str, Any]) -> bytes:
    from lokmin_data.export.docx_records import agenda_docx

    return agenda_docx(work["agenda"], work["meta"])


def _pdf(work: dict[str, Any]) -> bytes:
    from lokmin_data.export.profil import profil_desa_pdf

    return profil_desa_pdf(
        work["assessments"], work["ranking"], work["meta"], agenda=work["agenda"], follow=work["follow"]
    )


def _xlsx(work: dict[str, Any]) -> bytes:
    from lokmin_data.export.tables import package_sheets
    from lokmin_data.export.xlsx import table_xlsx

    return table_xlsx(package_sheets(work["agenda"], work["assessments"], work["ranking"]), work["meta"])


MAKERS = {"pptx": _pptx, "docx": _docx, "pdf": _pdf, "xlsx": _xlsx}

"""Names of areas that the desa list does not know: the likely answer preselected, once for the whole file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from lokmin_data.reading.words.names import AreaMatcher, AreaName
from pages._shared.plain import plain
from pages._shared.session import get_store
from pages._shared.upload_batch import Item, answers

NEW, IGNORE, WHOLE = -1, -2, 0
#: Below this score a suggestion is not worth preselecting.
LIKELY = 60


@dataclass(frozen=True)
class NameAnswers:
    """`names` for the store (area -> desa_id, 0 the Puskesmas, None left out) and the areas that are new desa."""

    names: dict[str, int | None]
    new: tuple[str, ...]


@dataclass(frozen=True)
class DesaList:
    """The desa list of a Puskesmas as the upload needs it: id -> name, and the matcher of spellings."""

    desa: dict[int, str]
    matcher: AreaMatcher | None
    spellings: tuple[str, ...] = ()


def desa_list(puskesmas_id: int | None) -> DesaList:
    """The desa with their confirmed spellings; empty where there is no Puskesmas yet."""
    if puskesmas_id is None:
        return DesaList({}, None)
    table, spelled = get_store().desa(puskesmas_id), get_store().aliases(puskesmas_id)
    aliases: dict[int, list[str]] = {}
    for text, desa_id in zip(spelled["alias"], spelled["desa_id"], strict=True):
        aliases.setdefault(int(desa_id), []).append(str(text))
    desa = {int(row.desa_id): str(row.desa) for row in table.itertuples()}
    names = [
        AreaName(
            str(row.desa),
            kecamatan=str(row.kecamatan or ""),
            aliases=tuple(aliases.get(int(row.desa_id), ())),
            area_id=int(row.desa_id),
        )
        for row in table.itertuples()
    ]
    spellings = (*desa.values(), *spelled["alias"].astype(str))
    return DesaList(desa, AreaMatcher(names) if names else None, spellings)


def ask_names(item: Item, unknown: Sequence[str], listed: DesaList) -> NameAnswers:
    """One question for each name that is not certain; what was chosen is kept for this file."""
    if not unknown:
        return NameAnswers({}, ())
    if not listed.desa:
        return _first_list(item, unknown)
    certain = {name: found for name in unknown if (found := _certain(name, listed)) is not None}
    asked = [name for name in unknown if name not in certain]
    chosen = _questions(item, asked, listed) if asked else {}
    names: dict[str, int | None] = dict(certain)
    names |= {name: (None if value == IGNORE else value) for name, value in chosen.items() if value != NEW}
    return NameAnswers(names, tuple(name for name, value in chosen.items() if value == NEW))


def _questions(item: Item, asked: Sequence[str], listed: DesaList) -> dict[str, int]:
    st.markdown(f"**{len(asked)} nama wilayah belum dikenal.** Jawaban Anda diingat untuk unggahan berikutnya.")
    kept = answers(item).setdefault("nama", {})
    options = [*listed.desa, NEW, IGNORE, WHOLE]
    with st.container(height=430 if len(asked) > 4 else "content", border=False):
        for name in asked:
            likely = kept.get(name, _likely(name, listed))
            kept[name] = st.selectbox(
                f"“{plain(name)}” di laporan adalah", options, index=options.index(likely) if likely in options else 0,
                key=f"nama_{item.key}_{name}", format_func=lambda i: _option(i, listed.desa), persist_state="session",
            )  # fmt: skip
    return {name: kept[name] for name in asked}


def _certain(name: str, listed: DesaList) -> int | None:
    match = listed.matcher.match(name) if listed.matcher else None
    return match.area.area_id if match and match.certain and match.area else None


def _first_list(item: Item, unknown: Sequence[str]) -> NameAnswers:
    """No desa list yet: the report's names become it, but for those that the user takes out; a name that appears when the
    file is read again is in it as well."""
    out = answers(item).setdefault("keluar", set())
    names = hashlib.sha256("\n".join(unknown).encode()).hexdigest()[:12]
    chosen = st.multiselect(
        f"Daftar desa dibuat dari laporan ini ({len(unknown)} nama). Keluarkan yang bukan desa", list(unknown),
        default=[name for name in unknown if name not in out], key=f"desa_pertama_{item.key}_{names}", persist_state="session",
    )  # fmt: skip
    out.difference_update(chosen)
    out.update(name for name in unknown if name not in chosen)
    return NameAnswers({name: None for name in unknown if name not in chosen}, tuple(chosen))


def _likely(name: str, listed: DesaList) -> int:
    """The desa that is preselected; a name unlike any other is a new desa."""
    match = listed.matcher.match(name) if listed.matcher else None
    if match is None or not match.suggestions or match.score < LIKELY:
        return NEW
    return match.suggestions[0][0].area_id or NEW


def _option(value: int, desa: dict[int, str]) -> str:
    words = {
        NEW: "Desa baru, tambahkan ke daftar",
        IGNORE: "Bukan desa, abaikan",
        WHOLE: "Seluruh Puskesmas (bukan satu desa)",
    }
    return words.get(value) or desa[value]

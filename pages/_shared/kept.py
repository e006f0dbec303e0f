"""Pictures and tables that were drawn once are kept: the same scope in the same version looks the same for everybody.

A page asks for what it shows by scope and name; only the first asker pays for drawing it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from lokmin_data.charts.theme import Finished, chart_config, signed
from lokmin_data.charts.told import told
from pages._shared.method import method_link
from pages._shared.ready import Ready
from pages._shared.screen import is_narrow
from pages._shared.session import Scope, made

Drawn = TypeVar("Drawn")


def kept(at: Scope, name: str, build: Callable[[], Drawn]) -> Drawn:
    """What `build` makes of this scope; `name` says everything else that it depends on (indicator, desa, switch)."""
    return made(at, f"gambaran {name}", build)


def show_html(at: Scope, name: str, build: Callable[[], str], *, how: Sequence[str] = ()) -> None:
    """A table, matrix or list as HTML, built once a scope; `how`: the sections of docs/metode.md that explain it."""
    st.html(kept(at, name, lambda: Ready(build())))
    if how:
        st.html(method_link(*how))


def signature(at: Scope, what: str) -> str:
    """What stands below a chart that left the page as a PNG: what it shows, of whom, until when, and that it is an example."""
    parts = [what, at.puskesmas, f"data s.d. {at.period}"]
    return " · ".join([*(["CONTOH, data karangan"] if at.example else []), *(part for part in parts if part not in what or part == what)])


def show_chart(
    at: Scope, name: str, alt: str, build: Callable[[bool], object], *, how: Sequence[str], of: str = ""
) -> None:
    """A figure over the full width with only the camera; `build` gets True for a phone.

    `alt` is its name for a screen reader, which also hears its points; `name` and `of` (the desa, say) tell it from others
    of the scope.  `how`: the sections of docs/metode.md that explain its numbers, linked below it.
    """
    narrow = is_narrow()

    def drawn() -> tuple[object, str]:
        figure = build(narrow)
        return Finished(signed(figure, signature(at, alt))), told(figure)

    figure, points = kept(at, f"gambar {name} {of} {narrow}", drawn)
    words = f"{alt}. {points}" if points else alt
    st.plotly_chart(figure, theme=None, config=chart_config(name), alt=words, key=f"gambar_{name}")
    st.html(method_link(*how))

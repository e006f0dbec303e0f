"""HTML that is finished: Streamlit takes it as it stands."""

from __future__ import annotations

import textwrap


class Ready:
    """A text for `st.html`, which looks through any other text for indentation again in each run (a table: a millisecond)."""

    def __init__(self, text: str) -> None:
        self._text = textwrap.dedent(text).strip()

    def _repr_html_(self) -> str:
        return self._text

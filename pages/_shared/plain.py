"""Text of a file or a user as plain text where Streamlit would read Markdown: labels, messages, captions."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-!$~|<>:])")


def plain(text: object) -> str:
    """The text with every sign of Markdown, LaTeX, colour or icon shortcodes escaped, in one line."""
    return _SIGNS.sub(r"\\\1", " ".join(str(text).split()))

"""Text of reports is text: no markup, no formula, no control character reaches a document."""

from __future__ import annotations

import re
import unicodedata

#: What XML 1.0 forbids, and what steers the direction of writing without being seen.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
#: Signs that make a spreadsheet take a text for a formula or a command.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_UNSAFE_NAME = re.compile(r'[\\/:*?"<>|\s]+')
#: Names that a file system of a Puskesmas laptop refuses.
NAME_LENGTH = 80


def clean(value: object) -> str:
    """The text without control characters; line breaks become a plain newline."""
    text = "" if value is None else str(value)
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x0b", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    return _FORBIDDEN.sub("", text)


def one_line(value: object) -> str:
    """The text on one line, spaces folded."""
    return " ".join(clean(value).split())


def csv_safe(value: object) -> str:
    """The text for a CSV cell: a leading formula sign is made harmless with an apostrophe; numbers stay numbers."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raw = "" if value is None else str(value)
    text = clean(raw)
    dangerous = raw.startswith(FORMULA_SIGNS) or text.lstrip(" \n\t\xa0").startswith(FORMULA_SIGNS)
    return f"'{text}" if dangerous else text


def file_name(*parts: object, suffix: str) -> str:
    """A file name for any system: "agenda_puskesmas-sukamaju_2026-03.pptx"."""
    words = [_UNSAFE_NAME.sub("-", unicodedata.normalize("NFKD", one_line(part))).strip("-. ") for part in parts]
    ascii_words = [word.encode("ascii", "ignore").decode().lower() for word in words]
    stem = "_".join(word for word in ascii_words if word)[:NAME_LENGTH].strip("-. _") or "dokumen"
    return f"{stem}.{suffix}"

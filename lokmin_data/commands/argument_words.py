"""argparse's own words in Bahasa Indonesia; it looks them up through gettext, which knows no Indonesian."""

from __future__ import annotations

import argparse

WORDS = {
    "usage: ": "cara pakai: ",
    "positional arguments": "yang diisi",
    "options": "pilihan",
    "show this help message and exit": "tampilkan bantuan ini",
    "the following arguments are required: %s": "bagian ini wajib diisi: %s",
    "unrecognized arguments: %s": "pilihan ini tidak dikenal: %s",
    "expected one argument": "perlu diikuti satu nilai",
    "expected at least one argument": "perlu diikuti sedikitnya satu nilai",
    "argument %(argument_name)s: %(message)s": "pilihan %(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak dapat dibaca (yang diminta: %(type)s)",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak tersedia (pilih dari %(choices)s)",
    "not allowed with argument %s": "tidak boleh bersama %s",
    "one of the arguments %s is required": "isi salah satu dari %s",
    "ambiguous option: %(option)s could match %(matches)s": "pilihan %(option)s dapat berarti %(matches)s",
}


def speak_indonesian() -> None:
    """Make argparse use `WORDS`; what is not in it stays as it is."""
    argparse._ = lambda text: WORDS.get(text, text)  # type: ignore[attr-defined]

"""How the store compares names of places: case, spaces, punctuation and a leading 'Desa' do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PREFIX = re.compile(r"^(desa|ds|kelurahan|kel|nagari|gampong|kampung|puskesmas|pkm|uptd puskesmas)\b\.?\s+")

#: A report repeats a dozen names thousands of times.
_REMEMBERED = 8192


@lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """The name without what varies in spelling: 'DESA  Suka-Maju ' becomes 'sukamaju'."""
    plain = unicodedata.normalize("NFKD", str(text)).casefold().strip()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^0-9a-z]", "", _PREFIX.sub("", plain)) or plain

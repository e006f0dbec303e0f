"""Streamlit's own scripts on their way to the browser: compressed beforehand, and asked for before they are needed.

Their names hold hashes, so they are looked up where the installed Streamlit has them; what is not there is left out.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from functools import cache
from mimetypes import guess_type
from pathlib import Path
from typing import Any

import streamlit as st

from pages._shared.menu import ENTRIES

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
STATIC = Path(st.__file__).parent / "static" / "static"
PLACE, PACKED = "/static/", ".gz"
#: Addresses whose pages have charts; the root shows one of them.
WITH_CHARTS = {"", *(entry.file for entry in ENTRIES if entry.group == "Rapat")}
#: What nearly every page asks for as soon as its first parts come, and the largest by far: the library of charts.
PARTS, CHARTS = ("Html", "Selectbox", "DownloadButton"), "PlotlyChart"
FOLDER, END = Path(__file__).parent, b"</body>"


@cache
def _address(part: str) -> str:
    """Where a part of Streamlit's frontend lies, as its page calls it; '' where it is not found."""
    found = sorted(path.name for path in STATIC.glob(f"js/{part}.*.js"))
    return f"./static/js/{found[0]}" if found else ""


def _has_charts(path: str) -> bool:
    return path.rpartition("/")[2] in WITH_CHARTS


def early_headers(path: str) -> list[tuple[bytes, bytes]]:
    """For the page of this address: the browser may fetch the library of charts while it still starts Streamlit."""
    address = _address(CHARTS) if _has_charts(path) else ""
    return [(b"link", f"<{address}>; rel=preload; as=script; crossorigin=anonymous".encode())] if address else []


@cache
def _early_script(charts: bool) -> bytes:
    addresses = [address for part in (*PARTS, *([CHARTS] if charts else [])) if (address := _address(part))]
    script = (FOLDER / "awal.js").read_text(encoding="utf-8").replace("PARTS", json.dumps(addresses))
    return f"<script>{script}</script>".encode()


def with_early_script(page: bytes, path: str) -> bytes:
    """The page of this address with the script that loads parts of Streamlit while the server is busy (`awal.js`)."""
    return page.replace(END, _early_script(_has_charts(path)) + END)


class PackedScripts:
    """ASGI middleware: answers with the compressed file that lies beside the one that is asked for (`alat/padat.py`)."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self.app = app
        self.packed = {path.relative_to(STATIC).as_posix().removesuffix(PACKED) for path in STATIC.glob(f"*/*{PACKED}")}

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        """Pass everything on; only scripts and styles that lie there compressed are answered so."""
        name = scope["path"].rpartition(PLACE)[2] if scope["type"] == "http" else ""
        if name not in self.packed or not _takes_gzip(scope):
            await self.app(scope, receive, send)
            return
        kind = guess_type(name)[0] or "application/octet-stream"
        await self.app({**scope, "path": scope["path"] + PACKED}, receive, _as(kind, send))


def _takes_gzip(scope: Message) -> bool:
    return scope["method"] in ("GET", "HEAD") and any(key == b"accept-encoding" and b"gzip" in value for key, value in scope["headers"])


def _as(kind: str, send: Send) -> Send:
    """Say of an answer that its body is a compressed file of this kind."""

    async def say(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            kept = [pair for pair in message["headers"] if pair[0] not in (b"content-type", b"content-encoding")]
            told = [(b"content-type", f"{kind}; charset=utf-8".encode()), (b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")]
            message = {**message, "headers": [*kept, *told]}
        await send(message)

    return say

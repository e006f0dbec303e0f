"""The web server around `dashboard.py`: compression, the page's language, security headers, and the doorman.

`streamlit run server.py` serves the app; `streamlit run dashboard.py` still works, without these.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit.runtime.pages_manager import PagesManager

from pages._shared.assets import PackedScripts, early_headers, with_early_script
from pages._shared.login_cookie import ROUTES
from pages._shared.visit import Doorman
from pages._shared.warm import begin

Message = MutableMapping[str, Any]
Headers = list[tuple[bytes, bytes]]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]

#: Smaller answers are not worth compressing (bytes).
SMALLEST_COMPRESSED = 1024
#: zlib's own middle: 9 takes a quarter more time and saves a two hundredth.
COMPRESSION = 6
#: The browser itself refuses whatever is not from this server: no chart, font or script can call outside.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
    "frame-src 'self' blob: data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
SECURITY_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
)
ENGLISH_PAGE, INDONESIAN_PAGE = b'<html lang="en">', b'<html lang="id">'


class PageDress:
    """ASGI middleware: security headers on every answer; the page itself says that it is Indonesian, and what it will need."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass everything on; only HTTP answers are dressed (websockets are left as they are).

        Within, nobody compresses: Streamlit would hand over some pages as bytes that cannot be read here.
        """
        if scope["type"] == "http":
            plain = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            scope, send = {**scope, "headers": plain}, _dressed(send, scope["path"])
        await self.app(scope, receive, send)


def _dressed(send: Send, path: str) -> Send:
    start: Message = {}

    async def dress(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            message = {**message, "headers": _with_security(message["headers"])}
            if any(key == b"content-type" and value.startswith(b"text/html") for key, value in message["headers"]):
                start = message  # goes out with the page, whose length changes
                return
        elif start and message["type"] == "http.response.body":
            body = message.get("body", b"")
            page = with_early_script(body.replace(ENGLISH_PAGE, INDONESIAN_PAGE), path)
            await send({**start, "headers": [*_longer(start["headers"], len(page) - len(body)), *early_headers(path)]})
            start, message = {}, {**message, "body": page}
        await send(message)

    return dress


def _with_security(headers: Headers) -> Headers:
    present = {key for key, _ in headers}
    return [*headers, *(pair for pair in SECURITY_HEADERS if pair[0] not in present)]


def _longer(headers: Headers, by: int) -> Headers:
    """The headers of an answer that became longer by so many bytes."""
    return [(key, str(int(value) + by).encode() if key == b"content-length" else value) for key, value in headers]


# A folder named `pages` is Streamlit's old way to many pages.  Until `st.navigation` has run once in this process, an address
# such as /imunisasi would run that file alone, without menu, scope and frame; there is no setting for it.
PagesManager.uses_pages_directory = False



def _send_at_once(connection: socket.socket) -> None:
    with suppress(OSError):  # a Unix socket knows no such thing
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@asynccontextmanager
async def _lifespan(_: st.App) -> AsyncIterator[None]:
    """The server's life: the first visit is made ready for while it begins to listen.

    asyncio lets small messages go at once only where a socket names its protocol; Streamlit's names none, and the last message
    of a page then waits some 40 ms for the browser's system to acknowledge the one before.
    """
    asyncio.base_events._set_nodelay = _send_at_once  # type: ignore[attr-defined]
    begin()
    yield


app = st.App(
    str(Path(__file__).with_name("dashboard.py")),
    lifespan=_lifespan,
    routes=ROUTES,
    middleware=[
        Middleware(GZipMiddleware, minimum_size=SMALLEST_COMPRESSED, compresslevel=COMPRESSION),
        Middleware(PackedScripts), Middleware(PageDress), Middleware(Doorman),
    ],
)

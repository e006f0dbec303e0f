"""The web server around `dashboard.py`: compression, the page's language, security headers, and the doorman.

`streamlit run server.py` serves the app; `streamlit run dashboard.py` still works, without these.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit.runtime.pages_manager import PagesManager

from pages._shared.login_cookie import ROUTES
from pages._shared.visit import Doorman
from pages._shared.warm import begin

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]

#: Smaller answers are not worth compressing (bytes).
SMALLEST_COMPRESSED = 1024
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
    """ASGI middleware: security headers on every answer, and the page itself says that it is Indonesian."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass everything on; only HTTP answers are dressed (websockets are left as they are)."""
        await self.app(scope, receive, _dressed(send) if scope["type"] == "http" else send)


def _dressed(send: Send) -> Send:
    is_page = False

    async def dress(message: Message) -> None:
        nonlocal is_page
        if message["type"] == "http.response.start":
            is_page = any(key == b"content-type" and value.startswith(b"text/html") for key, value in message["headers"])
            present = {key for key, _ in message["headers"]}
            added = [pair for pair in SECURITY_HEADERS if pair[0] not in present]
            message = {**message, "headers": [*message["headers"], *added]}
        elif is_page and message["type"] == "http.response.body":  # both words have the same length: no new content-length
            message = {**message, "body": message.get("body", b"").replace(ENGLISH_PAGE, INDONESIAN_PAGE)}
        await send(message)

    return dress


# A folder named `pages` is Streamlit's old way to many pages.  Until `st.navigation` has run once in this process, an address
# such as /imunisasi would run that file alone, without menu, scope and frame; there is no setting for it.
PagesManager.uses_pages_directory = False



@asynccontextmanager
async def _lifespan(_: st.App) -> AsyncIterator[None]:
    """The server's life: the first visit is made ready for while it begins to listen."""
    begin()
    yield


app = st.App(
    str(Path(__file__).with_name("dashboard.py")),
    lifespan=_lifespan,
    routes=ROUTES,
    middleware=[Middleware(GZipMiddleware, minimum_size=SMALLEST_COMPRESSED), Middleware(PageDress), Middleware(Doorman)],
)

"""Keeps a login across a reload: the token travels to the browser as a cookie that no script can read.

A Streamlit script cannot set cookies.  It hands the page a code that works once and for seconds; the page sends
it to `/lokmin/sesi`, which answers with the cookie.  Without that route (`streamlit run dashboard.py`) a login
simply lasts until the page is reloaded.
"""

from __future__ import annotations

import secrets
import threading
import time

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

COOKIE = "lokmin_sesi"
PATH = "/lokmin/sesi"
#: A request of another site cannot carry this header without asking first, and nobody answers that question.
HEADER = "x-lokmin"
CODE_LASTS_SECONDS = 30
COOKIE_LASTS_SECONDS = 12 * 3600
_codes: dict[str, tuple[str, float]] = {}
_lock = threading.Lock()


def offer(token: str) -> str:
    """A code that can be exchanged once, within seconds, for a cookie with this token ('' takes the cookie away)."""
    code = secrets.token_urlsafe(24)
    with _lock:
        now = time.monotonic()
        for old in [key for key, (_, until) in _codes.items() if until < now]:
            del _codes[old]
        _codes[code] = (token, now + CODE_LASTS_SECONDS)
    return code


def take(code: str) -> str | None:
    """The token of a code, once; None where the code is unknown, used, or too old."""
    with _lock:
        token, until = _codes.pop(code, ("", 0.0))
    return token if until >= time.monotonic() and until else None


async def set_cookie(request: Request) -> Response:
    """POST with a code in the body: sets or takes away the cookie; 403 for everything else."""
    code = (await request.body())[:200].decode("ascii", "replace")
    token = take(code) if request.headers.get(HEADER) == "1" else None
    if token is None:
        return Response(status_code=403)
    answer = Response(status_code=204)
    answer.headers["cache-control"] = "no-store"
    if not token:
        answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
        return answer
    secure = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
    answer.set_cookie(
        COOKIE, token, max_age=COOKIE_LASTS_SECONDS, path="/", httponly=True, samesite="strict", secure=secure
    )
    return answer


#: For `server.py`.
ROUTES = [Route(PATH, set_cookie, methods=["POST"])]


def exchange_in_browser(code: str) -> None:
    """Let the page fetch the cookie; the code is ours and holds only letters, digits, - and _."""
    st.html(
        f"<script>fetch(new URL('lokmin/sesi', document.baseURI), {{method: 'POST', credentials: 'same-origin', "
        f"headers: {{'{HEADER}': '1'}}, body: '{code}'}}).catch(() => undefined)</script>",
        unsafe_allow_javascript=True,
    )

"""Where this browser comes from, and which sessions may hand files to the server.

The doorman stands before Streamlit: it refuses a page that calls this machine by a foreign name (an address on the
internet that was made to point here would else be taken for the officer's own browser), and files of those who may
not write.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import streamlit as st
from starlette.responses import PlainTextResponse
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages._shared.access import WRITER_ROLES, Person, host_name, is_loopback, network_forced, on_network
from pages._shared.run import once

Message = MutableMapping[str, Any]
UPLOADS = "/_stcore/upload_file/"
FOREIGN_NAME = (
    "Dasbor ini hanya untuk komputer ini: bukalah lewat http://127.0.0.1 atau http://localhost. Di belakang proxy: setel LOKMIN_JARINGAN=ya."
)
NO_UPLOAD = "Silakan masuk dahulu sebagai petugas untuk mengunggah."
POLICY_VIOLATION = 1008
#: Sessions whose person may write, newest last; a forgotten one is noted again by its next run.
_writers: dict[str, None] = {}
KEPT_SESSIONS = 5000


def _forwarded(names: object) -> bool:
    return "X-Forwarded-For" in names or "Forwarded" in names  # type: ignore[operator]


def behind_network() -> bool:
    """True where others than this machine can reach the app."""
    return once("jaringan", _behind_network)


def _behind_network() -> bool:
    headers = st.context.headers
    return on_network(
        st.get_option("server.address"), client=st.context.ip_address, forwarded=_forwarded(headers), host=headers.get("Host")
    )


def at_this_machine() -> bool:
    """True where this very browser runs on the machine of the server, also while the server listens on the network.

    Streamlit gives no address for a browser on this machine.
    """
    headers = st.context.headers
    host, address = headers.get("Host"), st.context.ip_address
    foreign = isinstance(host, str) and host and not is_loopback(host_name(host))
    return not (isinstance(address, str) or network_forced() or _forwarded(headers) or foreign)


def note_writer(found: Person) -> None:
    """Remember whether this session may hand files to the server: its person writes somewhere."""
    context = get_script_run_ctx()
    if context is None:
        return
    _writers.pop(context.session_id, None)
    if any(role in WRITER_ROLES for role in found.roles.values()):
        _writers[context.session_id] = None
    while len(_writers) > KEPT_SESSIONS:
        _writers.pop(next(iter(_writers)), None)


class Doorman:
    """ASGI middleware: what must not even reach Streamlit."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]) -> None:
        """Pass on what may pass."""
        refusal = _refusal(scope) if scope["type"] in ("http", "websocket") else ""
        if not refusal:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await PlainTextResponse(refusal, 403)(scope, receive, send)


def _refusal(scope: Message) -> str:
    headers = {key.decode("latin-1").title(): value.decode("latin-1") for key, value in scope["headers"]}
    host, address = headers.get("Host", ""), st.get_option("server.address")
    if is_loopback(address) and not network_forced() and not _forwarded(headers) and host and not is_loopback(host_name(host)):
        return FOREIGN_NAME
    path = str(scope.get("path", ""))
    if UPLOADS in path and scope.get("method") == "PUT" and path.partition(UPLOADS)[2].partition("/")[0] not in _writers:
        return NO_UPLOAD
    return ""

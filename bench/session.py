"""A visitor without a browser: Streamlit's own protocol over a websocket, as its frontend speaks it, uploads included."""

from __future__ import annotations

import time
import uuid
from contextlib import ExitStack
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileUploaderState, UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

XSRF_COOKIE, XSRF_HEADER = "_streamlit_xsrf", "X-Xsrftoken"
PATIENCE_SECONDS = 120
FINISHED, FINISHED_FRAGMENT = 0, 3
UNEXPECTED = "ada kesalahan pada program"
#: Elements with something to say or to press; label or body.
TEXTS = ("markdown", "html", "alert", "text", "heading")


class Failed(RuntimeError):
    """The page showed an error, or lacks what was to be pressed."""


class Session:
    """One tab: `run` lets the script run and returns the seconds until it has finished."""

    def __init__(self, url: str, page: str = "") -> None:
        self.url, self.page = url, page
        self.query: dict[str, str] = {}
        self.widgets: dict[str, WidgetState] = {}
        self.elements: dict[tuple[int, ...], Any] = {}
        self.session_id = self.hash = ""
        self.pages: dict[str, str] = {}
        jar = CookieJar()
        self.http = build_opener(HTTPCookieProcessor(jar))
        self.http.open(f"{url}/_stcore/health", timeout=PATIENCE_SECONDS).read()
        self.cookies = {cookie.name: cookie.value or "" for cookie in jar}
        header = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.open = ExitStack()
        self.socket = self.open.enter_context(connect(
            f"{url.replace('http', 'ws', 1)}/_stcore/stream", subprotocols=["streamlit", self.cookies.get(XSRF_COOKIE, "x")],  # type: ignore[list-item]
            additional_headers={"Cookie": header}, origin=url, max_size=None, open_timeout=PATIENCE_SECONDS,  # type: ignore[arg-type]
        ))  # fmt: skip
        self.run()

    def go(self, page: str, **query: str) -> float:
        """Open a page by its address, as a click in the menu does."""
        self.page, self.query, self.hash = page, query, self.pages.get(page, "")
        self.widgets = {name: state for name, state in self.widgets.items() if state.WhichOneof("value") != "file_uploader_state_value"}
        return self.run()

    def choose(self, label: str, option: str) -> float:
        """Choose in a select box by its label."""
        self.widgets[self._element("selectbox", label).id] = WidgetState(id=self._element("selectbox", label).id, string_value=option)
        return self.run()

    def press(self, begins: str) -> float:
        """Press the button whose label begins so."""
        return self.run(WidgetState(id=self._element("button", begins).id, trigger_value=True))

    def upload(self, name: str, data: bytes) -> float:
        """Drop one file on the page's first uploader."""
        widget = self._element("file_uploader", "")
        request = BackMsg()
        request.file_urls_request.request_id = str(uuid.uuid4())
        request.file_urls_request.file_names.append(name)
        request.file_urls_request.session_id = self.session_id
        self.socket.send(request.SerializeToString())
        urls = self._until("file_urls_response").file_urls_response.file_urls[0]
        self._put(urls.upload_url, name, data)
        info = UploadedFileInfo(name=name, size=len(data), file_id=urls.file_id, file_urls=urls)
        state = FileUploaderState(uploaded_file_info=[info])
        self.widgets[widget.id] = WidgetState(id=widget.id, file_uploader_state_value=state)
        return self.run()

    def run(self, trigger: WidgetState | None = None) -> float:
        """One run of the script with the state of all widgets; raises Failed where the page shows an error of the code."""
        start = time.perf_counter()
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_name, state.page_script_hash = urlencode(self.query), self.page, self.hash
        state.widget_states.widgets.extend([*self.widgets.values(), *([trigger] if trigger else [])])
        self.elements = {}
        self.socket.send(message.SerializeToString())
        while self._until("script_finished").script_finished not in (FINISHED, FINISHED_FRAGMENT):
            self.elements = {}  # a rerun that the script asked for follows
        seconds = time.perf_counter() - start
        wrong = [text for text in self.texts() if UNEXPECTED in text]
        wrong += [str(element.exception.message) for element in self.elements.values() if element.WhichOneof("type") == "exception"]
        if wrong:
            raise Failed(f"{self.page}: {wrong[0][:300]}")
        return seconds

    def texts(self) -> list[str]:
        """What the page says."""
        kinds = ((element.WhichOneof("type"), element) for element in self.elements.values())
        return [str(getattr(element, kind).body) for kind, element in kinds if kind in TEXTS and hasattr(getattr(element, kind), "body")]

    def close(self) -> None:
        """Close the tab."""
        self.open.close()

    # --- within ------------------------------------------------------------------------------------------
    def _element(self, kind: str, begins: str) -> Any:
        for element in self.elements.values():
            if element.WhichOneof("type") == kind:
                widget = getattr(element, kind)
                if widget.label.replace("\\", "").startswith(begins) and not widget.disabled:
                    return widget
        raise Failed(f"{self.page}: no {kind} '{begins}'; it says {' | '.join(self.texts())[-400:]}")

    def _until(self, kind: str) -> ForwardMsg:
        """Take messages in until one of that kind comes."""
        while True:
            message = ForwardMsg()
            message.ParseFromString(self.socket.recv(timeout=PATIENCE_SECONDS))  # type: ignore[arg-type]
            found = message.WhichOneof("type")
            if found == "new_session":
                self.session_id = message.new_session.initialize.session_id
            elif found == "navigation":
                self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                self.hash = message.navigation.page_script_hash
            elif found == "delta" and message.delta.WhichOneof("type") == "new_element":
                self.elements[tuple(message.metadata.delta_path)] = message.delta.new_element
            if found == kind:
                return message

    def _put(self, path: str, name: str, data: bytes) -> None:
        border = uuid.uuid4().hex
        head = f'--{border}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        body = head.encode() + data + f"\r\n--{border}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={border}", XSRF_HEADER: self.cookies.get(XSRF_COOKIE, "")}
        request = Request(f"{self.url}{path}" if path.startswith("/") else path, body, headers, method="PUT")
        self.http.open(request, timeout=PATIENCE_SECONDS).read()

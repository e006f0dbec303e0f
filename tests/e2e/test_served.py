"""What the server gives to somebody who asks for more than pages: nothing."""

from __future__ import annotations

import gzip
import http.client
import re
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest

from alat import server_uji as servers
from alat.server_uji import Server
from bench.session import Session

#: Files of the project, of the data folder and of the system, asked for in every way that a careless server falls for.
FILES = (
    "/.streamlit/config.toml", "/.streamlit/secrets.toml", "/server.py", "/dashboard.py", "/pages/masuk.py", "/data/reference/setelan.toml",
    "/data/lokmin.sqlite", "/lokmin.sqlite", "/cadangan/", "/server.log", "/app/static/../server.py", "/app/static/%2e%2e/server.py",
    "/app/static/..%2f..%2f.streamlit%2fconfig.toml", "/app/static//etc/passwd", "/media/../../server.py", "/component/../server.py",
    "/static/../../../requirements.txt", "/..%5cserver.py", "/app/static/%00", "/app/static/ikon.png/../../server.py",
)  # fmt: skip
#: Words that stand in those files and on no page.
INSIDE = (b"gatherusagestats", b"pagesmanager", b"sembunyikan_kecil", b"sqlite format", b"root:x:0", b"--hash=sha256", b"set_page_config")


def ask(server: Server, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    """The bare answer; the path is sent as it stands."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    found = answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return found


@pytest.mark.parametrize("path", FILES)
def test_no_file_of_the_server_is_given_away(server: Server, path: str) -> None:
    status, body, headers = ask(server, "GET", path)
    assert status in (200, 301, 302, 307, 308, 400, 403, 404)
    assert not any(word in body.lower() for word in INSIDE), (path, body[:200])
    assert headers["x-content-type-options"] == "nosniff"


def test_every_answer_is_dressed_and_only_what_is_meant_is_static(server: Server) -> None:
    for path in ("/", "/imunisasi", "/_stcore/health", "/app/static/ikon.png", "/app/static/tidak-ada.png"):
        _, _, headers = ask(server, "GET", path)
        assert headers["x-frame-options"] == "SAMEORIGIN" and "frame-ancestors 'self'" in headers["content-security-policy"], path
    assert ask(server, "GET", "/app/static/ikon.png")[0] == 200


@pytest.mark.parametrize("how", [{}, {"Accept-Encoding": "gzip"}])
def test_a_page_comes_whole_indonesian_and_with_what_it_will_need(server: Server, how: dict[str, str]) -> None:
    for path, has_charts in (("/", True), ("/imunisasi", True), ("/unggah", False)):
        status, body, headers = ask(server, "GET", path, **how)
        page = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
        assert (status, headers["content-length"]) == (200, str(len(body))) and ("content-encoding" in headers) is bool(how)
        assert b'<html lang="id">' in page and page.rstrip().endswith(b"</html>") and b"js/Selectbox." in page
        assert (b"js/PlotlyChart." in page) is has_charts is ("PlotlyChart" in headers.get("link", ""))


def test_a_script_is_the_same_compressed_and_plain(server: Server) -> None:
    page = ask(server, "GET", "/")[1].decode()
    for path in [*re.findall(r"[.](/static/js/(?:index|PlotlyChart)[^\"']+)", page)[:2], *re.findall(r"[.](/static/css/[^\"]+)", page)[:1]]:
        (status, plain, kept), (_, packed, told) = ask(server, "GET", path), ask(server, "GET", path, **{"Accept-Encoding": "gzip, br"})
        assert status == 200 and told["content-encoding"] == "gzip" and gzip.decompress(packed) == plain, path
        assert "content-encoding" not in kept and told["content-type"].split(";")[0].endswith(("javascript", "css"))
        assert "immutable" in told["cache-control"] and told["cache-control"] == kept["cache-control"]
        assert told["x-content-type-options"] == "nosniff"


def test_an_upload_without_the_pages_own_token_is_refused(server: Server) -> None:
    for headers in ({}, {"X-Xsrftoken": "tebakan"}, {"X-Xsrftoken": "tebakan", "Cookie": "_streamlit_xsrf=lain"}):
        status, _, _ = ask(server, "PUT", "/_stcore/upload_file/sesi/berkas", b"x", **headers)
        assert status in (400, 403, 404, 422)
        assert status == 403, (headers, status)


def test_the_interfaces_for_machines_are_closed(server: Server) -> None:
    for path in ("/_stcore/agent/interact", "/lokmin/sesi", "/_stcore/bidi-components/x"):
        status, body, _ = ask(server, "POST", path, b"{}", **{"Content-Type": "application/json"})
        assert status in (403, 404, 405) and b"session_id" not in body, (path, status)


def test_another_site_cannot_open_a_session(server: Server) -> None:
    """A websocket from a foreign page is refused: else any site could read the dashboard of whoever visits it."""
    host = urlsplit(server.url).netloc
    key = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "eHh4eHh4eHh4eHh4eHh4eA==",
           "Sec-WebSocket-Protocol": "streamlit"}  # fmt: skip
    assert ask_upgrade(host, {**key, "Origin": f"http://{host}"}) == 101
    assert ask_upgrade(host, {**key, "Origin": "https://jahat.example"}) in (400, 403, 404)


def test_a_foreign_name_for_this_machine_opens_nothing(server: Server) -> None:
    """A page of the internet may point its own name at 127.0.0.1; to the browser it is then one and the same site."""
    host = urlsplit(server.url).netloc
    key = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "eHh4eHh4eHh4eHh4eHh4eA==",
           "Sec-WebSocket-Protocol": "streamlit"}  # fmt: skip
    foreign = {"Host": "jahat.example:8501", "Origin": "http://jahat.example:8501"}
    assert ask_upgrade(host, {**key, **foreign}) in (400, 403, 404)
    assert ask(server, "GET", "/", Host="jahat.example")[0] == 403
    assert ask(server, "GET", "/", Host=f"localhost:{host.partition(':')[2]}")[0] == 200
    assert ask(server, "GET", "/", Host="lokmin.example.go.id", **{"X-Forwarded-For": "10.0.0.7"})[0] == 200, "a proxy that says so"


def test_a_file_of_somebody_who_may_not_write_is_not_taken(server: Server, tmp_path: Path) -> None:
    """Not even with the page's own token, by a visitor who speaks Streamlit's protocol himself."""
    network = servers.start(tmp_path, environment={"LOKMIN_JARINGAN": "ya"})
    try:
        stranger = Session(network.url, "unggah")
        with pytest.raises(HTTPError, match="403"):
            stranger._put(f"/_stcore/upload_file/{stranger.session_id}/berkas", "laporan.xlsx", b"x")
        stranger.close()
    finally:
        network.stop()
    officer = Session(server.url, "unggah")
    officer._put(f"/_stcore/upload_file/{officer.session_id}/berkas", "laporan.xlsx", b"x")
    officer.close()


def ask_upgrade(host: str, headers: dict[str, str]) -> int:
    """The status of a request for a websocket."""
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request("GET", "/_stcore/stream", headers=headers)
    status = connection.getresponse().status
    connection.close()
    return status

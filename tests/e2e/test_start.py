"""The first page of an empty store: two ways in, in Indonesian, offline, with the server's headers."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from alat.server_uji import Server
from tests.e2e.driver import App


def test_first_page_has_two_ways_in(fresh_app: App) -> None:
    fresh_app.open()
    expect(fresh_app.page.get_by_role("button", name="Unggah laporan").first).to_be_visible()
    expect(fresh_app.page.get_by_role("button", name="Buka data contoh").first).to_be_visible()
    expect(fresh_app.page.locator("html")).to_have_attribute("lang", "id")
    assert fresh_app.english() == [] and not fresh_app.too_wide()


def test_a_bookmark_opens_inside_the_app_even_as_the_first_visit(fresh_app: App) -> None:
    fresh_app.open("unggah")
    expect(fresh_app.page.locator("[data-testid=stSidebarNav]").first).to_contain_text("Unggah laporan")
    expect(fresh_app.page.locator("[data-testid=stSidebarNav]").first).to_contain_text("Kualitas data")


def test_server_sends_compressed_pages_with_security_headers(server: Server) -> None:
    request = urllib.request.Request(f"{server.url}/", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        headers = {key.lower(): value for key, value in answer.headers.items()}
    assert headers["content-encoding"] == "gzip"
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert "default-src 'self'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    ["app/static/../../data/reference/setelan.toml", "app/static/%2e%2e/server.py", "data/contoh/desa.csv", ".streamlit/config.toml"],
)
def test_no_file_of_the_project_is_served(server: Server, path: str) -> None:
    try:
        with urllib.request.urlopen(f"{server.url}/{path}") as answer:
            found = answer.read(2000).lower()
    except urllib.error.HTTPError as refused:
        assert refused.code in (400, 403, 404)
    else:  # the app's own page, whatever the address
        assert b"<!doctype html>" in found and b"sukamaju" not in found and b"gatherusagestats" not in found

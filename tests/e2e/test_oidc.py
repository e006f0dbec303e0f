"""Signing in with the district's own accounts: the role is the one that the pengelola gave to that e-mail, else only looking."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest
from playwright.sync_api import expect

from alat import server_uji as servers
from lokmin_data.store import open_store
from tests.e2e.driver import App
from tests.e2e.oidc_provider import CLIENT, Provider, provider

OFFICER, STRANGER = "ani@dinkes.example", "orang@lain.example"


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[servers.Server, Provider]]:
    """A server of the network with one Puskesmas, one officer's account, and a provider that both trust."""
    folder, patch = tmp_path_factory.mktemp("oidc"), pytest.MonkeyPatch()
    store = open_store(f"sqlite:///{folder / 'data' / 'lokmin.sqlite'}")
    puskesmas = store.add_puskesmas("Mekar", who="uji")
    store.save_desa(puskesmas, pd.DataFrame({"desa": ["Mekarsari"]}), "uji")
    store.create_account("kepala", "kata-sandi-kepala", roles={0: "pengelola"}, who="uji")
    store.create_account(OFFICER, "tidak-pernah-dipakai", roles={puskesmas: "petugas"}, who="uji")
    store.close()
    port = servers.free_port()
    patch.setattr(servers, "free_port", lambda: port)
    with provider() as identity:
        (folder / ".streamlit").mkdir()
        (folder / ".streamlit" / "secrets.toml").write_text(
            f'[auth]\nredirect_uri = "http://127.0.0.1:{port}/oauth2callback"\ncookie_secret = "rahasia-kuki-untuk-uji-saja-0123456789"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "rahasia-klien"\nserver_metadata_url = "{identity.url}/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        running = servers.start(folder, environment={"LOKMIN_JARINGAN": "ya"})
        yield running, identity
        running.stop()
        log = running.log
    patch.undo()
    assert "rahasia-klien" not in log and "rahasia-kuki" not in log, "a secret is in the log"


def sign_in(page: object, district: tuple[servers.Server, Provider], email: str, **claims: object) -> App:
    server, identity = district
    identity.claims = {"sub": email, "email": email, "name": "Uji", **claims}
    app = App(page, server.url)  # type: ignore[arg-type]
    app.open("masuk")
    with app.page.expect_response(lambda answer: "/oauth2callback" in answer.url):
        app.page.get_by_role("button", name="Masuk dengan akun Dinas").click()
    expect(app.page.locator("h1").first).to_be_visible()
    return app.settled()


def test_an_officer_of_the_district_may_write(page: object, district: tuple[servers.Server, Provider]) -> None:
    app = sign_in(page, district, OFFICER, email_verified=True)
    expect(app.open("masuk").page.get_by_text("Anda masuk sebagai", exact=False)).to_contain_text(f"{OFFICER} (petugas)")
    app.open("sasaran_target")
    expect(app.page.get_by_role("button", name="Simpan daftar 1 desa")).to_be_visible()


@pytest.mark.parametrize(("email", "verified", "told"), [(STRANGER, True, "(pemirsa)"), (OFFICER, False, "")], ids=["stranger", "unverified"])
def test_others_only_look(page: object, district: tuple[servers.Server, Provider], email: str, verified: bool, told: str) -> None:
    app = sign_in(page, district, email, email_verified=verified)
    app.open("masuk")
    if told:
        expect(app.page.get_by_text("Anda masuk sebagai", exact=False)).to_contain_text(f"{email} {told}")
    app.open("sasaran_target")
    assert not app.page.get_by_role("button", name="Simpan daftar").count()

"""Signing in: nobody needs it on this machine, everybody who writes needs it on the network."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest
import streamlit as st
from desk_tools import DASHBOARD, button, open_page, reading, texts, well
from starlette.requests import Request
from streamlit.testing.v1 import AppTest

from lokmin_data.store import accounts, open_store
from pages._shared import login, login_cookie, visit

PASSWORD = "kata-sandi-uji"


@pytest.fixture
def store(tmp_path, monkeypatch, database):
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    monkeypatch.setattr(accounts, "REFUSAL_STEP", 0)
    st.cache_resource.clear()
    opened = open_store()
    puskesmas_id = opened.add_puskesmas("Mekar", who="uji")
    opened.save_desa(puskesmas_id, pd.DataFrame({"desa": ["Mekarsari"]}), "uji")
    yield opened
    opened.close()
    st.cache_resource.clear()


def sign_in(app, name, password=PASSWORD):
    fields = {box.label: box for box in app.text_input}
    fields["Nama akun"].set_value(name)
    fields["Kata sandi"].set_value(password)
    button(app, "Masuk").click()
    return app.run()


def test_on_this_machine_there_is_nothing_to_sign_in_to(store, monkeypatch):
    monkeypatch.delenv("LOKMIN_JARINGAN")
    app = well(open_page("sasaran_target"))
    assert button(app, "Simpan daftar 1 desa")
    assert "Silakan masuk" not in texts(app)


def test_the_first_account_cannot_be_made_from_the_network_without_a_code(store, monkeypatch):
    monkeypatch.delenv("LOKMIN_KODE_AWAL", raising=False)
    app = well(open_page("masuk"))
    assert "Buatlah akun pertama dari komputer server itu sendiri" in texts(app)
    assert not app.text_input


def test_the_first_account_is_made_with_the_code_of_the_installer(store, monkeypatch):
    monkeypatch.setenv("LOKMIN_KODE_AWAL", "mawar-melati")
    app = well(open_page("masuk"))
    fields = {box.label: box for box in app.text_input}
    fields["Nama akun"].set_value("kepala")
    fields["Kata sandi (paling sedikit 8 huruf)"].set_value(PASSWORD)
    fields["Ulangi kata sandi"].set_value(PASSWORD)
    fields["Kode awal dari pemasang server"].set_value("salah")
    button(app, "Buat akun pengelola").click()
    well(app.run())
    assert "Kode awal tidak cocok" in texts(app) and not store.has_accounts()
    next(box for box in app.text_input if box.label.startswith("Kode awal")).set_value("mawar-melati")
    button(app, "Buat akun pengelola").click()
    well(app.run())
    assert store.accounts()[["name"]].values.tolist() == [["kepala"]]
    assert "Anda masuk sebagai **kepala**" in texts(app)


def test_an_officer_signs_in_writes_and_signs_out(store):
    store.create_account("ani", PASSWORD, roles={0: "petugas"}, who="uji")
    app = sign_in(open_page("masuk"), "ani")
    assert "Anda masuk sebagai **ani** (petugas)" in texts(well(app))
    app.switch_page("pages/sasaran_target.py").run()
    button(app, "Simpan daftar 1 desa").click()
    well(app.run())
    assert store.audit(1)["who"].iloc[0] == "ani"
    app.switch_page("pages/masuk.py").run()
    button(app, "Keluar").click()
    app.run()
    app.switch_page("pages/sasaran_target.py").run()
    assert "Silakan masuk sebagai petugas" in texts(well(app))


def test_a_viewer_looks_and_does_not_write(store):
    store.create_account("budi", PASSWORD, roles={0: "pemirsa"}, who="uji")
    app = sign_in(open_page("masuk"), "budi")
    app.switch_page("pages/sasaran_target.py").run()
    assert "Akun Anda hanya dapat melihat" in texts(well(app))
    assert not [one for one in app.button if one.label.startswith("Simpan")]


def test_an_officer_of_another_puskesmas_does_not_write_here(store):
    other = store.add_puskesmas("Lain", who="uji")
    store.create_account("citra", PASSWORD, roles={other: "petugas"}, who="uji")
    app = sign_in(open_page("masuk"), "citra")
    app.session_state["puskesmas"] = 1
    app.switch_page("pages/sasaran_target.py").run()
    assert "hanya dapat melihat" in texts(well(app))


def test_the_address_does_not_lead_an_officer_into_another_puskesmas(store):
    other = store.add_puskesmas("Lain", who="uji")
    store.save_desa(other, pd.DataFrame({"desa": ["Jauh"]}), "uji")
    store.create_account("citra", PASSWORD, roles={other: "petugas"}, who="uji")
    app = sign_in(open_page("masuk", puskesmas="Lain"), "citra")
    app.switch_page("pages/sasaran_target.py").run()
    save = button(app, "Simpan daftar 1 desa")
    app.session_state["puskesmas"] = 1  # as if the address had been changed between drawing and pressing
    save.click()
    app.run()
    assert "hanya dapat melihat" in texts(app) and "uji" in set(store.audit(1)["who"]) and "citra" not in set(store.audit(1)["who"])


@pytest.mark.parametrize("change", [{"roles": {0: "pemirsa"}}, {"active": False}, {"password": "kata-sandi-baru"}])
def test_a_right_that_was_taken_away_is_gone_at_the_next_click(store, change):
    store.create_account("kepala", PASSWORD, roles={0: "pengelola"}, who="uji")
    number = store.create_account("ani", PASSWORD, roles={0: "petugas"}, who="uji")
    app = sign_in(open_page("masuk"), "ani")
    app.switch_page("pages/sasaran_target.py").run()
    save = button(app, "Simpan daftar 1 desa")
    store.update_account(number, who="kepala", **change)
    save.click()
    well(app.run())
    assert "ani" not in set(store.audit(1)["who"]), "somebody without the right wrote"
    assert "hanya dapat melihat" in texts(app) or "Silakan masuk dahulu" in texts(app)


def test_the_notulen_of_an_open_tab_asks_who_writes(store, monkeypatch):
    """Its box reruns alone: the page around it asked long ago."""
    from pages._shared import meeting_notes
    from pages._shared.access import Person
    from pages._shared.session import Scope

    monkeypatch.setattr(meeting_notes, "get_store", lambda: store)
    monkeypatch.setattr(meeting_notes, "person", lambda *, fresh: Person("ani", {0: "pemirsa"}))
    at = Scope(1, "Mekar", "", "", 2026, 6, 1, False)
    assert "hanya dapat melihat" in meeting_notes._store(at, "2026-06", "ketikan", 0, {})
    assert store.load_document(1, "notulen", "2026-06") == ({}, 0)
    monkeypatch.setattr(meeting_notes, "person", lambda *, fresh: Person("ani", {1: "petugas"} if fresh else {}))
    assert meeting_notes._store(at, "2026-06", "ketikan", 0, {}) == ""
    assert store.load_document(1, "notulen", "2026-06")[0] == {"teks": "ketikan"}


def test_a_passer_by_hands_over_no_file_and_reads_no_name_of_an_account(store):
    store.save_report(reading(["Mekarsari"]), 1, who="siti.rahasia")
    visit._writers.clear()
    app = well(open_page("unggah"))
    assert visit._writers == {} and visit._refusal(put("test session id")) == visit.NO_UPLOAD
    assert len(app.dataframe) == 1 and "siti.rahasia" not in app.dataframe[0].value.to_csv()
    quality = well(open_page("kualitas_data"))
    assert "laporan.xlsx" in str(quality.selectbox(key="laporan").options) and "siti.rahasia" not in str(quality.selectbox(key="laporan").options)
    store.create_account("ani", PASSWORD, roles={1: "petugas"}, who="uji")
    app = sign_in(open_page("masuk"), "ani")
    app.switch_page("pages/unggah.py").run()
    assert "siti.rahasia" in app.dataframe[0].value.to_csv()
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    app.session_state["sesi_token"] = store.sign_in("ani", PASSWORD)[1]
    well(app.run())
    session = next(iter(visit._writers))
    assert visit._refusal(put(session)) == "" and visit._refusal(put("lain")) == visit.NO_UPLOAD
    store.sign_out(app.session_state["sesi_token"])
    app.session_state["sesi_diperiksa"] = 0  # half a minute later
    well(app.run())
    assert visit._refusal(put(session)) == visit.NO_UPLOAD


def put(session):
    """A request that hands a file to the server."""
    return {"type": "http", "method": "PUT", "path": f"/_stcore/upload_file/{session}/1", "headers": [(b"host", b"127.0.0.1:1")]}


def test_the_first_account_is_made_at_the_server_itself_also_when_it_listens_on_the_network(store, monkeypatch):
    monkeypatch.delenv("LOKMIN_KODE_AWAL", raising=False)
    monkeypatch.delenv("LOKMIN_JARINGAN")
    monkeypatch.setattr(visit, "on_network", lambda *_, **__: True)  # listening on 0.0.0.0; Streamlit knows no address of this browser
    app = well(open_page("masuk"))
    assert [box.label for box in app.text_input][:1] == ["Nama akun"]


@pytest.mark.parametrize(("told", "expected"), [(True, True), ("true", True), (False, False), ("false", False), ("", False)])
def test_an_address_that_the_provider_did_not_verify_is_nobody(store, monkeypatch, told, expected):
    monkeypatch.setattr(login, "oidc_configured", lambda: True)
    monkeypatch.setattr(login.st, "user", {"is_logged_in": True, "email": "ani@dinkes.example", "email_verified": told})
    assert (login._oidc_person() is not None) is expected


def test_wrong_passwords_lock_the_account_and_say_so(store):
    store.create_account("ani", PASSWORD, roles={0: "petugas"}, who="uji")
    app = open_page("masuk")
    for _ in range(5):
        app = sign_in(app, "ani", "salah sekali")
    assert "tidak cocok" in texts(app)
    assert "sedang dikunci" in texts(sign_in(app, "ani")), "the right password does not help now"


def test_where_looking_needs_an_account_only_the_sign_in_page_is_shown(store):
    store.create_account("ani", PASSWORD, roles={0: "pemirsa"}, who="uji")
    store.save_settings(1, {"tampilan": {"lihat_tanpa_masuk": False}}, "uji")
    st.cache_data.clear()
    app = AppTest.from_file(DASHBOARD, default_timeout=60).run()
    assert "Masuk" in texts(well(app)) and not app.sidebar.selectbox
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        app.switch_page("pages/ringkasan.py")
    sign_in(app, "ani")
    assert app.sidebar.selectbox(key="puskesmas").value == 1
    well(app.switch_page("pages/ringkasan.py").run())


@pytest.mark.parametrize("name", ["cadangan", "audit"])
def test_backups_and_audit_are_for_the_pengelola(store, name):
    store.create_account("ani", PASSWORD, roles={0: "petugas"}, who="uji")
    app = sign_in(open_page("masuk"), "ani")
    app.switch_page(f"pages/{name}.py").run()
    assert "Hanya pengelola" in texts(well(app))
    assert not app.button and not app.dataframe


def post(content, headers):
    """What the server answers to a POST with this body."""

    async def receive():
        return {"type": "http.request", "body": content.encode(), "more_body": False}

    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": "POST",
        "scheme": "http",
        "path": login_cookie.PATH,
        "query_string": b"",
        "headers": pairs,
        "server": ("127.0.0.1", 80),
    }
    # In a thread of its own: a browser test of the same worker may already run a loop in this one.
    with ThreadPoolExecutor(1) as own:
        return own.submit(asyncio.run, login_cookie.set_cookie(Request(scope, receive))).result()


def test_the_cookie_is_given_once_for_a_code_and_no_script_can_read_it():
    code = login_cookie.offer("rahasia")
    answer = post(code, {"x-lokmin": "1"})
    assert answer.status_code == 204
    cookie = answer.headers["set-cookie"].lower()
    assert "lokmin_sesi=rahasia" in cookie and "httponly" in cookie and "samesite=strict" in cookie
    assert post(code, {"x-lokmin": "1"}).status_code == 403


@pytest.mark.parametrize(("content", "headers"), [("tebakan", {"x-lokmin": "1"}), ("", {"x-lokmin": "1"}), (None, {})])
def test_no_cookie_for_a_guess_or_a_request_of_another_site(content, headers):
    code = login_cookie.offer("rahasia")
    answer = post(code if content is None else content, headers)
    assert answer.status_code == 403 and "set-cookie" not in answer.headers


def test_signing_out_takes_the_cookie_away():
    answer = post(login_cookie.offer(""), {"x-lokmin": "1"})
    assert answer.status_code == 204 and 'lokmin_sesi="";' in answer.headers["set-cookie"].lower()


def test_the_cookie_is_for_https_alone_behind_https():
    headers = {"x-lokmin": "1", "x-forwarded-proto": "https"}
    answer = post(login_cookie.offer("rahasia"), headers)
    assert "secure" in answer.headers["set-cookie"].lower()


def test_after_signing_in_the_page_says_what_to_do_next_by_role(store):
    ways = {}
    for name, role in (("kepala", "pengelola"), ("ani", "petugas"), ("budi", "pemirsa")):
        store.create_account(name, PASSWORD, roles={0: role}, who="uji")
        said = texts(well(sign_in(open_page("masuk"), name)))
        ways[role] = {page for page in ("unggah", "pengaturan", "cadangan", "ringkasan") if f'href="{page}"' in said}
    assert ways == {"pengelola": {"unggah", "pengaturan", "cadangan", "ringkasan"}, "petugas": {"unggah", "ringkasan"}, "pemirsa": {"ringkasan"}}


def test_who_may_not_is_told_why_and_where_to_sign_in(store):
    store.create_account("ani", PASSWORD, roles={1: "petugas"}, who="uji")
    for page in ("cadangan", "sasaran_target"):
        assert 'href="masuk"' in texts(well(open_page(page)))
    app = sign_in(open_page("masuk"), "ani")
    app.switch_page("pages/cadangan.py").run()
    assert "Hanya pengelola seluruh basis data" in texts(well(app)) and 'href="masuk"' not in texts(app)

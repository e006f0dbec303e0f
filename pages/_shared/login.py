"""Signing in and out: local accounts of the store, and OIDC where a district has it."""

from __future__ import annotations

import time

import streamlit as st

from lokmin_data.store import Account
from pages._shared.access import EVERYWHERE, Person
from pages._shared.login_cookie import COOKIE, exchange_in_browser, offer
from pages._shared.session import PERSON_KEY, store_of

TOKEN_KEY, CHECKED_KEY, CODE_KEY, LEFT_KEY = "sesi_token", "sesi_diperiksa", "sesi_kode", "sesi_keluar"
#: How long an answer of the store about a token is believed.
BELIEVED_SECONDS = 30


def person_of(account: Account) -> Person:
    """The account as the rules of access know it."""
    return Person(account.name, dict(account.roles))


def sign_in(name: str, password: str) -> Person:
    """Sign in and stay signed in; raises SignInRefused with the reason."""
    account, token = store_of(False).sign_in(name.strip(), password)
    st.session_state[TOKEN_KEY] = token
    st.session_state[CODE_KEY] = offer(token)
    st.session_state.pop(LEFT_KEY, None)
    _believe(person_of(account))
    return st.session_state[PERSON_KEY]


def sign_out() -> None:
    """End the login here and in the store; the cookie is taken away."""
    token = _token()
    if token:
        store_of(False).sign_out(token)
    for key in (TOKEN_KEY, PERSON_KEY, CHECKED_KEY):
        st.session_state.pop(key, None)
    st.session_state[LEFT_KEY] = True
    st.session_state[CODE_KEY] = offer("")


def restore(*, fresh: bool = False) -> Person | None:
    """Who is signed in: from this session, from the cookie of an earlier page, or from OIDC; None for nobody.

    `fresh`: ask the store now, as everything that writes does, so that a role that was taken away is gone at once.
    """
    if not fresh and st.session_state.get(CHECKED_KEY, 0) > time.monotonic() - BELIEVED_SECONDS:
        return st.session_state.get(PERSON_KEY)
    token = _token()
    account = store_of(False).signed_in(token) if token else None
    found = person_of(account) if account else _oidc_person()
    if found is None:
        st.session_state.pop(PERSON_KEY, None)
        st.session_state.pop(CHECKED_KEY, None)
        return None
    st.session_state.setdefault(TOKEN_KEY, token)
    _believe(found)
    return found


def deliver_cookie() -> None:
    """Send a waiting code to the browser, once; call it on the page after signing in or out."""
    code = st.session_state.pop(CODE_KEY, "")
    if code:
        exchange_in_browser(code)


def oidc_configured() -> bool:
    """True where `[auth]` stands in the secrets."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False


def _believe(found: Person) -> None:
    st.session_state[PERSON_KEY] = found
    st.session_state[CHECKED_KEY] = time.monotonic()


def _token() -> str:
    if st.session_state.get(LEFT_KEY):
        return ""
    token = st.session_state.get(TOKEN_KEY) or st.context.cookies.get(COOKIE, "")
    return token if isinstance(token, str) else ""


def _oidc_person() -> Person | None:
    """The account whose name is the verified e-mail of the identity provider; others may look as pemirsa."""
    if not oidc_configured() or not st.user.get("is_logged_in"):
        return None
    email = str(st.user.get("email") or "")
    verified = str(st.user.get("email_verified", True)).lower() == "true"  # some providers send it as a text
    if not email or not verified:
        return None
    accounts = store_of(False).accounts()
    row = accounts.loc[(accounts["name"].str.lower() == email.lower()) & accounts["active"]]
    return Person(email, dict(row["roles"].iloc[0])) if len(row) else Person(email, {EVERYWHERE: "pemirsa"})

"""Local accounts, their roles a Puskesmas, signing in and staying signed in, and the audit log.

Passwords are kept as argon2 hashes, tokens as SHA-256.  There is no default password: the first account
is created by whoever starts the app first (`has_accounts`).
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import pandas as pd
import sqlalchemy as sa

from lokmin_data.store.base import Base, frame, local_time
from lokmin_data.store.errors import SignInRefused, StoreError
from lokmin_data.store.passwords import NOBODY, fits, hash_password
from lokmin_data.store.schema import account, account_role, audit, login

ROLES = ("pengelola", "petugas", "pemirsa")
WRITERS = ("pengelola", "petugas")
#: A role that holds for every Puskesmas of the database stands at this id.
EVERYWHERE = 0
TRIES_BEFORE_LOCK = 5
LOCKED_FOR = timedelta(minutes=15)
LOGIN_LASTS = timedelta(hours=12)
#: Plain letters only: a Cyrillic "а" looks like an "a", and the databases fold capitals of plain letters alone.
_NAME = re.compile(r"[\w.@+-]{3,60}", re.ASCII)
#: The same words for an unknown name, a wrong password, a closed and a locked account: nobody learns which names there are.
_REFUSED = (
    f"Nama akun atau kata sandi tidak cocok, atau akunnya sedang dikunci. Sesudah {TRIES_BEFORE_LOCK} kali salah berturut-turut, akun "
    f"dikunci {LOCKED_FOR.seconds // 60} menit."
)
#: A refusal takes a multiple of so many seconds, whatever was looked up and written for it.
REFUSAL_STEP = 0.5


@dataclass(frozen=True)
class Account:
    """Somebody who signed in: `roles` is Puskesmas id -> role, id 0 for every Puskesmas."""

    account_id: int
    name: str
    full_name: str
    roles: Mapping[int, str]

    def role(self, puskesmas_id: int) -> str:
        """The role in that Puskesmas; ``pemirsa`` where none was given."""
        return self.roles.get(puskesmas_id) or self.roles.get(EVERYWHERE) or ROLES[-1]

    def may_write(self, puskesmas_id: int) -> bool:
        """True for pengelola and petugas of that Puskesmas."""
        return self.role(puskesmas_id) in WRITERS

    def may_manage(self, puskesmas_id: int) -> bool:
        """True for a pengelola of that Puskesmas."""
        return self.role(puskesmas_id) == ROLES[0]


class Accounts(Base):
    """Accounts are never removed, only closed: the audit log speaks of them."""

    def has_accounts(self) -> bool:
        """False until the first account was created."""
        return bool(self.rows(sa.select(account.c.account_id).limit(1)))

    def accounts(self) -> pd.DataFrame:
        """All accounts: account_id, name, full_name, active, locked_until (local or None), roles (a dict)."""
        names = ("account_id", "name", "full_name", "active", "locked_until")
        rows = self.rows(sa.select(*(account.c[name] for name in names)).order_by(account.c.name))
        roles: dict[int, dict[int, str]] = {}
        for account_id, puskesmas_id, role in self.rows(sa.select(account_role)):
            roles.setdefault(account_id, {})[puskesmas_id] = role
        data = [(*row[:3], bool(row[3]), local_time(row[4]), roles.get(row[0], {})) for row in rows]
        return pd.DataFrame(data, columns=[*names, "roles"])

    def create_account(
        self, name: str, password: str, *, roles: Mapping[int, str], who: str, full_name: str = ""
    ) -> int:
        """Add an account and return its id; raises StoreError for a weak password, a taken name, an unknown role."""
        _check_roles(roles)
        if not _NAME.fullmatch(name):
            raise StoreError("Nama akun 3-60 huruf a-z, angka, titik, garis, + atau @, tanpa spasi.")
        password_hash = hash_password(password, name)

        def work(connection: sa.Connection) -> int:
            if connection.execute(
                sa.select(account.c.name).where(sa.func.lower(account.c.name) == name.lower())
            ).first():
                raise StoreError(f"Nama akun '{name}' sudah dipakai.")
            account_id = self.next_ids(connection, "account")[0]
            row = {"account_id": account_id, "name": name, "full_name": full_name, "password_hash": password_hash}
            connection.execute(sa.insert(account).values(**row, created_at=self.now_text()))
            _put_roles(connection, account_id, roles)
            self.log(connection, EVERYWHERE, who, "buat akun", f"{name}: {_roles_text(roles)}")
            return account_id

        return self.write(work)

    def update_account(
        self, account_id: int, *, who: str, roles: Mapping[int, str] | None = None, active: bool | None = None,
        password: str | None = None, full_name: str | None = None,
    ) -> None:  # fmt: skip
        """Change roles, name, password or whether the account is open; raises StoreError for the last pengelola."""
        _check_roles(roles or {})

        def work(connection: sa.Connection) -> None:
            name = connection.execute(sa.select(account.c.name).where(account.c.account_id == account_id)).scalar()
            if name is None:
                raise StoreError("Akun itu tidak ada.")
            changes: dict[str, object] = {} if active is None else {"active": int(active)}
            changes |= {} if full_name is None else {"full_name": full_name}
            if password is not None:
                changes |= {"password_hash": hash_password(password, name), "failed": 0, "locked_until": ""}
            if changes:
                connection.execute(sa.update(account).where(account.c.account_id == account_id).values(changes))
            if roles is not None:
                connection.execute(sa.delete(account_role).where(account_role.c.account_id == account_id))
                _put_roles(connection, account_id, roles)
            if password is not None or active is False:
                connection.execute(sa.delete(login).where(login.c.account_id == account_id))
            _refuse_nobody_left(connection)
            told = [*(key for key in changes if key not in ("failed", "locked_until", "password_hash"))]
            told += ["kata sandi"] if password is not None else []
            self.log(
                connection,
                EVERYWHERE,
                who,
                "ubah akun",
                f"{name}: {', '.join(told)} {_roles_text(roles or {})}".strip(),
            )

        self.write(work)

    def sign_in(self, name: str, password: str) -> tuple[Account, str]:
        """The account and a token that keeps it signed in (`signed_in`); raises SignInRefused.

        After five failures in a row the account is locked for 15 minutes, also for the right password.  A refusal tells
        neither by its words nor by its time whether the name exists.
        """
        began = time.monotonic()
        found = self._proved(name, password)
        if found is None:
            if REFUSAL_STEP:
                time.sleep(REFUSAL_STEP - (time.monotonic() - began) % REFUSAL_STEP)
            raise SignInRefused(_REFUSED)
        return self._open_login(*found)

    def find_account(self, name: str) -> Account | None:
        """The open account of that name, for those whom somebody else has signed in (OIDC, a proxy); else None."""
        a = account.c
        place = (sa.func.lower(a.name) == name.lower(), a.active == 1)
        rows = self.rows(sa.select(a.account_id, a.name, a.full_name).where(*place))
        return Account(*rows[0], self._roles(rows[0][0])) if rows else None

    def signed_in(self, token: str) -> Account | None:
        """Whose token this is, or None where it is unknown, ended, or the account was closed."""
        c = login.c
        chosen = sa.select(account.c.account_id, account.c.name, account.c.full_name, c.expires_at).join_from(
            account, login
        )
        rows = self.rows(chosen.where(c.token_hash == _token_hash(token), account.c.active == 1))
        if not rows or rows[0][3] < self.now_text():
            return None
        account_id, name, full_name, _ = rows[0]
        return Account(account_id, name, full_name, self._roles(account_id))

    def sign_out(self, token: str) -> None:
        """End this login; nothing happens where it has ended already."""

        def work(connection: sa.Connection) -> None:
            place = login.c.token_hash == _token_hash(token)
            name = connection.execute(sa.select(account.c.name).join_from(account, login).where(place)).scalar()
            if name is not None:
                connection.execute(sa.delete(login).where(place))
                self.log(connection, EVERYWHERE, name, "keluar")

        self.write(work)

    def audit(self, puskesmas_id: int | None = None, *, limit: int = 1000, since: str = "") -> pd.DataFrame:
        """The audit log, newest first: puskesmas_id, at (local), who, what, detail; id 0: accounts and the whole store."""
        names = ("puskesmas_id", "at", "who", "what", "detail")
        chosen = sa.select(*(audit.c[name] for name in names)).order_by(audit.c.audit_id.desc()).limit(limit)
        chosen = chosen if puskesmas_id is None else chosen.where(audit.c.puskesmas_id == puskesmas_id)
        table = frame(self.rows(chosen.where(audit.c.at >= since) if since else chosen), names)
        return table.assign(at=pd.Series([local_time(text) for text in table["at"]], dtype=object))

    def add_audit(self, puskesmas_id: int, who: str, what: str, detail: str = "") -> None:
        """Log something that was done outside a write of the store (an export, a refused attempt)."""
        self.write(lambda connection: self.log(connection, puskesmas_id, who, what, detail))

    # --- within ------------------------------------------------------------------------------------------
    def _proved(self, name: str, password: str) -> tuple[int, str] | None:
        """Id and name of the open account that these belong to; None, and a failure counted, where they do not fit."""
        a = account.c
        chosen = sa.select(a.account_id, a.name, a.password_hash, a.active)
        row = [] if "\0" in name else self.rows(chosen.where(sa.or_(sa.func.lower(a.name) == name.lower(), a.name == name)))
        account_id, known, password_hash, active = row[0] if row else (0, "", NOBODY, 0)
        right = fits(password_hash, password) and bool(active)
        # Asked after the hash: of a thousand tries at once only those are judged that came before the lock.
        locked = self.rows(sa.select(a.locked_until).where(a.account_id == account_id))
        until = local_time(locked[0][0]) if locked else None
        if until and until > self.clock():
            return None
        if account_id and not right:
            self._count_failure(account_id)
        return (account_id, known) if account_id and right else None

    def _count_failure(self, account_id: int) -> None:
        def work(connection: sa.Connection) -> None:
            place = account.c.account_id == account_id
            failed = connection.execute(sa.select(account.c.failed).where(place)).scalar_one() + 1
            locked = failed >= TRIES_BEFORE_LOCK
            until = (self.clock() + LOCKED_FOR).isoformat() if locked else ""
            connection.execute(
                sa.update(account).where(place).values(failed=0 if locked else failed, locked_until=until)
            )
            name = connection.execute(sa.select(account.c.name).where(place)).scalar_one()
            self.log(connection, EVERYWHERE, name, "akun dikunci" if locked else "gagal masuk")

        self.write(work)

    def _open_login(self, account_id: int, name: str) -> tuple[Account, str]:
        token = secrets.token_urlsafe(32)

        def work(connection: sa.Connection) -> str:
            connection.execute(
                sa.update(account).where(account.c.account_id == account_id).values(failed=0, locked_until="")
            )
            connection.execute(sa.delete(login).where(login.c.expires_at < self.now_text()))
            ends = (self.clock() + LOGIN_LASTS).isoformat(timespec="microseconds")
            row = {"token_hash": _token_hash(token), "account_id": account_id, "created_at": self.now_text()}
            connection.execute(sa.insert(login).values(**row, expires_at=ends))
            self.log(connection, EVERYWHERE, name, "masuk")
            return connection.execute(
                sa.select(account.c.full_name).where(account.c.account_id == account_id)
            ).scalar_one()

        full_name = self.write(work)
        return Account(account_id, name, full_name, self._roles(account_id)), token

    def _roles(self, account_id: int) -> dict[int, str]:
        chosen = sa.select(account_role.c.puskesmas_id, account_role.c.role)
        return dict(self.rows(chosen.where(account_role.c.account_id == account_id)))


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _check_roles(roles: Mapping[int, str]) -> None:
    unknown = sorted(set(roles.values()) - set(ROLES))
    if unknown:
        raise StoreError(f"Peran '{unknown[0]}' tidak dikenal; yang ada: {', '.join(ROLES)}.")


def _put_roles(connection: sa.Connection, account_id: int, roles: Mapping[int, str]) -> None:
    rows = [{"account_id": account_id, "puskesmas_id": int(place), "role": role} for place, role in roles.items()]
    if rows:
        connection.execute(sa.insert(account_role), rows)


def _roles_text(roles: Mapping[int, str]) -> str:
    return ", ".join(f"{role} ({'semua' if place == EVERYWHERE else place})" for place, role in roles.items())


def _refuse_nobody_left(connection: sa.Connection) -> None:
    """Somebody must be able to manage accounts."""
    managers = (
        sa.select(account.c.account_id).join(account_role).where(account.c.active == 1, account_role.c.role == ROLES[0])
    )
    if connection.execute(managers.limit(1)).first() is None:
        raise StoreError("Harus ada paling sedikit satu akun pengelola yang aktif.")

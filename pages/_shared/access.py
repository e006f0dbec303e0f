"""The rule of who may look and who may write, apart from any page so that a test can hold it.

On this machine alone (127.0.0.1) nobody logs in.  As soon as the network can reach the app, looking is a
setting and writing needs an account with the right to write.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from lokmin_data.model import LokminError

#: Who is written into the audit where no login exists: the person at this machine.
LOCAL_ACCOUNT = "komputer ini"
WRITER_ROLES = ("pengelola", "petugas")
MANAGER_ROLES = ("pengelola",)
EVERYWHERE = 0
_LOCAL_NAMES = ("localhost", "localhost.localdomain")
#: A reverse proxy listens for the network although the app itself listens on 127.0.0.1.
_NETWORK_SWITCH = "LOKMIN_JARINGAN"
_YES = ("1", "ya", "true", "yes")


class NotAllowed(LokminError):
    """The person may not do this; the text says what is needed."""


@dataclass(frozen=True)
class Person:
    """Who sits at the browser: `name` goes into the audit; `roles` is Puskesmas id -> role, empty for a passer-by.

    Id 0 (`EVERYWHERE`) stands for every Puskesmas of the database.
    """

    name: str = ""
    roles: Mapping[int, str] = field(default_factory=dict)

    @property
    def signed_in(self) -> bool:
        """True where the person has an account or sits at the machine itself."""
        return bool(self.name)

    def role(self, puskesmas_id: int | None = None) -> str:
        """The role in that Puskesmas; without one, the role for the whole database; empty where there is none."""
        own = self.roles.get(puskesmas_id, "") if puskesmas_id is not None else ""
        return own or self.roles.get(EVERYWHERE, "")


LOCAL_PERSON = Person(LOCAL_ACCOUNT, {EVERYWHERE: "pengelola"})


def is_loopback(address: str | None) -> bool:
    """True for an address that only this machine can reach; an empty address means every interface."""
    if not address:
        return False
    text = address.strip("[]").lower()
    if text in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return False


def network_forced() -> bool:
    """True where LOKMIN_JARINGAN says that there is a network, whatever it looks like from here."""
    return os.environ.get(_NETWORK_SWITCH, "").lower() in _YES


def host_name(host: str) -> str:
    """The name in a Host header, without its port: "lokmin.example" of "lokmin.example:8501", "::1" of "[::1]:8501"."""
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def on_network(address: str | None, *, client: object = None, forwarded: bool = False, host: object = None) -> bool:
    """True where others than this machine can reach the app, so that the rules of accounts hold.

    address: `server.address`.  client: the browser's address where known.  forwarded: the request came
    through a proxy.  host: the name by which the browser called, where known: another than this machine's own means a
    proxy that does not say so.  LOKMIN_JARINGAN=ya forces the rules; nothing can switch them off.
    """
    if network_forced() or forwarded or (isinstance(host, str) and host and not is_loopback(host_name(host))):
        return True
    # Streamlit gives no text where it does not know the browser's address.
    return not is_loopback(address) or (isinstance(client, str) and bool(client) and not is_loopback(client))


def may_look(person: Person, *, network: bool, open_to_look: bool) -> bool:
    """True where the pages may be read: at this machine, by setting, or with an account."""
    return not network or open_to_look or person.signed_in


def may_write(person: Person, puskesmas_id: int | None = None) -> bool:
    """True for officers of that Puskesmas; without one, for officers of the whole database."""
    return person.role(puskesmas_id) in WRITER_ROLES


def may_manage(person: Person, puskesmas_id: int | None = None) -> bool:
    """True for a pengelola of that Puskesmas: accounts, restore, audit."""
    return person.role(puskesmas_id) in MANAGER_ROLES


def check_write(person: Person, puskesmas_id: int | None = None) -> str:
    """The name for the audit; raises NotAllowed with what to do about it."""
    if may_write(person, puskesmas_id):
        return person.name
    if not person.signed_in:
        raise NotAllowed("Silakan masuk dahulu sebagai petugas untuk mengubah data. Buka halaman Masuk.")
    if any(role in WRITER_ROLES for role in person.roles.values()):
        raise NotAllowed(f"Akun '{person.name}' hanya dapat mengubah data Puskesmasnya sendiri.")
    raise NotAllowed(f"Akun '{person.name}' hanya dapat melihat. Mintalah peran petugas kepada pengelola.")


def check_manage(person: Person, puskesmas_id: int | None = None) -> str:
    """The name for the audit of a pengelola; raises NotAllowed for everyone else."""
    if not person.signed_in:
        raise NotAllowed("Silakan masuk dahulu sebagai pengelola. Buka halaman Masuk.")
    if not may_manage(person, puskesmas_id):
        of = "pengelola" if puskesmas_id is not None else "pengelola seluruh basis data (semua Puskesmas)"
        raise NotAllowed(f"Hanya {of} yang dapat membuka bagian ini. Mintalah bantuan pengelola Anda.")
    return person.name

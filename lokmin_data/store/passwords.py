"""Passwords: hashed with argon2, compared in the same time for a known and an unknown name, never many at once."""

from __future__ import annotations

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from lokmin_data.store.errors import StoreError

#: Letters of a password; a longer one is never hashed (a million letters would keep the server busy).
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 200
#: Compared when the name is unknown, so that the answer takes as long as for a known one.
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$Zm9yIG5vYm9keSBhdCBhbGwsIG5ldmVyIG1hdGNoZXM"
#: A hash takes 64 MiB for a moment: however many knock at once, only so many are reckoned at the same time.
_hashing = threading.BoundedSemaphore(4)
_hasher = PasswordHasher()


def hash_password(password: str, name: str) -> str:
    """The argon2 hash; raises StoreError for a password that is too short, too long, or the account's own name."""
    if len(password) < SHORTEST_PASSWORD or password.lower() == name.lower():
        raise StoreError(f"Kata sandi paling sedikit {SHORTEST_PASSWORD} huruf dan tidak sama dengan nama akun.")
    if len(password) > LONGEST_PASSWORD:
        raise StoreError(f"Kata sandi paling banyak {LONGEST_PASSWORD} huruf.")
    with _hashing:
        return _hasher.hash(password)


def fits(password_hash: str, password: str) -> bool:
    """True where the password is the hashed one; one that is too long fits nothing, and is cut before it costs time."""
    try:
        with _hashing:
            return _hasher.verify(password_hash, password[:LONGEST_PASSWORD]) and len(password) <= LONGEST_PASSWORD
    except (VerificationError, InvalidHashError):
        return False

"""A private PostgreSQL for the tests: `python alat/postgres_uji.py FOLDER` runs one until it is stopped.

Standard library only, but for `fresh_database`, which needs psycopg.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

#: Where Debian, Red Hat, Homebrew and Windows put the server's own programs.
FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin")
#: The server refuses to run as root; these users own nothing but what the tests give them.
LESSER_USERS = ("postgres", "nobody")
PATIENCE_SECONDS = 30
#: The data is thrown away, so the disk need not be waited for.
FAST = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=60")


class NotAvailable(Exception):
    """There is no PostgreSQL on this machine; the text says which package brings it."""


@dataclass(frozen=True)
class Server:
    """A running private server; `url` has no database name."""

    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """End it at once; its data is not needed any more."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(folder: Path, *, options: tuple[str, ...] = FAST) -> Server:
    """A server with its data in a folder of its own, on 127.0.0.1 and a free port; raises NotAvailable.

    `options`: () for a server that keeps what it acknowledged, as a real one does.
    """
    programs = _programs()
    data = folder / "data"
    data.mkdir(parents=True)
    user = _lesser_user()
    if user:
        _open_way(folder)
        shutil.chown(data, user)
    _run([programs / "initdb", "-D", data, "-U", "lokmin", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], user)
    port = _free_port()
    command = [programs / "postgres", "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", data, *options]
    log = (folder / "postgres.log").open("wb")
    process = subprocess.Popen([str(each) for each in command], stdout=log, stderr=log, stdin=subprocess.DEVNULL, user=user, cwd=data)
    server = Server(f"postgresql+psycopg://lokmin@127.0.0.1:{port}", process)
    _wait(server, port, folder / "postgres.log")
    return server


def _programs() -> Path:
    found = shutil.which("postgres")
    folders = [Path(found).resolve().parent] if found else []
    folders += [path for pattern in FOLDERS for path in sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)]
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NotAvailable("PostgreSQL tidak terpasang; di Debian/Ubuntu: apt-get install postgresql")


def _lesser_user() -> str | None:
    """A user that is not root, where we are root; None where we are somebody already."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:  # Windows has neither root nor `pwd`
        return None
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in LESSER_USERS if name in names), None)


def _open_way(folder: Path) -> None:
    """Let the lesser user walk through the folders above its data (pytest makes them private)."""
    for path in (folder, *folder.parents):
        if path.owner() == "root" and str(path).startswith(("/tmp/", "/var/tmp/")):
            path.chmod(path.stat().st_mode | 0o011)


def _run(command: list[object], user: str | None) -> None:
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, user=user, cwd="/", stdin=subprocess.DEVNULL)
    if done.returncode:
        raise NotAvailable(f"PostgreSQL tidak dapat disiapkan: {done.stderr.strip()[-500:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(server: Server, port: int, log: Path) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while server.process.poll() is None and time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0 and b"ready to accept" in log.read_bytes():
                return
        time.sleep(0.05)
    server.process.kill()
    raise NotAvailable(f"PostgreSQL tidak mau mulai: {log.read_text(errors='replace')[-500:]}")


@contextmanager
def fresh_database(server_url: str, *, template: str = "template1") -> Iterator[str]:
    """SQLAlchemy URL of a new database on the server, a copy of `template` (empty by default); it is dropped at the end."""
    import psycopg

    name = f"uji_{uuid.uuid4().hex}"
    admin = server_url.replace("postgresql+psycopg", "postgresql") + "/postgres"
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield f"{server_url}/{name}"
    finally:
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def main(folder: str) -> int:
    """Run a server until SIGTERM; its URL is the first line on stdout."""
    server = start(Path(folder))
    print(server.url, flush=True)
    signal.signal(signal.SIGTERM, lambda *_: server.process.send_signal(signal.SIGINT))
    return 0 if server.process.wait() in (0, -signal.SIGINT) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

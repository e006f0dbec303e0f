"""Starts the app on this machine and opens it in the browser; asks nothing.

Standard library only.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Sequence
from typing import NoReturn

from alat.lingkungan import ROOT, SetupError, ready_python, say

THIS_MACHINE = "127.0.0.1"
USUAL_PORT = 8501
LAST_PORT = 65535
#: How long the browser waits for the first answer of the server.
PATIENCE_SECONDS = 120
REFUSED = 2
#: What the server holds on to: with a pool for each thread and one of Arrow's own, memory that was given back stays with the
#: process.  Read by the C library of Linux and by Arrow as the process starts; others pass them over.
LEAN = {"MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072", "ARROW_DEFAULT_MEMORY_POOL": "system"}


class Parser(argparse.ArgumentParser):
    """The launcher's options; what it does not know is handed on to Streamlit."""

    def read(self, arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
        """The options and the rest; ends with a message and exit code 2 where a value is off."""
        self.add_argument("--tanpa-peramban", action="store_true", help="jangan membuka peramban")
        self.add_argument("--alamat", "--server.address", default=THIS_MACHINE, help="alamat yang didengarkan (bawaan 127.0.0.1: komputer ini saja)")
        self.add_argument("--port", "--server.port", type=_number, metavar="NOMOR", help="nomor port (bawaan 8501, atau yang kosong)")
        self.add_argument("--perbaiki", action="store_true", help="buat ulang lingkungan Python di .venv")
        return self.parse_known_args(arguments)

    def error(self, message: str) -> NoReturn:
        """Tell what is off in Bahasa Indonesia."""
        self.exit(REFUSED, f"Pilihan tidak dapat dipakai: {message}\nLihat semua pilihan dengan: python jalankan.py --help\n")


def main(arguments: Sequence[str]) -> int:
    """Make ready, start, open the browser, wait until it ends; the exit code of the server."""
    options, rest = Parser(prog="jalankan.py", description="Menjalankan Dasbor Lokmin di komputer ini.").read(arguments)
    try:
        python = ready_python(repair=options.perbaiki)
        port = _port(options.alamat, options.port)
    except (SetupError, OSError) as error:
        print(error, file=sys.stderr)
        return REFUSED
    command = server_command(str(python), options.alamat, port, rest)
    return _serve(command, f"http://{_reachable(options.alamat)}:{port}", show=not options.tanpa_peramban)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' bukan nomor")
    return int(text)


def server_command(python: str, address: str, port: int, rest: Sequence[str] = ()) -> list[str]:
    """The command that serves the app; `rest` are further options of Streamlit, passed on as they are."""
    return [
        python, "-m", "streamlit", "run", str(ROOT / "server.py"), "--server.headless=true",
        f"--server.address={address}", f"--server.port={port}", f"--browser.serverAddress={_reachable(address)}", *rest,
    ]  # fmt: skip


def server_environment() -> dict[str, str]:
    """The variables that the server starts with: this process' own, and those that keep its memory small."""
    return {**LEAN, **os.environ}


def _reachable(address: str) -> str:
    """The address to type into a browser on this machine for an address that is listened on."""
    return THIS_MACHINE if address in ("0.0.0.0", "::", "") else address


def _port(address: str, wanted: int | None) -> int:
    """The port asked for, else the usual one, else any free one; OSError where the one asked for is taken."""
    if wanted:
        if not 0 < wanted <= LAST_PORT:
            raise OSError(f"Port {wanted} tidak ada. Pilih nomor antara 1024 dan {LAST_PORT}.")
        if not _is_free(address, wanted):
            raise OSError(f"Port {wanted} sedang dipakai program lain. Pilih nomor lain, misalnya --port {wanted + 1}.")
        return wanted
    if _is_free(address, USUAL_PORT):
        return USUAL_PORT
    with socket.socket() as probe:
        probe.bind((_reachable(address), 0))
        return probe.getsockname()[1]


def _is_free(address: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def _serve(command: Sequence[str], url: str, *, show: bool) -> int:
    say(f"Dasbor Lokmin: {url}   (tutup jendela ini atau tekan Ctrl+C untuk berhenti)")
    server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, env=server_environment())
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    if show:
        threading.Thread(target=_open_when_ready, args=(url, server), daemon=True).start()
    while True:
        try:
            return _exit_code(server.wait())
        except KeyboardInterrupt:  # the server gets the same Ctrl+C from the terminal and ends by itself
            continue


def _exit_code(code: int) -> int:
    """0 for an end that somebody asked for (Ctrl+C, SIGTERM), else the server's own code."""
    return 0 if -code in (signal.SIGINT, signal.SIGTERM) else code


def _open_when_ready(url: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                break
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    else:
        return
    if not webbrowser.open(url):
        say(f"Peramban tidak terbuka sendiri; buka alamat ini: {url}")

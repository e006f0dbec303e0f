"""The command line: `python -m lokmin_data COMMAND`; each command is a module of `lokmin_data.commands`."""

from __future__ import annotations

import argparse
import importlib
import sys

from lokmin_data.commands.argument_words import speak_indonesian
from lokmin_data.model import LokminError

#: Command to its one-line help; the module of the same name is imported only when it is called.
COMMANDS = {
    "read": "baca laporan dan tampilkan isinya (tidak menyimpan)",
    "load": "baca laporan dan simpan",
    "status": "status PWS satu indikator",
    "rank": "peringkat desa",
    "score": "hitung skor dari tabel kode,x,n,c",
    "agenda": "susun agenda lokmin",
    "backup": "buat cadangan",
    "restore": "pulihkan cadangan",
    "move": "pindahkan data antar basis data",
}
REFUSED = 2


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is Bahasa Indonesia and whose exit code is 2."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise LokminError(f"Perintah tidak dapat dijalankan: {message}. Lihat bantuannya dengan: {self.prog} --help")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 done, 2 refused with a message on stderr and nothing changed."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        return _dispatch(arguments)
    except LokminError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _dispatch(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print("Cara pakai: python -m lokmin_data PERINTAH [pilihan]\n")
        print("\n".join(f"  {name:<8} {text}" for name, text in COMMANDS.items()))
        return 0
    speak_indonesian()
    name = arguments[0]
    if name not in COMMANDS:
        raise LokminError(f"Perintah '{name}' tidak dikenal. Yang tersedia: {', '.join(COMMANDS)}.")
    module = importlib.import_module(f"lokmin_data.commands.{name}")
    parser = Parser(prog=f"python -m lokmin_data {name}", description=COMMANDS[name])
    module.add_arguments(parser)
    return module.run(parser.parse_args(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main())

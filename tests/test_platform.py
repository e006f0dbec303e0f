"""The set-up around the app: pins, launcher, settings of the server, test database."""

from __future__ import annotations

import gzip
import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from alat import lingkungan, padat, peluncur, penguji

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"^([A-Za-z0-9_.\[\]-]+==[^ ]+)", re.MULTILINE)


def pins(name: str) -> set[str]:
    return set(PIN.findall((ROOT / name).read_text()))


def test_development_pins_hold_every_pin_of_the_app() -> None:
    assert len(pins("requirements.txt")) > 40
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / name).read_text())
    without = [block.split()[0] for block in blocks if "==" in block.split("\n")[0] and "--hash=sha256:" not in block]
    assert without == []


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder whose environment looks complete, with the installing steps recorded instead of done."""
    (tmp_path / "requirements.txt").write_text("a==1 --hash=sha256:0\n")
    (tmp_path / "requirements-dev.txt").write_text("a==1 --hash=sha256:0\nb==1 --hash=sha256:1\n")
    for name, value in {"ROOT": tmp_path, "ENVIRONMENT": tmp_path / ".venv", "WHEELS": tmp_path / "wheels"}.items():
        monkeypatch.setattr(lingkungan, name, value)
    monkeypatch.setattr(lingkungan, "PORTABLE_MARK", tmp_path / "python" / "PORTABEL")
    monkeypatch.setattr(lingkungan, "_imports", lambda: True)
    return tmp_path


def make(project: Path, monkeypatch: pytest.MonkeyPatch, outcomes: list[bool]) -> list[str]:
    """Record the steps of a set-up; `outcomes` are the answers of the installs, in order."""
    steps: list[str] = []

    def create() -> None:
        steps.append("buat")
        library = project / ".venv" / ("Lib" if sys.platform == "win32" else "lib/python3.11") / "site-packages" / "streamlit"
        library.mkdir(parents=True, exist_ok=True)
        python = lingkungan.python_of(project / ".venv")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    def install(requirements: str) -> bool:
        steps.append(requirements)
        return outcomes.pop(0)

    monkeypatch.setattr(lingkungan, "_create", create)
    monkeypatch.setattr(lingkungan, "_install", install)
    monkeypatch.setattr(lingkungan, "_runs", lambda: lingkungan.python_of(project / ".venv").exists())
    return steps


def test_second_start_installs_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = make(project, monkeypatch, [True])
    lingkungan.ready_python()
    lingkungan.ready_python()
    assert steps == ["buat", "requirements.txt"]


def test_changed_pins_are_installed_into_the_same_environment(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = make(project, monkeypatch, [True, True])
    lingkungan.ready_python()
    (project / "requirements.txt").write_text("a==2 --hash=sha256:0\n")
    lingkungan.ready_python()
    assert steps == ["buat", "requirements.txt", "requirements.txt"]


def test_set_up_for_tests_serves_the_app_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = make(project, monkeypatch, [True])
    lingkungan.ready_python("requirements-dev.txt")
    lingkungan.ready_python("requirements.txt")
    assert steps == ["buat", "requirements-dev.txt"]


@pytest.mark.parametrize("damage", ["package", "python", "mark"])
def test_broken_environment_is_mended(project: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    steps = make(project, monkeypatch, [True, True])
    lingkungan.ready_python()
    environment = project / ".venv"
    broken = {
        "package": next(environment.rglob("streamlit")), "python": lingkungan.python_of(environment),
        "mark": environment / lingkungan.MARK,
    }[damage]  # fmt: skip
    broken.rmdir() if broken.is_dir() else broken.unlink()
    lingkungan.ready_python()
    again = ["requirements.txt"] if damage == "mark" else ["buat", "requirements.txt"]
    assert steps == ["buat", "requirements.txt", *again]


def test_failed_install_is_tried_from_nothing_then_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = make(project, monkeypatch, [True, False, False])
    lingkungan.ready_python()
    (project / "requirements.txt").write_text("a==2 --hash=sha256:0\n")
    with pytest.raises(lingkungan.SetupError, match="sambungan internet"):
        lingkungan.ready_python()
    assert steps[2:] == ["requirements.txt", "buat", "requirements.txt"]
    assert not (project / ".venv" / lingkungan.MARK).exists()


def test_first_install_that_stumbles_goes_on_where_it_was(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = make(project, monkeypatch, [False, True])
    lingkungan.ready_python()
    assert steps == ["buat", "requirements.txt", "requirements.txt"]
    assert lingkungan._mark()["requirements.txt"] == lingkungan.fingerprint("requirements.txt")


def test_wheels_beside_the_project_are_used_without_network(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "wheels").mkdir()
    asked: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: asked.append(command) or subprocess.CompletedProcess(command, 0))
    assert lingkungan._install("requirements.txt")
    assert "--no-index" in asked[0] and "--require-hashes" in asked[0] and "--no-input" in asked[0]


def test_portable_folder_uses_its_own_python(project: Path) -> None:
    (project / "python").mkdir()
    (project / "python" / "PORTABEL").touch()
    assert lingkungan.ready_python() == Path(sys.executable)


def test_taken_port_is_told_and_a_free_one_is_found() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"Port {port} sedang dipakai program lain"):
            peluncur._port("127.0.0.1", port)
    assert peluncur._is_free("127.0.0.1", peluncur._port("127.0.0.1", None))


def test_the_server_keeps_its_memory_small_unless_somebody_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLOC_ARENA_MAX", "8")
    environment = peluncur.server_environment()
    assert environment["MALLOC_ARENA_MAX"] == "8" and environment["ARROW_DEFAULT_MEMORY_POOL"] == "system"
    assert environment["PATH"] == os.environ["PATH"]


@pytest.mark.parametrize("option", ["--port=8611", "--server.port=8611"])
def test_the_port_that_is_told_is_the_one_that_serves(option: str) -> None:
    options, rest = peluncur.Parser().read([option, "--server.maxUploadSize=5"])
    assert options.port == 8611 and rest == ["--server.maxUploadSize=5"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--port", "99999"], "Port 99999 tidak ada"), (["--port", "abc"], "'abc' bukan nomor")],
)
def test_wrong_option_is_told_in_indonesian(arguments: list[str], told: str) -> None:
    done = subprocess.run([sys.executable, ROOT / "jalankan.py", *arguments], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 2 and told in done.stderr and "Traceback" not in done.stderr


def test_server_listens_on_this_machine_unless_told_otherwise() -> None:
    command = peluncur.server_command("python", "127.0.0.1", 8501, ["--server.maxUploadSize=5"])
    assert "--server.address=127.0.0.1" in command and command[-1] == "--server.maxUploadSize=5"
    assert "--browser.serverAddress=127.0.0.1" in peluncur.server_command("python", "0.0.0.0", 8501)


def test_settings_keep_everything_on_this_machine() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"] == {"gatherUsageStats": False, "serverAddress": "127.0.0.1"}
    assert config["server"]["address"] == "127.0.0.1" and config["server"]["enableXsrfProtection"]
    assert config["client"]["showErrorDetails"] == "none" and not config["client"]["showErrorLinks"]
    assert len(config["theme"]["chartCategoricalColors"]) >= 10
    assert "http" not in json.dumps(config)


def test_tests_run_on_two_workers_unless_told_otherwise() -> None:
    assert penguji._command("python", ["tests"]) == ["python", "-m", "pytest", "-n", "2", "tests"]
    assert penguji._command("python", ["-n0", "tests"]) == ["python", "-m", "pytest", "-n0", "tests"]


@pytest.mark.basisdata
def test_private_database_is_empty_and_ours_alone(postgres_url: str) -> None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("create table satu (a int)"))
        tables = connection.execute(sqlalchemy.text("select count(*) from pg_tables where schemaname = 'public'")).scalar()
    engine.dispose()
    assert tables == 1


def test_streamlits_scripts_are_compressed_once(tmp_path: Path) -> None:
    folder = tmp_path / "streamlit" / "static" / "static" / "js"
    folder.mkdir(parents=True)
    (folder / "besar.js").write_text("let angka = 1;" * 500)
    (folder / "kecil.js").write_text("1")
    assert [padat.pack(tmp_path), padat.pack(tmp_path)] == [1, 0]
    assert gzip.decompress((folder / "besar.js.gz").read_bytes()) == (folder / "besar.js").read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == ["besar.js", "besar.js.gz", "kecil.js"]

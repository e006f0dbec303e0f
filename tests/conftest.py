"""What every test may use: the corpus, a PostgreSQL database, and `--wajib` for runs in which nothing may be skipped."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alat import postgres_uji  # noqa: E402

#: Folder with `real/` and `synthetic/`; tests of real reports are skipped where it is not set.
CORPUS_VARIABLE = "LOKMIN_CORPUS"
#: URL of a PostgreSQL server that may be written to at will; without it a private one is started.
POSTGRES_VARIABLE = "LOKMIN_TEST_POSTGRES"

settings.register_profile("lokmin", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("lokmin")


@pytest.fixture(scope="module", autouse=True)
def old_objects_at_rest() -> None:
    """Streamlit looks all objects through after every run of a page; those that the modules before left need no look."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Passwords hashed cheaply: the app's own hashes take 64 MiB and a tenth of a second each (tests/store/test_sign_in.py)."""
    from argon2 import PasswordHasher

    from lokmin_data.store import passwords

    own, passwords._hasher = passwords._hasher, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    yield
    passwords._hasher = own


@pytest.fixture(scope="session", autouse=True)
def faults_shown() -> Iterator[None]:
    """A fault of the reader fails its test, instead of refusing the file in words (tests/reading/test_faults.py)."""
    from lokmin_data.reading import faults

    own, faults.REFUSED = faults.REFUSED, ()
    yield
    faults.REFUSED = own


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--wajib peramban,basisdata`: a skipped test with one of these markers counts as failed."""
    parser.addoption("--wajib", default="", help="penanda yang ujinya tidak boleh dilewati, dipisah koma")


def _required(config: pytest.Config) -> set[str]:
    return {name.strip() for name in config.getoption("--wajib").split(",") if name.strip()}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn the skip of a required test into a failure that names the reason."""
    report = yield
    required = _required(item.config) & {mark.name for mark in item.iter_markers()}
    if required and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"Uji wajib ({', '.join(sorted(required))}) dilewati: {reason}"
    return report


class _Tally:
    """Counts the required tests that passed, so that a run without any of them fails too."""

    def __init__(self, required: set[str]) -> None:
        self.missing = set(required)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A passed test takes its markers off the list."""
        if report.when == "call" and report.passed:
            self.missing -= set(report.keywords)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the session where a required kind of test never passed."""
        if self.missing:
            print(f"\nTidak ada uji '{', '.join(sorted(self.missing))}' yang lulus, padahal wajib.", file=sys.stderr)
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_configure(config: pytest.Config) -> None:
    """The tally sits where all reports arrive: not in the workers of xdist."""
    if _required(config) and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Tally(_required(config)))


@pytest.fixture(scope="session")
def packages_looked_through_once() -> Iterator[None]:
    """Streamlit's AppTest looks through all installed packages for components at each start; what is found stays the same."""
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real and made-up reports; skips the test where it is not at hand."""
    folder = os.environ.get(CORPUS_VARIABLE, "")
    if not folder or not Path(folder).is_dir():
        pytest.skip(f"{CORPUS_VARIABLE} tidak disetel: kumpulan laporan contoh tidak tersedia")
    return Path(folder).resolve()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a PostgreSQL server, without a database name; started for this run where none is given."""
    given = os.environ.get(POSTGRES_VARIABLE)
    if given:
        yield given.rstrip("/")
        return
    # not below pytest's own folder: another run that starts closes that one to the lesser user of the server
    folder = Path(tempfile.mkdtemp(prefix="lokmin-postgres-"))
    try:
        server = postgres_uji.start(folder)
        yield server.url
        server.stop()
    except postgres_uji.NotAvailable as error:
        pytest.skip(str(error))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """SQLAlchemy URL of an empty PostgreSQL database of this test alone, dropped afterwards."""
    with postgres_uji.fresh_database(postgres_server) as url:
        yield url

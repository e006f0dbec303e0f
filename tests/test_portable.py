"""The portable Windows folder: what can be checked without Windows, with stand-ins for Python and the wheels."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from alat import buat_portabel

ROOT = Path(__file__).resolve().parents[1]


def archive(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, text in files.items():
            package.writestr(name.replace("__", "/"), text)
    return path


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """An embeddable Python and two wheels, with a requirements file that pins them."""
    python = tmp_path / "python-embed.zip"
    with zipfile.ZipFile(python, "w") as package:
        package.writestr("python.exe", "MZ")
        package.writestr("python311._pth", "python311.zip\n.\n#import site\n")
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    lines = []
    for name, marker in (("alpha", ""), ("beta_paket", " ; sys_platform == 'win32'")):
        content = {f"{name}__isi.py": "x = 1", f"{name}-1.0.data__purelib__{name}_data.py": "y"}
        wheel = archive(wheels / f"{name}-1.0-py3-none-any.whl", **content)
        lines.append(f"{name.replace('_', '-')}==1.0{marker} \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}")
    lines.append("gamma==2.0 ; sys_platform == 'linux' \\\n    --hash=sha256:" + "0" * 64)
    project = tmp_path / "proyek"
    for name in buat_portabel.TAKEN:
        place = project / name
        if (ROOT / name).is_dir():
            place.mkdir(parents=True)
            (place / "isi.txt").write_text(name)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(name)
    (project / "requirements.txt").write_text("\n".join(lines) + "\n")
    monkeypatch.setattr(buat_portabel, "ROOT", project)
    return python, wheels


def test_everything_that_is_taken_along_exists() -> None:
    assert [name for name in buat_portabel.TAKEN if not (ROOT / name).exists()] == []


def test_folder_holds_python_packages_and_app(parts: tuple[Path, Path], tmp_path: Path) -> None:
    folder = buat_portabel.build(*parts, tmp_path / "hasil")
    libraries = folder / "python" / "Lib" / "site-packages"
    assert (libraries / "alpha" / "isi.py").exists() and (libraries / "beta_paket_data.py").exists()
    assert not list(libraries.glob("*.data")) and not (libraries / "gamma").exists()
    assert (folder / "python" / "python311._pth").read_text() == "python311.zip\n.\nLib\\site-packages\n..\nimport site\n"
    assert (folder / "python" / "PORTABEL").exists() and (folder / "Jalankan.bat").exists() and not (folder / "tests").exists()


@pytest.mark.parametrize(("damage", "told"), [("missing", "tidak ada di folder"), ("changed", "tidak sama dengan yang tercatat")])
def test_missing_or_changed_wheel_is_told(parts: tuple[Path, Path], tmp_path: Path, damage: str, told: str) -> None:
    wheel = parts[1] / "alpha-1.0-py3-none-any.whl"
    wheel.unlink() if damage == "missing" else archive(wheel, isi="lain")
    with pytest.raises(buat_portabel.BuildError, match=told):
        buat_portabel.build(*parts, tmp_path / "hasil")


def test_archive_cannot_write_outside_its_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "jahat.zip", "w") as package:
        package.writestr("../di_luar.txt", "x")
    with pytest.raises(buat_portabel.BuildError, match="keluar dari foldernya"):
        buat_portabel._unzip(tmp_path / "jahat.zip", tmp_path / "hasil")
    assert not (tmp_path / "di_luar.txt").exists()


def test_real_pins_are_understood() -> None:
    pins = buat_portabel._pins(ROOT / "requirements.txt")
    assert {"streamlit", "pandas", "plotly", "openpyxl", "sqlalchemy"} <= {pin.name for pin in pins}
    assert all(pin.hashes for pin in pins)
    wanted = [pin for pin in pins if buat_portabel._is_wanted(pin.marker, "3.11")]
    assert [pin.version for pin in wanted if pin.name == "numpy"] == ["2.4.6"] and len({pin.name for pin in wanted}) == len(wanted)


@pytest.mark.parametrize(
    ("marker", "wanted"),
    [
        ("", True), ("sys_platform == 'win32'", True), ("sys_platform == 'linux'", False), ("sys_platform != 'win32'", False),
        ("python_full_version < '3.12'", True), ("python_full_version >= '3.12'", False),
        ("sys_platform == 'darwin' or sys_platform == 'win32'", True),
        ("implementation_name != 'PyPy' and platform_system == 'Windows'", True),
    ],
)  # fmt: skip
def test_markers_are_those_of_windows(marker: str, wanted: bool) -> None:
    assert buat_portabel._is_wanted(marker, "3.11") is wanted


def test_other_zip_is_no_python(tmp_path: Path) -> None:
    with pytest.raises(buat_portabel.BuildError, match="bukan paket 'embeddable'"):
        buat_portabel._version(archive(tmp_path / "lain.zip", isi="x"))

"""The commands load, status, rank, backup, restore and move, from files as an officer has them."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from lokmin_data.__main__ import main
from lokmin_data.store import open_store

HEAD = "No,Desa,Sasaran Ibu Hamil,K1 Bulan Ini\n"
DESA = {"Sukamaju": (120, 10), "Karangsari": (60, 1), "Mekarjaya": (90, 9), "Sidorejo": (100, 8)}


def report(folder: Path, name: str, numbers: dict[str, tuple[float, float]], month: str = "Januari 2026") -> Path:
    """A CSV report of K1 as a Puskesmas might export it."""
    lines = [f"LAPORAN KIA PUSKESMAS MELATI BULAN {month.upper()}\n", "\n", HEAD]
    lines += [f"{place},{desa},{sasaran},{k1}\n" for place, (desa, (sasaran, k1)) in enumerate(numbers.items(), 1)]
    path = folder / name
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An embedded store of this test alone."""
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path / "simpanan"))
    monkeypatch.delenv("LOKMIN_DATABASE_URL", raising=False)
    return f"sqlite:///{tmp_path}/simpanan/lokmin.sqlite"


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """The CSV on stdout."""
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_load_then_status_and_rank(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path, "kia.csv", DESA)
    assert main(["load", str(path)]) == 0
    told = capsys.readouterr().out
    assert "kia.csv: disimpan sebagai laporan 1" in told and "4 desa · 4 angka baru" in told
    assert main(["status", "--indicator", "k1", "--year", "2026", "--month", "1", "--annual-target", "100"]) == 0
    rows = {row["area"]: row for row in printed(capsys)}
    assert list(rows) == list(DESA)
    assert rows["Karangsari"]["this_month"] == "1.0" and rows["Karangsari"]["versus_target"] == "bawah"
    assert float(rows["Mekarjaya"]["percent"]) == pytest.approx(10) and rows["Mekarjaya"]["versus_target"] == "atas"
    assert main(["rank", "--year", "2026", "--month", "1", "--indicator", "k1"]) == 0
    ranked = printed(capsys)
    assert [row["rank"] for row in ranked] == ["1", "2", "3", "4"] and ranked[0]["area"] == "Karangsari"


def test_no_name_becomes_a_formula(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path, "kia.csv", {"@Sukamaju": (120, 10), "=1+1": (60, 1), "Mekarjaya": (90, 9)})
    assert main(["read", str(path)]) == 0
    assert {"'@Sukamaju", "'=1+1", "Mekarjaya"} == {row["area"] for row in printed(capsys) if row["level"] == "desa"}
    main(["load", str(path)])
    capsys.readouterr()
    main(["rank", "--year", "2026", "--month", "1", "--indicator", "k1"])
    assert {row["area"] for row in printed(capsys)} == {"'@Sukamaju", "'=1+1", "Mekarjaya"}


def test_load_twice_and_a_correction(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path, "kia.csv", DESA)
    main(["load", str(path)])
    assert main(["load", str(path)]) == 0
    assert "sudah tersimpan sebelumnya (laporan 1); tidak ada yang berubah" in capsys.readouterr().out
    fixed = report(tmp_path, "kia revisi.csv", {"Sukamaju": (120, 11), "Karangsari": (60, 1)})
    assert main(["load", str(fixed)]) == 0
    assert "0 angka baru · 1 diganti · 1 sama" in capsys.readouterr().out
    store = open_store(url)
    assert sorted(store.observations(1)["numerator"]) == [1, 8, 9, 11]
    assert len(store.history(1, 1, "k1", 2026, 1)) == 2
    store.close()


def test_a_folder_is_a_batch_with_a_report_at_the_end(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kiriman"
    (folder / "dalam").mkdir(parents=True)
    report(folder, "jan.csv", DESA)
    report(folder / "dalam", "feb.csv", DESA, month="Februari 2026")
    (folder / "rusak.xlsx").write_bytes(b"bukan excel")
    (folder / "catatan.md").write_text("bukan laporan")
    assert main(["load", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert "Ringkasan: 3 berkas · 2 disimpan · 0 sudah ada · 1 ditolak" in out and "8 angka baru" in out
    assert "rusak.xlsx: " in err and "Traceback" not in err
    store = open_store(url)
    assert len(store.reports(1)) == 2
    store.close()


def test_a_zip_is_its_reports(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(report(tmp_path, "jan.csv", DESA), "jan.csv")
        file.write(report(tmp_path, "feb.csv", DESA, month="Februari 2026"), "feb.csv")
    assert main(["load", str(archive)]) == 0
    assert "Ringkasan: 2 berkas · 2 disimpan" in capsys.readouterr().out


def test_a_running_year_without_a_month_is_asked_for_it(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    year = date.today().year + (date.today().month == 12)  # a year that is not over
    path = report(tmp_path, "kia.csv", DESA)
    path.write_text(path.read_text("utf-8").replace("BULAN JANUARI 2026", f"TAHUN {year}").replace(" Bulan Ini", ""), "utf-8")
    assert main(["load", str(path)]) == 2
    assert "Laporan tidak menyebut bulan. Tambahkan pilihan --month." in capsys.readouterr().err
    assert main(["load", str(path), "--month", "3"]) == 0
    assert f"{year}-03" in capsys.readouterr().out
    path.write_text(path.read_text("utf-8").replace(f"TAHUN {year}", "TAHUN 2024"), "utf-8")
    assert main(["load", str(path)]) == 0  # a year that is over: its result


def test_a_refused_file_changes_nothing(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kosong.csv"
    path.write_text("halo,dunia\n1,2\n")
    assert main(["load", str(path)]) == 2
    assert "kosong.csv" in capsys.readouterr().err
    store = open_store(url)
    assert store.puskesmas().empty and store.audit().empty
    store.close()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["load", "tidak-ada.xlsx"], "tidak ditemukan"),
        (["status", "--indicator", "k1", "--year", "2026", "--month", "13"], "bulan harus angka 1-12"),
        (["status", "--indicator", "k1", "--year", "2026", "--month", "1"], "Simpanan ini masih kosong"),
        (["rank", "--year", "2026", "--month", "1", "--db", "mysql://x"], "Basis data harus"),
        (["restore", "tidak-ada.zip"], "tidak ditemukan"),
    ],
)
def test_words_that_are_off(url: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert told in err and "Traceback" not in err


def test_several_puskesmas_ask_which(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path, "kia.csv", DESA)
    main(["load", str(path), "--puskesmas", "Melati"])
    main(["load", str(path), "--puskesmas", "Dahlia"])
    capsys.readouterr()
    ask = ["status", "--indicator", "k1", "--year", "2026", "--month", "1"]
    assert main(ask) == 2
    assert "sebutkan dengan --puskesmas NAMA. Yang ada: Dahlia, Melati." in capsys.readouterr().err
    assert main([*ask, "--puskesmas", "puskesmas dahlia"]) == 0
    assert main([*ask, "--puskesmas", "Mawar"]) == 2
    assert "Puskesmas 'Mawar' tidak ada" in capsys.readouterr().err


def test_backup_restore_and_move(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["load", str(report(tmp_path, "kia.csv", DESA))])
    saved = tmp_path / "simpan.zip"
    assert main(["backup", str(saved)]) == 0
    assert "1 Puskesmas, 1 laporan, 4 angka" in capsys.readouterr().out
    main(["load", str(report(tmp_path, "salah.csv", dict.fromkeys(DESA, (100, 1))))])
    assert main(["restore", str(saved)]) == 0
    assert "Keadaan sebelumnya disimpan di" in capsys.readouterr().out
    target = f"sqlite:///{tmp_path}/lain/lokmin.sqlite"
    assert main(["move", "--to", target]) == 0
    assert "Data di tempat asal tidak diubah" in capsys.readouterr().out
    store = open_store(target)
    assert sorted(store.observations(1)["numerator"]) == [1, 8, 9, 10]
    store.close()


@pytest.mark.korpus
def test_the_real_workbook_gives_the_derived_status(url: str, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    oracles = sorted((corpus.parent / "statistics" / "oracles").rglob("pws_status_*_derived.csv"))
    found = sorted((corpus / "real").rglob("*_04_2026_*.xlsx"))
    if not oracles or not found:
        pytest.skip("tabel status turunan tidak ada di samping kumpulan laporan")
    assert main(["load", str(found[0])]) == 0
    expected = list(csv.DictReader(oracles[0].open(encoding="utf-8")))
    for month in range(1, 5):
        capsys.readouterr()
        main(["status", "--indicator", "k1", "--year", "2026", "--month", str(month), "--annual-target", "100"])
        status = {row["area"].casefold(): row["pws_status"] for row in printed(capsys)}
        wanted = {row["desa"].casefold(): row["status_benar"] for row in expected if row["bulan"] == str(month)}
        assert len(status) == 12
        assert status == {desa: wanted[desa] for desa in status}

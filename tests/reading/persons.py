"""Made-up persons for by-name tests; every name and NIK is nobody's."""

from __future__ import annotations

EPPGBM = (
    "No,NIK,Nama,JK,Tgl\nLahir,BB Lahir,TB Lahir,Nama Ortu,Prov,Kab/Kota,Kec,Pukesmas,Desa/Kel,Posyandu,RT,RW,Alamat,"
    "Usia Saat Ukur,Tanggal\nPengukuran,Berat,Tinggi,Cara Ukur,LiLA,BB/U,ZS BB/U,TB/U,ZS TB/U,BB/TB,ZS BB/TB,"
    "Naik Berat Badan,PMT Diterima (kg),Jml Vit A,KPSP,KIA,Detail"
).split(",")
NIKS = [f"99{number:014d}" for number in range(1, 200)]
NAMES = [f"Rahasia{chr(97 + number // 26)}{chr(97 + number % 26)} Karangan" for number in range(199)]
PARENTS = [f"Ortu{chr(97 + number // 26)}{chr(97 + number % 26)} Bayangan" for number in range(199)]
STREETS = [f"Gang Tersembunyi {number}" for number in range(199)]
BIRTHS = [f"2022-0{1 + number % 9}-1{number % 10}" for number in range(199)]


def child(number: int, desa: str = "Sukamaju", day: str = "2026-03-10", **facts: object) -> dict[str, object]:
    """One e-PPGBM row as a dictionary; `facts` overrides columns."""
    row = {
        "No": number + 1, "NIK": NIKS[number], "Nama": NAMES[number], "JK": "LP"[number % 2],
        "Tgl\nLahir": BIRTHS[number], "Nama Ortu": PARENTS[number], "Kec": "Cibadak", "Pukesmas": "Contoh",
        "Desa/Kel": desa, "Alamat": STREETS[number], "RT": "01", "Tanggal\nPengukuran": day, "Berat": "9,8",
        "Tinggi": "80,1", "LiLA": "14,2", "BB/U": "Berat Badan Normal", "ZS BB/U": "0,1", "TB/U": "Normal",
        "ZS TB/U": "-0,5", "BB/TB": "Gizi Baik", "ZS BB/TB": "0,2", "Naik Berat Badan": "N", "Detail": "Detail",
    }  # fmt: skip
    return {**row, **facts}


def grid(rows: list[dict[str, object]], heads: list[str] | None = None) -> list[list[object]]:
    """Head and rows as a grid, in the order of the heads (those of e-PPGBM where none are given)."""
    columns = heads or EPPGBM
    return [list(columns), *[[row.get(column, "-") for column in columns] for row in rows]]

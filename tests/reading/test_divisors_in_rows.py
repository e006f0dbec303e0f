"""Lists of indicators with months side by side: the row that the printed percents prove is the divisor of each month."""

from __future__ import annotations

from laporan import codes, read, said

HEAD = "LAPORAN GIZI 2026\nDESA : Suka\nNO|KEGIATAN|Januari|Februari|Maret\n"
ROWS = "1|Jumlah seluruh balita (S)|50|40|80\n2|Balita ditimbang (D)|40|30|60\n3|Balita naik berat badannya (N)|30|15|{n}\n"


def of(reading: object, code: str) -> list[str]:
    return [line.split(" point T ")[1] for line in said(reading) if f" {code} " in line]


def test_the_sasaran_of_each_month_divides_where_the_percents_say_so():
    reading = read(S=f"{HEAD}{ROWS.format(n=45)}4|D/S (%)|80|75|75\n5|N/D (%)|75|50|75")
    assert of(reading, "d_s") == ["40/50 80", "30/40 75", "60/80 75"] and of(reading, "n_d") == ["30/40 75", "15/30 50", "45/60 75"]
    assert not codes(reading)


def test_those_measured_divide_the_stunted():
    rows = "1|Balita diukur TB/PB|50|40|80\n2|Balita stunting|5|8|4\n3|% stunting|10|20|5"
    assert of(read(S=f"{HEAD}{rows}"), "stunting") == ["5/50 10", "8/40 20", "4/80 5"]


def test_one_wrong_percent_is_named():
    reading = read(S=f"{HEAD}{ROWS.format(n=45)}4|D/S (%)|80|55|75")
    assert of(reading, "d_s") == ["40/50 80", "30/40 55", "60/80 75"] and "persen-tidak-cocok D7" in codes(reading)


def test_a_row_that_proves_nothing_divides_nothing():
    assert of(read(S=f"{HEAD}{ROWS.format(n=45)}"), "d_s") == ["40/", "30/", "60/"]
    other = read(S=f"{HEAD}{ROWS.format(n=45)}4|D/S (%)|71|72|73")
    assert of(other, "d_s") == ["40/ 71", "30/ 72", "60/ 73"]
    chance = read(S=f"{HEAD}{ROWS.format(n=45)}4|D/S (%)|80|72|73")
    assert of(chance, "d_s") == ["40/ 80", "30/ 72", "60/ 73"]


def test_the_proved_row_divides_the_others_of_its_people_and_no_more():
    card = "6|Balita punya KMS (K)|45|38|70"
    reading = read(S=f"{HEAD}{ROWS.format(n=45)}4|D/S (%)|80|75|75\n{card}")
    assert of(reading, "k_s") == ["45/50", "38/40", "70/80"] and of(reading, "n_d") == ["30/", "15/", "45/"]
    assert of(read(S=f"{HEAD}{ROWS.format(n=45)}4|D/S (%)|71|72|73\n{card}"), "k_s") == ["45/", "38/", "70/"]


def test_where_two_rows_count_its_people_none_divides_without_percents():
    rows = f"{ROWS.format(n=45)}4|D/S (%)|80|75|75\n5|Jumlah balita yang ada|52|41|83\n6|Balita punya KMS (K)|45|38|70"
    assert of(read(S=HEAD + rows), "k_s") == ["45/", "38/", "70/"]


def test_another_percent_of_the_row_itself_is_not_passed_over():
    rows = f"{ROWS.format(n=45)}4|D/S (%)|80|75|75\n5|Balita punya KMS (K)|45|38|70\n6|K/S (%)|81|82|83"
    assert of(read(S=HEAD + rows), "k_s") == ["45/ 81", "38/ 82", "70/ 83"]

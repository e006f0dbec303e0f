"""N/D' where no column holds D': the divisor is N + T, where the printed percents prove it."""

from __future__ import annotations

from laporan import read, said

HEAD = "PENIMBANGAN BALITA MEI 2026\nDesa|S|D|N|T|O|B|N/D' (%)\n"
ROWS = ["Suka|100|80|50|20|6|4|71.4", "Maju|120|90|60|15|10|5|80", "Jaya|90|70|40|20|5|5|66.7", "Asri|60|50|30|10|6|4|75"]


def weighed(rows: list[str], head: str = HEAD) -> list[str]:
    return [line for line in said(read(S=head + "\n".join(rows))) if " n_d " in line]


def test_the_sum_of_its_parts_divides() -> None:
    reading = read(S=HEAD + "\n".join(ROWS))
    found = [line for line in said(reading) if " n_d " in line]
    assert [line.split(" T ")[1] for line in sorted(found)] == ["30/40 75", "40/60 66.7", "60/75 80", "50/70 71.4"]
    assert "persen-tidak-terbukti" not in {problem.code for problem in reading.problems}


def test_a_wrong_percent_is_named() -> None:
    rows = [*ROWS, "Mulya|60|50|33|7|6|4|95"]
    problems = [problem for problem in read(S=HEAD + "\n".join(rows)).problems if problem.code == "persen-tidak-cocok"]
    assert [problem.cell for problem in problems] == ["H7"]


def test_where_a_part_is_missing_nothing_divides() -> None:
    rows = [*ROWS, "Mulya|60|50|33||6|4|82.5"]
    assert [line for line in weighed(rows) if line.startswith("Mulya")] == ["Mulya n_d 2026-5 point T 33/ 82.5"]


def test_percents_of_something_else_prove_no_sum() -> None:
    rows = [row.rpartition("|")[0] + f"|{percent}" for row, percent in zip(ROWS, (41, 52, 38, 44), strict=True)]
    assert all("/ " in line for line in weighed(rows))


def test_two_percents_prove_a_sum_and_one_does_not() -> None:
    assert sorted(weighed(ROWS[:2])) == ["Maju n_d 2026-5 point T 60/75 80", "Suka n_d 2026-5 point T 50/70 71.4"]
    assert weighed(ROWS[:1]) == ["Suka n_d 2026-5 point T 50/80 71.4"]


def test_the_sum_divides_also_where_few_were_not_compared() -> None:
    """Where nobody is new or missed the last weighing, all who were weighed are the sum as well."""
    rows = [*ROWS, "Mulya|60|50|33|17|0|0|66", "Harapan|70|60|45|15|0|0|75"]
    reading = read(S=HEAD + "\n".join(rows))
    assert {line.split(" T ")[1] for line in said(reading) if " n_d " in line} >= {"50/70 71.4", "33/50 66", "45/60 75"}
    assert "persen-tidak-cocok" not in {problem.code for problem in reading.problems}


def test_a_column_of_its_own_divides_rather() -> None:
    head = HEAD.replace("|B|", "|B|D'|")
    rows = ["Suka|100|80|50|20|6|4|70|71.4", "Maju|120|90|60|15|10|5|75|80", "Jaya|90|70|40|20|5|5|60|66.7", "Asri|60|50|30|10|6|4|40|75"]
    assert [line.split(" T ")[1] for line in sorted(weighed(rows, head))] == ["30/40 75", "40/60 66.7", "60/75 80", "50/70 71.4"]

"""Within one run of the script a question is asked once; what the run wrote itself is seen by it."""

from __future__ import annotations

import threading

import pytest

from lokmin_data.store import open_store
from pages._shared.ready import Ready
from pages._shared.run import once, one_run


def _asker() -> tuple[list[int], object]:
    asked: list[int] = []

    def ask() -> int:
        asked.append(1)
        return len(asked)

    return asked, ask


def test_a_question_is_asked_once_a_run_and_again_in_the_next():
    asked, ask = _asker()
    for run in (1, 2):
        with one_run():
            assert [once("apa", ask) for _ in range(3)] == [run] * 3
    assert len(asked) == 2


def test_outside_of_a_run_and_in_other_threads_nothing_is_remembered():
    asked, ask = _asker()
    assert [once("apa", ask), once("apa", ask)] == [1, 2]
    with one_run():
        once("apa", ask)
        thread = threading.Thread(target=once, args=("apa", ask))
        thread.start()
        thread.join()
    assert len(asked) == 4


def test_a_run_that_fails_leaves_no_answer_behind():
    asked, ask = _asker()
    with pytest.raises(ValueError), one_run():
        once("apa", ask)
        raise ValueError
    once("apa", ask)
    assert len(asked) == 2


def test_a_run_sees_what_it_wrote_itself(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'uji.sqlite'}")
    number = store.add_puskesmas("Sukamaju", who="uji")

    def now():
        return once(("puskesmas", store, store.changes), store.puskesmas_now)

    with one_run():
        table, versions = now()
        assert list(table["name"]) == ["Sukamaju"] and versions == {number: store.data_version(number)}
        assert now() is now()
        store.update_puskesmas(number, who="uji", name="Sukamakmur")
        table, after = now()
        assert list(table["name"]) == ["Sukamakmur"] and after[number] == versions[number] + 1
    store.close()


def test_finished_html_has_no_indentation_of_our_code():
    assert Ready("\n    <p>a</p>\n      <p>b</p>\n")._repr_html_() == "<p>a</p>\n  <p>b</p>"

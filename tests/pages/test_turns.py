"""Runs go one after another in the order of asking; a long one keeps nobody waiting."""

from __future__ import annotations

import threading
import time

import pytest

from pages._shared.turns import Turns


def _together(turns: Turns, work, count: int) -> None:
    """Threads that ask for a turn one after another while another holds it, and do the work in it."""

    def one(number: int) -> None:
        with turns.turn():
            work(number)

    threads = []
    with turns.turn():
        for number in range(count):
            threads.append(threading.Thread(target=one, args=(number,)))
            threads[-1].start()
            while len(turns._queue) < number + 2:
                time.sleep(0.001)
    for thread in threads:
        thread.join(10)


def test_one_after_another_in_the_order_of_asking():
    inside, most, order = [], [], []

    def work(number: int) -> None:
        inside.append(number)
        time.sleep(0.005)
        most.append(len(inside))
        inside.remove(number)
        order.append(number)

    _together(Turns(longest=30), work, 5)
    assert order == [0, 1, 2, 3, 4] and max(most) == 1


def test_a_long_run_lets_the_next_one_go_beside_it():
    turns, ended = Turns(longest=0.05), threading.Event()

    def long() -> None:
        with turns.turn():
            ended.wait(20)

    runner = threading.Thread(target=long)
    runner.start()
    while not turns._queue:
        time.sleep(0.001)
    for _ in range(3):
        with turns.turn():
            assert runner.is_alive()
    ended.set()
    runner.join(10)
    assert not turns._queue


def test_a_run_that_fails_gives_its_turn_back():
    turns = Turns(longest=30)
    with pytest.raises(ValueError), turns.turn():
        raise ValueError
    with turns.turn():
        pass
    assert not turns._queue

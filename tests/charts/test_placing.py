"""Words in a chart that may not run into each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lokmin_data.charts.placing import MARKER, PLACES, Plot, place_names, spread

PLOT = Plot((0, 100), (0, 100), 400)
NUMBER = st.floats(0, 100)


def boxes(points, names, places):
    return [PLOT.words(x, y, name, *PLACES[place], MARKER) for (x, y), name, place in zip(points, names, places, strict=True) if place]


@given(st.lists(st.tuples(NUMBER, NUMBER), max_size=25))
def test_names_never_meet_nor_leave_the_plot(points):
    names = [f"Desa Panjang {i}" for i in range(len(points))]
    found = boxes(points, names, place_names(points, names, PLOT))
    assert not any(a.meets(b) for i, a in enumerate(found) for b in found[:i])
    assert all(box.left >= 0 and box.right <= PLOT.width and box.bottom >= 0 and box.top <= PLOT.height for box in found)


def test_a_lone_point_has_its_name_above_and_one_at_the_edge_inside():
    assert place_names([(50, 50)], ["Sukamaju"], PLOT) == ["top center"]
    assert place_names([(100, 50)], ["Sukamaju"], PLOT) == ["middle left"]


def test_points_close_together_all_have_names_while_there_is_room():
    points = [(50, 50), (52, 52), (49, 47)]
    assert all(place_names(points, ["Banyu Urip", "Sukamaju Kidul", "Ranu Asri"], PLOT))


def test_what_is_taken_stays_free():
    taken = PLOT.words(50, 50, "batas", 0, 1, MARKER)
    assert place_names([(50, 50)], ["Sukamaju"], PLOT, [taken]) == ["bottom center"]


@pytest.mark.parametrize(
    ("wanted", "placed"), [([10, 100], [10, 100]), ([100, 96], [112, 96]), ([50, 50, 50], [50, 66, 82]), ([], [])]
)
def test_words_at_the_ends_of_lines_are_moved_apart(wanted, placed):
    assert spread(wanted, [16] * len(wanted)) == placed

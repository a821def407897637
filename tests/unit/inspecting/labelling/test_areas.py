"""Cells are named as people name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.inspecting.labelling.cells import LAST, Area, area_of, named_area

AREAS = {
    "B2": Area(2, 2, 2, 2),
    "$B$2": Area(2, 2, 2, 2),
    "b2:b40": Area(2, 2, 40, 2),
    "C4:A2": Area(2, 1, 4, 3),
    "B:C": Area(1, 2, LAST, 3),
    "B2:B": Area(2, 2, LAST, 2),
    "5:7": Area(5, 1, 7, LAST),
    "AA10": Area(10, 27, 10, 27),
}
OTHERS = ("", "B", "2", "B2:", ":B2", "B2:C3:D4", "B0", "Sheet!B2", "2:B", "B:2", "ABCD1", "B2 C3")


@pytest.mark.parametrize(("text", "area"), AREAS.items(), ids=AREAS)
def test_an_area_is_read(text, area):
    assert area_of(text) == area


@pytest.mark.parametrize("text", OTHERS)
def test_what_names_no_cells_is_none(text):
    assert area_of(text) is None


@given(
    st.tuples(st.integers(1, 9_999), st.integers(1, 700)),
    st.tuples(st.integers(0, 99), st.integers(0, 99)),
)
def test_an_area_that_is_written_is_read_again(first, more):
    area = Area(*first, first[0] + more[0], first[1] + more[1])

    assert area_of(named_area(area)) == area


@pytest.mark.parametrize("area", [one for one in AREAS.values() if LAST in (one.bottom, one.right)])
def test_so_is_one_that_goes_on_to_the_end(area):
    assert area_of(named_area(area)) == area

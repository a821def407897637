"""How many names fit a gap, and marks over whole lines."""

import pytest

from answerable.inspecting.redacting import Gap, Mark, tellable_by_width, whole_line

LETTERS = {"a": 5.0, "i": 2.0, "l": 2.0, "m": 9.0, "B": 7.0, "M": 9.0, "r": 4.0, " ": 3.0}


@pytest.mark.parametrize(
    ("text", "names", "fitting"),
    [
        ("Bail", ["Bail"], 1),
        ("Bail", ["Bail", "Bali", "Mill"], 2),
        ("Mr Bail", ["Bail", "Bali", "Mill"], 2),
        ("Mr Bail", ["Mill", "Ball"], 0),
        ("Ball", ["Bail", "Mam"], 1),
        ("Bail", [], 0),
        ("", ["Bail"], 0),
    ],
)
def test_so_many_names_fit(text, names, fitting):
    assert tellable_by_width(Gap(text, LETTERS), names) == fitting


WORDS = [(10, 100, 50, 112), (60, 100, 90, 112), (200, 101, 260, 113), (10, 130, 90, 142)]


def test_a_mark_is_widened_to_its_line():
    mark = Mark(1, (60, 99, 90, 113), "Quill", "40(2)", "a name")

    assert whole_line(mark, WORDS) == Mark(1, (10, 99, 260, 113), "Quill", "40(2)", "a name")


def test_a_mark_on_two_lines_is_widened_to_the_wider_one():
    assert whole_line(Mark(1, (60, 99, 70, 143)), WORDS).box == (10, 99, 260, 143)


@pytest.mark.parametrize("mark", [Mark(words="Quill"), Mark(1, (0, 0, 5, 5))])
def test_a_mark_beside_all_lines_stays_as_it_is(mark):
    assert whole_line(mark, WORDS) == mark

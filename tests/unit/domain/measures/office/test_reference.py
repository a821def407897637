"""docs/reference/statistics.md says of each line what the code counts."""

from answerable.domain.measures.office import check_definitions, definitions, length_definitions
from tests.support.statistics_page import PAGE, tables


def test_the_page_says_what_the_definitions_say():
    assert tables() in PAGE.read_text(encoding="utf-8"), "python -m tests.support.statistics_page"


def test_every_denominator_and_every_part_of_a_sum_is_a_line():
    known = set(definitions())

    assert {one.of for one in definitions().values()} - {""} <= known
    for one in check_definitions():
        assert {one.total, *one.parts} <= known


def test_every_line_is_told_in_welsh_in_other_words():
    for one in (*definitions().values(), *length_definitions().values()):
        assert one.cy
        assert one.cy != one.words
        assert one.means_cy
        assert one.means_cy != one.means

"""Tables without lines put together by chance: nearly all of their cells are read where they stand, told by blanks alone.

A table of forty that is lost whole costs some two cells in a hundred.
"""

from tests.support.layouts.as_pdf import tagged, untagged
from tests.support.layouts.chance_tables import cells_read, table_by_chance


def test_cells_of_tables_without_lines_are_read_where_they_stand():
    made = [table_by_chance(seed) for seed in range(500, 540)]

    read = [cells_read(untagged(tagged(one)), one.truth["cells"]) for one in made]

    right, there = (sum(counts) for counts in zip(*read, strict=True))
    assert right / there >= 0.95


def test_what_is_counted_as_read_stands_in_its_row_and_its_column():
    (made,) = [table_by_chance(500)]
    data, cells = untagged(tagged(made)), made.truth["cells"]

    swapped = [[*reversed(row)] for row in cells]

    assert cells_read(data, swapped)[0] < cells_read(data, cells)[0] / 2

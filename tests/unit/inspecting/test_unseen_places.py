"""Which rows and columns of a sheet are hidden is told in words, as many as a person reads."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.office.workbooks.unseen_places import UnseenPlaces
from tests.support.planted.called import called
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET


@pytest.mark.parametrize(
    ("rows", "columns", "told"),
    [
        ((), (), ""),
        ((4,), (), "row 4"),
        ((4, 5, 6), (), "rows 4 to 6"),
        ((4, 5, 20), (3,), "rows 4 to 5 and 20; column C"),
        ((), (1, 2, 27), "columns A to B and AA"),
        (range(2, 40, 2), (), "rows 2, 4, 6, 8, 10, 12, 14, 16 and 11 more places"),
    ],
)
def test_places_are_told_as_ranges(rows, columns, told):
    places = UnseenPlaces(columns=set(columns))
    for one in rows:
        places.take_row(one)

    assert places.told() == told


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("hidden_row", "row"),
        ("hidden_column", "column"),
        ("filtered_row", "row"),
        ("hidden_row_of_ods", "row"),
        ("hidden_column_of_ods", "column"),
    ],
)
def test_a_sheet_tells_what_of_it_is_hidden(name, kind):
    one = next(each for each in PLANTED if each.name == name)
    data, twin = one.make(SECRET), one.make("")

    hidden, shown = (inspected(each, called(each)).sheets for each in (data, twin))

    assert [each.unseen.partition(" ")[0].removesuffix("s") for each in hidden] == [kind]
    assert [each.unseen for each in shown] == [""]

"""Which cells of a table are shown before anybody said what its columns hold."""

import pytest

from answerable.reading.weblogs.masking import Masked, shown_cells

WORDS = ("How many bicycles do you have?", "Where are they kept?", "Where are they kept?")


def shown(name, cells, **more):
    asked = {"is_told": False, "most": 3, "longest": 40, **more}
    return shown_cells(name, cells, **asked)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Requester Name", ["a"]),
        ("applicant_email", ["a"]),
        ("ContactAddress", ["a"]),
        ("E-mail", ["a"]),
        ("Who", ["Ann Example", "Bob van Example", ""]),
        ("Who", ["Example, Ann", "the press office", "Example, Bob"]),
        ("Who", ["Mr Example", "Dr A. Example"]),
        ("Where to", ["ann@mail.example", "bob@mail.example"]),
        ("Where", ["14 Low Road, Northtown N1 2AB", "3 High Street, Southtown S1 2AB"]),
    ],
)
def test_a_column_of_people_is_masked_as_a_whole(name, cells):
    assert shown(name, cells) == Masked((), is_masked=True)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("What they wrote", WORDS),
        ("Ref", ["7000001", "FOI-2024/0123"]),
        ("Came", ["2024-01-02", "3 January 2024"]),
        ("Said", ["Refused", "Answered"]),
        ("Stage", ["", ""]),
    ],
)
def test_other_columns_show_their_first_different_cells(name, cells):
    assert shown(name, cells).cells == tuple(dict.fromkeys(filter(None, cells)))
    assert not shown(name, cells).is_masked


def test_of_a_column_that_is_told_only_what_is_somebodys_is_masked():
    found = shown("Title", ["Body Worn Cameras", "Fleet Costs"], is_told=True)
    assert found == Masked(("Body Worn Cameras", "Fleet Costs"))
    found = shown("Title", ["Letter from Mrs Example about ann@mail.example"], is_told=True)
    assert found == Masked(("Letter from [masked] about [masked]",), has_masks=True)


def test_long_cells_are_cut_once_what_is_somebodys_is_masked():
    (cell,) = shown("Words", [f"{'many words ' * 3}ann@mail.example and more"], is_told=True).cells
    assert cell == f"{('many words ' * 3)}[maske…"

"""Whoever marks a file sees a part of it as it is and as it will be, and what a mark takes before it is made."""

import json

import pytest

from answerable.inspecting.labelling import (
    Area,
    Going,
    Part,
    PlaceMark,
    looked_at,
    what_goes,
    where_found,
)
from answerable.inspecting.labelling.looking import COLUMNS, PARAGRAPHS, ROWS, WORDS
from answerable.inspecting.redacting import CannotRedact
from tests.support.labelled import excel_file, step, word_file

LABEL = "[withheld: s.40(2)]"
STAFF = {
    "Staff": [["Team", "Name"], ["Bridges", "Ann Quillfeather"], ["Roads", "Ola Brownlow"]],
    "Notes": [["Asked of A. Quillfeather"]],
}


def look(data, *marks, name="staff.xlsx", sheet=1, page=1, across=1):
    said = json.dumps({"marks": marks}) if marks else ""
    head, _ = step("look", data, name=name, marks=said, part=[sheet, page, across])
    return head


def test_a_part_of_a_sheet_is_shown_before_and_after_its_labels():
    names = PlaceMark(sheet="Staff", cells=Area(2, 2, 3, 2), limb="40(2)")

    seen = looked_at(excel_file(STAFF), [names], name="staff.xlsx", part=Part())

    assert [one.name for one in seen.sheets] == ["Staff", "Notes"]
    assert [one.labels for one in seen.sheets] == [2, 0]
    assert [[cell.after for cell in row] for row in seen.rows] == [
        ["Team", "Name"],
        ["Bridges", LABEL],
        ["Roads", LABEL],
    ]
    assert [row[1].before for row in seen.rows] == ["Name", "Ann Quillfeather", "Ola Brownlow"]
    assert (seen.columns, seen.labels, seen.unmet, seen.pages_marked) == ((1, 2), 2, (), (1,))


def test_a_large_sheet_is_shown_in_parts_and_what_lies_beyond_is_its_last():
    rows = [[f"{row}/{column}" for column in range(COLUMNS + 3)] for row in range(2 * ROWS + 1)]

    head = look(excel_file({"Many": rows}), {"cells": "A81"}, page=9, across=9)

    assert (head["part"], head["pages"], head["pages_across"]) == ([1, 3, 2], 3, 2)
    assert head["columns"] == [13, 14, 15]
    assert [cell[2] for cell in head["rows"][0]] == ["80/12", "80/13", "80/14"]
    assert head["pages_marked"] == [3]


def test_rows_and_columns_have_the_numbers_of_the_file_whatever_is_hidden():
    data = excel_file({"Staff": STAFF["Staff"]}, hidden_rows=(2,), hidden_columns=("A",))

    head = look(data)

    assert [cell[:3] for row in head["rows"] for cell in row] == [
        [1, 2, "Name"],
        [3, 2, "Ola Brownlow"],
    ]


def test_paragraphs_are_shown_with_the_letters_that_go():
    data = word_file(["Dear Ann Quillfeather,"], ["Nothing here."])

    head = look(
        data, {"paragraph": 1, "letters": [5, 8]}, {"words": "quillfeather"}, name="letter.docx"
    )

    assert head["paragraphs"][0] == [
        1,
        "Dear Ann Quillfeather,",
        "Dear [withheld],",
        [[5, 21]],
    ]
    assert (head["count"], head["pages_marked"], head["sheets"]) == (2, [1], [])


def test_a_long_document_is_shown_page_by_page():
    data = word_file(*[[f"Paragraph {number}."] for number in range(PARAGRAPHS + 1)])
    wordy = word_file(["word " * WORDS], ["More."])

    assert [one[0] for one in look(data, name="a.docx", page=2)["paragraphs"]] == [PARAGRAPHS + 1]
    assert look(wordy, name="a.docx")["pages"] == 2


def test_a_total_that_gives_a_withheld_number_back_is_told_before_anything_is_made():
    data = excel_file({"Pay": [["Ann", 3], ["Bo", 4], ["Total", 7]]})

    head = look(data, {"cells": "B1"})

    assert head["told"][0].startswith("Cell B3 of sheet 'Pay' is worked out from withheld cells")


def test_marks_that_meet_nothing_are_told_by_their_number():
    head = look(excel_file(STAFF), {"sheet": "Staff", "cells": "B2"}, {"words": "Zebulon"})

    assert head["unmet"] == [1]


def test_what_a_mark_takes_is_known_before_it_is_made():
    data = excel_file({"Staff": STAFF["Staff"]}, hidden_rows=(2,), hidden_columns=("A",))

    marks = [
        PlaceMark(cells=Area(2, 2, 3, 2)),
        PlaceMark(cells=Area(9, 9, 9, 9)),
        PlaceMark(words=("brownlow", "Name")),
    ]

    # In the new workbook, nothing is left of what was hidden.
    assert what_goes(data, marks, name="s.xlsx") == (
        Going(("Ola Brownlow",), 1, 1, "A2"),
        Going((), 0, 1, ""),
        Going(("Name", "Brownlow"), 2),
    )


@pytest.mark.parametrize(
    ("cells", "anew"), [("B2:B", "B2:B"), ("A:B", "A:B"), ("3:3", "3:3"), ("A1:B3", "A1:B3")]
)
def test_whole_columns_and_rows_stay_whole_in_the_new_numbers(cells, anew):
    marks = json.dumps({"marks": [{"sheet": "Staff", "cells": cells}]})

    head, _ = step("going", excel_file(STAFF), name="staff.xlsx", marks=marks)

    assert head["going"][0][2:] == [1, anew]


def test_words_are_counted_where_no_mark_takes_them_yet():
    first = PlaceMark(sheet="Staff", cells=Area(2, 2, 2, 2))

    found = where_found(excel_file(STAFF), ["quillfeather"], [first], name="staff.xlsx")

    assert (found.places, found.count, found.marked) == ((("A1, sheet 2", 1),), 1, 1)


def test_words_of_a_document_are_counted_by_its_paragraphs():
    data = word_file(["Ann, and Ann again."], ["No one."], ["Ann."])

    head, _ = step("find", data, name="a.docx", marks="", sought=["Ann"])

    assert head == {"places": [["paragraph 1", 2], ["paragraph 3", 1]], "count": 3, "marked": 0}


def test_what_cannot_be_marked_says_so():
    with pytest.raises(CannotRedact, match="none in which cells, paragraphs or words are marked"):
        looked_at(b"\x89PNG\r\n\x1a\n", [], name="photo.png", part=Part())
    with pytest.raises(CannotRedact, match="names cells, but this is a document"):
        look(word_file(["Ann"]), {"cells": "A1"}, name="a.docx")

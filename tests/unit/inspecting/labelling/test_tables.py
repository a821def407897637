"""Cells and words of tables give way to labels in the rebuilt files, and nothing else changes."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.inspecting.rebuilding.tables.cells import Line
from answerable.inspecting.redacting import CannotRedact
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.labelled import cells_of, excel_file, made, proved
from tests.support.planted.opendocuments import workbook as open_workbook

LABEL = "[withheld: s.40(2)]"
ROWS = [
    ["Team", "Name", "Days"],
    ["Bridges", "Ann Quillfeather", 3],
    ["Roads", "Ola Brownlow", 4],
    ["Parks", "Ng", 5],
]
COLUMN = {"sheet": "Staff", "cells": "B2:B", "limb": "40(2)"}


def staff(**more):
    return excel_file({"Staff": ROWS, "Notes": [["Asked of A. Quillfeather, and filed"]]}, **more)


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_column_gives_way_to_one_label_whatever_stood_there():
    head, files = made(staff(), COLUMN)

    assert cells_of(files["staff (redacted).xlsx"])["Staff"] == [
        ["Team", "Name", "Days"],
        ["Bridges", LABEL, 3],
        ["Roads", LABEL, 4],
        ["Parks", LABEL, 5],
    ]
    assert rows_of(files["staff (redacted) - Staff.csv"])[3] == ["Parks", LABEL, "5"]
    assert head["labels"] == 3
    # The surname alone stands on the other sheet, too, and "Ng" is too short to be searched for in bytes.
    assert head["sought"] == ["Ann Quillfeather", "brownlow"]
    assert head["not_swept"] == 1


def test_words_go_wherever_they_stand_and_leave_nothing_of_them():
    head, files = made(staff(), {"words": ["quillfeather", "ola brownlow"], "limb": "40(2)"})

    sheets = cells_of(files["staff (redacted).xlsx"])
    assert sheets["Notes"] == [[f"Asked of A. {LABEL}, and filed"]]
    assert [row[1] for row in sheets["Staff"]] == ["Name", f"Ann {LABEL}", LABEL, "Ng"]
    assert head["sought"] == ["quillfeather", "brownlow"]
    assert not any(traces_here(data, head["sought"]) for data in files.values())


def test_a_blank_cell_of_a_marked_column_has_the_label_too():
    rows = [["Team", "Name"], ["Bridges", "Ann"], ["Roads", ""]]

    _, files = made(excel_file({"Staff": rows}), COLUMN)

    assert [row[1] for row in cells_of(files["staff (redacted).xlsx"])["Staff"]] == [
        "Name",
        LABEL,
        LABEL,
    ]


def test_marks_name_cells_as_the_file_numbers_them_and_not_as_they_are_shown():
    data = excel_file({"Staff": ROWS}, hidden_rows=(2,), hidden_columns=("A",))

    _, files = made(data, {"sheet": "Staff", "cells": "B3", "limb": "40(2)"})

    assert cells_of(files["staff (redacted).xlsx"])["Staff"][1] == [LABEL, 4]


def test_a_mark_on_any_cell_of_merged_ones_takes_what_they_show():
    rows = [["Team", "Name"], ["Bridges", "Ann Quillfeather"], ["Roads", ""], ["Parks", "Ng"]]

    _, files = made(excel_file({"Staff": rows}, merged=("B2:B3",)), {"cells": "B3"})

    names = [row[1] for row in cells_of(files["staff (redacted).xlsx"])["Staff"]]
    assert names == ["Name", "[withheld]", None, "Ng"]


def test_the_width_of_a_column_is_not_that_of_the_words_that_went():
    book = openpyxl.Workbook()
    book.active.append(["Team", "Ann Quillfeather"])
    book.active.column_dimensions["B"].width = 61.5
    saved = io.BytesIO()
    book.save(saved)

    _, files = made(saved.getvalue(), {"cells": "B1"})

    again = openpyxl.load_workbook(io.BytesIO(files["staff (redacted).xlsx"])).active
    assert again.column_dimensions["B"].width < 30


def test_of_a_number_no_part_stays_whatever_its_form_is():
    rows = [["Telephone"], [20_794_600_123.0]]

    _, files = made(excel_file({"Sheet": rows}, forms={"A2": "0000 0000 0000"}), {"words": "0123"})

    assert cells_of(files["staff (redacted).xlsx"])["Sheet"][1] == ["[withheld]"]


def test_the_name_of_a_sheet_and_of_a_file_give_way():
    data = excel_file({"Ann Quillfeather": ROWS})

    _, files = made(data, {"words": "Ann Quillfeather"}, name="Ann_Quillfeather.xlsx")

    assert list(files) == ["withheld (redacted).xlsx", "withheld (redacted).csv"]
    assert list(cells_of(files["withheld (redacted).xlsx"])) == ["withheld"]


def test_a_table_of_text_is_marked_by_its_rows_and_columns():
    data = b"\nTeam,Name\nBridges,Ann Quillfeather\nRoads,=cmd\n"

    _, files = made(data, {"cells": "B3", "limb": "EIR 13(1)"}, name="staff.csv")

    assert rows_of(files["staff (redacted).csv"]) == [
        ["Team", "Name"],
        ["Bridges", "[withheld: EIR 13(1)]"],
        ["Roads", "'=cmd"],
    ]


def test_an_open_document_workbook_is_marked_alike():
    data = open_workbook()

    head, files = made(data, {"cells": "A1:B2"}, name="staff.ods")

    assert head["labels"]
    name = "staff (redacted).xlsx"
    assert proved(data, files[name], name, {"cells": "A1:B2"}, name="staff.ods")[0][1:3] == (0, 0)


REFUSED = {
    "another sheet": ({"sheet": "Raw", "cells": "A1"}, "is not one that the file shows"),
    "no sheet": ({"cells": "A1"}, "names no sheet, and the file shows several"),
    "beside": ({"sheet": "Staff", "cells": "F9"}, r"Mark 1 \(F9\) meets nothing"),
    "words beside": (
        {"sheet": "Staff", "cells": "B3", "words": "Ann"},
        "stand in none of its cells",
    ),
    "nowhere": ({"words": "Zebulon"}, "words of mark 1 stand nowhere"),
    "paragraph": ({"paragraph": 2}, "names a paragraph, but this is a table"),
}


@pytest.mark.parametrize(("mark", "why"), REFUSED.values(), ids=REFUSED)
def test_a_mark_that_meets_nothing_is_refused(mark, why):
    with pytest.raises(CannotRedact, match=why):
        made(staff(), mark)


def test_words_in_cells_go_from_those_and_stay_in_others():
    rows = [["Name", "Note"], ["Ann", "Seen by Ann and Bo"], ["Bo", "Seen by Ann again"]]

    head, files = made(
        excel_file({"Staff": rows}), {"cells": "B2", "words": "ann", "limb": "40(2)"}
    )

    assert cells_of(files["staff (redacted).xlsx"])["Staff"] == [
        rows[0],
        ["Ann", f"Seen by {LABEL} and Bo"],
        rows[2],
    ]
    assert head["labels"] == 1


def test_words_whose_cells_go_whole_met_something_all_the_same():
    _, files = made(staff(), {"sheet": "Staff", "cells": "B2:B"}, {"words": "Brownlow"})

    names = [row[1] for row in cells_of(files["staff (redacted).xlsx"])["Staff"]]
    assert names == ["Name", *["[withheld]"] * 3]


def test_what_a_new_file_holds_in_the_wrong_place_is_told():
    data, name = staff(), "staff (redacted).xlsx"
    _, files = made(data, {"words": "Brownlow"})

    # Read back against other marks, the cells of those have no label.
    told = proved(data, files[name], name, COLUMN, {"words": "Quillfeather"})

    assert told == [("workbook", 4, 0, 13)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "Ann", "3", "0.5", "-", "=x", "Müller", "a\nb"]),
            min_size=3,
            max_size=3,
        ),
        min_size=2,
        max_size=6,
    ),
    st.tuples(st.integers(1, 3), st.integers(1, 6)),
)
def test_any_table_is_read_back_with_its_labels_and_nothing_else_changed(rows, place):
    lines = [
        Line(at, {column: one for column, one in enumerate(row) if one}, at + 1)
        for at, row in enumerate(rows)
        if any(row)
    ]
    cell = {"cells": f"{'ABC'[place[0] - 1]}{place[1]}"}
    text = "\r\n".join(",".join(f'"{one}"' for one in row) for row in rows).encode()
    if len(lines) < 2:
        return
    try:
        _, files = made(text, cell, name="any.csv")
    except CannotRedact:
        used = {column for line in lines for column in line.cells}
        assert place[0] - 1 not in used or place[1] not in {line.origin for line in lines}
        return
    ((name, file),) = files.items()

    assert [one[:3] for one in proved(text, file, name, cell, name="any.csv")] == [("csv", 0, 0)]

"""Whoever withholds a number is told of the totals that give it back."""

import io
import zipfile

import pytest

from answerable.inspecting.labelling.cells import Area
from answerable.inspecting.labelling.formulas import Formula, worked_out_from
from tests.support.labelled import excel_file, made
from tests.support.planted.fixtures import edited

AREAS = {
    "SUM(B2:B4)": [("Staff", Area(2, 2, 4, 2))],
    "B2+$C$3*2": [("Staff", Area(2, 2, 2, 2)), ("Staff", Area(3, 3, 3, 3))],
    "SUM(Raw!B:B)": [("Raw", Area(1, 2, 2**31, 2))],
    "'My ''own'' sheet'!A1": [("My 'own' sheet", Area(1, 1, 1, 1))],
    'IF(A1="B2:B9",1,0)': [("Staff", Area(1, 1, 1, 1))],
    "LOG10(7)": [],
}


@pytest.mark.parametrize(("text", "areas"), AREAS.items(), ids=AREAS)
def test_the_cells_that_a_formula_names_are_read(text, areas):
    assert list(Formula("Staff", 9, 9, text).areas()) == areas


def test_a_shared_formula_moves_with_its_cell_but_for_what_is_fixed():
    moved = Formula("Staff", 9, 9, "SUM(B2:B$4)+$C5", down=1, right=2)

    assert [area for _, area in moved.areas()] == [Area(3, 4, 4, 4), Area(6, 3, 6, 3)]


def test_a_formula_that_is_withheld_itself_tells_nothing():
    formulas = [Formula("Staff", 5, 2, "SUM(B2:B4)"), Formula("Staff", 6, 3, "B3")]

    assert worked_out_from(formulas, {"Staff": {2: [3, 5]}}) == [formulas[1]]


def with_formula(data, cell, formula):
    """Return a workbook in which the number of a cell is worked out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name).decode()
            if name.endswith("sheet1.xml"):
                at = part.index("<v>", part.index(f'r="{cell}"'))
                part = f"{part[:at]}<f>{formula}</f>{part[at:]}"
            after.writestr(name, part)
    return out.getvalue()


def days(total):
    return excel_file({"Staff": [["Team", "Days"], ["A", 3], ["B", 4], ["C", total]]})


def test_a_formula_over_a_withheld_cell_is_told_even_where_it_is_no_sum():
    data = with_formula(days(12), "B4", "B3*3")

    head, _ = made(data, {"cells": "B3"})

    assert [one.split(" is ")[0] for one in head["told"]] == ["Cell B4 of sheet 'Staff'"]


def test_a_sum_is_told_without_a_formula():
    head, _ = made(b"Team,Days,Left\nA,3,9\nB,4,9\nTotal,7,18\n", {"cells": "B3"}, name="days.csv")

    assert [one.split(" is ")[0] for one in head["told"]] == ["Cell B4"]


def test_a_last_number_that_is_no_sum_is_not():
    head, _ = made(days(99), {"cells": "B3"})

    assert head["told"] == []


NAMED = {
    "SUM(Days_off)+92": True,
    "days_off*1": True,
    "SUM(Others)": False,
    'LEN("Days_off")': False,
    "Days_off()": False,
}


@pytest.mark.parametrize(("formula", "tells"), NAMED.items(), ids=NAMED)
def test_a_formula_over_an_area_with_a_name_is_told(formula, tells):
    names = "".join(
        f'<definedName name="{name}">Staff!{area}</definedName>'
        for name, area in (("Days_off", "$B$2:$B$3"), ("Others", "$B$2"))
    )
    data = edited(
        with_formula(days(99), "B4", formula),
        "xl/workbook.xml",
        ("</sheets>", f"</sheets><definedNames>{names}</definedNames>"),
    )

    head, _ = made(data, {"cells": "B3"})

    found = [one.split(" is ")[0] for one in head["told"]]
    assert found == (["Cell B4 of sheet 'Staff'"] if tells else [])

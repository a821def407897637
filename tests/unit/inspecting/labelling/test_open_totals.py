"""Whoever withholds a number of an ODS is told of the cells that are worked out from it."""

import io

import pytest
from odf import opendocument, table, text

from tests.support.labelled import made

STAFF = [["Team", "Days"], ["A", 3], ["B", 4], ["C", 99]]
# A formula in B4, where no total is to be seen, and whether it tells the withheld B3.
FORMULAS = {
    "of:=[.B3]*3": True,
    "of:=SUM([.B2:.B3])+92": True,
    "of:=SUM([$Staff.$B$2:$Staff.$B$3])+92": True,
    "of:=SUM([$'Staff'.B2:.B3])": True,
    "oooc:=[.B3]+95": True,
    "of:=SUM(Days_off)+92": True,
    "of:=[.B2]*33": False,
    "of:=SUM([$'Other sheet'.B2:.B3])": False,
    'of:=LEN("[.B3]")': False,
    "of:=SUM(Others)": False,
}


def open_file(formula):
    """Return a workbook with a formula in B4 of its sheet, and two areas with names."""
    book = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name="Staff")
    for at, row in enumerate(STAFF):
        line = table.TableRow()
        for value in row:
            is_number = not isinstance(value, str)
            said = {"valuetype": "float", "value": value} if is_number else {"valuetype": "string"}
            if at == len(STAFF) - 1 and is_number:
                said["formula"] = formula
            cell = table.TableCell(**said)
            cell.addElement(text.P(text=str(value)))
            line.addElement(cell)
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    names = table.NamedExpressions()
    for name, area in (("Days_off", "$Staff.$B$2:.$B$3"), ("Others", "$Staff.$B$2")):
        names.addElement(
            table.NamedRange(name=name, cellrangeaddress=area, basecelladdress="$Staff.$A$1")
        )
    book.spreadsheet.addElement(names)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("formula", "tells"), FORMULAS.items(), ids=FORMULAS)
def test_a_formula_of_ods_over_a_withheld_cell_is_told(formula, tells):
    head, _ = made(open_file(formula), {"cells": "B3"}, name="staff.ods")

    found = [one.split(" is ")[0] for one in head["told"]]
    assert found == (["Cell B4 of sheet 'Staff'"] if tells else [])

"""Ordinary files are read back whole once a place of theirs is marked, whoever wrote them."""

import pytest

from tests.support.labelled import made, proved, step
from tests.support.planted.ordinary import ordinary

pytestmark = pytest.mark.slow

TABLES = (".xlsx", ".xlsm", ".ods", ".csv")
DOCUMENTS = (".docx", ".pptx", ".odt", ".odp", ".html", ".md")
# They show nothing, and are refused.
EMPTY = ("empty.docx", "wide.pptx")
FILES = {
    name: data
    for name, data in ordinary().items()
    if name.endswith((*TABLES, *DOCUMENTS)) and name not in EMPTY
}


def first_place(data, name):
    """Return a mark of the first place of a file, and how many sheets it has."""
    shown, _ = step("show", data, name=name)
    if "paragraphs" in shown:
        return {"paragraph": 1}
    sheet = next(one for one in shown["sheets"] if one["rows"])
    return {"sheet": sheet["name"], "cells": f"{sheet['rows'][0][0]}:{sheet['rows'][0][0]}"}


@pytest.mark.filterwarnings("ignore:Sparkline")
@pytest.mark.parametrize("name", FILES)
def test_nothing_but_what_is_marked_changes(name):
    data = FILES[name]
    mark = first_place(data, name)

    head, files = made(data, mark, name=name)

    rows, sheets = [], 0
    for called, file in files.items():
        rows += proved(data, file, called, mark, name=name, sheet=sheets)
        sheets += called.endswith(".csv")
    assert head["labels"] >= 1
    assert [(one[0], one[1], one[2]) for one in rows if one[1] or one[2] > 0.001 * one[3]] == []

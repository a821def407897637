"""Files whose marks are taken out in this very process: the steps of the process apart, one after another."""

import io
import json

import docx
import openpyxl

from answerable.inspecting.labelling.steps import said_by
from answerable.inspecting.redacting import CannotRedact


def step(named, data, **asked):
    """Return what a step says: its head, and the bytes behind it."""
    said = b"".join(said_by({"step": named, **asked}, data))
    line, _, rest = said.partition(b"\n")
    head = json.loads(line)
    if "refused" in head:
        raise CannotRedact(head["refused"])
    return head, rest


def made(data, *marks, name="staff.xlsx"):
    """Return what making the redacted files says, and the files by their names."""
    head, rest = step("make", data, name=name, marks=json.dumps({"marks": marks}))
    files, at = {}, 0
    for one in head["files"]:
        files[one["name"]] = rest[at : at + one["size"]]
        at += one["size"]
    return head, files


def proved(data, file, called, *marks, name="staff.xlsx", sheet=0):
    """Return what reading a new file back says: each reader, labels that are left, what is lost, and of how many."""
    asked = {"name": name, "marks": json.dumps({"marks": marks}), "file": called, "sheet": sheet}
    head, _ = step("prove", data + file, size=len(data), **asked)
    return [tuple(one) for one in head["rows"]]


def cells_of(data):
    """Return the values of a workbook's sheets by their names, row by row."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book.worksheets}


def excel_file(sheets, *, hidden_rows=(), hidden_columns=(), merged=(), forms=None):
    """Return a workbook of rows by the names of its sheets; `forms` are number formats by cell."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if one == "" else one for one in row])
        for one in hidden_rows:
            sheet.row_dimensions[one].hidden = True
        for one in hidden_columns:
            sheet.column_dimensions[one].hidden = True
        for one in merged:
            sheet.merge_cells(one)
        for cell, form in (forms or {}).items():
            sheet[cell].number_format = form
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def word_file(*blocks):
    """Return a document: paragraphs as lists of runs, of which each second is bold, and tables as tuples of rows."""
    document = docx.Document()
    for one in blocks:
        if isinstance(one, tuple):
            made = document.add_table(len(one), len(one[0]))
            for row, cells in enumerate(one):
                for column, words in enumerate(cells):
                    made.cell(row, column).text = words
            continue
        added = document.add_paragraph()
        for at, words in enumerate(one):
            added.add_run(words).bold = bool(at % 2)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()

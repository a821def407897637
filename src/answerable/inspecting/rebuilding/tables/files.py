"""A table into the files that may leave instead of it: CSV for each sheet, and one workbook."""

from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.names import Names, stem_of
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt, RebuiltFile
from answerable.inspecting.rebuilding.tables.cells import ShownSheet, words_of
from answerable.inspecting.rebuilding.tables.csv_file import sheet_as_csv
from answerable.inspecting.rebuilding.tables.workbook_file import LONGEST_WORDS, sheets_as_workbook

MOST_IN_WORKBOOK = 1_000_000
"""Cells of a workbook that is written: what shows more leaves as CSV alone."""


def files_of(sheets: list[ShownSheet], name: str, left: LeftOut) -> Rebuilt:
    """Return the workbook first, and a CSV for each sheet that shows something.

    :raises CannotRebuild: if none does.
    """
    filled = [sheet for sheet in sheets if sheet.lines]
    if not filled:
        raise CannotRebuild("It shows nothing, so that nothing of it can be released")
    stem, names = stem_of(name), Names()
    files = []
    count = sum(sheet.count for sheet in filled)
    if count > MOST_IN_WORKBOOK:
        left.say(
            f"No workbook was written: {count:,} cells are more than {MOST_IN_WORKBOOK:,}. The CSV holds them all."
        )
    else:
        _tell_long_words(filled, left)
        files.append(RebuiltFile(names.free(f"{stem}.xlsx"), sheets_as_workbook(sheets)))
    for sheet in filled:
        called = f"{stem}.csv" if len(filled) == 1 else f"{stem} - {sheet.name}.csv"
        files.append(RebuiltFile(names.free(called), sheet_as_csv(sheet)))
    return Rebuilt(tuple(files), left.told())


def _tell_long_words(sheets: list[ShownSheet], left: LeftOut) -> None:
    if any(
        len(words_of(cell)) > LONGEST_WORDS
        for sheet in sheets
        for line in sheet.lines
        for cell in line.cells.values()
        if isinstance(cell, str)
    ):
        left.say(
            f"Texts longer than {LONGEST_WORDS:,} signs are cut in the workbook, and whole in the CSV."
        )

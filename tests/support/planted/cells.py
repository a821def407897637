"""Workbooks with a secret in a cell that nobody sees (rows 1 to 13, 34 and 35 of the table of leaks)."""

import io

import openpyxl
import xlsxwriter
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill

from tests.support.planted.fixtures import Listed, edited

CELLS = Listed()
planted = CELLS.planted
ROWS = [["Ward", "Bins", "Routes"], ["North", 31, 4], ["South", 27, 3], ["Harbour", 12, 2]]


def nothing(*_):
    """Leave the small table alone."""


def written(fill=nothing, **options) -> bytes:
    """Return a workbook written by XlsxWriter, with a small table and what `fill` does to it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    sheet = book.add_worksheet("Data")
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
    fill(book, sheet)
    book.close()
    return out.getvalue()


def saved(fill=nothing) -> bytes:
    """Return a workbook written by openpyxl, in the same way."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    for row in ROWS:
        sheet.append(row)
    fill(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@planted("xlsx.hidden-sheet", 1)
def hidden_sheet(secret):
    def fill(book, _):
        sheet = book.add_worksheet("Raw")
        sheet.write(0, 0, secret or "East")
        if secret:
            sheet.hide()

    return written(fill)


@planted("xlsx.very-hidden-sheet", 2)
def very_hidden_sheet(secret):
    def fill(book, _):
        sheet = book.add_worksheet("Raw")
        sheet.write(0, 0, secret or "East")
        if secret:
            sheet.very_hidden()

    return written(fill)


@planted("xlsx.tabs-out-of-sight", 3)
def tabs_switched_off(secret):
    data = written(lambda book, _: book.add_worksheet("More").write(0, 0, secret or "East"))
    return (
        edited(data, "xl/workbook.xml", ("<workbookView ", '<workbookView showSheetTabs="0" '))
        if secret
        else data
    )


@planted("xlsx.tabs-out-of-sight", 3)
def tabs_squeezed(secret):
    def fill(book, _):
        book.add_worksheet("More").write(0, 0, secret or "East")
        book.set_tab_ratio(5 if secret else 60)

    return written(fill)


@planted("xlsx.many-sheets", 3)
def one_sheet_of_many(secret):
    def fill(book, _):
        for number in range(12 if secret else 4):
            book.add_worksheet(f"Month {number}").write(
                0, 0, secret if number == 9 and secret else "East"
            )

    return written(fill)


@planted("xlsx.tabs-scrolled", 3)
def tabs_scrolled(secret):
    def fill(book, sheet):
        sheet.write(5, 0, secret or "East")
        later = book.add_worksheet("Later")
        if secret:
            later.set_first_sheet()

    return written(fill)


@planted("xlsx.hidden-window", 4)
def hidden_window(secret):
    data = written(lambda _, sheet: sheet.write(5, 0, secret or "East"))
    return (
        edited(data, "xl/workbook.xml", ("<workbookView ", '<workbookView visibility="hidden" '))
        if secret
        else data
    )


@planted("xlsx.hidden-rows", 5)
def hidden_row(secret):
    def fill(_, sheet):
        sheet.write(4, 0, secret or "East")
        sheet.set_row(4 if secret else 40, None, None, {"hidden": True})

    return written(fill)


@planted("xlsx.hidden-rows", 5)
def hidden_row_by_openpyxl(secret):
    def fill(_, sheet):
        sheet["A5"] = secret or "East"
        sheet.row_dimensions[5].hidden = bool(secret)

    return saved(fill)


@planted("xlsx.hidden-rows", 5)
def rows_hidden_by_default(secret):
    def fill(_, sheet):
        sheet.write(4, 0, secret or "East")
        if secret:
            sheet.set_default_row(hide_unused_rows=True)
            for number in range(4):
                sheet.set_row(number, 15)

    data = written(fill)
    return (
        edited(data, "xl/worksheets/sheet1.xml", ('<row r="5"', '<row hidden="1" r="5"'))
        if secret
        else data
    )


@planted("xlsx.hidden-columns", 5)
def hidden_column(secret):
    def fill(_, sheet):
        sheet.write(1, 3, secret or "East")
        sheet.set_column(3 if secret else 9, 9, None, None, {"hidden": True})

    return written(fill)


@planted("xlsx.hidden-columns", 5)
def hidden_column_by_openpyxl(secret):
    def fill(_, sheet):
        sheet["D2"] = secret or "East"
        sheet.column_dimensions["D"].hidden = bool(secret)

    return saved(fill)


@planted("xlsx.tiny-rows", 6)
def tiny_row(secret):
    def fill(_, sheet):
        sheet.write(4, 0, secret or "East")
        sheet.set_row(4, 0.5 if secret else 30)

    return written(fill)


@planted("xlsx.tiny-columns", 6)
def tiny_column(secret):
    def fill(_, sheet):
        sheet.write(1, 3, secret or "East")
        sheet.set_column(3, 3, 0.05 if secret else 20)

    return written(fill)


@planted("xlsx.filtered-rows", 7)
def filtered_row(secret):
    def fill(_, sheet):
        sheet.write_row(4, 0, [secret or "East", 5, 1])
        sheet.autofilter("A1:C5")
        if secret:
            sheet.filter_column("A", "x == North")
            for number in (2, 3, 4):
                sheet.set_row(number, None, None, {"hidden": True})

    return written(fill)


@planted("xlsx.filter", 7)
def filter_that_names(secret):
    def fill(_, sheet):
        sheet.autofilter("A1:C4")
        if secret:
            sheet.filter_column("A", f"x != {secret}")

    return written(fill)


@planted("xlsx.collapsed", 7)
def folded_group(secret):
    def fill(_, sheet):
        sheet.write(4, 0, secret or "East")
        sheet.set_row(4, None, None, {"level": 1, "hidden": bool(secret)})

    return written(fill)


@planted("xlsx.collapsed", 7)
def folded_columns(secret):
    def fill(_, sheet):
        sheet.write(1, 3, secret or "East")
        sheet.set_column(3, 3, None, None, {"level": 1, "hidden": bool(secret)})

    return written(fill)


@planted("xlsx.far-cells", 8)
def far_below(secret):
    return written(lambda _, sheet: sheet.write(48_000 if secret else 5, 0, secret or "East"))


@planted("xlsx.far-cells", 8)
def far_to_the_right(secret):
    return written(lambda _, sheet: sheet.write(1, 900 if secret else 3, secret or "East"))


@planted("xlsx.invisible-text", 9)
def white_text(secret):
    def fill(book, sheet):
        sheet.write(
            4,
            0,
            secret or "East",
            book.add_format({"font_color": "#FFFFFF" if secret else "#0B0C0C"}),
        )

    return written(fill)


@planted("xlsx.invisible-text", 9)
def text_of_the_colour_of_its_cell(secret):
    def fill(book, sheet):
        look = book.add_format(
            {"font_color": "#1D70B8" if secret else "#FFFFFF", "bg_color": "#1D70B8"}
        )
        sheet.write(4, 0, secret or "East", look)

    return written(fill)


@planted("xlsx.invisible-text", 9)
def text_of_the_theme_white(secret):
    def fill(_, sheet):
        sheet["A5"] = secret or "East"
        sheet["A5"].font = Font(color=openpyxl.styles.colors.Color(theme=0 if secret else 1))

    return saved(fill)


@planted("xlsx.invisible-text", 9)
def black_on_black(secret):
    def fill(_, sheet):
        sheet["A5"] = secret or "East"
        if secret:
            sheet["A5"].fill = PatternFill("solid", fgColor="FF000000")

    return saved(fill)


@planted("xlsx.invisible-text", 9)
def white_words_among_others(secret):
    def fill(book, sheet):
        pale = book.add_format({"font_color": "#FFFFFF" if secret else "#D4351C"})
        sheet.write_rich_string(4, 0, "East ", pale, secret or "End", " side")

    return written(fill)


@planted("xlsx.number-format-hides", 10)
def format_that_showsnothing(secret):
    def fill(book, sheet):
        sheet.write(
            4, 0, secret or "East", book.add_format({"num_format": ";;;" if secret else "@"})
        )

    return written(fill)


@planted("xlsx.number-format-hides", 10, is_bare=True)
def format_that_prints_a_word(secret):
    def fill(book, sheet):
        sheet.write(
            4, 1, 9483, book.add_format({"num_format": '"some"' if secret else '#,##0 "bins"'})
        )

    return written(fill)


@planted("xlsx.tiny-text", 11)
def tiny_letters(secret):
    def fill(book, sheet):
        sheet.write(4, 0, secret or "East", book.add_format({"font_size": 1 if secret else 9}))

    return written(fill)


@planted("xlsx.conditional-format-hides", 12)
def rule_that_hides(secret):
    def fill(book, sheet):
        sheet.write(4, 0, secret or "East")
        look = book.add_format({"font_color": "#FFFFFF" if secret else "#D4351C"})
        sheet.conditional_format("A5:A9", {"type": "no_blanks", "format": look})

    return written(fill)


@planted("xlsx.conditional-format-hides", 12)
def rule_of_one_colour(secret):
    def fill(_, sheet):
        sheet["A5"] = secret or "East"
        ink, ground = (
            Font(color="FF00703C"),
            PatternFill(bgColor="FF00703C" if secret else "FFFFFFFF"),
        )
        sheet.conditional_formatting.add(
            "A5", CellIsRule(operator="notEqual", formula=["0"], font=ink, fill=ground)
        )

    return saved(fill)


@planted("xlsx.under-merged", 13)
def under_merged_cells(secret):
    def fill(_, sheet):
        sheet.merge_range("A6:C6", "Total")
        if secret:
            sheet.write("B6", secret)

    return written(fill)


@planted("xlsx.many-cells", 34)
def more_than_anybody_reads(secret):
    def fill(_, sheet):
        for number in range(2_600 if secret else 60):
            sheet.write_row(number + 5, 0, [secret if number == 2_000 else "North", number])

    return written(fill)


@planted("xlsx.covered-cells", 35)
def under_a_chart(secret):
    def fill(book, sheet):
        sheet.write(1, 5, secret or "")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "=Data!$A$2:$A$4", "values": "=Data!$B$2:$B$4"})
        sheet.insert_chart("E1", chart)

    return written(fill)


@planted("xlsx.pushed-out-of-sight")
def behind_line_ends(secret):
    return written(
        lambda _, sheet: sheet.write(4, 0, "East" + ("\n" * 120 + secret if secret else ""))
    )


@planted("xlsx.hidden-rows")
def written_with_a_prefix(secret):
    """As some programs do: each element has a prefix, so that no row fits the quick pattern."""
    data = hidden_row(secret)
    text = edited(data, "xl/worksheets/sheet1.xml")
    return _prefixed(text)


def _prefixed(data):
    import re

    from tests.support.planted.fixtures import members, zipped

    parts = members(data)
    part = "xl/worksheets/sheet1.xml"
    text = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", parts[part].decode())
    parts[part] = text.replace("xmlns=", "xmlns:x=", 1).encode()
    return zipped(parts)

"""Ordinary files, as offices make them every day: none of them may be stopped."""

import datetime as dt
import io
from functools import cache

import docx
import openpyxl
import pptx
from docx.shared import Pt, RGBColor
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.table import Table, TableStyleInfo
from pptx.util import Inches

from tests.support.planted import (
    containers,
    document_parts,
    documents,
    drawings,
    opendocuments,
    presentations,
)
from tests.support.planted.cells import saved, written
from tests.support.planted.pdf_ordinary import ordinary_pdfs

MONTHS = "January February March April May June".split()
HEADS = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1D70B8", "border": 1}


def _headed(book, sheet):
    look = book.add_format(HEADS)
    sheet.write_row(0, 0, ["Ward", "Bins", "Routes"], look)


def _money(book, sheet):
    sheet.write_column(
        1,
        3,
        [1200.5, -3.25, 0],
        book.add_format({"num_format": '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-'}),
    )


def _dates(book, sheet):
    sheet.write_datetime(1, 3, dt.date(2024, 7, 1), book.add_format({"num_format": "dd mmmm yyyy"}))
    sheet.set_column(3, 3, 18)


def _percent(book, sheet):
    sheet.write_column(1, 3, [0.31, 0.27, 0.12], book.add_format({"num_format": "0.0%"}))


def _coded(book, sheet):
    sheet.write_column(1, 3, [1, 2], book.add_format({"num_format": "[Red]0.0;[Blue]-0.0;0"}))


def _sums(_, sheet):
    sheet.write_formula("B5", "=SUM(B2:B4)", None, 70)
    sheet.write_formula("C5", "=AVERAGE(C2:C4)", None, 3)


def _charted(kind):
    def fill(book, sheet):
        chart = book.add_chart({"type": kind})
        chart.add_series(
            {"name": "=Data!$B$1", "categories": "=Data!$A$2:$A$4", "values": "=Data!$B$2:$B$4"}
        )
        chart.set_title({"name": "Bins by ward"})
        sheet.insert_chart("F2", chart)

    return fill


def _months(book, sheet):
    for number, month in enumerate(MONTHS):
        other = book.add_worksheet(month)
        other.write_row(0, 0, ["Ward", "Bins"])
        other.write_row(1, 0, ["North", number])
    sheet.activate()


def _tabled(_, sheet):
    sheet.add_table(
        "A1:C4",
        {
            "columns": [{"header": one} for one in ("Ward", "Bins", "Routes")],
            "data": [["North", 31, 4]],
        },
    )


def _coloured(book, sheet):
    warm = book.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"})
    sheet.conditional_format(
        "B2:B4", {"type": "cell", "criteria": ">", "value": 20, "format": warm}
    )
    sheet.conditional_format("C2:C4", {"type": "data_bar"})
    sheet.conditional_format("C2:C4", {"type": "3_color_scale"})


def _merged(_, sheet):
    sheet.merge_range("A7:C7", "Figures are for the year to March 2024")


def _frozen(_, sheet):
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area("A1:C4")


def _noted(book, sheet):
    sheet.write_rich_string(
        "A8",
        book.add_format({"bold": True}),
        "Note: ",
        "bins that were ",
        book.add_format({"italic": True}),
        "emptied",
    )
    sheet.write_url("A9", "https://example.org/bins")


def _wrapped(book, sheet):
    sheet.write(
        5, 0, "A longer note\nof two lines", book.add_format({"text_wrap": True, "font_size": 9})
    )


def _ruled(_, sheet):
    sheet.data_validation(
        "C9", {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 9}
    )
    sheet.protect()


def _filtered(_, sheet):
    sheet.autofilter("A1:C4")


def _grouped(_, sheet):
    sheet.set_row(1, None, None, {"level": 1})
    sheet.set_row(2, None, None, {"level": 1})


def _sparkling(_, sheet):
    sheet.add_sparkline("D2", {"range": "Data!B2:B4"})


def _hidden_and_empty(_, sheet):
    sheet.set_column("J:XFD", None, None, {"hidden": True})
    sheet.set_default_row(hide_unused_rows=True)


def _long(_, sheet):
    for number in range(900):
        sheet.write_row(number + 5, 0, [f"Street {number}", number, number % 7])


WRITTEN = (
    *(
        _headed,
        _money,
        _dates,
        _percent,
        _coded,
        _sums,
        _months,
        _tabled,
        _coloured,
        _merged,
        _frozen,
        _noted,
    ),
    *(_wrapped, _ruled, _filtered, _grouped, _sparkling, _long),
    *map(_charted, ("column", "bar", "line", "pie", "scatter", "area", "doughnut")),
)


def _styled(_, sheet):
    for one in sheet[1]:
        one.font = Font(bold=True, color="FFFFFFFF")
        one.fill = PatternFill("solid", fgColor="FF00703C")
        one.border = Border(bottom=Side(style="thin"))
        one.alignment = Alignment(horizontal="center", wrap_text=True)


def _with_a_table(_, sheet):
    made = Table(displayName="Bins", ref="A1:C4")
    made.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    sheet.add_table(made)


def _with_a_chart(_, sheet):
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "F2")


def _widened(_, sheet):
    sheet.column_dimensions["A"].width = 24
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = "A2"


def _of_all_kinds(_, sheet):
    for row in (
        [True, False],
        [dt.date(2024, 3, 1), dt.time(9, 30)],
        [1.5, None],
        ["=1+1", "#N/A"],
    ):
        sheet.append(row)


def _many_sheets(book, _):
    for one in MONTHS:
        book.create_sheet(one).append(["Ward", 3])


def _printed(_, sheet):
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&P"
    sheet.page_setup.orientation = "landscape"


SAVED = (_styled, _with_a_table, _with_a_chart, _widened, _of_all_kinds, _many_sheets, _printed)


def _lists(made):
    for number in range(3):
        made.add_paragraph(f"Point {number}", "List Bullet")
        made.add_paragraph(f"Step {number}", "List Number")


def _letter(made):
    run = made.add_paragraph().add_run("Thank you for your request. ")
    run.bold = True
    run.font.size = Pt(12)
    run.font.color.rgb = RGBColor(0x0B, 0x0C, 0x0C)
    made.add_paragraph("Yours faithfully,").paragraph_format.space_before = Pt(24)
    made.sections[0].footer.paragraphs[0].text = "Harbour office"


def _tables_of(style):
    def fill(made):
        table = made.add_table(3, 3, style)
        for row in table.rows:
            for number, cell in enumerate(row.cells):
                cell.text = f"Cell {number}"

    return fill


def _headings(made):
    for level in range(1, 5):
        made.add_heading(f"Part {level}", level)
        made.add_paragraph("It was emptied each week. " * 20)
    made.add_page_break()


def _quoted(made):
    made.add_paragraph("as it was said", "Intense Quote")
    made.add_paragraph("Caption", "Caption")


def _shaded(made):
    run = made.add_paragraph().add_run("marked")
    run.font.highlight_color = 7
    other = made.add_paragraph().add_run("struck")
    other.font.strike = True


TABLE_STYLES = (
    "Table Grid",
    "Light List Accent 1",
    "Medium Shading 1 Accent 1",
    "Colorful Grid",
    "Dark List",
)
WRITINGS = (
    documents.nothing,
    _lists,
    _letter,
    _headings,
    _quoted,
    _shaded,
    *map(_tables_of, TABLE_STYLES),
)


def _layout(number):
    def fill(made, _):
        slide = made.slides.add_slide(made.slide_layouts[number])
        for one in slide.placeholders:
            if one.has_text_frame:
                one.text_frame.text = "Bins by ward"

    return fill


def _slide_table(_, slide):
    table = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
    for number in range(3):
        table.cell(0, number).text = f"Ward {number}"


def _bullets(made, _):
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "What we found"
    frame = slide.placeholders[1].text_frame
    frame.text = "Bins were emptied"
    frame.add_paragraph().text = "each week"


def _shapes(_, slide):
    shape = slide.shapes.add_shape(1, Inches(1), Inches(2), Inches(3), Inches(1))
    shape.text_frame.text = "North"
    slide.shapes.add_connector(1, Inches(1), Inches(4), Inches(5), Inches(4))
    presentations.box(slide, "South", top=5)


SLIDES = (presentations.nothing, _slide_table, _bullets, _shapes, *map(_layout, range(9)))


def _wide_screen() -> bytes:
    made = pptx.Presentation()
    made.slide_width = Inches(13.333)
    made.slides.add_slide(made.slide_layouts[6])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _read_only() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for number in range(50):
        sheet.append([number, "North"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _empty_document() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


@cache
def ordinary() -> dict[str, bytes]:
    """Return ordinary files by their names: made once in a process."""
    files = {f"{fill.__name__}-{number}.xlsx": written(fill) for number, fill in enumerate(WRITTEN)}
    files |= {f"saved-{number}.xlsx": saved(fill) for number, fill in enumerate(SAVED)}
    files |= {
        f"document-{number}.docx": documents.document(fill) for number, fill in enumerate(WRITINGS)
    }
    files |= {
        f"slides-{number}.pptx": presentations.slides(fill) for number, fill in enumerate(SLIDES)
    }
    return {
        **files,
        "hidden-and-empty.xlsx": written(_hidden_and_empty),
        "in-order.xlsx": written(_headed, constant_memory=True),
        "with-a-picture.xlsx": drawings.with_picture(),
        "with-a-photograph.docx": document_parts.pictured(drawings.photograph("JPEG")),
        "sections.docx": document_parts.sectioned(),
        "empty.docx": _empty_document(),
        "wide.pptx": _wide_screen(),
        "write-only.xlsx": _read_only(),
        "table.ods": opendocuments.workbook(),
        "text.odt": opendocuments.document(),
        "slides.odp": opendocuments.presented(),
        "table.csv": containers.TABLE.encode(),
        "table.tsv": b"Ward\tBins\nNorth\t31\n",
        "excel.csv": "\ufeffWard;Bins\r\nCaf\u00e9;31\r\n".encode(),
        "old.csv": "Ward,Cost\r\nNorth,\u00a331\r\n".encode("cp1252"),
        "letter.txt": b"Dear Sir or Madam,\n\nThank you for your request.\n",
        "page.html": containers.PAGE.format("<p>There were 31 bins.</p>").encode(),
        "files.zip": containers.bundle(),
        **ordinary_pdfs(),
    }

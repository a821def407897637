"""OpenDocument files with a secret that is not shown (row 112 of the table of leaks)."""

import io

from odf import dc, draw, meta, office, opendocument, presentation, style, table, text

from tests.support.planted.cells import nothing
from tests.support.planted.fixtures import Listed, edited, members, zipped

OPENDOCUMENTS = Listed()
planted = OPENDOCUMENTS.planted
CONTENT = "content.xml"


def _saved(made):
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def cell(words, **attributes):
    """Return a cell with text."""
    made = table.TableCell(valuetype="string", **attributes)
    made.addElement(text.P(text=words))
    return made


def workbook(fill=nothing) -> bytes:
    """Return a workbook written by odfpy, with what `fill` does to its sheet."""
    made = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name="Data")
    for words in (("Ward", "Bins"), ("North", "31")):
        row = table.TableRow()
        for one in words:
            row.addElement(cell(one))
        sheet.addElement(row)
    fill(made, sheet)
    made.spreadsheet.addElement(sheet)
    return _saved(made)


def document(fill=nothing) -> bytes:
    """Return a document in the same way."""
    made = opendocument.OpenDocumentText()
    made.text.addElement(text.H(outlinelevel=1, text="Bins by ward"))
    made.text.addElement(text.P(text="There were 31 bins in North."))
    fill(made)
    return _saved(made)


def presented(fill=nothing) -> bytes:
    """Return a presentation in the same way."""
    made = opendocument.OpenDocumentPresentation()
    layout = style.PageLayout(name="Wide")
    layout.addElement(style.PageLayoutProperties(pagewidth="28cm", pageheight="21cm"))
    made.automaticstyles.addElement(layout)
    master = style.MasterPage(name="Usual", pagelayoutname=layout)
    made.masterstyles.addElement(master)
    page = draw.Page(masterpagename=master, name="page1")
    made.presentation.addElement(page)
    page.addElement(framed("Bins by ward"))
    fill(made, page)
    return _saved(made)


def framed(words, *, x="2cm", y="2cm"):
    """Return a frame with text."""
    frame = draw.Frame(width="10cm", height="3cm", x=x, y=y)
    inside = draw.TextBox()
    inside.addElement(text.P(text=words))
    frame.addElement(inside)
    return frame


def _styled(made, family, properties, name="Planted"):
    planted_style = style.Style(name=name, family=family)
    planted_style.addElement(properties)
    made.automaticstyles.addElement(planted_style)
    return planted_style


@planted("odf.hidden-sheet", 112)
def hidden_sheet_of_ods(secret):
    def fill(made, _):
        hidden = _styled(
            made, "table", style.TableProperties(display="false" if secret else "true")
        )
        sheet = table.Table(name="Raw", stylename=hidden)
        row = table.TableRow()
        row.addElement(cell(secret or "East"))
        sheet.addElement(row)
        made.spreadsheet.addElement(sheet)

    return workbook(fill)


def _in_row(secret, **attributes):
    def fill(_, sheet):
        row = table.TableRow(**(attributes if secret else {}))
        row.addElement(cell(secret or "East"))
        sheet.addElement(row)

    return workbook(fill)


@planted("odf.hidden-rows", 112)
def hidden_row_of_ods(secret):
    return _in_row(secret, visibility="collapse")


@planted("odf.filtered-rows", 112)
def filtered_row_of_ods(secret):
    return _in_row(secret, visibility="filter")


@planted("odf.hidden-columns", 112)
def hidden_column_of_ods(secret):
    def fill(_, sheet):
        sheet.addElement(table.TableColumn(numbercolumnsrepeated=2))
        sheet.addElement(table.TableColumn(visibility="collapse" if secret else "visible"))
        row = table.TableRow()
        for one in ("East", "5", secret or "6"):
            row.addElement(cell(one))
        sheet.addElement(row)

    return workbook(fill)


@planted("odf.tiny", 112)
def tiny_row_of_ods(secret):
    def fill(made, sheet):
        low = _styled(
            made, "table-row", style.TableRowProperties(rowheight="0.02cm" if secret else "1cm")
        )
        row = table.TableRow(stylename=low)
        row.addElement(cell(secret or "East"))
        sheet.addElement(row)

    return workbook(fill)


@planted("odf.invisible-text", 112)
def white_cell_of_ods(secret):
    def fill(made, sheet):
        pale = _styled(
            made, "table-cell", style.TextProperties(color="#ffffff" if secret else "#222222")
        )
        row = table.TableRow()
        row.addElement(cell(secret or "East", stylename=pale))
        sheet.addElement(row)

    return workbook(fill)


@planted("odf.far-cells", 112)
def far_below_in_ods(secret):
    def fill(_, sheet):
        if secret:
            sheet.addElement(table.TableRow(numberrowsrepeated=9_000))
        row = table.TableRow()
        row.addElement(cell(secret or "East"))
        sheet.addElement(row)

    return workbook(fill)


@planted("odf.comment", 112)
def comment_of_ods(secret):
    def fill(_, sheet):
        row, one = table.TableRow(), cell("East")
        if secret:
            note = office.Annotation()
            note.addElement(text.P(text=secret))
            one.addElement(note)
        row.addElement(one)
        sheet.addElement(row)

    return workbook(fill)


@planted("odf.number-format-hides", 112)
def value_behind_other_words(secret):
    def fill(_, sheet):
        row = table.TableRow()
        row.addElement(cell("East", stringvalue=secret or "East"))
        sheet.addElement(row)

    return workbook(fill)


@planted("odf.pivot", 112)
def pivot_of_ods(secret):
    markup = f'<table:data-pilot-tables><table:data-pilot-table table:name="{secret}"/></table:data-pilot-tables>'
    data = workbook()
    return (
        edited(data, CONTENT, ("</office:spreadsheet>", f"{markup}</office:spreadsheet>"))
        if secret
        else data
    )


@planted("odf.scenario", 112)
def scenario_of_ods(secret):
    data = workbook()
    markup = f'<table:scenario table:is-active="false" table:comment="{secret}" table:scenario-ranges="Data.A1"/></table:table>'
    return edited(data, CONTENT, ("</table:table>", markup)) if secret else data


@planted("odf.hidden-text", 112)
def hidden_section_of_odt(secret):
    def fill(made):
        section = text.Section(name="Section1", display="none" if secret else "true")
        section.addElement(text.P(text=secret or "East"))
        made.text.addElement(section)

    return document(fill)


@planted("odf.hidden-text", 112)
def hidden_words_of_odt(secret):
    def fill(made):
        hidden = _styled(made, "text", style.TextProperties(display="none" if secret else "true"))
        paragraph = text.P(text="Also: ")
        paragraph.addElement(text.Span(stylename=hidden, text=secret or "East"))
        made.text.addElement(paragraph)

    return document(fill)


@planted("odf.invisible-text", 112)
def white_words_of_odt(secret):
    def fill(made):
        pale = _styled(made, "text", style.TextProperties(color="#ffffff" if secret else "#333333"))
        paragraph = text.P(text="Also: ")
        paragraph.addElement(text.Span(stylename=pale, text=secret or "East"))
        made.text.addElement(paragraph)

    return document(fill)


@planted("odf.tiny-text", 112)
def tiny_words_of_odt(secret):
    def fill(made):
        tiny = _styled(made, "text", style.TextProperties(fontsize="1pt" if secret else "12pt"))
        paragraph = text.P(text="Also: ")
        paragraph.addElement(text.Span(stylename=tiny, text=secret or "East"))
        made.text.addElement(paragraph)

    return document(fill)


@planted("odf.tracked-change", 112)
def tracked_deletion_of_odt(secret):
    markup = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"<text:p>{secret}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    data = document()
    return edited(data, CONTENT, ("<office:text>", f"<office:text>{markup}")) if secret else data


@planted("odf.comment", 112)
def comment_of_odt(secret):
    def fill(made):
        paragraph = text.P(text="East")
        if secret:
            note = office.Annotation()
            note.addElement(text.P(text=secret))
            paragraph.addElement(note)
        made.text.addElement(paragraph)

    return document(fill)


@planted("odf.variable", 112)
def variable_of_odt(secret):
    markup = f'<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="{secret}" text:name="a"/></text:user-field-decls>'
    data = document()
    return edited(data, CONTENT, ("<office:text>", f"<office:text>{markup}")) if secret else data


@planted("office.person", 112)
def creator_of_odt(secret):
    def fill(made):
        if secret:
            made.meta.addElement(meta.InitialCreator(text=secret))

    return document(fill)


@planted("office.property", 112)
def title_of_odt(secret):
    return document(lambda made: made.meta.addElement(dc.Title(text=secret)) if secret else None)


def _with_member(secret, name, content):
    parts = members(document())
    return zipped({**parts, name: content.format(secret).encode()}) if secret else zipped(parts)


@planted("office.thumbnail", 112)
def thumbnail_of_odt(secret):
    return _with_member(secret, "Thumbnails/thumbnail.png", "{}")


@planted("odf.versions", 112)
def earlier_version_of_odt(secret):
    return _with_member(secret, "Versions/Version1", "{}")


@planted("office.macro", 112)
def macro_of_odt(secret):
    return _with_member(secret, "Basic/Standard/Module1.xml", "<m>{}</m>")


@planted("office.unknown-part", 112)
def unknown_part_of_odt(secret):
    return _with_member(secret, "notes.txt", "{}")


@planted("office.printer-settings", 112)
def printer_of_odt(secret):
    settings = (
        '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><office:settings>'
        '<config:config-item-set config:name="ooo:configuration-settings"><config:config-item'
        ' config:name="PrinterName" config:type="string">{}</config:config-item></config:config-item-set>'
        "</office:settings></office:document-settings>"
    )
    parts = members(document())
    return (
        zipped({**parts, "settings.xml": settings.format(secret).encode()})
        if secret
        else zipped(parts)
    )


@planted("office.telling-link", 112)
def link_of_odt(secret):
    def fill(made):
        paragraph = text.P(text="Ask: ")
        address = f"mailto:{secret}@example.org" if secret else "https://example.org/bins"
        paragraph.addElement(text.A(href=address, text="here"))
        made.text.addElement(paragraph)

    return document(fill)


@planted("odf.hidden-slide", 112)
def hidden_slide_of_odp(secret):
    def fill(made, page):
        hidden = _styled(made, "drawing-page", style.DrawingPageProperties(), "Shown")
        other = draw.Page(masterpagename="Usual", name="page2", stylename=hidden)
        other.addElement(framed(secret or "East"))
        made.presentation.addElement(other)

    data = presented(fill)
    shown = "<style:drawing-page-properties"
    return (
        edited(data, CONTENT, (shown, f'{shown} presentation:visibility="hidden"'))
        if secret
        else data
    )


@planted("odf.notes", 112)
def notes_of_odp(secret):
    def fill(_, page):
        notes = presentation.Notes()
        notes.addElement(framed(secret))
        page.addElement(notes)

    return presented(fill)


@planted("odf.off-slide", 112)
def frame_off_the_slide(secret):
    return presented(
        lambda _, page: page.addElement(framed(secret or "East", x="90cm" if secret else "3cm"))
    )


@planted("office.hidden-shape", 112)
def frame_that_is_not_shown(secret):
    data = presented(lambda _, page: page.addElement(framed(secret or "East", y="8cm")))
    return (
        edited(data, CONTENT, ('svg:y="8cm"', 'svg:y="8cm" draw:display="none"'))
        if secret
        else data
    )

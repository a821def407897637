"""Workbooks with a secret beside their cells (rows 14 to 33 of the table of leaks)."""

from openpyxl.workbook.defined_name import DefinedName

from tests.support.planted.cells import saved, written
from tests.support.planted.fixtures import Listed, edited, with_part

WORKBOOKS = Listed()
planted = WORKBOOKS.planted
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_MICROSOFT = "http://schemas.microsoft.com/office/"


def with_one_part(secret, name, content, type_, reached):
    """Return a workbook with one more part that holds the secret; without a secret, the workbook alone."""
    if not secret:
        return written()
    return with_part(written(), name, content.format(secret).encode(), type_, reached)


def in_sheet(secret, markup, *, before="</worksheet>"):
    """Return a workbook with more in it that holds the secret; without a secret, the workbook alone."""
    data = written()
    return edited(data, SHEET, (before, markup.format(secret) + before)) if secret else data


@planted("xlsx.note", 14)
def note_on_a_cell(secret):
    return written(
        lambda _, sheet: sheet.write_comment("A2", secret, {"author": ""}) if secret else None
    )


@planted("office.people", 14)
def author_of_a_note(secret):
    return written(
        lambda _, sheet: sheet.write_comment("A2", "Check", {"author": secret}) if secret else None
    )


@planted("xlsx.threaded-comment", 14)
def threaded_comment(secret):
    content = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    content += (
        '<threadedComment ref="A1" id="{{0}}"><text>{}</text></threadedComment></ThreadedComments>'
    )
    kind = f"{_MICROSOFT}2017/10/relationships/threadedComment"
    type_ = "application/vnd.ms-excel.threadedcomments+xml"
    return with_one_part(
        secret, "xl/threadedComments/threadedComment1.xml", content, type_, (SHEET, kind)
    )


@planted("office.people", 14)
def persons(secret):
    content = '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    content += '<person displayName="{}" id="{{0}}"/></personList>'
    kind = f"{_MICROSOFT}2017/10/relationships/person"
    return with_one_part(
        secret,
        "xl/persons/person.xml",
        content,
        "application/vnd.ms-excel.person+xml",
        (BOOK, kind),
    )


_PIVOT = f'<pivotCacheDefinition xmlns="{_MAIN}"><cacheFields><cacheField name="Name"><sharedItems><s v="{{}}"/>'
_PIVOT += "</sharedItems></cacheField></cacheFields></pivotCacheDefinition>"


@planted("xlsx.pivot-cache", 15)
def pivot_cache(secret):
    type_ = f"{_OPENXML}spreadsheetml.pivotCacheDefinition+xml"
    name = "xl/pivotCache/pivotCacheDefinition1.xml"
    return with_one_part(secret, name, _PIVOT, type_, (BOOK, "pivotCacheDefinition"))


@planted("xlsx.pivot-cache", 15)
def pivot_records(secret):
    content = (
        f'<pivotCacheRecords xmlns="{_MAIN}" count="1"><r><s v="{{}}"/></r></pivotCacheRecords>'
    )
    type_ = f"{_OPENXML}spreadsheetml.pivotCacheRecords+xml"
    name = "xl/pivotCache/pivotCacheRecords1.xml"
    return with_one_part(secret, name, content, type_, (BOOK, "pivotCacheRecords"))


@planted("xlsx.slicer", 15)
def slicer_cache(secret):
    content = '<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    content += ' name="{}" sourceName="Ward"/>'
    kind = f"{_MICROSOFT}2007/relationships/slicerCache"
    return with_one_part(
        secret,
        "xl/slicerCaches/slicerCache1.xml",
        content,
        "application/vnd.ms-excel.slicerCache+xml",
        (BOOK, kind),
    )


@planted("xlsx.external-link", 16)
def cells_of_another_workbook(secret):
    content = f'<externalLink xmlns="{_MAIN}"><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1">'
    content += '<cell r="A1" t="str"><v>{}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>'
    type_ = f"{_OPENXML}spreadsheetml.externalLink+xml"
    return with_one_part(
        secret, "xl/externalLinks/externalLink1.xml", content, type_, (BOOK, "externalLink")
    )


@planted("xlsx.outside-formula", 16)
def formula_of_another_workbook(secret):
    def fill(_, sheet):
        sheet.write_formula(
            "D2", f"='C:\\{secret}\\[Staff.xlsx]Raw'!A1" if secret else "=B2+1", None, 3
        )

    return written(fill)


def charted(secret, old, new):
    """Return a workbook with a chart; with a secret, words of the chart are replaced."""

    def fill(book, sheet):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "=Data!$A$2:$A$4", "values": "=Data!$B$2:$B$4"})
        sheet.insert_chart("H2", chart)

    data = written(fill)
    return edited(data, "xl/charts/chart1.xml", (old, new)) if secret else data


@planted("xlsx.chart-of-nothing", 17)
def chart_that_remembers(secret):
    return charted(secret, "<c:v>North</c:v>", f"<c:v>{secret}</c:v>")


@planted("office.chart-of-outside", 17)
def chart_of_another_workbook(secret):
    return charted(secret, "Data!$A$2:$A$4", f"[{secret}.xlsx]Data!$A$2:$A$4")


@planted("xlsx.chart-of-hidden", 17, is_bare=True)
def chart_of_a_hidden_sheet(secret):
    def fill(book, sheet):
        raw = book.add_worksheet("Raw")
        raw.write_column(0, 0, [secret or "East", "West"])
        if secret:
            raw.hide()
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "=Raw!$A$1:$A$2", "values": "=Data!$B$2:$B$3"})
        sheet.insert_chart("H2", chart)

    return written(fill)


@planted("xlsx.data-model", 18)
def data_model(secret):
    kind = f"{_MICROSOFT}2007/relationships/powerPivotData"
    return with_one_part(
        secret,
        "xl/model/item.data",
        "{}",
        "application/vnd.openxmlformats-officedocument.model+data",
        (BOOK, kind),
    )


@planted("xlsx.connection", 18)
def connection(secret):
    content = f'<connections xmlns="{_MAIN}"><connection id="1" name="Staff"><dbPr connection="Server={{}}"/>'
    content += "</connection></connections>"
    type_ = f"{_OPENXML}spreadsheetml.connections+xml"
    return with_one_part(secret, "xl/connections.xml", content, type_, (BOOK, "connections"))


@planted("xlsx.connection", 18)
def query_table(secret):
    content = f'<queryTable xmlns="{_MAIN}" name="{{}}" connectionId="1"/>'
    type_ = f"{_OPENXML}spreadsheetml.queryTable+xml"
    return with_one_part(
        secret, "xl/queryTables/queryTable1.xml", content, type_, (SHEET, "queryTable")
    )


@planted("xlsx.rich-data", 18)
def rich_values(secret):
    content = '<rvData xmlns="http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"><rv s="0"><v>{}</v></rv></rvData>'
    kind = f"{_MICROSOFT}2017/06/relationships/rdRichValue"
    return with_one_part(
        secret,
        "xl/richData/rdrichvalue.xml",
        content,
        "application/vnd.ms-excel.rdrichvalue+xml",
        (BOOK, kind),
    )


@planted("xlsx.connection", 18)
def live_data(secret):
    content = f'<volTypes xmlns="{_MAIN}"><volType type="realTimeData"><main first="{{}}"/></volType></volTypes>'
    type_ = f"{_OPENXML}spreadsheetml.volatileDependencies+xml"
    return with_one_part(
        secret, "xl/volatileDependencies.xml", content, type_, (BOOK, "volatileDependencies")
    )


@planted("xlsx.name-with-value", 19)
def name_for_words(secret):
    return written(lambda book, _: book.define_name("Officer", f'="{secret}"') if secret else None)


@planted("xlsx.hidden-name", 19)
def hidden_name(secret):
    def fill(book, _):
        if secret:
            book.defined_names["Officer"] = DefinedName(
                "Officer", attr_text=f'"{secret}"', hidden=True
            )

    return saved(fill)


@planted("xlsx.outside-formula", 19)
def name_for_cells_of_another_workbook(secret):
    def fill(book, _):
        if secret:
            book.defined_names["Officer"] = DefinedName("Officer", attr_text=f"[1]{secret}!$A$1")

    return saved(fill)


@planted("xlsx.formula-text", 20)
def words_in_a_formula(secret):
    def fill(_, sheet):
        sheet.write_formula("D2", f'=IF(B2>0,1,"{secret}")' if secret else "=IF(B2>0,1,2)", None, 1)

    return written(fill)


@planted("xlsx.validation", 21)
def list_of_choices(secret):
    def fill(_, sheet):
        if secret:
            sheet.data_validation("A9", {"validate": "list", "source": ["North", secret]})

    return written(fill)


@planted("xlsx.validation", 21)
def message_of_a_cell(secret):
    def fill(_, sheet):
        rule = {"validate": "integer", "criteria": ">", "value": 0}
        sheet.data_validation("B9", {**rule, "input_message": f"Ask {secret}"} if secret else rule)

    return written(fill)


@planted("xlsx.scenario", 21)
def scenario(secret):
    markup = '<scenarios><scenario name="{}" count="1"><inputCells r="B2" val="9"/></scenario></scenarios>'
    return in_sheet(secret, markup, before="<pageMargins")


@planted("xlsx.custom-view", 21)
def view_of_somebody(secret):
    data = written()
    markup = f'<customWorkbookViews><customWorkbookView name="{secret}"/></customWorkbookViews></workbook>'
    return edited(data, BOOK, ("</workbook>", markup)) if secret else data


@planted("xlsx.header", 22)
def header_of_the_printed_page(secret):
    return written(lambda _, sheet: sheet.set_header(f"&C{secret}" if secret else "&C&P"))


@planted("xlsx.header-path", 22, is_bare=True)
def path_at_the_foot(secret):
    return written(lambda _, sheet: sheet.set_footer("&Z&F" if secret else "&P"))


@planted("xlsx.orphan-string", 23)
def string_of_a_deleted_cell(secret):
    data = written()
    return (
        edited(data, "xl/sharedStrings.xml", ("</sst>", f"<si><t>{secret}</t></si></sst>"))
        if secret
        else data
    )


@planted("xlsx.phonetic", 24)
def how_a_word_is_said(secret):
    data = written()
    said = f'<si><t>North</t><rPh sb="0" eb="1"><t>{secret}</t></rPh></si>'
    return edited(data, "xl/sharedStrings.xml", ("<si><t>North</t></si>", said)) if secret else data


@planted("office.person", 25)
def author(secret):
    return written(lambda book, _: book.set_properties({"author": secret}) if secret else None)


@planted("office.property", 25)
def keywords(secret):
    return written(lambda book, _: book.set_properties({"keywords": secret}) if secret else None)


@planted("office.property", 25)
def company(secret):
    return written(lambda book, _: book.set_properties({"company": secret}) if secret else None)


@planted("office.custom-property", 25)
def custom_property(secret):
    return written(lambda book, _: book.set_custom_property("Case", secret) if secret else None)


@planted("office.saved-path", 25)
def path_of_the_last_save(secret):
    data = written()
    path = f'<x15ac:absPath xmlns:x15ac="{_MICROSOFT}spreadsheetml/2010/11/ac" url="C:\\Users\\{secret}\\"/></workbook>'
    return edited(data, BOOK, ("</workbook>", path)) if secret else data


@planted("office.person", 25)
def who_reserved_it(secret):
    data = written()
    return (
        edited(data, BOOK, ("<bookViews>", f'<fileSharing userName="{secret}"/><bookViews>'))
        if secret
        else data
    )


@planted("office.printer-settings", 26)
def printer(secret):
    type_ = f"{_OPENXML}spreadsheetml.printerSettings"
    return with_one_part(
        secret,
        "xl/printerSettings/printerSettings1.bin",
        "\\\\{}\\print",
        type_,
        (SHEET, "printerSettings"),
    )

"""Workbooks with a secret in a part of their own (rows 27 to 31 of the table of leaks)."""

from tests.support.planted.cells import written
from tests.support.planted.fixtures import Listed, with_part
from tests.support.planted.workbooks import BOOK, SHEET, with_one_part

WORKBOOK_PARTS = Listed()
planted = WORKBOOK_PARTS.planted
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_MICROSOFT = "http://schemas.microsoft.com/office/"


@planted("office.embedded-file", 27, is_bare=True)
def workbook_in_the_workbook(secret):
    if not secret:
        return written()
    inside = written(lambda _, sheet: sheet.write(5, 0, secret))
    name = "xl/embeddings/Microsoft_Excel_Sheet1.xlsx"
    return with_part(written(), name, inside, f"{_OPENXML}spreadsheetml.sheet", (SHEET, "package"))


@planted("xlsx.hidden-sheet", 27, is_bare=True)
def hidden_sheet_of_a_workbook_in_the_workbook(secret):
    if not secret:
        return written()

    def fill(book, _):
        raw = book.add_worksheet("Raw")
        raw.write(0, 0, secret)
        raw.hide()

    name = "xl/embeddings/Microsoft_Excel_Sheet1.xlsx"
    return with_part(
        written(), name, written(fill), f"{_OPENXML}spreadsheetml.sheet", (SHEET, "package")
    )


@planted("office.embedded-file", 27)
def ole_object(secret):
    type_ = f"{_OPENXML}oleObject"
    content = "\u00d0\u00cf {}"
    return with_one_part(
        secret, "xl/embeddings/oleObject1.bin", content, type_, (SHEET, "oleObject")
    )


@planted("office.macro", 28)
def macro(secret):
    kind = f"{_MICROSOFT}2006/relationships/vbaProject"
    return with_one_part(
        secret, "xl/vbaProject.bin", "{}", "application/vnd.ms-office.vbaProject", (BOOK, kind)
    )


@planted("office.control", 28)
def active_x(secret):
    content = '<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{{0}}"><ax:ocxPr ax:name="Caption" ax:value="{}"/></ax:ocx>'
    return with_one_part(
        secret,
        "xl/activeX/activeX1.xml",
        content,
        "application/vnd.ms-office.activeX+xml",
        (SHEET, "control"),
    )


@planted("office.web-extension", 28)
def add_in(secret):
    content = '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{}"/>'
    kind = f"{_MICROSOFT}2011/relationships/webextension"
    type_ = "application/vnd.ms-office.webextension+xml"
    return with_one_part(secret, "xl/webextensions/webextension1.xml", content, type_, (BOOK, kind))


@planted("xlsx.revision-log", 29)
def log_of_changes(secret):
    content = f'<revisions xmlns="{_MAIN}"><rcc rId="1" sId="1"><oc r="A1" t="inlineStr"><is><t>{{}}</t></is></oc></rcc></revisions>'
    type_ = f"{_OPENXML}spreadsheetml.revisionLog+xml"
    return with_one_part(
        secret, "xl/revisions/revisionLog1.xml", content, type_, (BOOK, "revisionLog")
    )


@planted("office.custom-xml", 30)
def data_as_xml(secret):
    content = '<case xmlns="urn:schemas-microsoft-com:case">{}</case>'
    return with_one_part(
        secret, "customXml/item1.xml", content, "application/xml", (BOOK, "customXml")
    )


@planted("xlsx.sheet-property", 30)
def property_of_a_sheet(secret):
    type_ = f"{_OPENXML}spreadsheetml.customProperty"
    return with_one_part(secret, "xl/customProperty1.bin", "{}", type_, (SHEET, "customProperty"))


@planted("xlsx.xml-map", 30)
def map_to_xml(secret):
    content = f'<MapInfo xmlns="{_MAIN}" SelectionNamespaces=""><Map ID="1" Name="{{}}" RootElement="a"/></MapInfo>'
    return with_one_part(secret, "xl/xmlMaps.xml", content, "application/xml", (BOOK, "xmlMaps"))


@planted("office.unknown-part", 31)
def part_of_an_unknown_type(secret):
    kind = "http://example.org/relationships/notes"
    return with_one_part(secret, "xl/notes.bin", "{}", "application/x-notes", (BOOK, kind))


@planted("office.orphan-part", 31)
def part_that_nothing_refers_to(secret):
    content = f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>{{}}</v></c></row></sheetData></worksheet>'
    return with_one_part(
        secret,
        "xl/worksheets/sheet9.xml",
        content,
        f"{_OPENXML}spreadsheetml.worksheet+xml",
        ("", ""),
    )


@planted("xlsx.unlisted-sheet", 31)
def sheet_that_the_workbook_does_not_list(secret):
    content = f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>{{}}</v></c></row></sheetData></worksheet>'
    type_ = f"{_OPENXML}spreadsheetml.worksheet+xml"
    return with_one_part(secret, "xl/worksheets/sheet9.xml", content, type_, (BOOK, "worksheet"))

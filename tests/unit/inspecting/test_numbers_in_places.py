"""Numbers, references and days in places where only words were looked for, and what looks like them and is none."""

import base64
import binascii
import io
import zipfile

import pytest
from openpyxl.styles import NamedStyle
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity
from answerable.inspecting.formats.words import (
    formula_says_something,
    has_number_of_somebody,
    is_number_in_groups,
)
from answerable.inspecting.office.workbooks.kept_numbers import plain_number
from answerable.inspecting.text import words_in_code
from tests.support.planted.called import called
from tests.support.planted.cells import saved, written
from tests.support.planted.documents import document, in_text
from tests.support.planted.fixtures import edited, members
from tests.support.planted.fresh_charts import CHART
from tests.support.planted.opendocuments import CONTENT, workbook
from tests.support.planted.pdf_made import pdf_of
from tests.support.planted.presentations import slides

NUMBER = "9434765919"
REFERENCE = "FOI/2023/00417"


def _rule(given):
    def fill(book, sheet):
        held = {"type": "cell", "criteria": "==", "value": given, "format": book.add_format()}
        sheet.conditional_format("B2:B4", held)

    return written(fill)


def _limit(given):
    scale = {"type": "2_color_scale", "min_type": "num", "min_value": given}
    return written(lambda _, sheet: sheet.conditional_format("B2:B4", scale))


def _validation(given):
    held = {"validate": "integer", "criteria": "equal to", "value": given}
    return written(lambda _, sheet: sheet.data_validation("B2:B4", held))


def _formula(given):
    return written(lambda _, sheet: sheet.write_formula("D2", f"=IF(B2>0,1,{given})", None, 1))


def _chart_of(given):
    """Return a workbook with a chart of its bins, of which North has as many as are given."""

    def fill(book, sheet):
        sheet.write_number("B2", given)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$B$2:$B$4"})
        sheet.insert_chart("F2", chart)

    return written(fill)


def _chart(given):
    return edited(_chart_of(31), CHART, ("<c:v>31</c:v>", f"<c:v>{given}</c:v>"))


def _axis(given):
    def fill(book, sheet):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Data!$B$2:$B$4"})
        chart.set_y_axis({"max": given})
        sheet.insert_chart("F2", chart)

    return written(fill)


def _open_axis(given):
    spaces = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"'
    style = f'<style:style {spaces} style:name="ch1" style:family="chart"><style:chart-properties chart:maximum="{given}"/></style:style>'
    styles = f"<office:automatic-styles>{style}</office:automatic-styles>"
    return edited(workbook(), CONTENT, ("<office:automatic-styles/>", styles))


def _open_value(given, shown="31"):
    usual = '<table:table-cell office:value-type="string"><text:p>31</text:p>'
    held = f'<table:table-cell office:value-type="float" office:value="{given}">'
    return edited(workbook(), CONTENT, (usual, f"{held}<text:p>{shown}</text:p>"))


def _open_formula(given):
    shown = '<table:table-cell office:value-type="string"><text:p>31</text:p>'
    held = shown.replace(" office", f' table:formula="of:=IF([.B2]&gt;0;1;{given})" office', 1)
    return edited(workbook(), CONTENT, (shown, held))


def _name_of_a_place(given):
    def change(pdf):
        place = Array([pdf.pages[0].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(given), place])))

    return pdf_of(change=change)


def _name_of_a_part(given):
    def change(pdf):
        part = Dictionary(Type=Name.StructElem, S=Name.P, ID=String(given))
        root = Dictionary(Type=Name.StructTreeRoot, K=Array([pdf.make_indirect(part)]))
        part.P = pdf.Root.StructTreeRoot = pdf.make_indirect(root)

    return pdf_of(change=change)


def _bookmark(given):
    def change(pdf):
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem(given, 0))

    return pdf_of(change=change)


def _name_of_a_style(given):
    return saved(lambda book, _: book.add_named_style(NamedStyle(name=given)))


def _format_of_numbers(given):
    def fill(_, sheet):
        sheet["B2"].number_format = f'0;-0;"{given}"'

    return saved(fill)


def _letters_of_a_list(given):
    data = document(lambda made: made.add_paragraph("East", style="List Number"))
    part = "word/numbering.xml"
    level = members(data)[part].decode()
    level = level[level.index("<w:lvlText") :].split("/>")[0]
    return edited(data, part, (level, f'<w:lvlText w:val="{given}"'))


def _letters_that_differ(given):
    pairs = "\n".join(f"<{65 + at:02x}> <{ord(sign):04x}>" for at, sign in enumerate(given))
    letters = f"begincmap {len(given)} beginbfchar\n{pairs}\nendbfchar endcmap".encode()

    def fonts(pdf):
        usual = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        usual.ToUnicode = pdf.make_stream(letters)
        return Dictionary(F1=usual)

    return pdf_of("BT /F1 12 Tf 72 600 Td (ABCDEFGHIJ) Tj ET\n", visible="", Font=fonts)


def _zip(name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), "Ward,Bins\r\nNorth,31\r\n")
    return out.getvalue()


def _found(data):
    return {(one.code, one.severity) for one in inspected(data, called(data)).findings}


@pytest.mark.parametrize(
    ("code", "make", "given", "usual"),
    [
        ("xlsx.formula-text", _rule, int(NUMBER), 31),
        ("xlsx.formula-text", _limit, int(NUMBER), 31),
        ("xlsx.validation", _validation, int(NUMBER), 999999999999),
        ("xlsx.formula-text", _formula, NUMBER, "1000000000000"),
        ("xlsx.chart-of-nothing", _chart, NUMBER, "31"),
        ("odf.number-format-hides", _open_value, NUMBER, "31"),
        ("xlsx.formula-text", _open_formula, NUMBER, "10000000000"),
        ("office.unread-text", _axis, int(NUMBER), 3_500_000_000),
        ("office.unread-text", _open_axis, NUMBER, "3500000000"),
        ("pdf.place-name", _name_of_a_place, REFERENCE, "page.1"),
        ("pdf.place-name", _name_of_a_place, "born 14/03/1987", "page.14.3.1987"),
        ("pdf.identifier", _name_of_a_part, REFERENCE, "node1"),
        ("pdf.identifier", _name_of_a_part, NUMBER, "00000012"),
        ("pdf.letters-that-differ", _letters_that_differ, NUMBER, "ABCDEFGHIJ"),
        ("zip.path-outside", _zip, "wards.csv:note.csv", "wards 10:30.csv"),
        ("zip.path-outside", _zip, "C:/wards.csv", "C/wards.csv"),
        ("zip.path-outside", _zip, "C:wards.csv", "Backup 10.30:15.csv"),
        ("zip.path-outside", _zip, "bins.sketch:wards", "s.40:redacted.csv"),
    ],
)
def test_a_number_is_found_where_words_are_and_an_ordinary_one_is_not(code, make, given, usual):
    assert code in {one for one, _ in _found(make(given))}
    assert code not in {one for one, _ in _found(make(usual))}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1234567", "1,234,567"),
        ("1234567", "1.23E+06"),
        ("1234567", "£1m"),
        ("9960000", "10 m"),
        ("1632960123", "01632 960123"),
        ("1234567", "2023: 1,234,567"),
        ("1234567890" * 40, "1.23E+399"),
    ],
)
def test_a_long_number_that_is_rounded_or_scaled_is_shown(value, shown):
    data = _open_value(value, shown)

    assert "odf.number-format-hides" not in {code for code, _ in _found(data)}


@pytest.mark.parametrize(
    ("cell", "shown"),
    [(45017, "01/04/2023"), (45017, "£45,017"), (1234567.5, "£1,234,567.5"), (43555, "01.04.2023")],
)
def test_a_day_or_a_sum_that_a_chart_has_of_a_cell_is_shown(cell, shown):
    held, other = _chart_of(cell), _chart_of(31)
    kept = f"<c:v>{cell}</c:v>"

    data = edited(held, CHART, (kept, f"<c:v>{shown}</c:v>"))
    assert "xlsx.chart-of-nothing" not in {code for code, _ in _found(data)}
    alone = edited(other, CHART, ("<c:v>31</c:v>", f"<c:v>{shown}</c:v>"))
    assert "xlsx.chart-of-nothing" in {code for code, _ in _found(alone)}


@pytest.mark.parametrize("held", ["1632960123.0", "1.632960123E9", "1632960123"])
def test_a_number_is_known_however_a_workbook_writes_it(held):
    assert plain_number(held) == "1632960123"


def test_a_number_that_a_chart_has_of_a_cell_is_shown():
    data = _chart_of(int(NUMBER))

    assert NUMBER.encode() in zipfile.ZipFile(io.BytesIO(data)).read(CHART)
    assert "xlsx.chart-of-nothing" not in {code for code, _ in _found(data)}


@pytest.mark.parametrize("text", [REFERENCE, "SAR-2024-0017", "14/03/1987", "b. 14.3.1987"])
def test_a_reference_or_a_day_is_told(text):
    assert has_number_of_somebody(text)


@pytest.mark.parametrize("text", ["£48,250", "Paid £ 1250", "€9000", "_9434765919"])
def test_a_sum_or_a_number_behind_a_line_is_told(text):
    assert has_number_of_somebody(text)


@pytest.mark.parametrize("text", ["14/03/1987", "14.03.1987", "£48,250.00", "943 476 5919"])
def test_a_value_that_is_a_day_or_a_sum_alone_is_told(text):
    assert is_number_in_groups(text)


@pytest.mark.parametrize("text", ["1/2/2000", "16.0.2010", "£5", "$B$2", "$1000:$1048576", "0.5"])
def test_a_value_of_a_program_is_not(text):
    assert not is_number_in_groups(text)


@pytest.mark.parametrize("given", ["943 476 5919", "14/03/1987", "£48,250"])
@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("office.style-name", _name_of_a_style),
        ("office.free-text", _format_of_numbers),
        ("office.unread-text", _letters_of_a_list),
        ("pdf.bookmark", _bookmark),
        ("pdf.place-name", _name_of_a_place),
    ],
)
def test_numbers_days_and_sums_are_found_where_words_are(code, make, given):
    assert code in {one for one, _ in _found(make(given))}


@pytest.mark.parametrize(("name", "is_told"), [("_9434765919", True), ("_1034567890", False)])
def test_a_bookmark_of_a_number_is_told_from_those_of_word(name, is_told):
    mark = (
        '<w:bookmarkStart w:id="5" w:name="{}"/><w:bookmarkEnd w:id="5"/><w:r><w:t>East</w:t></w:r>'
    )

    assert ("docx.bookmark" in {code for code, _ in _found(in_text(name, mark))}) is is_told


@pytest.mark.parametrize(("words", "is_told"), [("943 476 5919", True), ("10/11/2015", False)])
def test_a_prompt_of_a_long_number_is_told_and_a_day_in_its_place_is_not(words, is_told):
    def fill(made, _):
        made.slide_layouts[5].placeholders[0].text_frame.text = words

    assert ("pptx.prompt" in {code for code, _ in _found(slides(fill))}) is is_told


@pytest.mark.parametrize("text", ["ISO-8859-1", "RFC/2822", "1.14.3.1987.2", "a/2023/b", "3/4"])
def test_what_only_looks_like_one_is_not(text):
    assert not has_number_of_somebody(text)


@pytest.mark.parametrize("number", [b"943 476 5919", b"9434765919", b"+44 1632 960123"])
@pytest.mark.parametrize("coded", [base64.b64encode, base64.b32encode, binascii.hexlify])
def test_a_number_in_a_code_is_told(number, coded):
    code = coded(number).decode()

    assert words_in_code(f"Ward,Key\r\nNorth,{code}\r\n") == code


@pytest.mark.parametrize("text", ["12345678901234567890", "20240102030405060708", "Responsibility"])
def test_a_number_that_programs_count_and_a_long_word_are_no_code(text):
    assert words_in_code(f"Ward,Key\r\nNorth,{text}\r\n") == ""


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("=A1=9434765919", True),
        ('=A1="North"', True),
        ("=A1/1000000000", False),
        ("=A1/1073741824", False),
        (f"=A1/{'12345' * 1000}", True),
        ("=MATCH(9999999999,A:A)", False),
        ("=A1*0.123456789012", False),
        ("=A1*1234567890.5", False),
        ("=$A$1048576+B2", False),
    ],
)
def test_a_formula_says_words_or_a_number_of_somebody(formula, says):
    assert formula_says_something(formula) is says


def test_smart_tags_of_word_stop_no_document():
    tag = '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="date"><w:smartTagPr>'
    tag += '<w:attr w:name="Month" w:val="5"/></w:smartTagPr><w:r><w:t>May</w:t></w:r></w:smartTag>'

    assert Severity.STOP not in {severity for _, severity in _found(in_text("May", tag))}

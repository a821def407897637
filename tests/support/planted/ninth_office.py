"""Office files with a secret in a ninth set of places, by their own writers, committed before any of them was inspected."""

import io

import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Pt, RGBColor
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from pptx.util import Inches
from pptx.util import Pt as Points

from tests.support.planted.cells import saved
from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import MISSED, Listed, edited, with_part
from tests.support.planted.makers import book_of, named
from tests.support.planted.presentations import MAIN, SLIDE, box, slides
from tests.support.planted.workbooks import BOOK, SHEET

NINTH_OFFICE = Listed()
planted = NINTH_OFFICE.planted
ROW = 123
_P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'


def _book(name, fill):
    """List a workbook by openpyxl, with what `fill` does to it where there is a secret."""

    def make(secret):
        return saved(lambda book, sheet: fill(book, sheet, secret) if secret else None)

    planted(MISSED, ROW)(named(make, f"ninth_book_{name}"))


def _many(*steps):
    """Return what does several things to a sheet."""

    def fill(book, sheet, secret):
        for step in steps:
            step(book, sheet, secret)

    return fill


def _cell(at, **looks):
    def step(_, sheet, secret):
        sheet[at] = secret
        for key, value in looks.items():
            setattr(sheet[at], key, value)

    return step


def _list_of_a_cell(_, sheet, secret):
    choice = DataValidation(type="list", formula1=f'"Yes,No,{secret}"')
    choice.add("E2")
    sheet.add_data_validation(choice)


def _message_of_a_cell(_, sheet, secret):
    check = DataValidation(
        type="whole", operator="between", formula1="0", formula2="99", error=f"Ask {secret} first"
    )
    check.add("E2")
    sheet.add_data_validation(check)


def _condition(_, sheet, secret):
    rule = FormulaRule(formula=[f'$A1="{secret}"'], fill=PatternFill(bgColor="FFFF00"))
    sheet.conditional_formatting.add("A1:A9", rule)


def _two_conditions(_, sheet, secret):
    sheet["A7"] = secret
    rule = FormulaRule(formula=["LEN($A7)>0"], font=Font(color="FFFFFF"))
    sheet.conditional_formatting.add("A7:A7", rule)


def _note_of_size_nothing(_, sheet, secret):
    note = Comment(secret, "Records", height=1, width=1)
    sheet["B2"].comment = note


def _name_of_a_lambda(book, _, secret):
    book.defined_names["WardOf"] = DefinedName(
        "WardOf", attr_text=f'_xlfn.LAMBDA(_xlpm.one,IF(_xlpm.one=1,"{secret}",""))'
    )


def _formula_with_a_list(_, sheet, secret):
    sheet["E2"] = f'=INDEX({{"North","{secret}"}},1)'


def _formula_that_adds_nothing(_, sheet, secret):
    sheet["E2"] = f'=B2+N("{secret} checked this")'


def _link_with_a_tip(_, sheet, secret):
    sheet["A2"].hyperlink = "https://www.example.org/wards"
    sheet["A2"].hyperlink.tooltip = secret


def _titles_of_print(_, sheet, secret):
    sheet.oddFooter.right.text = secret
    sheet.evenHeader.center.text = secret


def _second_sheet(book, _, secret):
    sheet = book.create_sheet("Lists")
    sheet["A1"] = secret
    sheet.sheet_state = "veryHidden"


def _group_of_rows(_, sheet, secret):
    sheet["A8"] = secret
    sheet.row_dimensions.group(8, 8, hidden=True)


def _zoomed_out(_, sheet, secret):
    sheet["A7"] = secret
    sheet.column_dimensions["A"].width = 0.3


def _freeze(_, sheet, secret):
    sheet["A40"] = secret
    sheet.freeze_panes = "C60"


def _print_area(_, sheet, secret):
    sheet["H30"] = secret
    sheet.print_area = "A1:C4"


def _table_column(_, sheet, secret):
    made = Table(displayName="Bins", ref="A1:C4", comment=secret)
    sheet.add_table(made)


for _name, _fill in {
    "choice_in_a_list_of_a_cell": _list_of_a_cell,
    "what_a_cell_says_of_wrong_numbers": _message_of_a_cell,
    "word_that_a_rule_of_colours_asks_for": _condition,
    "rule_that_whitens_what_is_there": _two_conditions,
    "note_without_room": _note_of_size_nothing,
    "function_of_its_own": _name_of_a_lambda,
    "list_within_a_formula": _formula_with_a_list,
    "words_that_a_sum_counts_as_nothing": _formula_that_adds_nothing,
    "words_under_the_pointer_of_a_link": _link_with_a_tip,
    "foot_and_head_of_pages": _titles_of_print,
    "sheet_that_only_programs_show": _second_sheet,
    "row_of_a_folded_group": _group_of_rows,
    "column_like_a_hair": _zoomed_out,
    "row_that_frozen_panes_push_away": _freeze,
    "cell_beside_what_is_printed": _print_area,
    "remark_of_a_table": _table_column,
    "cell_of_three_semicolons": _cell("E2", number_format=";;;"),
    "cell_of_a_format_of_blanks": _cell("E2", number_format='0;-0;0;" "'),
    "cell_of_white_letters": _cell("E2", font=Font(color="FFFFFFFF")),
    "cell_of_pale_letters_on_pale_ground": _many(_cell("E2", font=Font(color="FFF7F7F7"), fill=PatternFill("solid", fgColor="FFF9F9F9"))),
    "cell_of_letters_turned_and_shrunk": _cell("E2", alignment=Alignment(shrink_to_fit=True, indent=250)),
    "cell_hidden_by_protection_in_small_letters": _cell("E2", protection=Protection(hidden=True), font=Font(size=1)),
}.items():  # fmt: skip
    _book(_name, _fill)


@planted(MISSED, ROW)
def ninth_book_description_in_its_properties(secret):
    book = openpyxl.Workbook()
    book.active.append(["Ward", "Bins"])
    book.active.append(["North", 31])
    book.properties.description = f"Draft for {secret}" if secret else ""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _written(name, fill, *changes):
    """List a workbook by XlsxWriter, with what `fill` does to it where there is a secret."""
    planted(MISSED, ROW)(named(book_of(fill, *changes), f"ninth_book_{name}"))


def _sparkline(_, sheet, secret):
    sheet.write("A40", secret)
    sheet.set_row(39, 0)
    sheet.add_sparkline("E2", {"range": "Data!B2:B4"})


def _chart_with_words(book, sheet, secret):
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "values": "=Data!$B$2:$B$4",
            "data_labels": {
                "value": True,
                "custom": [{"value": secret, "font": {"color": "white"}}],
            },
        }
    )
    sheet.insert_chart("E2", chart)


def _box_behind(_, sheet, secret):
    sheet.insert_textbox("E2", secret, {"font": {"color": "white"}})


def _picture_with_a_title(book, sheet, secret):
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Data!$B$2:$B$4", "name": secret})
    chart.set_legend({"none": True})
    sheet.insert_chart("E2", chart)


_written("row_behind_a_line_in_a_cell", _sparkline)
_written("label_of_a_chart_in_white", _chart_with_words)
_written("box_of_white_letters", _box_behind)
_written("name_of_a_line_without_a_legend", _picture_with_a_title)
_written("name_that_its_code_has", lambda *_: None, (SHEET, "<dimension", '<sheetPr codeName="SECRET"/><dimension'))  # fmt: skip
_written("password_that_is_a_word", lambda *_: None, (BOOK, "<bookViews>", '<workbookProtection workbookAlgorithmName="SECRET" workbookHashValue="aGVsbG8=" workbookSaltValue="c2FsdA==" workbookSpinCount="1000" lockStructure="1"/><bookViews>'))  # fmt: skip


def _text(name, fill):
    """List a document by python-docx, with what `fill` does to it where there is a secret."""

    def make(secret):
        return document(lambda made: fill(made, secret) if secret else made.add_paragraph("East"))

    planted(MISSED, ROW)(named(make, f"ninth_text_{name}"))


def _run(**looks):
    def fill(made, secret):
        run = made.add_paragraph("East ").add_run(secret)
        for key, value in looks.items():
            if key == "color":
                run.font.color.rgb = RGBColor.from_string(value)
            else:
                setattr(run.font, key, value)

    return fill


def _marked(markup):
    """Return what puts markup into a paragraph."""

    def fill(made, secret):
        paragraph = made.add_paragraph("East ")
        held = markup.replace("SECRET", secret)
        paragraph._p.append(parse_xml(held.replace(" NS", f" {nsdecls('w')}", 1)))

    return fill


def _comment(made, secret):
    run = made.add_paragraph("East").runs[0]
    made.add_comment(run, text="See the letter", author=secret, initials="R")


def _even_pages(made, secret):
    made.sections[0].even_page_header.is_linked_to_previous = False
    made.sections[0].even_page_header.paragraphs[0].text = secret


def _property(made, secret):
    made.core_properties.content_status = secret


def _table(made, secret):
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "East", secret
    table.rows[0].height = Emu(1)
    table.rows[0].height_rule = 2


def _style(made, secret):
    style = made.styles.add_style("Small print", 1)
    style.font.hidden = True
    made.add_paragraph(secret, style=style)


def _far_left(made, secret):
    paragraph = made.add_paragraph(secret)
    paragraph.paragraph_format.left_indent = Pt(-900)


for _name, _fill in {
    "hidden_words": _run(hidden=True),
    "words_hidden_for_good": _marked("<w:r NS><w:rPr><w:specVanish/><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r>"),
    "words_hidden_on_the_web": _marked("<w:r NS><w:rPr><w:webHidden/></w:rPr><w:t>SECRET</w:t></w:r>"),
    "letters_of_one_point": _run(size=Pt(1)),
    "letters_of_the_paper": _run(color="FFFFFF"),
    "letters_nearly_of_the_paper": _run(color="FDFDFC"),
    "who_made_a_comment": _comment,
    "head_of_even_pages_that_there_are_not": _even_pages,
    "state_of_the_document": _property,
    "row_without_height": _table,
    "style_that_hides": _style,
    "paragraph_left_of_the_paper": _far_left,
    "who_moved_words": _marked('<w:moveFrom NS w:id="9" w:author="SECRET" w:date="2024-01-02T03:04:05Z"><w:r><w:t>West</w:t></w:r></w:moveFrom>'),
    "words_that_were_moved": _marked('<w:moveFrom NS w:id="9" w:author="R" w:date="2024-01-02T03:04:05Z"><w:r><w:t>SECRET</w:t></w:r></w:moveFrom>'),
    "code_of_a_field": _marked('<w:fldSimple NS w:instr=" COMMENTS &quot;SECRET&quot; "><w:r><w:t>East</w:t></w:r></w:fldSimple>'),
    "condition_of_a_field": _marked('<w:fldSimple NS w:instr=" IF 1 = 1 &quot;East&quot; &quot;SECRET&quot; "><w:r><w:t>East</w:t></w:r></w:fldSimple>'),
    "place_to_jump_to": _marked('<w:bookmarkStart NS w:id="4" w:name="SECRET"/>'),
    "tag_of_a_control": _marked('<w:sdt NS><w:sdtPr><w:alias w:val="Ward"/><w:tag w:val="SECRET"/></w:sdtPr><w:sdtContent><w:r><w:t>East</w:t></w:r></w:sdtContent></w:sdt>'),
    "choice_of_a_control": _marked('<w:sdt NS><w:sdtPr><w:dropDownList><w:listItem w:displayText="East" w:value="SECRET"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>East</w:t></w:r></w:sdtContent></w:sdt>'),
    "kind_of_a_smart_tag": _marked('<w:smartTag NS w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName"><w:smartTagPr><w:attr w:name="ProductID" w:val="SECRET"/></w:smartTagPr><w:r><w:t>East</w:t></w:r></w:smartTag>'),
    "how_a_word_is_read": _marked('<w:r NS><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="1"/><w:hpsRaise w:val="0"/><w:hpsBaseText w:val="24"/><w:lid w:val="en-GB"/></w:rubyPr><w:rt><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>SECRET</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>East</w:t></w:r></w:rubyBase></w:ruby></w:r>'),
}.items():  # fmt: skip
    _text(_name, _fill)


@planted(MISSED, ROW)
def ninth_text_variable_of_its_settings(secret):
    held = f'<w:docVars><w:docVar w:name="Ward" w:val="{secret}"/></w:docVars><w:compat>'
    return edited(document(), "word/settings.xml", *([("<w:compat>", held)] if secret else []))


@planted(MISSED, ROW)
def ninth_text_page_of_another_kind_in_it(secret):
    data = document()
    if not secret:
        return data
    page = f"<html><body><p>{secret}</p></body></html>".encode()
    return with_part(data, "word/chunk.html", page, "text/html", (TEXT, "aFChunk"))


def _slide(name, fill, *changes):
    """List a presentation by python-pptx, with what `fill` does to it where there is a secret."""

    def make(secret):
        if not secret:
            return slides(lambda _, slide: box(slide, "East"))
        data = slides(lambda made, slide: fill(made, slide, secret))
        for part, old, new in changes:
            data = edited(data, part, (old, new.replace("SECRET", secret)))
        return data

    planted(MISSED, ROW)(named(make, f"ninth_slide_{name}"))


def _box(**place):
    return lambda _, slide, secret: box(slide, secret, **place)


def _east(_, slide, __):
    return box(slide, "East")


def _notes(_, slide, secret):
    slide.notes_slide.notes_text_frame.text = secret


def _small(_, slide, secret):
    box(slide, secret).text_frame.paragraphs[0].runs[0].font.size = Points(1)


def _name_of_a_shape(_, slide, secret):
    box(slide, "East").name = f"!!{secret}"


def _hidden_second(made, _, secret):
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = secret
    slide._element.set("show", "0")


def _alt(_, slide, secret):
    box(slide, "East")._element.nvSpPr.cNvPr.set("descr", secret)


def _table_cell(_, slide, secret):
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(3), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "East", secret
    table.columns[1].width = Emu(1)


_slide("box_above_the_slide", _box(top=-9))
_slide("notes", _notes)
_slide("letters_of_one_point", _small)
_slide("name_by_which_a_shape_changes_into_another", _name_of_a_shape)
_slide("second_slide_that_is_not_shown", _hidden_second)
_slide("words_for_whoever_cannot_see", _alt)
_slide("column_without_width", _table_cell)
_slide("section_with_a_name", _east, (MAIN, "</p:presentation>", f'<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst {_P14}><p14:section name="SECRET" id="{{6C3C3A1E-5D5B-4A6A-9F4E-6F2E6B1B6A01}}"><p14:sldIdLst/></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>'))  # fmt: skip
_slide("words_of_no_colour", _east, (SLIDE, "<a:t>East</a:t>", '<a:rPr><a:noFill/></a:rPr><a:t>SECRET</a:t>'))  # fmt: skip

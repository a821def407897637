"""Documents of Word: what is seen stays, with its numbers, notes, fields and marks; what is not seen goes."""

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from answerable.inspecting.rebuilding.documents.writing.numbering import written
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from tests.support.planted.document_parts import pictured
from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import edited, with_part
from tests.unit.inspecting.rebuilding.documents.making import (
    in_body,
    page_of,
    paragraph,
    pictures_in,
    text_made_of,
)
from tests.unit.inspecting.rebuilding.documents.reading_back import words

LOOKS = {
    "": True,
    "<w:b/>": True,
    '<w:color w:val="0B0C0C"/>': True,
    '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>': True,
    '<w:vanish w:val="0"/>': True,
    "<w:vanish/>": False,
    "<w:webHidden/>": False,
    '<w:color w:val="FFFFFF"/>': False,
    '<w:color w:val="EEEEEE"/>': False,
    '<w:sz w:val="2"/>': False,
    '<w:w w:val="1"/>': False,
    '<w:color w:val="00703C"/><w:shd w:val="clear" w:fill="00703C"/>': False,
}
"""Looks of a run, and whether anybody sees it."""


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sorted(LOOKS)), min_size=1, max_size=12))
def test_of_many_runs_exactly_those_survive_that_are_seen(looks):
    runs = "".join(
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">word{number} </w:t></w:r>'
        for number, look in enumerate(looks)
    )

    said = words(text_made_of(in_body(f"<w:p>{runs}</w:p>")))

    seen = [f"word{number}" for number, look in enumerate(looks) if LOOKS[look]]
    assert [one for one in said if one.startswith("word")] == seen


def _field(code, result):
    begin, parts, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{parts}<w:r><w:t>{result}</w:t></w:r>{end}"


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (f"<w:p>{_field(' IF 1 = 2 &quot;a&quot; &quot;b&quot; ', 'shown')}</w:p>", "shown"),
        (
            "<w:p><w:ins w:id='1' w:author='x'><w:r><w:t>put in</w:t></w:r></w:ins>"
            "<w:del w:id='2' w:author='x'><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
            "put in",
        ),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0A8'/><w:t> yes</w:t></w:r></w:p>", "☐ yes"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a b c"),
        (
            "<w:sdt><w:sdtPr><w:tag w:val='secret'/></w:sdtPr><w:sdtContent>"
            f"{paragraph('in a control')}</w:sdtContent></w:sdt>",
            "in a control",
        ),
        (paragraph("x\u200b\u200cy\U000e0041z"), "xyz"),
        (
            "<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:checked/></w:checkBox>"
            "</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t> ticked</w:t></w:r></w:p>",
            "☒ ticked",
        ),
        (
            paragraph("kept ") + paragraph("black", look='<w:highlight w:val="black"/>'),
            "kept [blacked out]",
        ),
    ],
)
def test_what_a_page_shows_is_said(markup, said):
    assert text_made_of(in_body(markup)).startswith(f"{said} Bins by ward")


_LISTS = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num></w:numbering>"
)


def test_the_numbers_that_a_list_counts_are_said():
    points = "".join(
        paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')
        for words, level, key in (
            ("one", 0, 1),
            ("inner", 1, 1),
            ("more", 1, 1),
            ("sign", 2, 1),
            ("two", 0, 1),
            ("again", 1, 1),
            ("anew", 0, 2),
        )
    )

    said = text_made_of(in_body(points, numbering=_LISTS))

    assert said.startswith("3. one 3a) inner 3b) more • sign 4. two 4a) again 1. anew")


@pytest.mark.parametrize(
    ("number", "how", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (28, "lowerLetter", "bb"),
        (3, "ordinal", "3rd"),
        (12, "ordinal", "12th"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (7, "chicago", "7"),
    ],
)
def test_numbers_are_written_as_lists_write_them(number, how, shown):
    assert written(number, how) == shown


def _tabled(rows):
    def fill(made):
        table = made.add_table(len(rows), len(rows[0]), "Light List Accent 1")
        for row, said in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, said, strict=True):
                cell.text = text

    return document(fill)


def test_the_first_row_of_a_styled_table_is_its_head():
    page = page_of(_tabled([["Ward", "Bins"], ["North", "31"]]))

    assert '<thead>\n<tr><th scope="col">Ward</th><th scope="col">Bins</th></tr>\n</thead>' in page


def test_words_in_cells_that_others_are_merged_over_are_not_seen():
    cell = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    first, second = cell.format(' w:val="restart"', "seen"), cell.format("", "beneath")
    plain = "<w:tc><w:p><w:r><w:t>beside</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tr>{first}{plain}</w:tr><w:tr>{second}{plain}</w:tr></w:tbl>"

    page = page_of(in_body(table))

    assert '<td rowspan="2">seen</td>' in page
    assert "beneath" not in page


def test_a_cut_picture_is_cut_and_says_nothing_of_itself():
    picture = Image.new("RGB", (200, 100), "white")
    picture.paste("black", (0, 0, 200, 50))
    exif = Image.Exif()
    exif[0x013B] = "Quillfeather"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    cut = edited(
        pictured(out.getvalue()), TEXT, ("<a:stretch>", '<a:srcRect t="50000"/><a:stretch>')
    )

    (made,) = pictures_in(page_of(cut))

    assert made.size == (200, 50)
    assert made.convert("L").getextrema()[0] > 200
    assert set(made.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_headers_stand_once_before_the_text_and_page_numbers_nowhere():
    def fill(made):
        made.sections[0].header.paragraphs[0].text = "Harbour office"
        footer = made.sections[0].footer.paragraphs[0]
        footer.text = "Kept Page "
        made.add_section().header.is_linked_to_previous = True

    data = edited(document(fill), "word/footer1.xml", ("</w:p>", f"{_field(' PAGE ', '7')}</w:p>"))

    said = text_made_of(data)

    assert said.startswith("Harbour office Bins by ward")
    assert said.endswith("Kept")


_COVER = (
    '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' behindDoc="{}"><wp:positionH relativeFrom="page"><wp:posOffset>914400</wp:posOffset></wp:positionH>'
    '<wp:extent cx="1800000" cy="300000"/><wp:wrapNone/><wp:docPr id="9" name="Rectangle 9"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData'
    ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:spPr><a:solidFill>'
    '<a:srgbClr val="000000"/></a:solidFill></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
    "</w:drawing></w:r></w:p>"
)


def test_a_document_with_a_black_shape_over_its_text_is_refused():
    with pytest.raises(CannotRebuild, match="filled shape or a picture lies over its text"):
        rebuilt_here(in_body(_COVER.format(0)), "f.docx")


def test_a_shape_behind_the_text_covers_nothing():
    assert "Bins by ward" in text_made_of(in_body(_COVER.format(1)))


def test_a_footnote_stands_at_the_end_and_is_reached_by_its_mark():
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">'
        "<w:p><w:r><w:t>From the depot.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    data = in_body(
        '<w:p><w:r><w:t>Said</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    page = page_of(
        with_part(data, "word/footnotes.xml", notes.encode(), type_, (TEXT, "footnotes"))
    )

    assert 'Said<sup id="from-1"><a href="#note-1">1</a></sup>' in page
    assert '<li id="note-1">' in page
    assert "From the depot." in page


def test_a_document_without_anything_to_be_seen_is_refused():
    out = io.BytesIO()
    docx.Document().save(out)

    with pytest.raises(CannotRebuild, match="shows nothing"):
        rebuilt_here(out.getvalue(), "empty.docx")

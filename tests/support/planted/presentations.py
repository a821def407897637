"""Presentations with a secret that no slide shows (rows 53 to 61 of the table of leaks)."""

import io

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from tests.support.planted.cells import nothing
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed, edited, with_part

PRESENTATIONS = Listed()
planted = PRESENTATIONS.planted
SLIDE = "ppt/slides/slide1.xml"
MAIN = "ppt/presentation.xml"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_MICROSOFT = "http://schemas.microsoft.com/office/"
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def slides(fill=nothing) -> bytes:
    """Return a presentation written by python-pptx, with what `fill` does to its slide."""
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "Bins by ward"
    fill(made, slide)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def box(slide, text, *, left=1.0, top=3.0, width=3.0, height=1.0):
    """Add a box with text, and return it."""
    made = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    made.text_frame.text = text
    return made


@planted("pptx.notes", 53)
def notes_for_the_speaker(secret):
    def fill(_, slide):
        slide.notes_slide.notes_text_frame.text = secret

    return slides(fill)


@planted("pptx.hidden-slide", 54)
def hidden_slide(secret):
    def fill(made, _):
        other = made.slides.add_slide(made.slide_layouts[5])
        other.shapes.title.text = secret or "East"
        if secret:
            other._element.set("show", "0")

    return slides(fill)


@planted("pptx.unlisted-slide", 54)
def slide_that_is_not_listed(secret):
    def fill(made, _):
        other = made.slides.add_slide(made.slide_layouts[5])
        other.shapes.title.text = secret or "East"
        if secret:
            listed = made.slides._sldIdLst
            listed.remove(listed[1])

    return slides(fill)


@planted("pptx.off-slide", 55)
def box_off_the_slide(secret):
    return slides(lambda _, slide: box(slide, secret or "East", left=20 if secret else 1))


@planted("pptx.off-slide", 55)
def box_without_a_size(secret):
    return slides(
        lambda _, slide: box(
            slide, secret or "East", width=0 if secret else 2, height=0 if secret else 1
        )
    )


@planted("pptx.off-slide", 55)
def box_in_a_group_off_the_slide(secret):
    def fill(_, slide):
        group = slide.shapes.add_group_shape()
        made = group.shapes.add_textbox(Inches(1), Inches(2), Inches(2), Inches(1))
        made.text_frame.text = secret or "East"
        if secret:
            group.left = Inches(-40)

    return slides(fill)


@planted("office.hidden-shape", 56)
def hidden_box(secret):
    def fill(_, slide):
        made = box(slide, secret or "East")
        if secret:
            made._element.nvSpPr.cNvPr.set("hidden", "1")

    return slides(fill)


@planted("pptx.covered", 57)
def box_under_another(secret):
    def fill(_, slide):
        box(slide, secret or "East")
        left = 0.5 if secret else 6
        cover = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Inches(left), Inches(2.5), Inches(4), Inches(3)
        )
        cover.fill.solid()
        cover.fill.fore_color.rgb = RGBColor(0, 0, 0)

    return slides(fill)


@planted("pptx.covered", 57)
def box_under_a_picture(secret):
    def fill(_, slide):
        box(slide, secret or "East")
        left = 0.5 if secret else 6
        picture = slide.shapes.add_picture(
            io.BytesIO(photograph()), Inches(left), Inches(2.5), Inches(4), Inches(3)
        )
        picture._element.nvPicPr.cNvPr.attrib.pop("descr", None)

    return slides(fill)


@planted("pptx.invisible-text")
def white_words_on_a_slide(secret):
    def fill(_, slide):
        run = box(slide, "").text_frame.paragraphs[0].add_run()
        run.text = secret or "East"
        run.font.color.rgb = RGBColor(255, 255, 255) if secret else RGBColor(20, 20, 20)

    return slides(fill)


@planted("pptx.invisible-text")
def words_of_the_colour_of_their_box(secret):
    def fill(_, slide):
        made = box(slide, "")
        made.fill.solid()
        made.fill.fore_color.rgb = RGBColor(0, 112, 60)
        run = made.text_frame.paragraphs[0].add_run()
        run.text = secret or "East"
        run.font.color.rgb = RGBColor(0, 112, 60) if secret else RGBColor(255, 255, 255)

    return slides(fill)


@planted("pptx.tiny-text")
def tiny_words_on_a_slide(secret):
    def fill(_, slide):
        run = box(slide, "").text_frame.paragraphs[0].add_run()
        run.text = secret or "East"
        run.font.size = Pt(1 if secret else 14)

    return slides(fill)


@planted("pptx.under-merged")
def under_merged_cells_of_a_slide(secret):
    def fill(_, slide):
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(3), Inches(4), Inches(1)).table
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(0, 1).text = secret

    return slides(fill)


def _part(secret, name, content, type_, reached):
    return (
        with_part(slides(), name, content.format(secret).encode(), type_, reached)
        if secret
        else slides()
    )


@planted("pptx.comment", 58)
def comment_on_a_slide(secret):
    content = f"<p:cmLst {_P}><p:cm><p:text>{{}}</p:text></p:cm></p:cmLst>"
    type_ = f"{_OPENXML}presentationml.comments+xml"
    return _part(secret, "ppt/comments/comment1.xml", content, type_, (SLIDE, "comments"))


@planted("pptx.comment", 58)
def comment_of_today(secret):
    content = f'<p188:cmLst xmlns:p188="{_MICROSOFT}powerpoint/2018/8/main" {_A}><p188:cm><a:t>{{}}</a:t></p188:cm></p188:cmLst>'
    kind = f"{_MICROSOFT}2018/10/relationships/comments"
    return _part(
        secret,
        "ppt/comments/modernComment_1.xml",
        content,
        "application/vnd.ms-powerpoint.comments+xml",
        (SLIDE, kind),
    )


@planted("office.people", 58)
def authors_of_comments(secret):
    content = f'<p:cmAuthorLst {_P}><p:cmAuthor id="0" name="{{}}"/></p:cmAuthorLst>'
    type_ = f"{_OPENXML}presentationml.commentAuthors+xml"
    return _part(secret, "ppt/commentAuthors.xml", content, type_, (MAIN, "commentAuthors"))


@planted("office.embedded-file", 59, is_bare=True)
def workbook_behind_a_chart_of_a_slide(secret):
    def fill(_, slide):
        if secret:
            data = CategoryChartData()
            data.categories = [secret, "South"]
            data.add_series("Bins", (31, 27))
            slide.shapes.add_chart(
                XL_CHART_TYPE.PIE, Inches(1), Inches(2), Inches(4), Inches(3), data
            )

    return slides(fill)


@planted("pptx.animation", 60, is_bare=True)
def words_that_go(secret):
    data = slides()
    return edited(data, SLIDE, ("</p:sld>", "<p:timing/></p:sld>")) if secret else data


@planted("office.media", 60)
def film(secret):
    return _part(secret, "ppt/media/media1.mp4", "{}", "video/mp4", (SLIDE, "video"))


@planted("pptx.tag", 60)
def tag_of_an_add_in(secret):
    content = f'<p:tagLst {_P}><p:tag name="OFFICER" val="{{}}"/></p:tagLst>'
    return _part(
        secret, "ppt/tags/tag1.xml", content, f"{_OPENXML}presentationml.tags+xml", (SLIDE, "tags")
    )


@planted("pptx.revisions", 60)
def log_of_changes_to_slides(secret):
    content = f'<pc:chgInfo xmlns:pc="{_MICROSOFT}powerpoint/2013/main/command"><pc:docChg name="{{}}"/></pc:chgInfo>'
    kind = f"{_MICROSOFT}2016/11/relationships/changesInfo"
    type_ = "application/vnd.ms-powerpoint.changesinfo+xml"
    return _part(secret, "ppt/changesInfos/changesInfo1.xml", content, type_, (MAIN, kind))


@planted("pptx.revisions", 60)
def numbers_of_revisions(secret):
    content = f'<p1510:revInfo xmlns:p1510="{_MICROSOFT}powerpoint/2015/10/main"><p1510:client id="{{}}"/></p1510:revInfo>'
    kind = f"{_MICROSOFT}2015/10/relationships/revisionInfo"
    type_ = "application/vnd.ms-powerpoint.revisioninfo+xml"
    return _part(secret, "ppt/revisionInfo.xml", content, type_, (MAIN, kind))


@planted("pptx.prompt", 60)
def prompt_of_a_layout(secret):
    data = slides()
    return (
        edited(data, "ppt/slideLayouts/slideLayout6.xml", ("Click to edit", f"{secret} may edit"))
        if secret
        else data
    )


@planted("pptx.unused-layout", 60)
def words_of_a_layout_that_no_slide_has(secret):
    shape = f'<p:sp><p:nvSpPr><p:cNvPr id="99" name="TextBox 9"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{secret}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>'
    data = slides()
    return (
        edited(data, "ppt/slideLayouts/slideLayout2.xml", ("</p:spTree>", shape))
        if secret
        else data
    )


@planted("office.cropped-picture", 61, is_bare=True)
def cut_picture_of_a_slide(secret):
    def fill(_, slide):
        picture = slide.shapes.add_picture(io.BytesIO(photograph()), Inches(5), Inches(3))
        picture._element.nvPicPr.cNvPr.attrib.pop("descr", None)
        picture.crop_left = 0.4 if secret else 0

    return slides(fill)


@planted("office.description", 61)
def name_of_a_picture_file(secret):
    def fill(_, slide):
        picture = slide.shapes.add_picture(io.BytesIO(photograph()), Inches(5), Inches(3))
        picture._element.nvPicPr.cNvPr.set("descr", secret)

    return slides(fill)

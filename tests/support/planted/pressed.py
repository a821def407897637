"""Office files with a secret in letters that are pressed, painted, moved or written in signs until nobody reads them."""

from tests.support.planted.cells import written
from tests.support.planted.documents import in_text
from tests.support.planted.fixtures import Listed, edited
from tests.support.planted.presentations import SLIDE, box, slides
from tests.support.planted.rich_texts import rich
from tests.support.planted.workbooks import SHEET

PRESSED = Listed()
planted = PRESSED.planted
ROW = 117
_RUN = "<a:r><a:t>Quill"


def _on_a_slide(name, code, old, new):
    def make(secret):
        data = slides(lambda _, slide: box(slide, secret or "East"))
        return edited(data, SLIDE, (old, new)) if secret else data

    make.__name__ = f"slide_words_{name}"
    planted(code, ROW)(make)


for _name, _look in {
    "of_a_named_white": '<a:solidFill><a:prstClr val="white"/></a:solidFill>',
    "of_a_white_by_its_hue": '<a:solidFill><a:hslClr hue="0" sat="0" lum="100000"/></a:solidFill>',
    "of_a_white_by_parts": '<a:solidFill><a:scrgbClr r="100000" g="100000" b="100000"/></a:solidFill>',
    "of_a_black_made_white": '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="0"/><a:lumOff val="100000"/></a:schemeClr></a:solidFill>',
    "of_a_pattern_of_white": '<a:pattFill prst="pct50"><a:fgClr><a:srgbClr val="FFFFFF"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>',
}.items():
    _on_a_slide(_name, "pptx.invisible-text", _RUN, f"<a:r><a:rPr>{_look}</a:rPr><a:t>Quill")

_on_a_slide("of_signs", "office.symbol-font", _RUN, '<a:r><a:rPr><a:latin typeface="Wingdings"/></a:rPr><a:t>Quill')  # fmt: skip
_on_a_slide("on_each_other", "pptx.tiny-text", _RUN, '<a:r><a:rPr spc="-4000"/><a:t>Quill')
_on_a_slide("off_their_line", "pptx.tiny-text", _RUN, '<a:r><a:rPr baseline="-2000000"/><a:t>Quill')
_on_a_slide("far_aside", "pptx.tiny-text", f"<a:p>{_RUN}", f'<a:p><a:pPr marL="51206400"/>{_RUN}')
_on_a_slide(
    "on_lines_of_no_height",
    "pptx.tiny-text",
    f"<a:p>{_RUN}",
    f'<a:p><a:pPr><a:lnSpc><a:spcPct val="1000"/></a:lnSpc></a:pPr>{_RUN}',
)
_on_a_slide(
    "black_in_a_black_box",
    "pptx.invisible-text",
    "<a:noFill/>",
    '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>',
)


def _in_a_run(name, code, look):
    def make(secret):
        return in_text(secret, f"<w:r><w:rPr>{look}</w:rPr><w:t>{{}}</w:t></w:r>")

    make.__name__ = f"document_words_{name}"
    planted(code, ROW)(make)


_FILL = '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>'
_in_a_run("of_signs", "office.symbol-font", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
_in_a_run("of_the_paper_by_the_theme", "docx.invisible-text", '<w:color w:val="000000" w:themeColor="background1"/>')  # fmt: skip
_in_a_run("filled_with_white", "docx.invisible-text", _FILL)


@planted("docx.field", ROW)
def entry_of_an_index(secret):
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> XE "{}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return in_text(secret, field)


def _in_a_book(name, code, fill, *change):
    def make(secret):
        data = written(lambda book, sheet: fill(book, sheet, secret) if secret else None)
        return edited(data, SHEET, *change) if secret and change else data

    make.__name__ = f"cell_{name}"
    planted(code, ROW)(make)


_X14 = (
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>'
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="1" id="{0E3B8A5E-1111-4444-8888-000000000001}"><xm:f>1=1</xm:f>'
    '<x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf></x14:cfRule><xm:sqref>E2</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>'
)


def _under_a_box(_, sheet, secret):
    sheet.insert_textbox("H2", secret, {"width": 100, "height": 40})
    sheet.insert_textbox("H2", " ", {"width": 200, "height": 90, "fill": {"color": "#000000"}})


def _on_a_scale(_, sheet, secret):
    sheet.write("E2", secret)
    black = {"type": "2_color_scale", "min_color": "#000000", "max_color": "#000000"}
    sheet.conditional_format("E2:E3", black)


_in_a_book("of_signs", "office.symbol-font", lambda book, sheet, secret: sheet.write("E2", secret, book.add_format({"font_name": "Webdings"})))  # fmt: skip
_in_a_book("on_a_scale_of_black", "xlsx.conditional-format-hides", _on_a_scale)
_in_a_book("of_a_rule_of_today", "xlsx.conditional-format-hides", lambda _, sheet, secret: sheet.write("E2", secret), ("</worksheet>", _X14))  # fmt: skip
_in_a_book("words_of_a_box_of_one_dot", "office.hidden-shape", lambda _, sheet, secret: sheet.insert_textbox("H2", secret, {"width": 1, "height": 1}))  # fmt: skip
_in_a_book("words_of_a_box_under_a_box", "xlsx.covered-cells", _under_a_box)


for _name, (_code, _markup) in {
    "above_the_paper": ("rtf.off-page", "{\\pard\\pvpg\\posy-20000 SECRET\\par}"),
    "in_a_cell_under_another": (
        "docx.under-merged",
        "{\\trowd\\clvmrg\\cellx4000\\pard\\intbl SECRET\\cell\\row}",
    ),
    "between_margins": ("rtf.off-page", "{\\margl30000 SECRET}"),
}.items():

    def _make_rich(secret, _markup=_markup):
        return rich(_markup.replace("SECRET", secret) if secret else "East")

    _make_rich.__name__ = f"rtf_words_{_name}"
    planted(_code, ROW)(_make_rich)

"""Documents with a secret in a second set of places that were thought of without looking at the rules."""

from tests.support.planted.documents import TEXT, document
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import MISSED, Listed, edited, members, with_part, zipped
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import named, run_of
from tests.support.planted.opendocuments import CONTENT
from tests.support.planted.rich_texts import rich

SECOND_DOCUMENTS = Listed()
planted = SECOND_DOCUMENTS.planted
ROW = 116
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def _in_text(name, markup, *, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(run_of(markup), name))


def _box(body, *, words="<w:r><w:t>SECRET</w:t></w:r>", look=""):
    """Return a run with a box of words in front of the text, two inches by half an inch."""
    return (
        f'<w:r><w:drawing {_WP} {_A} {_WPS}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1828800" cy="457200"/><wp:docPr id="9" name="Box 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1828800" cy="457200"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</wps:spPr>'
        f"<wps:txbx><w:txbxContent><w:p>{words}</w:p></w:txbxContent></wps:txbx>{body}</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


_LINES = "<w:r><w:t>East</w:t>" + "<w:br/>" * 30 + "<w:t>SECRET</w:t></w:r>"
_in_text("words_below_the_edge_of_a_box", _box("<wps:bodyPr/>", words=_LINES))
_in_text("words_pushed_out_of_a_box", _box('<wps:bodyPr lIns="90000000" vertOverflow="clip"/>'))
_in_text(
    "words_in_a_box_seen_edge_on",
    _box(
        "<wps:bodyPr/>",
        look='<a:scene3d><a:camera prst="orthographicFront"><a:rot lat="5400000" lon="0" rev="0"/></a:camera><a:lightRig rig="threePt" dir="t"/></a:scene3d>',
    ),
)
_in_text(
    "phantom_of_a_formula",
    f'<m:oMath {_M}><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>SECRET</m:t></m:r></m:e></m:phant></m:oMath>',
)
_in_text(
    "words_of_a_number_of_a_run",
    "<w:r><w:rPr><w:color w:val='0B0C0C'/><w:kern w:val='SECRET'/></w:rPr><w:t>East</w:t></w:r>",
)
_in_text(
    "words_under_a_line_of_an_old_drawing",
    f'<w:r><w:pict {_V}><v:shape id="a" style="width:100pt;height:20pt" alt="" title="SECRET"/></w:pict></w:r>',
)
_in_text(
    "words_on_a_path_of_an_old_drawing",
    f'<w:r><w:pict {_V}><v:shape id="a" style="width:1pt;height:1pt" fillcolor="white" stroked="f"><v:textpath style="font-size:1pt" string="SECRET"/></v:shape></w:pict></w:r>',
)
_in_text(
    "words_that_are_only_counted",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> = 1 \\# "SECRET" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
)
_in_text(
    "words_of_a_sign_of_a_font",
    "<w:r><w:sym w:font='SECRET' w:char='F0B7'/></w:r>",
)


def _document(name, changed, *, is_bare=False):
    def make(secret):
        return changed(document(lambda made: made.add_paragraph("MARK")), secret or "East", secret)

    make.__name__ = name
    planted(MISSED, ROW, is_bare=is_bare)(make)


def _black_paper(data, words, secret):
    data = edited(data, TEXT, ("MARK", words))
    if not secret:
        return data
    data = edited(
        data,
        TEXT,
        ("<w:body>", '<w:background w:color="102030"/><w:body>'),
        (f"<w:r><w:t>{words}", f'<w:r><w:rPr><w:color w:val="102030"/></w:rPr><w:t>{words}'),
    )
    return edited(data, "word/settings.xml", ("<w:zoom", "<w:displayBackgroundShape/><w:zoom"))


def _table_off_the_page(data, words, secret):
    indent = '<w:tblInd w:w="-20000" w:type="dxa"/>' if secret else ""
    table = f'<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/>{indent}</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    return edited(data, TEXT, ("<w:p><w:r><w:t>MARK</w:t></w:r></w:p>", table + "<w:p/>"))


def _margins(data, words, secret):
    data = edited(data, TEXT, ("MARK", words))
    return (
        edited(data, TEXT, ('w:left="1800"', 'w:left="14000"'), ('w:right="1800"', 'w:right="-4000"'))
        if secret
        else data
    )  # fmt: skip


def _number_with_words(data, words, secret):
    """A list whose numbers say the secret, in white."""
    data = edited(data, TEXT, ("MARK", "East"))
    if not secret:
        return data
    parts = members(data)
    numbering = parts["word/numbering.xml"].decode()
    made = f'<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{words} %1"/><w:lvlJc w:val="left"/><w:rPr><w:vanish/></w:rPr></w:lvl></w:abstractNum>'
    at = numbering.index("<w:num ")
    numbering = numbering[:at] + made + numbering[at:]
    numbering = numbering.replace(
        "</w:numbering>", '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
    )
    data = zipped({**parts, "word/numbering.xml": numbering.encode()})
    return edited(
        data,
        TEXT,
        ("<w:p><w:r><w:t>East", '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>East'),
    )  # fmt: skip


def _picture_over_words(data, words, secret):
    """A photograph that floats in front of the paragraph."""
    data = edited(data, TEXT, ("MARK", words))
    if not secret:
        return data
    data = with_part(data, "word/media/image9.png", photograph(), "image/png", (TEXT, "image"))
    picture = (
        f'<w:r><w:drawing {_WP} {_A}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="3000000" cy="600000"/><wp:wrapNone/><wp:docPr id="9" name="Picture 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name="Picture 1"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rIdPlanted"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )
    return edited(data, TEXT, (f"<w:r><w:t>{words}", f"{picture}<w:r><w:t>{words}"))


_document("words_of_the_colour_of_the_paper", _black_paper)
_document("table_off_the_page", _table_off_the_page)
_document("page_that_is_all_margin", _margins)
_document("hidden_words_of_a_number", _number_with_words)
_document("words_under_a_floating_photograph", _picture_over_words)


# RTF.

for _name, _markup in {
    "letters_skipped_behind_a_code": "{\\uc13 \\u8211 -SECRET}",
    "line_of_one_twip": "{\\pard\\sl-1\\slmult0 SECRET\\par}",
    "row_of_one_twip": "{\\trowd\\trrh-1\\cellx4000\\pard\\intbl SECRET\\cell\\row}",
    "indented_off_the_paper": "{\\pard\\li30000 SECRET\\par}",
    "letters_at_one_per_cent": "{\\charscalex1 SECRET}",
    "letters_raised_off_the_page": "{\\up3000 SECRET}",
    "frame_off_the_paper": "{\\pard\\pvpg\\phpg\\posx40000\\posy40000\\absw3000 SECRET\\par}",
    "text_of_an_unknown_group": "{\\*\\xbins SECRET}",
    "letters_drawn_together": "{\\expndtw-400 SECRET}",
}.items():

    def _make_rich(secret, _markup=_markup):
        return rich(_markup.replace("SECRET", secret) if secret else "East")

    _make_rich.__name__ = f"rtf_{_name}"
    planted(MISSED, ROW)(_make_rich)


# OpenDocument.

for _name, _markup, _style in (
    ("odt_letters_at_one_per_cent", '<text:p><text:span text:style-name="P9">SECRET</text:span></text:p>', '<style:style style:name="P9" style:family="text"><style:text-properties style:text-scale="1%"/></style:style>'),
    ("odt_line_without_height", '<text:p text:style-name="P9">SECRET</text:p>', '<style:style style:name="P9" style:family="paragraph"><style:paragraph-properties fo:line-height="0.001cm"/></style:style>'),
    ("odt_letters_drawn_together", '<text:p><text:span text:style-name="P9">SECRET</text:span></text:p>', '<style:style style:name="P9" style:family="text"><style:text-properties fo:letter-spacing="-0.6cm"/></style:style>'),
    ("odt_indented_off_the_page", '<text:p text:style-name="P9">SECRET</text:p>', '<style:style style:name="P9" style:family="paragraph"><style:paragraph-properties fo:margin-left="60cm"/></style:style>'),
    ("odt_row_of_no_height", '<table:table table:name="T"><table:table-column/><table:table-row table:style-name="P9"><table:table-cell office:value-type="string"><text:p>SECRET</text:p></table:table-cell></table:table-row></table:table>', '<style:style style:name="P9" style:family="table-row"><style:table-row-properties style:row-height="0.01cm"/></style:style>'),
    ("odt_phantom_of_a_formula", '<text:p><draw:frame svg:width="3cm" svg:height="1cm"><draw:object><math xmlns="http://www.w3.org/1998/Math/MathML"><mphantom><mi>SECRET</mi></mphantom></math></draw:object></draw:frame></text:p>', ""),
):  # fmt: skip

    def _list_open(name, markup, style):
        placed(SECOND_DOCUMENTS, "odt", name, MISSED, markup)
        one = SECOND_DOCUMENTS.all.pop()

        def make(secret):
            data = one.make(secret)
            if not (secret and style):
                return data
            parts = members(data)
            content = parts[CONTENT].decode()
            for space, address in (
                ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
                ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
            ):
                if f"xmlns:{space}=" not in content:
                    end = content.index(">", content.index("<office:document"))
                    content = f'{content[:end]} xmlns:{space}="{address}"{content[end:]}'
            held = f"<office:automatic-styles>{style}</office:automatic-styles>"
            assert "<office:automatic-styles/>" in content
            content = content.replace("<office:automatic-styles/>", held)
            return zipped({**parts, CONTENT: content.encode()})

        make.__name__ = name
        planted(MISSED, ROW)(make)

    _list_open(_name, _markup, _style)

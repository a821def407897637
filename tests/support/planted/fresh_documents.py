"""Documents with a secret in places that were thought of without looking at the rules."""

from tests.support.planted.documents import TEXT, document, in_text
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed, edited, members, with_part
from tests.support.planted.makers import named, run_of

FRESH_DOCUMENTS = Listed()
planted = FRESH_DOCUMENTS.planted
ROW = 115
SETTINGS = "word/settings.xml"
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OPENXML = "application/vnd.openxmlformats-officedocument."


def _in_text(name, code, markup, *, is_bare=False):
    planted(code, ROW, is_bare=is_bare)(named(run_of(markup), name))


RUN = "<w:r><w:rPr>{}</w:rPr><w:t>SECRET</w:t></w:r>"
for _name, (_code, _look) in {
    "words_of_a_clear_colour": (
        "docx.tiny-text",
        f'<w14:textFill {_W14}><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
    ),
    "words_set_close_to_nothing": ("docx.tiny-text", '<w:spacing w:val="-400"/>'),
    "words_lowered_under_their_line": ("docx.tiny-text", '<w:position w:val="-2000"/>'),
    "words_on_a_pattern_of_black": (
        "docx.black-box",
        '<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>',
    ),
    "words_struck_with_their_colour": ("docx.invisible-text", '<w:color w:val="FEFEFE"/>'),
    "words_of_the_theme_made_pale": (
        "docx.invisible-text",
        '<w:color w:val="auto" w:themeColor="text1" w:themeTint="03"/>',
    ),
    "words_of_another_script_alone_tiny": (
        "docx.tiny-text",
        '<w:sz w:val="24"/><w:szCs w:val="1"/><w:rtl/>',
    ),
}.items():
    _in_text(_name, _code, RUN.replace("{}", _look))

_in_text(
    "help_of_a_box_to_be_ticked",
    "docx.form-field",
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="SECRET"/><w:enabled/></w:ffData></w:fldChar></w:r>'
    '<w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>East</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
)
_in_text(
    "default_of_a_field_to_be_filled",
    "docx.form-field",
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:enabled/><w:textInput><w:default w:val="SECRET"/></w:textInput></w:ffData></w:fldChar></w:r>'
    '<w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>East</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
)
_in_text(
    "data_of_a_field",
    "office.unread-text",
    '<w:r><w:fldChar w:fldCharType="begin"><w:fldData>SECRET</w:fldData></w:fldChar></w:r>'
    '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
)
_in_text(
    "control_bound_to_data",
    "office.unread-text",
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/SECRET[1]" w:storeItemID="{1}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>East</w:t></w:r></w:sdtContent></w:sdt>',
)
_in_text(
    "element_of_a_schema",
    "docx.smart-tag",
    '<w:customXml w:uri="urn:a" w:element="SECRET"><w:r><w:t>East</w:t></w:r></w:customXml>',
)
_in_text(
    "deleted_mark_of_a_row",
    "docx.tracked-deletion",
    '<w:del w:id="3" w:author=""><w:r><w:delInstrText> AUTHOR SECRET </w:delInstrText></w:r></w:del>',
)
_in_text(
    "words_beside_a_ruby",
    "docx.invisible-text",
    '<w:r><w:ruby><w:rubyPr><w:hps w:val="1"/></w:rubyPr><w:rt><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>SECRET</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>East</w:t></w:r></w:rubyBase></w:ruby></w:r>',
)
_in_text(
    "hidden_part_of_a_formula",
    "docx.hidden-text",
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>SECRET</m:t></m:r></m:e></m:phant></m:oMath>',
)
_in_text(
    "tick_of_another_letter",
    "office.unread-text",
    f'<w:sdt><w:sdtPr><w14:checkbox {_W14}><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="SECRET"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>East</w:t></w:r></w:sdtContent></w:sdt>',
)
_in_text(
    "picture_of_old_with_a_script",
    "office.unread-text",
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:rect style="width:9pt;height:9pt" o:gfxdata="SECRET"/></w:pict></w:r>',
)
_in_text(
    "shape_of_old_that_is_not_shown",
    "office.hidden-shape",
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:rect style="width:90pt;height:90pt;visibility:hidden"><v:textbox><w:txbxContent><w:p><w:r><w:t>SECRET</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>',
)
_in_text(
    "line_of_letters_of_old_in_white",
    "office.hidden-shape",
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:90pt;height:20pt" fillcolor="white" stroked="f"><v:textpath string="SECRET"/></v:shape></w:pict></w:r>',
)
_in_text(
    "list_of_sources_tagged",
    "docx.bookmark",
    '<w:r><w:t>East</w:t></w:r><w:bookmarkStart w:id="4" w:name="_SECRET"/><w:bookmarkEnd w:id="4"/>',
)


def _settings(name, code, markup):
    def make(secret):
        data = document()
        return (
            edited(
                data,
                SETTINGS,
                ("</w:settings>", markup.replace("SECRET", secret) + "</w:settings>"),
            )
            if secret
            else data
        )

    make.__name__ = name
    planted(code, ROW)(make)


_settings(
    "caption_of_figures",
    "office.unread-text",
    '<w:captions><w:caption w:name="SECRET"/></w:captions>',
)
_settings(
    "kind_of_smart_tag_of_a_document",
    "office.unread-text",
    '<w:smartTagType w:namespaceuri="urn:a" w:name="SECRET"/>',
)
_settings(
    "letters_that_begin_no_line",
    "office.unread-text",
    '<w:noLineBreaksBefore w:lang="en-GB" w:val="SECRET"/>',
)
_settings("schema_of_a_document", "office.unread-text", '<w:attachedSchema w:val="urn:SECRET"/>')
_settings("sign_for_decimals", "office.unread-text", '<w:decimalSymbol w:val="SECRET"/>')


def _in_numbering(secret):
    data = document(lambda made: made.add_paragraph("East", style="List Number"))
    part = members(data)["word/numbering.xml"].decode()
    level = part[part.index("<w:lvlText") :].split("/>")[0]
    return (
        edited(data, "word/numbering.xml", (level, f'<w:lvlText w:val="{secret}"'))
        if secret
        else data
    )


def number_of_a_list_that_is_not_used(secret):
    return _in_numbering(secret)


planted("office.unread-text", ROW)(number_of_a_list_that_is_not_used)


@planted("office.style-name", ROW)
def other_name_of_a_font(secret):
    data = document()
    part = members(data)["word/fontTable.xml"].decode()
    old = part[part.index("<w:font ") :].split(">")[0] + ">"
    return (
        edited(data, "word/fontTable.xml", (old, f'{old}<w:altName w:val="{secret}"/>'))
        if secret
        else data
    )


@planted("office.style-name", ROW)
def name_of_a_division_of_a_web_page(secret):
    data = document()
    part = members(data).get("word/webSettings.xml")
    if part is None:
        content = f'<w:webSettings {_W}><w:frameset><w:frame><w:name w:val="{secret}"/></w:frame></w:frameset></w:webSettings>'
        type_ = f"{_OPENXML}wordprocessingml.webSettings+xml"
        return (
            with_part(data, "word/webSettings.xml", content.encode(), type_, (TEXT, "webSettings"))
            if secret
            else data
        )
    return (
        edited(
            data,
            "word/webSettings.xml",
            (
                "</w:webSettings>",
                f'<w:frameset><w:frame><w:name w:val="{secret}"/></w:frame></w:frameset></w:webSettings>',
            ),
        )
        if secret
        else data
    )


@planted("office.style-name", ROW)
def colour_of_a_theme(secret):
    data = document()
    return (
        edited(
            data,
            "word/theme/theme1.xml",
            (
                "</a:objectDefaults>",
                f'</a:objectDefaults><a:custClrLst><a:custClr name="{secret}"><a:srgbClr val="FF0000"/></a:custClr></a:custClrLst>',
            ),
        )
        if secret and "</a:objectDefaults>" in members(data)["word/theme/theme1.xml"].decode()
        else edited(
            data,
            "word/theme/theme1.xml",
            ('<a:fontScheme name="Office"', f'<a:fontScheme name="{secret or "Office"}"'),
        )
    )


@planted("docx.hidden-text", ROW)
def style_hidden_by_the_one_that_it_is_based_on(secret):
    """Words are hidden by a style of a style; the paragraph's own style says nothing."""
    data = in_text(secret, '<w:r><w:rPr><w:rStyle w:val="Second"/></w:rPr><w:t>{}</w:t></w:r>')
    styles = '<w:style w:type="character" w:styleId="First"><w:name w:val="First"/><w:rPr><w:vanish/></w:rPr></w:style>'
    styles += '<w:style w:type="character" w:styleId="Second"><w:name w:val="Second"/><w:basedOn w:val="First"/></w:style>'
    return (
        edited(data, "word/styles.xml", ("</w:styles>", styles + "</w:styles>")) if secret else data
    )


@planted("docx.tiny-text", ROW)
def cell_of_a_low_row(secret):
    def fill(made):
        table = made.add_table(rows=2, cols=1)
        table.cell(0, 0).text = "East"
        table.cell(1, 0).text = secret or "South"
        if secret:
            from docx.enum.table import WD_ROW_HEIGHT_RULE
            from docx.shared import Pt

            table.rows[1].height = Pt(1)
            table.rows[1].height_rule = WD_ROW_HEIGHT_RULE.EXACTLY

    return document(fill)


@planted("docx.cut-off", ROW)
def words_below_the_edge_of_an_exact_row(secret):
    def fill(made):
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Pt

        table = made.add_table(rows=1, cols=1)
        table.cell(0, 0).text = "East" + (("\n" * 6 + secret) if secret else "")
        table.rows[0].height = Pt(20)
        table.rows[0].height_rule = WD_ROW_HEIGHT_RULE.EXACTLY

    return document(fill)


@planted("docx.off-page", ROW, is_bare=True)
def picture_under_words_of_its_colour(secret):
    from io import BytesIO

    from docx.shared import Inches

    def fill(made):
        made.add_picture(BytesIO(photograph("PNG")), width=Inches(0.01 if secret else 1))

    return document(fill)

"""Documents with a secret in a fourth set of places, written when the third was found and before any of it was run."""

from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import MISSED, Listed, edited, members, with_part, zipped
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import body_of, named, rich_of, run_of
from tests.support.planted.opendocuments import document as open_document

FOURTH_DOCUMENTS = Listed()
planted = FOURTH_DOCUMENTS.planted
ROW = 119
STYLES = "word/styles.xml"
RUN = "<w:r><w:t>SECRET</w:t></w:r>"
P = f"<w:p>{RUN}</w:p>"
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def _in_text(name, markup, *, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(run_of(markup), name))


def _instead(name, markup, *others):
    planted(MISSED, ROW)(named(body_of(markup, *others), name))


_instead("paragraphs_of_a_folded_heading", f'<w:p><w:pPr><w:pStyle w:val="Heading1"/><w15:collapsed {_W15} w:val="1"/></w:pPr><w:r><w:t>East</w:t></w:r></w:p>{P}')  # fmt: skip
_instead("lines_of_a_part_of_a_line", f'<w:p><w:pPr><w:spacing w:line="1" w:lineRule="auto"/></w:pPr>{RUN}</w:p>')  # fmt: skip
_in_text("words_raised_and_small_in_a_text", '<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="8"/></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("white_words_of_a_formula", f'<m:oMath {_M}><m:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><m:t>SECRET</m:t></m:r></m:oMath>')  # fmt: skip
_in_text("words_on_a_nearly_black_pattern", '<w:r><w:rPr><w:color w:val="000000"/><w:shd w:val="pct95" w:color="000000" w:fill="FFFFFF"/></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("words_joined_in_half_a_line", '<w:r><w:rPr><w:eastAsianLayout w:id="1" w:combine="1"/><w:sz w:val="8"/></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("words_hidden_twice_and_once", '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:vanish w:val="true"/></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("words_kept_back_from_paper", "<w:r><w:rPr><w:specVanish/></w:rPr><w:t>SECRET</w:t></w:r>")
_instead("white_words_by_the_page", P, (STYLES, "<w:rPrDefault><w:rPr>", '<w:rPrDefault><w:rPr><w:color w:val="FFFFFF"/>'))  # fmt: skip
_instead("cell_set_on_end_in_a_low_row", '<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="30" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>' + P + "</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl><w:p/>")  # fmt: skip
_instead("notes_of_a_heading_that_no_list_has", f'<w:p><w:pPr><w:framePr w:w="1" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:xAlign="outside" w:y="16838"/></w:pPr>{RUN}</w:p>')  # fmt: skip


@planted(MISSED, ROW)
def second_text_of_a_document(secret):
    if not secret:
        return document()
    held = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{P.replace("SECRET", secret)}</w:body></w:document>'
    return with_part(document(), "word/document2.xml", held.encode(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", ("", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"))  # fmt: skip


@planted(MISSED, ROW)
def header_below_the_page(secret):
    def fill(made):
        made.sections[0].header.paragraphs[0].text = secret

    if not secret:
        return document()
    return edited(document(fill), TEXT, ('w:header="720"', 'w:header="30000"'))


for _name, _markup in {
    "frame_of_no_share_of_its_page": '<text:p><draw:frame style:rel-width="0%" svg:width="8cm" svg:height="4cm" style:rel-height="0%" text:anchor-type="as-char"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame></text:p>',
    "sequence_that_is_not_shown": '<text:p><text:sequence text:display-outline-level="0" text:name="SECRET" text:formula="ooow:a+1">1</text:sequence></text:p>',
    "words_between_table_parts": '<table:table><table:title>SECRET</table:title><table:table-column/><table:table-row><table:table-cell/></table:table-row></table:table>',
    "hidden_row_of_a_group_in_a_table": '<table:table><table:table-column/><table:table-row-group table:display="false"><table:table-row><table:table-cell><text:p>SECRET</text:p></table:table-cell></table:table-row></table:table-row-group></table:table>',
}.items():  # fmt: skip
    placed(FOURTH_DOCUMENTS, "odt", f"fourth_odt_{_name}", MISSED, _markup)


def _styled(styles, markup):
    """Return an ODT with more named styles, and a text that has one."""
    held = members(open_document())
    text = held["styles.xml"].decode()
    if "xmlns:fo=" not in text:
        space = ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
        text = text.replace("<office:document-styles", f"<office:document-styles{space}", 1)
    shut = "<office:styles/>"
    text = text.replace(shut, f"<office:styles>{styles}</office:styles>") if shut in text else text.replace("</office:styles>", f"{styles}</office:styles>")  # fmt: skip
    held["styles.xml"] = text.encode()
    return edited(zipped(held), "content.xml", ("</office:text>", f"{markup}</office:text>"))


for _name, _properties in {
    "white_by_a_parent": 'fo:color="#ffffff"',
    "raised_by_a_parent": 'style:text-position="super 5%"',
    "clear_by_a_parent": 'loext:opacity="0%" fo:color="#000000"',
}.items():

    def _by_parent(secret, _properties=_properties):
        styles = f'<style:style style:name="Base" style:family="paragraph"><style:text-properties {_properties if secret else ""}/></style:style><style:style style:name="Kid" style:family="paragraph" style:parent-style-name="Base"/>'
        styles = styles.replace("<style:style ", '<style:style xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" ', 1)  # fmt: skip
        return _styled(styles, f'<text:p text:style-name="Kid">{secret or "East"}</text:p>')

    _by_parent.__name__ = f"fourth_odt_{_name}"
    planted(MISSED, ROW)(_by_parent)

for _name, _markup in {
    "lines_of_a_part_of_a_line": "\\pard\\sl1\\slmult1 SECRET\\par",
    "words_raised_and_small": "{\\super\\fs8 SECRET}",
    "words_in_the_ground_by_a_style": "{\\stylesheet{\\s9\\cf2 Pale;}}\\pard\\s9 SECRET\\par",
    "words_of_a_default_that_hides": "{\\*\\defchp \\v }SECRET",
    "words_of_an_unlisted_kind": "{\\*\\ftnsep SECRET}",
    "words_of_a_letter_unseen": "{\\u8203?\\u8203?\\u8203?\\u8203? East SECRET}",
    "words_of_a_data_store": "{\\*\\datastore 5175696c6c666561746865720000SECRET}",
    "words_of_a_shape_under_the_text": "{\\shp{\\*\\shpinst\\shpleft0\\shptop0\\shpright1\\shpbottom1{\\shptxt SECRET}}}",
}.items():
    planted(MISSED, ROW)(named(rich_of(_markup), f"fourth_rtf_{_name}"))

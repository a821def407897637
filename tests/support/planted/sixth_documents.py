"""Documents with a secret in a sixth set of places, written when the fifth was found and before any of it was run."""

from tests.support.planted.fixtures import MISSED, Listed
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import body_of, named, rich_of, run_of

SIXTH_DOCUMENTS = Listed()
planted = SIXTH_DOCUMENTS.planted
ROW = 121
STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"
RUN = "<w:r><w:t>SECRET</w:t></w:r>"
P = f"<w:p>{RUN}</w:p>"


def _in_text(name, markup):
    planted(MISSED, ROW)(named(run_of(markup), f"sixth_text_{name}"))


def _instead(name, markup, *others):
    planted(MISSED, ROW)(named(body_of(markup, *others), f"sixth_text_{name}"))


_in_text("words_of_a_reference_that_is_told_anew", '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText>SEQ Figure</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + RUN + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip
_in_text("words_all_in_a_line_through_of_their_colour", '<w:r><w:rPr><w:dstrike/><w:emboss/><w:color w:val="FEFEFE"/></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("words_under_a_border_of_their_own", '<w:r><w:rPr><w:bdr w:val="single" w:sz="96" w:space="0" w:color="000000"/><w:sz w:val="7"/></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_in_text("words_of_a_small_shape_that_grows_none", '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:300pt;height:0.4pt"><v:textbox style="mso-fit-shape-to-text:f"><w:txbxContent><w:p>' + RUN + "</w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>")  # fmt: skip
_in_text("words_of_a_scaled_run_and_close_ones", '<w:r><w:rPr><w:w w:val="33"/><w:spacing w:val="-60"/><w:sz w:val="8"/></w:rPr><w:t>SECRET</w:t></w:r>')  # fmt: skip
_instead("words_white_by_the_first_row_of_their_table", '<w:tbl><w:tblPr><w:tblStyle w:val="Pale6"/><w:tblW w:w="3000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>' + P + "</w:tc></w:tr></w:tbl><w:p/>", (STYLES, "</w:styles>", '<w:style w:type="table" w:styleId="Pale6"><w:name w:val="Table Simple 9"/><w:rPr><w:color w:val="FDFDFD"/></w:rPr></w:style></w:styles>'))  # fmt: skip
_instead("words_of_which_the_theme_is_all_white", '<w:p><w:r><w:rPr><w:color w:val="1F497D" w:themeColor="text2"/></w:rPr><w:t>SECRET</w:t></w:r></w:p>', ("word/theme/theme1.xml", 'val="1F497D"', 'val="FEFEFE"'))  # fmt: skip
_instead("words_in_a_cell_of_turned_letters", '<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="240" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/><w:textDirection w:val="btLr"/></w:tcPr><w:p><w:r><w:t>East and all that lies there </w:t></w:r>' + RUN + "</w:p></w:tc></w:tr></w:tbl><w:p/>")  # fmt: skip
_instead("words_pushed_down_in_an_exact_row", '<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="300" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/><w:tcMar><w:top w:w="2000" w:type="dxa"/></w:tcMar></w:tcPr>' + P + "</w:tc></w:tr></w:tbl><w:p/>")  # fmt: skip

for _name, _markup in {
    "words_of_a_number_that_a_field_counts": "<text:p><text:word-count>SECRET</text:word-count></text:p>",
    "words_in_a_table_of_no_width": '<table:table table:style-name="Nil"><table:table-column/><table:table-row><table:table-cell><text:p text:style-name="Far">SECRET</text:p></table:table-cell></table:table-row></table:table>',
}.items():  # fmt: skip
    placed(SIXTH_DOCUMENTS, "odt", f"sixth_odt_{_name}", MISSED, _markup)

for _name, _markup in {
    "words_before_a_page_of_their_own": "\\pard\\sb30000 SECRET\\par",
    "words_of_a_cell_that_is_all_padding": "\\trowd\\trrh-300\\clpadt3000\\clpadft3\\cellx3000\\pard\\intbl SECRET\\cell\\row\\pard",
    "words_in_columns_beyond_the_page": "\\trowd\\trleft20000\\cellx23000\\pard\\intbl SECRET\\cell\\row\\pard",
}.items():
    planted(MISSED, ROW)(named(rich_of(_markup), f"sixth_rtf_{_name}"))

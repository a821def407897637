"""Tables of text and web pages with a secret in places that were thought of without looking at the rules."""

from tests.support.planted.containers import PAGE, TABLE
from tests.support.planted.fixtures import CANNOT_SAY, Listed

FRESH_PAGES = Listed()
planted = FRESH_PAGES.planted
ROW = 115


# Tables of text.

for _name, _code, _old, _new in (
    ("line_that_is_written_over", "csv.unseen-signs", "North,31", "SECRET,9\rNorth,31"),
    ("words_that_a_screen_rubs_out", "csv.unseen-signs", "North", "SECRET" + "\b" * 12 + "North"),
    ("words_that_a_terminal_hides", "csv.unseen-signs", "North", "\x1b[8mSECRET\x1b[0mNorth"),
    (
        "words_behind_the_end_of_a_text",
        "csv.unseen-signs",
        "South,27\r\n",
        "South,27\r\n\x1aSECRET\r\n",
    ),
    ("words_behind_a_nought", CANNOT_SAY, "North", "North\0SECRET"),
    ("words_of_tags", "csv.unseen-signs", "North", "North" + "TAGS"),
    (
        "line_that_tells_the_sign",
        "csv.formula",
        "Ward,Bins\r\n",
        'sep=,\r\nWard,Bins\r\n"\r\n\r\n\r\n\r\n\r\n\r\n\r\nSECRET",3\r\n',
    ),
    ("blanks_before_a_word", "csv.far-text", "31", "31" + " " * 400 + "SECRET"),
):

    def _make_table(secret, _old=_old, _new=_new):
        tags = "".join(chr(0xE0000 + ord(one)) for one in secret)
        said = _new.replace("SECRET", secret).replace("TAGS", tags)
        return (TABLE.replace(_old, said, 1) if secret else TABLE).encode()

    _make_table.__name__ = f"csv_{_name}"
    planted(_code, ROW, is_bare="TAGS" in _new)(_make_table)


# Web pages.

HTML = {
    "shadow_that_is_closed": (
        "html.attribute",
        "<div><template shadowrootmode='closed'><p>SECRET</p></template>East</div>",
    ),
    "choice_that_is_not_taken": (
        "html.not-shown",
        "<select><option>East</option><option>SECRET</option></select>",
    ),
    "list_of_proposals": (
        "html.attribute",
        "<input list='a'><datalist id='a'><option value='SECRET'></datalist>",
    ),
    "folded_words": ("html.not-shown", "<details><summary>East</summary>SECRET</details>"),
    "dialog_that_is_shut": ("html.not-shown", "<dialog>SECRET</dialog>"),
    "words_for_browsers_of_old": ("html.not-shown", "<video><p>SECRET</p></video>"),
    "words_before_by_style": (
        "html.hiding-style",
        "<style>h1::before{content:'SECRET';color:transparent}</style>",
    ),
    "value_of_a_style": ("html.hiding-style", "<style>:root{--owner:'SECRET'}</style>"),
    "words_cut_to_nothing": ("html.hidden-text", "<p style='clip-path:inset(50%)'>SECRET</p>"),
    "words_cut_as_of_old": (
        "html.hidden-text",
        "<p style='position:absolute;clip:rect(0,0,0,0)'>SECRET</p>",
    ),
    "words_behind_their_box": (
        "html.hidden-text",
        "<div style='background:#fff;position:relative'><p style='position:absolute;z-index:-1'>SECRET</p></div>",
    ),
    "words_shrunk": ("html.hidden-text", "<p style='transform:scale(0)'>SECRET</p>"),
    "words_turned_away": ("html.hidden-text", "<p style='transform:rotateX(90deg)'>SECRET</p>"),
    "words_not_painted": (
        "html.hidden-text",
        "<p style='-webkit-text-fill-color:transparent'>SECRET</p>",
    ),
    "words_not_rendered": ("html.hidden-text", "<p style='content-visibility:hidden'>SECRET</p>"),
    "words_pushed_together": ("html.hidden-text", "<p style='letter-spacing:-2em'>SECRET</p>"),
    "words_blurred": ("html.hidden-text", "<p style='filter:blur(40px)'>SECRET</p>"),
    "words_covered_by_a_mask": (
        "html.hidden-text",
        "<p style='mask-image:linear-gradient(transparent,transparent)'>SECRET</p>",
    ),
    "words_for_paper_alone": (
        "html.hidden-text",
        "<style>@media print{p.a{display:block}} @media screen{p.a{display:none}}</style><p class='a'>SECRET</p>",
    ),
    "words_of_a_drawing": (
        "html.not-shown",
        "<svg width='9' height='9'><defs><text>SECRET</text></defs></svg>",
    ),
    "title_of_a_drawing": (
        "html.not-shown",
        "<svg width='9' height='9'><title>SECRET</title><rect width='9' height='9'/></svg>",
    ),
    "data_about_it": (
        "html.script",
        '<script type=\'application/ld+json\'>{"author":"SECRET"}</script>',
    ),
    "note_of_a_formula": (
        "html.not-shown",
        "<math><semantics><mi>x</mi><annotation encoding='a'>SECRET</annotation></semantics></math>",
    ),
    "page_in_the_page": ("html.attribute", "<iframe srcdoc='SECRET'></iframe>"),
    "words_for_no_ruby": ("html.not-shown", "<ruby>East<rp>SECRET</rp><rt>a</rt></ruby>"),
    "name_that_is_read_aloud": ("html.attribute", "<p aria-label='SECRET'>East</p>"),
    "words_in_an_inert_box_of_no_height": (
        "html.hidden-text",
        "<div style='height:0;overflow:clip'>SECRET</div>",
    ),
    "words_in_columns_of_nothing": (
        "html.hidden-text",
        "<div style='width:0;overflow:hidden;white-space:nowrap'>SECRET</div>",
    ),
    "words_by_a_font_of_nothing": ("html.hidden-text", "<p style='font:0/0 a'>SECRET</p>"),
    "words_scaled_by_zoom": ("html.hidden-text", "<p style='zoom:0.001'>SECRET</p>"),
    "words_that_move_away": (
        "html.hiding-style",
        "<style>@keyframes a{to{opacity:0}}</style><p style='animation:a 0s forwards'>SECRET</p>",
    ),
    "instruction_to_a_program": ("html.comment", "<?php SECRET ?>"),
    "address_told_of_clicks": (
        "html.attribute",
        "<a href='https://example.org' ping='https://example.org/SECRET'>East</a>",
    ),
    "picture_for_wide_screens": (
        "office.unread-file",
        "<img alt='East' src='data:image/png;base64,iVBORw0KGgo=' srcset='SECRET.png 2x'>",
    ),
    "heads_of_an_unruly_table": (
        "html.hidden-text",
        "<table><td>East<caption style='caption-side:bottom;position:fixed;bottom:-99em'>SECRET</caption></table>",
    ),
}
for _name, (_code, _markup) in HTML.items():

    def _make_page(secret, _markup=_markup):
        said = _markup.replace("SECRET", secret) if secret else "<p>East</p>"
        return PAGE.replace("{}", said).encode()

    _make_page.__name__ = f"html_{_name}"
    planted(_code, ROW)(_make_page)

"""Workbooks with a secret in a sixth set of places, written when the fifth was found and before any of it was run."""

from tests.support.planted.cells import written
from tests.support.planted.fixtures import MISSED, Listed
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import book_of, named
from tests.support.planted.workbooks import BOOK, SHEET

SIXTH_SHEETS = Listed()
planted = SIXTH_SHEETS.planted
ROW = 121
STYLES, DRAWING = "xl/styles.xml", "xl/drawings/drawing1.xml"


def _book(name, fill, *changes, is_bare=False):
    planted(MISSED, ROW, is_bare=is_bare)(named(book_of(fill, *changes), f"sixth_{name}"))


_book("words_by_the_style_of_their_row", lambda book, sheet, secret: (sheet.set_row(8, None, book.add_format({"font_color": "#FFFFFF"})), sheet.write_row(8, 0, [secret])), (SHEET, '<c r="A9" s="1"', '<c r="A9" s="1"'))  # fmt: skip
_book("words_by_the_style_of_the_usual_cell", lambda _b, sheet, secret: sheet.write("E2", secret), (STYLES, '<color theme="1"/>', '<color theme="0"/>'))  # fmt: skip
_book("words_in_a_cell_as_dark_as_a_chequered_ground", lambda book, sheet, secret: sheet.write("E2", secret, book.add_format({"font_color": "#808080", "pattern": 1, "bg_color": "#7E7E7E"})))  # fmt: skip
_book("words_of_which_the_first_letter_is_seen", lambda book, sheet, secret: sheet.write_rich_string("E2", "E", book.add_format({"font_color": "#FFFFFF"}), secret, book.add_format({"font_color": "#000000"}), "st"))  # fmt: skip
_book("words_in_a_box_of_no_lines", lambda _b, sheet, secret: sheet.insert_textbox("H2", secret), (DRAWING, "<a:p>", '<a:p><a:pPr><a:lnSpc><a:spcPts val="1"/></a:lnSpc></a:pPr>'))  # fmt: skip
_book("words_in_a_box_that_is_drawn_flat", lambda _b, sheet, secret: sheet.insert_textbox("H2", secret), (DRAWING, "</xdr:spPr>", '<a:scene3d><a:camera prst="perspectiveFront"><a:rot lat="5399999" lon="0" rev="0"/></a:camera><a:lightRig rig="threePt" dir="t"/></a:scene3d></xdr:spPr>'))  # fmt: skip
_book(
    "words_at_the_foot_of_a_page_in_white",
    lambda _b, sheet, secret: sheet.set_footer(f"&C&KFFFFFF{secret}"),
)
_book("head_that_repeats_hidden_rows", lambda _b, sheet, secret: (sheet.write("A6", secret), sheet.set_row(5, None, None, {"hidden": True, "level": 2}), sheet.repeat_rows(5)))  # fmt: skip
_book("words_left_of_a_cell_that_flows", lambda book, sheet, secret: (sheet.write("E3", "East"), sheet.write("F3", f"{secret} and all of its routes and bins", book.add_format({"align": "right"})), sheet.write("G3", "West"), sheet.set_column("F:F", 4)))  # fmt: skip
_book("sheet_of_which_the_window_shows_a_corner", lambda _b, sheet, secret: sheet.write("E9", secret), (BOOK, 'windowWidth="16095" windowHeight="9660"', 'windowWidth="120" windowHeight="120"'))  # fmt: skip
_book("day_of_birth_as_an_age", lambda book, sheet, _s: sheet.write("E2", 30808, book.add_format({"num_format": '"Aged "0,'})), is_bare=True)  # fmt: skip
_book("picture_behind_the_cells_of_a_sheet", lambda _b, sheet, secret: sheet.insert_textbox("H2", secret, {"line": {"none": True}, "fill": {"none": True}, "font": {"color": "#FEFEFE"}}))  # fmt: skip


@planted(MISSED, ROW)
def sixth_cells_of_a_view_that_starts_below(secret):
    def fill(_, sheet):
        sheet.write("A5", secret or "East")
        if secret:
            sheet.set_selection("A1000")
            sheet.set_top_left_cell("A900")

    return written(fill)


@planted(MISSED, ROW)
def sixth_words_hidden_by_a_protected_style(secret):
    def fill(book, sheet):
        sheet.write_formula(
            "E2",
            '=T(N("' + (secret or "") + '"))&"East"',
            book.add_format({"hidden": True}),
            "East",
        )
        sheet.protect()

    return written(fill) if secret else written()


for _name, _markup in {
    "rows_within_a_group_that_is_shut": '<table:table-row-group table:display="false"><table:table-row><table:table-cell office:value-type="string"><text:p>SECRET</text:p></table:table-cell></table:table-row></table:table-row-group>',
    "words_of_a_shape_set_on_a_cell_far_off": '<table:shapes><draw:frame svg:x="900cm" svg:y="1cm" svg:width="4cm" svg:height="1cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame></table:shapes>',
}.items():  # fmt: skip
    placed(SIXTH_SHEETS, "ods", f"sixth_ods_{_name}", MISSED, _markup)

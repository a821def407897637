"""Each planted document, slide and page: rebuilt, its secret is nowhere, and its twin keeps every word."""

import pytest

from answerable.inspecting.findings import Verdict
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET
from tests.support.planted.once import inspected_once, rebuilt_once, traces_once
from tests.unit.inspecting.rebuilding.documents.reading_back import (
    missing,
    text_of,
    words,
    words_of_original,
)
from tests.unit.inspecting.test_planted import called

KINDS = ("docx", "pptx", "odt", "odp", "html")
SEEN = {
    "words_on_black_that_can_be_read": "automatic letters on black are drawn white",
    "words_in_a_header": "every page shows its header",
    "page_strange_element": "browsers show the words of elements that they do not know",
    "page_address": "an address of the open web is what a link leads to",
    "page_far_in_a_line": "whoever moves the page sees it, and rebuilt it stands beside the rest",
    "words_below_the_edge_of_an_exact_row": "rebuilt, its row is as tall as its words",
    "words_below_the_edge_of_a_box": "rebuilt, they stand in no box",
    "page_that_is_all_margin": "rebuilt, its page has margins of its own, and they are looked at",
    "document_words_of_signs": "rebuilt, they are written in letters, and are looked at",
    "slide_words_of_signs": "rebuilt, they are written in letters, and are looked at",
    "odp_words_on_a_layer": "a layer is shown that is not switched off",
    "words_that_come_by_a_click": "whoever opens the slides sees it, and rebuilt nothing moves",
    "box_turned_off_the_slide": "rebuilt, its page is as long as its words",
    "odt_author_of_a_field_that_says_less": "a field shows what it says",
    "odt_shape_in_the_colour_of_the_page": "a style that is not there gives no colour",
    "page_below_many_lines": "whoever moves the page sees it, and rebuilt it stands below the rest",
}
"""Secrets that whoever opens the original sees, and why."""

SEEN |= {
    "columns_of_no_width": "rebuilt, its page has one column, and it is looked at",
    "page_of_no_height": "rebuilt, its page has margins of its own, and they are looked at",
    "header_below_the_page": "rebuilt, its header stands on the page, and is looked at",
    "paragraphs_of_a_folded_heading": "rebuilt, nothing is folded, and it is looked at",
    "slide_lines_below_a_box": "rebuilt, its page is as long as its words",
    "slide_words_filled_by_a_picture": "rebuilt, they are black, and are looked at",
    "slide_words_that_move_away": "whoever opens the slides sees it, and rebuilt nothing moves",
    "fourth_slide_slide_that_goes_by_at_once": "rebuilt, it is a page like every other",
    "fourth_slide_words_that_run_off_the_slide": "rebuilt, its lines are broken",
    "fourth_slide_words_in_a_line_off_the_slide": "rebuilt, its lines are broken",
    "fourth_slide_rows_below_the_slide": "rebuilt, its page is as long as its rows",
    "third_page_rule_of_a_sheet_within": "what a page fetches is not followed, and its words are looked at",
    "third_page_rule_of_a_sheet_fetched": "what a page fetches is not followed, and its words are looked at",
    "third_page_child_of_a_shadow": "browsers of some years ago show it, and it is looked at",
    "third_page_choice_by_a_label": "some browsers show it in place of the label",
    "third_page_words_of_an_old_schema": "browsers show the words of elements that they do not know",
    "third_page_words_of_tags": "it stands behind the signs that nobody sees",
}
SEEN |= {
    "fifth_text_words_advanced_off_the_page": "rebuilt, it stands where it would without the field, and is looked at",
    "fifth_text_words_of_a_font_of_pictures": "rebuilt, they are written in letters, and are looked at",
    "fifth_text_words_of_a_font_of_blank_letters": "rebuilt, they are written in letters, and are looked at",
    "fifth_slide_words_of_a_font_of_pictures": "rebuilt, they are written in letters, and are looked at",
    "fifth_text_words_on_an_old_path_of_clear_ink": "rebuilt, they are written in letters, and are looked at",
    "fifth_text_words_of_a_column_that_ends_before_it_begins": "rebuilt, its page has margins of its own, and they are looked at",
    "fifth_odt_frame_on_a_page_that_is_not": "rebuilt, it stands on a page that there is, and is looked at",
    "fifth_page_hidden_by_a_motion_that_is_over": "what moves is not followed, and its words are looked at",
    "fifth_page_of_the_first_letters_alone": "rules for a part of a text are not followed, and it is looked at",
    "sixth_text_words_of_which_the_theme_is_all_white": "rebuilt, they have the colour for programs without themes, and are looked at",
    "sixth_text_words_in_a_cell_of_turned_letters": "rebuilt, its row is as tall as its words",
    "sixth_text_words_pushed_down_in_an_exact_row": "rebuilt, its row is as tall as its words",
}
_MOVES = "whoever opens the slides sees it, and rebuilt nothing moves"
SEEN |= {
    "seventh_text_words_whose_colour_the_settings_turn_round": "rebuilt, they have the colour for programs without themes, and are looked at",
    "seventh_text_whole_sum_of_which_the_upper_limit_is_off": "rebuilt, the limit is written with the others, and is looked at",
    "seventh_text_words_fitted_into_a_cell_of_two_points": "rebuilt, its row is as tall as its words",
    "seventh_text_words_that_go_on_in_a_box_that_is_hidden": "rebuilt, they stand where they begin, and are looked at",
    "seventh_text_head_under_the_border_of_its_page": "every page shows its header",
    "seventh_text_head_of_a_part_that_begins_within_its_page": "every page shows its header",
    "seventh_slide_words_that_shrink_to_nothing_at_once": _MOVES,
    "seventh_slide_words_that_take_the_colour_of_their_slide": _MOVES,
    "seventh_slide_words_that_turn_on_edge_at_once": _MOVES,
    "seventh_odp_words_that_shrink_to_nothing_at_once": _MOVES,
    "eighth_slide_words_clipped_at_the_end_of_their_box": "rebuilt, they stand in no box",
    "eighth_odt_words_over_the_end_of_their_frame": "rebuilt, they stand in no box",
}
NOTHING, STYLES = "shows nothing that can be rebuilt", "in a way that is not followed"
REFUSED = {
    "words_under_a_floating_photograph": "A filled shape or a picture lies over",
    "words_hidden_by_the_first_row_of_a_style": "The style of a table",
    "words_hidden_by_the_style_of_everything": NOTHING,
    "fourth_slide_title_white_by_its_layout": NOTHING,
    "fourth_slide_title_tiny_by_its_layout": NOTHING,
    "fourth_slide_title_white_by_its_master": NOTHING,
    "fifth_text_words_tiny_by_a_theme_of_tables": "The style of a table",
    "sixth_text_words_white_by_the_first_row_of_their_table": "The style of a table",
    "fifth_slide_title_under_a_box": NOTHING,
    "seventh_slide_words_black_on_the_black_of_their_layout": NOTHING,
    "seventh_slide_words_white_by_the_map_of_the_master": NOTHING,
    "fifth_slide_words_black_on_a_black_slide": NOTHING,
    "fifth_page_under_a_box_that_lies_over_it": "A filled box lies over",
    "fifth_page_in_a_column_that_collapses": "hides columns of a table",
    "third_page_rule_in_a_rule": NOTHING,
    "third_page_words_under_a_picture": "A filled box lies over",
    "page_behind_the_page": "A filled box lies over",
    "third_page_rule_for_a_second": STYLES,
    "third_page_rule_for_what_follows": STYLES,
    "third_page_rule_for_a_neighbour": STYLES,
    "third_page_rule_for_all_but": STYLES,
    "fourth_page_rule_by_its_beginning": STYLES,
    "fourth_page_rule_for_what_has": STYLES,
    "fourth_page_rule_for_any_of_some": STYLES,
}
"""Files of which nothing is made, and why."""

_BEYOND = "A measure in it is far beyond"
REFUSED |= dict.fromkeys(
    (
        "fifth_text_number_of_words_that_is_told_anew",
        "words_that_a_field_keeps",
        "words_pushed_out_of_a_box",
        "words_pushed_out_of_a_box_of_a_slide",
        "slide_words_between_columns",
        "fifth_slide_words_in_a_shape_that_its_adjustments_flatten",
        "sixth_slide_words_that_a_warp_flattens",
    ),
    _BEYOND,
)


def _named(one):
    name = called(one.make(""))
    return name if name.rpartition(".")[2] in KINDS else ""


FIXTURES = [one for one in PLANTED if _named(one)]
REFUSED |= {
    one.name: _BEYOND
    for one in FIXTURES
    if one.code in ("office.unusual-measure", "office.kept-result")
}


def test_there_are_planted_files_of_every_kind():
    kinds = {_named(one).rpartition(".")[2] for one in FIXTURES}

    assert kinds == set(KINDS)
    assert len(FIXTURES) >= 132


COVERED = ("docx.covered", "pptx.partly-covered", "odf.covered")
"""What a shape covers cannot be told from what it does not: nothing is made of such a file."""


@pytest.mark.parametrize(
    "one", [one for one in FIXTURES if one.code in COVERED], ids=lambda one: one.name
)
def test_a_file_whose_text_is_covered_in_part_is_refused(one):
    with pytest.raises(CannotRebuild, match=r"filled shape (?:or a picture )?lies over"):
        rebuilt_here(one.make(SECRET), _named(one))


@pytest.mark.parametrize(
    "one", [one for one in FIXTURES if one.name in REFUSED], ids=lambda one: one.name
)
def test_of_a_file_that_cannot_be_followed_nothing_is_made(one):
    with pytest.raises(CannotRebuild, match=REFUSED[one.name]):
        rebuilt_here(one.make(SECRET), _named(one))


def test_a_page_that_hides_columns_of_a_table_is_refused():
    page = b"<html><table><col><col style='visibility:collapse'><tr><td>seen<td>not</table></html>"

    with pytest.raises(CannotRebuild, match="hides columns of a table"):
        rebuilt_here(page, "page.html")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Unexpected end of stream:UserWarning")
@pytest.mark.parametrize(
    "one",
    [one for one in FIXTURES if one.code not in COVERED and one.name not in REFUSED],
    ids=lambda one: one.name,
)
def test_a_secret_that_is_not_seen_is_in_no_rebuilt_file_and_its_twin_keeps_every_word(one):
    name, twin = _named(one), one.make("")

    planted, clean = rebuilt_once(one.make(SECRET), name), rebuilt_once(twin, name)

    for file in planted.files:
        found = traces_once(file.data, file.name)
        is_there = bool(found) or SECRET.casefold() in words(text_of(file))
        assert is_there == (one.name in SEEN), file.name
    assert SECRET not in " ".join(planted.left_out)
    page = planted.files[-1]
    assert inspected_once(page.data, page.name).verdict is Verdict.CLEAR
    asked = words_of_original(twin, name.rpartition(".")[2])
    for file in clean.files:
        assert missing(asked, words(text_of(file))) == [], file.name


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_made_the_same_again(kind):
    one = next(one for one in FIXTURES if _named(one).endswith(kind))

    first, second = (rebuilt_here(one.make(SECRET), _named(one)) for _ in range(2))

    assert first == second

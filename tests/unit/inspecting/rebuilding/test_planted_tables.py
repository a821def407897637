"""Each planted secret in a table: after rebuilding it is found nowhere, and what was made is clear."""

import pytest

from answerable.inspecting.findings import Verdict
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET
from tests.support.planted.once import inspected_once, rebuilt_once, traces_once
from tests.unit.inspecting.test_planted import called

KINDS = ("f.xlsx", "f.ods", "f.csv", "f.zip")
TABLES = [one for one in PLANTED if called(one.make(SECRET)) in KINDS]

VISIBLE = {
    "one_sheet_of_many": "its sheet has a tab like every other",
    "tabs_scrolled": "it stands on the sheet that is open",
    "seventh_words_in_the_second_stripe_of_a_table": "rebuilt, its table has no stripes, and it is looked at",
    "more_than_anybody_reads": "it stands in a row like every other",
    "more_cells_than_anybody_reads": "it stands in a row like every other",
    "column_of_names": "it stands in a column like every other",
    "text_that_runs_backwards": "it is shown, though from right to left",
    "file_in_a_cell": "its signs are shown, and found again in what was made of it",
    "words_that_shrink_to_fit": "rebuilt, its column is as wide as its words",
    "words_below_the_edge_of_their_row": "rebuilt, its row is as tall as its words",
    "csv_line_that_is_written_over": "a line end alone is a line end in what is rebuilt",
    "csv_words_that_a_screen_rubs_out": "without the signs that rub it out it is shown",
    "csv_words_that_a_terminal_hides": "without the sign that hides them they are shown",
    "csv_words_behind_the_end_of_a_text": "without the sign that ends the text they are shown",
    "csv_line_that_tells_the_sign": "its blank lines are left out, and it stands in a row like every other",
    "cell_of_signs": "rebuilt, its words are written in letters, and are looked at",
    "words_beside_a_full_cell": "the line above the sheet shows it, and the CSV does",
    "words_that_flow_out_at_the_left": "rebuilt, its column begins with its words",
    "csv_words_of_wide_letters": "a formula is text, and is kept as text",
    "csv_words_of_letters_crossed_out_of_sight": "without the signs between its letters it is shown",
    "csv_turned_words": "its signs are shown, and found again in what was made of it",
    "zip_with_a_link_of_windows": "it is text, and stands in what is rebuilt as text",
    "formula_of_csv": "a formula of CSV is text, and is kept as text",
}
VISIBLE |= {
    "cells_seen_from_far_off": "rebuilt, its sheet is shown at its size",
    "view_turned_to_a_page_of_nothing": "rebuilt, its sheet is shown at its size",
    "words_that_fill_their_cell": "rebuilt, its words stand in their cell once, and whole",
    "words_that_fill_their_cell_by_openpyxl": "rebuilt, its words stand in their cell once, and whole",
    "words_shrunk_to_fit": "rebuilt, its column is as wide as its words",
    "words_on_end_in_a_low_row": "rebuilt, its words stand in a line",
    "second_line_of_a_low_row": "rebuilt, its row is as tall as its words",
    "lines_before_words_in_a_fixed_row": "rebuilt, its row is as tall as its words",
    "signs_among_words": "rebuilt, its words are written in letters, and are looked at",
    "formulas_in_place_of_what_they_give": "rebuilt, its values are shown, and looked at",
    "words_that_are_worked_out_anew": "it stands in its cell until a program works it out anew",
    "words_behind_a_long_text": "rebuilt, they stand in several lines",
    "rows_frozen_beyond_the_screen": "rebuilt, no row stands still",
    "window_of_no_size": "rebuilt, its window is open",
    "csv_cell_in_per_cents": "its signs are shown, and found again in what was made of it",
    "csv_cell_in_sixteens": "its signs are shown, and found again in what was made of it",
    "csv_cell_in_entities": "its signs are shown, and found again in what was made of it",
    "csv_cell_in_quotes_of_mail": "its signs are shown, and found again in what was made of it",
    "csv_cell_in_escapes": "its signs are shown, and found again in what was made of it",
    "csv_cell_in_seven_bits": "its signs are shown, and found again in what was made of it",
    "fourth_csv_in_html": "its signs are shown, and found again in what was made of it",
    "fourth_csv_with_joiners": "without the signs between its letters it is shown",
    "third_zip_with_a_list_of_lines": "it is text, and stands in what is rebuilt as text",
    "fourth_zip_with_a_backup": "it is text, and stands in what is rebuilt as text",
    "ninth_csv_turned_by_a_sign": "its signs are shown, and found again in what was made of it",
    "ninth_zip_settings_of_a_desktop": "it is text, and stands in what is rebuilt as text",
}
VISIBLE |= {
    "fifth_words_of_a_font_of_pictures": "rebuilt, its words are written in letters, and are looked at",
    "fifth_words_of_a_font_of_bars": "rebuilt, its words are written in letters, and are looked at",
    "fifth_words_at_the_far_end_of_a_broad_column": "rebuilt, no column is broader than its words",
    "fifth_words_below_a_row_as_high_as_many": "rebuilt, no row is taller than its words",
    "fifth_sheet_named_by_blanks": "its sheet is shown, and asked about again",
    "fifth_csv_in_per_cents": "its signs are shown, and found again in what was made of it",
    "fifth_csv_packed_and_coded": "its signs are shown, and found again in what was made of it",
    "fifth_csv_in_quoted_letters": "its signs are shown, and found again in what was made of it",
    "sixth_csv_in_a_token_of_a_web_service": "its signs are shown, and found again in what was made of it",
    "sixth_sheet_of_which_the_window_shows_a_corner": "rebuilt, its window is as large as others",
    "sixth_cells_of_a_view_that_starts_below": "rebuilt, its sheet opens at its first row",
}
STILL_IN_CODE = (
    "fifth_csv_in_base_85",
    "fifth_csv_in_letters_of_braille",
    "csv_cell_in_ones_and_noughts",
    "csv_cell_in_numbers_of_letters",
    "fourth_csv_in_morse_of_bits",
    "fourth_csv_in_base_32",
)
"""Words in codes that the sweep does not read: what is rebuilt holds them as they were, and is asked about again."""

REFUSED = {
    "hidden_window": "Its window is hidden",
    "ods_shape_of_a_sheet_that_is_white": "Nobody can tell which cells a drawing",
    "link_to_a_machine": "no file of which anything can be released",
    "rows_a_second_time": "stand in two places",
    "fifth_rows_low_by_default": "It shows nothing",
    "fifth_rule_of_a_formula_that_whitens": "It shows nothing",
    "sixth_words_by_the_style_of_the_usual_cell": "It shows nothing",
    "sixth_ods_words_of_a_shape_set_on_a_cell_far_off": "Nobody can tell which cells a drawing",
}
SAYS = ("31", "North")


def rebuilt(data):
    """Return what comes of a file."""
    return rebuilt_once(data, called(data))


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_a_planted_secret_is_nowhere_in_what_is_rebuilt(one):
    data = one.make(SECRET)
    if one.name in REFUSED:
        with pytest.raises(CannotRebuild, match=REFUSED[one.name]):
            rebuilt(data)
        return

    made = rebuilt(data)

    held = [file.name for file in made.files if traces_once(file.data, file.name)]
    assert bool(held) == (one.name in VISIBLE)
    if one.name in STILL_IN_CODE:
        assert [name for file in made.files for name, *_ in _not_clear(file)] == ["f.csv"]
    elif one.name not in VISIBLE:
        assert [found for file in made.files for found in _not_clear(file)] == []


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_its_twin_is_rebuilt_with_what_it_shows(one):
    made = rebuilt(one.make(""))

    assert [found for file in made.files for found in _not_clear(file)] == []
    assert all(traces_once(made.files[0].data, "", word) for word in SAYS)


def _not_clear(file):
    inspection = inspected_once(file.data, file.name)
    if inspection.verdict is Verdict.CLEAR:
        return []
    return [(file.name, inspection.reason, inspection.findings)]

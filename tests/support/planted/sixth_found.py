"""Where the sixth set of planted files is found, by the code that finds each; those of no code are not found."""

FOUND_AS = {
    "csv.encoded": ("sixth_csv_in_a_token_of_a_web_service",),
    "csv.far-text": ("sixth_csv_far_to_the_right_of_its_cell",),
    "docx.invisible-text": ("sixth_text_words_all_in_a_line_through_of_their_colour",),
    "docx.off-page": ("sixth_text_words_of_a_small_shape_that_grows_none",),
    "docx.pale-text": (
        "sixth_text_words_of_which_the_theme_is_all_white",
        "sixth_text_words_white_by_the_first_row_of_their_table",
    ),
    "docx.tiny-text": (
        "sixth_text_words_in_a_cell_of_turned_letters",
        "sixth_text_words_of_a_scaled_run_and_close_ones",
        "sixth_text_words_pushed_down_in_an_exact_row",
    ),
    "html.hidden-text": ("sixth_page_of_a_table_whose_row_is_folded",),
    "html.hiding-style": (
        "sixth_page_of_a_list_whose_words_are_marks",
        "sixth_page_of_a_ring_around_nothing",
        "sixth_page_of_a_size_of_no_screen",
    ),
    "html.invisible-text": ("sixth_page_of_a_mark_of_its_own_colour",),
    "html.pale-text": (
        "sixth_page_of_a_clause_for_dark_screens",
        "sixth_page_of_a_head_behind_a_picture",
        "sixth_page_of_an_area_to_be_written_in",
    ),
    "mail.unknown-head": ("sixth_mail_words_in_a_head_that_is_empty",),
    "mail.unshown-address": ("sixth_mail_copies_to_whom_no_head_names",),
    "odf.hidden-rows": ("sixth_ods_rows_within_a_group_that_is_shut",),
    "odf.off-slide": ("sixth_ods_words_of_a_shape_set_on_a_cell_far_off",),
    "office.hidden-shape": ("sixth_words_in_a_box_that_is_drawn_flat",),
    "office.kept-result": (
        "sixth_odt_words_of_a_number_that_a_field_counts",
        "sixth_text_words_of_a_reference_that_is_told_anew",
    ),
    "office.unusual-measure": (
        "sixth_slide_words_in_a_box_of_columns_of_nothing",
        "sixth_slide_words_of_a_line_as_low_as_a_point",
        "sixth_slide_words_that_a_warp_flattens",
        "sixth_words_in_a_box_of_no_lines",
    ),
    "pdf.comment": ("sixth words of a note that opens none",),
    "pdf.description": ("sixth words a link says to listeners",),
    "pdf.glyph-name": ("sixth font of which a note says whose it is",),
    "pdf.hidden-picture": (
        "sixth picture behind a stencil",
        "sixth picture left of its page",
    ),
    "pdf.hidden-text": (
        "sixth text in a clip that is emptied by a second",
        "sixth text in two inks that leave no mark",
        "sixth text of a pen as white as its page",
        "sixth text under a box of its own ink",
        "sixth text under a box that is filled twice over",
        "sixth text under a letterhead",
        "sixth text under a triangle",
    ),
    "pdf.text-outside": (
        "sixth text between two words on a line of its own",
        "sixth text that a leading moves below",
        "sixth text with a rise that lifts it",
    ),
    "pdf.tiny-text": ("sixth text drawn one thousandth high",),
    "pdf.undrawn-text": (
        "sixth form that is drawn at no strength",
        "sixth text set at the foot of a great letter",
    ),
    "pdf.unknown-text": (
        "sixth place that an outline says",
        "sixth state that a page keeps for a printer",
    ),
    "picture.faint": ("sixth_picture_of_letters_in_one_channel",),
    "picture.words": ("sixth_picture_with_words_of_a_place",),
    "pptx.covered": ("sixth_slide_words_under_a_ring_of_boxes",),
    "pptx.invisible-text": ("sixth_slide_words_in_the_grey_of_their_slide",),
    "rtf.off-page": ("sixth_rtf_words_before_a_page_of_their_own",),
    "rtf.tiny-text": (
        "sixth_rtf_words_in_columns_beyond_the_page",
        "sixth_rtf_words_of_a_cell_that_is_all_padding",
    ),
    "xlsx.collapsed": ("sixth_head_that_repeats_hidden_rows",),
    "xlsx.far-cells": ("sixth_cells_of_a_view_that_starts_below",),
    "xlsx.formula-text": ("sixth_words_hidden_by_a_protected_style",),
    "xlsx.header": ("sixth_words_at_the_foot_of_a_page_in_white",),
    "xlsx.hidden-window": ("sixth_sheet_of_which_the_window_shows_a_corner",),
    "xlsx.invisible-text": (
        "sixth_words_by_the_style_of_the_usual_cell",
        "sixth_words_by_the_style_of_their_row",
        "sixth_words_in_a_cell_as_dark_as_a_chequered_ground",
        "sixth_words_of_which_the_first_letter_is_seen",
    ),
    "xlsx.pale-text": ("sixth_picture_behind_the_cells_of_a_sheet",),
    "xlsx.part-of-value": ("sixth_day_of_birth_as_an_age",),
    "zip.left-by-a-desktop": ("sixth_zip_of_a_folder_of_settings",),
}

CODES = {name: code for code, names in FOUND_AS.items() for name in names}

LEFT_OUT = {
    "sixth_page_of_a_page_that_is_one_line_high": "what a page cuts off is cut off at the edge of the screen",
    "sixth_words_left_of_a_cell_that_flows": "the column cuts off as little as in every register",
    "sixth_text_words_under_a_border_of_their_own": "a border stands around words, and not on them",
    "sixth_odt_words_in_a_table_of_no_width": "a style that is not there gives no width",
    "sixth_mail_words_in_the_name_of_who_sent_it": "programs show the address",
}
"""Those that hide nothing, as it turned out, and why; and those that stop whatever is in them."""

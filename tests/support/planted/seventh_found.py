"""Where the seventh set of planted files is found, by the code that finds each; those of no code are not found."""

FOUND_AS = {
    "cannot say": ("seventh_mail_remark_of_a_desktop_beside_a_file",),
    "docx.bookmark": ("seventh_text_frame_that_a_link_opens_in",),
    "docx.building-blocks": ("seventh_text_template_of_its_building_blocks",),
    "docx.covered": ("seventh_text_head_under_a_white_box_of_the_text",),
    "docx.field": ("seventh_text_ordinary_words_among_the_code_of_a_field",),
    "docx.header": (
        "seventh_text_head_of_a_part_that_begins_within_its_page",
        "seventh_text_head_under_the_border_of_its_page",
    ),
    "docx.hidden-text": ("seventh_text_whole_sum_of_which_the_upper_limit_is_off",),
    "docx.invisible-text": ("seventh_text_words_in_the_tint_of_their_ground",),
    "docx.mail-merge": (
        "seventh_text_name_of_a_recipients_file",
        "seventh_text_subject_of_a_mail_merge",
    ),
    "docx.other-document": (
        "seventh_text_hidden_words_of_a_document_that_it_takes_in",
        "seventh_text_words_for_no_screen_of_a_page_that_it_takes_in",
    ),
    "docx.pale-text": ("seventh_text_words_whose_colour_the_settings_turn_round",),
    "docx.tracked-change": (
        "seventh_text_style_that_a_paragraph_had",
        "seventh_text_who_changed_a_sign_of_a_formula",
    ),
    "docx.tracked-deletion": ("seventh_text_name_of_a_move_of_words",),
    "docx.unknown-property": ("seventh_text_words_fitted_into_a_cell_of_two_points",),
    "html.attribute": (
        "seventh_page_source_of_a_formula",
        "seventh_page_words_for_another_language",
    ),
    "html.hidden-text": ("seventh_page_first_letter_alone_that_is_black",),
    "html.not-shown": ("seventh_page_symbol_that_nothing_uses",),
    "odf.chart-table": ("seventh_odt_column_of_a_chart_that_it_does_not_draw",),
    "odf.hidden-text": (
        "seventh_odt_head_that_is_switched_off",
        "seventh_odt_words_whose_letters_are_clear",
    ),
    "odf.invisible-text": (
        "seventh_ods_words_white_by_the_usual_cell_of_their_row",
        "seventh_odt_words_of_the_ink_of_the_ground_of_their_row",
    ),
    "odf.outside": (
        "seventh_ods_words_that_another_program_last_gave",
        "seventh_odt_place_that_another_program_was_asked_for",
    ),
    "odf.setting": ("seventh_odt_source_of_data_that_was_open",),
    "odf.under-merged": ("seventh_odt_words_of_a_cell_that_another_covers",),
    "office.chart-words": (
        "seventh_chart_label_of_a_point_that_shows_nothing",
        "seventh_chart_name_of_a_line_that_nothing_draws",
    ),
    "office.control": ("seventh_part_words_for_listeners_of_a_button",),
    "office.custom-xml": (
        "seventh_part_steps_of_a_query",
        "seventh_text_source_that_nothing_cites",
    ),
    "office.embedded-file": ("seventh_text_where_a_packed_file_lay",),
    "office.foreign-markup": ("seventh_chart_words_of_an_extension_that_no_program_knows",),
    "office.free-text": (
        "seventh_slide_address_that_was_no_address",
        "seventh_style_of_cells_of_a_table",
    ),
    "office.hidden-shape": ("seventh_text_words_that_go_on_in_a_box_that_is_hidden",),
    "office.linked-file": (
        "seventh_part_place_of_a_linked_workbook_that_was_lost",
        "seventh_slide_place_of_a_film_on_a_disk",
    ),
    "office.orphan-part": ("seventh_part_label_of_sums_of_rows_that_are_off",),
    "office.remark": (
        "seventh_words_for_help_with_a_name",
        "seventh_words_for_the_bar_below_of_a_name",
    ),
    "office.style-name": (
        "seventh_text_other_names_of_a_style",
        "seventh_text_words_of_the_ink_of_the_second_band_of_a_table",
        "seventh_words_in_the_second_stripe_of_a_table",
    ),
    "office.tooltip": (
        "seventh_slide_tip_of_what_a_pointer_passes",
        "seventh_words_that_a_link_was_to_show",
    ),
    "office.unread-text": (
        "seventh_chart_table_of_sums_that_it_was_drawn_of",
        "seventh_ods_label_of_cells_that_a_formula_uses",
        "seventh_odt_remark_within_a_formula",
        "seventh_picture_at_the_head_of_a_printed_page",
        "seventh_slide_mark_in_a_film",
        "seventh_slide_mark_on_a_run_of_words",
        "seventh_slide_name_by_which_a_layout_is_matched",
        "seventh_text_mailbox_of_who_is_to_sign",
        "seventh_text_name_by_which_a_part_is_reached",
        "seventh_text_name_of_a_way_of_saving",
        "seventh_text_placeholder_of_a_diagram",
        "seventh_text_title_of_a_picture_before_a_list",
        "seventh_words_that_a_box_keeps_of_a_cell",
    ),
    "office.unusual-measure": (
        "seventh_odp_words_of_a_figure_of_no_length",
        "seventh_slide_words_outside_a_shape_drawn_by_hand",
    ),
    "picture.not-looked-into": ("seventh_odt_words_of_an_earlier_picture_of_a_formula",),
    "picture.words": (
        "seventh_text_description_of_a_drawing_that_word_draws",
        "seventh_text_description_of_a_metafile",
        "seventh_text_where_a_drawing_was_saved_for_paper",
        "seventh_text_words_of_a_drawing_for_another_language",
    ),
    "pptx.animation": ("seventh_odp_words_that_shrink_to_nothing_at_once",),
    "pptx.covered": (
        "seventh_slide_words_under_a_film",
        "seventh_slide_words_under_an_arrow_that_fills_by_its_style",
        "seventh_slide_words_under_the_ground_of_their_slide",
    ),
    "pptx.invisible-text": (
        "seventh_slide_words_black_on_the_black_of_their_layout",
        "seventh_slide_words_white_by_the_map_of_the_master",
    ),
    "pptx.off-slide": ("seventh_slide_words_in_a_group_turned_over_the_edge",),
    "pptx.prompt": (
        "seventh_slide_foot_of_a_layout_that_no_slide_takes",
        "seventh_slide_words_at_the_head_of_the_master_of_notes",
    ),
    "pptx.tiny-text": ("seventh_slide_words_of_a_third_of_a_point_by_their_raise",),
    "pptx.unknown-property": (
        "seventh_slide_words_that_shrink_to_nothing_at_once",
        "seventh_slide_words_that_take_the_colour_of_their_slide",
        "seventh_slide_words_that_turn_on_edge_at_once",
    ),
    "pptx.unused-layout": ("seventh_odp_words_of_a_master_that_no_page_has",),
    "rtf.data": ("seventh_rtf_list_of_parts_of_a_master_document",),
    "rtf.other-text": ("seventh_rtf_number_for_programs_without_lists",),
    "rtf.unknown-piece": ("seventh_rtf_question_to_a_list_of_recipients",),
    "rtf.unknown-property": ("seventh_rtf_words_of_an_old_box_of_a_dot",),
    "rtf.unused-header": ("seventh_rtf_words_over_notes_that_go_on",),
    "xlsx.chart-of-nothing": ("seventh_chart_words_of_an_axis_without_labels",),
    "xlsx.conditional-format-hides": (
        "seventh_numbers_behind_icons",
        "seventh_rule_that_whitens_what_stands_once",
    ),
    "xlsx.connection": ("seventh_part_question_of_a_query_for_a_value",),
    "xlsx.custom-view": (
        "seventh_part_view_that_somebody_named",
        "seventh_who_thought_of_a_group_of_functions",
    ),
    "xlsx.invisible-text": (
        "seventh_cell_in_black_made_all_but_white",
        "seventh_cell_in_the_ink_of_the_window",
        "seventh_cell_in_the_shade_of_the_paper",
        "seventh_cell_in_the_tint_of_its_ground",
    ),
    "xlsx.pivot-cache": ("seventh_part_formula_of_a_field_that_is_worked_out",),
    "xlsx.revision-log": (
        "seventh_part_log_that_a_shared_sheet_keeps_of_its_names",
        "seventh_part_who_shared_a_workbook_and_when",
    ),
    "xlsx.slicer": (
        "seventh_part_caption_of_a_slicer_that_shows_none",
        "seventh_part_timeline_of_a_field",
    ),
    "xlsx.xml-map": ("seventh_part_name_of_a_cell_of_a_form_in_xml",),
}

CODES = {name: code for code, names in FOUND_AS.items() for name in names}

LEFT_OUT = {
    "seventh_part_who_refreshed_a_table_of_sums": "what a table of sums keeps stops, whatever is in it",
    "seventh_mail_table_of_sums_in_a_file": "what a table of sums keeps stops, whatever is in it",
    "seventh_slide_hidden_sheet_of_a_workbook_set_in": "a workbook within slides stops, whatever is in it",
}
"""Those that hide nothing, as it turned out, and why; and those that stop whatever is in them."""

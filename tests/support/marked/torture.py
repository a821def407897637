"""Pages on which a name is drawn in every way that programs draw, each with marks for it.

Each is a function that returns the file, its marks, and words that stay.
"""

from tests.support.marked import around, pictures, texts

DRAWN = ("form_in_spaced_text", "tiling_pattern", "soft_mask", "cut_out_by_text", "unknown_font")
"""Those whose page has to become a picture."""

STILL_THERE = ("form_drawn_twice", "shared_form")
"""Those on which the name is drawn once more, and nobody marked that."""

TORTURE = {
    one.__name__: one
    for one in (
        *(
            texts.standard_font,
            texts.composite_subset,
            texts.simple_subset,
            texts.own_encoding,
            texts.type_three,
        ),
        *(
            texts.type_three_without_a_box,
            texts.courier_without_widths,
            texts.vertical,
            texts.kerned,
        ),
        *(texts.glyph_by_glyph_moved, texts.glyph_by_glyph_placed_backwards, texts.drawn_twice),
        *(
            texts.quotes_and_spacing,
            texts.nested_forms,
            texts.form_without_resources,
            texts.form_drawn_twice,
        ),
        *(
            texts.split_streams,
            texts.box_on_a_cropped_page,
            texts.actual_text,
            texts.actual_text_by_name,
            texts.ligature,
        ),
        *(
            texts.across_lines,
            texts.many_on_one_line,
            pictures.outlines,
            pictures.picture_in_grey,
            pictures.picture_of_one_bit,
        ),
        *(
            pictures.picture_in_colours,
            pictures.picture_with_a_mask,
            pictures.stencil,
            pictures.photograph,
            pictures.inline_picture,
        ),
        *(
            pictures.scan_with_a_layer,
            pictures.tiling_pattern,
            pictures.soft_mask,
            pictures.cut_out_by_text,
            around.free_text,
        ),
        *(
            around.form_field,
            around.everything_around,
            around.tags,
            around.shared_form,
            around.white_text,
            around.hidden_layer,
        ),
        *(around.unknown_font, around.form_in_spaced_text),
    )
} | {
    **{f"page_turned_{degrees}": texts.turned_page(degrees) for degrees in (90, 180, 270)},
    "text_upwards": texts.turned_text(b"0 1 -1 0 200 40"),
    "text_upside_down": texts.turned_text(b"-1 0 0 -1 350 200"),
    "text_aslant": texts.turned_text(b"0.866 0.5 -0.5 0.866 60 40", ("Complaint", "upheld")),
    "text_mirrored": texts.turned_text(b"-1 0 0 1 350 200"),
    "text_narrow": texts.turned_text(b"0.5 0 0 2 40 100"),
}
"""All of them by their names."""

"""Texts of OpenDocument: the numbers of lists, styles, links, tables, and what is not printed."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Kind
from answerable.reading.opendocument import text_of
from tests.support.open_document import list_style, listed, look, open_document, said, table


def _blocks(body, **parts):
    return text_of(open_document(body, **parts), "log.odt").blocks


def _words(body, **parts):
    return [block.text for block in _blocks(body, **parts)]


NUMBERS = list_style("L", ("1", "", ".", 1), ("a", "(", ")", 1), ("i", "", ".", 3))
GOES_ON = ' text:continue-numbering="true"'
INNER = "<text:list><text:list-item>{}</text:list-item></text:list>"

LISTS = {
    "numbers": (listed("L", said("One"), said("Two")), ["1. One", "2. Two"]),
    "a second paragraph of an item": (
        listed("L", said("One") + said("More"), said("Two")),
        ["1. One", "More", "2. Two"],
    ),
    "letters below": (
        listed("L", said("One") + INNER.format(said("Below")), said("Two")),
        ["1. One", "(a) Below", "2. Two"],
    ),
    "a list that goes on": (
        listed("L", said("One"))
        + said("An answer.")
        + listed("L", said("Two"), attributes=GOES_ON),
        ["1. One", "An answer.", "2. Two"],
    ),
    "a list that begins anew": (
        listed("L", said("One")) + listed("L", said("One again")),
        ["1. One", "1. One again"],
    ),
    "a level without an item above": (
        listed("L", INNER.format(said("Below"))),
        ["(a) Below"],
    ),
    "an item that says its number": (
        '<text:list text:style-name="L"><text:list-item text:start-value="7">'
        f"{said('Seven')}</text:list-item></text:list>",
        ["7. Seven"],
    ),
    "an empty item counts": (listed("L", said(""), said("Two")), ["2. Two"]),
}


@pytest.mark.parametrize("what", LISTS)
def test_items_have_the_numbers_that_are_printed(what):
    body, words = LISTS[what]

    assert _words(body, styles=NUMBERS) == words


def test_numbers_of_several_levels_stand_together():
    deep = listed("L", said("One") + INNER.format(said("Two") + INNER.format(said("Three"))))

    assert _words(deep, styles=NUMBERS)[-1] == "1.a.i. Three"


def test_a_bullet_is_an_item_with_its_depth():
    styles = list_style("B", "•", "◦")
    blocks = _blocks(listed("B", said("One") + INNER.format(said("Below"))), styles=styles)

    assert [(one.kind, one.marker, one.level) for one in blocks] == [
        (Kind.ITEM, "•", 0),
        (Kind.ITEM, "◦", 1),
    ]


def test_words_keep_their_slant_weight_and_links():
    styles = look("I", fo_font_style="italic") + look("B", fo_font_weight="bold")
    body = said(
        '<text:span text:style-name="I">How many?</text:span> <text:span text:style-name="B">12</text:span>'
        ' <text:a xlink:href="https://council.example/list">the list</text:a>'
    )
    (block,) = _blocks(body, styles=styles)

    assert block.text == "How many? 12 the list"
    assert block.runs[0].italic
    assert block.runs[2].bold
    assert (block.runs[-1].link, block.runs[-1].href) == (True, "https://council.example/list")


def test_spaces_tabs_and_line_ends_are_read():
    body = said("two<text:s text:c='3'/>words<text:line-break/>Second line")

    assert _words(body) == ["two words", "Second line"]


def test_a_heading_is_one_and_the_heads_of_pages_frame_them():
    body = '<text:h text:outline-level="1">Disclosures</text:h>' + said("Words")
    page = (
        "<style:footer><text:p>Page <text:page-number>3</text:page-number></text:p></style:footer>"
    )

    assert [(one.kind, one.text) for one in _blocks(body, page=page)] == [
        (Kind.BREAK, "Page 3"),
        (Kind.HEADING, "Disclosures"),
        (Kind.PARAGRAPH, "Words"),
    ]


def test_a_note_stands_behind_the_paragraph_that_refers_to_it():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{said('Until March.')}</text:note-body></text:note>"
    )

    assert _words(said(f"Twelve{note} cars")) == ["Twelve[1] cars", "[1] Until March."]


def test_what_is_not_printed_is_left_out_and_counted():
    styles = look("H", text_display="none")
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{said('Gone')}</text:deletion></text:changed-region></text:tracked-changes>"
        + said('Shown<text:span text:style-name="H"> hidden</text:span>')
        + said("<office:annotation><text:p>A comment</text:p></office:annotation>Words")
    )
    document = text_of(open_document(body, styles=styles), "log.odt")

    assert [one.text for one in document.blocks] == ["Shown", "Words"]
    assert [(one.was, one.times) for one in document.repairs] == [
        ("deleted words", 1),
        ("hidden words", 1),
    ]


def test_a_table_of_figures_is_read_cell_by_cell_with_those_that_are_merged():
    wide = '<table:table-cell table:number-columns-spanned="2">{}</table:table-cell>'
    rows = (
        "<table:table><table:table-row>"
        f"{wide.format(said('Cars by year'))}<table:covered-table-cell/></table:table-row>"
        f"<table:table-row><table:table-cell>{said('2024')}</table:table-cell>"
        f"<table:table-cell>{said('12')}</table:table-cell></table:table-row></table:table>"
    )
    (block,) = _blocks(rows)

    assert block.rows == (("Cars by year", ""), ("2024", "12"))


def test_a_picture_and_a_text_box_stand_where_they_are():
    frame = "<draw:frame>{}</draw:frame>"
    picture = frame.format("<draw:image/><svg:desc>A map</svg:desc>")
    box = frame.format(f"<draw:text-box>{said('In a box')}</draw:text-box>")
    blocks = _blocks(said(f"Before{picture}") + said(f"After{box}"))

    assert [(one.kind, one.text) for one in blocks] == [
        (Kind.PARAGRAPH, "Before"),
        (Kind.PICTURE, "A map"),
        (Kind.PARAGRAPH, "After"),
        (Kind.PARAGRAPH, "In a box"),
    ]


def test_a_log_in_a_table_of_labels_is_read_as_one_in_a_word_file_is():
    styles = list_style("L", ("1", "", ")", 1)) + look("I", fo_font_style="italic")
    asked = '<text:span text:style-name="I">{}</text:span>'
    body = table(
        [said("Ref") + said("7000001"), said("Bicycles")],
        [said("Request"), said("How many bicycles are there, and who mends them?")],
        [
            said("Response"),
            listed("L", said(asked.format("How many?")))
            + said("Seven.")
            + listed("L", said(asked.format("Who mends them?")), attributes=GOES_ON)
            + said("We do."),
        ],
    )
    reading = read_bytes(open_document(body, styles=styles), name="log.odt")

    (entry,) = reading.entries
    assert (reading.format, entry.ref, entry.title) == ("odt", "7000001", "Bicycles")
    assert [(one.label, one.text, one.answer) for one in entry.questions] == [
        ("1", "How many?", "Seven."),
        ("2", "Who mends them?", "We do."),
    ]

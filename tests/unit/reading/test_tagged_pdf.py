"""Tagged PDF: what its structure says becomes blocks, whatever its pages look like."""

import pikepdf
import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Kind
from answerable.reading.pdf.reader import document_of
from tests.support.pdf_made import Words, element, tagged_pdf


def read(*elements, **how):
    document = document_of(tagged_pdf(*elements, **how), "log.pdf")
    places = [(block.start, block.end) for block in document.blocks]
    assert places == sorted(places)
    return document


def blocks_of(*elements, **how):
    return [block for block in read(*elements, **how).blocks if block.kind is not Kind.BREAK]


def row(*cells):
    return element("TR", *(element("TD", element("P", cell)) for cell in cells))


KINDS = [
    (element("P", "A line"), Kind.PARAGRAPH, "A line"),
    (element("H1", "A log"), Kind.HEADING, "A log"),
    (element("Title", "A log"), Kind.HEADING, "A log"),
    (element("Standard", "Mapped"), Kind.PARAGRAPH, "Mapped"),
    (element("Loop", "In circles"), Kind.PARAGRAPH, "In circles"),
    (element("L", element("LI", element("LBody", "• One"))), Kind.ITEM, "One"),
    (element("L", element("LI", element("Lbl", "•"), element("LBody", "One"))), Kind.ITEM, "One"),
    (
        element("L", element("LI", element("Lbl", "1)"), element("LBody", "One"))),
        Kind.ITEM,
        "1) One",
    ),
    (element("P", "Half a word", ActualText=pikepdf.String("A whole")), Kind.PARAGRAPH, "A whole"),
    (element("P", element("Span", "First"), element("Span", "last")), Kind.PARAGRAPH, "First last"),
]


@pytest.mark.parametrize(("one", "kind", "text"), KINDS)
def test_an_element_is_a_block_of_its_kind(one, kind, text):
    (block,) = blocks_of(one, roles={"Standard": "P", "Loop": "Round", "Round": "Loop"})

    assert (block.kind, block.text) == (kind, text)
    assert block.page == 1
    assert block.box[0] == pytest.approx(50, abs=2)


def test_a_paragraph_that_goes_on_over_a_page_is_one():
    (block,) = blocks_of(element("P", Words("It ends", page=0), Words("on the next.", page=1)))

    assert block.text == "It ends on the next."
    assert block.page == 1


def test_lists_within_lists_are_deeper():
    inner = element("L", element("LI", element("LBody", "– Inner")))

    outer, deeper = blocks_of(element("L", element("LI", element("LBody", "• Outer"), inner)))

    assert (outer.marker, outer.level) == ("•", 0)
    assert (deeper.marker, deeper.level) == ("–", 1)


def test_links_lead_where_their_annotations_say():
    link = element("Link", Words("here", href="https://example.org/a"))

    (block,) = blocks_of(element("P", "Look", link, element("Link", "Top")))

    assert [(run.text.strip(), run.href) for run in block.runs if run.link] == [
        ("here", "https://example.org/a")
    ]


def test_styles_are_those_of_the_fonts():
    (block,) = blocks_of(element("P", Words("It is", "italic"), Words("so", "bold")))

    assert [(run.italic, run.bold) for run in block.runs] == [(True, False), (False, True)]


def test_rows_that_lay_a_record_out_are_its_cells():
    table = element("Table", row("Ref 7000001", "Bicycles"), row("Request", "How many?"))

    blocks = blocks_of(table)

    assert [(block.column, block.text) for block in blocks] == [
        (0, "Ref 7000001"), (1, "Bicycles"), (0, "Request"), (1, "How many?"),
    ]  # fmt: skip


def test_a_table_of_figures_is_one_block_though_pages_part_its_rows():
    split = element(
        "TR", element("TD", "A", Words("to B", page=1)), element("TD", Words("3", page=1))
    )

    (table,) = blocks_of(element("Table", element("THead", row("Year", "Count")), split))

    assert table.rows == (("Year", "Count"), ("A to B", "3"))
    assert table.page == 1


def test_a_cell_that_spans_leaves_empty_ones_beside_it():
    across = pikepdf.Dictionary(O=pikepdf.Name.Table, ColSpan=2)
    down = pikepdf.Dictionary(O=pikepdf.Name.Table, RowSpan=2)
    head = element("TR", element("TH", "Force", A=down), element("TH", "Years", A=across))

    (table,) = blocks_of(element("Table", head, row("2020", "2021"), row("A", "1", "2")))

    assert table.rows == (("Force", "Years", ""), ("", "2020", "2021"), ("A", "1", "2"))


def test_a_picture_keeps_its_place_and_a_figure_with_words_keeps_those():
    alt = pikepdf.String("A page of a policy")

    picture, words = blocks_of(element("Figure", Alt=alt), element("Figure", element("P", "In it")))

    assert picture.kind is Kind.PICTURE
    assert words.text == "In it"


def test_page_numbers_are_furniture_and_no_character_is_lost():
    document = read(element("P", "A line of the log"), furniture="Page 1 of 2", loose="x")

    assert document.text == "Page 1 of 2\nx\nA line of the log"
    assert [block.kind for block in document.blocks] == [Kind.BREAK, Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_the_way_that_was_used_is_said():
    reading = read_bytes(tagged_pdf(element("P", "A line")), name="log.pdf")

    assert (reading.format, reading.how) == ("pdf", "tagged PDF")


def test_an_element_without_meaning_is_a_paragraph_unless_it_is_in_one():
    inside = element("P", element("NonStruct", "One"), element("NonStruct", "line"))

    blocks = blocks_of(inside, element("NonStruct", "Another"), element("NonStruct", "and more"))

    assert [block.text for block in blocks] == ["One line", "Another", "and more"]


def test_a_list_that_only_holds_a_list_is_no_deeper():
    wrapped = element("L", element("L", element("LI", element("LBody", "\u2022 One"))))

    (item,) = blocks_of(wrapped)

    assert (item.text, item.level) == ("One", 0)


def test_a_head_that_the_tree_repeats_on_the_next_page_is_read_once():
    head = element("TR", *(element("TH", Words(one), Words(one, page=1)) for one in ("A", "B")))

    blocks = blocks_of(element("Table", head, row("1", "2")))

    assert [block.rows for block in blocks] == [(("A", "B"), ("1", "2"))]


WIDE = "The council answers what it is asked within twenty working days of the request"
ENDED = [
    (["Ref: 17/22", "Date: 3 May 2022"], ["Ref: 17/22", "Date: 3 May 2022"]),
    ([Words("How many dogs?", "bold"), "Twelve are kept."], ["How many dogs?", "Twelve are kept."]),
    (["The dogs are kept", "at the harbour."], ["The dogs are kept at the harbour."]),
    ([WIDE, "Date: it is printed above."], [f"{WIDE} Date: it is printed above."]),
]


@pytest.mark.parametrize(("lines", "texts"), ENDED)
def test_a_line_of_a_paragraph_that_was_ended_on_purpose_ends_it(lines, texts):
    blocks = blocks_of(element("P", WIDE), element("P", *lines))

    assert [block.text for block in blocks[1:]] == texts


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("• 7,318", Kind.ITEM, "7,318"),
        ("•Twelve dogs", Kind.ITEM, "Twelve dogs"),
        ("- None", Kind.PARAGRAPH, "- None"),
        ("1. Twelve dogs", Kind.PARAGRAPH, "1. Twelve dogs"),
    ],
)
def test_a_paragraph_drawn_with_a_bullet_is_an_item_whatever_its_tag(words, kind, text):
    cells = row("Ref", "FOI 24/117"), row("Request", words)

    block = blocks_of(element("Table", *cells))[-1]

    assert (block.kind, block.text, block.column) == (kind, text, 1)

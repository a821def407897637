"""PDF without tags: words as a reader would copy them, and what only frames them."""

from dataclasses import replace

import pytest

from answerable.reading.blocks import Block, Document, Kind, Run
from answerable.reading.pdf.cleaned import cleaned
from answerable.reading.pdf.content import Piece
from answerable.reading.pdf.doubts import doubt_of
from answerable.reading.pdf.lost import WHY, lost_words
from answerable.reading.pdf.reader import document_of
from answerable.reading.pdf.rightward import is_logical
from answerable.reading.pdf.untagged import Sheet, untagged_document
from tests.support.pdf_made import at, drawn_pdf, element, filled, tagged_pdf


def read(*pages, **how):
    return document_of(drawn_pdf(*pages, **how), "log.pdf")


def texts_of(*pages, **how):
    return [block.text for block in read(*pages, **how).blocks if block.kind is not Kind.BREAK]


def piece(text, left=50.0, foot=100.0, *, width=None, size=10.0, page=1):
    box = (left, foot - size * 0.7, left + (len(text) * 5.0 if width is None else width), foot)
    return Piece(page, text, box, size, False, False, None, False, False, foot)


def test_a_word_cut_at_a_line_is_whole_where_it_stands_whole_elsewhere():
    page = at(50, 800, "We hold no infor-") + at(50, 788, "mation. All information is")
    page += at(50, 776, "kept in the long-") + at(50, 764, "term store.")

    assert texts_of(page)[0].startswith("We hold no information.")
    assert "long-term store" in " ".join(texts_of(page))


@pytest.mark.parametrize("bullet", ["\u2022", "\u2013", "o", "*", "\u00b7"])
def test_every_usual_bullet_makes_an_item(bullet):
    page = at(50, 800, f"{bullet} First") + at(50, 786, f"{bullet} Second")

    blocks = [block for block in read(page).blocks if block.kind is Kind.ITEM]

    assert [block.text for block in blocks] == ["First", "Second"]


def test_a_dot_that_is_drawn_before_words_is_their_bullet():
    page = at(70, 800, "First") + filled(58, 801, 3, 3, 0) + at(70, 740, "Second")

    first, second = read(page).blocks

    assert (first.kind, first.marker, second.kind) == (Kind.ITEM, "\u2022", Kind.PARAGRAPH)


def test_a_dash_alone_in_a_cell_is_kept():
    rows = (("Year", "Count"), ("2021", "-"), ("2022", "7"))
    page = "".join(
        at(x, 700 - 14 * y, cell)
        for y, row in enumerate(rows)
        for x, cell in zip((50, 150), row, strict=True)
    )

    (table,) = read(page).blocks

    assert table.rows == rows


def raised(before, mark, behind, y):
    """Return the instructions that draw a line with a small raised mark in it."""
    return (
        f"BT /plain 10 Tf 50 {y} Td ({before}) Tj /plain 6 Tf 3.5 Ts ({mark}) Tj"
        f" /plain 10 Tf 0 Ts ({behind}) Tj ET\n"
    )


def test_a_raised_mark_is_parted_from_its_word_and_its_note_does_not_cut_the_sentence():
    first = raised("The office keeps a list of its bicycles", "1", " and of all that", 120)
    first += at(50, 60, "1 Since the year in which it began.", size=7)
    second = at(50, 780, "they are used for in the town, at all times of the year.")

    assert texts_of(first, second) == [
        "The office keeps a list of its bicycles[1] and of all that they are used for in the town,"
        " at all times of the year.",
        "1 Since the year in which it began.",
    ]


def test_a_power_of_a_unit_stays_at_it():
    page = raised("The hall has 5 m", "2", " of floor.", 700)

    assert texts_of(page) == ["The hall has 5 m2 of floor."]


def test_letters_that_stand_apart_are_words():
    page = at(50, 760, "D I S C L O S U R E", "bold", 16) + at(50, 700, "Words as they mostly are.")

    assert texts_of(page)[0] == "DISCLOSURE"


def test_letters_drawn_one_by_one_far_apart_are_words():
    letters = [piece(one, 50 + 10.0 * place, width=5.0) for place, one in enumerate("REPORT")]

    ((word,),), _, _ = cleaned([letters])

    assert (word.text, word.box[2]) == ("REPORT", 105.0)


def test_ligatures_are_letters_and_soft_hyphens_are_none():
    ((word,),), _, _ = cleaned([[piece("e\ufb03cient o\ufb00i\xadce")]])

    assert word.text == "efficient office"


def test_what_is_drawn_twice_to_look_bold_is_said_once_and_is_bold():
    page = [piece("Important"), piece("It is"), piece("Important", 50.3)]

    ((first, second),), _, twice = cleaned([page])

    assert (first.text, first.is_bold, second.text, twice) == (
        "Important",
        True,
        "It is",
        "Important",
    )


def test_a_stamp_across_a_page_is_furniture():
    stamp = "q 0.7 0.7 -0.7 0.7 150 300 cm " + at(0, 0, "DRAFT", size=80) + " Q\n"

    document = read(stamp + at(50, 400, "Words below it.") + at(50, 380, "And more."))

    assert document.text.splitlines()[0] == "DRAFT"
    assert "DRAFT" not in "".join(block.text for block in document.blocks)


def test_heads_that_change_sides_are_furniture_and_rows_of_figures_at_the_edge_are_not():
    pages = [
        at(50 if n % 2 else 400, 820, f"Log of the office {n}") + at(50, 400, f"Page {word}.")
        for n, word in enumerate(("one", "two", "three", "four"), start=1)
    ]
    figures = [
        at(50, 800, f"In {year} there were {count} of them.")
        for year, count in ((2019, 7), (2021, 9))
    ]

    assert texts_of(*pages) == ["Page one.", "Page two.", "Page three.", "Page four."]
    assert texts_of(*figures) == ["In 2019 there were 7 of them.", "In 2021 there were 9 of them."]


def test_text_behind_a_picture_is_read_and_said():
    page = "BT 3 Tr /plain 10 Tf 50 700 Td (Words that a machine has read) Tj ET\n"

    document = read(page)

    assert document.blocks[0].text == "Words that a machine has read"
    assert document.how == (
        "untagged PDF by its lines, with text that a reader of pictures laid behind its pages"
    )


def test_damage_of_word_processors_is_mended_and_listed():
    document = read(at(50, 700, "A Safer town is a S afer place \u00f3directly\u00f4 here."))

    assert document.blocks[0].text == "A Safer town is a Safer place \u2018directly\u2019 here."
    assert {repair.was for repair in document.repairs} >= {"S afer"}
    assert document.text[document.blocks[0].start : document.blocks[0].end].startswith(
        "A Safer town"
    )


def test_a_mended_word_of_a_table_is_mended_in_its_cell():
    rows = (("Project", "Cost"), ("The Proje ct", "7"), ("Another", "9"))
    page = "".join(
        at(x, 700 - 14 * y, cell)
        for y, row in enumerate(rows)
        for x, cell in zip((50, 150), row, strict=True)
    )

    (table,) = read(page).blocks

    assert table.rows[1] == ("The Project", "7")


def test_words_that_no_block_holds_are_found_and_set_aside():
    sheet = Sheet(842, [piece("Seven bicycles")], [], raw="Seven bicycles\r\nQuixotic")

    document = untagged_document([sheet])

    assert [(one.text, one.aside, one.page) for one in document.blocks] == [
        ("Seven bicycles", None, 1), ("Quixotic", WHY, 1),
    ]  # fmt: skip


def test_words_that_are_only_cut_otherwise_are_not_lost():
    document = Document("information is held", ())

    assert lost_words(document, ["infor\x02mation is\r\nheld"]) == {}


HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"


def test_words_from_right_to_left_are_read_in_order_and_their_boxes_stand_on_the_page():
    right, left = (
        piece(HEBREW, 300, width=60),
        piece("\u05e8\u05d0\u05e9\u05d5\u05df", 240, width=50),
    )
    below = replace(piece("\u05e9\u05e0\u05d9", 330, 140, width=30))

    first, second = untagged_document([Sheet(842, [left, right, below], [])]).blocks

    assert first.text == f"{HEBREW} \u05e8\u05d0\u05e9\u05d5\u05df"
    assert first.box[0] == 240
    assert second.text == below.text


def test_letters_that_end_words_say_whether_their_order_is_that_of_speech():
    assert is_logical(HEBREW)
    assert not is_logical(HEBREW[::-1])


def test_tags_that_call_everything_one_paragraph_are_doubted():
    long = " ".join(f"Word{n}" for n in range(900))
    document = Document(long, (Block(Kind.PARAGRAPH, (Run(long),), 0, len(long)),))

    assert doubt_of(document) == "its tags call most of its text one paragraph"


def test_tags_that_give_tables_no_rows_are_doubted_and_the_page_is_read_by_its_layout():
    cells = [element("TD", f"Cell {n}") for n in range(12)]

    how = document_of(tagged_pdf(element("Table", *cells)), "log.pdf").how

    assert how.endswith(": its tags give tables no rows")


def test_tags_that_jump_up_the_page_again_and_again_are_doubted():
    boxes = [(50.0, 40.0 * place, 500.0, 40.0 * place + 20) for place in range(14)]
    order = [13, 2, 12, 3, 11, 4, 10, 5, 9, 6, 8, 7, 1, 0]
    blocks = tuple(Block(Kind.PARAGRAPH, (Run("A word"),), 0, 6, box=boxes[n]) for n in order)

    assert doubt_of(Document("A word", blocks)) == "its tags put its text in no order of reading"
    assert doubt_of(Document("A word", tuple(sorted(blocks, key=lambda one: one.box[1])))) is None

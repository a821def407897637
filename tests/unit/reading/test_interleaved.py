"""Pages of two documents in the order of the pages."""

from answerable.reading.blocks import Block, Document, Kind, Run
from answerable.reading.pdf.interleaved import interleaved


def document(*pages):
    """Return a document of paragraphs: the number of a page, and its words."""
    blocks, text = [], ""
    for page, words in pages:
        start, text = len(text), f"{text}{words}\n"
        blocks.append(Block(Kind.PARAGRAPH, (Run(words),), start, len(text), page=page))
    return Document(text, tuple(blocks), has_pages=True, how="tagged PDF")


def test_pages_stand_in_their_order_and_their_blocks_where_their_words_are():
    tagged = document((1, "one"), (1, "uno"), (4, "four"))
    seen = document((2, "two"), (3, "three"), (5, "five"))

    whole = interleaved(tagged, seen)

    assert [one.text for one in whole.blocks] == ["one", "uno", "two", "three", "four", "five"]
    assert [whole.text[one.start : one.end].strip() for one in whole.blocks] == [
        one.text for one in whole.blocks
    ]
    assert whole.how == "tagged PDF"


def test_a_page_stands_behind_a_table_that_goes_on_over_it_and_cells_move_with_their_table():
    tagged = document((1, "head"), (1, "row on page 1"), (3, "row on page 3"), (3, "foot"))
    head, first, last, foot = tagged.blocks
    table = Block(
        Kind.TABLE, (), first.start, last.end, rows=(("a", "b"),), cells=(((first,), (last,)),)
    )
    seen = document((2, "two"))

    whole = interleaved(Document(tagged.text, (head, table, foot)), seen)

    assert [one.text for one in whole.blocks] == ["head", "", "two", "foot"]
    assert whole.text.split("\n") == ["head", "row on page 1", "row on page 3", "two", "foot", ""]


def test_blocks_in_the_cells_of_a_table_move_with_it():
    tagged = document((2, "row on page 2"), (3, "row on page 3"))
    first, last = tagged.blocks
    table = Block(Kind.TABLE, (), 0, last.end, page=2, cells=(((first,), (last,)),))

    whole = interleaved(Document(tagged.text, (table,)), document((1, "cover")))

    cover, moved = whole.blocks
    ((_, (cell,)),) = moved.cells
    assert (cover.text, whole.text[cell.start : cell.end]) == ("cover", "row on page 3\n")


def test_nothing_is_put_between_where_nothing_was_seen():
    tagged = document((1, "one"), (2, "two"))

    assert interleaved(tagged, Document("", ())) == tagged

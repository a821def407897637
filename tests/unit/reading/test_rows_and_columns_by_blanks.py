"""PDF without tags and without lines: rows told by where cells begin, columns that few rows or another page tell."""

from answerable.reading.blocks import Kind
from answerable.reading.pdf.reader import document_of
from tests.support.pdf_made import at, drawn_pdf

PROSE = [
    "The office keeps a list of all bicycles that",
    "it has lent to its staff since the year in",
    "which the scheme began, and counts them at",
    "the end of each month of the year by hand.",
    "Those that are broken are not counted until",
    "somebody has mended them or has thrown them",
    "away, and then they are taken off the list.",
    "There is no other list of them at the office.",
]


def blocks_of(*pages):
    document = document_of(drawn_pdf(*pages), "log.pdf")
    return [block for block in document.blocks if block.kind is not Kind.BREAK]


def tables_of(*pages):
    return [block.rows for block in blocks_of(*pages) if block.kind is Kind.TABLE]


def drawn(rows, *, lefts, top=700, pitch=14, style="plain", size=10):
    """Return the instructions that draw rows of words; the cells of each stand at these places."""
    return "".join(
        at(left, top - pitch * number, cell, style, size)
        for number, row in enumerate(rows)
        for left, cell in zip(lefts, row, strict=True)
        if cell
    )


def test_rows_below_the_first_of_a_group_begin_where_their_cells_do():
    rows = [
        ("Shore", "Boat", "What it is made of", "Where it is kept"),
        ("North", "Wren", "Oak below, and above that whatever wood", "In the old shed behind the mill"),
        ("", "", "was left of the last one", ""),
        ("", "Heron", "Sheets of steel that were bought in May", "On the slip, and in winter it is"),
        ("", "", "", "drawn up to the road and covered"),
        ("", "Grebe", "Nobody knows what it was made of at first", "In the second shed behind the mill"),
    ]  # fmt: skip
    drawing, y = "", 700
    for row in rows:
        y -= 12 if not row[0] and not row[1] else 18
        drawing += drawn([row], lefts=(40, 90, 150, 360), top=y, size=9)

    (table,) = tables_of(drawing)

    assert [row[1] for row in table] == ["Boat", "Wren", "Heron", "Grebe"]
    assert table[1][2].endswith("whatever wood was left of the last one")
    assert table[2][3].endswith("in winter it is drawn up to the road and covered")


def test_paragraphs_of_a_long_first_cell_are_no_rows():
    left = [
        ("The office lent eleven bicycles to", 0), ("its own staff in that year.", 12),
        ("None of them was lost by anybody, and", 34), ("two were mended in the spring.", 46),
        ("The list of the year before that", 64), ("was thrown away by mistake.", 76),
    ]  # fmt: skip
    right = [
        ("How many bicycles did the office lend?", 0), ("Who looks after the old lists now?", 64),
    ]  # fmt: skip
    drawing = "".join(at(50, 700 - y, text) for text, y in left)
    drawing += "".join(at(300, 700 - y, text) for text, y in right)
    drawing += at(50, 718, "Told") + at(300, 718, "Asked")

    rows = [row for table in tables_of(drawing) for row in table]

    assert [row[1] for row in rows] == ["Asked", *(text for text, _ in right)]


def test_labels_below_the_head_of_a_narrow_column_stand_in_it():
    rows = [
        ("No", "Question", "Answer"),
        ("Q1", "How many boats?", "Nine boats"),
        ("Q2", "How many oars?", "None at all"),
        ("Q3", "How many ropes?", "Two ropes"),
    ]

    assert tables_of(drawn(rows, lefts=(50, 72, 200))) == [tuple(rows)]


def test_words_above_a_bold_head_are_no_row_of_its_table():
    text = at(50, 722, "Figures on boats")
    head = drawn([("Boat", "Length", "Built")], lefts=(50, 200, 300), style="bold")
    rows = [("Wren", "9", "2001"), ("Heron", "11", "2004"), ("Grebe", "8", "2010")]

    (table,) = tables_of(text + head + drawn(rows, lefts=(50, 200, 300), top=684))

    assert table[0] == ("Boat", "Length", "Built")


def test_a_column_that_is_empty_in_most_rows_is_a_column():
    rows = [
        ("Hall", "Team", "What they look after there"),
        ("West", "Parks", "All of the benches"),
        ("", "Roads", "All of the lamps"),
        ("", "Legal", "All of the claims, and whatever is written on deeds"),
    ]
    drawing = drawn(rows, lefts=(50, 80, 160), top=700, pitch=16)

    assert tables_of(drawing) == [tuple(rows)]


def test_a_page_with_one_row_of_a_table_has_the_columns_of_the_page_before():
    lefts = (50, 84, 130, 380)
    rows = [
        ("Hall", "Team", "What they look after there", "Since when"),
        ("West", "Parks", "All of the benches", "The year of the great flood"),
        ("East", "Roads", "All of the lamps, and whatever stands on the quay", "Nobody can say"),
        ("Mill", "Legal", "All of the claims", "The spring of the year before"),
    ]
    last = ("Weir", "Boat hire", "All of the oars", "The day it opened")

    tables = tables_of(drawn(rows, lefts=lefts, pitch=20), drawn([last], lefts=lefts))

    assert tables == [(*rows, last)]


def test_a_list_in_each_of_two_cells_is_no_two_rows_where_rows_stand_closer():
    left = [
        ("Who keeps the boats in the winter?", 0), ("1. How many boats are there now?", 16),
        ("2. Who keeps them all?", 36), ("Where are the oars kept?", 52), ("Was a boat lost in May?", 68),
        ("What is paid for the shed now, and by whom is it paid?", 84), ("Is there a list of them all?", 100),
    ]  # fmt: skip
    right = [
        ("The harbour office keeps them", 0), ("1. There are nine of them", 16), ("2. The same office", 36),
        ("They are kept in the shed", 52), ("No boat was lost", 68), ("Nothing is paid for it", 84),
        ("There is no such list", 100),
    ]  # fmt: skip
    drawing = "".join(at(50, 700 - y, text) for text, y in left)
    drawing += "".join(at(330, 700 - y, text) for text, y in right)

    rows = [row for table in tables_of(drawing) for row in table]

    assert [row[1] for row in rows[:3]] == [
        "The harbour office keeps them",
        "1. There are nine of them 2. The same office",
        "They are kept in the shed",
    ]


def test_the_last_page_of_a_newspaper_is_full_on_its_left_alone():
    rest = ["The bells cost less.", "Nobody rings them now.", "All are red.", "That is all of it."]
    page = drawn([(line,) for line in [*PROSE, *PROSE]], lefts=(50,), pitch=12)
    page += drawn([(line,) for line in rest], lefts=(310,), top=705, pitch=24)

    words = " ".join(block.text for block in blocks_of(page))

    assert words == " ".join([*PROSE, *PROSE, *rest])

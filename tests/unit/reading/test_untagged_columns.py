"""PDF without tags and without cells: what stands in columns is told by the blanks between them."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Kind
from answerable.reading.pdf.cells import Beside
from answerable.reading.pdf.reader import document_of
from answerable.reading.pdf.rows import rows_of
from tests.support.pdf_made import at, drawn_pdf, filled, rule

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


def blocks_of(*pages, **how):
    document = document_of(drawn_pdf(*pages, **how), "log.pdf")
    return [block for block in document.blocks if block.kind is not Kind.BREAK]


def tables_of(*pages, **how):
    return [block.rows for block in blocks_of(*pages, **how) if block.kind is Kind.TABLE]


def drawn(rows, *, lefts, top=700, pitch=14, style="plain", size=10):
    """Return the instructions that draw rows of words; the cells of each stand at these places."""
    return "".join(
        at(left, top - pitch * number, cell, style, size)
        for number, row in enumerate(rows)
        for left, cell in zip(lefts, row, strict=True)
        if cell
    )


YEARS = [("Year", "Asked", "Given"), ("2021", "12", "7"), ("2022", "9", ""), ("2023", "14", "3")]
WRAPPED = [
    ("Office", "Head", "Staff"),
    ("Northern office of", "One person", "12"),
    ("the whole county", "", ""),
    ("Southern office", "Nobody", "9"),
]


def test_a_table_without_lines_is_read_cell_by_cell():
    text = at(
        50, 730, "These are all the figures that the office holds on bicycles for these years:"
    )

    assert tables_of(text + drawn(YEARS, lefts=(50, 120, 190))) == [tuple(YEARS)]


def test_a_number_that_stands_right_in_its_column_is_in_it():
    rows = drawn([("Year", "Asked"), ("2021", ""), ("2022", "")], lefts=(50, 120))
    rows += at(139, 686, "9") + at(122, 672, "1,204")

    assert tables_of(rows) == [(("Year", "Asked"), ("2021", "9"), ("2022", "1,204"))]


@pytest.mark.parametrize("gap", [4, 0.6], ids=["of four points", "of half a point"])
def test_a_cell_that_wraps_is_one_where_rows_stand_further_apart(gap):
    drawing, y = "", 700
    for row in WRAPPED:
        y -= 12 if row[0].startswith("the ") else 12 + gap
        drawing += drawn([row], lefts=(50, 200, 320), top=y)

    (table,) = tables_of(drawing)

    assert table[1] == ("Northern office of the whole county", "One person", "12")
    assert table[2] == ("Southern office", "Nobody", "9")


def test_a_row_without_its_first_cell_is_a_row_where_the_cells_are_figures():
    rows = [
        ("Force", "Year", "Count"),
        ("North", "2021", "7"),
        ("", "2022", "8"),
        ("South", "2021", "9"),
    ]

    assert tables_of(drawn(rows, lefts=(50, 150, 220))) == [tuple(rows)]


def bands(*lines):
    return [
        Beside(
            foot=100.0 + 12.5 * sum(gap for *_, gap in lines[: place + 1]), size=10.0, texts=texts
        )
        for place, (*texts, gap) in enumerate(lines)
    ]


@pytest.mark.parametrize(
    "refs",
    [
        ("WX.4152", "WX.4163", "WX.4170"),
        ("WX.4152", "WX.4163"),
        # What no list of words knows as a reference has a day below it, too.
        ("Wxy 41", "Wxy 42", "Wxy 43"),
    ],
)
def test_a_number_and_the_day_below_it_name_one_row(refs):
    lines = [("Number and day", "Asked", "Told", 2)]
    for number, ref in enumerate(refs):
        lines += [
            (ref, "Hives on roofs", "1. There are nine hives in all", 2),
            (
                f"{number + 3} May 2031",
                "1. How many hives are there on roofs?",
                "2. Two gardeners keep them, and a third one helps in May",
                2,
            ),
            ("", "2. Who keeps them?", "", 1),
        ]

    found = rows_of(bands(*lines), [False] * len(lines))

    assert found == [[0], *([place, place + 1, place + 2] for place in range(1, len(lines), 3))]


def test_lines_above_and_below_a_table_leave_its_rows_apart():
    lines = "".join(rule(48, y, 230, y) for y in (712, 696, 650))

    assert tables_of(lines + drawn(YEARS, lefts=(50, 120, 190))) == [tuple(YEARS)]


def test_lines_down_alone_part_columns_however_near():
    rows = [("Region", "Head"), ("Northern", "Nobody"), ("Southern", "One")]
    line = "".join(rule(93, y, 93, y + 14) for y in (668, 682, 696))

    assert tables_of(line + drawn(rows, lefts=(50, 96))) == [tuple(rows)]


def test_a_shade_behind_every_second_row_parts_rows():
    rows = [("Office", "Staff", "Pay")] + [
        cells
        for n in range(4)
        for cells in ((f"Office number {n}", str(n + 3), "9"), ("in the county", "", ""))
    ]
    shades = "".join(filled(48, 700 - 11 * row - 3, 320, 22, 0.9) for row in (2, 6))

    (table,) = tables_of(shades + drawn(rows, lefts=(50, 200, 300), pitch=11))

    assert [row[0] for row in table[1:]] == [f"Office number {n} in the county" for n in range(4)]


def test_words_over_the_next_table_end_the_last():
    first = drawn(YEARS, lefts=(50, 120, 190), top=700)
    caption = at(50, 632, "Now those of the police")
    second = drawn([("Dogs", "Cats"), ("1", "2"), ("3", "4")], lefts=(50, 150), top=606)

    assert tables_of(first + caption + second) == [
        tuple(YEARS), (("Dogs", "Cats"), ("1", "2"), ("3", "4")),
    ]  # fmt: skip


def test_a_list_of_titles_and_their_pages_is_no_table():
    rows = [("Bicycles of the office", "2"), ("Lifts in our buildings", "3"), ("Visitors", "11")]

    assert tables_of(drawn(rows, lefts=(50, 500))) == []


def test_labels_of_list_items_are_no_column():
    rows = [("1.", "How many bicycles are there?"), ("2.", "Who has them?"), ("3.", "Why?")]

    blocks = blocks_of(drawn(rows, lefts=(50, 72), pitch=20))

    assert [block.text for block in blocks] == [
        "1. How many bicycles are there?", "2. Who has them?", "3. Why?",
    ]  # fmt: skip


def record(number, top, *, labels, column, style):
    words = [
        (labels[0], f"700000{number} Bicycles"),
        (labels[1], "How many bicycles has the office lent"),
        ("", "to its staff, and to whom?"),
        (labels[2], "It has lent seven of them in all, and"),
        ("", "nobody knows where they are."),
    ]
    return "".join(
        at(50, top - 16 * place, label, style) + at(column, top - 16 * place, text)
        for place, (label, text) in enumerate(words)
    )


@pytest.mark.parametrize("style", ["plain", "bold"])
@pytest.mark.parametrize("column", [130, 300], ids=["narrow", "wide"])
@pytest.mark.parametrize(
    "labels", [("Ref", "Request", "Response"), ("Reference", "Your request", "Our response")]
)
def test_records_beside_their_labels_are_read_whole(labels, column, style):
    page = "".join(
        record(n, 780 - 110 * n, labels=labels, column=column, style=style) for n in range(1, 5)
    )

    entries = read_bytes(drawn_pdf(page), name="log.pdf").entries

    assert [entry.ref for entry in entries] == ["7000001", "7000002", "7000003", "7000004"]
    assert {entry.response for entry in entries} == {
        "It has lent seven of them in all, and nobody knows where they are."
    }


def test_labels_that_no_vocabulary_knows_have_rows_of_their_own():
    labels = ("Vehicle", "Where it stands", "How it is kept")
    page = "".join(
        record(n, 780 - 110 * n, labels=labels, column=180, style="bold") for n in range(1, 4)
    )

    (table,) = tables_of(page)

    assert [row[0] for row in table] == list(labels) * 3
    assert table[1][1] == "How many bicycles has the office lent to its staff, and to whom?"


def test_labels_halfway_down_what_is_beside_them_keep_their_rows():
    texts = [
        "One line of text beside",
        "and two",
        "Three lines",
        "of text",
        "stand here",
        "Last",
        "one",
    ]
    page, y = "", 700.0
    for label, count in (("First", 2), ("Second", 3), ("Third", 2)):
        lines = [texts.pop(0) for _ in range(count)]
        page += at(50, y - 6 * (count - 1), label, "bold")
        page += "".join(at(140, y - 12 * place, line) for place, line in enumerate(lines))
        y -= 12 * count + 6

    (table,) = tables_of(page)

    assert table == (
        ("First", "One line of text beside and two"),
        ("Second", "Three lines of text stand here"),
        ("Third", "Last one"),
    )


def test_a_record_goes_on_at_the_top_of_the_next_page():
    labels = ("Ref", "Request", "Response")
    first = record(1, 300, labels=labels, column=130, style="bold")
    first += record(2, 180, labels=labels, column=130, style="bold")
    second = at(130, 780, "They were last seen in March.")
    second += record(3, 740, labels=labels, column=130, style="bold")

    entries = read_bytes(drawn_pdf(first, second), name="log.pdf").entries

    assert [entry.ref for entry in entries] == ["7000001", "7000002", "7000003"]
    assert entries[1].response.endswith("They were last seen in March.")


HEAD = ("Ref", "Request", "Response")
WIDE = [
    ("7000001", "How many bicycles are", "There are seven of them, and"),
    ("", "there in the office?", "all of them are red."),
    ("7000002", "Who rides them in the", "Nobody in the office rides one"),
]
LEFTS = (50, 130, 330)


def test_a_row_of_a_wide_table_that_a_page_cuts_is_whole_and_its_head_is_said_once():
    first = drawn([HEAD], lefts=LEFTS, top=120, style="bold")
    first += drawn(WIDE[:2], lefts=LEFTS, top=102, pitch=12) + drawn(WIDE[2:], lefts=LEFTS, top=72)
    second = drawn([HEAD], lefts=LEFTS, top=700, style="bold")
    second += drawn([("", "winter, and why?", "at all.")], lefts=LEFTS, top=682)
    second += drawn([("7000003", "Where are they?", "In the cellar.")], lefts=LEFTS, top=660)
    second += drawn([("7000004", "Are they safe?", "Yes, they are.")], lefts=LEFTS, top=640)

    reading = read_bytes(drawn_pdf(first, second), name="log.pdf")

    assert [entry.ref for entry in reading.entries] == [f"700000{n}" for n in (1, 2, 3, 4)]
    assert reading.entries[0].response == "There are seven of them, and all of them are red."
    assert reading.entries[1].request == "Who rides them in the winter, and why?"
    assert reading.entries[1].response == "Nobody in the office rides one at all."


@pytest.mark.parametrize("lower", [0, 5], ids=["on the same lines", "half a line lower"])
def test_newspaper_columns_are_read_one_after_the_other(lower):
    page = at(
        50,
        760,
        "What the office has to say about bicycles and about all that goes with them",
        "bold",
    )
    page += drawn([(line,) for line in PROSE], lefts=(50,), pitch=12)
    page += drawn([(line,) for line in PROSE], lefts=(310,), top=700 - lower, pitch=12)

    blocks = blocks_of(page)

    whole = " ".join(PROSE)
    assert " ".join(block.text for block in blocks[1:]) == f"{whole} {whole}"


QUESTIONS = [
    "How many bicycles are there in all?",
    "Who rides them, and where do they go?",
    "Please tell how many were mended by the",
    "office since they were bought.",
    "Which of them are red, and which green?",
    "How often are they washed, and by whom?",
    "Please give the cost of all bells in 2020.",
    "Where are they kept while it is night?",
]


def test_newspaper_columns_of_short_questions_are_read_one_after_the_other():
    page = drawn([(line,) for line in QUESTIONS], lefts=(50,), pitch=12)
    page += drawn([(line,) for line in QUESTIONS], lefts=(310,), top=695, pitch=12)

    text = " ".join(block.text for block in blocks_of(page))

    assert text == " ".join(QUESTIONS * 2)


BESIDE = [
    ("You asked", "We answer"),
    ("Q1 How many bicycles does", "The office owns seven of them, and"),
    ("the office own at present?", "has lent three of these to its staff."),
    ("Q2 Who mends them?", "Nobody does it at the office, so that"),
    ("", "they go to a shop in the next town,"),
    ("", "which sends its bill in May"),
    ("Q3 Which shop in the town", "The name of the shop is withheld by"),
    ("mended most of them in", "the office under section 43(2), as a"),
    ("the last of these years?", "new contract is being prepared."),
]


def test_answers_that_begin_beside_the_labels_of_questions_are_no_newspaper():
    (table,) = tables_of(drawn(BESIDE, lefts=(50, 220)))

    assert [row[1].split()[0] for row in table[1:]] == ["The", "Nobody", "The"]
    assert table[1][0] == "Q1 How many bicycles does the office own at present?"


def test_a_frame_around_the_page_parts_nothing():
    frame = (
        rule(40, 40, 560, 40)
        + rule(40, 800, 560, 800)
        + rule(40, 40, 40, 800)
        + rule(560, 40, 560, 800)
    )

    assert tables_of(frame + drawn(YEARS, lefts=(50, 120, 190))) == [tuple(YEARS)]


def test_a_cell_that_a_page_cuts_before_its_line_is_drawn_is_a_cell():
    columns = "".join(rule(x, 60, x, 700) for x in (50, 150, 300))
    page = columns + rule(50, 700, 300, 700) + rule(50, 650, 300, 650)
    page += at(55, 680, "Year") + at(155, 680, "Count") + at(55, 630, "2023") + at(155, 630, "7")

    assert tables_of(page) == [(("Year", "Count"), ("2023", "7"))]

"""PDF without tags: where words and lines stand becomes paragraphs, records and tables."""

from io import BytesIO

import pikepdf
import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Kind
from answerable.reading.pdf.reader import document_of
from tests.support.pdf_made import at, bytes_of, drawn_pdf, element, rule, tagged_pdf


def read(*pages, **how):
    return document_of(drawn_pdf(*pages, **how), "log.pdf")


def blocks_of(*pages, **how):
    return [block for block in read(*pages, **how).blocks if block.kind is not Kind.BREAK]


def frame(columns, rows):
    """Return the lines of a table: its columns' and its rows' edges."""
    across = [rule(columns[0], y, columns[-1], y) for y in rows]
    down = [rule(x, rows[-1], x, rows[0]) for x in columns]
    return "".join([*across, *down])


def record(top, *, ref="7000001", lines=True):
    """Return a record's table and its words, from a height down."""
    words = [
        at(55, top - 12, "Ref"),
        at(55, top - 24, ref),
        at(140, top - 12, "Bicycles"),
        at(55, top - 42, "Request"),
        at(140, top - 42, "How many are there?"),
        at(55, top - 62, "Response"),
        at(140, top - 62, "There are seven of them in all."),
    ]
    edges = [top, top - 30, top - 50, top - 70]
    return (frame([50, 130, 530], edges) if lines else "") + "".join(words)


def test_lines_that_are_full_go_on_and_a_short_one_ends_a_paragraph():
    page = (
        at(50, 800, "This line is as wide as the others are and it goes on below in the")
        + at(50, 788, "second line, which ends early.")
        + at(50, 776, "Here begins another, and it too is as wide as all the others are")
        + at(50, 764, "and ends.")
    )

    first, second = blocks_of(page)

    assert first.text.endswith("in the second line, which ends early.")
    assert second.text.startswith("Here begins")


def test_space_between_lines_parts_paragraphs():
    page = "".join(at(50, y, "Words that stand alone") for y in (800, 788, 760, 748))

    assert (
        len(blocks_of(page + at(50, 700, "Wide enough to be the widest line on all of the page")))
        == 5
    )


def test_a_word_cut_at_its_hyphen_is_whole():
    page = at(50, 800, "It was a long-") + at(50, 788, "term plan.")

    (block,) = blocks_of(page)

    assert block.text == "It was a long-term plan."


def test_bullets_make_items_as_deep_as_they_are_drawn_in():
    page = (
        at(50, 800, "\u2022 Outer")
        + at(70, 780, "\u2022 Inner")
        + at(50, 760, "\u2022 Outer again")
    )

    assert [(block.kind, block.text, block.level) for block in blocks_of(page)] == [
        (Kind.ITEM, "Outer", 0), (Kind.ITEM, "Inner", 1), (Kind.ITEM, "Outer again", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("lines", [True, False], ids=["by its lines", "by its columns"])
def test_records_are_read_with_ruling_lines_and_without(lines):
    page = record(800, lines=lines) + record(700, ref="7000002", lines=lines)

    reading = read_bytes(drawn_pdf(page), name="log.pdf")

    assert [entry.ref for entry in reading.entries] == ["7000001", "7000002"]
    assert [entry.response for entry in reading.entries] == ["There are seven of them in all."] * 2
    assert reading.how == f"untagged PDF {'by its lines' if lines else 'by its columns'}"


def test_a_table_in_a_cell_is_a_table():
    inner = frame([150, 220, 300], [690, 675, 660])
    words = [
        at(55, 788, "Ref 7000001"), at(140, 788, "Bicycles"),
        at(55, 758, "Response"), at(140, 758, "They are:"),
        at(155, 680, "Year"), at(225, 680, "Count"), at(155, 665, "2024"), at(225, 665, "7"),
    ]  # fmt: skip

    blocks = blocks_of(frame([50, 130, 530], [800, 770, 640]) + inner + "".join(words))

    (table,) = [block for block in blocks if block.kind is Kind.TABLE]
    assert table.rows == (("Year", "Count"), ("2024", "7"))
    assert table.column == 1


def test_a_cell_goes_on_over_a_page_and_a_repeated_head_is_furniture():
    columns = [50, 200, 300]
    first = frame(columns, [120, 105, 60]) + at(55, 108, "Force") + at(205, 108, "Count")
    first += at(55, 90, "Northern") + at(205, 90, "7")
    second = frame(columns, [800, 785, 770, 755]) + at(55, 788, "Force") + at(205, 788, "Count")
    second += at(55, 773, "Constabulary") + at(55, 758, "Southern") + at(205, 758, "8")

    document = read(first, second)

    (table,) = [block for block in document.blocks if block.kind is Kind.TABLE]
    assert table.rows == (("Force", "Count"), ("Northern Constabulary", "7"), ("Southern", "8"))
    assert document.text.startswith("Force Count\n")


def test_cells_that_span_leave_empty_ones():
    lines = [rule(50, y, 250, y) for y in (800, 780, 760)]
    lines += [rule(x, 760, x, 800) for x in (50, 250)] + [rule(150, 760, 150, 780)]
    words = at(55, 785, "Both") + at(55, 765, "One") + at(155, 765, "Two")

    (table,) = blocks_of("".join(lines) + words)

    assert table.rows == (("Both", ""), ("One", "Two"))


def test_what_stands_on_page_after_page_is_furniture():
    pages = [
        at(50, 820, "A log of the office")
        + at(50, 700, f"Page {word} says this.")
        + at(290, 30, str(n))
        for n, word in enumerate(("one", "two", "three"), start=1)
    ]

    document = read(*pages)

    assert [block.text for block in document.blocks] == [
        "", "Page one says this.", "Page two says this.", "Page three says this.",
    ]  # fmt: skip
    assert (
        document.text.splitlines()[0]
        == "A log of the office 1 A log of the office 2 A log of the office 3"
    )


def test_the_foot_of_a_single_page_is_told_by_the_number_of_the_page_far_from_its_words():
    foot = at(50, 30, "Estwick Council") + at(540, 30, "1")

    found = blocks_of(at(50, 700, "Asked and answered.") + foot)

    assert [block.text for block in found if block.kind is not Kind.BREAK] == [
        "Asked and answered."
    ]


@pytest.mark.parametrize(
    "foot",
    [
        at(50, 30, "Estwick Council") + at(540, 30, "7"),
        at(50, 30, "Level") + at(75, 30, "1"),
        at(540, 690, "9") + at(50, 30, "Closed on time") + at(540, 30, "1"),
    ],
    ids=["another number", "a number near by", "a number below others"],
)
def test_the_last_line_of_a_single_page_is_no_foot_without_the_number_of_the_page(foot):
    found = blocks_of(at(50, 700, "Asked and answered.") + foot)

    words = " ".join([block.text + str(block.rows) for block in found])
    assert any(name in words for name in ("Estwick", "Level", "Closed"))


FRAME = "".join(rule(40, y, 560, y) for y in (810, 20)) + "".join(rule(x, 20, x, 810) for x in (40, 150, 560))  # fmt: skip


@pytest.mark.parametrize("number", ["1", "Page 1 of 1"])
def test_the_foot_of_a_page_may_stand_inside_of_the_lines_around_it(number):
    words = at(50, 780, "Request") + at(160, 780, "How many lamps are there?")

    found = blocks_of(FRAME + words + at(300, 30, number))

    assert [(block.column, block.text) for block in found] == [
        (0, "Request"), (1, "How many lamps are there?"),
    ]  # fmt: skip


def test_what_stands_beside_other_words_in_a_table_is_no_foot():
    words = at(50, 780, "Lamps") + at(160, 780, "Nine") + at(50, 30, "Lifts") + at(160, 30, "1")

    found = blocks_of(FRAME + words)

    assert "1" in found[-1].rows[-1][-1]


def test_a_link_leads_where_the_box_over_its_words_does():
    pdf = pikepdf.open(drawn_file(at(50, 700, "Look here for more")))
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=pikepdf.Array([74, 697, 95, 710]),
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.org/")),
    )
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])

    (block,) = document_of(bytes_of(pdf), "log.pdf").blocks

    assert [run.text.strip() for run in block.runs if run.href == "https://example.org/"] == [
        "here"
    ]


def drawn_file(page):
    return BytesIO(drawn_pdf(page))


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("matrix", ["1 0 0 1 0 0", "0 1 -1 0 842 0", "-1 0 0 -1 595 842"])
def test_a_turned_page_is_read_upright(matrix, turned):
    page = f"{matrix} cm " + at(50, 500, "Upper") + at(50, 300, "Lower")

    upper, lower = blocks_of(page, turned=turned)

    assert (upper.text, lower.text) == ("Upper", "Lower")
    assert upper.box[3] < lower.box[1]


def test_tags_that_cover_too_little_are_not_trusted():
    data = tagged_pdf(element("P", "Few"), loose="Most of the words stand outside of the tree")

    how = document_of(data, "log.pdf").how

    assert how == "untagged PDF by its lines: its tags cover 7% of its text"

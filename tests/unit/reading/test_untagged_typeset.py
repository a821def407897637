"""PDF as another program sets it, without tags: columns, records, notes and lists in its fonts."""

import io

import pikepdf
import pytest
import typst

from answerable.reading.blocks import Kind
from answerable.reading.pdf.reader import document_of
from tests.support.pdf_made import bytes_of

SENTENCE = "The office answers within twenty working days of the day on which it gets a request. "
HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd \u05d6\u05d4 \u05de\u05e1\u05de\u05da \u05e2\u05dd \u05d0\u05d5\u05ea\u05d9\u05d5\u05ea"
SIZES = ["9pt", "12pt"]


def read(source, *, size="10pt"):
    """Return the blocks of what Typst makes of a source, without its tags."""
    data = typst.compile(f'#set text(size: {size}, lang: "en", region: "GB")\n{source}'.encode())
    pdf = pikepdf.open(io.BytesIO(data))
    for key in ("/StructTreeRoot", "/MarkInfo"):
        if key in pdf.Root:
            del pdf.Root[key]
    document = document_of(bytes_of(pdf), "log.pdf")
    return [block for block in document.blocks if block.kind is not Kind.BREAK]


@pytest.mark.parametrize("size", SIZES)
def test_two_columns_of_text_are_read_one_after_the_other_and_cut_words_are_whole(size):
    words = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
    text = "\n\n".join(f"{word} part. {SENTENCE * 2}" for word in words)
    source = f"#set page(columns: 2)\n#set par(justify: true)\n= A heading\n{text}"

    _, *parts = read(source, size=size)

    assert [part.text for part in parts] == [
        f"{word} part. {SENTENCE * 2}".strip() for word in words
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("widths", ["1fr, 3fr", "2fr, 3fr"], ids=["narrow", "wide"])
def test_records_without_lines_keep_their_rows(size, widths):
    rows = "".join(
        f"[*Vehicle* \\ 700000{n}], [Part {n}], [*Where it stands*], [{SENTENCE * 3}],"
        f" [*How it is kept*], [{SENTENCE * 4}],"
        for n in range(1, 9)
    )

    found = read(
        f"= Log of the office\n#table(columns: ({widths}), stroke: none, {rows})", size=size
    )

    tables = [row for block in found if block.kind is Kind.TABLE for row in block.rows]
    wanted = [
        row
        for n in range(1, 9)
        for row in (
            (f"Vehicle 700000{n}", f"Part {n}"),
            ("Where it stands", (SENTENCE * 3).strip()),
            ("How it is kept", (SENTENCE * 4).strip()),
        )
    ]
    assert tables == wanted


TABLES = {
    "no lines": "stroke: none",
    "lines across": "stroke: none, table.hline(), table.hline(y: 1), table.hline(y: 4)",
    "lines down": "stroke: (x, y) => if x > 0 { (left: 1pt) }",
    "all lines": "stroke: 0.5pt",
    "a frame": "stroke: none, table.hline(), table.hline(y: 4), table.vline(), table.vline(x: 4)",
    "shaded rows": "stroke: none, fill: (x, y) => if calc.odd(y) { luma(220) }",
}


@pytest.mark.parametrize("lines", TABLES)
@pytest.mark.parametrize("size", SIZES)
def test_a_table_is_read_cell_by_cell(size, lines):
    rows = (
        ("Region", "2021", "2022", "Share"),
        ("The north of the county and the towns beside the river", "1,204", "33", "5%"),
        ("South", "12", "", "7%"),
        ("East", "5", "0", "1%"),
    )
    cells = "".join(f"[{cell}]," for row in rows for cell in row)
    table = f"#table(columns: (8em, auto, auto, auto), align: (left, right, right, right), {TABLES[lines]}, {cells})"

    found = read(f"{SENTENCE}\n{table}\nText behind it.", size=size)

    assert [block.rows for block in found if block.kind is Kind.TABLE] == [rows]
    assert [block.text for block in found if block.kind is not Kind.TABLE] == [
        SENTENCE.strip(), "Text behind it.",
    ]  # fmt: skip


def test_words_that_head_several_columns_have_a_row_of_their_own():
    head = "[*Region*], table.cell(colspan: 2)[*Asked in the year*], [*Share*], [], [*2021*], [*2022*], [],"
    rows = (("North of the county", "1,204", "33", "5%"), ("South", "12", "9", "7%"))
    cells = "".join(f"[{cell}]," for row in rows for cell in row)

    found = read(f"{SENTENCE}\n#table(columns: 4, stroke: none, {head} {cells})")

    assert [block.rows for block in found if block.kind is Kind.TABLE] == [
        (("Region", "Asked in the year", "", "Share"), ("", "2021", "2022", ""), *rows)
    ]


def test_notes_stand_behind_the_paragraphs_of_their_page():
    text = f"{SENTENCE}Most of them#footnote[Not all of them.] are answered sooner. " + SENTENCE
    found = [block.text for block in read(f"#set page(height: 8cm)\n{text}\n\nThe end.")]

    assert found[0].startswith(SENTENCE + "Most of them[1] are answered sooner.")
    assert found[-1].replace(" ", "") == "1Notallofthem."


def test_items_of_lists_are_as_deep_as_they_stand():
    found = read("- One\n- Two\n  - Inner\n- Three\n\n+ First\n+ Second")

    assert [(block.kind, block.level, block.text) for block in found] == [
        (Kind.ITEM, 0, "One"), (Kind.ITEM, 0, "Two"), (Kind.ITEM, 1, "Inner"), (Kind.ITEM, 0, "Three"),
        (Kind.PARAGRAPH, 0, "1. First"), (Kind.PARAGRAPH, 0, "2. Second"),
    ]  # fmt: skip


def test_items_are_as_deep_in_the_second_column_of_a_newspaper_as_in_the_first():
    items = "".join(f"- {SENTENCE * 2}\n" for _ in range(12))

    found = read(f"#set page(columns: 2, height: 12cm)\n#set par(justify: true)\n{items}")

    assert [(block.kind, block.level) for block in found] == [(Kind.ITEM, 0)] * 12


def test_lines_that_frame_small_pages_are_furniture_and_those_that_text_begins_with_are_not():
    page = (
        "#set page(height: 12cm, margin: 1.5cm, header: [Log of the office], footer: [Published])"
    )

    text = " ".join(block.text for block in read(f"{page}\n{SENTENCE * 60}"))

    assert text == (SENTENCE * 60).strip()


def test_words_from_right_to_left_are_read_in_the_order_of_speech():
    (found,) = read(f'#set text(lang: "he", dir: rtl)\n{HEBREW}')

    assert found.text == HEBREW


@pytest.mark.parametrize("width", [220, 230, 240])
def test_the_paragraph_of_a_provision_may_begin_a_line_and_counts_nothing(width):
    first = "(b) Letters are excepted under regulation 12(5)"
    rest = "(e) of the Regulations, because they would harm somebody who works there."

    (block,) = read(f"#set page(width: {width}pt, margin: 12pt)\n{first} \\\n{rest}")

    assert block.text == f"{first} {rest}"

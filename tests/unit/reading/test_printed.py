"""Where the fields of an entry are printed: pages and boxes, from the document to the JSON."""

from answerable.reading import read_bytes, reading_as_json
from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.printed import places
from tests.support.pdf_made import at, drawn_pdf, rule


def record(top, *, answers=("1. Seven.", "2. Nobody.")):
    """Return the drawing of one record, from a height down."""
    edges = [top, top - 30, top - 60, top - 100]
    lines = [rule(50, y, 530, y) for y in edges] + [
        rule(x, edges[-1], x, top) for x in (50, 130, 530)
    ]
    words = [
        at(55, top - 12, "Ref"),
        at(55, top - 24, "7000001"),
        at(140, top - 12, "Bicycles"),
        at(55, top - 42, "Request"),
        at(140, top - 42, "1. How many are there?"),
        at(140, top - 54, "2. Who mends them?"),
        at(55, top - 72, "Response"),
        at(140, top - 72, answers[0]),
        at(140, top - 90, answers[1]),
    ]
    return "".join([*lines, *words])


def printed(*pages):
    reading = read_bytes(drawn_pdf(*pages), name="log.pdf")
    (entry,) = reading_as_json(reading)["entries"]
    return entry["printed_at"]


def test_each_field_has_the_page_and_the_box_that_it_is_read_from():
    found = printed(at(50, 800, "FOI Disclosures May 2025"), record(700))

    assert {
        one["page"] for name in ("ref", "title", "request", "response") for one in found[name]
    } == {2}
    (title,), (response,) = found["title"], found["response"]
    assert all(139 < one["box"][0] < 142 for one in (title, response))
    assert title["box"][1] < response["box"][1]


def test_each_question_and_its_answer_have_places_of_their_own():
    found = printed(record(700))

    tops = [[place["box"][1] for place in one] for one in (*found["questions"], *found["answers"])]
    assert [len(one) for one in tops] == [1, 1, 1, 1]
    assert sorted(tops) == tops


def test_a_document_without_pages_says_of_nothing_where_it_is_printed():
    text = "Ref\n7000001\n\nBicycles\n\nRequest\n\nHow many?\n\nResponse\n\nSeven.\n"
    (entry,) = reading_as_json(read_bytes(text.encode(), name="log.txt"))["entries"]

    assert entry["printed_at"] is None


def block(page, box):
    return Block(Kind.PARAGRAPH, (Run("words"),), 0, 5, page=page, box=box)


def test_blocks_that_follow_each_other_are_one_place_and_others_are_not():
    found = places(
        [
            block(1, (50, 100, 300, 110)),
            block(1, (50, 115, 320, 140)),
            block(1, (350, 100, 500, 110)),
            block(2, (50, 40, 300, 60)),
            block(2, (50, 400, 300, 420)),
            block(3, None),
        ]
    )

    assert [(one.page, one.box) for one in found] == [
        (1, (50, 100, 320, 140)),
        (1, (350, 100, 500, 110)),
        (2, (50, 40, 300, 60)),
        (2, (50, 400, 300, 420)),
        (3, None),
    ]

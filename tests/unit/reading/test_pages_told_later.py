"""Forms met on pages that nobody had looked at: points with dashes, questions in bold, columns of numbers."""

import pytest

from answerable.reading import read_bytes
from tests.unit.reading.test_pages_of_bodies import answers
from tests.unit.reading.test_pages_of_one_record import h, only, p, page


def read(text):
    (entry,) = read_bytes(text.encode(), name="page.txt").entries
    return entry


def test_capital_letters_with_a_dash_count_questions_and_their_answers():
    entry = read(
        "FOI 31-204 Lamp posts\n\nYou asked:\n\nA – How many lamp posts are there?\nB – How many are lit all night?\nC – What did their power cost in 2030?\n\n"
        "Our response:\n\nA – 4,120\nB – 2,066\nC – We do not hold the cost of lamp posts alone.\n"
    )

    assert answers(entry) == [
        ("A", "4,120"), ("B", "2,066"), ("C", "We do not hold the cost of lamp posts alone."),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["Group A – Lamps and posts.", "A – Lamps alone, and nothing else.", "B – Bollards. C – Cones."])  # fmt: skip
def test_a_letter_with_a_dash_that_counts_nothing_stays_as_it_is(words):
    entry = read(
        f"FOI 31-205 Lamps\n\nRequest\n\nHow many lamps are there?\n\nResponse\n\n{words}\n"
    )

    assert entry.response == words


def test_questions_in_bold_below_the_only_number_are_of_one_record():
    entry = only(page(h("Ferry timetables", 1), p("FOI/31/88 – answered 4 April 2031"), p("<b>How many sailings were cancelled?</b>"), p("There were 41."),
                      p("<b>Which routes do they serve?</b>"), p("The north and the west routes.")))  # fmt: skip

    assert (entry.ref, entry.title) == ("FOI/31/88", "Ferry timetables")
    assert [question.answer for question in entry.questions] == [
        "There were 41.", "The north and the west routes.",
    ]  # fmt: skip


def rows_of_log(*numbers):
    told = "".join(f"<tr><td>{number}</td><td>Ponds {place}</td><td>There are {place} ponds.</td></tr>" for place, number in enumerate(numbers, 4))  # fmt: skip
    head = "<tr><th>FOI request</th><th>Subject</th><th>Response</th></tr>"
    made = page(h("Disclosure log", 1), f"<table>{head}{told}</table>")
    return read_bytes(made.encode(), name="log.html")


def test_a_column_called_requests_that_holds_numbers_holds_references():
    entries = rows_of_log("3101", "3102", "3107").entries

    assert [(one.ref, one.title) for one in entries] == [
        ("3101", "Ponds 4"), ("3102", "Ponds 5"), ("3107", "Ponds 6"),
    ]  # fmt: skip


def test_a_column_called_requests_that_only_counts_its_rows_holds_none():
    assert not any(one.ref for one in rows_of_log("1", "2", "3").entries)

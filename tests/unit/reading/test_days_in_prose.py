"""The day on which somebody asked, as pages and letters say it in a sentence or in a line without a colon."""

import datetime as dt

import pytest

from answerable.reading.asking_days import day_of_asking
from tests.unit.reading.test_pages_of_one_record import ASKED, TOLD, h, only, p, page


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("We have now considered your Freedom of Information request of 15 November 2031 for these ponds:", 15),
        ("Thank you for your request received by the Ponds Board (PB) on 2 October 2031 about ponds.", 2),
        ("The Board has now completed its search for the information requested on 6th October 2031.", 6),
        ("I write in connection with your request for information received by the Board on the 7th October 2031 in which you ask for ponds.", 7),
        ("We received your e-mail, dated Monday 9 October 2031.", 9),
        ("Your request was answered on 3 October 2031.", None),
        ("We refer to your previous request of 3 October 2031.", None),
        ("Your request covers the period between May and 3 October 2031.", None),
        ("Your request asks for ponds as at the end of 3 October 2031.", None),
        ("The ponds were dug on 3 October 2031.", None),
    ],
)  # fmt: skip
def test_a_sentence_says_when_somebody_asked(said, day):
    told = day_of_asking(said)

    assert (told.day if told else None) == day


def test_the_day_of_asking_is_taken_where_no_label_tells_it():
    told = f"Thank you for your request of 12 October 2031. {TOLD}"
    in_prose = only(page(h("Ponds", 1), h("Request"), p(ASKED), h("Response"), p(told)))
    labelled = only(page(h("Ponds", 1), p("Date received: 4 October 2031"), h("Request"), p(ASKED), h("Response"), p(told)))  # fmt: skip

    assert in_prose.received_on == dt.date(2031, 10, 12)
    assert labelled.received_on == dt.date(2031, 10, 4)


def test_lines_that_say_no_more_than_what_happened_on_a_day_are_labels():
    entry = only(
        page(h("FOI request (FOIR-763144)"), p("<b>Ponds in parks</b>"), p("Requested Wed 26 July 2031"), p("Responded Fri 01 September 2031"),
             p("In accordance with the Freedom of Information Act 2000, we request the following information:"),
             p("1. How many ponds are there?"), p("2. Who cleans them?"), h("Response", 3), p("Q1. Nine."), p("Q2. Nobody."))
    )  # fmt: skip

    assert (entry.ref.strip("()"), entry.title) == ("FOIR-763144", "Ponds in parks")
    assert (entry.received_on, entry.answered_on) == (dt.date(2031, 7, 26), dt.date(2031, 9, 1))
    assert [(one.label, one.answer) for one in entry.questions] == [("1", "Nine."), ("2", "Nobody.")]  # fmt: skip

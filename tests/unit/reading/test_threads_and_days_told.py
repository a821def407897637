"""Threads of letters in which one closes with a name alone, letters without a line of their own, and days told without a year."""

import pytest

from answerable.reading import read_bytes
from tests.unit.reading.test_pages_of_one_record import TOLD, h, only, p, page
from tests.unit.reading.test_pages_read_at_first import gate

ASKED = "Please send me the log of the wardens for the spring of 2031."
LETTER = f"Dear Board,\n\n{ASKED}\n\nYours faithfully,\n\nSam\n\n"
PROMISE = "Pond Office\n\nDear Sam,\n\nThank you for your email.\n\nWe are still dealing with your request.\n\nAn Assistant\n\n"
ANSWER = f"Pond Office\n\nDear Sam,\n\nThank you for your request of 8 May 2031.\n\n{TOLD}\n\nYours sincerely\n\nAn Officer\n"


def test_a_letter_of_a_thread_may_end_on_a_name_alone():
    first = f"Logs of wardens\n\nThe request was successful.\n\n{LETTER}"
    entry = only(f"{first}{PROMISE}{ANSWER}", ending="txt")

    assert (entry.title, entry.request, entry.response) == ("Logs of wardens", ASKED, TOLD)
    assert str(entry.received_on) == "2031-05-08"


def test_the_only_line_over_a_thread_is_its_title_if_the_letter_has_its_words():
    answer = ANSWER.replace("Dear Sam,", "Dear Sam,\n\nFreedom of information request: Spring logs")
    entry = only(f"Logs of the wardens in spring\n\n{LETTER}{answer}", ending="txt")

    assert (entry.title, entry.response) == ("Logs of the wardens in spring", TOLD)


def test_who_asks_by_a_law_asks_formally():
    asked = "Under Section 1 of the Freedom of Information Act 2000 (c. 36), I am writing to request copies of all papers on ponds."
    text = f"Papers on ponds\n\nWaiting for an internal review by the Board of their handling of this request.\n\nDear Board,\n\n{asked}\n\nYours faithfully,\n\nSam\n\n{ANSWER}\nDear Board,\n\nI am writing to request an internal review of the handling of my request.\n\nYours faithfully,\n\nSam\n"
    entry = only(text, ending="txt")

    assert (entry.title, entry.request, entry.response) == ("Papers on ponds", asked, TOLD)


def test_capital_letters_in_plain_lines_count_if_they_come_again():
    asked = [
        p("A"),
        p("Please advise who cleans the ponds."),
        p("B"),
        p("Does the Board pay them?"),
    ]
    told = [p("A"), p("The wardens do."), p("B"), p("No.")]
    entry = only(page(h("Ponds", 1), h("Request"), *asked, h("Response"), *told))

    assert [(one.label, one.answer) for one in entry.questions] == [("A", "The wardens do."), ("B", "No.")]  # fmt: skip


def test_a_capital_letter_in_a_plain_line_once_is_no_label():
    html = page(h("Ponds", 1), h("Request"), p("How many ponds have the shape of the letter"), p("A"), p("or of this?"), h("Response"), p(TOLD))  # fmt: skip

    assert only(html).response == TOLD
    assert gate(html, "entries").holds


@pytest.mark.parametrize(("told", "day"), [("13th August", "2031-08-13"), ("20 December", "2030-12-20"), ("3 May 2029", "2029-05-03")])  # fmt: skip
def test_a_day_of_asking_without_a_year_is_the_last_before_the_answer(told, day):
    letter = f"Our ref: QX/31/12\n\n11 September 2031\n\nDear Sam\n\nI write in response to your request for information received in this office on {told}.\n\nYou asked:\n\nHow many ponds are there?\n\n{TOLD}\n\nYours sincerely\n\nAn Officer\n"
    entry = only(letter, ending="txt")

    assert (str(entry.received_on), str(entry.answered_on)) == (day, "2031-09-11")


def test_a_date_in_front_of_a_letters_first_words_is_that_of_the_answer():
    asked = "Date: 11/09/2031 I write in connection with your request for information received in this office on 13th August. I note you seek the following:"
    more = [p("<b>Reference: 10012-31</b>"), p(asked.replace("11/09", "17/09")), p("Who cleans them?"), p("The wardens do.")]  # fmt: skip
    html = page(h("Log", 1), p("<b>Reference: 9999-31</b>"), p(asked), p("How many ponds does the Board own?"), p("The Board owns two ponds."), *more)  # fmt: skip
    entry, later = read_bytes(html.encode(), name="page.html").entries

    assert (entry.ref, entry.request, entry.response) == ("9999-31", "How many ponds does the Board own?", "The Board owns two ponds.")  # fmt: skip
    assert (str(entry.received_on), str(entry.answered_on)) == ("2031-08-13", "2031-09-11")
    assert (later.ref, str(later.answered_on)) == ("10012-31", "2031-09-17")


def test_a_stroke_behind_a_reference_is_no_part_of_the_title():
    entry = only(page(h("EIR 1610 / Pond data", 1), h("Request"), p(ASKED), h("Response"), p(TOLD)))

    assert (entry.ref, entry.title) == ("EIR 1610", "Pond data")


def test_the_day_on_which_somebody_asked_is_taken_where_it_leads_to_the_request():
    letter = f"Our ref: QX/31/12\n\n7 March 2031\n\nDear Sam\n\nThank you for giving us the chance to look at this again.\n\nYour request on 12 January 2031 was for:\n\n{ASKED}\n\nResponse:\n\n{TOLD}\n\nYours sincerely\n"

    assert str(only(letter, ending="txt").received_on) == "2031-01-12"


def test_what_closes_a_letter_does_not_go_on_with_a_long_line_without_a_stop():
    asked = "Please give a year by year account of the number of wardens who have had to wait beside a pond for more than two hours since 2013"
    text = f"Wardens beside ponds\n\nDear Board,\n\n{asked}\n\nYours faithfully,\n\nSam\n\n{ANSWER}"
    entry = only(text, ending="txt")

    assert (entry.request, entry.response) == (asked, TOLD)


def test_what_an_acknowledgement_says_in_case_of_something_decides_nothing():
    promise = "Pond Office\n\nDear Sam,\n\nWe acknowledge receipt of your email of 8 May 2031.\n\nYou will receive the information within twenty working days, unless the Board does not hold it or there is a reason to withhold some of it, and we shall write to you in any event, whatever is decided then and whoever decides it. For more on the Act please refer to the Information Commissioner's website.\n\nYours sincerely\n\nAn Officer\n\n"
    entry = only(f"Logs of wardens\n\nThe request was successful.\n\n{LETTER}{promise}{ANSWER}", ending="txt")  # fmt: skip

    assert entry.response == TOLD


def test_headings_below_a_request_may_head_its_answer_in_other_words():
    entry = only(page(h("FOI responses", 1), h("Ponds of the parish"), p("FOI reference: QX/31/12"), h("What you asked", 3), p(ASKED), h("What our wardens found", 3), p(TOLD)))  # fmt: skip

    assert (entry.ref, entry.title) == ("QX/31/12", "Ponds of the parish")

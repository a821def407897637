"""Forms in which bodies put up what they were asked: what heads them, how they count, and what they leave out."""

import datetime as dt

import pytest

from answerable.reading import read_bytes
from tests.unit.reading.test_pages_of_one_record import ASKED, TOLD, h, only, p, page

ACT = "As you may know, the Act lets anybody ask what a public body holds at that time, and the body has to say so or say why it may not, with some limits and exemptions."


def answers(entry):
    return [(one.label, one.answer) for one in entry.questions]


def test_a_list_that_begins_again_answers_without_any_label():
    entry = only(
        page(h("Ponds", 1), p("1. Are there ponds?"), p("If yes:"), p("2. How many ponds are kept?"), p("If no:"),
             p("3. Is one planned?"), p("4. Please say where."), p("1. Yes, there are."), p("2. Nine are kept."), p("3+4. N/A."),
             p("FOI Reference: 153/31"), h("Related documents"))
    )  # fmt: skip

    assert (entry.ref, entry.title) == ("153/31", "Ponds")
    assert answers(entry) == [
        ("1", "Yes, there are."),
        ("2", "Nine are kept."),
        ("3", "N/A."),
        ("4", "N/A."),
    ]


def test_questions_in_bold_may_be_answered_together_below_the_last():
    entry = only(
        page(h("Ponds", 1), p("Over ten years:"), *(p(f"<b>{n}. {words}</b>") for n, words in enumerate(("Where ponds were dug.", "Who dug them.", "What was paid."), 1)),
             p("£410 was paid in all, as follows:"), p("£210"), p("£200"), p("<b>4. The number that dried up.</b>"),
             p("For questions 1, 2 and 4, to look would exceed the appropriate limit under Section 12."))
    )  # fmt: skip

    told = dict(answers(entry))
    assert told["3"].startswith("£410 was paid")
    assert [told[label] is not None and "Section 12" in told[label] for label in ("1", "2", "4")] == [True] * 3  # fmt: skip


def test_a_page_begins_with_its_title_and_number_and_says_first_what_the_act_is():
    entry = only(
        f"Ponds - 788/31\n\nDate Responded 14 June 2031\n\nProvision of information held by the Board made under the Freedom of Information Act 2000\n\n"
        f"{ACT}\n\nYou asked:\n\n1. How many ponds are there?\n\nIn Response:\n\nI can confirm that this is held.\n\n1. Nine.\n",
        ending="txt",
    )

    assert (entry.ref, entry.title, entry.answered_on) == ("788/31", "Ponds", dt.date(2031, 6, 14))
    assert answers(entry) == [("1", "Nine.")]


def test_what_stands_below_a_title_is_an_outcome_or_a_remark():
    stated = only("Ponds in parks\n\nDate of response:\n\n15 January 2031\n\nInformation withheld (in full)\n\nPlease tell me who cleans the ponds.\n\n"
                  "I can confirm that this is held, and withhold it under section 40(2).\n", ending="txt")  # fmt: skip
    remarked = only(page(h("Ponds", 1), p("See notes"), p("I would like to know of ponds:"), p("1. How many ponds are there?"),
                         p("None"), p("2. Who cleans the ponds?"), p("Nobody")))  # fmt: skip

    assert (stated.title, stated.answered_on) == ("Ponds in parks", dt.date(2031, 1, 15))
    assert [one.value for one in stated.outcomes] == ["withheld"]
    assert (remarked.title, answers(remarked)) == ("Ponds", [("1", "None"), ("2", "Nobody")])


def test_a_day_ends_a_heading_behind_its_title():
    def record(ref, title, day):
        return (h(f"FOI {ref} {title}. Date requested {day} October 2031", 3), p("<b>Request received</b>"), p(ASKED),
                p("<b>Our response</b>"), p(TOLD))  # fmt: skip

    both = page(
        h("October 2031", 1),
        *record(89480, "Ponds in the parks of the whole county", 4),
        *record(89500, "Wells", 11),
    )

    entries = read_bytes(both.encode(), name="log.html").entries

    assert [(one.ref, one.title, one.received_on) for one in entries] == [
        ("FOI 89480", "Ponds in the parks of the whole county", dt.date(2031, 10, 4)),
        ("FOI 89500", "Wells", dt.date(2031, 10, 11)),
    ]


def test_bare_days_in_a_question_are_no_questions():
    asked = "1. How many ponds were there as at (a) 1.4.30 and (b) 1.4.27?"
    entry = only(page(h("Ponds", 1), p("Responded Thu 14 November 2031"), h("Request"), p(asked), p("2. Which were (a) kept by us and (b) kept by others?"),
                      h("Response"), p("Q1 - Information not held"), p("Q2 - None")))  # fmt: skip

    assert [one.label for one in entry.questions] == ["1", "2a", "2b"]
    assert entry.questions[0].text == asked[3:]
    assert [one.value for one in entry.questions[0].outcomes] == ["not_held"]


def test_what_is_asked_for_may_be_listed_behind_what_it_includes():
    listed = "We ask for a list of ponds, including:\n\n  • The name of each.\n  • The year(s) in which it was dug.\n  • The address."
    entry = only(f"Ponds\n\nFOI number: 06526\n\nRequest\n\n{listed}\n\nOur response\n\n{TOLD}\n", ending="txt")  # fmt: skip

    assert len(entry.questions) == 3


def test_addresses_that_a_mail_counts_are_no_labels():
    entry = only(
        "Dear Sam\n\nWe refer to your Freedom of Information request about ponds.\n\nThe Board's response is set out below:\n\n"
        "1. A review of the ponds.\n\nPlease see the link below.\n\n[1]https://ponds.example/review\n\n2. The number of ponds that dried up.\n\n"
        "3. The number of ponds that were dug.\n\nWe do not hold the number.\n\nYours sincerely\n\nAn Officer\n",
        ending="txt",
    )

    assert [one.label for one in entry.questions] == ["1", "2", "3"]
    assert [one.outcomes[0].value for one in entry.questions[1:]] == ["not_held", "not_held"]


def test_a_letter_may_lead_to_what_was_asked_with_a_semicolon():
    entry = only(
        "Dear Sam\n\nRequest FOI/6387\n\nFurther to your request received on 04/11/2031, I confirm that the Board has now considered it. "
        'Specifically, you have requested the following information;\n\n"When were the ponds cleaned?"\n\n'
        "The ponds were cleaned in March.\n\nIf you are dissatisfied, you may ask for an internal review.\n",
        ending="txt",
    )

    assert (entry.ref, entry.request.strip('"'), entry.response) == ("FOI/6387", "When were the ponds cleaned?", "The ponds were cleaned in March.")  # fmt: skip


@pytest.mark.parametrize("told", ["This information is not recorded.", "Such figures are not centrally collated."])  # fmt: skip
def test_what_is_not_recorded_is_not_held(told):
    entry = only(page(h("Ponds", 1), h("Request"), p(ASKED), h("Response"), p(told)))

    assert [one.value for one in entry.outcomes] == ["not_held"]


def test_a_page_whose_numbers_count_only_asks():
    entry = only(
        "FOI release\n\nNumber of ponds and their cost\n\nSome of this was not provided, because the cost would exceed the limit.\n\n"
        "Case reference QX2031/00387\n\nPublished 20 March 2031\n\nI am writing to request the following information. Please may you provide me with:\n\n"
        "1. How many ponds did you have by the end of 2030?\n\n2. Of those, which were dug since?\n",
        ending="txt",
    )

    assert (entry.title, entry.response) == ("Number of ponds and their cost", "")
    assert [one.label for one in entry.questions] == ["1", "2"]


@pytest.mark.parametrize(
    "told",
    [
        "We have now had the opportunity to consider your request.\n\nNine ponds were cleaned.",
        "Section 21 – information already accessible\n\nThis applies where it is in the public domain.",
        "Our records do not allow us to say so. We do not hold the number.",
    ],
)
def test_a_response_without_a_label_begins_where_the_body_speaks(told):
    entry = only(f"Ponds - 176/31\n\nYou asked:\n\n1. How many ponds are there?\n\n2. Who cleans them?\n\n{told}\n", ending="txt")  # fmt: skip

    assert entry.response == told
    assert [one.label for one in entry.questions] == ["1", "2"]


def test_facts_above_a_title_and_names_below_one():
    below = only("Request ID: 5527\nDate received: 14/09/2031\nDate resolved: 05/10/2031\n\nPonds\n\nI ask about ponds:\n\n1. How many are there?\n\nNine.\n\n"
                 "2. Who cleans them?\n\nNobody.\n", ending="txt")  # fmt: skip
    above = only(f"Ponds in parks\n\nAuthority: The Board\n\nCase ID: 4559581\n\nOriginal request\n\n{ASKED}\n\nResponse\n\n{TOLD}\n", ending="txt")  # fmt: skip

    assert (below.ref, below.title, below.answered_on) == ("5527", "Ponds", dt.date(2031, 10, 5))
    assert (above.ref, above.title, above.request) == ("4559581", "Ponds in parks", ASKED)


def test_bare_years_in_prose_are_no_questions():
    asked = "Please tell me how many ponds were dug in each of a) 2029, b) 2030, c) 2031. I would like the cost of them, too."
    entry = only(page(h("Ponds", 1), h("You asked", 3), p(asked), h("We answered", 3), p(TOLD)))

    assert [one.label for one in entry.questions] == [None]


def test_a_number_that_is_dialled_is_no_reference():
    entry = only(
        "T 0203 3343659 ponds@board.example\n\nOur reference: 97868\n\nDear Sam\n\nThank you for your email of 27 May 2031 in which you asked for the following information:\n\n"
        "When were the ponds cleaned?\n\nI can confirm that the Board does not hold the information that you have requested.\n",
        ending="txt",
    )

    assert (entry.ref, [one.value for one in entry.outcomes]) == ("97868", ["not_held"])


def test_the_number_behind_a_title_is_the_reference_and_a_span_of_years_is_none():
    facts = "Date of request: 13/03/2031\n\nDate of response: 19/03/2031"
    numbered = only(f"Ponds - 242/31\n\n{facts}\n\nRequest\n\n{ASKED}\n\nResponse\n\n{TOLD}\n", ending="txt")  # fmt: skip
    spanned = only(f"Ponds - 2030-2031\n\n{facts}\n\nRequest\n\n{ASKED}\n\nResponse\n\n{TOLD}\n", ending="txt")  # fmt: skip

    assert (numbered.title, numbered.ref) == ("Ponds", "242/31")
    assert (spanned.title, spanned.ref) == ("Ponds - 2030-2031", None)


def test_ways_into_a_site_are_no_title():
    entry = only(f"top\n\nLogin\n\nForgotten password?\n\nPonds\n\nQuestion\n\n{ASKED}\n\nAnswer\n\n{TOLD}\n", ending="txt")  # fmt: skip

    assert (entry.title, entry.response) == ("Ponds", TOLD)


def test_lines_of_their_own_head_the_parts_of_a_page_that_speaks_like_a_letter():
    entry = only(
        "FOI 25-434 Ponds\n\nFreedom of Information Request\n\nReference\nFOI 25-434 Ponds\nRequest Date\n02 Oct 2031\nResponse Date\n09 Oct 2031\n"
        "Information Requested\n\nPlease provide the following information:\n\n1) How many ponds are there?\n\nResponse\n\n1) How many ponds are there?\n\n"
        "Please see below the number of ponds.\n\nNine\n",
        ending="txt",
    )

    assert (entry.ref, entry.title) == ("FOI 25-434", "Ponds")
    assert (entry.received_on, entry.answered_on) == (dt.date(2031, 10, 2), dt.date(2031, 10, 9))
    assert "Nine" in entry.questions[0].answer

"""The last of what was lost when pages, logs and threads of bodies were first read."""

import pytest

from answerable.reading import read_bytes
from tests.unit.reading.test_pages_of_one_record import TOLD, h, only, p, page
from tests.unit.reading.test_pages_read_at_first import gate

ASKED = "Dear Board,\n\nPlease supply the following information in relation to ponds:\n\n1. How many ponds are there?\n\n2. Who cleans them?\n\nYours faithfully,\n\nSam\n\n"
HEAD = "Ponds of the Board.\n\nThe request was successful.\n\n"


def test_days_below_a_word_for_the_response_are_those_of_the_answers():
    rows = [("Reference", "Category", "Summary", "Status", "Date received", "Response"),
            ("PB/2031-0002", "Public", "Copies of the Board's letters on the pond near the old mill.", "Granted in full.", "05/05/2031", "03/06/2031"),
            ("PB/2031-0003", "Public", "Details of the fish that were counted in any of the ponds.", "Information not held.", "06/05/2031", "04/06/2031")]  # fmt: skip
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    entries = read_bytes(page(h("Requests", 1), f"<table>{table}</table>").encode(), name="page.html").entries  # fmt: skip

    assert [(one.ref, str(one.received_on), str(one.answered_on), one.response) for one in entries] == [
        ("PB/2031-0002", "2031-05-05", "2031-06-03", ""), ("PB/2031-0003", "2031-05-06", "2031-06-04", "")]  # fmt: skip


def test_numbers_may_follow_each_other_without_blanks():
    asked = "I am writing to request information about ponds.Please could you provide the following:1.Does the Board clean its ponds? If yes, please say how.2.Please provide the number of ponds. 3. Please state their cost."
    entry = only(page(h("Ponds", 1), p("Received: 6 November 2031"), p(asked)))

    assert [one.label for one in entry.questions] == ["1", "2", "3"]
    assert str(entry.received_on) == "2031-11-06"


@pytest.mark.parametrize("kind", [("Content", "Freedom of Information Request"), ("Disclosure log", "Freedom of Information Request"), ("Content",)])  # fmt: skip
def test_headings_that_name_the_kind_of_page_are_no_title(kind):
    heads = "".join(h(one, level) for level, one in enumerate(kind, 1))
    entry = only(
        page(heads, h("Pond Data", 3), p("Received: 13 February 2031"), p("I am writing to you under the Freedom of Information Act 2000 to request the following information:"),
             p("1. How many ponds are there?"), p("2. Who cleans them?"))
    )  # fmt: skip

    assert (entry.title, str(entry.received_on)) == ("Pond Data", "2031-02-13")
    assert entry.request.startswith("I am writing to you")


def test_a_line_that_only_names_a_request_begins_no_record():
    facts = "<dl><dt>Reference</dt><dd>FOI 31-102 Ponds near ports</dd><dt>Request Date</dt><dd>08 Mar 2031</dd><dt>Response Date</dt><dd>14 Mar 2031</dd></dl>"
    entry = only(page(h("FOI 31-102 Ponds near ports", 1), p("Freedom of Information Request"), facts, p("Information Requested"), p("I am collating data on ponds near ports."), p("Response"), p(TOLD)))  # fmt: skip

    assert (entry.ref, entry.title, entry.response) == ("FOI 31-102", "Ponds near ports", TOLD)


def test_what_was_asked_is_the_first_letters_though_the_answer_names_it():
    answer = "Pond Office\n\nDear Sam\n\nThank you for your email dated the 21st November 2031 where you requested information regarding ponds.\n\nYour request will be dealt with under the Freedom of Information Act 2000.\n\nYours sincerely\n\nAn Officer\n"
    text = HEAD + ASKED + answer
    entry = only(text, ending="txt")

    assert [one.label for one in entry.questions] == ["1", "2"]
    assert entry.request.startswith("Please supply")


def test_an_answer_that_greets_nobody_thanks_below_the_letter_that_asks():
    text = f"Ponds of the Board\n\nThe request was successful.\n\n{ASKED}Pond Office\n\nThank you for your request, received on 11 June 2031. We can confirm that there are nine ponds, and nobody cleans any of them.\n\nYou can ask for an internal review.\n\nAn Officer\n"
    entry = only(text, ending="txt")

    assert (entry.title, [one.label for one in entry.questions]) == ("Ponds of the Board", ["1", "2"])  # fmt: skip
    assert "nobody cleans" in entry.response


def test_capital_letters_that_do_not_count_on_are_told():
    asked = [
        p("B) How many ponds are there?"),
        p("D) Who cleans them?"),
        p("E) What do they cost?"),
    ]
    told = gate(page(h("Ponds (17/31)", 1), p("<b>Request:</b>"), *asked, p("<b>Response:</b>"), p(TOLD)), "labels")  # fmt: skip

    assert told.lacks == ("17/31: it begins with B", "17/31: C is missing")


def test_the_heading_on_top_is_the_title_over_a_table_of_facts():
    table = "<table><tr><td>Request ID</td><td>14259</td></tr><tr><td>Date Received</td><td>3 May 2031</td></tr><tr><td>Details</td><td>See notes</td></tr></table>"
    entry = only(page(h("Ponds and puddles", 1), table, p("<b>Notes</b>"), p("1. How many ponds are there?"), p("There are nine."), p("2. Who cleans them?"), p("Nobody does."), p("3. What do they cost?"), p("£410.")))  # fmt: skip

    assert (entry.ref, entry.title) == ("14259", "Ponds and puddles")


def test_pairs_of_labels_below_the_heading_of_a_response_are_of_one_record():
    pairs = [("1. The number of ponds", "Nine"), ("2. Who cleans them", "Nobody"), ("3. Their cost", "Not applicable")]  # fmt: skip
    told = "".join(
        p("<b>You asked:</b>") + p(asked) + p("<b>Our response:</b>") + p(answer)
        for asked, answer in pairs
    )
    entry = only(
        page(h("Ponds – 2029/30 – 2030/2031", 1), p("Response published: 17 September 2031"), h("FOI Request"), p("Please tell me of ponds."), h("FOI Response"), p("Ref: FOI 216-2031"),
             p("Thank you for your recent request. Please find our response below."), told)
    )  # fmt: skip

    assert entry.title == "Ponds – 2029/30 – 2030/2031"
    assert [(one.label, one.answer) for one in entry.questions] == [("1", "Nine"), ("2", "Nobody"), ("3", "Not applicable")]  # fmt: skip


def test_words_behind_the_marks_of_questions_may_be_their_answers():
    asked = [p("1. Do you have a contract for ponds? No"), p("2. What is its name? N/A"), p("3. How many ponds are there, by year?")]  # fmt: skip
    told = gate(page(h("Ponds (17/31)", 1), p("<b>Request:</b>"), *asked, p("<b>Response:</b>"), p(TOLD)), "answers")  # fmt: skip

    assert told.lacks == ("17/31: answers may stand in questions 1, 2",)


def test_what_a_site_says_over_a_greeting_opens_no_answer():
    answer = "Dear Sam\n\nThank you for your request for information about ponds.\n\nPlease find attached our response.\n\nKind regards\n\nAn Officer\n"
    entry = only(f"Ponds of the Board\n\nThis request has been closed to new correspondence.\n\n{ASKED}{answer}", ending="txt")  # fmt: skip

    assert (entry.title, [one.label for one in entry.questions]) == ("Ponds of the Board", ["1", "2"])  # fmt: skip

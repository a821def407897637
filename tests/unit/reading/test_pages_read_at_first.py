"""What was lost when pages and letters of bodies were first read: lists in sentences, lines below questions, questions in responses."""

import pytest

from answerable.reading import read_bytes
from tests.unit.reading.test_pages_of_bodies import answers
from tests.unit.reading.test_pages_of_one_record import TOLD, h, only, p, page


def gate(text, name, *, ending="html"):
    reading = read_bytes(text.encode(), name=f"page.{ending}")
    return next(one for one in reading.gates if one.name == name)


def asked(entry):
    return [(one.label, one.text) for one in entry.questions]


def test_points_in_a_sentence_are_parted_by_their_numbers_and_letters():
    request = "For the last year, please would you state: 1a. the share of ponds that dried up, of all that you keep. 1b. your rules for filling them: see https://ponds.example/rules?m=2 2. The share of ponds with fish."
    entry = only(page(h("Ponds and fish", 1), p(request), p("FOI Reference : 14405"), p("Received Date: 17/04/2031")))  # fmt: skip

    assert (entry.ref, entry.title, str(entry.received_on)) == ("14405", "Ponds and fish", "2031-04-17")  # fmt: skip
    assert [one.label for one in entry.questions] == ["1a", "1b", "2"]


def test_letters_with_dots_are_points_below_the_number_of_their_paragraph():
    entry = only(
        page(h("Ponds", 1), p("<b>Request:</b>"), p("I. A list of ponds in parks."), p("II. For each of them, a. The number of fish in it. b. The depth, and c. The day on which it was cleaned."),
             p("<b>Response:</b>"), p(TOLD))
    )  # fmt: skip

    assert [one.label for one in entry.questions] == ["i", "ii.a", "ii.b", "ii.c"]
    assert entry.questions[1].heading == "For each of them,"


def test_two_letters_with_dots_are_initials():
    entry = only(page(h("Ponds", 1), p("<b>Request:</b>"), p("1. Letters between a. Smith and b. Jones on ponds."), p("2. Their diaries."), p("<b>Response:</b>"), p(TOLD)))  # fmt: skip

    assert [one.label for one in entry.questions] == ["1", "2"]


def test_lines_that_a_question_leads_to_are_a_part_of_it():
    entry = only(
        page(h("Ponds", 1), p("<b>Request:</b>"), p("1. For each pond, please provide the following:"), p("Its depth"), p("Its fish"), p("2. A list of parks."), p("o With their ponds"),
             p("I look forward to hearing from you."), p("<b>Response:</b>"), p(TOLD))
    )  # fmt: skip

    assert asked(entry) == [
        ("1", "For each pond, please provide the following:\nIts depth\nIts fish"),
        ("2", "A list of parks.\no With their ponds"),
    ]


def test_questions_that_only_the_response_has_are_read_there():
    entry = only(
        page(h("Ponds", 1), p("Reference: 2031/0717"), p("<b>Information requested</b>"), p("Thank you for your request of 7 March 2031 for information about ponds."), p("<b>Response</b>"),
             p("Question 1"), p("The total number of ponds in parks."), p("There are 90 ponds."), p("Question 2 and 3"), p("The total number that dried up."), p("The number of those that were filled."),
             p("We do not hold the totals that you ask for."))
    )  # fmt: skip

    assert asked(entry) == [
        ("1", "The total number of ponds in parks."),
        ("2", "The total number that dried up."),
        ("3", "The number of those that were filled."),
    ]
    assert answers(entry)[0] == ("1", "There are 90 ponds.")


def test_the_answers_to_questions_of_the_request_ask_nothing():
    entry = only(
        page(h("Ponds", 1), p("<b>Request</b>"), p("How many ponds are there?"), p("Who cleans them?"), p("<b>Response</b>"), p("Question 1"), p("There are nine."), p("All are in parks."),
             p("Question 2"), p("Nobody cleans them."), p("They are clean."))
    )  # fmt: skip

    assert [one.text for one in entry.questions] == ["How many ponds are there?", "Who cleans them?"]  # fmt: skip


def test_a_number_and_a_letter_may_stand_in_front_of_one_answer():
    asked = "1) The number of ponds in:\n\na) 2029\n\nb) 2030\n\n2) The number of fish in:\n\na) 2029\n\nb) 2030"
    entry = only(f"Ponds\n\nReference: 2031/0717\n\nRequest\n\n{asked}\n\nResponse\n\n1) a) 21\n\nb) 22\n\n2) a) 2,115\n\nb) 1,065\n", ending="txt")  # fmt: skip

    assert answers(entry) == [("1a", "21"), ("1b", "22"), ("2a", "2,115"), ("2b", "1,065")]


def test_a_page_of_questions_and_answers_is_parted_where_only_one_label_heads_both():
    entry = only(
        page(h("EIR 1610 Ponds", 1), p("Thank you for your request under the Environmental Information Regulations."), p("Please see below the answer to your request."), p("<b>Questions and final response:</b>"),
             p("Question 1 – How many ponds are there ?"), p("Please see the table."), p("Please note that a pond may be a puddle."), p("Question 2 – Who cleans them?"), p("Nobody does."))
    )  # fmt: skip

    told = dict(answers(entry))
    assert told["2"] == "Nobody does."
    assert told["1"].startswith("Please see the table.")


def test_facts_below_a_letters_answer_are_no_part_of_it():
    entry = only(
        page(h("Ponds", 1), p("<b>Request detail:</b>"), p("I would like to request a list of ponds."), p("I look forward to hearing from you."), p("<b>Response detail:</b>"),
             p("Thank you for your Freedom of Information request."), p("Please find the list attached."), p("<b>Date received:</b>"), p("Monday, 2 December, 2030"), p("<b>Date responded:</b>"), p("Monday, 23 December, 2030"))
    )  # fmt: skip

    assert (str(entry.received_on), str(entry.answered_on)) == ("2030-12-02", "2030-12-23")
    assert "December" not in entry.response


@pytest.mark.parametrize(("greeting", "close"), [("Tēnā koe Sam", "Nāku noa, nā"), ("Kia ora Sam", "Ngā mihi"), ("A chara", "Is mise le meas")])  # fmt: skip
def test_bodies_of_other_countries_greet_in_their_own_words(greeting, close):
    entry = only(
        f"Pond Office\nPrivate Bag 6995\nPondville 6141\n\n12 December 2030\n\nREF: OIA-4508\n\n{greeting}\n\n"
        "Thank you for your email of 14 November 2030 requesting the following information under the Official Information Act 1982:\n\n"
        "“All messages about ponds that the Board sent in July.”\n\nWe have refused your request, since looking for them would be a burden.\n\n"
        f"You have the right to seek an investigation and review of this response by the Ombudsman.\n\n{close}\n\nAn Officer\n",
        ending="txt",
    )

    assert (entry.ref, str(entry.received_on), str(entry.answered_on)) == ("OIA-4508", "2030-11-14", "2030-12-12")  # fmt: skip
    assert entry.response.startswith("We have refused")
    assert close not in entry.response


def test_a_labelled_number_is_the_reference_though_the_title_begins_with_its_own():
    entry = only(
        page(h("FOI 247 2031 - Feb 2031 - Ponds", 1), p("FREEDOM OF INFORMATION REQUEST REFERENCE NO: FOI-247-2031"), p("I write in connection with your request which was received on 26th February 2031 as follows:"),
             p("1) How many ponds are there?"), p("2) Who cleans them?"), p("Please find our response below."), p("Response: There are nine, and nobody does."))
    )  # fmt: skip

    assert (entry.ref, entry.title) == ("FOI-247-2031", "FOI 247 2031 - Feb 2031 - Ponds")


@pytest.mark.parametrize(("asked_on", "ref"), [("02/01/2031", "3/31"), ("02/01/2029", None)])
def test_a_short_number_behind_a_title_counts_in_the_year_of_its_days(asked_on, ref):
    entry = only(
        page(h("Ponds - 3/31", 1), p(f"Date of request: {asked_on}"), p("Thank you for your email in which you made a request for access to certain information."), p("<b>You asked:</b>"),
             p("How many ponds are there?"), p("<b>In response:</b>"), p("We have now had the opportunity to fully consider your request."), p("There are nine."))
    )  # fmt: skip

    assert entry.ref == ref


def test_what_whoever_asks_adds_below_their_list_is_a_part_of_the_request():
    entry = only(
        "Our ref: FOI 3243\n\n29 September 2030\n\nDear Sam\n\nI write further to your email. You asked:\n\n1. I would like a list of ponds.\n\n2. I would also like their depths.\n\n"
        "Regarding part 1, ideally I would like it by park.\n\nI can confirm that there are no ponds.\n\nYours sincerely\n\nAn Officer\n",
        ending="txt",
    )

    assert "ideally" in entry.request
    assert entry.response == "I can confirm that there are no ponds."


def test_labels_that_stand_inside_a_question_are_told():
    told = gate(page(h("Ponds (17/31)", 1), p("<b>Request:</b>"), p("Please state a. the number of ponds and b. the number of fish in them."), p("<b>Response:</b>"), p(TOLD)), "labels")  # fmt: skip

    assert told.lacks == ("17/31: a., b. stand inside what was asked",)


def test_questions_that_a_response_names_and_nobody_asked_are_told():
    told = gate(page(h("Ponds (17/31)", 1), p("<b>Request:</b>"), p("Thank you for your request about ponds."), p("<b>Response:</b>"), p("Question 1: a pond in a park."), p("Question 2: a fish in a pond.")), "labels")  # fmt: skip

    assert told.lacks == (
        "17/31: “Question 1: a pond in a park.” stands in the response, and no question has its label",
    )


def test_a_letter_that_only_asks_has_a_gate_for_its_labels():
    told = gate("Dear Board\n\nPlease tell me under the Freedom of Information Act a. the number of fish and b. the depth of each pond.\n\nYours faithfully\n\nSam\n", "labels", ending="txt")  # fmt: skip

    assert told.holds is False

"""Forms met on pages and letters that are stored as plain lines: lists in sentences, periods for all questions, titles that nothing sets out."""

import pytest

from answerable.domain.disclosure_log import Entry, Question
from answerable.domain.questions.periods import is_period
from answerable.reading import read_bytes
from answerable.reading.labels_inside import labels_inside
from tests.unit.reading.test_pages_of_bodies import answers


def entries(text):
    return read_bytes(text.encode(), name="page.txt").entries


def read(text):
    (entry,) = entries(text)
    return entry


def asked(entry):
    return [(one.label, one.text) for one in entry.questions]


LAMPS = "Lamp posts\n\nRequest ID: LP-31-204\n\nYou asked\n\n{asked}\n\nWe answered\n\nWe do not hold this information."


@pytest.mark.parametrize("sign", ["{})", "{}."])
def test_points_that_are_sentences_of_one_paragraph_are_questions_and_thanks_behind_them_are_none(
    sign,
):
    first, second, third = (sign.format(one) for one in (1, 2, 3))
    words = (
        f"I have some questions about lamps in the town. {first} The cost of the new lamps in 2030. {second} Who made the lamps that "
        f"are lit all night? {third} The plans for lamps in the park. Thank you for your help."
    )

    assert asked(read(LAMPS.format(asked=words))) == [
        ("1", "The cost of the new lamps in 2030."),
        ("2", "Who made the lamps that are lit all night?"),
        ("3", "The plans for lamps in the park."),
    ]


@pytest.mark.parametrize("words", [
    "How many lamps are of type 1) old, 2) new and 3) on loan, and what does each kind cost?",
    "What did the works of phase 1. cost? Phase 2. and phase 3. are still to come.",
])  # fmt: skip
def test_numbers_within_a_sentence_count_no_points(words):
    assert len(read(LAMPS.format(asked=words)).questions) == 1


@pytest.mark.parametrize("text", ["9 June 2029 - 9 June 2030", "April 1st 2029-March 31st 2030", "01/04/2029 to 31/03/2030", "1 May to 31 December 2030", "March 2030 to present"])  # fmt: skip
def test_what_lies_between_two_days_is_a_period(text):
    assert is_period(text)


@pytest.mark.parametrize("text", ["9 June 2029", "May", "March 2030 to the new lamps", "from 3 lamps to 9 lamps"])  # fmt: skip
def test_a_day_or_other_words_are_no_period(text):
    assert not is_period(text)


YEARS = "(a) April 1st 2028-March 31st 2029\n(b) April 1st 2029-March 31st 2030\n\n"
QUESTIONS = "Q1 How many lamps were broken?\nQ2 What did it cost to mend them?\n\n"


@pytest.mark.parametrize("words", [
    f"Please answer for each of these years:\n{YEARS}In each of the years above:\n{QUESTIONS}",
    f"Please answer these questions:\n{QUESTIONS}I ask for each of these years:\n{YEARS}",
])  # fmt: skip
def test_the_years_for_all_questions_are_no_questions(words):
    assert asked(read(LAMPS.format(asked=words))) == [
        ("1", "How many lamps were broken?"),
        ("2", "What did it cost to mend them?"),
    ]


def test_a_question_keeps_what_it_wishes_behind_its_mark():
    entry = read(
        "FOI 5512 – Ferry fares\n\n1. How many fares were sold in 2030? Include a breakdown by route if possible.\n\n12,400 on the north route\n\n"
        "2. How many were given back? Where possible, specify the reason.\n\nWe do not count these.\n"
    )

    assert answers(entry) == [("1", "12,400 on the north route"), ("2", "We do not count these.")]
    assert entry.questions[0].text.endswith("Include a breakdown by route if possible.")


LETTER = "{head}\n\nThank you for your request of 3 May 2031 about {about}. You requested:\n\n1. How many ferries were late?\n2. Who mends the ramps?\n\nWe hold no records of late ferries.\n"


@pytest.mark.parametrize(("head", "title"), [
    ("Ferry ramps (FR/31/12)", "Ferry ramps"),
    ("FOI_31-155 Ferry ramps and who mends them", "Ferry ramps and who mends them"),
    ("Late ferries and ramps in the summer\n\n9 June 2031\n\nDear Requester", "Late ferries and ramps in the summer"),
])  # fmt: skip
def test_a_line_over_a_letter_names_it_by_its_number_or_by_words_that_come_again(head, title):
    about = "late ferries and the ramps in the summer"

    assert read(LETTER.format(head=head, about=about)).title == title


def test_a_body_over_its_letter_is_no_title():
    letter = LETTER.format(
        head="Office of the Harbour Master\n\n9 June 2031\n\nDear Requester",
        about="the Office of the Harbour Master",
    )

    assert "Office" not in read(letter).title


def test_labels_in_lines_above_what_they_tell_are_read_over_an_answer():
    entry = read(
        "FOI Number\n2031-550\nSubject\nFerry ramps\nDate Received\n07/05/2031\nRequest and Response\n\nPlease send the following:\n\n"
        "1. The number of ramps.\n\nUnder section 1 the Board confirms that it holds this: nine.\n\n2. The number of ferries.\n\nThe Board confirms that there are four.\n"
    )

    assert (entry.ref, entry.title, str(entry.received_on)) == (
        "2031-550", "Ferry ramps", "2031-05-07",
    )  # fmt: skip


def test_numbers_in_lines_of_their_own_head_the_points_below_them():
    entry = read(
        "6 May 2031\n\nDear Requester\n\nThank you for your email on 17 April 2031, asking us for the following:\n1.\nThe day on which the ramp was opened.\n"
        "2.\nThe number of ferries.\n3.\nRecords of works on the ramp, in particular those\nthat were begun in winter.\nNot for this request, but I will ask for all letters later. This includes:\n- Any drafts of them.\n- The lists.\n\nResponse\n\n"
        "The Board does not hold this information.\n"
    )

    assert asked(entry) == [
        ("1", "The day on which the ramp was opened."),
        ("2", "The number of ferries."),
        ("3", "Records of works on the ramp, in particular those that were begun in winter."),
    ]


def test_a_quotation_mark_in_front_of_the_first_label_hides_no_list():
    entry = read(
        "2 August 2031\n\nRef: OIA-31-943\n\nDear Requester\n\nThank you for your request received on 9 June 2031.\n\nYou requested:\n\n“a. letters between the Board and the builders of the ramp;\n\n"
        "b. letters between the Board and the harbour; and\n\nc. minutes of their meetings.“\n\nThe time to answer was extended. We have searched for these letters, and refuse the request under section 18(f) of the Act.\n"
    )

    assert [label for label, _ in asked(entry)] == ["a", "b", "c"]
    assert entry.response.startswith("The time to answer")


def test_a_greeting_below_the_heading_of_a_request_begins_no_answer():
    entry = read(
        "Ferry ramps\n\nRequest\n\nDear Harbour Board,\n\nI would like some information about your ramps, and hope to compare them with others.\n\n"
        "1.a. How many ramps are there?\n\n1.b.i. How many of these were mended in 2030?\n\n1.b.ii. How many were closed?\n\nResponse\n\nPlease see the attached table.\n"
    )

    assert (entry.title, entry.response) == ("Ferry ramps", "Please see the attached table.")
    assert [label for label, _ in asked(entry)] == ["1a", "1b.i", "1b.ii"]


def test_a_list_of_what_may_be_meant_asks_nothing_beside_one_that_asks():
    words = (
        "The request is about lamps, which could relate to one of the following:\n\n1. Lamps in the park\n2. Lamps on the shore\n\nPlease send me for each:\n\n"
        "1. Supplier: who supplied the lamps.\n2. Cost: what they cost."
    )

    assert [text.split(":")[0] for _, text in asked(read(LAMPS.format(asked=words)))] == [
        "Supplier", "Cost",
    ]  # fmt: skip


NUMBERED = (
    "1) The number of ramps.\n\nThere are nine ramps.\n\n2) How many were mended in 2030?\n\nFour of them were.\n\n"
    "3) Who mended them?\n\n{told}\n"
)


def test_answers_below_numbers_are_read_without_a_title_where_the_act_is_named():
    told = "This is exempt under section 40(2) of the Freedom of Information Act."

    assert answers(read(NUMBERED.format(told=told))) == [
        ("1", "There are nine ramps."), ("2", "Four of them were."), ("3", told),
    ]  # fmt: skip
    assert not entries(NUMBERED.format(told="The harbour’s own people did."))


@pytest.mark.parametrize("head", [
    "Ferry ramps (FOI310286)\n\nFerry ramps\n\nRef no: FOI310286",
    "Show one record\n\nFOI Request\n\nDisclosure ID\nFOI/0286\nRequest Date\nMay 2, 2031\nSubject\nFerry ramps\nDescription",
])  # fmt: skip
def test_a_title_printed_twice_or_behind_its_label_is_told_once(head):
    entry = read(
        f"{head}\n\nInformation request\n\n1. How many ramps are there?\n2. Who mends them?\n\nOur response\n\n1. Nine.\n2. The harbour office.\n"
    )

    assert entry.title == "Ferry ramps"


def test_numbers_with_commas_count_points_that_count_on():
    words = "1, The number of lamps\n2, Their age and type\n3, Who mends them"

    assert asked(read(LAMPS.format(asked=words))) == [
        ("1", "The number of lamps"), ("2", "Their age and type"), ("3", "Who mends them"),
    ]  # fmt: skip
    assert len(read(LAMPS.format(asked="12, High Street has a lamp. What did it cost?")).questions) == 1  # fmt: skip


def test_points_without_a_blank_between_them_are_parted_and_courtesies_behind_them_left():
    words = (
        "I ask for the following:1. The number of lamps in the park and on the shore2. The number that were broken in 2030 (or in 2029)3. Who "
        "mends them?If you cannot answer all of it, please answer what you can."
    )

    assert asked(read(LAMPS.format(asked=words))) == [
        ("1", "The number of lamps in the park and on the shore"),
        ("2", "The number that were broken in 2030 (or in 2029)"),
        ("3", "Who mends them?"),
    ]


def test_a_letter_to_whom_it_may_concern_asks_in_a_thread():
    entry = read(
        "Ferry ramps\n\nTo Whom It May Concern,\n\nI am writing to you requesting information on your ramps:\n\n• How many ramps are there?\n• Who mends them?\n\n"
        "Yours faithfully,\n\nA Requester\n\nHarbour Board\n\nDear Requester,\n\nReference No: 42163\n\nThank you for your request. We do not hold this information, and refuse your request.\n\nYours sincerely\n\nThe office\n"
    )

    assert [text for _, text in asked(entry)] == ["How many ramps are there?", "Who mends them?"]


def test_a_list_below_what_somebody_asked_at_first_is_what_was_asked():
    entry = read(
        "30 March 2031\n\nDear Requester\n\nComplaint about HB 16046 – Ferry ramps\n\nI am responding to your email of 2 March 2031 in which you asked us to review our response to your request.\n\n"
        "In your original request dated 2 February, you requested:\n\n1. Copies of any letters on the ramps.\n2. Copies of any notes on them.\n3. What are the figures for the other harbours?\n\n"
        "In respect of questions 1 and 2, our response explained that there are no letters and no notes.\n"
    )

    assert [label for label, _ in asked(entry)] == ["1", "2", "3"]


def test_a_question_without_words_and_a_list_that_goes_on_in_the_response_are_told():
    def labels(questions, response):
        entry = Entry(ref="LP/1", title="Lamps", request="How many?", response=response, questions=questions, outcomes=())  # fmt: skip
        return [*labels_inside(entry)]

    empty = (Question("1", "1.", "How many?"), Question("2", "2.", " "))
    assert labels(empty, "Nine.") == ["question 2 has no words"]
    alone = (Question(None, None, "letters with the builders;"),)
    assert labels(alone, "b. letters with the port;\n\nc. notes.\n\nWe hold none.") == [
        "a list goes on at b. in the response, and no question has its label"
    ]
    assert not labels(alone, "a. None.\n\nb. None.\n\nc. Nine.")


def test_a_line_that_names_a_question_that_was_not_found_is_told():
    def labels(request):
        asked = (Question("1", None, "How many lamps? Nine."),)
        entry = Entry(ref="LP/1", title="Lamps", request=request, response="", questions=asked, outcomes=())  # fmt: skip
        return [*labels_inside(entry)]

    assert labels("Question 1\n\nHow many lamps?\n\nQuestion 2 and 3\n\nWho made them?") == [
        "“Question 2 and 3” stands in the request, and no question has its label"
    ]
    assert not labels("Question 1\n\nHow many lamps? Question 2 and 3 were withdrawn.")


def test_names_of_questions_in_one_paragraph_part_it():
    words = "I write about the lamps in the town. Q1. How many are lit all night? Please give the year. Q2. Who lights them? I look forward to hearing from you."

    assert asked(read(LAMPS.format(asked=words))) == [
        ("1", "How many are lit all night? Please give the year."), ("2", "Who lights them?"),
    ]  # fmt: skip


COUNTED_ON = "1. How many lamps are there?\n2. How many were mended in 2030?\n\n{leads}\n\n3. The cost of mending them\n4. The dates of the works"


@pytest.mark.parametrize("leads", [
    "It would be helpful if you could also provide the following:",
    "I ask for all of it, which can be in a spreadsheet:",
    "This should include the following:",
])  # fmt: skip
def test_points_that_count_on_are_asked_whatever_leads_to_them(leads):
    asked_for = asked(read(LAMPS.format(asked=COUNTED_ON.format(leads=leads))))

    assert [label for label, _ in asked_for] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("end", ["If this is so, when was it written?", "If you do, please send me a copy of it.", "If any of this is done by others, please name them."])  # fmt: skip
def test_a_condition_behind_the_last_point_is_a_part_of_it(end):
    words = f"I have some questions: 1. How many lamps are there? 2. Who mends the lamps? 3. Is there a policy on lamps? {end}"

    assert asked(read(LAMPS.format(asked=words)))[-1] == ("3", f"Is there a policy on lamps? {end}")


def test_a_page_that_ends_in_a_sentence_parts_no_question():
    words = "1. How many lamps were mended in the park of the town by\n\nKent County Council in the year of 2030?\n2. Who mends the lamps?\n3. What did it cost to mend all of the lamps in the park?"

    assert asked(read(LAMPS.format(asked=words)))[0] == (
        "1", "How many lamps were mended in the park of the town by Kent County Council in the year of 2030?",
    )  # fmt: skip


def test_numbers_with_commas_before_streets_count_no_points():
    text = LAMPS.format(asked="1. How many lamps?\n2. Who owns them?\n3. Where are they?").replace(
        "We do not hold this information.", "They are at:\n\n1, Mill Lane\n2, Mill Lane\n3, High Street"
    )  # fmt: skip

    entry = read(text)

    assert "1, Mill Lane" in entry.response
    assert [answer for _, answer in answers(entry) if answer == "Mill Lane"] == []


@pytest.mark.parametrize("words", [
    "How many lamps were mended, for each quarter: Q1 April to June; Q2 July to September; Q3 October to December.",
    "I ask about the works. 1. Was it done well in the park? Phase 2. It cost a lot. Phase 3. It is late. Please say why.",
])  # fmt: skip
def test_quarters_and_phases_count_no_points(words):
    assert len(read(LAMPS.format(asked=words)).questions) == 1


@pytest.mark.parametrize("text", ["Mayor 2019 to Mayor 2020", "Marine 2030", "Decking 2030"])
def test_words_that_begin_as_months_do_are_none(text):
    assert not is_period(text)

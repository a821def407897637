"""Forms met on pages that nobody had looked at: points with dashes, questions that lines count, facts of yes and no."""

import pytest

from answerable.domain.decisions import Outcome
from answerable.domain.questions import leading_label
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


@pytest.mark.parametrize("heads", [
    (h("Disclosure log", 1), p("GB/31/12")),
    (h("FOI disclosure log", 1), p("Published 4 April 2031"), p("GB/31/12 – answered 4 April 2031")),
    (h("Freedom of Information", 1), p("GB/31/12")),
])  # fmt: skip
def test_questions_below_a_title_that_only_says_what_the_page_is_stay_apart(heads):
    made = page(*heads, p("<b>How many ferries were late?</b>"), p("There were 17."), p("<b>Who mends the ramps?</b>"), p("The harbour office does."), p("<b>Is there a winter timetable?</b>"), p("There is none."))  # fmt: skip
    entries = read_bytes(made.encode(), name="page.html").entries

    assert [(one.title, one.response) for one in entries] == [
        ("How many ferries were late?", "There were 17."), ("Who mends the ramps?", "The harbour office does."), ("Is there a winter timetable?", "There is none."),
    ]  # fmt: skip


def test_questions_are_of_one_record_where_what_was_asked_about_stands_beside_the_number():
    entry = only(page(h("Disclosure log", 1), p("GB/31/12 – Ferries and ramps"), p("<b>How many ferries were late?</b>"), p("There were 17."), p("<b>Who mends the ramps?</b>"), p("The harbour office does.")))  # fmt: skip

    assert (entry.ref, len(entry.questions)) == ("GB/31/12", 2)


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


def test_a_table_that_is_no_log_keeps_the_words_of_its_head():
    made = page(h("Ponds", 1), "<table><tr><th>FOI request</th><th>Response</th></tr><tr><td>3101</td><td>Nine ponds in all.</td></tr><tr><td>3107</td><td>Four by the mill.</td></tr></table>")  # fmt: skip
    reading = read_bytes(made.encode(), name="page.html")

    assert reading.unread[-1].text.splitlines()[0] == "FOI request\tResponse"


def test_lines_that_count_requests_ask_together_where_one_answer_stands_below_them_all():
    entry = read(
        "Request: FOI/44102\nCategory: Harbours\nSubject: Moorings\nI would like to ask the following:\nRequest 1\nHow many moorings are there?\n"
        "Request 2\nWho keeps their list?\nRequest 3\nPlease part them by harbour.\nAnswer\nTo look into 900 files would exceed the cost limit of section 12.\n"
    )

    assert (entry.ref, entry.title) == ("FOI/44102", "Moorings")
    assert [(one.label, one.text) for one in entry.questions] == [
        ("1", "How many moorings are there?"), ("2", "Who keeps their list?"), ("3", "Please part them by harbour."),
    ]  # fmt: skip
    assert {one.outcomes for one in entry.questions} == {(Outcome.COST_LIMIT,)}


def test_an_answer_whose_line_has_no_number_is_that_of_the_request_above_it():
    entry = read(
        "Request: FOI/44103\nSubject: Moorings\nRequest 1\nIs there a policy on moorings.\nAnswer 1\nThere is none.\n"
        "Request 2\nHow many complaints were received.\nAnswer\nThere were nine.\n"
    )

    assert answers(entry) == [("1", "There is none."), ("2", "There were nine.")]


def test_the_day_of_a_request_is_not_its_number():
    entry = read(
        "Moorings in harbours\n\nDate of request: 3 March 2031\nReference: 307-31\n\n1) How many moorings are there?\n\n2) How many were let?\n\n"
        "In relation to question 1, there are 62 moorings.\n\nIn relation to question 2, all of them were let.\n"
    )

    assert (entry.ref, len(entry.questions)) == ("307-31", 2)


def test_a_field_that_says_yes_or_no_is_no_second_response():
    entry = read(
        "Grass fires\n\nReference: \n\n1181\n\nRequest detail: \n\nI would like the number of grass fires in 2030.\n\nResponse detail: \n\nThere were 71.\n\n"
        "If you are unhappy with this response, you can ask for an internal review.\n\nInformation Released: \n\nYes\n\nReceived: \n\nTuesday, 29 April, 2031\n"
    )

    assert (entry.ref, entry.title) == ("1181", "Grass fires")
    assert entry.received_on.isoformat() == "2031-04-29"


TABLE = "<table><tr><td>Reference</td><td>GB 31-12</td></tr><tr><td>Request</td><td>Is there a map of the ditches?</td></tr><tr><td>Information provided</td><td>No</td></tr></table>"


@pytest.mark.parametrize(("text", "name"), [
    ("Reference: GB 31-12\nRequest: Is there a map of the ditches?\nInformation provided: No\n", "page.txt"),
    ("Reference:\n\nGB 31-12\n\nRequest:\n\nIs there a map of the ditches?\n\nInformation disclosed:\n\nNo\n", "page.txt"),
    ("Trust reference: GB 31-12\n\nRequest: Is there a map of the ditches?\n\nInformation provided for the answer: No\n", "page.txt"),
    (page(h("Ditches", 1), TABLE), "page.html"),
])  # fmt: skip
def test_a_field_that_says_yes_or_no_is_the_response_where_there_is_no_other(text, name):
    (entry,) = read_bytes(text.encode(), name=name).entries

    assert (entry.ref, entry.request, entry.response) == ("GB 31-12", "Is there a map of the ditches?", "No")  # fmt: skip


@pytest.mark.parametrize("refs", [("", ""), ("Reference: GB 31-12\n\n", "Reference: GB 31-13\n\n")])
def test_whether_a_record_has_another_response_is_asked_of_each_record(refs):
    first, second = refs
    text = f"{first}Request: How long are the ditches?\n\nResponse: Nine miles.\n\nInformation released: Yes\n\n{second}Request: Is there a map of them?\n\nInformation released: No\n"
    entries = read_bytes(text.encode(), name="page.txt").entries

    assert [one.request for one in entries] == ["How long are the ditches?", "Is there a map of them?"]  # fmt: skip
    assert entries[0].response.startswith("Nine miles.")
    assert entries[1].response == "No"


def test_words_on_reviews_above_the_line_that_heads_the_response_do_not_end_a_letter():
    entry = read(
        "Reviews of the Board\n\nFOI request reference: F0041\n\nRequest\n\nUnder the Act, I am requesting the following information:\n\n1. Copies of replies sent in May.\n\n"
        "I expect these to show when each was sent.\n\n1. Copies of the outcome of each internal review sent in May.\n\nI expect these to show their dates.\n\n"
        "Response\n\nWe hold none of them.\n"
    )

    assert len(entry.questions) == 2
    assert "We hold none of them." in entry.response


def read_with_last_words(words):
    return read(
        "FREEDOM OF INFORMATION REQUEST REFERENCE NO: FOI-260-2031\nI write in connection with your request for information which was received on 28th February 2031 as follows:\n"
        f"Can you please tell me how often the gate was shut.\n{words}\nResponse: It was shut nine times.\n"
    )  # fmt: skip


@pytest.mark.parametrize("words", [
    "Please accept my apologies for the delay in our response, and for what it cost you.",
    "Please accept our most sincere apologies that this response comes late.",
    "Please accept our full apology for a response so long after the day it was due.",
])  # fmt: skip
def test_an_apology_below_what_was_asked_is_no_part_of_it(words):
    assert (
        read_with_last_words(words).request == "Can you please tell me how often the gate was shut."
    )


@pytest.mark.parametrize("words", [
    "Please accept my request for a copy of your response to the survey of gates.",
    "Please accept our thanks in advance, and send the response in a spreadsheet.",
    "Please accept my apologies for writing twice, but may I see your first response, too?",
])  # fmt: skip
def test_what_whoever_asks_wishes_to_be_accepted_is_a_part_of_what_was_asked(words):
    assert words in read_with_last_words(words).request


def test_what_whoever_asks_might_have_is_no_answer():
    entry = read(
        "FREEDOM OF INFORMATION REQUEST REFERENCE NO: 558-2031\nI write in connection with your request for information which was received on 21st May 2031 as follows:\n"
        "Q1. How much was spent on gates in 2030.\nCould I possibly receive this by month, please.\nQ2. How much was spent on locks in 2030.\nCould I have this by month, too.\n"
        "Please find our response set out below.\nQ1 response:\nNothing was spent on gates.\nQ2 response:\nNo information held.\n"
    )

    assert answers(entry) == [("1", "Nothing was spent on gates."), ("2", "No information held.")]


def test_a_number_of_a_question_in_front_of_the_word_for_a_response_announces_an_answer():
    assert leading_label("Q2 response: none").is_answer
    assert not leading_label("Q2 responses by month").is_answer


def test_a_long_title_stands_over_a_line_that_only_says_what_the_page_is():
    title = "Information on the number of moorings let in each of the harbours of the north since the year 2021"
    entry = only(
        page(p(title), p("Information request and response under the Freedom of Information (Scotland) Act 2002."), p("Information requested"),
             p("How many moorings were let in each year?"), p("Response"), p("In each year 62 were let."))
    )  # fmt: skip

    assert entry.title == title


def test_letters_alone_in_lines_without_blank_ones_count_too():
    entry = read(
        "Moorings (FOI)\nRequest\nA\nThe number of moorings in each harbour in 2030.\nB\nThe number of them that were let.\n"
        "Response\nA\nThere were 62 in all.\nB\nThis is not held.\n"
    )

    assert answers(entry) == [("A", "There were 62 in all."), ("B", "This is not held.")]


def test_what_stands_around_a_page_is_no_part_of_what_it_asks():
    reading = read_bytes(
        b"Skip to main content\n\nDear Board,\n\nI would like to request the following under the Freedom of Information Act:\n\n1) How many moorings are there?\n\n2) How many were let?\n\nYours faithfully\n",
        name="page.txt",
    )

    (entry,) = reading.entries
    assert "Skip" not in entry.request
    assert [one.text for one in reading.unread] == ["Skip to main content"]
    assert (reading.kind, len(entry.questions)) == ("requests", 2)

"""Answers above what they answer, on the same line with it, or behind a number on one line with its day."""

import pytest

from tests.unit.reading.test_pages_of_one_record import ASKED, TOLD, h, only, p, page

POINTS = "1. How many ponds are there?\n\n2. Who cleans them?\n"
LETTER = f"Our ref: QX/31/12\n\n3 May 2031\n\nDear Ms Reed\n\nThank you for your request of 9 April 2031.\n\n{TOLD}\n\nYours sincerely\n\nInformation Officer\n\n"


@pytest.mark.parametrize("head", ["Your request", "Original request:", "Request", "Information requested"])  # fmt: skip
def test_a_letter_answers_the_request_that_a_line_heads_below_its_last_words(head):
    entry = only(f"{LETTER}{head}\n\n{POINTS}", ending="txt")

    assert [(one.label, one.text) for one in entry.questions] == [("1", "How many ponds are there?"), ("2", "Who cleans them?")]  # fmt: skip
    assert (entry.ref, entry.response) == ("QX/31/12", TOLD)
    assert (str(entry.received_on), str(entry.answered_on)) == ("2031-04-09", "2031-05-03")


def test_what_was_asked_above_the_answer_stays_what_was_asked():
    letter = LETTER.replace(TOLD, f"Your request\n\nHow many newts live in the ponds?\n\n{TOLD}")
    entry = only(f"{letter}Request\n\n{POINTS}", ending="txt")

    assert entry.request.startswith("How many newts")


def test_a_response_may_stand_above_its_request_on_a_page():
    asked = [p("1. How many ponds are there?"), p("2. Who cleans them?")]
    entry = only(page(h("Ponds", 1), p("Reference: QX/31/12"), h("Our response"), p(TOLD), h("Original request"), *asked))  # fmt: skip

    assert (entry.ref, entry.title, entry.response) == ("QX/31/12", "Ponds", TOLD)
    assert [one.label for one in entry.questions] == ["1", "2"]


def test_questions_above_a_response_are_not_taken_for_answers():
    asked = [p("How many ponds are there?"), p("Who cleans them?")]
    entry = only(page(h("Ponds", 1), p("Reference: QX/31/12"), *asked, h("Response"), p(TOLD), h("Request a review"), p("Can I ask for a review? Yes.")))  # fmt: skip

    assert entry.request.startswith("How many ponds")
    assert entry.response.startswith(TOLD)


def test_answers_stand_on_the_lines_of_their_points():
    points = [p("1. Number of ponds in the parish: 9"), p("2. Name of the firm that cleans them: Marsh Ltd"), p("3. Cost of it in a year - £450"), p("4. Date of the next cleaning: Not held")]  # fmt: skip
    entry = only(page(h("Ponds", 1), p("Reference: QX/31/12"), h("Request"), p("Please provide:"), *points))  # fmt: skip

    assert [one.answer for one in entry.questions] == ["9", "Marsh Ltd", "£450", "Not held"]
    assert entry.questions[1].text == "Name of the firm that cleans them:"


def test_answers_are_sentences_behind_their_points():
    points = [p("1. The number of ponds in the parish. There are nine ponds."), p("2. The firm that cleans them. This is Marsh Ltd."), p("3. The cost of it. The Board paid £450.")]  # fmt: skip
    entry = only(page(h("Ponds", 1), p("Reference: QX/31/12"), h("Request"), *points))

    assert [one.answer for one in entry.questions] == ["There are nine ponds.", "This is Marsh Ltd.", "The Board paid £450."]  # fmt: skip


def test_bullets_below_points_are_answered_on_their_lines():
    listed = "<p>1. Ponds - the number that was:</p><ul><li>Dug: 12</li><li>Filled in: None</li></ul><p>2. Newts - the number that was:</p><ul><li>Counted: 310</li><li>Moved: not recorded</li></ul>"
    entry = only(page(h("Ponds", 1), p("Reference: QX/31/12"), h("Request"), listed))

    assert [(one.label, one.answer) for one in entry.questions] == [
        ("1.1", "12"), ("1.2", "None"), ("2.1", "310"), ("2.2", "not recorded")]  # fmt: skip


@pytest.mark.parametrize(
    "points",
    [
        ["1. Wardens: the number of them", "2. Format: a spreadsheet", "3. Period: 2021/22"],
        ["1. The number of ponds. Please part it by years.", "2. Their cost - 2019, 2020 and 2021"],
        [
            "1. The number of ponds. This is for each of five years.",
            "2. Their cost. This does not need to include staff.",
        ],
        ["1. Value of contracts: £10,000 or more only", "2. Dates: all", "3. Suppliers: all"],
        ["1. Reports received: 5 most recent years", "2. Reports used - 10 largest by value"],
        [
            "1. For each pond: its depth",
            "2. For each warden: their hours",
            "3. Years: 2029 to 2031",
        ],
    ],
)
def test_what_only_says_more_of_a_point_is_no_answer(points):
    entry = only(page(h("Ponds", 1), p("Reference: QX/31/12"), h("Request"), *map(p, points)))

    assert (entry.response, [one.answer for one in entry.questions if one.answer]) == ("", [])


def test_a_day_may_follow_the_number_on_its_line():
    text = f"Our Ref: QX/31/12 Date: 31st May 2031\n\nDear Sam\n\nI refer to your request. You asked:\n\nHow many ponds are there?\n\n{TOLD}\n\nYours sincerely\n\nAn Officer\n"
    entry = only(text, ending="txt")

    assert (entry.ref, str(entry.answered_on), entry.title) == ("QX/31/12", "2031-05-31", "How many ponds are there?")  # fmt: skip


def test_capitals_before_a_number_are_a_reference_in_its_column():
    rows = [("FOI Number", "Information requested", "Response"), ("FOI QXB 31-097", "Ponds in the parish", TOLD), ("FOI QXB 31-098", "Newts in the ponds", "There are none.")]  # fmt: skip
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    from answerable.reading import read_bytes

    entries = read_bytes(page(h("Log", 1), f"<table>{table}</table>").encode(), name="page.html").entries  # fmt: skip

    assert [(one.ref, one.title) for one in entries] == [("FOI QXB 31-097", "Ponds in the parish"), ("FOI QXB 31-098", "Newts in the ponds")]  # fmt: skip


def test_a_table_of_facts_may_have_many_rows_above_a_request():
    rows = ["Request ID|14259", "Date Received|3 May 2031", "Date Resolved|27 May 2031", "Details|See notes", "Resolution|See notes"]  # fmt: skip
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)  # fmt: skip
    asked = "I would like to request the following for each pond:"
    entry = only(page(h("Ponds", 1), f"<table>{table}</table>", p(asked), p("1. Number of fish: 12"), p("2. Number of newts: none")))  # fmt: skip

    assert (entry.ref, entry.title, str(entry.answered_on)) == ("14259", "Ponds", "2031-05-27")
    assert (entry.request.splitlines()[0], [one.answer for one in entry.questions]) == (asked, ["12", "none"])  # fmt: skip


def test_an_answer_counts_more_than_a_longer_acknowledgement():
    asked = "Ponds of the parish\n\nThe request was successful.\n\nA Requester\n\nDear Board,\n\nPlease send me the log of the wardens for the spring of 2031.\n\nYours faithfully,\n\nA Requester\n\n"
    promise = "Dear Requester\n\nOur ref: QX/31/12\n\nI write in connection with your request which was received by the Board on 7 April 2031.\n\nYou will receive a response within twenty working days, unless the matter needs longer than that. In some cases the Board may have to ask third parties first, and will tell you so as early as it can.\n\nYours sincerely\n\nAn Officer\n\n"
    answer = f"Dear Requester\n\nI respond in connection with your request dated 6 April 2031.\n\n{TOLD}\n\nYours sincerely\n\nAn Officer\n"
    entry = only(asked + promise + answer, ending="txt")

    assert (entry.ref, entry.title, str(entry.received_on)) == ("QX/31/12", "Ponds of the parish", "2031-04-07")  # fmt: skip
    assert entry.request == "Please send me the log of the wardens for the spring of 2031."
    assert entry.response.endswith(TOLD)


def test_what_was_received_later_is_not_the_request():
    asked = "Ponds of the parish\n\nThe request was successful.\n\nA Requester\n\nDear Board,\n\nPlease send me the log of the wardens.\n\nYours faithfully,\n\nA Requester\n\n"
    promise = "Dear Requester\n\nI write in connection with your request which was received by the Board on 7 April 2031.\n\nYou will receive a response within twenty working days.\n\nYours sincerely\n\nAn Officer\n\n"
    answer = f"Dear Requester\n\nI respond in connection with your request.\n\n{TOLD}\n\nYours sincerely\n\nAn Officer\n\n"
    review = "Dear Requester\n\nThank you for your letter, received by the Board on 8 July 2031.\n\nYou will receive a response within twenty working days.\n\nYours sincerely\n\nAn Officer\n"
    entry = only(asked + promise + answer + review, ending="txt")

    assert str(entry.received_on) == "2031-04-07"


def test_a_day_may_stand_over_the_title_on_top():
    law = p("The purpose of the Act is to allow a right of access to information that is held at the time of a request.")  # fmt: skip
    entry = only(page(p("Date Responded 14 January 2031"), h("Pond cleaning - 1265/30", 1), law, law, h("You asked:"), p(ASKED), h("In response:"), p(TOLD)))  # fmt: skip

    assert (entry.ref, entry.title, str(entry.answered_on)) == ("1265/30", "Pond cleaning", "2031-01-14")  # fmt: skip

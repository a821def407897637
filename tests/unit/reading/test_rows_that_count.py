"""Forms that no vocabulary tells of: rows that count, names beside facts, days and results at the end of a record."""

import datetime as dt

import pytest

from answerable.reading import read_bytes


def entries(text, name="log.html"):
    return read_bytes(text.encode(), name=name).entries


def letter(table):
    """Return a letter with a table of questions in it."""
    return (
        "<p>Our ref: 2180-2311</p><p>Dear Sir/Madam</p><p><b>Subject: Beds</b></p><p>Your request for information reached"
        f" us on 12 November 2023. Our answers are below.</p>{table}<p>You may ask for an internal review.</p><p>Yours faithfully</p>"
    )


def rows(*lines):
    return (
        "<table>"
        + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)
        + "</table>"
    )


COUNTED = [
    (("Q1", "Number of beds at each of our sites", "There are 412."), ("Q2", "Days of closure", "Thirty-one."), ("Q3", "Minutes", "They are on our website.")),
    (("1", "How many beds are there at each site?", "412"), ("2", "What did they cost?", "£9,000"), ("3", "Who made them?", "Perrin Ltd")),
    (("Q1 Number of beds at each of our", "There are 412."), ("sites", ""), ("Q2 Days of closure", "Thirty-one."), ("Q3 Minutes", "They are on our website.")),
]  # fmt: skip


@pytest.mark.parametrize("lines", COUNTED, ids=["words", "numbers", "parted"])
def test_rows_without_a_head_that_count_are_questions_with_their_answers(lines):
    (entry,) = entries(letter(rows(*lines)))

    found = [(one.label, one.answer) for one in entry.questions]
    assert found == [(str(at), one[-1]) for at, one in enumerate([row for row in lines if row[-1]], 1)]  # fmt: skip


def test_rows_that_count_figures_are_a_table():
    (entry,) = entries(
        letter(
            "<p>How many beds are there at each site?</p>"
            + rows(("1", "Marsh Road", "412"), ("2", "Quayside and the old infirmary", "188"))
        )
    )

    assert not any(one.label for one in entry.questions)


def test_days_and_the_title_are_known_beside_names_that_nobody_knows():
    head = ("Case", "About", "In", "Out", "Enquiry", "Reply")
    records = [
        (f"1010{number}", "Arrears of traders", "03/05/2023", "20/05/2023", "What arrears do traders have?", "Traders owe £44,012.")
        for number in (3826, 3842)
    ]  # fmt: skip

    found = entries(rows(head, *records))

    assert [(one.title, one.received_on, one.answered_on) for one in found] == [
        ("Arrears of traders", dt.date(2023, 5, 3), dt.date(2023, 5, 20))
    ] * 2


def record(number, *behind):
    return (
        f"<h2>FOI/{number} Lamps of the harbour</h2><p><b>Request</b></p><p>How many lamps are there?</p>"
        f"<p><b>Response</b></p><p>There are nine.</p>{''.join(f'<p>{line}</p>' for line in behind)}"
    )


@pytest.mark.parametrize(
    ("behind", "answered"),
    [
        (["Received 3 May 2023; closed 20 May 2023"], dt.date(2023, 5, 20)),
        (["<b>Result:</b>", "Some supplied"], None),
    ],
)
def test_days_and_a_result_at_the_end_of_a_record_are_no_part_of_its_answer(behind, answered):
    found = entries(record(101, *behind) + record(102, *behind))

    assert {(one.response, one.answered_on) for one in found} == {("There are nine.", answered)}


@pytest.mark.parametrize("word", ["The University’s answer:", "The Office of Rents’ reply:", "TfL’s response:"])  # fmt: skip
def test_the_name_of_a_body_may_stand_before_the_word_for_its_answer(word):
    body = "".join(
        f"<p><b>Question ({letter_of}) {asked}</b></p><p>{word} {told}</p>"
        for letter_of, asked, told in (("a", "Which product is used?", "TextMatch."), ("b", "What does it cost?", "£9,000."))
    )  # fmt: skip

    (entry,) = entries(letter(body))

    assert [(one.label, one.answer) for one in entry.questions] == [
        ("a", "TextMatch."), ("b", "£9,000."),
    ]  # fmt: skip


def test_a_number_with_letters_begins_another_paragraph_behind_a_blank_line():
    text = "\n\n".join(
        f"F00{number} Closed files on the lighthouse service\n\nEnquirer asked\n\nCan the file of the keepers be opened?\n\n"
        "Our answer\n\nThe file was opened for readers of the year\n\nReceived 25 November 2023; closed 17 December 2023"
        for number in (69245, 69268)
    )

    assert [one.ref for one in entries(text, "log.txt")] == ["F0069245", "F0069268"]


def test_the_wordiest_column_behind_the_request_is_the_answer_of_a_sheet():
    text = (
        "Request ID,Area,Details requested,Details provided\n"
        "IG003921,Roads,How many lamps are there?,There are nine lamps in the harbour.\n"
        "IG003933,Parks,How many trees are there?,There are ten trees in the park."
    )

    assert [one.response for one in entries(text, "log.csv")] == [
        "There are nine lamps in the harbour.", "There are ten trees in the park.",
    ]  # fmt: skip

"""Pages whose records have a question and its answer in each row of a table, or a day of publication for a head."""

import pytest

from answerable.reading import read_bytes

_ROW = "<tr><td>{}</td><td>{}</td></tr>"


def _table(head, *rows):
    return f"<table>{''.join(_ROW.format(*row) for row in (head, *rows))}</table>"


TUGS = (
    ("1. How many tugs are kept?", "There are six."),
    ("2. What do they burn?", "Light oil."),
    ("3. How many engineers are employed?", "11.4 FTE"),
)
BUOYS = (
    ("How many buoys were lost?", "Two were lost."),
    ("Who found them?", "We do not hold this; section 40(2) would apply."),
)

COLUMNS = {
    "a fact behind the table": (
        "<h2>Tugs</h2><p>Reference number: 2024-101</p>{}<p>Exemptions applied: None</p>"
        "<h2>Buoys</h2><p>Reference number: 2024-102</p>{}<p>Exemptions applied: Section 40(2)</p>",
        ("Question", "Answer"),
    ),
    "two facts behind the table": (
        "<h2>Tugs</h2><p>Our ref: 2024-101</p>{}<p>Outcome: Disclosed</p><p>Date of response: 3 May 2024</p>"
        "<h2>Buoys</h2><p>Our ref: 2024-102</p>{}<p>Outcome: Refused</p><p>Date of response: 4 May 2024</p>",
        ("Request", "Response"),
    ),
    "a fact behind one table only": (
        "<h3>Tugs</h3><p>Case number: 2024-101</p><p>Date received: 3 May 2024</p>{}"
        "<h3>Buoys</h3><p>Case number: 2024-102</p><p>Date received: 3 May 2024</p>{}<p>Exemption: s40(2)</p>",
        ("You asked", "We answered"),
    ),
    "facts before and behind": (
        "<h2>Tugs</h2><p>Reference: 2024-101</p><p>Response sent: 3 May 2024</p>{}<p>Exemption: None</p>"
        "<h2>Buoys</h2><p>Reference: 2024-102</p><p>Response sent: 5 May 2024</p>{}<p>Exemption: Section 40</p>",
        ("Questions", "Answers"),
    ),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_each_row_of_a_record_is_a_question_with_its_answer(name):
    page, head = COLUMNS[name]

    reading = read_bytes(
        page.format(_table(head, *TUGS), _table(head, *BUOYS)).encode(), name="log.html"
    )

    assert [(entry.ref, entry.title) for entry in reading.entries] == [
        ("2024-101", "Tugs"),
        ("2024-102", "Buoys"),
    ]
    told = [[one.answer for one in entry.questions] for entry in reading.entries]
    assert told == [[answer for _, answer in rows] for rows in (TUGS, BUOYS)]


def test_a_record_alone_keeps_the_fact_behind_its_table_out_of_the_answers():
    table = _table(("Question", "Answer"), *TUGS)
    page = f"<h2>Tugs</h2><p>Reference: 2024-101</p>{table}<p>Exemptions applied: None</p>"

    (entry,) = read_bytes(page.encode(), name="log.html").entries

    assert [one.answer for one in entry.questions] == [answer for _, answer in TUGS]
    assert entry.title == "Tugs"


POSTED = (
    "Posted on 22 July 2023 in FOI responses",
    "Published by the Web Team on 3 May 2024",
    "Last updated: Monday 6 May 2024",
    "First added 06/05/2024, no comments",
    "Uploaded on 6th May 2024 | Transparency",
    "Cyhoeddwyd ar 6 May 2024",
)


@pytest.mark.parametrize("line", POSTED)
@pytest.mark.parametrize("tag", ["p", "em", "small"])
def test_a_line_that_says_when_a_page_was_posted_is_no_title(line, tag):
    page = "".join(
        f"<h2>{title}</h2><p><{tag}>{line}</{tag}></p><p>FOI reference: {ref}</p><h3>What you asked</h3>"
        f"<p>How many {title.lower()} are kept?</p><h3>What we found</h3><p>There are six.</p>"
        for title, ref in (("Tugs", "CA2024-31"), ("Buoys", "CA2024-32"))
    )

    reading = read_bytes(page.encode(), name="log.html")

    assert [(entry.ref, entry.title) for entry in reading.entries] == [
        ("CA2024-31", "Tugs"),
        ("CA2024-32", "Buoys"),
    ]
    assert [entry.questions[0].answer for entry in reading.entries] == ["There are six."] * 2


def test_a_title_that_begins_with_such_a_word_stays_a_title():
    page = (
        "<h2>Published maps of May 2024</h2><p>FOI reference: CA2024-31</p><h3>What you asked</h3>"
        "<p>How many maps are kept?</p><h3>What we found</h3><p>There are six.</p>"
    )

    (entry,) = read_bytes(page.encode(), name="log.html").entries

    assert entry.title == "Published maps of May 2024"

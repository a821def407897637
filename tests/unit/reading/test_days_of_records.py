"""Records that print several days: the word beside each says which it is, wherever it stands."""

import datetime as dt

import pytest

from answerable.reading import read_bytes

ASKED, RECEIVED, ANSWERED, PUBLISHED = (dt.date(2024, 3, day) for day in (1, 4, 20, 28))


def said(day):
    return f"{day.day} {day:%B %Y}"


def log(*facts):
    """Return two records of a page, each with the same facts over its request."""
    return "".join(
        f"<h2>Lamps {number}</h2><p>Reference: FOI/{number}</p>"
        + "".join(f"<p>{name}: {said(day)}</p>" for name, day in facts)
        + "<h3>Request</h3><p>How many lamps are there?</p><h3>Response</h3><p>There are nine.</p>"
        for number in (101, 102)
    )


def table(*facts):
    """Return a table with a record in each of two rows, and a column for each fact."""
    head = ["Reference", *(name for name, _ in facts), "Request", "Response"]
    rows = [
        [f"FOI/{number}", *(said(day) for _, day in facts), "How many lamps are there?", "There are nine lamps."]
        for number in (101, 102)
    ]  # fmt: skip
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in (head, *rows)]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def sheet(*facts):
    """Return the same as lines of values with commas."""
    head = ["Reference", *(name for name, _ in facts), "Request", "Response"]
    rows = [[f"FOI/{number}", *(day.isoformat() for _, day in facts), "How many lamps?", "Nine."] for number in (101, 102)]  # fmt: skip
    return "\n".join(",".join(row) for row in (head, *rows))


def days(text, name):
    return {
        (one.received_on, one.answered_on) for one in read_bytes(text.encode(), name=name).entries
    }


FACTS = [
    ("published first", ["Published", "Date responded"], [PUBLISHED, ANSWERED], (None, ANSWERED)),
    ("published last", ["Date of response", "Date published"], [ANSWERED, PUBLISHED], (None, ANSWERED)),
    ("published alone", ["Publication date"], [PUBLISHED], (None, PUBLISHED)),
    ("asked first", ["Date of request", "Date received"], [ASKED, RECEIVED], (RECEIVED, None)),
    ("asked alone", ["Request date", "Response date"], [ASKED, ANSWERED], (ASKED, ANSWERED)),
    (
        "all of them",
        ["Date published", "Date submitted", "Date received", "Date answered"],
        [PUBLISHED, ASKED, RECEIVED, ANSWERED],
        (RECEIVED, ANSWERED),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("made", "name"), [(log, "a.html"), (table, "a.html"), (sheet, "a.csv")])
@pytest.mark.parametrize(("names", "printed", "taken"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])  # fmt: skip
def test_the_word_beside_a_day_says_which_it_is(made, name, names, printed, taken):
    assert days(made(*zip(names, printed, strict=True)), name) == {taken}


def test_a_list_of_a_web_system_says_when_it_was_put_up_behind_when_it_was_sent():
    text = "id,published_at,sent,question,answer\n17,2024-03-28,2024-03-20,How many?,Nine.\n18,2024-03-28,2024-03-20,Why?,So."

    assert days(text, "a.csv") == {(None, ANSWERED)}


def test_a_publisher_may_call_the_day_of_publication_something_else(tmp_path):
    (tmp_path / "own.toml").write_text('[published]\nwords = ["put on the web"]', encoding="utf-8")
    text = log(("Put on the web", PUBLISHED), ("Answered", ANSWERED))

    found = read_bytes(text.encode(), name="a.html", vocabulary=tmp_path).entries

    assert {one.answered_on for one in found} == {ANSWERED}

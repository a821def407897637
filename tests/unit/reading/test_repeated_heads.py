"""Logs whose words nobody knows: numbers of one shape over their records, and lines that come again, tell what is what."""

import pytest

from answerable.reading import read_bytes

RECORDS = (
    ("Hydrant inspections", "We study hydrants.", ("How many were inspected?", "The cost of each"), ("611 hydrants.", "£14.")),
    ("Harbour lights", "We write about the harbour.", ("Which lamps are lit at night?", "The name of the maker"), ("All of them.", "Tern Works.")),
    ("Lost umbrellas", "We collect figures.", ("How many umbrellas were handed in?", "Where they are kept"), ("Ninety.", "In a cupboard.")),
)  # fmt: skip
FRONT = "<h1>Kelder Water Board</h1><p>What we were asked, and what we told.</p>"


def references(form):
    return [form.format(n=number, m=number % 90) for number in (4118, 4131, 4160)]


def log(head, form, asked="<h3>Put to us</h3>", told="<h3>From our files</h3>", foot=""):
    """Return the entries of a log with a head over each record, and lines over what was asked and told."""
    parts = []
    for ref, (title, intro, questions, answers) in zip(references(form), RECORDS, strict=True):
        lists = (
            "".join(f"<p>({chr(96 + place)}) {one}</p>" for place, one in enumerate(lines, 1))
            for lines in (questions, answers)
        )
        first, second = lists
        parts.append(head.format(ref=ref, title=title) + asked + f"<p>{intro}</p>{first}")
        parts.append(told + second + foot)
    return read_bytes((FRONT + "".join(parts)).encode(), name="log.html").entries


def read(entries):
    return [
        (one.ref, one.title, [(each.label, each.text, each.answer) for each in one.questions])
        for one in entries
    ]


def expected(form):
    return [
        (ref, title, [("a", questions[0], answers[0]), ("b", questions[1], answers[1])])
        for ref, (title, _, questions, answers) in zip(references(form), RECORDS, strict=True)
    ]


@pytest.mark.parametrize(
    "head",
    [
        "<h2>{title} ({ref})</h2>",
        "<p><b>{title} [{ref}]</b></p>",
        "<h2>{ref} {title}</h2>",
        "<p><b>{title} – {ref}</b></p>",
        "<h2>{title}, {ref}</h2>",
        "<h2>{title}</h2><p><i>Release ref: {ref}</i></p>",
        "<h2>{title}</h2><p>{ref} | 3 May 2023</p>",
        "<h2>{title}</h2><p>{ref} · Housing · Closed 3 May 2023</p>",
        "<h2>Entry {ref}</h2><p><b>{title}</b></p>",
    ],
)
@pytest.mark.parametrize("form", ["{m}/2023", "KC-FOI-2324-{n}", "DAR {n}", "02.FOI.23.0{n}", "17/06/rk/{n}", "KIT/MAY/{m}"])  # fmt: skip
def test_a_number_of_one_shape_over_each_record_is_its_reference(head, form):
    assert read(log(head, form)) == expected(form)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("<p><b>Put to us</b></p>", "<p><b>Our files say</b></p>"),
        ("<p>They sought the following:</p>", "<p>The Board told them:</p>"),
        ("", "<h3>Feedback</h3>"),
        ("", "<p><b>Response</b></p>"),
    ],
)
def test_lines_that_come_again_part_what_was_asked_from_what_was_told(asked, told):
    assert read(log("<h2>{title} [{ref}]</h2>", "K-{n}", asked, told)) == expected("K-{n}")


def test_a_day_below_each_answer_is_no_part_of_it():
    entries = log("<h2>{title} [{ref}]</h2>", "K-{n}", foot="<p><i>Sent 23 June 2023</i></p>")

    assert read(entries) == expected("K-{n}")
    assert [one.answered_on.isoformat() for one in entries] == ["2023-06-23"] * 3


def test_the_title_of_a_record_has_any_label_in_a_left_column():
    rows = "".join(
        "<table>" + "".join(f"<tr><td>{name}</td><td>{words}</td></tr>" for name, words in (
            ("FOI Ref", ref), ("Theme", title), ("Request", questions[0]), ("Response", answers[0]),
        )) + "</table>"
        for ref, (title, _, questions, answers) in zip(references("K-{n}"), RECORDS, strict=True)
    )  # fmt: skip

    found = read_bytes((FRONT + rows).encode(), name="log.html").entries

    assert [one.title for one in found] == [title for title, *_ in RECORDS]


@pytest.mark.parametrize(
    "head", ["<h2>{title} 2021</h2>", "<h2>{title}</h2><p>Received 3 May 2023</p>"]
)
def test_years_and_days_are_no_references(head):
    entries = log(head, "{n}", asked="<h3>Request</h3>", told="<h3>Response</h3>")

    assert [one.ref for one in entries] == [None] * 3


def test_what_alternates_with_answers_asks_whatever_its_words_are():
    told = "<p>Q1) name of each business</p><p>A1) Exempt.</p><p>Q2) amount of credit</p><p>A2) £88.</p>"
    text = "".join(
        f"<h2>K-{number}: Rates</h2><h3>Request</h3><p>I would like a list.</p><h3>Response</h3>{told}"
        for number in (4118, 4131)
    )

    (first, _) = read_bytes(text.encode(), name="log.html").entries

    assert [(one.label, one.text, one.answer) for one in first.questions] == [
        ("1", "name of each business", "Exempt."),
        ("2", "amount of credit", "£88."),
    ]

"""Records whose labels are called as nobody calls them: read by their shape."""

import pytest

from answerable.reading import read_bytes
from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.shapes import shaped_sections

TABLES = """<h1>Papers</h1>
<table><tr><td>Number</td><td>2024/001</td></tr>
<tr><td>What the person wanted</td><td><p>1. How many dogs are kept?</p><p>2. What do they eat?</p></td></tr>
<tr><td>What they got</td><td><p>1. Twelve.</p><p>2. Meat.</p></td></tr></table>
<table><tr><td>Number</td><td>2024/002</td></tr><tr><td>What the person wanted</td><td>How many cats are kept?</td></tr>
<tr><td>What they got</td><td>We keep none at all.</td></tr></table>"""

LINES = """Papers

Number 24/117

What the person wanted

How many dogs are kept?

What they got

We keep twelve dogs.

Number 24/118

What the person wanted

1. How many cats are kept?
2. Why?

What they got

1. None.
2. We do not hold this information.
"""

BOLD = """# Papers

## Dogs in service

**They wrote**

1. How many dogs are kept?
2. What do they cost?

**We wrote**

1. Twelve.
2. £400.

## Cats in service

**They wrote**

How many cats?

**We wrote**

We keep none.
"""

SHEET = """| Number | Came in | Who | Matter | What was wanted | What was sent | How it ended |
|---|---|---|---|---|---|---|
| 24/117 | 3 March 2024 | Ada Person | Dogs | How many dogs are kept by the force? | Twelve dogs are kept. | Disclosed |
| 24/118 | 4 March 2024 | Bob Person | Cats | 1. How many cats are kept? 2. Where? | 1. None. 2. Nowhere. | Not held |
"""

HEADED = """<h1>Papers</h1><h2>Dogs in service</h2><p>How many dogs are kept?</p><p>We keep twelve dogs.</p>
<h2>Cats in service</h2><p>How many cats are kept, and where?</p><p>None is kept.</p>
<h2>Bats</h2><ul><li>How many bats?</li><li>Where?</li></ul><p>1. Nine</p><p>2. Attic</p>"""

DEFINED = "<dl>" + "".join(
    f"<dt>Case</dt><dd>CAS-{case}</dd><dt>They said</dt><dd>How many {what} do you keep?</dd>"
    f"<dt>We said</dt><dd>{count} of them.</dd>"
    for case, what, count in ((84648, "dogs", 4), (84649, "cats", 5))
) + "</dl>"  # fmt: skip

COLONS = """Number: 24/117
Wish: How many dogs are kept?
Told: We keep twelve dogs.

Number: 24/118
Wish: How many cats are kept?
Told: We keep none.
"""

TWO = """<table><tr><th>Request</th><th>Response</th></tr><tr><td>How many dogs are kept?</td><td>Twelve.</td></tr>
<tr><td>How many cats are kept?</td><td>None.</td></tr></table>"""

# Reference, title, the labels of its questions, and the beginning of the response.
SHAPED = [
    (TABLES, ["2024/001 / How many dogs are kept? / 1 2 / 1. Twelve.", "2024/002 / How many cats are kept? / - / We keep none at all."]),
    (LINES, ["24/117 / How many dogs are kept? / - / We keep twelve dogs.", "24/118 / How many cats are kept? / 1 2 / 1. None."]),
    (BOLD, ["- / Dogs in service / 1 2 / 1. Twelve.", "- / Cats in service / - / We keep none."]),
    (SHEET, ["24/117 / Dogs / - / Twelve dogs are kept.", "24/118 / Cats / 1 2 / 1. None."]),
    (HEADED, ["- / Dogs in service / - / We keep twelve dogs.", "- / Cats in service / - / None is kept.", "- / Bats / 1 2 / 1. Nine"]),
    (DEFINED, ["CAS-84648 / How many dogs do you keep? / - / 4 of them.", "CAS-84649 / How many cats do you keep? / - / 5 of them."]),
    (COLONS, ["24/117 / How many dogs are kept? / - / We keep twelve dogs.", "24/118 / How many cats are kept? / - / We keep none."]),
    (TWO, ["- / How many dogs are kept? / - / Twelve.", "- / How many cats are kept? / - / None."]),
]  # fmt: skip


def _told(entry):
    labels = " ".join(one.label or "-" for one in entry.questions)
    return f"{entry.ref or '-'} / {entry.title} / {labels} / {entry.response.splitlines()[0]}"


@pytest.mark.parametrize(("text", "entries"), SHAPED)
def test_a_log_with_unknown_labels_is_cut_into_its_entries(text, entries):
    reading = read_bytes(text.encode(), name="log")

    assert reading.kind == "log"
    assert [_told(entry) for entry in reading.entries] == entries


def test_blocks_of_any_format_are_cut_by_their_shape():
    words = ("Number", "24/1", "Wish", "How many dogs?", "Told", "Twelve of them.")
    twice = [*words, *(one.replace("24/1", "24/2").replace("dogs", "cats") for one in words)]
    blocks = [
        Block(Kind.PARAGRAPH, (Run(text),), place * 10, place * 10 + 9, column=place % 2)
        for place, text in enumerate(twice)
    ]

    records = shaped_sections(blocks).records

    assert [(one.ref, one.request[0].text) for one in records] == [
        ("24/1", "How many dogs?"),
        ("24/2", "How many cats?"),
    ]


def test_who_asked_is_no_title_and_is_not_lost():
    reading = read_bytes(SHEET.encode(), name="log.md")

    assert [one.text for one in reading.unread] == ["Ada Person", "Bob Person"]
    assert [str(one.received_on) for one in reading.entries] == ["2024-03-03", "2024-03-04"]


def test_what_repeats_nothing_is_no_log():
    text = "Minutes\n\nThose present agreed on the plan.\n\nIt will be carried out in May.\n"
    reading = read_bytes(text.encode(), name="minutes")

    assert (reading.kind, reading.entries) == ("unknown", ())


REQUESTS = [
    "FOI requests\n\nFOI-24-001: How many dogs are kept?\n\nFOI-24-002: Please provide the number of cats.\n",
    "<table><tr><th>Reference</th><th>Date received</th><th>Summary of request</th></tr>"
    "<tr><td>FOI-24-001</td><td>01/02/2024</td><td>How many dogs are kept?</td></tr>"
    "<tr><td>FOI-24-002</td><td>02/02/2024</td><td>Please provide the number of cats.</td></tr></table>",
    "Ref: FOI-24-001\nRequest: How many dogs are kept?\n\nRef: FOI-24-002\nRequest: Please provide the number of cats.\n",
]


@pytest.mark.parametrize("text", REQUESTS)
def test_a_list_of_requests_has_no_answers(text):
    reading = read_bytes(text.encode(), name="list")

    assert reading.kind == "requests"
    assert [(one.ref, one.request, one.response) for one in reading.entries] == [
        ("FOI-24-001", "How many dogs are kept?", ""),
        ("FOI-24-002", "Please provide the number of cats.", ""),
    ]
    assert {outcome.value for one in reading.entries for outcome in one.outcomes} == {"unanswered"}


def test_a_rule_is_named_for_each_line():
    reading = read_bytes(TABLES.encode(), name="log", explain=True)
    rules = [one.rule for one in reading.explained]

    assert (
        "structure: “What the person wanted”, 2 of 3 labels of a record, seen 2 times → request"
        in rules
    )
    assert "label style 1. → question 2" in rules
    assert read_bytes(TABLES.encode(), name="log").explained == ()


LABELS = [
    ("(i) the number of staff\n(ii) the number who left", "(i) 400\n(ii) 31", {"i": "400", "ii": "31"}),
    ("I. How many cars do you have?\nII. How many vans?", "I. 12\nII. 3", {"i": "12", "ii": "3"}),
    ("Q.1 How many cars?\nQ.2 How many vans?", "Q.1 Twelve\nQ.2 Three", {"1": "Twelve", "2": "Three"}),
    ("Question one: how many cars?\nQuestion two: how many vans?", "Question one: 12\nQuestion two: 3", {"1": "12", "2": "3"}),
    ("1. How many dogs?\n1.1 Of which breed?\n1.2 At what cost?", "1. 12\n1.1 Alsatian\n1.2 £400", {"1": "12", "1.1": "Alsatian", "1.2": "£400"}),
    ("1.\n\nHow many cars?\n\n2.\n\nHow many vans?", "1. Twelve cars.\n2. Three vans.", {"1": "Twelve cars.", "2": "Three vans."}),
    ("Question 1\n\nHow many cars?\n\nQuestion 2\n\nHow many vans?", "Question 1\n\nTwelve.\n\nQuestion 2\n\nThree.", {"1": "Twelve.", "2": "Three."}),
    ("A. How many cars?\nB. How many vans?", "A. Twelve.\nB. Three.", {"A": "Twelve.", "B": "Three."}),
    ("(A) How many cars?\n(B) How many vans?", "(A) Twelve.\n(B) Three.", {"A": "Twelve.", "B": "Three."}),
]  # fmt: skip


def _asked(request, response):
    text = f"Ref: 24/7\nYour request\n\n{request}\n\nOur response\n\n{response}\n"
    (entry,) = read_bytes(text.encode(), name="log.txt").entries
    return entry.questions


@pytest.mark.parametrize(("request_", "response", "answers"), LABELS)
def test_labels_of_any_style_tie_answers_to_questions(request_, response, answers):
    questions = _asked(request_, response)

    assert {
        one.label: one.answer.partition("\n\n")[2] or one.answer for one in questions
    } == answers


def test_hollow_bullets_stand_below_the_bullet_above():
    questions = _asked(
        "• How many dogs?\n  o of which retired\n  o of which puppies\n• How many cats?", "None."
    )

    assert [one.label for one in questions] == ["1.1", "1.2", "2"]


PAIRS = """FOI responses

24/001 Parking permits
Q. How many permits were issued?
A. We issued 4,120.
Q. What did they cost?
A. They cost £35 each.

24/002 Street lights
Q. How many lights were replaced?
A. We replaced 212.
"""


def test_pairs_of_question_and_answer_stand_below_their_reference():
    entries = read_bytes(PAIRS.encode(), name="log.txt").entries

    assert [(one.ref, one.title, [q.text for q in one.questions]) for one in entries] == [
        ("24/001", "Parking permits", ["How many permits were issued?", "What did they cost?"]),
        ("24/002", "Street lights", ["How many lights were replaced?"]),
    ]


def test_an_answer_many_times_as_long_as_its_question_is_still_its_answer():
    told = (
        "We keep a register of all such matters, and looked through the whole of it for you. " * 9
    )
    text = "".join(
        f"Number 24/11{n}\n\nWish\n\nHow many dogs in year {n}?\n\nTold\n\n{told}\n\n"
        for n in range(4)
    )
    entries = read_bytes(text.encode(), name="log.txt").entries

    assert [(one.ref, one.request) for one in entries] == [
        (f"24/11{n}", f"How many dogs in year {n}?") for n in range(4)
    ]

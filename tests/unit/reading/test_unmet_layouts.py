"""Logs and letters in layouts that no rule was written for: each a principle that holds for many."""

import pytest

from answerable.reading import read_bytes

DOGS, CATS = "1. How many dogs are kept?\n\n2. What do they eat?", "How many cats are kept?"
TWELVE, NONE = "1. Twelve dogs.\n\n2. Dry meat.", "None is kept."
BOTH = [
    ("24-117", "Dogs in service", {"1": "Twelve dogs.", "2": "Dry meat."}),
    ("24-118", "Cats in service", {None: "None is kept."}),
]
WITHOUT_REFS = [(None, *rest) for _, *rest in BOTH]


def html(text):
    return "".join(f"<p>{one}</p>" for one in text.split("\n\n"))


def log(form, *, ending="html"):
    """Return a log of two records, each in a form of its reference, its title, what was asked and answered."""
    made = html if ending == "html" else str
    records = (
        ("24-117", "Dogs in service", DOGS, TWELVE),
        ("24-118", "Cats in service", CATS, NONE),
    )
    return "\n".join(
        form.format(ref, title, made(ask), made(tell)) for ref, title, ask, tell in records
    )


LOGS = {
    "a box of one column with the number in its title": (
        "log.html",
        "<table><tr><td><b>{}: {}</b></td></tr><tr><td><b>Information requested</b>{}</td></tr>"
        "<tr><td><b>Information provided</b>{}</td></tr></table>",
    ),
    "two labels in a row": (
        "log.html",
        "<h3>{1}</h3><table><tr><td>Request no</td><td>{0}</td><td>Date answered</td><td>3.5.2024</td></tr></table>"
        "<table><tr><td>Request wording</td><td>{2}</td></tr><tr><td>Response given</td><td>{3}</td></tr></table>",
    ),
    "a title across a table of two columns": (
        "log.html",
        "<table><tr><td colspan=2>{1}</td></tr><tr><td>Ref</td><td>{0}</td></tr><tr><td>Request</td><td>{2}</td></tr>"
        "<tr><td>Response</td><td>{3}</td></tr></table>",
    ),
    "labels in two languages": (
        "log.html",
        "<table><tr><td>Cyfeirnod / Reference</td><td>{}</td></tr><tr><td>Pwnc / Subject</td><td>{}</td></tr>"
        "<tr><td>Cais / Request</td><td>{}</td></tr><tr><td>Ymateb / Response</td><td>{}</td></tr></table>",
    ),
    "labels in a language that no list has": (
        "log.html",
        "<table><tr><td>Tagairt / Reference</td><td>{}</td></tr><tr><td>Ábhar / Subject</td><td>{}</td></tr>"
        "<tr><td>Iarraidh / Request</td><td>{}</td></tr><tr><td>Freagra / Response</td><td>{}</td></tr></table>",
    ),
    "the number last, below words that no list has": (
        "log.md",
        "**Title**\n\n{1}\n\n**The request**\n\n{2}\n\n**The reply**\n\n{3}\n\n**Kept under**\n\n{0}\n",
    ),
    "the number behind words that no list has, and a colon": (
        "log.md",
        "Kept under: {0}\n\n## {1}\n\n### Request\n\n{2}\n\n### Response\n\n{3}\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LOGS)
def test_a_log_is_read_by_what_any_reader_sees_in_it(layout):
    name, form = LOGS[layout]

    entries = read_bytes(log(form, ending=name[-4:]).encode(), name=name).entries

    assert [(one.ref, one.title, answers(one)) for one in entries] == BOTH


def answers(entry):
    return {one.label: one.answer for one in entry.questions}


def test_a_word_of_the_response_above_each_answer_heads_none():
    record = (
        "<h2>{1}</h2><h4>Query</h4><p>Tell me about this.</p><h4>Feedback</h4><p>Please read on.</p>"
        "<p><b>1. How many are kept?</b></p><p><b>Reply:</b> Twelve of them.</p>"
        "<p><b>2. What do they eat?</b></p><p><b>Reply:</b> Dry meat.</p>"
    )

    entries = read_bytes(log(record).encode(), name="log.html").entries

    told = {"1": "Twelve of them.", "2": "Dry meat."}
    assert [(one.title, answers(one)) for one in entries] == [
        ("Dogs in service", told),
        ("Cats in service", told),
    ]


def test_a_line_of_the_request_again_in_the_response_answers_nothing():
    entries = read_bytes(
        b"# 7000001: Pets\n\n**Request:**\n\n**About dogs**\n\n1. How many?\n\n2. Since when?\n\n**About cats**\n\n"
        b"1. How many?\n\n**Response:**\n\n**About dogs**\n\n1. Twelve.\n\n2. For\n\n**About cats**\n\n1. None.\n",
        name="log.md",
    ).entries

    assert [one.answer for one in entries[0].questions] == ["Twelve.", "For", "None."]


def test_bullets_below_a_number_answer_as_many_bullets_there():
    entry = read_bytes(
        b"<h2>7000001: Pets</h2><p>Request</p><ol><li>Dogs<ul><li>the number</li><li>their food</li></ul></li>"
        b"<li>How many cats?</li></ol><p>Response</p><ol><li>Dogs<ul><li>Twelve of them</li><li>Dry meat</li></ul></li>"
        b"<li>None.</li></ol>",
        name="log.html",
    ).entries[0]

    assert answers(entry) == {"1.1": "Twelve of them", "1.2": "Dry meat", "2": "None."}


HEAD = "Northshire Council\n\nOur ref: FOI 2024/117\n\n3 March 2024\n\nDear Requester\n\n"
TAIL = "\n\nYours faithfully\n\nInformation team\n"
QUESTIONS = ("How many dogs are kept?", "Dogs bought in 2023", "What do they eat?")
LETTERS = {
    "an introduction before the list, and headings that ask nothing": (
        "I refer to your e-mail of 5 February 2024. You requested:\n\nI write about dogs and wish to know the following.\n\n"
        "1. {}\n\n2. {}\n\n3. {}\n\nHaving looked into this, I set out what there is.\n\n"
        "1. {}\n\n2. {}\n\n3. {}\n\nThis concludes our response."
    ),
    "numbers alone in a table": (
        "Your questions and our responses are in the table below.\n\n| Question | Response |\n|---|---|\n"
        "| 1 {0} | {3} |\n| 2 {1} | {4} |\n| 3 {2} | {5} |"
    ),
    "numbers with a word": (
        "Thank you for your request. You asked:\n\nNo. 1 {}\n\nNo. 2 {}\n\nNo. 3 {}\n\nOur answers are:\n\n"
        "No. 1 {}\n\nNo. 2 {}\n\nNo. 3 {}"
    ),
}
TOLD = ("Twelve dogs.", "We bought two.", "9 kinds of meat.\n\n1. Beef.\n\n2. Pork.")


@pytest.mark.parametrize("layout", LETTERS)
def test_a_letter_is_read_by_what_any_reader_sees_in_it(layout):
    told = (*TOLD[:2], "9 kinds of meat.")
    text = HEAD + LETTERS[layout].format(*QUESTIONS, *told) + TAIL

    (entry,) = read_bytes(text.encode(), name="letter.md").entries

    assert answers(entry) == dict(zip("123", told, strict=True))
    assert [one.text for one in entry.questions] == [*QUESTIONS]


def test_a_list_in_an_answer_does_not_end_the_request():
    pairs = zip(
        "123", ("How many dogs?", "What are they called?", "What do they eat?"), TOLD, strict=True
    )
    body = "\n\n".join(f"{number}. {asked}\n\n{told}" for number, asked, told in pairs)

    (entry,) = read_bytes(f"{HEAD}You asked:\n\n{body}{TAIL}".encode(), name="letter.txt").entries

    assert [one.text for one in entry.questions[:2]] == ["How many dogs?", "What are they called?"]
    assert answers(entry)["1"] == "Twelve dogs."

"""Letters and logs that say once who speaks: rows in pairs, a greeting inside of a quotation, a reference at the foot."""

import pytest

from answerable.reading import read_bytes

HEAD = (
    "<p>Northshire Council</p><p>Our ref: NC 2024/117</p><p>3 March 2024</p><p>Dear Requester</p>"
)
TAIL = "<p>Yours faithfully</p><p>Information team</p>"
OPENING = (
    "<p>Thank you for your request of 5 February 2024. Our response is set out in the table.</p>"
)
COMPLAINTS = "<p>If you are unhappy with this you may ask for an internal review.</p>"


def one(*parts, name="letter.html"):
    (entry,) = read_bytes("".join(parts).encode(), name=name).entries
    return entry


def told(entry):
    return [(question.text, question.answer) for question in entry.questions]


def table(*rows):
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


DOGS, FOOD = "How many dogs are kept?", "Names of whoever feeds them"
PAIRS = {
    "numbers of questions alone": ("Question 1", "Response", "Question 2", "Response"),
    "numbers on both": ("Q1", "A1", "Q2", "A2"),
    "no number": ("You asked", "Our answer", "You asked", "Our answer"),
    "colons, and another word": ("Question 1:", "Reply:", "Question 2:", "Reply:"),
}


@pytest.mark.parametrize("names", PAIRS)
def test_rows_of_a_table_ask_and_answer_in_turn(names):
    words = (DOGS, "12 dogs", FOOD, "Nobody does.")
    rows = list(zip(PAIRS[names], words, strict=True))

    entry = one(HEAD, OPENING, table(*rows), TAIL)

    assert told(entry) == [(DOGS, "12 dogs"), (FOOD, "Nobody does.")]
    assert entry.ref == "NC 2024/117"


def test_a_question_of_such_a_table_may_have_no_answer():
    rows = (("Question 1", DOGS), ("Question 2", FOOD), ("Response", "Nobody does."))

    entry = one(HEAD, OPENING, table(*rows), TAIL)

    assert [question.text for question in entry.questions] == [DOGS, FOOD]
    assert entry.questions[1].answer == "Nobody does."


def test_one_pair_of_rows_is_read_too():
    entry = one(HEAD, OPENING, table(("Question 1", DOGS), ("Response", "Twelve.")), TAIL)

    assert told(entry) == [(DOGS, "Twelve.")]


LED_TO = {
    "and closes": ("You wrote:", "Yours faithfully"),
    "in a mail": ("Your e-mail said:", "Kind regards"),
    "without an end": ("The text of your request was:", ""),
    "with thanks": ("You asked us the following:", "Many thanks in advance for all of your help."),
}


@pytest.mark.parametrize("form", LED_TO)
def test_a_greeting_inside_of_a_quotation_begins_no_letter(form):
    lead, end = LED_TO[form]
    asked = f"<p>Dear Council,</p><p>I look into pets.</p><ol><li>{DOGS}</li><li>{FOOD}</li></ol><p>{end}</p>"
    answer = (
        "<h3>Our response</h3><p>We hold this.</p><ol><li>Twelve.</li><li>Nobody does.</li></ol>"
    )

    entry = one(
        HEAD, f"<p>Thank you for your request.</p><p>{lead}</p>", asked, answer, COMPLAINTS, TAIL
    )

    assert told(entry) == [(DOGS, "Twelve."), (FOOD, "Nobody does.")]
    assert entry.ref == "NC 2024/117"


@pytest.mark.parametrize(
    "line", ["FOI No. 12/2023", "FOI no: 12/2023", "Case number 12/2023", "EIR Number: 12/2023"]
)
def test_a_number_of_a_case_is_its_reference(line):
    letter = f"{line}\n\nDear Requester\n\nThank you for your request.\n\nRequest: {DOGS}\n\nResponse: Twelve.\n\nYours sincerely\n"

    assert one(letter, name="letter.txt").ref == "12/2023"


FEET = [
    "(Our ref {}, answered in May)",
    "[Reference: {}]",
    "(Request number {}.)",
    "(Ref. {} – closed on 3 May 2023)",
]


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("refs", [("2023/45", "2023/2"), ("2023/45",)])
def test_a_bracket_below_an_answer_says_its_reference(foot, refs):
    log = "\n\n".join(
        f"### Dogs of {ref[-1]}\n\n**You asked:** {DOGS}\n\n**We said:** Twelve.\n\n{foot.format(ref)}"
        for ref in refs
    )

    entries = read_bytes(f"# Answers\n\n{log}\n".encode(), name="log.md").entries

    assert [(entry.ref, told(entry)[0][1]) for entry in entries] == [
        (ref, "Twelve.") for ref in refs
    ]

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
    "a label again behind its words, in another language": (
        "log.html",
        "<table><tr><td>Reference</td><td>{}</td><td>Cyfeirnod</td></tr><tr><td>Subject</td><td>{}</td><td>Pwnc</td></tr>"
        "<tr><td>Request</td><td>{}</td><td>Cais</td></tr><tr><td>Response</td><td>{}</td><td>Ymateb</td></tr></table>",
    ),
    "a page with a menu and a foot": (
        "log.html",
        "<main><h2>{1}</h2><p>Ref: {0}</p><h3>Request</h3>{2}<h3>Response</h3>{3}</main>"
        "<footer><p>Cookies</p></footer>",
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
    "the answers in italics": (
        "Thank you for your request. Each question has its answer below.\n\n"
        "1. **{0}**\n\n*{3}*\n\n2. **{1}**\n\n*{4}*\n\n3. **{2}**\n\n*{5}*"
    ),
    "what introduces named answers": (
        "We write with reference to your message, which said:\n\n1. {}\n\n2. {}\n\n3. {}\n\nWe have asked everybody.\n\n"
        "Question 1: {}\n\nQuestion 2: {}\n\nQuestion 3: {}"
    ),
    "a list in one sentence": (
        "You requested the following: (1) {}; (2) {}; and (3) {}\n\nOur response\n\n(1) {}\n\n(2) {}\n\n(3) {}"
    ),
    "reasons behind the last answer": (
        "You asked:\n\n1. {}\n\n2. {}\n\n3. {}\n\n## Response\n\n1. {}\n\n2. {}\n\n3. {}\n\n"
        "## Public interest test\n\nDogs are dear to many."
    ),
    "headings, and a decision last": (
        "## Your request\n\nYou asked us for:\n\n1. {}\n\n2. {}\n\n3. {}\n\n## What we have looked at\n\n"
        "Question 1: {}\n\nQuestion 2: {}\n\nQuestion 3: {}\n\n## Outcome\n\nThe decision is upheld."
    ),
    "annexes behind the signature": (
        "Thank you for your request, which is at Annex A; our response is at Annex B.\n\nYours faithfully\n\nInformation team"
        "\n\n## Annex A – your request\n\n1. {}\n\n2. {}\n\n3. {}\n\n## Annex B – our response\n\n1. {}\n\n2. {}\n\n3. {}"
    ),
    "no phrase of any list": (
        "Your request of 5 January 2024 was worded like this:\n\n> 1. {0}\n\n> 2. {1}\n\n> 3. {2}\n\nThe Council replies to it thus.\n\n"
        "1. {3}\n\n2. {4}\n\n3. {5}"
    ),
    "numbers in a quoted sentence": (
        "On 5 January 2024 you wrote to us:\n\n\u201cPlease send me (1) {0}; (2) {1}; and (3) {2}\u201d\n\nWe hold this.\n\n"
        "(1) {3}\n\n(2) {4}\n\n(3) {5}"
    ),
    "labels in two languages": (
        "Diolch am eich cais. Thank you for your request.\n\n**Cwestiwn 1 / Question 1**\n\n*{0}*\n\n**Ateb / Answer:** {3}\n\n"
        "**Cwestiwn 2 / Question 2**\n\n*{1}*\n\n**Ateb / Answer:** {4}\n\n**Cwestiwn 3 / Question 3**\n\n*{2}*\n\n**Ateb / Answer:** {5}"
    ),
    "the request last": (
        "We have considered your request and our answers are:\n\n1. {3}\n\n2. {4}\n\n3. {5}\n\n"
        "Your original request was:\n\n1. {0}\n\n2. {1}\n\n3. {2}"
    ),
    "questions quoted one by one as mails quote": (
        "Please see our replies to each part.\n\n> 1. {0}\n\n{3}\n\n> 2. {1}\n\n{4}\n\n> 3. {2}\n\n{5}"
    ),
    "parts of a request": (
        "I refer to your request.\n\nPart 1 of your request: {0}\n\n{3}\n\nPart 2 of your request: {1}\n\n{4}\n\n"
        "Part 3 of your request: {2}\n\n{5}"
    ),
    "plain headings": (
        "Information requested\n\n1. {}\n\n2. {}\n\n3. {}\n\nInformation supplied\n\n1. {}\n\n2. {}\n\n3. {}\n\n"
        "Exemptions applied\n\nSection 43(2) protects commercial interests."
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

    assert entry.ref == "FOI 2024/117"
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


def test_a_mail_answers_the_one_that_it_quotes():
    mail = (
        "Good morning,\n\nThanks for writing. I filed this under EPC/8045. Here are the answers, by your numbers:\n\n"
        "1. Twelve dogs.\n\n2. Dry meat.\n\nBest wishes\n\nThe clerk\n\nOn 17 August 2019 at 19:42, A. Requester wrote:\n\n"
        "> Dear Clerk,\n>\n> Please could you let me know:\n>\n> 1. How many dogs are\n> kept?\n>\n> 2. What do they eat?\n>\n> Yours, A."
    )

    reading = read_bytes(mail.encode(), name="mail.txt")

    (entry,) = reading.entries
    assert (reading.kind, entry.ref) == ("letter", "EPC/8045")
    assert [(one.text, one.answer) for one in entry.questions] == [
        ("How many dogs are kept?", "Twelve dogs."),
        ("What do they eat?", "Dry meat."),
    ]


def test_rows_of_questions_below_the_head_of_each_record_are_its_questions():
    record = (
        "<table><tr><td colspan=3>{1}</td></tr><tr><td>FOI ref</td><td colspan=2>{0}</td></tr>"
        "<tr><td>No.</td><td>Question</td><td>Our response</td></tr><tr><td>1</td><td>How many</td><td>Twelve of them.</td></tr>"
        "<tr><td>2</td><td>What do they eat?</td><td>Dry meat.</td></tr></table>"
    )

    entries = read_bytes(log(record).encode(), name="log.html").entries

    told = {"1": "Twelve of them.", "2": "Dry meat."}
    assert [(one.ref, one.title, answers(one)) for one in entries] == [
        ("24-117", "Dogs in service", told),
        ("24-118", "Cats in service", told),
    ]


def test_what_a_row_states_last_belongs_to_its_own_record():
    rows = "".join(
        f"<tr><td>IR-23{number}</td><td>How many {what} are there?</td><td>{outcome}</td><td>s.{section}</td></tr>"
        for number, what, outcome, section in (
            (20, "dogs", "Refused", 43),
            (59, "cats", "Refused", 31),
        )
    )
    head = "<tr><th>Reference</th><th>Information requested</th><th>Decision</th><th>Exemption</th></tr>"

    entries = read_bytes(
        f"<h1>Log</h1><table>{head}{rows}</table>".encode(), name="log.html"
    ).entries

    assert [(one.ref, one.exemptions) for one in entries] == [
        ("IR-2320", ("43",)),
        ("IR-2359", ("31",)),
    ]


ANSWER_LABELS = [
    "Response {}: ", "Answer to Q{}: ", "Point {} - ", "{} - ", "{} – ", "{}/ ", "No {}: ", "Re {}: ", "R{}: ", "Request {}: ",
    "Question {} answer: ", "Q.{} ", "[{}] ", "{} . ",
]  # fmt: skip


@pytest.mark.parametrize("form", ANSWER_LABELS)
def test_answers_have_their_questions_numbers_in_any_form(form):
    asked = "\n\n".join(f"{number}. {text}" for number, text in enumerate(QUESTIONS, 1))
    told = ("Twelve dogs are kept.", "We bought two.", "They eat meat.")
    body = "\n\n".join(form.format(number) + text for number, text in enumerate(told, 1))

    (entry,) = read_bytes(
        f"{HEAD}You asked:\n\n{asked}\n\nOur response:\n\n{body}{TAIL}".encode(), name="x.txt"
    ).entries

    assert answers(entry) == dict(zip("123", told, strict=True))


TWO = "You asked:\n\n1. How many dogs are kept?\n\n2. What do the cats eat?\n\nOur response:\n\n"
BELOW = {
    "numbers that count on from those of the questions": (
        "txt",
        "3. Twelve.\n\n4. Dry meat.",
    ),
    "headings that put the questions in other words": (
        "md",
        "**Number of dogs kept**\n\nTwelve.\n\n**Food of the cats**\n\nDry meat.",
    ),
}


@pytest.mark.parametrize("way", BELOW)
def test_answers_are_tied_to_their_questions_by(way):
    ending, told = BELOW[way]

    (entry,) = read_bytes(f"{HEAD}{TWO}{told}{TAIL}".encode(), name=f"letter.{ending}").entries

    assert answers(entry) == {"1": "Twelve.", "2": "Dry meat."}


def test_labels_of_asked_and_answered_may_come_again_for_each_question():
    text = (
        "Thank you for your request.\n\nYou asked: How many dogs are kept?\n\nOur answer: Twelve.\n\n"
        "You asked: What do they eat?\n\nOur answer: Dry meat."
    )

    (entry,) = read_bytes(f"{HEAD}{text}{TAIL}".encode(), name="letter.txt").entries

    assert [(one.text, one.answer) for one in entry.questions] == [
        ("How many dogs are kept?", "Twelve."),
        ("What do they eat?", "Dry meat."),
    ]


@pytest.mark.parametrize(
    "head",
    ["Reference|Number", "Question|Yes|No", "Case number|Outcome", "Ref|Description|Outcome"],
)
def test_a_label_that_heads_a_column_of_figures_begins_no_record(head):
    cells = head.split("|")
    table = "".join(
        "<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>"
        for row in (cells, *([f"A{number}", *["7"] * (len(cells) - 1)] for number in (1, 2, 3)))
    )
    record = "<h2>{0}: {1}</h2><h3>Request</h3>{2}<h3>Response</h3>{3}<table>" + table + "</table>"

    entries = read_bytes(log(record).encode(), name="log.html").entries

    assert [one.tables[0].rows[0] for one in entries] == [tuple(cells)] * 2


def test_points_are_named_by_their_numerals_and_by_ranges_of_them():
    text = (
        "You asked:\n\n(i) How many dogs?\n\n(ii) How many cats?\n\n(iii) Who feeds them?\n\nOur response:\n\n"
        "Points (i) and (ii)\n\nNone of both points.\n\nRegarding point iii: Nobody does."
    )

    (entry,) = read_bytes(f"{HEAD}{text}{TAIL}".encode(), name="letter.txt").entries

    assert answers(entry) == {
        "i": "None of both points.",
        "ii": "None of both points.",
        "iii": "Nobody does.",
    }

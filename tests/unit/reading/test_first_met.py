"""What bodies print that no layout had shown before: letters that greet nobody, forms, sheets that ask across, logs in prose."""

import pytest

from answerable.reading import read_bytes

ANSWERS = {"1": "We own 14 drones.", "2": "There are 31 pilots."}


def page(*parts):
    return "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)


def read(text, name="file.html"):
    return read_bytes(text.encode(), name=name)


def answers(entry):
    return {question.label: question.answer for question in entry.questions}


ASKED = ("1. How many drones are owned?", "2. How many pilots are there?")
TOLD = ("1. We own 14 drones.", "2. There are 31 pilots.")
LEADS = "I note you seek access to the following information:"
DECIDES = "I have today decided to disclose the information."


def test_a_page_with_one_letter_need_not_greet_nor_say_how_to_complain():
    text = page("<h1>Use of drones</h1>", "Our ref: 12/2034", LEADS, *ASKED, DECIDES, *TOLD)

    reading = read(text)

    (entry,) = reading.entries
    assert (reading.kind, entry.ref, entry.title) == ("letter", "12/2034", "Use of drones")
    assert answers(entry) == ANSWERS


def test_letters_stand_in_a_row_under_their_numbers():
    parts = []
    for number, title in (("006753/24", "Use of drones"), ("006761/24", "More drones")):
        parts += [
            f"<h2>Freedom of Information Act Request No: {number}</h2>",
            f"<p><b>{title}</b></p>",
        ]
        parts += ["We received the following request:", *ASKED, "We respond as follows:", *TOLD]

    entries = read(page("<h1>Disclosure log</h1>", *parts)).entries

    assert [(one.ref, one.title) for one in entries] == [
        ("006753/24", "Use of drones"),
        ("006761/24", "More drones"),
    ]
    assert [answers(one) for one in entries] == [ANSWERS, ANSWERS]


def test_a_form_that_was_filled_in_once_is_a_record():
    rows = (
        ("Form reference", "WEB6275"),
        ("Your email", "[removed]"),
        ("What is it about?", "Drones and their pilots"),
        ("Describe what you want", page(*ASKED)),
        ("Council response", page(*TOLD)),
    )
    table = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)

    (entry,) = read(f"<table>{table}</table>").entries

    assert (entry.ref, entry.title) == ("WEB6275", "Drones and their pilots")
    assert answers(entry) == ANSWERS


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Question {}", "Our answer"),
        ("Request {}", "Answer"),
        ("Question {word}", "Answer {word}"),
    ],
)
def test_lines_of_their_own_count_questions(question, answer):
    parts = ["<h2>Use of drones</h2>", "<p><b>Reference:</b> LBX-2023-39</p>"]
    for number, word, asked, told in zip((1, 2), ("One", "Two"), ASKED, TOLD, strict=True):
        parts += [f"<h3>{question.format(number, word=word)}</h3>", asked[3:]]
        parts += [f"<h4>{answer.format(word=word)}</h4>", told[3:]]
    other = [part.replace("drones", "boats").replace("39", "41") for part in parts]

    entries = read(page("<h1>Answers</h1>", *parts, *other)).entries

    assert [(one.ref, one.title) for one in entries] == [
        ("LBX-2023-39", "Use of drones"),
        ("LBX-2023-41", "Use of boats"),
    ]
    assert answers(entries[0]) == ANSWERS


SHEETS = {
    "columns": (
        "Reference,Title,Question 1,Answer 1,Question 2,Answer 2\n"
        "HB005610,Drones,How many drones are owned?,We own 14 drones.,How many pilots are there?,There are 31 pilots.\n"
        "HB005637,Boats,How many boats?,Nine.,How old are they?,Four years.\n"
    ),
    "rows": (
        "No.,Subject of request,Question,Answer\n"
        "HB005610.1,Drones,How many drones are owned?,We own 14 drones.\n"
        "HB005610.2,Drones,How many pilots are there?,There are 31 pilots.\n"
        "HB005637.1,Boats,How many boats are there?,Nine.\n"
        "HB005637.2,Boats,How old are they today?,Four years.\n"
    ),
}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_counts_the_questions_of_each_request(sheet):
    entries = read(SHEETS[sheet], "log.csv").entries

    assert [(one.ref, one.title) for one in entries] == [
        ("HB005610", "Drones"),
        ("HB005637", "Boats"),
    ]
    assert answers(entries[0]) == ANSWERS


def test_rows_that_head_others_are_no_questions():
    rows = [("No.", "Question", "Response"), ("Section A: machines", "", "")]
    rows += [
        ("1", ASKED[0][3:], TOLD[0][3:]),
        ("Section B: people", "", ""),
        ("2", ASKED[1][3:], TOLD[1][3:]),
    ]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)

    (entry,) = read(
        page(
            "Reference: FOI.2019",
            "Dear Applicant",
            "Thank you for your request. Our response is in the table.",
            f"<table>{table}</table>",
            "Yours sincerely",
        )
    ).entries

    assert entry.ref == "FOI.2019"
    assert answers(entry) == ANSWERS


def test_numbers_of_a_letters_paragraphs_count_no_question():
    (entry,) = read(
        page(
            "Dear Requester",
            "1. Thank you for your request of 6 June 2023. You asked:",
            "(a) How many drones are owned?",
            "(b) How many pilots are there?",
            "2. We have searched our records.",
            "3. As regards point (a): We own 14 drones.",
            "4. As regards point (b): There are 31 pilots.",
            "Yours sincerely",
        )
    ).entries

    assert answers(entry) == {"a": "We own 14 drones.", "b": "There are 31 pilots."}


@pytest.mark.parametrize(
    "form",
    [
        "<b>LP/{ref} {title}. </b>Asked on 7 June 2023: {asked} Replied on 19 June 2023: {told}",
        "LP/{ref} {title}. We were asked: {asked} We replied that {told}",
    ],
)
def test_a_paragraph_may_say_what_was_asked_and_what_was_replied(form):
    told = (
        ("4010", "Benches", "How many benches stand on the river walk?", "There are 23 on it."),
        ("4035", "Keys", "Who holds keys to the bell tower?", "The clerk holds them."),
    )
    made = [
        form.format(ref=ref, title=title, asked=asked, told=said)
        for ref, title, asked, said in told
    ]

    entries = read(
        page("<h1>Requests to the parish council</h1>", *(f"<p>{one}</p>" for one in made))
    ).entries

    assert [(one.ref, one.title, one.request, one.response) for one in entries] == [
        (f"LP/{ref}", title, asked, said) for ref, title, asked, said in told
    ]


SCOTTISH = "Freedom of Information (Scotland) Act 2002"


@pytest.mark.parametrize(
    ("act", "cited"),
    [(SCOTTISH, "FOISA 38(1)(b)"), ("Freedom of Information Act 2000", "38(1)(b)")],
)
def test_a_section_without_a_name_is_of_the_act_that_the_document_names(act, cited):
    (entry,) = read(
        page(
            "Dear Requester",
            f"Thank you for your request under the {act}. You asked:",
            "What are the names of the drivers?",
            "These are withheld under section 38(1)(b) of the Act.",
            "Yours sincerely",
        )
    ).entries

    assert (entry.exemptions, [one.value for one in entry.outcomes]) == ((cited,), ["withheld"])


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Casino data was found in the archive.", "disclosed"),
        ("No relevant data has been found.", "not_held"),
        ("Sent refusal notice", "withheld"),
        ("A refusal notice was sent.", "withheld"),
    ],
)
def test_an_answer_is_decided_by_whole_words(told, outcome):
    text = f"Ref: 12/2034\n\nRequest: What was found?\n\nResponse: {told}\n"

    (entry,) = read(text, "log.txt").entries

    assert [one.value for one in entry.outcomes] == [outcome]


def test_bullets_in_front_of_numbers_are_no_questions():
    (entry,) = read(
        page(
            "<h1>Closed files</h1>",
            "FOI request reference: CAS-137875",
            "<h2>Request</h2>",
            "I should like to know about these files:",
            "<ul><li>DEFE 68/749</li><li>MEPO 2/2832</li></ul>",
            *ASKED,
            "<h2>Response</h2>",
            *TOLD,
        )
    ).entries

    assert answers(entry) == ANSWERS


def test_a_question_may_be_abridged_above_its_answer():
    (entry,) = read(
        page(
            "Dear Requester",
            LEADS,
            "1. For each of the last 12 months, the number of requests received and the number answered in time.",
            "2. The number of open requests you are dealing with at the present time.",
            DECIDES,
            "Q1 - For each of the last 12 months, the number of requests received",
            "We own 14 drones.",
            "Q2 - Number of open requests",
            "There are 31 pilots.",
            "Yours sincerely",
        )
    ).entries

    assert answers(entry) == ANSWERS


def test_dots_lead_from_a_label_to_what_it_names():
    text = "".join(
        f"REF NO.......: {ref}/23\nSUBJECT......: {title}\nREQUEST......:\n{ASKED[0]}\n{ASKED[1]}\n"
        f"REPLY........:\n{TOLD[0]}\n{TOLD[1]}\n\n"
        for ref, title in (("4410", "Drones"), ("4423", "Boats"))
    )

    entries = read(text, "log.txt").entries

    assert [(one.ref, one.title) for one in entries] == [
        ("4410/23", "Drones"),
        ("4423/23", "Boats"),
    ]
    assert answers(entries[0]) == ANSWERS


def test_the_letters_of_a_body_may_stand_in_front_of_its_answers():
    (entry,) = read(
        page(
            "Dear Requester",
            "Thank you for your request. Please find our response below.",
            "Question 1: How many drones are owned?",
            "<p><b>ICB response: </b>We own 14 drones.</p>",
            "Question 2: How many pilots are there?",
            "<p><b>ICB response: </b>There are 31 pilots.</p>",
            "Yours sincerely",
        )
    ).entries

    assert answers(entry) == ANSWERS


def test_a_promise_to_answer_each_question_in_turn_answers_none():
    (entry,) = read(
        page(
            "Dear Requester",
            "Thank you for your request, which is copied below.",
            "We have sought to answer each of your questions in turn.",
            f"<p><b>{ASKED[0]}</b></p>",
            TOLD[0][3:],
            f"<p><b>{ASKED[1]}</b></p>",
            TOLD[1][3:],
            "Yours sincerely",
        )
    ).entries

    assert answers(entry) == ANSWERS

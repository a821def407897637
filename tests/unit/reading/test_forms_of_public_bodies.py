"""Forms of forces, councils, boards and archives: what counts, what comes again and what is set apart tells asked from answered."""

import datetime as dt
import io

import pikepdf
import pytest
import typst

from answerable.domain.questions import leading_label
from answerable.reading import read_bytes
from tests.support.pdf_made import bytes_of

RIGHTS = "If you are unhappy with this response you may ask for an internal review."


def entries(*parts, name="file.html"):
    text = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    return read_bytes(text.encode(), name=name).entries


def letter(*body):
    """Return the only entry of a letter with a body."""
    opening = "Your request of 3 May 2023 has been considered."
    (entry,) = entries(
        "Our ref: F-2180", "Dear Applicant", opening, *body, RIGHTS, "Yours sincerely"
    )
    return entry


def table(*rows):
    lines = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    return f"<table>{lines}</table>"


def asked(entry):
    return {one.label: one.text for one in entry.questions}


def answers(entry):
    return {one.label: one.answer for one in entry.questions}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Q.1 the number of hoax calls", "1"),
        ("Q2 recordings of the calls", "2"),
        ("Q1 was answered above", None),
        ("Q2 and Q3 together", None),
    ],
)
def test_q_and_a_number_label_words_in_small_letters_unless_they_speak_of_it(text, number):
    label = leading_label(text)

    assert (label.number if label else None) == number


def test_answers_in_italics_part_a_list_whose_questions_ask_in_no_word():
    listed = (
        "(i) A list of priority one routes",
        "<p><i>A list is enclosed.</i></p>",
        "(ii) The tonnage of salt",
        "<p><i>5,118 tonnes.</i></p>",
        "(iii) Emails with the supplier",
        "<p><i>None are held.</i></p>",
    )

    entry = letter("It is repeated below, with our response in italics.", *listed)

    assert answers(entry) == {
        "i": "A list is enclosed.",
        "ii": "5,118 tonnes.",
        "iii": "None are held.",
    }


def test_a_question_may_lead_to_a_list_that_is_answered_in_turn():
    lead = "<p><i>Could you tell me about lifts?</i></p>"
    listed = ("1) How many lifts are there?", "There are 231.", "2) Who mends them?", "Ascender plc.", "3) All reports of faults", "Too many.")  # fmt: skip

    entry = letter("You asked:", lead, *listed)

    assert answers(entry) == {"1": "There are 231.", "2": "Ascender plc.", "3": "Too many."}
    assert "Could you tell me about lifts?" in entry.request


def test_a_question_in_bold_stands_above_its_answer_beside_its_number():
    rows = (
        ("1", "<p><b>the median wait</b></p><p>17 weeks</p>"),
        ("2", "<p><b>the longest wait in 2023</b></p><p>61 weeks</p>"),
    )

    entry = letter("In respect of audiology please state:", table(*rows))

    assert asked(entry) == {"1": "the median wait", "2": "the longest wait in 2023"}
    assert answers(entry) == {"1": "17 weeks", "2": "61 weeks"}


def test_a_name_of_a_question_may_say_that_it_is_decided():
    request = ("You asked for:", "(i) How many pages are there?", "(ii) Release of the pocket book")
    told = ("Our decision on item (i): 1,344.", "Our decision on item (ii): It can be released.")

    entry = letter(*request, "The records were examined by us.", *told)

    assert answers(entry) == {"i": "1,344.", "ii": "It can be released."}


def record(reference, *below):
    return (f"<h2>{reference} Homes</h2>", *below)


def test_below_a_heading_a_label_goes_on_with_the_list_of_what_was_asked():
    below = (
        "Will you please give me information on homes?",
        "(a) How many homes were empty?",
        "(b) The addresses of all empty homes",
        "The council says",
        "(a) 214 homes.",
        "(b) Addresses are exempt under s31(1)(a).",
    )

    found = entries(*record("FOI-123/23", *below), *record("FOI-131/23", *below))

    assert [answers(one) for one in found] == [
        {"a": "214 homes.", "b": "Addresses are exempt under s31(1)(a)."}
    ] * 2


def test_a_list_that_begins_again_answers_the_one_above_it():
    below = (
        "The applicant sought:",
        "Question 1: The cost of flights",
        "Question 2: The destinations",
        "The University released:",
        "Question 1: £21,604",
        "Question 2: Boston and Oslo.",
    )

    found = entries(*record("2023-3194", *below), *record("2023-3207", *below))

    assert [answers(one) for one in found] == [{"1": "£21,604", "2": "Boston and Oslo."}] * 2


def test_a_table_of_two_columns_counts_questions_and_answers_beside_their_labels():
    rows = (
        ("Cyfeirnod / Reference", "RhG1999"),
        ("Testun / Subject", "Libraries"),
        ("Cais / Request", "Could I ask for these facts?"),
        ("Cwestiwn 1 / Question 1", "Which branches have closed?"),
        ("Ateb 1 / Answer 1", "Millbrook."),
        ("Cwestiwn 2 / Question 2", "How many books were sold?"),
        ("Ateb 2 / Answer 2", "41,000."),
    )

    (entry,) = entries("<h1>Log</h1>", table(*rows))

    assert (entry.ref, entry.title) == ("RhG1999", "Libraries")
    assert answers(entry) == {"1": "Millbrook.", "2": "41,000."}


def test_a_column_of_labels_counts_the_questions_of_a_record():
    rows = (
        ("Our ref", "Subject", "No", "Question", "Answer"),
        ("FOI/2023/2846", "Staffing", "Q1", "What was spent on agency staff?", "£908,032 was spent."),
        ("", "", "Q2", "Please list each nurse who worked for an agency.", "Section 40(2) applies to that."),
    )  # fmt: skip

    (entry,) = entries("<h1>Disclosure log</h1>", table(*rows))

    assert answers(entry) == {"1": "£908,032 was spent.", "2": "Section 40(2) applies to that."}


HEADS = ("FOI Ref", "Date Rec’d", "Requester Category", "Summary", "Request Text", "Response Text", "Date Resp’d")  # fmt: skip
LINES = (
    ("F23-3620", "01/10/2023", "Individual", "Loans abroad", "1) How many objects are on loan abroad?", "1) There are 129.", "20/10/2023"),
    ("F23-3633", "04/10/2023", "Press", "Library closures", "1) Which branch libraries have closed since 2015?", "1) Millbrook.", "30/10/2023"),
)  # fmt: skip


def as_html():
    return table(HEADS, *LINES), "log.html"


def as_commas():
    rows = (HEADS, *LINES)
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows), "log.csv"


@pytest.mark.parametrize("written", [as_html, as_commas])
def test_columns_whose_heads_nobody_knows_are_what_they_hold_beside_those_that_are_known(written):
    text, name = written()

    found = read_bytes(text.encode(), name=name).entries

    assert [(one.title, one.received_on, one.answered_on) for one in found] == [
        ("Loans abroad", dt.date(2023, 10, 1), dt.date(2023, 10, 20)),
        ("Library closures", dt.date(2023, 10, 4), dt.date(2023, 10, 30)),
    ]


def test_tables_below_the_same_heads_are_one_table():
    heads = ("Service reference", "Collection", "Enquiry", "Decision on access")
    months = (
        ("November 2023", ("CAS-41292", "Lighthouses", "I should like to see the minute books of the lighthouses.", "The minute books are open to all readers.")),
        ("December 2023", ("CAS-42160", "Loans abroad", "Which of the loans abroad are overdue by now?", "None of the loans abroad is overdue now.")),
    )  # fmt: skip

    found = entries(
        *(part for month, row in months for part in (f"<h2>{month}</h2>", table(heads, row)))
    )

    assert [(one.ref, one.response) for one in found] == [
        ("CAS-41292", "The minute books are open to all readers."),
        ("CAS-42160", "None of the loans abroad is overdue now."),
    ]


EXCHANGE = (
    "<h1>Library closures</h1>",
    "A. Reader made this Freedom of Information request to Eastmere Council",
    "<h2>From: A. Reader, 7 June 2023</h2>",
    "Dear Eastmere Council,",
    "1. Which branches have closed?",
    "2. How many books were sold?",
    "Yours faithfully,",
    "A. Reader",
)
REPLY = (
    "<h2>From: Eastmere Council, 27 June 2023</h2>",
    "Dear A. Reader,",
    "Our reference: FOI5011/23",
    "Thank you for your request.",
    "1. Millbrook.",
    "2. Around 41,000.",
    RIGHTS,
    "Kind regards,",
)


def test_a_request_and_its_answer_stand_one_below_the_other_as_two_letters():
    (entry,) = entries(*EXCHANGE, *REPLY)

    assert (entry.ref, entry.title) == ("FOI5011/23", "Library closures")
    assert (entry.received_on, entry.answered_on) == (dt.date(2023, 6, 7), dt.date(2023, 6, 27))
    assert answers(entry) == {"1": "Millbrook.", "2": "Around 41,000."}


def test_of_several_letters_below_a_request_the_longest_that_answers_is_its_answer():
    receipt = ("Dear A. Reader,", "Thank you for your request. You will hear from us.", "Regards,")

    (entry,) = entries(*EXCHANGE, *receipt, *REPLY)

    assert answers(entry) == {"1": "Millbrook.", "2": "Around 41,000."}


@pytest.mark.parametrize(
    "last",
    [
        "If this does not satisfy you, tell us, and somebody senior will take a second look.",
        "Anybody may turn to the Commissioner once our own review has ended.",
    ],
)
def test_what_can_be_done_by_whoever_is_not_satisfied_answers_nothing(last):
    (entry,) = entries(
        "Our ref: F-2180", "Dear Applicant", "Your request of 3 May 2023 has been considered.", "You asked:",
        "1. How many calls were there?", "2. How many people were cautioned?", "1. There were 377.", "2. Eleven were.", last, "Yours sincerely",
    )  # fmt: skip

    assert answers(entry) == {"1": "There were 377.", "2": "Eleven were."}


def untagged(source):
    """Return the entries of what Typst makes of a source, without its tags."""
    pdf = pikepdf.open(io.BytesIO(typst.compile(source.encode())))
    for key in ("/StructTreeRoot", "/MarkInfo"):
        if key in pdf.Root:
            del pdf.Root[key]
    return read_bytes(bytes_of(pdf), name="file.pdf").entries


def test_an_answer_that_is_set_in_below_a_question_that_fills_its_line_is_no_part_of_it():
    question = "How much did the Trust spend on staff of agencies between April and September 2023, by staff group?"
    lines = (
        "Our ref: F-2180",
        "Dear Applicant",
        "Your request of 3 May 2023 has been considered. The answers are below your questions.",
        f"1. {question}",
        "2. What was the highest rate?",
    )
    told = ("This is shown in the table.", "£94.12 per hour.")
    body = "\n\n".join(lines[:3])
    for asked_line, said in zip(lines[3:], told, strict=True):
        body += f'\n\n#par[#"{asked_line}"]\n#pad(left: 3em)[{said}]'

    (entry,) = untagged(f"#set text(size: 10.5pt)\n{body}\n\n{RIGHTS}\n\nYours sincerely")

    assert answers(entry) == dict(zip("12", told, strict=True))


def test_rows_without_lines_that_count_questions_are_parted_below_their_record():
    rows = (
        ("Our ref", "Subject", "No", "Question", "Answer"),
        ("FOI/2023/2846", "Staffing", "Q1", "How much was spent on staff of agencies in the summer of 2023?", "£908,032 was spent in the months from April to September."),
        ("", "", "Q2", "Please list each nurse who worked for an agency in that time.", "Section 40(2) applies: a list of individuals is personal data."),
        ("FOI/2023/2849", "Video", "Q1", "How many cameras that are worn on the body does the force have?", "There are 3,260 cameras, all of which are worn on the body."),
        ("", "", "Q2", "For how long is footage kept that is not needed as evidence?", "All of the footage is kept for thirty-one days, then erased."),
    )  # fmt: skip
    cells = ", ".join(f'[#"{cell}"]' for row in rows for cell in row)
    page = "#set page(width: 297mm, height: 210mm, margin: 12mm)\n#set text(size: 8.5pt)\n"
    columns = "columns: (3fr, 3fr, 1fr, 8fr, 8fr), stroke: none, column-gutter: 6pt"

    found = untagged(f"{page}= Disclosure log\n#table({columns}, {cells})")

    assert [one.ref for one in found] == ["FOI/2023/2846", "FOI/2023/2849"]
    assert [answers(one) for one in found] == [
        {"1": rows[1][4], "2": rows[2][4]},
        {"1": rows[3][4], "2": rows[4][4]},
    ]


def test_a_list_of_facts_has_questions_below_it_each_above_its_answer():
    facts = (
        ("Reference", "6797/10/23"),
        ("Title", "Crematorium fees"),
        ("Date received", "5 October 2023"),
        ("Date of reply", "30 October 2023"),
    )
    told = (
        "<p><b>Q1. What is the fee?</b><br>£895.</p>",
        "<p><b>Q2. How many had no mourners?</b><br>148 in the year.</p>",
    )

    (entry,) = entries("<h1>Release</h1>", table(*facts), "Our answers:", *told)

    assert (entry.ref, entry.title) == ("6797/10/23", "Crematorium fees")
    assert entry.answered_on == dt.date(2023, 10, 30)
    assert answers(entry) == {"1": "£895.", "2": "148 in the year."}


def test_facts_without_questions_below_them_are_no_record():
    facts = (("Reference", "6797/10/23"), ("Date received", "5 October 2023"))

    assert entries("<h1>Release</h1>", table(*facts), "The fee is £895.", "It may rise.") == ()


def test_words_across_a_table_of_labels_are_the_title_of_the_record_below_them():
    cards = []
    for number, name in ((2091, "Looted objects"), (2105, "Honorary degrees")):
        rows = (
            ("Enquiry no.", f"M0{number}"),
            ("Asked", f"(1) How many {name.lower()} are there?"),
            ("Told", "(1) There are four of them."),
            ("When", "3 May 2023 – 9 May 2023"),
        )
        head = f"<tr><td colspan=2><b>{name}</b></td></tr>"
        cards.append(table(*rows).replace("<table>", f"<table>{head}"))

    found = entries("<h1>Enquiries</h1>", *cards)

    assert [(one.ref, one.title) for one in found] == [
        ("M02091", "Looted objects"),
        ("M02105", "Honorary degrees"),
    ]


def test_a_list_begins_with_what_stands_over_its_first_part():
    heads = {"1.": "Spoken languages:", "2.": "Sign language:"}
    asked = {"1.1": "What was spent?", "1.2": "Which were most common?", "2.1": "How many bookings were made?"}  # fmt: skip
    told = {"1.1": "£212,480.", "1.2": "Polish and Bengali.", "2.1": "1,066 bookings."}
    body = []
    for label, words in sorted({**heads, **asked}.items()):
        body.append(f"<p>{label} <b>{words}</b></p>")
        body += ["<p><i>Response</i></p>", told[label]] if label in told else []

    entry = letter(*body)

    assert answers(entry) == told
    assert [one.heading for one in entry.questions] == ["Spoken languages"] * 2 + ["Sign language"]


def with_titles(*titles):
    """Return what is read of a log whose records have these headings: the reference and the title of each."""
    below = ("<b>Request</b>", "1. How many are there?", "<b>Response</b>", "1. There are four.")
    parts = [part for title in titles for part in (f"<h2>{title}</h2>", *below)]
    found = entries(*(part if not part.startswith("<b>") else f"<p>{part}</p>" for part in parts))
    return [(one.ref, one.title) for one in found]


def test_references_stand_behind_the_titles_of_all_records():
    found = with_titles("Use of drones - 002230/23", "Interim managers - 002236/23")

    assert found == [("002230/23", "Use of drones"), ("002236/23", "Interim managers")]


def test_years_behind_titles_are_no_references():
    titles = ("Parking fines - 2021/22", "Parking fines - 2022/23")

    assert with_titles(*titles) == [(None, title) for title in titles]

"""Records that are told by their structure: each a way to lay them out, with words of its own, and what is read of it."""

import pytest

from answerable.reading import read_bytes

RECORDS = (
    ("FOI-2024-0117", "Dogs in service", ("How many dogs were kept in 2023?", "What did the dogs cost in 2023?"),
     ("Twelve dogs were kept on that day.", "The total cost was £4,200 in that year.")),
    ("FOI-2024-0122", "Parking at headquarters", ("How many parking spaces are there?", "Who may use them at weekends?"),
     ("There are 140 spaces in two car parks.", "Staff on duty and visitors with a permit.")),
    ("FOI-2024-0131", "Use of translators", ("What was spent on translators in the last year?",),
     ("We spent £12,310 on translators then.",)),
)  # fmt: skip


def numbered(texts, form, join):
    return (
        texts[0]
        if len(texts) == 1
        else join.join(form.format(n, text) for n, text in enumerate(texts, 1))
    )


def filled(form, number, record, *, ending):
    ref, title, asked, told = record
    shape = ("<p>{}. {}</p>", "") if ending == "html" else ("{}. {}", "\n\n")
    pairs = enumerate(zip(asked, told, strict=True), 1)
    return form.format(
        n=number, ref=ref, title=title, ask=numbered(asked, *shape), tell=numbered(told, *shape),
        asked="{asked}", bold="".join(f"<p><b>{one}</b></p><p>{two}</p>" for one, two in zip(asked, told, strict=True)),
        heads="".join(f"<h3>{one}</h3><p>{two}</p>" for one, two in zip(asked, told, strict=True)),
        both="".join(f"<h3>Question {n}</h3><p>{one}</p><h3>Answer {n}</h3><p>{two}</p>" for n, (one, two) in pairs),
        qa="".join(f"<p>Q{n}: {one}</p><p>A{n}: {two}</p>" for n, (one, two) in enumerate(zip(asked, told, strict=True), 1)),
        run="".join(f"<p>{n}. <b>{one}</b> {two}</p>" for n, (one, two) in enumerate(zip(asked, told, strict=True), 1)),
        bullets="".join(f"<li>{one}</li>" for one in asked), answers="".join(f"<li>{one}</li>" for one in told),
    )  # fmt: skip


def row(*cells):
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


TABLE = "<h1>Log</h1><table>{}"
WAYS = {
    "a table without a head": ("html", TABLE.format(""), row("{ref}", "{title}", "{ask}", "{tell}"), "</table>"),
    "a head of the table again on each page": (
        "html", TABLE.format(""), row("Ref", "Subject", "Request", "Reply") + row("{ref}", "{title}", "{ask}", "{tell}"), "</table>",
    ),
    "rows that are counted, below words that no list has": (
        "html", TABLE.format(row("#", "Our number", "About", "They wanted to know", "They were told")),
        row("{n}", "{ref}", "{title}", "{ask}", "{tell}"), "</table>",
    ),
    "reference, title and days in one cell": (
        "html", TABLE.format(row("Request details", "Information requested", "Information supplied")),
        row("<p>{ref}</p><p>{title}</p><p>Received: 5 January 2024</p>", "{ask}", "{tell}"), "</table>",
    ),
    "request and response in one cell": (
        "html", TABLE.format(row("Case", "Request and response")),
        row("<p>{ref}</p><p><b>{title}</b></p><p>Sep 2018</p>", "<p><b>Request:</b></p>{ask}<p><b>Response:</b></p>{tell}"), "</table>",
    ),
    "labels above their values": (
        "html", "<h1>Log</h1>",
        "<table>" + row("Case number", "Received on", "Handled under") + row("{ref}", "25/08/2021", "FOIA")
        + "<tr><td colspan=3>Subject: {title}</td></tr><tr><td colspan=3><p><b>What was asked</b></p>{ask}</td></tr>"
        "<tr><td colspan=3><p><b>What was answered</b></p>{tell}</td></tr></table>", "",
    ),
    "questions and answers in one cell": (
        "html", TABLE.format(row("FOI number", "Subject", "Questions and answers")), row("{ref}", "{title}", "{qa}"), "</table>",
    ),
    "request and response in the cell beside the title": (
        "html", TABLE.format(""), row("<b>{ref}</b><br>{title}", "<p><b>Question</b></p>{ask}<p><b>Answer</b></p>{tell}"), "</table>",
    ),
    "the reference in front of the request": (
        "html", TABLE.format(""), row("Request", "<p>{ref} – {title}</p>{ask}") + row("Response", "{tell}"), "</table>",
    ),
    "a table that lays out a web page": (
        "html", "<table><tr><td>Home<br>Contact</td><td><h1>Log</h1>",
        "<h3>{ref} {title}</h3><p><b>Request</b></p>{ask}<p><b>Response</b></p>{tell}<hr>", "</td></tr></table>",
    ),
    "an article with a menu above it": (
        "html", "<nav><a href='/'>Home</a></nav><h1>Log</h1>",
        "<article><h2>{title}</h2><p>Reference: {ref}<br>Published: 5 May 2024</p><h3>Request</h3>{ask}<h3>Our response</h3>{tell}"
        "</article>", "<footer>Cookies</footer>",
    ),
    "records that are counted": ("txt", "Log\n\n", "{n}. {title} ({ref})\n\nRequest:\n\n{ask}\n\nResponse:\n\n{tell}\n\n", ""),
    "questions as headings": ("html", "<h1>Log</h1>", "<h2>{title} ({ref})</h2>{heads}", ""),
    "questions in bold below a reference": ("html", "<h1>Log</h1>", "<h2>{title}</h2><p>Reference: {ref}</p>{bold}", ""),
    "headings Question 1 and Answer 1": ("html", "<h1>Log</h1>", "<h2>{ref}: {title}</h2>{both}", ""),
    "the label in the line of the head": ("txt", "Log\n\n", "{ref} {title} Request: {ask}\n\nResponse: {tell}\n\n", ""),
    "several labels in one line": (
        "txt", "Log\n\n", "Ref: {ref} Title: {title} Received: 5 January 2024\n\nRequest\n\n{ask}\n\nResponse\n\n{tell}\n\n", "",
    ),
    "bullets that answer bullets": (
        "html", "<h1>Log</h1>", "<h2>{ref} {title}</h2><h3>Request</h3><ul>{bullets}</ul><h3>Response</h3><ul>{answers}</ul>", "",
    ),
    "the reference in brackets below the answer": (
        "html", "<h1>Log</h1>", "<h3>{title}</h3>{ask}<p><i>Response</i></p>{tell}<p>({ref}, answered in May)</p>", "",
    ),
    "the reference behind the title": (
        "html", "<h1>Log</h1>", "<h2>5 May 2024</h2><h3>{title} – {ref}</h3><p>Request</p>{ask}<p>Response</p>{tell}", "",
    ),
    "question in bold and answer in plain words": (
        "html", "<h1>Log</h1>", "<h2>{ref}: {title}</h2><h3>Request</h3><p>Tell me about this.</p><h3>Response</h3>{run}", "",
    ),
    "a heading over the foot of a record": (
        "html", "<h1>Log</h1>", "<h2>{title}</h2><h3>Request</h3>{ask}<h3>Response</h3>{tell}<h3>About this</h3><p>Ref: {ref}</p>", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_records_are_read_as_any_reader_sees_them(way):
    ending, head, form, tail = WAYS[way]
    body = "".join(
        filled(form, number, one, ending=ending) for number, one in enumerate(RECORDS, 1)
    )

    entries = read_bytes(f"{head}{body}{tail}".encode(), name=f"log.{ending}").entries

    read = [
        (one.ref, one.title, [(each.text, each.answer) for each in one.questions])
        for one in entries
    ]
    assert read == [
        (ref, title, [*zip(asked, told, strict=True)]) for ref, title, asked, told in RECORDS
    ]


def test_records_are_bullets_with_bullets_below():
    text = "# Log\n\n" + "".join(
        f"- **{ref}: {title}**\n  - Request: {' '.join(asked)}\n  - Response: {' '.join(told)}\n"
        for ref, title, asked, told in RECORDS
    )

    entries = read_bytes(text.encode(), name="log.md").entries

    assert [(one.ref, one.title, one.response) for one in entries] == [
        (ref, title, " ".join(told)) for ref, title, _, told in RECORDS
    ]


HEADED = (
    """## Request 4069: Dogs\n\nReceived on 2 November 2023 and answered on 24 November 2023.\n\nI want to ask about dogs.

- How many were seized?\n\n*Reply:* 64 dogs\n\n- Which breed?\n\n*Reply:* Terriers.

## Request 4081: Parks\n\nWhat was spent?\n\n*Reply:* A total of £12.\n""",
    """## FOI 4069 – Dogs\n\nReceived: 2 November 2023\n\nAnswered: 24 November 2023\n\nPlease tell me:

* How many were seized?\n\nAnswer: 64 dogs\n\n* Which breed?\n\nAnswer: Terriers.

## FOI 4081 – Parks\n\nReceived: 3 November 2023\n\nWhat was spent?\n\nAnswer: A total of £12.\n""",
)


@pytest.mark.parametrize("text", HEADED)
def test_below_a_heading_with_a_reference_a_word_for_a_reply_follows_each_question(text):
    entries = read_bytes(f"# Log\n\n{text}".encode(), name="log.md").entries

    assert [(one.ref.removeprefix("FOI "), one.title) for one in entries] == [
        ("4069", "Dogs"),
        ("4081", "Parks"),
    ]
    assert entries[0].received_on.isoformat() == "2023-11-02"
    assert [[(each.text, each.answer) for each in one.questions] for one in entries] == [
        [("How many were seized?", "64 dogs"), ("Which breed?", "Terriers.")],
        [("What was spent?", "A total of £12.")],
    ]


@pytest.mark.parametrize(
    "days",
    [
        "Received 7 June 2023, closed 27 June 2023",
        "Received: 7 June 2023; answered: 27 June 2023.",
        "Received 7 June 2023 | Closed 27 June 2023",
        "Received 7 June 2023 and closed 27 June 2023",
    ],
)
def test_a_line_of_days_is_no_part_of_the_title_above_it(days):
    records = (
        ("23/4252", "Minutes of the working group", "Please send the minutes of every meeting held in 2022.", "Refused – section 21"),
        ("23/4274", "Reading lists", "How many items are in Welsh?", "Information not held"),
    )  # fmt: skip
    text = "".join(
        f"**{ref} – {title}**\n\n{days}\n\n*Summary:* {asked}\n\n*Result:* {told}\n\n"
        for ref, title, asked, told in records
    )

    entries = read_bytes(f"# Log\n\n{text}".encode(), name="log.md").entries

    assert [(one.ref, one.title) for one in entries] == [one[:2] for one in records]
    assert {(one.received_on.isoformat(), one.answered_on.isoformat()) for one in entries} == {
        ("2023-06-07", "2023-06-27")
    }


def test_every_day_is_taken_of_a_line_of_days_between_a_heading_and_its_question():
    text = "".join(
        f"# {name}\n\nReceived 7 June 2023, closed 27 June 2023\n\n**How many {name} are there?**\n\nTwelve.\n\n"
        for name in ("Buses", "Vans")
    )

    entries = read_bytes(text.encode(), name="log.md").entries

    assert [(one.title, one.received_on.isoformat(), one.answered_on.isoformat()) for one in entries] == [
        ("Buses", "2023-06-07", "2023-06-27"),
        ("Vans", "2023-06-07", "2023-06-27"),
    ]  # fmt: skip


def test_a_request_stays_as_it_is_printed_where_its_questions_stand_above_their_answers():
    text = (
        "Ref\n\n5000001\n\nBuses\n\nRequest\n\nYou asked a number of questions about buses.\n\nResponse\n\n"
        "1) How many buses are there?\n\nTwelve.\n\n2) Who drives them?\n\nStaff of the depot.\n"
    )

    (entry,) = read_bytes(text.encode(), name="log.txt").entries

    assert entry.request == "You asked a number of questions about buses."
    assert [(one.label, one.text, one.answer) for one in entry.questions] == [
        ("1", "How many buses are there?", "Twelve."),
        ("2", "Who drives them?", "Staff of the depot."),
    ]


def test_one_table_holds_any_number_of_records_with_their_questions_in_rows_below():
    many = 700
    rows = "".join(
        row("Reference", f"FOI 2022/{number:04}")
        + row("Question", "Answer")
        + row(f"How many vans stand at depot {number}?", f"{number} vans.")
        + row("How many lorries?", "None.")
        for number in range(1, many + 1)
    )

    reading = read_bytes(f"<h1>Log</h1><table>{rows}</table>".encode(), name="log.html")

    assert [entry.ref for entry in reading.entries] == [
        f"FOI 2022/{number:04}" for number in range(1, many + 1)
    ]
    assert [one.answer for one in reading.entries[-1].questions] == [f"{many} vans.", "None."]

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
    "(Request {})",
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


HEADED = "<p>You asked for:</p><ul><li>The number of dogs kept</li><li>The food bought for cats</li><li>Any guidance on leads</li></ul>"
BOLD = "<p><b>{}</b></p><p>{}</p>"
ABOVE = {
    "a heading and a sentence": "<p><b>What we hold</b></p><p>We hold most of this.</p>",
    "a heading alone": "<p><b>Our response</b></p>",
    "a sentence alone": "<p>We can confirm that we hold information in scope of your request.</p>",
    "a heading and two sentences": "<p><b>Findings</b></p><p>We hold this.</p><p>We set it out below.</p>",
}


@pytest.mark.parametrize("above", ABOVE)
def test_headings_below_what_heads_the_whole_head_single_answers(above):
    heads = ("Dogs", "Cat food", "Use of leads")
    answers = ("Twelve dogs.", "In about seven years", "None is given")
    body = "".join(map(BOLD.format, heads, answers))

    entry = one(HEAD, OPENING, HEADED, ABOVE[above], body, COMPLAINTS, TAIL)

    assert [answer for _, answer in told(entry)] == [*answers]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Information request about “Dogs in service”", "Dogs in service"),
        ("Your FOI request regarding 'Dogs in service'", "Dogs in service"),
        ("Freedom of Information request concerning: “Dogs”", "Dogs"),
        ("Request for information about dogs", "Request for information about dogs"),
    ],
)
def test_a_subject_that_quotes_names_what_it_quotes(subject, title):
    entry = one(
        HEAD,
        f"<p><b>{subject}</b></p>",
        OPENING,
        f"<p>You asked: {DOGS}</p><p>Response: Two.</p>",
        TAIL,
    )

    assert entry.title == title


@pytest.mark.parametrize(
    "fact",
    [
        "Published 10 July 2023",
        "Answered on 10/07/2023",
        "Date published 10 July 2023",
        "Closed: 10 July 2023",
    ],
)
def test_a_line_with_a_day_below_a_heading_is_no_part_of_the_title(fact):
    record = f"<h2>FOI {{0}}/23: Dogs of {{0}}</h2><p>{fact}</p><h3>Request</h3><p>{DOGS}</p><h3>Response</h3><p>Twelve.</p>"
    log = "".join(record.format(number) for number in (4698, 4727))

    entries = read_bytes(log.encode(), name="log.html").entries

    assert [(entry.ref, entry.title) for entry in entries] == [
        ("FOI 4698/23", "Dogs of 4698"),
        ("FOI 4727/23", "Dogs of 4727"),
    ]


def listed(*lines):
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "figures", [("14", "6"), ("1,204", "3%"), ("£8.15", "2"), ("11.4 FTE", "0")]
)
def test_a_figure_behind_the_label_of_an_answer_is_the_answer(figures):
    asked = listed(f"Q1 {DOGS}", "Q2 How many are fed?")

    entry = one(
        HEAD,
        "<p>You asked:</p>",
        asked,
        "<h3>Response</h3>",
        listed(*map("Q{} {}".format, (1, 2), figures)),
        TAIL,
    )

    assert [answer for _, answer in told(entry)] == [*figures]


@pytest.mark.parametrize(
    "general",
    [
        "Where we have relied on an exemption, this letter serves as a refusal notice for that part.",
        "To the extent that information has been withheld, this response is a refusal notice under section 17.",
        "This response should not be compared with that of another force.",
        "Our reply may not be used to compare us with other bodies.",
    ],
)
def test_what_is_said_of_the_whole_letter_belongs_to_no_answer(general):
    body = (
        listed(f"1. {DOGS}", "2. What do they eat?"),
        "<h2>Response</h2>",
        listed("1. Twelve.", "2. Dry meat.", general),
    )

    entry = one(HEAD, "<p>You asked:</p>", *body, TAIL)

    assert [answer for _, answer in told(entry)] == ["Twelve.", "Dry meat."]


@pytest.mark.parametrize(
    "form",
    [
        "<td><b>{0}</b><br>{1}</td><td><p>Question</p><p>{2}</p><p>Answer</p><p>{3}</p></td>",
        "<td>{0}</td><td>{1}</td><td><p>Request</p><p>{2}</p><p>Response</p><p>{3}</p></td>",
    ],
)
@pytest.mark.parametrize(
    "asked", [(DOGS, "Who feeds all of the many dogs that are kept there?"), (DOGS,)]
)
def test_what_heads_the_last_record_of_a_table_is_no_foot_of_the_page(form, asked):
    refs = [f"FOI-2024-{number}" for number in (117, 122, 131)]
    longest = "There are 140 spaces in two car parks, and all of them are taken by noon on most of the days."
    rows = "".join(
        f"<tr>{form.format(ref, 'Dogs in service', ' '.join(asked), longest if ref == refs[0] else 'Twelve.')}</tr>"
        for ref in refs
    )

    entries = read_bytes(f"<h1>Log</h1><table>{rows}</table>".encode(), name="log.html").entries

    assert [entry.ref for entry in entries] == refs


@pytest.mark.parametrize(
    "form", ["Response to ({})", "Answer to ({}):", "Reply for ({})", "Response to ({}) – "]
)
@pytest.mark.parametrize("keys", ["ab", "12"])
def test_an_answer_is_headed_by_the_bracket_of_its_question(form, keys):
    asked = listed(f"({keys[0]}) {DOGS}", f"({keys[1]}) What do they eat?")
    first, second = (f"<p><b>{form.format(key)}</b></p>" for key in keys)

    entry = one(
        HEAD,
        "<p>You asked:</p>",
        asked,
        "<p>I can advise as follows.</p>",
        first,
        "<p>Twelve.</p>",
        second,
        "<p>Dry meat.</p>",
        TAIL,
    )

    assert [(question.label, question.answer) for question in entry.questions] == [
        (keys[0], "Twelve."),
        (keys[1], "Dry meat."),
    ]


@pytest.mark.parametrize("form", ["{}. ", "{}) ", "Q{}: ", "({}) "])
def test_the_first_point_of_a_list_may_ask_in_no_word(form):
    points = ("Current supplier(s)", "Number of devices", "Who is responsible for them?")
    answers = ("Inkwell Services", "214", "The head of IT.")
    pairs = enumerate(zip(points, answers, strict=True), 1)
    body = "".join(
        f"<p>{form.format(number)}{point}</p><p><b>{answer}</b></p>"
        for number, (point, answer) in pairs
    )

    entry = one(
        HEAD, "<p>Thank you for your request. Our answers are in bold below.</p>", body, TAIL
    )

    assert told(entry) == list(zip(points, answers, strict=True))


@pytest.mark.parametrize(
    "line",
    [
        "Email: foi@council.example",
        "E-mail: FOI@council.example",
        "Contact: foi@council.example – weekdays",
    ],
)
def test_an_address_is_no_subject(line):
    entry = one(
        f"<p>{line}</p>",
        HEAD,
        "<p><b>Freedom of Information Act 2000 – Dogs</b></p>",
        OPENING,
        f"<p>You asked: {DOGS}</p><p>Response: Two.</p>",
        TAIL,
    )

    assert entry.title == "Dogs"


TITLES = ("Laptops lost or stolen", "Peer review reports")


@pytest.mark.parametrize(
    "line",
    [
        "Posted on 22 July 2023 in FOI responses",
        "Uploaded 22/07/2023 by the web team",
        "Added: 22 July 2023, in News",
        "Written on Saturday 22nd July 2023 by the press office",
    ],
)
@pytest.mark.parametrize("numbers", [(3415, 3441), (3415,)])
def test_a_line_of_what_was_done_on_a_day_is_no_part_of_a_heading(line, numbers):
    record = f"<h2>{{1}}</h2><p><em>{line}</em></p><p>FOI reference: CA2023-{{0}}</p><h3>What you asked</h3><p>{DOGS}</p><h3>What we found</h3><p>Two.</p>"
    log = "<h1>FOI responses</h1>" + "".join(map(record.format, numbers, TITLES))

    entries = read_bytes(log.encode(), name="log.html").entries

    assert [(entry.ref, entry.title) for entry in entries] == [
        (f"CA2023-{number}", title) for number, title in zip(numbers, TITLES, strict=False)
    ]


@pytest.mark.parametrize("again", ["Cyfeirnod: {}", "Ein cyf: {}", "Tagairt: {}", "Number: {}"])
def test_a_reference_said_again_in_another_language_is_no_title(again):
    record = (
        "<h2>Dogs of {0}</h2>"
        + table(
            ("Reference: C0{0}", again.format("C0{0}")), ("<b>Request</b>", "<b>Cais</b>")
        ).replace("</table>", f"<tr><td colspan=2><p>{DOGS}</p></td></tr>")
        + "<tr><td><b>Response</b></td><td><b>Ymateb</b></td></tr><tr><td colspan=2><p>Two.</p></td></tr></table>"
    )
    log = "".join(map(record.format, ("2314", "2319")))

    entries = read_bytes(log.encode(), name="log.html").entries

    assert [(entry.ref, entry.title) for entry in entries] == [
        ("C02314", "Dogs of 2314"),
        ("C02319", "Dogs of 2319"),
    ]


def told_in_a_log(form, pairs, *, lead=""):
    """Return what is read of two records, each with its questions in a form and an answer below each."""
    body = "".join(
        f"<p>{form.format(number, point)}</p><p>{answer}</p>"
        for number, (point, answer) in enumerate(pairs, 1)
    )
    log = "".join(
        f"<h2>{ref} – {title}</h2>{lead}{body}"
        for ref, title in zip(("FOI 2128", "FOI 2154"), TITLES, strict=True)
    )
    entries = read_bytes(f"<h1>Requests</h1>{log}".encode(), name="log.html").entries
    return [(entry.ref, told(entry)) for entry in entries]


@pytest.mark.parametrize(
    "form", ["{}. <b>{}</b>", "<b>{}) {}</b>", "Q{}. <b>{}</b>", "({}) <i>{}</i>"]
)
def test_questions_below_a_heading_are_set_alike_behind_their_numbers(form):
    pairs = [
        ("The number of dogs kept", "Twelve."),
        ("Those that were sold", "14"),
        ("Any guidance on leads", "None is given."),
    ]

    found = told_in_a_log(form, pairs, lead="<p>Please provide me with:</p>")

    assert found == [("FOI 2128", pairs), ("FOI 2154", pairs)]


@pytest.mark.parametrize(
    "form", ["{}. <b>{}</b>", "Q{}. <b>{}</b>", "({}) <b>{}</b>", "<b>{}) {}</b>"]
)
def test_one_word_may_part_two_questions_with_numbers_of_their_own(form):
    pairs = [
        (f"How many laptops were reported {what} in the last two years?", answer)
        for what, answer in (("lost", "14"), ("stolen", "6"))
    ]

    assert told_in_a_log(form, pairs) == [("FOI 2128", pairs), ("FOI 2154", pairs)]

"""Logs and letters of the thirteenth set: of the seen half since they were measured."""

from tests.support.layouts import met_desks_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_desks_requests import matter_of, requests
from tests.support.layouts.nodes import (
    Cell,
    Grid,
    Item,
    Look,
    Quote,
    Rule,
    Span,
    heading,
    para,
    spans,
)
from tests.support.layouts.pieces import Way, walked
from tests.support.layouts.pieces_of_logs import behind_labels, entry, question, questions, told
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_WIDE = Look("sans", 8.5, paper=(297, 210), margin=12)
_RIGHTS = (
    "You have a right to complain about how we dealt with this. Write to the Head of Legal Services no later than 40 working days "
    "from now. If that does not settle it, the Information Commissioner’s Office can look into the matter."
)


def labels_in_bold():
    """A council's log: months as headings, and for each request paragraphs that open on a label in bold: "Request:", "Response:"."""
    entries, body = [], []
    months = ("May 2023", "", "June 2023")
    chosen = (matters.DOGS, matters.PATHS, matters.BUSES)
    for month, case in zip(months, requests(1301, *chosen), strict=True):
        way = Way(("1.",))
        one = entry(case, way, ref=f"{case.serial}-{case.received_on:%y}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        if month:
            body.append(heading(2, month))
        first, *rest = one.request
        body += [
            para(Span("FOI reference: ", bold=True), one.ref),
            para(Span("Subject: ", bold=True), one.title),
            para(Span("Request: ", bold=True), *first.spans),
            *rest,
            para(Span("Response: ", bold=True), "Please see the answers below."),
            *one.response,
        ]
        entries.append(one)
    return log(entries, [heading(1, "Thornbury Vale Council"), heading(1, "FOI Disclosure Log")], body, look=Look("sans", 11))  # fmt: skip


def headings_of_questions():
    """A regulator's letter: each question a heading, "Question 1: …", the answer below it under a smaller one, "Our answer"."""
    return [_headings(matter_of(seed, title)) for seed, title in ((1305, matters.CYBER), (1306, matters.HANDOVERS))]  # fmt: skip


def _headings(about):
    sheet = Sheet(about, ("Question 1:",))
    ref = f"CAS-{about.serial * 17}-{chr(65 + about.serial % 26)}8K2"
    answers, asked, body = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(para(point.text))
        answers += said
        body += [heading(3, f"Question {path[0]}: {point.text}"), heading(4, "Our answer"), *said]
    parts = [
        *office("Care Standards Authority", "Information Access Team"),
        para(about.answered),
        para(f"Our Reference: {ref}"),
        para("Dear A. Requester"),
        heading(2, f"Request for information: {about.title}"),
        para(f"We write in response to your correspondence of {about.received}."),
        para(about.intro),
        *body,
        heading(3, "Next steps"),
        para(_RIGHTS),
        *closing("Kind regards", "Information Access Team"),
    ]
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def facts_in_a_table():
    """A fire service's release: a small table of facts, then questions in bold, each with its answer in the same paragraph."""
    return [_facts(matter_of(seed, title)) for seed, title in ((1307, matters.FEES), (1308, matters.BUSES))]  # fmt: skip


def _facts(about):
    sheet = Sheet(about, ("Q1.",))
    ref = f"{about.serial:04}/{about.received_on:%m/%y}"
    asked, answers, body = [], [], []
    for path in sheet.points:
        one = sheet.question(path, bold=True)
        first, *rest = sheet.told(path)
        asked.append(one)
        answers += [first, *rest]
        body += [Item(one.label, (*one.spans, Span("\n"), *first.spans), path, sheet.style), *rest]
    facts = Grid(
        (("Reference", ref), ("Title", about.title), ("Date received", about.received), ("Date of reply", about.answered)),
        widths=(1, 3),
    )  # fmt: skip
    parts = [
        heading(1, "Fellside Fire Authority"),
        heading(2, "Freedom of information release"),
        facts,
        para("The questions that were put to us, and our answers:"),
        *body,
    ]
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("sans", 10.5))


def clerk_in_prose():
    """A parish clerk's letter: "You asked me three things", a plain list, and paragraphs on "your first question", "your second"."""
    return [_clerk(matter_of(seed, title)) for seed, title in ((1309, matters.FEES), (1310, matters.MEMBERS))]  # fmt: skip


def _clerk(about):
    sheet = Sheet(about, ("1.",))
    ref = f"PC/{about.received_on:%Y}/{about.serial % 100}"
    request = [para(about.intro), *sheet.questions()]
    answers = []
    for path, lead in zip(sheet.points, ("In answer to your first question: ", "To your second question: ", "And to your third question: "), strict=True):  # fmt: skip
        answers += sheet.told(path, lead=spans(lead))
    parts = [
        *office("Lower Swell Parish Council", "The Parish Rooms"),
        para(f"Ref. {ref}"),
        para(about.answered),
        para("Dear Mr Parishioner,"),
        para(about.title, bold=True),
        para(f"Thank you for your letter of {about.received}. You asked me three things:"),
        *request,
        para("I have been through the files with the Chairman."),
        *answers,
        para("If you do not agree with this, the Council can review it at its next meeting."),
        *closing("Yours truly,", "Clerk to the Council"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 12))


def board_table():
    """An NHS board's letter: a table headed "Question" and "ICB response", "1." over its parts "a." and "b.", each part with its answer."""
    return [_icb(matter_of(seed, title)) for seed, title in ((1311, matters.PLACES), (1312, matters.TONGUES))]  # fmt: skip


def _icb(about):
    sheet = Sheet(about, ("1.", "a."))
    ref = f"ICB{about.received_on:%y}{about.serial}"
    asked, answers, rows = [], [], [("Question", "ICB response")]
    for path, point in sheet.points.items():
        one = sheet.question(path)
        asked.append(one)
        said = () if point.parts else tuple(sheet.told(path))
        answers += said
        rows.append(((one,), said or ""))
    parts = [
        *office("NHS Mid Vale Integrated Care Board"),
        para(f"Reference {ref}"),
        para(about.answered),
        para("Dear Colleague"),
        para(f"Your request under the Freedom of Information Act: {about.title}", bold=True),
        para(f"Your request came to the ICB on {about.received}."),
        para(about.intro),
        Grid(tuple(rows), widths=(1, 1), head=1),
        para(_RIGHTS),
        *closing("Yours sincerely", "Corporate Affairs"),
    ]
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 10.5))


def decimals_copied():
    """A university's letter: "1.1" and its sisters, each question in bold and the answer behind a line that says only "Response"."""
    return [_decimals(matter_of(seed, title)) for seed, title in ((1313, matters.TONGUES), (1314, matters.PLACES))]  # fmt: skip


def _decimals(about):
    sheet = Sheet(about, ("1.", "1.1"))
    ref = f"FOI_{about.serial}_{about.received_on:%d%m%y}"
    asked, answers, body = [], [], []
    for path, point in sheet.points.items():
        one = sheet.question(path, bold=True)
        asked.append(one)
        body.append(one)
        if not point.parts:
            said = sheet.told(path)
            answers += said
            body += [para("Response", italic=True), *said]
    parts = [
        *office("University of Fellside", "Office of the University Secretary"),
        para(about.answered),
        para(f"Reference: {ref}"),
        para("Dear Sir or Madam"),
        para(f"FOI request: {about.title}", bold=True),
        para(f"Further to your request received on {about.received}, your questions and our responses are given here."),
        para(about.intro),
        *body,
        para(_RIGHTS),
        *closing("Yours faithfully", "Information Compliance"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def force_in_a_box():
    """A force's log: each request under its number, what was asked in a grey box, "Question 1 –" before what is answered below it."""
    chosen = (matters.SEARCHES, matters.CYBER, matters.HANDOVERS)
    entries, body = [], []
    for case in requests(1315, *chosen):
        way = Way(("Question 1 –",))
        listed = [question(case, path, ask, way, label=f"{path[0]}.") for path, ask in walked(case.asks)]  # fmt: skip
        one = entry(case, way, ref=f"FOI {case.serial}/{case.received_on:%y}", request=[para(case.intro), *listed], response=behind_labels(case, way))  # fmt: skip
        body += [
            heading(2, f"{one.ref}: {one.title}"),
            Quote(tuple(one.request), "boxed"),
            para(f"Response sent {day(case.answered_on)}", bold=True),
            *one.response,
            Rule(),
        ]
        entries.append(one)
    return log(entries, [heading(1, "Fellside Police: disclosure log")], body, look=Look("sans", 11))  # fmt: skip


def museum_cards():
    """A museum's list: a table of two columns for each enquiry, its title over both, "Enquiry no.", "Asked", "Told"."""
    chosen = (matters.LOOT, matters.DEGREES, matters.FEES)
    entries, body = [], []
    for case in requests(1316, *chosen):
        way = Way(("(1)",))
        one = entry(case, way, ref=f"M{case.serial:05}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        rows = (
            (Cell((para(one.title, bold=True),), across=2),),
            ("Enquiry no.", one.ref),
            ("Asked", tuple(one.request)),
            ("Told", tuple(one.response)),
            ("When", f"{day(case.received_on)} – {day(case.answered_on)}"),
        )  # fmt: skip
        body.append(Grid(rows, widths=(1, 4)))
        entries.append(one)
    return log(entries, [heading(1, "Harbour Museum: enquiries under the Act")], body, look=Look("serif", 10.5))  # fmt: skip


def landlord_rows():
    """A housing body's sheet: one row for each question, the request's number in each, "Question asked" and "Answer supplied"."""
    chosen = (matters.DOGS, matters.MEMBERS, matters.LOOT)
    entries, lines = [], []
    for case in requests(1317, *chosen):
        way = Way(("1",))
        one = entry(case, way, ref=f"HX-{case.serial}", request=questions(case, way), response=behind_labels(case, way))  # fmt: skip
        one.truth["tables"] = []
        for path, ask in walked(case.asks):
            said = tuple(part for part in told(ask) if not isinstance(part, Grid))
            lines.append((one.ref, f"{case.answered_on:%d/%m/%Y}", one.title, str(path[0]), ask.text, said))  # fmt: skip
        one.truth["request"] = "\n".join(ask.text for ask in case.asks)
        entries.append(one)
    head = ("Case", "Closed", "Theme", "Part", "Question asked", "Answer supplied")
    grid = Grid((head, *lines), widths=(2, 2, 3, 1, 7, 7), head=1, is_lined=True)
    return log(entries, [heading(1, "Fellside Homes: what people asked us")], [grid], look=_WIDE)


LAYOUTS = (
    Layout("labels-in-bold", (*PAGES, "txt"), labels_in_bold),
    Layout("headings-of-questions", PAGES, headings_of_questions),
    Layout("facts-in-a-table", PAGES, facts_in_a_table),
    Layout("clerk-in-prose", (*PAGES, "txt"), clerk_in_prose),
    Layout("board-table", PAGES, board_table),
    Layout("decimals-copied", (*PAGES, "txt"), decimals_copied),
    Layout("force-in-a-box", PAGES, force_in_a_box),
    Layout("museum-cards", PAGES, museum_cards),
    Layout("landlord-rows", SHEETS, landlord_rows),
)

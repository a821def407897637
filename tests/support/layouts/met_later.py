"""Logs and letters of the eighth set: of the seen half since they were measured."""

from tests.support.layouts import met_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_requests import matter_of, requests
from tests.support.layouts.nodes import (
    Cell,
    Grid,
    Item,
    Look,
    Para,
    Rule,
    Span,
    heading,
    para,
    spans,
)
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions, told
from tests.support.layouts.shapes import PAGES, Layout, day, log

_REVIEW = (
    "If you wish to request an internal review, please contact us within two months quoting your reference. Should you remain "
    "dissatisfied you can complain to the Information Commissioner’s Office."
)


def parts_of_a_release():
    """A devolved executive's page for one request: facts in lines, points in brackets, "Part 1" over each answer; no greeting."""
    return [_parts(matter_of(seed, title)) for seed, title in ((941, matters.TURBINES), (942, matters.ARMOUR))]  # fmt: skip


def _parts(about):
    sheet = Sheet(about, ("(1)",))
    ref = f"FOI-{about.received_on:%Y}00{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers, body = [], []
    for path in sheet.points:
        said = sheet.told(path)
        answers += said
        body += [heading(4, f"Part {path[0]}"), *said]
    parts = [
        heading(1, f"{about.title}: release of information"),
        para(Span("Published: ", bold=True), about.answered),
        para(Span("FOI reference: ", bold=True), ref),
        para(Span("Date received: ", bold=True), about.received),
        para(
            "Information request and response under the Freedom of Information (Scotland) Act 2002."
        ),
        heading(2, "Information requested"),
        *request,
        heading(2, "Response"),
        *body,
        heading(2, "Contact"),
        para("Please quote the FOI reference. Central Enquiry Unit, 0300 999 4000"),
    ]
    look = Look("sans", 12, site="new", menu=("Topics", "News"))
    made = sheet.made(parts, ref=ref, request=request, response=answers, look=look)
    made.truth["records"][0]["title"] = f"{about.title}: release of information"
    return made


def titled_tables():
    """A county: a table for each request, its number and title across the top, "They asked" and "We told them" in the left column."""
    chosen = (matters.HOUSING, matters.HOURS, matters.BUSES, matters.POTHOLES)
    entries, body = [], []
    for case in requests(943, *chosen):
        way = Way(("1.",))
        intro = [para(case.intro)] if case.intro else []
        one = entry(
            case, way, ref=f"CC/{case.serial}", request=[*intro, *questions(case, way)], response=behind_labels(case, way),
        )  # fmt: skip
        rows = (
            (Cell((para(f"{one.ref}: {one.title}", bold=True),), across=2),),
            ("Dates", f"Received {case.received_on:%d/%m/%Y}, answered {case.answered_on:%d/%m/%Y}"),
            ("They asked", tuple(one.request)),
            ("We told them", tuple(one.response)),
        )  # fmt: skip
        body += [Grid(rows, widths=(1, 4)), para("")]
        entries.append(one)
    front = [heading(1, "What people asked us"), heading(2, "Environment and transport")]
    return log(entries, front, body, look=Look("sans", 10.5, footer="Oakshire County Council"))


def response_inline():
    """A borough's letter: each question copied with its number and, in the same paragraph, "Response:" in bold and the answer."""
    return [_inline(matter_of(seed, title), "Response: ") for seed, title in ((944, matters.POTHOLES), (945, matters.NURSES))]  # fmt: skip


def board_response():
    """A health board's letter: "Question 1:" before each question, and "ICB response:" in bold in a paragraph of its own words."""
    return [_inline(matter_of(seed, title), "ICB response: ", ("Question 1:",)) for seed, title in ((946, matters.CYBER), (947, matters.TELEPHONY))]  # fmt: skip


def _inline(about, word, style=("1)",)):
    sheet = Sheet(about, style)
    ref = f"{about.received_on:%y}/{about.serial}"
    asked, answers, body = [], [], []
    for path in sheet.points:
        question = sheet.question(path)
        first, *rest = sheet.told(path)
        asked.append(question)
        answers += [first, *rest]
        lead = Span(word, bold=True)
        if style == ("1)",):
            body += [Item(question.label, (*question.spans, Span("\n"), lead, *first.spans), path, sheet.style), *rest]  # fmt: skip
        else:
            body += [question, Para((lead, *first.spans)), *rest]
    intro = [para(about.intro)] if about.intro else []
    parts = [
        *office("Public body of Eastmere", "1 Market Square, Eastmere"),
        para(about.answered),
        para(f"Our ref: {ref}"),
        para("Dear Requester"),
        para(about.title, bold=True),
        para(f"Further to your request for information of {about.received}, please find our response below."),
        *intro,
        *body,
        para(_REVIEW),
        *closing("Yours sincerely", "Information Governance Team"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=[*intro, *asked], response=answers, look=Look("sans", 11))  # fmt: skip


def held_and_disclosed():
    """A regulator's letter: a table of number, question, "Held", "Disclosed" and what is said to it."""
    return [_held(matter_of(seed, title)) for seed, title in ((948, matters.VETTING), (949, matters.BUSES))]  # fmt: skip


def _held(about):
    sheet = Sheet(about, ("1",))
    ref = f"RFI{about.serial}"
    asked, answers, rows = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(para(point.text))
        answers += said
        held = "No" if "not held" in point.codes else "Yes"
        given = "No" if point.codes else "Yes"
        rows.append((str(path[0]), point.text, held, given, tuple(said)))
    parts = [
        *office("Care Standards Regulator", "Ferry House"),
        para(f"Reference: {ref}"),
        para(about.answered),
        para("Dear Sir or Madam"),
        para(f"Request for information: {about.title}", bold=True),
        para(f"Thank you for your request of {about.received}. Our decision on each question is set out in this table."),
        Grid((("#", "What you asked", "Held", "Disclosed", "Our answer"), *rows), widths=(1, 6, 1, 1, 6), head=1),
        para(_REVIEW),
        *closing("Yours faithfully", "Disclosure Officer"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("serif", 11))


def reference_at_foot():
    """A museum's page: a heading, questions in italics with answers below, and number and day in brackets at each end."""
    chosen = (matters.SQUIRRELS, matters.TUNNEL, matters.COMPLAINTS)
    entries, body = [], []
    for case in requests(950, *chosen):
        way = Way(("1.",), answers="again")
        asked = [para(case.intro, italic=True), *questions(case, way, italic=True)]
        replies, turns = [], [para(case.intro, italic=True)]
        for question, ask in zip(asked[1:], case.asks, strict=True):
            parts = told(ask)
            replies += parts
            turns += [question, *parts]
        one = entry(case, way, ref=f"NM{case.received_on:%y}/{case.serial}", request=asked, response=replies)  # fmt: skip
        body += [heading(2, one.title), *turns, para(f"(Reference {one.ref}, answered {day(case.answered_on)})")]  # fmt: skip
        entries.append(one)
    return log(entries, [heading(1, "Your questions to the museum")], body, look=Look("serif", 12))


def dotted_text():
    """An old system's text: names with dots behind them, signs that part the records, answers behind the same labels."""
    chosen = (matters.CYCLES, matters.FACES, matters.HOURS, matters.RECEIPTS)
    entries, body = [], []
    for number, case in enumerate(requests(951, *chosen)):
        way = Way(("1)",))
        one = entry(case, way, ref=f"{case.serial}/{case.received_on:%y}", request=questions(case, way), response=behind_labels(case, way))  # fmt: skip
        body += [
            *([Rule()] if number else []),
            para(f"REF NO.......: {one.ref}"),
            para(f"SUBJECT......: {one.title}"),
            para(f"RECEIVED.....: {case.received_on:%d/%m/%Y}"),
            para("REQUEST......:"),
            *one.request,
            para("REPLY........:"),
            *one.response,
        ]
        entries.append(one)
    return log(entries, [para("FOI REGISTER EXTRACT")], body, look=Look("mono", 10))


def capital_numerals():
    """A university: the request behind I., II., III., and answers that open on "In reply to part II of your request"."""
    return [_capitals(matter_of(seed, title)) for seed, title in ((952, matters.COMPLAINTS), (953, matters.SQUIRRELS))]  # fmt: skip


def _capitals(about):
    sheet = Sheet(about, ("i.",))
    numerals = ("I", "II", "III", "IV", "V")
    ref = f"UW/{about.received_on:%Y}/{about.serial}"
    asked = [sheet.question(path, label=f"{numerals[path[0] - 1]}.") for path in sheet.points]
    answers = [
        part
        for path in sheet.points
        for part in sheet.told(path, lead=spans(f"In reply to part {numerals[path[0] - 1]} of your request: "))
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    parts = [
        *office("University of Westerly", "Records Office"),
        para(f"Ref. {ref}"),
        para(about.answered),
        para("Dear enquirer"),
        para(about.title, bold=True),
        para(f"I refer to your request dated {about.received}, which was in these terms:"),
        *request,
        para("The University has now completed its searches."),
        *answers,
        para(_REVIEW),
        *closing("Yours sincerely", "University Records Manager"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11.5))


LAYOUTS = (
    Layout("parts-of-a-release", PAGES, parts_of_a_release),
    Layout("titled-tables", PAGES, titled_tables),
    Layout("response-inline", PAGES, response_inline),
    Layout("board-response", (*PAGES, "txt"), board_response),
    Layout("held-and-disclosed", PAGES, held_and_disclosed),
    Layout("reference-at-foot", (*PAGES, "md"), reference_at_foot),
    Layout("dotted-text", (*PAGES, "txt"), dotted_text),
    Layout("capital-numerals", (*PAGES, "txt"), capital_numerals),
)

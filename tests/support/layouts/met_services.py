"""Logs and letters of the eleventh set, looked at once they had been measured twice as unseen ones."""

from tests.support.layouts import met_services_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_services_requests import matter_of, requests
from tests.support.layouts.nodes import Fold, Grid, Item, Look, Quote, Span, heading, para, spans
from tests.support.layouts.pieces import Way, walked
from tests.support.layouts.pieces_of_logs import (
    behind_labels,
    entry,
    exemptions,
    question,
    questions,
    told,
)
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_RIGHTS = (
    "If this does not satisfy you, tell us within two months, and somebody senior will take a second look. You can also turn to the "
    "Commissioner, though he will usually expect you to have come to us first."
)


def brigade_table():
    """A brigade's table: roman questions in wide columns without lines, "Came in" and "Went out", what was wanted and provided."""
    chosen = (matters.PUMPS, matters.HOAXES, matters.RANKS, matters.HOMES)
    entries, lines = [], []
    for case in requests(1121, *chosen):
        way = Way(("i)",))
        one = entry(
            case, way, ref=f"FB{case.serial:05}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way),
        )  # fmt: skip
        one.truth["tables"] = []
        replies = tuple(part for part in one.response if not isinstance(part, Grid))
        lines.append((one.ref, one.title, f"{case.received_on:%d.%m.%Y}", f"{case.answered_on:%d.%m.%Y}", tuple(one.request), replies))  # fmt: skip
        entries.append(one)
    head = (
        "Our number",
        "Topic",
        "Came in",
        "Went out",
        "Information wanted",
        "Information provided",
    )
    grid = Grid((head, *lines), widths=(2, 3, 2, 2, 8, 8), head=1, is_ruled=False)
    look = Look("sans", 8.5, paper=(297, 210), margin=12, footer="Coastland Fire Brigade")
    return log(
        entries, [heading(1, "Coastland Fire Brigade: what people asked")], [grid], look=look
    )


def constabulary_replies():
    """A force's letter: "Your request was worded thus", "Q.1" before each question, and "Reply to Q.1" in bold over each answer."""
    return [_constabulary(matter_of(seed, title)) for seed, title in ((1122, matters.HOAXES), (1123, matters.CAMERAS))]  # fmt: skip


def _constabulary(about):
    sheet = Sheet(about, ("Q.1",))
    ref = f"{about.serial}/{about.received_on:%y}"
    request = [para(about.intro), *sheet.questions()]
    answers, body = [], []
    for path in sheet.points:
        said = sheet.told(path)
        answers += said
        body += [para(f"Reply to Q.{path[0]}", bold=True), *said]
    parts = [
        *office("Coastland Constabulary", "Information Compliance"),
        para(f"Our reference {ref}"),
        para(about.answered),
        para("Dear Applicant"),
        para(f"FREEDOM OF INFORMATION: {about.title}", bold=True),
        para(f"I write further to your correspondence of {about.received}. Your request was worded thus:"),
        *request,
        para("Having made enquiries of the departments I can tell you the following."),
        *body,
        para("Rights", bold=True),
        para(_RIGHTS),
        *closing("Yours sincerely", "Compliance Officer"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def borough_folds():
    """A borough's page: a fold for each request under its title, "Ref", a quotation, and "The council says" before the answers."""
    chosen = (matters.RANKS, matters.HOMES, matters.CAMERAS)
    entries, body = [], []
    for case in requests(1124, *chosen):
        way = Way(("(a)",))
        one = entry(
            case, way, ref=f"LBC-{case.serial}-{case.received_on:%y}", request=[para(case.intro), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        inner = (
            para(Span("Ref ", bold=True), one.ref),
            para(Span("Answered ", bold=True), day(case.answered_on)),
            Quote(tuple(one.request)),
            para("The council says", bold=True),
            *one.response,
        )
        body.append(Fold(one.title, inner))
        entries.append(one)
    return log(entries, [heading(1, "Requests and answers")], body, look=Look("sans", 11, site="new", menu=("Rubbish", "Schools")))  # fmt: skip


def board_numbers():
    """A Scottish board's letter: a table of two columns without lines, each question above its answer in the same cell."""
    return [_board(matter_of(seed, title)) for seed, title in ((1125, matters.HEARING), (1126, matters.RANKS))]  # fmt: skip


def _board(about):
    sheet = Sheet(about, ("1",))
    ref = f"IGTFOISA{about.serial}"
    asked, answers, rows = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(para(point.text))
        answers += said
        rows.append((str(path[0]), (para(point.text, bold=True), *said)))
    parts = [
        *office("NHS Firth and Isles", "Ashgrove House, Kinlarig"),
        para("Date ", about.answered),
        para("Our Ref ", ref),
        para("Dear Sir or Madam"),
        para(f"Freedom of Information (Scotland) Act – {about.title}", bold=True),
        para(f"Your request for information of {about.received} is answered point by point here."),
        para(about.intro),
        Grid(tuple(rows), widths=(1, 12), is_ruled=False),
        para(_RIGHTS),
        *closing("Yours sincerely", "Information Governance"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def applicants_and_colleges():
    """A university's log: number and title in one heading, "The applicant sought", "The University released", answers named by question."""
    chosen = (matters.TRAVEL, matters.HOMES, matters.HOAXES)
    entries, body = [], []
    for case in requests(1127, *chosen):
        way = Way(("Question 1:",))
        listed, replies = [], []
        for path, ask in walked(case.asks):
            listed.append(question(case, path, ask, way))
            first, *rest = told(ask)
            replies += [Item(f"Question {path[0]}:", first.spans, path, way.style), *rest]
        one = entry(case, way, ref=f"{case.received_on:%Y}-{case.serial}", request=[para(case.intro), *listed], response=replies)  # fmt: skip
        body += [
            heading(3, f"{one.ref} – {one.title}"),
            para(f"Request dated {day(case.received_on)}, response dated {day(case.answered_on)}"),
            para("The applicant sought:", italic=True),
            *one.request,
            para("The University released:", italic=True),
            *one.response,
        ]
        entries.append(one)
    return log(entries, [heading(1, "University of Saltmere"), heading(2, "Log of information requests")], body, look=Look("serif", 11))  # fmt: skip


def archive_decisions():
    """An archive's letter: the request as an indented list of numerals, "Our decision on item (i)" before each answer."""
    return [_decisions(matter_of(seed, title)) for seed, title in ((1128, matters.HARBOUR), (1129, matters.TRAVEL))]  # fmt: skip


def _decisions(about):
    sheet = Sheet(about, ("(i)",))
    ref = f"F00{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers = [
        part
        for path in sheet.points
        for part in sheet.told(path, lead=spans(f"Our decision on item {sheet.label(path)}: "))
    ]
    parts = [
        *office("Public Records Depository", "Quality and Access"),
        para(about.answered),
        para(f"Depository reference: {ref}"),
        para("Dear reader"),
        para(f"Access to records: {about.title}", bold=True),
        para(f"We are replying to your enquiry of {about.received}. It reads:"),
        Quote(tuple(request)),
        para("The records were examined by our staff together with the department that created them."),
        *answers,
        para(_RIGHTS),
        *closing("Yours sincerely", "Quality and Access"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11.5))


def transport_asked():
    """A transport body's letter: "You asked" over the list, then "Our response" with every question in bold and the answer below."""
    return [_transport(matter_of(seed, title)) for seed, title in ((1130, matters.LIFTS), (1131, matters.CAMERAS))]  # fmt: skip


def _transport(about):
    sheet = Sheet(about, ("1)",))
    ref = f"FOI-{about.serial}-{about.received_on:%y%y}"
    intro = para(about.intro, italic=True)
    answers, asked, body = [], [], []
    for path in sheet.points:
        one = sheet.question(path, bold=True)
        said = sheet.told(path)
        asked.append(one)
        answers += said
        body += [one, *said]
    parts = [
        para(f"Our Ref: {ref}"),
        para(f"{about.answered}"),
        para("Dear Ms Requester"),
        para(f"Thank you for the email which we received on {about.received} asking about {about.title[0].lower()}{about.title[1:]}."),
        para("Specifically you asked:"),
        intro,
        *body,
        para("Please note that a licence may be needed to copy what we have sent."),
        para(_RIGHTS),
        *closing("Yours sincerely", "FOI Case Officer", "Transport for Saltmere"),
    ]  # fmt: skip
    request = [intro, *asked]
    made = sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))
    made.truth["titles"] = False
    return made


def landlord_sheet():
    """A landlord's sheet: "Ref no", "Subject", "Requested on", "Responded on", "Info requested", "Info disclosed", "Exemption used"."""
    chosen = (matters.HOMES, matters.LIFTS, matters.HARBOUR)
    entries, lines = [], []
    for case in requests(1132, *chosen):
        way = Way(("Q1.",))
        one = entry(case, way, ref=f"HA/{case.received_on:%y}/{case.serial}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        one.truth["tables"] = []
        replies = tuple(part for part in one.response if not isinstance(part, Grid))
        lines.append(
            (one.ref, one.title, f"{case.received_on:%d/%m/%y}", f"{case.answered_on:%d/%m/%y}", tuple(one.request), replies, exemptions(case))
        )  # fmt: skip
        entries.append(one)
    head = ("Ref no", "Subject", "Requested on", "Responded on", "Info requested", "Info disclosed", "Exemption used")  # fmt: skip
    grid = Grid((head, *lines), widths=(2, 3, 2, 2, 7, 7, 2), head=1, is_lined=True)
    look = Look("sans", 8.5, paper=(297, 210), margin=12)
    return log(entries, [heading(1, "Shoreline Homes: disclosure log")], [grid], look=look)


LAYOUTS = (
    Layout("brigade-table", SHEETS, brigade_table),
    Layout("constabulary-replies", (*PAGES, "txt"), constabulary_replies),
    Layout("borough-folds", (*PAGES, "md"), borough_folds),
    Layout("board-numbers", PAGES, board_numbers),
    Layout("applicants-and-colleges", (*PAGES, "txt"), applicants_and_colleges),
    Layout("archive-decisions", PAGES, archive_decisions),
    Layout("transport-asked", PAGES, transport_asked),
    Layout("landlord-sheet", SHEETS, landlord_sheet),
)

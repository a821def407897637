"""Logs and letters of the eleventh set: of the seen half since they were measured."""

from tests.support.layouts import met_offices_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_offices_requests import matter_of, requests
from tests.support.layouts.nodes import Grid, Look, Pair, Rule, Span, heading, para, spans
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import (
    behind_labels,
    entry,
    outcome,
    questions,
)
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_RIGHTS = (
    "Where you are unhappy with the way in which we dealt with this, you may write within forty working days to our Head of "
    "Governance, who will arrange for another officer to look at it. The Commissioner can be approached after that."
)


def force_cards():
    """A force's page: a card for each request, its facts between strokes, roman questions, the same numerals before what is said."""
    chosen = (matters.DRONES, matters.PHONES, matters.PERMITS)
    entries, body = [], []
    for number, case in enumerate(requests(1101, *chosen)):
        way = Way(("i.",))
        one = entry(
            case, way, ref=f"FOIA-{case.received_on:%Y}-{case.serial}", request=[para(case.intro), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            *([Rule()] if number else []),
            heading(3, one.title),
            para(f"{one.ref} / received {case.received_on:%d-%m-%Y} / disclosed {case.answered_on:%d-%m-%Y}"),
            para("What we were asked for", bold=True),
            *one.request,
            para("What we disclosed", bold=True),
            *one.response,
        ]  # fmt: skip
        entries.append(one)
    front = [heading(1, "Tarnshire Constabulary"), heading(2, "Disclosures made under the Act")]
    return log(entries, front, body, look=Look("sans", 11, site="new", menu=("Careers", "Victims", "Firearms")))  # fmt: skip


def trust_columns():
    """A trust's letter: three columns without a head or a line, "Q1" in the first, the question and the answer beside it."""
    return [_columns(matter_of(seed, title)) for seed, title in ((1102, matters.BEDS), (1103, matters.PERMITS))]  # fmt: skip


def _columns(about):
    sheet = Sheet(about, ("Q1",))
    ref = f"{about.serial}-{about.received_on:%y%m}"
    asked, answers, rows = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(para(point.text))
        answers += said
        rows.append((f"Q{path[0]}", point.text, tuple(said)))
    parts = [
        *office("Marsh and Quayside Hospitals NHS Trust", "Chief Executive’s Office, Marsh Road"),
        para(about.answered),
        para(f"FOI log number: {ref}"),
        para("Dear Sir/Madam"),
        para(f"Subject: {about.title}", bold=True),
        para(f"Your enquiry reached the Trust on {about.received}. What you wished to know, and what we can say, is below."),
        para(about.intro),
        Grid(tuple(rows), widths=(1, 6, 8), is_ruled=False),
        para(_RIGHTS),
        *closing("Yours faithfully", "Trust Board Secretary"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 10.5))


def faculty_answers():
    """A university's letter: questions in bold behind "Question (a)", and what follows opens on "The University’s answer:"."""
    return [_faculty(matter_of(seed, title)) for seed, title in ((1104, matters.PLAGIARISM), (1105, matters.SIGNS))]  # fmt: skip


def _faculty(about):
    sheet = Sheet(about, ("Question (a)",))
    ref = f"UoT_{about.received_on:%Y}_{about.serial}"
    asked, answers, body = [], [], []
    for path in sheet.points:
        question = sheet.question(path, bold=True)
        said = sheet.told(path, lead=(Span("The University’s answer: ", italic=True),))
        asked.append(question)
        answers += said
        body += [question, *said]
    parts = [
        *office("University of Tarnside", "Legal Services"),
        para(f"Case {ref}"),
        para(about.answered),
        para("Dear Enquirer,"),
        para(about.title, bold=True),
        para(f"We write with regard to your enquiry of {about.received}, which we have taken under the freedom of information legislation."),
        para(about.intro),
        *body,
        para(_RIGHTS),
        *closing("With kind regards", "Legal Services"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def enquiries_and_replies():
    """A county's list: six columns without lines, the case and two days in short ones, "Enquiry" and "Reply" in wide ones."""
    chosen = (matters.ARREARS, matters.KEEPERS, matters.GATES, matters.PERMITS)
    entries, lines = [], []
    for case in requests(1106, *chosen):
        way = Way(("1)",))
        one = entry(
            case, way, ref=f"1010{case.serial:08}", request=[para(case.intro), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        one.truth["tables"] = []
        replies = tuple(part for part in one.response if not isinstance(part, Grid))
        lines.append(
            (one.ref, one.title, f"{case.received_on:%d/%m/%Y}", f"{case.answered_on:%d/%m/%Y}", tuple(one.request), replies)
        )  # fmt: skip
        entries.append(one)
    head = ("Case", "About", "In", "Out", "Enquiry", "Reply")
    grid = Grid((head, *lines), widths=(3, 3, 2, 2, 8, 8), head=1, is_ruled=False)
    look = Look("sans", 8.5, paper=(297, 210), margin=12)
    front = [
        heading(1, "Glen and Firth Council"),
        para("Enquiries answered under the Act and the EIRs"),
    ]
    return log(entries, front, [grid], look=look)


def reader_services():
    """An archive's log: the number in a heading, "Enquirer asked", "(i)" and its sisters, "Our answer", a line of two dates at the end."""
    chosen = (matters.KEEPERS, matters.GATES, matters.PHONES)
    entries, body = [], []
    for case in requests(1107, *chosen):
        way = Way(("(i)",))
        one = entry(
            case, way, ref=f"F{case.serial + 67_000:07}", request=[para(case.intro), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            heading(2, f"{one.ref} {one.title}"),
            para("Enquirer asked", bold=True),
            *one.request,
            para("Our answer", bold=True),
            *one.response,
            para(f"Received {day(case.received_on)}; closed {day(case.answered_on)}", italic=True),
        ]
        entries.append(one)
    front = [heading(1, "Sea and Shore Archive"), para("Requests for closed records, by month")]
    return log(entries, front, body, look=Look("serif", 11, footer="Sea and Shore Archive"))


def annex_by_points():
    """A Scottish agency's letter: what was sought in one paragraph for each point, "Information supplied" as an annex of "Point 1" lines."""
    return [_annex(matter_of(seed, title)) for seed, title in ((1108, matters.GATES), (1109, matters.SIGNS))]  # fmt: skip


def _annex(about):
    sheet = Sheet(about, ("1.",))
    ref = f"SA/IR/{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers, body = [], []
    for path in sheet.points:
        said = sheet.told(path)
        answers += said
        body += [para(f"Point {path[0]}", bold=True), *said]
    parts = [
        *office("Scottish Agency for Shores", "Firth House, Kinlarig"),
        para(f"Your case: {ref}"),
        para(f"{about.answered}"),
        para("Dear Enquirer"),
        para(f"ENVIRONMENTAL INFORMATION (SCOTLAND) REGULATIONS 2004: {about.title.upper()}", bold=True),
        para(f"Your email of {about.received} sought:"),
        *request,
        para("What we can supply is set out in the annex to this letter."),
        para(_RIGHTS),
        *closing("Yours sincerely", "Information Rights Adviser"),
        heading(2, "ANNEX: INFORMATION SUPPLIED"),
        *body,
    ]  # fmt: skip
    made = sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))
    made.truth["titles"] = False
    return made


def council_definitions():
    """A district's page: a list of terms for each request, "Case no", "Topic", "Logged", "Finished", "Sought", "Supplied", "Result"."""
    chosen = (matters.ARREARS, matters.PERMITS, matters.KEEPERS)
    entries, body = [], []
    for case in requests(1110, *chosen):
        way = Way(("Q1)",))
        ended = outcome(case, full="All supplied", part="Some supplied", refused="Refused", not_held="Not held")  # fmt: skip
        one = entry(
            case, way, ref=f"{case.serial}/{case.received_on:%Y}", request=[para(case.intro), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            Pair(spans("Case no"), (para(one.ref),)),
            Pair(spans("Topic"), (para(one.title),)),
            Pair(spans("Logged"), (para(f"{case.received_on:%d %b %Y}"),)),
            Pair(spans("Finished"), (para(f"{case.answered_on:%d %b %Y}"),)),
            Pair(spans("Sought"), tuple(one.request)),
            Pair(spans("Supplied"), tuple(one.response)),
            Pair(spans("Result"), (para(ended),)),
        ]
        entries.append(one)
    return log(
        entries, [heading(1, "Previous requests for information")], body, look=Look("sans", 11)
    )


def service_sheet():
    """A fire authority's sheet: "Request ID", "Service area", "Date opened", "Date closed", "Details requested", "Details provided"."""
    chosen = (matters.DRONES, matters.BEDS, matters.PHONES, matters.PLAGIARISM)
    entries, lines = [], []
    for case in requests(1111, *chosen):
        way = Way(("1.",))
        one = entry(case, way, ref=f"IG{case.serial:06}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        one.truth["title"], one.truth["tables"] = "", []
        replies = tuple(part for part in one.response if not isinstance(part, Grid))
        lines.append((one.ref, "Operations", f"{case.received_on:%d-%b-%y}", f"{case.answered_on:%d-%b-%y}", tuple(one.request), replies))  # fmt: skip
        entries.append(one)
    head = ("Request ID", "Service area", "Date opened", "Date closed", "Details requested", "Details provided")  # fmt: skip
    grid = Grid((head, *lines), widths=(2, 2, 2, 2, 7, 7), head=1, is_striped=True, is_ruled=False)
    look = Look("sans", 9, paper=(297, 210), margin=14)
    return log(entries, [heading(1, "Requests for information 2023/24")], [grid], look=look, titles=False)  # fmt: skip


def copied_and_answered():
    """A regulator's letter: the request behind "Q1:", then under "What we hold" each again in italics with what is said below it."""
    return [_copied(matter_of(seed, title)) for seed, title in ((1112, matters.PLAGIARISM), (1113, matters.BEDS))]  # fmt: skip


def _copied(about):
    sheet = Sheet(about, ("Q1:",))
    ref = f"IC-{about.serial * 37}-{chr(65 + about.serial % 26)}{about.serial % 10}T{(about.serial * 7) % 10}"
    request = [para(about.intro), *sheet.questions(italic=True)]
    answers, body = [], []
    for path in sheet.points:
        said = sheet.told(path)
        answers += said
        body += [sheet.question(path, italic=True), *said]
    parts = [
        *office("Commission for Standards", "PO Box 77, Tarnside"),
        para(about.answered),
        para("Case Reference ", Span(ref, bold=True)),
        para("Dear requester"),
        para(f"Regarding: {about.title}", bold=True),
        para(f"Request of {about.received}", bold=True),
        *request,
        para("We have handled this under the FOIA."),
        para("What we hold", bold=True),
        *body,
        para("Next steps", bold=True),
        para(_RIGHTS),
        *closing("Yours sincerely", "Lead Information Access Officer"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11.5))


LAYOUTS = (
    Layout("force-cards", (*PAGES, "md"), force_cards),
    Layout("trust-columns", PAGES, trust_columns),
    Layout("faculty-answers", (*PAGES, "txt"), faculty_answers),
    Layout("enquiries-and-replies", PAGES, enquiries_and_replies),
    Layout("reader-services", (*PAGES, "txt"), reader_services),
    Layout("annex-by-points", PAGES, annex_by_points),
    Layout("council-definitions", PAGES, council_definitions),
    Layout("service-sheet", SHEETS, service_sheet),
    Layout("copied-and-answered", PAGES, copied_and_answered),
)

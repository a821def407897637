"""Logs and letters of a fourteenth set: measured, and not looked at by who writes the reader."""

from tests.support.layouts import unseen_inboxes_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.nodes import Grid, Look, Quote, Span, heading, para, spans
from tests.support.layouts.pieces import Way, walked
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions, rows
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log
from tests.support.layouts.unseen_inboxes_requests import matter_of, requests

_RIGHTS = (
    "You have the right to request an internal review of our decision within 40 working days of this letter. If you are still not "
    "satisfied you can complain to the Information Commissioner."
)


def county_table():
    """A county's letter: a table of three columns with lines, "Q", "Information requested" and "County Council response"."""
    return [_county(matter_of(seed, title)) for seed, title in ((1401, matters.TREES), (1402, matters.PERMITS))]  # fmt: skip


def _county(about):
    sheet = Sheet(about, ("1",))
    ref = f"FOI/EIR {about.serial}/{about.received_on:%y}"
    asked, answers, lines = [], [], [("Q", "Information requested", "County Council response")]
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(para(point.text))
        answers += said
        lines.append((str(path[0]), point.text, tuple(said)))
    parts = [
        *office("Weirshire County Council", "County Hall"),
        para(f"Our reference: {ref}"),
        para(about.answered),
        para("Dear Sir/Madam"),
        para(f"Request for information – {about.title}", bold=True),
        para(f"Thank you for your request of {about.received}. The information is provided in the table."),
        para(about.intro),
        Grid(tuple(lines), widths=(1, 6, 8), head=1),
        para(_RIGHTS),
        *closing("Yours faithfully", "Information Governance Officer"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def force_in_italics():
    """A force's page: number and title over "Request" in bold, the questions in italics and numbered, "Response" with the same numbers."""
    chosen = (matters.DRONES, matters.INTERIMS, matters.TREES)
    entries, body = [], []
    for case in requests(1403, *chosen):
        way = Way(("1.",))
        one = entry(
            case, way, ref=f"{case.serial:06}/{case.received_on:%y}", request=[para(case.intro, italic=True), *questions(case, way, italic=True)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            heading(2, f"{one.title} - {one.ref}"),
            para(f"Date of response: {day(case.answered_on)}"),
            para("Request", bold=True),
            *one.request,
            para("Response", bold=True),
            *one.response,
        ]
        entries.append(one)
    look = Look("sans", 11, site="new", menu=("Contact", "Crime", "Advice"))
    return log(entries, [heading(1, "Weirshire Police: information we released")], body, look=look)


def trust_inline():
    """A trust's letter: each numbered question, and below it "Trust answer –" in bold before what is answered, set in."""
    return [_inline(matter_of(seed, title)) for seed, title in ((1404, matters.MISSED), (1405, matters.PERMITS))]  # fmt: skip


def _inline(about):
    sheet = Sheet(about, ("1)",))
    ref = f"{about.received_on:%y}-{about.serial}"
    asked, answers, body = [], [], []
    for path in sheet.points:
        one = sheet.question(path)
        said = sheet.told(path, lead=(Span("Trust answer – ", bold=True),))
        asked.append(one)
        answers += said
        body += [one, Quote(tuple(said), "indent")]
    parts = [
        *office("Weirshire Hospitals NHS Trust"),
        para(f"Reference: FOI {ref}"),
        para(about.answered),
        para("Dear Applicant"),
        para(f"Freedom of Information request: {about.title}", bold=True),
        para(f"I am writing about your request, received {about.received}. You asked:"),
        para(about.intro),
        *body,
        para(_RIGHTS),
        *closing("Yours sincerely", "Corporate Services"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def university_sheet():
    """A university's log: a row for each request, wide cells, "Request no.", "Month", "Topic", "What was requested", "What was supplied", "Exemptions"."""
    chosen = (matters.SHARES, matters.PERMITS, matters.INTERIMS)
    entries, lines = [], []
    for case in requests(1406, *chosen):
        way = Way(("(a)",))
        one = entry(case, way, ref=f"{case.received_on:%Y}/{case.serial}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        codes = [ask.decision for _, ask in walked(case.asks) if ask.decision]
        used = ", ".join(f"Section {code[1:]}" for code in codes) or "None"
        lines.append((one.ref, f"{case.received_on:%b-%y}", one.title, tuple(one.request), tuple(one.response), used))  # fmt: skip
        entries.append(one)
    head = ("Request no.", "Month", "Topic", "What was requested", "What was supplied", "Exemptions")  # fmt: skip
    grid = Grid((head, *lines), widths=(2, 2, 3, 8, 8, 3), head=1)
    look = Look("serif", 9, paper=(297, 210), margin=14)
    return log(entries, [heading(1, "University of Weirside"), para("FOI requests, academic year 2023/24")], [grid], look=look)  # fmt: skip


def agency_points():
    """An agency's letter: the request in a grey box with roman points, then "Our response to each point", "Point (i)" before each answer."""
    return [_agency(matter_of(seed, title)) for seed, title in ((1407, matters.FLOOD), (1408, matters.TREES))]  # fmt: skip


def _agency(about):
    sheet = Sheet(about, ("(i)",))
    ref = f"EIR{about.received_on:%Y}/{about.serial:05}"
    request = [para(about.intro), *sheet.questions()]
    answers = [
        part
        for path in sheet.points
        for part in sheet.told(path, lead=spans(f"Point {sheet.label(path)}: "))
    ]
    parts = [
        *office("Rivers Agency", "Weirside House"),
        para(f"Ref: {ref}"),
        para(about.answered),
        para("Dear Enquirer"),
        para(about.title, bold=True),
        para(f"Your enquiry of {about.received} reads as follows."),
        Quote(tuple(request), "boxed"),
        para("Our response to each point", bold=True),
        *answers,
        para(_RIGHTS),
        *closing("Kind regards", "Customers and Engagement"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def archive_numbers():
    """An archive's log: a table of two columns for each request, "Number", "Subject", "Asked on", "Closed on", then a row for each question."""
    chosen = (matters.SHARES, matters.FLOOD, matters.DRONES)
    entries, body = [], []
    for case in requests(1409, *chosen):
        way = Way(("Q1",))
        one = entry(case, way, ref=f"RO{case.serial}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        facts = (
            ("Number", one.ref),
            ("Subject", one.title),
            ("Asked on", day(case.received_on)),
            ("Closed on", day(case.answered_on)),
        )
        pairs = tuple((f"{label} {text[0].spans[0].text}", told) for label, text, told in rows(case, way))  # fmt: skip
        one.truth["request"] = "\n".join(ask.text for ask in case.asks)
        body += [Grid(facts, widths=(1, 4)), Grid((("Question", "Reply"), *pairs), widths=(1, 1), head=1)]  # fmt: skip
        entries.append(one)
    return log(entries, [heading(1, "Weirside Record Office"), heading(2, "Requests answered")], body, look=Look("serif", 10.5))  # fmt: skip


def mail_with_letters():
    """A landlord's mail: "See below for our replies", each question lettered, and a line "Reply:" with what is answered."""
    return [_mail(matter_of(seed, title)) for seed, title in ((1410, matters.INTERIMS), (1411, matters.MISSED))]  # fmt: skip


def _mail(about):
    sheet = Sheet(about, ("a)",))
    ref = f"WH{about.serial}"
    asked, answers, body = [], [], []
    for path in sheet.points:
        one = sheet.question(path, bold=True)
        said = sheet.told(path)
        first, *rest = said
        asked.append(one)
        answers += said
        body += [one, para(Span("Reply: "), *first.spans), *rest]
    parts = [
        para(f"Your reference is {ref}"),
        para(about.answered),
        para("Hello,"),
        para(about.title, bold=True),
        para(f"We had your request on {about.received}. See below for our replies."),
        para(about.intro),
        *body,
        para(_RIGHTS),
        *closing("Best wishes", "Governance, Weirside Homes"),
    ]
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def clerk_rows():
    """A parish's list without lines: date, number, subject in short columns, "Request" and "Answer" in wide ones with numbers in each."""
    chosen = (matters.TREES, matters.FLOOD, matters.PERMITS)
    entries, lines = [], []
    for case in requests(1412, *chosen):
        way = Way(("1.",))
        answers = tuple(part for part in behind_labels(case, way) if not isinstance(part, Grid))
        one = entry(case, way, ref=f"{case.serial % 1000}-{case.received_on:%Y}", request=questions(case, way), response=answers)  # fmt: skip
        one.truth["tables"] = []
        lines.append((f"{case.received_on:%d.%m.%y}", one.ref, one.title, tuple(one.request), answers))  # fmt: skip
        entries.append(one)
    head = ("Date", "FOI", "Subject", "Request", "Answer")
    grid = Grid((head, *lines), widths=(2, 2, 3, 8, 8), head=1, is_ruled=False)
    look = Look("sans", 9, paper=(297, 210), margin=14)
    return log(entries, [heading(1, "Weirside Parish Council")], [grid], look=look)


LAYOUTS = (
    Layout("county-table", PAGES, county_table),
    Layout("force-in-italics", (*PAGES, "md"), force_in_italics),
    Layout("trust-inline", (*PAGES, "txt"), trust_inline),
    Layout("university-sheet", SHEETS, university_sheet),
    Layout("agency-points", PAGES, agency_points),
    Layout("archive-numbers", PAGES, archive_numbers),
    Layout("mail-with-letters", (*PAGES, "txt"), mail_with_letters),
    Layout("clerk-rows", SHEETS, clerk_rows),
)

"""Logs and letters of a fourteenth set: measured, and not looked at by who writes the reader."""

from tests.support.layouts import met_inboxes_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_inboxes_requests import matter_of, requests
from tests.support.layouts.nodes import Grid, Look, Quote, Span, heading, para, spans
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions, rows
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_RIGHTS = (
    "You have the right to request an internal review of our decision within 40 working days of this letter. If you are still not "
    "satisfied you can complain to the Information Commissioner."
)


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
    Layout("agency-points", PAGES, agency_points),
    Layout("archive-numbers", PAGES, archive_numbers),
    Layout("mail-with-letters", (*PAGES, "txt"), mail_with_letters),
    Layout("clerk-rows", SHEETS, clerk_rows),
)

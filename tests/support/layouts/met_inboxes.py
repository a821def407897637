"""Logs and letters of the fourteenth set: of the seen half since they were measured."""

from tests.support.layouts import met_inboxes_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_inboxes_requests import matter_of, requests
from tests.support.layouts.nodes import Grid, Look, Quote, Span, heading, para
from tests.support.layouts.pieces import Way, walked
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

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
    made = sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))
    # "FOI" in front of its number may be a part of it.
    made.truth["records"][0]["also"] = (f"FOI {ref}",)
    return made


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


LAYOUTS = (
    Layout("county-table", PAGES, county_table),
    Layout("force-in-italics", (*PAGES, "md"), force_in_italics),
    Layout("trust-inline", (*PAGES, "txt"), trust_inline),
    Layout("university-sheet", SHEETS, university_sheet),
)

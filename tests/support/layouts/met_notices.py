"""Logs and letters of the sixteenth set: a ministry, a hospital, a borough, a landlord and others; of the seen half since they were measured."""

from tests.support.layouts import met_releases_requests as matters
from tests.support.layouts.as_mail import headers
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_releases_requests import matter_of, requests
from tests.support.layouts.nodes import Grid, Item, Look, Span, heading, para
from tests.support.layouts.pieces import Way, walked
from tests.support.layouts.pieces_of_logs import behind_labels, entry, question, questions, told
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, label_grid, log

_WIDE = Look("sans", 8.5, paper=(297, 210), margin=12)


def ministry_search():
    """A ministry's letter: the request in quotation marks, "A search for the information has now been completed", answers by numerals."""
    return [_ministry(matter_of(seed, title)) for seed, title in ((1601, matters.WORKERS), (1602, matters.CAMERAS))]  # fmt: skip


def _ministry(about):
    sheet = Sheet(about, ("i.",))
    ref = f"{about.received_on:%Y}/{about.serial:05}"
    asked, answers = sheet.questions(), sheet.replies()
    first, last = para(f"“{about.intro}"), asked[-1]
    quoted = [first, *asked[:-1], Item(last.label, (*last.spans, Span("”")), last.path, last.style)]
    parts = [
        *office("Ministry of Works", "Main Building, Isle End"),
        para(f"Reference: {ref}"),
        para(about.answered),
        para("Dear Requester,"),
        para(f"Thank you for your email of {about.received} requesting the following information:"),
        *quoted,
        para("I am treating your correspondence as a request for information under the Freedom of Information Act 2000."),
        para("A search for the information has now been completed within the Ministry, and I can confirm that some information in scope of your request is held."),
        *answers,
        para("If you have any queries regarding the content of this letter, please contact this office in the first instance."),
        *closing("Yours sincerely,", "Works Secretariat"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 12), titles=False)  # fmt: skip


def hospital_grid():
    """A hospital's log: for each request a table without lines, "FOI Ref", "Theme", "Requestor’s questions", "Trust’s reply", "Released"."""
    entries, body = [], []
    for case in requests(1603, matters.HANDOVERS, matters.TRIPS, matters.LAND):
        way = Way(("1)",))
        one = entry(case, way, ref=f"{case.received_on:%y}-{case.serial % 900:03}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        pairs = (
            ("FOI Ref", [para(one.ref)]),
            ("Theme", [para(one.title)]),
            ("Requestor’s questions", one.request),
            ("Trust’s reply", one.response),
            ("Released", [para(day(case.answered_on))]),
        )
        body += [label_grid(pairs, is_ruled=False), para("")]
        entries.append(one)
    return log(entries, [heading(1, "Calderby Hospitals"), para("Released under FOI in 2023")], body, look=Look("sans", 10))  # fmt: skip


def borough_dots():
    """A borough's page: a title as a heading, number, service and day in one line with dots between, "Information sought", "Information given"."""
    entries, body = [], []
    for case in requests(1604, matters.APPEALS, matters.WORKERS, matters.POLLS):
        way = Way(("(i)",))
        one = entry(case, way, ref=f"FOI{case.received_on:%y}-{case.serial}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        body += [
            heading(3, one.title),
            para(f"{one.ref} · Governance · Completed {day(case.answered_on)}"),
            heading(4, "Information sought"),
            *one.request,
            heading(4, "Information given"),
            *one.response,
        ]
        entries.append(one)
    look = Look("sans", 11, site="new", menu=("Bins", "Council Tax"))
    return log(entries, [heading(1, "Northmoor Borough Council"), heading(2, "Freedom of information: what we released")], body, look=look)  # fmt: skip


def homes_sheet():
    """A landlord's sheet: "Log", "Rec’d", "Nature of enquiry", "Enquiry in full", "Reply in full", "Closed"; numerals in the cells."""
    entries, lines = [], []
    for case in requests(1605, matters.LAND, matters.HYDRANTS, matters.LECTURES, matters.TRIPS):
        way = Way(("a.",))
        answers = [part for part in behind_labels(case, way) if not isinstance(part, Grid)]
        one = entry(case, way, ref=f"NH/{case.serial % 900:03}", request=[para(case.intro), *questions(case, way)], response=answers)  # fmt: skip
        one.truth["tables"] = []
        lines.append((one.ref, f"{case.received_on:%d/%m/%y}", one.title, tuple(one.request), tuple(one.response), f"{case.answered_on:%d/%m/%y}"))  # fmt: skip
        entries.append(one)
    head = ("Log", "Rec’d", "Nature of enquiry", "Enquiry in full", "Reply in full", "Closed")
    return log(entries, [heading(1, "Northmoor Homes: enquiries answered")], [Grid((head, *lines), widths=(2, 2, 3, 7, 7, 2), head=1)], look=_WIDE)  # fmt: skip


def commission_in_turn():
    """A commission's page without any label: "0412/2023 | Title" in bold, what was written in italics, each point in bold above its answer."""
    entries, body = [], []
    for case in requests(1606, matters.SPILLS, matters.LORRIES, matters.CAMERAS):
        way = Way(("(a)",))
        pairs = [(question(case, path, ask, way, bold=True), told(ask)) for path, ask in walked(case.asks)]  # fmt: skip
        both = [part for asked, said in pairs for part in (asked, *said)]
        one = entry(case, way, ref=f"{case.serial}/{case.received_on:%Y}", request=[para(case.intro), *(asked for asked, _ in pairs)], response=[part for _, said in pairs for part in said])  # fmt: skip
        body += [para(f"{one.ref} | {one.title}", bold=True), para(case.intro, italic=True), *both]
        entries.append(one)
    return log(entries, [heading(1, "Commission for Quiet Roads"), para("Replies to requests for information")], body, look=Look("serif", 11))  # fmt: skip


def ambulance_mail():
    """An ambulance service's mail: its subject has number and title, each question with its number, and below it "A:" with the answer."""
    return [_ambulance(matter_of(seed, title)) for seed, title in ((1607, matters.HANDOVERS), (1608, matters.APPEALS))]  # fmt: skip


def _ambulance(about):
    sheet = Sheet(about, ("1.",))
    ref = f"FOI {about.serial}"
    asked, answers, body = [], [], []
    for path in sheet.points:
        one, said = sheet.question(path), sheet.told(path)
        asked.append(one)
        answers += said
        first, *rest = said
        body += [one, para(Span("A: ", bold=True), *first.spans), *rest]
    parts = [
        para("Good afternoon,"),
        para(f"{ref} – {about.title} – final response", bold=True),
        para(f"We have now dealt with the questions you put to the Service on {about.received}. They and our answers are below."),
        para(about.intro),
        *body,
        para("This completes our response. The information supplied to you continues to be protected by copyright."),
        *closing("Kind regards", "Information Governance Team", "Calder and Isle Ambulance Service"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    look = Look("sans", 11, mail=headers(f"{ref} – {about.title} – final response", about.answered_on, "foi@calder.example"))  # fmt: skip
    made = sheet.made(parts, ref=ref, request=request, response=answers, look=look)
    # "FOI" in front of its number may be a part of it.
    made.truth["records"][0]["also"] = (f"{about.serial}",)
    return made


LAYOUTS = (
    Layout("ministry-search", (*PAGES, "txt"), ministry_search),
    Layout("hospital-grid", PAGES, hospital_grid),
    Layout("borough-dots", (*PAGES, "md"), borough_dots),
    Layout("homes-sheet", SHEETS, homes_sheet),
    Layout("commission-in-turn", PAGES, commission_in_turn),
    Layout("ambulance-mail", ("html", "docx", "eml"), ambulance_mail),
)

"""Logs and letters of an eighteenth set, its other half: looked at once it had been measured with the rules that the first half brought."""

from tests.support.layouts import met_papers_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_papers_requests import matter_of, requests
from tests.support.layouts.nodes import Grid, Look, Quote, Span, heading, para, spans
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import (
    behind_labels,
    entry,
    outcome,
    question,
    questions,
    told,
)
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_RIGHTS = (
    "You can ask us to review this decision within 40 working days by writing to the address above. After that you can appeal to the "
    "Commissioner."
)


def _ruleless(parts):
    return tuple(part for part in parts if not isinstance(part, Grid))


def archive_three_columns():
    """An archive's list without lines: number and day below each other in the first cell, the request, what came of it."""
    entries, lines = [], []
    for case in requests(1821, matters.MAPS, matters.BOOKS, matters.SEA_WALL, matters.CHAPLAINS):
        way = Way(("(i)",))
        response = _ruleless(behind_labels(case, way))
        request = [para(one_title := case.title, bold=True), para(case.intro), *questions(case, way)]  # fmt: skip
        one = entry(case, way, ref=f"RA {case.serial}", request=request[1:], response=response)
        one.truth["tables"], one.truth["title"] = [], one_title
        lines.append(((para(one.ref), para(f"{case.received_on:%d.%m.%Y}")), tuple(request), response))  # fmt: skip
        entries.append(one)
    head = ("Request", "Summary of request", "Summary of reply")
    grid = Grid((head, *lines), widths=(2, 6, 6), head=1, is_ruled=False, inset=(6, 6))
    return log(
        entries, [heading(1, "Estwick Archive and Record Service")], [grid], look=Look("serif", 10)
    )


def force_in_two_columns():
    """A force's booklet, each page in two columns: "Request 1234/23", the subject in bold, "Question", "Answer"."""
    entries, body = [], []
    for case in requests(1822, matters.SPEEDING, matters.AIRCRAFT, matters.INTERPRETING):
        way = Way(("1.",))
        one = entry(case, way, ref=f"{case.serial}/{case.received_on:%y}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        body += [
            heading(2, f"Request {one.ref}"),
            para(one.title, bold=True),
            para("Question", bold=True),
            *one.request,
            para("Answer", bold=True),
            *one.response,
        ]
        entries.append(one)
    look = Look(
        "sans", 9.5, columns=2, header="Esk Constabulary", footer="Published under our scheme"
    )
    return log(entries, [heading(1, "Requests answered in the autumn")], body, look=look)


def borough_five_columns():
    """A borough's table without lines, months in rows across it: number, service, request, reply, result; the result empty where all was given."""
    entries, lines = [], []
    month = ""
    for case in requests(1823, matters.DOGS, matters.DESKS, matters.HARDSHIP, matters.SEA_WALL):
        way = Way(("a)",))
        response = _ruleless(behind_labels(case, way))
        one = entry(case, way, ref=f"BH{case.serial}", request=[para(case.title, bold=True), *questions(case, way)], response=response)  # fmt: skip
        one.truth["request"] = "\n".join(f"{chr(96 + n)}) {ask.text}" for n, ask in enumerate(case.asks, start=1))  # fmt: skip
        one.truth["tables"] = []
        if month != f"{case.received_on:%B}":
            month = f"{case.received_on:%B}"
            lines.append(((para(f"{month} {case.received_on:%Y}", bold=True),), "", "", "", ""))
        ended = outcome(case, full="", part="Part", refused="Refused", not_held="Not held")
        lines.append((one.ref, "Corporate", tuple(one.request), response, ended))
        entries.append(one)
    head = tuple((para(name, bold=True),) for name in ("Ref", "Service", "Request", "Reply", "Result"))  # fmt: skip
    grid = Grid((head, *lines), widths=(3, 3, 9, 9, 2), head=1, is_ruled=False)
    look = Look("sans", 9, paper=(297, 210), margin=15)
    return log(entries, [heading(1, "Harrow Borough: requests by month")], [grid], look=look)


def trust_q_and_a():
    """A trust's page: number and title in a heading, each question and its answer in one paragraph, "Q1: … A1: …"."""
    entries, body = [], []
    for case in requests(1824, matters.CHAPLAINS, matters.INTERPRETING, matters.DESKS):
        way = Way(("1",))
        asked = [para(ask.text) for ask in case.asks]
        answers = [part for ask in case.asks for part in told(ask)]
        one = entry(case, way, ref=f"EV{case.serial}", request=[para(case.intro), *asked], response=answers)  # fmt: skip
        inline = [para(Span(f"Q{n}: ", bold=True), ask.text, Span(f" A{n}: ", bold=True), ask.answer) for n, ask in enumerate(case.asks, start=1)]  # fmt: skip
        body += [
            heading(2, f"{one.title} ({one.ref})"),
            para(f"Received {day(case.received_on)}, answered {day(case.answered_on)}"),
            para(case.intro),
            *inline,
        ]
        entries.append(one)
    return log(
        entries, [heading(1, "Esk Valley Trust: disclosure log")], body, look=Look("sans", 11)
    )


def ministry_two_columns():
    """A ministry's letter: request and reply side by side without lines, each question with its number, "You asked", "Our reply"."""
    return [_side(matter_of(seed, title)) for seed, title in ((1825, matters.COMPLAINTS), (1826, matters.HARDSHIP))]  # fmt: skip


def _side(about):
    sheet = Sheet(about, ("1.",))
    ref = f"{about.received_on:%Y}/{about.serial:05}"
    asked, answers, lines = [], [], []
    for path in sheet.points:
        one = sheet.question(path)
        said = sheet.told(path)
        asked.append(one)
        answers += said
        lines.append(((one,), tuple(said)))
    parts = [
        *office("Department for Coasts", "Quay House"),
        para(f"Reference {ref}"),
        para(about.answered),
        para("Dear Correspondent"),
        para(about.title, bold=True),
        para(f"You wrote to the Department on {about.received}. We have treated your letter under the Act."),
        Grid((("You asked", "Our reply"), *lines), head=1, is_ruled=False),
        para(_RIGHTS),
        *closing("Yours sincerely", "Disclosure Team"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("serif", 11))


def board_in_a_box():
    """A Scottish board's letter: the request in a grey box under its own heading, each question again in bold above its answer."""
    return [_boxed(matter_of(seed, title)) for seed, title in ((1827, matters.MUIRBURN), (1828, matters.CHAPLAINS))]  # fmt: skip


def _boxed(about):
    sheet = Sheet(about, ("•",))
    ref = f"IGTFOISA{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers, body = [], []
    for path, point in sheet.points.items():
        said = sheet.told(path)
        answers += said
        body += [para(point.text, bold=True), *said]
    parts = [
        *office("NHS Esk and Moors", "Summerhall"),
        para(f"Our Ref: {ref}"),
        para(f"Date: {about.answered}"),
        para("Dear Enquirer"),
        para(f"Freedom of Information (Scotland) Act 2002 – {about.title}", bold=True),
        para(f"Thank you for your enquiry, which we received on {about.received}."),
        para("Your request", bold=True),
        Quote(tuple(request), "boxed"),
        para("Our response", bold=True),
        *body,
        para(_RIGHTS),
        *closing("Yours sincerely", "FOI Officer"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def council_spaced():
    """A council's page in wide lines: number and day behind the title in small italics, "Request:", the points, "Reply:", the answers."""
    entries, body = [], []
    for case in requests(1829, matters.BOOKS, matters.DOGS, matters.MAPS):
        way = Way(("1.",))
        asks = [question(case, (n,), ask, way) for n, ask in enumerate(case.asks, start=1)]
        one = entry(case, way, ref=f"F{case.serial:06}", request=[para(case.intro), *asks], response=behind_labels(case, way))  # fmt: skip
        body += [
            heading(2, one.title),
            para(f"Reference number {one.ref}, {day(case.answered_on)}", italic=True),
            para(Span("Request: ", bold=True), case.intro),
            *asks,
            para(Span("Reply:", bold=True)),
            *one.response,
        ]
        entries.append(one)
    return log(entries, [heading(1, "Mill Green District Council")], body, look=Look("serif", 11.5, leading=1.4))  # fmt: skip


def ombudsman_annex():
    """An ombudsman's letter of two lines with an annex: "Request" set in, "Question one:", and "Answer to question one:" before each answer."""
    return [_annex(matter_of(seed, title)) for seed, title in ((1830, matters.SPEEDING), (1831, matters.DOGS))]  # fmt: skip


def _annex(about):
    sheet = Sheet(about, ("Question 1:",))
    ref = f"OMB/{about.serial}/{about.received_on:%Y}"
    names = ("one", "two", "three", "four", "five")
    asked, answers = [], []
    for path in sheet.points:
        asked.append(sheet.question(path, label=f"Question {names[path[0] - 1]}:"))
        answers += sheet.told(path, lead=spans(f"Answer to question {names[path[0] - 1]}: "))
    parts = [
        *office("Office of the Ombudsman", "Bridge Street"),
        para(f"Our reference {ref}"),
        para(about.answered),
        para("Dear Enquirer"),
        para(about.title, bold=True),
        para(f"The answer to your request of {about.received} is in the annex to this letter."),
        para(_RIGHTS),
        *closing("Yours sincerely", "Records Manager"),
        heading(2, "Annex"),
        para("Your request was:"),
        Quote((para(about.intro), *asked), "indent"),
        para("Our answer is:"),
        *answers,
    ]
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


LAYOUTS = (
    Layout("archive-three-columns", SHEETS, archive_three_columns),
    Layout("force-in-two-columns", PAGES, force_in_two_columns),
    Layout("borough-five-columns", SHEETS, borough_five_columns),
    Layout("trust-q-and-a", (*PAGES, "txt"), trust_q_and_a),
    Layout("ministry-two-columns", PAGES, ministry_two_columns),
    Layout("board-in-a-box", (*PAGES, "txt"), board_in_a_box),
    Layout("council-spaced", (*PAGES, "md"), council_spaced),
    Layout("ombudsman-annex", (*PAGES, "txt"), ombudsman_annex),
)

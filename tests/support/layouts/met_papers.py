"""Logs and letters of an eighteenth set: columns without lines, references below titles, numbers in words, threads of mails; of the seen half since they were measured."""

from tests.support.layouts import met_papers_requests as matters
from tests.support.layouts.as_mail import headers
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_papers_requests import matter_of, requests
from tests.support.layouts.nodes import Grid, Look, Quote, Rule, Span, heading, para, spans
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions, told
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_REVIEW = (
    "If you are unhappy with the way in which your request was handled, you may ask for an internal review within forty working days. "
    "Should you still be unhappy, you can apply to the Information Commissioner."
)
_WORDS = ("One", "Two", "Three", "Four", "Five")


def _ruleless(parts):
    return tuple(part for part in parts if not isinstance(part, Grid))


def force_six_columns():
    """A force's sheet without lines, six columns in small type, its head again on each page: two days, two long cells."""
    chosen = (matters.AIRCRAFT, matters.SPEEDING, matters.INTERPRETING, matters.DESKS, matters.DOGS)
    entries, lines = [], []
    for case in requests(1801, *chosen):
        way = Way(("Q1.",))
        response = _ruleless(behind_labels(case, way))
        one = entry(case, way, ref=f"{case.serial}/{case.received_on:%y}", request=[para(case.intro), *questions(case, way)], response=response)  # fmt: skip
        one.truth["tables"] = []
        lines.append((one.ref, f"{case.received_on:%d/%m/%Y}", one.title, tuple(one.request), response, f"{case.answered_on:%d/%m/%Y}"))  # fmt: skip
        entries.append(one)
    head = ("FOI Ref", "Received", "Subject", "Details of request", "Our response", "Sent")
    bold = tuple((para(name, bold=True),) for name in head)
    grid = Grid((bold, *lines), widths=(2, 2, 3, 8, 8, 2), head=1, is_ruled=False)
    look = Look("sans", 8.5, paper=(297, 210), margin=13)
    return log(entries, [heading(1, "Calder and Esk Constabulary"), para("Disclosure log, July to December 2023")], [grid], look=look)  # fmt: skip


def council_by_month():
    """A council's page by months and services: a title in bold, below it number and days in one line, then two parts of bold label and text."""
    entries, body = [], []
    chosen = (matters.DOGS, matters.BOOKS, matters.SEA_WALL, matters.DESKS)
    services = ("Regulatory Services", "Culture", "Highways and Coast", "Resources")
    month = ""
    for case, service in zip(requests(1802, *chosen), services, strict=True):
        way = Way(("1)",))
        one = entry(case, way, ref=f"{case.received_on:%Y}-{case.serial:05}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        if month != f"{case.answered_on:%B %Y}":
            month = f"{case.answered_on:%B %Y}"
            body.append(heading(2, month))
        body += [
            heading(3, service),
            para(one.title, bold=True),
            para(f"Ref {one.ref} | Received {case.received_on:%d %b %Y} | Closed {case.answered_on:%d %b %Y}", italic=True),
            para("What was asked", bold=True),
            *one.request,
            para("What we said", bold=True),
            *one.response,
        ]  # fmt: skip
        entries.append(one)
    look = Look("sans", 10.5, site="new", menu=("Council tax", "Bins", "Planning"))
    return log(entries, [heading(1, "Freedom of information: what we have answered")], body, look=look)  # fmt: skip


def trust_three_columns():
    """A trust's letter with a table without lines behind its greeting: "No.", "Question", "Response"; cells of many lines."""
    return [_three(matter_of(seed, title)) for seed, title in ((1803, matters.CHAPLAINS), (1804, matters.AIRCRAFT))]  # fmt: skip


def _three(about):
    sheet = Sheet(about, ("1",))
    ref = f"RFI-{about.serial}-{about.received_on:%y}"
    asked, answers, lines = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(f"{sheet.label(path)} {point.text}")
        answers += said
        lines.append((sheet.label(path), (para(point.text, italic=True),), tuple(said)))
    head = tuple((para(name, bold=True),) for name in ("No.", "Question", "Response"))
    parts = [
        *office("Esk Valley Hospitals NHS Trust", "Information Governance, Level 1"),
        para(f"Our reference: {ref}"),
        para(about.answered),
        para("Dear Sir or Madam"),
        para(f"Re: {about.title}", bold=True),
        para(f"I write in answer to your request which reached the Trust on {about.received}."),
        Grid((head, *lines), widths=(1, 6, 8), head=1, is_ruled=False, inset=(4, 4)),
        para(_REVIEW),
        *closing("Yours faithfully", "Information Governance Manager"),
    ]
    return sheet.made(parts, ref=ref, request="\n".join(asked), response=answers, look=Look("sans", 11))  # fmt: skip


def university_in_words():
    """A university's letter: "Question One" in a line of its own, the question below it, "Answer to Question One", the answer."""
    return [_in_words(matter_of(seed, title)) for seed, title in ((1805, matters.HARDSHIP), (1806, matters.DESKS))]  # fmt: skip


def _in_words(about):
    sheet = Sheet(about, ("1",))
    ref = f"FOI {about.received_on:%Y}/{about.serial % 900:03}"
    asked, answers, body = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        name = _WORDS[path[0] - 1]
        asked.append(para(point.text))
        answers += said
        body += [para(f"Question {name}", bold=True), asked[-1], para(f"Answer to Question {name}", bold=True), *said]  # fmt: skip
    parts = [
        *office("University of Estwick", "Office of the Secretary"),
        para(about.answered),
        para("Dear enquirer"),
        para(f"{about.title}: your request {ref}", bold=True),
        para(f"Thank you for your request of {about.received}. The University answers each of your questions in turn."),
        *body,
        para(_REVIEW),
        *closing("Yours sincerely", "Deputy Secretary"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("serif", 11))


def commissioner_cards():
    """A regulator's log: the title as a heading, below it day and number with bold labels, a rule between records; the reply names each point."""
    entries, body = [], []
    for case in requests(1807, matters.COMPLAINTS, matters.INTERPRETING, matters.HARDSHIP):
        way = Way(("1.",))
        tail = f"{chr(65 + case.serial % 26)}{case.serial % 9}{chr(65 + case.serial % 7)}{case.serial % 8}"
        one = entry(case, way, ref=f"IR-{case.serial * 31}-{tail}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        body += [
            heading(2, one.title),
            para(Span("Date disclosed: ", bold=True), day(case.answered_on)),
            para(Span("Case number: ", bold=True), one.ref),
            para(Span("Information requested", bold=True)),
            Quote(tuple(one.request), "indent"),
            para(Span("Information disclosed", bold=True)),
            *one.response,
            Rule(),
        ]
        entries.append(one)
    look = Look("sans", 11, site="new", menu=("For the public", "For organisations"))
    return log(entries, [heading(1, "Disclosure log"), para("Replies of general interest.")], body, look=look)  # fmt: skip


def thread_of_mails():
    """A board's answer on top of the mail that asked: "From", "Sent", "To", "Subject", then the questions; the answer counts "1)" to the last."""
    return [_thread(matter_of(seed, title)) for seed, title in ((1808, matters.MUIRBURN), (1809, matters.MAPS))]  # fmt: skip


def _thread(about):
    sheet = Sheet(about, ("1)",))
    ref = f"EB{about.received_on:%y}{about.serial}"
    answers = sheet.replies()
    request = [para(about.intro), *sheet.questions()]
    parts = [
        para("Dear Requester,"),
        para(f"Our ref: {ref}"),
        para("Thank you for your e-mail. Please find our answers below, in the order of your questions."),
        *answers,
        para(_REVIEW),
        *closing("Regards,", "Records Team", "Estwick Board"),
        Rule(),
        para(Span("From: ", bold=True), "A. Requester <requester@example.org>\n", Span("Sent: ", bold=True), f"{about.received} 21:40\n", Span("To: ", bold=True), "Records <records@estwick.example>\n", Span("Subject: ", bold=True), about.title),
        para("Hello,"),
        *request,
        para("Many thanks"),
    ]  # fmt: skip
    mail = headers(f"RE: {about.title}", about.answered_on, "records@estwick.example")
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 10.5, mail=mail))  # fmt: skip


def double_spaced():
    """A clerk's letter as a typewriter set it, lines two apart: the points as lettered paragraphs, "As to (a)," before each answer."""
    return [_spaced(matter_of(seed, title)) for seed, title in ((1810, matters.SEA_WALL), (1811, matters.BOOKS))]  # fmt: skip


def _spaced(about):
    sheet = Sheet(about, ("(a)",))
    ref = f"C/{about.received_on:%y}/{about.serial % 500}"
    request = [para(about.intro), *sheet.questions()]
    answers = [part for path in sheet.points for part in sheet.told(path, lead=spans(f"As to {sheet.label(path)}, "))]  # fmt: skip
    parts = [
        *office("Mill Green Town Council", "The Old Exchange"),
        para(f"Ref. {ref}"),
        para(about.answered),
        para("Dear Requester"),
        para(about.title, bold=True),
        para(f"In your letter of {about.received} you wrote:"),
        *request,
        para("The Council has now considered this and replies as follows."),
        *answers,
        para(_REVIEW),
        *closing("Yours sincerely", "Town Clerk"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 12, leading=1.5))  # fmt: skip


def quango_questions():
    """An agency's columns without lines: a row for each question, the number and the subject in the first row of a request alone."""
    chosen = (matters.COMPLAINTS, matters.DESKS, matters.MAPS, matters.CHAPLAINS)
    entries, lines = [], []
    for case in requests(1812, *chosen):
        way = Way(("Q1",))
        response = _ruleless(behind_labels(case, way))
        one = entry(case, way, ref=f"AG-{case.serial}", request=questions(case, way), response=response)  # fmt: skip
        for number, ask in enumerate(case.asks, start=1):
            facts = (one.ref, one.title) if number == 1 else ("", "")
            lines.append((*facts, f"Q{number}", (para(ask.text),), _ruleless(told(ask))))
        one.truth["request"] = "\n".join(ask.text for ask in case.asks)
        one.truth["response"] = "\n".join(ask.answer for ask in case.asks)
        one.truth["tables"] = []
        entries.append(one)
    head = ("Case", "About", "No", "Question asked", "Answer given")
    grid = Grid((head, *lines), widths=(2, 3, 1, 6, 6), head=1, is_ruled=False)
    look = Look("computer", 9, paper=(297, 210), margin=15)
    return log(entries, [heading(1, "Estwick Skills Agency: requests")], [grid], look=look)


LAYOUTS = (
    Layout("force-six-columns", SHEETS, force_six_columns),
    Layout("council-by-month", (*PAGES, "md"), council_by_month),
    Layout("trust-three-columns", PAGES, trust_three_columns),
    Layout("university-in-words", (*PAGES, "txt"), university_in_words),
    Layout("commissioner-cards", (*PAGES, "md"), commissioner_cards),
    Layout("thread-of-mails", (*PAGES, "txt", "eml"), thread_of_mails),
    Layout("double-spaced", (*PAGES, "txt"), double_spaced),
    Layout("quango-questions", SHEETS, quango_questions),
)

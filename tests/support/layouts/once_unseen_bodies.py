"""Logs and letters of the ninth set: unseen until rules were written because of them."""

from tests.support.layouts import met_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_requests import matter_of, requests
from tests.support.layouts.nodes import Grid, Item, Look, Quote, Span, heading, para, spans
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, question, questions, told
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_RIGHTS = (
    "Anyone who is unhappy with this reply can ask for it to be looked at again, by a manager who was not involved; after that the "
    "Information Commissioner can be asked for a decision."
)


def boxed_request():
    """An agency's sheet that greets nobody: facts in lines, the request in a box of one cell, answers behind "Point 1 –"."""
    return [_boxed(matter_of(seed, title)) for seed, title in ((961, matters.HOUSING), (962, matters.SQUIRRELS))]  # fmt: skip


def _boxed(about):
    sheet = Sheet(about, ("1.",))
    ref = f"EIR{about.received_on:%Y}/{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers = [part for path in sheet.points for part in sheet.told(path, lead=spans(f"Point {path[0]} – "))]  # fmt: skip
    parts = [
        heading(1, f"Reply to a request for information: {about.title}"),
        para(Span("Request number: ", bold=True), ref),
        para(Span("Date of request: ", bold=True), about.received),
        para(Span("Date of reply: ", bold=True), about.answered),
        para("The request", bold=True),
        Grid(((tuple(request),),), widths=(1,)),
        para("Our reply", bold=True),
        *answers,
        para(_RIGHTS),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def cards():
    """A city's page: number and title in a heading, a line of days with dots between, the request quoted, "Answer" below."""
    chosen = (matters.POTHOLES, matters.NURSES, matters.RECEIPTS, matters.VETTING)
    entries, body = [], []
    for case in requests(963, *chosen):
        way = Way(("a)",))
        intro = [para(case.intro)] if case.intro else []
        one = entry(
            case, way, ref=f"FOI {case.serial}", also=(str(case.serial),), request=[*intro, *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            heading(3, f"{one.ref}: {one.title}"),
            para(f"Asked {day(case.received_on)} · Answered {day(case.answered_on)}"),
            Quote(tuple(one.request)),
            para("Answer", bold=True),
            *one.response,
        ]
        entries.append(one)
    return log(entries, [heading(1, "Answered requests"), heading(2, "Latest")], body, look=Look("sans", 11, site="new", menu=("Bins", "Parking", "Council tax")))  # fmt: skip


def dotted_rows():
    """A company's sheet: a row for each question, whose number is that of the request with a dot and a count: "4512.1"."""
    chosen = (matters.TELEPHONY, matters.BUSES, matters.CYCLES)
    entries, lines = [], []
    for case in requests(964, *chosen):
        way = Way(("1.",))
        asked, replies = [], []
        for number, ask in enumerate(case.asks, start=1):
            answer = told(ask)[:1]
            lines.append((f"{case.serial}.{number}", case.title, ask.text, tuple(answer)))
            asked.append(question(case, (number,), ask, way))
            replies += answer
        one = entry(case, way, ref=str(case.serial), request=asked, response=replies)
        one.truth["tables"] = []
        entries.append(one)
    head = ("No.", "Subject of request", "Question", "Answer")
    grid = Grid((head, *lines), widths=(1, 3, 6, 6), head=1)
    look = Look("sans", 9, paper=(297, 210), margin=15)
    return log(entries, [heading(1, "Requests answered in the year")], [grid], look=look)


def arrows():
    """A board's document: number, date and subject in lines, the questions, and each again with an arrow before its answer."""
    return [_arrows(matter_of(seed, title)) for seed, title in ((965, matters.NURSES), (966, matters.CYBER))]  # fmt: skip


def _arrows(about):
    sheet = Sheet(about, ("1.",))
    ref = f"{about.received_on:%Y}-{about.serial}"
    intro = para(about.intro)
    request = [intro, *sheet.questions()]
    answers, body = [], []
    for path in sheet.points:
        said = sheet.told(path, lead=spans("➢ "))
        answers += said
        body += [sheet.question(path, italic=True), *said]
    parts = [
        *office("Northern Isles Health Board"),
        para(f"FOI Request Number: {ref}"),
        para(f"Date: {about.answered}"),
        para(f"Subject Matter: {about.title}"),
        para("Request", bold=True),
        *request,
        para("Response", bold=True),
        *body,
        para(_RIGHTS),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def request_and_response_numbers():
    """A force: "Request 1:" in front of each question, and below it "Response 1:" in front of the answer, several records."""
    chosen = (matters.FACES, matters.CYCLES, matters.HOUSING)
    entries, body = [], []
    for case in requests(967, *chosen):
        way = Way(("Request 1:",))
        asked = questions(case, way)
        replies, turns = [], []
        for number, (one, ask) in enumerate(zip(asked, case.asks, strict=True), start=1):
            first, *rest = told(ask)
            replies += [first, *rest]
            turns += [one, Item(f"Response {number}:", first.spans, (number,), ("Response 1:",)), *rest]  # fmt: skip
        one = entry(case, way, ref=f"{case.serial:06}/{case.received_on:%y}", request=asked, response=replies)  # fmt: skip
        one.truth["items"] = [{"id": str(number), "text": ask.text} for number, ask in enumerate(case.asks, 1)]  # fmt: skip
        one.truth["answers"] = {str(number): ask.answer for number, ask in enumerate(case.asks, 1)}
        body += [
            heading(2, f"{one.title} – {one.ref}"),
            para(f"Response date: {day(case.answered_on)}"),
            *turns,
        ]
        entries.append(one)
    return log(entries, [heading(1, "Published responses"), para("Isles and Highlands Police")], body, look=Look("sans", 11))  # fmt: skip


def topics_in_bold():
    """A ministry's letter: the request as letters in one list, then bullets that open on a topic in bold, in the same order."""
    return [_topics(matter_of(seed, title)) for seed, title in ((968, matters.TUNNEL), (969, matters.FACES))]  # fmt: skip


def _topics(about):
    sheet = Sheet(about, ("(a)",))
    ref = f"DFP-{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers = []
    for path in sheet.points:
        (said,) = sheet.told(path)
        answers.append(Item("•", (Span(f"{sheet.label(path)} ", bold=True), *said.spans), path, ("•",)))  # fmt: skip
    parts = [
        *office("Department for Paths", "4 Broad Walk"),
        para(about.answered),
        para("Dear requester"),
        para(f"{about.title} ({ref})", bold=True),
        para(f"Your message of {about.received} asked:"),
        *request,
        para("The Department replies:"),
        *answers,
        para(_RIGHTS),
        *closing("Yours sincerely", "Correspondence Officer"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


LAYOUTS = (
    Layout("boxed-request", PAGES, boxed_request),
    Layout("cards", (*PAGES, "md"), cards),
    Layout("dotted-rows", SHEETS, dotted_rows),
    Layout("arrows", (*PAGES, "txt"), arrows),
    Layout("request-and-response-numbers", (*PAGES, "txt"), request_and_response_numbers),
    Layout("topics-in-bold", PAGES, topics_in_bold),
)

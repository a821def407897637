"""Logs and letters of the tenth set: measured, and not looked at by who writes the reader."""

from tests.support.layouts import later_topics, met_requests
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.nodes import Grid, Look, Span, heading, para, spans
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, outcome, questions
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_REVIEW = (
    "You can ask the Secretary to the Board to review this answer. If that does not settle the matter, the Information Commissioner "
    "may be asked to look into it."
)


def on_each_point():
    """A national park's letter: the request behind numbers with a stop and a bracket, answers that open on "On point 1 –"."""
    pairs = ((971, later_topics.SWANS), (972, later_topics.FARMS))
    return [_on(later_topics.matter_of(seed, title)) for seed, title in pairs]


def _on(about):
    sheet = Sheet(about, ("1)",))
    ref = f"NPA.{about.received_on:%y}.{about.serial}"
    intro = [para(about.intro)] if about.intro else []
    request = [*intro, *sheet.questions()]
    answers = [part for path in sheet.points for part in sheet.told(path, lead=spans(f"On point {path[0]} – "))]  # fmt: skip
    parts = [
        *office("Marrow Hills National Park Authority", "The Mill, Marrow"),
        para(f"File: {ref}"),
        para(about.answered),
        para("Dear enquirer"),
        para(f"Information request: {about.title}", bold=True),
        para(f"We had your enquiry on {about.received}. What you would like to have is this:"),
        *request,
        para("Our records were searched by the rangers’ office."),
        *answers,
        para(_REVIEW),
        *closing("Yours sincerely", "Records and Data Officer"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def log_book():
    """A port's sheet: "Log no", "Date in", "Query", "Our reply", "Released?"; numerals in the cells; the subject on top of the query."""
    chosen = (
        later_topics.STALLS,
        later_topics.CAMERAS,
        later_topics.RATS,
        later_topics.INTERPRETERS,
    )
    entries, lines = [], []
    for case in later_topics.requests(973, *chosen):
        way = Way(("i)",))
        intro = [para(case.intro)] if case.intro else []
        request = [*intro, *questions(case, way)]
        one = entry(case, way, ref=f"{case.serial}P", request=request, response=behind_labels(case, way))  # fmt: skip
        one.truth["title"], one.truth["tables"] = "", []
        ended = outcome(case, full="Yes", part="In part", refused="No", not_held="Not held")
        response = [part for part in one.response if not isinstance(part, Grid)]
        lines.append((one.ref, f"{case.received_on:%d.%m.%y}", tuple(request), tuple(response), ended))  # fmt: skip
        entries.append(one)
    head = ("Log no", "Date in", "Query", "Our reply", "Released?")
    grid = Grid((head, *lines), widths=(2, 2, 7, 7, 2), head=1)
    look = Look("sans", 9, paper=(297, 210), margin=14)
    return log(entries, [heading(1, "Port of Saltmarsh: information log")], [grid], look=look, titles=False)  # fmt: skip


def answer_first():
    """A commission's page: number, title and day in a heading, a summary in one sentence, "In full" with the request and the answer."""
    chosen = (later_topics.LOCUMS, later_topics.COLLIERIES, later_topics.SWANS)
    entries, body = [], []
    for case in later_topics.requests(974, *chosen):
        way = Way(("A.",))
        intro = [para(case.intro)] if case.intro else []
        one = entry(
            case, way, ref=f"RQ-{case.received_on:%Y}-{case.serial}", request=[*intro, *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            heading(2, one.title),
            para(Span("Request reference ", bold=True), one.ref),
            para(Span("Request date ", bold=True), day(case.received_on)),
            para(Span("Response date ", bold=True), day(case.answered_on)),
            heading(3, "Full request"),
            *one.request,
            heading(3, "Full response"),
            *one.response,
        ]
        entries.append(one)
    front = [heading(1, "Commission for Fair Rents: releases")]
    return log(entries, front, body, look=Look("sans", 11, site="new", menu=("Rents", "Homes")))


def force_notice():
    """A force's letter: "Information requested" and "Response" as bold lines, "Question 1" in front of each answer in its own line."""
    pairs = ((975, met_requests.CYCLES), (976, later_topics.GUARDS))
    found = (met_requests if title == met_requests.CYCLES else later_topics for _, title in pairs)
    return [_notice(one.matter_of(*pair)) for one, pair in zip(found, pairs, strict=True)]


def _notice(about):
    sheet = Sheet(about, ("Q1.",))
    ref = f"FOI{about.received_on:%Y}/{about.serial:05}"
    request = [para(about.intro), *sheet.questions()]
    answers, body = [], []
    for path in sheet.points:
        said = sheet.told(path)
        answers += said
        body += [para(f"Q{path[0]}.", bold=True), *said]
    parts = [
        para("South Marrow Police", bold=True),
        para(f"Reference: {ref}"),
        para(f"Sent: {about.answered}"),
        para(f"Subject: {about.title}"),
        para(f"Your request for information, received on {about.received}, has been dealt with under the Act."),
        para("Information requested", bold=True),
        *request,
        para("Response", bold=True),
        *body,
        para(_REVIEW),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


LAYOUTS = (
    Layout("on-each-point", PAGES, on_each_point),
    Layout("log-book", SHEETS, log_book),
    Layout("answer-first", (*PAGES, "md"), answer_first),
    Layout("force-notice", (*PAGES, "txt"), force_notice),
)

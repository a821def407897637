"""Logs with rows, pages, folds and summaries: of the seen half since they were measured."""

from tests.support.layouts import unseen_requests as about
from tests.support.layouts.nodes import Break, Fold, Grid, Look, Rule, Span, heading, para, spans
from tests.support.layouts.pieces import Way, answered, walked
from tests.support.layouts.pieces_of_logs import (
    behind_labels,
    entry,
    exemptions,
    outcome,
    question,
    questions,
    told,
)
from tests.support.layouts.shapes import PAGES, Layout, day, log
from tests.support.layouts.unseen_requests import requests


def _intro(case):
    return [para(case.intro)] if case.intro else []


def topics_in_rows():
    """A borough's sheet: id, topic, service, dates, what was requested and supplied, and the exemption last."""
    chosen = (
        about.CHARGERS, about.CORONATION, about.DOGS, about.SETTLEMENTS, about.BUSES, about.CLEANING,
        about.PLAYGROUNDS, about.MINUTES,
    )  # fmt: skip
    services = (
        "Parking",
        "Events",
        "Licensing",
        "People",
        "Highways",
        "Facilities",
        "Parks",
        "Port",
    )
    styles = ("1.", "1.", "1)", "a.", "1.", "1.", "1.", "1.")
    entries, lines = [], []
    for case, service, style in zip(requests(601, *chosen), services, styles, strict=True):
        way = Way((style, "a)"))
        one = entry(
            case, way, ref=f"{case.serial * 100 + 7}", request=[*_intro(case), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        lines.append(
            (
                one.ref, one.title, service, f"{case.received_on:%d-%b-%y}", tuple(one.request), tuple(one.response),
                exemptions(case, "Sec {}", none="N/A"), f"{case.answered_on:%d-%b-%y}",
            )
        )  # fmt: skip
        entries.append(one)
    head = ("FOI ID", "Topic", "Service", "Request date", "Information requested", "Information supplied", "Exemption", "Closed")  # fmt: skip
    grid = Grid((head, *lines), widths=(2, 3, 2, 2, 8, 8, 2, 2), head=1)
    front = [heading(1, "Access to information: requests closed this year")]
    look = Look(
        "sans", 8.5, paper=(420, 297), margin=14, footer="Holm Borough Council, Information Team"
    )
    return log(entries, front, [grid], look=look)  # fmt: skip


def enquiry_pages():
    """An ambulance trust: title, a line with number and date, the enquiry, then each question in bold and its answer."""
    chosen = (about.HANDOVERS, about.CLEANING, about.SETTLEMENTS, about.CORONATION, about.CHARGERS)
    entries, body = [], []
    for number, case in enumerate(requests(602, *chosen)):
        way = Way(("1.",), answers="again", is_bold=True, has_preface=False)
        asked = Way(("1.",))
        one = entry(
            case, way, ref=f"AMB-{case.received_on:%y}-{case.serial}", request=[*_intro(case), *questions(case, asked)],
            response=answered(case, way),
        )  # fmt: skip
        body += [
            *([Break()] if number else []),
            heading(2, one.title),
            para(f"Case number {one.ref} | Completed {day(case.answered_on)}"),
            heading(3, "Details of enquiry"),
            *one.request,
            heading(3, "Information provided"),
            *one.response,
        ]
        entries.append(one)
    front = [
        heading(1, "FOI publication log"),
        para("This log holds a selection of what we have released. It is refreshed each quarter."),
    ]
    look = Look(
        "sans", 11, header="Westmere Ambulance Service NHS Trust", footer="FOI publication log"
    )
    return log(entries, front, body, look=look)  # fmt: skip


def request_details():
    """A transport body: "Request ID", "Date published", "You asked", "We answered" as bold lines, a letter under the last."""
    chosen = (about.CHARGERS, about.BUSES, about.DOGS, about.CLEANING)
    entries, body = [], []
    for number, case in enumerate(requests(603, *chosen)):
        way = Way(("1.",))
        year = f"{case.received_on:%y}{case.received_on.year % 100 + 1}"
        letter = [
            para(f"Thank you for your request received by us on {day(case.received_on)}."),
            para(
                "Your request has been considered in line with the Freedom of Information Act and our access policy."
            ),
            *behind_labels(case, way),
        ]
        one = entry(
            case, way, ref=f"FOI-{case.serial}-{year}", also=(f"{case.serial}-{year}",),
            request=[*_intro(case), *questions(case, way)], response=letter,
        )  # fmt: skip
        body += [
            *([Rule()] if number else []),
            heading(2, one.title),
            para("Request ID", bold=True),
            para(one.ref),
            para("Date published", bold=True),
            para(f"{case.answered_on:%d %B %Y}"),
            para("You asked", bold=True),
            *one.request,
            para("We answered", bold=True),
            *one.response,
        ]
        entries.append(one)
    look = Look("sans", 12, menu=("Travel", "Fares", "Corporate"), site="new", footer="Tideway Transport")  # fmt: skip
    return log(entries, [heading(1, "FOI request details")], body, look=look)


def results_in_short():
    """An ombudsman: number and title in bold, dates, a summary, and a result of few words with the section."""
    chosen = (about.MINUTES, about.WELSH, about.CORONATION, about.BUSES)
    entries, body = [], []
    for case in requests(604, *chosen):
        way = Way(("1.",))
        ended = outcome(
            case, full="Information supplied in full", part="Information supplied in part", refused="Request refused",
            not_held="Information not held",
        )  # fmt: skip
        applied = exemptions(case, "section {}", none="")
        result = f"{ended} – {applied}" if applied else ended
        one = entry(
            case, way, ref=f"{case.received_on:%y}/{case.serial}", request=questions(case, way), response=[]
        )  # fmt: skip
        body += [
            para(f"{one.ref} – {one.title}", bold=True),
            para(f"Received {day(case.received_on)}, closed {day(case.answered_on)}"),
            para(Span("Summary: ", italic=True), *one.request[0].spans),
            para(Span("Result: ", italic=True), result),
        ]
        entries.append(one)
    front = [
        heading(1, "Information requests handled by the Ombudsman"),
        para("Copies of the replies can be had from our information officer on demand."),
    ]
    return log(entries, front, body, look=Look("serif", 11, footer="Ombudsman for Rents"))


def folds_by_title():
    """A county's page: folds with the title; in them number and date, what was requested, and the council's reply."""
    chosen = (
        about.TIPPING,
        about.PLAYGROUNDS,
        about.CORONATION,
        about.SETTLEMENTS,
        about.CLEANING,
    )
    entries, body = [], []
    for case in requests(605, *chosen):
        way = Way(("1.", "a."), is_automatic=True)
        one = entry(
            case, way, ref=f"IR{case.serial}", request=[*_intro(case), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        inner = (
            para(Span("Request number: ", bold=True), one.ref),
            para(Span("Answered on: ", bold=True), day(case.answered_on)),
            heading(3, "What was requested"),
            *one.request,
            heading(3, "The council’s reply"),
            *one.response,
        )
        body.append(Fold(one.title, inner))
        entries.append(one)
    front = [
        heading(1, "Information we have released"),
        para("Open a title to see what was asked and what we replied."),
    ]
    look = Look("sans", 12, menu=("Home", "Council tax", "Bins"), site="new", footer="Calder County Council")  # fmt: skip
    return log(entries, front, body, look=look)


def bullets_with_replies():
    """A small district's Word file: a heading with the number, dates in a sentence, bullets, a reply below each."""
    chosen = (about.DOGS, about.CORONATION, about.CLEANING, about.CHARGERS)
    entries, body = [], []
    for case in requests(606, *chosen):
        way = Way(("•",), answers="again")
        turns, replies = _in_bullets(case, way)
        one = entry(
            case, way, ref=f"{case.serial}", also=(f"Request {case.serial}",),
            request=[*_intro(case), *questions(case, way)], response=replies,
        )  # fmt: skip
        body += [
            heading(2, f"Request {one.ref}: {one.title}"),
            para(f"Received on {day(case.received_on)} and answered on {day(case.answered_on)}."),
            *_intro(case),
            *turns,
        ]
        entries.append(one)
    front = [heading(1, "Freedom of information 2023/24"), para("Netherby District Council")]
    return log(entries, front, body, look=Look("serif", 12, footer="Netherby District Council"))


def _in_bullets(case, way):
    """Return bullets with their replies, and the replies alone."""
    parts, replies = [], []
    for path, ask in walked(case.asks):
        first, *rest = told(ask)
        reply = [para(*spans("Reply: ", italic=True), *first.spans), *rest]
        single = para(ask.text)
        parts += [single if case.is_single else question(case, path, ask, way), *reply]
        replies += [first, *rest]
    return parts, replies


LAYOUTS = (
    Layout("topics-in-rows", (*PAGES, "xlsx"), topics_in_rows),
    Layout("enquiry-pages", PAGES, enquiry_pages),
    Layout("request-details", PAGES, request_details),
    Layout("results-in-short", (*PAGES, "txt"), results_in_short),
    Layout("folds-by-title", PAGES, folds_by_title),
    Layout("bullets-with-replies", (*PAGES, "md"), bullets_with_replies),
)

"""Logs in running text, with headings, bold lines and posts: of the seen half since they were measured."""

from tests.support.layouts import later_requests as about
from tests.support.layouts.later_requests import requests
from tests.support.layouts.nodes import Look, Quote, Rule, Span, heading, para, spans
from tests.support.layouts.pieces import Way, answered
from tests.support.layouts.pieces_of_logs import (
    behind_labels,
    entry,
    exemptions,
    outcome,
    questions,
    told,
)
from tests.support.layouts.shapes import PAGES, Layout, day, log


def bold_questions():
    """A university: title and number as heading, questions in bold, the answer in plain type below each."""
    chosen = (about.STUDENTS, about.TELEPHONES, about.POOLS, about.ASSAULTS, about.LAPTOPS)
    styles = ("1.", "1)", "1.", "(a)", "Q1.")
    entries, body = [], []
    for case, style in zip(requests(511, *chosen), styles, strict=True):
        way = Way((style,), answers="again", is_bold=True, has_preface=False)
        intro = [para(case.intro)] if case.intro else []
        asked = [para(case.asks[0].text, bold=True)] if case.is_single else []
        one = entry(
            case, way, ref=f"FOI {case.serial}", also=(f"{case.serial}",), request=[*intro, *asked],
            response=answered(case, way),
        )  # fmt: skip
        body += [heading(2, f"{one.ref} – {one.title}"), *one.request, *one.response]
        if case.title == about.TELEPHONES:
            body.append(
                para("This response was updated following a query from the applicant.", italic=True)
            )
        entries.append(one)
    front = [
        heading(1, "FOI requests and responses"),
        para(
            "A selection of responses made by the University of Calderbeck this year is shown here."
        ),
    ]
    return log(entries, front, body, look=Look("sans", 11, footer="University of Calderbeck"))


def request_then_response():
    """A force: number and title in one heading, Request and Response as headings, answers behind the labels."""
    chosen = (about.VIDEO, about.LAPTOPS, about.EMAILS, about.ASSAULTS, about.TELEPHONES)
    styles = ("1.", "Q1", "1.", "1)", "1.")
    entries, body = [], []
    for case, style in zip(requests(512, *chosen), styles, strict=True):
        way = Way((style,))
        intro = [para(case.intro)] if case.intro else []
        one = entry(
            case, way, ref=f"{case.serial}/{case.received_on:%y}",
            also=(f"FOI {case.serial}/{case.received_on:%y}",), request=[*intro, *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            heading(2, f"FOI {one.ref}: {one.title}"),
            para(f"Published {day(case.answered_on)}"),
            heading(3, "Request"),
            *one.request,
            heading(3, "Response"),
            *one.response,
        ]
        entries.append(one)
    front = [
        heading(1, "Disclosure log"),
        para("Forces record data in different ways, and our figures should not be compared with those of others."),
    ]  # fmt: skip
    look = Look("sans", 11, header="Northmoor Constabulary", footer="Northmoor Constabulary")
    return log(entries, front, body, look=look)


def outcome_and_summary():
    """A regulator's list: title, then number, date, outcome, summary of request and of response in bold labels."""
    chosen = (about.CONSULTANTS, about.POOLS, about.EMAILS, about.PEERS)
    entries, body = [], []
    for case in requests(513, *chosen):
        way = Way(("1.",))
        one = entry(
            case, way, ref=f"IC{case.serial * 11}", request=questions(case, way), response=told(case.asks[0])
        )  # fmt: skip
        ended = outcome(
            case, full="Information disclosed", part="Partially disclosed", refused="Information withheld",
            not_held="Information not held",
        )  # fmt: skip
        applied = exemptions(case, "Section {}", none="")
        body += [
            heading(3, one.title),
            _labelled("Reference: ", one.ref),
            _labelled("Date: ", day(case.answered_on)),
            _labelled("Outcome: ", ended),
            *([_labelled("Exemption: ", applied)] if applied else []),
            _labelled("Summary of request: ", *one.request[0].spans),
            _labelled("Summary of response: ", *one.response[0].spans),
            *one.response[1:],
        ]
        entries.append(one)
    front = [
        heading(1, "Responses to information requests"),
        heading(2, "October to December"),
        para("Use Ctrl and F to find a word on this page."),
    ]
    return log(entries, front, body, look=Look("serif", 11, footer="Office for Weights"))


def _labelled(label, *words):
    return para(Span(label, bold=True), *words)


def bold_labels():
    """A district council: bold label lines, records with a rule between them; one has no title."""
    chosen = (about.HOTELS, about.RATES, about.POOLS, about.WARDENS)
    entries, body = [], []
    for number, case in enumerate(requests(514, *chosen)):
        way = Way(("1.",) if number % 2 else ("a)",))
        intro = [para(case.intro)] if case.intro else []
        one = entry(
            case, way, ref=f"DDC-{case.serial}-{case.received_on:%y}", request=[*intro, *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        if case.title == about.POOLS:
            one.truth["title"] = ""
        named = [] if case.title == about.POOLS else [_labelled("Subject: ", one.title)]
        body += [
            *([Rule()] if number else []),
            _labelled("Our reference: ", one.ref),
            *named,
            _labelled("Received: ", f"{case.received_on:%d %b %Y}"),
            para("Request:", bold=True),
            *one.request,
            para("Reply:", bold=True),
            *one.response,
        ]
        entries.append(one)
    front = [heading(1, "Requests answered by Dunsford District Council")]
    return log(entries, front, body, look=Look("serif", 11.5))


def news_posts():
    """A combined authority's posts: title, posting day, a reference, the request quoted, the response below."""
    chosen = (about.LAPTOPS, about.PEERS, about.TELEPHONES, about.ALARMS)
    entries, body = [], []
    for case in requests(515, *chosen):
        way = Way(("1.",), is_automatic=True)
        intro = [para(case.intro)] if case.intro else []
        one = entry(
            case, way, ref=f"CA{case.received_on:%Y}-{case.serial}", request=[*intro, *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            heading(2, one.title),
            para(f"Posted on {day(case.answered_on)} in FOI responses", italic=True),
            para(f"FOI reference: {one.ref}"),
            heading(3, "What you asked"),
            Quote(tuple(one.request)),
            heading(3, "What we found"),
            *one.response,
        ]
        entries.append(one)
    look = Look("sans", 12, menu=("News", "Who we are", "Transparency"), site="new", footer="Tideway Combined Authority")  # fmt: skip
    return log(entries, [heading(1, "FOI responses")], body, look=look)


def you_asked_we_said():
    """A museum's page: the year, a title, "You asked" and "We said" in bold at the start of paragraphs."""
    chosen = (about.POOLS, about.CONSULTANTS, about.PEERS, about.EMAILS)
    entries, body = [], [heading(2, "2023")]
    for case in requests(516, *chosen):
        way = Way(("1.",))
        one = entry(
            case, way, ref=f"{case.received_on:%Y}/{case.serial % 97 + 2}", request=questions(case, way),
            response=told(case.asks[0]),
        )  # fmt: skip
        body += [
            heading(3, one.title),
            para(*spans("You asked: ", bold=True), *one.request[0].spans),
            para(*spans("We said: ", bold=True), *one.response[0].spans),
            *one.response[1:],
            para(f"(Our ref {one.ref}, answered in {case.answered_on:%B})"),
        ]
        entries.append(one)
    front = [
        heading(1, "What people have asked us"),
        para("The museum is covered by the Freedom of Information Act. Here are answers that may be of interest to others."),
    ]  # fmt: skip
    return log(entries, front, body, look=Look("serif", 12))


LAYOUTS = (
    Layout("bold-questions", (*PAGES, "md"), bold_questions),
    Layout("request-then-response", PAGES, request_then_response),
    Layout("outcome-and-summary", PAGES, outcome_and_summary),
    Layout("bold-labels", (*PAGES, "txt"), bold_labels),
    Layout("news-posts", PAGES, news_posts),
    Layout("you-asked-we-said", (*PAGES, "md"), you_asked_we_said),
)

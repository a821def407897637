"""Logs of the seventh set: of the seen half since they were measured."""

from tests.support.layouts import met_requests as about
from tests.support.layouts.met_requests import requests
from tests.support.layouts.nodes import Break, Grid, Look, Quote, Rule, Span, heading, para
from tests.support.layouts.pieces import Way, walked
from tests.support.layouts.pieces_of_logs import (
    behind_labels,
    entry,
    exemptions,
    outcome,
    question,
    questions,
    told,
)
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log


def _intro(case):
    return [para(case.intro)] if case.intro else []


def asked_for_and_notes():
    """A university's table: three dates, the information asked for with its numbers, and notes; no number, no title."""
    chosen = (about.COMPLAINTS, about.HOURS, about.TELEPHONY, about.RECEIPTS)
    entries, lines = [], []
    for case in requests(901, *chosen):
        way = Way(("1.",))
        one = entry(
            case, way, ref=None, request=[*_intro(case), *questions(case, way)], response=behind_labels(case, way),
        )  # fmt: skip
        one.truth["title"] = ""
        due = case.answered_on.replace(day=28)
        lines.append(
            (f"{case.received_on:%d %B %Y}", f"{due:%d %B %Y}", f"{case.answered_on:%d %B %Y}", tuple(one.request), tuple(one.response))
        )  # fmt: skip
        entries.append(one)
    head = ("Date received", "Date due", "Date completed", "Information asked for", "Notes")
    grid = Grid((head, *lines), widths=(2, 2, 2, 6, 6), head=1)
    look = Look("sans", 9, paper=(297, 210), margin=15, footer="Wrenbury University")
    return log(entries, [heading(1, "University disclosure log")], [grid], look=look, titles=False)


def pipes():
    """An authority's page: title, one line of number, dates and outcome between strokes, "You asked us" and "Our response"."""
    chosen = (about.BUSES, about.POTHOLES, about.RECEIPTS, about.HOUSING)
    entries, body = [], []
    for case in requests(902, *chosen):
        way = Way(("1)",))
        ended = outcome(
            case, full="Information provided", part="Some information provided", refused="Refused", not_held="Not held"
        )  # fmt: skip
        one = entry(
            case, way, ref=f"NCA/{case.serial}", request=[*_intro(case), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            heading(2, one.title),
            para(f"Ref: {one.ref} | Received: {day(case.received_on)} | Sent: {day(case.answered_on)} | {ended}"),
            heading(3, "You asked us"),
            *one.request,
            heading(3, "Our response"),
            *one.response,
        ]  # fmt: skip
        entries.append(one)
    front = [
        heading(1, "Information requests and responses"),
        para("Northcliff Combined Authority publishes replies that may be of wider interest."),
    ]
    return log(entries, front, body, look=Look("sans", 11, menu=("Home", "About us", "Contact")))


def numbers_in_words():
    """A force: number and subject over each record, "Question One" and "Answer One" in bold above their words."""
    chosen = (about.CYCLES, about.FACES, about.VETTING)
    names = ("One", "Two", "Three", "Four", "Five")
    entries, body = [], []
    for number, case in enumerate(requests(903, *chosen)):
        way = Way(("1",), answers="again")
        asked, replies, turns = [], [], []
        for name, ask in zip(names, case.asks, strict=False):
            parts = told(ask)
            asked.append(para(ask.text))
            replies += parts
            turns += [para(f"Question {name}", bold=True), para(ask.text)]
            turns += [para(f"Answer {name}", bold=True), *parts]
        one = entry(
            case, way, ref=f"{case.serial:05}/{case.received_on:%y}", request=[*_intro(case), *asked],
            response=replies, also=(f"FOI {case.serial:05}/{case.received_on:%y}",),
        )  # fmt: skip
        body += [
            *([Rule()] if number else []),
            heading(2, f"FOI {one.ref} – {one.title}"),
            para(f"Date of response: {day(case.answered_on)}"),
            *_intro(case),
            *turns,
        ]
        entries.append(one)
    front = [heading(1, "Fellshire Police"), para("Requests and answers of the last quarter")]
    return log(entries, front, body, look=Look("serif", 11, footer="Fellshire Police: OFFICIAL"))


def request_numbers():
    """A county force's list: "Freedom of Information Act Request No: 006753/24", title, the request in a frame, the answers."""
    chosen = (about.FACES, about.VETTING, about.CYBER, about.HOURS)
    entries, body = [], []
    for case in requests(904, *chosen):
        way = Way(("1.",))
        one = entry(
            case, way, ref=f"{case.serial:06}/{case.received_on:%y}", request=[*_intro(case), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            heading(2, f"Freedom of Information Act Request No: {one.ref}"),
            para(one.title, bold=True),
            para(f"On {day(case.received_on)} we received the following request:"),
            Quote(tuple(one.request), "boxed"),
            para("We have considered the request and respond as follows:"),
            *one.response,
        ]
        entries.append(one)
    front = [heading(1, "Disclosure log: requests answered"), para("Moor and Coast Police")]
    return log(entries, front, body, look=Look("sans", 10.5, site="new", menu=("Home", "News")))


def question_headings():
    """A borough: a heading for each request, one below it for each question, and "Your question", "Our answer" below that."""
    chosen = (about.HOUSING, about.TELEPHONY, about.BUSES)
    entries, body = [], []
    for case in requests(905, *chosen):
        way = Way(("1",), answers="again")
        asked, replies, turns = [], [], []
        for number, ask in enumerate(case.asks, start=1):
            parts = told(ask)
            asked.append(para(ask.text))
            replies += parts
            turns += [heading(3, f"Question {number}"), heading(4, "Your question"), para(ask.text)]
            turns += [heading(4, "Our answer"), *parts]
        one = entry(
            case, way, ref=f"LBX-{case.received_on:%Y}-{case.serial}", request=[*_intro(case), *asked],
            response=replies,
        )  # fmt: skip
        body += [
            heading(2, one.title),
            para(Span("Reference: ", bold=True), one.ref),
            para(Span("Date received: ", bold=True), day(case.received_on)),
            para(Span("Date answered: ", bold=True), day(case.answered_on)),
            *_intro(case),
            *turns,
        ]
        entries.append(one)
    front = [heading(1, "Freedom of information answers")]
    return log(entries, front, body, look=Look("sans", 11, footer="London Borough of Exmoor Road"))


def archive_annex():
    """An archive's pages: number and day on top, Request, Outcome, Response with the questions again, an explanatory annex."""
    chosen = (about.TUNNEL, about.HOURS, about.RECEIPTS)
    entries, body = [], []
    for number, case in enumerate(requests(906, *chosen)):
        way = Way(("1.",), answers="again")
        ended = outcome(
            case, full="Information provided", part="Some information provided", refused="Information withheld",
            not_held="Information not held",
        )  # fmt: skip
        replies = [
            part
            for path, ask in walked(case.asks)
            for part in (
                *([] if case.is_single else [question(case, path, ask, way, italic=True)]),
                *told(ask),
            )
        ]
        one = entry(
            case, way, ref=f"CAS-{case.serial * 31}", request=[*_intro(case), *questions(case, way)], response=replies
        )  # fmt: skip
        applied = exemptions(case, "Section {}", none="")
        annex = [
            heading(3, "Explanatory annex"),
            para(f"{applied}: what the exemption is for", bold=True),
            para("The exemption protects those whom disclosure would harm. We weighed what speaks for disclosure against it."),
        ]  # fmt: skip
        body += [
            *([Break()] if number else []),
            heading(2, one.title),
            para(f"FOI request reference: {one.ref}"),
            para(f"Publication date: {case.answered_on:%B %Y}"),
            heading(3, "Request"),
            *one.request,
            heading(3, "Outcome"),
            para(f"{ended}."),
            heading(3, "Response"),
            *one.response,
            *(annex if applied else []),
        ]
        entries.append(one)
    front = [heading(1, "Information requests"), para("The Kingdom Archive")]
    return log(entries, front, body, look=Look("serif", 11.5, site="new", menu=("Search", "Visit")))  # fmt: skip


def section_under_answer():
    """A trust's sheet: number, month, question and answer in rows, the question's number in front, the section in its own column."""
    chosen = (about.HOUSING, about.CYBER, about.TELEPHONY)
    entries, lines = [], []
    for case in requests(907, *chosen):
        way = Way(("Q1.",))
        one = entry(
            case, way, ref=f"{case.serial}-{case.received_on:%m%y}", request=questions(case, way),
            response=behind_labels(case, way),
        )  # fmt: skip
        applied = exemptions(case, "Section {}", none="None")
        lines.append(
            (one.ref, f"{case.received_on:%b-%y}", case.title, tuple(one.request), tuple(one.response), applied)
        )  # fmt: skip
        entries.append(one)
    head = ("Trust Ref", "Month", "Regarding", "Questions asked", "Trust answers", "Exemptions")
    grid = Grid((head, *lines), widths=(2, 2, 2, 6, 6, 2), head=1, is_lined=True, is_ruled=False)
    look = Look("sans", 9, paper=(420, 297), margin=15)
    return log(entries, [heading(1, "FOI publication log 2023/24")], [grid], look=look)


LAYOUTS = (
    Layout("asked-for-and-notes", SHEETS, asked_for_and_notes),
    Layout("pipes", (*PAGES, "md", "txt"), pipes),
    Layout("numbers-in-words", (*PAGES, "md"), numbers_in_words),
    Layout("request-numbers", PAGES, request_numbers),
    Layout("question-headings", (*PAGES, "md"), question_headings),
    Layout("archive-annex", PAGES, archive_annex),
    Layout("section-under-answer", SHEETS, section_under_answer),
)

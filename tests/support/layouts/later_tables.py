"""Logs in tables, with rows, records, months and registers: of the seen half since they were measured."""

from tests.support.layouts import later_requests as about
from tests.support.layouts.later_requests import requests
from tests.support.layouts.nodes import Grid, Item, Look, heading, para
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import (
    behind_labels,
    entry,
    exemptions,
    outcome,
    questions,
    rows,
)
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, label_grid, log


def without_response(case, way, *, ref):
    """Return a case whose response is not printed, and the truth of it."""
    one = entry(case, way, ref=ref, request=questions(case, way), response=[])
    one.truth.update(answers={}, decisions=[], links=[], tables=[])
    return one


def plain_rows():
    """A council's list: number, dates, request, response in a row each, no titles; one response is still to come."""
    chosen = (
        about.TELEPHONES, about.POOLS, about.LAPTOPS, about.EMAILS, about.HOTELS, about.PEERS, about.RATES,
        about.CONSULTANTS,
    )  # fmt: skip
    styles = ("1.", "1.", "1)", "1.", "(1)", "1.", "a)", "1.")
    entries, lines = [], []
    for case, style in zip(requests(501, *chosen), styles, strict=True):
        way, ref = Way((style,)), f"{case.serial}"
        if case.title == about.PEERS:
            one = without_response(case, way, ref=ref)
        else:
            one = entry(
                case, way, ref=ref, request=questions(case, way), response=behind_labels(case, way)
            )
        answered = f"{case.answered_on:%d/%m/%Y}" if one.response else ""
        lines.append(
            (ref, f"{case.received_on:%d/%m/%Y}", tuple(one.request), tuple(one.response), answered)
        )
        entries.append(one)
    head = ("Ref No", "Date received", "Request", "Response", "Date of response")
    grid = Grid((head, *lines), widths=(2, 3, 8, 8, 3), head=1)
    front = [
        heading(1, "Freedom of Information requests"),
        para("The requests below were made to Bramwick Borough Council. Names of applicants have been removed."),
    ]  # fmt: skip
    look = Look("sans", 9, paper=(297, 210), margin=15, footer="Bramwick Borough Council")
    return log(entries, front, [grid], look=look, titles=False)


def record_tables():
    """A trust: a table of two columns for each request; one has no subject, one an attachment, labels vary."""
    chosen = (about.NURSES, about.ASSAULTS, about.LAPTOPS, about.CONSULTANTS, about.TELEPHONES)
    styles = ("1.", "Q1.", "1.", "1.", "1)")
    entries, body = [], []
    for case, style in zip(requests(502, *chosen), styles, strict=True):
        way = Way((style,))
        one = entry(
            case, way, ref=f"FOI/{case.received_on:%y}/{case.serial}", request=questions(case, way),
            response=behind_labels(case, way),
        )  # fmt: skip
        pairs = [
            ("FOI Reference", [para(one.ref)]), ("Date received", [para(day(case.received_on))]),
            ("Subject", [para(one.title)]), ("Request", one.request), ("Trust Response", one.response),
            ("Date sent", [para(day(case.answered_on))]),
        ]  # fmt: skip
        if case.title == about.LAPTOPS:
            del pairs[2]
            one.truth["title"] = ""
        if case.title == about.ASSAULTS:
            pairs.append(("Attachments", [para("None")]))
        body += [label_grid(pairs, widths=(2, 7)), para("")]
        entries.append(one)
    front = [
        heading(1, "FOI Disclosure Log"),
        para("Welcome to our disclosure log. Responses are published as they were sent; figures were correct on that day."),
    ]  # fmt: skip
    look = Look("sans", 10.5, footer="Westmere Hospitals NHS Foundation Trust")
    return log(entries, front, body, look=look)


def requester_register():
    """An Irish body's register: category of requester, description, decision and its date, a row for each request."""
    chosen = (
        about.EMAILS,
        about.POOLS,
        about.PEERS,
        about.CONSULTANTS,
        about.WARDENS,
        about.STUDENTS,
    )
    who = ("Journalist", "Public", "Business", "Journalist", "Oireachtas member", "Other")
    entries, lines = [], []
    for case, category in zip(requests(503, *chosen), who, strict=True):
        way = Way(("1.",), answers="prose")
        one = entry(
            case, way, ref=f"FOI-{case.serial % 900:03}-{case.received_on.year}", request=questions(case, way),
            response=[],
        )  # fmt: skip
        # A decision in a word, without the section, tells no more than that something was refused.
        one.truth.update(links=[], tables=[], decisions=[])
        decided = outcome(
            case, full="Granted", part="Part-Granted", refused="Refused", not_held="Refused"
        )
        lines.append(
            (one.ref, f"{case.received_on:%d/%m/%y}", category, tuple(one.request), decided, f"{case.answered_on:%d/%m/%y}")
        )  # fmt: skip
        entries.append(one)
    head = ("FOI No.", "Received", "Category of Requester", "Description of request", "Decision", "Decision date")  # fmt: skip
    grid = Grid((head, *lines), widths=(3, 2, 3, 9, 3, 3), head=1)
    look = Look("sans", 9, paper=(297, 210), margin=18)
    front = [heading(1, "FOI Disclosure Log – non-personal requests")]
    return log(entries, front, [grid], look=look, titles=False)


def a_table_a_month():
    """A fire service: below each month a table of subject, request, response, and the reference last."""
    chosen = (about.ALARMS, about.LAPTOPS, about.PEERS, about.TELEPHONES, about.VIDEO, about.NURSES)
    entries, lines = [], []
    for number, case in enumerate(requests(504, *chosen)):
        way = Way(("1.",) if number % 3 else ("•",))
        one = entry(
            case, way, ref=f"FOI{case.serial:05}", request=questions(case, way),
            response=behind_labels(case, way),
        )  # fmt: skip
        lines.append((one.title, tuple(one.request), tuple(one.response), one.ref))
        entries.append(one)
    body, head = [], ("Subject", "Request", "Response", "Ref")
    for number, month in enumerate(("April", "May", "June")):
        two = lines[number * 2 : number * 2 + 2]
        grid = Grid((head, *two), widths=(3, 7, 7, 2), head=1, is_lined=True)
        body += [heading(2, f"{month} 2024"), grid]
    front = [
        heading(1, "Requests for information 2024/25"),
        para("Requests for July were not published at the time of writing.", italic=True),
    ]
    return log(
        entries, front, body, look=Look("sans", 9, header="Calderbeck Fire and Rescue Service")
    )


def question_and_answer_columns():
    """A trust's page: below a title a ruled table, a row for each question with its answer, and a row of exemptions."""
    chosen = (about.NURSES, about.VIDEO, about.TELEPHONES, about.STUDENTS)
    entries, body = [], []
    for number, case in enumerate(requests(505, *chosen)):
        way = Way(("1",) if number % 2 else ("1.",), answers="again")
        lines = [
            ((Item(label, asked.spans, (place,), way.style),), answer)
            for place, (label, (asked,), answer) in enumerate(rows(case, way), start=1)
        ]
        one = entry(
            case, way, ref=f"{case.received_on:%Y}-{case.serial:04}", request=[part for asked, _ in lines for part in asked],
            response=[part for _, answer in lines for part in answer],
        )  # fmt: skip
        applied = exemptions(case, "Section {}", none="None")
        body += [
            heading(2, one.title),
            para("Reference number: ", one.ref),
            para("Date of response: ", f"{case.answered_on:%d %B %Y}"),
            Grid((("Question", "Answer"), *lines), widths=(1, 1), head=1),
            para("Exemptions applied: ", applied),
        ]
        entries.append(one)
    look = Look("sans", 11, menu=("Our services", "News", "Contact"), site="new", footer="Ouse Vale NHS Trust")  # fmt: skip
    return log(entries, [heading(1, "Previous FOI responses")], body, look=look)


LAYOUTS = (
    Layout("plain-rows", SHEETS, plain_rows),
    Layout("record-tables", PAGES, record_tables),
    Layout("requester-register", SHEETS, requester_register),
    Layout("a-table-a-month", PAGES, a_table_a_month),
    Layout("question-and-answer-columns", PAGES, question_and_answer_columns),
)

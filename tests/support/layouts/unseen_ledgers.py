"""Logs and letters of a nineteenth set, written behind the rules of the eighteenth: measured, and not looked at by who writes the reader."""

from tests.support.layouts import met_papers_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_papers_requests import matter_of, requests
from tests.support.layouts.nodes import Cell, Grid, Item, Look, heading, para, spans
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_RIGHTS = (
    "You may ask us for an internal review within two months. Should its outcome not content you, the Information Commissioner can be "
    "asked to decide."
)


def _without_tables(parts):
    return tuple(part for part in parts if not isinstance(part, Grid))


def fire_ledger():
    """A fire service's ledger without lines: number, what was asked, what was answered, the day, and how many days it took."""
    entries, lines = [], []
    for case in requests(1901, matters.DESKS, matters.BOOKS, matters.SPEEDING, matters.SEA_WALL, matters.HARDSHIP, matters.MAPS):  # fmt: skip
        way = Way(("(a)",))
        response = _without_tables(behind_labels(case, way))
        one = entry(case, way, ref=f"{case.serial}-{case.received_on:%y}", request=questions(case, way), response=response)  # fmt: skip
        one.truth["tables"], one.truth["title"] = [], ""
        taken = str((case.answered_on - case.received_on).days)
        lines.append((one.ref, tuple(one.request), response, f"{case.answered_on:%d %b %Y}", taken))
        entries.append(one)
    head = tuple((para(name, bold=True),) for name in ("Number", "What was asked", "What was answered", "Answered", "Days"))  # fmt: skip
    grid = Grid((head, *lines), widths=(2, 7, 7, 2, 1), head=1, is_ruled=False, inset=(5, 4), aligned=("left", "left", "left", "left", "right"))  # fmt: skip
    look = Look("sans", 9, paper=(297, 210), margin=15)
    return log(entries, [heading(1, "Esk and Calder Fire and Rescue Service")], [grid], look=look, titles=False)  # fmt: skip


def two_row_records():
    """A department's table with lines: a row with number, subject and day, below it a row across all with the request, then one with the answer."""
    entries, lines = [], []
    for case in requests(1903, matters.SEA_WALL, matters.COMPLAINTS, matters.DESKS):
        way = Way(("1.",))
        response = _without_tables(behind_labels(case, way))
        one = entry(case, way, ref=f"DOF/{case.serial}", request=[para(case.intro), *questions(case, way)], response=response)  # fmt: skip
        one.truth["tables"] = []
        lines += [
            (one.ref, (para(one.title, bold=True),), day(case.answered_on)),
            (Cell((para("Request", bold=True), *one.request), across=3),),
            (Cell((para("Reply", bold=True), *response), across=3),),
        ]
        entries.append(one)
    grid = Grid(tuple(lines), widths=(2, 5, 2))
    return log(entries, [heading(1, "Department of Shores: released in 2023")], [grid], look=Look("sans", 10))  # fmt: skip


def bold_without_numbers():
    """An agency's letter: each question in bold and without a number, its answer below it in plain words."""
    return [_bold(matter_of(seed, title)) for seed, title in ((1904, matters.HARDSHIP), (1905, matters.DESKS))]  # fmt: skip


def _bold(about):
    sheet = Sheet(about, ("•",))
    ref = f"FOIR{about.serial}"
    asked, answers, body = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(para(point.text))
        answers += said
        body += [para(point.text, bold=True), *said]
    parts = [
        *office("Vessel Licensing Agency", "Quay Road, Estwick"),
        para(f"Our reference: {ref}"),
        para(about.answered),
        para("Dear Enquirer"),
        para(f"Freedom of information: {about.title}", bold=True),
        para(f"Your request was received on {about.received}. Your questions are set out in bold below, each with our answer."),
        *body,
        para(_RIGHTS),
        *closing("Yours sincerely", "Information Access Team"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("sans", 11))


def rows_that_ask_and_answer():
    """A school trust's letter with a table: "Question 1" and its words, below it "Answer 1" and its words."""
    return [_pairs(matter_of(seed, title)) for seed, title in ((1906, matters.BOOKS), (1907, matters.AIRCRAFT))]  # fmt: skip


def _pairs(about):
    sheet = Sheet(about, ("Question 1",))
    ref = f"ST-{about.received_on:%y}-{about.serial % 700}"
    asked, answers, lines = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(Item(f"Question {path[0]}", spans(point.text), path, sheet.style))
        answers += said
        lines += [(f"Question {path[0]}", point.text), (f"Answer {path[0]}", tuple(said))]
    parts = [
        *office("Estwick Schools Trust", "Mill Lane"),
        para(f"Ref: {ref}"),
        para(about.answered),
        para("Dear Requester"),
        para(about.title, bold=True),
        para(f"We reply to your e-mail of {about.received} in the table."),
        Grid(tuple(lines), widths=(1, 4), is_ruled=False),
        para(_RIGHTS),
        *closing("Kind regards", "Data Protection Lead"),
    ]
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("serif", 11))


def number_at_the_end():
    """A council's news page: the title as a heading, "You wanted to know", "Our answer", and in the last line number and day."""
    entries, body = [], []
    for case in requests(1908, matters.BOOKS, matters.COMPLAINTS, matters.HARDSHIP):
        way = Way(("1.",))
        one = entry(case, way, ref=f"EC{case.received_on:%y}-{case.serial}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        body += [
            heading(2, one.title),
            heading(3, "You wanted to know"),
            *one.request,
            heading(3, "Our answer"),
            *one.response,
            para(f"Reference: {one.ref}. Answered on {day(case.answered_on)}.", italic=True),
        ]
        entries.append(one)
    look = Look("sans", 11, site="new", menu=("News", "Bins"))
    return log(entries, [heading(1, "Estwick Council: what people asked")], body, look=look)


LAYOUTS = (
    Layout("fire-ledger", SHEETS, fire_ledger),
    Layout("two-row-records", PAGES, two_row_records),
    Layout("bold-without-numbers", (*PAGES, "txt"), bold_without_numbers),
    Layout("rows-that-ask-and-answer", PAGES, rows_that_ask_and_answer),
    Layout("number-at-the-end", (*PAGES, "md"), number_at_the_end),
)

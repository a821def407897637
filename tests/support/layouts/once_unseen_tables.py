"""Logs in tables, as bodies of many kinds print them: unseen until rules were written because of them."""

from tests.support.layouts.content_of_logs import log_cases
from tests.support.layouts.nodes import Cell, Control, Grid, Item, Look, heading, para
from tests.support.layouts.pieces import Way, answered, walked
from tests.support.layouts.pieces_of_logs import (
    PLAIN,
    behind_labels,
    entry,
    exemptions,
    outcome,
    questions,
    rows,
    told,
)
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_WELSH_MONTHS = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
    "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
)  # fmt: skip


def two_heads():
    """A council's landscape list: two rows of heads, the upper one merged; no rules, striped, very small."""
    way = Way(("1)",), has_preface=False)
    entries, lines = [], []
    shapes = ("one", "none", "terse", "quiet", "one", "flat", "none", "terse")
    for case in log_cases(131, *shapes):
        one = entry(
            case, way, ref=f"{case.serial + 1_404_000}", request=questions(case, way),
            response=behind_labels(case, way),
        )  # fmt: skip
        ended = outcome(
            case, full="Supplied in full", part="Supplied in part", refused="Declined",
            not_held="No information held",
        )  # fmt: skip
        date = f"{case.received_on:%d.%m.%Y}"
        lines.append(
            (one.ref, date, one.title, tuple(one.request), ended, exemptions(case, "{}"), tuple(one.response))
        )  # fmt: skip
        entries.append(one)
    above = (
        Cell((para("What came in", bold=True),), across=4),
        Cell((para("What went out", bold=True),), across=3),
    )
    head = ("No.", "Date", "Subject", "Details", "Result", "Section", "Information supplied")
    grid = Grid(
        (above, head, *lines), widths=(4, 4, 6, 14, 6, 4, 14), head=2, is_ruled=False, is_striped=True
    )  # fmt: skip
    look = Look(
        "sans",
        7.5,
        paper=(297, 210),
        margin=12,
        header="Vale of Harrow Council",
        footer="Open to all",
    )
    return log(entries, [heading(1, "FOI and EIR cases closed this year")], [grid], look=look)


def cell_for_many_questions():
    """A trust's spreadsheet: number and title in a cell that reaches over the rows of its questions."""
    way = Way(("1.",), answers="again")
    entries, lines = [], []
    for case in log_cases(132, "terse", "one", "flat", "none", "terse", "flat"):
        cells = list(rows(case, way))
        if case.is_single:
            asked = [questions(case, way)]
        else:
            asked = [
                [Item(label, words[0].spans, (number,), way.style)]
                for number, (label, words, _) in enumerate(cells, start=1)
            ]
        one = entry(
            case, way, ref=f"RFI/24/{case.serial}", also=(f"24/{case.serial}",),
            request=[part for parts in asked for part in parts],
            response=[part for _, _, answer in cells for part in answer],
        )  # fmt: skip
        named = (para(one.ref, bold=True), para(one.title))
        for number, (parts, (_, _, answer)) in enumerate(zip(asked, cells, strict=True)):
            lead = () if number else (Cell(named, down=len(cells)),)
            lines.append((*lead, tuple(parts), answer))
        entries.append(one)
    grid = Grid(
        (("Request", "Questions asked", "The Trust’s answers"), *lines), widths=(2, 4, 4), head=1
    )
    look = Look("sans", 9, paper=(210, 250), footer="Information Governance")
    return log(
        entries, [heading(1, "Freedom of Information: what we were asked")], [grid], look=look
    )


def side_by_side():
    """A regulator's pages: questions on the left, answers on the right, no rules; the number in a sentence."""
    way = Way(("Q1", "(a)"), answers="again")
    entries, body = [], []
    for case in log_cases(133, "flat", "terse", "tabled", "flat"):
        cells = [
            ((Item(label, words[0].spans, (number,), way.style),), answer)
            for number, (label, words, answer) in enumerate(rows(case, way), start=1)
        ]
        one = entry(
            case, way, ref=f"IR-{case.serial}", request=[part for asked, _ in cells for part in asked],
            response=[part for _, answer in cells for part in answer],
        )  # fmt: skip
        sentence = f"Request {one.ref}, answered on {day(case.answered_on)}"
        body += [heading(2, one.title), para(sentence)]
        body.append(
            Grid((("You asked", "We replied"), *cells), widths=(1, 1), head=1, is_ruled=False)
        )
        entries.append(one)
    look = Look(
        size=9.5, header="Lighthouse Regulator", footer="Replies", menu=("Lights", "Notices"), site="old"
    )  # fmt: skip
    return log(entries, [heading(1, "Replies to requests")], body, look=look)


def english_left_welsh_right():
    """A Welsh council's tables: English left and Welsh right, but the texts across both columns."""
    way = Way(("(1)", "(a)"))
    entries, body = [], []
    for case in log_cases(134, "flat", "parts", "none", "shared", "one"):
        one = entry(
            case, way, ref=f"C{case.serial:05}", request=questions(case, way), response=answered(case, way)
        )  # fmt: skip
        closed = case.answered_on
        welsh = f"{closed.day} {_WELSH_MONTHS[closed.month - 1]} {closed.year}"
        lines = (
            ((para("Reference: ", one.ref),), (para("Cyfeirnod: ", one.ref),)),
            ((para("Date answered: ", day(closed)),), (para("Dyddiad ateb: ", welsh),)),
            ((para("Request", bold=True),), (para("Cais", bold=True),)),
            (Cell(tuple(one.request), across=2),),
            ((para("Response", bold=True),), (para("Ymateb", bold=True),)),
            (Cell(tuple(one.response), across=2),),
        )
        body += [heading(2, one.title), Grid(lines, widths=(1, 1))]
        entries.append(one)
    front = [heading(1, "Ceisiadau a atebwyd / Requests answered")]
    return log(entries, front, body, look=Look("sans", 10, footer="Cyngor Sir Harrow"))


def register_without_responses():
    """An ombudsman's register: quarters reach over rows, results and sections stand for responses."""
    way = Way(("a)",), answers="prose")
    quarters = ("Q1", "Q2", "Q3")
    entries, lines = [], []
    for number, case in enumerate(log_cases(135, *("one", "quiet", "terse", "none") * 3)):
        one = entry(
            case, way, ref=f"{case.received_on.year}/{case.serial:05}", request=questions(case, way),
            response=[],
        )  # fmt: skip
        # What stands in neither column is not printed: of a request answered in part, what was not held.
        printed = [
            code for code in one.truth["decisions"] if case.is_single or code[0] != "not held"
        ]
        one.truth.update(links=[], decisions=printed)
        ended = outcome(
            case, full="Disclosed", part="Disclosed in part", refused="Not disclosed", not_held="Not held"
        )  # fmt: skip
        lead = [Cell(quarters[number // 4], down=4)] if number % 4 == 0 else []
        lines.append(
            (*lead, one.ref, tuple(one.request), ended, exemptions(case, "Section {}", none=""))
        )
        entries.append(one)
    head = ("Quarter", "Our number", "Wording of the request", "Result", "Relied on")
    grid = Grid((head, *lines), widths=(2, 3, 9, 3, 3), head=1)
    look = Look(size=9, paper=(210, 200), header="Register", footer="Issued each quarter")
    return log(
        entries,
        [heading(1, "Requests received and their results")],
        [grid],
        look=look,
        titles=False,
    )


def labels_above_values():
    """A ministry's form: four labels, their values in the row below; request and response across."""
    way = Way(("1.", "i."), is_automatic=True)
    entries, body = [], []
    for case in log_cases(136, "flat", "one", "parts", "none"):
        one = entry(
            case, way, ref=f"FOI2022-{case.serial:05}", request=questions(case, way),
            response=answered(case, way),
        )  # fmt: skip
        head = ("Case number", "Received on", "Answered on", "Handled under")
        values = (
            (Control("number", (para(one.ref),)),), f"{case.received_on:%d/%m/%Y}",
            f"{case.answered_on:%d/%m/%Y}", "FOIA",
        )  # fmt: skip
        lines = (
            tuple((para(label, bold=True),) for label in head),
            values,
            (Cell((para("Subject: ", one.title),), across=4),),
            (Cell((para("What was asked", bold=True), Control("asked", tuple(one.request))), across=4),),
            (Cell((para("What was answered", bold=True), Control("answered", tuple(one.response))), across=4),),
        )  # fmt: skip
        body += [Grid(lines, widths=(1, 1, 1, 1)), para("")]
        entries.append(one)
    look = Look("computer", 10, header="Department for Canals")
    return log(entries, [heading(1, "Cases answered")], body, look=look)


def one_cell_for_both():
    """A police force's table: number, title and date left; request and response in one cell on the right."""
    entries, lines = [], []
    for case in log_cases(137, "parts", "one", "flat", "none", "tabled"):
        response = (
            told(case.asks[0]) if case.is_single
            else [part for path, ask in walked(case.asks) for part in _again(case, path, ask)]
        )  # fmt: skip
        one = entry(
            case, PLAIN, ref=f"F{case.serial:06}/23", request=questions(case, PLAIN), response=response
        )  # fmt: skip
        left = (para(one.ref), para(one.title, bold=True), para(f"{case.answered_on:%b %Y}"))
        right = (
            para("Request:", bold=True), *one.request, para("Response:", bold=True), *one.response
        )  # fmt: skip
        lines.append((left, right))
        entries.append(one)
    grid = Grid((("Case", "Request and response"), *lines), widths=(2, 7), head=1, is_lined=True)
    look = Look("sans", 9.5, paper=(210, 260), footer="Disclosure unit")
    return log(entries, [heading(1, "Disclosure log")], [grid], look=look)


def _again(case, path, ask):
    label = f"{path[0]}." if len(path) == 1 else f"{chr(ord('a') + path[1] - 1)}."
    asked = Item(label, para(ask.text, italic=True).spans, path, PLAIN.style)
    return [asked] if ask.parts else [asked, *told(ask)]


LAYOUTS = (
    Layout("two-heads", SHEETS, two_heads),
    Layout("cell-for-many-questions", SHEETS, cell_for_many_questions),
    Layout("side-by-side", PAGES, side_by_side),
    Layout("english-left-welsh-right", (*PAGES, "odt"), english_left_welsh_right),
    Layout("register-without-responses", SHEETS, register_without_responses),
    Layout("labels-above-values", (*PAGES, "odt"), labels_above_values),
    Layout("one-cell-for-both", PAGES, one_cell_for_both),
)

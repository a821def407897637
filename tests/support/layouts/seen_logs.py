"""Logs as bodies of many kinds print them: of the half that whoever writes the reader may look at."""

from tests.support.layouts.content_of_logs import log_cases
from tests.support.layouts.nodes import (
    Break,
    Cell,
    Contents,
    Control,
    Fold,
    Grid,
    Look,
    Made,
    Span,
    heading,
    para,
)
from tests.support.layouts.pieces import Way, answered, log_truth
from tests.support.layouts.pieces_of_logs import (
    PLAIN,
    entry,
    exemptions,
    in_one_paragraph,
    in_one_sentence,
    in_turns,
    outcome,
    questions,
    rows,
    told,
)
from tests.support.layouts.shapes import PAGES, RIGHTS, SHEETS, Layout, day, log
from tests.support.layouts.words_of_logs import NOTES, SCOTTISH

_NUMBERED = Way(("1.", "a."), has_preface=False)


def quarterly_list():
    """A council's list: a row of eight narrow cells for each request, on wide pages, lines between rows."""
    head = (
        "Ref",
        "Received",
        "Department",
        "Request",
        "Outcome",
        "Exemption(s)",
        "Response",
        "Sent",
    )
    entries, lines = [], []
    for case in log_cases(31, "one", "quiet", "terse", "none", "one", "flat", "quiet"):
        one = entry(
            case, _NUMBERED, ref=f"RFI {case.serial}", also=(str(case.serial),),
            request=questions(case, _NUMBERED), response=answered(case, _NUMBERED),
        )  # fmt: skip
        ended = outcome(case, full="Full", part="Partial", refused="Refused", not_held="Not held")
        lines.append(
            (
                one.ref, f"{case.received_on:%d/%m/%y}", "Places", tuple(one.request), ended,
                exemptions(case, "s.{}", none=""), tuple(one.response), f"{case.answered_on:%d/%m/%y}",
            )
        )  # fmt: skip
        entries.append(one)
    grid = Grid((head, *lines), widths=(5, 5, 6, 16, 6, 6, 16, 5), head=1, is_lined=True)
    front = [heading(1, "Requests for information: quarter one")]
    look = Look("sans", 8, paper=(297, 210), margin=15, footer="Estwick Borough")
    return log(entries, front, [grid], look=look, titles=False)


def accordion():
    """A police force's page: each title opens on a reference, a date, and questions with answers in turns."""
    way = Way(("Q1", "a)"), answers="again")
    entries, body = [], []
    for case in log_cases(32, "flat", "one", "terse", "none", "tabled"):
        one = entry(
            case, way, ref=f"01.FOI.23.{case.serial * 13:06}",
            request=[para(case.intro)] if not case.is_single else questions(case, way),
            response=in_turns(case, way, form="A1", bold=True),
        )  # fmt: skip
        lines = (
            para("Freedom of information request reference no: ", one.ref),
            para(f"Date of response: {day(case.answered_on)}"),
            heading(3, "Information requested"), *one.request,
            heading(3, "Disclosure"), *one.response,
        )  # fmt: skip
        body.append(Fold(one.title, lines))
        entries.append(one)
    front = [heading(1, "Disclosure log")]
    return log(entries, front, body, look=Look("sans", 10, menu=("Report", "Advice"), site="new"))


def question_rows():
    """A hospital trust's tables: the title across, the number below, then a row for each question."""
    way = Way(("1",), answers="again")
    entries, body = [], []
    for case in log_cases(33, "terse", "flat", "tabled", "terse"):
        cells = list(rows(case, way))
        one = entry(
            case, way, ref=f"{case.serial:06}/24", request=questions(case, way),
            response=[part for _, _, answer in cells for part in answer],
        )  # fmt: skip
        lines = (
            (Cell((para(one.title, bold=True),), across=3),),
            ("FOI ref", Cell(one.ref, across=2)),
            ((para("No.", bold=True),), (para("Question", bold=True),), (para("Trust response", bold=True),)),
            *cells,
        )  # fmt: skip
        body += [Grid(lines, widths=(1, 4, 4)), para("")]
        entries.append(one)
    front = [heading(1, "Freedom of Information responses")]
    return log(
        entries, front, body, look=Look(size=10, paper=(210, 240), footer="Information team")
    )


def run_in():
    """A university's page: labels and values are lines of one paragraph, answers follow in their question's."""
    way = Way(("1.", "a."), answers="again")
    entries, body = [], []
    for case in log_cases(34, "flat", "parts", "one", "terse"):
        one = entry(
            case, way, ref=f"24-25/{case.serial}", response=in_one_paragraph(case, way),
            request=[para(case.asks[0].text if case.is_single else case.intro)],
        )  # fmt: skip
        labelled = para(
            Span("Ref: ", bold=True), one.ref, "\n", Span("Title: ", bold=True), one.title, "\n",
            Span("Received: ", bold=True), day(case.received_on),
        )  # fmt: skip
        body += [labelled, para("Request", bold=True), *one.request]
        body += [para("Response", bold=True), *one.response]
        entries.append(one)
    look = Look(
        size=11, header="Estwick University", menu=("Courses", "Library", "Contact"), site="old"
    )
    return log(entries, [heading(1, "Requests of this academic year")], body, look=look)


def months():
    """A regulator's register: months reach over their rows, outcomes stand for responses."""
    months_of = ("April", "May", "June")
    entries, lines = [], []
    for number, case in enumerate(log_cases(35, *("one", "quiet", "none") * 3)):
        ref = f"IR-{case.serial}"
        one = entry(case, PLAIN, ref=ref, request=[para(case.asks[0].text)], response=[])
        one.truth["links"] = []
        ended = outcome(
            case, full="Granted", part="Part granted", refused="Refused", not_held="Information not held"
        )  # fmt: skip
        month = (
            [Cell(f"{months_of[number // 3]} {case.received_on.year}", down=3)]
            if number % 3 == 0
            else []
        )
        lines.append((*month, ref, tuple(one.request), ended, exemptions(case, "Section {}")))
        entries.append(one)
    head = ("Month", "Reference", "Information requested", "Decision", "Exemption")
    grid = Grid((head, *lines), widths=(2, 2, 6, 2, 2), head=1)
    front = [heading(1, "Register of requests")]
    return log(entries, front, [grid], look=Look("sans", 9), titles=False)


def contents_list():
    """An archive's releases: a list of contents with pages, then a page for each case."""
    way = Way(("1)", "a)"), has_preface=True)
    entries, body = [], []
    for case in log_cases(36, "flat", "one", "parts", "none", "shared"):
        one = entry(
            case, way, ref=f"CAS-{case.serial * 37}", request=questions(case, way),
            response=answered(case, way),
        )  # fmt: skip
        ended = outcome(
            case, full="Information provided", part="Some information provided",
            refused="Information withheld", not_held="Information not held",
        )  # fmt: skip
        body += [Break(), heading(2, one.title), para(f"FOI request reference: {one.ref}")]
        body += [para(f"Publication date: {case.answered_on:%B %Y}")]
        body += [heading(3, "Request"), *one.request, heading(3, "Outcome"), para(ended)]
        body += [heading(3, "Response"), *one.response]
        entries.append(one)
    titles = [one.title for one in entries]
    front = (heading(1, "Information released to the public"), Contents(tuple(titles)))
    truth = log_truth([one.truth for one in entries], index=titles)
    look = Look(
        "computer", 11, header="Estwick Archive", footer="Information released to the public"
    )
    return [Made((*front, *body), truth, look)]


def footnoted():
    """A ministry's answers: parts in roman numerals, footnotes at the answers, a running head."""
    way = Way(("1.", "(i)"), answers="again", is_italic=True)
    entries, body = [], []
    for number, case in enumerate(log_cases(37, "one", "flat", "none", "parts")):
        response = answered(case, way)
        if case.is_single:
            response = [para(case.preface), *told(case.asks[0], note=NOTES[number])]
        one = entry(
            case, way, ref=f"FOI2023/{case.serial:05}", request=questions(case, way), response=response
        )  # fmt: skip
        body += [heading(2, one.title), para(f"Our reference: {one.ref}", bold=True)]
        body += [heading(3, "You asked for"), *one.request, heading(3, "Our reply"), *one.response]
        entries.append(one)
    look = Look(size=11, header="OPEN", footer="Ministry of Harbours")
    return log(entries, [heading(1, "Answers given in spring")], body, look=look)


def form():
    """A fire service's form in Word: cells across four columns, each value in a content control."""
    way = Way(("1.", "a."), is_automatic=True)
    entries, body = [], []
    for case in log_cases(38, "flat", "none", "parts", "one"):
        one = entry(
            case, way, ref=f"F-2021-{case.serial:05}", request=questions(case, way),
            response=answered(case, way),
        )  # fmt: skip
        lines = (
            ("FOI ref", (Control("ref", (para(one.ref),)),), "Date received", day(case.received_on)),
            ("Subject", Cell((Control("subject", (para(one.title),)),), across=3)),
            (Cell((para("Information requested", bold=True),), across=4),),
            (Cell((Control("request", tuple(one.request)),), across=4),),
            (Cell((para("Response", bold=True),), across=4),),
            (Cell((Control("response", tuple(one.response)),), across=4),),
        )  # fmt: skip
        body += [Grid(lines, widths=(2, 4, 2, 3)), para("")]
        entries.append(one)
    return log(entries, [heading(1, "Disclosure log")], body, look=Look("sans", 10))


def one_sentence():
    """A Scottish body's page: the request runs its letters together, the reference comes last."""
    way = Way(("(a)",), has_preface=True)
    entries, body = [], []
    for case in log_cases(39, "terse", "terse", "none", "terse", refusals=SCOTTISH):
        lead = f"{case.intro} Please supply:"
        request = questions(case, way) if case.is_single else in_one_sentence(case, way, lead=lead)
        one = entry(
            case, way, ref=f"FOI/{202300000000 + case.serial * 7919}", request=request,
            response=answered(case, way),
        )  # fmt: skip
        body += [heading(2, one.title), heading(3, "Information requested"), *one.request]
        body += [heading(3, "Response"), *one.response, heading(3, "About this release")]
        body += [para(f"FOI reference: {one.ref}"), para(f"Date received: {day(case.received_on)}")]
        entries.append(one)
    body += RIGHTS
    return log(entries, [heading(1, "FOI releases")], body, look=Look("sans", 11))


def labels_on_both_sides():
    """A Welsh body's tables: English labels left, Welsh ones right, the text between them."""
    way = Way(("1.", "(a)"))
    entries, body = [], []
    for case in log_cases(40, "parts", "flat", "one", "shared"):
        one = entry(
            case, way, ref=f"FOI24.{case.serial}", request=questions(case, way),
            response=answered(case, way),
        )  # fmt: skip
        sides = (
            ("Reference", [para(one.ref)], "Cyfeirnod"), ("Subject", [para(one.title)], "Pwnc"),
            ("Request", one.request, "Cais"), ("Response", one.response, "Ymateb"),
        )  # fmt: skip
        lines = tuple(
            ((para(left, bold=True),), tuple(parts), (para(right, bold=True),))
            for left, parts, right in sides
        )
        body += [Grid(lines, widths=(2, 7, 2), is_lined=True), para("")]
        entries.append(one)
    front = [heading(1, "Log Datgelu / Disclosure Log")]
    return log(entries, front, body, look=Look("sans", 9.5))


LAYOUTS = (
    Layout("quarterly-list", SHEETS, quarterly_list),
    Layout("accordion", PAGES, accordion),
    Layout("question-rows", PAGES, question_rows),
    Layout("run-in", PAGES, run_in),
    Layout("months", SHEETS, months),
    Layout("contents-list", PAGES, contents_list),
    Layout("footnoted", (*PAGES, "odt"), footnoted),
    Layout("form", (*PAGES, "odt"), form),
    Layout("one-sentence", (*PAGES, "odt", "md"), one_sentence),
    Layout("labels-on-both-sides", (*PAGES, "odt"), labels_on_both_sides),
)

"""Layouts that nobody looked at while the reader was written, until rules were written because of them."""

from tests.support.layouts.content import cases
from tests.support.layouts.nodes import Grid, Item, Look, Pair, Quote, heading, para, spans
from tests.support.layouts.pieces import Way, text
from tests.support.layouts.shapes import (
    PAGES,
    RIGHTS,
    TEXTS,
    Layout,
    day,
    label_grid,
    letter,
    log,
    printed,
)

_MIXED = ("table", "flat", "nested", "single", "together")


def boxes():
    """A ruled box of one column for each record: a shaded title with its number, then two rows."""
    way = Way(("Q1.", "a)"))
    entries = printed(cases(101, *_MIXED), way, lambda case: f"24-{case.serial}")
    body = []
    for one in entries:
        rows = (
            ((para(f"FOI {one.ref}: {one.title}", bold=True),),),
            ((para("Information requested", bold=True), *one.request),),
            ((para("Information provided", bold=True), *one.response),),
        )
        body += [Grid(rows), para("")]
    for one in entries:
        one.truth["also"] = (f"FOI {one.ref}",)
    return log(entries, [heading(1, "Releases of 2024")], body, look=Look("sans", 10))


def one_long_table():
    """All records in a single table of two columns, label after label, pages apart anywhere."""
    way = Way(("1.", "i)"), is_automatic=False)
    entries = printed(cases(102, *_MIXED), way, lambda case: f"ENQ{case.serial:07}")
    rows = []
    for one in entries:
        pairs = (
            ("Enquiry no.", [para(one.ref)]), ("Topic", [para(one.title)]),
            ("Enquiry", one.request), ("Our reply", one.response),
        )  # fmt: skip
        rows += [((para(label),), tuple(parts)) for label, parts in pairs]
    grid = Grid(tuple(rows), widths=(2, 7))
    look = Look(paper=(210, 220), size=10, header="Enquiries answered", footer="Harrowmere")
    return log(entries, [heading(1, "Enquiries answered")], [grid], look=look)


def words_with_colons():
    """No table and no heading: capitals with a colon, the text going on in the same line."""
    way = Way(("a)", "i)"))
    entries = printed(
        cases(103, "flat", "together", "nested", "single"), way, lambda case: f"F22/{case.serial}"
    )
    body = []
    for one in entries:
        first, *rest = one.request
        begin, *more = one.response
        body += [para(f"REFERENCE: {one.ref}"), para(f"SUBJECT: {one.title}")]
        body += [para("REQUEST: ", *first.spans), *rest, para("RESPONSE: ", *begin.spans), *more]
    return log(entries, [para("FOI DISCLOSURES FOR THE YEAR")], body, look=Look("computer", 10))


def four_cells():
    """A first row of four cells (number, received, closed), then request and response across."""
    way = Way(("1.", "(i)"), answers="again", is_bold=True)
    entries = printed(cases(104, *_MIXED), way, lambda case: f"DL/2023/{case.serial}")
    body = []
    for one in entries:
        case = one.case
        body.append(heading(3, one.title))
        head = Grid(
            (("Request no", one.ref, "Date answered", f"{case.answered_on:%d.%m.%Y}"),),
            widths=(2, 3, 2, 3),
        )
        rows = (("Request wording", one.request), ("Response given", one.response))
        body += [head, label_grid(rows)]
    return log(entries, [heading(1, "Disclosures")], body, look=Look("sans", 9))


def indented_letter():
    """Letters: the request set in from both sides without italics, answers under their questions."""
    way = Way(("1.", "(a)"), answers="again", is_italic=True)
    some = cases(105, "nested", "table")
    entries = printed(some, way, lambda case: f"IR-{case.serial:05}")
    plain = Way(("1.", "(a)"), answers="again")
    made = []
    for one, bare in zip(entries, printed(some, plain, None), strict=True):
        body = [
            para(
                f"I refer to your e-mail received on {day(one.case.received_on)}, which we have dealt with "
                "under the Freedom of Information Act 2000. You requested:"
            ),
            Quote(tuple(bare.request)),
            para("Having looked into this, I set out below what we hold."),
            *one.response,
            para("This concludes our response."),
            *RIGHTS,
        ]
        made.append(
            letter(
                one,
                body,
                ref_line="Ref: {ref}",
                subject="Freedom of Information Request: {title}",
                look=Look("sans", 11),
                greeting="Dear Sir or Madam",
            )
        )
    return made


def numbered_answers():
    """Letters of a police force: headings Request and Response, answers behind "A1." for "Q1."."""
    way = Way(("Q1.",), answers="labels")
    some = cases(106, "flat", "together")
    entries = printed(some, way, lambda case: f"24/FOI/{case.serial:04}")
    made = []
    for one in entries:
        response = [
            Item(f"A{part.path[0]}.", part.spans, part.path, part.style)
            if isinstance(part, Item) else part
            for part in one.response
        ]  # fmt: skip
        body = [
            para("Further to your application I can now inform you of the following."),
            heading(2, "REQUEST"),
            *one.request,
            heading(2, "RESPONSE"),
            *response,
            *RIGHTS,
        ]
        look = Look(size=12, footer="Estwick Police – Freedom of Information")
        made.append(
            letter(one, body, ref_line="Freedom of Information Reference No: {ref}", look=look)
        )
    return made


def questions_and_answers_in_a_table():
    """Letters with a ruled table of questions and answers, its head once."""
    way = Way(("1",), has_preface=False)
    some = cases(107, "flat", "flat")
    entries = printed(some, way, lambda case: f"EIR-{case.serial}")
    made = []
    for one in entries:
        rows = [
            ((Item(asked.label, asked.spans, asked.path, asked.style),), (para(*told.spans),))
            for asked, told in zip(one.request[1:], one.response, strict=True)
        ]
        grid = Grid((("Question", "Response"), *rows), widths=(1, 1), head=1)
        body = [para("Your questions and our responses are in the table below."), grid, *RIGHTS]
        one.truth["request"] = text(one.request[1:])
        made.append(letter(one, body, ref_line="Case reference: {ref}", subject="{title}"))
    return made


def bilingual():
    """Labels in two languages in a ruled table; the title is a row of it."""
    way = Way(("1)", "a)"), is_automatic=False)
    entries = printed(cases(108, *_MIXED), way, lambda case: f"FOI{case.serial:05}W")
    body = []
    for one in entries:
        rows = (
            ("Cyfeirnod / Reference", [para(one.ref)]), ("Pwnc / Subject", [para(one.title)]),
            ("Cais / Request", one.request), ("Ymateb / Response", one.response),
        )  # fmt: skip
        body += [label_grid(rows, widths=(2, 5)), para("")]
    return log(entries, [heading(1, "Log Datgelu / Disclosure log")], body)


def bare_columns():
    """Small type in two columns of labels and text without any rule, running head, bullets below."""
    way = Way(("1.", "•"), is_automatic=True)
    entries = printed(
        cases(109, "nested", "table", "flat", "nested"), way, lambda case: f"2023/{case.serial:05}"
    )
    body = []
    for one in entries:
        rows = (
            ("Reference number", [para(one.ref)]), ("Subject", [para(one.title)]),
            ("Details", one.request), ("Outcome of our search", one.response),
        )  # fmt: skip
        body += [label_grid(rows, widths=(1, 4), is_ruled=False), para("")]
    look = Look("sans", 8.5, header="Disclosures | Harrowmere", footer="Issue 7")
    return log(entries, [heading(1, "Disclosures")], body, look=look)


def named_blocks():
    """Headings without letters inside the request, and numbers that begin again under each."""
    way = Way(("", "1."), is_blocks=True)
    some = cases(110, "blocks", "blocks", "blocks", "blocks")
    entries = printed(some, way, lambda case: f"{case.serial + 4_000_000}")
    body = []
    for one in entries:
        body += [heading(2, f"{one.ref} – {one.title}"), heading(3, "Request"), *one.request]
        body += [heading(3, "Response"), *one.response]
    return log(entries, [heading(1, "Published responses")], body, look=Look(size=11))


def web_rows():
    """A wide table of the web: number, title and date in a cell, a menu above, single questions."""
    way = Way(("(a)",), has_preface=False)
    shapes = ("single", "flat", "single", "single", "flat", "single")
    entries = printed(cases(111, *shapes), way, lambda case: f"FOI-{case.serial}-23")
    head = ("Request ID", "Title", "Information sought", "Information released", "Closed")
    rows = [
        (one.ref, one.title, tuple(one.request), tuple(one.response), day(one.case.answered_on))
        for one in entries
    ]
    grid = Grid((head, *rows), widths=(2, 2, 4, 4, 2), is_ruled=False, head=1)
    look = Look(
        "sans", 8, paper=(297, 210), menu=("Home", "Council", "Contact us"), footer="Cookies"
    )
    return log(entries, [heading(1, "Search the disclosure log")], [grid], look=look)


def dialogue():
    """A page without references: each title, the question in bold, the answer as plain text."""
    way = Way(("1.", "(i)"), answers="again", reply="Reply:", is_bold=True)
    entries = printed(cases(112, "flat", "table", "nested", "flat"), way, is_interleaved=True)
    body = []
    for one in entries:
        body += [heading(2, one.title), heading(4, "Query"), *one.request]
        body += [heading(4, "Feedback"), *one.response]
    return log(entries, [heading(1, "Your queries answered")], body, index=True)


def terms():
    """A definition list in which the number comes last and dates stand between."""
    way = Way(("No. 1", "(a)"))
    entries = printed(cases(113, *_MIXED), way, lambda case: f"RQ.{case.serial}.21")
    body = []
    for one in entries:
        rows = (
            ("Title", [para(one.title)]), ("Date of request", [para(day(one.case.received_on))]),
            ("The request", one.request), ("The reply", one.response), ("File number", [para(one.ref)]),
        )  # fmt: skip
        body += [Pair(spans(label, bold=True), tuple(parts)) for label, parts in rows]
    return log(entries, [heading(1, "Archive of replies")], body, look=Look("computer", 10))


def plain_letters():
    """Letters as plain text: each question again behind its number, the answer below."""
    way = Way(("1)",), answers="again")
    some = cases(114, "flat", "single")
    entries = printed(some, way, lambda case: f"FOI {case.serial}/23")
    return [
        letter(
            one,
            [
                para("Thank you for your request for information. You asked:"),
                *one.request,
                para("We can respond as follows:"),
                *one.response,
                *RIGHTS,
            ],
            ref_line="Our reference: {ref}",
        )
        for one in entries
    ]


LAYOUTS = (
    Layout("boxes", PAGES, boxes),
    Layout("one-long-table", PAGES, one_long_table),
    Layout("words-with-colons", (*TEXTS, "txt"), words_with_colons),
    Layout("four-cells", PAGES, four_cells),
    Layout("indented-letter", PAGES, indented_letter),
    Layout("numbered-answers", PAGES, numbered_answers),
    Layout("questions-and-answers-in-a-table", PAGES, questions_and_answers_in_a_table),
    Layout("bilingual", PAGES, bilingual),
    Layout("bare-columns", PAGES, bare_columns),
    Layout("named-blocks", TEXTS, named_blocks),
    Layout("web-rows", PAGES, web_rows),
    Layout("dialogue", TEXTS, dialogue),
    Layout("terms", PAGES, terms),
    Layout("plain-letters", (*PAGES, "txt"), plain_letters),
)

"""The layouts that whoever writes the reader may look at."""

from tests.support.layouts.content import cases
from tests.support.layouts.nodes import Break, Grid, Look, Pair, heading, para, spans
from tests.support.layouts.pieces import Way
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

_MIXED = ("flat", "nested", "table", "single", "together")


def ruled_grid():
    """Reference / Your request / Our response, ruled, a small serif, title above, with an index."""
    way = Way(("1.", "a)"))
    entries = printed(cases(1, *_MIXED), way, lambda case: f"FOI-2024/{case.serial:04}")
    body = []
    for one in entries:
        body.append(heading(2, one.title))
        rows = (
            ("Reference", [para(one.ref)]),
            ("Your request", one.request),
            ("Our response", one.response),
        )
        body.append(label_grid(rows))
    front = [heading(1, "Freedom of Information disclosures, May 2024")]
    return log(entries, front, body, look=Look(size=9), index=True)


def bare_grid():
    """Case ref / Details of request / Reply, no rules at all, a large sans, numbers by the writer."""
    way = Way(("1.", "a."), is_automatic=True, answers="labels")
    entries = printed(cases(2, *_MIXED), way, lambda case: f"CAS-{case.serial * 53}")
    body = []
    for one in entries:
        body.append(heading(2, one.title))
        rows = (
            ("Case ref", [para(one.ref)]),
            ("Details of request", one.request),
            ("Reply", one.response),
        )
        body.append(label_grid(rows, is_ruled=False))
    front = [heading(1, "Disclosure log")]
    return log(entries, front, body, look=Look("sans", 12))


def stacked():
    """Headings above text, no table: FOI number, Request, Response; questions "Q1:"."""
    way = Way(("Q1:", "(a)"), answers="labels")
    entries = printed(cases(3, *_MIXED), way, lambda case: str(1_400_000 + case.serial))
    body = []
    for one in entries:
        body += [heading(2, one.title), para(f"FOI number: {one.ref}")]
        body += [heading(3, "Request"), *one.request, heading(3, "Response"), *one.response]
    return log(entries, [heading(1, "Answers we have given")], body, look=Look("sans", 11))


def wide_table():
    """One row for each request: Ref, Received, Subject, Request, Response, Outcome; on wide pages."""
    way = Way(("1)",), answers="labels", has_preface=False)
    shapes = ("single", "single", "flat", "single", "single")
    entries = printed(cases(4, *shapes), way, lambda case: f"F-2010-{case.serial:05}")
    head = ("Ref", "Date received", "Subject", "Request", "Response")
    rows = [
        (
            one.ref, f"{one.case.received_on:%d/%m/%Y}", one.title,
            tuple(one.request), tuple(one.response),
        )
        for one in entries
    ]  # fmt: skip
    grid = Grid((head, *rows), widths=(2, 2, 2, 5, 5), head=1)
    front = [heading(1, "FOI log, quarter two")]
    return log(entries, front, [grid], look=Look("sans", 9, paper=(297, 210)))


def letter_in_italics():
    """Letters: the request quoted in italics, then answers behind its numbers."""
    way = Way(("1.", "a."), is_italic=True)
    entries = printed(cases(5, "nested", "together"), way, lambda case: f"FOI/{case.serial}/22")
    return [
        letter(
            one,
            [
                para(
                    f"Thank you for your request of {day(one.case.received_on)}, in which you asked:"
                ),
                *one.request,
                para("Our response is as follows."),
                *one.response,
                *RIGHTS,
            ],
            ref_line="Our ref: {ref}",
            subject="Subject: {title}",
        )
        for one in entries
    ]


def letter_in_quotation_marks():
    """Letters: the request in quotation marks, set in, then a heading "Our response"."""
    way = Way(("1)", "i)"), answers="again", is_bold=True)
    entries = printed(cases(6, "flat", "table"), way, lambda case: f"RFI {case.serial}")
    made = []
    for one in entries:
        first, *rest = one.request
        quoted = [para("“", *first.spans, indent=1), *rest[:-1]]
        last = rest[-1] if rest else quoted.pop()
        quoted.append(type(last)(**{**vars(last), "spans": (*last.spans, *spans("”"))}))
        body = [
            para("You wrote to us and asked for the following information:"),
            *quoted,
            heading(3, "Our response"),
            *one.response,
            *RIGHTS,
        ]
        made.append(letter(one, body, ref_line="Reference number: {ref}", subject="RE: {title}"))
    return made


def questions_as_headings():
    """Letters of "Question 1" in a line of its own, question and answer below; nothing quoted before."""
    way = Way(("Question 1",), answers="again", reply="Answer:", is_label_alone=True)
    some = cases(7, "together", "table")
    entries = printed(some, way, lambda case: f"{case.serial:06}/24", is_interleaved=True)
    return [
        letter(
            one,
            [
                para("I can now answer the request that you sent us."),
                *one.response,
                *RIGHTS,
            ],
            ref_line="FOI Ref: {ref}",
            subject="Request for information: {title}",
            look=Look("sans", 11),
        )
        for one in entries
    ]


def definitions():
    """A definition list: FOI number, Subject, Question, Answer; parts in roman numerals."""
    way = Way(("1.", "i.", "a."), is_automatic=True)
    entries = printed(
        cases(8, "deep", "flat", "table", "single"), way, lambda case: f"{case.serial:06}/24"
    )
    body = []
    for one in entries:
        rows = (
            ("FOI number", [para(one.ref)]), ("Subject", [para(one.title)]),
            ("Question", one.request), ("Answer", one.response),
        )  # fmt: skip
        body += [Pair(spans(label, bold=True), tuple(parts)) for label, parts in rows]
    return log(entries, [heading(1, "What people have asked")], body)


def wide_labels():
    """Labels that take half the page, running header and page numbers, records parted by pages."""
    way = Way(("(1)", "(a)"))
    entries = printed(cases(9, *_MIXED), way, lambda case: f"01/FOI/23/{case.serial:06}")
    body = []
    for one in entries:
        rows = (
            ("Request reference number", [para(one.ref)]), ("Title of request", [para(one.title)]),
            ("Request received and information sought", one.request),
            ("Response provided by the Authority", one.response),
        )  # fmt: skip
        body += [label_grid(rows, widths=(4, 5)), para("")]
    look = Look(
        paper=(180, 170),
        header="Harrowmere Authority – disclosure log",
        footer="Published under the scheme",
    )
    return log(entries, [], body, look=look)


def newspaper():
    """Two columns of text, bullets for questions, bold labels in a line of their own."""
    way = Way(("•",), is_automatic=True, answers="again", is_italic=True)
    entries = printed(
        cases(10, "flat", "flat", "single", "flat"), way, lambda case: f"RFI {case.serial}"
    )
    body = []
    for one in entries:
        body += [heading(2, one.title), para(f"Ref: {one.ref}")]
        body += [
            para("Request", bold=True),
            *one.request,
            para("Response", bold=True),
            *one.response,
        ]
    front = [heading(1, "Information released in June")]
    return log(entries, front, body, look=Look(size=9, columns=2, is_justified=True))


def blocks():
    """Numbers that begin again under A and B, in a ruled table of three rows."""
    way = Way(("A.", "1.", "a."), is_blocks=True)
    some = cases(11, "blocks", "blocks", "blocks", "blocks")
    entries = printed(some, way, lambda case: f"{case.serial}A/20")
    body = []
    for one in entries:
        body.append(heading(2, one.title))
        rows = (("Ref", [para(one.ref)]), ("Request", one.request), ("Response", one.response))
        body.append(label_grid(rows, widths=(1, 5)))
    return log(entries, [heading(1, "FOI releases")], body, index=True)


def dotted():
    """Parts numbered 1.1 and 1.2, headings only, no references, an index, a page for each record."""
    way = Way(("1.", "1.1"))
    entries = printed(cases(12, "nested", "nested", "flat", "table"), way)
    body = []
    for one in entries:
        body += [Break(), heading(2, one.title), heading(3, "You asked"), *one.request]
        body += [heading(3, "Our answer"), *one.response]
    look = Look("computer", 11, footer="FOI releases")
    return log(
        entries, [heading(1, "FOI releases"), heading(2, "Contents")], body, look=look, index=True
    )


def welsh():
    """Welsh labels; each question printed again in italics above its answer."""
    way = Way(("1.", "(a)"), answers="again", is_italic=True)
    entries = printed(
        cases(13, "flat", "nested", "single", "table"), way, lambda case: f"FOI-{case.serial}"
    )
    body = []
    for one in entries:
        body.append(heading(2, one.title))
        rows = (("Cyfeirnod", [para(one.ref)]), ("Cais", one.request), ("Ymateb", one.response))
        body.append(label_grid(rows))
    return log(entries, [heading(1, "Cofnod datgelu")], body, look=Look("sans", 10))


def unknown_words():
    """Labels that no list has: What was asked / What we told them, on small pages."""
    way = Way(("1.", "a."), answers="named", named="Question {label}:")
    entries = printed(cases(14, *_MIXED), way, lambda case: f"HEJA-{case.serial}")
    body = []
    for one in entries:
        rows = (
            ("Our number", [para(one.ref)]), ("About", [para(one.title)]),
            ("What was asked", one.request), ("What we told them", one.response),
        )  # fmt: skip
        body += [label_grid(rows, is_bold=False), para("")]
    look = Look(paper=(148, 210), margin=15, size=10, footer="Page")
    return log(entries, [heading(1, "Openness register")], body, look=look)


LAYOUTS = (
    Layout("ruled-grid", PAGES, ruled_grid),
    Layout("bare-grid", PAGES, bare_grid),
    Layout("stacked", TEXTS, stacked),
    Layout("wide-table", TEXTS, wide_table),
    Layout("letter-in-italics", TEXTS, letter_in_italics),
    Layout("letter-in-quotation-marks", PAGES, letter_in_quotation_marks),
    Layout("questions-as-headings", TEXTS, questions_as_headings),
    Layout("definitions", PAGES, definitions),
    Layout("wide-labels", PAGES, wide_labels),
    Layout("newspaper", PAGES, newspaper),
    Layout("blocks", PAGES, blocks),
    Layout("dotted", TEXTS, dotted),
    Layout("welsh", PAGES, welsh),
    Layout("unknown-words", PAGES, unknown_words),
)

"""Logs of an archive, councils, forces, trusts and ministries: of the seen half since they were measured."""

from tests.support.layouts import later_topics as about
from tests.support.layouts.later_topics import requests
from tests.support.layouts.nodes import Break, Grid, Look, Para, Span, heading, para
from tests.support.layouts.pieces import Way, answered, walked
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions, rows, told
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log


def _intro(case, **looks):
    return [para(case.intro, **looks)] if case.intro else []


def dates_with_numbers():
    """An archive: a bold line of date and number in brackets, the title in italics, answers "In answer to question (a)"."""
    chosen = (about.COLLIERIES, about.STALLS, about.RATS, about.CERTIFICATES)
    entries, body = [], []
    for case in requests(701, *chosen):
        way = Way(
            ("(a)",),
            answers="named",
            named="In answer to question ({label}):",
            has_preface=False,
        )
        ref = f"{case.received_on:%y}/{case.serial:05}"
        one = entry(
            case, way, ref=ref, also=(f"RA {ref}",), request=[*_intro(case), *questions(case, way)],
            response=answered(case, way),
        )  # fmt: skip
        body += [
            para(f"{day(case.received_on)} (RA {one.ref})", bold=True),
            para(one.title, italic=True),
            *one.request,
            para(Span("What we replied", is_underlined=True)),
            *one.response,
        ]
        entries.append(one)
    front = [
        heading(1, "Requests for information and our replies"),
        para("The Record Office of Thornage keeps this page. Older requests can be had on demand."),
    ]
    return log(entries, front, body, look=Look("serif", 11.5, footer="Thornage Record Office"))


def row_for_each_question():
    """A council's data sheet: a row for each question, in which number, date and subject of the request stand again."""
    chosen = (about.LIFTS, about.STALLS, about.INTERPRETERS, about.SWANS)
    entries, lines = [], []
    for case in requests(702, *chosen):
        way = Way(("1",), answers="again")
        asked, replies = [], []
        for label, (question,), answer in rows(case, way):
            ask = case.asks[int(label) - 1]
            section = f"S{ask.decision[1:]}" if (ask.decision or "").startswith("s") else ""
            lines.append(
                (f"KD{case.serial}", f"{case.received_on:%d/%m/%Y}", case.title, label, (question,), answer, section)
            )  # fmt: skip
            asked.append(question)
            replies += answer
        entries.append(entry(case, way, ref=f"KD{case.serial}", request=asked, response=replies))
    head = ("Request ID", "Received", "Subject", "Question no.", "Question", "Answer", "Exemption applied")  # fmt: skip
    grid = Grid((head, *lines), widths=(2, 2, 3, 2, 8, 8, 2), head=1)
    look = Look("sans", 9, paper=(420, 297), margin=16, footer="Kelder District Council")
    return log(entries, [heading(1, "FOI requests: open data")], [grid], look=look)


def bundle_of_letters():
    """A force: the letters of a month in one file, each with its head, its rights of review, contact and signature."""
    chosen = (about.GUARDS, about.CAMERAS, about.SWANS)
    entries, body = [], []
    for number, case in enumerate(requests(703, *chosen)):
        way = Way(("1.",))
        one = entry(
            case, way, ref=f"FOI {case.serial}/{case.answered_on:%y}", also=(f"{case.serial}/{case.answered_on:%y}",),
            request=[*_intro(case), *questions(case, way)], response=behind_labels(case, way),
        )  # fmt: skip
        body += [
            *([Break()] if number else []),
            para("Marrow Vale Constabulary", bold=True),
            para("Information Access Team, Chapel Road, Marrow"),
            para(f"Our reference: {one.ref}"),
            para(day(case.answered_on)),
            para("Dear Applicant,"),
            para(f"Request for information: {one.title}", bold=True),
            para(f"I am writing about your request of {day(case.received_on)}, in which you asked:"),
            *one.request,
            para("Following receipt of your request, searches were made within the Constabulary. Our answers are:"),
            *one.response,
            para("Should you be dissatisfied with this reply you may, within two months, ask for an internal review by writing to the address above. You may then apply to the Information Commissioner."),
            para("If I can be of further help please contact me on 01999 400 400, quoting the reference above."),
            para("Yours faithfully,"),
            para("Information Access Officer"),
        ]  # fmt: skip
        entries.append(one)
    return log(entries, [], body, look=Look("sans", 11, header="OFFICIAL"))


def release_pages():
    """A devolved government: a page for each release, questions again in italics, "About" and "Contact" at each end."""
    chosen = (about.BREAKFASTS, about.FARMS, about.STALLS)
    entries, body = [], []
    for number, case in enumerate(requests(704, *chosen)):
        way = Way(("1.",), answers="again", is_italic=True, has_preface=False)
        asked = Way(("1.",))
        ref = f"{case.received_on:%Y}00{case.serial}"
        one = entry(
            case, way, ref=f"FOI/{ref}", also=(ref,), request=[*_intro(case), *questions(case, asked)],
            response=answered(case, way),
        )  # fmt: skip
        body += [
            *([Break()] if number else []),
            heading(2, f"{one.title}: FOI release"),
            para(Span("Published: ", bold=True), day(case.answered_on)),
            para(Span("Directorate: ", bold=True), "Children and Coasts"),
            para(Span("FOI reference: ", bold=True), one.ref),
            para(Span("Date received: ", bold=True), day(case.received_on)),
            para("Information request and response under the Freedom of Information (Scotland) Act 2002."),
            heading(3, "Information requested"),
            *one.request,
            heading(3, "Response"),
            *one.response,
            heading(3, "About FOI"),
            para("The Executive is committed to publishing all that is released in response to requests."),
            heading(3, "Contact"),
            para("Please quote the FOI reference. Correspondence Unit, St Torran’s House, Kirkbrae"),
            para("Telephone: 0300 244 0000"),
        ]  # fmt: skip
        one.truth["title"] = f"{one.title}: FOI release"
        entries.append(one)
    look = Look("sans", 12, menu=("Topics", "News", "Publications"), site="new", footer="The Executive")  # fmt: skip
    return log(entries, [heading(1, "FOI releases")], body, look=look)


def rows_in_turn():
    """A trust: a ruled table of one column for each request, number and title on top, then a row to each question and answer."""
    chosen = (about.LOCUMS, about.RATS, about.INTERPRETERS, about.LIFTS)
    entries, body = [], []
    for case in requests(705, *chosen):
        way = Way(("A.",), answers="again")
        asked = questions(case, way)
        replies = [told(ask) for _, ask in walked(case.asks)]
        one = entry(
            case, way, ref=f"PEN-{case.serial}", request=[*_intro(case), *asked],
            response=[part for parts in replies for part in parts],
        )  # fmt: skip
        lines = [
            ((para(f"{one.ref}  {one.title}", bold=True),),),
            (f"Received {case.received_on:%d.%m.%Y}; answered {case.answered_on:%d.%m.%Y}",),
            *((tuple(parts),) for parts in ([_intro(case)] if case.intro else [])),
        ]
        for question, (first, *rest) in zip(asked, replies, strict=True):
            answer = Para((Span("Answer: ", bold=True), *first.spans))
            lines += [((question,),), ((answer, *rest),)]
        body += [Grid(tuple(lines), widths=(1,)), para("")]
        entries.append(one)
    front = [
        heading(1, "Freedom of Information: our answers"),
        para("Penhallow Hospitals NHS Trust"),
    ]
    return log(entries, front, body, look=Look("sans", 10, footer="Penhallow Hospitals NHS Trust"))


def three_wide_columns():
    """A regulator: a row for each request in three columns without rules, the title in bold above what was asked."""
    chosen = (about.FARMS, about.JETS, about.SWANS, about.COLLIERIES, about.RATS)
    entries, lines = [], []
    for case in requests(706, *chosen):
        way = Way(("(i)",))
        one = entry(
            case, way, ref=f"WI.{case.serial}", request=[*_intro(case), *questions(case, way)],
            response=behind_labels(case, way),
        )  # fmt: skip
        lines.append(
            (
                (para(one.ref), para(day(case.answered_on))),
                (para(one.title, bold=True), *one.request),
                tuple(one.response),
            )
        )
        entries.append(one)
    head = ("Number and date", "What was asked", "What was given")
    grid = Grid((head, *lines), widths=(1, 3, 3), head=1, is_ruled=False)
    front = [heading(1, "Information given on request"), para("Water Inspectorate")]
    look = Look("sans", 10, paper=(297, 210), margin=18, footer="Water Inspectorate")
    return log(entries, front, [grid], look=look)


def points_and_replies():
    """A ministry: a number in italics below each title, "Point 1" above what is asked, "Reply to point 1" above the answer."""
    chosen = (about.INTERPRETERS, about.CAMERAS, about.JETS, about.CERTIFICATES)
    entries, body = [], []
    for case in requests(707, *chosen):
        way = Way(("Point 1",), answers="again")
        asked, replies, turns = [], [], []
        for number, ask in enumerate(case.asks, start=1):
            name = "" if case.is_single else f" {number}"
            to_point = "" if case.is_single else f" to point {number}"
            parts = told(ask)
            turns += [para(f"Point{name}", bold=True), para(ask.text)]
            turns += [para(f"Reply{to_point}", bold=True), *parts]
            asked.append(para(ask.text))
            replies += parts
        one = entry(
            case, way, ref=f"DTC{case.received_on:%Y}/{case.serial}", request=[*_intro(case), *asked],
            response=replies,
        )  # fmt: skip
        body += [
            heading(2, one.title),
            para(f"{one.ref}, answered on {day(case.answered_on)}", italic=True),
            *_intro(case),
            *turns,
        ]
        entries.append(one)
    front = [
        heading(1, "Ministry of Trade and Courts: replies to requests"),
        para("Replies are published within a month of being sent."),
    ]
    return log(entries, front, body, look=Look("computer", 11, footer="Ministry of Trade and Courts"))  # fmt: skip


LAYOUTS = (
    Layout("dates-with-numbers", (*PAGES, "md"), dates_with_numbers),
    Layout("row-for-each-question", SHEETS, row_for_each_question),
    Layout("bundle-of-letters", PAGES, bundle_of_letters),
    Layout("release-pages", (*PAGES, "md"), release_pages),
    Layout("rows-in-turn", (*PAGES, "odt"), rows_in_turn),
    Layout("three-wide-columns", PAGES, three_wide_columns),
    Layout("points-and-replies", PAGES, points_and_replies),
)

"""Logs and letters of the fifteenth set: releases of agencies, archives, councils and trusts; of the seen half since they were measured."""

from tests.support.layouts import met_releases_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_releases_requests import matter_of, requests
from tests.support.layouts.nodes import Cell, Grid, Look, Span, heading, para
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import (
    behind_labels,
    entry,
    exemptions,
    outcome,
    questions,
    rows,
)
from tests.support.layouts.shapes import PAGES, Layout, day, log

_WIDE = Look("sans", 8.5, paper=(297, 210), margin=12)


def agency_releases():
    """An agency's page: "Title (FOI 23/456)" over each release, "You asked for the following:", "The agency’s reply was:"."""
    entries, body = [], []
    for case in requests(1501, matters.LORRIES, matters.CAMERAS, matters.LAND):
        way = Way(("1.",))
        ref = f"FOI {case.received_on:%y}/{case.serial}"
        one = entry(case, way, ref=ref, request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way), also=(ref.removeprefix("FOI "),))  # fmt: skip
        body += [
            heading(2, f"{one.title} ({one.ref})"),
            para(f"Released {day(case.answered_on)}."),
            para("You asked for the following:"),
            *one.request,
            para("The agency’s reply was:"),
            *one.response,
        ]
        entries.append(one)
    front = [heading(1, "FOI releases from Calder Agency, 2023"), para("Responses to requests that may be of wider interest.")]  # fmt: skip
    return log(entries, front, body, look=Look("sans", 12, site="new", menu=("Guidance", "Forms")))


def archive_reviews():
    """An archive's list in wide columns without lines: its number, the file, what was asked by points, what the review found."""
    entries, lines = [], []
    for number, case in enumerate(requests(1502, matters.FILES, matters.LAND, matters.LECTURES)):
        way = Way(("(i)",))
        one = entry(case, way, ref=f"F00{case.serial + 61000}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        piece = f"MT 81/{440 + number * 7}"
        lines.append((one.ref, piece, one.title, tuple(one.request), tuple(one.response), exemptions(case, "Section {}", none="None")))  # fmt: skip
        entries.append(one)
    head = ("FOI ref", "Piece", "Title", "Enquirer requested", "Review decision", "Exemption(s) cited")  # fmt: skip
    grid = Grid((head, *lines), widths=(2, 2, 3, 7, 7, 3), head=1, is_ruled=False)
    return log(entries, [heading(1, "Northmoor Archives"), para("FOI reviews completed")], [grid], look=_WIDE)  # fmt: skip


def council_export():
    """A council's export of its case system: heads with strokes, a row for each case, all questions in one cell."""
    entries, lines = [], []
    for case in requests(1503, matters.WORKERS, matters.APPEALS, matters.POLLS, matters.LAND):
        way = Way(("1)",))
        answers = [part for part in behind_labels(case, way) if not isinstance(part, Grid)]
        one = entry(case, way, ref=f"FOI-{case.serial * 31}", request=[para(case.intro), *questions(case, way)], response=answers)  # fmt: skip
        one.truth["tables"] = []
        ended = outcome(case, full="Disclosed", part="Partially disclosed", refused="Refused", not_held="Not held")  # fmt: skip
        lines.append((one.ref, f"{case.received_on:%d/%m/%Y %H:%M}", "Customer Services", one.title, tuple(one.request), tuple(one.response), ended, f"{case.answered_on:%d/%m/%Y %H:%M}"))  # fmt: skip
        entries.append(one)
    head = ("Case_Ref", "Created_Date", "Service_Name", "Case_Title", "Customer_Question", "Final_Response", "Case_Outcome", "Closed_Date")  # fmt: skip
    return log(entries, [], [Grid((head, *lines), widths=(2, 2, 2, 2, 6, 6, 2, 2), head=1)], look=_WIDE)  # fmt: skip


def transport_letter():
    """A transport body's letter: a reference with a year, "Specifically you asked:", each question in bold again above its answer."""
    return [_transport(matter_of(seed, title)) for seed, title in ((1504, matters.APPEALS), (1505, matters.CAMERAS))]  # fmt: skip


def _transport(about):
    sheet = Sheet(about, ("(i)",))
    ref = f"FOI-{about.serial}-{about.received_on:%y}24/GH"
    asked, answers = sheet.questions(), []
    for path in sheet.points:
        answers += [sheet.question(path, bold=True), *sheet.told(path)]
    parts = [
        *office("Transport for Northmoor", "FOI Case Management Team", "5 Isle Street"),
        para(about.answered),
        para(f"TfN Ref: {ref}"),
        para("Dear Applicant"),
        para(f"Thank you for your request received by us on {about.received} asking for information about {about.title.lower()}."),
        para(
            "Your request has been considered in accordance with the requirements of the Freedom of Information Act and our "
            "information access policy. I can confirm that we hold some of the information you require."
        ),
        para("Specifically you asked:"),
        para(about.intro),
        *asked,
        para("Our answers are set out below:"),
        *answers,
        para("If this is not the information you are looking for, or if you are unable to access it for some reason, please do not hesitate to contact me."),
        para("Please see the attached information sheet for details of your right to appeal as well as copyright and what to do if you would like to re-use any of the information we have disclosed."),
        *closing("Yours sincerely", "Senior FOI Case Officer", "General Counsel"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11), titles=False)  # fmt: skip


def health_agency():
    """A health agency's letter: a reference of a file, "requested:" in a sentence, answers below "Question one" and "Question two"."""
    return [_agency(matter_of(seed, title)) for seed, title in ((1506, matters.HANDOVERS), (1507, matters.LORRIES))]  # fmt: skip


def _agency(about):
    sheet = Sheet(about, ("1.",))
    ref = f"{about.received_on:%d/%m}/jh/{about.serial}"
    asked, answers, body = sheet.questions(italic=True), [], []
    for path, word in zip(sheet.points, ("one", "two", "three", "four", "five"), strict=False):
        said = sheet.told(path)
        answers += said
        body += [para(f"Question {word}", bold=True), *said]
    parts = [
        *office("Public Health Calderby", "Public Accountability Unit", "Dock Road"),
        para(f"Our ref: {ref}"),
        para(about.answered),
        para("By email"),
        para("Dear Enquirer,"),
        para(f"Re: {about.title}", bold=True),
        para(
            f"Thank you for your email received on {about.received} addressed to Public Health Calderby. Under the Freedom of "
            "Information Act 2000 (the Act), you requested:"
        ),
        para(about.intro, italic=True),
        *asked,
        para("Response", bold=True),
        para("In accordance with Section 1(1)(a) of the Act, we can confirm that we hold some of the information you have specified."),
        *body,
        para("If you have any queries regarding the information that has been supplied to you, please refer your query to me in writing in the first instance."),
        *closing("Yours sincerely,", "Freedom of Information Officer"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 12))


def trust_tables():
    """A trust's log: for each request a table whose first row says "FOI 4512 – Title", then "Question" and "Answer", a row for each."""
    entries, body = [], []
    for case in requests(1508, matters.HANDOVERS, matters.TRIPS, matters.WORKERS):
        way = Way(("a.",))
        ref = f"FOI {case.serial}"
        one = entry(case, way, ref=ref, request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way), also=(f"{case.serial}",))  # fmt: skip
        one.truth["request"] = "\n".join(ask.text for ask in case.asks)
        one.truth["response"] = "\n".join(ask.answer for ask in case.asks)
        top = (Cell((para(Span(f"{ref} – {one.title}", bold=True)),), across=3),)
        pairs = tuple((label, asked, said) for label, asked, said in rows(case, way))
        head = ("", (para("Question", bold=True),), (para("Answer", bold=True),))
        body += [Grid((top, head, *pairs), widths=(1, 7, 7)), para(f"Sent on {day(case.answered_on)}")]  # fmt: skip
        entries.append(one)
    front = [heading(1, "Isle End NHS Foundation Trust"), heading(2, "FOI responses, quarter 3")]
    return log(entries, front, body, look=Look("sans", 10))


LAYOUTS = (
    Layout("agency-releases", (*PAGES, "md"), agency_releases),
    Layout("archive-reviews", PAGES, archive_reviews),
    Layout("council-export", ("html", "docx", "xlsx", "csv"), council_export),
    Layout("transport-letter", (*PAGES, "txt"), transport_letter),
    Layout("health-agency", (*PAGES, "eml"), health_agency),
    Layout("trust-tables", PAGES, trust_tables),
)

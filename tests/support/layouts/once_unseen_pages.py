"""Logs in running text, as bodies of many kinds print them: unseen until rules were written because of them."""

from tests.support.layouts.content_of_logs import log_cases
from tests.support.layouts.nodes import (
    Break,
    Contents,
    Field,
    Fold,
    Look,
    Made,
    Para,
    Quote,
    Rule,
    Span,
    heading,
    para,
)
from tests.support.layouts.pieces import Way, answered, log_truth
from tests.support.layouts.pieces_of_logs import (
    answers_in_one_sentence,
    behind_labels,
    entry,
    in_one_paragraph,
    in_one_sentence,
    in_turns,
    outcome,
    question,
    questions,
    told,
)
from tests.support.layouts.shapes import PAGES, RIGHTS, Layout, day, log
from tests.support.layouts.words_of_logs import NOTES, SCOTTISH

_REASONS = {
    "s40(2)": "Section 40(2) protects what would identify a living person other than the applicant.",
    "s43(2)": "Section 43(2) protects the commercial interests of any person.",
    "s22(1)": "Section 22(1) covers what is going to be published at a later date.",
    "s31(1)(a)": "Section 31(1)(a) protects the prevention and detection of crime.",
    "s42(1)": "Section 42(1) covers communications between lawyers and their clients.",
}


def folds_by_theme():
    """A police force's page: below each theme folds that name number and title, questions and answers in turns."""
    way = Way(("Question 1:", "(a)"), answers="again")
    entries, body = [], []
    for number, case in enumerate(
        log_cases(151, "terse", "none", "flat", "one", "tabled", "terse")
    ):
        one = entry(
            case, way, ref=f"FOI-{case.serial}-24", also=(f"{case.serial}-24",),
            request=questions(case, way) if case.is_single else [para(case.intro)],
            response=in_turns(case, way, form="Answer 1:"),
        )  # fmt: skip
        lines = (
            para("Request", bold=True), *one.request, para("Response", bold=True), *one.response,
            para(f"Response sent {day(case.answered_on)}", italic=True),
        )  # fmt: skip
        if number % 3 == 0:
            body.append(heading(2, ("Operations", "Resources")[number // 3]))
        body.append(Fold(f"{one.ref} – {one.title}", lines, level=3))
        entries.append(one)
    look = Look(
        "sans", 10, menu=("About us", "Recruitment"), footer="Estwick Constabulary", site="new"
    )
    return log(entries, [heading(1, "Published requests")], body, look=look)


def number_in_brackets():
    """A university's page: the number in brackets behind the title, the request set in, answers run on."""
    way = Way(("1.", "1.1"), answers="again")
    entries, body = [], []
    for case in log_cases(152, "flat", "one", "parts", "terse", "none"):
        request = questions(case, way)
        if not case.is_single:
            request = [para(case.intro), *request]
        one = entry(
            case, way, ref=f"19-20/{case.serial}", request=request,
            response=in_one_paragraph(case, way, between=" "),
        )  # fmt: skip
        body += [
            heading(2, f"{one.title} ({one.ref})"),
            para("You wrote:"),
            Quote(tuple(one.request)),
        ]
        body += [para("The University replied:"), *one.response]
        entries.append(one)
    return log(entries, [heading(1, "Requests answered by the Registry")], body, look=Look(size=11))


def archive_releases():
    """An archive's booklet: contents with pages, outcome before response, reasons for exemptions after it."""
    way = Way(("1.", "(a)"), has_preface=True)
    entries, body = [], []
    for case in log_cases(153, "long", "none", "flat", "one", "long"):
        reasons = [para(_REASONS[ask.decision]) for ask in case.asks if ask.decision in _REASONS]
        applied = [heading(3, "Exemptions applied"), *reasons] if reasons else []
        response = [para(case.preface), *behind_labels(case, way), *applied]
        one = entry(
            case, way, ref=f"CAS-{case.serial * 41}-X{case.serial % 9}P3", request=questions(case, way),
            response=response,
        )  # fmt: skip
        ended = outcome(
            case, full="Successful", part="Partially successful", refused="Unsuccessful", not_held="Not held"
        )  # fmt: skip
        body += [Break(), heading(2, one.title), para("Reference: ", Span(one.ref, bold=True))]
        body += [
            para(f"Response sent: {case.answered_on:%B %Y}"),
            heading(3, "Outcome"),
            para(ended),
        ]
        body += [heading(3, "Request"), *one.request, heading(3, "Response"), *one.response]
        entries.append(one)
    titles = [one.title for one in entries]
    front = (
        heading(1, "Freedom of Information releases"),
        heading(3, "In this issue"),
        Contents(tuple(titles)),
    )
    look = Look(
        size=10, paper=(176, 250), header="Record Office", footer="Freedom of Information releases"
    )
    return [Made((*front, *body), log_truth([one.truth for one in entries], index=titles), look)]


def marked_pages():
    """A ministry's pages: a marking above, labels that are underlined, roman numerals, footnotes, a page each."""
    way = Way(("(i)",), answers="labels", has_preface=False)
    entries, body = [], []
    for number, case in enumerate(log_cases(154, "flat", "tabled", "none", "long")):
        # A note to what leads to the answers is no answer's own, wherever the page puts it.
        lead = Para((Span(case.preface, note=NOTES[number]),))
        response = [lead, *behind_labels(case, way)]
        one = entry(
            case, way, ref=f"FOI2021/{case.serial:05}", request=questions(case, way), response=response
        )  # fmt: skip
        body += [Break(), _underlined("Subject line: ", one.title), _underlined("Case: ", one.ref)]
        body += [Para((Span("The request", is_underlined=True),)), Quote(tuple(one.request))]
        body += [Para((Span("The Ministry’s answer", is_underlined=True),)), *one.response]
        entries.append(one)
    look = Look(size=12, header="CLEARED FOR RELEASE", footer="Ministry of Lighthouses")
    front = [heading(1, "Answers to information requests"), para("In order of receipt.")]
    return log(entries, front, body, look=look)


def _underlined(label, value):
    return Para((Span(label, is_underlined=True), Span(value)))


def fields_of_a_site():
    """A Scottish body's page: fields of a web form, a request in one sentence, each question again in italics."""
    way = Way(("(a)",), answers="again", is_italic=True)
    entries, body = [], []
    for case in log_cases(155, "terse", "none", "terse", "one", refusals=SCOTTISH):
        lead = f"{case.intro} I ask for"
        request = questions(case, way) if case.is_single else in_one_sentence(case, way, lead=lead)
        one = entry(
            case, way, ref=f"{2019_0000 + case.serial * 3}", request=request, response=answered(case, way)
        )  # fmt: skip
        body += [
            heading(2, one.title),
            Field("FOI reference", (para(one.ref),)),
            Field("Date received", (para(day(case.received_on)),)),
            Field("Date responded", (para(day(case.answered_on)),)),
            Field("Information requested", tuple(one.request)),
            Field("Response", tuple(one.response)),
        ]
        entries.append(one)
    look = Look("sans", 11, menu=("Publications",), footer="Islands Board", site="new")
    return log(entries, [heading(1, "FOI and EIR releases")], [*body, *RIGHTS], look=look)


def quarters_with_nil_return():
    """A fire service's list by quarters, one of them empty: number and title in bold, bullets, answers in italics."""
    way = Way(("•",), answers="again")
    quarters = {0: "Quarter 1", 3: "Quarter 3"}
    entries, body = [], []
    for number, case in enumerate(log_cases(156, "flat", "one", "terse", "none", "flat")):
        if number in quarters:
            body.append(heading(2, quarters[number]))
        asked = questions(case, way) if case.is_single else [para(case.intro)]
        response = _below_bullets(case, way)
        one = entry(case, way, ref=f"HFR/{case.serial}/19", request=asked, response=response)
        first, *rest = one.request
        body += [
            para(f"{one.ref}   {one.title}", bold=True),
            Para((Span("Asked: ", bold=True), *first.spans)),
        ]
        body += [*rest, para("Answered:", bold=True), *one.response]
        entries.append(one)
        if number == 2:
            body += [heading(2, "Quarter 2"), para("Nil return")]
    body += [heading(2, "Quarter 4"), para("Nil return")]
    look = Look(
        "computer", 10, header="Harrow Fire Authority", menu=("Stations", "Advice", "Jobs"),
        footer="Harrow Fire Authority", site="old",
    )  # fmt: skip
    return log(entries, [heading(1, "Information requests, by quarter")], body, look=look)


def _below_bullets(case, way):
    if case.is_single:
        return told(case.asks[0], italic=True)
    parts = []
    for number, ask in enumerate(case.asks, start=1):
        parts += [question(case, (number,), ask, way), *told(ask, italic=True)]
    return parts


def booklet():
    """A museum's booklet: two narrow columns, labels that begin the paragraph, the number at an entry's end."""
    way = Way(("(1)",), answers="labels", has_preface=False)
    entries, body = [], []
    for case in log_cases(157, "one", "terse", "none", "terse", "one", "terse"):
        request = (
            questions(case, way)
            if case.is_single
            else in_one_sentence(case, way, lead="We were asked:")
        )
        response = told(case.asks[0]) if case.is_single else answers_in_one_sentence(case, way)
        one = entry(case, way, ref=f"E2024-{case.serial}", request=request, response=response)
        body += [
            heading(2, one.title),
            _begun("Enquiry. ", one.request),
            _begun("Reply. ", one.response),
        ]
        body += [para(f"Enquiry number {one.ref}", italic=True), Rule()]
        entries.append(one)
    look = Look(
        size=8.5, paper=(165, 235), margin=16, columns=2, is_justified=True,
        header="Museum of Estwick · Enquiries", footer="Enquiries answered",
    )  # fmt: skip
    return log(entries, [heading(1, "Enquiries answered")], body, look=look)


def _begun(label, parts):
    return Para((Span(label, bold=True), *parts[0].spans))


def points():
    """A commissioner's paper: numbers as headings, points in roman numerals, answers that name their points."""
    way = Way(
        ("i)", "a)"), answers="named", named="Regarding point {label}:",
        both="Regarding points {first} and {last}:", has_preface=True,
    )  # fmt: skip
    entries, body = [], []
    for case in log_cases(158, "shared", "one", "flat", "shared", "none"):
        one = entry(
            case, way, ref=f"{case.serial * 7:06}-A", also=(f"Application {case.serial * 7:06}-A",),
            request=questions(case, way),
            response=answered(case, way),
        )  # fmt: skip
        body += [heading(2, f"Application {one.ref}"), para("Subject matter: ", one.title)]
        body += [
            heading(3, "Information sought"),
            *one.request,
            heading(3, "Determination"),
            *one.response,
        ]
        entries.append(one)
    look = Look(size=11, is_justified=True, header="Office of the Drainage Commissioner")
    return log(entries, [heading(1, "Determinations on applications")], body, look=look)


LAYOUTS = (
    Layout("folds-by-theme", PAGES, folds_by_theme),
    Layout("number-in-brackets", (*PAGES, "md"), number_in_brackets),
    Layout("archive-releases", PAGES, archive_releases),
    Layout("marked-pages", (*PAGES, "odt"), marked_pages),
    Layout("fields-of-a-site", (*PAGES, "odt"), fields_of_a_site),
    Layout("quarters-with-nil-return", (*PAGES, "txt"), quarters_with_nil_return),
    Layout("booklet", PAGES, booklet),
    Layout("points", (*PAGES, "md"), points),
)

"""Logs and letters of the twelfth set, as forces, councils, trusts, archives and universities publish them; seen since they were measured."""

from tests.support.layouts import met_bodies_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_bodies_requests import matter_of, requests
from tests.support.layouts.nodes import (
    Grid,
    Item,
    Look,
    Quote,
    Rule,
    Span,
    heading,
    para,
    spans,
    text_of,
)
from tests.support.layouts.pieces import Way, walked
from tests.support.layouts.pieces_of_logs import (
    answers_in_one_sentence,
    behind_labels,
    entry,
    exemptions,
    in_one_sentence,
    questions,
    told,
)
from tests.support.layouts.shapes import PAGES, SHEETS, Layout, day, log

_WIDE = Look("sans", 8.5, paper=(297, 210), margin=12)
_RIGHTS = (
    "If you are dissatisfied with the handling of your request you have the right to ask for an internal review, which should be "
    "sought within two months of the date of this response. If you remain unhappy with the outcome you may apply directly to the "
    "Information Commissioner for a decision."
)


def force_notes():
    """A force's page for one request: its number, "I note you seek access to", "Decision", "Disclosure", each answer behind "Q1 –"."""
    return [_notes(matter_of(seed, title)) for seed, title in ((1201, matters.BURGLARIES), (1202, matters.VIDEO))]  # fmt: skip


def _notes(about):
    sheet = Sheet(about, ("Q1 –",))
    ref = f"01.FOI.{about.received_on:%y}.{about.serial:06}"
    request = [para(about.intro), *sheet.questions()]
    answers = sheet.replies()
    parts = [
        heading(1, about.title),
        para(f"Freedom of information request reference no: {ref}"),
        para("I note you seek access to the following information:", bold=True),
        *request,
        para("Decision", bold=True),
        para("I have today decided to disclose the located information to you, where it is not exempt."),
        para("Disclosure", bold=True),
        *answers,
    ]  # fmt: skip
    look = Look("sans", 11, site="new", menu=("Report", "Advice", "Your area"))
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def rows_by_turns():
    """A council's letter: a table of two columns, "Q1" beside the question, "A1" beside the answer in the row below."""
    return [_turns(matter_of(seed, title)) for seed, title in ((1203, matters.CHARGING), (1204, matters.LIBRARIES))]  # fmt: skip


def _turns(about):
    sheet = Sheet(about, ("Q1",))
    ref = f"FOI {about.serial}-{about.received_on:%y}"
    asked, answers, rows = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(para(point.text))
        answers += said
        rows += [(f"Q{path[0]}", (para(point.text, bold=True),)), (f"A{path[0]}", tuple(said))]
    parts = [
        para("Northmarsh District Council", bold=True),
        para("Council Offices, Market Square, Northmarsh"),
        para(f"Our ref: {ref}"),
        para(f"Date: {about.answered}"),
        para("Dear Sir or Madam,"),
        para(f"Freedom of Information Request – {about.title}", bold=True),
        para(f"Thank you for your request for information which we received on {about.received}."),
        para(about.intro),
        para("Please find below our response to your questions."),
        Grid(tuple(rows), widths=(1, 12)),
        para(_RIGHTS),
        *closing("Yours faithfully,", "Information Governance Team"),
    ]
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def trust_in_blue():
    """A trust's letter: numbered questions in black, and below each what is answered, set in and in blue."""
    return [_blue(matter_of(seed, title)) for seed, title in ((1205, matters.AGENCY), (1206, matters.BATS))]  # fmt: skip


def _blue(about):
    sheet = Sheet(about, ("1.",))
    ref = f"RFI-{about.received_on:%Y}-{about.serial}"
    answers, asked, body = [], [], []
    for path in sheet.points:
        one = sheet.question(path)
        said = sheet.told(path)
        first, *rest = said
        blue = para(*(Span(span.text, colour="1F4E9E") for span in first.spans))
        asked.append(one)
        answers += said
        body += [one, Quote((blue, *rest), "indent")]
    parts = [
        *office("Westhaven University Hospitals NHS Foundation Trust", "Trust Headquarters", "Westhaven Infirmary"),
        para(f"{about.answered}"),
        para(f"Ref: {ref}"),
        para("Dear Requester"),
        para(f"Re: {about.title}", bold=True),
        para(f"I am writing in response to your request dated {about.received}. The Trust’s answers are in blue below your questions."),
        para(about.intro),
        *body,
        para("I hope that this is helpful."),
        para(_RIGHTS),
        *closing("Yours sincerely", "Freedom of Information Lead"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def archive_list():
    """An archive's list by months: number, what was asked with "(a)" and "(b)" in one sentence, what was decided in another."""
    entries, body = [], []
    chosen = (matters.LIGHTS, matters.LOANS)
    for month, case in zip(("November 2023", "December 2023"), requests(1207, *chosen), strict=True):  # fmt: skip
        way = Way(("(a)",))
        one = entry(
            case, way, ref=f"CAS-{case.serial * 31}", request=in_one_sentence(case, way, lead=case.intro),
            response=answers_in_one_sentence(case, way),
        )  # fmt: skip
        head = ("Service reference", "Collection", "Enquiry", "Decision on access", "Sections")
        row = (one.ref, one.title, tuple(one.request), tuple(one.response), exemptions(case, "S{}"))
        body += [heading(2, month), Grid((head, row), widths=(3, 3, 7, 7, 2), head=1)]
        entries.append(one)
    front = [heading(1, "Sealand Record Office"), para("Freedom of information: enquiries dealt with by the Access Service")]  # fmt: skip
    return log(entries, front, body, look=Look("serif", 9, paper=(297, 210), margin=14))


def university_rows():
    """A university's log from a spreadsheet: one row for each request, its questions and answers in lines of one cell each."""
    chosen = (matters.HALLS, matters.LOANS, matters.LIBRARIES, matters.CHARGING)
    entries, lines = [], []
    for case in requests(1209, *chosen):
        way = Way(("1)",))
        asked = _in_lines(questions(case, way))
        replies = _in_lines(part for part in behind_labels(case, way) if not isinstance(part, Grid))
        one = entry(case, way, ref=f"F{case.received_on:%y}-{case.serial}", request=asked, response=replies)  # fmt: skip
        lines.append(
            (one.ref, f"{case.received_on:%d/%m/%Y}", "Individual", one.title, tuple(asked), tuple(replies), f"{case.answered_on:%d/%m/%Y}")
        )  # fmt: skip
        entries.append(one)
    head = ("FOI Ref", "Date Rec’d", "Requester Category", "Summary", "Request Text", "Response Text", "Date Resp’d")  # fmt: skip
    grid = Grid((head, *lines), widths=(2, 2, 2, 3, 8, 8, 2), head=1)
    return log(entries, [heading(1, "University of Eastmere FOI Log 2023–24")], [grid], look=_WIDE)


def _in_lines(items):
    """Return items as lines of one paragraph."""
    return [para("\n".join(f"{one.label} {text_of(one.spans)}" for one in items))]


def public_correspondence():
    """A site's page of letters in public: who asked and when, the mail, then the body's mail with its reference and answers."""
    return [_correspondence(matter_of(seed, title)) for seed, title in ((1210, matters.LIBRARIES), (1211, matters.HALLS))]  # fmt: skip


def _correspondence(about):
    sheet = Sheet(about, ("1.",))
    ref = f"FOI{about.serial}/{about.received_on:%y}"
    request = [para(about.intro), *sheet.questions()]
    answers = sheet.replies()
    parts = [
        heading(1, about.title),
        para("A. Reader made this Freedom of Information request to Eastmere Council"),
        para("The request was partially successful."),
        heading(2, f"From: A. Reader, {about.received}"),
        para("Dear Eastmere Council,"),
        *request,
        para("Yours faithfully,"),
        para("A. Reader"),
        heading(2, f"From: FOI mailbox, Eastmere Council, {about.answered}"),
        para("Dear A. Reader,"),
        para(f"Our reference: {ref}"),
        para("Thank you for your request. The information that we hold is as follows."),
        *answers,
        para(_RIGHTS),
        *closing("Kind regards,", "Information Team", "Eastmere Council"),
    ]
    look = Look("sans", 11, site="new", menu=("Make a request", "Browse", "Help"))
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def boxes():
    """A service's letter: one column of boxes, "Request" over what was asked, "Response" over what is answered."""
    return [_boxes(matter_of(seed, title)) for seed, title in ((1212, matters.CHARGING), (1213, matters.VIDEO))]  # fmt: skip


def _boxes(about):
    sheet = Sheet(about, ("Q1.",))
    ref = f"{about.received_on:%Y}/{about.serial:05}"
    request = [para(about.intro), *sheet.questions()]
    answers = sheet.replies()
    rows = (
        ((para("Request", bold=True),),),
        (tuple(request),),
        ((para("Response", bold=True),),),
        (tuple(answers),),
    )
    parts = [
        *office("Mid Vale Fire and Rescue Service", "Service Headquarters"),
        para(f"Reference number: {ref}"),
        para(f"Date: {about.answered}"),
        para("Dear Applicant"),
        para(f"Freedom of Information Act 2000 – {about.title}", bold=True),
        para(
            f"Your request was received on {about.received} and has been dealt with under the Act."
        ),
        Grid(rows, widths=(1,)),
        para(_RIGHTS),
        *closing("Yours sincerely", "Data and Information Manager"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def numbers_with_letters():
    """A borough's letter: questions 1a, 1b, 2a as they were put, and below "Council response" the same labels before the answers."""
    return [_lettered(matter_of(seed, title)) for seed, title in ((1214, matters.ROOMS), (1215, matters.LEISURE))]  # fmt: skip


def _lettered(about):
    sheet = Sheet(about, ("1.", "a."))
    ref = f"FOI-{about.serial}"
    leaves = [path for path, point in sheet.points.items() if not point.parts]
    names = {path: f"{path[0]}{'abcd'[path[1] - 1]}." for path in leaves}
    request = [para(about.intro), *(sheet.question(path, label=names[path]) for path in leaves)]
    answers = [part for path in leaves for part in sheet.answered(path, label=names[path])]
    parts = [
        *office("London Borough of Eastwick"),
        para(about.answered),
        para(f"Our reference: {ref}"),
        para("Dear Resident,"),
        para(about.title, bold=True),
        para(f"I refer to your request of {about.received}, in which you asked:"),
        *request,
        para("Council response", bold=True),
        *answers,
        para(_RIGHTS),
        *closing("Yours sincerely,", "Complaints and Information Officer"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def replies_in_italics():
    """A Scottish council's letter: the request repeated with roman numbers, and below each what is answered, in italics."""
    drivers = matter_of(1217, matters.TAXIS).changed(
        3,
        answer="Fewer than five; the exact figure is personal data and is withheld under section 38(1)(b).",
        codes=("FOISA 38(1)(b)",),
    )
    return [_italics(matter_of(1216, matters.SALT)), _italics(drivers)]


def _italics(about):
    sheet = Sheet(about, ("(i)",))
    ref = f"{about.serial * 13:07}"
    answers, asked, body = [], [], []
    for path in sheet.points:
        one = sheet.question(path)
        said = sheet.told(path, italic=True)
        asked.append(one)
        answers += said
        body += [one, *said]
    parts = [
        *office("Strathlour Council", "Corporate Governance"),
        para(f"Your Ref: {ref}"),
        para(f"{about.answered}"),
        para("Dear Ms Enquirer"),
        para(f"Freedom of Information (Scotland) Act 2002 – {about.title}", bold=True),
        para(f"We refer to your request which was received on {about.received}. The text of it is repeated below, with our response in italics."),
        para(about.intro),
        *body,
        para("If you require a review of this decision, please write within 40 working days. You may then appeal to the Scottish Information Commissioner."),
        *closing("Yours sincerely", "Governance Officer"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def two_languages():
    """A Welsh council's log: a table of labels in both languages for each request, "Cwestiwn / Question 1" and "Ateb / Answer 1"."""
    chosen = (matters.LIBRARIES, matters.TAXIS, matters.LOANS)
    entries, body = [], []
    for case in requests(1218, *chosen):
        way = Way(("Question 1",))
        asked, replies, pairs = [para(case.intro)], [], []
        for path, ask in walked(case.asks):
            said = told(ask)
            asked.append(Item(f"Question {path[0]}", spans(ask.text), path, way.style))
            replies += said
            pairs += [(f"Cwestiwn {path[0]} / Question {path[0]}", ask.text), (f"Ateb {path[0]} / Answer {path[0]}", tuple(said))]  # fmt: skip
        one = entry(case, way, ref=f"RhG{case.serial}", request=asked, response=replies)
        rows = (
            ("Cyfeirnod / Reference", one.ref),
            ("Testun / Subject", one.title),
            ("Derbyniwyd / Received", day(case.received_on)),
            ("Atebwyd / Answered", day(case.answered_on)),
            ("Cais / Request", case.intro),
            *pairs,
        )
        body += [Grid(rows, widths=(2, 5)), Rule()]
        entries.append(one)
    front = [heading(1, "Cyngor Bro Wenallt Council"), heading(2, "Cofnod datgeliadau / Disclosure log")]  # fmt: skip
    return log(entries, front, body, look=Look("sans", 10.5))


def beside_without_lines():
    """A health board's log: wide pages, columns without lines, a row for each question, the request's facts in its first row alone."""
    chosen = (matters.AGENCY, matters.VIDEO, matters.HALLS)
    entries, lines = [], []
    for case in requests(1219, *chosen):
        way = Way(("Q1",))
        one = entry(case, way, ref=f"FOI/{case.received_on:%Y}/{case.serial}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        one.truth["tables"] = []
        for path, ask in walked(case.asks):
            is_first = path == (1,)
            facts = (one.ref, one.title, f"{case.answered_on:%d %b %y}") if is_first else ("", "", "")  # fmt: skip
            said = tuple(part for part in told(ask) if not isinstance(part, Grid))
            lines.append((*facts, f"Q{path[0]}", ask.text, said))
        one.truth["request"] = "\n".join(ask.text for ask in case.asks)
        entries.append(one)
    head = ("Our ref", "Subject", "Issued", "No", "Question", "Answer")
    grid = Grid((head, *lines), widths=(3, 3, 2, 1, 8, 8), head=1, is_ruled=False)
    return log(entries, [heading(1, "Hafan University Health Board: disclosure log")], [grid], look=_WIDE)  # fmt: skip


LAYOUTS = (
    Layout("force-notes", (*PAGES, "txt"), force_notes),
    Layout("rows-by-turns", PAGES, rows_by_turns),
    Layout("trust-in-blue", PAGES, trust_in_blue),
    Layout("archive-list", PAGES, archive_list),
    Layout("university-rows", SHEETS, university_rows),
    Layout("public-correspondence", (*PAGES, "txt"), public_correspondence),
    Layout("request-and-response-boxes", PAGES, boxes),
    Layout("numbers-with-letters", (*PAGES, "txt"), numbers_with_letters),
    Layout("replies-in-italics", PAGES, replies_in_italics),
    Layout("labels-in-two-languages", PAGES, two_languages),
    Layout("beside-without-lines", SHEETS, beside_without_lines),
)

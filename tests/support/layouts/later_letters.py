"""Letters that answer below or behind each question: of the seen half since they were measured."""

from tests.support.layouts import later_requests as matters
from tests.support.layouts.as_mail import headers
from tests.support.layouts.later_requests import matter_of
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet, in_turn
from tests.support.layouts.nodes import Grid, Look, Quote, heading, para, spans
from tests.support.layouts.shapes import PAGES, Layout

_REVIEW = (
    "If you are unhappy with the service you have received in relation to your request and wish to make a complaint or request "
    "a review of our decision, you should write to the Information Governance Manager within 40 working days of this letter."
)
_COMMISSIONER = (
    "If you are not content with the outcome of that review you may apply directly to the Information Commissioner, Wycliffe House, "
    "Water Lane, Wilmslow, Cheshire, SK9 5AF. Telephone: 0303 123 1113."
)
_REUSE = (
    "Please note that copyright in the material supplied belongs to us or to the party named, and that you need consent to re-use "
    "it for commercial purposes."
)


def answers_in_bold():
    """A council: questions in plain type behind their numbers, the answer below each in bold and without a label."""
    return [
        _bold(matter_of(seed, title))
        for seed, title in ((521, matters.GRITTING), (522, matters.PRINTERS))
    ]


def _bold(about):
    sheet = Sheet(about, ("1.",))
    ref = f"{about.serial + 5_410_000}"
    pairs = [(sheet.question(path), sheet.told(path, bold=True)) for path in sheet.points]
    asked, answers, body = in_turn(pairs)
    parts = [
        *office("Bramwick Borough Council", "Civic Centre, High Street, Bramwick BW1 1AA"),
        para("Email: foi@bramwick.example"),
        para(f"Our ref: {ref}"),
        para(f"{about.answered_on:%d/%m/%Y}"),
        para("Dear Requester,"),
        para(f"Freedom of Information Act 2000 – {about.title}", bold=True),
        para(
            f"Thank you for your request received on {about.received_on:%d/%m/%Y}. Our response to your request is in bold below."
        ),
        *body,
        para("I trust that this is of assistance."),
        para(_REVIEW),
        para(_COMMISSIONER),
        para(_REUSE),
        *closing("Yours sincerely", "Information Governance Officer", "Legal and Democratic Services"),
    ]  # fmt: skip
    look = Look("sans", 11, footer="www.bramwick.example")
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=look)


def response_in_its_own_line():
    """A trust: below each numbered question a bold line "Trust response:", and the answer under it."""
    return [
        _own_line(matter_of(seed, title))
        for seed, title in ((523, matters.CATARACTS), (524, matters.NURSES))
    ]


def _own_line(about):
    sheet = Sheet(about, ("1.",))
    ref = f"FOI {about.serial}"
    pairs = [(sheet.question(path), sheet.told(path)) for path in sheet.points]
    asked, answers, body = in_turn(pairs, between=para("Trust response:", bold=True))
    parts = [
        *office("Westmere Hospitals NHS Foundation Trust", "Corporate Affairs", "Westmere General Hospital", "WM4 7TT"),
        para(about.answered),
        para(f"Ref: {ref}"),
        para("Sent by e-mail"),
        para("Dear Sir/Madam"),
        para(f"Re: Freedom of Information Request – {about.title}", bold=True),
        para(f"I am writing in response to your request for information under the Freedom of Information Act, received on {about.received}."),
        *body,
        para("Please remember to quote the reference number above in any future communications."),
        *closing("Yours sincerely", "FOI Lead", "For and on behalf of the Trust"),
        para("Complaints", bold=True),
        para(_REVIEW),
        para(_COMMISSIONER),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("sans", 12))


def q_before_answers():
    """A force: the request quoted behind plain numbers, the answers behind "Q1 -", a notice of refusal after them."""
    return [
        _q_before(matter_of(seed, title))
        for seed, title in ((525, matters.SEARCHES), (526, matters.VIDEO))
    ]


def _q_before(about):
    sheet = Sheet(about, ("1.",))
    ref = f"FOI/{about.serial}/{about.answered_on:%y}"
    request = [para(about.intro), *sheet.questions()]
    answers = []
    for path in sheet.points:
        answers += sheet.answered(path, label=f"Q{path[0]} -")
    notice = para(
        "Where we have relied on an exemption, this letter serves as a refusal notice for that part of your request in accordance with "
        "section 17 of the Freedom of Information Act 2000."
    )
    parts = [
        *office("Northmoor Constabulary", "Information Disclosure Unit", "Police Headquarters, Northmoor"),
        para(f"Our Reference: {ref}"),
        para(about.answered),
        para("Dear Applicant"),
        para("FREEDOM OF INFORMATION ACT 2000", bold=True),
        para(f"I write in connection with your request for information dated {about.received} as follows:"),
        *request,
        heading(2, "Response"),
        para("Following receipt of your request, searches were conducted within Northmoor Constabulary."),
        *answers,
        notice,
        para("This response should not be compared with that of another force, since systems for recording data differ."),
        *closing("Yours sincerely", "Disclosure Officer"),
        heading(2, "Complaint rights"),
        para(_REVIEW),
        para(_COMMISSIONER),
    ]  # fmt: skip
    look = Look("sans", 11, header="OFFICIAL", footer="Northmoor Constabulary")
    response = [*answers, notice]
    return sheet.made(parts, ref=ref, request=request, response=response, look=look, titles=False)


def pairs_of_rows():
    """A university: a ruled table in which "Question 1" and "Response" take turns in the left column."""
    return [
        _pairs(matter_of(seed, title))
        for seed, title in ((527, matters.ESSAYS), (528, matters.STUDENTS))
    ]


def _pairs(about):
    sheet = Sheet(about, ("Question 1",))
    ref = f"F{about.serial}"
    asked, answers, rows = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        told = sheet.told(path)
        asked.append(para(point.text))
        answers += told
        rows.append(((para(sheet.label(path), bold=True),), (asked[-1],)))
        rows.append(((para("Response", bold=True),), tuple(told)))
    parts = [
        *office("Tideway University", "Information Compliance Team", "Registry Building"),
        para(f"Date: {about.answered}"),
        para(f"Reference: {ref}"),
        para("Dear Requester"),
        para(f"Request for information: {about.title}", bold=True),
        para(f"The University has now considered your request of {about.received}, and our response is set out in the table."),
        Grid(tuple(rows), widths=(1, 4)),
        para(_REVIEW),
        para(_COMMISSIONER),
        *closing("Kind regards", "Information Compliance Team"),
    ]  # fmt: skip
    look = Look("sans", 11, footer="Tideway University")
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=look)


def mail_with_answers():
    """A fire service’s mail: each question copied with its number, "Response -" below it, a disclaimer at the end."""
    return [
        _mail(matter_of(seed, title))
        for seed, title in ((529, matters.ALARMS), (530, matters.LAPTOPS))
    ]


def _mail(about):
    sheet = Sheet(about, ("1)",))
    ref = f"IRQ{about.serial}"
    pairs = [
        (sheet.question(path), sheet.told(path, lead=spans("Response - "))) for path in sheet.points
    ]
    asked, answers, body = in_turn(pairs)
    parts = [
        para("Good morning"),
        para(f"Further to your request for information received on {about.received} (our reference {ref}), please find our response below."),
        *body,
        para(_REVIEW),
        para(_COMMISSIONER),
        *closing("Regards", "Information Officer", "Calderbeck Fire and Rescue Service | Headquarters, Calderbeck"),
        para("This e-mail and any attachments are confidential and intended for the addressee only. If you have received it in error please delete it and tell the sender."),
    ]  # fmt: skip
    look = Look(mail=headers(f"FOI response: {about.title} ({ref})", about.answered_on, "foi@calderbeckfire.example"))  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=look, titles=False)


def request_by_mail():
    """A person’s mail to a body: a greeting, what leads to the questions, the questions, and how to reply."""
    return [
        _request(matter_of(seed, title), style)
        for seed, title, style in ((531, matters.PRINTERS, "1."), (532, matters.GRAVES, "a)"))
    ]


def _request(about, style):
    sheet = Sheet(about, (style,))
    request = [para(about.intro), *sheet.questions()]
    parts = [
        para("Dear FOI Team,"),
        *request,
        para("I would prefer to receive the information electronically. If any part is unclear please contact me."),
        para("Please acknowledge receipt of this message."),
        *closing("Many thanks,", "A. Requester"),
    ]  # fmt: skip
    sent = headers(f"FOI request - {about.title}", about.received_on, "requester@example.org")
    look = Look(mail=(*sent, ("To", "foi@bramwick.example")))
    return sheet.made(parts, ref=None, request=request, response=[], look=look, titles=False)


def quoted_in_full():
    """A borough: the whole mail quoted with its greeting and thanks, then answers in a list that Word numbers anew."""
    return [
        _quoted(matter_of(seed, title))
        for seed, title in ((533, matters.HOUSES), (534, matters.TELEPHONES))
    ]


def _quoted(about):
    sheet = Sheet(about, ("1.",))
    ref = f"RFI{about.answered_on:%Y}/{about.serial}"
    request = [
        para(about.intro),
        *(sheet.question(path, series="asked") for path in sheet.points),
    ]
    answers = sheet.replies(series="answered")
    parts = [
        *office("London Borough of Larchfield", "Corporate Complaints and Information Team"),
        para(f"Reference: {ref}"),
        para(about.answered),
        para("Dear Mx Requester"),
        para(f"RE: FREEDOM OF INFORMATION REQUEST – {about.title}", bold=True),
        para(f"Thank you for your e-mail dated {about.received} requesting information under the Freedom of Information Act 2000. You wrote:"),
        Quote((para("Dear Council,"), *request, para("Many thanks in advance for your help."))),
        heading(3, "Our response"),
        para("We have considered your request and hold the information. Using the same numbering as in your request, our response is:"),
        *answers,
        heading(3, "Your right to complain"),
        para(_REVIEW),
        para(_COMMISSIONER),
        *closing("Yours sincerely", "Information Team"),
    ]  # fmt: skip
    look = Look("computer", 11)
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


LAYOUTS = (
    Layout("answers-in-bold", PAGES, answers_in_bold),
    Layout("response-in-its-own-line", PAGES, response_in_its_own_line),
    Layout("q-before-answers", PAGES, q_before_answers),
    Layout("pairs-of-rows", PAGES, pairs_of_rows),
    Layout("mail-with-answers", ("eml", "html", "txt"), mail_with_answers),
    Layout("request-by-mail", ("eml", "html", "txt", "docx"), request_by_mail),
    Layout("quoted-in-full", (*PAGES, "odt"), quoted_in_full),
)

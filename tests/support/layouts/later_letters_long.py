"""Letters that end on rights, contact and signature: of the seen half since they were measured."""

from tests.support.layouts import later_topics as matters
from tests.support.layouts.as_mail import headers
from tests.support.layouts.later_topics import matter_of
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet, in_turn
from tests.support.layouts.nodes import Grid, Look, para, spans
from tests.support.layouts.shapes import PAGES, Layout

_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def ordinals():
    """A ministry: the request behind numbers, then paragraphs that open on "As to your second question"."""
    return [
        _ordinals(matter_of(seed, title))
        for seed, title in ((711, matters.INTERPRETERS), (712, matters.GUARDS))
    ]


def _ordinals(about):
    sheet = Sheet(about)
    ref = f"MX/{about.answered_on:%y}/{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers = [
        part
        for path in sheet.points
        for part in sheet.told(path, lead=spans(f"As to your {_ORDINALS[path[0] - 1]} question: "))
    ]
    parts = [
        *office("Department for Public Safety", "Knowledge and Access Team", "9 Broad Sanctuary, Ashgrove"),
        para(f"Reference: {ref}"),
        para(about.answered),
        para("Dear Requester"),
        para(f"Your request about: {about.title}", bold=True),
        para(f"We received your email on {about.received}. It reads:"),
        *request,
        para("The Department holds most of what you have asked for."),
        *answers,
        para("You may ask us to review how we have dealt with your request. A review is carried out by an official who had no part in this reply. Please write to the address above within 40 working days."),
        para("The Information Commissioner will usually not look at a complaint before such a review."),
        *closing("Yours sincerely", "Head of Knowledge and Access", "access@public-safety.example", "020 7946 0000"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 12))


def numbers_and_held():
    """A regulator: the request behind roman numerals, then a striped table of numeral, "Held?" and answer."""
    return [
        _held(matter_of(seed, title))
        for seed, title in ((713, matters.FARMS), (714, matters.LOCUMS))
    ]


def _held(about):
    sheet = Sheet(about, ("(i)",))
    ref = f"QR-{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers, lines = [], []
    for path, point in sheet.points.items():
        told = sheet.told(path)
        answers += told
        held = "No" if "not held" in point.codes else "Yes"
        lines.append((sheet.label(path), held, tuple(told)))
    parts = [
        *office("Quality Board for Waters and Wards", "2 Signal Court, Ashgrove"),
        para(about.answered),
        para("Our ref ", ref),
        para("Dear Applicant"),
        para(f"Information request – {about.title}", bold=True),
        para(f"On {about.received} you asked us for this information:"),
        *request,
        para("What we hold, and what we can give you of it, is set out in this table."),
        Grid((("Point", "Held?", "Our answer"), *lines), widths=(1, 1, 6), head=1, is_ruled=False, is_striped=True),
        para("If you think that we have not dealt with your request as the law requires, tell us by replying to this letter; a colleague will look at it afresh."),
        *closing("With best wishes", "Information Adviser", "Quality Board for Waters and Wards"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def italics_and_tail():
    """A university: each question once, in italics behind its letter, its answer below; a long tail without headings."""
    return [
        _tailed(matter_of(seed, title))
        for seed, title in ((715, matters.CERTIFICATES), (716, matters.LIFTS))
    ]


def _tailed(about):
    sheet = Sheet(about, ("a)",))
    ref = f"UA-{about.answered_on:%Y}-{about.serial}"
    pairs = [(sheet.question(path, italic=True), sheet.told(path)) for path in sheet.points]
    asked, answers, body = in_turn(pairs)
    parts = [
        *office("The University of Ashgrove", "Legal Office, Old Court"),
        para(about.answered),
        para("Dear enquirer,"),
        para(f"{about.title} (our reference {ref})", bold=True),
        para(f"Your request of {about.received} has been considered, and we reply as follows."),
        para(about.intro, italic=True),
        *body,
        para("Please be aware that what we supply may be protected by copyright, and that you need permission to publish it."),
        para("You are entitled to a review of this response. To ask for one, write to the University Secretary at Old Court, or to secretary@ashgrove.example, within 40 working days."),
        para("After that, a complaint may be made to the Information Commissioner at www.ico.org.uk."),
        *closing("Yours sincerely,", "Records and Compliance Manager", "Legal Office"),
        para("Tel: 01999 500 501"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 10.5))


def message_below():
    """A fire service’s mail: answers behind numbers on top, below them the mail that asked with its four headers."""
    return [
        _below(matter_of(seed, title))
        for seed, title in ((717, matters.STALLS), (718, matters.SWANS))
    ]


def _below(about):
    sheet = Sheet(about)
    ref = f"FRS{about.serial}"
    answers = sheet.replies()
    request = [*([para(about.intro)] if about.intro else []), *sheet.questions()]
    parts = [
        para("Good afternoon"),
        para(f"Thank you for your request, which has the reference {ref}. In answer to it:"),
        *answers,
        para("If you wish to complain about this reply, please do so to the Clerk of the Authority within 40 working days. You may also complain to the Information Commissioner."),
        *closing("Kind regards", "Performance and Data Officer", "Lowmarsh Fire and Rescue Authority"),
        para("From: A. Requester"),
        para(f"Sent: {about.received} 09:41"),
        para("To: Information Requests"),
        para(f"Subject: {about.title}"),
        para("Dear Sir or Madam"),
        *request,
        para("Yours"),
        para("A. Requester"),
    ]  # fmt: skip
    look = Look("sans", 11, mail=headers(f"RE: {about.title}", about.answered_on, "data@lowmarsh.example"))  # fmt: skip
    return sheet.made(
        parts, ref=ref, request=request, response=answers, look=look, titles=False
    )  # fmt: skip


LAYOUTS = (
    Layout("ordinals", PAGES, ordinals),
    Layout("numbers-and-held", PAGES, numbers_and_held),
    Layout("italics-and-tail", (*PAGES, "txt"), italics_and_tail),
    Layout("message-below", ("eml", "txt", "html", "docx"), message_below),
)

"""Letters that are measured, and not looked at by who writes the reader: ministries, trusts, councils, forces."""

from tests.support.layouts import unseen_requests as matters
from tests.support.layouts.as_mail import headers
from tests.support.layouts.letter_words import closing, office, reasons
from tests.support.layouts.letters import Sheet, in_turn
from tests.support.layouts.nodes import Grid, Look, Quote, heading, para, spans
from tests.support.layouts.shapes import PAGES, Layout
from tests.support.layouts.unseen_requests import matter_of

_REVIEW = (
    "If you are unhappy with the way your request was dealt with, you can ask for an internal review. Please do so within "
    "two months of the date of this reply, and send it to the address at the head of it."
)
_COMMISSIONER = (
    "If you are not content with the outcome of the review, you may complain to the Information Commissioner’s Office, "
    "Wycliffe House, Water Lane, Wilmslow, SK9 5AF. Telephone: 0303 123 1113."
)


def in_respect_of():
    """A ministry: the request behind plain numbers, then paragraphs that open on "In respect of question 1,"."""
    return [
        _in_respect(matter_of(seed, title))
        for seed, title in ((621, matters.SETTLEMENTS), (622, matters.DOGS))
    ]


def _in_respect(about):
    sheet = Sheet(about)
    ref = f"TO{about.answered_on:%Y}/{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers = [
        part
        for path in sheet.points
        for part in sheet.told(path, lead=spans(f"In respect of question {path[0]}: "))
    ]
    parts = [
        *office("Ministry for Towns", "Freedom of Information Unit", "3 Petty Row", "London SW1"),
        para(f"Our reference: {ref}"),
        para(about.answered),
        para("Dear Ms Requester,"),
        para(f"Freedom of Information Act 2000: {about.title}", bold=True),
        para(f"Thank you for your email of {about.received} in which you requested the following:"),
        *request,
        para("A search for the information has now been completed within the Ministry, and I can confirm that some of it is held."),
        *answers,
        para("Under section 16 of the Act (advice and assistance) you may find it helpful to know that figures are rounded before they are published."),
        para(_REVIEW),
        para(_COMMISSIONER),
        *closing("Yours sincerely,", "Freedom of Information Unit"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11.5))


def you_asked_our_reply():
    """A trust: a lined table "You asked for" and "Our reply", the number in the cell of the question."""
    return [
        _in_table(matter_of(seed, title))
        for seed, title in ((623, matters.HANDOVERS), (624, matters.CLEANING))
    ]


def _in_table(about):
    sheet = Sheet(about, ("1)",))
    ref = f"RFI-{about.serial}-{about.answered_on:%y}"
    pairs = [(sheet.question(path), sheet.told(path)) for path in sheet.points]
    asked, answers, _ = in_turn(pairs)
    rows = [((question,), tuple(told)) for question, told in pairs]
    parts = [
        *office("Calder and Ouse NHS Trust", "Information Governance", "Trust Headquarters, Bridge Road"),
        para(about.answered),
        para("Ref: ", ref),
        para("Dear applicant,"),
        para(f"Re: {about.title}", bold=True),
        para(f"I write in response to your request for information, which we received on {about.received}. Please see the table below."),
        Grid((("You asked for", "Our reply"), *rows), widths=(1, 1), head=1, is_lined=True),
        para("I trust that this answers your request. The information supplied remains the copyright of the Trust."),
        para(_REVIEW),
        para(_COMMISSIONER),
        *closing("Yours sincerely", "Freedom of Information Lead"),
    ]  # fmt: skip
    look = Look("sans", 11, footer="Chair: A. Chair   Chief Executive: A. Chief")
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=look)


def answers_below_by_mail():
    """A council's mail: each question behind its number and its answer below it, bold where a page can be bold."""
    return [
        _below(matter_of(seed, title))
        for seed, title in ((625, matters.CLEANING), (626, matters.TIPPING))
    ]


def _below(about):
    sheet = Sheet(about)
    ref = f"{about.answered_on:%y}{about.serial:06}"
    pairs = [(sheet.question(path), sheet.told(path, bold=True)) for path in sheet.points]
    asked, answers, body = in_turn(pairs)
    parts = [
        para("Dear Requester"),
        para(f"Request for Information – {ref}"),
        para(f"Thank you for your request, which was received on {about.received}. Our answers are below each of your questions."),
        para(about.intro),
        *body,
        para("If you are dissatisfied with this reply please email foi.review@netherby.example within 40 working days. You can also contact the ICO at www.ico.org.uk."),
        *closing("Kind regards", "Corporate Information Officer", "Netherby District Council, Town Hall, Netherby"),
        para("Netherby District Council may monitor emails. Any opinion in this message is that of the sender."),
    ]  # fmt: skip
    look = Look("sans", 11, mail=headers(f"{ref} - {about.title}", about.answered_on, "foi@netherby.example"))  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(
        parts, ref=ref, request=request, response=answers, look=look, titles=False
    )  # fmt: skip


def capitals_and_notice():
    """A force: headings in capitals, the request set in, "Question 1" in bold above each answer, a notice of refusal."""
    return [_force(matter_of(seed, matters.TIPPING)) for seed in (627, 628)]


def _force(about):
    sheet = Sheet(about, ("Question 1:",))
    ref = f"01/FOI/{about.answered_on:%y}/{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers, body = [], []
    for path in sheet.points:
        told = sheet.told(path)
        answers += told
        body += [para(f"Question {path[0]}", bold=True), *told]
    parts = [
        *office("Ouse Valley Police", "Disclosure Unit, PO Box 9, Calder"),
        para("FOI reference: ", ref),
        para("Date: ", about.answered),
        para(f"SUBJECT: {about.title}", bold=True),
        para(f"I write in connection with your request for information dated {about.received}."),
        heading(2, "INFORMATION REQUESTED"),
        Quote(tuple(request)),
        heading(2, "DETERMINATION"),
        para("To establish whether we hold what you seek, enquiries were made with the departments concerned. I have decided to disclose part of it."),
        heading(2, "INFORMATION RELEASED"),
        *body,
        heading(2, "REFUSAL NOTICE"),
        para("Section 17 of the Act requires a force that refuses information to say so, to name the exemption, and to say why it applies."),
        *reasons("31(1)(a)"),
        heading(2, "RIGHT OF APPEAL"),
        para(_REVIEW),
        para(_COMMISSIONER),
    ]  # fmt: skip
    look = Look("sans", 11, header="OFFICIAL", footer="Ouse Valley Police")
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def one_thing_asked():
    """A national body: one request in quotation marks; it is held and given, elsewhere, not held, or too dear."""
    chosen = (matters.WELSH, matters.MINUTES, matters.BUSES, matters.CORONATION)
    return [_one(matter_of(629 + number, title)) for number, title in enumerate(chosen)]


def _one(about):
    sheet = Sheet(about)
    ref = f"ATI-{about.serial:05}"
    (point,) = about.points
    told = sheet.tells((), point)
    parts = [
        *office("Agency for Public Occasions", "Brunswick House, Holm"),
        para(about.answered),
        para(f"Reference number {ref}"),
        para("Dear Sir / Madam"),
        heading(2, about.title),
        para(f"On {about.received} you wrote to the Agency and asked:"),
        para(f"“{point.text}”"),
        para("We have dealt with this as a request under the Freedom of Information Act 2000."),
        *told,
        para("Appeals", bold=True),
        para(_REVIEW),
        para(_COMMISSIONER),
        *closing("Yours faithfully", "Access to Information Manager"),
    ]
    look = Look("serif", 12)
    return sheet.made(parts, ref=ref, request=point.text, response=told, look=look)


def questions_again_in_bold():
    """A council: the request as it came, then every question again in bold with its number, some with parts."""
    return [
        _again(matter_of(seed, title))
        for seed, title in ((634, matters.PLAYGROUNDS), (635, matters.CHARGERS))
    ]


def _again(about):
    sheet = Sheet(about, ("1.", "a)"))
    ref = f"EST/{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers = []
    for path, point in sheet.points.items():
        told = [] if point.parts else sheet.told(path, indent=len(path) - 1)
        answers += [sheet.question(path, bold=True), *told]
    parts = [
        *office("Bramwick Town and Parks Council", "Legal and Democratic Services", "Guildhall, Bramwick"),
        para(f"Date {about.answered}"),
        para(f"Your request number: {ref}"),
        para("Dear resident,"),
        para(f"Information request: {about.title}", bold=True),
        para(f"I refer to the request that you submitted through our web form on {about.received}:"),
        *request,
        para("I am pleased to provide the following."),
        *answers,
        para("Please note that the figures come from management systems and have not been audited."),
        para(_REVIEW),
        para(_COMMISSIONER),
        *closing("Yours sincerely", "Senior Information Officer"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("computer", 11))


LAYOUTS = (
    Layout("in-respect-of", PAGES, in_respect_of),
    Layout("you-asked-our-reply", PAGES, you_asked_our_reply),
    Layout("answers-below-by-mail", ("eml", "txt", "html", "docx"), answers_below_by_mail),
    Layout("capitals-and-notice", PAGES, capitals_and_notice),
    Layout("one-thing-asked", PAGES, one_thing_asked),
    Layout("questions-again-in-bold", (*PAGES, "txt"), questions_again_in_bold),
)

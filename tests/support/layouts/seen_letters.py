"""Letters of single bodies that whoever writes the reader may look at."""

from tests.support.layouts.as_mail import headers
from tests.support.layouts.letter_topics import (
    ALLOTMENTS,
    DRONES,
    HALLS,
    HOSPITALITY,
    INTERPRETERS,
    POTHOLES,
)
from tests.support.layouts.letter_topics_too import LABORATORIES
from tests.support.layouts.letter_words import (
    closing,
    council_rights,
    office,
    police_rights,
    reasons,
    short_rights,
)
from tests.support.layouts.letters import Point, Sheet, figures, in_turn, matter
from tests.support.layouts.nodes import Break, Grid, Look, Quote, heading, para, spans
from tests.support.layouts.shapes import PAGES, Layout


def police_decision():
    """A force: the request in italics, DECISION, DISCLOSURE by label, then harm and the public interest."""
    return [_police(301, {3: 0}), _police(302, {2: 0, 5: 2})]


def _police(seed, refused):
    about = matter(seed, DRONES, of=5, refused=refused)
    sheet = Sheet(about, ("1)",))
    ref = f"01.FOI.{about.answered_on:%y}.{about.serial:06}"
    request = sheet.questions(italic=True)
    (place, *_) = refused
    response = [
        para(
            "Your request has been considered under the Freedom of Information Act 2000 (the Act). I have today decided to disclose "
            f"some of the information. The answer to question {place} is exempt, and as regards that question this letter is "
            "a refusal notice under section 17 of the Act."
        ),
        heading(2, "DISCLOSURE"),
        *sheet.replies(),
        *reasons("31(1)(a)"),
    ]
    parts = [
        *office("Estwick Constabulary", "Information Access Unit", "Quay Street, Estwick ES1 4AB"),
        para(f"Freedom of Information Request Reference No: {ref}"),
        para(about.answered),
        para("Dear Requester"),
        para(
            f"I am writing in response to your request for information, which the Constabulary received on {about.received}. I "
            "note that you seek access to the following information:"
        ),
        *request,
        heading(2, "DECISION"),
        *response,
        para("Should you have any further enquiries, please write to us and quote the reference."),
        *closing("Yours sincerely", "Information Access Officer"),
        *police_rights(),
    ]
    look = Look("sans", 11, footer="Estwick Constabulary")
    return sheet.made(parts, ref=ref, request=request, response=response, look=look, titles=False)


def council_below():
    """A council: each question in bold with its number, its answer below in italics; nothing quoted before."""
    some = (
        matter(303, POTHOLES, of=6, refused={4: 0, 6: 1}),
        matter(304, POTHOLES, of=4, refused={2: 2}),
    )
    return [_council_below(about) for about in some]


def _council_below(about):
    areas = figures(about.serial, ("Area", "Reported", "Filled"), ("North", "South", "Harbour"))
    about = about.changed(1, table=areas)
    about = about.changed(
        3, link=("The scheme of inspection is on the", "highways page", "https://www.harrowmere.example/highways")
    )  # fmt: skip
    sheet = Sheet(about, ("1.",))
    ref = f"FOI {about.serial}"
    note = {(1,): ("A hole that was reported twice is counted twice in the table.",)}
    pairs = [
        (sheet.question(path, bold=True), sheet.told(path, italic=True, after=note.get(path, ())))
        for path in sheet.points
    ]
    questions, answers, body = in_turn(pairs)
    parts = [
        *office("Harrowmere Borough Council", "Corporate Governance", "Town Hall, Harrowmere"),
        para("Date: ", about.answered),
        para("Our ref: ", ref),
        para("Dear Sir or Madam"),
        para(f"Freedom of Information request: {about.title}", bold=True),
        para(
            f"Thank you for the above request, which we received on {about.received}. Your questions are set out below, each followed by "
            "the council’s answer in italics."
        ),
        *body,
        *council_rights(),
        *closing("Yours faithfully", "Information Governance Team"),
    ]
    look = Look("serif", 11, header="Harrowmere Borough Council", footer="Page")
    return sheet.made(parts, ref=ref, request=questions, response=answers, look=look)


def trust_table():
    """A hospital trust: a ruled table of number, question and response, its head once."""
    some = (
        matter(305, INTERPRETERS, of=8, refused={5: 0, 8: 2}),
        matter(306, INTERPRETERS, of=5, refused={4: 1}),
    )
    return [_trust_table(about) for about in some]


def _trust_table(about):
    sheet = Sheet(about, ("1",))
    ref = f"FOI/{about.answered_on:%Y}/{about.serial}"
    rows, questions, answers = [], [], []
    for path, point in sheet.points.items():
        sheet.asks(path)
        asked, told = [para(point.text)], sheet.told(path)
        questions += asked
        answers += told
        rows.append((sheet.label(path), tuple(asked), tuple(told)))
    grid = Grid((("No.", "Question", "Trust response"), *rows), widths=(1, 6, 8), head=1)
    parts = [
        *office("Estwick Vale Hospitals NHS Trust", "Trust Headquarters", "Larch Road, Estwick"),
        para(f"Reference: {ref}"),
        para(f"Date: {about.answered}"),
        para(f"Freedom of Information Act request – {about.title}", bold=True),
        para(
            f"We refer to your request dated {about.received}. The Trust’s response is as follows:"
        ),
        grid,
        *short_rights(),
        *closing("Yours sincerely", "Freedom of Information Office"),
    ]
    look = Look("sans", 10, footer="Estwick Vale Hospitals NHS Trust")
    return sheet.made(parts, ref=ref, request=questions, response=answers, look=look)


def ministry_annexes():
    """A ministry: a short letter, the request in annex A, the answers by the same labels in annex B."""
    some = (
        matter(307, HOSPITALITY, of=5, refused={4: 1}),
        matter(308, HOSPITALITY, of=4, refused={3: 0}),
    )
    return [_ministry(about) for about in some]


def _ministry(about):
    halves = (
        Point("at receptions before 1 July", f"{about.filled['n']} people, among them both speakers"),
        Point("at receptions after that day", f"{about.filled['k']} people, all of them by invitation"),
    )  # fmt: skip
    about = about.changed(2, text="How many members of staff helped", answer="", parts=halves)
    sheet = Sheet(about, ("1.", "(a)"))
    ref = f"{about.answered_on:%Y}/{about.serial:05}"
    request, answers = sheet.questions(), sheet.replies()
    summary = para(
        "I can confirm that the Department holds most of the information that you asked for. Your request is set out in full at Annex A, "
        "and our response to each part of it at Annex B."
    )
    parts = [
        *office("Department for Fairs and Markets", "6 Cornmarket", "London"),
        para(f"Our ref: {ref}"),
        para(about.answered),
        para("Dear Correspondent"),
        para(f"Freedom of Information Act 2000: {about.title}", bold=True),
        para(
            f"Thank you for your e-mail of {about.received}, which we have handled under the Act."
        ),
        summary,
        *short_rights(),
        *closing("Yours sincerely", "Correspondence Unit"),
        Break(),
        heading(2, "Annex A – your request"),
        *request,
        heading(2, "Annex B – our response"),
        *answers,
    ]
    look = Look("serif", 12)
    return sheet.made(parts, ref=ref, request=request, response=[summary, *answers], look=look)


def clerk_mail():
    """A parish clerk’s mail: answers by number on top, the mail that asked below, behind its marks."""
    some = (
        matter(309, ALLOTMENTS, of=5, refused={4: 0}),
        matter(310, ALLOTMENTS, of=4, refused={2: 1}),
    )
    return [_clerk_mail(about) for about in some]


def _clerk_mail(about):
    sheet = Sheet(about, ("1.",))
    ref = f"EPC/{about.serial}"
    request = [
        para("Please could the parish council let me know, as a freedom of information request:"),
        *sheet.questions(),
    ]
    answers = sheet.replies()
    parts = [
        para("Good afternoon,"),
        para(f"Thanks for your e-mail. I have filed it under {ref}. Here are the answers, by your numbers:"),
        *answers,
        *closing("Best wishes", "Clerk to Estwick Parish Council"),
        para(f"On {about.received} at 19:42, A. Requester wrote:"),
        Quote((para("Dear Clerk,"), *request, para("Yours, A. Requester")), "mail"),
    ]  # fmt: skip
    look = Look(
        mail=headers(
            f"RE: FOI request – {about.title} [{ref}]", about.answered_on, "clerk@estwick.example"
        )
    )
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look, titles=False)


def review_outcome():
    """The outcome of an internal review: what was asked, what was answered, and findings question by question."""
    some = (
        matter(311, LABORATORIES, of=4, refused={2: 0}),
        matter(312, LABORATORIES, of=3, refused={3: 2}),
    )
    return [_review(about) for about in some]


def _review(about):
    sheet = Sheet(about, ("1.",))
    ref = f"IR-{about.serial}"
    request = sheet.questions()
    (refused,) = (place for place, point in enumerate(about.points, start=1) if point.codes)
    findings = []
    for path in sheet.points:
        findings += sheet.told(path, lead=spans(f"Question {path[0]}: ", bold=True))
    outcome = para(
        f"I therefore uphold the decision on question {refused}, and consider that the other questions are now answered in full."
    )
    parts = [
        *office("Office for Laboratory Standards", "Beacon House, Tarnmouth"),
        para(f"Review reference: {ref}"),
        para(about.answered),
        para("Dear Requester"),
        para("OUTCOME OF INTERNAL REVIEW", bold=True),
        para(f"Subject: {about.title}", bold=True),
        heading(3, "Your request"),
        para(f"On {about.received} you asked us for:"),
        Quote(tuple(request)),
        heading(3, "Findings of this review"),
        para("I have looked at the whole of your request afresh, and had no part in the first answer."),
        *findings,
        heading(3, "Outcome"),
        outcome,
        para("If you disagree with this outcome you may now apply to the Information Commissioner."),
        *closing("Yours sincerely", "Head of Governance"),
    ]  # fmt: skip
    response = [*findings, outcome]
    return sheet.made(parts, ref=ref, request=request, response=response, look=Look("sans", 11))


def neither_confirm():
    """A force that neither confirms nor denies: one request without a label, in quotation marks."""
    asked = (
        "Please tell me whether the force has used disguised cameras at the racecourse in the last three years, and how often.",
        "How many requests for the movements of a single telephone did the force make in the last year to find a poacher?",
    )
    return [_neither(seed, words) for seed, words in zip((313, 314), asked, strict=True)]


def _neither(seed, words):
    about = matter(seed, DRONES, of=1)
    sheet = Sheet(about)
    ref = f"FOI-{about.serial}-{about.answered_on:%y}"
    request = [para(f"“{words}”", indent=1)]
    denied = (
        "Tarnmouth Police can neither confirm nor deny that it holds the information you have asked for, as the duty in section "
        "1(1)(a) of the Freedom of Information Act 2000 does not apply by virtue of section 31(3) of that Act."
    )
    told = sheet.tells((), Point(words, denied, ("ncnd", "s31(3)")))
    last = para(
        "Nothing in this letter should be taken to mean that such information is or is not held."
    )
    response = [
        *told,
        *reasons("31(3)", title="Section {provision} {name} – evidence of harm"),
        last,
    ]
    parts = [
        *office("TARNMOUTH POLICE", "Records and Disclosure", "Causeway, Tarnmouth"),
        para(f"Reference: {ref}"),
        para(about.answered),
        para("Dear Applicant"),
        para(f"Your request was received on {about.received} and reads:"),
        *request,
        heading(2, "Response"),
        *response,
        *police_rights(),
        *closing("Yours sincerely", "Disclosure Officer"),
    ]  # fmt: skip
    look = Look("computer", 11, footer="Tarnmouth Police – OFFICIAL")
    return sheet.made(parts, ref=ref, request=request, response=response, look=look, titles=False)


def prose_answer():
    """A university: paragraphs of prose that name the questions, two of them answered together."""
    return [_prose(matter(seed, HALLS, of=5, refused={3: 1})) for seed in (315, 316)]


def _prose(about):
    sheet = Sheet(about, ("1.",))
    ref = f"UE-FOI-{about.serial}"
    request = [
        para("I am looking into student housing and should like to know:", italic=True),
        *sheet.questions(italic=True),
    ]
    leads = ("As to question 1, ", "As to question 2, ", "As to question 3, ")
    response = [
        part
        for number, lead in enumerate(leads, start=1)
        for part in sheet.told((number,), lead=spans(lead))
    ]
    together = Point(
        "",
        "the figures for these are kept by term and not by year, and are published by us every summer in the report on student housing, "
        "so that they are exempt under section 21 of the Act as information that you can reach by other means.",
        ("s21",),
    )
    response += sheet.tells(((4,), (5,)), together, lead=spans("As to questions 4 and 5, "))
    parts = [
        *office("University of Estwick", "Legal Services", "Old Tannery, Estwick"),
        para(f"Ref. {ref}"),
        para(about.answered),
        para("Dear enquirer"),
        para(f"Request for information – {about.title}", bold=True),
        para(f"We write with reference to your message of {about.received}, which said:"),
        *request,
        para("We have consulted the accommodation office and can now reply."),
        *response,
        *short_rights(),
        *closing("Kind regards", "Information Compliance"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=response, look=Look("serif", 11))


LAYOUTS = (
    Layout("police-decision", PAGES, police_decision),
    Layout("council-below", PAGES, council_below),
    Layout("trust-table", PAGES, trust_table),
    Layout("ministry-annexes", PAGES, ministry_annexes),
    Layout("clerk-mail", ("eml", "html", "txt"), clerk_mail),
    Layout("review-outcome", PAGES, review_outcome),
    Layout("neither-confirm", PAGES, neither_confirm),
    Layout("prose-answer", (*PAGES, "txt"), prose_answer),
)

"""Letters of the seventh set: of the seen half since they were measured."""

from tests.support.layouts import met_requests as matters
from tests.support.layouts.letter_words import closing, office, reasons
from tests.support.layouts.letters import Sheet, in_turn
from tests.support.layouts.met_requests import matter_of
from tests.support.layouts.nodes import Cell, Grid, Look, Span, heading, para, spans
from tests.support.layouts.shapes import PAGES, Layout

_REVIEW = (
    "If you are dissatisfied with the handling of your request you have the right to ask for an internal review, within "
    "two months of the date on which you received this response."
)
_ICO = (
    "If you are not content with the outcome of that review, you may apply directly to the Information Commissioner for a "
    "decision, at Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF."
)


def northern_force():
    """A northern force: keyword and subject on top, "Request and Answer", then "Request 1" and "Answer" in bold above their words."""
    return [
        _northern(matter_of(seed, title))
        for seed, title in ((921, matters.CYCLES), (922, matters.FACES))
    ]


def _northern(about):
    sheet = Sheet(about)
    ref = f"F-{about.received_on:%Y}-{about.serial:05}"
    asked, answers, body = [], [], []
    for path in sheet.points:
        sheet.asks(path)
        told = sheet.told(path)
        question = para(sheet.points[path].text)
        asked.append(question)
        answers += told
        body += [para(f"Request {path[0]}", bold=True), question]
        body += [para("Answer", bold=True), *told]
    parts = [
        heading(1, "FREEDOM OF INFORMATION REQUEST"),
        para(Span("FOI Reference Number: ", bold=True), ref),
        para(Span("Keyword: ", bold=True), "Crime/Incident Statistics"),
        para(Span("Subject: ", bold=True), about.title),
        heading(2, "Request and Answer:"),
        para("Your request for information has now been considered. In respect of Section 1(1)(a) of the Act we can confirm that the Service does hold some of the information to which your request relates. The decision is explained below."),
        *body,
        para("If you have any queries regarding your request or the decision please do not hesitate to contact me. When contacting the Corporate Information Branch, please quote the reference number listed at the beginning of this letter."),
        para(_REVIEW),
        para(_ICO),
        para("Please be advised that replies under Freedom of Information shall be released into the public domain via our website."),
    ]  # fmt: skip
    look = Look("sans", 11, footer="Keeping people safe")
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=look)


def scottish_force():
    """A Scottish service: the request said to be replicated, each question in bold behind its number, the answer below; FOISA."""
    return [
        _scottish(matter_of(seed, title))
        for seed, title in ((923, matters.ARMOUR), (924, matters.TURBINES))
    ]


def _scottish(about):
    sheet = Sheet(about)
    ref = f"{about.received_on:%y}-{about.serial}"
    pairs = [(sheet.question(path, bold=True), sheet.told(path)) for path in sheet.points]
    asked, answers, body = in_turn(pairs)
    parts = [
        para(f"Our Ref: {ref}"),
        para(about.answered),
        heading(2, "Freedom of Information (Scotland) Act 2002"),
        para(f"Subject: {about.title}", bold=True),
        para(f"I refer to your recent request for information received on {about.received}, which is replicated below together with our response."),
        para(about.intro, bold=True),
        *body,
        para("Should you require any further assistance please contact Information Management quoting the reference number given."),
        para("If you are dissatisfied with the way in which we have dealt with your request, you are entitled, in the first instance, to request a review of our actions and decisions. Your request must specify the matter which gives rise to your dissatisfaction and be submitted within 40 working days."),
        para("If you remain dissatisfied following the outcome of that review, you are thereafter entitled to apply to the Office of the Scottish Information Commissioner within six months for a decision."),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11.5))


def exemptions_first():
    """A capital's force: what is sought, the decision and its sections, the reasons, and only then "Q1 -" with each answer."""
    return [
        _exemptions_first(matter_of(seed, title))
        for seed, title in ((925, matters.FACES), (926, matters.VETTING))
    ]


def _exemptions_first(about):
    sheet = Sheet(about, ("Q1 -",))
    ref = f"01/FOI/{about.received_on:%y}/{about.serial:06}"
    request = [para(about.intro), *sheet.questions()]
    pairs = [
        (sheet.question(path, bold=True), sheet.told(path, lead=spans("A – ")))
        for path in sheet.points
    ]
    _, answers, body = in_turn(pairs)
    (code,) = (code for point in about.points for code in point.codes)
    named = reasons("31(1)(a)") if code == "s31(1)(a)" else []
    parts = [
        heading(1, f"Freedom of information request reference no: {ref}"),
        para(about.title, bold=True),
        para("I note you seek access to the following information:"),
        *request,
        para("I have today decided to disclose the located information to you, save for what is exempt under the following section of the Act:"),
        para(f"Section {code[1:]}"),
        para("Reason for decision", bold=True),
        para("Where part of what is sought is refused, the Service has to say so, to name the exemption, and to say why it applies."),
        *named,
        para("Disclosure", bold=True),
        *body,
    ]  # fmt: skip
    look = Look("sans", 11, menu=("Report", "Tell us about", "Apply"))
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def notices_behind():
    """A London council: the questions in bold with their answers, then notices on more data, direct marketing, and rights."""
    return [
        _notices(matter_of(seed, title))
        for seed, title in ((927, matters.HOUSING), (928, matters.TELEPHONY))
    ]


def _notices(about):
    sheet = Sheet(about)
    ref = f"{about.serial + 8_400_000}"
    request = [para(about.intro), *sheet.questions()]
    pairs = [(sheet.question(path, bold=True), sheet.told(path)) for path in sheet.points]
    _, answers, body = in_turn(pairs)
    parts = [
        para(f"Date: {about.answered}"),
        para(f"Our reference: {ref}"),
        para("Dear Sir or Madam"),
        para(f"{about.title}", bold=True),
        para(f"Thank you for your request received on {about.received}, for the following information:"),
        *request,
        para("We have processed this request under the Freedom of Information Act 2000."),
        heading(3, "Response"),
        para("The council holds some of the information requested and the answers to your questions are below"),
        *body,
        heading(3, "Further information"),
        para("If you are interested in the data that the council holds you may wish to visit our open data portal."),
        heading(3, "Advice and Assistance: Direct Marketing"),
        para("If you are a company that intends to use the names and contact details of council officers for direct marketing, you need to be registered with a preference service."),
        heading(3, "Your rights"),
        para("If you are unhappy with the way your request for information has been handled, you can request a review within the next 40 working days by writing to the Information Management Team."),
        para(_ICO),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


def figures_by_year():
    """A fire service: a table whose rows are the questions behind their numbers, with a column of figures for each year."""
    return [_figures(matter_of(seed, matters.NURSES), seed) for seed in (929, 930)]


def _figures(about, seed):
    sheet = Sheet(about)
    ref = f"FRS-FOI-{about.serial}"
    rows, asked = [], []
    for path in sheet.points:
        question = sheet.question(path)
        asked.append(question)
        rows.append(((question,), f"{seed + path[0]}", f"{seed + 7 * path[0]}", f"£{path[0]},{seed}"))  # fmt: skip
    parts = [
        *office("Three Rivers Fire and Rescue", "Headquarters, Ash Lane"),
        para(f"Ref: {ref}"),
        para(about.answered),
        para("Dear Enquirer"),
        para(f"Freedom of Information request: {about.title}", bold=True),
        para(f"Further to your request of {about.received}, please find our figures below against each of your questions."),
        Grid((("Your question", "2021", "2022", "2023"), *rows), widths=(6, 1, 1, 1), head=1),
        para(_REVIEW),
        para(_ICO),
        *closing("Yours sincerely", "Information Governance Officer"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response="", look=Look("sans", 11))


def sections_in_the_table():
    """A trust: number, question and response in three columns, and rows across them that head a group of questions."""
    return [
        _sections(matter_of(seed, title))
        for seed, title in ((931, matters.CYBER), (932, matters.HOUSING))
    ]


def _sections(about):
    sheet = Sheet(about)
    ref = f"FOI.{about.serial}"
    rows, asked, answers = [], [], []
    for path, point in sheet.points.items():
        if path[0] in (1, 4):
            head = "Section A: general" if path[0] == 1 else "Section B: people and money"
            rows.append((Cell((para(head, bold=True),), across=3),))
        sheet.asks(path)
        told = sheet.told(path)
        asked.append(para(point.text))
        answers += told
        rows.append((f"{path[0]}", point.text, tuple(told)))
    parts = [
        *office("Saltmarsh Partnership NHS Foundation Trust", "Freedom of Information Office"),
        para(about.answered),
        para(f"Reference: {ref}"),
        para("Dear Applicant"),
        para(f"Re: {about.title}", bold=True),
        para(f"Thank you for your recent Freedom of Information request. It was received on {about.received}, and our response is in the table."),
        Grid((("No.", "Question", "Response"), *rows), widths=(1, 6, 6), head=1),
        para("If you need any help with this information please contact the FOI Office."),
        para(_REVIEW),
        para(_ICO),
        *closing("Yours sincerely", "Freedom of Information Officer"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("sans", 10.5))


def each_is_held():
    """A parliament's office: each question again in bold italics, its answer opening on "This information is held"."""
    return [
        _held(matter_of(seed, title))
        for seed, title in ((933, matters.COMPLAINTS), (934, matters.BUSES))
    ]


def _held(about):
    sheet = Sheet(about, ("1)",))
    ref = f"F{about.received_on:%y}-{about.serial % 900 + 100}"
    asked, answers, body = [], [], []
    for path, point in sheet.points.items():
        question = sheet.question(path, bold=True, italic=True)
        refused = bool(point.codes)
        said = "Some information is held by the House." if refused else "This information is held by the House."  # fmt: skip
        told = sheet.told(path, lead=spans(f"{said} "))
        sheet._answers[sheet.name(path)] = (
            f"{said} {point.answer}"
            if not point.link
            else f"{said} {sheet._answers[sheet.name(path)]}"
        )
        asked.append(question)
        answers += told
        body += [question, *told]
    parts = [
        para(about.answered),
        para("Dear Requester,"),
        para(f"Freedom of Information request {ref}: {about.title}", bold=True),
        para(f"Thank you for your request for information dated {about.received}, received by us on the same date, which is copied below."),
        para("We have sought to answer each of your questions in turn."),
        para(about.intro, italic=True, bold=True),
        *body,
        para("You may, if dissatisfied with the handling of your request, complain to the House. Alternatively, if you are dissatisfied with the outcome of your request you may ask the House to conduct an internal review of any decision regarding your request."),
        para("Complaints or requests for internal review should be addressed to: Information Rights Service, or foi@chamber.example."),
        *closing("Yours sincerely", "Information Rights Manager"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 12))


def square_brackets():
    """A regulator: the request behind numbers in square brackets, as its writer put them, and the answers behind the same."""
    return [
        _brackets(matter_of(seed, title))
        for seed, title in ((935, matters.TELEPHONY), (936, matters.SQUIRRELS))
    ]


def _brackets(about):
    sheet = Sheet(about, ("[1]",))
    ref = f"RR{about.serial}"
    request = [para(about.intro), *sheet.questions()]
    answers = sheet.replies()
    parts = [
        *office("Office for Rural Regulation", "Dale House"),
        para(f"Our reference: {ref}"),
        para(about.answered),
        para("Dear requester"),
        para(about.title, bold=True),
        para(f"You wrote to us on {about.received}. Your request is set out here."),
        *request,
        para("Our reply to each point is as follows."),
        *answers,
        para(_REVIEW),
        para(_ICO),
        *closing("Yours faithfully", "Access to Information Adviser"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def web_form():
    """A council's form: a table of what the requester filled in, the questions in one cell, the council's response in the last."""
    return [
        _form(matter_of(seed, title))
        for seed, title in ((937, matters.BUSES), (938, matters.POTHOLES))
    ]


def _form(about):
    sheet = Sheet(about, ("1.",))
    ref = f"WEB{about.serial}"
    intro = [para(about.intro)] if about.intro else []
    request = [*intro, *sheet.questions()]
    answers = sheet.replies()
    rows = (
        ("Form reference", ref),
        ("Submitted", f"{about.received} 14:02"),
        ("Your name", "[removed]"),
        ("Your email", "[removed]"),
        ("What is your request about?", about.title),
        ("Please describe the information you want", tuple(request)),
        ("Preferred format", "Email"),
        ("Council response", tuple(answers)),
        ("Date of response", about.answered),
    )
    parts = [
        heading(1, "Freedom of Information request form"),
        Grid(tuple(((para(name, bold=True),), words) for name, words in rows), widths=(1, 3)),
        para(
            "If you are not happy with this response please write to foi.review@highmoor.example."
        ),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


LAYOUTS = (
    Layout("northern-force", PAGES, northern_force),
    Layout("scottish-force", (*PAGES, "txt"), scottish_force),
    Layout("exemptions-first", PAGES, exemptions_first),
    Layout("notices-behind", (*PAGES, "txt"), notices_behind),
    Layout("figures-by-year", PAGES, figures_by_year),
    Layout("sections-in-the-table", PAGES, sections_in_the_table),
    Layout("each-is-held", PAGES, each_is_held),
    Layout("square-brackets", (*PAGES, "txt"), square_brackets),
    Layout("web-form", PAGES, web_form),
)

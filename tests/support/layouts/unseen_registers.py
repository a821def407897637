"""Logs and letters of a fifteenth set, its other half: prosecutors, a parliament, a government, forces, universities, academies."""

from tests.support.layouts import met_releases_requests as matters
from tests.support.layouts.as_mail import headers
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_releases_requests import matter_of, requests
from tests.support.layouts.nodes import Look, Quote, Span, heading, para
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, in_turns, questions
from tests.support.layouts.shapes import PAGES, Layout, day, log


def prosecutors():
    """Prosecutors' disclosures: a title, "Disclosure Ref: 25/2023" below it, "Request" and "Response" in bold, labels in brackets."""
    entries, body = [], []
    for case in requests(1511, matters.POLLS, matters.LECTURES, matters.APPEALS):
        way = Way(("(a)",))
        one = entry(case, way, ref=f"{case.serial % 90}/{case.received_on:%Y}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        body += [
            heading(2, one.title),
            para(f"Disclosure Ref: {one.ref}", italic=True),
            para("Request", bold=True),
            *one.request,
            para("Response", bold=True),
            *one.response,
        ]
        entries.append(one)
    return log(entries, [heading(1, "Disclosures under the Freedom of Information Act")], body, look=Look("serif", 12))  # fmt: skip


def house_copied():
    """A parliament's letter: "Freedom of Information Request F23-123", "copied below", each question in italics above its answer."""
    return [_house(matter_of(seed, title)) for seed, title in ((1512, matters.POLLS), (1513, matters.LAND))]  # fmt: skip


def _house(about):
    sheet = Sheet(about, ("1)",))
    ref = f"F{about.received_on:%y}-{about.serial}"
    asked, answers, body = [], [], []
    for path in sheet.points:
        one, said = sheet.question(path, italic=True), sheet.told(path)
        asked.append(one)
        answers += said
        body += [one, *said]
    parts = [
        *office("The Assembly House", "Information Rights and Information Security Service"),
        para("by email only"),
        para(about.answered),
        para("Our Ref: ", Span(ref, bold=True)),
        para("Dear Member of the Public,"),
        para(f"Freedom of Information Request {ref}", bold=True),
        para(f"Thank you for your request for information dated {about.received}, received by us on the same day, which is copied below."),
        para("We have sought to consider when information which is not already in the public domain could be made available."),
        para(about.intro, italic=True),
        *body,
        para(
            "You may, if dissatisfied with the handling of your request, complain to the House. Alternatively, if you are "
            "dissatisfied with the outcome of your request you may ask the House to conduct an internal review of any decision."
        ),
        *closing("Yours sincerely,", "Information Rights Manager"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 12), titles=False)  # fmt: skip


def assembly_government():
    """A government's letter: "ATISN 19876 – Title" in bold, "Information requested" and "Our response" as headings, points by letters."""
    return [_government(matter_of(seed, title)) for seed, title in ((1514, matters.SPILLS), (1515, matters.HYDRANTS))]  # fmt: skip


def _government(about):
    sheet = Sheet(about, ("A.",))
    ref = f"ATISN {about.serial + 11000}"
    asked, answers = sheet.questions(), sheet.replies()
    parts = [
        *office("Llywodraeth y Cwm / Valley Government"),
        para(about.answered),
        para("Dear Sir or Madam,"),
        para(f"{ref} – {about.title}", bold=True),
        heading(3, "Information requested"),
        para(f"Thank you for your request which I received on {about.received}. You asked for:"),
        para(about.intro),
        *asked,
        heading(3, "Our response"),
        *answers,
        heading(3, "Next steps"),
        para("If you are dissatisfied with the Government’s handling of your request, you can ask for an internal review within 40 working days of the date of this response."),
        *closing("Yours sincerely"),
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 12))


def fire_register():
    """A fire service's register: "2023-118 Title" over each entry, "You sought", "We provided", "Q1)" and below it "A1)"."""
    entries, body = [], []
    for case in requests(1516, matters.HYDRANTS, matters.WORKERS, matters.CAMERAS):
        way = Way(("Q1)",))
        both = in_turns(case, way, form="A1)")
        one = entry(case, way, ref=f"{case.received_on:%Y}-{case.serial % 900}", request=[para(case.intro)], response=both)  # fmt: skip
        one.truth["request"] = "\n".join([case.intro, *(ask.text for ask in case.asks)])
        one.truth["response"] = "\n".join(ask.answer for ask in case.asks)
        body += [
            heading(2, f"{one.ref} {one.title}"),
            para(Span("You sought: ", bold=True), case.intro),
            para("We provided:", bold=True),
            *both,
            para(f"Date of reply {day(case.answered_on)}", italic=True),
        ]
        entries.append(one)
    return log(entries, [heading(1, "Calder and Isle Fire and Rescue"), heading(2, "Register of FOI replies")], body, look=Look("serif", 11))  # fmt: skip


def university_brackets():
    """A university's log without a table: a bold line "Title [UW-FOI-2324-017]", "Requested:" and "Supplied:" run in, points with a dash."""
    entries, body = [], []
    for case in requests(1517, matters.LECTURES, matters.LAND, matters.POLLS):
        way = Way(("1 –",))
        one = entry(case, way, ref=f"UC-FOI-2324-{case.serial % 900:03}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        body += [
            para(f"{one.title} [{one.ref}]", bold=True),
            para(Span("Requested: ", italic=True), case.intro),
            *one.request[1:],
            para(Span("Supplied: ", italic=True), "The following was sent to the requester."),
            *one.response,
        ]
        entries.append(one)
    return log(entries, [heading(1, "University of Calderby"), para("Information requests dealt with in 2023–24")], body, look=Look("serif", 10.5))  # fmt: skip


def capital_force():
    """A force's page for one request: "I note you seek access to the following information:", "I have today decided", "Q1 -"."""
    return [_capital(matter_of(seed, title)) for seed, title in ((1518, matters.CAMERAS), (1519, matters.APPEALS))]  # fmt: skip


def _capital(about):
    sheet = Sheet(about, ("Q1 -",))
    ref = f"01.FOI.{about.received_on:%y}.{about.serial + 21000:06}"
    asked = sheet.questions(bold=True)
    answers = sheet.replies()
    parts = [
        heading(1, f"{about.title}"),
        para(f"Freedom of information request reference no: {ref}"),
        para("I note you seek access to the following information:"),
        para(about.intro),
        *asked,
        para(
            "I have today decided to disclose some of the requested information. Some data has been withheld as it is exempt from "
            "disclosure and therefore this response serves as a Refusal Notice under Section 17 of the Freedom of Information Act 2000 (the Act)."
        ) if any(point.codes for point in about.points) else para("I have today decided to disclose the located information to you in full."),
        heading(2, "Disclosure"),
        *answers,
    ]  # fmt: skip
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11, site="new", menu=("Report", "Advice")))  # fmt: skip


def academy_mail():
    """An academy trust's mail: the questions with roman numerals in a box, then "In answer to your request:" and the numerals again."""
    return [_academy(matter_of(seed, title)) for seed, title in ((1520, matters.TRIPS), (1521, matters.WORKERS))]  # fmt: skip


def _academy(about):
    sheet = Sheet(about, ("i.",))
    ref = f"CAT/{about.received_on:%b}/{about.serial % 100}".upper()
    asked, answers = sheet.questions(), sheet.replies()
    parts = [
        para("Good afternoon"),
        para(f"FOI request ({ref}) {about.title}", bold=True),
        para(
            f"Your email below, which reached us on {about.received}, has been treated as a request under the Act."
        ),
        Quote((para(about.intro), *asked), "boxed"),
        para("In answer to your request:"),
        *answers,
        para("Should you wish to appeal, please write to the Chair of Trustees."),
        *closing("Kind regards", "Data Protection Lead", "Calder Academies Trust"),
    ]
    request = [para(about.intro), *asked]
    look = Look("sans", 11, mail=headers(f"RE: {about.title} {ref}", about.answered_on, "office@calder.example"))  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


LAYOUTS = (
    Layout("prosecutors", (*PAGES, "md"), prosecutors),
    Layout("house-copied", (*PAGES, "txt"), house_copied),
    Layout("assembly-government", PAGES, assembly_government),
    Layout("fire-register", PAGES, fire_register),
    Layout("university-brackets", (*PAGES, "txt"), university_brackets),
    Layout("capital-force", PAGES, capital_force),
    Layout("academy-mail", ("html", "docx", "eml"), academy_mail),
)

"""Letters of forces and other keepers of order: unseen until rules were written because of them."""

from dataclasses import replace

from tests.support.layouts import once_unseen_letters_mails, once_unseen_letters_offices
from tests.support.layouts.letter_topics import DRONES
from tests.support.layouts.letter_topics_too import ACADEMY, CARS, DREDGING, LABORATORIES
from tests.support.layouts.letter_words import (
    COST_ADVICE,
    closing,
    council_rights,
    office,
    police_rights,
    reasons,
    short_rights,
)
from tests.support.layouts.letters import Point, Sheet, figures, matter
from tests.support.layouts.nodes import Item, Look, Quote, heading, para, spans
from tests.support.layouts.shapes import PAGES, Layout


def headed_answers():
    """A force: its numbers again as bold headings, two questions refused under one of them, large type."""
    return [_headed(401, {4: 0, 5: 0}), _headed(402, {2: 2})]


def _headed(seed, refused):
    about = matter(seed, DRONES, of=5, refused=refused)
    if len(refused) > 1:
        about = about.changed(
            5, text="What is the longest time that each model can stay in the air?"
        )
    sheet = Sheet(about, ("1.",))
    ref = f"{about.serial}/{about.answered_on:%y}"
    request = [
        para("I would like to request the following under the Freedom of Information Act:"),
        *sheet.questions(),
    ]
    joint = Point(
        "",
        "Tarnmouth Police holds this information and has decided to withhold it. It is exempt by virtue of sections 31(1)(a) and 31(1)(b) of "
        "the Act, because somebody who knew how far and for how long each model flies could plan around it.",
        ("s31(1)(a)", "s31(1)(b)"),
    )
    response = []
    for (number,) in sheet.points:
        if number in refused and len(refused) > 1:
            continue
        response += [para(f"Question {number}", bold=True), *sheet.told((number,))]
    if len(refused) > 1:
        response += [para("Questions 4 and 5", bold=True), *sheet.tells(((4,), (5,)), joint)]
        response += reasons("31(1)(a)")
    parts = [
        *office("TARNMOUTH POLICE", "Freedom of Information Unit", "PO Box 11, Tarnmouth"),
        para(f"FREEDOM OF INFORMATION REQUEST REFERENCE NO: {ref}"),
        para(about.answered),
        para("Thank you for your request for information regarding ", *spans(about.title, bold=True)),
        para(f"It was received on {about.received} and has now been considered."),
        heading(2, "REQUEST"),
        *request,
        heading(2, "RESPONSE"),
        *response,
        para("Please note that statistics of this force need not be comparable with those of another."),
        *closing("Yours faithfully", "Disclosure Officer"),
        *police_rights(),
    ]  # fmt: skip
    look = Look("sans", 13, margin=28, header="OFFICIAL", footer="Tarnmouth Police")
    return sheet.made(parts, ref=ref, request=request, response=response, look=look, titles=False)


def decisions_in_a_table():
    """A ministry’s agency: a ruled table of decisions, then the answers behind small letters."""
    some = (
        matter(403, CARS, of=6, refused={2: 0, 5: 2}),
        matter(404, CARS, of=4, refused={4: 1}),
    )
    return [_decisions(about) for about in some]


_SAID = {"not held": ("Not held", "none"), "s43(2)": ("Withheld", "43(2)"), "s31(1)(a)": ("Withheld", "31(1)(a)")}  # fmt: skip


def _decisions(about):
    sheet = Sheet(about, ("a)",))
    ref = f"TO/{about.answered_on:%Y}/{about.serial}"
    request = sheet.questions()
    rows = []
    for path, point in sheet.points.items():
        (code,) = point.codes or ("",)
        rows.append((sheet.label(path), *_SAID.get(code, ("Disclosed", "none"))))
    table = (("Question", "Decision", "Section"), *rows)
    overview, grid = sheet.tells(
        (), Point("", "What we decided is shown in this table.", table=table)
    )
    answers = sheet.replies()
    is_priced = any("s43(2)" in point.codes for point in about.points)
    explained = reasons("43(2)", level=4, title="{name}: section {provision}") if is_priced else []
    parts = [
        *office("The Rural Roads Agency", "Information Governance", "Sheepwash House, Ardwell"),
        para("[Name and address removed]"),
        para(f"Our reference: {ref}"),
        para(f"Date of this letter: {about.answered}"),
        para("Dear Sir or Madam"),
        para(f"Your request for information: {about.title}", bold=True),
        para(f"Thank you for your request, which reached us on {about.received}. You asked:"),
        Quote(tuple(request)),
        overview,
        grid,
        para("Our answers in detail", bold=True),
        *answers,
        *explained,
        *council_rights("Your right to complain"),
        *closing("Yours faithfully", "Information Governance"),
    ]
    response = [overview, *answers, *explained]
    return sheet.made(parts, ref=ref, request=request, response=response, look=Look("serif", 10))


def environmental():
    """A harbour authority: letters in brackets alone in their line, roman parts, exceptions of the Regulations."""
    some = (
        matter(405, DREDGING, of=5, refused={4: 0, 5: 1}),
        matter(406, DREDGING, of=4, refused={3: 2}),
    )
    return [_environmental(about) for about in some]


def _environmental(about):
    metals = figures(about.serial, ("Metal", "Highest", "Lowest"), ("Zinc", "Copper", "Lead"))
    about = about.changed(
        1, text="Please provide the results of tests for metals in the silt before it was moved.",
        answer="Eleven samples were tested. The results, in milligrams for each kilogram, are as follows.", table=metals,
    )  # fmt: skip
    halves = (
        Point("how many berths were closed while work went on", f"{about.filled['m']} berths were closed"),
        Point("how long each of them stayed closed", f"for {about.filled['k']} days each, apart from one"),
    )  # fmt: skip
    about = about.changed(2, text="As to the berths:", answer="", parts=halves)
    sheet = Sheet(about, ("(a)", "(i)"))
    ref = f"EIR{about.serial}"
    request = sheet.questions(italic=True)
    answers = []
    for path, point in sheet.points.items():
        if not point.parts:
            answers += [
                para("".join(sheet.label(path[:depth]) for depth in range(1, len(path) + 1)), bold=True),
                *sheet.told(path),
            ]  # fmt: skip
    interest = [
        para("The public interest", bold=True),
        para(
            "Regulation 12(2) asks us to presume in favour of disclosure, and we have done so. We found all the same that the harm described "
            "outweighs what the public would gain."
        ),
    ]
    parts = [
        *office("Estwick Harbour Authority", "The Old Customs House", "Estwick"),
        para(f"Reference {ref}"),
        para(about.answered),
        para("Dear enquirer,"),
        para(f"Environmental Information Regulations 2004 – {about.title}", bold=True),
        para(
            f"Your e-mail of {about.received} asks for information that is environmental, and we have therefore handled it under "
            "the Regulations. This is what you would like to know:"
        ),
        *request,
        para("We can tell you the following."),
        *answers,
        *interest,
        para("You can make representations to us within 40 working days of this letter, under regulation 11."),
        *closing("Yours sincerely", "Harbour Clerk"),
    ]  # fmt: skip
    look = Look("serif", 11.5, margin=25, footer="Estwick Harbour Authority")
    return sheet.made(parts, ref=ref, request=request, response=[*answers, *interest], look=look)


def over_the_limit():
    """A body that refuses the whole request for its cost, and advises how to narrow it."""
    some = (matter(407, ACADEMY, of=4), matter(408, ACADEMY, of=3))
    return [_over(about) for about in some]


def _over(about):
    sheet = Sheet(about, ("1)",))
    ref = f"F{about.serial:07}"
    request = sheet.questions(italic=True)
    refusal = Point(
        "",
        "We believe that we hold at least some of this information, but to find out would take us beyond what the law asks of us. Section 12(1) "
        "of the Freedom of Information Act 2000 says that a public authority need not comply with a request if it estimates that the cost would "
        "exceed the appropriate limit, which for us is £450, or eighteen hours of work by one person.",
        ("s12(1)",),
    )
    hours = (
        f"The papers of {about.filled['n']} volunteers would have to be read one after the other. At ten minutes for each, this comes to far more "
        "than eighteen hours. Because the limit is reached by one of your points, we are not obliged to answer the others.",
    )
    response = [
        *sheet.tells((), refusal, after=hours),
        para("Advice and assistance", bold=True),
        para(COST_ADVICE),
    ]
    parts = [
        *office("Council for Voluntary Wardens", "3 Weir Street, Larkrise"),
        para(f"Our ref: {ref}"),
        para(about.answered),
        para("Dear Mx Requester"),
        para(f"RE: {about.title}", bold=True),
        para(f"Thank you for your letter of {about.received}. You have asked for the information below."),
        *request,
        *response,
        *short_rights(),
        *closing("Kind regards", "Office Manager"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=response, look=Look("sans", 10.5))


def ask_each_force():
    """A national body that holds nothing, and names the forces that may: one request, a list that is none of questions."""
    asked = (
        "How many horses has each force in the north kept since 2015, and how many were retired in each of those years?",
        "I should like the number of dogs that were trained to find books, for each force in the west and for each year since 2012.",
    )
    return [_each(seed, words) for seed, words in zip((409, 410), asked, strict=True)]


def _each(seed, words):
    about = matter(seed, ACADEMY, of=1)
    sheet = Sheet(about)
    ref = f"NPB-{about.serial}"
    request = [para("Hello, I am a student and interested in working animals."), para(words)]
    told = sheet.tells(
        (),
        Point(
            words,
            "We do not hold the information that you have asked for. The Board sets standards for all forces but keeps no figures of theirs.",
            ("not held", "signposted"),
        ),
        after=(
            "To help you, we suggest that you write to the forces themselves, each of which is a public authority of its own. These may hold it:",
        ),
    )
    forces = (
        "Tarnmouth Police",
        "Estwick Constabulary",
        "Harrowmere Constabulary",
        "Ardwell and Larkrise Police",
    )
    bullets = [
        Item("•", spans(force), (number,), ("•",), "forces")
        for number, force in enumerate(forces, start=1)
    ]
    last = para(
        "Their addresses can be found in any telephone directory. We cannot pass a request on without your consent."
    )
    response = [*told, *bullets, last]
    parts = [
        *office("National Board for Patrols", "FOI Desk", "9 Longmarket"),
        para(f"Case number: {ref}"),
        para(about.answered),
        para("Dear Requester"),
        para(f"I refer to your request dated {about.received}, which I quote in full:"),
        Quote(tuple(request)),
        para("Response", bold=True),
        *response,
        *short_rights(),
        *closing("Yours sincerely", "FOI Desk"),
    ]  # fmt: skip
    look = Look("computer", 10.5, footer="National Board for Patrols")
    return sheet.made(parts, ref=ref, request=request, response=response, look=look, titles=False)


def numbers_in_a_sentence():
    """A regulator: one quoted sentence that numbers what it asks as it goes on, then answers behind these numbers."""
    some = (
        matter(411, LABORATORIES, of=4, refused={3: 1}),
        matter(412, LABORATORIES, of=3, refused={2: 2}),
    )
    return [_sentence(about) for about in some]


def _sentence(about):
    sheet = Sheet(about, ("(1)",))
    ref = f"FOI2{about.serial:05}"
    asked = []
    for path, point in sheet.points.items():
        sheet.asks(path)
        asked.append(f"{sheet.label(path)} {point.text}")
    request = [para(f"“Under the Act please send me {'; '.join(asked[:-1])}; and {asked[-1]}.”")]
    answers = sheet.replies()
    parts = [
        *office("Inspectorate of Measures", "Scales Lane, Tarnmouth"),
        para(f"Reference number: {ref}"),
        para(about.answered),
        para("Dear Requester"),
        para(f"Freedom of Information request – {about.title}", bold=True),
        para(f"On {about.received} you wrote to us:"),
        *request,
        para("We hold most of what you want. Our answers carry the numbers that you gave."),
        *answers,
        para("Next steps", bold=True),
        *short_rights(),
        *closing("Yours sincerely", "Information Rights"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def denies_one():
    """A force: each question again in italics above "Response:", one of them neither confirmed nor denied."""
    return [_denies(seed, refused) for seed, refused in ((413, {4: 1}), (414, {1: 2}))]


def _denies(seed, refused):
    about = matter(seed, DRONES, of=4, refused=refused).changed(
        3,
        text="Has a drone of the force been flown for the security service, and how often?",
        answer="Ardwell and Larkrise Police neither confirms nor denies that it holds information for this question, by virtue of sections "
        "24(2) and 31(3) of the Act. No inference should be drawn from this.",
        codes=("ncnd", "s24(2)", "s31(3)"),
    )
    sheet = Sheet(about, ("Q1)",))
    ref = f"FOI.{about.answered_on:%y}.{about.serial}.ALP"
    request = sheet.questions(bold=True)
    first, *rest = request
    quoted = [replace(first, label=f"“{first.label}"), *rest[:-1]]
    quoted.append(replace(rest[-1], spans=spans(f"{rest[-1].spans[0].text}”", bold=True)))
    response = []
    for path in sheet.points:
        response.append(sheet.question(path, italic=True))
        response += sheet.told(path, lead=spans("Response: ", bold=True), indent=1)
    response += reasons("31(3)", level=3, title="Section {provision}: {name}")
    parts = [
        *office("Ardwell and Larkrise Police", "Data Protection and Disclosure", "Ardwell AD9 3ZZ"),
        para(f"FOI Reference: {ref}"),
        para(about.answered),
        para("Good morning,"),
        para(f"Thank you for your FOI request, which we received on {about.received}. In it you asked us:"),
        *quoted,
        para("We have searched our records and respond to each part below."),
        *response,
        *closing("Kind regards", "Disclosure Team"),
        *police_rights(),
    ]  # fmt: skip
    look = Look(
        "sans", 11, header="Ardwell and Larkrise Police – OFFICIAL", footer="Disclosure Team"
    )
    return sheet.made(parts, ref=ref, request=request, response=response, look=look, titles=False)


_FORCES = (
    Layout("headed-answers", PAGES, headed_answers),
    Layout("decisions-in-a-table", PAGES, decisions_in_a_table),
    Layout("environmental", PAGES, environmental),
    Layout("over-the-limit", PAGES, over_the_limit),
    Layout("ask-each-force", PAGES, ask_each_force),
    Layout("numbers-in-a-sentence", PAGES, numbers_in_a_sentence),
    Layout("denies-one", PAGES, denies_one),
)
LAYOUTS = (*_FORCES, *once_unseen_letters_offices.LAYOUTS, *once_unseen_letters_mails.LAYOUTS)

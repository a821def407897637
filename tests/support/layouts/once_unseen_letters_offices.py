"""Letters of councils, trusts, archives and other offices: unseen until rules were written because of them."""

from tests.support.layouts.letter_topics import HALLS, HOSPITALITY, INTERPRETERS, POTHOLES
from tests.support.layouts.letter_topics_too import ACADEMY, CARS
from tests.support.layouts.letter_words import closing, council_rights, office, short_rights
from tests.support.layouts.letters import Point, Sheet, figures, matter
from tests.support.layouts.nodes import Break, Grid, Look, Quote, heading, para, spans
from tests.support.layouts.shapes import PAGES, Layout


def grey_box():
    """A council: the request in a grey box, answers by the same labels, a table and a file that goes with the letter."""
    some = (
        matter(421, POTHOLES, of=7, refused={3: 0, 6: 1}),
        matter(422, POTHOLES, of=4, refused={4: 2}),
    )
    return [_grey(about) for about in some]


def _grey(about):
    wards = figures(
        about.serial, ("Ward", "Reports", "Repairs", "Claims"), ("Mill", "Quay", "Weir", "Fell")
    )
    about = about.changed(
        2,
        text="A list of reports by ward, in a spreadsheet if possible",
        answer=f"The list is in the spreadsheet that comes with this letter (FOI_{about.serial}_reports.xlsx). A summary is below.",
        table=wards,
    )
    about = about.changed(
        1,
        text="Where can I find the standards to which roads are kept?",
        answer="This is exempt under section 21 of the Act, as you can already read it.",
        codes=("s21",),
        link=("The standards are in the", "road handbook", "https://www.larkrise.example/roads/handbook"),
    )  # fmt: skip
    sheet = Sheet(about, ("(1)",))
    ref = f"LDC-{about.answered_on:%y}-{about.serial}"
    request = sheet.questions()
    note = ("Claims that were withdrawn are not in these figures.",)
    answers = [
        part
        for path in sheet.points
        for part in sheet.answered(path, after=note if path == (2,) else ())
    ]
    parts = [
        *office("LARKRISE DISTRICT COUNCIL", "Democratic Services", "Council Offices, Larkrise LK2 2AA"),
        para(f"Request reference: {ref}"),
        para(about.answered),
        para("Dear Resident"),
        para(f"Request for information: {about.title}", bold=True),
        para(f"We have now looked into the request that you made on {about.received}:"),
        Quote(tuple(request), "boxed"),
        para("The council’s replies follow in the same order."),
        *answers,
        *council_rights("Complaints"),
        *closing("Kind regards", "Democratic Services"),
    ]  # fmt: skip
    look = Look(
        "sans", 12, margin=30, footer="Larkrise District Council, Council Offices, Larkrise"
    )
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def clinical_grid():
    """A trust: two columns without rules, "Q1" before each question, a cell with two questions and one answer."""
    some = (
        matter(423, INTERPRETERS, of=8, refused={4: 1}),
        matter(424, INTERPRETERS, of=6, refused={3: 0}),
    )
    return [_clinical(about) for about in some]


def _clinical(about):
    last = len(about.points)
    sheet = Sheet(about, ("Q1",))
    ref = f"RFI {about.serial}"
    joint = Point(
        "",
        "The Trust does not hold what you ask for in these two points. The system in which bookings are kept was changed, and its older part "
        "was not carried over.",
        ("not held",),
    )
    rows, questions, answers = [], [], []
    for path in sheet.points:
        if path[0] < last - 1:
            asked, told = [sheet.question(path)], sheet.told(path)
        elif path[0] == last - 1:
            both = ((last - 1,), (last,))
            asked, told = [sheet.question(one) for one in both], sheet.tells(both, joint)
        else:
            continue
        questions += asked
        answers += told
        rows.append((tuple(asked), tuple(told)))
    grid = Grid((("You asked", "We answer"), *rows), widths=(1, 1), is_ruled=False, head=1)
    parts = [
        *office("Ardwell Community Health NHS Trust", "The Lodge", "Infirmary Road, Ardwell"),
        para(f"Our Ref: {ref}"),
        para(about.answered),
        para("By e-mail"),
        para(f"Subject: {about.title}", bold=True),
        para("Dear Requester"),
        para(
            f"Your request under the Freedom of Information Act 2000 was received on {about.received}. The questions and the Trust’s answers "
            "stand side by side in what follows."
        ),
        grid,
        para("This concludes our reply to your request."),
        *short_rights(),
        *closing("Yours sincerely", "Head of Corporate Affairs"),
    ]
    look = Look("sans", 13, margin=36, header="Ardwell Community Health NHS Trust", footer="Page")
    return sheet.made(parts, ref=ref, request=questions, response=answers, look=look)


def closed_file():
    """A records office: a review of a closed file, opened in part; sections explained in an annex, no labels at all."""
    files = (
        ("HM 14/327", "Petitions of harbour pilots"),
        ("ES 9/1102", "Plans for a tunnel under the weir"),
    )
    return [_closed(seed, *file) for seed, file in zip((425, 426), files, strict=True)]


def _closed(seed, number, name):
    about = matter(seed, CARS, of=1)
    sheet = Sheet(about)
    ref = f"CRO-{about.serial * 7}"
    years = f"{about.filled['y'] - 61}–{about.filled['y'] - 58}"
    request = [para(f"{number}: {name}, {years}", italic=True)]
    told = sheet.tells(
        (),
        Point(
            "",
            "We have reviewed this closed file and can now release part of it. Two letters and a photograph stay closed, because the information "
            "in them is exempt under sections 38(1)(a) and 40(2) of the Freedom of Information Act 2000.",
            ("s38(1)(a)", "s40(2)"),
        ),
        after=(
            f"You will be able to read the released part in our reading room from the first Monday of next month. It will be listed as {number}/1.",
        ),
    )
    annex = [
        heading(2, "Explanatory annex"),
        para("Section 38(1)(a): health and safety", bold=True),
        para(
            "The photograph shows what was done to a person who has relatives living. We are of the view that to see it would be likely to endanger "
            "their mental health, and that this outweighs the interest of historians in the picture."
        ),
        para("Section 40(2): personal information of another person", bold=True),
        para(
            "The letters tell of the health of people who may be assumed to be alive, since they would be less than a hundred years old today. They "
            "could not have expected that this would be read by strangers, and it would not be fair to them."
        ),
    ]
    parts = [
        *office("County Records Office", "Reading Room and Reviews", "Abbey Gate, Estwick"),
        para(f"Our reference: {ref}"),
        para(about.answered),
        para("Dear Reader"),
        para(
            f"Thank you for your enquiry of {about.received}, in which you asked us to review the following closed document:"
        ),
        *request,
        *told,
        para("The sections that we have relied upon are explained in the annex to this letter."),
        *short_rights(),
        *closing("Yours sincerely", "Reviews Archivist"),
        Break(),
        *annex,
    ]
    look = Look("serif", 12, footer="County Records Office")
    response = [*told, *annex]
    return sheet.made(parts, ref=ref, request=request, response=response, look=look, titles=False)


def bullets_again():
    """A university: the request as bullets; each of them again in bold without a bullet, its answer below it."""
    some = (
        matter(427, HALLS, of=5, refused={3: 0}),
        matter(428, HOSPITALITY, of=4, refused={2: 0}),
    )
    return [_bullets(about) for about in some]


def _bullets(about):
    for place, point in enumerate(about.points, start=1):
        about = about.changed(place, answer=point.answer[0].upper() + point.answer[1:])
    sheet = Sheet(about, ("•",))
    ref = f"{about.answered_on:%Y}-{about.serial}"
    request = [
        para("Could you let me have the following, please:"),
        *(sheet.question(path, series="asked") for path in sheet.points),
        para("If any of this is not to hand, please send me the rest."),
    ]
    answers = []
    for path, point in sheet.points.items():
        answers += [para(point.text, bold=True), *sheet.told(path)]
    parts = [
        *office("Tarnmouth College of Arts", "Secretary’s Office", "Chapel Rise, Tarnmouth"),
        para(f"FOI reference {ref}"),
        para(about.answered),
        para("Dear Applicant"),
        para(f"FOI request: {about.title}", bold=True),
        para(f"Your request of {about.received} was worded like this:"),
        Quote(tuple(request)),
        para("The College replies to it as follows."),
        *answers,
        *short_rights(),
        *closing("Kind regards", "Secretary’s Office"),
    ]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def ranges_of_points():
    """An office: roman numbers in brackets, answers under bold lines that name points or a range of them."""
    some = (
        matter(429, CARS, of=6, refused={4: 0, 5: 0, 6: 2}),
        matter(430, CARS, of=5, refused={4: 1, 5: 1}),
    )
    return [_ranges(about) for about in some]


def _ranges(about):
    about = about.changed(4, text="Please list the number plates of the cars kept in the north.")
    about = about.changed(5, text="Please list the number plates of the cars kept in the south.")
    sheet = Sheet(about, ("(i)",))
    ref = f"PSO/FOI/{about.serial}"
    request = sheet.questions()
    first = Point(
        "",
        f"The figures for all three points are in the attached file, Pool_cars_{about.filled['y']}.xlsx, a sheet for each point.",
    )
    plates = Point(
        "",
        "Number plates are withheld. The exemption is that in section 31(1)(a) of the Act, prevention and detection of crime, since a plate can be "
        "copied by anybody who knows it.",
        ("s31(1)(a)",),
    )
    answers = [
        para("Points (i) to (iii)", bold=True),
        *sheet.tells(((1,), (2,), (3,)), first),
        para("Points (iv) and (v)", bold=True),
        *sheet.tells(((4,), (5,)), plates),
    ]
    if len(about.points) > 5:
        answers += [para("Point (vi)", bold=True), *sheet.told((6,))]
    head = Grid(
        (("Our reference", ref), ("Date", about.answered), ("Your letter", about.received)),
        widths=(1, 3),
        is_ruled=False,
    )
    parts = [
        *office("Public Standards Office", "20 Drapers’ Row, London"),
        head,
        para("Dear Requester"),
        para(f"Freedom of Information: {about.title}", bold=True),
        para("You wrote to us for this information:"),
        *request,
        para("We have completed our searches. Our reply to each of your points is this."),
        *answers,
        *short_rights(),
        *closing("Yours sincerely", "Information Manager"),
    ]
    look = Look("sans", 11, footer="Public Standards Office")
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def asks_back():
    """A fire service: some questions are answered, and what another one means is asked."""
    return [_asks_back(matter(seed, ACADEMY, of=4, refused={3: 2})) for seed in (431, 432)]


def _asks_back(about):
    about = about.changed(
        2,
        text="How many incidents were there during training?",
        answer="We are unsure what you mean by incidents, which may be anything from a torn jacket to an injury, and ask you to clarify it. Under section "
        "1(3) of the Act we need not go on with this question until you have told us.",
        codes=("clarification",),
    )
    sheet = Sheet(about, ("Question 1:",))
    ref = f"LFS {about.serial}-{about.answered_on:%y}"
    request = sheet.questions()
    answers = []
    for path in sheet.points:
        answers += sheet.told(path, lead=spans(f"Answer {path[0]}: ", bold=True))
    parts = [
        *office("Larkrise Fire and Rescue Service", "Headquarters", "Beacon Road, Larkrise"),
        para(f"Service reference: {ref}"),
        para(f"Date: {about.answered}"),
        para("Dear Requester"),
        para(f"Information request – {about.title}", bold=True),
        para(f"Thank you for the questions that you sent us on {about.received}."),
        *request,
        *answers,
        para("We look forward to hearing from you within two months, after which we will take the matter as closed."),
        *short_rights(),
        *closing("Yours sincerely", "Information Officer"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


def two_languages():
    """A Welsh body: Welsh and English side by side in headings and labels, request and answers in English."""
    some = (
        matter(433, POTHOLES, of=5, refused={2: 1, 4: 0}),
        matter(434, HOSPITALITY, of=4, refused={3: 2}),
    )
    return [_two_languages(about) for about in some]


def _two_languages(about):
    sheet = Sheet(about, ("Question 1",))
    ref = f"RhG-{about.serial}"
    request, answers, body = [], [], []
    for path in sheet.points:
        question = sheet.question(path, label="", italic=True)
        told = sheet.told(path, lead=spans("Ateb / Answer: ", bold=True))
        request.append(para(*question.spans))
        answers += told
        body += [para(f"Cwestiwn {path[0]} / Question {path[0]}", bold=True), request[-1], *told]
    parts = [
        *office("Cyngor Dyffryn Afallen / Dyffryn Afallen Council", "Neuadd y Dref / Town Hall"),
        para(f"Cyfeirnod / Reference: {ref}"),
        para(f"Dyddiad / Date: {about.answered}"),
        para("Annwyl ymgeisydd / Dear applicant"),
        para(f"Pwnc / Subject: {about.title}", bold=True),
        para(f"Diolch am eich cais. Thank you for your request, which was received on {about.received}."),
        heading(3, "Eich cwestiynau a’n hatebion / Your questions and our answers"),
        *body,
        heading(3, "Eich hawliau / Your rights"),
        *short_rights(),
        para("Croesawn ohebiaeth yn Gymraeg. We welcome correspondence in Welsh."),
        *closing("Yn gywir / Yours sincerely", "Swyddog Gwybodaeth / Information Officer"),
    ]  # fmt: skip
    look = Look("sans", 11, footer="Cyngor Dyffryn Afallen")
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


LAYOUTS = (
    Layout("grey-box", PAGES, grey_box),
    Layout("clinical-grid", PAGES, clinical_grid),
    Layout("closed-file", PAGES, closed_file),
    Layout("bullets-again", PAGES, bullets_again),
    Layout("ranges-of-points", PAGES, ranges_of_points),
    Layout("asks-back", PAGES, asks_back),
    Layout("two-languages", PAGES, two_languages),
)

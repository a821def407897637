"""Letters of one request or of few questions: of the seen half since they were measured."""

from tests.support.layouts import later_requests as matters
from tests.support.layouts.later_requests import matter_of
from tests.support.layouts.letter_words import closing, council_rights, office, short_rights
from tests.support.layouts.letters import Sheet
from tests.support.layouts.nodes import Look, heading, para, spans
from tests.support.layouts.shapes import PAGES, Layout


def one_request_in_bold():
    """A ministry: one request quoted in bold, its answer in prose with a table, or refused for its cost."""
    return [
        _one(matter_of(seed, title))
        for seed, title in ((541, matters.GRANTS), (542, matters.EMAILS))
    ]


def _one(about):
    sheet = Sheet(about)
    ref = f"FOI{about.answered_on:%Y}/{about.serial:05}"
    (point,) = about.points
    request = [para(point.text, bold=True)]
    told = sheet.tells((), point)
    parts = [
        *office("Department for Coasts and Countryside", "Ground Floor, Quay House", "2 Marsham Way, London"),
        para(f"Our ref: {ref}"),
        para(about.answered),
        para("Dear Requester,"),
        para(f"REQUEST FOR INFORMATION: {about.title}", bold=True),
        para(
            f"Thank you for your request for information of {about.received}, which we have handled under the Freedom of Information Act 2000 "
            "(FOIA). You asked for the following information from the Department:"
        ),
        *request,
        *told,
        para("Information disclosed in response to this request may be published on GOV.UK, together with any related information that gives it context. No personal information will be published."),
        para("If you have any queries about this letter, please contact me."),
        *closing("Yours sincerely,", "Information Rights Team", "InformationRequests@coasts.example"),
        heading(2, "Annex"),
        *council_rights("Complaints"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=told, look=Look("sans", 12))


def scottish_notice():
    """A Scottish council: the request in italics behind letters, then each answer below "Response to (a)"."""
    return [
        _scottish(matter_of(seed, title))
        for seed, title in ((543, matters.TAXIS), (544, matters.GRAVES))
    ]


def _scottish(about):
    sheet = Sheet(about, ("(a)",))
    ref = f"{about.serial * 31}"
    request = [para(about.intro, italic=True), *sheet.questions(italic=True)]
    answers, body = [], []
    for path in sheet.points:
        told = sheet.told(path)
        answers += told
        body += [para(f"Response to {sheet.label(path)}", bold=True), *told]
    parts = [
        *office("Strathholm Council", "Customer and Digital Services", "County Buildings, Strathholm"),
        para("Reference: ", ref),
        para("Date: ", about.answered),
        para("Dear Sir/Madam"),
        para(f"Freedom of Information (Scotland) Act 2002: {about.title}", bold=True),
        para(f"I refer to your request received on {about.received}, in which you asked:"),
        *request,
        para("I can advise as follows."),
        *body,
        para("Right of review", bold=True),
        para(
            "If you are dissatisfied with this response you may ask the Council to review it within 40 working days. Should you remain "
            "dissatisfied after that you can apply to the Scottish Information Commissioner, Kinburn Castle, St Andrews, KY16 9DS."
        ),
        *closing("Yours faithfully", "Information Governance Assistant"),
    ]  # fmt: skip
    look = Look("serif", 11.5, footer="Strathholm Council")
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def mixed_labels():
    """A fire authority: "1.", "2a.", "2b." and "3)" as the requester wrote them, answers behind the same labels."""
    return [_mixed(matter_of(seed, matters.CLADDING)) for seed in (545, 546)]


def _mixed(about):
    sheet = Sheet(about, ("1.", "a"))
    ref = f"LFA-FOI-{about.serial}"
    shown = {(2, 1): "2a.", (2, 2): "2b.", (3,): "3)"}
    request, answers = [], []
    for path, point in sheet.points.items():
        label = shown.get(path, sheet.label(path))
        request.append(sheet.question(path, label=label))
        if not point.parts:
            answers += sheet.answered(path, label=label)
    parts = [
        *office("Larchfield Fire Authority", "Information Access, 1 Tower Road, Larchfield"),
        para("The Fire Authority’s reference: ", ref),
        para(f"{about.answered_on:%d %B %Y}"),
        para("Dear Sir or Madam"),
        para(f"Your information request - {about.title}", bold=True),
        para(f"We received your request on {about.received} and are dealing with it in accordance with the Act. You asked us:"),
        *request,
        para("Our response is as follows."),
        *answers,
        para("If you have any questions about the way we have handled your request, please let me know and quote the reference."),
        *short_rights(),
        *closing("Yours faithfully", "Information Access Officer"),
    ]  # fmt: skip
    look = Look("sans", 10.5, footer="Larchfield Fire Authority")
    return sheet.made(parts, ref=ref, request=request, response=answers, look=look)


def request_and_response_lines():
    """A town council: "Request:" and "Response:" in bold, each with its words in the same paragraph."""
    return [
        _lines(matter_of(seed, title))
        for seed, title in ((547, matters.PEERS), (548, matters.CONSULTANTS))
    ]


def _lines(about):
    sheet = Sheet(about)
    ref = f"{about.serial % 89 + 4}/{about.answered_on:%Y}"
    (point,) = about.points
    request = [para(*spans("Request: ", bold=True), point.text)]
    told = sheet.tells((), point, lead=spans("Response: ", bold=True))
    parts = [
        *office("Netherby Town Council", "The Market Hall, Netherby"),
        para(f"FOI No. {ref}"),
        para(f"{about.answered_on:%A} {about.answered}"),
        para("Dear Applicant,"),
        para(f"Further to your letter of {about.received}, I am able to respond as below."),
        *request,
        *told,
        *closing("Yours sincerely", "Town Clerk"),
        *short_rights(),
    ]
    return sheet.made(
        parts, ref=ref, request=point.text, response=told, look=Look("serif", 12), titles=False
    )


def bulleted_request():
    """A regulator: the request as bullets, and answers in paragraphs in the same order, under a bold line of a few words."""
    return [
        _bulleted(matter_of(seed, title), shorts)
        for seed, title, shorts in (
            (549, matters.ASSAULTS, ("Recorded assaults", "Convictions", "Sickness absence", "Guidance")),
            (550, matters.GRAVES, ("Unsold plots", "Charges", "Remaining space")),
        )
    ]  # fmt: skip


def _bulleted(about, shorts):
    sheet = Sheet(about, ("•",))
    ref = f"COR-{about.serial}"
    request = [
        para(about.intro),
        *(sheet.question(path, series="asked") for path in sheet.points),
    ]
    answers = []
    for short, path in zip(shorts, sheet.points, strict=True):
        answers += [para(short, bold=True), *sheet.told(path)]
    parts = [
        *office("Office of the Cemeteries Inspector", "Chapel Court, Holm"),
        para(f"Our reference {ref}"),
        para(about.answered),
        para("Dear enquirer"),
        para(f"Information request about “{about.title}”", bold=True),
        para(f"On {about.received} you asked us for information. Specifically:"),
        *request,
        para("What we hold", bold=True),
        para("We do hold information within the scope of your request."),
        *answers,
        *short_rights(),
        *closing("Yours sincerely", "Information Access Team"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("sans", 11))


LAYOUTS = (
    Layout("one-request-in-bold", PAGES, one_request_in_bold),
    Layout("scottish-notice", PAGES, scottish_notice),
    Layout("mixed-labels", (*PAGES, "txt"), mixed_labels),
    Layout("request-and-response-lines", PAGES, request_and_response_lines),
    Layout("bulleted-request", PAGES, bulleted_request),
)

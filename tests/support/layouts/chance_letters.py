"""Letters put together by chance: subject, greeting, what leads to the request, how it is quoted, how each point is answered."""

from tests.support.layouts import chance
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.nodes import Quote, Span, heading, para, spans

_SUBJECTS = (
    lambda title, _: para(title, bold=True),
    lambda title, _: para(f"Re: {title}", bold=True),
    lambda title, _: para(f"Subject: {title}"),
    lambda title, _: para(f"Freedom of Information request: {title}", bold=True),
    lambda title, _: heading(2, title),
    lambda title, ref: para(f"{ref} – {title}", bold=True),
    lambda title, ref: para(f"FOI request ({ref}) {title}", bold=True),
    lambda title, ref: para(f"{title} ({ref})", bold=True),
    lambda title, ref: para(f"{title} - Reference {ref}", bold=True),
)
_NUMBERS = (
    "Our ref: {}", "Ref: {}", "Reference number: {}", "Freedom of information request reference no: {}", "FOI reference {}",
    "Please quote: {}", "Case: {}",
)  # fmt: skip
_GREETINGS = ("Dear Applicant", "Dear Sir or Madam,", "Good afternoon", "Hello", "")
_LEADS = (
    "Thank you for your request received on {}. You asked:", "I note you seek access to the following information:",
    "Thank you for your request for information, which is copied below.", "You asked for:",
    "I refer to your email of {} in which you requested the following:", "Your request, which we received on {}, is set out below.",
    "We have completed our work on the request you made on {}. It read:", "You contacted us on {} and wanted to know:",
    "I am responding to your information request of {}, as follows:",
)  # fmt: skip
_LOOKS = ("plain", "boxed", "italic", "inset", "bold")
_MIDDLES = (
    para("Our response:", bold=True), heading(3, "Response"), heading(3, "The information"), para("Please find the answers below."),
    para("I have today decided to disclose the located information in full."), para("In answer to your request:"),
    para("We can confirm that the information is held."), para("Our findings are as follows."),
    para("Having searched our records, I can tell you this:"),
)  # fmt: skip
_WAYS = ("labels", "again", "in turn", "in turn behind a word", "named")
_ENDS = (
    [para("If you are unhappy with this reply you may ask for an internal review within 40 working days.")],
    [heading(3, "Your right to complain"), para("Write to us within 40 working days and ask for an internal review.")],
    [para("I hope this is helpful.")],
    [para("Should you wish to appeal, please write to the Head of Governance.")],
)  # fmt: skip


def letter_by_chance(seed):
    """Return a letter whose form is drawn from a seed."""
    source = chance.drawing(seed * 13 + 5)
    about = chance.matter(source, seed)
    sheet = Sheet(about, (source.choice(chance.LABELS),))
    ref = source.choice(chance.REFERENCES)(about)
    subject, number, greeting = map(source.choice, (_SUBJECTS, _NUMBERS, _GREETINGS))
    lead, look, way = map(source.choice, (_LEADS, _LOOKS, _WAYS))
    asked, answers, body = _body(sheet, look, way, source.choice(_MIDDLES))
    parts = [
        *office("Kelderbridge Commission", "Long Street"),
        para(number.format(ref)),
        para(about.answered),
        *([para(greeting)] if greeting else []),
        subject(about.title, ref),
        para(lead.format(about.received)),
        *body,
        *source.choice(_ENDS),
        *(closing("Yours sincerely", "Information Officer") if source.random() < 0.8 else []),
    ]
    made = sheet.made(parts, ref=ref, request=asked, response=answers)
    made.truth["records"][0]["also"] = (ref.removeprefix("FOI "), f"FOI {ref}")
    return made


def _body(sheet, look, way, middle):
    """Return what is asked, what is answered, and both as they are printed."""
    looks = {"italic": look == "italic", "bold": look == "bold"}
    intro = para(sheet.about.intro, italic=look == "italic")
    if way.startswith("in turn"):
        apart = looks if any(looks.values()) else {"bold": True}
        word = (Span("Answer: ", bold=True),) if way.endswith("word") else ()
        pairs = [(sheet.question(path, **apart), sheet.told(path, lead=word)) for path in sheet.points]  # fmt: skip
        both = [part for asked, told in pairs for part in (asked, *told)]
        answers = [part for _, told in pairs for part in told]
        return [intro, *(asked for asked, _ in pairs)], answers, [intro, *both]
    asked = [intro, *sheet.questions(**looks)]
    answers = [part for path in sheet.points for part in _answer(sheet, path, way)]
    is_quoted = look in ("boxed", "inset")
    quoted = [Quote(tuple(asked), look)] if is_quoted else asked
    return asked, answers, [*quoted, middle, *answers]


def _answer(sheet, path, way):
    if way == "labels":
        return sheet.answered(path)
    if way == "again":
        return [sheet.question(path, bold=True), *sheet.told(path)]
    word = "question" if "1" in sheet.style[0] else "point"
    name = sheet.label(path).strip(".:)( -–Q[]")
    return sheet.told(path, lead=spans(f"In relation to {word} {name}, "))

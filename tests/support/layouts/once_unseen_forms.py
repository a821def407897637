"""Forms of the rarer kinds: unseen until rules were written because of them: a clerk's list, a sheet that asks across, a memorandum."""

from tests.support.layouts import later_requests
from tests.support.layouts.content import Ask
from tests.support.layouts.later_requests import matter_of
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.nodes import Grid, Item, Look, Span, heading, para, spans
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import entry, questions, told
from tests.support.layouts.shapes import PAGES, Layout, day, log

# A title, what leads to the questions, the questions.
_REQUESTS = (
    (
        "Benches by the river",
        "",
        Ask("How many benches stand on the river walk?", "There are 23 benches on it."),
    ),
    (
        "Keys of the bell tower",
        "",
        Ask("Who holds keys to the bell tower?", "Names of key holders are exempt under section 40(2) of the Act.", "s40(2)"),
    ),
    (
        "Cost of the jubilee fair",
        "",
        Ask("What did the jubilee fair cost the council?", "It cost £2,915, of which £1,100 came from sponsors."),
    ),
    (
        "Helicopter landings",
        "I write to ask about landings at the county hospital.",
        Ask("How many helicopters landed in 2023?", "In 2023 there were 311 landings."),
        Ask("How many landed at night?", "74 of the landings were at night."),
        Ask("How often was the pad closed, and why?", "It was closed on 12 days, each time for ice."),
    ),
    (
        "Hedgehog tunnels",
        "For a school project I would like to know:",
        Ask("How many tunnels have been dug?", "Nine tunnels were dug under four roads."),
        Ask("Which firm dug them?", "We consider the name of the firm to be exempt under section 43(2).", "s43(2)"),
        Ask("What did one tunnel cost?", "A tunnel cost £1,870 on average."),
    ),
    (
        "Tide gauges",
        "Please supply the following on tide gauges:",
        Ask("The number of gauges in use", "We use 46 gauges"),
        Ask("The year in which each was last replaced", "This is not recorded, and so no information is held", "not held"),
        Ask("The money spent on them in 2022", "£88,400 was spent"),
    ),
)  # fmt: skip
BY_TITLE = {title: (intro, asks) for title, intro, *asks in _REQUESTS}
BENCHES, KEYS, FAIR, HELICOPTERS, HEDGEHOGS, GAUGES = BY_TITLE


def clerk_list():
    """A parish clerk: one paragraph for each request, number and title in bold, what was asked and replied in sentences."""
    entries, body = [], []
    for case in later_requests.requests(801, BENCHES, KEYS, FAIR, among=BY_TITLE):
        way = Way(("1.",))
        one = entry(
            case, way, ref=f"LP/{case.serial}", request=questions(case, way), response=told(case.asks[0])
        )  # fmt: skip
        lead = Span(f"{one.ref} {one.title}. ", bold=True)
        asked = f"Asked on {day(case.received_on)}: {case.asks[0].text} "
        body.append(para(lead, f"{asked}Replied on {day(case.answered_on)}: {case.asks[0].answer}"))
        entries.append(one)
    front = [heading(1, "Requests to Lower Penmarsh Parish Council")]
    return log(entries, front, body, look=Look("serif", 12))


def questions_across():
    """A harbour board's sheet: a row for each request, and a column for each question and each answer."""
    entries, lines = [], []
    for case in later_requests.requests(802, HELICOPTERS, HEDGEHOGS, GAUGES, among=BY_TITLE):
        way = Way(("1",), answers="again")
        replies = [told(ask) for ask in case.asks]
        one = entry(
            case, way, ref=f"HB{case.serial:06}", request=questions(case, way),
            response=[part for parts in replies for part in parts],
        )  # fmt: skip
        both = [
            cell
            for ask, parts in zip(case.asks, replies, strict=True)
            for cell in (ask.text, tuple(parts))
        ]
        lines.append((one.ref, case.title, f"{case.received_on:%d/%m/%Y}", *both))
        entries.append(one)
    pairs = [f"{name} {number}" for number in (1, 2, 3) for name in ("Question", "Answer")]
    grid = Grid((("Reference", "Title", "Received", *pairs), *lines), widths=(2, 3, 2, *(4,) * 6), head=1)  # fmt: skip
    look = Look("sans", 8, paper=(420, 297), margin=14)
    return log(entries, [heading(1, "Information requests, Penmarsh Harbour Board")], [grid], look=look)  # fmt: skip


def numbered_paragraphs():
    """An inspectorate: all paragraphs of the letter have numbers, the request behind letters, answers "On (a), …"."""
    return [
        _numbered(matter_of(seed, title, among=BY_TITLE))
        for seed, title in ((803, HEDGEHOGS), (804, GAUGES))
    ]


def _numbered(about):
    sheet = Sheet(about, ("(a)",))
    ref = f"INS {about.serial}/{about.answered_on:%y}"
    request = [para(about.intro), *sheet.questions()]
    answers = [
        part
        for path in sheet.points
        for part in sheet.told(path, lead=spans(f"As regards point {sheet.label(path)}: "))
    ]
    counted = [
        Item(f"{number}.", part.spans, (number,), ("1.",))
        for number, part in enumerate(answers, start=3)
    ]
    parts = [
        *office("Inspectorate of Coasts and Verges", "Signal House, Penmarsh"),
        para(about.answered),
        para(f"Our reference: {ref}"),
        para("Dear Requester"),
        para(about.title, bold=True),
        Item("1.", spans(f"Thank you for your request of {about.received}. You asked:"), (1,), ("1.",)),
        *request,
        Item("2.", spans("We have searched our records."), (2,), ("1.",)),
        *counted,
        Item("6.", spans("You may ask for this reply to be reviewed within 40 working days."), (6,), ("1.",)),
        *closing("Yours sincerely", "Records Officer"),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 11))


LAYOUTS = (
    Layout("clerk-list", PAGES, clerk_list),
    Layout("questions-across", (*PAGES, "xlsx", "csv"), questions_across),
    Layout("numbered-paragraphs", (*PAGES, "txt"), numbered_paragraphs),
)

"""Logs put together by chance: where the number stands, what heads the request and the response, how both are set."""

from tests.support.layouts import chance
from tests.support.layouts.nodes import Item, Para, Span, heading, para, spans
from tests.support.layouts.pieces import Way, walked
from tests.support.layouts.pieces_of_logs import behind_labels, entry, in_turns, question, told
from tests.support.layouts.pieces_of_logs import questions as listed
from tests.support.layouts.shapes import day, log

_HEADS = (
    lambda title, ref, _: [heading(2, f"{title} ({ref})")],
    lambda title, ref, _: [para(f"{title} [{ref}]", bold=True)],
    lambda title, ref, _: [heading(2, f"{ref} {title}")],
    lambda title, ref, _: [heading(2, f"{ref} – {title}")],
    lambda title, ref, _: [para(f"{ref}: {title}", bold=True)],
    lambda title, ref, _: [para(f"{title} – {ref}", bold=True)],
    lambda title, ref, _: [heading(2, title), para(f"Ref: {ref}")],
    lambda title, ref, _: [heading(2, title), para(f"Release ref: {ref}", italic=True)],
    lambda title, ref, _: [heading(2, title), para(ref)],
    lambda title, ref, _: [heading(2, ref), para(title, bold=True)],
    lambda title, ref, case: [heading(2, title), para(f"{ref} | {day(case.received_on)}")],
    lambda title, ref, _: [heading(2, f"{title}, {ref}")],
    lambda title, ref, case: [heading(2, f"{title} (ref {ref})"), para(f"Answered on {day(case.answered_on)}")],
    lambda title, ref, _: [heading(2, f"Request {ref}"), para(title, bold=True)],
    lambda title, ref, _: [heading(2, title), para(Span("Number: ", bold=True), ref)],
)  # fmt: skip
_ASKED = (
    "Request", "You asked for the following:", "You sought:", "Requested:", "What was put to us", "Questions raised", "Request text",
    "The applicant wished to know:", "",
)  # fmt: skip
_TOLD = (
    "Response", "The commission’s reply was:", "We provided:", "Supplied:", "What we found", "Information released", "Feedback",
    "Our response to the request",
)  # fmt: skip
_SETS = ("bold", "run in bold", "run in italic", "heading", "plain")
_WAYS = ("labels", "again", "again in bold", "turns")
_TURNS = {"1.": "A1.", "1)": "A1)", "Q1)": "A1)", "Q1 -": "A1 -", "Q1:": "A1:"}


def log_by_chance(seed):
    """Return a log of three records whose form is drawn from a seed."""
    source = chance.drawing(seed)
    reference, head = source.choice(chance.REFERENCES), source.choice(_HEADS)
    asked, answered, how = source.choice(_ASKED), source.choice(_TOLD), source.choice(_SETS)
    way, answers = Way((source.choice(chance.LABELS),)), source.choice(_WAYS)
    is_led, is_dated = source.random() < 0.5, source.random() < 0.3
    entries, body = [], []
    for case in chance.cases(source, seed, 3):
        ref = reference(case)
        request, response, one = _printed(case, way, answers, ref)
        lead = [para("Please find our answers below.")] if is_led else []
        foot = [para(f"Sent {day(case.answered_on)}", italic=True)] if is_dated else []
        body += [
            *head(one.title, ref, case),
            *_under(asked, how, request),
            *_under(answered, how, [*lead, *response]),
            *foot,
        ]
        entries.append(one)
    front = [heading(1, "Kelderbridge Commission"), para("Answers to requests under the Freedom of Information Act.")]  # fmt: skip
    (made,) = log(entries, front, body)
    return made


def _printed(case, way, answers, ref):
    """Return what is printed as the request and as the response, and the entry with its truth."""
    also = (ref.removeprefix("FOI "), f"FOI {ref}")
    asked = [para(case.intro), *listed(case, way)]
    behind = behind_labels(case, way)
    one = entry(case, way, ref=ref, request=asked, response=behind, also=also)
    if answers == "turns" and way.style[0] in _TURNS:
        return [para(case.intro)], in_turns(case, way, form=_TURNS[way.style[0]]), one
    if answers.startswith("again"):
        is_bold = answers.endswith("bold")
        again = [
            part
            for path, ask in walked(case.asks)
            for part in (question(case, path, ask, way, bold=is_bold), *told(ask))
        ]
        return asked, again, entry(case, way, ref=ref, request=asked, response=again, also=also)
    return asked, behind, one


def _under(words, how, parts):
    """Return parts below the words that head them, or behind them."""
    if not words:
        return parts
    name = words.rstrip(":")
    if how == "heading":
        return [heading(3, name), *parts]
    if how in ("bold", "plain"):
        return [para(words, bold=how == "bold"), *parts]
    lead = spans(f"{name}: ", bold=how.endswith("bold"), italic=how.endswith("italic"))
    first, *rest = parts
    return [Para(lead), *parts] if isinstance(first, Item) else [Para((*lead, *first.spans)), *rest]

"""A log of the nineteenth set: questions and answers by turns; of the seen half since it was measured."""

from tests.support.layouts import met_papers_requests as matters
from tests.support.layouts.met_papers_requests import requests
from tests.support.layouts.nodes import Look, Span, heading, para
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import entry, told
from tests.support.layouts.shapes import PAGES, Layout, day, log


def turns_in_letters():
    """A coroner's page by months: the title as a heading, number and day below it, "Q." and "A." in paragraphs by turns, without numbers."""
    entries, body = [], []
    for case in requests(1902, matters.INTERPRETING, matters.CHAPLAINS, matters.MAPS):
        way = Way(("a",))
        asked = [para(ask.text) for ask in case.asks]
        answers = [part for ask in case.asks for part in told(ask)]
        one = entry(case, way, ref=f"CS/{case.received_on:%Y}/{case.serial}", request=[para(case.intro), *asked], response=answers)  # fmt: skip
        one.truth["items"], one.truth["answers"] = [{"id": str(n), "text": ask.text} for n, ask in enumerate(case.asks, 1)], {str(n): ask.answer for n, ask in enumerate(case.asks, 1)}  # fmt: skip
        one.truth["decisions"] = []
        turns = [part for ask in case.asks for part in (para(Span("Q. ", bold=True), ask.text), para(Span("A. ", bold=True), ask.answer))]  # fmt: skip
        body += [
            heading(2, one.title),
            para(f"{one.ref}, {day(case.answered_on)}"),
            para(case.intro),
            *turns,
        ]
        entries.append(one)
    return log(entries, [heading(1, "Coroner’s Service: answers given")], body, look=Look("serif", 11))  # fmt: skip


LAYOUTS = (Layout("turns-in-letters", (*PAGES, "md"), turns_in_letters),)

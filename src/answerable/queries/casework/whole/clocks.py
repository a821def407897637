"""The clocks of a request, round by round, so that anybody can count them again."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from answerable.domain.clock import ClockRefused, Holidays, OutsideCalendar
from answerable.domain.clock.as_json import clock_as_json
from answerable.domain.clock.clocks import question_clock
from answerable.domain.clock.steps import explained, long_date
from answerable.domain.clock.written import written_event
from answerable.queries.casework.clocks import (
    clock_arguments,
    clock_facts,
    events_in,
    exported_events,
)
from answerable.records.casework.models import Question, Request


@dataclass(frozen=True, slots=True)
class WholeClock:
    """A clock: of which question, in words, as the command that counts it again, and as data."""

    heading: str
    words: str
    data: dict[str, Any]


def whole_clocks(request: Request, table: Holidays) -> Iterator[WholeClock]:
    """Yield the present clock of each question, and what happened in the rounds before."""
    for question in request.questions.order_by("place").prefetch_related("events"):
        name = f"Question {question.label}" if question.label else "The question"
        for number in range(1, question.round):
            events = [written_event(one) for one in events_in(question, number)]
            data = {"question": question.label, "round": number, "events": events}
            yield WholeClock(f"{name}, round {number}", "\n".join(events), data)
        yield _present(request, question, name, table)


def _present(request: Request, question: Question, name: str, table: Holidays) -> WholeClock:
    facts = clock_facts(request, question)
    events = list(exported_events(question))
    data: dict[str, Any] = {
        "question": question.label,
        "round": question.round,
        "regime": facts.regime.value,
        "received": str(facts.received_on),
        "limit": question.round_limit,
        "events": events,
    }
    command = shlex.join(("answerable", "clock", *clock_arguments(request, question)))
    lines = [command]
    try:
        clock = question_clock(facts, table)
    except (ClockRefused, OutsideCalendar) as problem:
        lines.append(str(problem))
    else:
        data["clock"] = clock_as_json(clock)
        due = f"Due on {long_date(clock.due_on)}" if clock.due_on else "No date runs"
        lines += [due, *explained(clock)]
    heading = f"{name}, round {question.round}" if question.round > 1 else name
    return WholeClock(heading, "\n".join(lines), data)

"""Generated requests at every stage, as an office has them on a day: the same for the same seed."""

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from answerable.domain.clock import Event, EventKind
from answerable.domain.disclosure_log import Question as Wording
from answerable.domain.roles import Stage
from bench.entries import generated_entries

OFFICERS = tuple(f"officer-{one:02d}@opa.example" for one in range(1, 25))
CHECKERS = tuple(f"checker-{one}@opa.example" for one in range(1, 7))
MANAGERS = tuple(f"manager-{one}@opa.example" for one in range(1, 4))
INTAKE = tuple(f"intake-{one}@opa.example" for one in range(1, 4))
TEAMS = ("north", "south", "complex", "environment")
_DAYS = 500
_SIZES = (1, 1, 2, 2, 3, 3, 4, 6, 8, 10)
"""How many questions requests have: four on average, and exactly so in any ten that follow each other."""
_WORDINGS = 2_000
_ANSWERED_AFTER = ((0.55, 8, 18), (0.87, 18, 28), (0.96, 28, 45), (1.0, 45, 150))
"""In how many days requests are answered: a share of them, and from when to when."""
_PROGRESS = (
    (0.70, Stage.OPEN),
    (0.80, Stage.DRAFTED),
    (0.88, Stage.CHECKED),
    (0.96, Stage.CLEARED),
    (1.0, Stage.LEAVING),
)
"""How far a request is, by how much of its time has gone."""
_NOT_ASSIGNED, _NOT_ACCEPTED = 0.06, 0.12
_Choice = TypeVar("_Choice")


@dataclass(frozen=True, slots=True)
class Part:
    """A question of a request: its wording and answer, how far it is, and what happened to it."""

    label: str
    wording: Wording
    stage: Stage
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A request as it stands on a day. `ended_on` is the day it was answered or closed, if it was.

    `chance` decides what is left to those who write it down: notes, contributions, people.
    """

    number: int
    title: str
    received_on: dt.date
    ended_on: dt.date | None
    officer: str
    team: str
    is_accepted: bool
    is_restricted: bool
    parts: tuple[Part, ...]
    chance: "Chance" = field(compare=False)


@dataclass(frozen=True, slots=True)
class Chance:
    """Chance, from 0 to 1, and what is chosen by it."""

    next: Callable[[], float]

    def one_of(self, choices: Sequence[_Choice]) -> _Choice:
        """Return one of the choices, each as likely as the others."""
        return choices[int(self.next() * len(choices))]

    def between(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return least + int(self.next() * (most - least + 1))


@dataclass(frozen=True, slots=True)
class _Course:
    """How a request goes: received on a day, answered after so many days, and seen on another day."""

    received_on: dt.date
    takes: int
    on: dt.date

    @property
    def ended_on(self) -> dt.date | None:
        """Return the working day of the answer, None while it is to come."""
        ends = self.received_on + dt.timedelta(days=self.takes)
        ends += dt.timedelta(days=max(0, 7 - ends.weekday()) if ends.weekday() > 4 else 0)
        return ends if ends <= self.on else None

    @property
    def progress(self) -> float:
        """Return how much of its time has gone."""
        return 1.0 if self.ended_on else (self.on - self.received_on).days / self.takes


def generated_cases(count: int, *, on: dt.date, seed: int = 1) -> Iterator[Case]:
    """Yield that many requests, received one after another until a day, with four times the questions."""
    source = random.Random(seed)  # noqa: S311 the same requests on every run are the purpose
    entries = list(generated_entries(_WORDINGS, seed))
    wordings = [one for entry in entries for one in entry.questions]
    titles = [entry.title for entry in entries]
    sizes: list[int] = []
    for number in range(count):
        sizes = sizes or source.sample(_SIZES, len(_SIZES))
        chance = Chance(random.Random(source.getrandbits(60)).random)  # noqa: S311 as above
        received = on - dt.timedelta(days=_DAYS - (number + 1) * _DAYS // count)
        asked = [chance.one_of(wordings) for _ in range(sizes.pop())]
        course = _Course(received, _days_to_answer(chance), on)
        yield _case(number, chance.one_of(titles), course, asked, chance)


def _case(
    number: int, title: str, course: _Course, asked: Sequence[Wording], chance: Chance
) -> Case:
    is_assigned = course.progress > _NOT_ASSIGNED
    return Case(
        number=number,
        title=title,
        received_on=course.received_on,
        ended_on=course.ended_on,
        officer=chance.one_of(OFFICERS) if is_assigned else "",
        team=chance.one_of(TEAMS) if is_assigned else "",
        is_accepted=course.progress > _NOT_ACCEPTED,
        is_restricted=chance.next() < 0.01,
        parts=_parts(asked, course, chance),
        chance=chance,
    )


def _days_to_answer(chance: Chance) -> int:
    drawn = chance.next()
    least, most = next((low, high) for share, low, high in _ANSWERED_AFTER if drawn < share)
    return chance.between(least, most)


def _parts(asked: Sequence[Wording], course: _Course, chance: Chance) -> tuple[Part, ...]:
    history = _history(course, chance)
    is_withdrawn = chance.next() < 0.02
    concerned = chance.between(1, len(asked)) if chance.next() < 0.5 else len(asked)
    parts = []
    for place, wording in enumerate(asked, 1):
        is_closed = is_withdrawn or (place > 1 and chance.next() < 0.02)
        stage = _stage(course, chance, is_closed=is_closed)
        events = history if place <= concerned else ()
        if stage is Stage.SENT and course.ended_on:
            events = (*events, Event(EventKind.ANSWERED, course.ended_on))
        label = str(place) if len(asked) > 1 else ""
        parts.append(Part(label, wording, stage, events))
    return tuple(parts)


def _stage(course: _Course, chance: Chance, *, is_closed: bool) -> Stage:
    """Return how far a question is; up to the draft, those of a request come on one by one."""
    if course.ended_on:
        return Stage.CLOSED if is_closed else Stage.SENT
    stage = next(stage for share, stage in _PROGRESS if course.progress <= share)
    may_be_ahead = stage is Stage.OPEN and course.progress > _NOT_ACCEPTED
    is_ahead = may_be_ahead and chance.next() < course.progress / 3
    return Stage.DRAFTED if is_ahead else stage


def _history(course: _Course, chance: Chance) -> tuple[Event, ...]:
    """Return what happened before the answer: mostly nothing."""
    room, drawn = ((course.ended_on or course.on) - course.received_on).days, chance.next()

    def after(days: int) -> dt.date:
        return course.received_on + dt.timedelta(days=days)

    if drawn < 0.06 and room > 8:
        return (
            Event(EventKind.CLARIFICATION_REQUESTED, after(2)),
            Event(EventKind.CLARIFICATION_RECEIVED, after(chance.between(4, 8))),
        )
    if drawn < 0.10 and room > 3 and not course.ended_on:
        return (Event(EventKind.CLARIFICATION_REQUESTED, after(3)),)
    if 0.10 < drawn < 0.13 and room > 20:
        return (Event(EventKind.PIT_EXTENSION, after(20), until=after(56)),)
    if 0.13 < drawn < 0.135 and room > 12:
        return (Event(EventKind.FEES_NOTICE, after(4)), Event(EventKind.FEE_RECEIVED, after(11)))
    return ()

"""Timelines: the clock of a question, and all the clocks of a request, each once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.domain.clock.clocks import Clock
from answerable.domain.clock.events import Event
from answerable.publishing.timeline.marks import Mark, events_shown, marks_of
from answerable.publishing.timeline.scale import clean
from answerable.publishing.timeline.spans import Span, extension_of, spans_of
from answerable.publishing.timeline.words import sentences_of, standing_of

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timeline:
    """One clock as it is drawn and said: spans without gaps, marks, where it stands, in sentences."""

    label: str
    standing: str
    spans: tuple[Span, ...]
    extension: Span | None
    marks: tuple[Mark, ...]
    sentences: tuple[str, ...]

    @property
    def first(self) -> dt.date:
        """Return the first day that is shown: a notice may have been due before anything was received."""
        return min((self.spans[0].first, *(mark.on for mark in self.marks)))

    @property
    def end(self) -> dt.date:
        """Return the day after the last that is shown."""
        return max((self.spans[-1].end, *(mark.on + _DAY for mark in self.marks)))


@dataclass(frozen=True, slots=True)
class QuestionClock:
    """The clock of a question with the question's label and what happened to it."""

    label: str
    clock: Clock
    events: Sequence[Event] = ()


def timeline(clock: Clock, events: Sequence[Event], *, today: dt.date, label: str = "") -> Timeline:
    """Return the timeline of a clock.

    :raises OutsideCalendar: if the calendar does not reach to today.
    """
    shown = events_shown(events)
    return Timeline(
        label=clean(label),
        standing=standing_of(clock, shown, today=today),
        spans=spans_of(clock, shown, today=today),
        extension=extension_of(clock),
        marks=marks_of(clock, shown, today=today),
        sentences=sentences_of(clock, shown, today=today),
    )


def request_timeline(questions: Sequence[QuestionClock], *, today: dt.date) -> tuple[Timeline, ...]:
    """Return one timeline for each distinct clock of a request, and for each review of one.

    :raises OutsideCalendar: if the calendar does not reach to today.
    """
    labels: dict[tuple[Timeline, ...], list[str]] = {}
    for one in questions:
        rows = (
            timeline(one.clock, one.events, today=today),
            *(timeline(review, (), today=today) for review in one.clock.reviews),
        )
        labels.setdefault(rows, []).append(one.label)
    return tuple(
        replace(row, label=_label(of, of_review=place > 0))
        for rows, of in labels.items()
        for place, row in enumerate(rows)
    )


def timeline_words(rows: Sequence[Timeline]) -> tuple[str, ...]:
    """Return what a picture of timelines shows as sentences, in the order of time in each row."""
    said: list[str] = []
    for row in rows:
        before = f"{row.label}: " if row.label and len(rows) > 1 else ""
        first, *others = row.sentences
        said += [f"{before}{_small(first) if before else first}", *others]
    return tuple(said)


def _label(labels: Sequence[str], *, of_review: bool) -> str:
    listed = ", ".join(filter(None, map(clean, labels)))
    of = f"uestion{'s' if len(labels) > 1 else ''} {listed}" if listed else ""
    if of_review:
        return f"Review of q{of}" if of else "Review"
    return f"Q{of}" if of else ""


def _small(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"

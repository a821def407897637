"""Days on a line: where each stands, which dates are printed along it, how wide words are."""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from answerable.publishing.timeline.spans import DAY, Span, SpanKind

_MOST_DAYS_BY_WEEK = 100
_NARROWEST_DAY = 3.0
_MOST_DAYS_OFF = 5
_WIDE, _CAPITAL, _SMALL, _BLANK = 1.05, 0.8, 0.66, 0.36
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Mn", "Me")


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of days on a line from the left to the right."""

    first: dt.date
    end: dt.date
    left: float
    right: float

    @property
    def day_width(self) -> float:
        """Return how wide a day is."""
        return (self.right - self.left) / (self.end - self.first).days

    @property
    def shows_days_off(self) -> bool:
        """Return whether days are wide enough for weekends to be seen."""
        return self.day_width >= _NARROWEST_DAY

    def start_of(self, day: dt.date) -> float:
        """Return where a day begins."""
        return self.left + (day - self.first).days * self.day_width

    def middle_of(self, day: dt.date) -> float:
        """Return the middle of a day."""
        return self.start_of(day) + self.day_width / 2

    def dates(self) -> Iterator[tuple[dt.date, str]]:
        """Yield the Mondays, or the first days of months where weeks are too narrow, as printed."""
        by_week = (self.end - self.first).days <= _MOST_DAYS_BY_WEEK
        for place in range((self.end - self.first).days):
            day = self.first + place * DAY
            if by_week and not day.weekday():
                yield day, f"{day.day} {day:%b}"
            elif not by_week and day.day == 1:
                yield day, f"{day:%b %Y}"

    def visible(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Return the spans that can be seen: where days are narrow, weekends go with what surrounds them."""
        if self.shows_days_off:
            return tuple(spans)
        seen: list[Span] = []
        for span in spans:
            is_gap = span.kind is SpanKind.OFF and (span.end - span.first).days <= _MOST_DAYS_OFF
            kind = seen[-1].kind if is_gap and seen else span.kind
            if seen and seen[-1].kind is kind:
                seen[-1] = Span(kind, seen[-1].first, span.end)
            else:
                seen.append(Span(kind, span.first, span.end))
        return tuple(seen)


def clean(text: str) -> str:
    """Return a label on one line, without what is not seen or turns the direction of the rest."""
    composed = unicodedata.normalize("NFKC", " ".join(text.split()))
    return "".join([one for one in composed if unicodedata.category(one) not in _UNSEEN])


def width_of(text: str, size: float) -> float:
    """Return the most that a text takes in the usual fonts."""
    return size * sum(map(_em, text))


def fitted(text: str, *, size: float, width: float) -> str:
    """Return a text, cut where it would be wider than there is room."""
    if width_of(text, size) <= width:
        return text
    widths = accumulate((size * _em(one) for one in text), initial=width_of("…", size))
    kept = sum(one <= width for one in widths) - 1
    return f"{text[: max(kept, 0)].rstrip()}…"


def _em(character: str) -> float:
    if character == " ":
        return _BLANK
    if character in "mwMW%@—…" or unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    if character.isupper() or not character.isascii():
        return _WIDE if not character.isalpha() else _CAPITAL
    return _SMALL

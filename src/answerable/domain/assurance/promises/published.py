"""A service standard as everybody may read it: its promise, and of each month what may be seen."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.assurance.promises.figures import NO_FIGURE, Figure, is_met
from answerable.domain.assurance.promises.showing import is_withheld, may_say_whether_met
from answerable.domain.assurance.promises.sources import Aim, Source


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a month missed its target, and what is done about it; empty where nothing is said."""

    told: str = ""
    told_cy: str = ""
    action: str = ""
    action_cy: str = ""


@dataclass(frozen=True, slots=True)
class PublishedMonth:
    """What everybody may see of a month: its figure has no value where it is withheld, or nothing was to be measured.

    `is_met` is none where there is no figure, or where saying it would tell one that is withheld. `corrected_on` is
    the day on which a figure that stood there before was corrected.
    """

    month: dt.date
    figure: Figure
    target: int
    is_met: bool | None
    is_withheld: bool
    as_at: dt.date
    explanation: Explanation
    corrected_on: dt.date | None

    @property
    def slug(self) -> str:
        """Return the month as files have it."""
        return f"{self.month:%Y-%m}"

    @property
    def is_measured(self) -> bool:
        """Return whether there was something to measure."""
        return self.is_withheld or self.figure.value is not None


@dataclass(frozen=True, slots=True)
class RecordedMonth:
    """A month as the office has it."""

    month: dt.date
    figure: Figure
    target: int
    as_at: dt.date
    explanation: Explanation
    corrected_on: dt.date | None


@dataclass(frozen=True, slots=True)
class PublishedStandard:
    """A service standard that everybody may read, its months the earliest first.

    `target` is the one that holds now; `later` are those to come, each with its first month. Targets are in
    thousandths of the unit of what it is measured by.
    """

    key: str
    name: str
    name_cy: str
    promise: str
    promise_cy: str
    team: str
    source: Source
    aim: Aim
    target: int
    later: tuple[tuple[dt.date, int], ...]
    from_month: dt.date
    ended_month: dt.date | None
    months: tuple[PublishedMonth, ...]

    @property
    def latest(self) -> PublishedMonth | None:
        """Return the latest month in which there was something to measure."""
        return next((one for one in reversed(self.months) if one.is_measured), None)

    @property
    def withholds(self) -> bool:
        """Return whether any month's figure is not shown."""
        return any(one.is_withheld for one in self.months)

    @property
    def shows_few(self) -> bool:
        """Return whether a month shows a small number, because it says nothing of people."""
        return not self.source.is_of_people and any(is_withheld(one.figure) for one in self.months)


def published_month(recorded: RecordedMonth, source: Source, aim: Aim) -> PublishedMonth:
    """Return what of a month everybody may see; what is said of it goes where nobody may see whether it was met.

    Small numbers are withheld only where they say something of people.
    """
    withheld = source.is_of_people and is_withheld(recorded.figure)
    says = not withheld or may_say_whether_met(recorded.figure, target=recorded.target, aim=aim)
    return PublishedMonth(
        month=recorded.month,
        figure=NO_FIGURE if withheld else recorded.figure,
        target=recorded.target,
        is_met=_is_met(recorded, aim) if says else None,
        is_withheld=withheld,
        as_at=recorded.as_at,
        explanation=recorded.explanation if says else Explanation(),
        corrected_on=recorded.corrected_on,
    )


def _is_met(recorded: RecordedMonth, aim: Aim) -> bool | None:
    figure = recorded.figure
    return is_met(figure.value, recorded.target, aim, bound=figure.bound)

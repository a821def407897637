"""Standard lines: those that fit what is being written, those to review, and all of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from django.utils.timezone import localtime

from answerable.domain.law.limbs import upwards
from answerable.records.casework.models import StandardLine

REVIEW_DAYS = 30
"""A line that expires within so many days is to be reviewed."""


class LineState(StrEnum):
    """Whether a line may be used."""

    USABLE = "usable"
    TO_REVIEW = "to review"
    EXPIRED = "expired"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class FittingLine:
    """A line that fits a reason or an answer: `citation` is the limb that was asked for, empty for answers."""

    name: str
    citation: str
    text: str
    expires_on: dt.date


@dataclass(frozen=True, slots=True)
class FittingLines:
    """The lines that fit: those that may be used, and apart from them those that have expired."""

    usable: tuple[FittingLine, ...]
    expired: tuple[FittingLine, ...]


@dataclass(frozen=True, slots=True)
class LineVersion:
    """A line as somebody saved it."""

    number: int
    by: str
    at: dt.datetime
    citation: str
    text: str
    expires_on: dt.date


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line in the list: who wrote its text, who reviewed it last, and until when it may be used."""

    name: str
    slug: str
    citation: str
    text: str
    state: LineState
    expires_on: dt.date
    written_by: str
    written_on: dt.date
    reviewed_by: str
    reviewed_on: dt.date


@dataclass(frozen=True, slots=True)
class LinePage:
    """A line with everything that it ever said, the latest first."""

    row: LineRow
    versions: tuple[LineVersion, ...]


def lines_for(citations: Sequence[str], *, on: dt.date) -> FittingLines:
    """Return the lines for the reasons of limbs, and for answers where a citation is empty.

    A line for what stands above a limb fits it, too: one for 21(1) the limb 21(1)(a).
    """
    wanted = [
        (citation, upper)
        for citation in dict.fromkeys(citations)
        for upper in (upwards(citation) if citation else [""])
    ]
    found = _in_use().filter(citation__in={upper for _, upper in wanted})
    lines = list(found.order_by("name"))
    fitting = [
        FittingLine(one.name, citation, one.text, one.expires_on)
        for citation, upper in wanted
        for one in lines
        if one.citation == upper
    ]
    return FittingLines(
        usable=tuple(one for one in fitting if one.expires_on >= on),
        expired=tuple(one for one in fitting if one.expires_on < on),
    )


def lines_to_review(*, on: dt.date) -> tuple[LineRow, ...]:
    """Return the lines that have expired or will within thirty days, the most urgent first."""
    found = _in_use().filter(expires_on__lte=on + dt.timedelta(days=REVIEW_DAYS))
    return tuple(_row(one, on) for one in _whole(found).order_by("expires_on", "name"))


def standard_lines(*, on: dt.date) -> tuple[LineRow, ...]:
    """Return all lines, those for answers first, then limb by limb; retired ones come last."""
    found = _whole(StandardLine.objects.all()).order_by("is_retired", "citation", "name")
    return tuple(_row(one, on) for one in found)


def line_page(slug: str, *, on: dt.date) -> LinePage | None:
    """Return a line with its versions, None if there is none of that name."""
    found = _whole(StandardLine.objects.filter(slug=slug)).first()
    if found is None:
        return None
    versions = tuple(
        LineVersion(one.number, one.by, one.at, one.citation, one.text, one.expires_on)
        for one in sorted(found.versions.all(), key=lambda each: -each.number)
    )
    return LinePage(_row(found, on), versions)


def _in_use() -> "QuerySet[StandardLine]":
    return StandardLine.objects.filter(is_retired=False)


def _whole(lines: "QuerySet[StandardLine]") -> "QuerySet[StandardLine]":
    return lines.prefetch_related("versions")


def _row(line: StandardLine, on: dt.date) -> LineRow:
    versions = sorted(line.versions.all(), key=lambda one: -one.number)
    # Who wrote it saved it first with these words; who only prolonged it since, reviewed it.
    written = versions[0]
    for one in versions:
        if one.text != line.text:
            break
        written = one
    return LineRow(
        name=line.name,
        slug=line.slug,
        citation=line.citation,
        text=line.text,
        state=_state(line, on),
        expires_on=line.expires_on,
        written_by=written.by,
        written_on=localtime(written.at).date(),
        reviewed_by=line.reviewed_by,
        reviewed_on=line.reviewed_on,
    )


def _state(line: StandardLine, on: dt.date) -> LineState:
    if line.is_retired:
        return LineState.RETIRED
    if line.expires_on < on:
        return LineState.EXPIRED
    is_soon = line.expires_on <= on + dt.timedelta(days=REVIEW_DAYS)
    return LineState.TO_REVIEW if is_soon else LineState.USABLE

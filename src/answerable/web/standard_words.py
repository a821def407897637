"""The figures of service standards in words, in the language of the page."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.domain.assurance.promises import (
    Aim,
    Bound,
    FigureUnit,
    PublishedMonth,
    PublishedStandard,
    plain_number,
)
from answerable.domain.assurance.promises.sources import SourceKind
from answerable.web.register_cells import in_language


@dataclass(frozen=True, slots=True)
class MonthShown:
    """What came of a month as pages show it; `verdict` says whether the target was met, and nothing of no figure.

    `of` are the counts behind the figure, empty where there are none or they are not shown.
    """

    month: str
    figure: str
    of: str
    target: str
    verdict: str
    is_missed: bool
    told: str
    action: str
    corrected: str


def month_shown(row: PublishedStandard, one: PublishedMonth) -> MonthShown:
    """Return a month in the language of the page."""
    said = one.explanation
    return MonthShown(
        month=date_format(one.month, "F Y"),
        figure=_figure(row, one),
        of=_of(one),
        target=target_words(row, one.target),
        verdict=_verdict(one),
        is_missed=one.is_met is False,
        told=in_language(said.told, said.told_cy),
        action=in_language(said.action, said.action_cy),
        corrected=date_format(one.corrected_on, "j F Y") if one.corrected_on else "",
    )


def target_words(row: PublishedStandard, target: int) -> str:
    """Return a target with the side on which it is met: at least 95%."""
    figure = in_unit(target, row.source.unit)
    words = _("at least %(figure)s") if row.aim is Aim.AT_LEAST else _("at most %(figure)s")
    return words % {"figure": figure}


def in_unit(value: int, unit: FigureUnit) -> str:
    """Return thousandths of a unit in words: 94.5%, 12 working days, 3."""
    number = plain_number(value)
    if unit is FigureUnit.PER_CENT:
        return f"{number}%"
    if unit is FigureUnit.NUMBER:
        return number
    # A part of a day takes the form of many.
    whole = int(number) if number.isdigit() else 0
    words = ngettext("%(number)s working day", "%(number)s working days", whole)
    return words % {"number": number}


def as_number(value: int | None) -> Decimal | None:
    """Return thousandths as charts print them."""
    return None if value is None else Decimal(plain_number(value))


def _figure(row: PublishedStandard, one: PublishedMonth) -> str:
    if one.is_withheld:
        return _("Not shown: small numbers")
    if one.figure.value is None and row.source.kind is SourceKind.SURVEY:
        return _("No figure: too few answered, or the month is shown with others")
    if one.figure.value is None:
        return _("Nothing to measure")
    figure = {"figure": in_unit(one.figure.value, row.source.unit)}
    if one.figure.bound == Bound.MORE:
        return _("more than %(figure)s") % figure
    if one.figure.bound == Bound.LESS:
        return _("less than %(figure)s") % figure
    return figure["figure"]


def _of(one: PublishedMonth) -> str:
    figure = one.figure
    if not figure.denominator:
        return ""
    if figure.numerator is None:
        return str(figure.denominator)
    said = {"some": figure.numerator, "all": figure.denominator}
    return _("%(some)s of %(all)s") % said


def _verdict(one: PublishedMonth) -> str:
    if one.is_met is None:
        return _("Not said: small numbers") if one.is_withheld else ""
    return _("Met") if one.is_met else _("Missed")

"""What was recorded for a decision, for those who check and clear: each field under its own label."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from django import forms
from django.utils.formats import date_format

from answerable.domain.decisions.estimates import Estimate
from answerable.queries.casework.deciding import Written
from answerable.web.casework.decision_form import DraftForms

_SHOWN_APART = ("outcomes", "answer", "caveats", "citation")


@dataclass(frozen=True, slots=True)
class Recorded:
    """A field of a decision: its label, and what was recorded in it, a line each."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordedGround:
    """A ground, and everything that was recorded for it."""

    citation: str
    fields: tuple[Recorded, ...]


def recorded_fields(written: Written) -> tuple[Recorded, ...]:
    """Return what was recorded for the question as a whole, beside its answer and its grounds."""
    filled = (
        *_filled(DraftForms(None, written).main),
        *_estimate(written.decision.estimate),
    )
    return tuple(filled)


def recorded_grounds(written: Written) -> tuple[RecordedGround, ...]:
    """Return each ground with what was recorded for it."""
    drawn = DraftForms(None, written).grounds
    return tuple(RecordedGround(form.cited, tuple(_filled(form))) for form in drawn if form.cited)


def _filled(form: forms.Form) -> Iterator[Recorded]:
    for name, field in form.fields.items():
        value = form.initial.get(name)
        if name not in _SHOWN_APART and value:
            yield Recorded(str(field.label), tuple(_lines(field, value)))


def _lines(field: forms.Field, value: object) -> Iterable[str]:
    if isinstance(value, dt.date):
        return [date_format(value, "j F Y")]
    if isinstance(field, forms.BooleanField):
        return ["Yes"]
    if isinstance(field, forms.MultipleChoiceField):
        names = dict(cast(Iterable[tuple[str, str]], field.choices))
        return [names.get(one, one) for one in cast(Iterable[str], value)]
    if isinstance(field, forms.ChoiceField):
        chosen = str(getattr(value, "value", value))
        choices = cast(Iterable[tuple[str, str]], field.choices)
        return [str(words) for choice, words in choices if choice == chosen]
    return [line for line in str(value).splitlines() if line.strip()]


def _estimate(estimate: Estimate | None) -> Iterator[Recorded]:
    if estimate is None:
        return
    work = (
        f"{one.activity.what}: {one.count:,} items, {float(one.minutes):g} minutes each, "
        f"{one.people} at once: {float(one.hours):,.1f} hours"
        for one in estimate.work
    )
    yield Recorded("Estimate of the cost", tuple(work))
    if estimate.together:
        added = (
            f"{one.reference}: {float(one.hours):g} hours, "
            f"{'the same person' if one.by_same_person else 'others who act together'}: {one.why}"
            for one in estimate.together
        )
        yield Recorded("Requests that are added up with it", tuple(added))
    if estimate.sample.strip():
        yield Recorded("What the minutes were measured on", tuple(estimate.sample.splitlines()))

"""The measures that somebody may compute, what they come to, and the tables that were kept."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from answerable.domain.clock import Holidays
from answerable.domain.measures.as_json import Stored, result_as_json, stored_result
from answerable.domain.measures.audiences import as_seen_by
from answerable.domain.measures.declarations import Misdeclared
from answerable.domain.measures.definitions import Measure, Parameter
from answerable.domain.measures.registers import Register
from answerable.domain.measures.results import Result
from answerable.domain.measures.soundness import sound_measure
from answerable.domain.roles import Actor
from answerable.domain.suppression.profiles import profile_named
from answerable.domain.suppression.released_data import kept_assessment
from answerable.domain.suppression.tables import Place
from answerable.domain.suppression.withholding import Assessment
from answerable.measuring.browsing import Choice, choices_of
from answerable.measuring.protecting import Asking, measured_under
from answerable.queries.accounts import person_name
from answerable.queries.registers.browsing import audience_of, rows_path
from answerable.queries.registers.declared import known_measures, known_registers
from answerable.records.registers.models import MeasuredTable

_MOST = 50


class NoSuchMeasure(LookupError):
    """There is no such measure for this person."""


@dataclass(frozen=True, slots=True)
class Askable:
    """A measure that somebody may compute, with the register as they may see it."""

    measure: Measure
    register: Register


@dataclass(frozen=True, slots=True)
class Measured:
    """A result, and the same as it is kept."""

    result: Result
    data: dict[str, Any]
    changed: tuple[Place, ...] = ()
    """The cells that its profile does not give as they were computed: they must be assessed."""


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table that was kept: who measured it, when, and for which question; whom it identifies, if that was asked.

    `beside_reason` says why it may leave beside others, and `beside_by` who said so; empty if nobody had to.
    """

    number: int
    stored: Stored
    data: dict[str, Any]
    by: str
    at: dt.datetime
    question: str
    assessment: Assessment | None = None
    beside_reason: str = ""
    beside_by: str = ""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A line in a list of kept tables."""

    number: int
    title: str
    as_at: dt.date
    sha256: str
    by: str
    at: dt.datetime


def measures_for(viewer: Actor) -> tuple[Askable, ...]:
    """Return the measures whose register somebody may see, with all that the measure asks of it; by title."""
    audience, registers = audience_of(viewer), known_registers()
    found = []
    for measure in known_measures().values():
        seen = as_seen_by(registers[measure.register], audience)
        if seen is not None and _can_be_asked(measure, seen):
            found.append(Askable(measure, seen))
    return tuple(sorted(found, key=lambda one: one.measure.title))


def measure_for(name: str, viewer: Actor) -> Askable:
    """Return a measure that somebody may compute.

    :raises NoSuchMeasure: if there is none for them.
    """
    for one in measures_for(viewer):
        if one.measure.name == name:
            return one
    raise NoSuchMeasure(f"There is no measure {name!r} that you may compute")


def offered_for(askable: Askable, parameter: Parameter) -> tuple[Choice, ...]:
    """Return the values that a parameter can have, where a column with few of them is compared with it.

    :raises NoSuchSnapshot: if nothing of the register is loaded.
    """
    sign = f"${parameter.name}"
    for condition in askable.measure.where:
        asked = (*condition.among, *condition.not_among, condition.least, condition.most)
        if sign in asked and askable.register.has(condition.column):
            _, path = rows_path(askable.register.name, "")
            return choices_of(path, askable.register.column(condition.column))
    return ()


def measured(
    askable: Askable,
    parameters: Mapping[str, str],
    *,
    which: str,
    as_at: dt.date | None,
    table: Holidays,
    profile: str = "",
) -> Measured:
    """Compute a measure over a snapshot: of a day, of a digest, or the latest; as at its day, if no other is said.

    Its small counts are protected by the profile of a name, or else by the measure's own.

    :raises NoSuchSnapshot: if there is none.
    :raises ParameterRefused: if a parameter is missing, or no value of its kind.
    :raises CannotCompute: if the rows cannot be counted.
    :raises CannotProtect: if the profile cannot protect it; the message says what to do.
    :raises ProfileRefused: if there is no such profile.
    """
    snapshot, path = rows_path(askable.register.name, which)
    asking = Asking(
        askable.measure,
        askable.register,
        snapshot,
        path,
        parameters=parameters,
        as_at=as_at or snapshot.as_at,
        holidays=table,
    )
    rule = profile_named(profile or askable.measure.disclosure_profile)
    found = measured_under(asking, rule)
    data = result_as_json(found.result, measure=askable.measure, register=askable.register)
    return Measured(found.result, data, found.changed)


def kept_tables(*, measure: str = "", question: str = "") -> tuple[KeptRow, ...]:
    """Return tables that were kept, the latest first: of a measure, for a question, or the latest of all."""
    found = (
        MeasuredTable.objects.filter(disposed_at=None).order_by("-pk").defer("result", "released")
    )
    if measure:
        found = found.filter(measure=measure)
    if question:
        found = found.filter(question=question)
    return tuple(
        KeptRow(one.pk, one.title, one.as_at, one.sha256, person_name(one.by), one.at)
        for one in found[:_MOST]
    )


def kept_table(number: int, viewer: Actor) -> KeptTable | None:
    """Return a kept table, or None; also if its register is not for this person, or it was disposed of."""
    found = MeasuredTable.objects.filter(pk=number, disposed_at=None).first()
    if found is None:
        return None
    stored = stored_result(found.result)
    if as_seen_by(stored.register, audience_of(viewer)) is None:
        return None
    return KeptTable(
        found.pk,
        stored,
        found.result,
        person_name(found.by),
        found.at,
        found.question,
        kept_assessment(found.assessment) if found.assessment else None,
        found.beside.get("reason", ""),
        person_name(found.beside["by"]) if found.beside else "",
    )


def _can_be_asked(measure: Measure, register: Register) -> bool:
    try:
        sound_measure(measure, register)
    except Misdeclared:
        return False
    return True

"""A measure computed over a snapshot and put under a profile, with the counts behind its figures."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from answerable.domain.clock.calendars import Holidays
from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.registers import Register
from answerable.domain.measures.results import Result
from answerable.domain.measures.snapshots import Snapshot
from answerable.domain.suppression.profiles import Profile
from answerable.domain.suppression.tables import Place
from answerable.measuring.computing import compute


@dataclass(frozen=True)
class ProtectedResult:
    """A result as it may leave once it was assessed. `changed` are the cells that it does not give as computed."""

    result: Result
    changed: tuple[Place, ...]


@dataclass(frozen=True)
class Asking:
    """What a measure is computed of, and with what."""

    measure: Measure
    register: Register
    snapshot: Snapshot
    path: Path
    parameters: Mapping[str, str]
    as_at: dt.date
    holidays: Holidays


def measured_under(asking: Asking, profile: Profile) -> ProtectedResult:
    """Compute a measure and put its result under a profile; one that changes nothing leaves it as it is.

    :raises CannotCompute: if the rows cannot be counted.
    :raises CannotProtect: if the result cannot be protected; the message says what to do.
    :raises Misdeclared: if the register cannot be asked what the measure asks.
    :raises ParameterRefused: if a parameter is missing, unknown, or no value of its kind.
    """
    if not profile.changes_figures:
        return ProtectedResult(_computed(asking, asking.measure), ())
    from answerable.measuring.disclosure.behind import counts_behind  # noqa: PLC0415 it loads scipy
    from answerable.measuring.disclosure.results import protected_result  # noqa: PLC0415 it loads scipy

    behind = counts_behind(asking.measure)
    result, counted = (_computed(asking, one) for one in (asking.measure, behind.measure))
    printed = protected_result(
        result, counted, measure=asking.measure, behind=behind, profile=profile
    )
    return ProtectedResult(*printed)


def _computed(asking: Asking, measure: Measure) -> Result:
    return compute(
        measure,
        asking.register,
        asking.snapshot,
        asking.path,
        parameters=asking.parameters,
        as_at=asking.as_at,
        holidays=asking.holidays,
    )

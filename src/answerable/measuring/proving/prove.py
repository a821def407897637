"""An old result computed again from what it was computed from, and from what is in use now."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from answerable.domain.clock.calendars import Holidays
from answerable.domain.measures.as_json import Stored
from answerable.domain.measures.declarations import Misdeclared
from answerable.domain.measures.definitions import Measure
from answerable.domain.measures.parameters import ParameterRefused
from answerable.domain.measures.registers import Register
from answerable.domain.measures.results import Result
from answerable.domain.measures.snapshots import Snapshot
from answerable.domain.suppression.controlling import CannotProtect
from answerable.domain.suppression.profiles import profile_named
from answerable.measuring.computing import CannotCompute
from answerable.measuring.protecting import Asking, measured_under
from answerable.measuring.proving.changes import changes
from answerable.measuring.proving.differences import Difference, differences, withholds

Rows = tuple[Snapshot, Path]


@dataclass(frozen=True)
class Present:
    """What there is now to compute an old result from.

    `rows` are those of its own snapshot, `other_rows` those of the register's latest; `calendar_then` is the table
    of holidays of its version; `measure` and `register` are the declarations that are in use now. Each may be gone.
    """

    rows: Rows | None
    other_rows: Rows | None
    calendar_then: Holidays | None
    calendar_now: Holidays
    measure: Measure | None
    register: Register | None


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was, in a sentence, with what changed and the cells that differ by it.

    `moves` says whether the answer is another by it.
    """

    words: str
    moves: bool
    changes: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Proof:
    """Whether an old result is proved, and what is not as it was.

    It is proved if the same snapshot, definition and calendar give the same result. It holds if, besides, nothing
    that changed since moves it.
    """

    is_proved: bool
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Return whether the old result is proved, and would be the same today."""
        return self.is_proved and not any(finding.moves for finding in self.findings)


def prove(stored: Stored, present: Present) -> Proof:
    """Return whether an old result still holds, and what has changed since."""
    findings: list[Finding] = []
    if not stored.is_whole:
        words = "The file was changed after it was written: its digests are not those of its table and definition"
        findings.append(Finding(words, moves=True))
    rows = present.rows or present.other_rows
    if present.rows is None:
        findings.append(_without_its_rows(stored, present))
    if rows is None:
        return Proof(is_proved=False, findings=tuple(findings))
    if stored.result.calendars and present.calendar_then is None:
        words = f"The calendar {', '.join(stored.result.calendars)} is not kept here: days are counted by {present.calendar_now.version}"
        findings.append(Finding(words, moves=True))
    computed = _computed(stored, stored.measure, stored.register, rows, _then(present))
    if isinstance(computed, Finding):
        return Proof(is_proved=False, findings=(*findings, computed))
    cells = differences(stored.result, computed)
    if not _is_same(stored.result, computed):
        same = "The same snapshot, definition and calendar give another result"
        words = "Computed from what is here" if findings else same
        findings.append(Finding(f"{words}: {_count(cells)}", moves=True, differences=cells))
    is_proved = not findings
    return Proof(is_proved, (*findings, *_since(stored, present, rows, computed)))


def _without_its_rows(stored: Stored, present: Present) -> Finding:
    words = f"The snapshot {stored.result.snapshot.label} is not here"
    if present.other_rows is None:
        words += ": load the same rows again, or say where they are"
    if present.other_rows:
        words += f": computed from {present.other_rows[0].label} instead"
    return Finding(words, moves=True)


def _since(stored: Stored, present: Present, rows: Rows, then: Result) -> Iterator[Finding]:
    """Yield what is otherwise today: the calendar, and the definition with its register."""
    calendar = _then(present)
    if then.calendars and calendar.version != present.calendar_now.version:
        now = _computed(stored, stored.measure, stored.register, rows, present.calendar_now)
        yield _moved(f"Since then the calendar {present.calendar_now.version} came", then, now, ())
    measure, register = present.measure, present.register
    if measure is None or register is None:
        yield Finding("The measure, or its register, is not declared here any more", moves=False)
        return
    changed = (*changes(stored.measure, measure), *changes(stored.register, register))
    if changed:
        now = _computed(stored, measure, register, rows, calendar)
        words = f"The definition has changed since, from version {stored.measure.version} to {measure.version}"
        yield _moved(words, then, now, changed)


def _moved(words: str, then: Result, now: "Result | Finding", changed: tuple[str, ...]) -> Finding:
    if isinstance(now, Finding):
        return Finding(f"{words}: {now.words}", moves=True, changes=changed)
    cells = differences(then, now)
    return Finding(f"{words}: {_count(cells)}", bool(cells), changed, cells)


def _computed(
    stored: Stored, measure: Measure, register: Register, rows: Rows, calendar: Holidays
) -> "Result | Finding":
    snapshot, path = rows
    try:
        asking = Asking(
            measure,
            register,
            snapshot,
            path,
            parameters=stored.result.parameters,
            as_at=stored.result.as_at,
            holidays=calendar,
        )
        # A result is put under its profile again as that was then: its data stands in the result.
        profile = stored.result.disclosure or profile_named("none")
        return measured_under(asking, profile).result
    except (CannotCompute, CannotProtect, Misdeclared, ParameterRefused) as refusal:
        return Finding(f"It cannot be computed: {refusal}", moves=True)


def _is_same(then: Result, now: Result) -> bool:
    if then.disclosure is None and withholds(then):
        # Nobody wrote down by which rule it withholds.
        return not differences(then, now)
    return then.sha256 == now.sha256


def _then(present: Present) -> Holidays:
    return present.calendar_then or present.calendar_now


def _count(cells: tuple[Difference, ...]) -> str:
    if not cells:
        return "no cell differs"
    return "one cell differs" if len(cells) == 1 else f"{len(cells):,} cells differ"

"""Evidence that is a file: inspected one after another, and let into the pack by somebody who looked."""

import datetime as dt
import hashlib
from collections.abc import Callable

from django.db import transaction
from django.db.models import F, Q

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.releasing.inspecting import TAKEN_FOR
from answerable.actions.ledger import record
from answerable.actions.standards.elements import (
    ElementRefused,
    check_may_write,
    tell_of_element,
)
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import MACHINE
from answerable.inspecting import Inspection, Severity, Verdict, inspection_as_json
from answerable.inspecting.as_json import inspection_from_json
from answerable.inspecting.compared.apart import Compared, inspect_with_pages
from answerable.inspecting.personal import OWN, FinderChoice, with_personal_data
from answerable.inspecting.version import rules_version
from answerable.queries.casework.releasing.standings import key_of, key_of_hit
from answerable.reading.alphabets import storable
from answerable.records.standards.models import Evidence

_OTHERS = "The bytes that are stored are not those that were added: add the file again"


def inspect_evidence(
    *,
    clock: Callable[[], dt.datetime],
    goes_on: Callable[[], bool] = lambda: True,
    when: Compared = Compared.NEVER,
    finder: FinderChoice = OWN,
) -> int:
    """Inspect every piece of evidence that waits as long as it goes on; return how many were inspected.

    `when` says whether each is also compared with its own pages, `finder` who looks for personal data beside us.
    """
    inspected = 0
    while goes_on():
        row = _taken(clock())
        if row is None:
            break
        found = _inspection(row, when, finder)
        inspected += _keep(row, found, at=clock())
    return inspected


def inspect_again(*, at: dt.datetime) -> int:
    """Let evidence wait that was inspected by other rules than those of now, and return how many files wait for that.

    What was found stays until the new inspection is there, and so does what somebody decided: the pack holds
    nothing that waits.
    """
    done = Evidence.objects.filter(taken_back_at=None).exclude(sha256="").exclude(verdict="")
    with transaction.atomic():
        count = done.exclude(rules=rules_version()).update(verdict="", taken_at=None)
        if count:
            told = {"files": count, "rules": rules_version()}
            record("evidence waits again", subject="evidence", by=MACHINE.key, at=at, data=told)
    return count


def decide_evidence(number: int, *, reason: str, doing: Doing) -> None:
    """Let evidence into the pack although something was found in it, for a reason that the ledger keeps.

    :raises MoveNotAllowed: if they may not, an element of it is another's, or they added it and it has a stop.
    :raises ElementRefused: if there is no such evidence, its inspection found nothing or cannot say, it was decided
        before, or there is no reason.
    """
    said = storable(reason).strip()
    with transaction.atomic():
        rows = Evidence.objects.select_for_update().defer("data")
        row = rows.filter(pk=number, taken_back_at=None).first()
        if row is None:
            raise ElementRefused(f"There is no evidence {number}: look at the element again")
        for element in row.elements.split():
            check_may_write(row.framework, element, doing)
        _check_undecided(row)
        if row.added_by == doing.by.key and _has_a_stop(row):
            message = "You added this file, and it has what cannot be released: another decides"
            raise MoveNotAllowed(message)
        if not said:
            raise ElementRefused("Say why it goes into the pack although something was found in it")
        row.decided_by, row.decided_reason = doing.by.key, said
        row.save(update_fields=["decided_by", "decided_reason"])
        told = {"evidence": row.pk, "file": row.sha256, "reason": said}
        tell_of_element("evidence decided", row.framework, row.elements.strip(), doing, told)


def _check_undecided(row: Evidence) -> None:
    """Do nothing if something was found in evidence, and nobody decided on it yet."""
    if not row.sha256:
        raise ElementRefused("An address has no findings: there is nothing to decide")
    if row.decided_by:
        raise ElementRefused(f"{row.file_name} goes into the pack already")
    words = {
        Evidence.Verdict.NONE: "waits for its inspection: decide when that is done",
        Evidence.Verdict.CLEAR: "goes into the pack already: nothing was found in it",
        Evidence.Verdict.CANNOT_SAY: "cannot be inspected, and stays out of the pack",
    }.get(Evidence.Verdict(row.verdict))
    if words:
        raise ElementRefused(f"{row.file_name} {words}")


def _has_a_stop(row: Evidence) -> bool:
    return any(one["severity"] == Severity.STOP.value for one in row.report["findings"])


def _taken(at: dt.datetime) -> Evidence | None:
    """Take what has waited longest, and what a worker took that never came back."""
    free = Q(taken_at__isnull=True) | Q(taken_at__lt=at - TAKEN_FOR)
    waiting = Evidence.objects.filter(free, verdict="", taken_back_at=None).exclude(sha256="")
    # What was never inspected comes first: what waits again has a verdict of earlier rules.
    first = F("inspected_at").asc(nulls_first=True)
    for row in waiting.order_by(first, "added_at", "pk")[:20]:
        if waiting.filter(pk=row.pk).update(taken_at=at):
            row.taken_at = at
            return row
    return None


def _inspection(row: Evidence, when: Compared, finder: FinderChoice) -> Inspection:
    data = bytes(row.data)
    if hashlib.sha256(data).hexdigest() != row.sha256:
        return Inspection(row.file_name, row.sha256, "", Verdict.CANNOT_SAY, (), (), _OTHERS)
    found = inspect_with_pages(data, name=row.file_name, when=when)
    return with_personal_data(found, data, (), finder)


def _keep(row: Evidence, found: Inspection, *, at: dt.datetime) -> bool:
    """Keep what was found, unless it was taken back meanwhile or another worker took it over."""
    with transaction.atomic():
        mine = Evidence.objects.filter(
            pk=row.pk, verdict="", taken_at=row.taken_at, taken_back_at=None
        )
        is_open_again = bool(row.decided_by) and _looks_otherwise(row, found)
        undecided = {"decided_by": "", "decided_reason": ""} if is_open_again else {}
        kept = mine.update(
            verdict=found.verdict.value,
            report=inspection_as_json(found),
            rules=rules_version(),
            inspected_at=at,
            **undecided,
        )
        if kept:
            record(
                "evidence inspected",
                subject=f"element {row.framework}/{row.elements.strip()}",
                by=MACHINE.key,
                at=at,
                data={
                    "evidence": row.pk,
                    "file": row.sha256,
                    "verdict": found.verdict.value.replace("_", " "),
                    "rules": rules_version(),
                    **({"open_again": True} if is_open_again else {}),
                },
            )
    return bool(kept)


def _looks_otherwise(row: Evidence, found: Inspection) -> bool:
    """Return whether an inspection found what was not there when somebody decided, or cannot say any more."""
    if found.verdict is Verdict.CANNOT_SAY or not row.report:
        return True
    return not _asking(found) <= _asking(inspection_from_json(row.report))


def _asking(found: Inspection) -> frozenset[str]:
    """Return what an inspection asks somebody to decide on, by what each is known by."""
    findings = [key_of(one) for one in found.findings if one.severity is not Severity.NOTE]
    return frozenset((*findings, *(key_of_hit(one) for one in found.personal or () if one.asks)))

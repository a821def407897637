"""Rounds of assessment that are entered by hand: made, given their levels, and closed."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.actions.standards.frameworks import kept_framework
from answerable.domain.assurance import Framework, Result, check_results, framework_of
from answerable.domain.assurance.results import RoundRefused
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.records.standards.models import AssessmentRound, ElementResult


def make_round(framework: str, *, kind: str, by: str, held_on: dt.date, doing: Doing) -> int:
    """Make a round of a standard in use, without levels yet; return its number.

    :raises MoveNotAllowed: if they may not.
    :raises RoundRefused: if there is no such standard or kind of round, or the day is to come.
    """
    check_move(Move.KEEP_STANDARDS, actor=doing.by, situation=NO_REQUEST)
    found = frameworks_in_use().get(framework)
    if found is None:
        raise RoundRefused(f"No standard {framework!r} is in use")
    if by not in AssessmentRound.By.values:
        raise RoundRefused(f"A round is by an assessor or by the office itself, not by {by!r}")
    if kind not in {one.key for one in found.rounds}:
        raise RoundRefused(f"{found.name} has no round {kind!r}")
    if held_on > doing.on:
        raise RoundRefused(f"{held_on:%-d %B %Y} is still to come: a round has a day that was")
    with transaction.atomic():
        made = AssessmentRound.objects.create(
            framework=kept_framework(found, doing=doing),
            kind=kind,
            by=by,
            held_on=held_on,
            made_by=doing.by.key,
            made_at=doing.at,
        )
        told = {"framework": found.key, "kind": kind, "by": by, "held_on": str(held_on)}
        _tell("round made", made, doing, told)
    return made.pk


def set_levels(number: int, levels: Mapping[str, str], *, doing: Doing) -> None:
    """Give elements of an open round their levels, keys by elements' numbers; an empty key takes one away.

    All are set, or none.

    :raises MoveNotAllowed: if they may not.
    :raises RoundRefused: if there is no such round, it is closed, or it has no such element or level.
    """
    check_move(Move.KEEP_STANDARDS, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        row = _open_round(number)
        _check_levels(framework_of(row.framework.declaration), levels)
        for element, level in levels.items():
            if not level:
                row.results.filter(element=element).delete()
                continue
            ElementResult.objects.update_or_create(
                round=row,
                element=element,
                defaults={
                    "level": level,
                    "is_inferred": False,
                    "set_by": doing.by.key,
                    "set_at": doing.at,
                },
            )
        _tell("levels set", row, doing, {"levels": dict(levels)})


def close_round(number: int, *, doing: Doing) -> None:
    """Close a round, whose levels cannot be changed any more.

    :raises MoveNotAllowed: if they may not.
    :raises RoundRefused: if there is no such round, it is closed, or has no level yet.
    """
    check_move(Move.KEEP_STANDARDS, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        row = _open_round(number)
        count = row.results.count()
        if not count:
            raise RoundRefused("The round has no level yet: give its elements their levels first")
        row.closed_at = doing.at
        row.save(update_fields=["closed_at"])
        _tell("round closed", row, doing, {"levels": count})


def _check_levels(framework: Framework, levels: Mapping[str, str]) -> None:
    gone = [one for one, level in levels.items() if not level and not framework.element(one)]
    if gone:
        raise RoundRefused(f"{framework.name} has no element {gone[0]}")
    check_results(framework, [Result(one, level) for one, level in levels.items() if level])


def _open_round(number: int) -> AssessmentRound:
    rows = AssessmentRound.objects.select_for_update(of=("self",)).select_related("framework")
    row = rows.filter(pk=number).first()
    if row is None:
        raise RoundRefused(f"There is no round {number}")
    if row.closed_at is not None:
        raise RoundRefused(f"Round {number} is closed: its levels stand")
    return row


def _tell(action: str, row: AssessmentRound, doing: Doing, data: Mapping[str, object]) -> None:
    record(action, subject=f"round {row.pk}", by=doing.by.key, at=doing.at, data=data)

"""Publish service standards and the levels of a round, so that everybody reads them, and take them back."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from answerable.actions.archive.changes import lock_archive, next_change
from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.actions.standards.promises import NOTHING, locked, tell
from answerable.actions.standards.public_words import check_words
from answerable.domain.assurance.promises import source_of
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.standards.public_words import texts_of
from answerable.records.standards.models import AssessmentRound, PublishedRound, ServiceStandard


class PublishingRefused(ValueError):
    """This cannot be published, or taken back; the message says why."""


def publish_standard(
    slug: str, *, reason: str, doing: Doing, confirmed: Mapping[str, str] = NOTHING
) -> None:
    """Let everybody read a service standard: all of its months, and each one from now on.

    `confirmed` says by its key why what the finder finds in its words is nobody's personal data.

    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises PromiseNotFound: if there is no such standard.
    :raises PublishingRefused: if it is published already, or one that is counted alike is in the same months.
    :raises WordsRefused: if personal data is found in its words that nobody said to be none.
    """
    check_move(Move.PUBLISH_STANDARDS, actor=doing.by, situation=NO_REQUEST, reason=reason)
    with transaction.atomic():
        one = locked(slug)
        if one.is_public:
            raise PublishingRefused(f"{one.name} is published already")
        # One after another, so that two that are counted alike are not published at once.
        counter = lock_archive()
        _check_is_counted_once(one)
        said = check_words(one, texts_of(one), confirmed)
        one.is_public = True
        one.save(update_fields=["is_public", "confirmed"])
        next_change(counter)
        told = {"months": one.months.count(), "reason": reason, **said}
        tell("standard published", slug, doing, told)


def take_back_standard(slug: str, *, reason: str, doing: Doing) -> None:
    """Take a service standard off the public pages, with its files.

    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises PromiseNotFound: if there is no such standard.
    :raises PublishingRefused: if it is not published.
    """
    check_move(Move.PUBLISH_STANDARDS, actor=doing.by, situation=NO_REQUEST, reason=reason)
    with transaction.atomic():
        one = locked(slug)
        if not one.is_public:
            raise PublishingRefused(f"{one.name} is not published")
        one.is_public = False
        one.save(update_fields=["is_public"])
        next_change(lock_archive())
        tell("standard taken back", slug, doing, {"reason": reason})


def publish_round(number: int, *, reason: str, doing: Doing) -> None:
    """Let everybody read the levels of a closed round, in place of an earlier one of its framework.

    Nothing of what the report says goes with them.

    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises PublishingRefused: if there is no such round, its levels may still change, or it is published already.
    """
    check_move(Move.PUBLISH_STANDARDS, actor=doing.by, situation=NO_REQUEST, reason=reason)
    with transaction.atomic():
        row = _round(number)
        if row.closed_at is None:
            raise PublishingRefused(f"Round {number} is open: close it first, so that it stands")
        counter = lock_archive()
        key = row.framework.key
        before = PublishedRound.objects.filter(key=key).first()
        if before is not None and before.round_id == number:
            raise PublishingRefused(f"The levels of round {number} are published already")
        levels = dict(row.results.values_list("element", "level"))
        PublishedRound.objects.update_or_create(
            key=key,
            defaults={
                "round": row,
                "declaration": row.framework.declaration,
                "kind": row.kind,
                "held_on": row.held_on,
                "levels": levels,
                "published_by": doing.by.key,
                "published_at": doing.at,
            },
        )
        next_change(counter)
        replaced = {"instead_of": before.round_id} if before is not None else {}
        told = {"framework": key, "levels": len(levels), "reason": reason, **replaced}
        _tell("round published", number, doing, told)


def take_back_round(number: int, *, reason: str, doing: Doing) -> None:
    """Take the levels of a round off the public pages.

    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises PublishingRefused: if there is no such round, or it is not published.
    """
    check_move(Move.PUBLISH_STANDARDS, actor=doing.by, situation=NO_REQUEST, reason=reason)
    with transaction.atomic():
        _round(number)
        count, _ = PublishedRound.objects.filter(round=number).delete()
        if not count:
            raise PublishingRefused(f"The levels of round {number} are not published")
        next_change(lock_archive())
        _tell("round taken back", number, doing, {"reason": reason})


def _check_is_counted_once(one: ServiceStandard) -> None:
    """Do nothing if no published standard of the same months is measured by the same.

    Two targets for one figure would tell what a withheld one lies between; where none is withheld they tell nothing.
    """
    source = source_of(one.source)
    if source.is_by_hand or not source.is_of_people:
        return
    for other in ServiceStandard.objects.filter(is_public=True, source=one.source):
        if one.from_month <= _last(other) and other.from_month <= _last(one):
            raise PublishingRefused(
                f"{other.name} is published and measured by the same: two targets for one figure would tell what "
                "is not shown of small numbers. Take that one back first"
            )


def _last(one: ServiceStandard) -> dt.date:
    return one.ended_month or dt.date.max


def _round(number: int) -> AssessmentRound:
    rows = AssessmentRound.objects.select_for_update(of=("self",)).select_related("framework")
    row = rows.filter(pk=number).first()
    if row is None:
        raise PublishingRefused(f"There is no round {number}")
    return row


def _tell(action: str, number: int, doing: Doing, data: dict[str, object]) -> None:
    record(action, subject=f"round {number}", by=doing.by.key, at=doing.at, data=data)

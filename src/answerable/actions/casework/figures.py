"""Freeze the office's figures as they stood on a day, and publish what was frozen."""

import hashlib
import json

from django.db import transaction

from answerable.actions.archive.changes import lock_archive, next_change
from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.measures.office import Period, office_as_json
from answerable.domain.measures.office.published import (
    Profile,
    published_as_json,
    published_of,
)
from answerable.domain.measures.office.written import office_of
from answerable.domain.roles import NO_REQUEST, Move, Situation, Stage, check_move
from answerable.queries.casework.statistics import office_figures
from answerable.records.archive.models import PublishedFigures
from answerable.records.casework.models import FrozenFigures
from answerable.records.ledger.chain import canonical


class FiguresRefused(Exception):
    """These figures cannot be frozen or published; the message says why."""


def freeze_figures(period: Period, *, doing: Doing) -> int:
    """Freeze the figures of a period as they are known today; return their number.

    :raises MoveNotAllowed: if they may not.
    :raises FiguresRefused: if the period has not ended, or was frozen today already.
    """
    check_move(Move.FREEZE_FIGURES, actor=doing.by, situation=NO_REQUEST)
    if doing.on <= period.last:
        message = f"The period ends on {period.last}: freeze its figures on a later day"
        raise FiguresRefused(message)
    office = office_figures(period, as_at=doing.on, table=doing.table)
    data = canonical(office_as_json(office))
    sha256 = hashlib.sha256(data.encode()).hexdigest()
    with transaction.atomic():
        # Two people may freeze at once: whoever comes second is told, and not the database.
        frozen, is_new = FrozenFigures.objects.get_or_create(
            first=period.first,
            last=period.last,
            as_at=doing.on,
            defaults={
                "data": data,
                "sha256": sha256,
                "frozen_by": doing.by.key,
                "frozen_at": doing.at,
            },
        )
        if not is_new:
            message = f"The figures of this period were frozen today already, as number {frozen.pk}"
            raise FiguresRefused(message)
        _tell("figures frozen", frozen, doing)
    return frozen.pk


def publish_figures(number: int, profile: Profile, *, doing: Doing) -> None:
    """Publish what was frozen, with small numbers of grounds protected: everybody may read it from now on.

    :raises FiguresRefused: if nothing was frozen under the number, it was published already, or it no longer
        has its digest.
    :raises MoveNotAllowed: if they may not, or froze it themselves.
    """
    with transaction.atomic():
        frozen = FrozenFigures.objects.select_for_update().filter(pk=number).first()
        if frozen is None:
            message = f"No figures were frozen under the number {number}"
            raise FiguresRefused(message)
        situation = Situation(Stage.OPEN, writers=frozenset({frozen.frozen_by}))
        check_move(Move.PUBLISH_FIGURES, actor=doing.by, situation=situation)
        _check_may_be_published(frozen)
        office = office_of(json.loads(frozen.data))
        data = canonical(
            published_as_json(published_of(office, profile=profile, sha256=frozen.sha256))
        )
        counter = lock_archive()
        PublishedFigures.objects.create(
            first=frozen.first,
            last=frozen.last,
            as_at=frozen.as_at,
            data=data,
            sha256=hashlib.sha256(data.encode()).hexdigest(),
            published_at=doing.at,
        )
        # Pages are kept until the archive changes.
        next_change(counter)
        frozen.published_by, frozen.published_at = doing.by.key, doing.at
        frozen.save(update_fields=["published_by", "published_at"])
        _tell("figures published", frozen, doing, profile=profile.name)


def _check_may_be_published(frozen: FrozenFigures) -> None:
    if frozen.published_at is not None:
        message = f"The figures number {frozen.pk} are published already"
        raise FiguresRefused(message)
    if hashlib.sha256(frozen.data.encode()).hexdigest() != frozen.sha256:
        message = (
            f"The figures number {frozen.pk} are not what was frozen: their digest differs. "
            "Freeze the period again"
        )
        raise FiguresRefused(message)


def _tell(action: str, frozen: FrozenFigures, doing: Doing, **more: str) -> None:
    record(
        action,
        subject=f"figures {frozen.pk}",
        by=doing.by.key,
        at=doing.at,
        data={
            "from": str(frozen.first),
            "to": str(frozen.last),
            "as_at": str(frozen.as_at),
            "sha256": frozen.sha256,
            **more,
        },
    )

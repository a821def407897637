"""Publish a month: every entry of it that is validated is asked for at once."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.publishing.steps import ask_for, draft_for
from answerable.domain.roles import Move, MoveNotAllowed, Situation, Stage, check_move
from answerable.queries.casework.visible import seen_by
from answerable.records.casework.models import LogDraft, LogStep

_ENDED = Situation(Stage.SENT)
"""Entries are those of requests that ended: what is asked first is whether their roles allow it."""


def publish_month(month: str, *, doing: Doing) -> int:
    """Ask for every validated entry of a month to be published, and return how many that were.

    All of them or none, but for those of requests that are restricted to others.

    :raises MoveNotAllowed: if they may not, or no entry of the month waits for it.
    """
    check_move(Move.PUBLISH_ENTRY, actor=doing.by, situation=_ENDED)
    validated = LogDraft.objects.filter(
        seen_by(doing.by, through="request"), state=LogDraft.State.VALIDATED, month=month
    )
    with transaction.atomic():
        references = list(
            validated.order_by("request_id").values_list("request__reference", flat=True)
        )
        for reference in references:
            draft = draft_for(reference, Move.PUBLISH_ENTRY, doing)
            ask_for(draft, LogStep.Act.PUBLISH, doing=doing)
        if not references:
            message = f"No entry of {month} is validated and waits to be published"
            raise MoveNotAllowed(message)
    return len(references)

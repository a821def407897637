"""Have what left inspected again: what was not by the rules of now, or everything."""

import datetime as dt

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.releasing.asking import ask_for_what_lacks_it, begin_soon
from answerable.actions.ledger import record
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.inspecting.version import rules_version
from answerable.records.casework.models import FileInspection


def look_back(*, doing: Doing, everything: bool = False) -> int:
    """Let what left wait to be inspected, and return how many files wait.

    With `everything` what was inspected by the rules of now is inspected once more.

    :raises MoveNotAllowed: if they may not.
    """
    check_move(Move.LOOK_BACK, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        count = wait_for_looking_back(at=doing.at, everything=everything)
        data = {"everything": everything, "rules": rules_version()}
        record(
            "looking back asked", subject="released files", by=doing.by.key, at=doing.at, data=data
        )
        transaction.on_commit(begin_soon)
    return count


def wait_for_looking_back(*, at: dt.datetime, everything: bool) -> int:
    """Let what left wait, in the caller's transaction, and return how many files wait by then."""
    if everything:
        done = FileInspection.objects.filter(rules=rules_version(), done_at__isnull=False)
        done.update(done_at=None, started_at=None, verdict="", report={}, asked_at=at)
    ask_for_what_lacks_it(at=at, published=True)
    return FileInspection.objects.filter(done_at__isnull=True).count()

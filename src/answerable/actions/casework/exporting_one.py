"""Take one request out whole, with who asked: told in the ledger before anything leaves."""

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.telling import tell
from answerable.domain.roles import Move
from answerable.publishing.case_folder import Folder, whole_folder
from answerable.queries.casework.whole import whole_case


def export_request(reference: str, *, reason: str, doing: Doing) -> Folder:
    """Return everything of a request as a folder that stands by itself, and tell it in the ledger.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    with transaction.atomic():
        request = request_for(reference, Move.EXPORT_REQUEST, doing, reason=reason)
        tell("request exported", reference, doing, {"reason": reason.strip()})
        return whole_folder(whole_case(request, table=doing.table, at=doing.at))

"""Letters that tell of what has happened already: they go where whoever asked can be reached."""

from collections.abc import Sequence

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.lettering import Rendered, leave_letter
from answerable.domain.law.letters import LetterKind
from answerable.records.casework.models import Letter, Request


def way_to(request: Request) -> Letter.Way | None:
    """Return how a letter reaches whoever asked: by e-mail, else by post; None if it cannot."""
    if request.requester.address:
        return Letter.Way.EMAIL
    return Letter.Way.POST if request.requester.postal.strip() else None


def confirm(
    request: Request, ready: Rendered | None, kind: LetterKind, labels: Sequence[str], doing: Doing
) -> None:
    """Let a letter leave that tells of what has happened, if there is one and it can reach anybody."""
    way = way_to(request)
    if ready is not None and way is not None:
        leave_letter(request, ready, kind=kind.value, labels=labels, way=way, doing=doing)

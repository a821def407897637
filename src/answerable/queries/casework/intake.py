"""Files that came with messages, as they came; their names do not say who asked."""

from dataclasses import dataclass

from answerable.domain.questions.blind import blinded_file
from answerable.queries.casework.cases import identity_of
from answerable.records.casework.models import MessageFile


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that came with a message."""

    name: str
    data: bytes


def message_file(reference: str, digest: str, place: int) -> IncomingFile | None:
    """Return a file that came with a message of a request, None if there is none."""
    found = (
        MessageFile.objects.filter(
            message__request__reference=reference, message__sha256=digest, place=place
        )
        .select_related("message__request__requester")
        .defer("message__raw", "message__text")
        .first()
    )
    if found is None or found.message.request is None:
        return None
    name = blinded_file(found.name, identity_of(found.message.request))
    return IncomingFile(name, bytes(found.data))

"""Files that came with messages, as they came."""

from dataclasses import dataclass

from answerable.records.casework.models import MessageFile


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that came with a message."""

    name: str
    data: bytes


def message_file(reference: str, digest: str, place: int) -> IncomingFile | None:
    """Return a file that came with a message of a request, None if there is none."""
    found = MessageFile.objects.filter(
        message__request__reference=reference, message__sha256=digest, place=place
    ).first()
    return None if found is None else IncomingFile(found.name, bytes(found.data))

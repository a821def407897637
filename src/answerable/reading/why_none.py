"""Why a file with words has no entry: which signs of a record were looked for in it, and are not there."""

from collections.abc import Sequence

from answerable.reading.items import asks
from answerable.reading.references import reference_in_heading
from answerable.reading.vocabulary import Role, label_of

_LONGEST_HEADING = 200
_HEADS = ((Role.REQUEST, "what was asked"), (Role.RESPONSE, "what was answered"))


def why_none(texts: Sequence[str]) -> tuple[str, ...]:
    """Return in sentences what a person would look for first: the words over fields, a reference, and what asks."""
    labels = [label for text in texts if (label := label_of(text)) and label.is_strong]
    roles = {label.role for label in labels}
    lacks = [f"No word that is known heads {what}" for role, what in _HEADS if role not in roles]
    short = (text for text in texts if len(text) <= _LONGEST_HEADING)
    if Role.REF not in roles and not any(map(reference_in_heading, short)):
        lacks.append("No line names a reference")
    asking = sum(map(asks, texts))
    if asking:
        lines = "1 paragraph asks" if asking == 1 else f"{asking:,} paragraphs ask"
        lacks.append(f"{lines}, and nothing tells where their answers begin")
    else:
        lacks.append("No paragraph asks anything")
    return tuple(lacks)

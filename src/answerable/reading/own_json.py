"""Our own published JSON, read back; log.schema.json of the publisher describes it."""

import json

from answerable.domain.disclosure_log import entry_from_json
from answerable.reading.documents import NotReadable
from answerable.reading.own import OwnLog

_SCHEMA = "urn:answerable:log:1"
_FRONT_CHARACTERS = 1_000


def reads_own(text: str) -> bool:
    """Return whether the text is JSON in our own published layout."""
    front = text[:_FRONT_CHARACTERS]
    return front.lstrip().startswith("{") and f'"{_SCHEMA}"' in front


def entries_from_own(text: str) -> OwnLog:
    """Return what the published JSON holds.

    :raises NotReadable: if it is no JSON, or a promised field is missing or wrong.
    """
    try:
        data = json.loads(text)
        return OwnLog(
            body=data["body"]["code"],
            month=data["month"],
            index=tuple(data["index"]),
            entries=tuple(entry_from_json(entry) for entry in data["entries"]),
        )
    except KeyError as missing:
        raise NotReadable(f"The field {missing} is missing from the JSON of a log") from missing
    except (ValueError, TypeError, IndexError, RecursionError) as problem:
        raise NotReadable(f"This is not the JSON of a log: {problem}") from problem

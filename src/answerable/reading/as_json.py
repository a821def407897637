"""A reading as the JSON that docs/reference/cli.md promises."""

from typing import Any

from answerable.domain.disclosure_log import entry_as_json
from answerable.reading.documents import Reading


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain lists, dicts, strings and numbers, in the promised order."""
    coverage = reading.coverage
    return {
        "source": reading.source,
        "sha256": reading.sha256,
        "format": reading.format,
        "how": reading.how,
        "kind": reading.kind,
        "body": reading.body,
        "month": reading.month,
        "index": list(reading.index),
        "entries": [entry_as_json(entry) for entry in reading.entries],
        "unread": [
            {
                "text": one.text,
                "reason": one.reason,
                "start": one.start,
                "end": one.end,
                "pages": list(one.pages) if one.pages else None,
            }
            for one in reading.unread
        ],
        "repairs": [
            {"was": one.was, "now": one.now, "why": one.why, "times": one.times}
            for one in reading.repairs
        ],
        "coverage": {
            "characters": coverage.characters,
            "entries": coverage.entries,
            "index": coverage.index,
            "furniture": coverage.furniture,
            "unread": coverage.unread,
        },
    }

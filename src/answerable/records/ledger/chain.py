"""How lines of the ledger seal each other: each holds the seal of the one before it."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Any

NO_SEAL = "0" * 64
"""What stands before the first line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ledger: its number from 1, the moment, who, what, to what, and the particulars.

    `data` is JSON as `canonical` writes it; `before` is the seal of the line before.
    """

    number: int
    at: dt.datetime
    by: str
    action: str
    subject: str
    data: str
    before: str

    @property
    def seal(self) -> str:
        """Return the SHA-256 that seals this line, and with it every line before it."""
        moment = self.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
        sealed = [self.number, moment, self.by, self.action, self.subject, self.data, self.before]
        return hashlib.sha256(canonical(sealed).encode()).hexdigest()


def canonical(data: Any) -> str:
    """Return data as the one JSON text that stands for it, whichever order its names had."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

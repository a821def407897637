"""What a folder of a case is made of: frozen rows, so that the same rows make the same bytes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from answerable.publishing.case_folder.folder import FolderFile


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file that went or came with something; without its bytes only what it is, and why they are not here."""

    name: str
    size: int
    sha256: str
    data: bytes | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """A letter as it was sent; `headers` are those of the mail that carried it, none if it was posted."""

    number: int
    title: str
    sent_on: dt.date
    way: str
    labels: tuple[str, ...]
    text: str
    html: str
    pdf: bytes
    headers: tuple[tuple[str, str], ...] = ()
    files: tuple[HeldFile, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldMessage:
    """A message as it came, byte for byte, and what was read of it."""

    number: int
    arrived_at: dt.datetime
    channel: str
    suffix: str
    subject: str
    text: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class HeldGround:
    """One ground of a decision, as its letter gave it."""

    citation: str
    why: str
    for_disclosure: tuple[str, ...] = ()
    for_withholding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldRound:
    """What was decided about a question and told, in one round, and how its days were counted.

    `letter` is the number of the letter that told it. `clock` is the count as data, `counted` the same
    in words, `events` what happened.
    """

    number: int
    answered_on: dt.date | None
    due_on: dt.date | None
    outcomes: tuple[str, ...] = ()
    grounds: tuple[HeldGround, ...] = ()
    letter: int | None = None
    events: tuple[tuple[str, str], ...] = ()
    clock: Mapping[str, Any] | None = None
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldQuestion:
    """A question and its rounds."""

    label: str
    text: str
    standing: str
    rounds: tuple[HeldRound, ...] = ()

    @property
    def name(self) -> str:
        """Return how people call it."""
        return f"Question {self.label}" if self.label else "The question"


@dataclass(frozen=True, slots=True)
class HeldChallenge:
    """A review, a complaint or an appeal, and what was found."""

    kind: str
    asked_on: dt.date
    said: str
    due_on: dt.date | None
    decided_on: dt.date | None
    labels: tuple[str, ...]
    findings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A request with everything that its folder holds.

    `more` are files that are added as they are: what only the office's own export of a case holds.
    """

    reference: str
    title: str
    received_on: dt.date
    made_on: dt.date
    questions: tuple[HeldQuestion, ...] = ()
    letters: tuple[HeldLetter, ...] = ()
    messages: tuple[HeldMessage, ...] = ()
    challenges: tuple[HeldChallenge, ...] = ()
    more: tuple[FolderFile, ...] = field(default=())

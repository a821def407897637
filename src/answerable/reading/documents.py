"""What a reader gives: a document's entries, and everything that it could not place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.domain.disclosure_log import Entry


class NotReadable(Exception):
    """A file cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A stretch of a document that fits no entry, kept so that a person can look.

    `start` and `end` are character offsets in the decoded text, half-open.
    """

    text: str
    reason: str
    start: int
    end: int
    pages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """One piece of damage that was mended: what stood there, what stands now, and by which rule."""

    was: str
    now: str
    why: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where every character of the source went; the four counts add up to `characters`.

    Whitespace between stretches counts with the stretch before it. `furniture` is what frames
    the record and says nothing itself: page numbers, "Back to top", markup.
    """

    characters: int
    entries: int
    index: int
    furniture: int
    unread: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read.

    `format` is one of `text`, `markdown`, `html`, `json`, `docx`, `pdf`; `kind` one of `log`, `letter`,
    `requests`, `assessment`, `unknown`. `month` is `2021-11` where the document prints one. `how` says
    which way was used where a format can be read in several: "tagged PDF", "untagged PDF by its lines".
    """

    source: str
    sha256: str
    format: str
    kind: str
    body: str | None
    month: str | None
    index: tuple[str, ...]
    entries: "tuple[Entry, ...]"
    unread: tuple[Unread, ...]
    repairs: tuple[Repair, ...]
    coverage: Coverage
    how: str | None = None

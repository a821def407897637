"""What a reader gives: a document's entries, and everything that it could not place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.domain.assurance import Report
    from answerable.domain.disclosure_log import Entry


class NotReadable(Exception):
    """A file cannot be read; the message says why and what to do."""


class PassedOver(NotReadable):
    """A file was passed over, as it is no document of anybody's: hidden, temporary, a mail's signature."""


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
class Place:
    """Where something is printed: its page, and its box on it.

    `box` is in points from the page's top left corner (left, top, right, bottom); None where only the
    page is known.
    """

    page: int
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """Where the fields of one entry are printed; empty where nothing says so.

    `questions` and `answers` hold a row for each question of the entry, in their order.
    """

    ref: tuple[Place, ...] = ()
    title: tuple[Place, ...] = ()
    request: tuple[Place, ...] = ()
    response: tuple[Place, ...] = ()
    questions: tuple[tuple[Place, ...], ...] = ()
    answers: tuple[tuple[Place, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """One check of a reading as a whole: `holds` is None where there was nothing to check.

    `says` is the result in a sentence, `lacks` what it is about: "In the index, but no entry: …".
    """

    name: str
    holds: bool | None
    says: str
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A passage of a response that answers some question of its entry, and nothing says which.

    `entry` is the entry's place in the reading; `start` and `end` are offsets in its response, half-open.
    """

    entry: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that an entry states and that does not agree with the rest; nothing is changed for it.

    `what` is one of `date`, `sum`, `section`, `period`, `unsure`; `label` the question it is about, if it is
    one.
    """

    entry: int
    what: str
    says: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """Which rule took a stretch of the source: `start` and `end` are offsets in its text, half-open."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Another file of the same document, which was not used: its name, its format if it was read, and why."""

    source: str
    format: str | None
    why: str


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

    `format` is one of `text`, `markdown`, `html`, `json`, or the name of a row in `formats.FORMATS`; `kind`
    one of `log`, `letter`, `requests`, `assessment`, `unknown`. `month` is `2021-11` where the document
    prints one. `how` says which way was used where a format can be read in several: "tagged PDF",
    "untagged PDF by its lines". `printed` has a row for each entry where the document has pages, and none
    otherwise. `beside` are other files of the same document, which tell less. `unassigned` and `remarks` name their entry by its place in `entries`. `explained` is empty
    unless it was asked for. `assessment` is what an assessor's report says; None for anything else.
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
    printed: tuple[Printed, ...] = ()
    gates: tuple[Gate, ...] = ()
    unassigned: tuple[Unassigned, ...] = ()
    remarks: tuple[Remark, ...] = ()
    explained: tuple[Explained, ...] = ()
    beside: tuple[Beside, ...] = ()
    assessment: "Report | None" = None

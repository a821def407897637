"""An entry as the public may see it: whose it is, when it was published, where it was read."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.disclosure_log.entries import Entry


@dataclass(frozen=True, slots=True)
class Body:
    """A public body that publishes a log.

    `prefix` is the first part of its pages' addresses: empty for the body that the site belongs
    to, its code in small letters for every other.
    """

    code: str
    name: str
    contact: str | None = None
    prefix: str = ""


CASEWORK = "casework"
"""What stands for the reader of an entry that was read from no file: the office wrote it itself."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry was read: the file, its SHA-256, the reader's version, the pages in it."""

    name: str
    sha256: str
    reader: str
    pages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that is published with an entry: its name, its type, its bytes' number and SHA-256."""

    name: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Note:
    """What the log says of a change of an entry: which version that made, when, and in what words."""

    version: int
    on: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class PublishedEntry:
    """A published entry with its address and its history.

    `key` is its part of the address, unique in its body; `month` is the log's month (`2021-11`)
    where one is known; `version` counts from 1 and grows with every correction. `notes` are those
    of its corrections, the latest first.
    """

    entry: Entry
    body: Body
    key: str
    month: str | None
    published_at: dt.datetime
    changed_at: dt.datetime
    version: int
    source: Source
    files: tuple[FileRow, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """An entry that was taken out of the log, and why: all that the public register of removals says."""

    body: Body
    key: str
    ref: str | None
    removed_on: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class MonthAnswers:
    """How many requests were answered in a month, how many of them are published, how many never will be."""

    answered: int
    published: int
    kept_out: int

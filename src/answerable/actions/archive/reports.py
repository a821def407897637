"""What an import did, for the person who ran it."""

from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, by the keys of the entries.

    `is_known` says that the same reader had read the same file before, and nothing was done.
    `by_title` are entries without a reference that were known by their exact title; `kept` those
    whose corrections stand; `to_look_at` those corrected fields that the file now says otherwise;
    `withdrawn` those that stay withdrawn; `superseded` those that stay as a later file tells them,
    where an older file is read again; `twice` those whose reference the file prints again.
    """

    document: str
    is_known: bool = False
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()
    by_title: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    to_look_at: tuple[tuple[str, str], ...] = ()
    twice: tuple[str, ...] = ()
    unread: int = 0


@dataclass(slots=True)
class Notes:
    """What an import notes on its way."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    superseded: list[str] = field(default_factory=list)
    by_title: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    to_look_at: list[tuple[str, str]] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)

    def report(self, document: str, *, unread: int) -> ImportReport:
        """Return the notes as a report that nobody changes any more."""
        noted: dict[str, Any] = {one.name: tuple(getattr(self, one.name)) for one in fields(self)}
        return ImportReport(document, unread=unread, **noted)

"""What is found in a report while it is read, before what does not agree is looked for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from answerable.domain.assurance import Framework, Note, Passage, PassageKind


@dataclass(frozen=True, slots=True)
class Said:
    """A level that a place of the report gives an element."""

    element: str
    level: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many elements a report says are at a level."""

    level: str
    count: int
    text: str


@dataclass(slots=True)
class Found:
    """What was found so far; `explained` are places in the source with what was taken there."""

    framework: Framework
    listed: dict[PassageKind, list[str]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    quotations: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    explained: list[tuple[int, int, str]] = field(default_factory=list)

    def give(self, elements: Iterable[str], level: str) -> None:
        """Note a level for elements."""
        self.said += [Said(one, level) for one in elements]

    def enlist(self, kind: PassageKind, elements: Iterable[str]) -> None:
        """Note the elements that a list names, each once."""
        listed = self.listed.setdefault(kind, [])
        listed += [one for one in dict.fromkeys(elements) if one not in listed]

    def note(self, section: str | None, text: str, elements: tuple[str, ...] = ()) -> None:
        """Keep a stretch that is about no level; without a section it is unread."""
        if not text.strip():
            return
        if section is None:
            self.unread.append(text)
        else:
            self.notes.append(Note(section, text, elements))

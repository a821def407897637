"""The notes of a document: each is read once, behind the first paragraph that refers to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.reading.docx.elements import Element, W
from answerable.reading.docx.package import Package, Related

_KINDS = ("footnote", "endnote")


@dataclass(slots=True)
class Notes:
    """Footnotes and endnotes by kind and id, the links in them, and where those read begin."""

    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    links: dict[str, dict[str, Related]] = field(default_factory=dict)
    starts: set[int] = field(default_factory=set)

    def take(self, kind: str, name: str) -> Element | None:
        """Return a note that was not read yet, and forget it."""
        return self.notes.pop((kind, name), None)

    def left(self) -> Iterator[Element]:
        """Yield the notes that no paragraph refers to."""
        while self.notes:
            yield self.notes.pop(next(iter(self.notes)))


def notes_of(package: Package, related: dict[str, Related]) -> Notes:
    """Return the notes of a document, without the lines that part them from the page."""
    notes = Notes(links={kind: {} for kind in _KINDS})
    for one in related.values():
        kind = one.kind.removesuffix("s")
        root = package.root(one.target) if kind in _KINDS and not one.is_outside else None
        if root is None:
            continue
        notes.links[kind] = package.related(one.target)
        for note in root.iterfind(W + kind):
            # The lines between text and notes are kept as notes of a type of their own.
            if note.get(f"{W}type") in (None, "normal"):
                notes.notes[kind, note.get(f"{W}id") or ""] = note
    return notes

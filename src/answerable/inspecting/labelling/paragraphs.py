"""Documents as they are shown, with labels in the paragraphs, or parts of them, that are marked.

Places are counted from 1 through the document as it is read: what stands at the head of its pages, its text with
the cells of its tables, its notes, and what stands at the foot. A paragraph, a heading, a point of a list, a quotation
and a picture are each one place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from answerable.inspecting.labelling.marks import PlaceMark
from answerable.inspecting.labelling.stretches import (
    Sayings,
    Stretch,
    labelled,
    sayings_of,
    together,
)
from answerable.inspecting.labelling.withheld import Withheld
from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Break,
    Document,
    Item,
    Note,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
)
from answerable.inspecting.redacting.cannot import CannotRedact

PICTURE = "(picture)"
"""What stands for a picture where places are shown as words."""


def labelled_document(
    document: Document, marks: Sequence[PlaceMark], withheld: Withheld
) -> Document:
    """Return a document with labels for what is marked, and note what went and what stays.

    :raises CannotRedact: if a mark names cells.
    """
    for number, mark in enumerate(marks):
        if mark.cells is not None:
            raise CannotRedact(
                f"Mark {number + 1} names cells, but this is a document: name its paragraph, or words"
            )
    labelling = _Labelling(marks, sayings_of(marks), withheld)
    return replace(
        document,
        head=labelling.blocks(document.head),
        blocks=labelling.blocks(document.blocks),
        notes=tuple(labelling.note(one) for one in document.notes),
        foot=labelling.blocks(document.foot),
    )


def check_met_in_document(
    document: Document, marks: Sequence[PlaceMark], withheld: Withheld
) -> None:
    """Do nothing if each mark met something when a document was labelled.

    :raises CannotRedact: if one names a paragraph or words that are not shown.
    """
    for number, mark in enumerate(marks):
        if number not in withheld.met:
            raise CannotRedact(_not_met(mark, number + 1, sum(1 for _ in places_of(document))))


def places_of(document: Document) -> Iterator[str]:
    """Yield the words of each place of a document, in the order in which they are counted."""
    notes = [block for one in document.notes for block in one.blocks]
    yield from _places((*document.head, *document.blocks, *notes, *document.foot))


def stretches_of(
    text: str, here: Sequence[tuple[int, PlaceMark]], sayings: Sayings
) -> tuple[Stretch, ...]:
    """Return what is to go from the text of a place: `here` are the marks of that place, with their numbers (from 0)."""
    return together([*sayings.stretches(text), *_marked_here(text, here)], text)


def by_paragraph(marks: Sequence[PlaceMark]) -> dict[int, list[tuple[int, PlaceMark]]]:
    """Return the marks that have a paragraph, by its number, each with its own number (from 0)."""
    placed: dict[int, list[tuple[int, PlaceMark]]] = {}
    for number, mark in enumerate(marks):
        if mark.paragraph:
            placed.setdefault(mark.paragraph, []).append((number, mark))
    return placed


def said(runs: Runs) -> str:
    """Return the text of runs in which places of letters are counted, without the signs of notes."""
    return "".join(one.text for one in runs if not one.note)


def _places(blocks: Sequence[Block]) -> Iterator[str]:
    for one in blocks:
        if isinstance(one, Table):
            for row in one.rows:
                for cell in row:
                    yield from _places(cell.blocks)
        elif isinstance(one, Picture):
            yield PICTURE
        elif not isinstance(one, Break):
            yield said(one.runs)


def _marked_here(text: str, here: Sequence[tuple[int, PlaceMark]]) -> Iterator[Stretch]:
    for number, mark in here:
        if mark.words:
            found = sayings_of([mark], paragraph=mark.paragraph).stretches(text)
            yield from (replace(one, marks=frozenset({number})) for one in found)
            continue
        first, last = mark.letters or (0, len(text))
        if first < len(text):
            yield Stretch(first, min(last, len(text)), mark.label, frozenset({number}))


def _not_met(mark: PlaceMark, number: int, count: int) -> str:
    if mark.paragraph > count:
        return f"Mark {number} names paragraph {mark.paragraph}, but the document shows {count:,}"
    if mark.words:
        return f"The words of mark {number} stand nowhere in what the document shows: look how they are written there"
    return f"The letters of mark {number} are none of its paragraph's: it is shorter"


@dataclass(slots=True)
class _Labelling:
    """A document while it is labelled: `count` is of the places behind."""

    marks: Sequence[PlaceMark]
    sayings: Sayings
    withheld: Withheld
    count: int = 0
    placed: dict[int, list[tuple[int, PlaceMark]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.placed = by_paragraph(self.marks)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return blocks with their labels."""
        return tuple(self._block(one) for one in blocks)

    def note(self, note: Note) -> Note:
        """Return a note with its labels."""
        return Note(self._plain(note.label), self.blocks(note.blocks))

    def _block(self, one: Block) -> Block:
        if isinstance(one, Break):
            return one
        if isinstance(one, Table):
            rows = tuple(
                tuple(replace(cell, blocks=self.blocks(cell.blocks)) for cell in row)
                for row in one.rows
            )
            return replace(one, rows=rows)
        self.count += 1
        if isinstance(one, Picture):
            return self._picture(one)
        made = replace(one, runs=self._runs(one.runs))
        return replace(made, label=self._plain(made.label)) if isinstance(made, Item) else made

    def _picture(self, one: Picture) -> Block:
        whole = next(
            ((at, mark) for at, mark in self.placed.get(self.count, ()) if not mark.words), None
        )
        if whole is None:
            return one
        self.withheld.take("", {whole[0]})
        return Paragraph((Run(whole[1].label),))

    def _plain(self, text: str) -> str:
        found = self.sayings.stretches(text)
        self._note(text, found)
        return labelled(text, found)

    def _runs(self, runs: Runs) -> Runs:
        text = said(runs)
        found = stretches_of(text, self.placed.get(self.count, ()), self.sayings)
        self._note(text, found)
        return tuple(self._unlinked(one) for one in relabelled(runs, found) if one.text or one.note)

    def _note(self, text: str, found: Sequence[Stretch]) -> None:
        for one in found:
            self.withheld.take(text[one.start : one.end], one.marks)
        self.withheld.keep(labelled(text, found))

    def _unlinked(self, run: Run) -> Run:
        """Return a run without an address that says what is marked."""
        return replace(run, href="") if self.sayings.stretches(run.href) else run


def relabelled(runs: Runs, found: Sequence[Stretch]) -> Runs:
    """Return runs with labels for stretches of their text: each label is a plain run of its own."""
    made: list[Run] = []
    at = 0
    for run in runs:
        if run.note:
            made.append(run)
            continue
        end = at + len(run.text)
        here = at
        for one in found:
            if one.end <= here or one.start >= end:
                continue
            made.append(replace(run, text=run.text[here - at : max(one.start - at, here - at)]))
            if one.start >= at:
                made.append(Run(one.label))
            here = min(one.end, end)
        made.append(replace(run, text=run.text[here - at :]))
        at = end
    return tuple(made)

"""Mark cells, paragraphs and words of a workbook, table or document."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.redacting.holding import RedactionRefused, redaction_for
from answerable.actions.casework.redacting.marking import Ground, checked_limb, keep_marks
from answerable.domain.release.page_words import says
from answerable.domain.roles import Move
from answerable.inspecting.labelling import (
    Area,
    Going,
    PlaceMark,
    area_of,
    label_of,
    named_area,
)
from answerable.inspecting.labelling.cells import LAST
from answerable.inspecting.redacting import CannotRedact
from answerable.queries.casework.redacting.places import going_from
from answerable.records.casework.models import Redaction, RedactionMark

MOST_PLACES = 4_000
"""Marks and words of one file that its engine takes, less some that it needs itself."""

_MOST_KEPT, _LONGEST_KEPT = 20, 200


@dataclass(frozen=True, slots=True)
class PickedCells:
    """What was picked of a sheet, by the numbers of the file: cells, whole rows, whole columns, and a typed area.

    Of columns what stands above `first_row` stays. `words` are the only ones that go from the cells, if there are any.
    """

    sheet: str
    cells: Collection[tuple[int, int]] = ()
    rows: Collection[int] = ()
    columns: Collection[int] = ()
    first_row: int = 1
    area: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PickedWord:
    """A word of a paragraph: the numbers of both (from 1 and 0), and from where to where its letters go."""

    paragraph: int
    place: int
    first: int
    last: int


def mark_cells(
    reference: str, number: int, picked: PickedCells, ground: Ground, *, doing: Doing
) -> int:
    """Mark cells of a sheet, those beside each other as one; return how many marks that were.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it is not being marked, nothing is picked, or the sheet does not show it.
    """

    def marks() -> list[PlaceMark]:
        areas = [*_areas(picked)]
        if not areas:
            raise RedactionRefused("Pick cells, rows or columns that are to go, or type an area")
        return [PlaceMark(sheet=picked.sheet, cells=one, words=picked.words) for one in areas]

    return _marked(_Asked(reference, number, Redaction.Kind.SHEETS), marks, ground, doing)


def mark_paragraphs(
    reference: str,
    number: int,
    paragraphs: Collection[int],
    words: Collection[PickedWord],
    ground: Ground,
    *,
    doing: Doing,
) -> int:
    """Mark whole paragraphs, and words of others, those beside each other as one; return how many marks that were.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it is not being marked, nothing is picked, or the document does not show it.
    """

    def marks() -> list[PlaceMark]:
        made = [PlaceMark(paragraph=one) for one in sorted(set(paragraphs))]
        made += [
            PlaceMark(paragraph=run[0].paragraph, letters=(run[0].first, run[-1].last))
            for run in _runs_of(words)
            if run[0].paragraph not in paragraphs
        ]
        if not made:
            raise RedactionRefused("Pick the words or the paragraphs that are to go")
        return made

    return _marked(_Asked(reference, number, Redaction.Kind.PARAGRAPHS), marks, ground, doing)


def mark_words_everywhere(
    row: Redaction, sought: Sequence[str], ground: Ground, *, doing: Doing
) -> None:
    """Mark words wherever they stand in a file whose redaction is held, as one mark.

    :raises RedactionRefused: if they stand nowhere in it, are marked already, or the ground is none.
    """
    new = _new_of(row, [PlaceMark(words=tuple(sought))], ground)
    _keep(row, new, _going(row.file_id, new), ground, doing)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file of a request, and by what it is marked."""

    reference: str
    number: int
    kind: Redaction.Kind

    def row(self, doing: Doing) -> Redaction:
        """Return its redaction, which is held from now on."""
        row = redaction_for(self.reference, self.number, Move.MARK_REDACTION, doing)
        if row.kind != self.kind:
            raise RedactionRefused(f"This file is marked by its {row.kind}: open its page again")
        return row


def _marked(
    asked: _Asked, marks: Callable[[], list[PlaceMark]], ground: Ground, doing: Doing
) -> int:
    with transaction.atomic():
        new = _new_of(asked.row(doing), marks(), ground)
    # A large workbook takes seconds to read: nobody waits for the database meanwhile.
    going = _going(asked.number, new)
    with transaction.atomic():
        return _keep(asked.row(doing), new, going, ground, doing)


def _new_of(row: Redaction, marks: Sequence[PlaceMark], ground: Ground) -> list[PlaceMark]:
    """Return the marks that are not there already.

    :raises RedactionRefused: if all are, they are too many, or the ground is none.
    """
    _check_labels(marks, label_of(checked_limb(ground.limb)))
    new = [one for one in marks if not _is_there(row, one)]
    if not new:
        raise RedactionRefused("It is marked already")
    _check_count(row, new)
    return new


def _going(file: int, new: Sequence[PlaceMark]) -> tuple[Going, ...]:
    """Return what goes by each new mark.

    :raises RedactionRefused: if one meets nothing that the file shows.
    """
    try:
        going = going_from(file, new)
    except CannotRedact as refusal:
        raise RedactionRefused(str(refusal)) from None
    for one, goes in zip(new, going, strict=True):
        if not goes.labels:
            raise RedactionRefused(_not_met(one))
    return going


def _keep(
    row: Redaction, new: Sequence[PlaceMark], going: Sequence[Going], ground: Ground, doing: Doing
) -> int:
    made = [_row_of(one, goes) for one, goes in zip(new, going, strict=True)]
    said = [text for one in going for text in one.texts]
    return keep_marks(row, made, ground, said=said, doing=doing)


def _areas(picked: PickedCells) -> Iterator[Area]:
    """Yield the areas that were picked: cells below each other are one, and so are columns or rows beside each other."""
    for first, last in _together(picked.columns):
        yield Area(picked.first_row, first, LAST, last)
    for first, last in _together(picked.rows):
        yield Area(first, 1, last, LAST)
    by_column: dict[int, list[int]] = {}
    for row, column in picked.cells:
        if row not in picked.rows and column not in picked.columns:
            by_column.setdefault(column, []).append(row)
    for column in sorted(by_column):
        for first, last in _together(by_column[column]):
            yield Area(first, column, last, column)
    typed = picked.area.strip()
    if typed:
        area = area_of(typed)
        if area is None:
            raise RedactionRefused(
                f"{typed!r} is no area of cells: write it as B2, B2:B40, B2:B (to the end), B:C or 5:7"
            )
        yield area


def _together(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield numbers that follow each other as the first and the last of them."""
    first = last = 0
    for one in sorted(set(numbers)):
        if first and one == last + 1:
            last = one
            continue
        if first:
            yield first, last
        first = last = one
    if first:
        yield first, last


def _runs_of(words: Collection[PickedWord]) -> list[list[PickedWord]]:
    runs: list[list[PickedWord]] = []
    for one in sorted(words, key=lambda each: (each.paragraph, each.place)):
        last = runs[-1][-1] if runs else None
        if last and (last.paragraph, last.place + 1) == (one.paragraph, one.place):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _check_labels(marks: Sequence[PlaceMark], label: str) -> None:
    """Do nothing if no label says a word that is to go.

    :raises RedactionRefused: if one does: it would stand in the redacted file in place of itself.
    """
    for word in {word for one in marks for word in one.words}:
        if says(label, word):
            raise RedactionRefused(
                f"The label that stands in its place, {label}, says {word!r} itself: mark the whole cell or paragraph"
            )


def _is_there(row: Redaction, one: PlaceMark) -> bool:
    """Return whether the same is marked already."""
    cells = named_area(one.cells) if one.cells else ""
    first, last = one.letters or (None, None)
    return row.marks.filter(
        undone_at=None,
        sheet=one.sheet,
        cells=cells,
        paragraph=one.paragraph,
        first=first,
        last=last,
        sought="\n".join(one.words),
    ).exists()


def _check_count(row: Redaction, new: Sequence[PlaceMark]) -> None:
    sought = row.marks.filter(undone_at=None).values_list("sought", flat=True)
    there = sum(max(1, len(one.splitlines())) for one in sought)
    if there + sum(max(1, len(one.words)) for one in new) > MOST_PLACES:
        raise RedactionRefused(
            f"A file has at most {MOST_PLACES:,} marks and words: mark whole columns, rows or areas, or redact it in parts"
        )


def _not_met(one: PlaceMark) -> str:
    """Return why a mark takes nothing."""
    if one.words and one.cells:
        return (
            f"These words do not stand in {named_area(one.cells)}: look how they are written there"
        )
    if one.cells:
        return f"{named_area(one.cells)} is outside of what the sheet shows: look at its rows and columns again"
    if one.paragraph:
        return f"Paragraph {one.paragraph} does not show that: look at it again"
    return "These words stand nowhere in what the file shows: look how they are written there"


def _row_of(one: PlaceMark, goes: Going) -> RedactionMark:
    kept = [" ".join(text.split())[:_LONGEST_KEPT] for text in goes.texts[:_MOST_KEPT]]
    return RedactionMark(
        page=goes.sheet,
        sheet=one.sheet,
        cells=named_area(one.cells) if one.cells else "",
        log_cells=goes.cells,
        paragraph=one.paragraph,
        first=one.letters[0] if one.letters else None,
        last=one.letters[1] if one.letters else None,
        sought="\n".join(one.words),
        words="\n".join(kept),
    )

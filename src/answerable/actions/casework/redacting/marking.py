"""Mark what is to go from a file, and take marks back: a mark that was undone stays on record."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.redacting.holding import (
    RedactionRefused,
    redaction_for,
)
from answerable.actions.casework.telling import tell
from answerable.domain.law.limbs import Nature, limb
from answerable.domain.release.page_words import (
    Box,
    PageWord,
    Place,
    picked_places,
    says,
    whole_line,
    words_in,
)
from answerable.domain.roles import Move
from answerable.queries.casework.redacting.words import page_of
from answerable.reading import NotReadable
from answerable.reading.shown_pages import ShownPage
from answerable.records.casework.models import Redaction, RedactionMark

_LEAST = 1.0
_MOST_MARKS = 20_000
_SHORTEST_SAID = 3
_AROUND = ".,;:()[]'\""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is to go: the limb of the exemption, and the reason, which stands in the redaction log."""

    limb: str
    reason: str


@dataclass(frozen=True, slots=True)
class Picked:
    """Words of a page, from 1, by their places in the order in which it is read, or the whole lines of them."""

    page: int
    words: Collection[int]
    whole_lines: bool = False


def mark_box(
    reference: str, number: int, page: int, box: Box, ground: Ground, *, doing: Doing
) -> None:
    """Mark a box on a page, in points from its top left; what reaches over the page is cut off.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it is not being marked, there is no such page or limb, or the box is empty.
    """
    with transaction.atomic():
        row = _row(reference, number, doing)
        shown = _page(row, page)
        left, top, right, bottom = box
        cut = (max(left, 0.0), max(top, 0.0), min(right, shown.width), min(bottom, shown.height))
        if cut[2] - cut[0] < _LEAST or cut[3] - cut[1] < _LEAST:
            raise RedactionRefused("The box is empty, or outside of the page: draw it on the page")
        add_marks(row, [(page, Place(words_in(shown.words, cut), cut))], ground, doing=doing)


def mark_words(reference: str, number: int, picked: Picked, ground: Ground, *, doing: Doing) -> int:
    """Mark picked words, those beside each other as one; return how many marks that were.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it is not being marked, there is no such page or limb, or nothing is picked.
    """
    with transaction.atomic():
        row = _row(reference, number, doing)
        shown = _page(row, picked.page)
        places = picked_places(shown.words, picked.words)
        if not places:
            raise RedactionRefused("Pick the words that are to go, or draw a box around them")
        if picked.whole_lines:
            places = _widened(shown.words, places)
        return add_marks(row, [(picked.page, one) for one in places], ground, doing=doing)


def undo_mark(reference: str, number: int, mark: int, *, doing: Doing) -> None:
    """Take a mark back; that it was made stays on record.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it is not being marked, or there is no such mark that counts.
    """
    with transaction.atomic():
        row = _row(reference, number, doing)
        one = _mark(row, mark, is_undone=False)
        _undo(one, doing)
        _touched(row, doing)
        _tell("redaction mark undone", row, [one], doing)


def redo_mark(reference: str, number: int, mark: int, *, doing: Doing) -> None:
    """Make a mark again that was taken back.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it is not being marked, or there is no such mark that was undone.
    """
    with transaction.atomic():
        row = _row(reference, number, doing)
        one = _mark(row, mark, is_undone=True)
        made = _copy(one, (one.left, one.top, one.right, one.bottom), one.words, doing)
        one.replaced_by = made
        one.save(update_fields=["replaced_by"])
        _touched(row, doing)
        _tell("redaction mark made again", row, [made], doing)


def widen_mark(reference: str, number: int, mark: int, *, doing: Doing) -> None:
    """Let a mark cover the whole line, so that the width of the gap tells nothing of what stood there.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if it is not being marked, there is no such mark, or no line of words in its box.
    """
    with transaction.atomic():
        row = _row(reference, number, doing)
        one = _mark(row, mark, is_undone=False)
        if row.kind != Redaction.Kind.PAGES:
            raise RedactionRefused(
                "A label is as wide whatever stood there: nothing is to be widened"
            )
        line = whole_line(_page(row, one.page).words, (one.left, one.top, one.right, one.bottom))
        if line is None:
            raise RedactionRefused("No line of words is known there: draw a wider box instead")
        one.replaced_by = _copy(one, line.box, line.text, doing)
        _undo(one, doing)
        _touched(row, doing)
        _tell("redaction mark widened", row, [one.replaced_by], doing)


def add_marks(
    row: Redaction, places: Sequence[tuple[int, Place]], ground: Ground, *, doing: Doing
) -> int:
    """Add boxes to a redaction that is held, as one batch, and tell it; return how many.

    :raises RedactionRefused: if the limb is none, no reason is given, or it says the words that are marked.
    """
    marks = [
        RedactionMark(
            page=page,
            left=place.box[0],
            top=place.box[1],
            right=place.box[2],
            bottom=place.box[3],
            words=place.text,
        )
        for page, place in places
    ]
    return keep_marks(row, marks, ground, said=[place.text for _, place in places], doing=doing)


def keep_marks(
    row: Redaction,
    marks: Sequence[RedactionMark],
    ground: Ground,
    *,
    said: Iterable[str],
    doing: Doing,
) -> int:
    """Keep new marks of a redaction that is held, as one batch, and tell it; `said` are the texts that go.

    :raises RedactionRefused: if the limb is none, no reason is given, or it says what is marked.
    """
    cited = checked_limb(ground.limb)
    reason = _checked_reason(ground.reason, said)
    if row.marks.count() + len(marks) > _MOST_MARKS:
        raise RedactionRefused(
            f"A file has at most {_MOST_MARKS:,} marks: withhold the whole of it"
        )
    batch = (row.marks.aggregate(last=Max("batch"))["last"] or 0) + 1
    for one in marks:
        one.redaction, one.limb, one.reason, one.batch = row, cited, reason, batch
        one.made_by, one.made_at = doing.by.key, doing.at
    RedactionMark.objects.bulk_create(marks)
    _touched(row, doing)
    _tell("redaction marked", row, marks, doing)
    return len(marks)


def checked_limb(typed: str) -> str:
    """Return the limb that somebody typed, as decisions cite it.

    :raises RedactionRefused: if it is none on which information can be withheld.
    """
    cited = " ".join(typed.split()).removeprefix("s.").strip()
    found = limb(cited)
    if found is None or found.nature is Nature.PROCEDURE:
        named = f"{cited!r} is" if cited else "This is"
        raise RedactionRefused(
            f"{named} no limb of an exemption: name one, as 40(2), 31(1)(a) or EIR 13(1)"
        )
    return cited


def _checked_reason(reason: str, marked: Iterable[str]) -> str:
    said = " ".join(reason.split())
    if not said:
        raise RedactionRefused("Say why it is to go: the reason stands in the redaction log")
    if any(_gives_away(said, words) for words in marked):
        raise RedactionRefused(
            "The reason says the words that are to go: it is read by whoever gets the file, so say it without them"
        )
    return said


def _gives_away(reason: str, words: str) -> bool:
    """Return whether a reason says what is marked, or a name or a number of it; "Name" may begin one."""
    parts = [one.strip(_AROUND) for one in words.split()]
    telling = [
        one
        for one in parts
        if len(one) >= _SHORTEST_SAID and (one[0].isupper() or one[-1].isdigit())
    ]
    if not telling:
        return False
    return says(reason, words.strip(_AROUND)) or any(
        re.search(rf"(?<=\W){re.escape(one)}(?!\w)", reason) for one in telling
    )


def _widened(words: Sequence[PageWord], places: Iterable[Place]) -> tuple[Place, ...]:
    lines = (whole_line(words, one.box) for one in places)
    return tuple(dict.fromkeys(one for one in lines if one is not None))


def _row(reference: str, number: int, doing: Doing) -> Redaction:
    return redaction_for(reference, number, Move.MARK_REDACTION, doing)


def _page(row: Redaction, page: int) -> ShownPage:
    try:
        return page_of(row.file_id, page)
    except NotReadable as problem:
        raise RedactionRefused(str(problem)) from None


def _mark(row: Redaction, mark: int, *, is_undone: bool) -> RedactionMark:
    found = row.marks.filter(pk=mark, undone_at__isnull=not is_undone).first()
    if found is None or (is_undone and found.replaced_by_id):
        raise RedactionRefused("Somebody else was quicker: look at the marks as they are now")
    return found


def _copy(one: RedactionMark, box: Box, words: str, doing: Doing) -> RedactionMark:
    made = RedactionMark.objects.get(pk=one.pk)
    made.pk, made._state.adding = None, True  # noqa: SLF001 so Django says that a row is copied
    made.left, made.top, made.right, made.bottom = box
    made.words, made.made_by, made.made_at = words, doing.by.key, doing.at
    made.undone_by, made.undone_at, made.replaced_by = "", None, None
    made.save()
    return made


def _undo(one: RedactionMark, doing: Doing) -> None:
    one.undone_by, one.undone_at = doing.by.key, doing.at
    one.save(update_fields=["undone_by", "undone_at", "replaced_by"])


def _touched(row: Redaction, doing: Doing) -> None:
    """Note that somebody had a part in the marks: they cannot be the second person."""
    row.hands = sorted({*row.hands, doing.by.key})
    row.save(update_fields=["hands"])


def _tell(action: str, row: Redaction, marks: Sequence[RedactionMark], doing: Doing) -> None:
    """Tell what was marked, without a word of it: how often, under which limbs, on how many pages or sheets."""
    data = {
        "file": row.source_sha256,
        "marks": len(marks),
        "pages": len({one.page for one in marks if one.page}),
        "limbs": sorted({one.limb for one in marks}),
    }
    tell(action, row.file.request.reference, doing, data)

"""Mark words wherever they stand: in one file, or in every file of a request."""

from collections.abc import Sequence

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import request_for
from answerable.actions.casework.redacting.beginning import begun
from answerable.actions.casework.redacting.holding import (
    RedactionRefused,
    file_of,
    redaction_in_hand,
)
from answerable.actions.casework.redacting.marking import Ground, add_marks
from answerable.actions.casework.redacting.placing import mark_words_everywhere
from answerable.domain.release.people import KnownPerson, ways_to_write
from answerable.domain.roles import Move
from answerable.queries.casework.redacting.words import FoundIn, found_in_files
from answerable.records.casework.models import CaseFile, Redaction, Request

_MOST_SOUGHT = 200
_SHORTEST = 2


def words_sought(typed: str, *, as_names: bool) -> tuple[str, ...]:
    """Return what to look for: each line, and for names the other ways to write them.

    :raises RedactionRefused: if that is nothing, too much, or a single letter.
    """
    lines = [one for one in (" ".join(line.split()) for line in typed.splitlines()) if one]
    if not lines:
        raise RedactionRefused("Type the words that are to go, one name or phrase on each line")
    if any(sum(letter.isalnum() for letter in one) < _SHORTEST for one in lines):
        raise RedactionRefused("A single letter stands in too many places: type a longer word")
    ways = [way for one in lines for way in ways_to_write(KnownPerson(one))] if as_names else []
    sought = tuple(dict.fromkeys([*lines, *ways]))
    if len(sought) > _MOST_SOUGHT:
        raise RedactionRefused(f"These are more than {_MOST_SOUGHT} words at once: mark some first")
    return sought


def mark_everywhere(
    reference: str,
    sought: Sequence[str],
    ground: Ground,
    *,
    file: int | None,
    page: int | None = None,
    doing: Doing,
) -> tuple[FoundIn, ...]:
    """Mark words wherever they stand in every file of a request, in one file, or on one page of it.

    On pages each place becomes a mark; in a workbook or document all of them are one. What is marked already stays
    as it is; the redaction of a file in which they stand is begun, if it was not.
    Return where they were found, as it was before.

    :raises RequestNotFound: if there is no such request or file.
    :raises MoveNotAllowed: if they may not.
    :raises RedactionRefused: if they stand nowhere else, or the ground is none.
    """
    with transaction.atomic():
        request = request_for(reference, Move.MARK_REDACTION, doing)
        found = found_in_files(reference, sought, file=file, page=page)
        if not any(one.count for one in found):
            raise RedactionRefused("They stand nowhere that is not marked already")
        for one in found:
            if one.found:
                places = [(on.page, place) for on in one.found for place in on.places]
                add_marks(_row(request, one.file, doing), places, ground, doing=doing)
            elif one.count:
                mark_words_everywhere(_row(request, one.file, doing), sought, ground, doing=doing)
    return found


def _row(request: Request, number: int, doing: Doing) -> Redaction:
    file: CaseFile = file_of(request, number)
    if Redaction.objects.filter(file=file).exclude(state=Redaction.State.DONE).exists():
        return redaction_in_hand(file)
    return begun(file, doing=doing)

"""Cells of a table that somebody looks at before it is read: what may be somebody's is masked.

Nobody has said yet what a column holds, and it may be who asked. What is masked need be nobody's; whoever
knows the table tells its columns by their names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.domain.personal.finding import everything_in
from answerable.domain.personal.kinds import Certainty, PersonalFinding, PersonalKind
from answerable.domain.questions.personal import WARNED_OF

_LOOKED_AT = 200
"""So many cells say what a column holds."""
_SHARE = 0.3
"""Of so many cells one by one a column is masked whole: names are recognised less often than they are there."""
_LONGEST_NAME = 60
_SPEAKING = re.compile(
    r"\b(?:name|names|surname|forename|requester|requestor|applicant|enquirer|complainant|customer|contact|sender"
    r"|from|e-?mails?|address|postcode|phone|telephone|tel|mobile|d\.?o\.?b|birth|age|gender|ethnicity)\b"
)
_CAPITAL = r"[A-ZÀ-Þ](?:[\w'’.-]*)"
_NAME = re.compile(
    rf"{_CAPITAL}(?: {_CAPITAL}| (?:de|der|den|van|von|al|bin|ap|y)){{1,4}}|{_CAPITAL}, {_CAPITAL}"
)
_MASK = "[masked]"


@dataclass(frozen=True, slots=True)
class Masked:
    """What of a column may be shown: some of its cells, none where it `is_masked` as a whole.

    `has_masks` says that something within the cells was masked.
    """

    cells: tuple[str, ...]
    is_masked: bool = False
    has_masks: bool = False


def shown_cells(
    name: str, cells: Sequence[str], *, is_told: bool, most: int, longest: int
) -> Masked:
    """Return up to so many different cells of a column, cut to a length, with what may be somebody's masked.

    A column that its name or its cells say to be of people is masked as a whole. Where it is told (`is_told`)
    that it holds a field of an entry, its cells are words: only what is somebody's within them is masked.
    """
    plain = [words for cell in cells if (words := " ".join(cell.split()))]
    if not is_told and (_speaks_of_people(name) or _are_of_people(plain[:_LOOKED_AT])):
        return Masked((), is_masked=bool(plain))
    found: dict[str, None] = {}
    has_masks = False
    for words in plain:
        masked = _masked(words)
        has_masks = has_masks or masked != words
        found[masked if len(masked) <= longest else f"{masked[: longest - 1]}…"] = None
        if len(found) == most:
            break
    return Masked(tuple(found), has_masks=has_masks)


def _speaks_of_people(name: str) -> bool:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]", " ", name).casefold()
    # "e-mail" is one word, and "e_mail" is.
    return bool(_SPEAKING.search(apart) or _SPEAKING.search(name.casefold()))


def _are_of_people(cells: Sequence[str]) -> bool:
    of_people = sum(_is_somebodys(cell) for cell in cells)
    return of_people > _SHARE * len(cells)


def _is_somebodys(cell: str) -> bool:
    if len(cell) > _LONGEST_NAME:
        return False
    masked = _masked(cell)
    # Beside a house stands its town, in capitals; other words make it a sentence that names somebody.
    is_prose = any(word[0].islower() for word in masked.replace(_MASK, "").split())
    return bool(_NAME.fullmatch(cell)) or (masked != cell and not is_prose)


def _masked(cell: str) -> str:
    for one in reversed(everything_in(cell)):
        if _is_masked(one):
            cell = f"{cell[: one.begin]}{_MASK}{cell[one.end :]}"
    return cell


_OF_SOMEBODY = WARNED_OF | {PersonalKind.NAME, PersonalKind.POSTCODE, PersonalKind.STAFF}


def _is_masked(one: PersonalFinding) -> bool:
    is_own_health = one.kind is PersonalKind.SPECIAL and one.certainty is Certainty.CERTAIN
    is_sure = one.certainty is not Certainty.POSSIBLE
    return is_own_health or (is_sure and one.kind in _OF_SOMEBODY)

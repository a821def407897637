"""What the pages of a redaction share, whether it is marked on pages or by places: their buttons, and what they say."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest

from answerable.actions.casework import Doing
from answerable.actions.casework.redacting.beginning import begin_redaction
from answerable.actions.casework.redacting.logs import attach_log
from answerable.actions.casework.redacting.marking import redo_mark, undo_mark, widen_mark
from answerable.actions.casework.redacting.settling import (
    put_redaction_forward,
    take_redaction_back,
)
from answerable.domain.roles import Move, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.cases import CasePage
from answerable.queries.casework.redacting.seen import SeenRedaction
from answerable.web.casework.redacting.showing import STATES, listed_marks

_MOST = 10**15
"""No table has so many rows, and no database a number much longer."""

_SAID = {
    "begin": "Begun: mark what is to go",
    "undo": "Undone: it stays in the list below, and can be marked again",
    "redo": "Marked again",
    "widen": "It covers the whole line now",
    "forward": "Put forward: somebody who marked nothing in it looks at it next",
    "back": "Taken back: you can mark more",
    "log": "The redaction log is attached to the answer",
}


def act(request: HttpRequest, reference: str, number: int, doing: Doing) -> str:
    """Do what a button says, other than to mark something, and return what was done.

    :raises ValueError: if there is no such button.
    """
    do, _, about = request.POST.get("do", "").partition(":")
    match do:
        case "begin":
            begin_redaction(reference, number, doing=doing)
        case "undo":
            undo_mark(reference, number, number_of(about), doing=doing)
        case "redo":
            redo_mark(reference, number, number_of(about), doing=doing)
        case "widen":
            widen_mark(reference, number, number_of(about), doing=doing)
        case "forward":
            put_redaction_forward(reference, number, doing=doing)
        case "back":
            take_redaction_back(reference, number, doing=doing)
        case "log":
            attach_log(reference, number, doing=doing)
        case _:
            raise ValueError(do)
    return _SAID[do]


def of_redaction(seen: SeenRedaction) -> dict[str, Any]:
    """Return how far a redaction is, its marks and those who did something with it, as pages say it."""
    keys = [one.made_by for one in (*seen.marks, *seen.undone)]
    people = (seen.begun_by, seen.put_forward_by, seen.sent_back_by, seen.approved_by)
    names = person_names([*keys, *people])
    words, colour = STATES[seen.state]
    return {
        "state_words": words,
        "state_colour": colour,
        "marks": listed_marks(seen.marks, names),
        "undone": listed_marks(seen.undone, names),
        "names": {
            "begun": names.get(seen.begun_by, ""),
            "forward": names.get(seen.put_forward_by, ""),
            "back": names.get(seen.sent_back_by, ""),
            "approved": names.get(seen.approved_by, ""),
        },
    }


def refusals_of(found: CasePage, doing: Doing) -> dict[str, str]:
    """Return why somebody may not mark, or attach a log; nothing where they may."""
    return {
        "mark": why_not(Move.MARK_REDACTION, actor=doing.by, situation=found.situation),
        "attach": why_not(Move.ATTACH, actor=doing.by, situation=found.situation),
    }


def refused_approval(found: CasePage, seen: SeenRedaction, doing: Doing) -> str:
    """Return why somebody may not approve a redaction; nothing if they may."""
    situation = replace(found.situation, writers=seen.hands)
    return why_not(Move.APPROVE_REDACTION, actor=doing.by, situation=situation)


def last_ground(seen: SeenRedaction | None) -> dict[str, str]:
    """Return what a form begins with: the ground of the latest mark: many marks of a file have the same."""
    if seen is None or not seen.marks:
        return {}
    last = max(seen.marks, key=lambda one: one.number)
    return {"limb": last.limb, "reason": last.reason}


def number_of(said: str) -> int:
    """Return a number that a form sent.

    :raises BadRequest: if it is none that ours can send.
    """
    if not said:
        return -1
    if not (said.isascii() and said.isdigit()) or len(said) > len(str(_MOST)):
        raise BadRequest
    return int(said)

"""What the pages share that do something with a request: find it, do it, or say why not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import Http404

from answerable.actions.casework import (
    DecisionNotLawful,
    Doing,
    LetterNotComplete,
    RequestNotFound,
)
from answerable.domain.clock import ClockRefused, OutsideCalendar
from answerable.domain.decisions.notice_kinds import NoticeRefused
from answerable.domain.questions.editing import EditRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.cases import CasePage, case_page
from answerable.web.casework.seeing import check_sees

_OF_LAW = (
    ClockRefused,
    DecisionNotLawful,
    EditRefused,
    LetterNotComplete,
    NoticeRefused,
    OutsideCalendar,
)
"""What the law, the calendar or the case itself objects to, whoever it is."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done: nothing, if it was; `place` is the id of the field it is about."""

    words: str = ""
    status: int = 200
    place: str = ""

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Return the refusal as the summary of problems lists it."""
        return [(self.place, self.words)] if self.words else []


def seen_case(reference: str, doing: Doing) -> CasePage:
    """Return a request that somebody may see.

    :raises Http404: if there is none, or it is restricted to others.
    :raises PermissionDenied: if their roles have no part in requests.
    """
    found = case_page(reference, table=doing.table, check=partial(check_sees, doing.by))
    if found is None:
        raise Http404
    return found


def done_or_refused(do: Callable[[], object], *, place: str = "") -> Refusal:
    """Do something, and return why not, if it is refused.

    :raises BadRequest: if a form sent what none of ours can send.
    """
    try:
        do()
    except MoveNotAllowed as refusal:
        return Refusal(str(refusal), 403, place)
    except _OF_LAW as refusal:
        return Refusal(str(refusal), 409, place)
    except RequestNotFound as refusal:
        return Refusal(str(refusal), 404, place)
    except (DataError, ValueError) as problem:
        raise BadRequest from problem
    return Refusal()

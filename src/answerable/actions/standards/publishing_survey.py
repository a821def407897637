"""Let everybody read results of the survey, as they are protected, and take them back."""

import datetime as dt

from django.db import transaction

from answerable.actions.archive.changes import lock_archive, next_change
from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.assurance.survey_data import result_as_json
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.standards.survey import survey_results
from answerable.records.standards.models import PublishedSurvey


class SurveyNotPublished(ValueError):
    """Results cannot be published or taken back; the message says why."""


def publish_survey(*, reason: str, doing: Doing) -> int:
    """Publish all results that are not published yet: good months cannot be picked out. Return how many groups.

    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises SurveyNotPublished: if nothing is left to publish.
    """
    check_move(Move.PUBLISH_STANDARDS, actor=doing.by, situation=NO_REQUEST, reason=reason)
    with transaction.atomic():
        counter = lock_archive()
        due = survey_results().unpublished
        if not due:
            raise SurveyNotPublished("All results that may be shown are published already")
        for one in due:
            PublishedSurvey.objects.create(
                first=one.first,
                last=one.last,
                data=result_as_json(one),
                published_by=doing.by.key,
                published_at=doing.at,
            )
            _tell("survey published", one.first, one.last, reason, doing)
        # Pages are kept until the archive changes.
        next_change(counter)
    return len(due)


def take_survey_back(first: dt.date, *, reason: str, doing: Doing) -> None:
    """Take the results of a group of months, by the first of them, off the public page.

    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises SurveyNotPublished: if they are not published.
    """
    check_move(Move.PUBLISH_STANDARDS, actor=doing.by, situation=NO_REQUEST, reason=reason)
    with transaction.atomic():
        counter = lock_archive()
        found = PublishedSurvey.objects.filter(first=first).first()
        if found is None:
            raise SurveyNotPublished(f"No results from {first:%Y-%m} on are published")
        found.delete()
        _tell("survey taken back", found.first, found.last, reason, doing)
        next_change(counter)


def _tell(action: str, first: dt.date, last: dt.date, reason: str, doing: Doing) -> None:
    data = {"to": f"{last:%Y-%m}", "reason": reason.strip()}
    record(action, subject=f"survey {first:%Y-%m}", by=doing.by.key, at=doing.at, data=data)

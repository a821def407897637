"""Entries for the log as validated drafts of answered requests, and a day on which they are published."""

import datetime as dt
import hashlib

from answerable.actions.casework.publishing.correcting import Corrected
from answerable.actions.casework.publishing.steps import publish
from answerable.actions.casework.publishing.working import work_steps
from answerable.domain.disclosure_log import entry_as_json
from answerable.domain.disclosure_log.texts import composed
from answerable.domain.roles.people import MACHINE
from answerable.matching.public_index import Search
from answerable.queries.search import public_index
from answerable.records.archive.models import Entry
from answerable.records.casework.models import (
    CaseFile,
    LogDraft,
    LogDraftVersion,
    LogFile,
    Question,
    QuestionEvent,
    Request,
    Requester,
)
from tests.support.casework import AT, MANAGER, OFFICER, doing_by
from tests.support.entries import make_entry
from tests.support.inspecting import cleared

ASKED_BY = "Jane Quillfeather"
LATER = AT + dt.timedelta(minutes=5)
SOON = LATER + dt.timedelta(minutes=5)


def found(settings, words):
    """Return how many entries a search finds."""
    return public_index(settings.ANSWERABLE_INDEX).search(Search(words)).total


def visible(at=SOON):
    """Return the references of the entries that everybody can see."""
    return sorted(Entry.objects.visible(at=at).values_list("key", flat=True))


def answered(reference="2025-0001", *, on=dt.date(2025, 10, 6), **more):
    """Return a request whose one question was answered on a day."""
    asker, _ = Requester.objects.get_or_create(name=ASKED_BY, address="jane@example.org")
    request = Request.objects.create(
        reference=reference,
        title="Bicycles",
        requester=asker,
        channel="email",
        received_on=on,
        taken_in_at=AT,
        stage="sent",
        officer=OFFICER.key,
        is_accepted=True,
        **more,
    )
    question = Question.objects.create(
        request=request, place=0, label="1", text="How many?", stage="sent"
    )
    QuestionEvent.objects.create(
        question=question, kind="answered", on=on, recorded_at=AT, recorded_by=OFFICER.key
    )
    return request


def validated(reference="2025-0001", *, month="2025-10", state="validated", **more):
    """Return the entry of an answered request, validated by somebody else than who wrote it."""
    entry = more.pop("entry", None) or make_entry(
        ref=reference, title=f"Bicycles of {reference}", answered_on=dt.date(2025, 10, 6)
    )
    draft = LogDraft.objects.create(
        request=answered(reference),
        content=entry_as_json(composed(entry)),
        state=state,
        month=month,
        written_by=OFFICER.key,
        written_at=AT,
        **more,
    )
    LogDraftVersion.objects.create(
        draft=draft, number=draft.number, by=OFFICER.key, at=AT, content=draft.content
    )
    return draft


def with_file(draft, name="rooms.csv", data=b"room,bicycles\n1,7\n", *, content_type="text/csv"):
    """Let a released file of the request be published with its entry."""
    file = CaseFile.objects.create(
        request=draft.request,
        name=name,
        content_type=content_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        data=data,
        added_by=OFFICER.key,
        added_at=AT,
    )
    cleared(file)
    return LogFile.objects.create(draft=draft, file=file, place=draft.files.count(), name=name)


def work(*, at=LATER):
    """Let the worker do what waits."""
    return work_steps(doing=doing_by(MACHINE, at=at))


def published(reference="2025-0001", **more):
    """Return the entry of an answered request, as it was published."""
    draft = validated(reference, **more)
    publish(reference, 1, doing=doing_by(MANAGER))
    work()
    draft.refresh_from_db()
    return draft


def corrected(**more):
    """Return a correction, with valid defaults."""
    given = {"note": "The count was wrong", "title": "Bicycles", "questions": {}} | more
    return Corrected(**given)

"""What happens to an entry in the log, and how far each step of it is."""

import datetime as dt
from dataclasses import dataclass

from answerable.domain.disclosure_log import Entry, entry_address, entry_from_json
from answerable.domain.questions.blind import blinded
from answerable.domain.roles import Actor
from answerable.queries.archive.rows import body_of
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.list_rows import shown_title
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.casework.models import LogDraft, LogStep


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step: what is to happen to which version, who asked, how far it is, and what stands in its way."""

    pk: int
    act: str
    number: int
    state: str
    by: str
    asked_at: dt.datetime
    next_at: dt.datetime
    stored_at: dt.datetime | None
    done_at: dt.datetime | None
    reason: str
    problem: str

    @property
    def is_waiting(self) -> bool:
        """Return whether nothing of it has happened yet."""
        return self.state == LogStep.State.WAITING


@dataclass(frozen=True, slots=True)
class EntryStanding:
    """How the entry of a request stands: with words, its version, where it is to be read, its steps."""

    state: str
    number: int
    month: str
    embargo_until: dt.date | None
    entry: Entry | None
    address: str
    steps: tuple[StepRow, ...]

    @property
    def is_validated(self) -> bool:
        """Return whether it can be published."""
        return self.state == LogDraft.State.VALIDATED

    @property
    def is_published(self) -> bool:
        """Return whether it stands in the log."""
        return self.state == LogDraft.State.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        """Return whether it was taken out of the log."""
        return self.state == LogDraft.State.WITHDRAWN


@dataclass(frozen=True, slots=True)
class ToPublish:
    """An entry of a month that is validated, or on its way into the log."""

    reference: str
    title: str
    state: str
    embargo_until: dt.date | None


def entry_standing(reference: str) -> EntryStanding | None:
    """Return how the entry of a request stands, or None if there is none."""
    found = LogDraft.objects.filter(request__reference=reference)
    draft = found.select_related("request__requester", "entry__body").first()
    if draft is None:
        return None
    identity = identity_of(draft.request)
    address = ""
    if draft.entry is not None:
        address = entry_address(body_of(draft.entry.body), draft.entry.key)
    return EntryStanding(
        state=draft.state,
        number=draft.number,
        month=draft.month,
        embargo_until=draft.embargo_until,
        entry=entry_from_json(draft.content) if draft.content else None,
        address=address,
        steps=tuple(
            StepRow(
                pk=one.pk,
                act=one.act,
                number=one.number,
                state=one.state,
                by=one.by,
                asked_at=one.asked_at,
                next_at=one.next_at,
                stored_at=one.stored_at,
                done_at=one.done_at,
                reason=blinded(one.reason, identity),
                problem=one.problem,
            )
            for one in draft.steps.order_by("-asked_at", "-pk")
        ),
    )


def to_publish(month: str, *, viewer: Actor) -> tuple[ToPublish, ...]:
    """Return the entries of a month that wait to be published, of requests that somebody may see."""
    drafts = LogDraft.objects.filter(
        month=month,
        state__in=(LogDraft.State.VALIDATED, LogDraft.State.WAITING),
        request__in=requests_seen_by(viewer),
    )
    return tuple(
        ToPublish(
            one.request.reference,
            one.content.get("title") or shown_title(one.request),
            one.state,
            one.embargo_until,
        )
        for one in drafts.select_related("request__requester").order_by("request_id")
    )

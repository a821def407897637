"""The entry of a request for the log: as it would stand, what was taken out, who wrote it, what left."""

import datetime as dt
from dataclasses import dataclass, replace

from answerable.domain.disclosure_log import Entry, entry_from_json
from answerable.domain.disclosure_log.file_names import proposed_name
from answerable.domain.disclosure_log.identifying import Choice, Mark, mark_of
from answerable.domain.disclosure_log.keeping_out import without_requester
from answerable.domain.personal.measured import weakness
from answerable.domain.questions.blind import Identity, blinded, blinded_file
from answerable.domain.roles import Situation
from answerable.inspecting.masking import masked
from answerable.publishing.letters import TextBlock, text_blocks
from answerable.queries.casework.answered import (
    answered_since,
    files_that_left,
    files_to_publish,
    known_people,
)
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.letters import ANSWER
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import Letter, LogDraft, Request


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """The same personal data wherever it stands in an entry: masked, how sure that is and why, what was decided.

    `waits` is whether the entry waits for a decision about it.
    """

    key: str
    sample: str
    certainty: str
    why: str
    count: int
    fields: tuple[str, ...]
    choice: Choice
    shown: str
    reason: str
    waits: bool


@dataclass(frozen=True, slots=True)
class MarkedKind:
    """What was found of one kind of personal data in an entry, what waits for a decision first.

    `weakness` says how much of the kind is missed, as was measured.
    """

    name: str
    weakness: str
    rows: tuple[MarkedWords, ...]

    @property
    def waiting(self) -> int:
        """Return about how many words somebody must decide."""
        return sum(one.waits for one in self.rows)


@dataclass(frozen=True, slots=True)
class TakenOutRow:
    """What was taken out of a field, and how often."""

    field: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class EntryFile:
    """A file that may be published: whether it is, under which name, and whether it is the one that left."""

    pk: int
    name: str
    published_as: str
    is_published: bool
    size: int
    sha256: str
    went_out: bool


@dataclass(frozen=True, slots=True)
class EntryVersionRow:
    """A version of an entry: whose, and when."""

    number: int
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class LeftLetter:
    """An answer as it left, without who asked."""

    title: str
    sent_on: dt.date | None
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The entry of a request, or that there is none; without words it is only said why it is kept out."""

    reference: str
    title: str
    situation: Situation
    state: str = ""
    number: int = 0
    entry: Entry | None = None
    taken_out: tuple[TakenOutRow, ...] = ()
    kinds: tuple[MarkedKind, ...] = ()
    files: tuple[EntryFile, ...] = ()
    versions: tuple[EntryVersionRow, ...] = ()
    month: str = ""
    embargo_until: dt.date | None = None
    because: str = ""
    validated_by: str = ""
    validated_at: dt.datetime | None = None
    is_outdated: bool = False

    @property
    def marks(self) -> tuple[MarkedWords, ...]:
        """Return the personal data of every kind."""
        return tuple(one for kind in self.kinds for one in kind.rows)


def entry_page(reference: str) -> EntryPage | None:
    """Return what is written of a request for the log, None if there is no such request."""
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    if request is None:
        return None
    draft = LogDraft.objects.filter(request=request).first()
    title = blinded(request.title, identity_of(request))
    if draft is None:
        return EntryPage(reference, title, situation_of(request))
    return EntryPage(
        reference=reference,
        title=title,
        situation=replace(situation_of(request), writers=writers_of(draft)),
        state=draft.state,
        number=draft.number,
        entry=entry_from_json(draft.content) if draft.content else None,
        taken_out=tuple(TakenOutRow(**one) for one in draft.taken_out),
        kinds=marked_kinds(tuple(map(mark_of, draft.marks))),
        files=_files(request, draft),
        versions=tuple(
            EntryVersionRow(one.number, one.by, one.at)
            for one in draft.versions.order_by("-number")
        ),
        month=draft.month,
        embargo_until=draft.embargo_until,
        because=without_requester(draft.because, identity_of(request)),
        validated_by=draft.validated_by,
        validated_at=draft.validated_at,
        is_outdated=answered_since(request, draft.drawn_at),
    )


def letters_that_left(reference: str) -> tuple[LeftLetter, ...]:
    """Return the answers of a request as they left, without who asked, the latest last."""
    found = Letter.objects.filter(
        request__reference=reference, state=Letter.State.SENT, kind=ANSWER
    ).select_related("request__requester")
    return tuple(
        LeftLetter(one.title, one.sent_on, _without(identity_of(one.request), one.text))
        for one in found.defer("pdf", "html").order_by("number")
    )


def _without(identity: Identity, text: str) -> tuple[TextBlock, ...]:
    # Put together again first: a mark in the place of a name changes where a line would end.
    return tuple(replace(one, text=blinded(one.text, identity)) for one in text_blocks(text))


def entry_version(reference: str, number: int) -> Entry | None:
    """Return an entry as a version had it, None if there is none of that number."""
    draft = LogDraft.objects.filter(request__reference=reference).first()
    version = draft.versions.filter(number=number).first() if draft else None
    return entry_from_json(version.content) if version else None


def writers_of(draft: LogDraft) -> frozenset[str]:
    """Return all who saved a version of an entry."""
    return frozenset(draft.versions.values_list("by", flat=True))


def marked_kinds(marks: tuple[Mark, ...]) -> tuple[MarkedKind, ...]:
    """Return the personal data in an entry by its kinds, those that wait for a decision first."""
    by_kind: dict[str, dict[str, list[Mark]]] = {}
    for one in marks:
        by_kind.setdefault(one.name_of_kind, {}).setdefault(one.key, []).append(one)
    made = [_marked_kind(name, list(by_key.values())) for name, by_key in by_kind.items()]
    return tuple(sorted(made, key=lambda one: not one.waiting))


def _marked_kind(name: str, groups: list[list[Mark]]) -> MarkedKind:
    rows = sorted(map(_marked, groups), key=lambda one: not one.waits)
    return MarkedKind(name, weakness(groups[0][0].kind), tuple(rows))


def _marked(alike: list[Mark]) -> MarkedWords:
    first = min(alike, key=lambda one: one.certainty.rank)
    return MarkedWords(
        key=first.key,
        sample=masked(first.words),
        certainty=str(first.certainty),
        why=first.why,
        count=len(alike),
        fields=tuple(dict.fromkeys(one.field for one in alike)),
        choice=first.choice,
        shown=first.shown,
        reason=first.reason,
        waits=any(one.waits for one in alike),
    )


def _files(request: Request, draft: LogDraft) -> tuple[EntryFile, ...]:
    identity = identity_of(request)
    known = known_people(identity)
    names = {one.file_id: one.name for one in draft.files.all()}
    left = {one.pk for one in files_that_left(request)}
    return tuple(
        EntryFile(
            pk=one.pk,
            name=blinded_file(one.name, identity),
            published_as=names.get(one.pk) or proposed_name(one.name, place, identity, known),
            is_published=one.pk in names,
            size=one.size,
            sha256=one.sha256,
            went_out=one.pk in left,
        )
        for place, one in enumerate(files_to_publish(request), start=1)
    )

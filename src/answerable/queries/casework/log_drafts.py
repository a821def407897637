"""The entry of a request for the log: as it would stand, what was taken out, who wrote it, what left."""

import datetime as dt
from dataclasses import dataclass, replace

from answerable.domain.disclosure_log import Entry, entry_from_json
from answerable.domain.disclosure_log.file_names import proposed_name
from answerable.domain.disclosure_log.identifying import Choice, Mark, mark_of
from answerable.domain.disclosure_log.keeping_out import without_requester
from answerable.domain.questions.blind import Identity, blinded, blinded_file
from answerable.domain.roles import Situation
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
    """The same words wherever they stand in an entry, why they may identify somebody, what was decided."""

    key: str
    words: str
    why: str
    fields: tuple[str, ...]
    choice: Choice
    shown: str

    @property
    def is_open(self) -> bool:
        """Return whether nobody has decided yet."""
        return self.choice is Choice.OPEN


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
    marks: tuple[MarkedWords, ...] = ()
    files: tuple[EntryFile, ...] = ()
    versions: tuple[EntryVersionRow, ...] = ()
    month: str = ""
    embargo_until: dt.date | None = None
    because: str = ""
    validated_by: str = ""
    validated_at: dt.datetime | None = None
    is_outdated: bool = False

    @property
    def open_marks(self) -> tuple[str, ...]:
        """Return the words about which nobody decided yet."""
        return tuple(one.words for one in self.marks if one.is_open)


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
        marks=_grouped(tuple(map(mark_of, draft.marks))),
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


def _grouped(marks: tuple[Mark, ...]) -> tuple[MarkedWords, ...]:
    by_key: dict[str, list[Mark]] = {}
    for one in marks:
        by_key.setdefault(one.key, []).append(one)
    return tuple(
        MarkedWords(
            key,
            found[0].words,
            found[0].why.value,
            tuple(dict.fromkeys(one.field for one in found)),
            found[0].choice,
            found[0].shown,
        )
        for key, found in by_key.items()
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

"""Everything that ever left as a file: with letters, and in the log; each with the verdict by the rules of now."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from answerable.domain.questions.blind import blinded_file
from answerable.domain.release.standing import FileFacts, Inspected, Settled, standing_of
from answerable.domain.roles import Actor
from answerable.inspecting.version import rules_version
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.releasing.standings import inspected_in, report_of, settled_in
from answerable.queries.casework.visible import requests_seen_by
from answerable.records.archive.models import PublishedFile
from answerable.records.casework.models import (
    CaseFile,
    FileInspection,
    FileSettlement,
    Letter,
    LetterFile,
    LogDraft,
    Request,
)


@dataclass(frozen=True, slots=True)
class ReleasedFile:
    """A file that left: with which letter or entry, since when, and how it stands by the rules of now.

    `before` is whether somebody let it leave before files were inspected.
    """

    name: str
    reference: str
    entry: str
    letter: int | None
    since: dt.datetime
    size: int
    sha256: str
    standing: str
    before: bool = False


_Key = tuple[int | None, str, str]


def every_released_file() -> Iterator[ReleasedFile]:
    """Yield everything that left, for whoever runs the site: under names that do not say who asked."""
    sent = LetterFile.objects.filter(letter__state=Letter.State.SENT).order_by("pk")
    for some in _batched(sent.values_list("pk", flat=True)):
        yield from (row for _, row in _with_letters(some))
    published = PublishedFile.objects.order_by("pk")
    for some in _batched(published.values_list("pk", flat=True)):
        yield from (row for _, row in _published(some))


def released_files(*, viewer: Actor, first: int = 0, most: int = 50) -> tuple[ReleasedFile, ...]:
    """Return a part of what left that somebody may see, the latest first."""
    left = sorted(_keys(viewer), reverse=True)[first : first + most]
    letters = [pk for _, kind, pk in left if kind == _LETTER]
    entries = [pk for _, kind, pk in left if kind == _ENTRY]
    rows = {
        **{(_LETTER, pk): row for pk, row in _with_letters(letters)},
        **{(_ENTRY, pk): row for pk, row in _published(entries)},
    }
    return tuple(rows[kind, pk] for _, kind, pk in left if (kind, pk) in rows)


def released_count(viewer: Actor) -> int:
    """Return how many files left that somebody may see."""
    return len(_keys(viewer))


def _batched(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield numbers some hundreds at a time: a question to the database has no room for more."""
    rest = iter(numbers)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


_LETTER, _ENTRY = "letter", "entry"
_AT_ONCE = 500


def _keys(viewer: Actor) -> list[tuple[dt.datetime, str, int]]:
    seen = requests_seen_by(viewer)
    sent = LetterFile.objects.filter(
        letter__state=Letter.State.SENT, letter__request__in=seen, letter__sent_at__isnull=False
    ).values_list("letter__sent_at", "pk")
    hidden = LogDraft.objects.exclude(request__in=seen).filter(entry__isnull=False)
    public = PublishedFile.objects.exclude(entry__in=hidden.values("entry"))
    return [
        *((at, _LETTER, pk) for at, pk in sent if at),
        *((at, _ENTRY, pk) for at, pk in public.values_list("entry__published_at", "pk")),
    ]


def _with_letters(pks: Iterable[int]) -> Iterable[tuple[int, ReleasedFile]]:
    found = LetterFile.objects.filter(pk__in=list(pks)).defer("file__data", "letter__pdf")
    rows = list(found.select_related("letter__request__requester", "file").order_by("pk"))
    known = _inspected((one.letter.request_id, one.file.sha256, one.file.name) for one in rows)
    settled = _settled(one.file.sha256 for one in rows)
    for one in rows:
        request, file = one.letter.request, one.file
        yield (
            one.pk,
            ReleasedFile(
                name=blinded_file(file.name, identity_of(request)),
                reference=request.reference,
                entry="",
                letter=one.letter.number,
                since=one.letter.sent_at or one.letter.made_at,
                size=file.size,
                sha256=file.sha256,
                standing=_words(
                    known.get((request.pk, file.sha256, file.name)),
                    settled.get((request.pk, file.sha256), ()),
                ),
                before=file.release == CaseFile.Release.BEFORE_INSPECTIONS,
            ),
        )


def _published(pks: Iterable[int]) -> Iterable[tuple[int, ReleasedFile]]:
    found = PublishedFile.objects.filter(pk__in=list(pks)).defer("data").select_related("entry")
    rows = list(found.order_by("pk"))
    known = _inspected((None, one.sha256, one.name) for one in rows)
    requests = _requests_of(one.entry_id for one in rows)
    settled = _settled(one.sha256 for one in rows)
    for one in rows:
        request = requests.get(one.entry_id)
        yield (
            one.pk,
            ReleasedFile(
                name=one.name,
                reference=request.reference if request else "",
                entry=one.entry.key,
                letter=None,
                since=one.entry.published_at,
                size=one.size,
                sha256=one.sha256,
                standing=_words(
                    known.get((None, one.sha256, one.name)),
                    settled.get((request.pk, one.sha256), ()) if request else (),
                ),
            ),
        )


def _requests_of(entries: Iterable[int]) -> dict[int, Request]:
    drafts = LogDraft.objects.filter(entry__in=list(entries)).select_related("request")
    return {one.entry_id: one.request for one in drafts if one.entry_id}


def _inspected(keys: Iterable[_Key]) -> dict[_Key, FileInspection]:
    sums = {sha256 for _, sha256, _ in keys}
    found = FileInspection.objects.filter(rules=rules_version(), sha256__in=sums)
    return {(one.request_id, one.sha256, one.name): one for one in found}


def _settled(sums: Iterable[str]) -> Mapping[tuple[int, str], tuple[Settled, ...]]:
    by_key: dict[tuple[int, str], list[FileSettlement]] = {}
    for one in FileSettlement.objects.filter(sha256__in=set(sums)).order_by("at", "pk"):
        by_key.setdefault((one.request_id, one.sha256), []).append(one)
    return {key: settled_in(rows) for key, rows in by_key.items()}


def _words(row: FileInspection | None, settled: tuple[Settled, ...]) -> str:
    report = report_of(row)
    found: Inspected | None = inspected_in(report) if report else None
    return standing_of(FileFacts(found, row is not None, settled=settled)).value

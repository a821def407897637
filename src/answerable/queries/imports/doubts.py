"""What readings are not sure of: the list, and all that somebody needs to settle one."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.reading.decisions import decided
from answerable.records.archive.models import Doubt, DoubtQuerySet


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A doubt in the list; `key` and `title` are those of its entry, empty where it is about the file."""

    number: int
    what: str
    body: str
    document: str
    key: str
    title: str
    label: str
    says: str
    text: str
    pages: tuple[int, ...]
    found_at: dt.datetime
    settled_at: dt.datetime | None
    settled_by: str
    how: str
    note: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of a doubt's entry, as the entry says it now.

    `outcomes` are in words. `would_be` are those and the exemptions that the answer would have with the doubt's
    passage, as a reader decides them: a proposal for the person who places it. `has_passage` says that it was
    placed here.
    """

    label: str
    printed: str
    text: str
    answer: str
    outcomes: tuple[str, ...]
    would_be: tuple[str, ...]
    exemptions: tuple[str, ...]
    has_passage: bool


@dataclass(frozen=True, slots=True)
class DoubtPage:
    """A doubt with its entry's questions, and the open ones before and behind it in the list."""

    row: DoubtRow
    prefix: str
    response: str
    questions: tuple[AskedQuestion, ...]
    is_placed: bool
    next: int | None


def doubts(
    *,
    body: str | None = None,
    what: str | None = None,
    run: int | None = None,
    settled: bool = False,
    after: int = 0,
    most: int = 50,
) -> list[DoubtRow]:
    """Return open doubts, or settled ones, those behind a number: of a body, a kind and a run, or of all."""
    rows = Doubt.objects.settled() if settled else Doubt.objects.open()
    rows = _of(rows, body=body, run=run).filter(pk__gt=after)
    if what:
        rows = rows.filter(what=what)
    return [_row(one) for one in _whole(rows).order_by("pk")[:most]]


def doubt_counts(*, body: str | None = None, run: int | None = None) -> Mapping[str, int]:
    """Return how many doubts of each kind are open, in the order of the kinds; those without are left out."""
    rows = _of(Doubt.objects.open(), body=body, run=run)
    counted = rows.values("what").order_by("what").annotate(count=Count("pk"))
    counts = {row["what"]: row["count"] for row in counted}
    return {what: counts[what] for what in Doubt.What.values if what in counts}


def doubt_page(doubt: int) -> DoubtPage | None:
    """Return a doubt with what it is settled by, or None where there is none of this number."""
    one = _whole(Doubt.objects.filter(pk=doubt)).first()
    if one is None:
        return None
    content = one.entry.content if one.entry else None
    later = Doubt.objects.open().filter(body=one.body_id, what=one.what, pk__gt=one.pk)
    return DoubtPage(
        row=_row(one),
        prefix=one.body.prefix,
        response=content["response"] if content else "",
        questions=tuple(_question(each, one) for each in content["questions"]) if content else (),
        is_placed=bool(one.placed),
        next=later.order_by("pk").values_list("pk", flat=True).first(),
    )


def _of(rows: DoubtQuerySet, *, body: str | None, run: int | None) -> DoubtQuerySet:
    if body:
        rows = rows.filter(body__code=body)
    if run:
        rows = rows.filter(document__import_files__run=run)
    return rows


def _whole(rows: DoubtQuerySet) -> DoubtQuerySet:
    return rows.select_related("body", "document", "entry")


def _row(one: Doubt) -> DoubtRow:
    pages = dict.fromkeys(place["page"] for place in one.places)
    return DoubtRow(
        number=one.pk,
        what=one.what,
        body=one.body.code,
        document=one.document.name,
        key=one.entry.key if one.entry else "",
        title=one.entry.title if one.entry else "",
        label=one.label,
        says=one.says,
        text=one.text,
        pages=tuple(pages),
        found_at=one.found_at,
        settled_at=one.settled_at,
        settled_by=one.settled_by,
        how=one.how,
        note=one.note,
    )


def _question(question: Mapping[str, Any], doubt: Doubt) -> AskedQuestion:
    answer = question["answer"] or ""
    placed: Mapping[str, Sequence[Any]] = doubt.placed or {}
    is_passage = doubt.what == Doubt.What.UNASSIGNED
    whole = "\n\n".join(filter(None, (answer, doubt.text.strip()))) if is_passage else answer
    outcomes, exemptions = decided(whole)
    return AskedQuestion(
        label=question["label"] or "",
        printed=question["printed"] or "",
        text=question["text"],
        answer=answer,
        outcomes=tuple(OUTCOME_WORDS[Outcome(one)] for one in question["outcomes"]),
        would_be=tuple(OUTCOME_WORDS[one] for one in outcomes),
        exemptions=tuple(exemptions),
        has_passage=(question["label"] or "") in placed,
    )

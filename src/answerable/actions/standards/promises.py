"""Keep service standards: make one, change its target, end it, explain a month, tie elements."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.db import transaction
from django.utils.text import slugify

from answerable.actions.archive.changes import lock_archive, next_change
from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.actions.standards.public_words import check_words
from answerable.domain.assurance.promises import Aim, month_of, source_of
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.standards.frameworks import frameworks_in_use
from answerable.records.standards.models import (
    ElementTie,
    ServiceStandard,
    StandardTarget,
)

NOTHING: Mapping[str, str] = MappingProxyType({})
_NOT_ITS_OWN = frozenset({"new", "assessment"})
"""What stands in the place of a standard in addresses of other pages."""


class PromiseRefused(ValueError):
    """This cannot be kept as a service standard; the message says why."""


class PromiseNotFound(LookupError):
    """There is no such service standard, or no such month of it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A service standard as somebody writes it; `target` is in thousandths of the source's unit."""

    name: str
    name_cy: str
    promise: str
    promise_cy: str
    team: str
    source: str
    aim: Aim
    target: int
    from_month: dt.date


def make_standard(promise: Promise, *, doing: Doing) -> str:
    """Make a service standard, and return its slug; its past months are counted by the next run of the job.

    :raises MoveNotAllowed: if they may not.
    :raises PromiseRefused: if one of that name is there, or the name has no letters.
    :raises SourceNotKnown: if there is nothing of the kind to measure it by.
    """
    check_move(Move.KEEP_PROMISES, actor=doing.by, situation=NO_REQUEST)
    source_of(promise.source)
    slug = slugify(promise.name)[:100]
    if not slug:
        raise PromiseRefused("The name needs letters or digits: its address is made of them")
    if slug in _NOT_ITS_OWN:
        raise PromiseRefused(f"Another page has the address {slug!r}: give it a longer name")
    with transaction.atomic():
        _, is_new = ServiceStandard.objects.get_or_create(
            slug=slug,
            defaults={
                "name": promise.name,
                "name_cy": promise.name_cy,
                "promise": promise.promise,
                "promise_cy": promise.promise_cy,
                "team": promise.team,
                "source": promise.source,
                "aim": promise.aim,
                "target": promise.target,
                "from_month": month_of(promise.from_month),
                "made_by": doing.by.key,
                "made_at": doing.at,
            },
        )
        if not is_new:
            raise PromiseRefused(f"There is a service standard called {promise.name!r} already")
        data = {"source": promise.source, "aim": str(promise.aim), "target": promise.target}
        tell("standard made", slug, doing, {**data, "from": f"{promise.from_month:%Y-%m}"})
    return slug


def change_target(slug: str, target: int, *, from_month: dt.date, doing: Doing) -> None:
    """Give a standard another target from a month on; months that were recorded keep theirs.

    :raises MoveNotAllowed: if they may not.
    :raises PromiseNotFound: if there is no such standard.
    :raises PromiseRefused: if a figure of that month or of a later one was recorded already, or it had not begun.
    """
    check_move(Move.KEEP_PROMISES, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        one = locked(slug)
        if from_month <= one.from_month:
            raise PromiseRefused(
                f"The standard began in {one.from_month:%Y-%m}: choose a later month"
            )
        if one.months.filter(month__gte=from_month).exists():
            raise PromiseRefused(
                f"A figure of {from_month:%Y-%m} or later is recorded already, with the target that held: "
                "choose a later month"
            )
        made = {"target": target, "set_by": doing.by.key, "set_at": doing.at}
        StandardTarget.objects.update_or_create(standard=one, from_month=from_month, defaults=made)
        make_pages_anew(one)
        tell("standard changed", slug, doing, {"target": target, "from": f"{from_month:%Y-%m}"})


def end_standard(slug: str, *, last_month: dt.date, doing: Doing) -> None:
    """Let a standard end with a month: its months stay.

    :raises MoveNotAllowed: if they may not.
    :raises PromiseNotFound: if there is no such standard.
    :raises PromiseRefused: if it ended already, or the month is before its first.
    """
    check_move(Move.KEEP_PROMISES, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        one = locked(slug)
        if one.ended_month is not None or last_month < one.from_month:
            raise PromiseRefused(
                f"It ended already, or {last_month:%Y-%m} is before it began in {one.from_month:%Y-%m}"
            )
        one.ended_month = last_month
        one.save(update_fields=["ended_month"])
        make_pages_anew(one)
        tell("standard ended", slug, doing, {"with": f"{last_month:%Y-%m}"})


@dataclass(frozen=True, slots=True)
class MonthWords:
    """Why a month missed its target and what is done about it, in English and Welsh."""

    told: str
    told_cy: str
    action: str
    action_cy: str


def explain_month(
    slug: str,
    month: dt.date,
    words: MonthWords,
    *,
    doing: Doing,
    confirmed: Mapping[str, str] = NOTHING,
) -> None:
    """Say why a month missed its target, and what is done about it.

    Where the standard is published everybody reads it at once: `confirmed` says by its key why what the finder finds is
    nobody's personal data.

    :raises MoveNotAllowed: if they may not.
    :raises PromiseNotFound: if there is no such standard or month.
    :raises PromiseRefused: if one of the two is missing.
    :raises WordsRefused: if it is published and personal data is found that nobody said to be none.
    """
    check_move(Move.KEEP_PROMISES, actor=doing.by, situation=NO_REQUEST)
    if not (words.told.strip() and words.action.strip()):
        raise PromiseRefused("Say both: why the target was missed, and what is done about it")
    with transaction.atomic():
        one = locked(slug)
        found = one.months.filter(month=month)
        kept = {
            "told": words.told.strip(),
            "told_cy": words.told_cy.strip(),
            "action": words.action.strip(),
            "action_cy": words.action_cy.strip(),
        }
        if not found.update(**kept):
            raise PromiseNotFound(f"No figure of {month:%Y-%m} is recorded")
        said = check_words(one, tuple(kept.values()), confirmed) if one.is_public else {}
        one.save(update_fields=["confirmed"])
        make_pages_anew(one)
        digest = hashlib.sha256("\n".join(kept.values()).encode()).hexdigest()
        told = {"month": f"{month:%Y-%m}", "words": digest, **said}
        tell("standard explained", slug, doing, told)


def tie_elements(slug: str, framework: str, numbers: Iterable[str], *, doing: Doing) -> None:
    """Let a standard show some elements of a framework, and no others of it.

    :raises MoveNotAllowed: if they may not.
    :raises PromiseNotFound: if there is no such standard.
    :raises PromiseRefused: if there is no such framework, or an element is not of it.
    """
    check_move(Move.KEEP_PROMISES, actor=doing.by, situation=NO_REQUEST)
    wanted = sorted(set(numbers))
    known = frameworks_in_use().get(framework)
    if known is None:
        raise PromiseRefused(f"There is no framework {framework!r}")
    missing = [one for one in wanted if known.element(one) is None]
    if missing:
        raise PromiseRefused(
            f"{known.name} has no element {', '.join(missing)}: write numbers such as "
            f"{known.elements[0].number}, with spaces between them"
        )
    with transaction.atomic():
        one = locked(slug)
        ElementTie.objects.filter(standard=one, framework=framework).exclude(
            element__in=wanted
        ).delete()
        for number in wanted:
            made = {"made_by": doing.by.key, "made_at": doing.at}
            ElementTie.objects.get_or_create(
                standard=one, framework=framework, element=number, defaults=made
            )
        tell("standard tied", slug, doing, {"framework": framework, "elements": wanted})


def locked(slug: str) -> ServiceStandard:
    """Return a standard, locked.

    :raises PromiseNotFound: if there is none.
    """
    found = ServiceStandard.objects.select_for_update().filter(slug=slug).first()
    if found is None:
        raise PromiseNotFound(f"There is no service standard {slug!r}")
    return found


def make_pages_anew(one: ServiceStandard) -> None:
    """Count a change of the public site where a standard is published: its pages are kept until then."""
    if one.is_public:
        next_change(lock_archive())


def tell(action: str, slug: str, doing: Doing, data: dict[str, object]) -> None:
    """Add the line of an action, in the transaction that does it."""
    record(action, subject=f"standard {slug}", by=doing.by.key, at=doing.at, data=data)

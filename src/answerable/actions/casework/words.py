"""Keep the office's own words for the matcher: groups for one thing, its names, and what it does without."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import short_digest
from answerable.actions.ledger import record
from answerable.domain.precedent.office import OfficeWords
from answerable.domain.precedent.teaching import WordsRefused, checked_group, checked_name
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.words import words_as_they_stand
from answerable.records.casework.models import TaughtWords, TaughtWordsNow, TaughtWordsVersion

Kind = TaughtWords.Kind
LONGEST_REASON = 1_000
MOST_IMPORTED = 2_000
"""As many groups as come with the product: a file with more new ones is no office's own."""
_LONGEST_SLUG = 90


class WordsNotFound(Exception):
    """There are no such words."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many words of a file were new, and how many stood already."""

    new: int
    known: int


def keep_group(phrases: Iterable[str], *, reason: str, doing: Doing) -> str:
    """Keep a group of phrases that mean one thing; return its name in addresses.

    :raises MoveNotAllowed: if they may not.
    :raises WordsRefused: if it can be no group, there is no reason, or it stands already.
    """
    _check_keeper(doing)
    return _kept(Kind.GROUP, checked_group(phrases), _reason(reason), doing)


def keep_name(name: str, *, reason: str, doing: Doing) -> str:
    """Keep what people call the office; return its name in addresses.

    :raises MoveNotAllowed: if they may not.
    :raises WordsRefused: if it can be no name, there is no reason, or it stands already.
    """
    _check_keeper(doing)
    return _kept(Kind.NAME, (checked_name(name),), _reason(reason), doing)


def leave_out(first: str, *, reason: str, doing: Doing) -> str:
    """Do without a group of the product, named by its first phrase; return its name in addresses.

    :raises MoveNotAllowed: if they may not.
    :raises WordsRefused: if there is no such group, no reason, or it is left out already.
    """
    _check_keeper(doing)
    return _kept(Kind.LEFT_OUT, (_of_the_product(first),), _reason(reason), doing)


def change_group(slug: str, phrases: Iterable[str], *, reason: str, doing: Doing) -> None:
    """Save a group with other phrases; one that is switched off has an effect again.

    :raises MoveNotAllowed: if they may not.
    :raises WordsNotFound: if there is no such group.
    :raises WordsRefused: if it can be no group, there is no reason, or another has just these phrases.
    """
    _check_keeper(doing)
    kept, why = checked_group(phrases), _reason(reason)
    with transaction.atomic():
        _lock()
        found = _found(Kind.GROUP, slug)
        if found.words == list(kept) and found.is_on:
            return
        _check_new(Kind.GROUP, kept, but=found)
        _save(found, kept, why, doing, is_on=True)
        _tell("words changed", found, why, doing)
        _settle()


def switch_off(kind: str, slug: str, *, reason: str, doing: Doing) -> None:
    """Let words have no effect any more; what they were is kept.

    :raises MoveNotAllowed: if they may not.
    :raises WordsNotFound: if there are no such words.
    :raises WordsRefused: if there is no reason.
    """
    _turn(kind, slug, reason, doing, is_on=False)


def take_back(kind: str, slug: str, *, reason: str, doing: Doing) -> None:
    """Let words that were switched off have their effect again.

    :raises MoveNotAllowed: if they may not.
    :raises WordsNotFound: if there are no such words.
    :raises WordsRefused: if there is no reason.
    """
    _turn(kind, slug, reason, doing, is_on=True)


def import_words(words: OfficeWords, *, reason: str, doing: Doing) -> Imported:
    """Add what a file has and the office has not; what stands only here stays. All of it, or nothing.

    :raises MoveNotAllowed: if they may not.
    :raises WordsRefused: if there is no reason, or too much is new.
    """
    _check_keeper(doing)
    why = _reason(reason)
    given: list[tuple[Kind, tuple[str, ...]]] = [
        *((Kind.GROUP, one) for one in words.groups),
        *((Kind.NAME, (one,)) for one in words.names),
        *((Kind.LEFT_OUT, (one,)) for one in words.left_out),
    ]
    with transaction.atomic():
        _lock()
        stands = {(one.kind, tuple(one.words)) for one in TaughtWords.objects.filter(is_on=True)}
        new = [one for one in given if one not in stands]
        if len(new) > MOST_IMPORTED:
            message = f"At most {MOST_IMPORTED:,} new ones at once: this file has {len(new):,}"
            raise WordsRefused(message)
        for kind, phrases in new:
            _added(kind, phrases, why, doing)
        _settle()
    return Imported(len(new), len(given) - len(new))


def _check_keeper(doing: Doing) -> None:
    check_move(Move.KEEP_WORDS, actor=doing.by, situation=NO_REQUEST)


def _reason(given: str) -> str:
    reason = given.replace("\0", "").strip()
    if not reason:
        message = "Say why: whoever reads these words later wants to know"
        raise WordsRefused(message)
    if len(reason) > LONGEST_REASON:
        message = (
            f"A reason has at most {LONGEST_REASON:,} characters: this one has {len(reason):,}"
        )
        raise WordsRefused(message)
    return reason


def _of_the_product(first: str) -> str:
    if all(one[0] != first for one in usual_groups()):
        message = f"No group of the product begins with “{first[:80]}”: look at the list"
        raise WordsRefused(message)
    return first


def _kept(kind: Kind, words: Sequence[str], reason: str, doing: Doing) -> str:
    with transaction.atomic():
        _lock()
        _check_new(kind, words)
        slug = _added(kind, words, reason, doing)
        _settle()
    return slug


def _check_new(kind: Kind, words: Sequence[str], *, but: TaughtWords | None = None) -> None:
    """Do nothing if no words of that kind that have an effect are just these.

    :raises WordsRefused: if some are.
    """
    same = TaughtWords.objects.filter(kind=kind, words=list(words), is_on=True).first()
    if same is not None and same != but:
        message = f"“{words[0]}” stands in the list already, just so: there is nothing to save"
        raise WordsRefused(message)


def _added(kind: Kind, words: Sequence[str], reason: str, doing: Doing) -> str:
    """Add words, or let those that are just these and switched off have their effect again."""
    found = TaughtWords.objects.filter(kind=kind, words=list(words)).first()
    if found is not None:
        _turned(found, reason, doing, is_on=True)
        return found.slug
    one = TaughtWords(kind=kind, slug=_free_slug(kind, words[0]))
    _save(one, words, reason, doing, is_on=True)
    _tell("words kept", one, reason, doing)
    return one.slug


def _free_slug(kind: Kind, first: str) -> str:
    slug = slugify(first)[:_LONGEST_SLUG]
    taken = set(
        TaughtWords.objects.filter(kind=kind, slug__startswith=slug).values_list("slug", flat=True)
    )
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(one for one in numbered if one not in taken)


def _turn(kind: str, slug: str, reason: str, doing: Doing, *, is_on: bool) -> None:
    _check_keeper(doing)
    why = _reason(reason)
    with transaction.atomic():
        _lock()
        found = _found(kind, slug)
        if found.is_on is not is_on:
            _turned(found, why, doing, is_on=is_on)
            _settle()


def _turned(one: TaughtWords, reason: str, doing: Doing, *, is_on: bool) -> None:
    _save(one, one.words, reason, doing, is_on=is_on)
    if is_on:
        _tell("words taken back", one, reason, doing)
    else:
        _tell("words switched off", one, reason, doing)


def _lock() -> None:
    """Let nobody else change words before this is done."""
    if TaughtWordsNow.objects.select_for_update().filter(pk=1).first() is None:
        TaughtWordsNow.objects.get_or_create(pk=1)
        TaughtWordsNow.objects.select_for_update().get(pk=1)


def _settle() -> None:
    """Note what the words amount to now, so that every process sees it."""
    TaughtWordsNow.objects.filter(pk=1).update(digest=words_as_they_stand().digest)


def _found(kind: str, slug: str) -> TaughtWords:
    found = TaughtWords.objects.filter(kind=kind, slug=slug).first()
    if found is None:
        message = f"There are no such words as {slug[:80]}: look at the list"
        raise WordsNotFound(message)
    return found


def _save(
    one: TaughtWords, words: Sequence[str], reason: str, doing: Doing, *, is_on: bool
) -> None:
    one.words, one.is_on = list(words), is_on
    one.save()
    TaughtWordsVersion.objects.create(
        of=one,
        number=one.versions.count() + 1,
        by=doing.by.key,
        at=doing.at,
        reason=reason,
        words=one.words,
        is_on=is_on,
    )


def _tell(action: str, one: TaughtWords, reason: str, doing: Doing) -> None:
    data = {"kind": one.kind, "digest": short_digest("\n".join(one.words)), "reason": reason}
    record(action, subject=f"words {one.slug}", by=doing.by.key, at=doing.at, data=data)

"""Look through what people wrote in the survey: shorten it, let it be shown, keep it out, take it back.

No line of the ledger holds the words, and nothing here knows whose they are or what else they answered.
"""

import hashlib
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from answerable.actions.archive.changes import lock_archive, next_change
from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.domain.assurance.quotations import (
    WordsRefused,
    check_length,
    check_may_be_shown,
)
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.queries.standards.quotations import found_in
from answerable.reading.alphabets import storable
from answerable.records.standards.models import Quotation


class WordsNotFound(LookupError):
    """There are no such words."""


@dataclass(frozen=True, slots=True)
class ToShow:
    """The words that may be shown, whether to everybody, and why each find of the finder is nobody, by its key."""

    words: str
    is_public: bool = False
    confirmed: Mapping[str, str] = field(default_factory=dict)


def reword(ident: str, words: str, *, doing: Doing) -> None:
    """Keep words as whoever reviews them shortened them; how they came stays apart until they are decided.

    :raises MoveNotAllowed: if they may not.
    :raises WordsNotFound: if there are none of that key.
    :raises WordsRefused: if they are decided, or what is left is none or too much.
    """
    _check_may(doing)
    left = _plain(words)
    check_length(left)
    with transaction.atomic():
        one = _waiting(ident)
        if one.words == left:
            return
        one.words = left
        one.save(update_fields=["words"])
        _tell("quotation reworded", one, doing, {"words": _digest(left)})


def show_words(ident: str, asked: ToShow, *, doing: Doing) -> None:
    """Let words be shown to staff, and to everybody if that is asked; how they came is removed.

    :raises MoveNotAllowed: if they may not.
    :raises WordsNotFound: if there are none of that key.
    :raises WordsRefused: if they are decided, or personal data is found in them that nobody said to be none.
    """
    _check_may(doing)
    left = _plain(asked.words)
    check_length(left)
    found = found_in(left)
    check_may_be_shown(found, asked.confirmed)
    confirmed = {one.key: asked.confirmed[one.key].strip() for one in found}
    with transaction.atomic():
        one = _waiting(ident)
        one.words, one.written, one.confirmed = left, "", confirmed
        one.is_public, one.reason = asked.is_public, ""
        _settle(one, Quotation.State.APPROVED, doing)
        data = {
            "words": _digest(left),
            "public": asked.is_public,
            "confirmed": dict(Counter(each.name for each in found)),
            "reasons": list(dict.fromkeys(confirmed.values())),
        }
        _tell("quotation shown", one, doing, data)
        if asked.is_public:
            next_change(lock_archive())


def keep_words_out(ident: str, *, reason: str, doing: Doing) -> None:
    """Say that words are not to be shown: they are removed, as they came and as they were shortened.

    :raises MoveNotAllowed: if they may not.
    :raises WordsNotFound: if there are none of that key.
    :raises WordsRefused: if they are decided, or nobody says why.
    """
    _check_may(doing)
    why = _reason(reason)
    with transaction.atomic():
        one = _waiting(ident)
        one.words, one.written, one.reason = "", "", why
        _settle(one, Quotation.State.KEPT_OUT, doing)
        _tell("quotation kept out", one, doing, {"reason": why})


def take_words_back(ident: str, *, reason: str, doing: Doing) -> None:
    """Take words back that are shown: they wait for a review again, as they were shortened.

    :raises MoveNotAllowed: if they may not.
    :raises WordsNotFound: if there are none of that key.
    :raises WordsRefused: if they are not shown, or nobody says why.
    """
    _check_may(doing)
    why = _reason(reason)
    with transaction.atomic():
        one = _locked(ident)
        if one.state != Quotation.State.APPROVED:
            raise WordsRefused("They are not shown: there is nothing to take back")
        was_public = one.is_public
        one.is_public, one.confirmed, one.reason = False, {}, why
        _settle(one, Quotation.State.WAITING, doing)
        _tell("quotation taken back", one, doing, {"reason": why})
        if was_public:
            next_change(lock_archive())


def _check_may(doing: Doing) -> None:
    check_move(Move.REVIEW_QUOTATION, actor=doing.by, situation=NO_REQUEST)


def _reason(text: str) -> str:
    why = _plain(text)
    if not why:
        raise WordsRefused("Say why: the reason is kept in the ledger, so name nobody in it")
    return why


def _plain(text: str) -> str:
    return storable(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def _waiting(ident: str) -> Quotation:
    one = _locked(ident)
    if one.state != Quotation.State.WAITING:
        raise WordsRefused("They are decided already: open the page again to see how")
    return one


def _locked(ident: str) -> Quotation:
    try:
        one = Quotation.objects.select_for_update().filter(pk=uuid.UUID(ident)).first()
    except ValueError:
        one = None
    if one is None:
        raise WordsNotFound("There are no such words: they may have been removed")
    return one


def _settle(one: Quotation, state: Quotation.State, doing: Doing) -> None:
    one.state, one.settled_by, one.settled_at = state, doing.by.key, doing.at
    one.save()


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _tell(action: str, one: Quotation, doing: Doing, data: dict[str, object]) -> None:
    record(action, subject=f"quotation {one.pk}", by=doing.by.key, at=doing.at, data=data)

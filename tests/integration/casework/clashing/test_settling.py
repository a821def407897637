"""A contradiction is settled with a reason, stays quiet, and is open again where a side changes."""

import datetime as dt
import json
import threading

import pytest
from django.db import connections

from answerable.actions.archive import restore_entry, withdraw_entry
from answerable.actions.casework import restrict_request
from answerable.actions.casework.clashing import (
    ClashNotFound,
    TooLate,
    reopen_clash,
    settle_clash,
)
from answerable.domain.precedent.settling import Because
from answerable.domain.roles import MoveNotAllowed
from answerable.records.casework.models import Clash
from answerable.records.ledger.models import LedgerLine
from tests.support.accounts import let_in
from tests.support.casework import CHECKER, MANAGER, OFFICER, doing_by, somebody
from tests.support.clashes import LATER, both, doing, found, refused, sent, told

pytestmark = pytest.mark.django_db
WORDS = "Attacks on lifts have become common."


def settle(number, *, by=OFFICER, because=Because.CHANGED, words=WORDS, at=LATER):
    settle_clash(number, because, words, doing=doing(by, at=at))


def test_who_settled_it_when_and_why_stands_with_it_and_in_the_ledger():
    number = both()

    settle(number, words=f"  {WORDS} ")

    row = Clash.objects.get()
    assert (row.state, row.settled_by, row.settled_at) == ("settled", OFFICER.key, LATER)
    assert (row.because, row.words) == ("circumstances changed", WORDS)
    line = LedgerLine.objects.get(action="contradiction settled")
    assert (line.subject, line.by) == (f"contradiction {number}", OFFICER.key)
    assert json.loads(line.data) == {
        "one": ["7000001", "1"],
        "other": ["7000002", "1"],
        "kind": "decision",
        "because": "circumstances changed",
        "reason": WORDS,
    }


@pytest.mark.parametrize("words", ["", " \n "])
def test_words_are_needed(words):
    number = both()

    with pytest.raises(MoveNotAllowed, match="Say why: the reason is kept in the ledger"):
        settle(number, words=words)

    assert Clash.objects.get().state == "open"


def test_it_is_for_officers_and_managers():
    number = both()

    with pytest.raises(MoveNotAllowed, match="is for officers and managers"):
        settle(number, by=CHECKER)


def test_the_second_is_told_who_was_quicker():
    number = both()
    settle(number)

    with pytest.raises(TooLate, match=r"olive@body.example settled it already \(circum"):
        settle(number, by=MANAGER, because=Because.LAW)

    assert Clash.objects.get().because == "circumstances changed"


def test_it_stays_quiet_while_both_sides_say_the_same():
    number = both()
    settle(number)

    refused(title="Lifts of the hall")
    looked = found()

    assert (looked.reopened, Clash.objects.get().state) == (0, "settled")


def test_it_stays_quiet_after_a_side_was_away_for_a_while():
    number = both()
    settle(number)

    withdraw_entry("OPA", "7000002", reason="Mistaken", by="M", at=LATER)
    found()
    restore_entry("OPA", "7000002", reason="It was right", by="M", at=LATER)
    looked = found()

    assert (looked.reopened, Clash.objects.there().get().state) == (0, "settled")


def test_it_is_open_again_where_a_side_says_something_else():
    number = both()
    settle(number)

    refused(limb="43(2)")
    looked = found(at=LATER + dt.timedelta(days=1))

    row = Clash.objects.get(pk=number)
    assert (looked.reopened, row.state, row.reopened_by) == (1, "open", "answerable")
    assert row.reopened_because == "A side changed since it was settled"
    assert (row.settled_by, row.words) == (OFFICER.key, WORDS)
    assert LedgerLine.objects.filter(action="contradiction opened again").count() == 1


def test_somebody_opens_it_again_with_a_reason():
    number = both()
    settle(number)

    reopen_clash(number, "The lifts are as they were.", doing=doing(MANAGER))

    row = Clash.objects.get()
    assert (row.state, row.reopened_by, row.reopened_because) == (
        "open", MANAGER.key, "The lifts are as they were.",
    )  # fmt: skip
    with pytest.raises(TooLate, match="It is open already"):
        reopen_clash(number, "Once more", doing=doing(MANAGER))


def test_opening_it_again_needs_a_reason():
    number = both()
    settle(number)

    with pytest.raises(MoveNotAllowed, match="Say why"):
        reopen_clash(number, "", doing=doing(OFFICER))


def test_what_has_a_restricted_side_is_there_for_those_named_in_it_only():
    let_in(OFFICER)
    reference = sent()
    told()
    found()
    named = somebody("Nina", "manager")
    restrict_request(reference, people=[], reason="It is about us", doing=doing_by(named))
    number = Clash.objects.get().pk

    with pytest.raises(ClashNotFound):
        settle(number, by=MANAGER)
    settle(number, by=named)

    assert Clash.objects.get().settled_by == named.key


def test_what_is_gone_cannot_be_settled():
    number = both()
    withdraw_entry("OPA", "7000002", reason="Mistaken", by="M", at=LATER)
    found()

    with pytest.raises(ClashNotFound):
        settle(number)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_settles_it_and_the_other_is_told():
    number = both()
    begin, became = threading.Barrier(2), {}

    def say(who):
        begin.wait()
        try:
            settle(number, by=who)
            became[who.key] = ""
        except TooLate as refusal:
            became[who.key] = str(refusal)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=say, args=[who]) for who in (OFFICER, MANAGER)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    (winner,) = [key for key, refusal in became.items() if not refusal]
    (refusal,) = [refusal for refusal in became.values() if refusal]
    assert Clash.objects.get().settled_by == winner
    assert refusal.startswith(f"{winner} settled it already")

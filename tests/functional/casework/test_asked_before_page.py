"""Whether a whole request was asked before: how many of its questions stand in which earlier request."""

import datetime as dt
from html import unescape

import pytest

from answerable.actions.casework import restrict_request
from answerable.queries import search
from answerable.queries.casework import on_file
from answerable.queries.casework.asked_before import asked_before
from answerable.records.casework.models import Question, Request
from tests.functional.casework.conftest import seen
from tests.support.casework import (
    AT,
    DISCLOSED,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    arrive,
    begun,
    doing_by,
    drafted,
)
from tests.support.entries import OTHER, keep, make_entry, make_question
from tests.support.indexed import indexed
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
SKIPS, LIFTS, PARROTS = (
    "How many skips were hired in 2021?",
    "Who repairs your lifts?",
    "How many parrots do you keep?",
)
ASKED = f"1. {SKIPS}\n2. {LIFTS}\n3. {PARROTS}"
ADDRESS = "/requests/2025-0001/asked-before/"
EARLIER = {"at": AT - dt.timedelta(days=30), "month": "2025-08"}


def published(reference, *texts, **more):
    """Let an entry with some questions stand in the log."""
    questions = [make_question(str(place), text) for place, text in enumerate(texts, start=1)]
    keep(make_entry(reference, questions=questions), **{**EARLIER, **more})


def sent(reference="2025-0001"):
    """Let a request with the three questions have been answered."""
    drafted("1", "2", "3", draft=DISCLOSED, text=ASKED)
    Question.objects.filter(request__reference=reference).update(stage="sent")
    Request.objects.filter(reference=reference).update(stage="sent")


def again(sender="An asker <a@example.org>", text=ASKED):
    """Let the same come in another time; return its reference."""
    (taken,) = arrive(make_mail(Message_ID="<9@x.example>", From=sender, text=text))
    return taken.reference


def page(as_, address=ADDRESS):
    indexed()
    return unescape(seen(as_(OFFICER).get(address)))


def test_the_page_says_how_much_stands_in_which_earlier_request(as_):
    begun(ASKED)
    published("7000001", SKIPS.replace("2021", "2019"), LIFTS)
    published("7000002", SKIPS, LIFTS, PARROTS, month="2025-07")
    published("7000003", PARROTS, body=OTHER)

    shown = page(as_)

    heads = [shown.index(words) for words in (
        "3 of its 3 questions stand in", "1 of its 3 questions stands in", "Theirs",
    )]  # fmt: skip
    assert heads == sorted(heads)
    assert "</a>, 1 for another time</h2>" in shown
    assert "Answered in July 2025" in shown
    assert OTHER.name in shown
    assert "asks for 2021, the earlier for 2019" in shown.lower()
    assert "Asked in no earlier request" not in shown


def test_the_page_of_the_request_leads_there(as_):
    begun(ASKED)

    assert ADDRESS in page(as_, "/requests/2025-0001/")
    shown = page(as_)
    assert "None of its questions stands in an earlier request" in shown
    assert 'href="/words/"' in shown


def test_what_stands_nowhere_is_named(as_):
    begun(ASKED)
    published("7000001", SKIPS)

    assert "Asked in no earlier request: question 2, question 3." in page(as_)


def test_an_answer_that_was_sent_and_published_is_one_request(as_):
    sent()
    published("2025-0001", SKIPS, LIFTS, PARROTS)
    reference = again("Bo <bo@example.org>")

    shown = page(as_, f"/requests/{reference}/asked-before/")

    assert shown.count("of its 3 questions") == 1
    assert 'href="/requests/2025-0001/"' in shown
    assert "Somebody else, or somebody who is not known to be the same person" in shown
    assert 'href="/campaigns/"' in shown


def test_a_request_is_not_found_in_itself(as_):
    sent()

    assert "None of its questions" in page(as_)


def test_who_asks_it_all_again_is_seen_at_once_and_nothing_is_decided(as_):
    sent()
    asker = Request.objects.get().requester
    reference = again(f"{asker.name} <{asker.address}>")

    shown = page(as_, f"/requests/{reference}/asked-before/")

    assert "The same person asked all of it in 2025-0001" in shown
    assert f'href="/requests/{reference}/links/?other=2025-0001#link"' in shown
    assert asker.name not in shown
    assert asker.address not in shown
    assert "Somebody else" not in shown
    # The earlier one, looked at now, repeats nothing.
    Question.objects.filter(request__reference=reference).update(stage="sent")
    assert "The same person" not in page(as_)


def test_a_restricted_request_is_none_for_others(as_):
    sent()
    reference = again("Bo <bo@example.org>")
    restrict_request("2025-0001", people=[], reason="It is about us", doing=doing_by(MANAGER))
    indexed()

    address = f"/requests/{reference}/asked-before/"
    assert "None of its questions" in unescape(seen(as_(OTHER_OFFICER).get(address)))
    assert as_(OTHER_OFFICER).get(ADDRESS).status_code == 404
    assert asked_before("2025-0001", viewer=OTHER_OFFICER, at=AT) is None


def test_of_very_many_questions_the_first_are_looked_up(as_, monkeypatch):
    looked = []
    monkeypatch.setattr(on_file, "sent_like", lambda *_, **__: ())
    monkeypatch.setattr(on_file, "published_like", lambda text, **_: looked.append(text) or ())
    begun("\n".join(f"{one}. How many parrots of kind {one} do you keep?" for one in range(1, 56)))

    assert "Its first 50 questions were looked up, of 55" in page(as_)
    assert len(looked) == 50


def test_where_search_cannot_be_used_the_page_says_so(as_, monkeypatch):
    def gone(*_, **__):
        raise search.SearchUnavailable

    begun(ASKED)
    monkeypatch.setattr(on_file, "published_like", gone)

    assert "Search cannot be used just now" in page(as_)


def test_a_request_without_a_question_says_so(as_):
    begun(ASKED)
    Question.objects.all().delete()

    assert "It has no question yet" in page(as_)

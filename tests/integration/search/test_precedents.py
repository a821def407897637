"""Earlier questions like one are found in what is published, and in what was answered here."""

import datetime as dt
import shutil

import pytest

from answerable.actions import question_index
from answerable.actions.archive import withdraw_entry
from answerable.actions.casework import restrict_request
from answerable.actions.casework.indexing import index_changes, rebuild_casework_index
from answerable.actions.casework.question_indexing import mend_sent_questions
from answerable.actions.question_index import mend_questions, refresh_questions
from answerable.actions.search_index import rebuild_index, refresh_at_once, refresh_index
from answerable.jobs.questions import index_questions
from answerable.queries.archive import change_number
from answerable.queries.casework.precedents import sent_index, sent_like
from answerable.queries.casework.searching import SearchUnavailable as CaseworkUnavailable
from answerable.queries.precedents import published_index, published_like, question_reader
from answerable.queries.search import SearchUnavailable
from answerable.records.archive.models import ChangeCounter, Entry
from answerable.records.casework.models import Question, Request
from answerable.records.ledger.models import LedgerHead
from tests.support.accounts import let_in
from tests.support.casework import INTAKE, MANAGER, OFFICER, doing_by, drafted
from tests.support.entries import AT, OTHER, keep, make_entry, make_question

pytestmark = pytest.mark.django_db
ASKED_ON = AT.date()
LATER = AT + dt.timedelta(days=1)
TANDEMS = "How many tandems do you own?"
REPAIRED = "How many tandems were repaired by the workshop?"


def published(text=TANDEMS, at=LATER):
    return published_like(text, asked_on=ASKED_ON, at=at, most=5)


def indexed(text=TANDEMS):
    """Return what the index holds, whatever the database says."""
    found = published_index().candidates(question_reader().asked(text, ASKED_ON))
    return [one.kept.filed.text for one in found]


def sent(viewer=MANAGER):
    return sent_like(
        "Tandems repaired by the workshop", asked_on=ASKED_ON, viewer=viewer, at=LATER, most=5
    )


@pytest.fixture
def log():
    """An entry with a question, indexed."""
    keep(make_entry(questions=(make_question(text=TANDEMS),)))
    rebuild_index(at=AT)


@pytest.fixture
def answered():
    """A request whose one question was answered, indexed."""
    let_in(OFFICER)
    reference = drafted("", text=REPAIRED)
    Question.objects.update(stage="sent")
    Request.objects.update(stage="sent")
    rebuild_casework_index()
    return reference


def test_a_published_question_is_found_with_its_relation_and_its_address(log):
    (found,) = published("Number of tandems that you own")

    assert found.related.relation == "same"
    assert found.filed.address.endswith("/1")
    assert not found.filed.is_theirs


def test_what_another_body_decided_is_marked_as_theirs():
    keep(make_entry(questions=(make_question(text=TANDEMS),)), body=OTHER)
    refresh_index(at=AT)

    (found,) = published()

    assert (found.filed.body, found.filed.is_theirs) == (OTHER.name, True)


def test_only_an_answer_that_was_sent_is_found_among_our_own(answered):
    assert [one.filed.text for one in sent()] == [REPAIRED]

    Question.objects.update(stage="open")
    assert sent() == ()
    rebuild_casework_index()
    assert list(sent_index().candidates(question_reader().asked(REPAIRED, ASKED_ON))) == []


def test_an_entry_that_was_withdrawn_is_shown_no_more_and_leaves_the_index(log):
    withdraw_entry("OPA", "7000001", reason="It named a person", by="a manager", at=LATER)

    assert indexed() == [TANDEMS]
    assert published() == ()
    refresh_index(at=LATER)
    assert indexed() == []


def test_what_came_since_is_found_after_a_refresh(log):
    keep(make_entry(ref="7000002", questions=(make_question(text="Who oils the tandems?"),)))

    assert refresh_at_once(at=LATER)

    assert sorted(indexed("Tandems")) == [TANDEMS, "Who oils the tandems?"]
    assert published_index().made().change == change_number()


def test_an_old_index_shows_what_the_archive_says_now(log):
    entry = Entry.objects.get()
    entry.content["questions"][0] |= {"answer": "Eight, since Monday.", "text": "Tandems owned"}
    entry.save()

    (found,) = published()

    assert (found.filed.text, found.filed.answer) == ("Tandems owned", "Eight, since Monday.")


def test_a_kill_between_the_archive_and_the_index_is_mended_by_the_next_refresh(log, monkeypatch):
    keep(make_entry(ref="7000002", questions=(make_question(text="Who oils the tandems?"),)))

    def killed(since, *, at):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(question_index, "changed_questions", killed)
        with pytest.raises(KeyboardInterrupt):
            refresh_index(at=LATER)
    assert indexed("Who oils the tandems?") == [TANDEMS]

    refresh_index(at=LATER)
    assert sorted(indexed("Tandems")) == [TANDEMS, "Who oils the tandems?"]


def test_without_an_index_it_is_said_and_the_next_refresh_makes_one(log, answered, settings):
    shutil.rmtree(settings.ANSWERABLE_QUESTION_INDEX)
    shutil.rmtree(settings.ANSWERABLE_CASEWORK_QUESTION_INDEX)

    with pytest.raises(SearchUnavailable, match="make it with `answerable index`"):
        published()
    with pytest.raises(CaseworkUnavailable, match="make it with `answerable index --casework`"):
        sent()

    refresh_index(at=LATER)
    index_changes()
    assert len(published()) == len(sent()) == 1


def test_a_damaged_index_is_said_and_made_anew(log, answered, settings):
    for folder in (settings.ANSWERABLE_QUESTION_INDEX, settings.ANSWERABLE_CASEWORK_QUESTION_INDEX):
        for part in folder.rglob("meta.json"):
            part.write_bytes(b"{")

    with pytest.raises(SearchUnavailable, match="damaged"):
        published()
    with pytest.raises(CaseworkUnavailable, match="damaged"):
        sent()

    refresh_index(at=LATER)
    index_changes()
    assert len(published()) == len(sent()) == 1


def test_an_index_of_a_newer_database_is_made_anew(log, answered):
    ChangeCounter.objects.update(number=0)
    LedgerHead.objects.update(number=1)

    refresh_questions(at=LATER)
    index_changes()

    assert published_index().made().change == 0
    assert sent_index().made().change == 1
    assert len(published()) == len(sent()) == 1


def test_an_index_that_was_made_with_other_words_answers_until_the_job_makes_it_anew(log, answered):
    assert index_questions() == ""
    keep(make_entry(ref="1", questions=(make_question(text="Who oils?"),)), body=OTHER)

    refresh_index(at=LATER)
    assert len(published()) == len(sent()) == 1
    assert index_questions() == "published and answered questions indexed anew"
    assert (mend_questions(at=LATER), mend_sent_questions()) == (False, False)
    assert len(published()) == len(sent()) == 1


def test_a_restricted_request_is_found_by_those_named_alone(answered):
    restrict_request(answered, people=[OFFICER.key], reason="Staff", doing=doing_by(MANAGER))

    assert sent(INTAKE) == ()
    assert len(sent(OFFICER)) == 1
    index_changes()
    asked = question_reader().asked(REPAIRED, ASKED_ON)
    assert list(sent_index().candidates(asked, viewer_key=INTAKE.key)) == []
    assert len(sent(OFFICER)) == 1


def test_a_request_that_is_gone_leaves_the_index(answered):
    restrict_request(answered, people=[], reason="Staff", doing=doing_by(MANAGER))
    Request.objects.update(reference="2024-0001", is_restricted=False)

    index_changes()

    assert sent() == ()

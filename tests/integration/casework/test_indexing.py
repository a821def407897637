"""The casework index follows the ledger: what is found is what is so, and what is hidden is gone at once."""

import fcntl
import shutil
from contextlib import contextmanager

import pytest

from answerable.actions.casework import (
    add_note,
    assign_request,
    indexing,
    lift_restriction,
    restrict_request,
    write_decision,
)
from answerable.actions.casework.indexing import freshen, index_changes, rebuild_casework_index
from answerable.matching.case_search import CaseFilters
from answerable.queries.casework.changes import last_change
from answerable.queries.casework.documents import case_documents, documents_of
from answerable.queries.casework.searching import (
    CaseworkSearch,
    SearchUnavailable,
    casework_index,
    search_requests,
)
from answerable.records.casework.models import Request
from answerable.records.ledger.models import LedgerHead
from tests.support.casework import (
    AUDITOR,
    INTAKE,
    MANAGER,
    OFFICER,
    WITHHELD,
    arrive,
    begun,
    doing_by,
)
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db


def found(text="", viewer=MANAGER, **filters):
    wanted = CaseworkSearch(text=text, filters=CaseFilters(**filters))
    return [(hit.reference, hit.label) for hit in search_requests(wanted, viewer=viewer).hits]


def total(text, viewer):
    return search_requests(CaseworkSearch(text=text), viewer=viewer).total


@pytest.fixture
def indexed(db):
    """A request with two questions, indexed."""
    reference = begun(text="1. How many tandems?\n2. Who pays for them?\n\nYours, A. Person")
    rebuild_casework_index()
    return reference


def test_what_was_done_a_moment_ago_is_found(indexed):
    write_decision(indexed, "2", WITHHELD, doing=doing_by(OFFICER))
    add_note(indexed, "Ask the quartermaster.", doing=doing_by(OFFICER))

    assert found("quartermaster") == []
    assert freshen() == 0
    assert found("quartermaster") == [(indexed, None)]
    assert found("tandems", kinds=("question",)) == [(indexed, "1")]
    assert found(exemptions=("31",)) == [(indexed, "2")]
    assert found(outcomes=("withheld",), officers=(OFFICER.key,)) == [(indexed, "2")]
    assert freshen() == 0


def test_only_requests_that_changed_are_indexed_again(indexed, monkeypatch):
    arrive(make_mail(text="How many quokkas?", Message_ID="<2@example.org>", From="b@example.org"))
    monkeypatch.setattr(indexing, "_LINES", 1)

    assert index_changes() == 1
    assert [one for one, label in found("quokkas") if label is None] == ["2025-0002"]
    assert casework_index_mark() == last_change()
    assert index_changes() == 0


def casework_index_mark():
    from django.conf import settings

    return casework_index(settings.ANSWERABLE_CASEWORK_INDEX).mark()


def test_a_request_that_is_gone_is_taken_out(indexed):
    add_note(indexed, "To be removed.", doing=doing_by(OFFICER))
    Request.objects.filter(reference=indexed).update(reference="2024-0001")

    index_changes()

    assert total("tandems", MANAGER) == 0


def test_a_restricted_request_is_found_by_those_named_only(indexed):
    restrict_request(indexed, people=[AUDITOR.key], reason="Staff", doing=doing_by(MANAGER))
    freshen()

    assert total("tandems", INTAKE) == 0
    assert found("tandems", INTAKE) == []
    assert total("tandems", OFFICER) == total("tandems", AUDITOR) == 2

    lift_restriction(indexed, reason="Over", doing=doing_by(MANAGER))
    freshen()
    assert total("tandems", INTAKE) == 2


def test_what_was_restricted_is_hidden_even_while_many_changes_wait(indexed, monkeypatch):
    monkeypatch.setattr(indexing, "FEW", 0)
    add_note(indexed, "Ask the quartermaster.", doing=doing_by(OFFICER))
    mark = casework_index_mark()
    assert freshen() == 1
    restrict_request(indexed, people=[], reason="Staff", doing=doing_by(MANAGER))

    assert freshen() == 2
    assert total("tandems", INTAKE) == 0
    assert total("tandems", OFFICER) == 2
    # The changes between are still to be indexed.
    assert casework_index_mark() == mark


def test_the_database_is_asked_again_whatever_the_index_says(indexed):
    Request.objects.filter(reference=indexed).update(is_restricted=True)

    assert found("tandems", INTAKE) == []


@contextmanager
def somebody_writes(settings):
    with (settings.ANSWERABLE_CASEWORK_INDEX / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def test_a_search_waits_for_nobody_who_writes_the_index(indexed, settings):
    add_note(indexed, "Ask the quartermaster.", doing=doing_by(OFFICER))
    with somebody_writes(settings):
        assert freshen() == 1
        restrict_request(indexed, people=[], reason="Staff", doing=doing_by(MANAGER))
        with pytest.raises(SearchUnavailable, match="try again in a minute"):
            freshen()


def test_an_index_that_is_missing_damaged_or_of_another_database_is_said_and_made_anew(
    indexed, settings
):
    folder = settings.ANSWERABLE_CASEWORK_INDEX
    shutil.rmtree(folder)
    with pytest.raises(SearchUnavailable, match="no casework index"):
        freshen()
    with pytest.raises(SearchUnavailable, match="no casework index"):
        found("tandems")
    assert index_changes() == 1

    for part in folder.rglob("*.store"):
        part.write_bytes(b"")
    for part in folder.rglob("meta.json"):
        part.write_bytes(b"{")
    with pytest.raises(SearchUnavailable, match="damaged"):
        freshen()
    assert index_changes() == 1

    LedgerHead.objects.update(number=1)
    with pytest.raises(SearchUnavailable, match="another database"):
        freshen()
    assert index_changes() == 1
    assert freshen() == 0


def test_only_intake_finds_a_request_by_who_asked_and_nobody_is_shown_them(indexed):
    assert found("a.person@example.org", OFFICER) == found("person", MANAGER) == []

    (hit,) = search_requests(CaseworkSearch(text="a.person@example.org"), viewer=INTAKE).hits
    assert (hit.reference, hit.label, hit.is_by_requester, hit.snippet) == (indexed, None, True, ())


def test_documents_hold_what_is_searched_and_no_requester(indexed):
    write_decision(indexed, "2", WITHHELD, doing=doing_by(OFFICER))
    assign_request(indexed, officer=OFFICER, team="south", doing=doing_by(MANAGER))
    add_note(indexed, "A. Person rang.", doing=doing_by(OFFICER))

    (document,) = documents_of([indexed, "2020-0001"])

    assert list(case_documents()) == [document]
    assert document.people == ("A. Person", "a.person@example.org")
    assert document.notes == ("[the requester] rang.",)
    assert "Person" not in document.text
    assert document.questions[1].exemptions == ("31(1)(a)",)
    assert WITHHELD.decision.grounds[0].harm in document.questions[1].reasons
    assert (document.standing.team, document.standing.officer) == ("south", OFFICER.key)


def test_documents_are_read_in_batches_of_any_size(indexed, monkeypatch):
    from answerable.queries.casework import documents

    for number in range(2, 5):
        mail = make_mail(Message_ID=f"<{number}@example.org>", From=f"{number}@example.org")
        arrive(mail)
    whole = [one.reference for one in case_documents()]
    monkeypatch.setattr(documents, "_BATCH", 2)

    assert [one.reference for one in case_documents()] == whole
    assert len(whole) == 4

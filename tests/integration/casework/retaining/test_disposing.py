"""What was kept for its time is listed by one person, approved by another, and goes whole."""

import datetime as dt

import pytest

from answerable.actions.casework import RequestNotFound, add_note, restrict_request
from answerable.actions.casework.indexing import index_changes
from answerable.actions.casework.linking import link_requests
from answerable.actions.casework.retaining import (
    DisposalNotFound,
    approve_disposal,
    dispose_approved,
    drop_disposal,
    finish_disposals,
    hold_request,
    lift_hold,
    list_disposal,
    spare_request,
)
from answerable.domain.questions.linking import LinkKind
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework import retention
from answerable.queries.casework.disposals import disposal_page, disposed_request
from answerable.queries.casework.retention import retention_page
from answerable.queries.ledger import checked_lines, ledger_rows
from answerable.records.casework.models import (
    DisposalItem,
    DisposalList,
    Message,
    Outgoing,
    Question,
    Request,
)
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support.casework import AT, AUDITOR, INTAKE, MANAGER, OFFICER, doing_by, somebody
from tests.support.ended import (
    LATER,
    SCHEDULE,
    answered,
    approved,
    closed,
    later,
    listed,
    machine,
    opened,
)

pytestmark = pytest.mark.django_db
OTHER = somebody("Max", "manager")
WORD = "Xyzzyquux"
"""No four letters of it stand in another word: the files of an index are pressed, and would keep only the rest of it."""


def items():
    found = DisposalItem.objects.order_by("pk")
    return {one.reference: (one.state, one.because) for one in found}


def dispose(at=LATER):
    gone = dispose_approved(schedule=SCHEDULE, doing=machine(at=at))
    return gone, finish_disposals(doing=machine(at=at))


def test_a_request_goes_with_a_stub_and_a_line_and_stays_gone():
    reference = closed()
    approved()

    assert dispose() == (1, 1)
    assert dispose() == (0, 0)

    assert not Request.objects.exists()
    stub = disposed_request(reference)
    assert (str(stub.closed_on), stub.questions, stub.rule) == ("2025-10-06", 2, "closed")
    assert (stub.listed_by, stub.approved_by) == (INTAKE.key, MANAGER.key)
    told = [one.action for one in ledger_rows(subject=f"request {reference}", last=9)]
    assert told[-1] == "request disposed of"
    assert DisposalList.objects.get().state == "done"
    *_, checked = checked_lines()
    assert not checked.problems


def test_each_request_is_listed_once_however_many_are_looked_at_together(monkeypatch):
    monkeypatch.setattr(retention, "_BATCH", 1)
    both = [closed(1), closed(2)]

    listed()

    assert list(items()) == both


def test_nothing_goes_before_its_day():
    closed()

    with pytest.raises(MoveNotAllowed, match="Nothing is due today"):
        list_disposal(schedule=SCHEDULE, doing=later(INTAKE, at=LATER - dt.timedelta(days=1)))


def test_an_answered_request_is_kept_by_its_own_rule(office):  # noqa: F811 the fixture above
    reference = answered()

    page = retention_page(reference, schedule=SCHEDULE)

    assert (page.kept.rule.end, str(page.kept.due_on)) == ("answered", "2028-10-06")


def test_one_that_is_open_is_kept():
    page = retention_page(opened(), schedule=SCHEDULE)

    assert page.kept is None
    assert "It has not ended" in page.words


def test_what_was_no_request_at_all_ends_without_a_question():
    reference = closed()
    Question.objects.all().delete()
    Request.objects.update(stage="open", validity="no request", validated_at=AT)

    page = retention_page(reference, schedule=SCHEDULE)

    assert (page.kept.rule.end, str(page.kept.due_on)) == ("no request", "2026-10-06")


def test_whoever_listed_does_not_approve():
    closed()
    number = list_disposal(schedule=SCHEDULE, doing=later(MANAGER))

    with pytest.raises(MoveNotAllowed, match="You wrote it: somebody else must approve it"):
        approve_disposal(number, doing=later(MANAGER))
    with pytest.raises(MoveNotAllowed, match="is for managers"):
        approve_disposal(number, doing=later(INTAKE))
    with pytest.raises(MoveNotAllowed, match="is for intake staff and managers"):
        list_disposal(schedule=SCHEDULE, doing=later(AUDITOR))

    approve_disposal(number, doing=later(OTHER))
    with pytest.raises(MoveNotAllowed, match="is approved: it cannot be changed"):
        drop_disposal(number, doing=later(MANAGER))


def test_nothing_goes_that_nobody_approved():
    closed()
    listed()

    assert dispose() == (0, 0)


def test_a_request_stands_on_one_list_at_a_time():
    closed()
    number = listed()
    with pytest.raises(MoveNotAllowed, match="on a list already"):
        listed()

    drop_disposal(number, doing=later(INTAKE))

    assert listed() == number + 1


def test_one_is_spared_with_a_reason_and_the_others_go():
    first, second = closed(1), closed(2)
    number = listed()
    with pytest.raises(MoveNotAllowed, match="Say why"):
        spare_request(number, first, reason=" ", doing=later(INTAKE))
    with pytest.raises(DisposalNotFound, match="2025-0009 is not on disposal list 1"):
        spare_request(number, "2025-0009", reason="Why not", doing=later(INTAKE))

    spare_request(number, first, reason="The inquiry asked for it", doing=later(INTAKE))
    approve_disposal(number, doing=later(MANAGER))

    assert dispose() == (1, 1)
    assert items() == {
        first: ("spared", "The inquiry asked for it"),
        second: ("disposed of", ""),
    }
    with pytest.raises(MoveNotAllowed, match="cannot be spared any more"):
        spare_request(number, second, reason="Too late", doing=later(INTAKE))


def _held(reference):
    hold_request(reference, reason="An inquiry", doing=later(MANAGER))


def _linked(reference):
    link_requests(reference, opened(), LinkKind.FOLLOWS, doing=later(INTAKE))


def _mailed(reference):
    Outgoing.objects.create(
        key="k", message_id="k", request=Request.objects.get(reference=reference), text="",
        address="a@example.org", written_at=AT, next_at=AT,
    )  # fmt: skip


def _written_to(_):
    Message.objects.update(is_unseen=True)


def _opened(reference):
    Question.objects.filter(request__reference=reference).update(stage="open")


MEANWHILE = [
    (_held, "It is held"),
    (_linked, "It is linked to 2025-0002, which is still open"),
    (_mailed, "A mail of it has not left yet"),
    (_written_to, "A message came to it that nobody has looked at"),
    (_opened, "It is open again"),
]


@pytest.mark.parametrize(("happen", "words"), MEANWHILE)
def test_what_became_of_it_meanwhile_spares_it(happen, words):
    reference = closed()
    approved()

    happen(reference)

    assert dispose()[0] == 0
    assert items() == {reference: ("spared", words)}
    with pytest.raises(MoveNotAllowed, match="Nothing is due today"):
        listed()


def test_a_hold_is_lifted_with_a_reason():
    reference = closed()
    hold_request(reference, reason="An inquiry", doing=later(MANAGER))
    with pytest.raises(MoveNotAllowed, match="It is held already"):
        hold_request(reference, reason="Another", doing=later(MANAGER))
    with pytest.raises(MoveNotAllowed, match="Holding a request back from disposal is for"):
        lift_hold(reference, reason="Done", doing=later(OFFICER))

    lift_hold(reference, reason="It is over", doing=later(MANAGER))

    assert listed() == 1
    with pytest.raises(MoveNotAllowed, match="It is not held"):
        lift_hold(reference, reason="It is over", doing=later(MANAGER))


def test_a_restricted_request_is_listed_and_approved_by_those_it_names_only():
    hidden, plain = closed(1), closed(2)
    restrict_request(hidden, people=[INTAKE.key], reason="A colleague", doing=doing_by(MANAGER))
    number = listed()

    with pytest.raises(MoveNotAllowed, match="restricted to others"):
        approve_disposal(number, doing=later(OTHER))
    page = disposal_page(number, viewer=OTHER, schedule=SCHEDULE)
    assert ([one.reference for one in page.items], page.hidden) == ([plain], 1)
    with pytest.raises(DisposalNotFound):
        spare_request(number, hidden, reason="Why not", doing=later(OTHER))

    approve_disposal(number, doing=later(MANAGER))
    assert dispose() == (2, 1)


def test_a_list_on_which_all_were_spared_is_not_approved():
    reference = closed()
    number = listed()
    spare_request(number, reference, reason="An inquiry", doing=later(INTAKE))

    with pytest.raises(MoveNotAllowed, match="there is nothing to approve"):
        approve_disposal(number, doing=later(MANAGER))
    with pytest.raises(DisposalNotFound, match="There is no disposal list 7"):
        approve_disposal(7, doing=later(MANAGER))


def test_the_files_of_the_index_hold_nothing_of_it_any_more(settings):
    reference = closed()
    add_note(reference, WORD, doing=doing_by(OFFICER))
    index_changes()
    assert _is_in(settings.ANSWERABLE_CASEWORK_INDEX)
    approved()

    dispose()

    assert not _is_in(settings.ANSWERABLE_CASEWORK_INDEX)


def _is_in(folder):
    word = WORD.lower().encode()
    return any(word in one.read_bytes().lower() for one in folder.rglob("*") if one.is_file())


def test_a_disposed_request_cannot_be_held():
    reference = closed()
    approved()
    dispose()

    with pytest.raises(RequestNotFound):
        hold_request(reference, reason="An inquiry", doing=later(MANAGER))

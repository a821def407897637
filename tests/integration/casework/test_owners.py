"""The list of information owners, and who may keep it."""

import pytest

from answerable.actions.casework.owners import OwnerRefused, add_owner, change_owner, end_owner
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.queries.casework.owners import owner_row, owners
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import NamedPerson, Request
from tests.support.casework import AT, doing_by
from tests.support.contributions import OFFICER, OWNER, answer, ask, request_with_owner

pytestmark = pytest.mark.django_db
DOING = doing_by(OFFICER)
TODAY = AT.date()


def add(email=OWNER, name="Wim Owner", area=""):
    return add_owner(email, name=name, area=area, doing=DOING)


def test_an_owner_is_added_changed_ended_and_comes_back():
    assert add(" Wim@Body.example ", name=" Wim\n Owner ", area="Printers") == OWNER
    change_owner(OWNER, name="Wim W. Owner", area="Paper", is_external=False, doing=DOING)
    change_owner(OWNER, name="Wim W. Owner", area="Paper", is_external=False, doing=DOING)
    end_owner(OWNER, doing=DOING)
    end_owner(OWNER, doing=DOING)

    assert owners(viewer=OFFICER, today=TODAY) == ()
    (ended,) = owners(viewer=OFFICER, today=TODAY, with_ended=True)
    assert (ended.name, ended.area, ended.is_active) == ("Wim W. Owner", "Paper", False)
    add(OWNER.upper(), name="Wim")
    assert owner_row(OWNER, viewer=OFFICER, today=TODAY).is_active
    lines = ledger_rows(subject=f"information owner {OWNER}")
    assert [one.action.split()[1] for one in lines] == ["added", "changed", "ended", "added"]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"email": "wim"}, "'wim' is no e-mail address: write it as name@example.org"),
        ({"email": f"{'x' * 60}@{'y.' * 100}example"}, "no e-mail address|too long"),
        ({"name": " "}, "Give the owner a name"),
        ({"name": "x" * 201}, "200 letters each"),
        ({"area": "x" * 201}, "200 letters each"),
        ({}, "is on the list already, as Wim Owner"),
    ],
)
def test_an_entry_that_will_not_do_is_refused(given, refusal):
    add()

    with pytest.raises(OwnerRefused, match=refusal):
        add(**{"email": OWNER, **given})


def test_an_owner_of_another_body_is_known_as_one_until_that_changes():
    add()
    change_owner(OWNER, name="Wim Owner", area="", is_external=True, doing=DOING)
    assert owner_row(OWNER, viewer=OFFICER, today=TODAY).is_external

    change_owner(OWNER, name="Wim Owner", area="", is_external=False, doing=DOING)

    assert not owner_row(OWNER, viewer=OFFICER, today=TODAY).is_external
    lines = ledger_rows(subject=f"information owner {OWNER}")
    assert [one.data["is_external"] for one in lines] == [False, True, False]


def test_one_who_is_not_on_the_list_is_neither_changed_nor_ended():
    with pytest.raises(OwnerRefused, match="There is no information owner"):
        change_owner("x@y.example", name="X", area="", is_external=False, doing=DOING)
    with pytest.raises(OwnerRefused, match="check the address"):
        end_owner("x@y.example", doing=DOING)
    assert owner_row("x@y.example", viewer=OFFICER, today=TODAY) is None


def test_an_owner_for_whom_a_question_waits_stays_on_the_list():
    request_with_owner()
    ask()

    with pytest.raises(OwnerRefused, match="Wim Owner has still something to answer"):
        end_owner(OWNER, doing=DOING)
    answer()
    end_owner(OWNER, doing=DOING)

    assert not owner_row(OWNER, viewer=OFFICER, today=TODAY).is_active


def test_what_an_owner_has_to_answer_is_counted_for_those_who_may_see_it():
    request_with_owner()
    ask()
    Request.objects.update(is_restricted=True)
    administrator = Actor("a@body.example", "A", frozenset({Role.ADMINISTRATOR}))

    for viewer in (OFFICER, administrator):
        assert owner_row(OWNER, viewer=viewer, today=TODAY).waiting == 0
    NamedPerson.objects.create(request=Request.objects.get(), key=OFFICER.key)
    assert owner_row(OWNER, viewer=OFFICER, today=TODAY).waiting == 1
    assert owners(viewer=administrator, today=TODAY)[0].waiting == 0


@pytest.mark.parametrize("role", [Role.CHECKER, Role.AUDITOR])
def test_whoever_may_not_keep_the_list_reads_why(role):
    reader = Actor("r@body.example", "R", frozenset({role}))

    with pytest.raises(MoveNotAllowed, match="Keeping the list of information owners is for"):
        add_owner(OWNER, name="Wim", doing=doing_by(reader))

"""The directory of other bodies, and questions that are sent on to them."""

import pytest

from answerable.actions.casework import DecisionNotLawful, Draft, put_forward, write_decision
from answerable.actions.casework.bodies.keeping import (
    BodyEntry,
    BodyRefused,
    add_body,
    change_body,
    load_directory,
    retire_body,
)
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.decisions.signposts import Transfer
from answerable.domain.law.bodies import listed_bodies
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.bodies import bodies, body_choices, body_row
from answerable.queries.casework.transfers import transfer_page
from answerable.queries.ledger import ledger_rows
from answerable.records.casework.models import Outgoing
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import later_scenes, scenes
from tests.support.casework import (
    AT,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    doing_by,
)
from tests.support.challenges import site_office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
KENT = "kent-police"
PENS = "office-of-pens"


def test_the_directory_begins_with_the_forces_of_england_and_wales():
    load_directory(at=AT)

    assert sum(one.is_force for one in bodies()) == 43
    assert not any(one.is_reachable for one in bodies())
    assert [one.name for one in bodies("powys police")] == ["Dyfed-Powys Police"]


def test_loading_it_again_keeps_what_staff_made_of_it():
    load_directory(at=AT)
    entry = BodyEntry("Police of Kent", is_force=True, email="foi@kent.example")
    change_body(KENT, entry, doing=doing_by(INTAKE))
    retire_body(KENT, doing=doing_by(INTAKE))

    assert load_directory(at=AT) == 0

    kept = body_row(KENT)
    assert (kept.name, kept.email, kept.is_active) == ("Police of Kent", "foi@kent.example", False)
    assert KENT not in dict(body_choices())
    assert len(bodies()) == len(listed_bodies())


def test_the_ledger_says_which_fields_were_changed_and_not_what_stands_in_them():
    load_directory(at=AT)
    entry = BodyEntry("Kent Police", is_force=True, area="Kent and Medway", phone="101")
    change_body(KENT, entry, doing=doing_by(INTAKE))

    (row,) = ledger_rows(subject=f"body {KENT}")
    assert (row.action, row.data) == ("body changed", {"name": "Kent Police", "fields": ["phone"]})


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        (BodyEntry(" "), "Give the body its name"),
        (BodyEntry("…"), "is no name"),
        (BodyEntry("Kent Police"), "is in the directory already"),
        (BodyEntry("Ink", email="ink"), "'ink' is no e-mail address"),
        (BodyEntry("Ink", website="javascript:alert(1)"), "is no address of a website"),
        (BodyEntry("Ink", phone="0" * 61), "The phone can have 60 characters"),
    ],
)
def test_an_entry_that_letters_could_not_say_is_refused(entry, refusal):
    load_directory(at=AT)

    with pytest.raises(BodyRefused, match=refusal):
        add_body(entry, doing=doing_by(OFFICER))


def test_a_checker_keeps_no_directory():
    with pytest.raises(MoveNotAllowed):
        add_body(BodyEntry("Ink"), doing=doing_by(CHECKER))


def leave():
    """Let the decisions of the scene leave by post."""
    put_forward(REF, scenes.BOTH, doing=doing_by(OFFICER))
    scenes.check_draft(REF, scenes.BOTH, doing=doing_by(CHECKER))
    scenes.clear_draft(REF, scenes.BOTH, doing=doing_by(MANAGER))
    letter = scenes.draft()
    scenes.send_by("post")
    assert not Outgoing.objects.filter(key__startswith="transfer").exists()
    scenes.record_posted(REF, 1, doing=doing_by(INTAKE))
    return letter


def test_the_letter_says_how_to_reach_a_body_by_what_is_filled_in():
    later_scenes.transferring()

    letter = leave()

    assert "Office of Pens (foi@pens.example, 0300 000 0000)" in repr(letter.letter)


def test_a_question_goes_on_when_its_answer_has_left_without_who_asked():
    later_scenes.transferring()
    leave()

    mail = Outgoing.objects.get(key__startswith="transfer")
    assert mail.address == "foi@pens.example"
    assert "How many printers do you have?" in mail.text
    assert "a.person@example.org" not in mail.text
    assert site_office().body in mail.text
    assert site_office().email in mail.text
    (line,) = [
        row for row in ledger_rows(subject=f"request {REF}") if row.action == "question transferred"
    ]
    assert line.data["way"] == "email"
    assert line.data["with_requester"] is False


def test_who_asked_is_told_only_if_they_agreed_to_that():
    later_scenes.transferring(names_requester=True)
    leave()

    assert "a.person@example.org" in Outgoing.objects.get(key__startswith="transfer").text
    assert "a.person@example.org" not in transfer_page(REF, "1").blind


def test_a_body_without_an_address_gets_no_mail_and_the_page_offers_the_words():
    later_scenes.transferring()
    change_body(PENS, BodyEntry("Office of Pens"), doing=doing_by(OFFICER))
    leave()

    page = transfer_page(REF, "1")
    assert (page.mail, page.is_answered, page.email) == ("", True, "")
    assert "How many printers do you have?" in page.text
    assert not Outgoing.objects.filter(key__startswith="transfer").exists()


@pytest.mark.parametrize(
    ("outcomes", "slugs", "agreed_on", "reason"),
    [
        ((Outcome.NOT_HELD,), [PENS], AT.date(), "choose the outcome “signposted”"),
        ((Outcome.SIGNPOSTED,), [], AT.date(), "choose its body among those"),
        ((Outcome.SIGNPOSTED,), [PENS], None, "say on which day whoever asked agreed"),
        ((Outcome.SIGNPOSTED,), [PENS], AT.date().replace(year=2026), "check the day"),
    ],
)
def test_a_transfer_that_was_not_agreed_so_is_not_put_forward(outcomes, slugs, agreed_on, reason):
    later_scenes.directed()
    particulars = Particulars(
        searches="All stores",
        bodies=later_scenes.signposts_of(slugs),
        transfer=Transfer(PENS, agreed_on),
    )
    decision = Decision(outcomes, signposted_to="somebody")
    write_decision(REF, "1", Draft(decision, particulars=particulars), doing=doing_by(OFFICER))

    with pytest.raises(DecisionNotLawful, match=reason):
        put_forward(REF, ["1"], doing=doing_by(OFFICER))

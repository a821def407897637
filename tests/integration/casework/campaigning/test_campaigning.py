"""Requests of many people that ask the same are answered as one of them is, by the same people as ever."""

from dataclasses import replace

import pytest

from answerable.actions.casework import (
    AttachedFile,
    attach_file,
    check_draft,
    put_forward,
    restrict_request,
    reword_question,
    take_back,
    write_decision,
)
from answerable.actions.casework.campaigning import Act, follow_model, make_campaign, send_alike
from answerable.domain.questions.alike import digest_of_questions, is_same_question
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.campaigns import alike_requests, campaign_of
from answerable.records.casework.models import (
    CampaignMember,
    DecisionVersion,
    Letter,
    NamedPerson,
    Question,
    Requester,
)
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import later_scenes, scenes
from tests.support.answers import OFFICE
from tests.support.casework import (
    CHECKER,
    DISCLOSED,
    INTAKE,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    WITHHELD,
    doing_by,
)

pytestmark = pytest.mark.django_db
OTHER = "2025-0002"


def follow(act, by, *, is_trial=False):
    (one,) = follow_model(REF, act, doing=doing_by(by), is_trial=is_trial)
    return one


def stages(reference=OTHER):
    found = Question.objects.filter(request__reference=reference).order_by("place")
    return list(found.values_list("stage", flat=True))


def test_words_are_the_same_whatever_their_capitals_spaces_and_signs():
    assert is_same_question("How  many printers?", "how many PRINTERS")
    assert not is_same_question("How many printers?", "How many pens?")
    assert not is_same_question("", " ")
    assert digest_of_questions(["A?", "b"]) == digest_of_questions(["B", "a"])
    assert digest_of_questions([]) == ""


def test_open_requests_of_different_people_in_the_same_words_are_found_once():
    later_scenes.alike()

    (group,) = alike_requests(viewer=OFFICER)

    assert [one.reference for one in group.requests] == [REF, OTHER]
    make_campaign(REF, [OTHER], name="Printers", doing=doing_by(OFFICER))
    assert alike_requests(viewer=OFFICER) == ()
    with pytest.raises(MoveNotAllowed, match="is in a campaign already"):
        make_campaign(REF, [OTHER], name="Printers", doing=doing_by(OFFICER))
    assert campaign_of(REF, viewer=OFFICER).members[0].reference == OTHER


def test_the_whole_way_to_a_letter_each(office):  # noqa: F811 the fixture above
    later_scenes.followed_cleared()
    assert stages() == ["cleared", "cleared"]

    (sent,) = send_alike(REF, office=OFFICE, doing=doing_by(INTAKE))
    (again,) = send_alike(REF, office=OFFICE, doing=doing_by(INTAKE))

    assert sent.labels == ("1", "2")
    assert "has left already" in again.problem
    letter = Letter.objects.get()
    assert letter.request.reference == OTHER
    assert letter.outgoing.address == "bo@example.org"
    assert CampaignMember.objects.get().applied == {"1": 1, "2": 1}


def test_a_trial_says_what_would_happen_and_changes_nothing():
    later_scenes.modelled()

    assert follow(Act.WRITE, OFFICER, is_trial=True).labels == ("1", "2")
    assert stages() == ["open", "open"]
    assert DecisionVersion.objects.filter(question__request__reference=OTHER).count() == 0


def test_a_question_in_other_words_is_left_alone():
    later_scenes.modelled()
    reword_question(OTHER, "2", "Who mends the pens?", doing=doing_by(OFFICER))

    followed = follow(Act.WRITE, OFFICER)

    assert (followed.labels, followed.others) == (("1",), ("2",))
    assert stages() == ["drafted", "open"]


def test_what_was_changed_since_is_checked_by_itself():
    later_scenes.followed()
    take_back(OTHER, ["1"], doing=doing_by(OFFICER))
    write_decision(OTHER, "1", WITHHELD, doing=doing_by(OFFICER))

    assert follow(Act.CHECK, CHECKER).labels == ("2",)


def test_nobody_checks_or_clears_what_they_could_not_one_by_one():
    later_scenes.followed()
    assert "Checking is for" in follow(Act.CHECK, OFFICER).problem
    check_draft(REF, ("1", "2"), doing=doing_by(MANAGER))
    follow(Act.CHECK, MANAGER)

    assert "You checked it" in follow(Act.CLEAR, MANAGER).problem
    assert stages() == ["checked", "checked"]


def test_one_that_somebody_else_has_is_skipped_and_says_so():
    later_scenes.modelled()

    skipped = follow(Act.WRITE, OTHER_OFFICER)

    assert f"{OFFICER.key} has it" in skipped.problem
    assert stages() == ["open", "open"]


def test_an_answer_with_files_is_not_copied():
    later_scenes.campaigning()
    given = AttachedFile("list.csv", "text/csv", b"1,2\n")
    attach_file(REF, "1", given, doing=doing_by(OFFICER))
    Question.objects.filter(request__reference=REF).update(stage="drafted")
    for one in Question.objects.filter(request__reference=REF):
        DecisionVersion.objects.create(
            question=one, number=1, by="o", at=scenes.AT, decision={"outcomes": []}
        )

    assert "Question 1 of the model has files" in follow(Act.WRITE, OFFICER).problem


def test_what_is_no_campaign_is_refused():
    scenes.two()
    with pytest.raises(MoveNotAllowed, match="is the model of no campaign"):
        follow_model(REF, Act.WRITE, doing=doing_by(OFFICER), is_trial=True)
    with pytest.raises(MoveNotAllowed, match="Give the campaign a name"):
        make_campaign(REF, [REF], name="Printers", doing=doing_by(OFFICER))
    reword_question(OTHER, "1", "Pens?", doing=doing_by(INTAKE))
    reword_question(OTHER, "2", "Pencils?", doing=doing_by(INTAKE))
    with pytest.raises(MoveNotAllowed, match="has no question in the words of"):
        make_campaign(REF, [OTHER], name="Printers", doing=doing_by(OFFICER))


def test_a_member_that_is_restricted_is_named_to_nobody_else():
    later_scenes.alike()
    make_campaign(REF, [OTHER], name="Printers", doing=doing_by(OFFICER))
    restrict_request(OTHER, people=[], reason="Staff", doing=doing_by(MANAGER))
    NamedPerson.objects.exclude(key=MANAGER.key).delete()

    assert follow_model(REF, Act.WRITE, doing=doing_by(OFFICER), is_trial=True) == ()


def test_nobody_is_told_who_asked_the_model():
    later_scenes.alike()
    make_campaign(REF, [OTHER], name="Printers", doing=doing_by(OFFICER))
    name = Requester.objects.get(requests__reference=REF).name
    write_decision(
        REF, "1", replace(DISCLOSED, answer=f"As we told {name}: 12."), doing=doing_by(OFFICER)
    )
    put_forward(REF, ["1"], doing=doing_by(OFFICER))

    assert "names who asked it" in follow(Act.WRITE, OFFICER).problem

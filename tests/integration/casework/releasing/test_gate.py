"""Nothing leaves without an inspection of exactly the bytes that go, and one that is stopped stops the rest."""

import hashlib

import pytest

from answerable.actions.casework import (
    AttachedFile,
    LetterNotComplete,
    attach_file,
    check_draft,
    clear_draft,
    put_forward,
    write_decision,
)
from answerable.actions.casework.releasing.asking import ask_for_what_lacks_it
from answerable.actions.casework.releasing.settling import (
    Said,
    ask_override,
    decide_findings,
    keep_back,
    let_through,
    offer_again,
)
from answerable.actions.sending_mail import MailHeld, check_mail, claim_mail, hand_over
from answerable.domain.release.standing import Standing
from answerable.domain.roles import MoveNotAllowed
from answerable.inspecting import Verdict
from answerable.queries.casework.letters import drafts_of
from answerable.queries.casework.releasing.standings import file_standings, key_of
from answerable.queries.ledger import checked_lines, ledger_rows
from answerable.records.casework.models import (
    CaseFile,
    FileInspection,
    FileSettlement,
    Letter,
    Outgoing,
    Request,
)
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import releasing, scenes
from tests.support.casework import (
    AT,
    CHECKER,
    DISCLOSED,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    TABLE,
    doing_by,
    somebody,
)
from tests.support.inspecting import HONEST, cleared, inspect, the_file, workbook
from tests.support.outbox import later
from tests.support.releasing import CHECK, OTHER_CHECK, STOP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
OTHER_MANAGER = somebody("Mona", "manager")


def standing(name=None):
    file = the_file(name)
    (one,) = file_standings(file.request, [file])
    return one.standing


def attached(name="figures.csv", data=HONEST, label="1"):
    attach_file(REF, label, AttachedFile(name, "", data), doing=doing_by(OFFICER))


def decided():
    for label in scenes.BOTH:
        write_decision(REF, label, DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, scenes.BOTH, doing=doing_by(OFFICER))
    check_draft(REF, scenes.BOTH, doing=doing_by(CHECKER))
    clear_draft(REF, scenes.BOTH, doing=doing_by(MANAGER))


def problems():
    (draft,) = drafts_of(REF, office=scenes.the_office(), table=TABLE, on=AT.date())
    return draft.problems


def leaving():
    """A letter with a file that is clear waits for the mail."""
    scenes.begun()
    attached()
    cleared(the_file())
    decided()
    scenes.send_by("email")


def said(reason="It was agreed", *, findings=(), name=None):
    return Said(the_file(name).sha256, reason, findings)


@pytest.mark.slow
def test_a_file_is_inspected_in_the_background_and_then_leaves():
    scenes.begun()
    attached()
    assert standing() is Standing.BEING_INSPECTED

    looked = inspect()

    assert (looked.inspected, standing()) == (1, Standing.CLEAR)
    row = FileInspection.objects.get()
    assert (row.verdict, row.sha256, row.report["sha256"]) == ("clear", *[the_file().sha256] * 2)
    line = ledger_rows(last=1)[0]
    assert (line.action, line.by, line.data["verdict"]) == ("file inspected", "answerable", "clear")
    assert inspect().inspected == 0


@pytest.mark.slow
def test_a_workbook_with_a_hidden_sheet_is_stopped_by_a_real_inspection():
    scenes.begun()
    attached("staff.xlsx", workbook(hidden="Quillfeather", rows=412))

    inspect()
    decided()

    assert standing() is Standing.CANNOT_BE_RELEASED
    assert problems() == (
        "staff.xlsx cannot be released: make a safe copy of it, or keep it back (a hidden sheet)",
    )
    with pytest.raises(LetterNotComplete, match=r"staff.xlsx cannot be released"):
        scenes.send_by("post")


def test_changed_bytes_are_not_inspected_whatever_was_said_of_those_before():
    scenes.begun()
    attached()
    cleared(the_file())
    decided()
    assert (standing(), problems()) == (Standing.CLEAR, ())

    CaseFile.objects.update(data=b"others")

    assert standing() is Standing.NOT_INSPECTED
    assert problems() == (
        "figures.csv was changed since it was attached: its bytes are not inspected. Attach it anew",
    )
    ask_for_what_lacks_it(at=AT, published=True)
    assert inspect().inspected == 0
    CaseFile.objects.update(sha256=hashlib.sha256(b"others").hexdigest())
    assert problems()[0].startswith("figures.csv is not inspected")


def test_an_inspection_by_earlier_rules_does_not_count_and_is_made_anew():
    scenes.begun()
    attached()
    cleared(the_file())
    FileInspection.objects.update(rules="0-earlier")
    assert standing() is Standing.NOT_INSPECTED

    assert ask_for_what_lacks_it(at=AT, published=False) == 1

    assert standing() is Standing.BEING_INSPECTED


def test_a_file_under_another_name_is_inspected_anew():
    scenes.begun()
    attached()
    cleared(the_file())

    CaseFile.objects.update(name="figures.exe")

    assert standing() is Standing.NOT_INSPECTED


def test_what_is_clear_leaves_with_the_mail():
    leaving()

    claim = claim_mail(at=later(minutes=1))
    hand_over(claim, at=later(minutes=1))

    assert Outgoing.objects.get(letter__isnull=False).state == "handed over"


@pytest.mark.parametrize("changed", [{"data": b"swapped"}, {"data": b"swapped", "sha256": "real"}])
def test_a_file_that_is_swapped_between_the_letter_and_the_mail_does_not_go(changed):
    leaving()
    if "sha256" in changed:
        changed = changed | {"sha256": hashlib.sha256(b"swapped").hexdigest()}
    CaseFile.objects.update(**changed)
    cleared(the_file())

    claim = claim_mail(at=later(minutes=1))

    with pytest.raises(MailHeld, match=r"figures.csv is not the file that was inspected") as held:
        hand_over(claim, at=later(minutes=1))
    assert not held.value.passes
    assert Outgoing.objects.get(letter__isnull=False).state == "waiting"


def test_a_file_that_is_swapped_behind_a_link_does_not_go_either(settings):
    settings.ANSWERABLE_MAIL_LARGEST = 0.00001
    leaving()
    claim = claim_mail(at=later(minutes=1))
    assert [one.name for one in claim.enclosures] == ["letter.pdf"]
    check_mail(claim)

    CaseFile.objects.update(data=b"swapped")

    with pytest.raises(MailHeld, match="not the file that was inspected"):
        check_mail(claim)


def test_a_mail_waits_for_an_inspection_by_new_rules_and_fails_for_a_stop():
    leaving()
    claim = claim_mail(at=later(minutes=1))
    FileInspection.objects.update(rules="0-earlier")

    with pytest.raises(MailHeld) as waits:
        check_mail(claim)
    assert waits.value.passes

    cleared(the_file(), verdict=Verdict.FINDINGS, findings=(STOP,))
    with pytest.raises(MailHeld, match=r"cannot be released.*\(a hidden sheet\)") as stops:
        check_mail(claim)
    assert not stops.value.passes


def test_one_file_that_is_stopped_stops_the_letters_of_the_whole_request():
    leaving()
    attach = AttachedFile("staff.xlsx", "", b"cells")
    Request.objects.update(stage="open")
    attach_file(REF, "2", attach, doing=doing_by(OFFICER))
    claim = claim_mail(at=later(minutes=1))
    cleared(the_file("staff.xlsx"), verdict=Verdict.FINDINGS, findings=(STOP,))

    with pytest.raises(MailHeld, match=r"staff.xlsx cannot be released \(a hidden sheet\)"):
        check_mail(claim)

    keep_back(REF, the_file("staff.xlsx").pk, reason="A copy goes", doing=doing_by(OFFICER))
    check_mail(claim)


def test_a_stopped_sibling_stops_an_answer_without_files_and_says_which_and_why():
    scenes.begun()
    attached("staff.xlsx", label="2")
    cleared(the_file(), verdict=Verdict.FINDINGS, findings=(STOP,))
    for label in scenes.BOTH:
        write_decision(REF, label, DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, ("1",), doing=doing_by(OFFICER))
    check_draft(REF, ("1",), doing=doing_by(CHECKER))
    clear_draft(REF, ("1",), doing=doing_by(MANAGER))

    assert problems() == (
        "staff.xlsx cannot be released (a hidden sheet): nothing of this request leaves until a safe copy of it is "
        "made, it is kept back, or two people let it through",
    )


def test_what_must_be_decided_is_decided_one_by_one_by_one_person_for_these_bytes():
    releasing.decidable()
    pk = the_file().pk
    with pytest.raises(MoveNotAllowed, match="Say why"):
        decide_findings(REF, pk, said(""), doing=doing_by(OFFICER))
    with pytest.raises(MoveNotAllowed, match="not open any more"):
        decide_findings(REF, pk, said(findings={"unknown"}), doing=doing_by(OFFICER))

    decide_findings(REF, pk, said(findings={key_of(CHECK)}), doing=doing_by(OFFICER))
    assert standing() is Standing.MUST_BE_DECIDED
    decide_findings(REF, pk, said(findings={key_of(OTHER_CHECK)}), doing=doing_by(CHECKER))

    assert standing() is Standing.DECIDED
    lines = [one for one in ledger_rows() if one.action == "findings in file decided"]
    assert [(one.by, one.data["reason"]) for one in lines] == [
        (OFFICER.key, "It was agreed"),
        (CHECKER.key, "It was agreed"),
    ]
    with pytest.raises(MoveNotAllowed, match="Nothing is left to decide"):
        decide_findings(REF, pk, said(), doing=doing_by(OFFICER))
    CaseFile.objects.update(data=b"others", sha256=hashlib.sha256(b"others").hexdigest())
    cleared(the_file(), verdict=Verdict.FINDINGS, findings=(CHECK,))
    assert standing() is Standing.MUST_BE_DECIDED


def test_all_that_must_be_decided_is_decided_together():
    releasing.decidable()

    decide_findings(REF, the_file().pk, said(), doing=doing_by(OFFICER))

    assert standing() is Standing.DECIDED


def test_nobody_decides_about_bytes_that_they_did_not_look_at():
    releasing.decidable()
    looked_at = said()
    CaseFile.objects.update(data=b"others", sha256=hashlib.sha256(b"others").hexdigest())

    with pytest.raises(MoveNotAllowed, match="another file than the one you looked at"):
        decide_findings(REF, the_file().pk, looked_at, doing=doing_by(OFFICER))


def test_what_cannot_be_released_takes_two_different_people_each_with_a_reason():
    releasing.stopped()
    pk = the_file().pk
    with pytest.raises(MoveNotAllowed, match="Nobody asked for it"):
        let_through(REF, pk, said(), doing=doing_by(MANAGER))
    with pytest.raises(MoveNotAllowed, match="Say why"):
        ask_override(REF, pk, said(" "), doing=doing_by(MANAGER))

    ask_override(REF, pk, said("The court orders it"), doing=doing_by(MANAGER))

    assert standing() is Standing.CANNOT_BE_RELEASED
    with pytest.raises(MoveNotAllowed, match="You asked for it: somebody else"):
        let_through(REF, pk, said(), doing=doing_by(MANAGER))
    with pytest.raises(MoveNotAllowed, match="is for managers"):
        let_through(REF, pk, said(), doing=doing_by(OTHER_OFFICER))
    with pytest.raises(MoveNotAllowed, match="Say why"):
        let_through(REF, pk, said(""), doing=doing_by(OTHER_MANAGER))
    with pytest.raises(MoveNotAllowed, match="Somebody asked for it already"):
        ask_override(REF, pk, said(), doing=doing_by(OFFICER))
    let_through(REF, pk, said("I read the order"), doing=doing_by(OTHER_MANAGER))
    assert standing() is Standing.LET_THROUGH
    lines = [one for one in ledger_rows() if one.action == "file let through"]
    assert [(one.by, one.data["reason"]) for one in lines] == [
        (MANAGER.key, "The court orders it"),
        (OTHER_MANAGER.key, "I read the order"),
    ]
    *_, check = checked_lines()
    assert check.holds


def test_what_cannot_be_inspected_is_let_through_by_nobody():
    scenes.filed()
    cleared(the_file(), verdict=Verdict.CANNOT_SAY, reason="It is locked by a password")

    assert standing() is Standing.CANNOT_SAY
    for act in (ask_override, let_through):
        with pytest.raises(MoveNotAllowed, match="nobody can let through what nobody knows"):
            act(REF, the_file().pk, said(), doing=doing_by(MANAGER))
    with pytest.raises(MoveNotAllowed, match="Nothing is left to decide"):
        decide_findings(REF, the_file().pk, said(), doing=doing_by(MANAGER))
    assert not FileSettlement.objects.exists()


def test_nobody_settles_what_is_not_inspected_yet():
    scenes.filed()

    for act in (decide_findings, ask_override):
        with pytest.raises(MoveNotAllowed, match="not inspected yet"):
            act(REF, the_file().pk, said(), doing=doing_by(MANAGER))


def test_what_is_kept_back_is_offered_again_and_stands_as_before():
    scenes.filed()
    cleared(the_file())
    with pytest.raises(MoveNotAllowed, match="is not kept back"):
        offer_again(REF, the_file().pk, reason="x", doing=doing_by(OFFICER))

    keep_back(REF, the_file().pk, reason="Not asked for", doing=doing_by(OFFICER))
    assert standing() is Standing.KEPT_BACK
    offer_again(REF, the_file().pk, reason="It was", doing=doing_by(OFFICER))

    assert standing() is Standing.CLEAR


def test_an_open_incident_stops_the_whole_request():
    leaving()
    claim = claim_mail(at=later(minutes=1))
    releasing.incident()

    with pytest.raises(MailHeld, match=r"Incident \d+ is open"):
        check_mail(claim)


def test_a_letter_that_carries_no_answer_leaves_on_its_day_all_the_same():
    leaving()
    Letter.objects.update(kind="lapse")
    Letter.objects.get().files.all().delete()
    releasing.incident()
    claim = claim_mail(at=later(minutes=1))

    hand_over(claim, at=later(minutes=1))

    assert Outgoing.objects.get(letter__isnull=False).state == "handed over"

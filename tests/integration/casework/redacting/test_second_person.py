"""A redaction between two people, and the file that is made of it: whole and proved, or not at all."""

import datetime as dt
import hashlib
from dataclasses import replace

import pytest

from answerable.actions.casework.redacting import applying
from answerable.actions.casework.redacting.applying import Engines, apply_approved
from answerable.actions.casework.redacting.beginning import begin_redaction
from answerable.actions.casework.redacting.holding import RedactionRefused
from answerable.actions.casework.redacting.logs import attach_log
from answerable.actions.casework.redacting.marking import Ground, Picked, mark_words, undo_mark
from answerable.actions.casework.redacting.settling import (
    approve_redaction,
    put_redaction_forward,
    send_redaction_back,
    take_redaction_back,
)
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import MACHINE
from answerable.inspecting.redacting import NotProved
from answerable.queries.casework.redacting.seen import redaction_seen
from answerable.records.casework.models import CaseFile, Letter, LetterFile, Redaction, Request
from answerable.records.ledger.models import LedgerLine
from tests.support import redactions
from tests.support.accounts import make_person
from tests.support.casework import (
    AT,
    AUDITOR,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    doing_by,
)
from tests.support.pdf_made import drawn_pdf
from tests.support.redactions import GROUND, NAME, apply_with, approve, file, page, painted

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MADE = "letter (redacted).pdf"


def seen():
    return redaction_seen(file().pk)


@pytest.mark.parametrize(
    ("actor", "why"),
    [
        (OFFICER, "You had a part in marking it: somebody else must check it"),
        (OTHER_OFFICER, "You had a part in marking it"),
        (INTAKE, "Checking redactions is for officers, checkers and managers"),
        (AUDITOR, "Checking redactions is for"),
    ],
)
def test_whoever_had_a_part_in_the_marks_cannot_be_the_second_person(actor, why):
    redactions.marked()
    mark_words(REF, file().pk, Picked(1, [5]), GROUND, doing=doing_by(OTHER_OFFICER))
    # Even a mark that does not count any more is a part.
    undo_mark(REF, file().pk, seen().marks[-1].number, doing=doing_by(OTHER_OFFICER))
    put_redaction_forward(REF, file().pk, doing=doing_by(OFFICER))

    with pytest.raises(MoveNotAllowed, match=why):
        approve(actor)
    assert seen().is_waiting


def test_a_second_person_has_the_redacted_file_made_and_the_original_stays_here():
    redactions.waiting()
    approve(CHECKER)
    assert seen().is_being_made

    assert apply_with(painted) == 1

    assert seen().is_done
    result = file(MADE)
    assert (result.question.label, result.added_by) == ("1", CHECKER.key)
    assert result.release != "kept back"
    assert (file().release, file().release_reason) == ("kept back", f"Redacted as {MADE}")
    assert hashlib.sha256(bytes(file().data)).hexdigest() == file().sha256
    assert seen().proof["proof"] == [{"extractor": "a double", "left": 0}]
    assert apply_with(painted) == 0


def test_the_engine_is_given_what_counts_and_nothing_that_was_undone():
    redactions.marked()
    mark_words(
        REF,
        file().pk,
        Picked(2, [3]),
        Ground("31(1)(a)", "Police tactics"),
        doing=doing_by(OFFICER),
    )
    mark_words(REF, file().pk, Picked(2, [6]), GROUND, doing=doing_by(OFFICER))
    undo_mark(REF, file().pk, seen().marks[-1].number, doing=doing_by(OFFICER))
    put_redaction_forward(REF, file().pk, doing=doing_by(OFFICER))
    approve(CHECKER)
    given = []

    apply_with(lambda data, marks, **how: given.extend(marks) or painted(data, marks, **how))

    assert [(one.page, one.words, one.limb) for one in given] == [
        (1, "Quillfeather,", "40(2)"), (2, "Quillfeather", "31(1)(a)"),
    ]  # fmt: skip
    assert all(one.box[0] < one.box[2] for one in given)


def test_the_engine_is_told_whose_names_readers_know_and_its_warnings_are_kept():
    redactions.approved()
    make_person("ann@body.example", name="Ann Quillfeather")
    told = []

    def warning(data, marks, *, known, **how):
        told.extend(known)
        return replace(painted(data, marks, **how), warnings=("On page 1, few names fit",))

    apply_with(warning)

    assert "Quillfeather" in told
    assert seen().proof["warnings"] == ["On page 1, few names fit"]


def test_where_nothing_is_proved_no_file_is_made_and_the_reason_is_said():
    redactions.approved()

    def unproved(_data, _marks, *, name, **_):
        raise NotProved(f"{name}: a word is left on page 1")

    assert apply_with(unproved) == 1

    assert (seen().state, seen().why_back) == (
        "sent back", "The file: a word is left on page 1",
    )  # fmt: skip
    assert CaseFile.objects.count() == 1
    assert file().release != "kept back"


def test_a_fault_of_the_engine_makes_no_file_and_quotes_nothing(caplog):
    redactions.approved()

    def faulty(*_, **__):
        raise RuntimeError(NAME)

    apply_with(faulty)

    assert "a fault of the program (RuntimeError)" in seen().why_back
    assert NAME not in seen().why_back + caplog.text
    assert CaseFile.objects.count() == 1


def test_bytes_that_were_swapped_after_the_approval_are_not_redacted():
    redactions.approved()
    CaseFile.objects.update(data=drawn_pdf(page("Something else.")))

    apply_with(painted)

    assert "its bytes have changed since" in seen().why_back
    assert CaseFile.objects.count() == 1


def test_bytes_that_are_swapped_while_the_file_is_made_are_not_redacted_either():
    redactions.approved()

    def swapping(data, marks, **how):
        CaseFile.objects.update(data=drawn_pdf(page("Something else.")))
        return painted(data, marks, **how)

    apply_with(swapping)

    assert "its bytes have changed since" in seen().why_back
    assert CaseFile.objects.count() == 1


def test_an_answer_that_left_meanwhile_gets_no_file():
    redactions.approved()
    Request.objects.update(stage="sent")

    apply_with(painted)

    assert "The request is sent by now" in seen().why_back
    assert CaseFile.objects.count() == 1


def test_whoever_approves_says_which_marks_they_looked_at():
    redactions.waiting()
    looked_at = seen().digest
    take_redaction_back(REF, file().pk, doing=doing_by(OFFICER))
    mark_words(REF, file().pk, Picked(2, [3]), GROUND, doing=doing_by(OFFICER))
    put_redaction_forward(REF, file().pk, doing=doing_by(OFFICER))

    with pytest.raises(RedactionRefused, match="The marks have changed since you looked"):
        approve_redaction(REF, file().pk, seen=looked_at, doing=doing_by(CHECKER))


def test_it_goes_back_with_a_reason_and_is_marked_again():
    redactions.waiting()
    with pytest.raises(RedactionRefused, match="Say why it goes back"):
        send_redaction_back(REF, file().pk, reason=" ", doing=doing_by(CHECKER))

    send_redaction_back(REF, file().pk, reason=f"{NAME} on page 2", doing=doing_by(CHECKER))

    assert (seen().state, seen().why_back) == ("sent back", f"{NAME} on page 2")
    mark_words(REF, file().pk, Picked(2, [3]), GROUND, doing=doing_by(OFFICER))
    assert NAME not in str(list(LedgerLine.objects.values()))


def test_what_waits_or_is_made_is_not_marked_further():
    redactions.waiting()
    with pytest.raises(RedactionRefused, match="take it back to mark more"):
        mark_words(REF, file().pk, Picked(2, [3]), GROUND, doing=doing_by(OFFICER))
    approve(CHECKER)
    with pytest.raises(RedactionRefused, match="is being made"):
        take_redaction_back(REF, file().pk, doing=doing_by(OFFICER))


def test_what_was_forgotten_is_redacted_again_with_the_marks_that_there_were():
    redactions.made()
    begin_redaction(REF, file().pk, doing=doing_by(OTHER_OFFICER))
    assert [one.words for one in seen().marks] == ["Quillfeather,"]
    mark_words(REF, file().pk, Picked(2, [3]), GROUND, doing=doing_by(OTHER_OFFICER))
    put_redaction_forward(REF, file().pk, doing=doing_by(OTHER_OFFICER))
    # Whoever made the marks that were copied had a part in these.
    with pytest.raises(MoveNotAllowed, match="You had a part"):
        approve(OFFICER)
    approve(MANAGER)

    apply_with(painted)

    again = "letter (redacted 2).pdf"
    assert seen().result.name == again
    assert (file(MADE).release, file(MADE).release_reason) == ("kept back", f"Redacted as {again}")


def test_a_worker_that_dies_leaves_what_another_takes_up_after_a_while():
    redactions.approved()
    Redaction.objects.update(claimed_at=AT - dt.timedelta(minutes=64))
    assert apply_with(painted) == 0
    Redaction.objects.update(claimed_at=AT - dt.timedelta(minutes=66))

    assert apply_with(painted) == 1
    assert seen().is_done


def test_who_is_killed_while_the_file_is_made_leaves_nothing_half():
    redactions.approved()

    def dying(*_, **__):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_with(dying)

    assert seen().is_being_made
    assert seen().claimed_at is not None
    assert CaseFile.objects.count() == 1
    # Nobody else takes it up while the first may still be at it.
    assert apply_with(painted) == 0


def test_where_the_last_step_fails_no_file_is_there_and_the_original_is_not_kept_back(monkeypatch):
    redactions.approved()
    told = applying.tell

    def failing(action, *given):
        if action == "file redacted":
            raise OSError("the disk is full")
        told(action, *given)

    monkeypatch.setattr(applying, "tell", failing)

    apply_with(painted)

    assert "a fault of the program (OSError)" in seen().why_back
    assert CaseFile.objects.count() == 1
    assert file().release != "kept back"


def test_an_original_that_has_left_already_is_not_kept_back_and_the_file_is_made_all_the_same():
    redactions.waiting()
    letter = Letter.objects.create(
        request=Request.objects.get(), number=1, kind="holding", state="sent", way="post",
        title="", html="", text="", pdf=b"", made_by="", made_at=AT,
    )  # fmt: skip
    LetterFile.objects.create(letter=letter, file=file(), place=1)
    approve(CHECKER)

    apply_with(painted)

    assert seen().is_done
    assert file().release != "kept back"


def test_no_work_is_begun_when_no_time_is_left():
    redactions.approved()

    engines = Engines(painted, painted)
    assert apply_approved(engines, doing=doing_by(MACHINE), goes_on=lambda: False) == 0
    assert seen().is_being_made


def test_the_log_goes_with_the_answer_and_has_none_of_the_words():
    redactions.waiting()
    with pytest.raises(RedactionRefused, match="no redacted file yet"):
        attach_log(REF, file().pk, doing=doing_by(OFFICER))
    approve(CHECKER)
    apply_with(painted)

    attach_log(REF, file().pk, doing=doing_by(OFFICER))

    log = file("letter (redacted), redaction log.csv")
    lines = bytes(log.data).decode("utf-8-sig").splitlines()
    assert lines[0] == "number,page,exemption,about,reason"
    assert lines[1].startswith("1,1,40(2),")
    assert lines[1].endswith(GROUND.reason)
    assert NAME.encode() not in bytes(log.data)
    assert log.question.label == "1"


def test_a_reason_that_a_spreadsheet_would_run_is_defused_in_the_log():
    redactions.begun_on()
    mark_words(REF, file().pk, Picked(1, [2]), Ground("40(2)", "=1+1"), doing=doing_by(OFFICER))
    put_redaction_forward(REF, file().pk, doing=doing_by(OFFICER))
    approve(CHECKER)
    apply_with(painted)

    attach_log(REF, file().pk, doing=doing_by(OFFICER))

    log = file("letter (redacted), redaction log.csv")
    assert bytes(log.data).decode().splitlines()[1].endswith("'=1+1")


def test_the_ledger_tells_each_step():
    redactions.made()

    told = LedgerLine.objects.order_by("number").values_list("action", "by")
    assert [line for line in told if "redact" in line[0]] == [
        ("redaction begun", OFFICER.key),
        ("redaction marked", OFFICER.key),
        ("redaction put forward", OFFICER.key),
        ("redaction approved", CHECKER.key),
        ("file redacted", MACHINE.key),
    ]
    assert NAME not in str(list(LedgerLine.objects.values()))

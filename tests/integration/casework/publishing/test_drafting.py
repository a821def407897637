"""An answered request becomes a draft entry, which is written, decided on, validated, or kept out."""

import pytest
from django.conf import settings

from answerable.actions.casework import (
    AttachedFile,
    attach_file,
    restrict_request,
)
from answerable.actions.casework.publishing.choosing_files import ChosenFile
from answerable.actions.casework.publishing.counting import count_months
from answerable.actions.casework.publishing.drafting import (
    Decided,
    EditedQuestion,
    EntryChanged,
    draft_anew,
    draft_answered,
    draft_entry,
    save_entry,
    take_back_outdated,
)
from answerable.actions.casework.publishing.keeping_out import keep_out, let_in
from answerable.actions.casework.publishing.validating import send_entry_back, validate_entry
from answerable.actions.casework.releasing.settling import Said, decide_findings, keep_back
from answerable.domain.disclosure_log.identifying import Choice
from answerable.domain.disclosure_log.keeping_out import KeptOut
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import MACHINE
from answerable.queries.casework.log_drafts import entry_page
from answerable.queries.casework.log_lists import LogList, log_lists, log_months, to_validate
from answerable.queries.ledger import ledger_rows
from answerable.records.archive.models import Body, MonthCount
from answerable.records.casework.models import CaseFile, LogDraft, Question, QuestionEvent, Request
from tests.functional.casework.conftest import office  # noqa: F401 a fixture
from tests.support import log_drafts, log_entries, scenes
from tests.support.casework import (
    AT,
    CHECKER,
    MANAGER,
    OFFICER,
    OTHER_OFFICER,
    REF,
    doing_by,
    somebody,
)
from tests.support.inspecting import inspect
from tests.support.log_entries import edit_of, keep_all

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
BOTH_ROLES = somebody("Bo", "officer", "checker")
AUTOMATIC = doing_by(MACHINE)


def drafted():
    log_entries.answered()
    draft_entry(REF, doing=doing_by(OFFICER))
    return entry_page(REF)


def saved(page=None, *, by=OFFICER, **changes):
    page = page or entry_page(REF)
    return save_entry(REF, edit_of(page, **changes), seen=page.number, doing=doing_by(by))


def test_every_answered_request_is_drafted_once_by_itself():
    log_entries.answered()

    assert draft_answered(AUTOMATIC) == 1
    assert draft_answered(AUTOMATIC) == 0

    page = entry_page(REF)
    assert [one.label for one in page.entry.questions] == ["1", "2"]
    assert "There are twelve." in page.entry.response
    assert (page.month, page.state, page.number) == ("2025-10", "draft", 1)
    assert page.situation.writers == {MACHINE.key}
    assert ledger_rows(last=1)[0].action == "log entry drafted"


def own_data(*labels):
    Question.objects.filter(label__in=labels).update(regime="SAR")


def test_what_somebody_asked_for_of_their_own_data_stands_in_no_entry():
    log_entries.answered()
    own_data("2")
    question = Question.objects.get(label="2")
    file = CaseFile.objects.create(
        request=question.request, question=question, name="mine.csv", content_type="text/csv",
        size=2, data=b"1\n", added_at=AT,
    )  # fmt: skip

    assert draft_answered(AUTOMATIC) == 1

    page = entry_page(REF)
    assert [one.label for one in page.entry.questions] == ["1"]
    assert page.files == ()
    with pytest.raises(MoveNotAllowed, match="Only files that may leave"):
        saved(files=(ChosenFile(file.pk, "mine.csv"),))


def test_a_request_for_ones_own_data_alone_is_not_drafted_and_counts_for_no_month():
    log_entries.answered()
    Body.objects.create(code=settings.ANSWERABLE_BODY, name="Office")
    assert count_months(at=AT) == 1

    own_data("1", "2")

    assert draft_answered(AUTOMATIC) == 0
    assert LogList.UNWRITTEN not in {one.list for one in log_lists(OFFICER)}
    with pytest.raises(MoveNotAllowed, match="None of its questions was answered"):
        draft_entry(REF, doing=doing_by(OFFICER))
    assert count_months(at=AT) == 1
    assert MonthCount.objects.get().answered == 0


def test_a_request_of_which_no_entry_can_be_made_keeps_back_no_other(caplog):
    log_entries.answered()
    QuestionEvent.objects.all().delete()
    log_drafts.answered("2025-0009")

    assert draft_answered(AUTOMATIC) == 1
    assert "No entry could be made of 2025-0001" in caplog.text


def test_a_restricted_request_is_drafted_by_hand_only():
    log_entries.answered()
    restrict_request(REF, people=[], reason="It is about us", doing=doing_by(MANAGER))

    assert draft_answered(AUTOMATIC) == 0
    assert draft_entry(REF, doing=doing_by(OFFICER)) == 1


def test_what_is_not_answered_is_not_drafted():
    scenes.cleared()

    assert draft_answered(AUTOMATIC) == 0
    with pytest.raises(MoveNotAllowed, match="cleared"):
        draft_entry(REF, doing=doing_by(OFFICER))


def test_what_was_closed_without_an_answer_makes_no_entry():
    scenes.closed()

    with pytest.raises(MoveNotAllowed, match="keep it out"):
        draft_entry(REF, doing=doing_by(OFFICER))


def test_the_entry_names_nobody_who_asked_though_somebody_writes_it():
    page = drafted()
    asker = Request.objects.get().requester
    words = f"As {asker.name} ({asker.address}) asked"

    saved(page, title=f"For {asker.name}", questions={"1": EditedQuestion(words, words)})

    whole = str(LogDraft.objects.get().content)
    assert asker.name not in whole
    assert asker.address not in whole
    assert "[name taken out]" in whole
    assert {one.kind for one in entry_page(REF).taken_out} >= {"name", "e-mail address"}


def test_saving_over_somebody_elses_words_is_refused():
    page = drafted()
    saved(page, by=OTHER_OFFICER, title="Printers and pens")

    with pytest.raises(EntryChanged, match="both stand below"):
        saved(page, title="Printers")

    assert entry_page(REF).entry.title == "Printers and pens"


def test_saved_as_it_stands_it_makes_no_version():
    page = drafted()

    assert saved(page) == page.number
    assert saved(page, month="2025-11") == page.number + 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 301}, "300"),
        ({"month": "2025-13"}, "such as 2025-10"),
        ({"questions": {"1": EditedQuestion("")}}, "has no words"),
        ({"questions": {"1": EditedQuestion("How?", "x" * 100_001)}}, "100,000"),
    ],
)
def test_what_cannot_be_an_entry_is_refused_with_a_sentence(changes, words):
    page = drafted()

    with pytest.raises(MoveNotAllowed, match=words):
        saved(page, **changes)


def test_undecided_words_block_validation_until_somebody_decides():
    page = drafted()
    saved(page, questions={"1": EditedQuestion("Did PC 1234 print?", "He did.")})
    with pytest.raises(MoveNotAllowed, match="“P• ••••”"):
        validate_entry(REF, seen=2, doing=doing_by(MANAGER))
    (mark,) = entry_page(REF).marks

    saved(choices={mark.key: Decided(Choice.TAKE_OUT, "an officer")})
    validate_entry(REF, seen=3, doing=doing_by(MANAGER))

    page = entry_page(REF)
    assert page.entry.questions[0].text == "Did an officer print?"
    assert (page.state, page.validated_by) == ("validated", MANAGER.key)


def test_who_wrote_any_version_does_not_validate():
    page = drafted()
    saved(page, by=BOTH_ROLES, title="Pens", choices=keep_all(page))
    saved(by=OFFICER, title="All printers")

    with pytest.raises(MoveNotAllowed, match="You wrote it: somebody else must validate it"):
        validate_entry(REF, seen=3, doing=doing_by(BOTH_ROLES))
    assert list(to_validate(BOTH_ROLES)) == []
    assert [one.reference for one in to_validate(CHECKER)] == [REF]


def test_only_the_version_that_was_read_is_validated():
    log_entries.written()

    with pytest.raises(MoveNotAllowed, match="read it again"):
        validate_entry(REF, seen=1, doing=doing_by(MANAGER))


def test_writing_on_ends_the_validation():
    log_entries.validated()

    saved(title="Printers on all floors")

    page = entry_page(REF)
    assert (page.state, page.validated_by) == ("draft", "")


def test_an_entry_goes_back_with_a_reason_until_it_is_written_again():
    log_entries.written()
    with pytest.raises(MoveNotAllowed, match="Say why"):
        send_entry_back(REF, reason=" ", seen=2, doing=doing_by(CHECKER))

    send_entry_back(REF, reason="The title says nothing", seen=2, doing=doing_by(CHECKER))

    assert entry_page(REF).because == "The title says nothing"
    assert list(to_validate(CHECKER)) == []
    saved(title="Printers by floor")
    assert entry_page(REF).because == ""


def test_an_answer_after_the_entry_makes_it_a_draft_again():
    log_entries.validated()
    event = QuestionEvent.objects.filter(kind="answered").first()
    event.pk, event.round, event.recorded_at = None, 1, AT.replace(hour=23)
    event.save()

    assert take_back_outdated(AUTOMATIC) == 1
    assert take_back_outdated(AUTOMATIC) == 0
    page = entry_page(REF)
    assert (page.state, page.is_outdated) == ("draft", True)
    with pytest.raises(MoveNotAllowed, match="anew"):
        validate_entry(REF, seen=page.number, doing=doing_by(MANAGER))

    draft_anew(REF, doing=doing_by(OFFICER, at=AT.replace(hour=23, minute=30)))

    assert not entry_page(REF).is_outdated


def test_only_cleared_files_are_published_and_none_names_who_asked():
    scenes.cleared()
    Request.objects.update(stage="open")
    asker = Request.objects.get().requester
    for name, data in (("a.csv", b"1,2\n"), ("b.csv", asker.name.encode()), ("c.csv", b"3")):
        attach_file(REF, None, AttachedFile(name, "text/csv", data), doing=doing_by(OFFICER))
    first, naming, kept = CaseFile.objects.order_by("name")
    inspect()
    said = Said(naming.sha256, "Theirs alone")
    decide_findings(REF, naming.pk, said, doing=doing_by(OFFICER))
    keep_back(REF, kept.pk, reason="Not asked for", doing=doing_by(OFFICER))
    scenes.send_by("post")
    scenes.record_posted(REF, 1, doing=doing_by(scenes.INTAKE))
    draft_entry(REF, doing=doing_by(OFFICER))
    page = entry_page(REF)
    assert [(one.name, one.went_out, one.is_published) for one in page.files] == [
        ("a.csv", True, False),
        ("b.csv", True, False),
    ]

    saved(page, files=(ChosenFile(first.pk, "printers.csv"),))

    draft = LogDraft.objects.get()
    assert [one.name for one in draft.files.all()] == ["printers.csv"]
    assert [one["title"] for one in draft.content["attachments"]] == ["printers.csv", "b.csv"]
    for pk, name, words in (
        (naming.pk, "b.csv", "names who asked"),
        (kept.pk, "c.csv", "may leave"),
        (first.pk, "a.exe", "must end"),
    ):
        with pytest.raises(MoveNotAllowed, match=words):
            saved(files=(ChosenFile(pk, name),))


def test_a_request_is_kept_out_with_a_reason_and_let_in_again():
    log_entries.written()
    with pytest.raises(MoveNotAllowed, match="Say which"):
        keep_out(REF, why=KeptOut.ANOTHER, words=" ", doing=doing_by(MANAGER))

    keep_out(REF, why=KeptOut.PERSONAL, words="One officer", doing=doing_by(MANAGER))

    assert entry_page(REF).because == f"{KeptOut.PERSONAL}: One officer"
    with pytest.raises(MoveNotAllowed, match="kept out"):
        saved(title="Printers")
    with pytest.raises(MoveNotAllowed, match="managers"):
        let_in(REF, reason="It is fine", doing=doing_by(OFFICER))
    let_in(REF, reason="It is fine", doing=doing_by(MANAGER))
    page = entry_page(REF)
    assert (page.state, page.because, page.number) == ("draft", "", 3)


def test_a_request_is_kept_out_before_anything_is_written():
    scenes.closed()

    keep_out(REF, why=KeptOut.OWN_DATA, words="", doing=doing_by(MANAGER))

    assert entry_page(REF).state == "kept out"
    assert draft_answered(AUTOMATIC) == 0


def test_the_lists_follow_an_entry_on_its_way():
    def lists():
        return [one.list for one in log_lists(CHECKER)]

    log_entries.answered()
    assert lists() == [LogList.UNWRITTEN]
    draft_answered(AUTOMATIC)
    saved(title="Did PC 1234 print?")
    assert lists() == [LogList.TO_DECIDE]
    saved(choices=keep_all())
    assert lists() == [LogList.TO_VALIDATE]
    validate_entry(REF, seen=3, doing=doing_by(MANAGER))
    assert lists() == [LogList.TO_PUBLISH]
    (month,) = log_months(CHECKER)
    assert (month.month, month.drafted, month.validated) == ("2025-10", 0, 1)


def test_a_restricted_entry_is_listed_to_nobody_who_is_not_named():
    log_entries.written()
    restrict_request(REF, people=[], reason="It is about us", doing=doing_by(MANAGER))

    assert (log_lists(CHECKER), log_months(CHECKER)) == ((), ())

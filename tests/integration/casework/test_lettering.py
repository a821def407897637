"""Letters that are made of cleared decisions, and leave, or do not."""

import datetime as dt

import pytest

from answerable.actions.casework import (
    AttachedFile,
    Draft,
    LetterNotComplete,
    RequestNotFound,
    attach_contributed,
    attach_file,
    check_draft,
    clear_draft,
    put_forward,
    record_posted,
    rendered,
    send_letter,
    stop_letter,
    write_decision,
)
from answerable.actions.casework.releasing.settling import keep_back, offer_again
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import MoveNotAllowed
from answerable.queries.casework.letters import drafts_of
from answerable.queries.ledger import checked_lines, ledger_rows
from answerable.records.casework.models import (
    CaseFile,
    DecisionVersion,
    Letter,
    Outgoing,
    Question,
    QuestionEvent,
    Request,
)
from tests.support.casework import (
    AT,
    CHECKER,
    DISCLOSED,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    WITHHELD,
    arrive,
    begun,
    doing_by,
    drafted,
)
from tests.support.inspecting import HONEST, inspect
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
OFFICE = Office(
    body="Office of Public Answers",
    team="Information Rights Team",
    email="foi@body.example",
    address="1 High Street",
    review_contact="reviews@body.example",
    regulator_address="ico.example",
    licence="You may use this under the Open Government Licence v3.0.",
    copyright="Others may hold rights in it.",
)


def cleared(*labels, draft=DISCLOSED, **about):
    drafted(*labels, draft=draft, **about)
    check_draft(REF, labels, doing=doing_by(CHECKER))
    clear_draft(REF, labels, doing=doing_by(MANAGER))


def drafts():
    return drafts_of(REF, office=OFFICE, table=TABLE, on=AT.date())


def send(kind="answer", *, way="email", by=INTAKE, ready=None):
    ready = ready or rendered(drafts()[0])
    return send_letter(REF, kind, ready, way=way, office=OFFICE, doing=doing_by(by))


def stages():
    return list(Question.objects.order_by("place").values_list("stage", flat=True))


def test_an_answer_leaves_as_one_mail_with_what_was_cleared():
    cleared("1", "2")

    assert send() == 1

    mail = Outgoing.objects.get()
    assert (mail.address, mail.state) == ("a.person@example.org", "waiting")
    assert "There are twelve." in mail.text
    assert stages() == ["leaving", "leaving"]
    assert Letter.objects.get().pdf[:5] == b"%PDF-"
    assert list(checked_lines())[-1].holds


def test_what_is_not_cleared_stays_out_of_the_letter():
    cleared("1")

    (draft,) = drafts()
    send()

    assert draft.labels == ("1",)
    assert stages() == ["leaving", "open"]


def test_a_letter_that_lacks_what_a_statute_asks_for_does_not_go():
    cleared("1")
    # No action clears such a decision; the letter is weighed again all the same.
    DecisionVersion.objects.update(answer="")

    (draft,) = drafts()

    assert any("FOIA s.11" in problem for problem in draft.problems)
    with pytest.raises(LetterNotComplete, match="The letter must say"):
        send()
    assert (Outgoing.objects.count(), stages()) == (0, ["cleared", "open"])


def test_a_refusal_states_its_limb_its_harm_and_the_balance():
    cleared("1", draft=WITHHELD)

    send()

    text = " ".join(Outgoing.objects.get().text.split())
    for words in ("section 31(1)(a)", "an attacker would know where to begin", "internal review"):
        assert words in text


def test_a_letter_that_changed_since_it_was_looked_at_does_not_go():
    cleared("1")
    seen = rendered(drafts()[0])
    write_and_clear_second()

    with pytest.raises(MoveNotAllowed, match="changed meanwhile"):
        send(ready=seen)


def write_and_clear_second():
    write_decision(REF, "2", DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, ["2"], doing=doing_by(OFFICER))
    check_draft(REF, ["2"], doing=doing_by(CHECKER))
    clear_draft(REF, ["2"], doing=doing_by(MANAGER))


def test_who_may_not_send_is_refused():
    cleared("1")

    with pytest.raises(MoveNotAllowed, match="Sending the answer is for intake staff and officers"):
        send(by=MANAGER)


def test_without_an_address_a_letter_is_printed_and_posted():
    arrive(b"1. How many?\n2. Who pays?", name="a.txt", channel="post", on=AT.date(), sender="Jo")
    Request.objects.update(officer=OFFICER.key, is_accepted=True)
    write_decision(REF, "1", DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, ["1"], doing=doing_by(OFFICER))
    check_draft(REF, ["1"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1"], doing=doing_by(MANAGER))

    with pytest.raises(MoveNotAllowed, match="No e-mail address"):
        send()
    number = send(way="post")
    record_posted(REF, number, doing=doing_by(INTAKE, at=AT + dt.timedelta(days=1)))

    assert Outgoing.objects.count() == 0
    letter = Letter.objects.get()
    assert (letter.state, str(letter.sent_on)) == ("sent", "2025-10-07")
    event = QuestionEvent.objects.get()
    assert (event.kind, str(event.on), stages()) == ("answered", "2025-10-07", ["sent", "open"])


def test_a_letter_that_waits_is_stopped_and_its_questions_are_cleared_again():
    cleared("1")
    number = send()

    with pytest.raises(MoveNotAllowed, match="Say why"):
        stop_letter(REF, number, reason=" ", doing=doing_by(INTAKE))
    stop_letter(REF, number, reason="The figure is wrong", doing=doing_by(INTAKE))

    assert (Letter.objects.get().state, Outgoing.objects.get().state) == ("stopped", "stopped")
    assert stages() == ["cleared", "open"]
    assert send() == 2


def test_a_letter_that_was_handed_to_the_mail_is_not_stopped():
    cleared("1")
    number = send()
    Outgoing.objects.update(state=Outgoing.State.HANDED)

    with pytest.raises(MoveNotAllowed, match="handed to the mail already"):
        stop_letter(REF, number, reason="The figure is wrong", doing=doing_by(INTAKE))

    assert stages() == ["leaving", "open"]


def test_a_question_that_asks_what_is_meant_makes_a_letter_of_its_own():
    begun()
    asks = Draft(
        Decision((Outcome.CLARIFICATION,), asked="Which printers do you mean?"),
        "We have several kinds, and hold figures for each apart",
    )
    write_decision(REF, "1", DISCLOSED, doing=doing_by(OFFICER))
    write_decision(REF, "2", asks, doing=doing_by(OFFICER))
    put_forward(REF, ["1", "2"], doing=doing_by(OFFICER))
    check_draft(REF, ["1", "2"], doing=doing_by(CHECKER))
    clear_draft(REF, ["1", "2"], doing=doing_by(MANAGER))

    answer, question = drafts()
    assert (answer.labels, question.labels, question.problems) == (("1",), ("2",), ())
    send("clarification", way="post", ready=rendered(question))
    record_posted(REF, 1, doing=doing_by(INTAKE))

    event = QuestionEvent.objects.get()
    assert (event.kind, event.question.label) == ("clarification_requested", "2")
    assert stages() == ["cleared", "open"]
    assert Question.objects.get(label="2").clock_state == "waiting"


SHEET = AttachedFile("C:\\stuff\\figures.csv", "application/octet-stream", HONEST)


def test_a_file_leaves_only_after_its_very_bytes_were_inspected():
    begun()
    attach_file(REF, "1", SHEET, doing=doing_by(OFFICER))
    finish("1")
    file = CaseFile.objects.get()

    assert drafts()[0].problems == ("figures.csv is being inspected: look again in a minute",)
    with pytest.raises(LetterNotComplete):
        send()
    with pytest.raises(MoveNotAllowed, match="Say why"):
        keep_back(REF, file.pk, reason="", doing=doing_by(OFFICER))
    inspect()
    send()

    assert [one.file_id for one in Letter.objects.get().files.all()] == [file.pk]
    with pytest.raises(MoveNotAllowed, match="is leaving"):
        keep_back(REF, file.pk, reason="No", doing=doing_by(OFFICER))


def finish(*labels):
    for label in labels:
        write_decision(REF, label, DISCLOSED, doing=doing_by(OFFICER))
    put_forward(REF, labels, doing=doing_by(OFFICER))
    check_draft(REF, labels, doing=doing_by(CHECKER))
    clear_draft(REF, labels, doing=doing_by(MANAGER))


def test_a_file_that_is_kept_back_or_belongs_to_another_question_does_not_go():
    begun()
    attach_file(REF, "1", SHEET, doing=doing_by(OFFICER))
    attach_file(REF, "2", AttachedFile("b.csv", "text/csv", b"1"), doing=doing_by(OFFICER))
    finish("1")
    keep_back(
        REF, CaseFile.objects.get(name="figures.csv").pk, reason="-x", doing=doing_by(OFFICER)
    )

    assert drafts()[0].problems == ()
    send()

    assert Letter.objects.get().files.count() == 0


def test_a_file_that_was_offered_after_the_letter_was_looked_at_does_not_go_with_it():
    begun()
    attach_file(REF, None, SHEET, doing=doing_by(OFFICER))
    keep_back(REF, CaseFile.objects.get().pk, reason="Not yet", doing=doing_by(OFFICER))
    finish("1")
    seen = rendered(drafts()[0])
    offer_again(REF, CaseFile.objects.get().pk, reason="Made today", doing=doing_by(OFFICER))
    inspect()

    with pytest.raises(MoveNotAllowed, match="changed meanwhile"):
        send(ready=seen)


def test_a_file_of_another_request_is_never_found():
    begun()
    attach_file(REF, "1", SHEET, doing=doing_by(OFFICER))
    arrive(make_mail(Message_ID="<2@x.example>", text="How much?"))
    file = CaseFile.objects.get()

    for action in (offer_again, keep_back):
        with pytest.raises(RequestNotFound, match="2025-0002 has no such file"):
            action("2025-0002", file.pk, reason="x", doing=doing_by(OFFICER))
    with pytest.raises(RequestNotFound, match="no such contributed file"):
        attach_contributed("2025-0002", 1, 0, doing=doing_by(OFFICER))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (AttachedFile("a.txt", "", b""), "a.txt is empty"),
        (AttachedFile("a.txt", "", b"x" * (25 * 1024**2 + 1)), "at most 25 MB"),
        (AttachedFile("figures.csv", "", b"other"), "There is a file called figures.csv already"),
    ],
)
def test_a_file_that_cannot_go_by_mail_is_refused(given, words):
    begun()
    attach_file(REF, None, SHEET, doing=doing_by(OFFICER))

    with pytest.raises(MoveNotAllowed, match=words):
        attach_file(REF, None, given, doing=doing_by(OFFICER))


def test_the_ledger_tells_of_letters_and_files_and_names_nobody():
    cleared("1")
    send()

    rows = ledger_rows()
    assert rows[-1].data == {"letter": 1, "kind": "answer", "way": "email", "questions": ["1"]}
    assert not any("a.person@example.org" in str(row) for row in rows)

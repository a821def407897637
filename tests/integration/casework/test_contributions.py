"""A question is put to an information owner, who answers by a link."""

import hashlib

import pytest

from answerable.actions.casework import RequestNotFound
from answerable.actions.casework.contributing import (
    Asking,
    ContributionRefused,
    LinkForged,
    LinkOver,
    ask_again,
    ask_owner,
    decline_contribution,
    withdraw_contribution,
)
from answerable.actions.casework.owners import end_owner
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.queries.casework.contributions import (
    contributed_file,
    contributions_of_owner,
    question_contributions,
)
from answerable.queries.casework.deciding import contributed_text
from answerable.queries.casework.owner_pages import owner_page
from answerable.queries.casework.owners import owner_row
from answerable.queries.ledger import checked_lines, ledger_rows
from answerable.records.casework.models import Contribution, Outgoing, Question, Request
from tests.support.casework import AT, doing_by
from tests.support.contributions import (
    ASKER,
    ASKER_ADDRESS,
    DUE,
    OFFICER,
    OWNER,
    REF,
    answer,
    ask,
    mails,
    on,
    request_with_owner,
    token,
)

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture(autouse=True)
def a_request():
    request_with_owner()


def row(number=1, today=TODAY):
    found = question_contributions(REF, "1", actor=OFFICER, today=today)
    return next((one for one in found.rows if one.number == number), None)


def test_an_owner_is_asked_by_mail_and_answers_with_words_and_files():
    assert ask() == 1

    (mail,) = mails()
    assert mail.subject == "Your help with question 1 of 2025-0001, by Wednesday 15 October 2025"
    assert "    How many printers are there?" in mail.text
    assert OFFICER.key in mail.text

    answer("There are 12.", ("list.csv", b"a,b"), ("plan.pdf", b"%PDF"))

    shown = row()
    assert (shown.state, shown.text) == ("answered", "There are 12.")
    assert [(one.place, one.name, one.size) for one in shown.files] == [
        (1, "list.csv", 3),
        (2, "plan.pdf", 4),
    ]
    assert shown.files[1].sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert contributed_file(REF, "1", 1, 2, actor=OFFICER) == ("plan.pdf", b"%PDF")
    (told,) = mails(OFFICER.key)
    assert told.subject == "Answered: question 1 of 2025-0001"


def test_the_latest_words_count_and_the_earlier_ones_and_all_files_are_kept():
    ask()
    answer("There are 12.", ("a.txt", b"a"))

    answer("There are 13.", ("b.txt", b"b"), at=on("10-08"))

    shown = row()
    assert shown.text == "There are 13."
    assert [(one.number, one.text) for one in shown.earlier] == [(1, "There are 12.")]
    assert [(one.name, one.answer) for one in shown.files] == [("a.txt", 1), ("b.txt", 2)]
    assert shown.answered_at == AT


def test_the_words_can_be_taken_into_the_answer_of_their_own_question_only():
    ask()
    answer("There are 12.")

    assert contributed_text(REF, "1", 1) == "There are 12."
    assert contributed_text(REF, "2", 1) == contributed_text(REF, "1", 2) == ""


def test_a_form_sent_twice_is_one_answer():
    ask()
    answer("There are 12.", ("a.txt", b"a"))
    lines = len(ledger_rows())

    answer("There are 12.", ("a.txt", b"a"))
    answer(" There are 12.\n", at=on("10-08"))

    assert row().earlier == ()
    assert len(row().files) == 1
    assert len(ledger_rows()) == lines


def test_an_owner_says_that_it_is_not_for_them_and_changes_their_mind():
    ask()
    for _ in range(2):
        decline_contribution(token(), "I left the team", suggested="Ann in Facilities", at=AT)

    declined = row()
    assert (declined.state, declined.reason, declined.suggested) == (
        "declined",
        "I left the team",
        "Ann in Facilities",
    )
    assert [one.subject for one in mails(OFFICER.key)] == [
        "Not for them to answer: question 1 of 2025-0001"
    ]

    answer("I found it after all.")

    assert (row().state, row().reason) == ("answered", "")
    assert [one.reason for one in row().earlier] == ["I left the team"]


def test_asked_again_the_old_link_is_dead_and_what_was_said_is_kept():
    ask()
    old = token()
    answer("There are 12.")

    asking = Asking("And where?", DUE)
    ask_again(REF, "1", 1, asking, doing=doing_by(OFFICER, at=on("10-08")))

    with pytest.raises(LinkOver, match="replaced by a newer one"):
        answer("Late", link=old)
    again = row()
    assert (again.state, again.text, again.words) == ("asked", "", "And where?")
    assert [one.text for one in again.earlier] == ["There are 12."]
    answer("In 4 rooms.", at=on("10-09"))
    assert [one.text for one in (row(), *row().earlier)] == ["In 4 rooms.", "There are 12."]
    assert row().answered_at == on("10-09")


def close_question():
    Question.objects.filter(label="1").update(stage="drafted")


def withdraw():
    withdraw_contribution(REF, "1", 1, doing=doing_by(OFFICER))


@pytest.mark.parametrize(
    ("happens", "moment", "says"),
    [
        (withdraw, AT, "was withdrawn"),
        (close_question, AT, "is not open any more"),
        (lambda: (answer(), close_question()), AT, "You answered this question"),
        (lambda: None, on("11-14"), ""),
        (lambda: None, on("11-15"), "ended 30 days after the deadline"),
        # Midnight is at 23:00 UTC as long as it is summer; in November it is not.
        (lambda: None, on("11-14", 23), ""),
    ],
)
def test_a_link_that_is_over_says_why_and_takes_nothing(happens, moment, says):
    ask()
    link = token()
    happens()

    if says:
        with pytest.raises(LinkOver, match=says):
            answer("Late", link=link, at=moment)
        with pytest.raises(LinkOver, match=says):
            decline_contribution(link, "No", at=moment)
    else:
        answer("In time", link=link, at=moment)
    page = owner_page(link, today=moment.date())
    assert says in page.over
    assert page.words == ("" if says else "How many printers are there?")


@pytest.mark.parametrize("change", [lambda one: one[:-1], lambda one: f"x{one}", lambda _: "~"])
def test_a_forged_link_opens_nothing(change):
    ask()
    forged = change(token())

    assert owner_page(forged, today=TODAY) is None
    with pytest.raises(LinkForged):
        answer("Mine", link=forged)
    with pytest.raises(LinkForged):
        decline_contribution(forged, "Mine", at=AT)


def test_a_question_that_is_open_again_can_be_answered_again():
    ask()
    close_question()
    Question.objects.update(stage="open")

    answer("There are 12.")

    assert row().state == "answered"


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ({"words": " "}, "Write what the owner is asked"),
        ({"words": "x" * 20_001}, "Ask in 20000 characters at most: these are 20001"),
        ({"due": on("10-06").date()}, "2025-10-06 is over or is today: give a day to come"),
        ({"due": on("10-11").date()}, "2025-10-11 is no working day"),
        ({"due": on("11-03").date()}, "The answer itself is due on 2025-11-03"),
        ({"due": DUE.replace(year=2999)}, "The calendar .* covers"),
        ({"words": f"How many? {ASKER.upper()}"}, "The words name who asked"),
        ({"words": f"How many? {ASKER_ADDRESS}"}, "The words name who asked"),
        ({"words": f"How many? {ASKER}", "reason": "It is late"}, "The words name who asked"),
    ],
)
def test_an_owner_is_not_asked_so(what, refusal):
    with pytest.raises(ContributionRefused, match=refusal):
        ask(**what)

    assert not Contribution.objects.exists()
    assert not Outgoing.objects.exists()


def test_with_a_reason_the_day_may_be_late_and_the_ledger_keeps_it():
    ask(due=on("11-03").date(), reason="The data is made on that day")

    (line,) = [one for one in ledger_rows() if one.action == "owner asked"]
    assert "The data is made on that day" in str(line)


def test_nobody_is_asked_twice_about_one_question_while_it_waits():
    ask()

    with pytest.raises(ContributionRefused, match="Wim Owner was asked already on 2025-10-06"):
        ask()
    assert ask("2") == 1
    withdraw()
    assert ask() == 2


def test_whom_nobody_can_ask():
    doing = doing_by(OFFICER)
    for email in ("nobody@body.example", OWNER):
        if email == OWNER:
            end_owner(OWNER, doing=doing)
        with pytest.raises(ContributionRefused, match=f"{email} is no information owner"):
            ask_owner(REF, "1", email, Asking("How many?", DUE), doing=doing)


def test_only_the_officer_of_an_open_question_asks_and_withdraws():
    ask()
    other = doing_by(Actor("x@body.example", "X", frozenset({Role.OFFICER})))
    asking = Asking("How many?", DUE)

    for refused in (
        lambda: ask_owner(REF, "1", OWNER, asking, doing=other),
        lambda: ask_again(REF, "1", 1, asking, doing=other),
        lambda: withdraw_contribution(REF, "1", 1, doing=other),
    ):
        with pytest.raises(MoveNotAllowed, match=r"olga@body\.example has it"):
            refused()
    close_question()
    with pytest.raises(MoveNotAllowed, match="only what is open"):
        ask_again(REF, "1", 1, asking, doing=doing_by(OFFICER))


def test_what_is_not_there_is_said_to_be_not_there():
    with pytest.raises(RequestNotFound, match="has no question 9"):
        ask("9")
    with pytest.raises(RequestNotFound, match="no such contribution"):
        withdraw()
    assert row() is None
    assert question_contributions(REF, "9", actor=OFFICER, today=TODAY) is None
    assert contributed_file(REF, "9", 1, 1, actor=OFFICER) is None
    assert contributed_file(REF, "1", 1, 1, actor=OFFICER) is None


def test_an_answered_one_is_not_withdrawn():
    ask()
    answer()

    with pytest.raises(ContributionRefused, match="It was answered already"):
        withdraw()


def test_of_a_restricted_request_others_see_nothing():
    ask()
    Request.objects.update(is_restricted=True)

    assert question_contributions(REF, "1", actor=OFFICER, today=TODAY) is None
    assert contributions_of_owner(OWNER, actor=OFFICER, today=TODAY) == ()
    Request.objects.get().named.create(key=OFFICER.key)
    assert len(contributions_of_owner(OWNER, actor=OFFICER, today=TODAY)) == 1


def test_lists_tell_what_waits_and_what_is_late():
    ask()
    ask("2", due=on("10-08").date())
    later = on("10-09").date()

    waiting = contributions_of_owner(OWNER, actor=OFFICER, today=later)
    assert {(one.label, one.is_overdue) for one in waiting} == {("2", True), ("1", False)}
    load = owner_row(OWNER, viewer=OFFICER, today=later)
    assert (load.waiting, load.overdue, load.answered, load.late) == (2, 1, 0, 0)

    answer("In time", at=on("10-08", 22))
    load = owner_row(OWNER, viewer=OFFICER, today=later)
    assert (load.waiting, load.overdue, load.answered, load.late) == (1, 0, 1, 0)
    # In summer, 23:00 in Greenwich is the next day in London.
    Contribution.objects.filter(state="answered").update(answered_at=on("10-08", 23))
    assert owner_row(OWNER, viewer=OFFICER, today=later).late == 1


def test_a_list_costs_the_same_however_long_it_is(django_assert_num_queries):
    ask()
    answer("One", ("a.txt", b"a"))

    with django_assert_num_queries(4):
        assert len(contributions_of_owner(OWNER, actor=OFFICER, today=TODAY)) == 1
    ask("2")
    answer("Two", ("a.txt", b"a"), ("b.txt", b"b"))
    with django_assert_num_queries(4):
        assert len(contributions_of_owner(OWNER, actor=OFFICER, today=TODAY)) == 2


def test_the_page_of_a_question_says_why_somebody_may_not_ask():
    reader = Actor("a@body.example", "A", frozenset({Role.AUDITOR}))

    shown = question_contributions(REF, "1", actor=reader, today=TODAY)

    assert shown.why_not_ask == "Asking an information owner is for officers"
    assert question_contributions(REF, "1", actor=OFFICER, today=TODAY).why_not_ask == ""
    assert str(shown.work_to) == "2025-11-03"


def test_the_ledger_tells_each_step_by_digests_only():
    ask()
    answer("There are 12.", ("a.txt", b"secret bytes"))
    decline_contribution(token(), "Not mine, ask Ann", suggested="Ann", at=AT)
    ask_again(REF, "1", 1, Asking("And where?", DUE), doing=doing_by(OFFICER))
    withdraw()

    lines = [one for one in ledger_rows() if "contribution" in str(one.data)]
    assert [one.action for one in lines] == [
        "owner asked",
        "contribution answered",
        "contribution declined",
        "owner asked again",
        "contribution withdrawn",
    ]
    told = str(lines)
    assert hashlib.sha256(b"There are 12.").hexdigest() in told
    for words in ("There are 12", "secret", "Not mine", "Ann", "where", ASKER, ASKER_ADDRESS):
        assert words not in told
    assert lines[1].by == f"link of {OWNER}"
    assert list(checked_lines())[-1].holds


def test_nothing_that_an_owner_is_sent_says_who_asked():
    ask()
    ask("2")
    withdraw()

    sent = "".join(f"{one.subject}{one.text}" for one in mails()).casefold()
    for part in (*ASKER.split(), *ASKER_ADDRESS.split("@")):
        assert part.casefold() not in sent

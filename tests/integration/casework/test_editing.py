"""Questions of a request that are merged, cut, reworded and put in another order."""

import datetime as dt

import pytest

from answerable.actions.casework import (
    Arrival,
    RequestNotFound,
    cut_question,
    merge_questions,
    read_waiting,
    record_events,
    reorder_questions,
    reword_question,
    store_message,
)
from answerable.domain.clock import shipped_holidays
from answerable.domain.clock.written import events_of
from answerable.domain.questions.editing import EditRefused
from answerable.queries.casework import request_page
from answerable.queries.ledger import checked_lines, ledger_rows
from tests.support.casework import REF, doing_by
from tests.support.letters import make_mail

pytestmark = pytest.mark.django_db
AT = dt.datetime(2025, 10, 6, 9, 0, tzinfo=dt.UTC)
TABLE = shipped_holidays()
WHO = {"by": "an officer", "at": AT}


@pytest.fixture(autouse=True)
def request_of_three():
    store_message(
        make_mail(text="1. How many?\n2. Who pays?\n3. Since when and until when?"),
        Arrival("a.eml"),
        **WHO,
    )
    list(read_waiting(doing=doing_by()))


def shown():
    questions = request_page(REF, table=TABLE).questions
    return [(one.label, one.text, str(one.clock.due_on)) for one in questions]


def happens(event, *labels):
    record_events(REF, labels, events_of([event]), doing=doing_by())


DUE = "2025-11-03"


def test_questions_are_merged_in_the_place_of_the_first():
    assert merge_questions(REF, ["3", "1"], doing=doing_by()) == ("1", "2")

    assert shown() == [
        ("1", "How many? Since when and until when?", DUE),
        ("2", "Who pays?", DUE),
    ]


def test_a_question_is_cut_and_both_halves_keep_what_happened():
    happens("fee:2025-10-16:2025-10-28", "3")

    assert cut_question(REF, "3", "and until", doing=doing_by()) == ("1", "2", "3.1", "3.2")

    assert shown()[2:] == [
        ("3.1", "Since when", "2025-11-14"),
        ("3.2", "and until when?", "2025-11-14"),
    ]


def test_the_only_question_is_cut_into_one_and_two():
    store_message(
        make_mail(text="How many and whose?", Message_ID="<2@x.example>"), Arrival("b.eml"), **WHO
    )
    list(read_waiting(doing=doing_by()))

    assert cut_question("2025-0002", "", "and whose", doing=doing_by()) == ("1", "2")


def test_a_question_is_reworded_and_what_was_printed_stays_in_the_message():
    reword_question(REF, "1", "How many printers are in use?", doing=doing_by())

    assert shown()[0] == ("1", "How many printers are in use?", DUE)


def test_questions_are_put_in_another_order():
    assert reorder_questions(REF, ["3", "1", "2"], doing=doing_by()) == ("3", "1", "2")

    assert [label for label, _, _ in shown()] == ["3", "1", "2"]


def test_questions_to_which_different_things_happened_stay_apart():
    happens("clarification:2025-10-08", "2")

    with pytest.raises(EditRefused, match="Different things happened to questions 1, 2"):
        merge_questions(REF, ["1", "2"], doing=doing_by())

    assert len(shown()) == 3


REFUSED = [
    (lambda: merge_questions(REF, ["1"], doing=doing_by()), EditRefused, "at least two"),
    (lambda: merge_questions(REF, ["1", "9"], doing=doing_by()), EditRefused, "no question 9"),
    (lambda: cut_question(REF, "3", "never said", doing=doing_by()), EditRefused, "Both halves"),
    (lambda: cut_question(REF, "9", "x", doing=doing_by()), EditRefused, "no question 9"),
    (lambda: reword_question(REF, "1", " ", doing=doing_by()), EditRefused, "needs words"),
    (
        lambda: reorder_questions(REF, ["1", "2"], doing=doing_by()),
        EditRefused,
        "every question once",
    ),
    (
        lambda: merge_questions("1999-0001", ["1", "2"], doing=doing_by()),
        RequestNotFound,
        "no request",
    ),
]


@pytest.mark.parametrize(("change", "refusal", "words"), REFUSED)
def test_what_cannot_be_done_is_refused_and_changes_nothing(change, refusal, words):
    before, lines = shown(), len(ledger_rows())

    with pytest.raises(refusal, match=words):
        change()

    assert (shown(), len(ledger_rows())) == (before, lines)


def test_each_change_is_told_by_digests_and_not_by_words():
    merge_questions(REF, ["1", "2"], doing=doing_by())
    cut_question(REF, "3", "and until", doing=doing_by())

    rows = ledger_rows()[1:]

    assert [row.action for row in rows] == ["questions merged", "question cut"]
    assert list(rows[1].data["after"]) == ["1", "3.1", "3.2"]
    assert "pays" not in repr(rows)
    assert list(checked_lines())[-1].holds


def test_what_leads_to_each_of_merged_questions_is_kept():
    store_message(
        make_mail(
            text="1. Fleet:\na) how many?\n2. Staff:\na) how many?", Message_ID="<2@x.example>"
        ),
        Arrival("b.eml"),
        **WHO,
    )
    list(read_waiting(doing=doing_by()))

    merge_questions("2025-0002", ["1a", "2a"], doing=doing_by())

    (merged,) = request_page("2025-0002", table=TABLE).questions
    assert (merged.heading, merged.text) == ("Fleet: Staff:", "how many? how many?")

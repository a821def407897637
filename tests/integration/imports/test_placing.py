"""A passage that no label connects is placed by a person, stays placed, and can be taken back."""

import datetime as dt
from dataclasses import replace

import pytest

from answerable.actions.archive import correct_entry
from answerable.actions.imports import (
    DoubtRefused,
    How,
    place_passage,
    read_again,
    reopen_doubt,
    settle_doubt,
    take_back_passage,
    working,
)
from answerable.domain.disclosure_log import entry_from_json
from answerable.domain.roles import Actor, MoveNotAllowed, Role
from answerable.queries.imports import doubt_page, doubts
from answerable.records.archive.models import Correction, Entry
from tests.support.entries import make_entry, make_question
from tests.support.imports import AT, KEEPER, doubtful, doubtful_readings, import_all, work

pytestmark = pytest.mark.django_db
FILE = b"a file"
PASSAGE = "Exempt under section 31(1)(a)."
QUESTIONS = (
    make_question("1", answer="Seven."),
    make_question("2", "What colour are they?", answer=None, outcomes=()),
    make_question("3", "Where are they?", answer=None, outcomes=()),
)


def reading(passage=PASSAGE):
    entry = make_entry(questions=QUESTIONS)
    entry = replace(entry, response=f"Seven.\n\n{PASSAGE}")
    found = doubtful(FILE, passage=PASSAGE, entries=(entry,))
    if not passage:
        return replace(found, unassigned=())
    return found


@pytest.fixture
def doubt(monkeypatch):
    """The doubt about one passage of an entry with three questions."""
    monkeypatch.setattr(working, "readings_of", doubtful_readings({FILE: reading()}))
    import_all([("log.docx", FILE)])
    return next(one.number for one in doubts() if one.what == "unassigned")


def answers():
    return [
        (one["answer"], one["answered_with"]) for one in Entry.objects.get().content["questions"]
    ]


def place(doubt, *labels, by=KEEPER):
    place_passage(doubt, labels, note="", by=by, at=AT)


def test_a_passage_is_the_answer_of_the_questions_that_share_it(doubt):
    place(doubt, "2", "3")

    assert answers() == [("Seven.", []), (PASSAGE, ["3"]), (PASSAGE, ["2"])]
    page = doubt_page(doubt)
    assert (page.row.how, page.is_placed) == ("corrected", True)
    assert [one.has_passage for one in page.questions] == [False, True, True]


def test_a_passage_stands_behind_what_answers_a_question_already(doubt):
    place(doubt, "1")

    assert answers()[0] == (f"Seven.\n\n{PASSAGE}", [])


def test_what_it_would_decide_is_proposed_and_not_done(doubt):
    proposed = doubt_page(doubt).questions[1]

    place(doubt, "2")

    assert (proposed.outcomes, proposed.would_be) == ((), ("withheld",))
    assert proposed.exemptions == ("31(1)(a)",)
    assert Entry.objects.get().content["questions"][1]["outcomes"] == []


def test_what_was_placed_stays_when_a_newer_reader_reads_the_file(doubt, monkeypatch):
    place(doubt, "2")

    for module in ("imports.keeping", "archive.documents", "imports.again"):
        monkeypatch.setattr(f"answerable.actions.{module}.READER_VERSION", "99")
    (run,) = read_again(body_code=None, by=KEEPER, at=AT)
    work(run, at=AT + dt.timedelta(days=1))

    assert answers()[1] == (PASSAGE, [])
    assert doubt_page(doubt).row.how == "corrected"
    assert not doubts(what="unassigned")


def test_what_was_placed_is_taken_back_as_if_it_had_never_been(doubt):
    before = answers()
    place(doubt, "1", "2")

    take_back_passage(doubt, by=KEEPER, at=AT)

    assert answers() == before
    assert Correction.objects.count() == 0
    assert doubt_page(doubt).row.how == ""
    place(doubt, "3")


def test_what_was_changed_since_is_not_taken_back(doubt):
    place(doubt, "2")
    entry = entry_from_json(Entry.objects.get().content)
    second = replace(entry.questions[1], answer="Red.")
    corrected = replace(entry, questions=(entry.questions[0], second, entry.questions[2]))
    correct_entry("OPA", "7000001", corrected, by="somebody", at=AT, reason="It says so")

    with pytest.raises(DoubtRefused, match="The answer to question 2 was changed since"):
        take_back_passage(doubt, by=KEEPER, at=AT)


def test_a_passage_is_placed_where_it_can_be(doubt):
    with pytest.raises(DoubtRefused, match="Name the question"):
        place(doubt)
    with pytest.raises(DoubtRefused, match="no question 9"):
        place(doubt, "9")
    with pytest.raises(DoubtRefused, match="No passage was placed"):
        take_back_passage(doubt, by=KEEPER, at=AT)
    with pytest.raises(MoveNotAllowed, match="is for officers and managers"):
        place(doubt, "2", by=Actor("c", "C", frozenset({Role.CHECKER})))
    place(doubt, "2")
    with pytest.raises(DoubtRefused, match="settled it already"):
        place(doubt, "3")
    with pytest.raises(DoubtRefused, match="take that back"):
        reopen_doubt(doubt, by=KEEPER, at=AT)


def test_a_passage_that_the_entry_has_no_more_is_not_placed(doubt):
    entry = entry_from_json(Entry.objects.get().content)
    corrected = replace(entry, response="Seven.")
    correct_entry("OPA", "7000001", corrected, by="somebody", at=AT, reason="It was a footer")

    with pytest.raises(DoubtRefused, match="does not have this passage any more"):
        place(doubt, "2")


def test_only_a_passage_can_be_placed(monkeypatch):
    found = doubtful(FILE, passage="", remarks=[("date", "It is in the future")])
    monkeypatch.setattr(working, "readings_of", doubtful_readings({FILE: found}))
    import_all([("log.docx", FILE)])
    number = doubts()[0].number

    with pytest.raises(DoubtRefused, match="no passage"):
        place(number, "1")
    settle_doubt(number, how=How.RIGHT, note="", by=KEEPER, at=AT)

"""Personal data in an entry is marked, and what was decided of them stays decided."""

from dataclasses import replace

import pytest

from answerable.domain.disclosure_log import Entry, Question, Table
from answerable.domain.disclosure_log.identifying import (
    Choice,
    Known,
    decided,
    mark_as_json,
    mark_of,
    marks_in,
    undecided,
)
from answerable.domain.personal.kinds import Certainty, PersonalKind

KNOWN = Known(("Olive Officer",), ("May", "Lowtown"))


def entry(text, *rows):
    tables = (Table((("Floor", "Count"), *rows)),) if rows else ()
    return Entry(None, "Printers", "", "", (Question("1", "1.", text),), tables=tables)


def found(text):
    return [(one.words, one.kind) for one in undecided(marks_in(entry(text), KNOWN))]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("seen by Mr John Smith there", "Mr John Smith", PersonalKind.NAME),
        ("seen by Detective Constable Reed", "Detective Constable Reed", PersonalKind.NAME),
        ("said PC 1234 then", "PC 1234", PersonalKind.STAFF),
        ("asked olive officer", "olive officer", PersonalKind.NAME),
        ("as Sarah Quill wrote", "Sarah Quill", PersonalKind.NAME),
        ("in May of that year", "May", PersonalKind.NAME),
        ("at 14 Low Road today", "14 Low Road", PersonalKind.HOME),
        ("in LS1 4AB only", "LS1 4AB", PersonalKind.POSTCODE),
        ("a man aged 34 fell", "aged 34", PersonalKind.AGE),
        ("crime number 42/123456/25", "crime number 42/123456/25", PersonalKind.POLICE_ID),
        ("ann@asker.example answers", "ann@asker.example", PersonalKind.EMAIL),
        ("two officers were", "two officers", PersonalKind.SMALL),
        ("she was arrested for theft", "was arrested for theft", PersonalKind.SPECIAL),
    ],
)
def test_it_is_marked(text, words, kind):
    assert (words, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "How many printers did you buy in 2024?",
        "Freedom of Information Act 2000",
        "the Chief Constable of the force",
        "you may answer in two weeks",
        "section 31(1)(a) applies",
        "12,000 printers and 402 staff",
    ],
)
def test_ordinary_words_are_not(text):
    assert found(text) == []


@pytest.mark.parametrize("words", ["x", "1", "A", "a.", "Ab-", "a@"])
def test_no_word_is_too_long_to_be_read(words):
    """Read again from each of its letters, one of these would take a quarter of an hour."""
    long = words * (400_000 // len(words))

    assert ("ann@asker.example", PersonalKind.EMAIL) in [
        (one.words, one.kind) for one in marks_in(entry(f"{long} ann@asker.example"), Known())
    ]


def test_a_small_number_is_marked_in_its_table():
    marks = marks_in(entry("How many?", ("Ground", "3"), ("First", "30")), KNOWN)

    assert [(one.field, one.words, one.kind, one.waits) for one in marks] == [
        ("table 1", "3", PersonalKind.SMALL, True)
    ]


def test_what_the_head_of_a_column_says_of_its_cells_is_known():
    table = Table((("Surname", "Collar number"), ("Quillfeather", "4417"), ("Oakrow", "4418")))
    made = replace(entry("Who?"), tables=(table,))

    marks = marks_in(made, Known())

    assert [(one.words, one.kind) for one in marks] == [
        ("Quillfeather", PersonalKind.NAME),
        ("4417", PersonalKind.STAFF),
        ("Oakrow", PersonalKind.NAME),
        ("4418", PersonalKind.STAFF),
    ]
    out = [replace(one, choice=Choice.TAKE_OUT) for one in marks if one.words == "4417"]
    left, _ = decided(made, Known(), out)
    assert left.tables[0].rows[1:] == (
        ("Quillfeather", "[personal number taken out]"),
        ("Oakrow", "4418"),
    )


def test_a_short_number_is_taken_out_where_it_is_somebodys_and_nowhere_else():
    made = entry("Anita Quill (34) wrote about 34 printers")
    (age,) = (one for one in marks_in(made, Known()) if one.kind is PersonalKind.AGE)

    left, _ = decided(made, Known(), [replace(age, choice=Choice.TAKE_OUT)])

    assert (
        left.questions[0].text == "Anita Quill ([date of birth taken out]) wrote about 34 printers"
    )


def test_what_is_only_possible_waits_for_nobody_but_ages_and_small_numbers():
    marks = marks_in(entry("Ask PC Gosling."), Known())

    assert [(one.certainty, one.waits) for one in marks] == [(Certainty.POSSIBLE, False)]


def test_a_mark_from_before_there_were_kinds_is_read():
    data = {
        "field": "title",
        "at": 0,
        "words": "PC 1234",
        "why": "NUMBER",
        "choice": "keep",
        "shown": "",
    }

    mark = mark_of(data)

    assert (mark.kind, mark.choice, mark.words) == (PersonalKind.STAFF, Choice.KEEP, "PC 1234")


def test_what_was_decided_holds_for_the_same_words_wherever_they_stand():
    before = entry("Sarah Quill asked Mr Tom Reed")
    first, second = marks_in(before, KNOWN)
    said = (
        replace(first, choice=Choice.KEEP),
        replace(second, choice=Choice.TAKE_OUT, shown="[an officer]"),
    )
    after = entry("It was Mr Tom Reed whom Sarah Quill saw, in May")

    left, marks = decided(after, KNOWN, said)

    assert left.questions[0].text == "It was [an officer] whom Sarah Quill saw, in May"
    assert [one.words for one in undecided(marks)] == ["May"]
    assert [one.words for one in marks if one.choice is Choice.TAKE_OUT] == ["Mr Tom Reed"]
    assert decided(left, KNOWN, marks) == (left, marks)


def test_a_small_number_is_taken_out_of_its_own_table_only():
    made = entry("How many?", ("Ground", "3"), ("First", "33"))
    (mark,) = marks_in(made, KNOWN)

    left, _ = decided(made, KNOWN, (replace(mark, choice=Choice.TAKE_OUT),))

    assert left.tables[0].rows[1:] == (("Ground", "fewer than 5"), ("First", "33"))


def test_a_mark_is_stored_and_read_back():
    (mark,) = marks_in(entry("PC 1234"), KNOWN)

    assert mark_of(mark_as_json(mark)) == mark


def test_a_name_that_is_an_ordinary_word_is_taken_out_where_it_is_a_name():
    before = [replace(one, choice=Choice.TAKE_OUT) for one in marks_in(entry("May wrote"), KNOWN)]

    left, _ = decided(entry("May wrote that you may appeal"), KNOWN, before)

    assert left.questions[0].text == "[name taken out] wrote that you may appeal"

"""Words that may identify somebody are marked, and what was decided of them stays decided."""

from dataclasses import replace

import pytest

from answerable.domain.disclosure_log import Entry, Question, Table
from answerable.domain.disclosure_log.identifying import (
    Choice,
    Known,
    Why,
    decided,
    mark_as_json,
    mark_of,
    marks_in,
    undecided,
)

KNOWN = Known(("Olive Officer",), ("May", "Lowtown"))


def entry(text, *rows):
    tables = (Table((("Floor", "Count"), *rows)),) if rows else ()
    return Entry(None, "Printers", "", "", (Question("1", "1.", text),), tables=tables)


def found(text):
    return [(one.words, one.why) for one in marks_in(entry(text), KNOWN)]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("seen by Mr John Smith there", "Mr John Smith", Why.TITLE),
        ("seen by Detective Constable Reed", "Detective Constable Reed", Why.TITLE),
        ("said PC 1234 then", "PC 1234", Why.NUMBER),
        ("asked olive officer", "olive officer", Why.KNOWN),
        ("as Sarah Quill wrote", "Sarah Quill", Why.NAME),
        ("in May of that year", "May", Why.NAME),
        ("at 14 Low Road today", "14 Low Road", Why.PLACE),
        ("in LS1 4AB only", "LS1 4AB", Why.PLACE),
        ("a man aged 34 fell", "aged 34", Why.AGE),
        ("crime number 42/123456/25", "crime number 42/123456/25", Why.CASE),
        ("as in 2024-0017", "2024-0017", Why.CASE),
        ("press@body.example answers", "press@body.example", Why.CONTACT),
        ("two officers were", "two officers", Why.SMALL),
    ],
)
def test_it_is_marked(text, words, why):
    assert (words, why) in found(text)


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

    assert ("ann@asker.example", Why.CONTACT) in [
        (one.words, one.why) for one in marks_in(entry(f"{long} ann@asker.example"), Known())
    ]


def test_a_small_number_is_marked_in_its_table():
    marks = marks_in(entry("How many?", ("Ground", "3"), ("First", "30")), KNOWN)

    assert [(one.field, one.words, one.why) for one in marks] == [("table 1", "3", Why.SMALL)]


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
    assert undecided(marks) == ("May",)
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

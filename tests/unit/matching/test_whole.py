"""A whole request beside earlier ones."""

import datetime as dt

from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.matching.analysis import stem_of
from answerable.matching.precedents import Filed, Precedents
from answerable.matching.whole import Looked, earlier_requests

READER = reader_of(stem_of, usual_groups())
DAY = dt.date(2024, 6, 3)
SKIPS = "How many skips were hired in 2021?"
LIFTS = "Who repairs your lifts?"
PARROTS = "How many parrots do you keep?"


def filed(reference, *texts, on=DAY, **more):
    """Return the questions of an earlier request."""
    return [
        Filed(reference, str(number), None, text, on, ("disclosed",), (), "Yes.", **more)
        for number, text in enumerate(texts, start=1)
    ]


def found(texts, *requests):
    """Return the earlier requests in which questions stand."""
    on_file = Precedents(READER, [one for request in requests for one in request], DAY)
    return earlier_requests(
        Looked(str(number), text, tuple(on_file.like(text, DAY, most=9)))
        for number, text in enumerate(texts, start=1)
    )


def counts(one):
    return one.filed.reference, one.same, one.same_new_period, one.overlap


def test_the_request_that_has_the_most_of_it_stands_first():
    asked = (SKIPS, LIFTS, PARROTS)

    given = found(asked, filed("7", SKIPS), filed("8", *asked), filed("9", LIFTS, PARROTS))

    assert [counts(one) for one in given] == [("8", 3, 0, 0), ("9", 2, 0, 0), ("7", 1, 0, 0)]


def test_what_stands_there_for_another_time_or_in_part_is_counted_apart():
    asked = (
        "How many skips were hired in 2023?",
        "Who repairs your lifts, and how many are there?",
    )

    (one,) = found(asked, filed("7", SKIPS, LIFTS))

    assert counts(one) == ("7", 0, 1, 1)
    assert [(each.label, each.relation) for each in one.standing] == [
        ("1", "same_new_period"),
        ("2", "overlap"),
    ]


def test_the_counts_are_said_in_words():
    asked = ("How many skips were hired in 2023?", LIFTS, PARROTS)

    whole, part = found(asked, filed("7", SKIPS, LIFTS, PARROTS), filed("8", SKIPS))

    assert whole.in_words(3) == ("2 of its 3 questions stand in", ", 1 for another time")
    assert part.in_words(3) == ("1 of its 3 questions stands for another time in", "")


def test_a_question_counts_once_by_what_answers_it_best():
    (one,) = found((SKIPS,), filed("7", "How many skips were hired in 2019?", SKIPS))

    assert counts(one) == ("7", 1, 0, 0)
    assert one.standing[0].found.filed.label == "2"


def test_of_requests_with_as_much_the_latest_stands_first():
    earlier = filed("7", SKIPS, on=dt.date(2022, 1, 1))

    given = found((SKIPS,), earlier, filed("8", SKIPS, on=dt.date(2023, 1, 1)))

    assert [one.filed.reference for one in given] == ["8", "7"]
    assert [one.on for one in given] == [dt.date(2023, 1, 1), dt.date(2022, 1, 1)]


def test_requests_without_references_are_told_apart_by_where_they_stand():
    first, second = (filed(None, SKIPS, source="log", entry=one) for one in (1, 2))

    assert len(found((SKIPS,), first, second)) == 2


def test_what_is_merely_like_it_stands_nowhere():
    assert found((SKIPS,), filed("7", "Please send me your policy on skips")) == ()
    assert found((SKIPS,)) == ()

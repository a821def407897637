"""Of a request, the questions that were asked before are found, in bounded time and each once."""

import pytest

from answerable.domain.precedent.offering import Standing
from answerable.domain.questions import split_questions
from answerable.queries.offers import MOST_COMPARED, offers_for
from tests.support.entries import AT, OTHER, keep, make_entry, make_question
from tests.support.indexed import indexed

pytestmark = pytest.mark.django_db
THINGS = "kites lamps boats trams pumps gates carts desks bells sheds nests ropes".split()


def offers(text, *, may_go_on=lambda: True):
    return offers_for(split_questions(text).questions, at=AT, may_go_on=may_go_on)


def publish(*texts, body=None, name="log"):
    entries = [
        make_entry(ref=f"{name} {number}", questions=(make_question(text=text),))
        for number, text in enumerate(texts, start=1)
    ]
    keep(*entries, name=name, **({"body": body} if body else {}))
    indexed(at=AT)


def asked(things):
    return "\n".join(
        f"{n}. How many {thing} do you own?" for n, thing in enumerate(things, start=1)
    )


def test_of_many_questions_so_many_are_compared_and_the_others_counted():
    publish(*(f"How many {thing} do you own?" for thing in THINGS))

    found = offers(asked(THINGS))

    assert found.left == len(THINGS) - MOST_COMPARED == 2
    assert [one.precedent.filed.text.split()[2] for one in found.found] == THINGS[:5]


def test_when_the_time_is_over_the_first_question_was_compared_and_the_others_are_counted():
    publish(*(f"How many {thing} do you own?" for thing in THINGS))

    found = offers(asked(THINGS), may_go_on=lambda: False)

    assert [one.precedent.filed.text.split()[2] for one in found.found] == THINGS[:1]
    assert found.left == len(THINGS) - 1


def test_the_same_question_twice_is_compared_once_and_left_out_of_no_count():
    publish("How many kites do you own?")

    found = offers(asked(["kites"] * 40))

    assert (len(found.found), found.left) == (1, 0)


def test_an_earlier_question_that_two_are_like_is_shown_once_with_both():
    publish("How many kites do you own?")

    (found,) = offers("1. How many kites do you own?\n2. Number of kites that you own").found

    assert [one.label for one in found.asked] == ["1", "2"]


def test_what_was_asked_often_leaves_room_for_the_rest():
    publish(*["How many kites do you own?"] * 6, "How many boats do you own?")

    found = offers(asked(["kites", "boats"])).found

    assert [one.asked[0].label for one in found] == ["1", "1", "1", "2"]


def test_ours_comes_before_theirs_and_the_same_before_an_overlap_before_another_time():
    publish("How many kites were flown in 2023?", body=OTHER, name="theirs")
    publish(
        "How many kites were flown in 2021?",
        "How many kites were flown in 2023 by age and ward?",
        "How many kites were flown in 2023?",
    )

    found = offers("How many kites were flown in 2023?").found

    assert [(one.precedent.related.relation.value, one.standing) for one in found] == [
        ("same", Standing.ANSWERED),
        ("overlap", Standing.ANSWERED),
        ("same_new_period", Standing.ANSWERED),
    ]

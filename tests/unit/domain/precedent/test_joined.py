from answerable.domain.precedent.compared import compared, evenly
from answerable.domain.precedent.rules import rule_for
from answerable.domain.precedent.signs import signs_of
from tests.support.asking import asked, relation

JOINS = "one joins more to what both have"


def signs(new, earlier):
    found = compared(asked(new), asked(earlier), evenly)
    return signs_of(found, rule_for(found))


def test_a_thing_behind_an_and_is_joined_to_what_both_have():
    assert signs("Number of oars and rudders", "Number of oars")[JOINS]
    assert not signs("Number of broken oars", "Number of oars")[JOINS]


def test_who_names_a_thing_more_asks_for_more():
    found, differs = relation(
        "How many lanterns were bought in 2023?",
        "Number and cost of lanterns and candles bought in 2023",
    )

    assert found == "overlap"
    assert "candles" in differs


def test_words_that_only_say_what_is_asked_are_no_terms():
    short, long = (
        asked("When does the payroll contract run out?"),
        asked("Payroll: contract expiry date"),
    )

    assert short.stems == long.stems
    assert short.points == long.points


def test_opposites_are_not_taken_apart_into_words_that_both_have():
    found, _ = relation(
        "How many full-time park rangers are there?", "How many part-time park rangers are there?"
    )

    assert found == "opposite"

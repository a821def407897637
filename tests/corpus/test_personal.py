"""The labelled set of personal data: what is found of each kind stays found, and what is nobody's stays so."""

import pytest

from answerable.domain.release.people import KnownPerson
from answerable.domain.release.personal import Certainty, PersonalKind
from tests.support.personal_mentions import is_found, mentions, shares
from tests.support.personal_report import labelled_set, scores

pytestmark = pytest.mark.slow

_WEAK = {PersonalKind.NAME, PersonalKind.SPECIAL, PersonalKind.SMALL, PersonalKind.AGE}


@pytest.mark.parametrize("half", ["seen", "held"])
def test_it_has_two_halves_of_250_texts_with_texts_about_nobody(half):
    texts = labelled_set(half)

    assert len(texts) == 250
    assert sum(not one.labels for one in texts) >= 50


def test_of_the_half_that_rules_were_written_with_nearly_all_is_found():
    for kind, score in scores(labelled_set("seen")).items():
        assert score.recall >= (0.9 if kind in _WEAK else 0.97), (kind, score.missed)
        assert score.precision >= 0.9, (kind, score.wrong)


def test_what_is_certain_is_there():
    for kind, score in scores(labelled_set("seen"), least=Certainty.CERTAIN).items():
        assert score.precision >= 0.97, (kind, score.wrong)


@pytest.mark.parametrize(
    ("context", "least"),
    [
        ("titled", 0.97),
        ("rank", 0.97),
        ("full name", 0.95),
        ("possessive", 0.95),
        ("surname alone", 0.45),
        ("first name alone", 0.8),
        ("CSV row", 0.95),
        ("ALL CAPS", 0.75),
        ("lower case", 0.4),
    ],
)
def test_names_are_found_in_each_context_at_least_so_often(context, least):
    assert shares("context")[context] >= least


def test_names_of_each_origin_are_found_at_least_so_often():
    assert min(shares("origin", without=("ALL CAPS", "lower case")).values()) >= 0.8


def test_known_people_are_found_in_every_context():
    people = [KnownPerson(name) for name in dict.fromkeys(one.name for one in mentions())]
    every = list(mentions())

    assert len(every) == 864
    assert sum(is_found(one, people) for one in every) == 864


def test_of_the_half_that_was_measured_once_no_less_is_found_than_then():
    counted = scores(labelled_set("held"))
    shapes = [score for kind, score in counted.items() if kind not in _WEAK]

    assert counted[PersonalKind.NAME].recall >= 0.98
    assert counted[PersonalKind.NAME].precision >= 0.95
    assert sum(one.touched for one in shapes) / sum(one.there for one in shapes) >= 0.98
    assert sum(one.right for one in shapes) / sum(one.found for one in shapes) >= 0.98


def test_of_special_categories_and_ages_nearly_all_that_is_found_is_there():
    halves = (
        *("held", "more_seen", "more_held", "later_seen", "later_held"),
        *("third_seen", "third_held", "fourth_held", "fifth_seen", "fifth_held", "sixth_held"),
    )
    texts = [one for half in halves for one in labelled_set(half)]
    counted = scores(texts)

    for kind in (PersonalKind.SPECIAL, PersonalKind.AGE):
        assert counted[kind].precision >= 0.9, counted[kind].wrong
        assert counted[kind].recall >= 0.95, counted[kind].missed

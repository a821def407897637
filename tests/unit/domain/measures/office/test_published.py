"""What leaves the office: small numbers protected, no case behind a figure, the same again from its JSON."""

import datetime as dt
import json

import pytest

from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.measures.office import (
    OfficeFacts,
    OfficeFigures,
    Period,
    QuestionFacts,
    RequestFacts,
    Standing,
    Timing,
    Unit,
    changes_between,
    figures_of,
    office_as_json,
    office_of,
)
from answerable.domain.measures.office.published import (
    NoSuchProfile,
    profile_named,
    published_as_json,
    published_from,
    published_of,
)

AS_AT = dt.date(2026, 4, 30)


def refusals(count, citation="31(1)(a)"):
    standing = Standing(
        timing=Timing.IN_TIME,
        is_answered=True,
        outcomes=frozenset({Outcome.WITHHELD}),
        citations=frozenset({citation}),
        days=8,
    )
    questions = (QuestionFacts("", standing),)
    return [RequestFacts(f"2026-{citation}-{one}", questions) for one in range(count)]


def office(*requests):
    facts = OfficeFacts(AS_AT, tuple(requests))
    by_request, by_question = (figures_of(facts, unit=unit) for unit in Unit)
    period = Period(dt.date(2026, 1, 1), dt.date(2026, 3, 31))
    return OfficeFigures(period, AS_AT, "2026-02-25", by_request, by_question)


@pytest.mark.parametrize(
    ("count", "profile", "numerator", "fewer_than"),
    [
        (1, "round-5", None, 5),
        (4, "round-5", None, 5),
        (5, "round-5", 5, None),
        (7, "round-5", 5, None),
        (8, "round-5", 10, None),
        (9, "round-10", None, 10),
        (12, "round-10", 10, None),
        (1, "none", 1, None),
    ],
)
def test_a_ground_is_rounded_and_a_small_number_told_as_such(count, profile, numerator, fewer_than):
    published = published_of(office(*refusals(count)), profile=profile_named(profile), sha256="")

    line = published.table(Unit.REQUEST).line("limb:31(1)(a)")

    assert (line.numerator, line.fewer_than) == (numerator, fewer_than)
    assert (line.denominator is None) == (profile != "none")


def test_all_other_numbers_stay_exact():
    published = published_of(office(*refusals(3)), profile=profile_named("round-5"), sha256="")

    line = published.table(Unit.REQUEST).line("refused")

    assert (line.numerator, line.denominator, line.rounded_to) == (3, 3, 1)


def test_what_is_published_names_no_case():
    published = published_of(office(*refusals(9)), profile=profile_named("none"), sha256="")

    assert "2026-31(1)(a)-0" not in json.dumps(published_as_json(published))


def test_published_figures_are_the_same_again_from_their_json():
    published = published_of(office(*refusals(9)), profile=profile_named("round-5"), sha256="ab")

    stored = json.dumps(published_as_json(published), sort_keys=True)
    assert published_from(json.loads(stored)) == published


def test_frozen_figures_are_the_same_again_from_their_json():
    one = office(*refusals(2), *refusals(1, "40(2)"))

    assert office_of(json.loads(json.dumps(office_as_json(one)))) == one


def test_a_profile_that_there_is_not_is_named_with_those_that_there_are():
    with pytest.raises(NoSuchProfile, match="choose none, round-5, round-10"):
        profile_named("stars")


def test_what_changed_since_names_the_cases_that_came_and_went():
    before, now = (figures_of(OfficeFacts(AS_AT, tuple(refusals(one)))) for one in (1, 2))

    changes = {one.ident: one for one in changes_between(before, now)}

    assert changes["received"].came == ("2026-31(1)(a)-1",)
    assert changes["received"].went == ()
    assert "granted" in changes  # its denominator is another
    assert changes_between(before, before) == ()

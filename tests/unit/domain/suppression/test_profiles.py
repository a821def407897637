"""Profiles of disclosure control: what is rounded, what is withheld, and what a printed figure can stand for."""

from fractions import Fraction

import pytest

from answerable.domain.suppression.profiles import (
    Profile,
    ProfileRefused,
    profile_named,
    profiles_of,
    shipped_profiles,
)

HEAD = 'title = "Own"\nsource = "Our rules"\ndated = 2026-01-01\n'


def test_every_shipped_profile_says_where_it_is_from():
    assert set(shipped_profiles()) == {"none", "round-5", "nhs-hes", "ons-10", "acro"}
    assert all(one.source and one.dated for one in shipped_profiles().values())


PRINTED = [
    ("none", 3, 3, False),
    ("round-5", 2, 0, False),
    ("round-5", 3, 5, False),
    ("nhs-hes", 0, 0, False),
    ("nhs-hes", 1, None, True),
    ("nhs-hes", 7, None, True),
    ("nhs-hes", 8, 10, False),
    ("nhs-hes", 12, 10, False),
    ("ons-10", 9, None, True),
    ("ons-10", 10, 10, False),
    ("acro", 0, None, True),
]


@pytest.mark.parametrize(("name", "count", "printed", "is_small"), PRINTED)
def test_counts_are_rounded_and_small_ones_withheld(name, count, printed, is_small):
    profile = profile_named(name)

    assert profile.is_small(count) is is_small
    assert is_small or profile.rounded(count) == printed


@pytest.mark.parametrize("name", sorted(shipped_profiles()))
@pytest.mark.parametrize("base", [None, 1, 2, 3, 10])
def test_a_printed_figure_reaches_exactly_as_far_as_the_counts_that_print_it(name, base):
    shipped = profile_named(name)
    profile = Profile(
        *(name, "", "", shipped.dated, base or shipped.rounded_to),
        least=shipped.least,
        most=shipped.most,
    )
    printing = {}
    for count in range(200):
        if not profile.is_small(count):
            printing.setdefault(profile.rounded(count), []).append(count)

    for printed in list(printing)[:-1]:
        assert profile.reach(printed) == (min(printing[printed]), max(printing[printed]))


def test_percentages_come_from_what_is_printed():
    assert profile_named("none").share(273, 704) == Fraction(27300, 704)
    assert profile_named("nhs-hes").share(273, 704) == Fraction(27500, 705)
    assert profile_named("nhs-hes").share(7, 704) is None
    assert profile_named("none").share(0, 0) is None


def test_means_of_few_are_withheld():
    assert not profile_named("nhs-hes").may_show_mean(7)
    assert profile_named("nhs-hes").may_show_mean(8)


def test_an_amount_of_which_two_have_nine_tenths_is_dominated():
    acro = profile_named("acro")

    assert acro.is_dominated((500, 400, 50, 50))
    assert not acro.is_dominated((500, 390, 60, 50))
    assert not profile_named("none").is_dominated((900, 1))


def test_a_body_may_have_profiles_of_its_own():
    own = profiles_of(f"[house]\n{HEAD}rounded_to = 10\nmost = 4\n")

    assert profile_named("house", own).rounded(25) == 30
    with pytest.raises(ProfileRefused, match="no profile 'horse'"):
        profile_named("horse", own)


WRONG = [
    ("[house", "no TOML"),
    ("house = 5", "stands outside"),
    (f"[house]\n{HEAD}rounding = 5", "no 'rounding' in a profile"),
    (f"[house]\n{HEAD}most = true", "most cannot be True"),
    (f"[house]\n{HEAD}least = 2", "least cannot be 2"),
    (f"[house]\n{HEAD}most = 1", "most cannot be 1"),
    (f"[house]\n{HEAD}dominant_units = 2", "go together"),
    (f"[house]\n{HEAD}exempt = [1]", "names of levels"),
    ('[house]\ntitle = "x"\nsource = "y"', "dated is missing"),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_a_profile_that_cannot_be_is_refused_with_its_word(text, says):
    with pytest.raises(ProfileRefused, match=says):
        profiles_of(text)

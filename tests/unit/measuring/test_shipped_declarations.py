"""The registers and measures that come with the product: each is sound, in both languages, and said to be whose."""

import pytest

from answerable.measuring.shipped import shipped_measures, shipped_registers


@pytest.mark.parametrize("register", shipped_registers().values(), ids=lambda one: one.name)
def test_a_shipped_register_has_a_key_caveats_and_both_languages(register):
    assert register.key
    assert register.caveats
    assert register.title_cy
    assert all(caveat.words_cy for caveat in register.caveats)


@pytest.mark.parametrize("measure", shipped_measures().values(), ids=lambda one: one.name)
def test_a_shipped_measure_carries_caveats_and_both_languages(measure):
    assert measure.caveats
    assert measure.title_cy

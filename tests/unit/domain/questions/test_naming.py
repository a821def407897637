"""Words that are put to others must not say who asked."""

import pytest

from answerable.domain.questions.naming import names_asker


@pytest.mark.parametrize(
    ("words", "betrays"),
    [
        ("How many printers? Regards, Ada Person", True),
        ("How many printers? ADA  PERSON", True),
        ("I, Ada\nPerson, ask", True),
        ("Write to ada@example.org", True),
        ("Write to <ADA@EXAMPLE.ORG>", True),
        ("How many persons?", False),
        ("How many people does Ada Personnel Ltd employ?", False),
        ("", False),
    ],
)
def test_a_name_or_an_address_is_found_however_it_is_written(words, betrays):
    assert names_asker(words, name="Ada Person", address="ada@example.org") is betrays


def test_somebody_without_a_name_or_an_address_is_betrayed_by_nothing():
    assert not names_asker("How many?", name="", address=" ")
    assert not names_asker("How many jobs did Jo do?", name="Jo", address="")

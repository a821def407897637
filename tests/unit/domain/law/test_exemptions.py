import pytest

from answerable.domain.law.exemptions import (
    PublicInterestTest,
    exemption,
    exemptions,
    explanation,
    public_interest_test_of,
    section_of,
)

APPLIES, NONE, DEPENDS = PublicInterestTest


@pytest.mark.parametrize(
    ("citation", "test"),
    [
        ("12(1)", NONE),
        ("14(2)", NONE),
        ("21", NONE),
        ("31(1)(a)", APPLIES),
        ("36(2)(c)", DEPENDS),
        ("37(1)(ab)", NONE),
        ("37(1)(ac)", APPLIES),
        ("37(2)", DEPENDS),
        ("40(1)", NONE),
        ("40(2)", DEPENDS),
        ("40(3A)(a)", NONE),
        ("40(3B)", APPLIES),
        ("40(4A)(a)", APPLIES),
        ("EIR 12(5)(f)", APPLIES),
        ("EIR 12(3)", NONE),
        ("25", None),
        ("170(1)", None),
    ],
)
def test_the_public_interest_test_is_known_to_the_limb(citation, test):
    assert public_interest_test_of(citation) is test


def test_every_section_that_part_ii_lists_is_there_but_the_one_on_certificates():
    sections = [found.section for found in exemptions() if found.kind == "exemption"]

    expected = ["21", "22", "22A", "23", "24", *(str(number) for number in range(26, 45))]
    assert sections == expected


def test_only_wholly_absolute_sections_are_called_absolute():
    absolute = {found.section for found in exemptions() if found.absolute}

    assert absolute == {"21", "23", "32", "34", "41", "44", "EIR 5"}


def test_an_explanation_names_the_limb_and_the_test():
    words = explanation("31(1)(a)")

    assert "preventing or detecting crime" in words
    assert "public interest test" in words


def test_a_deeper_limb_than_is_known_is_explained_by_the_one_above_it():
    assert explanation("30(2)(a)(iv)") == explanation("30(2)")


def test_a_refusal_to_confirm_or_deny_is_explained_as_one():
    assert "will not say whether it holds" in explanation("40(5B)(a)(i)")


def test_an_unknown_citation_is_explained_by_nothing():
    assert explanation("99(1)") == ""
    assert exemption("99(1)") is None


@pytest.mark.parametrize(
    ("citation", "section"),
    [("31(1)(a)", "31"), ("22A(1)(b)(iii)", "22A"), ("12", "12"), ("EIR 12(4)(a)", "EIR 12")],
)
def test_a_limb_belongs_to_its_section(citation, section):
    assert section_of(citation) == section


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("found", exemptions(), ids=lambda found: found.section)
def test_every_limb_has_two_or_three_plain_sentences(found, language):
    for citation in (found.section, *found.limbs):
        words = explanation(citation, language)

        assert 1 <= words.count(". ") <= 2
        assert words.endswith(".")
        assert len(words) < 420


@pytest.mark.parametrize("found", exemptions(), ids=lambda found: found.section)
def test_each_ground_names_its_own_provision_as_its_source(found):
    number = found.section.removeprefix("EIR ")

    assert found.source.startswith("https://www.legislation.gov.uk/uk")
    assert found.source.endswith(f"/{number}")
    assert found.title_cy
    assert set(found.limbs) == set(found.limbs_cy)
    assert all(section_of(limb) == found.section for limb in found.limbs)

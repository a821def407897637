"""Limbs: what is absolute, who may use what, and what is needed."""

import datetime as dt

import pytest

from answerable.domain.law.exemptions import exemptions
from answerable.domain.law.limbs import Nature, denial, limb, limbs, limbs_under
from answerable.domain.law.provisions import NoProvision, provision, provisions
from answerable.domain.law.regulator import regulator
from tests.support.seeds import facts, needs_facts


@pytest.mark.parametrize(
    ("citation", "is_absolute"),
    [
        ("21(1)", True),
        ("31(1)(a)", False),
        ("36(2)(c)", False),
        ("37(1)(aa)", True),
        ("37(1)(ac)", False),
        ("40(1)", True),
        ("40(3A)(a)", True),
        ("40(3B)", False),
        ("44(1)(c)", True),
        ("12(1)", False),
        ("EIR 12(3)", True),
        ("EIR 12(4)(b)", False),
    ],
)
def test_absolute_is_a_matter_of_the_limb(citation, is_absolute):
    assert limb(citation).is_absolute is is_absolute


def test_every_section_of_the_grounds_has_limbs():
    assert {one.section for one in limbs().values()} == {one.section for one in exemptions()}


def test_only_departments_may_use_section_35():
    closed = {one.section for one in limbs().values() if one.bodies}

    assert closed == {"35"}


def test_a_deeper_citation_rests_on_the_limb_above_and_a_shorter_one_on_none():
    assert limb("40(3A)(a)(i)").citation == "40(3A)(a)"
    assert limb("31(1)") is None
    assert limb("31") is None
    assert limbs_under("30(1)(a)") == ("30(1)(a)(i)", "30(1)(a)(ii)")


def test_harm_is_asked_of_prejudice_endangerment_and_adverse_effect():
    assert {nature for nature in Nature if nature.is_of_harm} == {
        Nature.PREJUDICE,
        Nature.ENDANGERMENT,
        Nature.ADVERSE_EFFECT,
    }


@pytest.mark.parametrize(
    ("citation", "denies"),
    [("31(3)", True), ("40(5B)(a)(i)", True), ("31(1)(a)", False), ("99", False)],
)
def test_a_limb_for_denying_is_known(citation, denies):
    assert (denial(citation) is not None) is denies


@needs_facts
def test_every_limb_of_the_facts_is_there_with_its_nature():
    missing = []
    for section in facts("exemptions")["foia"]:
        for row in section.get("limbs", ()):
            citation = row["ref"].split("-")[0].split("+")[0].strip()
            found = limb(citation)
            nature = row["nature"].split(" (")[0]
            if found is None or nature not in (found.nature, "qualifying function"):
                missing.append((row["ref"], nature))

    assert missing == []


def test_a_provision_holds_from_its_day():
    assert provision("sar-pause", on=dt.date(2026, 2, 5)).law == "UK GDPR Art.12A"
    with pytest.raises(NoProvision, match="has held since 2026-02-05, and not on 2026-02-04"):
        provision("sar-pause", on=dt.date(2026, 2, 4))


def test_every_provision_names_its_source_unless_it_is_inferred():
    assert all(one.source or one.confidence == "inferred" for one in provisions().values())


def test_the_regulator_is_named_as_on_the_day():
    day = dt.date(2027, 1, 4)

    assert regulator(on=day).name == "Information Commissioner"
    assert regulator(on=day, renamed_on=day).name == "Information Commission"
    assert regulator(on=day, renamed_on=day + dt.timedelta(days=1)).short == "ICO"
    assert regulator(on=day, is_scottish=True).name == "Scottish Information Commissioner"

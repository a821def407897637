"""The limbs on which a refusal can rest: their nature, what must be recorded, who may use them."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from answerable.domain.law.exemptions import (
    PublicInterestTest,
    exemption,
    public_interest_test_of,
    section_of,
)


class Nature(StrEnum):
    """What a limb asks for besides its subject."""

    CLASS = "class"
    PREJUDICE = "prejudice"
    ENDANGERMENT = "endangerment"
    NECESSITY = "necessity"
    ADVERSE_EFFECT = "adverse effect"
    PROCEDURE = "procedure"

    @property
    def is_of_harm(self) -> bool:
        """Return whether somebody must show that disclosure would do harm."""
        return self in (Nature.PREJUDICE, Nature.ENDANGERMENT, Nature.ADVERSE_EFFECT)


class Need(StrEnum):
    """What must be recorded before a limb can be relied on."""

    ESTIMATE = "estimate"
    BURDEN = "burden"
    MOTIVE = "motive"
    VALUE = "value"
    DISTRESS = "distress"
    EVIDENCE = "evidence"
    EARLIER_REQUEST = "earlier-request"
    EARLIER_ANSWER = "earlier-answer"
    INTERVAL = "interval"
    NO_FURTHER_NOTICE = "no-further-notice"
    WHERE = "where"
    INTENTION = "intention"
    NOT_SECTION_30 = "not-section-30"
    PURPOSE = "purpose"
    QUALIFIED_PERSON = "qualified-person"
    CONDITION = "condition"
    GIVEN_BY = "given-by"
    PRIVILEGE = "privilege"
    ENACTMENT = "enactment"
    OBLIGATION = "obligation"
    ORDER = "order"
    ADVICE = "advice"
    FINISHED_BY = "finished-by"
    NO_EMISSIONS = "no-emissions"

    @property
    def words(self) -> str:
        """Return what an officer has to do."""
        return _NEEDS[self]


_NEEDS = {
    Need.ESTIMATE: "record the estimate: how many items, and how many minutes each",
    Need.BURDEN: "weigh the burden on the body and its staff: say what it is, or that there is none",
    Need.MOTIVE: "weigh the motive, as far as it shows: say what it is, or that nothing is known",
    Need.VALUE: "weigh the value or serious purpose of the request, and who would gain from it",
    Need.DISTRESS: "weigh harassment and distress of staff: say what there is, or that there is none",
    Need.EVIDENCE: "conclude why the request is vexatious, all of it taken together",
    Need.EARLIER_REQUEST: "name the earlier request of the same person by its reference",
    Need.EARLIER_ANSWER: "say how the earlier request was complied with, and on which day",
    Need.INTERVAL: "say why the time since then is no reasonable interval",
    Need.NO_FURTHER_NOTICE: (
        "where no notice need be given (s.17(6)), name the earlier notice, and say why another "
        "cannot be expected"
    ),
    Need.WHERE: "say exactly where this applicant can find the information",
    Need.INTENTION: "record the intention to publish that stood when the request arrived, and when",
    Need.NOT_SECTION_30: "record that section 30 does not cover the information",
    Need.PURPOSE: "name the purpose in section 31(2)",
    Need.QUALIFIED_PERSON: "record the qualified person's opinion: whose, when, on which limb",
    Need.CONDITION: "name the condition that is met: 40(3A)(a), 40(3A)(b), 40(3B) or 40(4A)",
    Need.GIVEN_BY: "record who gave the information in confidence",
    Need.PRIVILEGE: "say which privilege it is: of legal advice, or of litigation",
    Need.ENACTMENT: "name the enactment that forbids disclosure",
    Need.OBLIGATION: "name the obligation that disclosure would breach",
    Need.ORDER: "name the court's order",
    Need.ADVICE: "record the advice that was given under regulation 9",
    Need.FINISHED_BY: "say who is finishing the work, and by when (regulation 14(4))",
    Need.NO_EMISSIONS: "record that the information is not about emissions (regulation 12(9))",
}


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb that can be cited: its nature, its public interest test, what it needs.

    `bodies` are the kinds of body that may use it, empty where every authority may. `denials` are
    the limbs of its section under which holding can be neither confirmed nor denied. `since` is the
    day from which it holds in this form.
    """

    citation: str
    section: str
    nature: Nature
    test: PublicInterestTest
    needs: tuple[Need, ...]
    offers: tuple[Need, ...]
    bodies: tuple[str, ...]
    denials: tuple[str, ...]
    since: dt.date | None
    note: str
    confidence: str
    source: str

    @property
    def is_absolute(self) -> bool:
        """Return whether the exemption ends the matter once it covers the information (s.2(3))."""
        return self.test is PublicInterestTest.NONE and self.nature is not Nature.PROCEDURE


@cache
def limbs() -> Mapping[str, Limb]:
    """Return every limb by its citation, in the order of the Act and then of the EIR."""
    found = {}
    for section, facts in _facts().items():
        for citation in facts["limbs"]:
            found[citation] = _limb(section, citation, facts, citation)
    return MappingProxyType(found)


def limb(citation: str) -> Limb | None:
    """Return the limb that a citation names or goes deeper than; None if it stops short, or is none.

    Where a limb divides into others that are known, only those are deeper ones.
    """
    known = limbs()
    upper = citation
    while upper:
        if upper in known:
            return known[upper] if upper == citation or not limbs_under(upper) else None
        upper = upper.rpartition("(")[0]
    return None


def denial(citation: str) -> Limb | None:
    """Return the limb under which a citation neither confirms nor denies; None if it is none."""
    found = exemption(citation)
    if found is None or not any(_is_under(citation, one) for one in found.denials):
        return None
    facts = _facts()[found.section]
    upper = citation
    while upper and upper not in facts.get("limb", {}):
        upper = upper.rpartition("(")[0]
    own = _limb(found.section, citation, facts, upper or citation)
    needs = tuple(one for one in own.needs if one is Need.QUALIFIED_PERSON)
    return replace(own, needs=needs, offers=())


def limbs_under(citation: str) -> tuple[str, ...]:
    """Return the limbs into which a section or a subsection divides."""
    return tuple(one for one in limbs() if one.startswith(f"{citation}("))


def upwards(citation: str) -> list[str]:
    """Return a limb and what stands above it: 31(1)(a), 31(1), 31."""
    found = [citation]
    while found[-1] != section_of(citation) and "(" in found[-1]:
        found.append(found[-1].rpartition("(")[0])
    return found


@cache
def purposes() -> Mapping[str, str]:
    """Return the purposes of section 31(2), each with our words for it."""
    return MappingProxyType(_facts()["31"]["purposes"])


@cache
def conditions() -> Mapping[str, str]:
    """Return the conditions on which section 40(2) can rest, each with our words for it."""
    return MappingProxyType(_facts()["40"]["conditions"])


def _is_under(citation: str, upper: str) -> bool:
    return citation == upper or citation.startswith(f"{upper}(")


def _limb(section: str, citation: str, facts: Mapping[str, Any], of: str) -> Limb:
    """Return a limb with what its section says of all, and what is said of it, or of the one above."""
    own = {**facts, **facts.get("limb", {}).get(of, {})}
    ground = exemption(section)
    if ground is None or section_of(citation) != section:
        message = f"limbs.toml has {citation} under {section}, which exemptions.toml does not know"
        raise LookupError(message)
    return Limb(
        citation=citation,
        section=section,
        nature=Nature(own["nature"]),
        test=public_interest_test_of(citation) or PublicInterestTest.NONE,
        needs=tuple(Need(name) for name in own.get("needs", ())),
        offers=tuple(Need(name) for name in own.get("offers", ())),
        bodies=tuple(own.get("bodies", ())),
        denials=ground.denials,
        since=own.get("since"),
        note=own.get("note", ""),
        confidence=own.get("confidence", "knowledge"),
        source=ground.source,
    )


@cache
def _facts() -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath("limbs.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))

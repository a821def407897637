"""The grounds on which a request may be refused, in plain words, in English and in Welsh."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

Language = Literal["en", "cy"]


class PublicInterestTest(StrEnum):
    """Whether the public interest must be weighed before information is withheld (s.2(2)(b))."""

    APPLIES = "applies"
    NONE = "none"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class Exemption:
    """One section of the Act, or regulation of the EIR, under which a request may be refused.

    `kind` is `exemption` (Part II), `cost` (s.12), `burden` (s.14) or `exception` (EIR).
    `absolute` holds only where every limb is absolute; `public_interest_test` where at least one
    limb has the test: sections 36, 37 and 40 differ by limb, so ask `public_interest_test_of`.
    `plain` and `plain_cy` explain the whole section, `limbs` and `limbs_cy` name each limb.
    `denials` are the limbs under which the body need not say whether it holds the information.
    """

    section: str
    kind: str
    title: str
    title_cy: str
    plain: str
    plain_cy: str
    absolute: bool
    public_interest_test: bool
    limbs: Mapping[str, str]
    limbs_cy: Mapping[str, str]
    denials: tuple[str, ...]
    source: str
    confidence: str


def exemptions() -> tuple[Exemption, ...]:
    """Return every ground, in the order of the Act and then of the EIR."""
    return tuple(_exemption(section) for section in _law())


def exemption(citation: str) -> Exemption | None:
    """Return the section that `31(1)(a)` belongs to, or None if it can refuse nothing."""
    section = section_of(citation)
    return _exemption(section) if section in _law() else None


def explanation(citation: str, language: Language = "en") -> str:
    """Return what a citation means, to the limb, for a member of the public.

    A citation that is not known gives an empty sentence: the page then shows the citation alone.
    """
    found = exemption(citation)
    if found is None:
        return ""
    return _explanation(section=found.section, citation=citation, language=language)


def public_interest_test_of(citation: str) -> PublicInterestTest | None:
    """Return whether the public interest is weighed under this limb (s.2(3)), None if unknown."""
    found = exemption(citation)
    return None if found is None else _test(found.section, _limb(found.section, citation))


def section_of(citation: str) -> str:
    """Return `31` for `31(1)(a)`, and `EIR 12` for `EIR 12(4)(a)`."""
    return citation.partition("(")[0].strip()


_NEITHER = {
    "en": (
        "The body will not say whether it holds this information, because saying so would itself "
        "give away what the exemption protects ({title})."
    ),
    "cy": (
        "Ni fydd y corff yn dweud a yw'n dal yr wybodaeth hon, oherwydd byddai dweud hynny ynddo'i "
        "hun yn datgelu'r hyn y mae'r esemptiad yn ei ddiogelu ({title})."
    ),
}
_CLAUSE = "; "
_AT_STAKE = {"en": ": here, ", "cy": ": yma, "}
_TESTS = {
    "en": {
        PublicInterestTest.APPLIES: (
            "It can be kept back only where the public interest in doing so is greater than the "
            "public interest in releasing it (the public interest test)."
        ),
        PublicInterestTest.NONE: "No public interest test applies.",
    },
    "cy": {
        PublicInterestTest.APPLIES: (
            "Dim ond os yw budd y cyhoedd o wneud hynny yn fwy na budd y cyhoedd o'i rhyddhau y "
            "gellir ei chadw'n ôl (prawf budd y cyhoedd)."
        ),
        PublicInterestTest.NONE: "Nid yw prawf budd y cyhoedd yn berthnasol.",
    },
}


@cache
def _law() -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath("exemptions.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def _exemption(section: str) -> Exemption:
    facts = _law()[section]
    tests = {_test(section, limb) for limb in (None, *facts.get("limbs", {}))}
    return Exemption(
        section=section,
        kind=facts["kind"],
        title=facts["title"]["en"],
        title_cy=facts["title"]["cy"],
        plain=_explanation(section=section, citation=section, language="en"),
        plain_cy=_explanation(section=section, citation=section, language="cy"),
        absolute=facts["kind"] in {"exemption", "exception"} and tests == {PublicInterestTest.NONE},
        public_interest_test=tests != {PublicInterestTest.NONE},
        limbs=MappingProxyType(_limb_words(section, "en")),
        limbs_cy=MappingProxyType(_limb_words(section, "cy")),
        denials=tuple(facts.get("deny", ())),
        source=facts["source"],
        confidence=facts.get("confidence", "knowledge"),
    )


def _limb_words(section: str, language: Language) -> dict[str, str]:
    return {key: words[language] for key, words in _law()[section].get("limbs", {}).items()}


@cache
def _explanation(*, section: str, citation: str, language: Language) -> str:
    facts = _law()[section]
    limb = _limb(section, citation)
    after = _test_sentence(section, limb, language)
    if any(citation.startswith(deny) for deny in facts.get("deny", ())):
        return f"{_NEITHER[language].format(title=facts['title'][language])} {after}"
    reason = facts["reason"][language]
    if limb is not None:
        joint = _CLAUSE if facts.get("clauses") else _AT_STAKE[language]
        reason = f"{reason}{joint}{facts['limbs'][limb][language]}"
    return f"{reason}. {after}"


def _test_sentence(section: str, limb: str | None, language: Language) -> str:
    facts = _law()[section]
    own = facts.get("limbs", {}).get(limb, {})
    if ("note" in facts and "test" not in own) or own.get("test") == PublicInterestTest.DEPENDS:
        return str(facts["note"][language])
    return _TESTS[language][_test(section, limb)]


def _test(section: str, limb: str | None) -> PublicInterestTest:
    facts = _law()[section]
    return PublicInterestTest(facts.get("limbs", {}).get(limb, facts).get("test", facts["test"]))


def _limb(section: str, citation: str) -> str | None:
    """Return the longest limb that is known and holds the citation: 30(2)(a)(iv) is under 30(2)."""
    limbs = _law()[section].get("limbs", {})
    return next((prefix for prefix in _prefixes(citation) if prefix in limbs), None)


def _prefixes(citation: str) -> Iterator[str]:
    while citation:
        yield citation
        citation = citation.rpartition("(")[0]

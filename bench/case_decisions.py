"""Lawful decisions with the outcomes and exemptions of generated entries, each made once."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import (
    Balance,
    Decision,
    Ground,
    Likelihood,
    PublicInterestTest,
)
from answerable.domain.decisions.estimates import estimate, work_of
from answerable.domain.decisions.written import decision_as_json
from answerable.domain.law.limbs import Need, limb, limbs_under, upwards

_NAMED = {Need.PURPOSE: "31(2)(b)", Need.CONDITION: "40(3A)(a)"}
_IN_PLACE_OF = {"12(1)": "40(2)", "14(1)": "31(1)(a)", "21": "22", "36(2)(c)": "43(2)"}
"""What withholds by itself, in place of what the generated logs cite for it."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it is stored, and its tags."""

    as_json: dict[str, Any]
    tags: tuple[tuple[str, str], ...]


@cache
def decided(outcomes: tuple[Outcome, ...], cited: tuple[str, ...]) -> Decided:
    """Return a lawful decision, as it is stored and with its tags."""
    decision = lawful_decision(outcomes, cited)
    exemptions = {upper for one in decision.grounds for upper in upwards(one.citation)}
    tags = [("outcome", one.value) for one in outcomes]
    tags += [("exemption", one) for one in sorted(exemptions)]
    return Decided(decision_as_json(decision), tuple(tags))


def lawful_decision(outcomes: tuple[Outcome, ...], cited: tuple[str, ...]) -> Decision:
    """Return a decision with these outcomes that can be put forward; logs cite what cannot stand alone."""
    is_over_limit = Outcome.COST_LIMIT in outcomes
    limbs = ("12(1)",) if is_over_limit else tuple(_IN_PLACE_OF.get(one, one) for one in cited)
    return Decision(
        outcomes,
        tuple(map(_ground, limbs)),
        estimate=estimate([work_of("locate:1200:5")]) if is_over_limit else None,
        where="on our website, under Publications" if Outcome.ELSEWHERE in outcomes else "",
    )


def _ground(cited: str) -> Ground:
    """Return a ground with everything that its limb could need."""
    citation = cited if limb(cited) else limbs_under(cited)[0]
    found = limb(citation)
    needs = found.needs if found else ()
    return Ground(
        citation,
        why="the figures show which systems are in use",
        likelihood=Likelihood.WOULD_BE_LIKELY,
        harm="an attacker would know where to begin",
        public_interest=PublicInterestTest(
            ("people can see how money is spent",), ("plans would be known",), Balance.WITHHOLDING
        ),
        recorded={need: _NAMED.get(need, "recorded in the file") for need in needs},
    )

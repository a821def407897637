"""Decisions for tests: lawful ones, from which a test takes something away."""

import datetime as dt

from answerable.domain.decisions.decision import (
    Balance,
    Ground,
    Likelihood,
    Opinion,
    PublicInterestTest,
)
from answerable.domain.law.limbs import Need, conditions, denial, limb, purposes

DAY = dt.date(2026, 11, 2)
_NAMED = {Need.PURPOSE: next(iter(purposes())), Need.CONDITION: next(iter(conditions()))}


def whole_ground(citation, *, lacks=""):
    """Return a ground with everything that any limb could need, but for what it lacks."""
    found = limb(citation) or denial(citation)
    needs = [need for need in found.needs if need is not Need.QUALIFIED_PERSON] if found else []
    weighed = PublicInterestTest(
        ("people can see how money is spent",), ("plans would be known",), Balance.WITHHOLDING
    )
    return Ground(
        citation=citation,
        why="" if lacks == "why" else "the figures show which systems are in use",
        likelihood=None if lacks == "likelihood" else Likelihood.WOULD_BE_LIKELY,
        harm="" if lacks == "harm" else "an attacker would know where to begin",
        public_interest=None if lacks == "public interest" else weighed,
        opinion=None
        if lacks == "opinion"
        else Opinion("the chief executive", DAY, (citation,), Likelihood.WOULD_BE_LIKELY),
        recorded={need: _NAMED.get(need, "recorded") for need in needs if need != lacks},
    )

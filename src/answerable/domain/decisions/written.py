"""A decision as it is stored, and back: the form in which versions of it are kept."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from answerable.domain.decisions.decision import (
    Balance,
    Decision,
    Ground,
    Likelihood,
    Opinion,
    PublicInterestTest,
)
from answerable.domain.decisions.estimates import Estimate, Together, Work, work_of
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.limbs import Need


def decision_as_json(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain data; `decision_of` makes the same decision of it."""
    estimate = decision.estimate
    return {
        "outcomes": [one.value for one in decision.outcomes],
        "grounds": [_ground_as_json(one) for one in decision.grounds],
        "estimate": estimate
        and {
            "work": [work_as_text(one) for one in estimate.work],
            "sample": estimate.sample,
            "together": [_together_as_json(one) for one in estimate.together],
        },
        "where": decision.where,
        "signposted_to": decision.signposted_to,
        "asked": decision.asked,
    }


def decision_of(data: Mapping[str, Any]) -> Decision:
    """Return the decision that was stored as plain data.

    :raises ValueError: if it holds an outcome, a need or some work that there is not.
    """
    estimate = data["estimate"]
    return Decision(
        outcomes=tuple(map(Outcome, data["outcomes"])),
        grounds=tuple(map(_ground_of, data["grounds"])),
        estimate=_estimate_of(estimate) if estimate else None,
        where=data["where"],
        signposted_to=data["signposted_to"],
        asked=data["asked"],
    )


def work_as_text(work: Work) -> str:
    """Return work as `work_of` reads it: `locate:1200:5:2`."""
    people = f":{work.people}" if work.people != 1 else ""
    return f"{work.activity.name}:{work.count}:{_minutes(work.minutes)}{people}"


def _together_as_json(one: Together) -> dict[str, Any]:
    return {
        "reference": one.reference,
        "hours": _minutes(one.hours),
        "by_same_person": one.by_same_person,
        "why": one.why,
    }


def _estimate_of(data: Mapping[str, Any]) -> Estimate:
    together = (
        Together(one["reference"], Fraction(one["hours"]), one["by_same_person"], one["why"])
        for one in data.get("together", ())
    )
    return Estimate(tuple(map(work_of, data["work"])), data["sample"], tuple(together))


def _minutes(minutes: Fraction) -> str:
    # Minutes, and hours, are read with three decimals at most, so that this loses nothing.
    return f"{float(minutes):.3f}".rstrip("0").rstrip(".")


def _ground_as_json(ground: Ground) -> dict[str, Any]:
    test, opinion = ground.public_interest, ground.opinion
    return {
        "citation": ground.citation,
        "why": ground.why,
        "likelihood": ground.likelihood,
        "harm": ground.harm,
        "public_interest": test
        and {
            "for_disclosure": list(test.for_disclosure),
            "for_withholding": list(test.for_withholding),
            "balance": test.balance,
        },
        "opinion": opinion
        and {
            "by": opinion.by,
            "on": opinion.on.isoformat(),
            "citations": list(opinion.citations),
            "likelihood": opinion.likelihood,
        },
        "recorded": {need.value: text for need, text in ground.recorded.items()},
    }


def _ground_of(data: Mapping[str, Any]) -> Ground:
    test, opinion = data["public_interest"], data["opinion"]
    return Ground(
        citation=data["citation"],
        why=data["why"],
        likelihood=_likelihood(data["likelihood"]),
        harm=data["harm"],
        public_interest=PublicInterestTest(
            tuple(test["for_disclosure"]),
            tuple(test["for_withholding"]),
            Balance(test["balance"]) if test["balance"] else None,
        )
        if test
        else None,
        opinion=Opinion(
            opinion["by"],
            dt.date.fromisoformat(opinion["on"]),
            tuple(opinion["citations"]),
            _likelihood(opinion["likelihood"]),
        )
        if opinion
        else None,
        recorded=MappingProxyType({Need(name): text for name, text in data["recorded"].items()}),
    )


def _likelihood(value: str | None) -> Likelihood | None:
    return Likelihood(value) if value else None

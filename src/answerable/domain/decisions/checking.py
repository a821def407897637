"""Whether a decision is lawful yet: every reason why not, in words that an officer can act on."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.domain.clock.regimes import Regime
from answerable.domain.decisions.decision import (
    Authority,
    Balance,
    BodyKind,
    Decision,
    Ground,
    PublicInterestTest,
)
from answerable.domain.decisions.estimates import Estimate
from answerable.domain.decisions.outcomes import OUTCOME_WORDS, Outcome
from answerable.domain.law import exemptions as law
from answerable.domain.law.costs import cost_limit
from answerable.domain.law.limbs import (
    Limb,
    Nature,
    Need,
    conditions,
    denial,
    limb,
    limbs,
    limbs_under,
    purposes,
)
from answerable.domain.law.provisions import NoProvision

_PROCEDURES = {
    Outcome.COST_LIMIT: ("12(1)", "12(2)"),
    Outcome.VEXATIOUS: ("14(1)", "EIR 12(4)(b)"),
    Outcome.REPEATED: ("14(2)", "EIR 12(4)(b)"),
}
_REFUSING = (Outcome.WITHHELD, Outcome.PART_DISCLOSED, Outcome.NCND, *_PROCEDURES)
_ABSOLUTE_ROYALS = ("37(1)(a)", "37(1)(aa)", "37(1)(ab)")
_NAMED = {Need.PURPOSE: purposes, Need.CONDITION: conditions}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a decision is not lawful yet: about which limb or outcome, and what to do."""

    about: str
    words: str

    def __str__(self) -> str:
        """Return the reason as a sentence."""
        return f"{self.about} {self.words}"


def check_decision(
    decision: Decision, *, authority: Authority, on: dt.date, regime: Regime | None = None
) -> tuple[Reason, ...]:
    """Return every reason why a decision is not lawful on a day; none if it is.

    With the regime that the question is answered under, its grounds must be of that law.
    """
    return (
        *_outcome_reasons(decision),
        *(_regime_reasons(decision, regime) if regime else ()),
        *_procedure_reasons(decision, authority, on),
        *(
            reason
            for one in decision.grounds
            for reason in _ground_reasons(one, decision, authority, on)
        ),
    )


def _outcome_reasons(decision: Decision) -> Iterator[Reason]:
    outcomes = decision.outcomes
    if not outcomes:
        yield Reason("The question", "has no outcome yet: say what was decided")
    if Outcome.UNANSWERED in outcomes:
        yield Reason("The question", "is unanswered: nothing in the answer is about it")
    # Some information may be given, and the rest neither confirmed nor denied.
    if Outcome.NCND in outcomes and Outcome.NOT_HELD in outcomes:
        words = 'cannot stand beside "not held", which gives away whether it is held'
        yield Reason("Neither confirmed nor denied", words)
    if Outcome.ELSEWHERE in outcomes and not (decision.where.strip() or _cites(decision, "21")):
        yield Reason("Accessible elsewhere:", "say exactly where")
    if Outcome.SIGNPOSTED in outcomes and not decision.signposted_to.strip():
        yield Reason("Signposted:", "say to whom")
    if Outcome.CLARIFICATION in outcomes and not decision.asked.strip():
        yield Reason("Clarification asked:", "say what was asked for")
    by_eir = Outcome.NOT_HELD in outcomes and _cites(decision, "EIR 12")
    if decision.grounds and not by_eir and not set(outcomes) & {*_REFUSING, Outcome.ELSEWHERE}:
        cited = decision.grounds[0].citation
        yield Reason(cited, "is cited, but no outcome refuses anything: add one, or leave it out")


def _regime_reasons(decision: Decision, regime: Regime) -> Iterator[Reason]:
    for one in decision.grounds:
        is_eir = law.section_of(one.citation).startswith("EIR")
        if regime is Regime.EIR and not is_eir:
            words = (
                "is of the Act, but the question is answered under the EIR: cite an exception, such "
                "as EIR 12(5)(b), or move the question to FOIA"
            )
            yield Reason(one.citation, words)
        elif regime is Regime.FOIA and is_eir:
            words = (
                "is of the EIR, but the question is answered under FOIA: move it to the EIR first"
            )
            yield Reason(one.citation, words)
        elif regime not in (Regime.EIR, Regime.FOIA):
            words = f"is no ground of {regime}: leave it out, or move the question"
            yield Reason(one.citation, words)


def _procedure_reasons(decision: Decision, authority: Authority, on: dt.date) -> Iterator[Reason]:
    cited = [one.citation for one in decision.grounds]
    for outcome, wanted in _PROCEDURES.items():
        if outcome in decision.outcomes and not any(one in wanted for one in cited):
            yield Reason(
                _capital(OUTCOME_WORDS[outcome]), f"rests on {' or '.join(wanted)}: cite it"
            )
    if Outcome.NCND in decision.outcomes and not any(
        denial(one) or one == "12(2)" for one in cited
    ):
        yield Reason(
            "Neither confirmed nor denied", "rests on a limb that allows it, such as 31(3): cite it"
        )
    withheld = {Outcome.WITHHELD, Outcome.PART_DISCLOSED} & set(decision.outcomes)
    if withheld and not any(_withholds(one) for one in cited):
        words = "rests on an exemption: cite it to the limb"
        yield Reason(_capital(OUTCOME_WORDS[min(withheld)]), words)
    if Outcome.COST_LIMIT in decision.outcomes and decision.estimate is not None:
        yield from _estimate_reasons(decision.estimate, authority, on)


def _estimate_reasons(estimate: Estimate, authority: Authority, on: dt.date) -> Iterator[Reason]:
    try:
        limit = cost_limit(authority.payer, on=on)
    except NoProvision as problem:
        yield Reason("The estimate", f"has nothing to be held against: {problem}")
        return
    if not estimate.is_over(limit):
        hours = float(estimate.hours)
        words = f"is {hours:g} hours, which is not over the limit of {float(limit.hours):g} hours"
        yield Reason("The estimate", words)
    if not estimate.work:
        yield Reason(
            "The estimate", "names no work for this request: say what it would take itself"
        )
    for one in estimate.together:
        if not one.why.strip():
            words = f"takes in {one.reference}: say why it asks for the same or similar information"
            yield Reason("The estimate", words)
        if not one.hours:
            words = f"takes in {one.reference}: estimate the hours that it would take"
            yield Reason("The estimate", words)


def _ground_reasons(
    ground: Ground, decision: Decision, authority: Authority, on: dt.date
) -> Iterator[Reason]:
    cited = ground.citation
    if cited in conditions():
        yield Reason(cited, "is a condition of 40(2): cite 40(2), and name the condition")
        return
    found = limb(cited) or denial(cited)
    if found is None:
        yield Reason(cited, not_a_limb(cited))
        return
    if found.since and on < found.since:
        yield Reason(cited, f"holds in this form since {found.since} only")
    if found.bodies and authority.kind not in found.bodies:
        yield Reason(cited, f"is open to a {' or '.join(found.bodies)} only")
    if not ground.why.strip() and found.nature is not Nature.PROCEDURE:
        yield Reason(cited, "needs its reason: say why it applies to this information")
    yield from _harm_reasons(ground, found)
    yield from _need_reasons(ground, found, decision, on)
    if is_qualified(ground, found, authority):
        yield from _balance_reasons(cited, ground.public_interest)


def _harm_reasons(ground: Ground, found: Limb) -> Iterator[Reason]:
    if not found.nature.is_of_harm:
        return
    cited = ground.citation
    is_adverse = found.nature is Nature.ADVERSE_EFFECT
    verb = "endanger" if found.nature is Nature.ENDANGERMENT else "prejudice"
    if not is_adverse and ground.likelihood is None:
        yield Reason(
            cited,
            f"needs its likelihood: say whether disclosure would {verb} or would be likely to",
        )
    if not ground.harm.strip():
        yield Reason(cited, "needs its harm: say what harm, and how disclosure causes it")


def _need_reasons(ground: Ground, found: Limb, decision: Decision, on: dt.date) -> Iterator[Reason]:
    cited = ground.citation
    for need in (*found.needs, *_of_unreasonable(cited, decision)):
        said = ground.recorded.get(need, "").strip()
        if need is Need.QUALIFIED_PERSON:
            # Statistics need no qualified person (s.36(4)): that is then recorded instead.
            yield from () if said else _opinion_reasons(ground, on)
        elif need is Need.ESTIMATE:
            if decision.estimate is None:
                yield Reason(cited, f"needs more: {need.words}")
        elif not said and not (need is Need.WHERE and decision.where.strip()):
            yield Reason(cited, f"needs more: {need.words}")
        elif need in _NAMED and not _are_named(said, _NAMED[need]()):
            known = ", ".join(_NAMED[need]())
            yield Reason(cited, f"cannot rest on {said!r}: it is one of {known}")


def _are_named(said: str, known: Mapping[str, str]) -> bool:
    """Return whether a text names one or several of what is known: "31(2)(b) and 31(2)(c)"."""
    return all(one in known for one in re.split(r"\s*(?:,|;|\band\b)\s*", said) if one)


def _of_unreasonable(cited: str, decision: Decision) -> Iterator[Need]:
    """Yield what must be recorded where a request is manifestly unreasonable as section 14 has it."""
    if cited != "EIR 12(4)(b)":
        return
    for outcome, section in ((Outcome.VEXATIOUS, "14(1)"), (Outcome.REPEATED, "14(2)")):
        if outcome in decision.outcomes:
            yield from limbs()[section].needs


def _opinion_reasons(ground: Ground, on: dt.date) -> Iterator[Reason]:
    cited, opinion = ground.citation, ground.opinion
    if opinion is None or not opinion.by.strip():
        yield Reason(cited, f"needs more: {Need.QUALIFIED_PERSON.words}")
        return
    if not any(cited == one or cited.startswith(f"{one}(") for one in opinion.citations):
        given = ", ".join(opinion.citations) or "no limb"
        yield Reason(cited, f"needs an opinion of its own: the qualified person's is on {given}")
    if opinion.on > on:
        yield Reason(cited, f"needs an opinion that is there already: this one is of {opinion.on}")
    if opinion.likelihood and ground.likelihood and opinion.likelihood is not ground.likelihood:
        words = f'says "{ground.likelihood}", but the qualified person said "{opinion.likelihood}"'
        yield Reason(cited, words)


def _balance_reasons(cited: str, test: PublicInterestTest | None) -> Iterator[Reason]:
    if test is None:
        yield Reason(cited, "is qualified: record the public-interest test")
        return
    if not any(one.strip() for one in test.for_disclosure):
        yield Reason(cited, "is qualified: say what speaks for disclosure")
    if not any(one.strip() for one in test.for_withholding):
        yield Reason(cited, "is qualified: say what speaks for withholding")
    if test.balance is None:
        yield Reason(cited, "is qualified: say on which side the public interest is")
    elif test.balance is Balance.DISCLOSURE:
        yield Reason(cited, "cannot be relied on: the public interest favours disclosure")


def is_qualified(ground: Ground, found: Limb, authority: Authority) -> bool:
    """Return whether the public interest must be weighed for this ground (s.2(3))."""
    if found.test is not law.PublicInterestTest.DEPENDS:
        return found.test is law.PublicInterestTest.APPLIES
    if found.section == "36":
        return authority.kind is not BodyKind.HOUSE_OF_PARLIAMENT
    condition = ground.recorded.get(Need.CONDITION, "")
    if found.section == "37":
        return condition not in _ABSOLUTE_ROYALS
    return law.public_interest_test_of(condition) is law.PublicInterestTest.APPLIES


def not_a_limb(cited: str) -> str:
    """Return what is wrong with a citation that is no limb."""
    under = limbs_under(cited)
    if under:
        return f"is cited without its limb (s.17(1)(b)): it is one of {', '.join(under)}"
    return "is nothing on which a request can be refused: check the citation"


def _withholds(cited: str) -> bool:
    return law.section_of(cited) not in ("12", "14", "21") and denial(cited) is None


def _cites(decision: Decision, section: str) -> bool:
    return any(law.section_of(one.citation) == section for one in decision.grounds)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

"""Whether a decision is lawful yet: every reason why not, in words that an officer can act on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.domain.decisions.decision import (
    Authority,
    Balance,
    BodyKind,
    Decision,
    Ground,
    PublicInterestTest,
)
from answerable.domain.decisions.outcomes import OUTCOME_WORDS, Outcome
from answerable.domain.law import exemptions as law
from answerable.domain.law.costs import cost_limit
from answerable.domain.law.limbs import (
    Limb,
    Nature,
    Need,
    conditions,
    denied_by,
    limb,
    limbs,
    limbs_under,
    purposes,
)

_PROCEDURES = {
    Outcome.COST_LIMIT: ("12(1)", "12(2)"),
    Outcome.VEXATIOUS: ("14(1)", "EIR 12(4)(b)"),
    Outcome.REPEATED: ("14(2)", "EIR 12(4)(b)"),
}
_REFUSING = (Outcome.WITHHELD, Outcome.PART_DISCLOSED, Outcome.NCND, *_PROCEDURES)
_GIVES_AWAY = (Outcome.DISCLOSED, Outcome.PART_DISCLOSED, Outcome.WITHHELD, Outcome.NOT_HELD)
_NAMED = {Need.PURPOSE: purposes, Need.CONDITION: conditions}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a decision is not lawful yet: about which limb or outcome, and what to do."""

    about: str
    words: str

    def __str__(self) -> str:
        """Return the reason as a sentence."""
        return f"{self.about} {self.words}"


def check_decision(decision: Decision, *, authority: Authority, on: dt.date) -> tuple[Reason, ...]:
    """Return every reason why a decision is not lawful on a day; none if it is."""
    return (
        *_outcome_reasons(decision),
        *_procedure_reasons(decision, authority, on),
        *(reason for one in decision.grounds for reason in _ground_reasons(one, authority, on)),
    )


def _outcome_reasons(decision: Decision) -> Iterator[Reason]:
    outcomes = decision.outcomes
    if not outcomes:
        yield Reason("The question", "has no outcome yet: say what was decided")
    if Outcome.UNANSWERED in outcomes:
        yield Reason("The question", "is unanswered: nothing in the answer is about it")
    if Outcome.NCND in outcomes:
        for other in _GIVES_AWAY:
            if other in outcomes:
                words = f'cannot stand beside "{OUTCOME_WORDS[other]}", which gives away whether it is held'
                yield Reason("Neither confirmed nor denied", words)
    if Outcome.ELSEWHERE in outcomes and not (decision.where.strip() or _cites(decision, "21")):
        yield Reason("Accessible elsewhere:", "say exactly where")
    if Outcome.SIGNPOSTED in outcomes and not decision.signposted_to.strip():
        yield Reason("Signposted:", "say to whom")
    if Outcome.CLARIFICATION in outcomes and not decision.asked.strip():
        yield Reason("Clarification asked:", "say what was asked for")
    if decision.grounds and not set(outcomes) & {*_REFUSING, Outcome.ELSEWHERE}:
        cited = decision.grounds[0].citation
        yield Reason(cited, "is cited, but no outcome refuses anything: add one, or leave it out")


def _procedure_reasons(decision: Decision, authority: Authority, on: dt.date) -> Iterator[Reason]:
    cited = [one.citation for one in decision.grounds]
    for outcome, wanted in _PROCEDURES.items():
        if outcome in decision.outcomes and not any(one in wanted for one in cited):
            yield Reason(
                _capital(OUTCOME_WORDS[outcome]), f"rests on {' or '.join(wanted)}: cite it"
            )
    if Outcome.NCND in decision.outcomes and not any(
        denied_by(one) or one == "12(2)" for one in cited
    ):
        yield Reason(
            "Neither confirmed nor denied", "rests on a limb that allows it, such as 31(3): cite it"
        )
    withheld = {Outcome.WITHHELD, Outcome.PART_DISCLOSED} & set(decision.outcomes)
    if withheld and not any(_withholds(one) for one in cited):
        words = "rests on an exemption: cite it to the limb"
        yield Reason(_capital(OUTCOME_WORDS[min(withheld)]), words)
    if Outcome.COST_LIMIT in decision.outcomes and decision.estimate is not None:
        limit = cost_limit(authority.payer, on=on)
        if not decision.estimate.is_over(limit):
            hours = float(decision.estimate.hours)
            words = (
                f"is {hours:g} hours, which is not over the limit of {float(limit.hours):g} hours"
            )
            yield Reason("The estimate", words)


def _ground_reasons(ground: Ground, authority: Authority, on: dt.date) -> Iterator[Reason]:
    cited = ground.citation
    found = _limb_of(cited)
    if found is None:
        yield Reason(cited, _not_a_limb(cited))
        return
    if found.since and on < found.since:
        yield Reason(cited, f"holds in this form since {found.since} only")
    if found.bodies and authority.kind not in found.bodies:
        yield Reason(cited, f"is open to a {' or '.join(found.bodies)} only")
    if not ground.why.strip() and found.nature is not Nature.PROCEDURE:
        yield Reason(cited, "needs its reason: say why it applies to this information")
    yield from _harm_reasons(ground, found)
    yield from _need_reasons(ground, found)
    if _is_qualified(ground, found, authority):
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


def _need_reasons(ground: Ground, found: Limb) -> Iterator[Reason]:
    cited = ground.citation
    for need in found.needs:
        said = ground.recorded.get(need, "").strip()
        if need is Need.QUALIFIED_PERSON:
            yield from _opinion_reasons(ground)
        elif not said:
            yield Reason(cited, f"needs more: {need.words}")
        elif need in _NAMED and said not in _NAMED[need]():
            known = ", ".join(_NAMED[need]())
            yield Reason(cited, f"cannot rest on {said!r}: it is one of {known}")


def _opinion_reasons(ground: Ground) -> Iterator[Reason]:
    cited, opinion = ground.citation, ground.opinion
    if opinion is None or not opinion.by.strip():
        yield Reason(cited, f"needs more: {Need.QUALIFIED_PERSON.words}")
    elif cited not in opinion.citations:
        given = ", ".join(opinion.citations) or "no limb"
        yield Reason(cited, f"needs an opinion of its own: the qualified person's is on {given}")


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


def _is_qualified(ground: Ground, found: Limb, authority: Authority) -> bool:
    """Return whether the public interest must be weighed for this ground (s.2(3))."""
    if found.test is not law.PublicInterestTest.DEPENDS:
        return found.test is law.PublicInterestTest.APPLIES
    if found.section == "36":
        return authority.kind is not BodyKind.HOUSE_OF_PARLIAMENT
    condition = ground.recorded.get(Need.CONDITION, "")
    return law.public_interest_test_of(condition) is law.PublicInterestTest.APPLIES


def _limb_of(cited: str) -> Limb | None:
    """Return the limb that is cited; a limb for denying has its section's nature and needs."""
    found = limb(cited)
    if found is None and denied_by(cited):
        section = law.section_of(cited)
        first = next(one for one in limbs().values() if one.section == section)
        test = law.public_interest_test_of(cited) or first.test
        needs = tuple(one for one in first.needs if one is Need.QUALIFIED_PERSON)
        return Limb(
            citation=cited,
            section=section,
            nature=first.nature,
            test=test,
            needs=needs,
            bodies=first.bodies,
            denials=first.denials,
            since=first.since,
            note=first.note,
            confidence=first.confidence,
            source=first.source,
        )
    return found


def _not_a_limb(cited: str) -> str:
    under = limbs_under(cited)
    if under:
        return f"is cited without its limb (s.17(1)(b)): it is one of {', '.join(under)}"
    return "is nothing on which a request can be refused: check the citation"


def _withholds(cited: str) -> bool:
    return law.section_of(cited) not in ("12", "14", "21")


def _cites(decision: Decision, section: str) -> bool:
    return any(law.section_of(one.citation) == section for one in decision.grounds)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

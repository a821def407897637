"""What a letter says of one ground: the limb, why it applies, the harm, and what the limb needs."""

import re

from answerable.domain.decisions.aloud import day_in_words, listed
from answerable.domain.decisions.decision import Balance, Ground, PublicInterestTest
from answerable.domain.decisions.letters.cost_refusals import write_cost
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.facts import LetterFacts, Office, Unsaid
from answerable.domain.decisions.letters.refusals import Refusal, provision_words
from answerable.domain.decisions.notices import states_of
from answerable.domain.law.exemptions import exemption, explanation
from answerable.domain.law.letters import When
from answerable.domain.law.limbs import Limb, Need, conditions, denial, limb, purposes

_NAMED = {Need.PURPOSE: purposes, Need.CONDITION: conditions}
_AND = re.compile(r"\s*(?:,|;|\band\b)\s*")


def write_refusal(draft: Draft, refusal: Refusal, *, facts: LetterFacts, office: Office) -> None:
    """Add everything that the letter says of one ground."""
    voice = refusal.voice
    if voice == "cost":
        write_cost(draft, refusal, payer=office.authority.payer, on=facts.sent_on)
    elif voice == "burden":
        _write_burden(draft, refusal.ground)
    else:
        _write_ground(draft, refusal, voice)


def _write_burden(draft: Draft, ground: Ground) -> None:
    key = f"burden.{ground.citation}"
    if key not in draft.wording:
        draft.lack("burden.14(1)")
        return
    draft.write(key)
    draft.write("burden.why", why=ground.why)
    found = limb(ground.citation)
    if found is not None:
        _write_needs(draft, ground, found)


def _write_ground(draft: Draft, refusal: Refusal, voice: str) -> None:
    ground = refusal.ground
    found = limb(ground.citation) or denial(ground.citation)
    _write_limb(draft, ground.citation, voice=voice, is_limb=found is not None)
    _write_why(draft, refusal, voice)
    if found is None:
        return
    states = set(states_of(ground))
    if not _is_unsaid(refusal.unsaid, voice):
        _write_harm(draft, ground, voice, is_likelihood_due=When.PREJUDICE in states)
    _write_needs(draft, ground, found)
    if Need.QUALIFIED_PERSON in found.needs:
        _write_opinion(draft, ground, voice)
    if When.QUALIFIED in states:
        _write_weighing(draft, ground.public_interest, voice, unsaid=refusal.unsaid)


def _write_limb(draft: Draft, citation: str, *, voice: str, is_limb: bool) -> None:
    section = exemption(citation)
    if section is None or not is_limb:
        draft.lack(f"{voice}.limb")
        return
    draft.write(
        f"{voice}.limb",
        provision=provision_words(citation, wording=draft.wording),
        title=section.title[:1].lower() + section.title[1:],
        meaning=explanation(citation),
    )


def _write_why(draft: Draft, refusal: Refusal, voice: str) -> None:
    unsaid = refusal.unsaid
    if unsaid is not None and _is_unsaid(unsaid, voice):
        draft.write(f"{voice}.why-unsaid", reason=unsaid.reason)
    else:
        draft.write(f"{voice}.why", why=refusal.ground.why)


def _is_unsaid(unsaid: Unsaid | None, voice: str) -> bool:
    """Return whether the reasons are held back: the EIR have no section 17(4)."""
    return unsaid is not None and voice in ("refusal", "silence")


def _write_harm(draft: Draft, ground: Ground, voice: str, *, is_likelihood_due: bool) -> None:
    if is_likelihood_due:
        draft.write(f"{voice}.harm", likelihood=ground.likelihood or "", harm=ground.harm)
    else:
        draft.write(f"{voice}.effect", harm=ground.harm)


def _write_needs(draft: Draft, ground: Ground, found: Limb) -> None:
    """Add what the limb needs and the person should know; the rest is recorded for the office."""
    for need in found.needs:
        key, said = f"need.{need}", ground.recorded.get(need, "")
        if need in _NAMED:
            _write_named(draft, need, said)
        elif key in draft.wording:
            draft.write(key, said=said)


def _write_named(draft: Draft, need: Need, said: str) -> None:
    """Add the purposes or conditions that are named, each in words; none if one is unknown."""
    known = _NAMED[need]()
    named = [one for one in _AND.split(said.strip()) if one]
    if not named or not all(one in known for one in named):
        draft.lack(f"need.{need}")
        return
    citations = [provision_words(one, wording=draft.wording) for one in named]
    words = "; ".join(known[one] for one in named)
    draft.write(f"need.{need}", citations=listed(citations), words=words)


def _write_opinion(draft: Draft, ground: Ground, voice: str) -> None:
    opinion, said = ground.opinion, ground.recorded.get(Need.QUALIFIED_PERSON, "")
    if said.strip():
        draft.write(f"{voice}.statistics", said=said)
        return
    covered = () if opinion is None else opinion.citations
    if opinion is None or not any(
        ground.citation == one or ground.citation.startswith(f"{one}(") for one in covered
    ):
        draft.lack(f"{voice}.opinion")
        return
    limbs = listed([provision_words(one, wording=draft.wording) for one in covered])
    draft.write(f"{voice}.opinion", by=opinion.by, day=day_in_words(opinion.on), limbs=limbs)


def _write_weighing(
    draft: Draft, test: PublicInterestTest | None, voice: str, *, unsaid: Unsaid | None
) -> None:
    """Add what was weighed; the balance is said only where it was struck, and both sides stand."""
    if test is None or test.balance is not Balance.WITHHOLDING:
        draft.lack(f"{voice}.balance")
        return
    if unsaid is not None and unsaid.weighing_too and _is_unsaid(unsaid, voice):
        draft.write(f"{voice}.balance-unsaid")
        return
    draft.write(f"{voice}.weighing")
    draft.listing(f"{voice}.for", items=test.for_disclosure)
    draft.listing(f"{voice}.against", items=test.for_withholding)
    if all(
        any(one.strip() for one in side) for side in (test.for_disclosure, test.for_withholding)
    ):
        draft.write(f"{voice}.balance")
    else:
        draft.lack(f"{voice}.balance")

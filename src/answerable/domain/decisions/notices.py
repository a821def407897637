"""Which letters a set of decisions asks for, and what is missing from one before it may go."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.decisions.decision import Decision, Ground
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law import exemptions as law
from answerable.domain.law.letters import LetterItem, LetterKind, When, letter_items
from answerable.domain.law.limbs import Nature, Need, denial, limb

_LETTERS = {
    Outcome.DISCLOSED: LetterKind.DISCLOSURE,
    Outcome.PART_DISCLOSED: LetterKind.REFUSAL,
    Outcome.WITHHELD: LetterKind.REFUSAL,
    Outcome.NCND: LetterKind.NEITHER_CONFIRM_NOR_DENY,
    Outcome.NOT_HELD: LetterKind.NOT_HELD,
    Outcome.ELSEWHERE: LetterKind.REFUSAL,
    Outcome.COST_LIMIT: LetterKind.COST_REFUSAL,
    Outcome.VEXATIOUS: LetterKind.VEXATIOUS_OR_REPEATED,
    Outcome.REPEATED: LetterKind.VEXATIOUS_OR_REPEATED,
    Outcome.SIGNPOSTED: LetterKind.NOT_HELD,
    Outcome.CLARIFICATION: LetterKind.CLARIFICATION,
}
_REFUSALS = (
    LetterKind.REFUSAL,
    LetterKind.EIR_REFUSAL,
    LetterKind.COST_REFUSAL,
    LetterKind.VEXATIOUS_OR_REPEATED,
    LetterKind.NEITHER_CONFIRM_NOR_DENY,
    LetterKind.PUBLIC_INTEREST_EXTENSION,
)


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a letter lacks, and whether the letter is unlawful without it."""

    letter: LetterKind
    item: LetterItem

    @property
    def is_unlawful(self) -> bool:
        """Return whether a statute asks for it."""
        return self.item.is_statutory

    def __str__(self) -> str:
        """Return what to add, and by which provision."""
        return f"The letter {self.words}"

    @property
    def words(self) -> str:
        """Return what a letter must say, and by which provision, without naming the letter."""
        source = f" ({self.item.provision})" if self.item.provision else ""
        return f"must say {self.item.what}{source}"


@dataclass(frozen=True, slots=True)
class NoticeCheck:
    """What a letter lacks, and by how many days a refusal in it is late.

    `kinds` are the letters whose contents it must have; without one there is nothing to send.
    """

    kinds: tuple[LetterKind, ...]
    missing: tuple[Missing, ...]
    late_by_days: int

    @property
    def may_go(self) -> bool:
        """Return whether there is something to send, and nothing is missing that a statute asks for."""
        return bool(self.kinds) and not any(one.is_unlawful for one in self.missing)


def letters_for(decisions: Sequence[Decision]) -> tuple[LetterKind, ...]:
    """Return the kinds of letter whose contents the answer to these decisions must have."""
    kinds: dict[LetterKind, None] = {}
    for decision in decisions:
        kinds.update(dict.fromkeys(_kinds_of(decision)))
    return tuple(kinds)


def check_notice(
    decisions: Sequence[Decision],
    contents: Collection[str],
    *,
    sent_on: dt.date,
    due_on: dt.date,
    kinds: Sequence[LetterKind] = (),
) -> NoticeCheck:
    """Return what an answer lacks: its contents are the names of the items that stand in it.

    A refusal notice is due when the answer is (s.17(1)), even where the public interest takes longer.
    """
    wanted = tuple(kinds) or letters_for(decisions)
    refuses = any(kind in _REFUSALS for kind in wanted)
    missing: dict[str, Missing] = {}
    for kind in wanted:
        states = {When.ALWAYS, *_states(decisions, kind)}
        for item in letter_items(kind, on=sent_on):
            # What a refusal says of reviews and complaints says it for the whole letter.
            is_said = item.name in contents or (refuses and item.name.startswith("further."))
            if item.when in states and not is_said:
                missing.setdefault(item.name, Missing(kind, item))
    late = max(0, (sent_on - due_on).days) if refuses else 0
    return NoticeCheck(wanted, tuple(missing.values()), late)


def states_of(ground: Ground) -> Iterator[When]:
    """Yield what is so of a ground, as far as the contents of its letter depend on it."""
    found = limb(ground.citation) or denial(ground.citation)
    if found is None:
        return
    # Section 36 is qualified for all but the Houses of Parliament; elsewhere it is if it was weighed.
    depends = found.test is law.PublicInterestTest.DEPENDS
    is_weighed = ground.public_interest is not None and ground.public_interest.is_begun
    if found.test is law.PublicInterestTest.APPLIES or (
        depends and (is_weighed or found.section == "36")
    ):
        yield When.QUALIFIED
    if found.nature in (Nature.PREJUDICE, Nature.ENDANGERMENT):
        yield When.PREJUDICE
    for need, state in _BY_NEED.items():
        if need in found.needs:
            yield state


def _kinds_of(decision: Decision) -> Iterator[LetterKind]:
    """Yield the letters of one decision: under the EIR a refusal, and not held, is one of theirs."""
    by_eir = any(one.citation.startswith("EIR") for one in decision.grounds)
    by_act = any(not one.citation.startswith("EIR") for one in decision.grounds)
    for outcome in decision.outcomes:
        if outcome is Outcome.SIGNPOSTED and len(set(decision.outcomes)) > 1:
            # Beside another outcome a signpost is help (s.16): it does not say that nothing is held.
            continue
        kind = _LETTERS.get(outcome)
        if kind is LetterKind.REFUSAL and outcome is Outcome.ELSEWHERE and not decision.grounds:
            kind = LetterKind.DISCLOSURE
        if kind is None:
            continue
        if by_eir and (kind in _REFUSALS or kind is LetterKind.NOT_HELD):
            yield LetterKind.EIR_REFUSAL
            if not by_act:
                continue
        yield kind


def _states(decisions: Sequence[Decision], kind: LetterKind) -> Iterator[When]:
    """Yield what is so in the decisions of a letter, as far as its contents depend on it."""
    for decision in decisions:
        if _says_whether_held(decision):
            yield When.CONFIRMS
        if kind not in _kinds_of(decision) and kind is not LetterKind.PUBLIC_INTEREST_EXTENSION:
            continue
        if Outcome.PART_DISCLOSED in decision.outcomes:
            yield When.PART_DISCLOSED
        for ground in decision.grounds:
            if _belongs(ground, kind):
                yield from states_of(ground)


def _says_whether_held(decision: Decision) -> bool:
    """Return whether a decision says that information is held or is not (s.1(1)(a))."""
    if set(decision.outcomes) <= {Outcome.NCND}:
        return False
    cited = {one.citation for one in decision.grounds}
    return not (set(decision.outcomes) <= {Outcome.COST_LIMIT, Outcome.NCND} and "12(2)" in cited)


def _belongs(ground: Ground, kind: LetterKind) -> bool:
    """Return whether a ground is one of those that a letter is about."""
    is_eir = ground.citation.startswith("EIR")
    if kind is LetterKind.EIR_REFUSAL:
        return is_eir
    denies = denial(ground.citation) is not None
    return not is_eir and denies == (kind is LetterKind.NEITHER_CONFIRM_NOR_DENY)


_BY_NEED = {
    Need.QUALIFIED_PERSON: When.QUALIFIED_PERSON,
    Need.PURPOSE: When.PURPOSE,
    Need.ENACTMENT: When.ENACTMENT,
    Need.ORDER: When.ENACTMENT,
    Need.FINISHED_BY: When.UNFINISHED,
}

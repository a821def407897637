"""Which letters a set of decisions asks for, and what is missing from one before it may go."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from answerable.domain.decisions.decision import Decision, Ground
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law import exemptions as law
from answerable.domain.law.letters import LetterItem, LetterKind, When, letter_items
from answerable.domain.law.limbs import Nature, Need, limb

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
        source = f" ({self.item.provision})" if self.item.provision else ""
        return f"The letter must say {self.item.what}{source}"


@dataclass(frozen=True, slots=True)
class NoticeCheck:
    """What a letter lacks, and by how many days a refusal in it is late."""

    missing: tuple[Missing, ...]
    late_by_days: int

    @property
    def may_go(self) -> bool:
        """Return whether nothing is missing that a statute asks for."""
        return not any(one.is_unlawful for one in self.missing)


def letters_for(decisions: Sequence[Decision]) -> tuple[LetterKind, ...]:
    """Return the kinds of letter whose contents the answer to these decisions must have."""
    kinds: dict[LetterKind, None] = {}
    for decision in decisions:
        by_eir = any(one.citation.startswith("EIR") for one in decision.grounds)
        for outcome in decision.outcomes:
            kind = _LETTERS.get(outcome)
            if kind is LetterKind.REFUSAL and outcome is Outcome.ELSEWHERE and not decision.grounds:
                kind = LetterKind.DISCLOSURE
            if kind is not None:
                refuses = kind in _REFUSALS
                kinds[LetterKind.EIR_REFUSAL if by_eir and refuses else kind] = None
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
    states = {When.ALWAYS, *_states(decisions)}
    missing: dict[str, Missing] = {}
    for kind in wanted:
        for item in letter_items(kind, on=sent_on):
            # What a refusal says of reviews and complaints says it for the whole letter.
            is_said = item.name in contents or (refuses and item.name.startswith("further."))
            if item.when in states and not is_said:
                missing.setdefault(item.name, Missing(kind, item))
    late = max(0, (sent_on - due_on).days) if refuses else 0
    return NoticeCheck(tuple(missing.values()), late)


def _states(decisions: Sequence[Decision]) -> Iterator[When]:
    """Yield what is so in the decisions of a letter, as far as its contents depend on it."""
    for decision in decisions:
        if Outcome.PART_DISCLOSED in decision.outcomes:
            yield When.PART_DISCLOSED
        for ground in decision.grounds:
            yield from _states_of(ground)


def _states_of(ground: Ground) -> Iterator[When]:
    found = limb(ground.citation)
    if law.public_interest_test_of(ground.citation) is law.PublicInterestTest.APPLIES:
        yield When.QUALIFIED
    if ground.public_interest is not None:
        yield When.QUALIFIED
    if found is None:
        return
    if found.nature in (Nature.PREJUDICE, Nature.ENDANGERMENT):
        yield When.PREJUDICE
    for need, state in _BY_NEED.items():
        if need in found.needs:
            yield state


_BY_NEED = {
    Need.QUALIFIED_PERSON: When.QUALIFIED_PERSON,
    Need.PURPOSE: When.PURPOSE,
    Need.ENACTMENT: When.ENACTMENT,
    Need.ORDER: When.ENACTMENT,
    Need.FINISHED_BY: When.UNFINISHED,
}

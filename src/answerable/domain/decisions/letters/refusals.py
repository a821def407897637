"""The refusals of a letter: each once, however many questions share it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.domain.decisions.aloud import listed
from answerable.domain.decisions.decision import Ground
from answerable.domain.decisions.estimates import Estimate
from answerable.domain.decisions.letters.facts import AnsweredQuestion, Unsaid
from answerable.domain.decisions.letters.wording import Wording
from answerable.domain.law.exemptions import section_of
from answerable.domain.law.limbs import denial

_SHORTEST_RUN = 3


@dataclass(frozen=True, slots=True)
class Refusal:
    """A ground of refusal with what else the letter says of it.

    `estimate` and `narrow` belong to the cost limit alone.
    """

    ground: Ground
    unsaid: Unsaid | None = None
    estimate: Estimate | None = None
    narrow: str = ""

    @property
    def voice(self) -> str:
        """Return which group of sentences says it: `refusal`, `silence` and so on."""
        section, denies = section_of(self.ground.citation), denial(self.ground.citation) is not None
        if section.startswith("EIR"):
            return "exception-silence" if denies else "exception"
        own = {"12": "cost", "14": "burden"}.get(section)
        return own or ("silence" if denies else "refusal")


RefusalKey = tuple[object, ...]
"""What two refusals must have in common to be written once."""


def refusals_of(question: AnsweredQuestion) -> tuple[Refusal, ...]:
    """Return the refusals of a question, in the order of its grounds."""
    unsaid = {one.citation: one for one in question.unsaid}
    return tuple(
        _refusal(ground, question, unsaid.get(ground.citation))
        for ground in question.decision.grounds
    )


def refusal_key(refusal: Refusal) -> RefusalKey:
    """Return what two refusals must have in common to be written once."""
    ground = refusal.ground
    return (
        ground.citation,
        ground.why,
        ground.likelihood,
        ground.harm,
        ground.public_interest,
        ground.opinion,
        tuple(sorted(ground.recorded.items())),
        refusal.unsaid,
        refusal.estimate,
        refusal.narrow,
    )


def provision_words(citation: str, *, wording: Wording) -> str:
    """Return a citation as a letter names it: section 31(1)(a) of the Act by its whole name."""
    section, number = section_of(citation), citation.removeprefix("EIR").strip()
    return wording.text(
        "law.regulation" if section.startswith("EIR") else "law.section", number=number
    )


def labels_in_words(places: Sequence[int], *, labels: Sequence[str]) -> str:
    """Return the labels at some places, in order: "1, 2 and 5", and three in a row as "1 to 3"."""
    parts: list[str] = []
    for first, last in _runs(places):
        if last - first + 1 < _SHORTEST_RUN:
            parts += labels[first : last + 1]
        else:
            parts.append(f"{labels[first]} to {labels[last]}")
    return listed(parts)


def _refusal(ground: Ground, question: AnsweredQuestion, unsaid: Unsaid | None) -> Refusal:
    if section_of(ground.citation) != "12":
        return Refusal(ground, unsaid)
    return Refusal(ground, unsaid, question.decision.estimate, question.narrow.strip())


def _runs(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs

"""The refusal that goes with a table whose figures are withheld or rounded, put into the form of a decision."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import QueryDict

from answerable.domain.clock import Regime
from answerable.domain.decisions.decision import Decision, Ground
from answerable.domain.decisions.letters import TakenOut
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.suppression.withholding import PROVISION, grounds_words
from answerable.measuring.showing.tables import caption_of
from answerable.queries.casework.deciding import Written
from answerable.queries.registers.measuring import KeptTable
from answerable.web.casework.grounds import cited_as

_PART = Outcome.PART_DISCLOSED
_UNDER_EIR = "EIR 13(1)"
_LONGEST_COUNT = 3


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is refused of a table: under which limb, why, and what was taken out."""

    citation: str
    why: str
    taken_out: str


def withheld_of(found: KeptTable, regime: Regime) -> Withheld | None:
    """Return what a kept table refuses, None if its figures are all as they were computed."""
    if found.assessment is None:
        return None
    table = caption_of(found.stored.result)
    return Withheld(
        _UNDER_EIR if regime is Regime.EIR else PROVISION,
        grounds_words(found.assessment),
        f"Figures of few people in the table “{table}”",
    )


def with_refusal(written: Written, withheld: Withheld) -> Written:
    """Return what was written with the refusal of a part as personal data; a ground that is there stays as it is."""
    decision, particulars = written.decision, written.particulars
    if withheld.citation not in [one.citation for one in decision.grounds]:
        decision, particulars = _refusing(decision, particulars, withheld)
    if _PART not in decision.outcomes:
        decision = replace(decision, outcomes=(*decision.outcomes, _PART))
    return replace(written, decision=decision, particulars=particulars)


def _refusing(
    decision: Decision, particulars: Particulars, withheld: Withheld
) -> tuple[Decision, Particulars]:
    ground = Ground(withheld.citation, why=withheld.why)
    taken_out = TakenOut(withheld.taken_out, withheld.citation)
    return (
        replace(decision, grounds=(*decision.grounds, ground)),
        replace(particulars, taken_out=(*particulars.taken_out, taken_out)),
    )


def put_refusal_in(typed: QueryDict, withheld: Withheld) -> None:
    """Put the refusal of a part as personal data into what was typed; all else stays as it is."""
    if _PART.value not in typed.getlist("outcomes"):
        typed.appendlist("outcomes", _PART.value)
    places = list(_places(typed))
    cited = {place: cited_as(typed.get(f"g{place}-citation", "")) for place in places}
    if withheld.citation in cited.values():
        return
    free = [place for place, citation in cited.items() if not citation]
    place = free[0] if free else len(places)
    typed["grounds"] = str(max(len(places), place + 1))
    typed[f"g{place}-citation"] = withheld.citation
    typed[f"g{place}-why"] = withheld.why
    typed[f"g{place}-taken_out"] = withheld.taken_out


def _places(typed: QueryDict) -> Iterator[int]:
    """Yield the number of each ground that is typed."""
    count = typed.get("grounds", "1")
    is_count = count.isascii() and count.isdigit() and len(count) <= _LONGEST_COUNT
    yield from range(int(count) if is_count else 1)

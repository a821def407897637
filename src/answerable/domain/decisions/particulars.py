"""What a letter says of a decision besides the decision: where it was searched, what was taken out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from answerable.domain.decisions.letters import TakenOut, Unsaid


@dataclass(frozen=True, slots=True)
class Particulars:
    """How a question could be narrowed, what was searched, what was taken out, what is not said."""

    narrow: str = ""
    searches: str = ""
    taken_out: tuple[TakenOut, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()


def particulars_as_json(particulars: Particulars) -> dict[str, Any]:
    """Return particulars as plain data; `particulars_of` makes the same of it."""
    return {
        "narrow": particulars.narrow,
        "searches": particulars.searches,
        "taken_out": [asdict(one) for one in particulars.taken_out],
        "unsaid": [asdict(one) for one in particulars.unsaid],
    }


def particulars_of(data: Mapping[str, Any]) -> Particulars:
    """Return the particulars that were stored as plain data; nothing stored says nothing."""
    return Particulars(
        narrow=data.get("narrow", ""),
        searches=data.get("searches", ""),
        taken_out=tuple(TakenOut(**one) for one in data.get("taken_out", ())),
        unsaid=tuple(Unsaid(**one) for one in data.get("unsaid", ())),
    )

"""What a letter says of a decision besides the decision: where it was searched, what was taken out."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from answerable.domain.decisions.letters import TakenOut, Unsaid
from answerable.domain.decisions.signposts import Signpost, Transfer


@dataclass(frozen=True, slots=True)
class Particulars:
    """How a question could be narrowed, what was searched, what was taken out, what is not said.

    `bodies` are those to which the letter points, and `transfer` sends the question on to one of them.
    """

    narrow: str = ""
    searches: str = ""
    taken_out: tuple[TakenOut, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    bodies: tuple[Signpost, ...] = ()
    transfer: Transfer | None = None


def particulars_as_json(particulars: Particulars) -> dict[str, Any]:
    """Return particulars as plain data; `particulars_of` makes the same of it."""
    return {
        "narrow": particulars.narrow,
        "searches": particulars.searches,
        "taken_out": [asdict(one) for one in particulars.taken_out],
        "unsaid": [asdict(one) for one in particulars.unsaid],
        "bodies": [asdict(one) for one in particulars.bodies],
        "transfer": _transfer_as_json(particulars.transfer),
    }


def particulars_of(data: Mapping[str, Any]) -> Particulars:
    """Return the particulars that were stored as plain data; nothing stored says nothing."""
    return Particulars(
        narrow=data.get("narrow", ""),
        searches=data.get("searches", ""),
        taken_out=tuple(TakenOut(**one) for one in data.get("taken_out", ())),
        unsaid=tuple(Unsaid(**one) for one in data.get("unsaid", ())),
        bodies=tuple(Signpost(**one) for one in data.get("bodies", ())),
        transfer=_transfer_of(data.get("transfer")),
    )


def _transfer_as_json(transfer: Transfer | None) -> dict[str, Any] | None:
    if transfer is None:
        return None
    agreed_on = transfer.agreed_on
    return {**asdict(transfer), "agreed_on": agreed_on and agreed_on.isoformat()}


def _transfer_of(data: Mapping[str, Any] | None) -> Transfer | None:
    if not data:
        return None
    agreed_on = data["agreed_on"]
    return Transfer(
        data["slug"],
        dt.date.fromisoformat(agreed_on) if agreed_on else None,
        data["names_requester"],
    )

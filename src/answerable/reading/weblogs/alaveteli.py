"""A request on a platform such as WhatDoTheyKnow, from the JSON that its page offers (Alaveteli's read API).

The JSON has the beginning of each message (`snippet`); a whole message is there where somebody who keeps
the files has put it beside (`text` of an event). What was quoted in it is left out.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from answerable.domain.decisions import Outcome
from answerable.reading.documents import NotReadable, Reading
from answerable.reading.source import Source
from answerable.reading.weblogs.messages import Exchange, Message, exchange_reading

_ASKS = ("sent", "resent", "followup_sent", "followup_resent")
_STATES = {
    "successful": Outcome.DISCLOSED,
    "partially_successful": Outcome.PART_DISCLOSED,
    "rejected": Outcome.WITHHELD,
    "not_held": Outcome.NOT_HELD,
    "user_withdrawn": Outcome.LAPSED,
    "waiting_clarification": Outcome.CLARIFICATION,
    "waiting_response": Outcome.UNANSWERED,
    "waiting_response_overdue": Outcome.UNANSWERED,
    "waiting_response_very_overdue": Outcome.UNANSWERED,
}
_CUT = ("…", "...")


def is_platform_request(data: Any) -> bool:
    """Return whether a JSON document is a request of Alaveteli."""
    return isinstance(data, Mapping) and isinstance(data.get("info_request_events"), list)


def platform_reading(source: Source, data: Mapping[str, Any]) -> Reading:
    """Return the reading of a request on a platform: one entry.

    :raises NotReadable: if nothing was asked in it, or it is not as such files are.
    """
    try:
        exchange = _exchange(data)
    except (AttributeError, TypeError, ValueError) as problem:
        raise NotReadable(f"{source.name} is not a request as Alaveteli writes it") from problem
    return exchange_reading(source, exchange, form="json", how="a request of Alaveteli")


def _exchange(data: Mapping[str, Any]) -> Exchange:
    state = _STATES.get(str(data.get("described_state")))
    number = data.get("id")
    return Exchange(
        ref=str(number) if number else None,
        title=str(data.get("title") or ""),
        body=_name(data.get("public_body")),
        messages=tuple(_messages(data["info_request_events"])),
        names=tuple(filter(None, (_name(data.get("user")), data.get("user_name")))),
        stated=(state,) if state else (),
    )


def _name(who: Mapping[str, Any] | None) -> str | None:
    return str(who["name"]) if who and who.get("name") else None


def _messages(events: list[Mapping[str, Any]]) -> Iterator[Message]:
    """Yield the messages among the events, each once: a message that was sent again is the same."""
    seen: set[tuple[bool, Any]] = set()
    for event in events:
        kind = event.get("event_type")
        asks = kind in _ASKS
        if not asks and kind != "response":
            continue
        number = event.get("outgoing_message_id" if asks else "incoming_message_id")
        if number is not None and (asks, number) in seen:
            continue
        seen.add((asks, number))
        whole = event.get("text") or event.get("body")
        words = str(whole or event.get("snippet") or "")
        files = tuple(str(one) for one in event.get("attachments") or ())
        is_whole = bool(whole) or not words.rstrip().endswith(_CUT)
        yield Message(asks, _day(event.get("created_at")), words, files, is_whole)


def _day(said: Any) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(str(said)).date()
    except ValueError:
        return None

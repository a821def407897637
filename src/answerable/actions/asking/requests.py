"""Take in what somebody asks, once under its key, and say what became of it."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.taking_in import Arrival, keep_message, read_kept
from answerable.domain.clock import Holidays
from answerable.domain.roles.people import MACHINE
from answerable.reading.request_forms import RequestForm, form_bytes
from answerable.records.casework.models import Request


class KeyUsedForOther(Exception):
    """The same key brought other words in before; `reference` is the request that they became."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"This key was used for {reference}, which says something else")
        self.reference = reference


@dataclass(frozen=True, slots=True)
class Way:
    """How a request comes: the channel, who brings it in, and the key under which it comes once."""

    channel: str
    source: str
    key: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of a request, as it was understood."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as whoever made it is told of it; `due_on` is None where no clock could be counted."""

    reference: str
    received_on: dt.date
    due_on: dt.date | None
    calendar: str
    questions: tuple[AskedQuestion, ...]
    is_new: bool = False
    has_address: bool = False


def ask(form: RequestForm, way: Way, *, at: dt.datetime, table: Holidays) -> Asked:
    """Take in what somebody asks; the same again under the same key changes nothing.

    :raises KeyUsedForOther: if the key brought other words in before.
    """
    data = form_bytes(form)
    arrival = Arrival(
        name="",
        channel=way.channel,
        on=form.received_on,
        sender=form.name,
        source=way.source,
        key=way.key,
    )
    stored = keep_message(data, arrival, by=way.source, at=at)
    doing = Doing(MACHINE, at, table)
    taken = read_kept(stored.pk, doing=doing) if stored.reference is None else None
    request = Request.objects.get(messages=stored.pk)
    if stored.sha256 != hashlib.sha256(data).hexdigest():
        raise KeyUsedForOther(request.reference)
    return _asked(request, is_new=taken is not None)


def asked_request(reference: str, *, channel: str) -> Asked | None:
    """Return a request that somebody made by such a channel, None if there is none of that reference."""
    request = Request.objects.filter(reference=reference, channel=channel).first()
    return _asked(request) if request else None


def _asked(request: Request, *, is_new: bool = False) -> Asked:
    questions = request.questions.order_by("place").values_list("label", "text")
    return Asked(
        reference=request.reference,
        received_on=request.received_on,
        due_on=request.due_on,
        calendar=request.calendar,
        questions=tuple(AskedQuestion(label, text) for label, text in questions),
        is_new=is_new,
        has_address=bool(request.requester.address),
    )

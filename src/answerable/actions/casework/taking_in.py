"""Take a request in: keep what came before reading it, read it once, lose nothing."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import localtime

from answerable.actions.ledger import record
from answerable.domain.questions import AskedQuestion, split_questions
from answerable.reading import NotReadable, read_bytes
from answerable.reading.mail import Mail, mail_of
from answerable.records.casework.models import (
    Channel,
    Message,
    MessageFile,
    Question,
    Request,
    RequestCounter,
    Requester,
)

_REFERENCE = re.compile(r"(?<![\w-])20\d\d-\d{4,6}(?![\w-])")
_LONGEST_TITLE = 200
_LONGEST_LABEL = 60
_LONG_AGO = 30


@dataclass(frozen=True, slots=True)
class Arrival:
    """What somebody says of a message that they bring in: how and when it came, and from whom."""

    name: str
    channel: str = "email"
    on: dt.date | None = None
    sender: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a message: a new request, more for one that is known, or nothing new."""

    name: str
    reference: str
    is_new: bool
    is_repeated: bool
    questions: int
    problems: tuple[str, ...]


def store_message(data: bytes, arrival: Arrival, *, by: str, at: dt.datetime) -> str | None:
    """Keep a message as it came, before anything reads it; the same bytes are kept once.

    Returns the reference of the request that it belongs to, if it came before and was read.

    :raises ValueError: if nothing comes in through such a channel.
    """
    channel = Channel(arrival.channel)
    sha256 = hashlib.sha256(data).hexdigest()
    fields = {
        "raw": data,
        "name": arrival.name[:300],
        "channel": channel,
        "said_on": arrival.on,
        "said_by": arrival.sender[:300],
        "arrived_at": at,
        "taken_in_by": by[:200],
    }
    message, _ = Message.objects.select_related("request").get_or_create(
        sha256=sha256, defaults=fields
    )
    return message.request.reference if message.request else None


def read_waiting(*, at: dt.datetime) -> Iterator[TakenIn]:
    """Read every message that waits, each in a transaction of its own, and yield what became of it.

    A message that cannot be read becomes a request with the raw message, for a person to look at.
    """
    last = 0
    while True:
        waiting = Message.objects.filter(request__isnull=True, pk__gt=last).order_by("pk")
        found = waiting.values_list("pk", flat=True).first()
        if found is None:
            return
        last = found
        taken = read_message(found, at=at)
        if taken is not None:
            yield taken


def read_message(pk: int, *, at: dt.datetime) -> TakenIn | None:
    """Read one message; None if somebody else has read it meanwhile."""
    with transaction.atomic():
        message = Message.objects.select_for_update().get(pk=pk)
        if message.request_id is not None:
            return None
        mail = _read(message)
        _keep_words(message, mail)
        known = _known_request(message, mail)
        if known is not None:
            return _filed(message, known, at=at)
        asked = split_questions(mail.text).questions
        request = _new_request(message, mail, title=_title(mail, asked), at=at)
        count = len(asked)
        Question.objects.bulk_create(
            (_question(request, place, one) for place, one in enumerate(asked)), batch_size=500
        )
        message.request = request
        message.save()
        data = {"message": message.sha256, "channel": message.channel, "questions": count}
        record(
            "request taken in",
            subject=f"request {request.reference}",
            by=message.taken_in_by,
            at=at,
            data=data,
        )
    return TakenIn(
        message.name,
        request.reference,
        is_new=True,
        is_repeated=False,
        questions=count,
        problems=tuple(message.problems),
    )


def _read(message: Message) -> Mail:
    raw = bytes(message.raw)
    if message.channel == Channel.EMAIL:
        try:
            return mail_of(raw)
        except Exception:  # noqa: BLE001 no request is lost, whatever a message does to its reader
            unread = "The message could not be read: look at the raw message"
            return Mail("", (), "", "", "", None, "", (), (unread,))
    problems: tuple[str, ...] = ()
    try:
        entries = read_bytes(raw, name=message.name or "letter", as_kind="requests").entries
        text = entries[0].request if entries else ""
    except NotReadable as problem:
        text, problems = "", (str(problem),)
    return Mail("", (), "", message.said_by, "", None, text, (), problems)


def _keep_words(message: Message, mail: Mail) -> None:
    message.message_id = mail.message_id[:400]
    message.sender, message.subject = mail.sender[:400], mail.subject
    message.received_at, message.text = mail.received_at, mail.text
    message.problems = list(mail.problems)
    message.save()
    MessageFile.objects.bulk_create(
        MessageFile(
            message=message,
            place=place,
            name=one.name,
            content_type=one.content_type,
            sha256=hashlib.sha256(one.data).hexdigest(),
            data=one.data,
        )
        for place, one in enumerate(mail.files)
    )


def _known_request(message: Message, mail: Mail) -> Request | None:
    """Return the request that a message belongs to: by the same message, by thread, by reference."""
    others = Message.objects.exclude(pk=message.pk).filter(request__isnull=False)
    if mail.message_id:
        same = others.filter(message_id=mail.message_id, text=mail.text).first()
        if same is not None:
            message.is_repeated = True
            return same.request
    if mail.answers:
        thread = others.filter(message_id__in=mail.answers).order_by("-pk").first()
        if thread is not None:
            return thread.request
    references = _REFERENCE.findall(f"{mail.subject}\n{mail.text[:20_000]}")
    return Request.objects.filter(reference__in=references).order_by("pk").first()


def _filed(message: Message, request: Request, *, at: dt.datetime) -> TakenIn:
    """Put a message to the request that it belongs to."""
    if message.sender and message.sender != request.requester.address:
        message.problems.append(
            f"It came from another address than {request.reference}: check who wrote it"
        )
    message.request = request
    message.save()
    data = {"message": message.sha256, "is_repeated": message.is_repeated}
    record(
        "message filed",
        subject=f"request {request.reference}",
        by=message.taken_in_by,
        at=at,
        data=data,
    )
    return TakenIn(
        message.name,
        request.reference,
        is_new=False,
        is_repeated=message.is_repeated,
        questions=0,
        problems=tuple(message.problems),
    )


def _new_request(message: Message, mail: Mail, *, title: str, at: dt.datetime) -> Request:
    moment = mail.received_at or message.arrived_at
    received_on = message.said_on or localtime(moment).date()
    arrived_on = localtime(message.arrived_at).date()
    if received_on > arrived_on:
        message.problems.append(
            f"It says that it was sent on {received_on}, after it came: {arrived_on} is taken as the day"
        )
        received_on = arrived_on
    if (arrived_on - received_on).days > _LONG_AGO:
        message.problems.append(
            f"It says that it came on {received_on}, long before it was taken in: check the day"
        )
    return Request.objects.create(
        reference=_next_reference(received_on.year),
        title=title,
        requester=_requester(message, mail),
        channel=message.channel,
        received_on=received_on,
        taken_in_at=at,
    )


def _next_reference(year: int) -> str:
    RequestCounter.objects.get_or_create(year=year)
    counter = RequestCounter.objects.select_for_update().get(year=year)
    counter.number += 1
    counter.save()
    return f"{year}-{counter.number:04d}"


def _requester(message: Message, mail: Mail) -> Requester:
    name = (mail.sender_name or message.said_by)[:300]
    if mail.sender:
        known = Requester.objects.filter(address=mail.sender).order_by("pk").first()
        return known or Requester.objects.create(name=name, address=mail.sender)
    return Requester.objects.create(name=name)


def _title(mail: Mail, asked: Sequence[AskedQuestion]) -> str:
    first = asked[0].text if asked else mail.text[:2_000]
    words = mail.subject or " ".join(first.split()) or "A request without words"
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"


def _question(request: Request, place: int, asked: AskedQuestion) -> Question:
    label = asked.label or ""
    if len(label) > _LONGEST_LABEL:
        label = f"{label[: _LONGEST_LABEL - 10]}~{place}"
    return Question(
        request=request,
        place=place,
        label=label,
        printed=(asked.printed or "")[:_LONGEST_LABEL],
        text=asked.text,
        heading=asked.heading or "",
        periods=list(asked.periods),
    )

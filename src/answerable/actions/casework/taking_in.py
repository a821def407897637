"""Take a request in: keep what came before reading it, read it once, lose nothing."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import DataError, transaction

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing, local_day
from answerable.actions.casework.filing import request_of
from answerable.actions.casework.reading_messages import UNREAD, read_again
from answerable.actions.ledger import record
from answerable.domain.questions import AskedQuestion, split_questions
from answerable.reading.alphabets import storable
from answerable.reading.mail import Mail
from answerable.records.casework.models import (
    Channel,
    Message,
    MessageFile,
    MessageLink,
    Question,
    Request,
    RequestCounter,
    Requester,
)

_LONGEST_TITLE = 200
_LONGEST_LABEL = 60
_LONGEST_SUBJECT = 1_000
_MOST_LINKS = 200
_MOST_QUESTIONS = 1_000
"""Of one request: a letter of five megabytes must not stop the office's pages."""
_LONG_AGO = 30


@dataclass(frozen=True, slots=True)
class Arrival:
    """What somebody says of a message that they bring in: how and when it came, and from whom.

    Under a `key` of its own, a source brings the same message in once, however often it sends it.
    """

    name: str
    channel: str = "email"
    on: dt.date | None = None
    sender: str = ""
    source: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """A message that is kept, and the request that it belongs to, if it came before and was read."""

    pk: int
    sha256: str
    reference: str | None


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
    """Keep a message, and return the request that it belongs to, if it came before and was read.

    :raises ValueError: if nothing comes in through such a channel.
    """
    return keep_message(data, arrival, by=by, at=at).reference


def keep_message(data: bytes, arrival: Arrival, *, by: str, at: dt.datetime) -> Stored:
    """Keep a message as it came, before anything reads it; the same message is kept once.

    It is the same if it has the same key from the same source. Without a key, an e-mail is the same if
    its bytes are; anything else must also come from the same person and of the same day: many people
    send the words of one campaign. What was kept first stays, with the SHA-256 of its own bytes.

    :raises ValueError: if nothing comes in through such a channel.
    """
    channel = Channel(arrival.channel)
    sha256 = hashlib.sha256(data).hexdigest()
    fields = {
        "raw": data,
        "sha256": sha256,
        "name": storable(arrival.name)[:300],
        "channel": channel,
        "said_on": arrival.on,
        "said_by": storable(arrival.sender)[:300],
        "arrived_at": at,
        "taken_in_by": storable(by)[:200],
    }
    message, _ = (
        Message.objects.select_related("request")
        .defer("raw", "text")
        .get_or_create(identity=identity_of(sha256, channel, arrival), defaults=fields)
    )
    reference = message.request.reference if message.request else None
    return Stored(message.pk, message.sha256, reference)


def read_waiting(*, doing: Doing) -> Iterator[TakenIn]:
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
        taken = read_kept(found, doing=doing)
        if taken is not None:
            yield taken


def read_kept(pk: int, *, doing: Doing) -> TakenIn | None:
    """Read one message that waits; None if somebody else has read it meanwhile."""
    try:
        return read_message(pk, doing=doing)
    except (DataError, ValueError):
        # What the database cannot store must not keep those behind it waiting.
        return read_message(pk, doing=doing, mail=UNREAD)


def read_message(pk: int, *, doing: Doing, mail: Mail | None = None) -> TakenIn | None:
    """Read one message, or take what it is said to say; None if somebody else has read it meanwhile."""
    # Reading can take seconds: nobody else has to wait for it.
    mail = mail or read_again(Message.objects.get(pk=pk))
    with transaction.atomic():
        # What came is not read again here, nor written again below.
        message = Message.objects.defer("raw").select_for_update().get(pk=pk)
        if message.request_id is not None:
            return None
        _keep_words(message, mail)
        known = request_of(message, mail)
        if known is not None:
            return _filed(message, known, at=doing.at)
        return make_request(message, mail, doing=doing)


def file_message(pk: int, request: Request, *, at: dt.datetime) -> TakenIn:
    """Put a kept message to a request that is locked, because whoever brought it in knows where it belongs."""
    message = Message.objects.get(pk=pk)
    _keep_words(message, read_again(message))
    return _filed(message, request, at=at)


def make_request(message: Message, mail: Mail, *, doing: Doing, by: str = "") -> TakenIn:
    """Make a request of a message, with its questions, and tell it in the ledger."""
    asked = _asked(message, mail)
    if mail.is_automatic:
        # It has its clock all the same: web forms write by machine for people who ask.
        message.problems.append("A machine sent it: if nobody asks anything, close it as answered")
    request = _new_request(message, mail, title=_title(mail, asked), at=doing.at)
    Question.objects.bulk_create(
        (_question(request, place, one) for place, one in enumerate(asked)), batch_size=500
    )
    recount(request, doing.table)
    message.request, message.is_unseen = request, False
    message.save()
    record(
        "request taken in",
        subject=f"request {request.reference}",
        by=by or message.taken_in_by,
        at=doing.at,
        data={"message": message.sha256, "channel": message.channel, "questions": len(asked)},
    )
    return TakenIn(
        message.name,
        request.reference,
        is_new=True,
        is_repeated=False,
        questions=len(asked),
        problems=tuple(message.problems),
    )


def identity_of(sha256: str, channel: Channel, arrival: Arrival) -> str:
    """Return what is the same exactly if the same message is brought in again."""
    if arrival.key:
        keyed = ["key", storable(arrival.source), storable(arrival.key)]
        return hashlib.sha256(json.dumps(keyed).encode()).hexdigest()
    if channel == Channel.EMAIL:
        return sha256
    said = [sha256, storable(arrival.sender), str(arrival.on or "")]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _asked(message: Message, mail: Mail) -> Sequence[AskedQuestion]:
    """Return what is asked, as far as people can work on it; what is left out is said."""
    asked = split_questions(mail.text).questions
    if len(asked) > _MOST_QUESTIONS:
        message.problems.append(
            f"It seems to ask {len(asked):,} questions: the first {_MOST_QUESTIONS:,} stand here, "
            "and the others in the message alone"
        )
    return asked[:_MOST_QUESTIONS]


def _keep_words(message: Message, mail: Mail) -> None:
    message.message_id = mail.message_id[:400]
    message.sender, message.subject = mail.sender[:400], mail.subject[:_LONGEST_SUBJECT]
    message.received_at, message.text = mail.received_at, mail.text
    message.problems, message.is_automatic = list(mail.problems), mail.is_automatic
    message.save()
    MessageLink.objects.bulk_create(
        MessageLink(message=message, follows=one[:400]) for one in mail.answers[-_MOST_LINKS:]
    )
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


def _filed(message: Message, request: Request, *, at: dt.datetime) -> TakenIn:
    """Put a message to the request that it belongs to."""
    if message.sender and message.sender != request.requester.address:
        message.problems.append(
            f"It came from another address than {request.reference}: check who wrote it"
        )
    message.request, message.is_unseen = request, not message.is_repeated
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
    received_on = message.said_on or local_day(moment)
    arrived_on = local_day(message.arrived_at)
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
        reference=_next_reference(arrived_on.year),
        title=title,
        requester=_requester(message, mail),
        channel=message.channel,
        received_on=received_on,
        taken_in_at=at,
        language=mail.language,
    )


def _next_reference(year: int) -> str:
    RequestCounter.objects.get_or_create(year=year)
    counter = RequestCounter.objects.select_for_update().get(year=year)
    counter.number += 1
    counter.save()
    return f"{year}-{counter.number:04d}"


def _requester(message: Message, mail: Mail) -> Requester:
    name = (mail.sender_name or message.said_by)[:300]
    if not message.sender:
        return Requester.objects.create(name=name, postal=mail.postal)
    known = Requester.objects.filter(address=message.sender).order_by("pk")
    if mail.is_request:
        # A form gives the real name (s.8): colleagues who share an address are different people.
        known = known.filter(name=name, postal=mail.postal)
    return known.first() or Requester.objects.create(
        name=name, address=message.sender, postal=mail.postal
    )


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

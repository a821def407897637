"""Enter what came by post, telephone or otherwise: by an officer's hand, with scans, once."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.taking_in import Arrival, identity_of, keep_message, read_kept
from answerable.domain.clock.steps import long_date
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.reading.mail import MailFile
from answerable.reading.request_forms import RequestForm, form_bytes
from answerable.records.casework.models import Channel, Message, Request

LONGEST_TEXT = 100_000
MOST_FILES, MOST_BYTES = 20, 25_000_000
CHANNELS = (Channel.POST, Channel.PHONE, Channel.OTHER)
"""How a request may come that somebody enters; an e-mail comes in as it is: docs/how-to/take-requests-in.md."""


class EntryRefused(Exception):
    """A request cannot be entered like this; `field` is what it is about, the message says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class EnteredBefore(Exception):
    """The same came in today already; `reference` is the request that it became."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"The same words came in today already, as {reference}")
        self.reference = reference


def enter_request(
    form: RequestForm, *, channel: str, key: str, doing: Doing, is_sure: bool = False
) -> str:
    """Take in what an officer enters, once under the key of its page, and return its reference.

    :raises MoveNotAllowed: if somebody may not take requests in.
    :raises EntryRefused: if something is missing, too long, or cannot be so.
    :raises EnteredBefore: if the same came in today, and nobody said that it is another one.
    """
    check_move(Move.TAKE_IN, actor=doing.by, situation=NO_REQUEST)
    if channel not in CHANNELS:
        raise EntryRefused("channel", "Say how it came: by post, by telephone, or otherwise")
    form = replace(form, text=form.text.replace("\r\n", "\n"))
    _check(form, on=doing.on)
    arrival = Arrival("", channel, form.received_on, form.name, source=doing.by.key, key=key)
    before = None if is_sure else _before(form, arrival, doing)
    if before is not None:
        raise EnteredBefore(before.reference)
    stored = keep_message(form_bytes(form), arrival, by=doing.by.key, at=doing.at)
    if stored.reference is None:
        read_kept(stored.pk, doing=doing)
    return Request.objects.get(messages=stored.pk).reference


def _check(form: RequestForm, *, on: dt.date) -> None:
    if form.received_on is None:
        raise EntryRefused("received_on", "Enter the day on which it was received")
    if form.received_on > on:
        raise EntryRefused(
            "received_on", f"{long_date(form.received_on)} has not come yet: check the day"
        )
    if not form.text.strip() and not form.files:
        raise EntryRefused("text", "Enter the words of the request, or attach a scan of it")
    if len(form.text) > LONGEST_TEXT:
        message = (
            f"It has {len(form.text):,} characters: shorten it to {LONGEST_TEXT:,}, or attach it"
        )
        raise EntryRefused("text", message)
    _check_files(form.files)


def why_too_much(number: int, size: int) -> str:
    """Return why so many files of so many bytes are too much, as a sentence; nothing if they are not."""
    if number > MOST_FILES:
        return f"There are {number} files: attach {MOST_FILES} at most"
    if size > MOST_BYTES:
        return f"The files have {size / 1e6:.0f} MB: attach {MOST_BYTES / 1e6:.0f} MB at most"
    return ""


def _check_files(files: Sequence[MailFile]) -> None:
    refusal = why_too_much(len(files), sum(len(one.data) for one in files))
    if refusal:
        raise EntryRefused("scans", refusal)
    empty = next((one.name for one in files if not one.data), None)
    if empty is not None:
        raise EntryRefused("scans", f"{empty[:100]} is empty: scan it again")


def _before(form: RequestForm, arrival: Arrival, doing: Doing) -> Request | None:
    """Return a request that came in today with the same words, or the same scan, that somebody may see."""
    begin = localtime(doing.at).replace(hour=0, minute=0, second=0, microsecond=0)
    today = Message.objects.filter(
        arrived_at__gte=begin, arrived_at__lte=doing.at, request__isnull=False
    )
    # The same page sent again brings nothing new in: it needs no warning.
    today = today.exclude(identity=identity_of("", Channel(arrival.channel), arrival))
    alike = _alike(form, today)
    seen = Q(request__is_restricted=False) | Q(request__named__key=doing.by.key)
    first = alike.filter(seen).select_related("request").defer("raw", "text").order_by("pk").first()
    return first.request if first else None


def _alike(form: RequestForm, today: QuerySet[Message]) -> QuerySet[Message]:
    if form.text.strip():
        return today.filter(text=form.text)
    digests = [hashlib.sha256(one.data).hexdigest() for one in form.files]
    return today.filter(files__sha256__in=digests)

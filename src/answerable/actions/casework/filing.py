"""Find the request that a message belongs to; in doubt it is a request of its own, and says so."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from django.db.models import Prefetch, QuerySet

from answerable.queries.casework.merged import goes_on
from answerable.reading.mail import Mail
from answerable.records.casework.models import (
    Contribution,
    Message,
    MessageFile,
    MessageLink,
    Outgoing,
    Request,
)

_REFERENCE = re.compile(r"(?<![\w-])(?:19|20)\d\d-\d{4,6}(?![\w-])")
_FIRST_WORDS = 20_000
_MOST_COPIES = 20
_OUR_IDS = re.compile(rb"<[0-9a-f]{32}@[A-Za-z0-9.-]{1,253}>")
_MOST_IDS = 50
_OWNER_REPLIED = (
    "An information owner replied by mail: it is no contribution until they use their link, or you "
    "write it into the decision"
)
_DIGESTS = Prefetch("files", MessageFile.objects.only("message", "sha256"))


def request_of(message: Message, mail: Mail) -> Request | None:
    """Return the request that a message belongs to: as a copy, by its thread, or by a reference of ours.

    What an officer should know of the choice is added to the message's problems. Whoever fills in a form
    makes a request of their own. What belongs to a request that was merged belongs to the one that goes on.
    """
    if mail.is_request:
        _say_named(message, [request for request, _ in _named(mail)])
        return None
    others = (
        Message.objects.exclude(pk=message.pk)
        .filter(request__isnull=False)
        .select_related("request__requester")
        .defer("raw")
        .order_by("pk")
    )
    found = (
        _as_copy(message, mail, others)
        or _by_our_mail(message, mail)
        or _by_thread(message, mail, others)
        or _by_reference(message, mail)
    )
    return goes_on(found) if found else None


def _as_copy(message: Message, mail: Mail, others: QuerySet[Message]) -> Request | None:
    """Return the request of the same message that came by another way."""
    if mail.message_id:
        alike = others.filter(message_id=message.message_id, sender=message.sender)
    elif message.sender and mail.received_at:
        alike = others.filter(
            message_id="",
            sender=message.sender,
            received_at=mail.received_at,
            subject=message.subject,
        )
    else:
        return None
    copies = list(alike.prefetch_related(_DIGESTS)[:_MOST_COPIES])
    files = sorted(hashlib.sha256(one.data).hexdigest() for one in mail.files)
    for one in copies:
        if one.text == message.text and files == sorted(file.sha256 for file in one.files.all()):
            message.is_repeated = True
            return one.request
    if not copies:
        return None
    message.problems.append("It came before with other words or files: compare them")
    return copies[0].request


def _by_our_mail(message: Message, mail: Mail) -> Request | None:
    """Return the request of a mail of ours that came back, that somebody answers, or that a machine names.

    Nobody can guess the id of a mail that they never had.
    """
    ours = Outgoing.objects.exclude(request=None).select_related(
        "request__requester", "contribution__owner"
    )
    returned = ours.filter(message_id=mail.message_id or "-").first()
    if returned is not None:
        message.is_repeated = True
        return returned.request
    named = list(mail.answers)
    if mail.is_automatic:
        # Who reports that a mail could not be delivered puts that mail, or its headers, below.
        named += [one.decode() for one in _OUR_IDS.findall(bytes(message.raw))[:_MOST_IDS]]
    answered = ours.filter(message_id__in=named).order_by("pk").last()
    if answered is None:
        _say_told(message, named)
        return None
    if mail.is_automatic:
        message.problems.append("A machine answered our mail: see whether it was delivered")
    elif answered.contribution and answered.address == answered.contribution.owner.email:
        message.problems.append(_OWNER_REPLIED)
    return answered.request


def _say_told(message: Message, named: Sequence[str]) -> None:
    """Say that a message answers a mail of ours about no request, such as a reminder to an officer."""
    if Outgoing.objects.filter(request=None, message_id__in=named).exists():
        message.problems.append(
            "It answers a mail of ours to a colleague: if nobody asks anything, close it"
        )


def _by_thread(message: Message, mail: Mail, others: QuerySet[Message]) -> Request | None:
    """Return the request of what a message answers, or of what its sender said of the same before."""
    if mail.answers:
        before = others.filter(message_id__in=mail.answers).last()
        if before is not None:
            return before.request
    if mail.answers and message.sender:
        of_sender = others.filter(request__requester__address=message.sender)
        beside = of_sender.filter(links__follows__in=mail.answers).last()
        if beside is not None:
            return beside.request
    if mail.message_id:
        answers = MessageLink.objects.filter(
            follows=message.message_id, message__request__isnull=False
        )
        for link in answers.select_related("message__request")[:1]:
            # Its own questions would be lost if it were put to a request that was made of its answer.
            message.problems.append(
                f"A message that answers it became {link.message.request}: they may be one request"
            )
    return None


def _by_reference(message: Message, mail: Mail) -> Request | None:
    """Return the request whose reference a message names: the subject's first, and only if it fits.

    Whoever reads a published answer may name its reference and ask for something of their own.
    """
    named = list(_named(mail))
    fitting = [request for request, is_subject in named if _fits(message, request, is_subject)]
    if len(named) > 1 or not fitting:
        _say_named(message, [request for request, _ in named])
    elif _was_asked(message, fitting[0]):
        message.problems.append(_OWNER_REPLIED)
    return fitting[0] if fitting else None


def _say_named(message: Message, named: Sequence[Request]) -> None:
    if named:
        references = ", ".join(request.reference for request in named)
        message.problems.append(f"It names {references}: check where it belongs")


def _named(mail: Mail) -> Iterator[tuple[Request, bool]]:
    """Yield the requests that a message names, and whether its subject does."""
    in_subject = dict.fromkeys(_REFERENCE.findall(mail.subject), True)
    in_text = dict.fromkeys(_REFERENCE.findall(mail.text[:_FIRST_WORDS]), False)
    places = {**in_text, **in_subject}
    known = Request.objects.select_related("requester").in_bulk(
        list(places), field_name="reference"
    )
    for reference in [*in_subject, *(one for one in in_text if one not in in_subject)]:
        if reference in known:
            yield known[reference], places[reference]


def _fits(message: Message, request: Request, is_subject: bool) -> bool:  # noqa: FBT001
    address = request.requester.address
    if message.sender and address:
        return message.sender == address or (is_subject and _was_asked(message, request))
    return is_subject or not message.sender


def _was_asked(message: Message, request: Request) -> bool:
    """Return whether the sender is an information owner who was asked about a request."""
    asked = Contribution.objects.filter(question__request=request)
    return bool(message.sender) and asked.filter(owner__email=message.sender).exists()

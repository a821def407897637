"""Send the outbox by SMTP: nothing is sent twice, and nothing is lost, wherever a worker is killed."""

import datetime as dt
import logging
from collections import Counter
from email.utils import parseaddr
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from answerable.actions import sending_mail as outbox
from answerable.actions.sending_mail import Claim
from answerable.domain.clock import Holidays
from answerable.mail.composing import AddressRefused, composed, plain_address
from answerable.mail.servers import ServerNotNamed, smtp_server
from answerable.mail.smtp import Lost, NotReached, Refused, Session
from answerable.queries.calendars import holidays

_LONGEST_RUN = dt.timedelta(minutes=10)
_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a mail that a run took, as it is reported."""

    SENT = "sent"
    PUT_OFF = "put off"
    FAILED = "failed"
    IN_DOUBT = "in doubt"
    TAKEN = "taken by another worker, or stopped"
    NOT_REACHED = "put off, for the mail server cannot be used now"


def send_waiting() -> Counter[Outcome]:
    """Send what waits and is due, until nothing is left or the server cannot be used; say what became.

    :raises ServerNotNamed: if a password would leave in clear, or nobody is named whom mail comes from.
    """
    server = smtp_server()
    sender = _sender()
    # Asked for before anything is sent: what went must be written down at once.
    table = holidays()
    started = timezone.now()
    became: Counter[Outcome] = Counter()
    doubted = outbox.doubt_lost_mail(at=started)
    if doubted:
        became[Outcome.IN_DOUBT] += doubted
    with Session(server, host=_own_host()) as session:
        while timezone.now() - started < _LONGEST_RUN and not became[Outcome.NOT_REACHED]:
            claim = outbox.claim_mail(at=timezone.now(), offers_survey=settings.ANSWERABLE_SURVEY)
            if claim is None:
                break
            became[_send(claim, session, sender=sender, table=table)] += 1
    return +became


def _send(claim: Claim, session: Session, *, sender: str, table: Holidays) -> Outcome:
    """Send one mail, and write down how far it is: before the hand-over, and after it."""
    try:
        return _handed(claim, session, sender=sender, table=table)
    except outbox.MailHeld as held:
        session.forget()
        return _held(claim, held)


def _handed(claim: Claim, session: Session, *, sender: str, table: Holidays) -> Outcome:
    """Hand one mail over, unless what it carries may not leave.

    :raises MailHeld: if it may not.
    """
    try:
        data = composed(claim, sender=sender, at=timezone.now())
        address = plain_address(claim.address)
        session.announce(parseaddr(sender)[1], address, size=len(data))
        outbox.hand_over(claim, at=timezone.now())
        session.give(data, address=address)
    except outbox.MailTaken:
        session.forget()
        return Outcome.TAKEN
    except Lost:
        outbox.doubt_mail(claim, at=timezone.now())
        return Outcome.IN_DOUBT
    except NotReached as problem:
        outbox.put_off_mail(claim, str(problem), at=timezone.now())
        return Outcome.NOT_REACHED
    except Refused as refusal:
        return _refused(claim, refusal)
    except AddressRefused as problem:
        outbox.fail_mail(claim, str(problem), at=timezone.now())
        return Outcome.FAILED
    outbox.mail_sent(claim, at=timezone.now(), table=table)
    return Outcome.SENT


def _held(claim: Claim, held: outbox.MailHeld) -> Outcome:
    """Let a mail wait that a file holds up for a while; a person has to see to every other."""
    if held.passes:
        outbox.put_off_mail(claim, str(held), at=timezone.now())
        return Outcome.PUT_OFF
    outbox.fail_mail(claim, f"It was not sent: {held}", at=timezone.now())
    return Outcome.FAILED


def _refused(claim: Claim, refusal: Refused) -> Outcome:
    if refusal.is_permanent:
        outbox.fail_mail(claim, f"The mail server refused it: {refusal}", at=timezone.now())
        return Outcome.FAILED
    outbox.put_off_mail(claim, f"The mail server put it off: {refusal}", at=timezone.now())
    return Outcome.PUT_OFF


def _sender() -> str:
    """Return whom mail comes from.

    :raises ServerNotNamed: if nobody is named, or by no address.
    """
    sender: str = settings.DEFAULT_FROM_EMAIL
    try:
        plain_address(parseaddr(sender)[1])
    except AddressRefused:
        message = (
            "ANSWERABLE_MAIL_FROM names nobody whom mail can come from: FOI team <foi@body.example>"
        )
        raise ServerNotNamed(message) from None
    return sender


def _own_host() -> str:
    return urlsplit(settings.ANSWERABLE_ADDRESS).hostname or "localhost"

"""Send what waits in the outbox, in small steps: a mail is taken, handed over, and gone, one commit each.

Whoever is killed between two steps leaves a row that says how far it was. Before the hand-over the mail
is taken again when its time is over. After it, nobody can know whether it went: a person decides.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from itertools import accumulate

from django.db import transaction
from django.db.models import QuerySet

from answerable.actions.alerting.taking_back import take_back_outdated
from answerable.actions.casework.delivering import letter_left
from answerable.actions.casework.doing import local_day
from answerable.actions.ledger import record
from answerable.actions.standards.surveys import invite, new_token, take_back_invitation
from answerable.domain.clock import Holidays
from answerable.domain.roles.people import MACHINE
from answerable.queries.casework.handing_over import why_letter_held
from answerable.queries.casework.letters import ANSWER
from answerable.queries.following.mail_words import words_behind
from answerable.queries.standards.invitations import invitation_words
from answerable.records.casework.models import DeliveryLink, FollowLink, Letter, Outgoing, Request

TAKEN_FOR = dt.timedelta(minutes=10)
"""How long a worker has a mail for itself before it is handed over."""
DOUBTED_AFTER = dt.timedelta(minutes=40)
"""How long a mail may be on its way: longer than the slowest server is waited for."""

_FIRST_WAIT = dt.timedelta(minutes=1)
_LONGEST_WAIT = dt.timedelta(hours=6)
_TRIED_FOR = dt.timedelta(days=3)
_LONGEST_PROBLEM = 500
_DOUBT = (
    "It was handed over and nobody can know whether it went: look at the mail server, then say so, "
    "or send it again"
)


class MailHeld(Exception):
    """What a mail carries may not leave as it is now; the message says why.

    It `passes` where nobody has to do anything about it: a file that is being inspected again.
    """

    def __init__(self, message: str, *, passes: bool) -> None:
        """Keep whether it passes."""
        self.passes = passes
        super().__init__(message)


class MailTaken(Exception):
    """A mail is no longer this worker's: it was stopped, or it took too long and another has it."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a mail."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Claim:
    """A mail that one worker has taken until a moment, with all that it says.

    `answers` are the ids of the messages that it follows. `is_automatic` says that no person wrote it.
    `headers` are those that it has besides the usual, as pairs. `survey` is the secret part of the link to
    the survey, where the mail offers it: it stands in the mail, and nowhere else.
    """

    pk: int
    until: dt.datetime
    message_id: str
    answers: tuple[str, ...]
    address: str
    subject: str
    text: str
    enclosures: tuple[Enclosure, ...]
    is_automatic: bool
    headers: tuple[tuple[str, str], ...] = ()
    survey: str = ""


def claim_mail(*, at: dt.datetime, offers_survey: bool = False) -> Claim | None:
    """Take the mail that has waited longest for its time; None if none waits that nobody else has.

    Where the office `offers_survey`, one that carries an answer gets a link to it, anew each time.
    """
    waiting = Outgoing.objects.filter(state=Outgoing.State.WAITING, next_at__lte=at)
    with transaction.atomic():
        found = waiting.select_for_update(skip_locked=True).order_by("next_at", "pk")
        mail = found.first()
        while mail is not None and mail.is_private and take_back_outdated(mail, at=at):
            mail = found.first()
        if mail is None:
            return None
        mail.attempts, mail.next_at = mail.attempts + 1, at + TAKEN_FOR
        mail.save(update_fields=["attempts", "next_at"])
        token = new_token(local_day(at)) if offers_survey and _may_offer_survey(mail) else ""
        return _claim(mail, survey=token)


def hand_over(claim: Claim, *, at: dt.datetime) -> None:
    """Write down that a mail is handed over now: from here on it is not sent again by itself.

    The survey that it offers is offered from now on: of the link, its digest is kept.

    :raises MailTaken: if it was stopped, or somebody else has taken it.
    :raises MailHeld: if the very bytes that it carries may not leave.
    """
    check_mail(claim)
    held = Outgoing.objects.filter(pk=claim.pk, state=Outgoing.State.WAITING, next_at=claim.until)
    with transaction.atomic():
        if not held.update(state=Outgoing.State.HANDED, handed_at=at):
            message = f"The mail {claim.message_id} was stopped, or taken by another worker"
            raise MailTaken(message)
        if claim.survey:
            Outgoing.objects.filter(pk=claim.pk).update(offers_survey=True)
            invite(claim.survey)


def check_mail(claim: Claim) -> None:
    """Do nothing if what a mail carries may leave: its bytes are looked at as they are in the mail.

    :raises MailHeld: if not.
    """
    letter = Letter.objects.filter(outgoing=claim.pk).select_related("request__requester").first()
    if letter is None:
        return
    digests = [hashlib.sha256(one.data).hexdigest() for one in claim.enclosures[1:]]
    held = why_letter_held(letter, digests)
    if held.sentences:
        raise MailHeld("; ".join(held.sentences), passes=held.passes)


def mail_sent(claim: Claim, *, at: dt.datetime, table: Holidays) -> None:
    """Write down that a mail went, with what that means for its letter, unless a person decided meanwhile."""
    with transaction.atomic():
        mail = _still_ours(claim)
        if mail is not None:
            end_as_sent(mail, at=at, table=table, by=MACHINE.key)


def put_off_mail(claim: Claim, problem: str, *, at: dt.datetime) -> None:
    """Let a mail that certainly did not go wait before it is tried again; after three days it has failed."""
    with transaction.atomic():
        mail = _did_not_go(claim)
        if mail is None:
            return
        wait = wait_after(mail.attempts)
        if wait is None:
            _fail(mail, f"It was tried for three days: {problem}", at=at)
            return
        mail.state, mail.handed_at = Outgoing.State.WAITING, None
        mail.next_at, mail.problem = at + wait, problem[:_LONGEST_PROBLEM]
        mail.save(update_fields=["state", "handed_at", "next_at", "problem", "offers_survey"])


def fail_mail(claim: Claim, problem: str, *, at: dt.datetime) -> None:
    """Write down that a mail was refused for good, and why."""
    with transaction.atomic():
        mail = _did_not_go(claim)
        if mail is not None:
            _fail(mail, problem, at=at)


def doubt_mail(claim: Claim, *, at: dt.datetime) -> None:
    """Write down that the connection broke after the hand-over: nobody can know whether the mail went."""
    with transaction.atomic():
        mail = _still_ours(claim)
        if mail is not None and mail.state == Outgoing.State.HANDED:
            _doubt(mail, at=at)


def doubt_lost_mail(*, at: dt.datetime) -> int:
    """Put in doubt what was handed over long ago by a worker that never came back; return how many."""
    lost = Outgoing.objects.filter(state=Outgoing.State.HANDED, handed_at__lt=at - DOUBTED_AFTER)
    doubted = 0
    for pk in list(lost.values_list("pk", flat=True)):
        with transaction.atomic():
            mail = locked_mail(lost.filter(pk=pk))
            if mail is not None:
                _doubt(mail, at=at)
                doubted += 1
    return doubted


def wait_after(attempts: int) -> dt.timedelta | None:
    """Return how long to wait after so many attempts: 1, 2, 4 minutes … 6 hours; None after three days."""
    waits = [min(_FIRST_WAIT * 2**one, _LONGEST_WAIT) for one in range(max(attempts, 1))]
    *_, waited = accumulate(waits)
    return waits[-1] if waited <= _TRIED_FOR else None


def locked_mail(found: QuerySet[Outgoing]) -> Outgoing | None:
    """Return a mail that nobody else changes until the transaction ends; its request is locked first.

    Whoever changes a request locks it before its mail: one order for all, or two would wait for each
    other for ever.
    """
    ids = found.values_list("request", "letter__request").first() or ()
    list(Request.objects.select_for_update().filter(pk__in=[one for one in ids if one]))
    return found.select_for_update().first()


def end_as_sent(mail: Outgoing, *, at: dt.datetime, table: Holidays, by: str) -> None:
    """Write down that a locked mail went at the moment of its hand-over, and tell it."""
    left_at = mail.handed_at or at
    mail.state, mail.sent_at, mail.problem = Outgoing.State.SENT, left_at, ""
    mail.offers_survey = False
    mail.save(update_fields=["state", "sent_at", "problem", "offers_survey"])
    if mail.is_private:
        # Nobody needs to know any more who was told of what.
        mail.address, mail.text, mail.headers = "", "", {}
        mail.save(update_fields=["address", "text", "headers"])
    if mail.letter is not None:
        letter_left(mail.letter, at=at, table=table, by=by, left_at=left_at)
    else:
        tell("mail sent", mail, at=at, by=by)


def tell(action: str, mail: Outgoing, *, at: dt.datetime, by: str, reason: str = "") -> None:
    """Add to the ledger what became of a mail: by its id, never by its address."""
    subject = f"request {mail.request.reference}" if mail.request else f"mail {mail.pk}"
    data = {"mail": mail.message_id, "attempts": mail.attempts}
    record(
        action, subject=subject, by=by, at=at, data=data | ({"reason": reason} if reason else {})
    )


def _request_of_whoever_gets(mail: Outgoing) -> Request | None:
    """Return the request of whoever a mail goes to, None if it goes to anybody else."""
    request = mail.request
    if request is None or mail.contribution_id or mail.address != request.requester.address:
        return None
    return request


def _may_offer_survey(mail: Outgoing) -> bool:
    """Return whether a mail carries an answer to whoever asked, and no link to the survey went with it.

    One that is in doubt may have arrived, with a link that works: sent again, it brings no second one.
    """
    is_answer = mail.letter is not None and mail.letter.kind == ANSWER
    return is_answer and not mail.offers_survey and _request_of_whoever_gets(mail) is not None


def _claim(mail: Outgoing, *, survey: str) -> Claim:
    return Claim(
        pk=mail.pk,
        until=mail.next_at,
        message_id=mail.message_id,
        answers=_answers(mail),
        address=mail.address,
        subject=mail.subject,
        text=_text(mail, survey),
        enclosures=_enclosures(mail.letter) if mail.letter else (),
        is_automatic=mail.letter is None,
        headers=tuple(sorted(mail.headers.items())),
        survey=survey,
    )


def _text(mail: Outgoing, survey: str) -> str:
    """Return the words of a mail. Whoever asked finds their link behind them: the one that works by then.

    The survey comes last. Its link stands in the mail alone, and not in the letter that is kept.
    """
    words = mail.letter.text if mail.letter else mail.text
    request = _request_of_whoever_gets(mail)
    if request is None:
        return words
    behind = words_behind(
        link=FollowLink.objects.filter(request=request).select_related("request").first(),
        delivery=DeliveryLink.objects.filter(letter=mail.letter_id)
        .select_related("letter__request")
        .first(),
        language=request.language,
    )
    if survey:
        behind += invitation_words(survey, language=request.language)
    return "\n\n".join((words.rstrip("\n"), *behind)) + "\n" if behind else words


def _answers(mail: Outgoing) -> tuple[str, ...]:
    """Return the id of the message with which a request began: mail programs show the two together.

    It is for whoever asked and nobody else: the id says where they have their mail.
    """
    request = mail.request
    if request is None or mail.address != request.requester.address:
        return ()
    ids = request.messages.order_by("pk").values_list("message_id", flat=True)[:1]
    return tuple(one for one in ids if one)


def _enclosures(letter: Letter) -> tuple[Enclosure, ...]:
    """Return the letter itself and the files that go with it, unless those are fetched by a link."""
    pdf = Enclosure("letter.pdf", "application/pdf", bytes(letter.pdf))
    if DeliveryLink.objects.filter(letter=letter).exists():
        return (pdf,)
    files = [one.file for one in letter.files.order_by("place").select_related("file")]
    return (
        pdf,
        *(Enclosure(one.name, one.content_type, bytes(one.data)) for one in files),
    )


def _still_ours(claim: Claim) -> Outgoing | None:
    """Return the mail, locked, if nobody has taken it or decided about it since it was claimed.

    One that is in doubt by now is still ours: whoever saw what became of it knows better.
    """
    ours = Outgoing.objects.filter(
        pk=claim.pk,
        next_at=claim.until,
        state__in=[Outgoing.State.WAITING, Outgoing.State.HANDED, Outgoing.State.UNSURE],
    )
    return locked_mail(ours)


def _did_not_go(claim: Claim) -> Outgoing | None:
    """Take back what a mail offered that certainly did not go; return the mail if it is still ours.

    Whoever decided about it meanwhile does not make its link arrive.
    """
    mail = _still_ours(claim)
    if claim.survey:
        take_back_invitation(claim.survey)
        if mail is not None:
            mail.offers_survey = False
    return mail


def _fail(mail: Outgoing, problem: str, *, at: dt.datetime) -> None:
    mail.state, mail.problem = Outgoing.State.FAILED, problem[:_LONGEST_PROBLEM]
    mail.handed_at = None
    mail.save(update_fields=["state", "problem", "handed_at", "offers_survey"])
    tell("mail failed", mail, at=at, by=MACHINE.key)


def _doubt(mail: Outgoing, *, at: dt.datetime) -> None:
    mail.state, mail.problem = Outgoing.State.UNSURE, _DOUBT
    mail.save(update_fields=["state", "problem"])
    tell("mail in doubt", mail, at=at, by=MACHINE.key)

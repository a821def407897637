"""Settle a mail that stands still: somebody who looked says that it went, or sends it again."""

import datetime as dt

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.sending_mail import end_as_sent, locked_mail, tell
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.records.casework.models import Outgoing

_MAY_GO_AGAIN = (Outgoing.State.UNSURE, Outgoing.State.FAILED)


class MailNotFound(Exception):
    """There is no such mail."""


class MailStandsOtherwise(Exception):
    """A mail is not in doubt, or did not fail: there is nothing to settle."""


def say_it_went(key: str, *, reason: str, doing: Doing) -> None:
    """Record that a mail in doubt went when it was handed over, as somebody found out.

    :raises MailNotFound: if there is no such mail.
    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises MailStandsOtherwise: if it is not in doubt.
    """
    with transaction.atomic():
        mail = _mail_for(key, doing, reason)
        if mail.state != Outgoing.State.UNSURE:
            message = (
                f"This mail is {mail.state}: only of one in doubt somebody must say that it went"
            )
            raise MailStandsOtherwise(message)
        tell("mail said to have gone", mail, at=doing.at, by=doing.by.key, reason=reason)
        end_as_sent(mail, at=doing.at, table=doing.table, by=doing.by.key)


def send_again(key: str, *, reason: str, doing: Doing) -> None:
    """Let a mail that is in doubt or failed be sent again, to the address for which it was written.

    :raises MailNotFound: if there is no such mail.
    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises MailStandsOtherwise: if it is neither in doubt nor failed.
    """
    with transaction.atomic():
        mail = _mail_for(key, doing, reason)
        if mail.state not in _MAY_GO_AGAIN:
            message = (
                f"This mail is {mail.state}: only one in doubt, or one that failed, goes again"
            )
            raise MailStandsOtherwise(message)
        _wait_anew(mail, at=doing.at)
        tell("mail sent again", mail, at=doing.at, by=doing.by.key, reason=reason)


def _mail_for(key: str, doing: Doing, reason: str) -> Outgoing:
    """Return a locked mail that somebody may settle: of a request, or of the office's own."""
    found = Outgoing.objects.filter(key=key)
    mail = found.select_related("request").first()
    if mail is None:
        raise _not_found(key)
    if mail.request is not None:
        try:
            request_for(mail.request.reference, Move.SETTLE, doing, reason=reason)
        except RequestNotFound:
            # Of a restricted request's mail no more is said than of none.
            raise _not_found(key) from None
    else:
        check_move(Move.SETTLE, actor=doing.by, situation=NO_REQUEST, reason=reason)
    return locked_mail(found) or mail


def _not_found(key: str) -> MailNotFound:
    return MailNotFound(f"There is no mail {key}: look at the list of mail that stands still")


def _wait_anew(mail: Outgoing, *, at: dt.datetime) -> None:
    mail.state, mail.attempts, mail.next_at = Outgoing.State.WAITING, 0, at
    mail.handed_at, mail.problem = None, ""
    mail.save()

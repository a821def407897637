"""What stands in place of a mail server where a site has none."""

from collections.abc import Sequence
from typing import NoReturn

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class MailNotSetUp(OSError):
    """This site sends no mail."""


class NoMail(BaseEmailBackend):
    """Refuses every mail with one clear sentence."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> NoReturn:
        """Refuse.

        :raises MailNotSetUp: always.
        """
        message = (
            f"{len(email_messages)} mails not sent, as this site sends none: set ANSWERABLE_SMTP"
        )
        raise MailNotSetUp(message)

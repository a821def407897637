"""The jobs of the mail: each says what it did, in words that name nobody."""

from django.conf import settings

from answerable.mail.mailbox import fetch_mail
from answerable.mail.sending import send_waiting

NO_MAILBOX = "no mailbox is set (ANSWERABLE_IMAP)"
NO_SERVER = "no mail server is set (ANSWERABLE_SMTP): mail waits"


def read_mailbox() -> str:
    """Fetch what came to the mailbox, if there is one, and say how much."""
    if not settings.ANSWERABLE_IMAP:
        return NO_MAILBOX
    fetched = fetch_mail()
    said = [
        (fetched.taken, f"{fetched.taken} taken in"),
        (fetched.too_large, f"{fetched.too_large} left there, for they are too large"),
        (
            fetched.opened,
            f"{fetched.opened} left there, for somebody opened them: mark them unread",
        ),
    ]
    return ", ".join(words for count, words in said if count)


def send_outbox() -> str:
    """Send what waits, if there is a server to send it by, and say what became of it."""
    if not settings.ANSWERABLE_SENDS_MAIL:
        return NO_SERVER
    return ", ".join(f"{count} {outcome}" for outcome, count in send_waiting().items())

"""A layout's parts as a mail: plain text in short lines, what is quoted behind ">"."""

import datetime as dt
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from textwrap import wrap

from tests.support.layouts.as_text import plain_text

_WIDTH = 74


def mail(made):
    """Return the bytes of a mail with the headers that its look names; without a recipient it goes to who asked."""
    message = EmailMessage(policy=SMTP)
    if "To" not in dict(made.look.mail):
        message["To"] = "A. Requester <requester@example.org>"
    message["Message-ID"] = "<answer.1@larkrise.example>"
    for name, value in made.look.mail:
        message[name] = value
    message.set_content(lines(plain_text(made)))
    return message.as_bytes()


def headers(subject, date, sender="clerk@larkrise.example"):
    """Return the headers of a mail that was sent on a day."""
    moment = dt.datetime.combine(date, dt.time(15, 12), dt.UTC)
    return (("From", sender), ("Subject", subject), ("Date", format_datetime(moment)))


def lines(text):
    """Return text in lines as a mail program breaks them: a quoted line goes on as a quoted line."""
    return "\n".join(broken for line in text.split("\n") for broken in _broken(line))


def _broken(line):
    mark = "> " if line.startswith("> ") else ""
    inner = line[len(mark) :]
    if not inner.strip() or "\t" in inner:
        return [line]
    margin = " " * (len(inner) - len(inner.lstrip()))
    within = {"initial_indent": mark + margin, "subsequent_indent": mark + margin}
    return wrap(inner.lstrip(), _WIDTH, break_long_words=False, break_on_hyphens=False, **within)

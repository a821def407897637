"""A request of somebody who must stay unknown, its officer, and an owner who is asked about it."""

import datetime as dt
import io
import re

from answerable.actions.casework.contributing import (
    Asking,
    GivenFile,
    answer_contribution,
    ask_owner,
)
from answerable.actions.casework.owners import add_owner
from answerable.domain.roles import Actor, Role
from answerable.records.casework.models import Outgoing, Request
from tests.support.casework import AT, REF, arrive, doing_by
from tests.support.letters import make_mail

OFFICER = Actor("olga@body.example", "Olga Officer", frozenset({Role.OFFICER}))
OWNER = "wim@body.example"
ASKER, ASKER_ADDRESS = "Quirina Zephyr", "quirina.zephyr@asker.example"
DUE = dt.date(2025, 10, 15)


def request_with_owner():
    """Take a request in, give it to its officer, and put an owner on the list."""
    arrive(make_mail(From=f"{ASKER} <{ASKER_ADDRESS}>", Subject=f"From {ASKER}"))
    given_to(OFFICER)
    add_owner(OWNER, name="Wim Owner", area="Printers", doing=doing_by(OFFICER))


def given_to(actor):
    """Let an officer have the request, as if they had accepted it."""
    Request.objects.update(officer=actor.key, is_accepted=True)


def on(text, hour=9):
    """Return a moment of a day in 2025."""
    return dt.datetime.fromisoformat(f"2025-{text}T{hour:02}:00:00+00:00")


def ask(label="1", *, words="How many printers are there?", due=DUE, reason="", at=AT):
    """Ask the owner about a question of the request; return the contribution's number."""
    return ask_owner(REF, label, OWNER, Asking(words, due, reason), doing=doing_by(OFFICER, at=at))


def mails(to=OWNER):
    """Return the mails that wait for somebody, in the order in which they were written."""
    return list(Outgoing.objects.filter(address=to).order_by("pk"))


def token():
    """Return what stands in the link of the latest mail to the owner that has one."""
    found = [re.search(r"/contributions/([^/\s]+)/", one.text) for one in mails()]
    return [one[1] for one in found if one][-1]


def answer(text="There are 12.", *files, at=AT, link=None):
    """Answer by the link of the latest mail."""
    answer_contribution(link or token(), text, [make_file(*one) for one in files], at=at)


def make_file(name, data, content_type="application/pdf"):
    """Return a file as a browser gives it."""
    return GivenFile(name, content_type, io.BytesIO(data))

"""The whole way of a request, from the message to the letter that left, in steps that can be done again."""

import datetime as dt
import hashlib
import re
from contextlib import suppress

from django.utils import timezone

from answerable.actions.casework import (
    Arrival,
    Draft,
    accept_request,
    acknowledge_waiting,
    assign_request,
    check_draft,
    clear_draft,
    put_forward,
    read_waiting,
    rendered,
    send_letter,
    store_message,
    write_decision,
)
from answerable.actions.casework.contributing import (
    Asking,
    answer_contribution,
    ask_owner,
)
from answerable.actions.casework.owners import add_owner
from answerable.actions.settling_mail import say_it_went, send_again
from answerable.domain.decisions import Outcome
from answerable.domain.decisions.decision import Decision
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import MACHINE
from answerable.mail.sending import send_waiting
from answerable.queries.casework.letters import drafts_of
from answerable.records.casework.models import Contribution, Outgoing, Request
from tests.support.answers import OFFICE
from tests.support.casework import (
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    TABLE,
    doing_by,
)
from tests.support.contributions import OWNER, make_file
from tests.support.letters import make_mail

LABELS = ("1", "2")
_NINE_DAYS = dt.timedelta(days=9)
_DECIDED = Draft(Decision((Outcome.DISCLOSED,)), "There are twelve.")


def prepare():
    """Put somebody on the list who can be asked."""
    add_owner(OWNER, name="Wim Owner", area="Printers", doing=_by(OFFICER))


def settle_mail(key, *, went):
    """Say of a mail in doubt that it went, or send it again, as somebody who asked the mail server."""
    if went:
        say_it_went(key, reason="It stands in the server's log", doing=_by(MANAGER))
    else:
        send_again(key, reason="It stands in no log", doing=_by(MANAGER))
        send_waiting()


class Journey:
    """One request's way; `who` tells it from all others."""

    def __init__(self, who):
        self.address = f"p{who}@example.org"
        self._mail = make_mail(From=self.address, Message_ID=f"<{who}@example.org>")
        self._arrival = Arrival(f"{who}.eml")

    def go_on(self):
        """Do every step that is not done yet, as people and machines do who do not know how far it is."""
        for step in (
            self._keep, self._read, self._acknowledge, send_waiting, self._assign, self._accept,
            self._ask, send_waiting, self._answer, self._write, self._put_forward, self._check,
            self._clear, self._send, send_waiting,
        ):  # fmt: skip
            # What was done before is refused: whoever tries again is told so.
            with suppress(MoveNotAllowed):
                step()

    @property
    def request(self):
        """Return the one request of this journey."""
        return Request.objects.get(messages__sha256=hashlib.sha256(self._mail).hexdigest())

    def _keep(self):
        store_message(self._mail, self._arrival, by=MACHINE.key, at=timezone.now())

    def _read(self):
        list(read_waiting(doing=_by(MACHINE)))

    def _acknowledge(self):
        acknowledge_waiting(office=OFFICE, doing=_by(MACHINE))

    def _assign(self):
        if not self.request.officer:
            assign_request(self.request.reference, officer=OFFICER, doing=_by(MANAGER))

    def _accept(self):
        accept_request(self.request.reference, doing=_by(OFFICER))

    def _ask(self):
        if not self._contributions().exists():
            asking = Asking("How many printers are there?", timezone.now().date() + _NINE_DAYS)
            ask_owner(self.request.reference, "1", OWNER, asking, doing=_by(OFFICER))

    def _answer(self):
        asked = self._contributions().filter(state="asked").first()
        if asked is not None:
            text = Outgoing.objects.filter(contribution=asked, address=OWNER).latest("pk").text
            link = re.search(r"/contributions/([^/\s]+)/", text)[1]
            files = [make_file("a.csv", b"12\n")]
            answer_contribution(link, "There are 12.", files, at=timezone.now())

    def _write(self):
        for label in LABELS:
            write_decision(self.request.reference, label, _DECIDED, doing=_by(OFFICER))

    def _put_forward(self):
        put_forward(self.request.reference, LABELS, doing=_by(OFFICER))

    def _check(self):
        check_draft(self.request.reference, LABELS, doing=_by(CHECKER))

    def _clear(self):
        clear_draft(self.request.reference, LABELS, doing=_by(MANAGER))

    def _send(self):
        reference, today = self.request.reference, timezone.now().date()
        for draft in drafts_of(reference, office=OFFICE, table=TABLE, on=today):
            ready = rendered(draft)
            doing = _by(INTAKE)
            send_letter(reference, draft.kind, ready, way="email", office=OFFICE, doing=doing)

    def _contributions(self):
        return Contribution.objects.filter(question__request=self.request)


def _by(actor):
    return doing_by(actor, at=timezone.now())

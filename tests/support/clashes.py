"""Answers that contradict each other: in the log, and in requests that were answered."""

import datetime as dt

from answerable.actions.casework import accept_request, assign_request, write_decision
from answerable.actions.casework.clashing import find_clashes, settle_clash
from answerable.domain.decisions import Outcome
from answerable.domain.precedent.settling import Because
from answerable.records.casework.models import Clash, Question, QuestionEvent, Request
from tests.support.casework import AT, DISCLOSED, MANAGER, OFFICER, WITHHELD, arrive, doing_by
from tests.support.entries import keep, make_entry, make_question
from tests.support.letters import make_mail

ASKED = "Who maintains the lifts of the town hall?"
TOLD = "Tarn Lifts Ltd."
LATER = AT + dt.timedelta(days=1)
LIMB = "31(1)(a)"


def told(ref="7000001", *, text=ASKED, answer=TOLD, month="2026-01", **more):
    """An entry of the log that tells."""
    entry = make_entry(ref, f"Lifts {ref}", questions=(make_question(text=text, answer=answer),))
    return keep(entry, month=month, name=f"{ref}.txt", at=AT, **more)


def refused(ref="7000002", *, text=ASKED, month="2026-02", limb=LIMB, title="", **more):
    """An entry of the log that refuses the same."""
    question = make_question(
        text=text,
        answer=f"This is exempt under section {limb}.",
        outcomes=(Outcome.WITHHELD,),
        exemptions=(limb,),
    )
    entry = make_entry(ref, title or f"Lifts {ref}", questions=(question,))
    return keep(entry, month=month, name=f"{ref}.txt", at=AT, **more)


def sent(text=ASKED, *, is_refused=True, at=AT):
    """A request was answered, and its answer left; return its reference."""
    mail = make_mail(text=text, Message_ID=f"<lifts-{Request.objects.count()}@example.org>")
    (taken,) = arrive(mail)
    reference = taken.reference
    assign_request(reference, officer=OFFICER, doing=doing_by(MANAGER))
    accept_request(reference, doing=doing_by(OFFICER))
    draft = WITHHELD if is_refused else DISCLOSED
    write_decision(reference, "", draft, doing=doing_by(OFFICER))
    request = Request.objects.get(reference=reference)
    Request.objects.filter(pk=request.pk).update(stage="sent")
    Question.objects.filter(request=request).update(stage="sent")
    for question in request.questions.all():
        QuestionEvent.objects.create(
            question=question, kind="answered", on=at.date(), recorded_at=at, recorded_by="O"
        )
    return reference


def found(*, at=LATER, parts=None):
    """Look through the file, all of it or so many parts, and return what that brought."""
    left = iter(range(parts - 1)) if parts else None
    return find_clashes(at=at, goes_on=lambda: left is None or next(left, None) is not None)


def both():
    """Two entries contradict each other, and that was found; return its number."""
    told()
    refused()
    found()
    return Clash.objects.get().pk


def settled():
    """The same, and somebody settled it."""
    number = both()
    settle_clash(number, Because.CHANGED, "Lifts are attacked.", doing=doing(OFFICER))
    return number


def doing(actor, *, at=LATER):
    """Return who settles, after all was found."""
    return doing_by(actor, at=at)

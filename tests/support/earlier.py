"""Earlier answers to a question that an officer decides: published, sent from here, and other bodies'."""

from answerable.actions.casework import accept_request, assign_request, put_forward, write_decision
from answerable.actions.casework.unlike import put_aside
from answerable.domain.decisions import Outcome
from answerable.queries.casework.earlier import earlier_answers
from answerable.records.casework.models import Question, Request
from tests.support import scenes
from tests.support.casework import AT, DISCLOSED, MANAGER, OFFICER, REF, arrive, doing_by
from tests.support.entries import OPA, OTHER, keep, make_entry, make_question
from tests.support.indexed import indexed
from tests.support.letters import make_mail

TEXT = "How many tandems does the workshop own?"
"""What is asked in every one of these requests, unless a test says otherwise."""
LIMB = "31(1)(a)"


def asked(text=TEXT):
    """Take a request with this one question in, and give it to an officer; return its reference."""
    mail = make_mail(text, Message_ID=f"<{Request.objects.count()}@x.example>")
    (taken,) = arrive(mail)
    assign_request(taken.reference, officer=OFFICER, doing=doing_by(MANAGER))
    accept_request(taken.reference, doing=doing_by(OFFICER))
    indexed()
    return taken.reference


def published(text=TEXT, *, ref="7000001", body=OPA, month="2025-03", **more):
    """Publish an answer to a question, of ours or of another body."""
    more.setdefault("answer", "There are seven.")
    keep(
        make_entry(ref, questions=(make_question(text=text, **more),)),
        body=body,
        month=month,
        at=AT,
        name=f"{ref}.txt",
    )
    indexed()


def withheld(text=TEXT, **more):
    """Publish a refusal to answer a question."""
    published(
        text,
        answer="It is exempt under section 31(1)(a).",
        outcomes=(Outcome.WITHHELD,),
        exemptions=(LIMB,),
        **more,
    )


def theirs(text=TEXT, **more):
    """Publish what another body answered to a question."""
    published(text, ref="9000001", body=OTHER, **more)


def answered(reference, draft=DISCLOSED):
    """Let the letter with the answer to the one question of a request leave."""
    write_decision(reference, "", draft, doing=doing_by(OFFICER))
    put_forward(reference, [""], doing=doing_by(OFFICER))
    question = Question.objects.get(request__reference=reference)
    question.events.create(kind="answered", on=AT.date(), recorded_at=AT, recorded_by=OFFICER.key)
    Question.objects.filter(pk=question.pk).update(stage="sent")
    Request.objects.filter(reference=reference).update(stage="sent")
    indexed()


def sent(text=TEXT, *, draft=DISCLOSED, is_restricted=False):
    """Answer a question by a letter that left; return the reference of its request."""
    reference = asked(text)
    answered(reference, draft)
    Request.objects.filter(reference=reference).update(is_restricted=is_restricted)
    indexed()
    return reference


def earlier(reference=REF, label="", *, viewer=OFFICER, at=AT, most=5):
    """Return the earlier answers to a question, a moment later."""
    return earlier_answers(reference, label, viewer=viewer, at=at, most=most)


def answered_before():
    """The first question of a request that an officer works on is answered in the log."""
    scenes.begun()
    published("How many printers do you have?")


def put_apart():
    """That answer was put aside."""
    answered_before()
    (found,) = earlier(label="1").usable
    put_aside(REF, "1", found, relation=None, reason="", doing=doing_by(OFFICER))


def key():
    """Return what names the only earlier answer to that question in a form."""
    (found,) = earlier(label="1").usable
    return found.key

"""Reviews and complaints in tests, with valid defaults."""

import datetime as dt
from dataclasses import replace

from django.conf import settings

from answerable.actions.casework import (
    check_draft,
    clear_draft,
    put_forward,
    record_posted,
    rendered,
    send_letter,
    write_decision,
)
from answerable.actions.casework.challenging import (
    ComplaintMade,
    Finding,
    Found,
    Ground,
    ReviewAsked,
    Ruling,
    ask_review,
    decide_review,
    record_complaint,
    record_ruling,
    take_review,
    write_findings,
)
from answerable.actions.casework.lettering import rendered_letter
from answerable.domain.decisions.decision import Authority, BodyKind
from answerable.domain.roles.people import REQUESTER
from answerable.queries.casework.letters import drafts_of
from answerable.queries.casework.review_letters import outcome_draft
from answerable.queries.office import office_of
from tests.support.casework import (
    AT,
    CHECKER,
    INTAKE,
    MANAGER,
    OFFICER,
    REF,
    TABLE,
    WITHHELD,
    doing_by,
    somebody,
)

ALL = tuple(Ground)
WORDS = "You did not look in the print room."


def later(days):
    """Return the morning of a day after that on which requests come in."""
    return AT + dt.timedelta(days=days)


def ask(*labels, grounds=ALL, actor=REQUESTER, at=AT, words=WORDS, **about):
    """Ask for a review of the answers to some questions, the first if none is named."""
    by_label = dict.fromkeys(labels or ("1",), grounds)
    about.setdefault("asked_on", at.date())
    asked = ReviewAsked(by_label, words, contact="reviews@body.example", **about)
    return ask_review(REF, asked, doing=doing_by(actor, at=at))


REVIEWER = somebody("Rhea", "officer")
OTHER_REVIEWER = somebody("Ravi", "checker")
OVERTURNED = Found(
    Finding.OVERTURNED,
    "The print room was not searched.",
    dict.fromkeys(Ground, "You were right."),
    "35days",
)
UPHELD = replace(OVERTURNED, finding=Finding.UPHELD, reasons="The figures are right.")


def site_office():
    """Return the office that letters come from."""
    return office_of(settings.ANSWERABLE_OFFICE, authority=Authority(BodyKind.OTHER))


def taken(*labels, at=AT, **about):
    """Ask for a review, and let somebody take it who had no part in the answer."""
    number = ask(*labels, at=at, **about)
    take_review(REF, number, doing=doing_by(REVIEWER, at=at))
    return number


def outcome(number, at):
    """Return the outcome of a review as it stands."""
    return outcome_draft(REF, number, office=site_office(), table=TABLE, on=at.date())


def decide(number, *, at, way="post", by=REVIEWER):
    """Let the outcome of a review leave as it stands; return the number of its letter."""
    ready = rendered_letter(outcome(number, at).letter)
    doing = doing_by(by, at=at)
    return decide_review(REF, number, ready, way=way, office=site_office(), doing=doing)


def decided(number, *labels, found=OVERTURNED, at=AT):
    """Decide a review, and post its outcome on the same day."""
    findings = dict.fromkeys(labels or ("1",), found)
    write_findings(REF, number, findings, doing=doing_by(REVIEWER, at=at))
    letter = decide(number, at=at)
    record_posted(REF, letter, doing=doing_by(INTAKE, at=at))


def complain(*labels, at=AT, kind="complaint", **about):
    """Record a complaint to the regulator, or an appeal."""
    by_label = dict.fromkeys(labels or ("1",), (Ground.DECISION,))
    made = ComplaintMade(kind, "IC-1234-X", at.date(), by_label, **about)
    return record_complaint(REF, made, doing=doing_by(MANAGER, at=at))


def rule(number, *labels, found=UPHELD, at=AT, steps=""):
    """Record what the regulator or a tribunal decided."""
    ruling = Ruling(at.date(), dict.fromkeys(labels or ("1",), found), steps)
    record_ruling(REF, number, ruling, doing=doing_by(MANAGER, at=at))


def answer_again(label="1", *, at=AT, draft=WITHHELD):
    """Answer a question that is open again, through the same hands as the first time."""
    write_decision(REF, label, draft, doing=doing_by(OFFICER, at=at))
    put_forward(REF, [label], doing=doing_by(OFFICER, at=at))
    check_draft(REF, [label], doing=doing_by(CHECKER, at=at))
    clear_draft(REF, [label], doing=doing_by(MANAGER, at=at))
    (made,) = drafts_of(REF, office=site_office(), table=TABLE, on=at.date())
    number = send_letter(
        REF,
        made.kind,
        rendered(made),
        way="post",
        office=site_office(),
        doing=doing_by(INTAKE, at=at),
    )
    record_posted(REF, number, doing=doing_by(INTAKE, at=at))

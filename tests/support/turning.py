"""Questions whose clocks turn before their answer: the office that writes, and what it asked."""

import datetime as dt
from decimal import Decimal

from django.conf import settings

from answerable.actions.casework.delivering import letter_left
from answerable.actions.casework.turning import let_go, write_notice
from answerable.domain.decisions.decision import Authority
from answerable.domain.decisions.letters import NoticeSaid, Office
from answerable.domain.decisions.notice_kinds import WrittenNotice
from answerable.domain.law.letters import LetterKind
from answerable.queries.casework.notices import draft_of_notice
from answerable.queries.office import office_of
from answerable.records.casework.models import Letter, Question
from tests.support.casework import AT, MANAGER, OFFICER, REF, TABLE, doing_by, record

OFFICE = Office(
    body="Office of Public Answers",
    team="Information Rights Team",
    email="foi@body.example",
    address="1 High Street",
    review_contact="reviews@body.example",
    regulator_address="regulator.example",
    licence="You may use this.",
    copyright="Others may hold rights in it.",
)
LATER = dt.datetime(2025, 10, 20, 9, 0, tzinfo=dt.UTC)


def question(label="1", reference=REF):
    """Return a question as it stands."""
    return Question.objects.get(request__reference=reference, label=label)


def meaning_asked(*labels):
    """Let it be asked, two days after receipt, what some questions mean."""
    record("clarification_requested:2025-10-08", labels=labels)


WHY = "Disclosure would help somebody to break in."


def to_weigh(*labels, limbs=("31(1)(a)",), why=WHY, **said):
    """Return a notice that takes more time to weigh the public interest."""
    said = NoticeSaid(limbs=limbs, why=why, **said)
    return WrittenNotice(LetterKind.PUBLIC_INTEREST_EXTENSION, labels, said)


def complexity(*labels, **said):
    """Return a notice that takes more time for a complex request."""
    said = NoticeSaid(why="It asks for four hundred surveys.", **said)
    return WrittenNotice(LetterKind.COMPLEX_EXTENSION, labels, said)


def fee(*labels, pounds="24.50"):
    """Return a notice of a fee."""
    said = NoticeSaid(why="Two hundred and forty-five copies at 10p.", pounds=Decimal(pounds))
    return WrittenNotice(LetterKind.FEES_NOTICE, labels, said)


def noticed(notice, *, at=AT):
    """Let an officer write a notice, and return its number."""
    return write_notice(REF, notice, doing=doing_by(OFFICER, at=at))


def gone(number=1, *, way="email", at=AT, by=MANAGER):
    """Let a notice go, and return its letter, which has not left yet."""
    draft = draft_of_notice(REF, number, office=OFFICE, table=TABLE, on=at.date())
    let_go(REF, number, seen=draft.digest, way=way, office=OFFICE, doing=doing_by(by, at=at))
    return Letter.objects.order_by("number").last()


def digest(number=1):
    """Return what tells whether a notice's letter is the one that was looked at."""
    office = office_of(settings.ANSWERABLE_OFFICE, authority=Authority())
    return draft_of_notice(REF, number, office=office, table=TABLE, on=AT.date()).digest


def told(notice, *, at=AT, left_at=None):
    """Let a notice be written, let go and leave, all on one day unless it leaves on another."""
    letter = gone(noticed(notice, at=at), at=at)
    letter_left(letter, at=left_at or at, table=TABLE)
    return letter

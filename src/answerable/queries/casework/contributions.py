"""What was asked of information owners, and what came back, for those who work on a request.

Who asked stands in none of it, as it does not in what officers read elsewhere.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from django.db.models import Prefetch, QuerySet

from answerable.domain.clock.contributions import last_day_of_link
from answerable.domain.questions.blind import blinded, blinded_file
from answerable.domain.roles import Actor, Move, Situation, Stage, why_not
from answerable.queries.accounts import person_names
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.releasing.contributed import given_verdicts
from answerable.queries.casework.situations import situation_of
from answerable.queries.casework.visible import seen_by
from answerable.records.casework.models import (
    Contribution,
    ContributionAnswer,
    ContributionFile,
    Question,
    Request,
)


@dataclass(frozen=True, slots=True)
class GivenFileRow:
    """A file that an owner gave: `place` is its number in the contribution, `answer` with which it came."""

    place: int
    name: str
    size: int
    sha256: str
    answer: int
    standing: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What an owner said at one time; one with a reason says that it is not for them."""

    number: int
    at: dt.datetime
    text: str
    reason: str
    suggested: str


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """A question put to an owner; one outside the body is consulted. `text`, `reason` and `suggested` are their latest words.

    `earlier` are the answers before, the latest first. `why_not_remind` and `why_not_withdraw` are
    empty where that can be done.
    """

    number: int
    reference: str
    label: str
    owner: str
    email: str
    is_external: bool
    words: str
    asked_by: str
    asked_at: dt.datetime
    due_on: dt.date
    state: str
    is_overdue: bool
    reminders: int
    reminded_on: dt.date | None
    answered_at: dt.datetime | None
    text: str
    reason: str
    suggested: str
    earlier: tuple[AnswerRow, ...]
    files: tuple[GivenFileRow, ...]
    why_not_remind: str
    why_not_withdraw: str


@dataclass(frozen=True, slots=True)
class QuestionContributions:
    """A question, what was asked of owners about it, and why somebody may not ask or remind."""

    reference: str
    label: str
    text: str
    stage: str
    situation: Situation
    work_to: dt.date | None
    rows: tuple[ContributionRow, ...]
    why_not_ask: str
    why_not_chase: str


_FILES = Prefetch(
    "files", ContributionFile.objects.defer("data").select_related("answer").order_by("place")
)
_ANSWERS = Prefetch("answers", ContributionAnswer.objects.order_by("-number"))


def question_contributions(
    reference: str, label: str, *, actor: Actor, today: dt.date
) -> QuestionContributions | None:
    """Return a question with its contributions; None if there is none, or it is hidden from them."""
    question = _question(reference, label)
    if question is None:
        return None
    situation = situation_of(question.request, question)
    if situation.is_restricted and actor.key not in situation.named:
        return None
    rows = _contributions().filter(question=question).order_by("number")
    ask = why_not(Move.ASK_OWNER, actor=actor, situation=situation)
    chase = why_not(Move.CHASE, actor=actor, situation=situation)
    return QuestionContributions(
        reference=reference,
        label=label,
        text=blinded(question.text, identity_of(question.request)),
        stage=question.stage,
        situation=situation,
        work_to=question.work_to,
        rows=_rows(rows, today),
        why_not_ask=ask,
        why_not_chase=chase,
    )


def judged_files(row: ContributionRow) -> tuple[GivenFileRow, ...]:
    """Return the files of a contribution with what was found in each, without who asked."""
    request = Request.objects.select_related("requester").get(reference=row.reference)
    given = ContributionFile.objects.defer("data").filter(
        contribution__question__request=request,
        contribution__question__label=row.label,
        contribution__number=row.number,
    )
    verdicts = {one.place: one.pk for one in given}
    found = given_verdicts(request, given)
    identity = identity_of(request)
    return tuple(
        replace(
            one,
            standing=found[verdicts[one.place]].standing,
            said=blinded(found[verdicts[one.place]].said, identity),
        )
        for one in row.files
    )


def contributed_file(
    reference: str, label: str, number: int, place: int, *, actor: Actor
) -> tuple[str, bytes] | None:
    """Return the name and the bytes of a file of a contribution; None if there is none for them."""
    question = _question_seen(reference, label, actor)
    if question is None:
        return None
    found = ContributionFile.objects.filter(
        contribution__question=question, contribution__number=number, place=place
    ).first()
    if found is None:
        return None
    return blinded_file(found.name, identity_of(question.request)), bytes(found.data)


def contributions_of_owner(
    email: str, *, actor: Actor, today: dt.date
) -> tuple[ContributionRow, ...]:
    """Return what an owner was asked, the latest first, but for requests that are hidden from them."""
    asked = _contributions().filter(owner__email=email.strip().lower())
    return _rows(_seen(asked, actor).order_by("-asked_at", "-pk"), today)


def why_not_remind(contribution: Contribution, *, today: dt.date) -> str:
    """Return why an owner cannot be reminded now, as a sentence; nothing if they can."""
    if contribution.state != Contribution.State.ASKED:
        return f"It was {contribution.state}: there is nothing to remind of"
    if contribution.last_chased_on == today:
        return f"{contribution.owner.name} was reminded today already: wait until tomorrow"
    if today > last_day_of_link(contribution.due_on):
        return "Their link has ended: ask again, with a new day"
    return ""


def why_not_withdraw(contribution: Contribution) -> str:
    """Return why a question cannot be taken back from an owner, as a sentence; nothing if it can."""
    if contribution.state == Contribution.State.ASKED:
        return ""
    return f"It was {contribution.state} already: there is nothing to withdraw"


def _question(reference: str, label: str) -> Question | None:
    wanted = Question.objects.filter(request__reference=reference, label=label)
    return wanted.select_related("request__requester").first()


def _question_seen(reference: str, label: str, actor: Actor) -> Question | None:
    """Return a question that somebody may see."""
    found = _question(reference, label)
    if found is None or why_not(Move.SEE, actor=actor, situation=situation_of(found.request)):
        return None
    return found


def _contributions() -> QuerySet[Contribution]:
    found = Contribution.objects.select_related("owner", "question__request__requester")
    return found.prefetch_related(_FILES, _ANSWERS)


def _seen(found: QuerySet[Contribution], actor: Actor) -> QuerySet[Contribution]:
    return found.filter(seen_by(actor, through="question__request"))


def _rows(found: Iterable[Contribution], today: dt.date) -> tuple[ContributionRow, ...]:
    rows = list(found)
    names = person_names(one.asked_by for one in rows)
    return tuple(_row(one, today, names[one.asked_by]) for one in rows)


def _row(found: Contribution, today: dt.date, asked_by: str) -> ContributionRow:
    is_waiting = found.state == Contribution.State.ASKED and found.question.stage == Stage.OPEN
    identity = identity_of(found.question.request)
    hide = partial(blinded, identity=identity)
    answers = [
        AnswerRow(one.number, one.at, hide(one.text), hide(one.reason), hide(one.suggested))
        for one in found.answers.all()
    ]
    has_latest = found.state in (Contribution.State.ANSWERED, Contribution.State.DECLINED)
    return ContributionRow(
        number=found.number,
        reference=found.question.request.reference,
        label=found.question.label,
        owner=found.owner.name,
        email=found.owner.email,
        is_external=found.owner.is_external,
        words=hide(found.words),
        asked_by=asked_by,
        asked_at=found.asked_at,
        due_on=found.due_on,
        state=found.state,
        is_overdue=is_waiting and today > found.due_on,
        reminders=found.chased,
        reminded_on=found.last_chased_on,
        answered_at=found.answered_at,
        text=hide(found.text) if has_latest else "",
        reason=hide(found.reason) if has_latest else "",
        suggested=hide(found.suggested) if has_latest else "",
        # Asked again, what was said before is earlier, and nothing is the latest.
        earlier=tuple(answers[1:] if has_latest else answers),
        files=tuple(
            GivenFileRow(
                one.place,
                blinded_file(one.name, identity),
                one.size,
                one.sha256,
                one.answer.number,
            )
            for one in found.files.all()
        ),
        why_not_remind=why_not_remind(found, today=today),
        why_not_withdraw=why_not_withdraw(found),
    )

"""Write answers and decisions, and put them forward once they are lawful."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Max

from answerable.actions.casework.counting import recount
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import question_for
from answerable.actions.casework.telling import short_digest, tell
from answerable.domain.decisions.checking import Reason
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.letters.objections import objections_to
from answerable.domain.decisions.particulars import (
    Particulars,
    particulars_as_json,
    particulars_of,
)
from answerable.domain.decisions.written import decision_as_json
from answerable.domain.law.limbs import upwards
from answerable.domain.precedent.taken import TakenFrom, taken_as_json, taken_of
from answerable.domain.roles import Move, MoveNotAllowed, Stage
from answerable.queries.accounts import person_name
from answerable.queries.casework.evidence import evidence_reasons
from answerable.queries.casework.letters import answered_question, attachments_of
from answerable.records.casework.models import DecidedTag, DecisionVersion, Question


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer and a decision as somebody writes them.

    `tables` are the tables of the answer, each with a caption and rows of cells; `taken_from` are the earlier
    answers from which it was taken, also if it was changed since.
    """

    decision: Decision
    answer: str = ""
    caveats: str = ""
    tables: tuple[dict[str, Any], ...] = ()
    particulars: Particulars = field(default_factory=Particulars)
    taken_from: tuple[TakenFrom, ...] = ()


class DecisionNotLawful(Exception):
    """A decision cannot be put forward yet; `reasons` say why, each with its question's label."""

    def __init__(self, reasons: Sequence[tuple[str, Reason]]) -> None:
        """Keep every reason."""
        self.reasons = tuple(reasons)
        super().__init__("; ".join(str(reason) for _, reason in self.reasons))


def write_decision(reference: str, label: str, draft: Draft, *, doing: Doing) -> int:
    """Save an answer and a decision as a new version, lawful or not; return the version's number.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not.
    """
    with transaction.atomic():
        question = question_for(reference, label, Move.WRITE, doing)
        last = latest(question)
        said = _said(draft)
        if last is not None and last.by == doing.by.key and _said_by(last) == said:
            return last.number
        version = DecisionVersion.objects.create(
            question=question,
            number=_number(question) + 1,
            round=question.round,
            by=doing.by.key,
            at=doing.at,
            **said,
        )
        _tag(question, draft.decision)
        told = {"version": version.number, **_digest(said), **_sources(version)}
        _tell("decision written", question, doing, told)
    return version.number


def put_forward(reference: str, labels: Sequence[str], *, doing: Doing) -> None:
    """Put decisions forward for checking, all of them or none: each must be lawful.

    :raises RequestNotFound: if there is no such request or question.
    :raises MoveNotAllowed: if they may not, or somebody else wrote the latest words.
    :raises DecisionNotLawful: if the law has an objection to one.
    """
    with transaction.atomic():
        questions = [
            question_for(reference, label, Move.PUT_FORWARD, doing)
            for label in dict.fromkeys(labels)
        ]
        for question in questions:
            _check_own_words(question, doing)
        check_lawful(questions, doing=doing)
        for question in questions:
            question.stage, question.drafted_by = Stage.DRAFTED, doing.by.key
            question.save()
            _tell("decision put forward", question, doing, {"version": _number(question)})
        if questions:
            recount(questions[0].request, doing.table)


def check_lawful(questions: Iterable[Question], *, doing: Doing) -> None:
    """Do nothing if the latest decision of each question is lawful now, and its letter can go.

    What it says of other requests must be so, too.

    :raises DecisionNotLawful: if one is not; all reasons are told at once.
    """
    reasons = []
    for question in questions:
        last = latest(question) or DecisionVersion(decision=decision_as_json(Decision(())))
        answered = answered_question(question, last, attachments_of(question))
        objections = (
            *objections_to(answered, authority=doing.authority, on=doing.on),
            *evidence_reasons(
                question.request.reference,
                answered.decision,
                particulars_of(last.particulars),
                viewer=doing.by,
                table=doing.table,
                on=doing.on,
            ),
        )
        reasons += [(question.label, one) for one in objections]
    if reasons:
        raise DecisionNotLawful(reasons)


def latest(question: Question) -> DecisionVersion | None:
    """Return the latest version of a question's decision in its present round, None if there is none."""
    return question.decisions.filter(round=question.round).order_by("-number").first()


def _check_own_words(question: Question, doing: Doing) -> None:
    last = latest(question)
    if last is not None and last.by != doing.by.key:
        message = (
            f"{person_name(last.by)} wrote the latest words: read them, and save them as your own before you "
            "put them forward"
        )
        raise MoveNotAllowed(message)


def _said(draft: Draft) -> dict[str, Any]:
    return {
        "answer": draft.answer.replace("\0", ""),
        "caveats": draft.caveats.replace("\0", ""),
        "tables": list(draft.tables),
        "decision": decision_as_json(draft.decision),
        "particulars": particulars_as_json(draft.particulars),
        "taken_from": taken_as_json(draft.taken_from),
    }


def _said_by(version: DecisionVersion) -> dict[str, Any]:
    return {
        "answer": version.answer,
        "caveats": version.caveats,
        "tables": version.tables,
        "decision": version.decision,
        "particulars": version.particulars,
        "taken_from": version.taken_from,
    }


def _digest(said: dict[str, Any]) -> dict[str, str]:
    words = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return {"digest": short_digest(words)}


def _sources(version: DecisionVersion) -> dict[str, list[str]]:
    """Return the names of the earlier answers from which a version was taken, if there are any."""
    named = [one.named for one in taken_of(version.taken_from)]
    return {"taken_from": named} if named else {}


def _tag(question: Question, decision: Decision) -> None:
    """Keep the outcomes and exemptions for lists: an exemption stands with the sections above it."""
    question.tags.all().delete()
    outcomes = {one.value for one in decision.outcomes}
    cited = {upper for one in decision.grounds for upper in upwards(one.citation)}
    DecidedTag.objects.bulk_create(
        DecidedTag(request=question.request, question=question, kind=kind, value=value[:40])
        for kind, values in (
            (DecidedTag.Kind.OUTCOME, outcomes),
            (DecidedTag.Kind.EXEMPTION, cited),
        )
        for value in sorted(values)
    )


def _number(question: Question) -> int:
    return question.decisions.aggregate(last=Max("number"))["last"] or 0


def _tell(action: str, question: Question, doing: Doing, data: dict[str, Any]) -> None:
    tell(action, question.request.reference, doing, {"question": question.label, **data})

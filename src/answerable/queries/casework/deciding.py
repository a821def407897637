"""A question with its decision, as the officer writes it: every version, and what may help."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import F

from answerable.domain.clock import Regime
from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.letters import AnsweredQuestion
from answerable.domain.decisions.particulars import Particulars, particulars_of
from answerable.domain.decisions.signposts import told_to
from answerable.domain.decisions.written import decision_of
from answerable.domain.precedent.taken import TakenFrom, is_changed
from answerable.domain.questions.blind import Identity, blinded
from answerable.domain.roles import Situation, Stage
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.clocks import regime_of
from answerable.queries.casework.letters import answer_tables, attachments_of
from answerable.queries.casework.situations import situation_of
from answerable.queries.casework.sources import sources_of
from answerable.records.casework.models import Contribution, DecisionVersion, Question, Request


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a decision: whose, and when; from which earlier answers it was taken, and whether it is another."""

    number: int
    by: str
    at: dt.datetime
    taken_from: tuple[TakenFrom, ...] = ()
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """An answer and a decision as they were last saved."""

    answer: str
    caveats: str
    tables: tuple[dict[str, Any], ...]
    decision: Decision
    particulars: Particulars = field(default_factory=Particulars)
    taken_from: tuple[TakenFrom, ...] = ()

    def with_answer(self, text: str) -> "Written":
        """Return the same with another answer."""
        return replace(self, answer=text)

    def with_contribution(self, text: str) -> "Written":
        """Return the same with what an information owner said in the answer's place."""
        return replace(self, answer=text, taken_from=())

    def with_table(self, table: dict[str, Any], caveats: str) -> "Written":
        """Return the same with one more table, and the caveats that go with it."""
        return replace(self, tables=(*self.tables, table), caveats=caveats)


@dataclass(frozen=True, slots=True)
class OtherQuestion:
    """Another open question of the request, which may get the same decision."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """A question, its latest words, and the other open questions that may share them."""

    reference: str
    received_on: dt.date
    label: str
    printed: str
    heading: str
    text: str
    periods: tuple[str, ...]
    stage: Stage
    situation: Situation
    written: Written
    versions: tuple[VersionRow, ...]
    others: tuple[OtherQuestion, ...]
    previous: str | None
    following: str | None
    attachments: tuple[str, ...] = ()
    regime: Regime = Regime.FOIA

    def answered(self, written: Written) -> AnsweredQuestion:
        """Return the question with an answer and a decision, as its letter would say them."""
        return AnsweredQuestion(
            label=self.label,
            text=self.text,
            decision=told_to(written.decision, written.particulars.bodies),
            printed=self.printed,
            answer=written.answer,
            tables=answer_tables(written.tables),
            attachments=self.attachments,
            narrow=written.particulars.narrow,
            searches=written.particulars.searches,
            taken_out=written.particulars.taken_out,
            unsaid=written.particulars.unsaid,
            regime=self.regime,
        )


def decision_page(reference: str, label: str) -> DecisionPage | None:
    """Return a question with its decision, None if there is no such request or question."""
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    if request is None:
        return None
    questions = list(request.questions.order_by("place"))
    place = next((at for at, one in enumerate(questions) if one.label == label), None)
    return None if place is None else _page(request, questions, place)


def version_page(reference: str, label: str, number: int) -> Written | None:
    """Return a question's decision as a version had it, None if there is none of that number."""
    version = DecisionVersion.objects.filter(
        question__request__reference=reference, question__label=label, number=number
    ).first()
    return None if version is None else _written(version, sources_of([version]))


def written_of(reference: str) -> dict[str, Written]:
    """Return the latest answer and decision of each question of a request without who asked, by its label.

    What was written in an earlier round is over: it is left out.
    """
    found = DecisionVersion.objects.filter(
        question__request__reference=reference, round=F("question__round")
    )
    versions = found.select_related("question__request__requester")
    # Of each question the last one written wins.
    return {
        one.question.label: _blind(one, identity_of(one.question.request))
        for one in versions.order_by("question_id", "number")
    }


def without_requester(reference: str, written: Written) -> Written:
    """Return an answer without who asked, for those who read it and do not write it."""
    found = Request.objects.select_related("requester").get(reference=reference)
    return written.with_answer(blinded(written.answer, identity_of(found)))


def contributed_text(reference: str, label: str, number: int) -> str:
    """Return what an information owner said, without who asked; nothing if there is no such contribution."""
    found = (
        Contribution.objects.filter(
            number=number, question__request__reference=reference, question__label=label
        )
        .select_related("question__request__requester")
        .first()
    )
    return blinded(found.text, identity_of(found.question.request)) if found else ""


def _page(request: Request, questions: list[Question], place: int) -> DecisionPage:
    one = questions[place]
    identity = identity_of(request)
    versions = list(one.decisions.order_by("number"))
    sources = sources_of(versions)
    return DecisionPage(
        reference=request.reference,
        received_on=request.received_on,
        label=one.label,
        printed=one.printed,
        heading=blinded(one.heading, identity),
        text=blinded(one.text, identity),
        periods=tuple(one.periods),
        stage=Stage(one.stage),
        situation=situation_of(request, one),
        written=_written(versions[-1], sources) if versions else Written("", "", (), Decision(())),
        versions=tuple(_version_row(each, sources) for each in versions),
        others=tuple(
            OtherQuestion(each.label, blinded(each.text, identity))
            for each in questions
            if each.stage == Stage.OPEN and each.pk != one.pk
        ),
        previous=questions[place - 1].label if place else None,
        following=questions[place + 1].label if place + 1 < len(questions) else None,
        attachments=tuple(file.name for file in attachments_of(one)),
        regime=regime_of(request, one),
    )


_Sources = Mapping[int, tuple[TakenFrom, ...]]


def _version_row(version: DecisionVersion, sources: _Sources) -> VersionRow:
    taken = sources[version.number]
    return VersionRow(
        version.number, version.by, version.at, taken, is_changed(version.answer, taken)
    )


def _written(version: DecisionVersion, sources: _Sources) -> Written:
    return Written(
        version.answer,
        version.caveats,
        tuple(version.tables),
        decision_of(version.decision),
        particulars_of(version.particulars),
        sources[version.number],
    )


_WORDS_OF_OURS = (
    "outcomes",
    "citation",
    "citations",
    "likelihood",
    "balance",
    "on",
    "work",
    "reference",
    "hours",
    "slug",
    "agreed_on",
)
"""Parts of a decision that no person words: they are read back, and stay as they are."""


def _blind(version: DecisionVersion, identity: Identity) -> Written:
    """Return a version with who asked taken out of everything that people wrote in it."""
    return Written(
        blinded(version.answer, identity),
        blinded(version.caveats, identity),
        tuple(version.tables),
        decision_of(_without(version.decision, identity)),
        particulars_of(_without(version.particulars, identity)),
    )


def _without(said: Any, identity: Identity) -> Any:
    if isinstance(said, str):
        return blinded(said, identity)
    if isinstance(said, list):
        return [_without(one, identity) for one in said]
    if isinstance(said, dict):
        return {
            name: one if name in _WORDS_OF_OURS else _without(one, identity)
            for name, one in said.items()
        }
    return said

"""The letter that a request's cleared decisions make, and what it still lacks."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from answerable.domain.clock import Holidays
from answerable.domain.clock.clocks import question_clock
from answerable.domain.decisions.letters import (
    AnsweredQuestion,
    AnswerTable,
    ClarificationFacts,
    Letter,
    LetterFacts,
    Office,
    answer_letter,
    clarification_letter,
)
from answerable.domain.decisions.letters.objections import unclear_question
from answerable.domain.decisions.notices import NoticeCheck, check_notice
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.decisions.particulars import particulars_of
from answerable.domain.decisions.signposts import told_to
from answerable.domain.decisions.written import decision_of
from answerable.domain.law.letters import LetterKind
from answerable.domain.questions.blind import MARK, Identity, blinded, blinded_file
from answerable.domain.roles import Stage
from answerable.queries.casework.cases import identity_of
from answerable.queries.casework.clocks import clock_facts, regime_of
from answerable.queries.casework.releasing.gate import why_held
from answerable.records.casework.models import (
    CaseFile,
    DecisionVersion,
    Question,
    Request,
)
from answerable.records.casework.models import Letter as StoredLetter

ANSWER, CLARIFICATION = "answer", "clarification"


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter as it would be sent today, and what keeps it from going.

    `labels` are the questions that it answers; `files` the names of those that go with it, and `sums` the
    digests of their bytes; `problems` are sentences; without one it may go. `blind` is the letter without who asked, to be looked at, and
    `blind_files` are the names of its files without them.
    """

    kind: str
    letter: Letter
    blind: Letter
    labels: tuple[str, ...]
    files: tuple[str, ...]
    blind_files: tuple[str, ...]
    check: NoticeCheck
    problems: tuple[str, ...]
    sums: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Return what tells whether a letter is still the one that was looked at."""
        said = repr((self.letter, self.files, self.sums))
        return hashlib.sha256(said.encode()).hexdigest()[:32]

    @property
    def advice(self) -> tuple[str, ...]:
        """Return what the code of practice or good practice would add."""
        return tuple(str(one) for one in self.check.missing if not one.is_unlawful)


def drafts_of(
    reference: str, *, office: Office, table: Holidays, on: dt.date
) -> tuple[LetterDraft, ...]:
    """Return the letters that the cleared decisions of a request make on a day."""
    request = Request.objects.filter(reference=reference).select_related("requester").first()
    if request is None:
        return ()
    drafts = (
        letter_draft(request, kind, office=office, table=table, on=on)
        for kind in (ANSWER, CLARIFICATION)
    )
    return tuple(one for one in drafts if one is not None)


def stored_pdf(reference: str, number: int) -> bytes | None:
    """Return a letter's PDF as it was frozen, None if there is no such letter."""
    found = StoredLetter.objects.filter(request__reference=reference, number=number).first()
    return None if found is None else bytes(found.pdf)


def letter_draft(
    request: Request, kind: str, *, office: Office, table: Holidays, on: dt.date
) -> LetterDraft | None:
    """Return the letter that the cleared decisions of a request make on a day, None if none is cleared.

    Decisions that ask for clarification make a letter of their own, because their clocks start again.
    """
    questions = [one for one in _cleared(request) if _is_of(kind, one[1])]
    if not questions:
        return None
    files = _files(request, [one for one, _ in questions])
    going = [one for one in files if one.release != CaseFile.Release.KEPT_BACK]
    facts = _facts(request, questions, going, table=table, on=on)
    letter = _written(kind, facts, office)
    kinds = (LetterKind.CLARIFICATION,) if kind == CLARIFICATION else ()
    decisions = [one.decision for one in facts.questions]
    check = check_notice(decisions, letter.contents, sent_on=on, due_on=facts.due_on, kinds=kinds)
    identity = identity_of(request)
    return LetterDraft(
        kind=kind,
        letter=letter,
        blind=_written(kind, _without_requester(facts, identity), office),
        labels=tuple(one.label for one, _ in questions),
        files=tuple(one.name for one in going),
        blind_files=tuple(blinded_file(one.name, identity) for one in going),
        check=check,
        problems=(
            *_problems(check),
            *(why_held(request, going) if going or kind == ANSWER else ()),
        ),
        sums=tuple(one.sha256 for one in going),
    )


def _written(kind: str, facts: LetterFacts, office: Office) -> Letter:
    if kind == CLARIFICATION:
        return clarification_letter(_clarification(facts), office)
    return answer_letter(facts, office)


def _without_requester(facts: LetterFacts, identity: Identity) -> LetterFacts:
    """Return what a letter says, for those who should not need to know who asked."""
    questions = tuple(
        replace(
            one,
            text=blinded(one.text, identity),
            answer=blinded(one.answer, identity),
            attachments=tuple(blinded_file(name, identity) for name in one.attachments),
        )
        for one in facts.questions
    )
    return replace(facts, questions=questions, salutation=MARK if facts.salutation else "")


def letter_files(request: Request, labels: Sequence[str]) -> list[CaseFile]:
    """Return the files that go with a letter about some questions: of this request, and not kept back."""
    questions = list(request.questions.filter(label__in=labels))
    files = _files(request, questions)
    return [one for one in files if one.release != CaseFile.Release.KEPT_BACK]


def _cleared(request: Request) -> list[tuple[Question, DecisionVersion]]:
    found = request.questions.filter(stage="cleared").order_by("place")
    pairs = (
        (one, max(one.decisions.all(), key=lambda version: version.number, default=None))
        for one in found.prefetch_related("decisions", "events")
    )
    return [(one, version) for one, version in pairs if version is not None]


def _is_of(kind: str, version: DecisionVersion) -> bool:
    asks = list(version.decision["outcomes"]) == [Outcome.CLARIFICATION.value]
    return asks == (kind == CLARIFICATION)


def _files(request: Request, questions: Iterable[Question]) -> list[CaseFile]:
    """Return the files of some questions, and those of the whole request."""
    own = {one.pk for one in questions}
    listed = request.files.defer("data").order_by("name")
    return [one for one in listed if one.question_id is None or one.question_id in own]


def _problems(check: NoticeCheck) -> Iterable[str]:
    if not check.kinds:
        yield "No decision gives anything to write: say what was decided"
    yield from (str(one) for one in check.missing if one.is_unlawful)


def _facts(
    request: Request,
    questions: Sequence[tuple[Question, DecisionVersion]],
    files: Sequence[CaseFile],
    *,
    table: Holidays,
    on: dt.date,
) -> LetterFacts:
    clocks = [question_clock(clock_facts(request, one), table) for one, _ in questions]
    dues = [one.due_on for one in clocks if one.due_on]
    return LetterFacts(
        reference=request.reference,
        received_on=request.received_on,
        sent_on=on,
        due_on=min(dues) if dues else on,
        calendar=clocks[0].count.calendar.name,
        questions=tuple(answered_question(one, version, files) for one, version in questions),
        salutation=request.requester.name,
        others=request.questions.exclude(stage=Stage.CLOSED).count() - len(questions),
    )


def answered_question(
    question: Question, version: DecisionVersion, files: Sequence[CaseFile]
) -> AnsweredQuestion:
    """Return a question with its answer and decision, as a letter says them; its own files go with it."""
    particulars = particulars_of(version.particulars)
    return AnsweredQuestion(
        label=question.label,
        text=question.text,
        decision=told_to(decision_of(version.decision), particulars.bodies),
        printed="" if question.printed.strip(" .)") == question.label else question.printed,
        answer=version.answer,
        tables=answer_tables(version.tables),
        attachments=tuple(one.name for one in files if one.question_id == question.pk),
        caveats=tuple(line for line in version.caveats.splitlines() if line.strip()),
        narrow=particulars.narrow,
        searches=particulars.searches,
        taken_out=particulars.taken_out,
        unsaid=particulars.unsaid,
        regime=regime_of(question.request, question),
    )


def attachments_of(question: Question) -> list[CaseFile]:
    """Return the files of a question that may go with its letter: none that is kept back."""
    return list(question.files.exclude(release=CaseFile.Release.KEPT_BACK).defer("data"))


def answer_tables(tables: Iterable[Mapping[str, Any]]) -> tuple[AnswerTable, ...]:
    """Return the tables of an answer, as they are stored, as a letter shows them."""
    return tuple(_table(one) for one in tables)


def _table(stored: Mapping[str, Any]) -> AnswerTable:
    header, *others = stored["rows"]
    # A table that was measured says from which kept table it was taken, and whether that withholds.
    origin = stored.get("measured") or {}
    return AnswerTable(
        stored["caption"],
        tuple(header),
        tuple(map(tuple, others)),
        withholds=bool(origin.get("withholds")),
    )


def _clarification(facts: LetterFacts) -> ClarificationFacts:
    return ClarificationFacts(
        reference=facts.reference,
        received_on=facts.received_on,
        sent_on=facts.sent_on,
        questions=tuple(unclear_question(one) for one in facts.questions),
        salutation=facts.salutation,
        others=facts.others,
    )

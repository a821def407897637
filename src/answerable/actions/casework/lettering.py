"""Send what was decided: a letter is frozen, goes out by mail or by post, or is stopped."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Max

from answerable.actions.casework.counting import recount
from answerable.actions.casework.delivering import letter_left
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, question_for, request_for
from answerable.actions.casework.meanings import MEANINGS
from answerable.actions.casework.telling import tell
from answerable.actions.follow_links import deliver_by_link, follow_link
from answerable.actions.outbox import Mail, write_mail
from answerable.domain.decisions.letters import Letter as WrittenLetter
from answerable.domain.decisions.letters import Office
from answerable.domain.roles import Move, MoveNotAllowed, Stage, check_move, stage_after
from answerable.publishing.letters import letter_html, letter_pdf, letter_text
from answerable.queries.casework.letters import LetterDraft, letter_draft, letter_files
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import CaseFile, Letter, LetterFile, Outgoing, Request

_STOPPABLE = (Outgoing.State.WAITING, Outgoing.State.FAILED)


class LetterNotComplete(Exception):
    """A letter cannot go yet; `problems` say what is missing."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep every problem."""
        self.problems = problems
        super().__init__("; ".join(problems))


@dataclass(frozen=True, slots=True)
class Rendered:
    """A letter in the forms in which it is kept."""

    letter: WrittenLetter
    digest: str
    html: str
    text: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class _Going:
    """How a letter goes: as what, about which questions, by which way, with which files."""

    kind: str
    labels: tuple[str, ...]
    way: Letter.Way
    files: tuple[CaseFile, ...] = ()


def rendered(draft: LetterDraft) -> Rendered:
    """Return the letter that somebody looked at as web page, plain text and PDF."""
    letter = draft.letter
    return Rendered(
        letter, draft.digest, letter_html(letter), letter_text(letter), letter_pdf(letter)
    )


def rendered_letter(letter: WrittenLetter) -> Rendered:
    """Return a letter that is made of no decision in the forms in which it is kept."""
    digest = hashlib.sha256(repr(letter).encode()).hexdigest()[:32]
    return Rendered(letter, digest, letter_html(letter), letter_text(letter), letter_pdf(letter))


def leave_letter(
    request: Request,
    ready: Rendered,
    *,
    kind: str,
    labels: Sequence[str],
    way: str,
    doing: Doing,
) -> Letter:
    """Freeze a letter that is made of no decision, and let it leave; what it means happens when it left.

    It belongs into the transaction of what it tells of, with the request locked.

    :raises MoveNotAllowed: if no address is known to which it could go.
    :raises ValueError: if there is no such way.
    """
    going = _Going(kind, tuple(labels), Letter.Way(way))
    _check_address(request, going.way)
    letter = _frozen(request, ready, going, doing)
    _hand_over(request, letter, doing)
    return letter


def send_letter(
    reference: str, kind: str, ready: Rendered, *, way: str, office: Office, doing: Doing
) -> int:
    """Freeze the letter that the cleared decisions make, and let it leave; return its number.

    `ready` was rendered before, because that takes longer than others should wait for the database:
    it must still be the letter that the decisions make now.

    :raises RequestNotFound: if there is no such request.
    :raises MoveNotAllowed: if they may not, it changed meanwhile, or no address is known.
    :raises LetterNotComplete: if the law or a file keeps it from going.
    :raises ValueError: if there is no such way.
    """
    going = Letter.Way(way)
    with transaction.atomic():
        request = request_for(reference, Move.LOOK, doing)
        draft = letter_draft(request, kind, office=office, table=doing.table, on=doing.on)
        if draft is None:
            message = "No decision is cleared for such a letter"
            raise MoveNotAllowed(message)
        _check_may_leave(request, draft, ready, going, doing)
        files = letter_files(request, draft.labels)
        leaving = _Going(draft.kind, draft.labels, going, tuple(files))
        letter = _frozen(request, ready, leaving, doing)
        _bring(request, letter, Move.SEND, doing)
        _hand_over(request, letter, doing)
    return letter.number


def stop_letter(reference: str, number: int, *, reason: str, doing: Doing) -> None:
    """Stop a letter that has not been handed to the mail yet: what it would have meant does not happen.

    Questions that it would have answered are cleared again.

    :raises RequestNotFound: if there is no such request or letter.
    :raises MoveNotAllowed: if they may not, do not say why, or it has gone already.
    """
    with transaction.atomic():
        request = request_for(reference, Move.LOOK, doing)
        letter = _leaving(request, number)
        is_decided = letter.kind not in MEANINGS
        _check_letter(letter, Move.STOP, doing, reason=reason)
        mail = Outgoing.objects.select_for_update().filter(letter=letter).first()
        if mail is not None and mail.state not in _STOPPABLE:
            message = (
                f"The letter was handed to the mail already ({mail.state}): it cannot be stopped"
            )
            raise MoveNotAllowed(message)
        if mail is not None:
            mail.state = Outgoing.State.STOPPED
            mail.save(update_fields=["state"])
        letter.state, letter.stopped_reason = Letter.State.STOPPED, reason
        letter.save(update_fields=["state", "stopped_reason"])
        if is_decided:
            _bring(request, letter, Move.STOP, doing)
        else:
            MEANINGS[letter.kind].stopped(letter)
        tell("letter stopped", request.reference, doing, {"letter": number, "reason": reason})


def record_posted(reference: str, number: int, *, doing: Doing) -> None:
    """Record that a printed letter was put in the post today.

    :raises RequestNotFound: if there is no such request or letter.
    :raises MoveNotAllowed: if they may not, or it goes by e-mail.
    """
    with transaction.atomic():
        request = request_for(reference, Move.LOOK, doing)
        letter = _leaving(request, number)
        if letter.way != Letter.Way.POST:
            message = "This letter goes by e-mail: it is recorded when it leaves"
            raise MoveNotAllowed(message)
        _check_letter(letter, Move.DELIVER, doing)
        letter_left(letter, at=doing.at, table=doing.table, by=doing.by.key)


def _check_letter(letter: Letter, move: Move, doing: Doing, *, reason: str = "-") -> None:
    """Ask the table of moves about a leaving letter: one of no decision leaves by itself."""
    request = letter.request
    if letter.kind in MEANINGS:
        leaving = replace(situation_of(request), stage=Stage.LEAVING)
        check_move(move, actor=doing.by, situation=leaving, reason=reason)
        return
    for label in letter.labels:
        question_for(request.reference, label, move, doing, reason=reason)


def _check_may_leave(
    request: Request, draft: LetterDraft, ready: Rendered, way: Letter.Way, doing: Doing
) -> None:
    for label in draft.labels:
        question_for(request.reference, label, Move.SEND, doing)
    if draft.digest != ready.digest:
        message = "The letter changed meanwhile: look at it again before you send it"
        raise MoveNotAllowed(message)
    if draft.problems:
        raise LetterNotComplete(draft.problems)
    _check_address(request, way)


def _check_address(request: Request, way: Letter.Way) -> None:
    if way == Letter.Way.EMAIL and not request.requester.address:
        message = "No e-mail address is known: print the letter and post it"
        raise MoveNotAllowed(message)


def _frozen(request: Request, ready: Rendered, going: _Going, doing: Doing) -> Letter:
    last = request.letters.aggregate(last=Max("number"))["last"] or 0
    letter = Letter.objects.create(
        request=request,
        number=last + 1,
        kind=going.kind,
        labels=list(going.labels),
        way=going.way,
        title=ready.letter.title[:300],
        html=ready.html,
        text=ready.text,
        pdf=ready.pdf,
        contents=sorted(ready.letter.contents),
        made_by=doing.by.key,
        made_at=doing.at,
    )
    LetterFile.objects.bulk_create(
        LetterFile(letter=letter, file=one, place=place, sha256=one.sha256)
        for place, one in enumerate(going.files)
    )
    return letter


def _hand_over(request: Request, letter: Letter, doing: Doing) -> None:
    if letter.way == Letter.Way.EMAIL:
        mail = Mail(
            f"letter {request.reference} {letter.number}",
            request.requester.address,
            letter.title,
            letter.text,
        )
        follow_link(request, at=doing.at)
        deliver_by_link(letter, at=doing.at, on=doing.on)
        write_mail(mail, at=doing.at, request=request, letter=letter)
    data = {"letter": letter.number, "kind": letter.kind, "way": letter.way}
    tell("letter leaves", request.reference, doing, {**data, "questions": letter.labels})


def _bring(request: Request, letter: Letter, move: Move, doing: Doing) -> None:
    """Bring the questions of a letter to the stage that a move leads to."""
    for question in request.questions.filter(label__in=letter.labels):
        question.stage = stage_after(move, Stage(question.stage))
        question.save(update_fields=["stage"])
    recount(request, doing.table)


def _leaving(request: Request, number: int) -> Letter:
    letter = request.letters.select_for_update().filter(number=number).first()
    if letter is None:
        message = f"{request.reference} has no letter {number}"
        raise RequestNotFound(message)
    if letter.state != Letter.State.LEAVING:
        message = f"Letter {number} is {letter.state}: there is nothing to do with it"
        raise MoveNotAllowed(message)
    return letter

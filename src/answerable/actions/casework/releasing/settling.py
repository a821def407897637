"""Settle what was found in a file: one person decides, two let through; or it is kept back."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.casework.locking import RequestNotFound, request_for
from answerable.actions.casework.releasing.asking import ask_inspection
from answerable.actions.casework.telling import tell
from answerable.domain.release.standing import (
    Inspected,
    Standing,
    asked_first,
    confirmed,
    open_checks,
    open_possible,
    open_stops,
)
from answerable.domain.roles import Move, MoveNotAllowed, check_move
from answerable.queries.casework.releasing.personal import keys_of_kind
from answerable.queries.casework.releasing.standings import FileStanding, file_standings
from answerable.queries.casework.situations import situation_of
from answerable.records.casework.models import (
    CaseFile,
    FileSettlement,
    LetterFile,
    LogDraft,
    Request,
)

_NOT_OPEN = "What you decided is not open any more, or cannot be decided: look at the file again"
_IN_THE_LOG = (LogDraft.State.WAITING, LogDraft.State.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of findings: which bytes they looked at, which findings are meant, and why.

    `kinds` are of personal data, of which all is meant that is undecided. Without either all are meant that
    must be decided and are not.
    """

    sha256: str
    reason: str
    findings: Collection[str] = ()
    kinds: Collection[str] = ()


def decide_findings(reference: str, pk: int, said: Said, *, doing: Doing) -> None:
    """Record that what was found may leave that somebody has to decide, and why.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, do not say why, or looked at other bytes or findings.
    """
    with transaction.atomic():
        request = request_for(reference, Move.RELEASE, doing, reason=said.reason)
        one = _looked_at(request, pk, said)
        found = _found(one)
        still = open_checks(found, one.settled)
        meant = _meant(one, said) or still
        if not meant:
            message = f"Nothing is left to decide in {one.file.name}: look at it again"
            raise MoveNotAllowed(message)
        # Whoever confirmed something may think again: it is said once more, and both stay in the ledger.
        possible = open_possible(found, one.settled)
        if not meant <= still | possible | confirmed(found, one.settled):
            raise MoveNotAllowed(_NOT_OPEN)
        _settle(request, one, FileSettlement.Kind.DECIDED, meant, said.reason, doing)


def confirm_findings(reference: str, pk: int, said: Said, *, doing: Doing) -> None:
    """Record that what was found must be redacted, and why: these bytes stay here.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, do not say why or which, or looked at other bytes or findings.
    """
    with transaction.atomic():
        request = request_for(reference, Move.RELEASE, doing, reason=said.reason)
        one = _looked_at(request, pk, said)
        found = _found(one)
        meant = _meant(one, said)
        if not meant or not meant <= (found.checks | found.possible) - confirmed(
            found, one.settled
        ):
            raise MoveNotAllowed(_NOT_OPEN)
        _settle(request, one, FileSettlement.Kind.CONFIRMED, meant, said.reason, doing)


def _meant(one: FileStanding, said: Said) -> frozenset[str]:
    """Return the keys of what somebody named, one by one and by its kinds."""
    return frozenset(said.findings).union(*(keys_of_kind(one, kind) for kind in said.kinds))


def ask_override(reference: str, pk: int, said: Said, *, doing: Doing) -> None:
    """Record that somebody asks that a file leaves that cannot be released: nothing happens before another agrees.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, do not say why, looked at other bytes, or it was asked already.
    """
    with transaction.atomic():
        request = request_for(reference, Move.ASK_OVERRIDE, doing, reason=said.reason)
        one = _looked_at(request, pk, said)
        still = _overridable(one)
        if asked_first(_found(one), one.settled):
            message = "Somebody asked for it already: somebody else must let it through"
            raise MoveNotAllowed(message)
        _settle(request, one, FileSettlement.Kind.OVERRIDDEN, still, said.reason, doing)


def let_through(reference: str, pk: int, said: Said, *, doing: Doing) -> None:
    """Record that a second person lets a file leave that cannot be released.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, asked for it themselves, or nobody asked for it.
    """
    with transaction.atomic():
        request = _request(reference, doing)
        one = _looked_at(request, pk, said)
        still = _overridable(one)
        askers = asked_first(_found(one), one.settled)
        situation = replace(situation_of(request), askers=askers)
        check_move(Move.OVERRIDE, actor=doing.by, situation=situation, reason=said.reason)
        if not askers:
            message = "Nobody asked for it: two different people let such a file through"
            raise MoveNotAllowed(message)
        _settle(request, one, FileSettlement.Kind.OVERRIDDEN, still, said.reason, doing)


def keep_back(reference: str, pk: int, *, reason: str, doing: Doing) -> None:
    """Record that a file stays here, and why.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, or do not say why.
    """
    with transaction.atomic():
        request = request_for(reference, Move.RELEASE, doing, reason=reason)
        file = _file(request, pk)
        keep_file_back(request, file, reason=reason, doing=doing)


def keep_file_back(request: Request, file: CaseFile, *, reason: str, doing: Doing) -> None:
    """Keep a file of a locked request back, in the caller's transaction.

    :raises MoveNotAllowed: if it has left, or is about to.
    """
    refusal = why_not_here(file)
    if refusal:
        raise MoveNotAllowed(refusal)
    _mark(file, CaseFile.Release.KEPT_BACK, reason, doing)
    data = {"file": file.sha256, "reason": reason.strip()}
    tell("file kept back", request.reference, doing, data)


def why_not_here(file: CaseFile) -> str:
    """Return why a file cannot be kept back any more, as a sentence; nothing if it can."""
    if LetterFile.objects.filter(file=file, letter__state__in=("leaving", "sent")).exists():
        return f"{file.name} has left, or is leaving: that cannot be changed any more"
    if file.published.filter(draft__state__in=_IN_THE_LOG).exists():
        return f"{file.name} is published, or is to be: withdraw the entry from the log first"
    return ""


def offer_again(reference: str, pk: int, *, reason: str, doing: Doing) -> None:
    """Record that a file is not kept back any more: it may leave as what is found in it lets it.

    :raises RequestNotFound: if there is no such request, or no such file in it.
    :raises MoveNotAllowed: if they may not, do not say why, or it is not kept back.
    """
    with transaction.atomic():
        request = request_for(reference, Move.RELEASE, doing, reason=reason)
        file = _file(request, pk)
        if file.release != CaseFile.Release.KEPT_BACK:
            message = f"{file.name} is not kept back"
            raise MoveNotAllowed(message)
        _mark(file, CaseFile.Release.BY_INSPECTION, reason, doing)
        ask_inspection(request, file.sha256, file.name, at=doing.at)
        data = {"file": file.sha256, "reason": reason.strip()}
        tell("file offered again", request.reference, doing, data)


def _mark(file: CaseFile, release: CaseFile.Release, reason: str, doing: Doing) -> None:
    file.release, file.release_reason = release, reason.strip()
    file.released_by, file.released_at = doing.by.key, doing.at
    file.save(update_fields=["release", "release_reason", "released_by", "released_at"])


def _looked_at(request: Request, pk: int, said: Said) -> FileStanding:
    """Return how a file stands whose very bytes somebody looked at.

    :raises MoveNotAllowed: if its bytes are others by now.
    """
    (one,) = file_standings(request, [_file(request, pk)])
    if one.sha256 != said.sha256 or one.is_changed:
        message = f"{one.file.name} is another file than the one you looked at: look at it again"
        raise MoveNotAllowed(message)
    return one


def _overridable(one: FileStanding) -> frozenset[str]:
    """Return what still stops a file.

    :raises MoveNotAllowed: if nothing does, or it cannot be inspected: nobody lets through what nobody knows.
    """
    if one.standing is Standing.CANNOT_SAY:
        message = f"{one.file.name} cannot be inspected: nobody can let through what nobody knows"
        raise MoveNotAllowed(message)
    still = open_stops(_found(one), one.settled)
    if not still:
        message = f"Nothing stops {one.file.name}: look at it again"
        raise MoveNotAllowed(message)
    return still


def _found(one: FileStanding) -> Inspected:
    if one.found is None:
        message = f"{one.file.name} is not inspected yet: look again in a minute"
        raise MoveNotAllowed(message)
    return one.found


def _settle(
    request: Request,
    one: FileStanding,
    kind: FileSettlement.Kind,
    findings: Collection[str],
    reason: str,
    doing: Doing,
) -> None:
    FileSettlement.objects.create(
        request=request,
        sha256=one.sha256,
        kind=kind,
        findings=sorted(findings),
        reason=reason.strip(),
        by=doing.by.key,
        at=doing.at,
    )
    data = {"file": one.sha256, "findings": sorted(findings), "reason": reason.strip()}
    tell(_ACTIONS[kind], request.reference, doing, data)


_ACTIONS = {
    FileSettlement.Kind.DECIDED: "findings in file decided",
    FileSettlement.Kind.CONFIRMED: "findings in file to be redacted",
    FileSettlement.Kind.OVERRIDDEN: "file let through",
}


def _request(reference: str, doing: Doing) -> Request:
    """Return a locked request that somebody may see; whether they may more depends on who asked before them."""
    return request_for(reference, Move.SEE, doing)


def _file(request: Request, pk: int) -> CaseFile:
    file = request.files.defer("data").filter(pk=pk).first()
    if file is None:
        message = f"{request.reference} has no such file"
        raise RequestNotFound(message)
    return file

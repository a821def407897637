"""Ask for a pack, say why it may leave, and take its files: each is told in the ledger."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django_q.tasks import async_task

from answerable.actions.casework.doing import Doing
from answerable.actions.ledger import record
from answerable.actions.standards.pack import PackRefused
from answerable.domain.roles import NO_REQUEST, Move, MoveNotAllowed, check_move
from answerable.queries.standards.packs import (
    PACK_NAMES,
    ZIP,
    waits_for_reason,
    why_file_held_back,
    why_held_back,
)
from answerable.reading.alphabets import storable
from answerable.records.standards.models import AssessmentRound, MadePack, PackFile, PackPart

JOB = "make packs"
_RUN = "answerable.jobs.running.run_job"


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file of a pack as it leaves: its name, its size, and its bytes a stretch at a time."""

    name: str
    size: int
    parts: Iterator[bytes]


def ask_for_pack(round_number: int, *, doing: Doing) -> int:
    """Have the pack of a round made in the background, and return its number; one that waits is not asked for twice.

    :raises MoveNotAllowed: if they may not.
    :raises PackRefused: if there is no such round.
    """
    check_move(Move.EXPORT_PACK, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        rounds = AssessmentRound.objects.select_for_update(of=("self",)).select_related("framework")
        found = rounds.defer("report").filter(pk=round_number).first()
        if found is None:
            raise PackRefused("There is no such round: choose one of the list")
        waiting = MadePack.objects.filter(round=found, state__in=("waiting", "making")).first()
        if waiting is not None:
            return waiting.pk
        made = MadePack.objects.create(
            framework=found.framework.key, round=found, asked_by=doing.by.key, asked_at=doing.at
        )
        _tell("pack asked", made, doing, {"round": found.pk})
        transaction.on_commit(lambda: async_task(_RUN, JOB))
    return made.pk


def let_pack_leave(number: int, *, reason: str, doing: Doing) -> None:
    """Let every file of a pack leave in which something was found, for one reason that the ledger keeps.

    :raises MoveNotAllowed: if they may not, or they asked for it and it has what cannot be released.
    :raises PackRefused: if it is not made, there is nothing to decide or nothing that can be, or there is no reason.
    """
    check_move(Move.EXPORT_PACK, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        row = _made(number)
        files = list(row.files.exclude(kind=ZIP))
        if any(one.verdict == "cannot_say" for one in files):
            raise PackRefused(
                "A file of it cannot be inspected, and stays here: let the others leave one by one"
            )
        open_ = [one for one in files if waits_for_reason(one)]
        said = _decided(row, open_, reason, doing)
        _tell("pack let leave", row, doing, {"reason": said})


def let_file_leave(number: int, kind: str, *, reason: str, doing: Doing) -> None:
    """Let one file of a pack leave although something was found in it, for a reason that the ledger keeps.

    :raises MoveNotAllowed: if they may not, or they asked for the pack and the file has what cannot be released.
    :raises PackRefused: if the pack is not made or has no such file, there is nothing to decide, or no reason.
    """
    check_move(Move.EXPORT_PACK, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        row = _made(number)
        file = row.files.exclude(kind=ZIP).filter(kind=kind).first()
        if file is None:
            raise PackRefused("The pack has no such file of its own")
        if file.verdict == "cannot_say":
            raise PackRefused("It cannot be inspected, and stays here: make the pack anew")
        said = _decided(row, [file] if waits_for_reason(file) else [], reason, doing)
        told = {"file": PACK_NAMES[kind], "sha256": file.sha256, "reason": said}
        _tell("pack file let leave", row, doing, told)


def _decided(row: MadePack, files: Sequence[PackFile], reason: str, doing: Doing) -> str:
    """Keep who says why files may leave, and return what they say."""
    said = storable(reason).strip()
    if not files:
        raise PackRefused("It may leave already: there is nothing to decide")
    if row.asked_by == doing.by.key and any(map(_has_a_stop, files)):
        message = "You asked for this pack, and it has what cannot be released: another decides"
        raise MoveNotAllowed(message)
    if not said:
        raise PackRefused("Say why it may leave although something was found in it")
    for file in files:
        file.decided_by, file.decided_reason = doing.by.key, said
        file.save(update_fields=["decided_by", "decided_reason"])
    return said


def take_pack_file(number: int, kind: str, *, doing: Doing) -> TakenFile:
    """Hand out a file of a pack, and tell the ledger who took it.

    :raises MoveNotAllowed: if they may not.
    :raises PackRefused: if it is not made or has no such file, or something holds it back; the message says what.
    """
    check_move(Move.EXPORT_PACK, actor=doing.by, situation=NO_REQUEST)
    with transaction.atomic():
        row = _made(number)
        file = row.files.filter(kind=kind).first()
        if file is None:
            raise PackRefused("The pack has no such file")
        if why_not := why_held_back(row) or why_file_held_back(file, row.files.all()):
            raise PackRefused(why_not)
        told = {"file": PACK_NAMES[file.kind], "sha256": file.sha256}
        _tell("pack file taken", row, doing, told)
    return TakenFile(PACK_NAMES[file.kind], file.size, _parts(file))


def _made(number: int) -> MadePack:
    row = MadePack.objects.select_for_update().filter(pk=number).first()
    if row is None or row.state != MadePack.State.MADE:
        raise PackRefused("The pack is not made yet: look at it again in a moment")
    return row


def _parts(file: PackFile) -> Iterator[bytes]:
    """Yield the bytes of a file, one stretch in memory at a time."""
    places = PackPart.objects.filter(file=file).order_by("place").values_list("pk", flat=True)
    for key in places:
        yield bytes(PackPart.objects.get(pk=key).data)


def _has_a_stop(file: PackFile) -> bool:
    return any(one["severity"] == "stop" for one in file.report.get("findings", ()))


def _tell(action: str, row: MadePack, doing: Doing, data: Mapping[str, object]) -> None:
    record(action, subject=f"pack {row.pk}", by=doing.by.key, at=doing.at, data=data)

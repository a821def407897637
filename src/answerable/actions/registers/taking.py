"""What staff take away or load by the command: a line in the ledger with who, what and which digest, never a row."""

from collections.abc import Iterable

from django.db import transaction

from answerable.actions.casework.doing import Doing
from answerable.actions.registers.telling import tell
from answerable.domain.measures.results import Result
from answerable.domain.measures.snapshots import Snapshot
from answerable.domain.roles import NO_REQUEST, Move, check_move


def note_figures_taken(result: Result, form: str, *, table: int = 0, doing: Doing) -> None:
    """Tell that somebody took a measure's result away as a file that is not for release.

    It was not kept yet, so that nobody assessed it; or it is the kept table of this number, which gives something
    away beside others.

    :raises MoveNotAllowed: if they may not see registers.
    """
    check_move(Move.SEE_REGISTERS, actor=doing.by, situation=NO_REQUEST)
    data: dict[str, object] = {"measure": result.measure, "result": result.sha256, "form": form}
    data |= {"table": table} if table else {}
    with transaction.atomic():
        tell("figures taken away unassessed", result.snapshot.register, doing, data)


def note_rows_taken(
    register: str, snapshot: Snapshot, *, narrowed_by: Iterable[str], doing: Doing
) -> None:
    """Tell that somebody took rows of a register away: by which columns they were narrowed, and not to what.

    :raises MoveNotAllowed: if they may not see registers.
    """
    check_move(Move.SEE_REGISTERS, actor=doing.by, situation=NO_REQUEST)
    data = {"snapshot": snapshot.sha256, "narrowed by": sorted(narrowed_by)}
    with transaction.atomic():
        tell("register rows taken away", register, doing, data)


def note_loaded(snapshot: Snapshot, *, doing: Doing) -> None:
    """Tell that a file was loaded into the site's store by the command: its digest, and the one of its rows.

    :raises MoveNotAllowed: if they may not load registers.
    """
    check_move(Move.LOAD_REGISTER, actor=doing.by, situation=NO_REQUEST)
    told = {"as_at": str(snapshot.as_at), "snapshot": snapshot.sha256, "rows": snapshot.rows}
    with transaction.atomic():
        tell("register loaded", snapshot.register, doing, {**told, "file": snapshot.loaded_sha256})

"""Publish a snapshot of a register: a new file with its public columns, and nothing else."""

from dataclasses import dataclass

from django.db import transaction

from answerable.actions.archive.changes import lock_archive, next_change
from answerable.actions.casework.doing import Doing
from answerable.actions.registers.telling import tell
from answerable.domain.measures.audiences import as_seen_by
from answerable.domain.measures.declarations import as_plain
from answerable.domain.measures.registers import Audience
from answerable.domain.roles import NO_REQUEST, Move, check_move
from answerable.measuring.browsing import write_columns
from answerable.queries.register_places import public_path
from answerable.queries.registers.browsing import rows_path
from answerable.queries.registers.declared import known_registers
from answerable.queries.registers.opened import BeforePublishing, before_publishing
from answerable.records.archive.models import PublishedRegister


class PublishRefused(ValueError):
    """A register cannot be published; the message says why."""


class NotLookedAt(PublishRefused):
    """Personal data in its texts, or tables that its rows undo, about which nobody has decided; `found` is what."""

    def __init__(self, found: BeforePublishing) -> None:
        said = []
        if found.personal.asks:
            counts = found.personal.counts.items()
            named = ", ".join(f"{kind}: {count}" for kind, count in counts)
            said.append(
                f"Its texts may hold personal data ({named or 'not all of it was looked through'})"
            )
        if found.undone:
            said.append(f"Its rows give what {', '.join(found.undone)} withheld or rounded")
        super().__init__(f"{'. '.join(said)}: look at each, and say why it may be published")
        self.found = found


@dataclass(frozen=True, slots=True)
class LookedAt:
    """That somebody looked at what was found before publishing: at which, by its digest, and why it may stand."""

    digest: str
    reason: str


def publish_register(
    name: str, which: str, *, reason: str, doing: Doing, looked: LookedAt | None = None
) -> None:
    """Publish a snapshot in place of the one before, with the columns that are public.

    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises NoSuchSnapshot: if there is none.
    :raises NotLookedAt: if its texts hold personal data, or its rows give what a kept table withholds, and nobody
        says of exactly that why it may stand.
    :raises PublishRefused: if the register is not declared public.
    """
    check_move(Move.PUBLISH_REGISTER, actor=doing.by, situation=NO_REQUEST, reason=reason)
    register = known_registers().get(name)
    seen = as_seen_by(register, Audience.PUBLIC) if register else None
    if seen is None:
        raise PublishRefused(
            f"{name!r} is no register that is declared public: its declaration says `audience`"
        )
    snapshot, rows = rows_path(name, which)
    found = before_publishing(seen, rows)
    _check_looked_at(found, looked)
    path = public_path(name, snapshot.sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    write_columns(rows, seen, new)
    new.replace(path)
    with transaction.atomic():
        before = PublishedRegister.objects.select_for_update().filter(name=name).first()
        PublishedRegister.objects.update_or_create(
            name=name,
            defaults={
                "declaration": as_plain(seen),
                "as_at": snapshot.as_at,
                "sha256": snapshot.sha256,
                "rows": snapshot.rows,
                "published_by": doing.by.key,
                "published_at": doing.at,
            },
        )
        # The home page, which is kept until something changes, lists what is published.
        next_change(lock_archive())
        told = {"snapshot": snapshot.sha256, "as_at": str(snapshot.as_at), "reason": reason}
        tell("register published", name, doing, {**told, **_decided(found, looked)})
    if before is not None and before.sha256 != snapshot.sha256:
        public_path(name, before.sha256).unlink(missing_ok=True)


def _check_looked_at(found: BeforePublishing, looked: LookedAt | None) -> None:
    if not found.asks:
        return
    if looked is None or looked.digest != found.digest or not looked.reason.strip():
        raise NotLookedAt(found)


def _decided(found: BeforePublishing, looked: LookedAt | None) -> dict[str, object]:
    """Return what the ledger says of what was found: how much of which kind, how many tables, and why it may stand."""
    if looked is None or not found.asks:
        return {}
    told: dict[str, object] = {"because": looked.reason.strip()}
    if found.personal.asks:
        told["personal"] = found.personal.counts
    if found.undone:
        told["tables undone"] = len(found.undone)
    return told


def take_back_register(name: str, *, reason: str, doing: Doing) -> None:
    """Take a register off the public pages, with its file.

    :raises MoveNotAllowed: if they may not, or say no reason.
    :raises PublishRefused: if it is not published.
    """
    check_move(Move.PUBLISH_REGISTER, actor=doing.by, situation=NO_REQUEST, reason=reason)
    with transaction.atomic():
        found = PublishedRegister.objects.select_for_update().filter(name=name).first()
        if found is None:
            raise PublishRefused(f"{name!r} is not published")
        found.delete()
        next_change(lock_archive())
        tell("register taken back", name, doing, {"snapshot": found.sha256, "reason": reason})
    public_path(name, found.sha256).unlink(missing_ok=True)

"""Packs that were asked for: how far each is, what was kept out, and what holds it back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from answerable.inspecting.version import rules_version
from answerable.queries.accounts.naming import person_name, person_names
from answerable.queries.standards.found import found_in
from answerable.queries.standards.packing import evidence_that_may_go
from answerable.queries.standards.rounds import RoundRow, round_row
from answerable.records.standards.models import MadePack


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack in the list of packs."""

    number: int
    round: RoundRow
    state: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class PackFileRow:
    """A file of a pack: its kind, its size, and what its inspection found in it, masked."""

    kind: str
    size: int
    sha256: str
    verdict: str
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A piece of evidence that is not in the pack, and why."""

    element: str
    title: str
    why_not: str


@dataclass(frozen=True, slots=True)
class WholePack:
    """A pack with its files; `held_back` says why nobody can take them now, empty if they can be taken."""

    row: PackRow
    percent: int
    refusal: str
    made_at: dt.datetime | None
    evidence: int
    files: tuple[PackFileRow, ...]
    left_out: tuple[LeftOutRow, ...]
    held_back: str
    decided_by: str
    decided_reason: str
    is_undecided: bool

    @property
    def is_over(self) -> bool:
        """Return whether nothing more becomes of it by itself."""
        return self.row.state in (MadePack.State.MADE, MadePack.State.REFUSED)


def packs(most: int = 50) -> tuple[PackRow, ...]:
    """Return the packs that were asked for last, the latest first."""
    found = list(
        MadePack.objects.select_related("round__framework")
        .defer("round__report")
        .order_by("-pk")[:most]
    )
    names = person_names(one.asked_by for one in found)
    return tuple(_row(one, names) for one in found)


def whole_pack(number: int) -> WholePack | None:
    """Return a pack with its files, or None."""
    found = MadePack.objects.select_related("round__framework").defer("round__report")
    one = found.filter(pk=number).first()
    if one is None:
        return None
    files = tuple(
        PackFileRow(file.kind, file.size, file.sha256, file.verdict, found_in(file.report))
        for file in one.files.order_by("pk")
    )
    verdicts = {file.verdict for file in files}
    return WholePack(
        row=_row(one, person_names([one.asked_by])),
        percent=one.percent,
        refusal=one.refusal,
        made_at=one.made_at,
        evidence=len(one.evidence),
        files=files,
        left_out=tuple(LeftOutRow(**each) for each in one.kept_out),
        held_back=why_held_back(one) if one.state == MadePack.State.MADE else "",
        decided_by=person_name(one.decided_by) if one.decided_by else "",
        decided_reason=one.decided_reason,
        is_undecided="findings" in verdicts and "cannot_say" not in verdicts and not one.decided_by,
    )


def why_held_back(made: MadePack) -> str:
    """Return why the files of a pack that was made may not leave now, as a sentence; nothing if they may."""
    if made.removed_at is not None:
        return "Its files were removed: make it anew"
    inspected = list(made.files.exclude(kind="zip").values_list("verdict", "rules"))
    if any(rules != rules_version() for _, rules in inspected):
        return "It was inspected by earlier rules: make it anew"
    if not evidence_that_may_go(made.framework).issuperset(made.evidence):
        return "Evidence in it was taken back, or is to be decided again: make it anew"
    verdicts = {verdict for verdict, _ in inspected}
    if "cannot_say" in verdicts:
        return "A file of it cannot be inspected: it stays here"
    if "findings" in verdicts and not made.decided_by:
        return "Something was found in it: somebody has to say why it may leave"
    return ""


def _row(one: MadePack, names: Mapping[str, str]) -> PackRow:
    return PackRow(
        one.pk, round_row(one.round), one.state, names.get(one.asked_by, one.asked_by), one.asked_at
    )

"""Packs that were asked for: how far each is, what was kept out, and what holds it back."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from answerable.inspecting.version import rules_version
from answerable.queries.accounts.naming import person_names
from answerable.queries.standards.found import found_in
from answerable.queries.standards.packing import evidence_that_may_go
from answerable.queries.standards.quotations import words_decided_since
from answerable.queries.standards.rounds import RoundRow, round_row
from answerable.records.standards.models import MadePack, PackFile

ZIP = "zip"
PACK_NAMES = {"pdf": "pack.pdf", "csv": "grid.csv", "json": "pack.json", ZIP: "pack.zip"}
"""What a file of a pack is called, by its kind."""


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
    """A file of a pack: its kind, its size, and what its inspection found in it, masked.

    `held_back` says why it cannot be taken now, empty if it can be; `is_undecided` that a reason lets it leave.
    """

    kind: str
    size: int
    sha256: str
    verdict: str
    found: tuple[str, ...]
    held_back: str
    is_undecided: bool
    decided_by: str
    decided_reason: str


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A piece of evidence that is not in the pack, and why."""

    element: str
    title: str
    why_not: str


@dataclass(frozen=True, slots=True)
class WholePack:
    """A pack with its files; `held_back` says why nobody can take any of them now, empty if some can be taken."""

    row: PackRow
    percent: int
    refusal: str
    made_at: dt.datetime | None
    evidence: int
    files: tuple[PackFileRow, ...]
    left_out: tuple[LeftOutRow, ...]
    held_back: str

    @property
    def has_undecided(self) -> bool:
        """Return whether several files wait for a reason, and all of them can be let leave at once."""
        return sum(one.is_undecided for one in self.files) > 1

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
    kept = list(one.files.order_by("pk"))
    names = person_names([one.asked_by, *(file.decided_by for file in kept if file.decided_by)])
    held_back = why_held_back(one) if one.state == MadePack.State.MADE else ""
    files = tuple(
        PackFileRow(
            kind=file.kind,
            size=file.size,
            sha256=file.sha256,
            verdict=file.verdict,
            found=found_in(file.report),
            held_back=held_back or why_file_held_back(file, kept),
            is_undecided=not held_back and waits_for_reason(file),
            decided_by=names.get(file.decided_by, file.decided_by),
            decided_reason=file.decided_reason,
        )
        for file in kept
    )
    return WholePack(
        row=_row(one, names),
        percent=one.percent,
        refusal=one.refusal,
        made_at=one.made_at,
        evidence=len(one.evidence),
        files=files,
        left_out=tuple(LeftOutRow(**each) for each in one.kept_out),
        held_back=held_back,
    )


def why_held_back(made: MadePack) -> str:
    """Return why no file of a pack that was made may leave now, as a sentence; nothing if that is for each to say."""
    if made.removed_at is not None:
        return "Its files were removed: make it anew"
    inspected = list(made.files.exclude(kind=ZIP).values_list("rules", flat=True))
    if any(rules != rules_version() for rules in inspected):
        return "It was inspected by earlier rules: make it anew"
    if not evidence_that_may_go(made.framework).issuperset(made.evidence):
        return "Evidence in it was taken back, or is to be decided again: make it anew"
    if made.made_at and words_decided_since(made.made_at):
        return "Words that people wrote were taken back or kept out since: make it anew"
    return ""


def why_file_held_back(file: PackFile, files: Iterable[PackFile]) -> str:
    """Return why a file of a pack may not leave, as a sentence; the zip has all the others in it."""
    if file.kind == ZIP:
        own = [one for one in files if one.kind != ZIP]
        held = [one.kind for one in own if why_file_held_back(one, ())]
        names = " and ".join(PACK_NAMES[kind] for kind in held)
        return f"It has {names} in it, which may not leave yet" if held else ""
    if file.verdict == "cannot_say":
        return "It cannot be inspected: it stays here"
    if waits_for_reason(file):
        return "Something was found in it: somebody has to say why it may leave"
    return ""


def waits_for_reason(file: PackFile) -> bool:
    """Return whether something was found in a file, and nobody has said why it may leave."""
    return file.verdict == "findings" and not file.decided_by


def _row(one: MadePack, names: Mapping[str, str]) -> PackRow:
    return PackRow(
        one.pk, round_row(one.round), one.state, names.get(one.asked_by, one.asked_by), one.asked_at
    )

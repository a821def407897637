"""A message as plain text, with its attachments rebuilt beside it.

Who sent it to whom, when and about what is kept, for that is what its reader sees first. Who got copies, the way
that it took and what programs noted are left out: they are seen by nobody, or by few.
"""

import datetime as dt
from dataclasses import dataclass, field

from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.names import Names, plain_name, stem_of
from answerable.inspecting.rebuilding.rebuilt import (
    CannotRebuild,
    Rebuild,
    Rebuilt,
    RebuiltFile,
)
from answerable.inspecting.text import MESSAGE, without_unseen

_MOST_ATTACHED = 500
_HEADS = ("From", "To", "Date", "Subject")
_LONGEST_HEAD = 2_000


@dataclass(slots=True)
class Letter:
    """A message as it was read, from whichever file."""

    heads: dict[str, str] = field(default_factory=dict)
    sent_at: dt.datetime | None = None
    text: str = ""
    attached: list[tuple[str, bytes]] = field(default_factory=list)


def rebuilt_letter(letter: Letter, name: str, rebuild: Rebuild, left: LeftOut) -> Rebuilt:
    """Return a message as text, and what its attachments are rebuilt to.

    :raises CannotRebuild: if it has more of them than can be.
    """
    if len(letter.attached) > _MOST_ATTACHED:
        raise CannotRebuild(f"It has more than {_MOST_ATTACHED} attachments: take them out of it")
    names = Names()
    called = names.free(f"{stem_of(name)}.txt")
    files: list[RebuiltFile] = []
    for title, data in letter.attached:
        files += _attached(title, data, names, rebuild, left)
    text = _written(letter, [one.name for one in files])
    return Rebuilt((RebuiltFile(called, text), *files), left.told())


def _attached(
    title: str, data: bytes, names: Names, rebuild: Rebuild, left: LeftOut
) -> list[RebuiltFile]:
    shown = plain_name(title)
    try:
        rebuilt = rebuild(data, shown)
    except CannotRebuild as refusal:
        left.say(f"Attachment '{shown}' was left out. {refusal}.")
        return []
    for sentence in rebuilt.left_out:
        left.say(f"Attachment '{shown}': {sentence}")
    return [RebuiltFile(names.free(one.name), one.data) for one in rebuilt.files]


def _written(letter: Letter, attached: list[str]) -> bytes:
    """Return the message as a text that no program takes for a message again."""
    lines = [MESSAGE, ""]
    heads = dict(letter.heads)
    if letter.sent_at:
        heads["Date"] = f"{letter.sent_at.day} {letter.sent_at:%B %Y, %H:%M}"
    lines += [f"{one}: {_on_a_line(heads[one])}" for one in _HEADS if heads.get(one)]
    body = without_unseen(letter.text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    lines += ["", *(line.rstrip() for line in body.split("\n"))]
    if attached:
        lines += ["", f"Attached: {', '.join(attached)}"]
    return ("\r\n".join(lines) + "\r\n").encode()


def _on_a_line(text: str) -> str:
    return " ".join(without_unseen(text).split())[:_LONGEST_HEAD]

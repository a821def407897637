"""A letter's plain text in the blocks that it was made of, for a page that is wider or narrower than a mail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.publishing.letters.plain_text import WIDTH

_RULE = re.compile(r"[=-]{3,}")
_COLUMNS = re.compile(r"\S(\t|  +)\S")
_QUOTED = "> "


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of a letter: `is_table` says that its lines stand as they are, in columns."""

    text: str
    is_table: bool = False


def text_blocks(text: str) -> tuple[TextBlock, ...]:
    """Return the blocks of a letter's plain text, each line that was only wrapped made one again."""
    blocks = (block for block in text.split("\n\n") if block.strip())
    return tuple(map(_block, blocks))


def _block(block: str) -> TextBlock:
    lines = block.strip("\n").split("\n")
    if any(_COLUMNS.search(line) for line in lines):
        return TextBlock("\n".join(lines), is_table=True)
    # The rule below a heading is a mark of plain text.
    return TextBlock("\n".join(_joined([one for one in lines if not _RULE.fullmatch(one)])))


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield lines, those joined again that were parted because they had no room for the next word."""
    whole = before = ""
    for line in lines:
        words = line.strip().removeprefix(_QUOTED) if before.startswith(_QUOTED) else line.strip()
        if before and _is_wrapped(before, words):
            whole = f"{whole} {words}"
        else:
            yield from (whole,) if whole else ()
            whole = line.strip()
        before = line
    yield from (whole,) if whole else ()


def _is_wrapped(before: str, words: str) -> bool:
    if words.startswith("- "):
        return False
    return len(before) + 1 + len(words.split(" ", 1)[0]) > WIDTH

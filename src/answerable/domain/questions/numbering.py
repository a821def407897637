"""From printed labels to canonical ones: the path of a question's numbering, unique in its request.

Numbers and printed letters join directly (`1a`); roman numerals, bullets and deeper levels join
with a dot (`2a.i`, `16.1`); where numbers begin again, the block comes first (`A.1a`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.domain.questions.labels import PrintedLabel


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item with nothing printed but a bullet, at its depth in the list."""

    level: int = 0


class Numbered(NamedTuple):
    """An item's canonical label, and the place of the item that it stands below, if any."""

    label: str
    parent: int | None


class _Step(NamedTuple):
    kind: str
    value: str
    item: int | None
    level: int = 0


@dataclass(slots=True)
class _Count:
    """Where the numbering stands: the path to the last item, and the blocks begun so far."""

    path: list[_Step] = field(default_factory=list)
    block: int = 0
    block_names: dict[int, str] = field(default_factory=dict)
    block_items: dict[int, int] = field(default_factory=dict)
    bullets: dict[tuple[int | None, int], int] = field(default_factory=dict)


_DEPTH = {"number": 0, "letter": 1, "roman": 2, "bullet": 3, "deepest": 4}


def numbered(items: Sequence[PrintedLabel | Bullet]) -> tuple[Numbered, ...]:
    """Return each item's canonical label and parent, in order."""
    count = _Count()
    placed: list[tuple[int, list[_Step], int | None]] = []
    for place, item in enumerate(items):
        if isinstance(item, Bullet):
            parent = _place_bullet(count, item, place)
        else:
            parent = _place_label(count, item, place)
        placed.append((count.block, list(count.path), parent))
    named = count.block > 0 and len({block for block, path, _ in placed if path}) > 1
    labels = _unique(
        [
            path[0].value
            if len(path) == 1 and not named
            else canonical_label(
                [(step.kind, step.value) for step in path],
                block=_block_name(count, block) if named or not path else None,
            )
            for block, path, _ in placed
        ]
    )
    return tuple(
        [Numbered(label, parent) for label, (_, _, parent) in zip(labels, placed, strict=True)]
    )


def canonical_label(path: Sequence[tuple[str, str]], *, block: str | None = None) -> str:
    """Return the label of a path of (kind, value): number, letter, roman or bullet."""
    label = ""
    for kind, value in path:
        label += (
            value if kind == "letter" and label[-1:].isdigit() else f".{value}" if label else value
        )
    return ".".join(part for part in (block, label) if part)


def _place_label(count: _Count, label: PrintedLabel, place: int) -> int | None:
    if label.block and not label.number:
        count.block += 1 if count.path or count.block in count.block_names else 0
        count.block_names[count.block] = label.block
        count.block_items[count.block] = place
        count.path.clear()
        return None
    steps = _steps(count, label)
    if steps[0][0] == "number" and _begins_again(count, int(steps[0][1]), is_alone=len(steps) == 1):
        count.block += 1
        count.path.clear()
    kept = _above(count.path, *steps[0])
    for kind, value in steps[:-1]:
        # "1g" after "1f": the number is the heading that stands already.
        same = next((one for one in count.path if one.kind == kind and one.value == value), None)
        kept.append(same or _Step(kind, value, None))
    parent = _last_item(kept)
    count.path[:] = [*kept, _Step(steps[-1][0], steps[-1][1], place)]
    return parent if parent is not None else count.block_items.get(count.block)


def _last_item(path: Sequence[_Step]) -> int | None:
    for step in reversed(path):
        if step.item is not None:
            return step.item
    return None


def _above(path: Sequence[_Step], kind: str, value: str) -> list[_Step]:
    """Return the steps that stay above the next: "a." right behind "ii." begins a list below it."""
    for at, step in enumerate(path):
        if step.kind == kind:
            return [*path[:at]]
    begins = (kind, value) == ("letter", "a") and bool(path)
    # Below a bullet that stands below nothing, "a)" begins a list of its own.
    if begins and (path[-1].kind == "roman" or all(step.kind == "bullet" for step in path)):
        return list(path)
    return [step for step in path if _DEPTH[step.kind] < _DEPTH[kind]]


def _steps(count: _Count, label: PrintedLabel) -> list[tuple[str, str]]:
    steps = [("number", label.number)] if label.number else []
    if label.letter:
        steps.append(("roman" if _is_roman(count, label) else "letter", label.letter))
    if label.deeper:
        steps.append(("bullet", label.deeper))
    if label.deepest:
        steps.append(("deepest", label.deepest))
    if label.roman:
        steps.append(("roman", label.roman))
    return steps


def _is_roman(count: _Count, label: PrintedLabel) -> bool:
    """Tell the roman i, v and x from the letters by what stood before."""
    if label.letter not in ("i", "v", "x"):
        return False
    if label.number:
        return _is_roman_of(count, label)
    before = {"i": ("h",), "v": ("u",), "x": ("w",)}[label.letter]
    if any(step.kind == "letter" and step.value in before for step in count.path):
        return False
    return label.letter == "i" or any(step.kind == "roman" for step in count.path)


def _is_roman_of(count: _Count, label: PrintedLabel) -> bool:
    """Tell "2. i." from "1i." after "1h.": apart from its number, or after a roman numeral, it is roman."""
    same = any(step.kind == "number" and step.value == label.number for step in count.path)
    if same and any(step.kind == "letter" for step in count.path):
        return False
    after_roman = same and any(step.kind == "roman" for step in count.path)
    return after_roman or (label.letter == "i" and " " in label.printed)


def _begins_again(count: _Count, number: int, *, is_alone: bool) -> bool:
    for step in count.path:
        if step.kind == "number":
            last = int(step.value)
            return number < last or (number == last and is_alone)
    return False


def _place_bullet(count: _Count, bullet: Bullet, place: int) -> int | None:
    if count.path and count.path[0].kind == "bullet" and bullet.level <= count.path[0].level:
        # The next of the bullets under which letters stand.
        count.path.clear()
    kept = [step for step in count.path if step.kind != "bullet"]
    # Below a number the first bullets may be as deep as a second list: only what is less deep is above them.
    outer = [step for step in count.path if step.kind == "bullet" and step.level < bullet.level]
    kept += outer
    parent = _last_item(kept)
    if parent is None:
        parent = count.block_items.get(count.block)
    key = (parent, bullet.level if not outer else len(outer))
    count.bullets[key] = count.bullets.get(key, 0) + 1
    count.path[:] = [*kept, _Step("bullet", str(count.bullets[key]), place, bullet.level)]
    return parent


def _block_name(count: _Count, block: int) -> str:
    return count.block_names.get(block) or chr(ord("A") + block % 26)


def _unique(labels: Sequence[str]) -> list[str]:
    """Tell apart labels that a log prints twice: the second `3` is `3~2`."""
    seen: dict[str, int] = {}
    unique = []
    for label in labels:
        times = seen[label] = seen.get(label, 0) + 1
        unique.append(f"{label}~{times}" if times > 1 else label)
    return unique

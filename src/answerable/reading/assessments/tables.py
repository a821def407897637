"""Tables of a report: a row for each element, marks below levels, counts by criterion, labels with their values."""

import re
from collections.abc import Sequence
from functools import cache

from answerable.domain.assurance import PassageKind
from answerable.reading.assessments.found import Counted
from answerable.reading.assessments.front import is_label
from answerable.reading.assessments.gathering import Gatherer
from answerable.reading.assessments.levels import (
    is_of_before,
    level_of_cell,
    named_in,
    prefix_level,
    without_now,
)
from answerable.reading.assessments.lines import Line
from answerable.reading.assessments.numbers import lead_numbers, numbers_in, only_numbers
from answerable.reading.assessments.sections import section_of
from answerable.reading.assessments.words import keys, plain, words

_COUNT = re.compile(r"\d{1,3}")
_KINDS = {
    "strength": PassageKind.STRENGTH,
    "improvement": PassageKind.IMPROVEMENT,
    "partial": PassageKind.PARTIAL,
}
_BEHIND = re.compile(r"\s+[\u2013\u2014-]\s+|\s*[(:]")
_FEWEST_WORDS = 6
Row = tuple[str, ...]


@cache
def _columns() -> dict[str, str]:
    return {
        plain(word): key
        for key in keys("columns")
        if key not in ("marks", "total", "aside", "now", "before")
        for word in words("columns", key)
    }


def _role(cell: str) -> str | None:
    # A level may stand behind what the column holds: "Strengths – Compliance Plus".
    if is_of_before(cell):
        return None
    behind = plain(_BEHIND.split(cell, maxsplit=1)[0])
    for said in (plain(cell), behind, without_now(plain(cell)), without_now(behind)):
        if found := _columns().get(said) or _columns().get(said.removesuffix("s")):
            return found
    return None


def take_table(gatherer: Gatherer, line: Line) -> None:
    """Take a table into what is found; a row that is not understood is unread."""
    rows = [row for row in line.rows if any(row)]
    head = next(
        (at for at in range(min(3, len(rows))) if _is_head(gatherer, rows[at], rows[at + 1 :])),
        None,
    )
    gatherer.found.explained.append((line.start, line.end, "a table"))
    if head is None and all(_is_matrix(gatherer, row) for row in rows):
        for row in rows:
            _in_pairs(gatherer, row)
        return
    for row in rows[: head or 0]:
        _without_head(gatherer, row)
    if head is None:
        for row in rows:
            _without_head(gatherer, row)
        return
    _below(gatherer, rows[head], rows[head + 1 :])


def _is_matrix(gatherer: Gatherer, row: Row) -> bool:
    """Return whether a row is elements with a level beside each, and nothing else."""
    pairs = list(zip(row[::2], row[1::2], strict=False))
    filled = [(first, second) for first, second in pairs if first or second]
    return bool(filled) and all(
        only_numbers(first, gatherer.framework) and level_of_cell(second, gatherer.framework)
        for first, second in filled
    )


def _in_pairs(gatherer: Gatherer, row: Row) -> None:
    for first, second in zip(row[::2], row[1::2], strict=False):
        if level := level_of_cell(second, gatherer.framework):
            gatherer.found.give(only_numbers(first, gatherer.framework), level.key)


def _is_head(gatherer: Gatherer, row: Row, below: Sequence[Row]) -> bool:
    if any(numbers_in(cell, gatherer.framework) for cell in row):
        return False
    if len(row) == 2 and _role(row[0]) and level_of_cell(row[1], gatherer.framework):  # noqa: PLR2004 a label and its value
        return False
    roles = [role for cell in row if (role := _role(cell))]
    levels = [cell for cell in row if level_of_cell(cell, gatherer.framework)]
    is_section = len(row) == 2 and roles and section_of(Line(row[0], 0, 0)) and not _role(row[1])  # noqa: PLR2004 a label and its text
    known = len(roles) + len(levels) * 2
    at = next((at for at, cell in enumerate(row) if _role(cell) == "element"), None)
    if at is not None and all(
        lead_numbers(one[at], gatherer.framework)[0] for one in below[:2] if one[at:]
    ):
        return bool(below)
    return (
        not is_section
        and len(set(roles)) + len(levels) > 1
        and ("element" in roles or known >= len([c for c in row if c]))
    )


def _below(gatherer: Gatherer, head: Row, rows: Sequence[Row]) -> None:
    levels = {
        at: level.key
        for at, cell in enumerate(head)
        if (level := level_of_cell(cell, gatherer.framework))
    }
    levels = levels if len(levels) > 1 or not any(_role(c) == "level" for c in head) else {}
    roles = _roles_of(gatherer, head, rows)
    if not levels and "element" not in roles and len(_KINDS.keys() & set(roles)) == len(roles):
        for row in rows:
            _in_columns(gatherer, head, row)
        return
    for row in rows:
        if levels and (_marked(gatherer, row, levels) or _counted(gatherer, row, levels)):
            continue
        _row(gatherer, roles, row)


def _roles_of(gatherer: Gatherer, head: Row, rows: Sequence[Row]) -> list[str | None]:
    """Return what each column holds; one that its name does not tell, by what stands in it.

    A column with a name like a level's, of two, is only that if levels stand in it. What is long is a comment.
    """
    roles = [_role(cell) for cell in head]
    for at, cell in enumerate(head):
        cells = [row[at] for row in rows if at < len(row) and row[at]]
        if roles[at] == "level" and roles.count("level") > 1 and not _are_levels(gatherer, cells):
            roles[at] = None
        is_aside = is_of_before(cell) or plain(cell) in words("columns", "aside")
        if roles[at] is None and cell and not is_aside:
            roles[at] = _told_by(cells) if "comment" not in roles else None
    return roles


def _are_levels(gatherer: Gatherer, cells: Sequence[str]) -> bool:
    return any(level_of_cell(one, gatherer.framework) for one in cells)


def _told_by(cells: Sequence[str]) -> str | None:
    if cells and all(section_of(Line(one, 0, 0)) in _KINDS for one in cells):
        return "kind"
    return "comment" if any(len(one.split()) >= _FEWEST_WORDS for one in cells) else None


def _in_columns(gatherer: Gatherer, head: Row, row: Row) -> None:
    """Take a row whose cells are each a section, which names its elements as prose does."""
    for name, cell in zip(head, row, strict=False):
        if not cell:
            continue
        gatherer.open_section(_KINDS[_role(name) or ""].value)
        named = named_in(name, gatherer.framework)
        gatherer.level = named[0].level.key if named else gatherer.level
        gatherer.take(Line(cell, 0, 0))
    gatherer.open_section("findings")


def _marked(gatherer: Gatherer, row: Row, levels: dict[int, str]) -> bool:
    """Take a row with a mark below the level of its element."""
    numbers = next(
        (found for cell in row if (found := lead_numbers(cell, gatherer.framework)[0])), ()
    )
    marked = [at for at in levels if at < len(row) and plain_mark(row[at])]
    if not numbers or len(marked) != 1:
        return False
    gatherer.open_element(numbers)
    gatherer.found.give(numbers, levels[marked[0]])
    for at, cell in enumerate(row):
        if at in levels or not cell or only_numbers(cell, gatherer.framework):
            continue
        gatherer.row(None, title=lead_numbers(cell, gatherer.framework)[1], text="")
    gatherer.end()
    return True


def plain_mark(cell: str) -> bool:
    """Return whether a cell is a mark, such as a tick."""
    return cell.strip().lower() in words("columns", "marks")


def _counted(gatherer: Gatherer, row: Row, levels: dict[int, str]) -> bool:
    """Take a row of counts; only that of the whole standard is kept, or the sum of the others where there is none."""
    if any(numbers_in(cell, gatherer.framework) for cell in row):
        return False
    counts = {at: row[at].strip() or "0" for at in levels if at < len(row)}
    counts = {at: "0" if cell in "-\u2013\u2014" else cell for at, cell in counts.items()}
    if not counts or not all(map(_COUNT.fullmatch, counts.values())):
        return False
    is_total = plain(row[0]) in words("columns", "total")
    for at, cell in counts.items():
        gatherer.found.counted.append(
            Counted(levels[at], int(cell), "total" if is_total else "part")
        )
    return True


def _row(gatherer: Gatherer, roles: Sequence[str | None], row: Row) -> None:
    """Take a row below a head that says what its columns hold."""
    cells: dict[str | None, str] = {
        role: cell for role, cell in zip(roles, row, strict=False) if role and cell
    }
    numbers, rest = lead_numbers(cells.get("element", ""), gatherer.framework)
    if not numbers:
        at = next(
            (at for at, cell in enumerate(row) if lead_numbers(cell, gatherer.framework)[0]), None
        )
        if at is None:
            _continued(gatherer, roles, row)
            return
        numbers, rest = lead_numbers(row[at], gatherer.framework)
        cells.pop(roles[at], None)
    gatherer.open_element(numbers)
    level = level_of_cell(cells.get("level", ""), gatherer.framework)
    if level is None and cells.get("level"):
        level, more = prefix_level(cells["level"], gatherer.framework)
        cells["comment"] = "\n\n".join(one for one in (more, cells.get("comment", "")) if one)
    title = " – ".join(one for one in (rest, cells.get("title", "")) if one)
    gatherer.row(level, title=title, text="")
    kind = _KINDS.get(section_of(Line(cells.get("kind", ""), 0, 0)) or "", gatherer.kind)
    for key in ("comment", *_KINDS):
        if cells.get(key) and plain(cells[key]) not in ("", "none", "n/a"):
            gatherer.body.append((_KINDS.get(key, kind), cells[key]))
    gatherer.close_element()
    for role, cell in zip(roles, row, strict=False):
        if (
            role is None
            and cell
            and not level_of_cell(cell, gatherer.framework)
            and not lead_numbers(cell, gatherer.framework)[0]
        ):
            gatherer.found.note("comment", cell, numbers)


def _continued(gatherer: Gatherer, roles: Sequence[str | None], row: Row) -> None:
    """Keep a row without an element: the name of a part, or what fits nowhere."""
    filled = [cell for cell in dict.fromkeys(row) if cell]
    if len(filled) == 1 or any(role in ("part", "title") for role in roles):
        gatherer.found.note("title", " – ".join(filled))
    else:
        gatherer.found.unread.append(" | ".join(filled))


def _without_head(gatherer: Gatherer, row: Row) -> None:
    """Take a row of a table that says nowhere what its columns hold."""
    filled = [cell for cell in dict.fromkeys(row) if cell]
    if len(filled) == 2:  # noqa: PLR2004 a label and its value
        if is_label(filled[0]) and not _role(filled[0]):
            return
        if _pair(gatherer, filled[0], filled[1]):
            return
    numbers, rest = lead_numbers(filled[0], gatherer.framework)
    if numbers and len(filled) > 1:
        gatherer.lead(numbers, " | ".join([one for one in (rest, *filled[1:]) if one]))
        gatherer.close_element()
        return
    if len(filled) > 1 and is_label(filled[0]):
        return
    for cell in filled:
        gatherer.take(Line(cell, 0, 0))


def _pair(gatherer: Gatherer, label: str, value: str) -> bool:
    """Take a label and its value: a part of an element, a section with its text, or a level with its count."""
    level = level_of_cell(label, gatherer.framework)
    if level and _COUNT.fullmatch(value.strip()):
        gatherer.found.counted.append(Counted(level.key, int(value), "total"))
        return True
    role = _role(label)
    if role == "element" and (numbers := lead_numbers(value, gatherer.framework)[0]):
        gatherer.lead(numbers, lead_numbers(value, gatherer.framework)[1])
        return True
    if gatherer.current and role == "level" and (given := level_of_cell(value, gatherer.framework)):
        gatherer.found.give(gatherer.current, given.key)
        return True
    if gatherer.current and role in ("comment", *_KINDS):
        gatherer.body.append((_KINDS.get(role, gatherer.kind), value))
        return True
    if gatherer.current and role == "title":
        gatherer.row(None, title=value, text="")
        return True
    return _headed(gatherer, label, value)


def _headed(gatherer: Gatherer, label: str, value: str) -> bool:
    """Take a section whose text stands beside its name."""
    if section := section_of(Line(label, 0, 0)):
        gatherer.open_section(section)
        gatherer.take(Line(value, 0, 0))
        return True
    return False

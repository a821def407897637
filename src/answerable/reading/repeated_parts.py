"""Lines that come again below each of several heads: they say where a request and its response begin, whatever their words are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from answerable.reading.blocks import Block, Kind, Run, after
from answerable.reading.days import day_in
from answerable.reading.label_lines import LabelLine, label_line
from answerable.reading.roles import roles_of
from answerable.reading.sheets import role_said
from answerable.reading.vocabulary import Role

_NAMES = {Role.REQUEST: "Request:", Role.RESPONSE: "Response:"}
_LONGEST_VALUE = 2_000
_LONGEST_FACT = 14
_FEWEST = 2


def with_parts_told(
    blocks: Sequence[Block], heads: Sequence[int], titles: Sequence[str | None]
) -> list[Block] | None:
    """Return blocks in which each record below the places of heads says "Request:" and "Response:"; None if nothing tells.

    A line that stands once below each head tells a part by what stands below it each time; what stands above the first
    of them was asked, where none else is.
    """
    edges = [*heads, len(blocks)]
    lines = [_lines(blocks, first, last) for first, last in pairwise(edges)]
    common = [key for key in lines[0] if all(key in one for one in lines)]
    if len(heads) < _FEWEST or not common or not all(_in_order(one, common) for one in lines):
        return None
    known = [role_said(lines[0][key].words) for key in common]
    bodies = [
        _body(blocks, first, last, title)
        for (first, last), title in zip(pairwise(edges), titles, strict=True)
    ]
    values = _values(blocks, lines, common, [*edges[1:]])
    is_led = Role.REQUEST not in known
    if is_led:
        above = [
            _text(blocks[body : one[common[0]].place])
            for body, one in zip(bodies, lines, strict=True)
        ]
        values, known = [above, *values], [None, *known]
    roles = roles_of(values, known)
    if Role.REQUEST not in roles or Role.RESPONSE not in roles:
        return None
    if is_led:
        led, known, roles = roles[0] is Role.REQUEST, known[1:], roles[1:]
        is_led = led
    named = {
        key: role
        for key, role, was in zip(common, roles, known, strict=True)
        if role in _NAMES and was is None
    }
    if not named and not is_led:
        return None
    return [*_told(blocks, lines, named, bodies if is_led else ())]


def _lines(blocks: Sequence[Block], first: int, last: int) -> dict[str, LabelLine]:
    """Return what may be labels between two places by their words: those that stand there once."""
    found: dict[str, list[LabelLine]] = {}
    for place in range(first + 1, last):
        line = label_line(place, blocks[place])
        if line:
            found.setdefault(line.key, []).append(line)
    return {key: lines[0] for key, lines in found.items() if len(lines) == 1}


def _in_order(lines: Mapping[str, LabelLine], common: Sequence[str]) -> bool:
    places = [lines[key].place for key in common]
    return places == sorted(places)


def _body(blocks: Sequence[Block], first: int, last: int, title: str | None) -> int:
    """Return where the words of a record begin: behind its head, its title, and lines that tell days."""
    place = first + 1
    while place < last and (blocks[place].text.strip() == title or _tells_day(blocks[place])):
        place += 1
    return place


def _tells_day(block: Block) -> bool:
    text = block.text.strip()
    is_line = len(text.split()) <= _LONGEST_FACT and text[-1:] != "?"
    return is_line and not block.rows and day_in(text) is not None


def _values(
    blocks: Sequence[Block],
    lines: Sequence[Mapping[str, LabelLine]],
    common: Sequence[str],
    ends: Sequence[int],
) -> list[list[str]]:
    """Return what stands behind each line, each time, up to the next of them."""
    values: list[list[str]] = [[] for _ in common]
    for one, end in zip(lines, ends, strict=True):
        places = [*(one[key].place for key in common), end]
        for held, key, (place, edge) in zip(values, common, pairwise(places), strict=True):
            own = blocks[place].text[one[key].rest :]
            held.append(f"{own} {_text(blocks[place + 1 : edge])}".strip())
    return values


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks)[:_LONGEST_VALUE].strip()


def _told(
    blocks: Sequence[Block],
    lines: Sequence[Mapping[str, LabelLine]],
    named: Mapping[str, Role],
    bodies: Sequence[int],
) -> Iterator[Block]:
    said = {one[key].place: (one[key], role) for one in lines for key, role in named.items()}
    begin = {*bodies}
    for place, block in enumerate(blocks):
        if place in begin and place not in said:
            yield _name(block, Role.REQUEST)
        if place not in said:
            yield block
            continue
        line, role = said[place]
        yield _name(block, role)
        if block.text[line.rest :].strip():
            yield replace(block, kind=Kind.PARAGRAPH, runs=after(block.runs, line.rest))


def _name(block: Block, role: Role) -> Block:
    """Return the name of a part as a line of its own above a block: it takes up none of the source."""
    runs = (Run(_NAMES[role], bold=True),)
    return replace(
        block,
        kind=Kind.PARAGRAPH,
        runs=runs,
        rows=(),
        cells=(),
        marker=None,
        quoted=False,
        end=block.start,
    )

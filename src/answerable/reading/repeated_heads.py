"""Heads of records that come again in one shape, each with another number: they say what the reference is.

"Interim managers [KC-FOI-2324-017]", "2023-118 Hydrants", "Release ref: 25/2023": whatever the words and the
letters are, numbers of one shape in lines that are set alike tell records apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from answerable.domain.questions import leading_label
from answerable.reading.blocks import Block, Kind, Run, after, before
from answerable.reading.days import day_in
from answerable.reading.references import is_reference
from answerable.reading.repeated_parts import with_parts_told
from answerable.reading.rows_told import records_in
from answerable.reading.vocabulary import Role, current_vocabulary, label_of

_NAME = "Reference: "
_FEWEST = 2
_FEWEST_DIGITS = 3
_FEWEST_BESIDE_LETTERS = 2
_FEWEST_BELOW = 2
_MOST_GROUPS = 3
_LONGEST_LINE = 160
_LONGEST_DAY = 8
_LINES = (Kind.PARAGRAPH, Kind.HEADING)
_NUMBER = r"(?P<ref>(?:[A-Z]{2,6}\s)?(?=[A-Za-z0-9/_.-]*\d)[A-Za-z0-9]+(?:[/_.-](?=[A-Za-z0-9])[A-Za-z0-9]+)*)"
_NAMED = rf"(?P<name>(?:(?:[^\W\d_]+\.?\s+){{0,3}}?[^\W\d_]+\.?\s?[:#]?\s+)??){_NUMBER}"
# What stands around a number: a name in front of it at most, a day, or a title that brackets or marks part from it.
_SHAPES = (
    re.compile(_NAMED),
    re.compile(rf"{_NAMED}\s*(?P<mark>[,|\u00b7\u2022\u2013\u2014(-])\s*(?P<day>\S.*)"),
    re.compile(rf"{_NAMED}(?P<mark>\s*[:|]\s+|\s+[\u2013\u2014-]\s+|\s+)(?P<title>[^\W\d_].*)"),
    re.compile(rf"(?P<title>\S.*?)\s*(?P<mark>[(\[])\s*{_NAMED}\s*[)\]]"),
    re.compile(rf"(?P<title>\S.*?)(?P<mark>\s+[|\u2013\u2014-]\s+|\s*[,:|]\s+){_NAMED}"),
)
_HAS_DIGITS = re.compile(r"\d\D*\d")
_PARTS = re.compile(r"[A-Za-z0-9]+")
_DIGITS = re.compile(r"\d+")
_MIXED = re.compile(r"[A-Za-z]*\d+[A-Za-z]+\d\w*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Headed:
    """Blocks in which the heads of records say "Reference: 25/2023", with the references and the titles of those heads.

    A title is None where the head has none, and neither has the line above or below it.
    """

    blocks: tuple[Block, ...]
    references: tuple[str, ...]
    titles: tuple[str | None, ...]


def with_references_told(blocks: Sequence[Block]) -> Iterator[Headed]:
    """Yield the blocks with the heads of each shape that comes again as a reference behind its label, and a title.

    Most heads come first. A shape is none of references if all its numbers are years.
    """
    yield from _in_rows(blocks)
    groups: dict[tuple[object, ...], dict[int, re.Match[str]]] = {}
    for place, block in enumerate(blocks):
        for number, found in _heads(block) if _may_head(block) else ():
            form = _form(found["ref"])
            mark = (found.groupdict().get("mark") or "").strip()
            key = (number, mark, found["name"].lower(), form, *_look(block))
            groups.setdefault(key, {})[place] = found
    kept = [one for one in groups.values() if _are_heads(one, len(blocks))]
    for heads in sorted(kept, key=len, reverse=True)[:_MOST_GROUPS]:
        titles = _titles(blocks, heads)
        references = tuple(map(_reference, heads.values()))
        told: list[Block] = []
        places: list[int] = []
        for place, block in enumerate(blocks):
            places += [len(told)] if place in heads else []
            told += _parted(block, heads[place]) if place in heads else [block]
        yield Headed(tuple(told), references, titles)
        if parts := with_parts_told(told, places, titles):
            yield Headed(tuple(parts), references, titles)


def _in_rows(blocks: Sequence[Block]) -> Iterator[Headed]:
    """Yield the blocks with the tables opened in which references stand above the rows of their points."""
    opened = {
        place: parts
        for place, block in enumerate(blocks)
        if block.cells and (parts := records_in(block))
    }
    if opened:
        told = [part for at, block in enumerate(blocks) for part in opened.get(at, (block,))]
        heads = [one.text for one in told if one.text.startswith(_NAME)]
        references = tuple(text.removeprefix(_NAME).strip() for text in heads)
        yield Headed(tuple(told), references, (None,) * len(references))


def _titles(blocks: Sequence[Block], heads: Mapping[int, re.Match[str]]) -> tuple[str | None, ...]:
    """Return the titles in heads, or of the lines above all of them, or below, that are set out and alike."""
    inside = [found.groupdict().get("title") for found in heads.values()]
    if all(inside):
        return tuple(_without_label(one or "") for one in inside)
    for step in (-1, 1):
        beside = [
            blocks[place + step] if 0 <= place + step < len(blocks) else None for place in heads
        ]
        lines = [one for one in beside if one is not None and _is_set_out(one)]
        words = {one.text for one in lines}
        if len(lines) == len(words) == len(heads) and len({_look(one) for one in lines}) == 1:
            return tuple(one.text.strip() for one in lines)
    return (None,) * len(heads)


def _without_label(title: str) -> str:
    """Return a title without the word that says it is one: "Subject: Parking"."""
    label = label_of(title)
    is_title = label is not None and label.is_strong and label.role is Role.TITLE
    return title[label.rest :].strip() if label and is_title else title


def _is_set_out(block: Block) -> bool:
    is_line = block.kind in _LINES and block.column is None and len(block.text) <= _LONGEST_LINE
    is_apart = is_line and (block.kind is Kind.HEADING or block.is_bold)
    return is_apart and day_in(block.text) is None and label_of(block.text) is None


def _look(block: Block) -> tuple[Kind, int, bool]:
    return block.kind, block.level, block.is_bold


def _may_head(block: Block) -> bool:
    """Return whether a block is a line with a number in it that is no sentence."""
    text = block.text
    # Most paragraphs are longer, or end like a sentence: that costs least to see.
    if len(text) > _LONGEST_LINE or text[-1:] in ".?" or block.column is not None or block.aside:
        return False
    is_line = block.kind in _LINES and _HAS_DIGITS.search(text) is not None
    return is_line and leading_label(text) is None


def _heads(block: Block) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the shapes of a head that a line has which may be one."""
    text = block.text
    for number, shape in enumerate(_SHAPES):
        found = shape.fullmatch(text)
        if found is None or not _is_number(found["ref"]):
            continue
        parts = found.groupdict()
        day, title = parts.get("day"), parts.get("title")
        is_day = day is None or (len(day.split()) <= _LONGEST_DAY and day_in(day) is not None)
        # "Dogs of 2314" names no number, and "9 November 2023 (17/22)" and "17/22 | Received: 3 May 2023" have no title.
        if is_day and (title is None or day_in(title) is None) and _is_name(found):
            yield number, found


def _is_name(found: re.Match[str]) -> bool:
    """Return whether what stands in front of a number may name it: any words, unless nothing but digits follow them."""
    name = found["name"].strip()
    is_marked = not name or name[-1] in ":#" or not found["ref"].isdecimal()
    return is_marked or label_of(f"{name}:") is not None


def _is_number(ref: str) -> bool:
    letters, _, number = ref.rpartition(" ")
    # Few digits may count anything, unless letters stand with them.
    fewest = _FEWEST_DIGITS if number[:1].isdigit() else _FEWEST_BESIDE_LETTERS
    is_long = sum(map(str.isdigit, number)) >= fewest
    is_known = is_reference(ref) if letters and _YEAR.fullmatch(number) else True
    return is_long and is_known and is_reference(number, is_labelled=True)


def _reference(found: re.Match[str]) -> str:
    """Return the reference in a head, without capitals in front that are a word for one: "CASE 2017/044"."""
    ref = found["ref"]
    letters, _, number = ref.rpartition(" ")
    is_name = letters and label_of(f"{letters}:") is not None
    return number if is_name and not current_vocabulary().reference.fullmatch(ref) else ref


def _form(ref: str) -> str:
    """Return the shape of a number: "KC-FOI-2324-017" is "KC-@-#-#"; what its first letters are it keeps."""
    first, *others = _PARTS.findall(ref)
    marks = re.sub(r"[A-Za-z0-9]+", "", ref)
    shapes = ["#" if one.isdecimal() else "@" for one in others]
    begin = f"{len(first)} of both" if _MIXED.fullmatch(first) else _DIGITS.sub("#", first)
    return " ".join([begin, *shapes, marks])


def _are_heads(heads: dict[int, re.Match[str]], end: int) -> bool:
    """Return whether lines of one shape have a number each, none of them a year, and words below."""
    refs = [found["ref"] for found in heads.values()]
    titles = {found.groupdict().get("title") for found in heads.values()}
    # A title that is the same each time is a name: "Number: 17/22".
    is_name = len(titles) < len(refs) and None not in titles
    if len(refs) < _FEWEST or len({*refs}) < len(refs) or is_name:
        return False
    places = [*heads, end]
    has_words = all(later - place > _FEWEST_BELOW for place, later in pairwise(places))
    is_named = all(found["name"] for found in heads.values())
    is_lettered = all(ref[:1].isalpha() for ref in refs)
    are_known = is_named or is_lettered or any(is_reference(ref.split()[-1]) for ref in refs)
    return has_words and are_known


def _parted(block: Block, found: re.Match[str]) -> list[Block]:
    """Return a head as its title, as it is set, and its reference behind a label, with the day below it."""
    ref = replace(block, kind=Kind.PARAGRAPH, runs=(Run(_NAME, bold=True), Run(_reference(found))))
    parts = [ref]
    for name in ("title", "day"):
        if found.groupdict().get(name):
            runs = after(before(block.runs, found.end(name)), found.start(name))
            kind = block.kind if name == "title" else Kind.PARAGRAPH
            parts.append(replace(block, kind=kind, runs=runs))
    return parts

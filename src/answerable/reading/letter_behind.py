"""What stands behind a letter's last words: annexes with the request and the answer, and the mail that it answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from answerable.domain.questions import leading_label
from answerable.reading.asides import heads_section, is_heading_line
from answerable.reading.blocks import Block, Kind
from answerable.reading.letter_frame import is_close, is_salute
from answerable.reading.letter_lists import key_of
from answerable.reading.letter_turns import answers_between
from answerable.reading.lines import MAIL_MARKS
from answerable.reading.mailed.history import history_in_blocks
from answerable.reading.pages import document_of
from answerable.reading.sayings import openings, sayings
from answerable.reading.vocabulary import Role, current_vocabulary, label_of

_SAID = sayings("behind")
_LED_BY = openings("behind")
_MAIL = re.compile(
    rf"\b{_SAID['wrote']}[^\n]{{0,80}}:|{_LED_BY['original']}|^[\s>*]*{_LED_BY['from']}\s?:|^\s*>",
    re.IGNORECASE,
)
_WROTE = re.compile(rf"{_SAID['wrote']}[^\n]{{0,80}}:\s*$", re.IGNORECASE)
_HEADER = re.compile(
    rf"[\s>*]*{_LED_BY['headers']}\s?:|[-_\s]*{_LED_BY['original']}", re.IGNORECASE
)
_THANKS = re.compile(rf"{_SAID['thanks']}[^:]*$", re.IGNORECASE)
_INNER_MARKS = re.compile(r"\s(?:>\s?)+")
_ANNEX = re.compile(
    rf"{_SAID['annexes']}\W*(?P<name>[a-z]|\d{{1,2}}|{_LED_BY['counts']})?\b[\s:.\u2013\u2014-]*",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(rf"\b{_SAID['explains']}", re.IGNORECASE)
_TELLS = re.compile(
    rf"\b(?:(?P<asked>{_SAID['asked']})|{_SAID['answered']})",
    re.IGNORECASE,
)
_GROUNDS = re.compile(rf"\b{_SAID['grounds']}", re.IGNORECASE)
_LONGEST_HEADING = 14
_LONGEST_THANKS = 6
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Annexes:
    """What annexes say was asked and answered; `heads` are their headings."""

    request: list[Block] = field(default_factory=list)
    response: list[Block] = field(default_factory=list)
    heads: list[Block] = field(default_factory=list)


def annexes_in(blocks: Sequence[Block]) -> tuple[Sequence[Block], Annexes]:
    """Return what stands before the annexes that quote the request or answer it, and what those say.

    An annex that only answers stands behind the letter's last words. So does, below a heading of its own, the request
    of a letter that stands above it.
    """
    close = next((place for place, block in enumerate(blocks) if is_close(block)), len(blocks))
    roles = {
        place: role
        for place in range(len(blocks))
        if (role := _role_of_annex(blocks, place, is_behind=place > close))
    }
    if not roles and (below := _request_below(blocks, close)) is not None:
        return blocks[:below], Annexes(list(blocks[below + 1 :]), [], [blocks[below]])
    first = min(roles, default=len(blocks))
    if Role.REQUEST not in roles.values() and first <= close:
        return blocks, Annexes()
    found = Annexes()
    part = found.heads
    for place in range(first, len(blocks)):
        if roles.get(place) is Role.EXEMPTION:
            part = found.response
            part.append(blocks[place])
        elif place in roles:
            part = found.request if roles[place] is Role.REQUEST else found.response
            found.heads.append(blocks[place])
        else:
            part.append(blocks[place])
    return blocks[:first], found


def _request_below(blocks: Sequence[Block], close: int) -> int | None:
    """Return where, behind a letter's last words, a line of its own heads what was asked: the letter has no such heading."""
    heads = [place for place, block in enumerate(blocks) if _heads_request(block)]
    is_below = len(heads) == 1 and close < heads[0] < len(blocks) - 1
    # An annex says itself what it holds, or the letter does.
    in_annex = is_below and any(_ANNEX.match(one.text.strip()) for one in blocks[close : heads[0]])
    return heads[0] if is_below and not in_annex else None


def _heads_request(block: Block) -> bool:
    """Return whether a line says that it heads a request, and nothing else: "Your request"."""
    text = block.text.strip()
    if block.rows or len(text) > _LONGEST_LABEL:
        return False
    label = label_of(text)
    return label is not None and label.role is Role.REQUEST and label.rest >= len(text)


def annex_in_place(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return a letter with the annex that all of it stands in moved up, to behind the paragraph that names it.

    Its heading says neither that it asks nor that it answers, for it does both: it reads as the letter's own text would.
    """
    close = next((place for place, block in enumerate(blocks) if is_close(block)), len(blocks))
    heads = [place for place in range(close, len(blocks)) if _is_bare_annex(blocks[place])]
    if len(heads) != 1:
        return blocks
    (head,) = heads
    name = _ANNEX.match(blocks[head].text.strip())
    word = name[0].split()[0].lower().strip(" .:") if name else ""
    told = (n for n in range(close) if re.search(rf"\b{re.escape(word)}\b", blocks[n].text.lower()))
    named = next(told, None)
    if not word or named is None or any("?" in block.text for block in blocks[:close]):
        return blocks
    return [*blocks[: named + 1], *blocks[head + 1 :], *blocks[named + 1 : head + 1]]


def _is_bare_annex(block: Block) -> bool:
    """Return whether a block is the heading of an annex, and says nothing of what is in it."""
    text = block.text.strip()
    annex = _ANNEX.match(text)
    return annex is not None and annex.end() == len(text) and block.kind is not Kind.TABLE


def _role_of_annex(blocks: Sequence[Block], place: int, *, is_behind: bool) -> Role | None:
    """Return what stands below the heading of an annex: it, the line below it, or the letter says so.

    `is_behind` says that the heading stands behind the letter's last words.
    """
    block, text = blocks[place], blocks[place].text.strip()
    annex = _ANNEX.match(text)
    if annex is None and is_heading_line(block):
        explains = heads_section(text) or _EXPLAINS.search(text) is not None
        return Role.EXEMPTION if explains and is_behind else None
    if annex is None or len(text.split()) > _LONGEST_HEADING or block.kind is Kind.TABLE:
        return None
    words = text[annex.end() :]
    if not words and annex["name"]:
        below = blocks[place + 1].text if place + 1 < len(blocks) else ""
        return _role_said(below) or _role_in_letter(blocks[:place], text)
    return _role_said(words)


def _role_said(words: str) -> Role | None:
    if _GROUNDS.search(words):
        return Role.EXEMPTION
    label = label_of(words)
    return label.role if label and label.begins_part and label.rest >= len(words) else None


def _role_in_letter(blocks: Sequence[Block], name: str) -> Role | None:
    """Return what a letter says that an annex holds: "Your request is at Annex A, our response at Annex B"."""
    for block in blocks:
        at = block.text.lower().find(name.strip(" :.").lower())
        said = list(_TELLS.finditer(block.text[: max(0, at)]))
        if said:
            return Role.REQUEST if said[-1]["asked"] else Role.RESPONSE
    return None


def without_history(blocks: Sequence[Block]) -> tuple[Sequence[Block], list[Block]]:
    """Return the blocks of a letter that are its own, and those of the mail below that it answers, if one is there."""
    between = [replace(one, aside=None, quoted=True) if _is_quoted(one) else one for one in blocks]
    if answers_between(between):
        return between, []
    marked = [block for block in blocks if _is_quoted(block)]
    if marked:
        return [block for block in blocks if not _is_quoted(block)], marked
    if not any(_MAIL.search(block.text[:400]) for block in blocks):
        return blocks, []
    ranges = history_in_blocks(blocks)
    old = [block for block in blocks if any(block.start in one for one in ranges)]
    own = blocks[: len(blocks) - len(old)]
    is_below = bool(old) and [*own, *old] == [*blocks] and any(map(is_close, own))
    return (own, old) if is_below and not any(map(_answers, old)) else (blocks, [])


def is_asked_below(own: Sequence[Block], quoted: Sequence[Block]) -> bool:
    """Return whether the mail that a letter quotes asks, and the letter itself asks nothing.

    What asks may be in no word: a list, to whose points the letter replies behind the same labels.
    """
    words = current_vocabulary()

    def asks(blocks: Sequence[Block]) -> bool:
        return any("?" in one.text or words.says("letter.requested", one.text) for one in blocks)

    return (asks(quoted) or _are_listed_alike(own, quoted)) and not asks(own)


def _are_listed_alike(own: Sequence[Block], quoted: Sequence[Block]) -> bool:
    own_keys, quoted_keys = (
        {key_of(label) for block in blocks if (label := leading_label(block.text))}
        for blocks in (own, quoted)
    )
    # "A. Requester", who signed, is no point.
    return len(own_keys) > 1 and own_keys <= quoted_keys


def _is_quoted(block: Block) -> bool:
    return block.aside is not None and block.aside.startswith("quoted from")


def _answers(block: Block) -> bool:
    label = label_of(block.text)
    is_reply = label is not None and label.is_strong and label.role is Role.RESPONSE
    return is_reply or current_vocabulary().says("letter.complained", block.text) is not None


def request_in_mail(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return what a quoted mail asks, and what is left: its headers, its greeting, and whoever signed it.

    Of several mails that stand one below the other the last is the first that was written: it asks.
    """
    begins = [place for place, block in enumerate(blocks) if _WROTE.search(block.text)]
    begins += [place for place, block in enumerate(blocks) if _HEADER.match(block.text)]
    begin = max(begins, default=-1) + 1
    bare = _unmarked(blocks[begin:])
    start = 0
    for place, block in enumerate(bare[:4]):
        if is_salute(block):
            start = place + 1
    end = next((place for place in range(start, len(bare)) if _signs(bare[place])), len(bare))
    asked = [block for block in bare[start:end] if block.text.strip()]
    return asked, [*blocks[:begin], *bare[:start], *bare[end:]]


def _signs(block: Block) -> bool:
    text = block.text.strip()
    is_short = len(text.split()) <= _LONGEST_THANKS and leading_label(text) is None
    return is_close(block) or (is_short and _THANKS.match(text) is not None)


def _unmarked(blocks: Sequence[Block]) -> list[Block]:
    """Return the paragraphs of quoted lines: behind their marks they are wrapped as any text is."""
    if not any(MAIL_MARKS.match(block.text) for block in blocks):
        return [replace(block, aside=None) for block in blocks]
    text = "\n".join(_INNER_MARKS.sub(" ", MAIL_MARKS.sub("", one.text, count=1)) for one in blocks)
    start, end = blocks[0].start, blocks[-1].end
    return [replace(one, start=start, end=end) for one in document_of(text, markdown=False).blocks]

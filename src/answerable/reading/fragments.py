"""HTML tags and markdown's inline marks into blocks: one pass, no recursion, every place kept.

Converters write fragments that no parser accepts (lists never closed, labels outside their items),
so the tags are read as events: a block tag ends a block, a style tag turns a style on or off.
"""

import html
import re
from collections.abc import Callable
from itertools import groupby

from answerable.reading.blocks import (
    MOST_BLOCKS,
    Block,
    Kind,
    Run,
    TooManyBlocks,
    quick_block,
    quick_run,
    trimmed,
)
from answerable.reading.html_lists import Lists
from answerable.reading.html_tags import (
    ATTRIBUTES,
    BLOCKS,
    BOLD,
    HEADINGS,
    ITALIC,
    LISTS,
    SILENT,
    in_small_letters,
)
from answerable.reading.raw_tables import Cell, RawTable, spans_of

OTHERS = (
    r"(?P<comment><!--|<!)|<(?P<auto>(?:https?://|mailto:)[^<>\s]+)>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|(?P<url>(?:https?://|mailto:)[^\s<>\"'\])]+)|(?P<bullet>[•▪●◦])"
)
"""What is read beside tags: comments, entities, addresses, bullets."""
_TOKEN = re.compile(
    rf"<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>{ATTRIBUTES})>|{OTHERS}"
)
_MARKDOWN = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|<>~-])|!?\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
    r"(?:\s\"[^\"]*\")?\)|(?P<stars>\*{1,3})|(?P<under>(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w))"
)
_BOTH = re.compile(f"{_TOKEN.pattern}|{_MARKDOWN.pattern}")
# Where these stand something is read, or nothing is: to look for them takes a tenth of the time. An address begins in
# front of its own.
_SIGNS_OF_ADDRESSES = ("://", "mailto:")
_SIGNS_OF_TOKENS = ("<", "&", "•", "▪", "●", "◦", *_SIGNS_OF_ADDRESSES)
_SIGNS = ("*", "_", "[", "!", "\\", *_SIGNS_OF_TOKENS)
_SIGN_OF_TOKEN, _SIGN = (
    re.compile("|".join(map(re.escape, signs))) for signs in (_SIGNS_OF_TOKENS, _SIGNS)
)
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_LABEL_BEHIND = re.compile(r"(?:^|(?<=[\s.:;?]))\(?(?:\d{1,2}|[a-z])[.)][\s.]*$")

_BOX = "data-bbox"
_OF_TABLES = frozenset(("table", "tr", "td", "th", "caption"))
# Tags that are read: others set words in a font, and change nothing.
_READ = (
    SILENT | ITALIC | BOLD | _OF_TABLES | LISTS | HEADINGS | BLOCKS
    | frozenset(("a", "li", "dt", "dd", "img"))
)  # fmt: skip

TableReader = Callable[[RawTable], list[Block]]


class Fragment:
    """Reads one stretch of text with tags into blocks."""

    def __init__(self, text: str, *, markdown: bool, table: TableReader) -> None:
        """Prepare to read stretches of a text; `table` says what blocks a table becomes."""
        self._text = text
        self._lowered = in_small_letters(text) if "<" in text else ""
        self._nowhere: set[str] = set()
        self._count = 0
        self._pattern = _BOTH if markdown else _TOKEN
        self._sign = _SIGN if markdown else _SIGN_OF_TOKEN
        self._is_boxed = _BOX in text
        self._table = table
        self._reset(0)

    def blocks(self, start: int, end: int, *, kind: Kind = Kind.PARAGRAPH) -> list[Block]:
        """Return the blocks of the text between two places."""
        found = self._next(start, end)
        if found is None:
            # Most lines are words alone.
            return self._only_words(start, end, kind)
        self._reset(start)
        self._kind = kind
        place = start
        while found is not None:
            # Most tags follow another.
            if found.start() > place:
                self._words(place, found.start())
            place = self._token(found, end)
            found = self._next(place, end)
        self._words(place, end)
        self._flush(end)
        while self._tables:
            self._close_table(end)
        return self._blocks

    def _only_words(self, start: int, end: int, kind: Kind) -> list[Block]:
        """Return the block of a stretch in which nothing is read but words; none if it has no words."""
        words = " ".join(self._text[start:end].split())
        if not words:
            return []
        self._counted()
        return [quick_block(kind, (quick_run(words),), start, end)]

    def _counted(self) -> None:
        self._count += 1
        if self._count > MOST_BLOCKS:
            raise TooManyBlocks

    def _next(self, start: int, end: int) -> re.Match[str] | None:
        """Return what is read next between two places."""
        text, pattern, place = self._text, self._pattern, start
        while sign := self._sign.search(text, place, end):
            if sign.group() in _SIGNS_OF_ADDRESSES:
                return pattern.search(text, start, end)
            if found := pattern.match(text, sign.start(), end):
                return found
            place = sign.end()
        return None

    def _reset(self, start: int) -> None:
        self._blocks: list[Block] = []
        self._tables: list[tuple[RawTable, list[Block], Lists]] = []
        self._runs: list[Run] = []
        self._start = start
        self._kind = Kind.PARAGRAPH
        self._marker: str | None = None
        self._italic = self._bold = self._quoted = 0
        self._lists = Lists()
        self._number: str | None = None
        self._href: list[str | None] = []
        self._column: int | None = None
        self._left_list = False

    def _words(self, start: int, end: int) -> None:
        if end > start:
            self._append(self._text[start:end])

    def _append(self, text: str) -> None:
        link = bool(self._href)
        href = self._href[-1] if link else None
        self._runs.append(quick_run(text, self._italic > 0, self._bold > 0, link, href))

    def _token(self, found: re.Match[str], end: int) -> int:
        # The last of the groups tells which of the forms it is.
        form = found.lastgroup
        if form == "attributes":
            return self._tag(found["tag"].lower(), found, end, closes=bool(found["close"]))
        return self._other(form, found, end)

    def _other(self, form: str | None, found: re.Match[str], end: int) -> int:
        """Read what is no tag, and return where it ends."""
        if form == "comment":
            return self._after_comment(found.start(), end)
        if form == "bullet":
            self._flush(found.start())
            self._kind, self._marker = Kind.ITEM, found.group()
        elif form == "entity":
            self._append(html.unescape(found.group()))
        elif form in ("auto", "url"):
            return self._bare_link(found)
        elif form == "escaped":
            self._append(found["escaped"])
        elif form == "href":
            self._link(_ESCAPE.sub(r"\1", found["words"]), found["href"])
        else:
            self._emphasis(found)
        return found.end()

    def _bare_link(self, found: re.Match[str]) -> int:
        address = found["auto"] or found["url"].rstrip(".,;:")
        self._link(address, address)
        return found.end() if found["auto"] else found.start() + len(address)

    def _link(self, words: str, href: str) -> None:
        # Converters that lose a link's target leave "#".
        self._href.append(None if href in ("", "#") else href)
        self._append(words)
        self._href.pop()

    def _emphasis(self, found: re.Match[str]) -> None:
        marks = found.group()
        before = self._text[found.start() - 1 : found.start()] or " "
        after = self._text[found.end() : found.end() + 1] or " "
        opens, closes = not after.isspace(), not before.isspace()
        if not (opens or closes):
            self._append(marks)
            return
        if marks[:2] not in ("**", "__") or len(marks) > len("**"):
            self._italic = _toggled(self._italic, opens=opens, closes=closes)
        if marks[:2] in ("**", "__"):
            self._bold = _toggled(self._bold, opens=opens, closes=closes)

    def _tag(self, tag: str, found: re.Match[str], end: int, *, closes: bool) -> int:
        if tag not in _READ:
            if self._is_boxed and not closes and _BOX in found["attributes"]:
                self._block_tag(tag, found, closes=closes)
        elif tag in SILENT and not closes:
            self._flush(found.start())
            return self._after_silent(tag, found.end(), end)
        elif tag in ITALIC:
            if not closes and self._italic == 0:
                self._split_at_label(found.start())
            self._italic = max(0, self._italic + (-1 if closes else 1))
        elif tag in BOLD:
            self._bold = max(0, self._bold + (-1 if closes else 1))
        elif tag == "a":
            self._anchor(found, closes=closes)
        elif tag in _OF_TABLES:
            self._table_tag(tag, found, closes=closes)
        else:
            self._block_tag(tag, found, closes=closes)
        return found.end()

    def _anchor(self, found: re.Match[str], *, closes: bool) -> None:
        if closes:
            if self._href:
                self._href.pop()
            return
        href = _HREF.search(found["attributes"])
        target = (
            html.unescape(next(one for one in href.groups() if one is not None)) if href else None
        )
        if target is not None:
            self._href.append(None if target in ("", "#") else target)

    def _block_tag(self, tag: str, found: re.Match[str], *, closes: bool) -> None:
        if tag in LISTS:
            self._flush(found.start())
            self._list_tag(tag, found["attributes"], closes=closes)
        elif tag == "li":
            self._flush(found.start())
            self._number = None if closes else self._lists.item(found["attributes"])
            if not closes and self._number is None:
                self._kind, self._marker = Kind.ITEM, "•"
        elif tag in HEADINGS:
            self._flush(found.start())
            self._kind = Kind.PARAGRAPH if closes else Kind.HEADING
        elif tag in ("dt", "dd"):
            self._flush(found.start())
            self._column = None if closes else 0 if tag == "dt" else 1
        elif tag == "img" or (self._is_boxed and not closes and _BOX in found["attributes"]):
            # A converter frames what it cut from a picture in a box of coordinates.
            self._flush(found.start())
            self._blocks.append(Block(Kind.PICTURE, (), self._start, found.end()))
            self._start = found.end()
        elif tag in BLOCKS:
            self._flush_unless_begun(found.start(), closes=closes)
            if tag == "blockquote":
                self._quoted = max(0, self._quoted + (-1 if closes else 1))

    def _list_tag(self, tag: str, attributes: str, *, closes: bool) -> None:
        self._number = None
        if closes:
            self._lists.end()
        else:
            if self._left_list:
                # Converters do not close a list before the next: what follows a paragraph is new.
                self._lists = Lists()
            self._lists.begin(tag, attributes)
        self._left_list = False

    def _table_tag(self, tag: str, found: re.Match[str], *, closes: bool) -> None:
        self._flush(found.start())
        if tag == "table" and not closes:
            self._tables.append((RawTable(start=found.start()), self._blocks, self._lists))
            self._blocks, self._lists = [], Lists()
        elif self._tables and tag == "table":
            self._close_table(found.end())
        elif self._tables and not closes:
            table, _, _ = self._tables[-1]
            if tag == "tr":
                table.begin_row()
            if tag in ("td", "th"):
                cell = Cell(is_header=tag == "th")
                table.begin_cell(cell, **spans_of(found["attributes"]))
                self._blocks = cell.blocks
            elif tag == "caption":
                self._blocks = []
        elif self._tables and tag == "caption":
            self._tables[-1][0].caption = " ".join(block.text for block in self._blocks)

    def _close_table(self, end: int) -> None:
        table, outer, self._lists = self._tables.pop()
        table.end = end
        self._blocks = outer
        self._blocks.extend(self._table(table))
        self._start = end

    def _flush_unless_begun(self, place: int, *, closes: bool) -> None:
        """End a block; but "<li><p>words": the item goes on in its first paragraph."""
        if (
            self._kind is not Kind.ITEM
            or closes
            or any(not run.text.isspace() for run in self._runs if run.text)
        ):
            self._flush(place)

    def _after_comment(self, start: int, end: int) -> int:
        mark = "-->" if self._text.startswith("<!--", start) else ">"
        close = self._closing(mark, start, end)
        # A comment that is never closed is no comment: its words are kept.
        return close + len(mark) if close >= 0 else start + 2

    def _after_silent(self, tag: str, start: int, end: int) -> int:
        close = self._closing(f"</{tag}", start, end)
        if close < 0:
            return start
        ends = self._closing(">", close, end)
        # A page that was cut off within its last tag has no more words.
        return ends + 1 if ends >= 0 else end

    def _closing(self, mark: str, start: int, end: int) -> int:
        """Return where a mark stands next, or -1; a mark that is nowhere ahead is not looked for again."""
        if mark in self._nowhere:
            return -1
        found = self._lowered.find(mark, start, end)
        if found < 0 and end == len(self._text):
            self._nowhere.add(mark)
        return found

    def _split_at_label(self, place: int) -> None:
        """Begin a block at a label that stands right before italic words: "1) <i>Independent</i>2) <i>…"."""
        if not self._runs or not self._lists:
            return
        last = self._runs[-1]
        found = None if last.italic else _LABEL_BEHIND.search(last.text)
        if found is None or not (found.start() or len(self._runs) > 1):
            return
        label = Run(last.text[found.start() :], bold=last.bold)
        self._runs[-1] = Run(last.text[: found.start()], bold=last.bold)
        self._flush(place - len(label.text))
        self._runs.append(label)

    def _flush(self, end: int) -> None:
        runs = trimmed(_links_whole(self._runs)) if self._runs else ()
        if runs:
            is_numbered = self._number is not None
            if is_numbered:
                first = runs[0]
                runs = (Run(f"{self._number} ", first.italic, first.bold), *runs)
                self._number = None
            self._counted()
            level = max(0, self._lists.depth - 1) if self._marker else 0
            self._blocks.append(
                quick_block(
                    self._kind,
                    runs,
                    self._start,
                    end,
                    marker=self._marker,
                    level=level,
                    column=self._column,
                    quoted=self._quoted > 0,
                )
            )
            self._start = end
            is_apart = self._kind is Kind.PARAGRAPH and not is_numbered
            self._left_list = bool(self._lists) and is_apart
        self._end_block(is_said=bool(runs))

    def _end_block(self, *, is_said: bool) -> None:
        self._runs.clear()
        if is_said or self._kind is not Kind.HEADING:
            self._kind = Kind.PARAGRAPH
        self._marker = None


def _links_whole(runs: list[Run]) -> list[Run]:
    """Return the runs with those of one link joined, in the style of its first words."""
    if len(runs) == 1 or not any(run.link for run in runs):
        return runs
    whole: list[Run] = []
    for (link, href), same in groupby(runs, key=lambda one: (one.link, one.href)):
        group = list(same)
        if link:
            first, text = group[0], "".join(one.text for one in group)
            whole.append(Run(text, first.italic, first.bold, link, href))
        else:
            whole += group
    return whole


def _toggled(depth: int, *, opens: bool, closes: bool) -> int:
    return 0 if depth and closes else int(opens)

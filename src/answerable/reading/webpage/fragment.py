"""HTML as browsers take it: what editors and Word write into it, words that are not shown, lines that were typed."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from html.entities import html5

from answerable.reading.blocks import HIDDEN, Block, Kind, Run, after
from answerable.reading.fragments import OTHERS, Fragment
from answerable.reading.hints import has_any
from answerable.reading.html_tags import ATTRIBUTES, NAME
from answerable.reading.lines import continues, typical_width
from answerable.reading.tables import blocks_of

# Old names may lack their semicolon: browsers read "&pound100" as "£100".
_OLD_NAMES = "|".join(sorted((name for name in html5 if name[-1] != ";"), key=len, reverse=True))
_PATTERN = re.compile(
    rf"<(?P<close>/?)(?P<tag>{NAME})(?P<attributes>{ATTRIBUTES})>"
    rf"|{OTHERS}|(?P<loose>&(?:#\d{{2,6}}|{_OLD_NAMES})(?![;]))"
)
# What names a list of Word, in small letters.
_SIGNS_OF_WORD = ("msolistparagraph", "mso-list")
_LEVEL = re.compile(r"\bmso-list\s*:[^;]*?\blevel(\d)", re.IGNORECASE)
_OF_LIST = re.compile(r"\bMsoListParagraph|\bmso-list\s*:\s*l\d", re.IGNORECASE)
# Word writes a bullet as a letter of a font of symbols, and wide space behind it.
_SYMBOL = re.compile(r"\s*[·•o§Øüvq\uf0a7\uf0b7\uf0d8\uf0fc–-][\s\u00a0]{2,}(?=\S)")
_TAG = re.compile(r"<[^<>]*>")
_CELLS = frozenset(("td", "th", "table"))
_STYLES = re.compile(r"\bclass\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)


class PageFragment(Fragment):
    """Reads a page, or a piece of one, into blocks.

    `hidden` says where elements inside of lines begin that are not shown, and where they end; `lists` how the
    lists of a class are numbered.
    """

    def __init__(
        self,
        text: str,
        *,
        hidden: Mapping[int, int] | None = None,
        lists: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare to read a text."""
        super().__init__(text, markdown=False, table=blocks_of)
        self._pattern = _PATTERN
        self._hidden = hidden or {}
        self._list_styles = lists or {}
        self._is_of_word = has_any(self._lowered, _SIGNS_OF_WORD)

    def _reset(self, start: int) -> None:
        super()._reset(start)
        self._unseen: list[tuple[str, int, int]] = []
        self._typed_width: int | None = None
        self._typed = ""
        self._word_level: int | None = None

    def _other(self, form: str | None, found: re.Match[str], end: int) -> int:
        if form == "loose":
            self._append(html.unescape(f"{found.group()};"))
            return found.end()
        return super()._other(form, found, end)

    def _tag(self, tag: str, found: re.Match[str], end: int, *, closes: bool) -> int:
        behind = self._hidden.get(found.start()) if self._hidden else None
        if behind is not None:
            self._unseen.append((self._text[found.end() : behind], found.end(), behind))
            return behind
        if tag == "a":
            if not closes:
                # A link inside of a link is one that was not closed.
                self._href.clear()
        elif tag in _CELLS and self._tables:
            self._href.clear()
            self._italic = self._bold = 0
        place = super()._tag(tag, found, end, closes=closes)
        if tag == "pre":
            self._begin_typed(found.end(), closes=closes)
        if self._is_of_word and not closes and _OF_LIST.search(found["attributes"]):
            level = _LEVEL.search(found["attributes"])
            self._word_level = int(level[1]) - 1 if level else 0
        return place

    def _block_tag(self, tag: str, found: re.Match[str], *, closes: bool) -> None:
        # A picture between words is a mark among them, as an icon beside a link.
        if tag == "img" and any(run.text.strip() for run in self._runs):
            return
        super()._block_tag(tag, found, closes=closes)
        if tag == "dl":
            self._column = None

    def _list_tag(self, tag: str, attributes: str, *, closes: bool) -> None:
        named = _STYLES.search(attributes) if self._list_styles and not closes else None
        for name in named[1].split() if named else ():
            if name in self._list_styles:
                attributes += f' style="list-style-type:{self._list_styles[name]}"'
        super()._list_tag(tag, attributes, closes=closes)

    def _begin_typed(self, place: int, *, closes: bool) -> None:
        """Know how wide the lines were typed that follow, or that they end."""
        self._typed = ""
        self._typed_width = None
        if not closes:
            close = self._closing("</pre", place, len(self._text))
            lines = self._text[place : close if close >= 0 else place].split("\n")
            self._typed_width = typical_width(lines)

    def _words(self, start: int, end: int) -> None:
        if self._typed_width is None or "\n" not in self._text[start:end]:
            super()._words(start, end)
            return
        for number, line in enumerate(self._text[start:end].split("\n")):
            if number:
                self._end_typed_line(line, start)
            super()._words(start, start + len(line))
            start += len(line) + 1

    def _end_typed_line(self, line: str, place: int) -> None:
        """End a block where a typed line begins anew; else a space parts the two."""
        paragraph = "".join(run.text for run in self._runs)
        last = paragraph.rsplit("\n", 1)[-1]
        if continues(
            paragraph.strip(),
            last_line=last,
            line=line.strip(),
            width=self._typed_width or 0,
            is_apart=not line.strip(),
        ):
            self._append("\n")
        else:
            self._flush(place)

    def _flush(self, end: int) -> None:
        if not self._runs:
            # Most tags follow another: nothing stands between.
            self._end_block(is_said=False)
            if self._unseen:
                self._set_aside()
            return
        runs = self._runs
        text = (runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])).strip()
        if not text:
            # Most of what stands between tags is blank.
            self._number = self._number or None
            self._end_block(is_said=False)
            if self._unseen:
                self._set_aside()
            return
        if self._number and text.startswith((self._number, f"{self._number[:-1]})")):
            # The number was typed, too.
            self._number = None
        self._number = self._number or None
        count = len(self._blocks)
        symbol = _SYMBOL.match(text) if self._word_level is not None else None
        if symbol:
            self._runs = list(_behind(self._runs, symbol.end()))
            self._kind, self._marker = Kind.ITEM, "•"
        super()._flush(end)
        if symbol and len(self._blocks) > count:
            self._blocks[-1] = replace(self._blocks[-1], level=self._word_level or 0)
        self._word_level = None
        if self._unseen:
            self._set_aside()

    def _set_aside(self) -> None:
        for words, start, end in self._unseen:
            text = " ".join(html.unescape(_TAG.sub(" ", words)).split())
            if text:
                self._blocks.append(Block(Kind.PARAGRAPH, (Run(text),), start, end, aside=HIDDEN))
        self._unseen.clear()


def _behind(runs: list[Run], characters: int) -> tuple[Run, ...]:
    """Return runs without their first characters, of which the blank ones before all words do not count."""
    text = "".join(run.text for run in runs)
    blank = len(text) - len(text.lstrip())
    return after(tuple(runs), blank + characters)

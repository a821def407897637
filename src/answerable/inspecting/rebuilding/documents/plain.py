"""Plain text and Markdown as blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from answerable.inspecting.commas import decoded_text
from answerable.inspecting.rebuilding.documents.addresses import kept_address
from answerable.inspecting.rebuilding.documents.blocks import (
    Block,
    Cell,
    Document,
    Gathered,
    Heading,
    Item,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    trimmed,
)
from answerable.inspecting.rebuilding.documents.left_out import Left
from answerable.inspecting.rebuilding.documents.signs import readable

_MARKDOWN = (".md", ".markdown", ".mdown")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINED = re.compile(r" {0,3}(=+|-+)[ \t]*")
_POINT = re.compile(r"( *)([-*+]|\d{1,9}[.)])[ \t]+(.*)")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_ROW = re.compile(r"[ \t]*\|?(.*?)\|?[ \t]*")
_BELOW_HEAD = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`\n]+)`"
    r"|!\[(?P<alt>[^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"
    r"|\[(?P<words>[^\[\]\n]+)\]\(<?(?P<href>[^)\s>]*)>?(?:\s+\"[^\"]*\")?\)"
    r"|(?P<mark>\*\*|__|~~|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|\*(?=\S)|(?<=\S)\*)"
)
_SPACES_A_LEVEL = 2
_DEEPEST_LEVEL = 8


def text_of_file(data: bytes, name: str, left: Left) -> Document:
    """Return plain text as paragraphs, or Markdown as what it stands for."""
    text = decoded_text(data)
    if name.lower().endswith(_MARKDOWN):
        shown, count = _COMMENT.subn("", text)
        left.add("hidden", count)
        return Document(tuple(_Markdown(readable(shown, left).split("\n"), left).blocks()))
    return Document(tuple(_paragraphs(readable(text, left))))


def _paragraphs(text: str) -> Iterator[Block]:
    for one in re.split(r"\n[ \t]*\n", text):
        runs = trimmed([Run("\n".join(line.rstrip() for line in one.split("\n")))])
        if runs:
            yield Paragraph(runs)


@dataclass(slots=True)
class _Markdown:
    """Lines of Markdown while they are read."""

    lines: list[str]
    left: Left
    _at: int = 0
    _waiting: list[str] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks for which the lines stand."""
        while self._at < len(self.lines):
            line = self.lines[self._at]
            self._at += 1
            made = list(self._block(line))
            if made or not line.strip():
                yield from self._paragraph()
                yield from made
            elif not _RULE.fullmatch(line):
                self._waiting.append(line)
            else:
                yield from self._paragraph()
        yield from self._paragraph()

    def _block(self, line: str) -> Iterator[Block]:
        heading, point = _HEADING.fullmatch(line), _POINT.fullmatch(line)
        if _FENCE.match(line):
            yield from self._code(line)
        elif heading:
            yield Heading(len(heading[1]), self._runs(heading[2]))
        elif self._waiting and _UNDERLINED.fullmatch(line):
            words, self._waiting = " ".join(self._waiting), []
            yield Heading(1 if "=" in line else 2, self._runs(words))
        elif line.lstrip().startswith(">"):
            yield from self._quote(line)
        elif (
            "|" in line
            and self._at < len(self.lines)
            and _BELOW_HEAD.fullmatch(self.lines[self._at])
        ):
            yield from self._table(line)
        elif point and not _RULE.fullmatch(line):
            yield from self._point(len(point[1]), point[2], point[3])

    def _paragraph(self) -> Iterator[Block]:
        words, self._waiting = "\n".join(self._waiting), []
        broken = re.sub(r"(?: {2,}|\\)\n", "\x01", words).replace("\n", " ").replace("\x01", "\n")
        if runs := self._runs(broken):
            yield Paragraph(runs)

    def _code(self, line: str) -> Iterator[Block]:
        found = _FENCE.match(line)
        fence = found[1] if found else "```"
        inside: list[str] = []
        while self._at < len(self.lines) and not self.lines[self._at].lstrip().startswith(fence):
            inside.append(self.lines[self._at])
            self._at += 1
        self._at += 1
        if runs := trimmed([Run("\n".join(inside))]):
            yield Paragraph(runs)

    def _quote(self, line: str) -> Iterator[Block]:
        words = [line]
        while self._at < len(self.lines) and self.lines[self._at].lstrip().startswith(">"):
            words.append(self.lines[self._at])
            self._at += 1
        bare = "\n".join(re.sub(r"^\s*(?:>\s?)+", "", one) for one in words)
        for one in re.split(r"\n[ \t]*\n", bare):
            if runs := self._runs(one.replace("\n", " ")):
                yield Quote(runs)

    def _table(self, line: str) -> Iterator[Block]:
        self._at += 1
        rows = [line]
        while self._at < len(self.lines) and "|" in self.lines[self._at]:
            rows.append(self.lines[self._at])
            self._at += 1
        made = tuple(tuple(self._cell(one) for one in _cells_of(row)) for row in rows)
        yield Table(made, heads=int(len(made) > 1))

    def _cell(self, words: str) -> Cell:
        runs = self._runs(words)
        return Cell((Paragraph(runs),) if runs else ())

    def _point(self, blanks: int, mark: str, words: str) -> Iterator[Block]:
        while self._at < len(self.lines) and self._goes_on(self.lines[self._at]):
            words += f" {self.lines[self._at].strip()}"
            self._at += 1
        label = "•" if mark in "-*+" else mark
        yield Item(min(blanks // _SPACES_A_LEVEL, _DEEPEST_LEVEL), label, self._runs(words))

    def _goes_on(self, line: str) -> bool:
        is_other = _POINT.fullmatch(line) or _HEADING.fullmatch(line) or _FENCE.match(line)
        return bool(line.strip()) and not is_other and not line.lstrip().startswith((">", "|"))

    def _runs(self, text: str) -> Runs:
        line, look, at = Gathered(), Run(""), 0
        for found in _INLINE.finditer(text):
            line.add(replace(look, text=text[at : found.start()]))
            at = found.end()
            if found["mark"]:
                look = _switched(look, found["mark"])
            elif found["words"]:
                href = kept_address(found["href"], self.left)
                line.add(replace(look, text=found["words"], href=href))
            elif found["alt"] is not None:
                self.left.add("pictures")
            else:
                line.add(replace(look, text=found["escaped"] or found["code"] or ""))
        line.add(replace(look, text=text[at:]))
        return line.taken()


def _switched(look: Run, mark: str) -> Run:
    if mark in ("**", "__"):
        return replace(look, is_bold=not look.is_bold)
    if mark == "~~":
        return replace(look, is_struck=not look.is_struck)
    return replace(look, is_italic=not look.is_italic)


def _cells_of(row: str) -> list[str]:
    found = _ROW.fullmatch(row)
    return [
        one.strip().replace("\\|", "|")
        for one in re.split(r"(?<!\\)\|", found[1] if found else row)
    ]

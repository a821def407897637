"""The tokens of RTF into blocks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from answerable.reading.blocks import Block, Kind, Run
from answerable.reading.docx.symbols import bullet_of
from answerable.reading.rtf.letters import Letters
from answerable.reading.rtf.state import FRAMES, SKIPPED, STARRED, Layout, Place
from answerable.reading.rtf.tables import Tables
from answerable.reading.rtf.tokens import Token, tokens_of
from answerable.reading.writing import Line, Look, Writer

_SIGNS = {
    "tab": "\t", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
    "bullet": "•", "endash": "–", "emdash": "—", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": "\u00a0", "_": "-",
}  # fmt: skip
_PAGES = frozenset(("page", "sect", "softpage"))
_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_HEADING = re.compile(r"(?:heading \d|title|subtitle)\b", re.IGNORECASE)
_NOT_HEADING = 9
_MOST_GROUPS = 50_000
_LONGEST_MARK = 40
_RING = "o"


@dataclass(slots=True)
class Body:
    """Reads one file; `hidden` and `deleted` count the stretches of words that are not printed."""

    writer: Writer = field(default_factory=Writer)
    letters: Letters = field(default_factory=Letters)
    layout: Layout = field(default_factory=Layout)
    place: Place = field(default_factory=Place)
    around: list[tuple[Place, Layout]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=lambda: [[]])
    blocks: list[Block] = field(default_factory=list)
    tables: Tables = field(init=False)
    mark: list[str] = field(default_factory=list)
    instruction: list[str] = field(default_factory=list)
    framing: list[str] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    pictures: int = 0
    passing: int = 0
    too_deep: int = 0
    is_starred: bool = False
    hidden: int = 0
    deleted: int = 0
    words: dict[str, Callable[[int | None], None]] = field(init=False)

    def __post_init__(self) -> None:
        self.tables = Tables(self.writer, self.blocks)
        self.words = _words_of(self)

    def read(self, data: bytes) -> bool:
        """Read a file's bytes; return whether they end where its groups do."""
        _read_heads(data, self)
        for token in tokens_of(data):
            self._take(token)
        is_whole = not self.around
        self.end_paragraph()
        self.tables.close(0)
        self.blocks[:0] = self.writer.frames("".join(self.framing).splitlines())
        return is_whole

    def _take(self, token: Token) -> None:
        word = token.word
        if not word:
            self._text(token.text)
        elif word == "{" and len(self.around) >= _MOST_GROUPS:
            self.too_deep += 1
        elif word == "{":
            self._say(self.letters.rest())
            self.around.append((self.place, self.layout))
            self.place, self.layout = replace(self.place), replace(self.layout)
        elif word == "}":
            self._end_group()
        elif word == "*":
            self.is_starred = True
        else:
            self._word(word, token.number)
        if word != "*":
            self.is_starred = False

    def _word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            if self.place.into != "skip":
                self._say(self.letters.sign(number))
            self.passing = self.place.after_sign
            return
        if self.passing and (word in _SIGNS):
            self.passing -= 1
            return
        if self.is_starred and word not in STARRED:
            self.place.into = "skip"
        elif word in SKIPPED:
            self.pictures += word == "pict" and self.place.into == ""
            self.place.into = "skip"
        if self.place.into == "skip":
            return
        self._say(self.letters.rest())
        if sign := _SIGNS.get(word):
            self._say(sign)
        elif word in FRAMES:
            self.place.into = "frame"
        elif known := self.words.get(word):
            known(number)

    def _text(self, data: bytes) -> None:
        if self.passing:
            passed = min(self.passing, len(data))
            self.passing -= passed
            data = data[passed:]
        if data and self.place.into != "skip":
            before = self.letters.take(data, self.place.font)
            self._say(before)

    def _say(self, text: str) -> None:
        if not text:
            return
        place = self.place
        if place.into == "mark":
            self.mark.append(text)
        elif place.into == "instruction":
            self.instruction.append(text)
        elif place.into == "frame":
            self.framing.append(text)
        elif place.hidden or place.deleted:
            self.hidden += place.hidden and bool(text.strip())
            self.deleted += place.deleted and not place.hidden and bool(text.strip())
        elif place.into != "skip":
            run = Run(text, place.italic, place.bold, place.is_link, place.href)
            self.lines[-1].append(run)

    def _end_group(self) -> None:
        if self.too_deep:
            self.too_deep -= 1
            return
        self._say(self.letters.rest())
        ended = self.place
        if self.around:
            self.place, self.layout = self.around.pop()
        if ended.into == "frame" and self.place.into != "frame":
            self.framing.append("\n")
        if ended.into == "instruction" and self.place.into != "instruction":
            self._begin_link("".join(self.instruction))
            self.instruction.clear()

    def _begin_link(self, instruction: str) -> None:
        """Take what a field asks for: if it is a link, its result leads there."""
        found = _LINK.search(instruction)
        if found is not None:
            target = (found[1] or found[2] or "").strip()
            is_inside = "\\l" in instruction.partition('"')[0]
            self.place.is_link = True
            self.place.href = f"#{target}" if is_inside else target or None

    def end_paragraph(self) -> None:
        """Write the paragraph down that ends here, into its table if it stands in one."""
        self._say(self.letters.rest())
        lines, self.lines = self.lines, [[]]
        mark, self.mark = "".join(self.mark).strip()[:_LONGEST_MARK], []
        has_words = any(run.text.strip() for line in lines for run in line)
        into = self.tables.into(self.layout)
        if has_words:
            into.extend(self.writer.paragraph(lines, self._look(mark)))
        elif mark and into is not self.blocks:
            into.append(self.writer.block((Run(mark),), Kind.PARAGRAPH))
        into.extend(self.writer.picture("") for _ in range(self.pictures))
        self.pictures = 0

    def _look(self, mark: str) -> Look:
        outline = self.layout.outline
        is_heading = (
            self.layout.style in self.headings if outline is None else outline < _NOT_HEADING
        )
        if mark and (mark == _RING or not any(map(str.isalnum, mark))):
            return Look(bullet=bullet_of(mark, "symbol"), level=self.layout.level)
        return Look(is_heading, mark)


def _words_of(body: Body) -> dict[str, Callable[[int | None], None]]:
    """Return what each control word does that is no sign."""

    def marks(name: str) -> Callable[[int | None], None]:
        return lambda number: setattr(body.place, name, number != 0)

    def says(name: str, otherwise: int = 0) -> Callable[[int | None], None]:
        return lambda number: setattr(body.layout, name, otherwise if number is None else number)

    def goes(name: str) -> Callable[[int | None], None]:
        return lambda _: setattr(body.place, "into", name)

    def plain(_: int | None) -> None:
        body.place = Place(
            body.place.into,
            font=body.place.font,
            after_sign=body.place.after_sign,
            href=body.place.href,
            is_link=body.place.is_link,
        )

    return {
        "par": lambda _: _paragraph(body),
        "line": lambda _: body.lines.append([]),
        "pard": lambda _: setattr(body, "layout", Layout()),
        "plain": plain,
        "i": marks("italic"),
        "b": marks("bold"),
        "v": marks("hidden"),
        "deleted": marks("deleted"),
        "f": lambda number: setattr(body.place, "font", number),
        "uc": lambda number: setattr(body.place, "after_sign", max(0, number or 0)),
        "intbl": lambda _: setattr(body.layout, "in_table", True),
        "itap": says("depth", 1),
        "ilvl": says("level"),
        "outlinelevel": says("outline", _NOT_HEADING),
        "s": says("style"),
        "listtext": goes("mark"),
        "pntext": goes("mark"),
        "fldinst": goes("instruction"),
        "cell": lambda _: _cell(body),
        "nestcell": lambda _: _cell(body),
        "row": lambda _: body.tables.end_row(),
        "nestrow": lambda _: body.tables.end_row(),
        **{one: lambda _: _page(body) for one in _PAGES},
    }


def _paragraph(body: Body) -> None:
    if body.place.into == "frame":
        body.framing.append("\n")
    elif not body.place.deleted:
        body.end_paragraph()


def _cell(body: Body) -> None:
    body.end_paragraph()
    body.tables.end_cell()


def _page(body: Body) -> None:
    if body.place.into == "frame":
        return
    body.end_paragraph()
    body.writer.is_broken = True


def _read_heads(data: bytes, body: Body) -> None:
    """Take what stands before the text: the code page, the fonts' character sets, the styles of headings."""
    if page := re.search(rb"\\ansicpg(\d{3,5})", data[:4096]):
        body.letters.use_page(int(page[1]))
    for font, charset in re.findall(
        rb"\{\\f(\d{1,5})[^{}]{0,200}?\\fcharset(\d{1,3})", data[:500_000]
    ):
        body.letters.charsets[int(font)] = int(charset)
    for style, name in re.findall(
        rb"\{\\s(\d{1,5})\b[^{}]{0,1000}? ([^{}\\;]{1,60});\}", data[:500_000]
    ):
        if _HEADING.match(name.decode("latin-1").strip()):
            body.headings.add(int(style))

"""What a layout is made of: the parts of a page, before a writer makes HTML, Word, PDF or text of them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Span:
    """Words in one style: a stroke `\n` in them begins a new line; `note` is a footnote behind them.

    `colour` is six hexadecimal digits, or nothing for black.
    """

    text: str
    italic: bool = False
    bold: bool = False
    href: str | None = None
    is_underlined: bool = False
    note: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Para:
    """A paragraph, set in by so many steps, or a heading of a level."""

    spans: tuple
    indent: int = 0
    heading: int = 0


@dataclass(frozen=True)
class Item:
    """A line with a label; with the name of a series, the writer's own numbering prints the label.

    `style` is the form of each level's label, and `path` the numbers down to this item.
    """

    label: str
    spans: tuple
    path: tuple = (1,)
    style: tuple = ("1.",)
    series: str = ""


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells, each words, a tuple of parts, or a Cell; `widths` are shares of the page, or what
    Typst takes for one: "auto".

    A striped table has no rules and every second row shaded; a lined one has rules between rows alone. In PDF
    alone, cells have `inset` points of margin at their sides, and above and below, and columns are set as `aligned`
    says, "left", "right", "center".
    """

    rows: tuple
    widths: tuple = ()
    is_ruled: bool = True
    head: int = 0
    is_striped: bool = False
    is_lined: bool = False
    inset: tuple = (5, 5)
    aligned: tuple = ()

    def covered(self):
        """Yield each row, and before it whether a cell of a row above reaches over its first place."""
        below = 0
        for row in self.rows:
            yield bool(below), row
            below = below - 1 if below else getattr(row[0], "down", 1) - 1


@dataclass(frozen=True)
class Cell:
    """A cell that reaches over columns, or the first one of a row over rows below, which leave it out."""

    body: object
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Pair:
    """A term and what stands under it: a definition list."""

    term: tuple
    body: tuple


@dataclass(frozen=True)
class Quote:
    """Parts that are set in from both sides, from the left alone ("indent"), in a grey box, or behind a mail's marks."""

    body: tuple
    style: str = "inset"


@dataclass(frozen=True)
class Fold:
    """What a page of the web shows when its summary is pressed; on paper the summary is a heading."""

    summary: str
    body: tuple
    level: int = 2

    @property
    def head(self):
        """Return its summary as paper prints it."""
        return heading(self.level, self.summary)


@dataclass(frozen=True)
class Field:
    """A label with what it names, as the forms of web sites put them: on paper one below the other."""

    label: str
    body: tuple

    @property
    def head(self):
        """Return its label as paper prints it."""
        return para(self.label, bold=True)


@dataclass(frozen=True)
class Control:
    """Parts that Word keeps in a content control of a form; elsewhere they are only parts."""

    name: str
    body: tuple


@dataclass(frozen=True)
class Contents:
    """A list of the headings of a level, with their pages where the writer knows of pages."""

    titles: tuple
    level: int = 2


@dataclass(frozen=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True)
class Break:
    """The start of a new page."""


@dataclass(frozen=True)
class Look:
    """How pages look: font, size in points, columns of text, what stands on each page's edges.

    `mail` holds the headers of a mail: names and values; `site` says what stands around a page of the web:
    what a site of today has ("new"), or one of twenty years ago ("old"). `leading` and `spacing` are the
    blanks between lines and paragraphs of a PDF, in sizes of the font: 1.5 sets lines double spaced.
    """

    font: str = "serif"
    size: float = 11
    paper: tuple = (210, 297)
    margin: int = 22
    columns: int = 1
    header: str = ""
    footer: str = ""
    is_justified: bool = False
    menu: tuple = ()
    mail: tuple = ()
    site: str = ""
    leading: float = 0.65
    spacing: float = 1.2


@dataclass(frozen=True)
class Made:
    """A document of a layout, and the truth about it."""

    parts: tuple
    truth: dict
    look: Look = field(default_factory=Look)


def para(*words, indent=0, italic=False, bold=False):
    """Return a paragraph of words and spans."""
    return Para(spans(*words, italic=italic, bold=bold), indent=indent)


def heading(level, words):
    """Return a heading."""
    return Para(spans(words), heading=level)


def spans(*words, italic=False, bold=False):
    """Return spans: strings in the style named, spans as they are."""
    return tuple(
        one if isinstance(one, Span) else Span(one, italic=italic, bold=bold) for one in words
    )


def notes_of(parts):
    """Yield the footnotes of parts, in their order."""
    for part in parts:
        for span in getattr(part, "spans", ()):
            if span.note:
                yield span.note
        yield from notes_of(_inner(part))


def _inner(part):
    if isinstance(part, Grid):
        cells = (cell.body if isinstance(cell, Cell) else cell for row in part.rows for cell in row)
        return tuple(one for cell in cells if not isinstance(cell, str) for one in cell)
    return getattr(part, "body", ())


def text_of(spans_of_it):
    """Return the words of spans."""
    return "".join(span.text for span in spans_of_it)

"""A layout's parts as an OpenDocument text, as ministries and bodies of Scotland and Wales publish them."""

from functools import singledispatchmethod
from html import escape

from tests.support.layouts import labels
from tests.support.layouts.listing import Listing, gathered
from tests.support.layouts.nodes import (
    Break,
    Cell,
    Contents,
    Control,
    Field,
    Fold,
    Grid,
    Item,
    Pair,
    Quote,
    Rule,
)
from tests.support.open_document import list_style, look, open_document, said

_FORMS = {"decimal": "1", "lowerLetter": "a", "lowerRoman": "i"}
_LOOKS = {
    "I": {"fo_font_style": "italic"},
    "B": {"fo_font_weight": "bold"},
    "U": {"style_text_underline_style": "solid"},
}
_COVERED = "<table:covered-table-cell/>"
_NEW_PAGE = (
    '<style:style style:name="NewPage" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
)


def open_text(made):
    """Return the bytes of the file."""
    file = _File()
    body = file.parts(made.parts)
    styles = _NEW_PAGE + "".join(look(name, **properties) for name, properties in _LOOKS.items())
    styles += "".join(_series(name, style) for style, name in file.series.items())
    head, foot = (
        f"<style:{name}>{said(escape(words))}</style:{name}>" if words else ""
        for name, words in (("header", made.look.header), ("footer", made.look.footer))
    )
    return open_document(body, styles=styles, page=head + foot)


class _File:
    """A text while it is written: the styles of its lists, and how many notes it has."""

    def __init__(self):
        self.series = {}
        self.notes = 0

    def parts(self, parts):
        return "".join(map(self.part, gathered(parts)))

    @singledispatchmethod
    def part(self, part):
        words = self.spans(part.spans)
        if part.heading:
            return f'<text:h text:outline-level="{part.heading}">{words}</text:h>'
        return said(words)

    @part.register(Break)
    def _break(self, _):
        return said("", "NewPage")

    @part.register(Rule)
    def _rule(self, _):
        return said("")

    @part.register(Fold)
    @part.register(Field)
    def _headed(self, part):
        return self.part(part.head) + self.parts(part.body)

    @part.register(Control)
    @part.register(Quote)
    def _only_its_parts(self, part):
        return self.parts(part.body)

    @part.register(Pair)
    def _pair(self, pair):
        return said(self.spans(pair.term)) + self.parts(pair.body)

    @part.register(Contents)
    def _contents(self, contents):
        lines = (
            said(f"{escape(title)}<text:tab/>{number + 2}")
            for number, title in enumerate(contents.titles)
        )
        inner = f"<text:index-body>{''.join(lines)}</text:index-body>"
        return f'<text:table-of-content text:name="Contents">{inner}</text:table-of-content>'

    @part.register(Item)
    def _item(self, item):
        return said(f"{escape(item.label)} {self.spans(item.spans)}")

    @part.register(Listing)
    def _listing(self, listing):
        first = listing.first
        name = self.series.setdefault(first.style, f"L{len(self.series) + 1}")
        inside = self.items(listing)
        # A list that begins below the first level stands in lists that say nothing.
        for _ in first.path[1:]:
            inside = f"<text:list-item><text:list>{inside}</text:list></text:list-item>"
        return f'<text:list text:style-name="{name}">{inside}</text:list>'

    @part.register(Grid)
    def _grid(self, grid):
        rows = []
        for is_covered, row in grid.covered():
            cells = _COVERED * is_covered + "".join(map(self.cell, row))
            rows.append(f"<table:table-row>{cells}</table:table-row>")
        head, rest = "".join(rows[: grid.head]), "".join(rows[grid.head :])
        head = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
        return f"<table:table>{head}{rest}</table:table>"

    def cell(self, one):
        if isinstance(one, Cell):
            reach = f' table:number-columns-spanned="{one.across}" table:number-rows-spanned="{one.down}"'
            covered = _COVERED * (one.across - 1)
            return f"<table:table-cell{reach}>{self.body(one.body)}</table:table-cell>{covered}"
        return f"<table:table-cell>{self.body(one)}</table:table-cell>"

    def body(self, body):
        return said(escape(body)) if isinstance(body, str) else self.parts(body)

    def items(self, listing):
        start = f' text:start-value="{listing.first.path[-1]}"'
        written = []
        for item, below in listing.items:
            lists = "".join(f"<text:list>{self.items(one)}</text:list>" for one in below)
            inside = said(self.spans(item.spans)) + lists
            written.append(f"<text:list-item{start}>{inside}</text:list-item>")
            start = ""
        return "".join(written)

    def spans(self, spans):
        return "".join(map(self.span, spans))

    def span(self, span):
        words = "<text:line-break/>".join(map(_spaced, span.text.split("\n")))
        for name, is_so in (("I", span.italic), ("B", span.bold), ("U", span.is_underlined)):
            words = f'<text:span text:style-name="{name}">{words}</text:span>' if is_so else words
        words += self.note(span.note) if span.note else ""
        return f'<text:a xlink:href="{escape(span.href)}">{words}</text:a>' if span.href else words

    def note(self, words):
        self.notes += 1
        citation = f"<text:note-citation>{self.notes}</text:note-citation>"
        body = f"<text:note-body>{said(escape(words))}</text:note-body>"
        return f'<text:note text:note-class="footnote">{citation}{body}</text:note>'


def _spaced(words):
    # Of several spaces OpenDocument keeps one: the others are elements.
    return escape(words).replace("  ", " <text:s/>")


def _series(name, style):
    return list_style(name, *map(_level, style))


def _level(form):
    automatic = labels.automatic(form)
    if automatic in (None, "bullet"):
        return "•"
    mark = labels.mark_of(form)
    prefix, _, suffix = form.partition(mark)
    return (_FORMS[automatic], prefix, suffix, 1)

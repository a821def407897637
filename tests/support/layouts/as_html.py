"""A layout's parts as a web page."""

import re
from functools import singledispatch
from html import escape
from itertools import count

from tests.support.layouts import labels
from tests.support.layouts.around_html import PAGES
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
    notes_of,
    text_of,
)

# Stands for a footnote's number until the whole page is there.
_MARK = "\ue000"
_TYPES = {"decimal": "1", "lowerLetter": "a", "lowerRoman": "i"}


def html(made):
    """Return the page as text."""
    numbers = count(1)
    main = re.sub(_MARK, lambda _: str(next(numbers)), _parts(made.parts))
    return PAGES[made.look.site](main + _notes(made), made.look)


def _notes(made):
    notes = "".join(f"<li><p>{escape(note)}</p></li>" for note in notes_of(made.parts))
    return f'\n<section class="footnotes"><ol>{notes}</ol></section>' if notes else ""


def _parts(parts):
    return "\n".join(filter(None, map(_part, gathered(parts))))


@singledispatch
def _part(part):
    tag = f"h{part.heading}" if part.heading else "p"
    return f"<{tag}>{_spans(part.spans)}</{tag}>"


@_part.register(Break)
@_part.register(Rule)
def _break(_):
    return "<hr>"


@_part.register(Fold)
def _fold(fold):
    summary = f"<summary>{escape(fold.summary)}</summary>"
    return f"<details>{summary}<div>{_parts(fold.body)}</div></details>"


@_part.register(Field)
def _field(field):
    label = f'<div class="field__label">{escape(field.label)}</div>'
    return f'<div class="field">{label}<div class="field__item">{_parts(field.body)}</div></div>'


@_part.register(Control)
def _control(control):
    return _parts(control.body)


@_part.register(Contents)
def _contents(contents):
    lines = (
        f'<li><a href="#part{n}">{escape(one)}</a></li>' for n, one in enumerate(contents.titles)
    )
    return f"<ul>{''.join(lines)}</ul>"


@_part.register(Pair)
def _pair(pair):
    return f"<dl><dt>{_spans(pair.term)}</dt><dd>{_parts(pair.body)}</dd></dl>"


@_part.register(Quote)
def _quote(quote):
    if quote.style == "boxed":
        return f'<div class="box" style="background: #e6e6e6">{_parts(quote.body)}</div>'
    if quote.style == "indent":
        return f'<div style="margin-left: 3em">{_parts(quote.body)}</div>'
    return f"<blockquote>{_parts(quote.body)}</blockquote>"


@_part.register(Item)
def _item(item):
    return f'<p class="level{len(item.path)}">{escape(item.label)} {_spans(item.spans)}</p>'


@_part.register(Listing)
def _list(listing):
    form = labels.automatic(listing.first.style[len(listing.first.path) - 1])
    items = "".join(
        f"<li>{_spans(item.spans)}{''.join(map(_list, below))}</li>"
        for item, below in listing.items
    )
    if form == "bullet":
        return f"<ul>{items}</ul>"
    start = listing.first.path[-1]
    from_start = f' start="{start}"' if start > 1 else ""
    return f'<ol type="{_TYPES[form]}"{from_start}>{items}</ol>'


@_part.register(Grid)
def _table(grid):
    rows = []
    for number, row in enumerate(grid.rows):
        tag = "th" if number < grid.head else "td"
        rows.append("".join(f"<{tag}{_reach(cell)}>{_cell(cell)}</{tag}>" for cell in row))
    border = ' border="1"' if grid.is_ruled else ""
    return f"<table{border}>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _reach(cell):
    if not isinstance(cell, Cell):
        return ""
    across = f' colspan="{cell.across}"' if cell.across > 1 else ""
    return across + (f' rowspan="{cell.down}"' if cell.down > 1 else "")


def _cell(cell):
    if isinstance(cell, Cell):
        return _cell(cell.body)
    if isinstance(cell, str):
        return escape(cell)
    if len(cell) == 1 and getattr(cell[0], "heading", 1) == 0:
        return _spans(cell[0].spans)
    return _parts(cell)


def _spans(spans):
    return "".join(map(_span, spans)) if text_of(spans) else ""


def _span(span):
    words = escape(span.text).replace("\n", "<br>")
    words = f"<em>{words}</em>" if span.italic else words
    words = f"<strong>{words}</strong>" if span.bold else words
    words = f"<u>{words}</u>" if span.is_underlined else words
    words = f'<span style="color: #{span.colour}">{words}</span>' if span.colour else words
    words += f"<sup>{_MARK}</sup>" if span.note else ""
    return f'<a href="{escape(span.href)}">{words}</a>' if span.href else words

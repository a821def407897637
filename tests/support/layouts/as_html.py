"""A layout's parts as a web page."""

from functools import singledispatch
from html import escape

from tests.support.layouts import labels
from tests.support.layouts.listing import Listing, gathered
from tests.support.layouts.nodes import Break, Grid, Item, Pair, Quote, text_of

_TYPES = {"decimal": "1", "lowerLetter": "a", "lowerRoman": "i"}


def html(made):
    """Return the page as text."""
    look = made.look
    menu = "".join(f'<li><a href="#{one}">{escape(one)}</a></li>' for one in look.menu)
    nav = f"<nav><ul>{menu}</ul></nav>" if menu else ""
    head = f"<header><p>{escape(look.header)}</p>{nav}</header>" if look.header or menu else ""
    foot = f"<footer><p>{escape(look.footer)}</p></footer>" if look.footer else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Log</title></head>\n'
        f"<body>{head}\n<main>\n{_parts(made.parts)}\n</main>\n{foot}</body>\n</html>\n"
    )


def _parts(parts):
    return "\n".join(filter(None, map(_part, gathered(parts))))


@singledispatch
def _part(part):
    tag = f"h{part.heading}" if part.heading else "p"
    return f"<{tag}>{_spans(part.spans)}</{tag}>"


@_part.register(Break)
def _break(_):
    return "<hr>"


@_part.register(Pair)
def _pair(pair):
    return f"<dl><dt>{_spans(pair.term)}</dt><dd>{_parts(pair.body)}</dd></dl>"


@_part.register(Quote)
def _quote(quote):
    if quote.style == "boxed":
        return f'<div class="box" style="background: #e6e6e6">{_parts(quote.body)}</div>'
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
        rows.append("".join(f"<{tag}>{_cell(cell)}</{tag}>" for cell in row))
    border = ' border="1"' if grid.is_ruled else ""
    return f"<table{border}>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _cell(cell):
    if isinstance(cell, str):
        return escape(cell)
    if len(cell) == 1 and getattr(cell[0], "heading", 1) == 0:
        return _spans(cell[0].spans)
    return _parts(cell)


def _spans(spans):
    return "".join(map(_span, spans)) if text_of(spans) else ""


def _span(span):
    words = escape(span.text)
    words = f"<em>{words}</em>" if span.italic else words
    words = f"<strong>{words}</strong>" if span.bold else words
    return f'<a href="{escape(span.href)}">{words}</a>' if span.href else words

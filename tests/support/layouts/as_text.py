"""A layout's parts as Markdown, and as plain text."""

from functools import singledispatch

from tests.support.layouts.nodes import Break, Field, Fold, Grid, Item, Pair, Quote, Rule, text_of


def markdown(made):
    """Return the document as Markdown."""
    return "\n\n".join(filter(None, (_marked(part) for part in made.parts))) + "\n"


def plain_text(made):
    """Return the document as lines of text; tables are pieces of lines with tabs between them."""
    return "\n\n".join(filter(None, (_plain(part) for part in made.parts))) + "\n"


@singledispatch
def _marked(part):
    marks = "#" * part.heading
    return f"{marks} {text_of(part.spans)}" if marks else _spans(part.spans)


@_marked.register(Break)
@_marked.register(Rule)
def _marked_rule(_):
    return "---"


@_marked.register(Fold)
def _marked_fold(fold):
    return "\n\n".join(map(_marked, (fold.head, *fold.body)))


@_marked.register(Field)
def _marked_field(field):
    return "\n\n".join([f"**{field.label}**", *map(_marked, field.body)])


@_marked.register(Pair)
def _marked_pair(pair):
    return f"**{text_of(pair.term)}**\n\n" + "\n\n".join(map(_marked, pair.body))


@_marked.register(Quote)
def _marked_quote(quote):
    return "\n>\n".join(f"> {_marked(one)}" for one in quote.body)


@_marked.register(Item)
def _marked_item(item):
    return f"{'   ' * (len(item.path) - 1)}{item.label} {_spans(item.spans)}"


@_marked.register(Grid)
def _piped(grid):
    rows = [[_cell(cell) for cell in row] for row in grid.rows]
    ruled = ["---"] * len(rows[0])
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ruled, *rows[1:]))


def _cell(cell):
    return (
        cell if isinstance(cell, str) else "<br>".join(map(_marked, cell)).replace("  \n", "<br>")
    )


def _spans(spans):
    return "".join(map(_span, spans))


def _span(span):
    words = span.text.replace("\n", "  \n")
    words = f"*{words}*" if span.italic else words
    words = f"**{words.strip()}** " if span.bold else words
    return f"[{words}]({span.href})" if span.href else words


def _plain(part):
    if isinstance(part, Break | Rule):
        return "" if isinstance(part, Break) else "-" * 60
    if isinstance(part, Grid):
        return "\n".join("\t".join(map(_plain_cell, row)) for row in part.rows)
    if isinstance(part, Pair):
        return f"{text_of(part.term)}\n" + "\n\n".join(map(_plain, part.body))
    if isinstance(part, Quote):
        mark = ">" if part.style == "mail" else "   "
        return f"\n{mark.rstrip()}\n".join(_marked_lines(mark, _plain(one)) for one in part.body)
    if isinstance(part, Item):
        return f"{'   ' * (len(part.path) - 1)}{part.label} {text_of(part.spans)}"
    return text_of(part.spans)


def _marked_lines(mark, words):
    return "\n".join(f"{mark} {line}" for line in words.split("\n"))


def _plain_cell(cell):
    return cell if isinstance(cell, str) else "\n".join(map(_plain, cell))

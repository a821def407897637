"""A layout's parts as Markdown, and as plain text."""

from tests.support.layouts.nodes import Break, Field, Fold, Grid, Item, Pair, Quote, Rule, text_of


def markdown(made):
    """Return the document as Markdown."""
    return "\n\n".join(filter(None, (_marked(part) for part in made.parts))) + "\n"


def plain_text(made):
    """Return the document as lines of text; tables are pieces of lines with tabs between them."""
    return "\n\n".join(filter(None, (_plain(part) for part in made.parts))) + "\n"


def _marked(part):
    if isinstance(part, Break | Rule):
        return "---"
    if isinstance(part, Grid):
        return _piped(part)
    if isinstance(part, Fold):
        return f"{'#' * part.level} {part.summary}\n\n" + "\n\n".join(map(_marked, part.body))
    if isinstance(part, Field):
        return f"**{part.label}**\n\n" + "\n\n".join(map(_marked, part.body))
    if isinstance(part, Pair):
        return f"**{text_of(part.term)}**\n\n" + "\n\n".join(map(_marked, part.body))
    if isinstance(part, Quote):
        return "\n>\n".join(f"> {_marked(one)}" for one in part.body)
    if isinstance(part, Item):
        return f"{'   ' * (len(part.path) - 1)}{part.label} {_spans(part.spans)}"
    marks = "#" * part.heading
    return f"{marks} {text_of(part.spans)}" if marks else _spans(part.spans)


def _piped(grid):
    rows = [[_cell(cell) for cell in row] for row in grid.rows]
    ruled = ["---"] * len(rows[0])
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ruled, *rows[1:]))


def _cell(cell):
    return cell if isinstance(cell, str) else "<br>".join(map(_marked, cell)).replace("  \n", "<br>")


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
        return "\n\n".join(f"    {_plain(one)}" for one in part.body)
    if isinstance(part, Item):
        return f"{'   ' * (len(part.path) - 1)}{part.label} {text_of(part.spans)}"
    return text_of(part.spans)


def _plain_cell(cell):
    return cell if isinstance(cell, str) else "\n".join(map(_plain, cell))

"""A layout's parts as PDF by Typst: tagged, and without its tags."""

import io
import json
from functools import cache, singledispatch
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import typst

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

# Only fonts that come with the packages: a figure must be the same on every machine.
_FAMILIES = {
    "serif": "Libertinus Serif",
    "sans": "Source Sans Pro",
    "computer": "New Computer Modern",
    "mono": "DejaVu Sans Mono",
}
_FACES = ("Regular", "It", "Bold", "BoldIt")


def tagged(made, *, rules="0.5pt"):
    """Return the bytes of a tagged PDF; `rules` is how its ruling lines are drawn."""
    return typst.compile(
        _document(made).replace("stroke: 0.5pt", f"stroke: {rules}").encode(),
        format="pdf",
        font_paths=[Path(_fonts().name)],
        ignore_system_fonts=True,
    )


def untagged(data):
    """Return the bytes of a tagged PDF with the tree of its structure taken away."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name in ("/StructTreeRoot", "/MarkInfo"):
            if name in pdf.Root:
                del pdf.Root[name]
        pdf.remove_unreferenced_resources()
        pdf.save(file)
    return file.getvalue()


@cache
def _fonts():
    """Return a folder of four faces; the package holds each twice, and weights that nobody needs."""
    folder = TemporaryDirectory(prefix="layout-fonts-")
    for face in _FACES:
        name = f"SourceSansPro-{face}.ttf"
        data = files("font_source_sans_pro").joinpath("files", name).read_bytes()
        Path(folder.name, name).write_bytes(data)
    return folder


def _document(made):
    look = made.look
    width, height = look.paper
    footer = f"[{_text(look.footer)} #h(1fr) #context counter(page).display()]"
    return "\n".join(
        [
            f"#set page(width: {width}mm, height: {height}mm, margin: {look.margin}mm,"
            f" columns: {look.columns},"
            f" header: {f'[{_text(look.header)}]' if look.header else 'none'},"
            f" footer: {footer if look.footer else 'none'})",
            f'#set text(font: "{_FAMILIES[look.font]}", size: {look.size}pt, lang: "en", region: "GB")',
            f"#set par(justify: {str(look.is_justified).lower()}, leading: {look.leading}em, spacing: {look.spacing}em)",
            "#show link: set text(fill: blue)",
            f"#{{\n{_parts(made.parts)}\n}}",
        ]
    )


def _parts(parts):
    return "\n".join(map(_part, gathered(parts)))


@singledispatch
def _part(part):
    if part.heading:
        return f"heading(level: {part.heading}, {_spans(part.spans)})"
    inner = f"par({_spans(part.spans)})"
    return f"pad(left: {part.indent * 1.5}em, {inner})" if part.indent else inner


@_part.register(Break)
def _break(_):
    return "pagebreak(weak: true)"


@_part.register(Rule)
def _rule(_):
    return "line(length: 100%, stroke: 0.5pt)"


@_part.register(Fold)
def _fold(fold):
    return f"heading(level: {fold.level}, {_text(fold.summary)[1:]})\n{_parts(fold.body)}"


@_part.register(Field)
def _field(field):
    label = f"block(strong({_quoted(field.label)}), sticky: true)"
    return f"{label}\n{_parts(field.body)}"


@_part.register(Control)
def _control(control):
    return _parts(control.body)


@_part.register(Contents)
def _contents(contents):
    return f"outline(title: none, target: heading.where(level: {contents.level}))"


@_part.register(Pair)
def _pair(pair):
    body = _parts(pair.body)
    return f"block(strong({_spans(pair.term)}), sticky: true)\npad(left: 2em, {{\n{body}\n}})"


@_part.register(Quote)
def _quote(quote):
    if quote.style == "boxed":
        return f"block(fill: luma(230), inset: 8pt, width: 100%, {{\n{_parts(quote.body)}\n}})"
    side = "left" if quote.style == "indent" else "x"
    return f"pad({side}: 3em, {{\n{_parts(quote.body)}\n}})"


@_part.register(Item)
def _item(item):
    label = _quoted(f"{item.label} ")
    inner = f"par(hanging-indent: 1.5em, {{ text({label}); {_spans(item.spans)} }})"
    return f"pad(left: {1.5 * (len(item.path) - 1)}em, {inner})"


@_part.register(Listing)
def _list(listing):
    names = ", ".join(_quoted(item.label) for item, _ in listing.items)
    items = ", ".join(
        f"enum.item({number})[#{{ {_spans(item.spans)}; {'; '.join(map(_list, below))} }}]"
        for number, (item, below) in enumerate(listing.items, start=1)
    )
    return f"enum(numbering: n => ({names},).at(n - 1), {items})"


@_part.register(Grid)
def _table(grid):
    count = len(grid.rows[0])
    columns = ", ".join(map(_width, grid.widths or (1,) * count))
    stroke = "0.5pt" if grid.is_ruled else "none"
    stroke = "(x, y) => (top: 0.5pt, bottom: 0.5pt)" if grid.is_lined else stroke
    fill = "(x, y) => if calc.odd(y) { luma(232) }" if grid.is_striped else "none"
    rows = [", ".join(map(_cell, row)) for row in grid.rows]
    head = f"table.header({', '.join(rows[: grid.head])}), " if grid.head else ""
    aligned = f"align: ({', '.join(grid.aligned)},), " if grid.aligned else ""
    inset = "(x: {}pt, y: {}pt)".format(*grid.inset)
    looks = f"stroke: {stroke}, fill: {fill}, inset: {inset}, {aligned}"
    return f"table(columns: ({columns},), {looks}{head}{', '.join(rows[grid.head :])})"


def _width(share):
    return share if isinstance(share, str) else f"{share}fr"


def _cell(cell):
    if isinstance(cell, Cell):
        reach = f"colspan: {cell.across}, rowspan: {cell.down}"
        return f"table.cell({reach}, {_cell(cell.body)})"
    return f"[#{_quoted(cell)}]" if isinstance(cell, str) else f"[#{{\n{_parts(cell)}\n}}]"


def _spans(spans):
    return f"{{ {'; '.join(map(_span, spans))} }}"


def _span(span):
    lines = (f"text({_quoted(line)})" for line in span.text.split("\n"))
    words = f"{{ {'; linebreak(); '.join(lines)} }}"
    words = f"emph({words})" if span.italic else words
    words = f"strong({words})" if span.bold else words
    words = f"underline({words})" if span.is_underlined else words
    words = f'text(fill: rgb("{span.colour}"), {words})' if span.colour else words
    words = f"{{ {words}; footnote({_quoted(span.note)}) }}" if span.note else words
    return f"link({_quoted(span.href)}, {words})" if span.href else words


def _text(words):
    return f"#{_quoted(words)}"


def _quoted(words):
    # A string of JSON is one of Typst's as long as it escapes nothing but quotes and strokes.
    return json.dumps(words, ensure_ascii=False)

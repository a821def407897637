"""A layout's parts as a Word file: automatic numbers stand in its numbering part alone."""

import re
from html import escape

from tests.support.layouts import labels
from tests.support.layouts.nodes import Break, Grid, Item, Pair, Quote
from tests.support.word_files import cell, paragraph, run, table, word_file

_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in range(1, 5)
)
_QUOTED = {
    "inset": '<w:ind w:left="720" w:right="720"/>',
    "boxed": '<w:shd w:val="clear" w:fill="E6E6E6"/>',
    "mail": '<w:ind w:left="360"/>',
}
_FORMS = {"1": "decimal", "a": "lowerLetter", "i": "lowerRoman", "A": "upperLetter", "•": "bullet"}


def word(made):
    """Return the bytes of the file."""
    file = _File()
    body = file.parts(made.parts)
    furniture = {
        name: paragraph(escape(words))
        for name, words in (("header", made.look.header), ("footer", made.look.footer))
        if words
    }
    if file.series:
        furniture["numbering"] = _numbering(file.series)
    return word_file(body, links=file.links, styles=_STYLES, **furniture)


class _File:
    """A Word file while it is written: its links, and its series of numbers."""

    def __init__(self):
        self.links = {}
        self.series = {}

    def parts(self, parts):
        return "".join(map(self.part, parts))

    def part(self, part):
        if isinstance(part, Break):
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        if isinstance(part, Grid):
            return table(*([cell(self.cell(one)) for one in row] for row in part.rows))
        if isinstance(part, Pair):
            return paragraph(self.spans(part.term)) + self.parts(part.body)
        if isinstance(part, Quote):
            return _within(self.parts(part.body), _QUOTED[part.style])
        if isinstance(part, Item):
            return self.item(part)
        style = f"Heading{part.heading}" if part.heading else None
        return paragraph(self.spans(part.spans), style=style)

    def item(self, part):
        if not part.series:
            return paragraph(run(f"{escape(part.label)} ") + self.spans(part.spans))
        number, _ = self.series.setdefault(part.series, (len(self.series) + 1, part.style))
        return paragraph(self.spans(part.spans), number=number, level=len(part.path) - 1)

    def cell(self, one):
        if isinstance(one, str):
            return escape(one)
        # A cell ends with a paragraph: Word calls a file damaged in which it ends with a table.
        return self.parts(one) + ("<w:p/>" if isinstance(one[-1], Grid) else "")

    def spans(self, spans):
        return "".join(map(self.span, spans))

    def span(self, span):
        looks = ("<w:i/>" if span.italic else "") + ("<w:b/>" if span.bold else "")
        words = run(escape(span.text), looks)
        if span.href is None:
            return words
        name = f"link{len(self.links) + 1}"
        self.links[name] = span.href
        return f'<w:hyperlink r:id="{name}">{words}</w:hyperlink>'


def _within(written, looks):
    """Return paragraphs with these properties besides their own."""
    bare = written.replace("<w:p><w:r>", "<w:p><w:pPr></w:pPr><w:r>")
    return bare.replace("</w:pPr>", f"{looks}</w:pPr>")


def _numbering(series):
    written = [
        f'<w:abstractNum w:abstractNumId="{number}">{_levels(style)}</w:abstractNum>'
        for number, style in series.values()
    ]
    written += [
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _ in series.values()
    ]
    return "".join(written)


def _levels(style):
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_form(form)}"/>'
        f'<w:lvlText w:val="{_text(form, level)}"/></w:lvl>'
        for level, form in enumerate(style)
    )


def _form(form):
    return "decimal" if form == "1.1" else _FORMS[labels.mark_of(form)]


def _text(form, level):
    if form == "1.1":
        return ".".join(f"%{place + 1}" for place in range(level + 1))
    if form == "•":
        return form
    return re.sub(
        rf"(?<![A-Za-z]){labels.mark_of(form)}(?![A-Za-z])", f"%{level + 1}", form, count=1
    )

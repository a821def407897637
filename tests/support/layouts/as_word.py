"""A layout's parts as a Word file: automatic numbers stand in its numbering part alone."""

import re
from functools import singledispatchmethod
from html import escape

from tests.support.layouts import labels
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
    "indent": '<w:ind w:left="720"/>',
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
    if file.notes:
        furniture["footnotes"] = "".join(file.notes)
    if file.series:
        furniture["numbering"] = _numbering(file.series)
    return word_file(body, links=file.links, styles=_STYLES, **furniture)


class _File:
    """A Word file while it is written: its links, and its series of numbers."""

    def __init__(self):
        self.links = {}
        self.series = {}
        self.notes = []

    def parts(self, parts):
        return "".join(map(self.part, parts))

    @singledispatchmethod
    def part(self, part):
        style = f"Heading{part.heading}" if part.heading else None
        return paragraph(self.spans(part.spans), style=style)

    @part.register(Break)
    def _break(self, _):
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    @part.register(Rule)
    def _rule(self, _):
        border = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
        return f"<w:p><w:pPr><w:pBdr>{border}</w:pBdr></w:pPr></w:p>"

    @part.register(Fold)
    @part.register(Field)
    def _headed(self, part):
        return self.part(part.head) + self.parts(part.body)

    @part.register(Control)
    def _control(self, control):
        name = escape(control.name)
        properties = f'<w:alias w:val="{name}"/><w:tag w:val="{name}"/>'
        inner = self.parts(control.body)
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    @part.register(Contents)
    def _contents(self, contents):
        # Word keeps the pages of the last time that the list was made: any that ascend will do.
        lines = (
            paragraph(run(escape(title)) + "<w:r><w:tab/></w:r>" + run(str(number + 2)))
            for number, title in enumerate(contents.titles)
        )
        return "".join(lines)

    @part.register(Pair)
    def _pair(self, pair):
        return paragraph(self.spans(pair.term)) + self.parts(pair.body)

    @part.register(Quote)
    def _quote(self, quote):
        return _within(self.parts(quote.body), _QUOTED[quote.style])

    @part.register(Grid)
    def _grid(self, grid):
        rows = []
        for is_covered, row in grid.covered():
            merged = [cell("", "<w:vMerge/>")] * is_covered
            rows.append([*merged, *map(self._merged, row)])
        return table(*rows)

    def _merged(self, one):
        if not isinstance(one, Cell):
            return cell(self.cell(one))
        across = f'<w:gridSpan w:val="{one.across}"/>' if one.across > 1 else ""
        down = '<w:vMerge w:val="restart"/>' if one.down > 1 else ""
        return cell(self.cell(one.body), across + down)

    @part.register(Item)
    def _item(self, part):
        if not part.series:
            return paragraph(run(f"{escape(part.label)} ") + self.spans(part.spans))
        number, _ = self.series.setdefault(part.series, (len(self.series) + 1, part.style))
        return paragraph(self.spans(part.spans), number=number, level=len(part.path) - 1)

    def cell(self, one):
        if isinstance(one, str):
            return escape(one)
        # A cell ends with a paragraph: Word calls a file damaged in which it ends with a table.
        return self.parts(one) + ("<w:p/>" if one and isinstance(one[-1], Grid) else "")

    def spans(self, spans):
        return "".join(map(self.span, spans))

    def span(self, span):
        looks = ("<w:i/>" if span.italic else "") + ("<w:b/>" if span.bold else "")
        looks += f'<w:color w:val="{span.colour}"/>' if span.colour else ""
        looks += '<w:u w:val="single"/>' if span.is_underlined else ""
        lines = (run(escape(line), looks) for line in span.text.split("\n"))
        words = "<w:r><w:br/></w:r>".join(lines)
        words += self.note(span.note) if span.note else ""
        if span.href is None:
            return words
        name = f"link{len(self.links) + 1}"
        self.links[name] = span.href
        return f'<w:hyperlink r:id="{name}">{words}</w:hyperlink>'

    def note(self, words):
        number = len(self.notes) + 1
        self.notes.append(f'<w:footnote w:id="{number}">{paragraph(escape(words))}</w:footnote>')
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


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

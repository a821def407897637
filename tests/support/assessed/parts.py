"""The parts that layouts are made of, written as HTML, Markdown, DOCX or PDF."""

import html
import io
import itertools
import json
import textwrap

import docx
import typst

from tests.support.layouts.as_pdf import untagged


def as_html(parts):
    """Return parts as a page: ("h", text), ("p", text), ("li", [texts]), ("table", rows)."""
    return (
        f"<!doctype html><html><body>{''.join(_html(*one) for one in parts)}</body></html>".encode()
    )


def _html(kind, given):
    if kind == "columns":
        told = "".join(_html(*one) for column in given for one in column)
        return f'<div style="columns: 2">{told}</div>'
    if kind == "table":
        rows = "".join(
            f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in given
        )
        return f"<table>{rows}</table>"
    if kind == "li":
        return f"<ul>{''.join(f'<li>{html.escape(one)}</li>' for one in given)}</ul>"
    tag = {"h": "h2", "h3": "h3", "p": "p"}[kind]
    return f"<{tag}>{html.escape(given)}</{tag}>"


def as_docx(parts, *, header=""):
    """Return parts as a Word document, with a line at the head of its pages."""
    document = docx.Document()
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for kind, given in _one_below_the_other(parts):
        if kind == "table":
            table = document.add_table(rows=0, cols=len(given[0]))
            for row in given:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif kind == "li":
            for one in given:
                document.add_paragraph(one, style="List Bullet")
        elif kind in ("h", "h3"):
            document.add_heading(given, level=1 if kind == "h" else 2)
        else:
            document.add_paragraph(given)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _one_below_the_other(parts):
    for kind, given in parts:
        yield from (
            (one for column in given for one in column) if kind == "columns" else [(kind, given)]
        )


def as_text(parts, *, bullet="- "):
    """Return parts as text with an empty line between them; a table's cells between bars."""
    lines = []
    for kind, given in parts:
        if kind == "columns":
            lines.append(_beside(*(as_text(column).decode() for column in given)))
        elif kind == "table":
            head, *rows = (f"| {' | '.join(row)} |" for row in given)
            lines.append("\n".join([head, "|---" * len(given[0]) + "|", *rows]))
        elif kind == "li":
            lines.append("\n".join(f"{bullet}{one}" for one in given))
        else:
            lines.append(given)
    return "\n\n".join(lines).encode()


def _beside(left, right, *, width=46):
    """Return two texts as columns beside each other, as a printer of pages without any structure gives them."""
    wrapped = [
        [line for one in text.split("\n") for line in textwrap.wrap(one, width) or [""]]
        for text in (left, right)
    ]
    return "\n".join(
        f"{first:<{width + 4}}{second}".rstrip()
        for first, second in itertools.zip_longest(*wrapped, fillvalue="")
    )


def as_pdf(parts):
    """Return parts as a tagged PDF."""
    document = "\n\n".join(_typeset(*one) for one in parts)
    return typst.compile(
        f'#set text(font: "Libertinus Serif", lang: "en")\n{document}'.encode(),
        format="pdf",
        ignore_system_fonts=True,
    )


def as_untagged_pdf(parts):
    """Return parts as a PDF that knows nothing of its headings and tables."""
    return untagged(as_pdf(parts))


def _typeset(kind, given):
    if kind == "columns":
        left, right = ("\n\n".join(_typeset(*one) for one in column) for column in given)
        return f"#columns(2)[{left} #colbreak() {right}]"
    if kind == "table":
        cells = ", ".join(f"[#{_string(cell)}]" for row in given for cell in row)
        return f"#table(columns: {len(given[0])}, {cells})"
    if kind == "li":
        return f"#list({', '.join(f'[#{_string(one)}]' for one in given)})"
    if kind in ("h", "h3"):
        return f"#heading(level: {1 if kind == 'h' else 2})[#{_string(given)}]"
    return f"#{_string(given)}"


def _string(text):
    return json.dumps(text, ensure_ascii=False)

"""The parts that layouts are made of, written as HTML, Markdown, DOCX or PDF."""

import html
import io

import docx


def as_html(parts):
    """Return parts as a page: ("h", text), ("p", text), ("li", [texts]), ("table", rows)."""
    return (
        f"<!doctype html><html><body>{''.join(_html(*one) for one in parts)}</body></html>".encode()
    )


def _html(kind, given):
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
    for kind, given in parts:
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


def as_text(parts, *, bullet="- "):
    """Return parts as text with an empty line between them; a table's cells between bars."""
    lines = []
    for kind, given in parts:
        if kind == "table":
            head, *rows = (f"| {' | '.join(row)} |" for row in given)
            lines.append("\n".join([head, "|---" * len(given[0]) + "|", *rows]))
        elif kind == "li":
            lines.append("\n".join(f"{bullet}{one}" for one in given))
        else:
            lines.append(given)
    return "\n\n".join(lines).encode()

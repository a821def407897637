"""Tables of the documents, read for tests: a page that a lawyer reads is the test."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def table(page, heading, *, number=0):
    """Return the rows of a table under a heading, each a dict by column."""
    return _tables(_section(page, heading))[number]


def tables_with(page, column):
    """Return the rows of every table of a page that has a column, in their order."""
    found = _tables((DOCS / page).read_text(encoding="utf-8"))
    return [row for rows in found for row in rows if column in row]


def _section(page, heading):
    text = (DOCS / page).read_text(encoding="utf-8")
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def _tables(text):
    found = []
    for block in re.findall(r"(?:^\|.+\|$\n?)+", text, re.MULTILINE):
        lines = [
            [cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()
        ]
        columns, rows = lines[0], lines[2:]
        found.append([dict(zip(columns, row, strict=True)) for row in rows])
    return found

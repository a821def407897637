"""The reference page of the office's figures: its tables are written from the definitions; a test compares."""

import sys
from pathlib import Path

from answerable.domain.measures.office.definitions import (
    check_definitions,
    definitions,
    length_definitions,
)

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "statistics.md"
BEGIN, END = (
    "<!-- lines: written by tests.support.statistics_page -->",
    "<!-- end of the lines -->",
)
_GROUPS = {
    "received": "What was received",
    "time": "Whether it was answered in time",
    "extensions": "Extensions",
    "outcome": "What was answered",
    "handling": "Clarification and fees",
    "grounds": "Grounds of refusal",
    "reviews": "Internal reviews",
    "complaints": "Complaints and appeals",
}


def tables():
    """Return the part of the page that tells each line, length and sum."""
    parts = [BEGIN]
    for group, title in _GROUPS.items():
        parts += [
            f"\n### {title}\n",
            "| line | numerator | denominator | source |",
            "|---|---|---|---|",
        ]
        parts += [
            f"| **{one.words}** (`{one.ident}`) | {one.means} | {of_words(one)} | {one.source} |"
            for one in definitions().values()
            if one.group == group
        ]
    parts += ["\n### How long it took\n", "| line | what it is |", "|---|---|"]
    parts += [
        f"| **{one.words}** (`{one.ident}`) | {one.means} |"
        for one in length_definitions().values()
    ]
    parts += ["\n### Sums that must come out\n", "| sum | total | parts |", "|---|---|---|"]
    parts += [
        f"| {one.words} (`{one.ident}`) | `{one.total}` | {', '.join(f'`{part}`' for part in one.parts)} |"
        for one in check_definitions()
    ]
    return "\n".join([*parts, "", END])


def of_words(one):
    """Return the denominator of a line in words."""
    return definitions()[one.of].words if one.of else "none: it is a number of its own"


def main():
    """Write the tables into the page."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{tables()}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

"""The figures that are known for the layouts: kept in a file, shown on a page, and only ever to rise."""

import json
from math import floor
from pathlib import Path

from tests.support.layouts.measured import HALVES, SHOWN, averages, measured, written

ROOT = Path(__file__).resolve().parents[3]
KNOWN = ROOT / "tests/corpus/layouts_read.json"
PAGE = ROOT / "docs/reference/reading-accuracy.md"
COUNTED = ("read", "items under 0.9", "silently empty", "silently short")
_BEGIN, _END = "<!-- figures -->\n", "<!-- end of the figures -->\n"
_ENOUGH = 0.9


def known():
    """Return the kept figures: of each seen layout and format, and of the unseen half as a whole."""
    return json.loads(KNOWN.read_text(encoding="utf-8"))


def rows_of(layout):
    """Return what is measured of a layout, by format."""
    return {form: measured(layout, form, documents) for form, documents in written(layout)}


def shares(row):
    """Return the shares of a layout in a format, rounded down so that the same reading meets them again."""
    return {name: _floor(row.share(name)) for name in SHOWN if row.share(name) is not None}


def summary(rows):
    """Return the averages of measured layouts, and how many of them are low or silent."""
    items = [share for row in rows if (share := row.share("items")) is not None]
    return {
        **{name: _floor(share) for name, share in averages(rows).items() if share is not None},
        "read": len(rows),
        "items under 0.9": sum(share < _ENOUGH for share in items),
        "silently empty": sum(row.silently_empty > 0 for row in rows),
        "silently short": sum(row.silently_short > 0 for row in rows),
    }


def keep():
    """Measure both halves, and write the figures into the file and the page."""
    seen = {layout.name: rows_of(layout) for layout in HALVES["seen"]}
    unseen = [row for layout in HALVES["unseen"] for row in rows_of(layout).values()]
    figures = {
        "seen": {
            name: {form: shares(row) for form, row in rows.items()} for name, rows in seen.items()
        },
        "averages": {
            "seen": summary([row for rows in seen.values() for row in rows.values()]),
            "unseen": summary(unseen),
        },
    }
    KNOWN.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    PAGE.write_text(f"{before}{_BEGIN}{table(figures)}{_END}{after}", encoding="utf-8")


def table(figures):
    """Return the page's tables of the figures, in Markdown: of the layouts those with something that was not read."""
    lines = ["", _row("half", *SHOWN, *COUNTED[1:]), "|---" * (len(SHOWN) + 4) + "|"]
    for half, average in figures["averages"].items():
        counts = (f"{average[name]} of {average['read']}" for name in COUNTED[1:])
        lines.append(_row(half, *(average.get(name, "–") for name in SHOWN), *counts))
    lines += ["", _row("seen layout", "format", *SHOWN), "|---" * (len(SHOWN) + 2) + "|"]
    for name, forms in figures["seen"].items():
        for form, found in forms.items():
            if min(found.values()) < 1:
                lines.append(_row(name, form, *(found.get(one, "–") for one in SHOWN)))
    return "\n".join(lines) + "\n\n"


def _row(*cells):
    return f"| {' | '.join(map(str, cells))} |"


def _floor(share):
    return floor(share * 1000 + 1e-6) / 1000

"""`python -m tests.support.layouts`: what is read of each layout in each format, and the averages."""

import argparse
import sys
from pathlib import Path

from tests.support.layouts import kept
from tests.support.layouts.measured import HALVES, SHOWN, averages, measured, written


def main(arguments):
    """Print the figures; with `--wrong` what was not read too."""
    asked = _parser().parse_args(arguments)
    if asked.keep:
        kept.keep()
        return
    rows = []
    print(f"{'layout':36}{'format':10}" + "".join(f"{name:>10}" for name in SHOWN))
    for layout in HALVES[asked.half]:
        if asked.kind in (None, layout.name):
            rows += _measured(layout, asked)
    summary = kept.summary(rows)
    print(f"{'average':46}" + "".join(map(_cell, averages(rows).values())))
    print(", ".join(f"{name}: {summary[name]}" for name in kept.COUNTED))


def _parser():
    parser = argparse.ArgumentParser(prog="python -m tests.support.layouts")
    parser.add_argument("--half", choices=HALVES, default="seen")
    parser.add_argument("--kind", help="only the layout of this name")
    parser.add_argument(
        "--format",
        help="only this format: html, docx, odt, tagged, untagged, md, txt, eml, xlsx, csv",
    )
    parser.add_argument("--wrong", action="store_true", help="list what was not read")
    parser.add_argument("--out", type=Path, help="write the documents into this folder")
    parser.add_argument("--keep", action="store_true", help="keep both halves' figures as known")
    return parser


def _measured(layout, asked):
    for form, documents in written(layout):
        if asked.format not in (None, form):
            continue
        if asked.out:
            _write(asked.out, layout, form, documents)
        row = measured(layout, form, documents)
        # Of the unseen half only averages are shown, unless a layout is asked for by its name.
        if asked.half == "seen" or asked.kind:
            _print(layout, form, row, with_wrong=asked.wrong)
        yield row


def _print(layout, form, row, *, with_wrong):
    said = row.refused or _silence(row)
    cells = "".join(_cell(row.share(name)) for name in SHOWN)
    print(f"{layout.name:36}{form:10}{cells}  {said}", flush=True)
    if with_wrong:
        for name in SHOWN:
            for one in row.figures[name].wrong[:40]:
                print(f"    {name}: {one[:200]}")


def _silence(row):
    if row.silently_empty:
        return "silently empty"
    return "silently short of records" if row.silently_short else ""


def _write(folder, layout, form, documents):
    folder.mkdir(parents=True, exist_ok=True)
    ending = f"{form}.pdf" if "tagged" in form else form
    for number, (data, _) in enumerate(documents, start=1):
        (folder / f"{layout.name}-{number}.{ending}").write_bytes(data)


def _cell(share):
    return f"{'–' if share is None else f'{share:.3f}':>10}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Logs in several looks, scanned in several ways, and what is read of each: `python -m tests.support.scanned_layouts`.

`--keep` writes the figures into docs/reference/reading-accuracy.md, `--kind` chooses, `--wrong` lists what was misread,
`--out FOLDER` writes the scans to look at.
"""

import argparse
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pikepdf
from PIL import Image, ImageFilter

from answerable.reading import NotReadable, read_bytes, reading_as_json
from tests.support.layouts.as_pdf import tagged, untagged
from tests.support.layouts.content import cases
from tests.support.layouts.nodes import Look, heading, para
from tests.support.layouts.pieces import Way
from tests.support.layouts.seen import newspaper
from tests.support.layouts.shapes import label_grid, log, printed
from tests.support.log_scores import scores
from tests.support.pdf_made import bytes_of
from tests.support.scans import pdf_of, saved, scanned

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/reading-accuracy.md"
_BEGIN, _END = "<!-- figures of scans -->\n", "<!-- end of the figures of scans -->\n"
_SHAPES = ("flat", "nested")


@dataclass(frozen=True)
class Scan:
    """A way to scan: how the log looks, and what makes a file of its PDF: bytes and the ending of its name.

    `least` are the shares of references and items, and `most` the share of characters that may be wrong.
    """

    name: str
    made: Callable
    file: Callable
    least: tuple = (0.95, 0.8)
    most: float = 0.03


@dataclass(frozen=True)
class Read:
    """What was read of a scan: shares of references, items, answers and wrong characters; or why nothing was."""

    refs: float
    items: float
    answers: float
    wrong: float
    misread: tuple = ()
    doubts: tuple = ()


def ruled(look, *, seed=21, is_ruled=True):
    """Return a log of two records, each a table of labels and texts."""
    entries = printed(
        cases(seed, *_SHAPES), Way(("1.", "a)")), lambda case: f"FOI-2024/{case.serial:04}"
    )
    body = []
    for one in entries:
        rows = (
            ("Reference", [para(one.ref)]),
            ("Your request", one.request),
            ("Our response", one.response),
        )
        body += [heading(2, one.title), label_grid(rows, is_ruled=is_ruled)]
    return log(entries, [heading(1, "Disclosure log, May 2024")], body, look=look)[0]


def stacked(look, *, seed=22):
    """Return a log of headings above texts."""
    entries = printed(
        cases(seed, *_SHAPES), Way(("1.", "a.")), lambda case: f"{1_400_000 + case.serial}"
    )
    body = []
    for one in entries:
        body += [heading(2, one.title), para(f"FOI number: {one.ref}")]
        body += [heading(3, "Request"), *one.request, heading(3, "Response"), *one.response]
    return log(entries, [heading(1, "Answers we have given")], body, look=look)[0]


def _pages(dots=200, **how):
    """Return what makes a PDF of pictures, each page changed by `each`."""
    each, quality = how.pop("each", None), how.pop("quality", 70)

    def file(pdf):
        pages = scanned(pdf, dots=dots, **how)
        pages = [each(page) for page in pages] if each else pages
        # What is black and white is not compressed as a photograph is.
        more = {} if pages[0].mode == "1" else {"quality": quality}
        return saved(pages, "PDF", resolution=dots, **more), "pdf"

    return file


def _faxed(page):
    """Return a page as a fax gives it: black and white, with specks."""
    chance = np.random.default_rng(3)
    grey = np.asarray(page).copy()
    specks = chance.random(grey.shape)
    grey[specks < 0.0006] = 0
    return Image.fromarray(grey).point(lambda shade: 255 if shade > 150 else 0).convert("1")


def _grey(page):
    """Return a page on grey recycled paper, with grain."""
    chance = np.random.default_rng(4)
    shades = np.asarray(page, float) * 0.55 + 60 + chance.normal(0, 7, (page.height, page.width))
    return Image.fromarray(shades.clip(0, 255).astype(np.uint8))


def _photographed(pdf):
    """Return a photograph of a page: colours, a shaded edge, a little out of focus and of the level."""
    page = scanned(pdf, dots=230, lean=0.8)[0]
    desk = Image.new("L", (page.width + 90, page.height + 120), 105)
    desk.paste(page, (45, 60))
    shade = (
        np.linspace(0.62, 1.0, desk.width)[None, :] * np.linspace(1.0, 0.86, desk.height)[:, None]
    )
    grey = np.asarray(desk.filter(ImageFilter.GaussianBlur(0.9)), float) * shade
    chance = np.random.default_rng(5)
    grey += chance.normal(0, 3, grey.shape)
    warm = np.stack([grey, grey * 0.97, grey * 0.9], axis=-1).clip(0, 255).astype(np.uint8)
    return saved([Image.fromarray(warm)], "JPEG", quality=80), "jpg"


def _faxed_tiff(pdf):
    pages = [_faxed(page) for page in scanned(pdf, dots=200)]
    return saved(pages, "TIFF", dpi=(200, 200), compression="group4"), "tif"


def _between_text(pdf):
    """Return a PDF whose first page is a scan, and whose others are text."""
    whole, scan = (
        pikepdf.open(io.BytesIO(untagged(pdf))),
        pikepdf.open(io.BytesIO(pdf_of(scanned(pdf)))),
    )
    whole.pages[0] = scan.pages[0]
    return bytes_of(whole), "pdf"


def _with_poor_layer(pdf):
    """Return a scan over whose pictures another program has written, unseen, what it took the letters for."""
    scan = pikepdf.open(io.BytesIO(pdf_of(scanned(pdf))))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for page in scan.pages:
        page.Resources.Font = pikepdf.Dictionary(F9=scan.make_indirect(font))
        lines = "".join(
            f"1 0 0 1 60 {780 - 14 * row} Tm (l. H0w rnany vv~re h3ld ar!d ~~ whv ,;: {row}) Tj\n"
            for row in range(45)
        )
        page.contents_add(f"BT 3 Tr /F9 10 Tf\n{lines}ET".encode())
    return bytes_of(scan), "pdf"


SCANS = (
    Scan("serif, 200 dots", lambda: ruled(Look(size=10)), _pages()),
    Scan("sans, 200 dots", lambda: ruled(Look("sans", 10)), _pages()),
    Scan("mono, 200 dots", lambda: ruled(Look("mono", 9)), _pages()),
    Scan("thin serif, 200 dots", lambda: stacked(Look("computer", 10)), _pages()),
    Scan("small serif, 300 dots", lambda: ruled(Look(size=8)), _pages(300)),
    Scan("serif, 150 dots", lambda: ruled(Look(size=11)), _pages(150), most=0.05),
    Scan("sans, 150 dots", lambda: stacked(Look("sans", 11)), _pages(150), most=0.05),
    Scan("fax, 200 dots", lambda: ruled(Look("sans", 11)), _pages(each=_faxed)),
    Scan("grey paper", lambda: ruled(Look(size=11)), _pages(each=_grey)),
    Scan("strong JPEG", lambda: ruled(Look("sans", 11)), _pages(quality=22)),
    Scan("leaning by 3 degrees", lambda: ruled(Look(size=11)), _pages(lean=3.0, noise=6)),
    Scan("leaning by -3 degrees", lambda: stacked(Look("sans", 11)), _pages(lean=-3.0, noise=6)),
    Scan("turned to the right", lambda: ruled(Look(size=11)), _pages(turned=1)),
    Scan("upside down", lambda: ruled(Look("sans", 11)), _pages(turned=2)),
    Scan("turned to the left", lambda: stacked(Look(size=11)), _pages(turned=3)),
    Scan("no rules", lambda: ruled(Look("sans", 11), is_ruled=False), _pages()),
    Scan("two columns", lambda: newspaper()[0], _pages()),
    Scan("light rules", lambda: ruled(Look(size=11), seed=23), _pages()),
    Scan("a page between text", lambda: ruled(Look(size=11)), _between_text),
    Scan("poor text under the picture", lambda: ruled(Look(size=11)), _with_poor_layer),
    Scan("TIFF of faxes", lambda: stacked(Look("sans", 11)), _faxed_tiff),
    Scan(
        "photograph", lambda: stacked(Look("sans", 9, paper=(210, 330), margin=14)), _photographed
    ),
)


def read(scan):
    """Return what is read of a scan."""
    made = scan.made()
    rules = "0.3pt + luma(72%)" if scan.name == "light rules" else "0.5pt"
    data, ending = scan.file(tagged(made, rules=rules))
    try:
        reading = reading_as_json(read_bytes(data, name=f"scan.{ending}"))
    except NotReadable as refusal:
        return Read(0.0, 0.0, 0.0, 1.0, (str(refusal),))
    found = scores(reading, made.truth)
    wrong, misread = misread_of(reading, made.truth)
    listed = [one for field in ("refs", "items", "answers") for one in found[field].wrong]
    doubts = tuple(gate["gate"] for gate in reading["gates"] if gate["holds"] is False)
    shares = (found["refs"].recall, found["items"].f1, found["answers"].f1)
    return Read(*shares, wrong, (*listed, *misread), doubts)


def misread_of(reading, truth):
    """Return the share of wrong characters in requests and responses outside tables, and each place."""
    wrong = whole = 0
    places = []
    for record in truth["records"]:
        entry = next((one for one in reading["entries"] if record["ref"] == one["ref"]), None)
        cells = {cell for table in record["tables"] for row in table for cell in row}
        for field in ("request", "response"):
            true = _plain(record[field], cells)
            said = _plain(entry[field], cells) if entry else ""
            whole += len(true)
            same = SequenceMatcher(None, said, true, autojunk=False)
            for tag, a, b, c, d in same.get_opcodes():
                if tag != "equal":
                    wrong += max(b - a, d - c)
                    places.append(
                        f"{said[max(0, a - 9) : b + 9]!r}, not {true[max(0, c - 9) : d + 9]!r}"
                    )
    return (wrong / whole if whole else 0.0), places


def _plain(text, cells):
    lines = [line for line in text.split("\n") if line.strip() not in cells]
    plain = " ".join(" ".join(lines).split())
    return plain.translate(str.maketrans("‘’“”", "''\"\""))


def table(rows):
    """Return the page's table of what was read, in Markdown."""
    lines = ["", "| scan | refs | items | answers | characters wrong |", "|---|---|---|---|---|"]
    lines += [
        f"| {scan.name} | {one.refs:.3f} | {one.items:.3f} | {one.answers:.3f} | {one.wrong:.2%} |"
        for scan, one in rows
    ]
    return "\n".join(lines) + "\n\n"


def main(arguments):
    """Print the figures, and do what else is asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.scanned_layouts")
    parser.add_argument("--kind", help="only scans whose name has this in it")
    parser.add_argument("--wrong", action="store_true", help="list what was misread")
    parser.add_argument("--out", type=Path, help="write the scans into this folder")
    parser.add_argument("--keep", action="store_true", help="write the figures into the page")
    asked = parser.parse_args(arguments)
    rows = []
    for scan in SCANS:
        if asked.kind and not any(one in scan.name for one in asked.kind.split("|")):
            continue
        if asked.out:
            _write(asked.out, scan)
        rows.append((scan, read(scan)))
        one = rows[-1][1]
        print(
            f"{scan.name:32} refs {one.refs:.3f}  items {one.items:.3f}  answers {one.answers:.3f}"
            f"  wrong {one.wrong:.2%}  {', '.join(one.doubts)}",
            flush=True,
        )
        if asked.wrong:
            print("".join(f"    {place[:150]}\n" for place in one.misread[:20]), end="", flush=True)
    if asked.keep:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
        after = rest.partition(_END)[2]
        PAGE.write_text(f"{before}{_BEGIN}{table(rows)}{_END}{after}", encoding="utf-8")


def _write(folder, scan):
    folder.mkdir(parents=True, exist_ok=True)
    data, ending = scan.file(tagged(scan.made()))
    (folder / f"{scan.name.replace(' ', '-')}.{ending}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Pages as a scanner gives them: drawn, leaning, speckled, and compressed; the same for the same seed."""

import io
import os
import shutil

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from tests.support.pdf_made import at, drawn_pdf, rule

# Where everything has to be there, the tests fail without it.
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None and os.environ.get("CI") != "true",
    reason="tesseract-ocr is not installed",
)

LEFT, COLUMN, RIGHT = 50, 130, 545


def scanned(pdf, *, dots=200, lean=0.0, noise=0.0, seed=1, turned=0):
    """Return the pages of a PDF as pictures; `lean` in degrees, `noise` in shades of 256."""
    chance = np.random.default_rng(seed)
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            image = page.render(scale=dots / 72, grayscale=True).to_pil()
            if lean:
                image = image.rotate(lean, Image.Resampling.BICUBIC, fillcolor=255)
            if noise:
                grey = (
                    np.asarray(image, float)
                    - 14
                    + chance.normal(0, noise, (image.height, image.width))
                )
                image = Image.fromarray(grey.clip(0, 255).astype(np.uint8))
            pages.append(image.rotate(-90 * turned, expand=True))
    return pages


def pdf_of(pages, *, dots=200):
    """Return the bytes of a PDF of pictures."""
    return saved(pages, "PDF", resolution=dots, quality=70)


def saved(pages, form, **how):
    """Return the bytes of a file of pictures."""
    file = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if len(pages) > 1 else {}
    pages[0].save(file, form, **more, **how)
    return file.getvalue()


def log_page(*records, top=800):
    """Return the instructions that draw a page of a log: records of three rows between ruling lines.

    A record is its reference, its title, the lines of its request and those of its response.
    """
    drawn, y = "", top
    for ref, title, request, response in records:
        rows = [(["Ref", ref], [title]), (["Request"], request), (["Response"], response)]
        begun = y
        for label, lines in rows:
            drawn += rule(LEFT, y, RIGHT, y)
            height = 16 * max(len(label), len(lines)) + 8
            for number, words in enumerate(label):
                drawn += at(LEFT + 6, y - 14 - 16 * number, words, "bold", 11)
            for number, words in enumerate(lines):
                drawn += at(COLUMN + 6, y - 14 - 16 * number, words, size=11)
            y -= height
        drawn += rule(LEFT, y, RIGHT, y)
        for x in (LEFT, COLUMN, RIGHT):
            drawn += rule(x, begun, x, y)
        y -= 20
    return drawn


PRINTERS = (
    "7001234",
    "Printers and paper",
    ["1) How many printers does the office own?", "2) What did paper cost in the last year?"],
    ["1) The office owns 48 printers.", "2) Paper cost 1,250 pounds."],
)
VEHICLES = (
    "7001235",
    "Electric vehicles",
    ["1) How many vehicles are electric?", "2) When was the first of them bought?"],
    ["1) Nine vehicles are electric.", "2) The first was bought in March 2019."],
)
LOG = drawn_pdf(log_page(PRINTERS, VEHICLES))

"""The founding logs as PDF, read: what the truth says is found, field by field."""

import json
from collections import Counter

import pikepdf
import pypdfium2
import pytest

from answerable.reading import read_bytes, read_file, reading_as_json
from answerable.reading.pdf.content import Page
from answerable.reading.pdf.reader import document_of
from tests.support.log_scores import scores
from tests.support.pdf_made import bytes_of
from tests.support.seeds import corpus_file, needs_corpus

pytestmark = [needs_corpus, pytest.mark.slow]

LOGS = ("nov2021", "jul2024", "early2023")
WHOLE = ("refs", "titles", "index", "items", "decisions", "tables", "links")


def read(name, kind):
    truths = json.loads(corpus_file("inputs/truth.json").read_text(encoding="utf-8"))
    truth = next(one for one in truths if one["id"] == name)
    reading = read_file(corpus_file(f"inputs/{name}.{kind}.pdf"))
    return reading, scores(reading_as_json(reading), truth)


WAYS = {"tagged": "tagged PDF", "untagged": "untagged PDF by its lines"}


@pytest.mark.parametrize("name", LOGS)
@pytest.mark.parametrize("kind", WAYS)
def test_pdf_is_read_whole(name, kind):
    reading, found = read(name, kind)

    assert (reading.how, reading.unread) == (WAYS[kind], ())
    for field in WHOLE:
        assert found[field].recall == found[field].f1 == 1.0, found[field].wrong
    assert found["words"].recall == 1.0
    # Three answers of one log say nowhere which question is theirs: they are left to all of them.
    assert found["answers"].recall >= (0.9 if name == "nov2021" else 1.0), found["answers"].wrong


@pytest.mark.parametrize("name", LOGS)
def test_without_ruling_lines_the_records_are_read_and_only_their_tables_are_not(name):
    truths = json.loads(corpus_file("inputs/truth.json").read_text(encoding="utf-8"))
    data = without_lines(corpus_file(f"inputs/{name}.untagged.pdf"))

    reading = read_bytes(data, name=f"{name}.pdf")
    found = scores(reading_as_json(reading), next(one for one in truths if one["id"] == name))

    assert reading.how == "untagged PDF by its columns"
    for field in ("refs", "titles", "index", "items", "decisions", "links"):
        assert found[field].recall == found[field].f1 == 1.0, found[field].wrong
    assert found["words"].recall == 1.0
    assert found["answers"].recall >= (0.84 if name == "nov2021" else 0.95), found["answers"].wrong


@pytest.mark.parametrize("name", LOGS)
@pytest.mark.parametrize("kind", WAYS)
def test_no_character_of_the_pages_is_lost(name, kind):
    data = corpus_file(f"inputs/{name}.{kind}.pdf").read_bytes()

    document = document_of(data, name)

    blocks = (document.text[block.start : block.end] for block in document.blocks)
    # Bullets are drawn in the private letters of a symbol font.
    assert not drawn(data) - letters(blocks) - Counter("\uf0b7" * 100)


def letters(texts):
    return Counter(one for text in texts for one in text if not one.isspace())


def drawn(data):
    """Return how often each character is drawn on the pages of a PDF."""
    found = Counter()
    with pypdfium2.PdfDocument(data) as pdf:
        for number in range(1, len(pdf) + 1):
            page = Page(pdf, number)
            found += letters(piece.text for piece in page.pieces())
            page.close()
    return found


def without_lines(path):
    """Return a PDF's bytes without whatever is drawn but words and pictures."""
    drawing = "m l c v y h re S s f F f* B B* b b*".split()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            kept = [
                (operands, operator)
                for operands, operator in pikepdf.parse_content_stream(page)
                if str(operator) not in drawing
            ]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        return bytes_of(pdf)

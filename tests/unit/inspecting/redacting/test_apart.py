"""Redaction in processes apart: no proof, no file, whatever the file does."""

import io
import sys
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from answerable.inspecting.redacting import CannotRedact, Mark, NotProved, apart, redact_pdf
from tests.support.marked import around, fonts, pictures, texts, torture
from tests.support.marked.made import LINE, SECRET, Made

pytestmark = pytest.mark.slow
MARKS = [Mark(words=SECRET)]


def redact(data, marks=MARKS):
    """Redact a file in the processes that it is redacted in."""
    return redact_pdf(data, marks, name="a.pdf")


def test_a_redacted_file_has_a_proof_of_each_reader():
    redacted = redact(around.everything_around()[0])

    readers = [one.extractor for one in redacted.proof]
    assert readers[:1] == ["pdfium"]
    assert {"pdfium", "pixels", "pdfminer.six", "sweep"} <= set(readers)
    assert (redacted.words_lost, redacted.drawn) == (0, ())


@pytest.mark.parametrize("name", torture.DRAWN)
def test_what_cannot_be_taken_apart_is_drawn_and_read_again(name):
    data, marks, _ = torture.TORTURE[name]()

    redacted = redact(data, marks)

    assert redacted.drawn == (1,)
    assert not any(one.left for one in redacted.proof)


UNREDACTED = """
import sys
from answerable.inspecting.confined import given
from answerable.inspecting.redacting import steps

asked, data = given(most_said=10_000_000)
said = list(steps.said_by(asked, data))
if asked["step"] == "take":
    head = steps.json.loads(said[0])
    head.update(size=len(data), pictures=[])
    said = [steps.json.dumps(head).encode() + b"\\n", data]
for piece in said:
    sys.stdout.buffer.write(piece)
"""


def test_a_file_that_was_not_redacted_after_all_never_comes_of_it(tmp_path, monkeypatch):
    script = tmp_path / "instead.py"
    script.write_text(UNREDACTED)
    monkeypatch.setattr(apart, "STARTED_AS", (str(script),))

    with pytest.raises(NotProved, match="something of what was marked is left") as refusal:
        redact(texts.standard_font()[0])

    assert SECRET not in str(refusal.value)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import os; os.kill(os.getpid(), 9)", "cannot be redacted safely"),
        ("raise ValueError", "fault of the program"),
        ("print('[]')", "cannot be redacted safely"),
        ("print('no JSON')", "cannot be redacted safely"),
    ],
)
def test_whatever_the_process_apart_does_no_file_comes_of_it(tmp_path, monkeypatch, code, words):
    script = tmp_path / "instead.py"
    script.write_text(code)
    monkeypatch.setattr(apart, "STARTED_AS", (str(script),))

    with pytest.raises(CannotRedact, match=words):
        redact(b"%PDF-1.7")


def test_without_poppler_and_tesseract_the_others_prove_it(monkeypatch):
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    data, marks, _ = pictures.tiling_pattern()

    redacted = redact(data, marks)

    assert "poppler" not in [one.extractor for one in redacted.proof]
    assert redacted.drawn == (1,)


def test_a_word_that_cuts_others_is_not_lost_without_a_word():
    made = Made()
    font, write = fonts.standard(made.pdf)
    made.page(b"BT /F 12 Tf 40 200 Td %s Tj ET" % write(LINE), fonts={"F": font})

    redacted = redact(made.data(), [Mark(1, (40, 85, 80, 105))])

    assert redacted.words == 4
    assert redacted.words_lost == 0


def form_in_itself():
    """Return a page with a form that draws itself."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(b"/A Do", fonts={"F": font})
    form.Resources.XObject = Dictionary(A=form)
    made.page(
        b"BT /F 12 Tf 40 200 Td %s Tj ET /A Do" % write(LINE),
        fonts={"F": font},
        drawings={"A": form},
    )
    return made.data()


def forms_without_end():
    """Return a page with forms that draw others ten times each, ten deep."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(b"0 0 1 1 re f " * 20)
    for _ in range(9):
        form = made.form(b"/A Do " * 10, drawings={"A": form})
    made.page(
        b"BT /F 12 Tf 40 200 Td %s Tj ET /A Do" % write(LINE),
        fonts={"F": font},
        drawings={"A": form},
    )
    return made.data()


def states_without_end():
    """Return a page that keeps a hundred thousand states."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    made.page(b"q " * 100_000 + b"BT /F 12 Tf 40 200 Td %s Tj ET" % write(LINE), fonts={"F": font})
    return made.data()


def pages_in_themselves():
    """Return a file whose pages hold one another."""
    data = texts.standard_font()[0]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = pdf.Root.Pages
        pages.Kids = Array([pages, *pages.Kids])
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def huge_page():
    """Return a page of ten kilometres that has to be drawn."""
    data, _, _ = around.unknown_font()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].obj.MediaBox = Array([0, 0, 10_000_000, 10_000_000])
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def picture_of_nothing():
    """Return a page with a picture that says that it is a thousand million dots large."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    picture = made.picture(pictures.written_picture())
    picture.Width = picture.Height = 1_000_000
    made.page(
        b"BT /F 12 Tf 40 200 Td %s Tj ET q 400 0 0 300 0 0 cm /P Do Q" % write(LINE),
        fonts={"F": font},
        drawings={"P": picture},
    )
    return made.data()


def odd_operands():
    """Return a page whose instructions have operands of the wrong kinds, and too few."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    made.page(
        b"BT /F 12 Tf 40 200 Td %s Tj ET /x Tc (a) Tm q cm [1 (b)] Tj 1 /F Tf" % write(LINE),
        fonts={"F": font},
        Rotate=Name.Ninety,
    )
    return made.data()


HOSTILE = (
    *(form_in_itself, forms_without_end, states_without_end, pages_in_themselves),
    *(huge_page, picture_of_nothing, odd_operands),
)


def ended(data):
    """Return how much is left in a file after it was redacted, or why it could not be."""
    try:
        return sum(one.left for one in redact(data).proof), ""
    except (CannotRedact, NotProved) as refusal:
        return 0, str(refusal)


@pytest.mark.parametrize("make", HOSTILE, ids=lambda one: one.__name__)
def test_a_hostile_file_is_redacted_or_refused_with_a_sentence(make):
    left, refused = ended(make())

    assert not left
    assert "fault of the program" not in refused
    assert SECRET not in refused


def test_two_thousand_marks_are_taken():
    boxes = [Mark(1, (at % 400, at // 400, at % 400 + 0.5, at // 400 + 0.5)) for at in range(2_000)]

    assert not any(one.left for one in redact(texts.standard_font()[0], [*MARKS, *boxes]).proof)

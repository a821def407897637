"""Pages made at random, of everything that draws text: the name is gone for every reader, and nothing else."""

from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array

from answerable.inspecting.redacting import Mark
from answerable.inspecting.redacting.pages import shown
from answerable.inspecting.redacting.programs import words_of
from answerable.inspecting.redacting.proving.proof import lost_words, what_is_left
from answerable.inspecting.redacting.taking import taken
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.marked import fonts
from tests.support.marked.made import SECRET, SIGNS, Made

WORDS = ("officer", "wrote", "that", "the", "fire", "was", "first", "seen", "by", "a", "neighbour")
FONTS = {
    "standard": fonts.standard,
    "times": lambda pdf: fonts.standard(pdf, "Times-Italic"),
    "composite": lambda pdf: fonts.composite(pdf, SIGNS),
    "simple": lambda pdf: fonts.simple(pdf, SIGNS),
    "own codes": lambda pdf: fonts.composite(pdf, SIGNS, codes=fonts.one_byte_map),
    "drawings": lambda pdf: fonts.drawn(pdf, SIGNS),
}


def shown_whole(line, write, _):
    """Return a line as one string."""
    return write(line) + b" Tj"


def shown_kerned(line, write, gaps):
    """Return a line with a number between all letters."""
    parts = [write(sign) + b" %d" % gaps[at % len(gaps)] for at, sign in enumerate(line)]
    return b"[" + b" ".join(parts) + b"] TJ"


def shown_in_pieces(line, write, gaps):
    """Return a line in strings of a few letters each."""
    step = 1 + abs(gaps[0]) % 5
    return b" ".join(write(line[at : at + step]) + b" Tj" for at in range(0, len(line), step))


def shown_by_quotes(line, write, _):
    """Return a line that moves down a line by itself."""
    return b"0.5 0.1 " + write(line) + b' "'


lines = st.lists(st.sampled_from((*WORDS, SECRET)), min_size=2, max_size=7).map(" ".join)
numbers = st.integers(-60, 60)


class File:
    """A PDF that is told in few words where a test fails."""

    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"File({len(self.data)} bytes)"


@st.composite
def texts(draw, secret):
    """Return the content of a text, of some lines, and the font that it is in."""
    kind = draw(st.sampled_from(sorted(FONTS)))
    some = draw(st.lists(lines, min_size=1, max_size=4))
    if secret:
        some.append(f"{draw(lines)} {SECRET} {draw(st.sampled_from(WORDS))}")
    settings_of_text = draw(
        st.sampled_from([b"", b"110 Tz ", b"2 Ts ", b"0.4 Tc 1 Tw ", b"70 Tz 0.3 Tc ", b"1 Tr "])
    )
    show = draw(st.sampled_from([shown_whole, shown_kerned, shown_in_pieces, shown_by_quotes]))
    gaps = draw(st.lists(numbers, min_size=1, max_size=5))
    size = draw(st.sampled_from([7, 9, 12]))
    return kind, size, settings_of_text, show, gaps, some


@st.composite
def files(draw):
    """Return a PDF with the name on some of its pages."""
    made = Made()
    for number in range(draw(st.integers(1, 2))):
        parts, known, drawings = [], {}, {}
        for at in range(draw(st.integers(1, 2))):
            kind, size, set_first, show, gaps, some = draw(texts(number == 0 and at == 0))
            font, write = FONTS[kind](made.pdf)
            name = f"F{at}"
            content = b"q BT %d TL " % (2 * size) + set_first
            content += b"/%s %d Tf 30 %d Td " % (name.encode(), size, 380 - 180 * at)
            content += b" T* ".join(show(line, write, gaps) for line in some) + b" ET Q "
            for depth in range(draw(st.integers(0, 3))):
                form = made.form(
                    content, fonts={name: font}, drawings=dict(drawings), box=(0, 0, 900, 600)
                )
                drawings = {f"X{at}{depth}": form}
                content = b"q 1 0 0 1 %d %d cm /X%d%d Do Q " % (
                    *draw(st.tuples(numbers, st.just(0))),
                    at,
                    depth,
                )
            known[name] = font
            parts.append((content, dict(drawings)))
            drawings = {}
            if draw(st.booleans()):
                parts.append(parts[-1])
        page = made.page(
            [content for content, _ in parts],
            size=(900, 600),
            fonts=known,
            drawings={name: one for _, some in parts for name, one in some.items()},
        )
        turned = draw(st.sampled_from([0, 90, 180, 270]))
        if turned:
            page.obj.Rotate = turned
        if draw(st.booleans()):
            page.obj.MediaBox = Array([-100, -50, 900, 650])
            page.obj.CropBox = Array([-90, -20, 890, 640])
    return File(made.data())


@settings(max_examples=30, deadline=None)
@given(files())
def test_the_name_is_gone_and_nothing_else(file):
    made = taken(file.data, [Mark(words=SECRET)])

    with pikepdf.open(BytesIO(made.before)) as pdf:
        boxes = {
            page: [shown(pdf.pages[page - 1]).box_of(area) for area in areas]
            for page, areas in made.marked.areas.items()
        }
    left = what_is_left(made.data, boxes, made.marked.everywhere, words_of(made.data))
    assert not any(left.counts.values()), left.counts
    assert not made.drawn
    assert traces_here(made.data, [SECRET]) == ()
    lost, words = lost_words(made.before, made.data, boxes, set())
    assert lost <= words / 1000


@settings(max_examples=10, deadline=None)
@given(files())
def test_the_same_file_gives_the_same_bytes(file):
    marks = [Mark(words=SECRET)]

    assert taken(file.data, marks).data == taken(file.data, marks).data

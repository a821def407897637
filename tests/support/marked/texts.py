"""Pages on which a name is drawn as text, in every way that programs draw text."""

from pikepdf import Array, Dictionary, String

from answerable.inspecting.redacting import Mark
from tests.support.marked import fonts
from tests.support.marked.lines import EVERYWHERE, STAYS, one_page, text_of
from tests.support.marked.made import AFTER, BEFORE, LINE, SECRET, SIGNS, Made


def standard_font():
    return one_page(fonts.standard)


def composite_subset():
    return one_page(lambda pdf: fonts.composite(pdf, SIGNS))


def simple_subset():
    return one_page(lambda pdf: fonts.simple(pdf, SIGNS))


def own_encoding():
    return one_page(lambda pdf: fonts.composite(pdf, SIGNS, codes=fonts.one_byte_map))


def type_three():
    return one_page(lambda pdf: fonts.drawn(pdf, SIGNS))


def type_three_without_a_box():
    return one_page(lambda pdf: fonts.drawn(pdf, SIGNS, boxed=False))


def courier_without_widths():
    return one_page(lambda pdf: fonts.standard(pdf, "Courier-Bold"))


def vertical():
    made = Made()
    font, write = fonts.composite(made.pdf, SIGNS, vertical=True)
    made.page(text_of(write, at=(200, 480), size=10), fonts={"F": font}, size=(400, 500))
    return made.data(), EVERYWHERE, ()


def kerned():
    made = Made()
    font, write = fonts.composite(made.pdf, SIGNS)
    parts = b" ".join(write(sign) + b" %d" % (at * 7 % 60 - 30) for at, sign in enumerate(LINE))
    made.page(b"BT /F 12 Tf 40 200 Td [ %s ] TJ ET" % parts, fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def _widths(pdf):
    from pdfminer.fontmetrics import FONT_METRICS

    return FONT_METRICS["Helvetica"][1]


def glyph_by_glyph_moved():
    made = Made()
    font, write = fonts.standard(made.pdf)
    widths = _widths(made.pdf)
    steps = [b"%s Tj %.3f 0 Td" % (write(sign), widths[sign] * 0.012) for sign in LINE]
    made.page(b"BT /F 12 Tf 40 200 Td " + b" ".join(steps) + b" ET", fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def glyph_by_glyph_placed_backwards():
    made = Made()
    font, write = fonts.standard(made.pdf)
    widths = _widths(made.pdf)
    at, steps = 40.0, []
    for sign in LINE:
        steps.append(b"1 0 0 1 %.3f 200 Tm %s Tj" % (at, write(sign)))
        at += widths[sign] * 0.012
    made.page(b"BT /F 12 Tf " + b" ".join(reversed(steps)) + b" ET", fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def drawn_twice():
    made = Made()
    font, write = fonts.standard(made.pdf)
    made.page(text_of(write) + text_of(write), fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def quotes_and_spacing():
    made = Made()
    font, write = fonts.standard(made.pdf)
    content = b"BT /F 12 Tf 14 TL 110 Tz 2 Ts 40 220 Td %s Tj 1 0.5 %s \" %s ' ET" % (
        write(BEFORE),
        write(LINE),
        write(AFTER),
    )
    made.page(content, fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def nested_forms():
    made = Made()
    font, write = fonts.standard(made.pdf)
    inner = made.form(text_of(write, at=(0, 0)), fonts={"F": font}, box=(0, -20, 400, 300))
    middle = made.form(b"q 1 0 0 1 10 10 cm /A Do Q", drawings={"A": inner})
    outer = made.form(b"/B Do", drawings={"B": middle}, Matrix=Array([1, 0, 0, 1, 0, 40]))
    made.page(b"q 1 0 0 1 20 100 cm /C Do Q", drawings={"C": outer})
    return made.data(), EVERYWHERE, STAYS


def form_without_resources():
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(text_of(write))
    del form["/Resources"]
    made.page(b"/A Do", fonts={"F": font}, drawings={"A": form})
    return made.data(), EVERYWHERE, STAYS


def form_drawn_twice():
    """Only one of the two is marked: the other stays as it is."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(text_of(write, at=(40, 100)), fonts={"F": font})
    made.page(b"/A Do q 1 0 0 1 0 100 cm /A Do Q", drawings={"A": form})
    return made.data(), (Mark(1, (30, 80, 380, 110)),), (SECRET,)


def split_streams():
    made = Made()
    font, write = fonts.standard(made.pdf)
    whole = text_of(write)
    cuts = [whole[:12], whole[12:25], whole[25:]]
    made.page([b"q 1 0 0 1 0", b"10 cm", *_at_blanks(cuts), b"Q"], fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def _at_blanks(cuts):
    whole = b"".join(cuts)
    parts = whole.split(b" Tf ")
    return [parts[0] + b" Tf", parts[1]]


def turned_page(degrees):
    def make():
        made = Made()
        font, write = fonts.standard(made.pdf)
        made.page(
            text_of(write), fonts={"F": font}, Rotate=degrees, CropBox=Array([20, 30, 390, 280])
        )
        return made.data(), EVERYWHERE, STAYS

    return make


def turned_text(matrix, stays=STAYS):
    def make():
        made = Made()
        font, write = fonts.standard(made.pdf)
        made.page(b"BT /F 12 Tf %s Tm %s Tj ET" % (matrix, write(LINE)), fonts={"F": font})
        return made.data(), EVERYWHERE, stays

    return make


def box_on_a_cropped_page():
    made = Made()
    font, write = fonts.standard(made.pdf)
    page = made.page(text_of(write, at=(40, 200)), fonts={"F": font})
    page.obj.MediaBox, page.obj.CropBox = Array([-10, -20, 390, 280]), Array([30, 100, 380, 260])
    return made.data(), (Mark(1, (100.5, 47, 166.5, 64)),), STAYS


def actual_text():
    made = Made()
    font, write = fonts.standard(made.pdf)
    said = b"/Span <</ActualText (%s) /MCID 0>> BDC " % LINE.encode()
    made.page(said + text_of(write) + b"EMC", fonts={"F": font})
    return made.data(), EVERYWHERE, ()


def actual_text_by_name():
    made = Made()
    font, write = fonts.standard(made.pdf)
    properties = Dictionary(P=Dictionary(ActualText=String(SECRET)))
    content = b"BT /F 12 Tf 40 200 Td %s Tj /Span /P BDC %s Tj EMC %s Tj ET" % (
        write(BEFORE + " "),
        write("the person in question"),
        write(" " + AFTER),
    )
    made.page(content, fonts={"F": font}, resources={"Properties": properties})
    return made.data(), (Mark(1, (130, 87, 247, 104), words=SECRET),), STAYS


def ligature():
    made = Made()
    font, write = fonts.composite(made.pdf, SIGNS + "\ufb01")
    line = f"{BEFORE} O\ufb01feld {AFTER}"
    made.page(b"BT /F 12 Tf 40 200 Td %s Tj ET" % write(line), fonts={"F": font})
    return made.data(), (Mark(words="ofifeld"),), STAYS


def across_lines():
    made = Made()
    font, write = fonts.standard(made.pdf)
    content = b"BT /F 12 Tf 14 TL 40 200 Td %s Tj T* %s Tj ET" % (
        write(f"{BEFORE} Quill-"),
        write(f"feather {AFTER}"),
    )
    made.page(content, fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def many_on_one_line():
    made = Made()
    font, write = fonts.standard(made.pdf)
    names = " and ".join([SECRET] * 6)
    made.page(
        b"BT /F 8 Tf 10 200 Td [%s 20 %s] TJ ET" % (write(names), write(" met")),
        fonts={"F": font},
        size=(600, 300),
    )
    return made.data(), EVERYWHERE, ("and", "met")

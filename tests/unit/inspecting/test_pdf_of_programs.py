"""What programs write into every PDF by themselves does not ask; what stands beside it, and says something, does."""

import pytest
import typst
from pikepdf import Array, Dictionary, Name, String

from answerable.inspecting import Verdict
from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Severity
from answerable.inspecting.pdf.drawn.shown import Shown
from answerable.inspecting.pdf.parts import is_known_glyph
from tests.support.planted.fixtures import SECRET
from tests.support.planted.pdf_made import annotation, font, form, pdf_of, text_at


def asked(data):
    """Return the codes of what stops a file, or asks about it."""
    findings = inspected(data, "a.pdf").findings
    return {one.code for one in findings if one.severity is not Severity.NOTE}


def linked(address, text):
    """Return a PDF with a link, and a text on its page."""
    action = Dictionary(S=Name.URI, URI=String(address))
    return pdf_of(text_at(72, 500, text), change=lambda pdf: annotation(pdf, "Link", A=action))


def test_a_ligature_of_three_letters_is_not_written_over_itself():
    page = typst.compile(b"The office keeps the official list, and traffic affluence is efficient.")

    assert inspected(page, "a.pdf").verdict is Verdict.CLEAR


def test_letters_over_a_ligature_are_found():
    over = typst.compile(
        b"#place(dx: 0pt)[office official efficient] #place(dx: 0pt, text(fill: red)[nights relocated tomorrow])"
    )

    assert "pdf.text-over-text" in asked(over)


def test_names_of_signs_in_the_lists_of_adobe_and_tex_are_known():
    for name in (
        "asteriskmath",
        "parenleftbigg",
        "summationdisplay",
        "bracketrighttp",
        "hatwider",
        "radicalBigg",
        "afii10017",
        "Abrevehookabove",
        "lscript",
        "mapsto",
    ):
        assert is_known_glyph(name), name


def test_a_name_that_says_something_is_no_sign_for_an_ending():
    for name in ("Pembertonbig", "informanttext", "Agneswide", "nightshiftdisplay"):
        assert not is_known_glyph(name), name


def test_a_link_to_a_mailbox_that_the_page_shows_does_not_ask():
    shown = linked("mailto:enquiries@example.org", "Write to enquiries@example.org about bins.")

    assert asked(shown) == set()


def test_a_link_that_says_more_than_the_page_asks():
    for address, text in (
        ("mailto:agnes.pemberton@example.org", "Write to us about bins."),
        (f"mailto:enquiries@example.org?subject={SECRET}", "Write to enquiries@example.org"),
        ("https://www.example.org/list?key=a81b2c", "See www.example.org/list"),
        ("jo@a.uk", "jo a uk"),
    ):
        assert asked(linked(address, text)) == {"pdf.telling-link"}, address


def test_a_title_that_is_an_object_of_its_own_is_reached():
    def change(pdf):
        title = pdf.make_indirect(String("North ward"))
        item = pdf.make_indirect(Dictionary(Title=title, Dest=Array([pdf.pages[0].obj, Name.Fit])))
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item))
        made = pdf.make_indirect(String("Made by a program"))
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Producer=made))

    assert asked(pdf_of(change=change)) == set()


@pytest.mark.parametrize("is_direct", [False, True])
def test_a_title_in_an_array_which_no_program_shows_is_found(is_direct):
    def change(pdf):
        said = String(SECRET) if is_direct else pdf.make_indirect(String(SECRET))
        item = pdf.make_indirect(
            Dictionary(Title=Array([said]), Dest=Array([pdf.pages[0].obj, Name.Fit]))
        )
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item))

    assert asked(pdf_of(change=change)) & {"pdf.unknown-text", "pdf.unreached-content"}


def test_a_text_that_nobody_reads_among_layers_is_found():
    def change(pdf):
        order = Array([pdf.make_indirect(String(SECRET))])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(Order=order))

    assert "pdf.unreached-content" in asked(pdf_of(change=change))


def test_a_title_that_no_page_shows_asks_once():
    def change(pdf):
        title = pdf.make_indirect(String(SECRET))
        item = pdf.make_indirect(Dictionary(Title=title, Dest=Array([pdf.pages[0].obj, Name.Fit])))
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item))

    assert asked(pdf_of(change=change)) == {"pdf.bookmark"}


def test_a_text_that_is_an_object_of_its_own_under_a_key_that_no_page_has_stops():
    def change(pdf):
        pdf.pages[0].obj.Remark = pdf.make_indirect(String(SECRET))

    assert "pdf.unknown-text" in asked(pdf_of(change=change))


def test_what_programs_write_among_resources_does_not_ask():
    coding = Dictionary(Type=Name.Encoding, Differences=Array([24, Name.breve, Name.caron]))
    plain = pdf_of(
        "/pgfprgb cs\n",
        ProcSets=Array([Name.PDF, Name.Text]),
        Encoding=Dictionary(PDFDocEncoding=coding),
        ColorSpace=Dictionary(pgfprgb=Array([Name.Pattern, Name.DeviceRGB])),
        ExtGState=Dictionary(R7=Dictionary(Type=Name.ExtGState, Name=Name.R7, SA=True)),
    )

    assert asked(plain) == set()


def test_a_text_among_them_does():
    for held in (
        {"ProcSets": Array([String(SECRET)])},
        {"Encoding": Dictionary({f"/{SECRET}": Dictionary(Type=Name.Encoding)})},
        {"ExtGState": Dictionary(R7=Dictionary(Name=String(SECRET)))},
    ):
        assert asked(pdf_of("", **held)), held


def test_classes_that_are_styles_of_word_do_not_ask_and_others_do():
    def classes(name):
        def change(pdf):
            root = Dictionary(
                Type=Name.StructTreeRoot, ClassMap=Dictionary({name: Dictionary(O=Name.Layout)})
            )
            pdf.Root.StructTreeRoot = pdf.make_indirect(root)

        return asked(pdf_of(change=change))

    assert classes("/Heading 3") == set()
    assert classes(f"/{SECRET}") == {"pdf.odd-name"}


def test_an_accent_that_is_drawn_as_a_sign_of_its_own_is_part_of_its_letter():
    shown = Shown()
    shown.take("Une re\u00b4ponse franc\u00b8aise, de\u0301ja\u0300 vue, \ufb01ne")

    assert shown.has("réponse française")
    assert shown.has_words("déjà fine")
    assert not shown.has("réponses")


def test_a_syllable_of_hangul_is_not_shown_by_one_with_more_in_it():
    shown = Shown()
    shown.take("각하")

    assert shown.has("각하")
    assert not shown.has("가하")


def test_a_font_with_such_signs_is_clear():
    made = font()
    made.Encoding = Dictionary(
        Type=Name.Encoding, Differences=Array([1, Name.asteriskmath, Name.parenleftbig])
    )

    assert asked(pdf_of(Font=Dictionary(F1=made))) == set()


def test_a_head_that_a_program_writes_once_more_is_no_remark():
    assert asked(pdf_of() + b"\n%PDF-1.4\n%%EOF\n") == asked(pdf_of())
    assert "pdf.remark" in asked(pdf_of() + b"\n%PDF-1.4 " + SECRET.encode() + b"\n%%EOF\n")
    assert "pdf.remark" in asked(pdf_of() + b"\n%PDF-" + SECRET.encode() + b"\n%%EOF\n")


@pytest.mark.parametrize(
    ("name", "is_told"),
    [("Helv", False), ("HeBo", False), ("ZaDb", False), ("CoBO", False), ("Quillfeather", True)],
)
def test_a_form_names_its_fonts_as_every_form_does(name, is_told):
    drawn = String(f"/{name} 11 Tf 0 g")
    data = pdf_of(change=lambda pdf: annotation(pdf, "FreeText", Contents=String("East"), DA=drawn))

    assert ("pdf.unknown-text" in asked(data)) is is_told


def test_what_a_box_shows_when_it_is_ticked_is_told_in_a_place_of_its_own():
    def ticked(pdf):
        looks = Dictionary(Yes=form(pdf, text_at(80, 510, SECRET)), Off=form(pdf, ""))
        annotation(pdf, "Widget", FT=Name.Btn, AS=Name.Off, AP=Dictionary(N=looks))

    findings = inspected(pdf_of(change=ticked), "a.pdf").findings

    places = [one.where for one in findings if one.code == "pdf.annotation-text"]
    assert places == ["an annotation on page 1, in a state that it is not in"]


@pytest.mark.parametrize(
    ("words", "is_hidden"),
    [
        (lambda group: [Name.And, group, Array([Name.Or, group])], False),
        (lambda group: [Name.Not, group], True),
        (lambda group: [Name.And, group, Array([Name.Not, group])], True),
        (lambda group: [Name.Both, group], True),
        (lambda group: [Name.Or, group, String(SECRET)], True),
        (lambda _: [], True),
    ],
)
def test_what_is_shown_while_its_layers_are_on_is_hidden_no_more_than_they_are(words, is_hidden):
    def layered(pdf):
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Relief")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(ON=Array([group])))
        held = Dictionary(Type=Name.OCMD, OCGs=group, VE=Array(words(group)))
        pdf.pages[0].obj.Resources.Properties = Dictionary(MC0=held)

    codes = asked(pdf_of(change=layered))

    assert "pdf.layer" in codes
    assert ("pdf.hidden-layer" in codes) is is_hidden


@pytest.mark.parametrize(
    ("kind", "corners", "is_hidden"),
    [
        ("FreeText", (72, 500, 200, 540), False),
        ("FreeText", (200, 540, 72, 500), False),
        ("FreeText", (-50, 500, 20, 540), False),
        ("FreeText", (72, 500, 72, 500), True),
        ("Stamp", (900, 500, 1100, 540), True),
        ("FreeText", (72, -90, 200, -50), True),
        ("Text", (72, 500, 72, 500), False),
    ],
)
def test_words_of_a_mark_without_room_on_its_page_are_hidden(kind, corners, is_hidden):
    held = {"Contents": String(SECRET), "rect": corners}
    data = pdf_of(change=lambda pdf: annotation(pdf, kind, **held))

    assert ("pdf.hidden-annotation" in asked(data)) is is_hidden

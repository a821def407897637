"""Pages whose name stands around their content, too, or that share what they draw."""

from pikepdf import Array, Dictionary, Name, OutlineItem, String

from answerable.inspecting.redacting import Mark
from tests.support.marked import fonts
from tests.support.marked.lines import EVERYWHERE, STAYS, text_of
from tests.support.marked.made import BEFORE, LINE, SECRET, SIGNS, Made
from tests.support.marked.pictures import written_picture


def free_text():
    made = Made()
    font, write = fonts.standard(made.pdf)
    looks = made.form(text_of(write, at=(5, 5)), fonts={"F": font}, box=(0, 0, 300, 30))
    page = made.page(text_of(lambda _: write(BEFORE)), fonts={"F": font})
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Rect=Array([40, 100, 340, 130]),
        Contents=String(LINE),
        T=String(SECRET),
        DA=String("/Helv 12 Tf"),
        F=4,
        AP=Dictionary(N=looks),
    )
    page.obj.Annots = Array([made.pdf.make_indirect(note)])
    return made.data(), EVERYWHERE, STAYS


def form_field():
    made = Made()
    font, write = fonts.standard(made.pdf)
    looks = made.form(text_of(write, at=(5, 5)), fonts={"F": font}, box=(0, 0, 300, 30))
    page = made.page(text_of(lambda _: write(BEFORE)), fonts={"F": font})
    field = made.pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            Rect=Array([40, 100, 340, 130]),
            T=String("who"),
            V=String(LINE),
            DV=String(SECRET),
            F=4,
            AP=Dictionary(N=looks),
        )
    )
    page.obj.Annots = Array([field])
    made.pdf.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=String(SECRET))
    return made.data(), EVERYWHERE, STAYS


def everything_around():
    """The name stands in bookmarks, destinations, properties, attachments and scripts, too."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    page = made.page(text_of(write), fonts={"F": font})
    pdf = made.pdf
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(f"About {SECRET}", 0))
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = SECRET
    pdf.docinfo["/Author"] = SECRET
    pdf.attachments["note.txt"] = SECRET.encode()
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
    pdf.Root.PieceInfo = Dictionary(X=Dictionary(Private=String(SECRET)))
    pdf.Root.Dests = Dictionary({f"/{SECRET}": Array([page.obj, Name.Fit])})
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(SECRET))]))
    page.obj.Thumb = made.picture(written_picture((60, 60)))
    page.obj.PieceInfo = Dictionary(X=Dictionary(Private=String(SECRET)))
    page.obj.Metadata = pdf.make_stream(SECRET.encode())
    return made.data(), EVERYWHERE, STAYS


def tags():
    made = Made()
    font, write = fonts.standard(made.pdf)
    content = b"/P <</MCID 0>> BDC " + text_of(write) + b"EMC"
    page = made.page(content, fonts={"F": font}, StructParents=0)
    pdf = made.pdf
    part = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.P,
            Pg=page.obj,
            K=0,
            ActualText=String("all of it, unabridged"),
            Alt=String(f"a line on {SECRET}"),
        )
    )
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=Array([part]),
            ParentTree=Dictionary(Nums=Array([0, Array([part])])),
        )
    )
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return made.data(), EVERYWHERE, STAYS


def shared_form():
    """Two pages draw one form, and only the first is marked."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(text_of(write), fonts={"F": font})
    for _ in range(2):
        made.page(b"/A Do", drawings={"A": form})
    return made.data(), (Mark(1, (30, 80, 380, 110)),), (SECRET,)


def white_text():
    made = Made()
    font, write = fonts.standard(made.pdf)
    made.page(b"1 g " + text_of(write) + b"0 g", fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS


def hidden_layer():
    made = Made()
    font, write = fonts.standard(made.pdf)
    layer = made.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    content = (
        text_of(lambda _: write(BEFORE), at=(40, 250)) + b"/OC /L BDC " + text_of(write) + b"EMC"
    )
    made.page(content, fonts={"F": font}, resources={"Properties": Dictionary(L=layer)})
    made.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
    )
    return made.data(), EVERYWHERE, BEFORE.split()


def unknown_font():
    """The font does not say how wide its glyphs are: the page is drawn."""
    made = Made()
    font, write = fonts.simple(made.pdf, SIGNS)
    del font["/Widths"]
    made.page(text_of(write), fonts={"F": font})
    return made.data(), EVERYWHERE, ()


def form_in_spaced_text():
    """Readers differ in whether the form is spaced, too: the page is drawn."""
    made = Made()
    font, write = fonts.standard(made.pdf)
    form = made.form(text_of(write), fonts={"F": font})
    made.page(b"150 Tz 3 Tc /A Do", drawings={"A": form})
    return made.data(), EVERYWHERE, ()

"""PDFs with a secret in places that were thought of without looking at the rules."""

from pikepdf import Array, Dictionary, Name, String

from tests.support.planted.pdf_given import action, in_root, said_by
from tests.support.planted.pdf_made import (
    Table,
    annotation,
    form,
    pdf_of,
    text_at,
)

FRESH_PDF = Table()
add, changed, text = FRESH_PDF.add, FRESH_PDF.changed, FRESH_PDF.text
ROW = (115,)
LINE = text_at(72, 600, "{}")


def _first(pdf):
    return pdf.pages[0].obj


# Layers.


def _layered(how, condition=None):
    """Return what makes a page of which one line is on a layer, and the file say how the layer is shown."""

    def make(secret):
        def change(pdf):
            group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Plan")))
            if secret:
                how(pdf, group)
            else:
                pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())
            shown = condition(group) if condition and secret else group
            _first(pdf).Resources.Properties = Dictionary(Oc1=shown)

        held = f"/OC /Oc1 BDC {text_at(72, 600, secret)} EMC\n" if secret else ""
        return pdf_of(held, change=change)

    return make


def _by_usage(pdf, group):
    group.Usage = Dictionary(View=Dictionary(ViewState=Name.OFF))
    rule = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([group]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(AS=Array([rule])))


def _by_base(pdf, group):
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(BaseState=Name.OFF))


def _in_another_view(pdf, group):
    other = Dictionary(Name=String("Plan"), OFF=Array([group]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=other, Configs=Array([Dictionary()]))


def _on(pdf, group):
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())


def _unless(group):
    return Dictionary(Type=Name.OCMD, VE=Array([Name.Not, group]))


def _all_off(group):
    return Dictionary(Type=Name.OCMD, OCGs=Array([group]), P=Name.AllOff)


add("layer_that_its_use_switches_off", "pdf.hidden-layer", ROW, _layered(_by_usage))
add("layers_that_are_off_at_first", "pdf.hidden-layer", ROW, _layered(_by_base))
add("layer_that_a_view_switches_off", "pdf.hidden-layer", ROW, _layered(_in_another_view))
add("layer_by_a_negation", "pdf.hidden-layer", ROW, _layered(_on, _unless))
add("layer_where_all_are_off", "pdf.hidden-layer", ROW, _layered(_on, _all_off))


def _name_of_a_layer(pdf, secret):
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(secret)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


changed("name_of_a_layer", "pdf.layer", ROW, _name_of_a_layer)


# Annotations that show one state of several, or none.


def _with_looks(**looks):
    def change(pdf, secret):
        made = annotation(pdf, "Widget", FT=Name.Btn, T=String("tick"), AS=Name.Off)
        seen, unseen = form(pdf, ""), form(pdf, text_at(75, 510, secret))
        made.AP = Dictionary(
            {f"/{key}": unseen if value == "unseen" else seen for key, value in looks.items()}
        )
        pdf.Root.AcroForm = Dictionary(Fields=Array([made]))

    return change


changed("look_of_a_pressed_button", "pdf.annotation-text", ROW, _with_looks(N="seen", D="unseen"))
changed(
    "look_of_a_button_pointed_at", "pdf.annotation-text", ROW, _with_looks(N="seen", R="unseen")
)


def _unticked(pdf, secret):
    made = annotation(pdf, "Widget", FT=Name.Btn, T=String("tick"), AS=Name.Off)
    ticked = form(pdf, text_at(75, 510, secret))
    made.AP = Dictionary(N=Dictionary(Off=form(pdf, ""), Yes=ticked))
    pdf.Root.AcroForm = Dictionary(Fields=Array([made]))


changed("look_of_a_tick_that_is_not_set", "pdf.annotation-text", ROW, _unticked)


def _note(flags, **more):
    def change(pdf, secret):
        made = annotation(pdf, "FreeText", F=flags, DA=String("/Helv 12 Tf"), **more)
        made.Contents = String(secret)
        made.AP = Dictionary(N=form(pdf, text_at(75, 510, secret)))

    return change


changed("note_that_is_hidden", "pdf.hidden-annotation", ROW, _note(2))
changed("note_for_paper_alone", "pdf.hidden-annotation", ROW, _note(4 | 32))
changed("note_of_no_area", "pdf.hidden-annotation", ROW, _note(4, rect=(72, 500, 72, 500)))
changed("note_off_the_page", "pdf.hidden-annotation", ROW, _note(4, rect=(900, 500, 1100, 540)))
changed(
    "caption_of_a_button",
    "pdf.tooltip",
    ROW,
    lambda pdf, secret: annotation(
        pdf, "Widget", FT=Name.Btn, Ff=65536, T=String("go"), MK=Dictionary(AC=String(secret))
    ),
)


def _field(key):
    def change(pdf, secret):
        made = annotation(pdf, "Widget", FT=Name.Tx, T=String("ward"))
        made[f"/{key}"] = String(secret)
        pdf.Root.AcroForm = Dictionary(Fields=Array([made]))

    return change


for _key, _what, _code in (
    ("DV", "value_that_a_field_goes_back_to", "pdf.hidden-value"),
    ("TU", "what_a_field_is_called_aloud", "pdf.tooltip"),
    ("TM", "what_a_field_is_called_when_sent", "pdf.field-name"),
    ("RV", "rich_value_of_a_field", "pdf.hidden-value"),
    ("DS", "style_of_a_field", "pdf.unknown-text"),
):
    changed(_what, _code, ROW, _field(_key))

changed(
    "words_over_a_redaction_to_come",
    "pdf.redaction-not-applied",
    ROW,
    lambda pdf, secret: annotation(pdf, "Redact", OverlayText=String(secret)),
)
changed(
    "what_a_film_is_called",
    "pdf.action",
    ROW,
    lambda pdf, secret: annotation(
        pdf,
        "Screen",
        A=Dictionary(S=Name.Rendition, OP=0, R=Dictionary(S=Name.MR, N=String(secret))),
    ),
)
changed(
    "where_a_button_sends_words",
    "pdf.other-file",
    ROW,
    lambda pdf, secret: annotation(pdf, "Link", A=action("ImportData", F=said_by)(pdf, secret)),
)


# Names and numbers of the file.


def _article(pdf, secret):
    bead = pdf.make_indirect(Dictionary(P=_first(pdf), R=Array([0, 0, 9, 9])))
    thread = pdf.make_indirect(Dictionary(F=bead, I=Dictionary(Title=String(secret))))
    bead.T, bead.N, bead.V = thread, bead, bead
    pdf.Root.Threads = Array([thread])


changed("title_of_an_article", "pdf.article", ROW, _article)


def _captured(pdf, secret):
    held = Dictionary(
        Type=Name.SpiderContentSet, S=Name.SPS, O=Array([]), ID=b"1", CT=String(secret)
    )
    pdf.Root.Names = Dictionary(URLS=Dictionary(Names=Array([String("a"), held])))


changed("page_that_was_taken_from_the_web", "pdf.captured", ROW, _captured)


def _rendition(pdf, secret):
    held = Dictionary(S=Name.MR, N=String("film"), MH=Dictionary(X=String(secret)))
    pdf.Root.Names = Dictionary(Renditions=Dictionary(Names=Array([String("a"), held])))


changed("rendition_that_nothing_plays", "pdf.media", ROW, _rendition)


def _intent(key):
    def value(pdf, secret):
        made = Dictionary(S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"))
        made[f"/{key}"] = String(secret)
        return Array([made])

    return in_root("OutputIntents", value)


changed("condition_of_the_printer", "pdf.odd-name", ROW, _intent("OutputCondition"))
changed("registry_of_the_printer", "pdf.odd-name", ROW, _intent("RegistryName"))


def _measured(pdf, secret):
    measure = Dictionary(Subtype=Name.RL, R=String(secret), X=Array([]), D=Array([]), A=Array([]))
    port = Dictionary(BBox=Array([0, 0, 9, 9]), Measure=measure, Name=String("plan"))
    _first(pdf).VP = Array([port])


changed("scale_of_a_plan", "pdf.measure", ROW, _measured)


def _spot(kind):
    def make(secret):
        def spaces(pdf):
            tint = pdf.make_stream(b"{dup dup}", FunctionType=4, Domain=[0, 1], Range=[0, 1] * 3)
            ink = Name(f"/{secret or 'Black'}")
            named = ink if kind == "Separation" else Array([ink])
            return Dictionary(Cs1=Array([Name(f"/{kind}"), named, Name.DeviceRGB, tint]))

        return pdf_of("/Cs1 cs 1 scn 72 500 9 9 re f\n", ColorSpace=spaces)

    return make


add("name_of_an_ink", "pdf.odd-name", ROW, _spot("Separation"))
add("name_of_inks", "pdf.odd-name", ROW, _spot("DeviceN"))


def _remark_in_a_function(secret):
    def spaces(pdf):
        said = f"{{ % {secret}\n dup dup }}" if secret else "{ dup dup }"
        tint = pdf.make_stream(said.encode(), FunctionType=4, Domain=[0, 1], Range=[0, 1] * 3)
        return Dictionary(Cs1=Array([Name.Separation, Name.Black, Name.DeviceRGB, tint]))

    return pdf_of("/Cs1 cs 1 scn 72 500 9 9 re f\n", ColorSpace=spaces)


add("remark_in_a_function", "pdf.text-in-data", ROW, _remark_in_a_function)


def _screened(pdf, secret):
    tone = Dictionary(
        HalftoneType=1, HalftoneName=String(secret), Frequency=60, Angle=45, SpotFunction=Name.Round
    )
    _first(pdf).Resources.ExtGState = Dictionary(Gs1=Dictionary(HT=tone))


changed("name_of_a_screen_of_dots", "pdf.odd-name", ROW, _screened)

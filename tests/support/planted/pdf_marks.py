"""PDFs with a secret in what lies on a page, what a link does, and what leads to pages."""

from pikepdf import Array, Dictionary, Name, String

from tests.support.planted.pdf_given import (
    action,
    in_a_tree,
    in_root,
    on_page,
    path,
    said_by,
    said_richly,
)
from tests.support.planted.pdf_made import (
    Table,
    annotation,
    form,
    text_at,
)

PDF_MARKS = Table()
add, changed = PDF_MARKS.add, PDF_MARKS.changed


changed(
    "redaction_that_was_not_applied",
    "pdf.redaction-not-applied",
    (65,),
    on_page("Redact", OverlayText=said_by),
)
changed("sticky_note", "pdf.comment", (71,), on_page("Text", Contents=said_by))
changed("note_in_rich_text", "pdf.comment", (71,), on_page("Highlight", RC=said_richly))
changed("author_of_a_mark", "pdf.comment", (71,), on_page("Underline", T=said_by))
changed("subject_of_a_drawing", "pdf.comment", (71,), on_page("Ink", Subj=said_by))
changed("window_of_a_note", "pdf.comment", (71,), on_page("Popup", Contents=said_by))
changed("stamp_with_words", "pdf.comment", (71,), on_page("Stamp", Contents=said_by))
changed(
    "text_box_on_a_page",
    "pdf.annotation",
    (71,),
    on_page("FreeText", Contents=said_by, DA=String("/Helv 12 Tf 0 g")),
)
changed("hidden_mark", "pdf.hidden-annotation", (71,), on_page("FreeText", F=2, Contents=said_by))
changed(
    "mark_on_paper_alone", "pdf.hidden-annotation", (71,), on_page("Square", F=32, Contents=said_by)
)
changed(
    "mark_of_no_known_kind", "pdf.unknown-annotation", (71,), on_page("Bubble", Contents=said_by)
)
changed("film_on_a_page", "pdf.media", (71,), on_page("Movie", T=said_by))
changed(
    "text_of_a_stamp",
    "pdf.annotation-text",
    (71,),
    lambda pdf, secret: annotation(
        pdf, "Stamp", AP=Dictionary(N=form(pdf, text_at(80, 510, secret)))
    ),
)
changed(
    "look_under_the_pointer",
    "pdf.other-appearance",
    (71,),
    lambda pdf, secret: annotation(
        pdf, "Link", AP=Dictionary(N=form(pdf, ""), R=form(pdf, text_at(80, 510, secret)))
    ),
)
changed("description_of_a_link", "pdf.description", (71, 79), on_page("Link", Contents=said_by))
changed(
    "link_to_a_file",
    "pdf.telling-link",
    (71,),
    on_page("Link", A=action("URI", URI=path("file:///C:/Users/{}/bins.docx"))),
)
changed(
    "link_to_a_mailbox",
    "pdf.telling-link",
    (71,),
    on_page("Link", A=action("URI", URI=path("mailto:{}@example.org"))),
)
changed(
    "link_to_sharepoint",
    "pdf.telling-link",
    (71,),
    on_page("Link", A=action("URI", URI=path("https://council.sharepoint.com/{}/bins"))),
)
changed(
    "link_to_the_web",
    "pdf.web-link",
    (71,),
    on_page("Link", A=action("URI", URI=path("https://www.example.org/{}"))),
)
changed(
    "link_that_starts_a_program",
    "pdf.other-file",
    (80,),
    on_page("Link", A=action("Launch", F=path("C:\\{}.exe"))),
)
changed(
    "link_to_another_pdf",
    "pdf.other-file",
    (80,),
    on_page("Link", A=action("GoToR", F=path("{}.pdf"))),
)
changed(
    "button_that_sends_a_form",
    "pdf.action",
    (80,),
    on_page("Link", A=action("SubmitForm", F=path("https://{}.example.org"))),
)
changed(
    "script_of_a_link",
    "pdf.script",
    (80,),
    on_page("Link", A=action("JavaScript", JS=path("app.alert('{}')"))),
)
changed(
    "second_action_of_a_link",
    "pdf.script",
    (80,),
    on_page(
        "Link",
        A=action("Named", N=Name.NextPage, Next=action("JavaScript", JS=path("var a='{}'"))),
    ),
)


changed(
    "script_of_the_file",
    "pdf.script",
    (80,),
    in_a_tree("JavaScript", action("JavaScript", JS=path("var who = '{}'"))),
)
changed(
    "script_when_it_opens",
    "pdf.script",
    (80,),
    in_root("OpenAction", action("JavaScript", JS=path("var who = '{}'"))),
)
changed(
    "action_when_a_page_opens",
    "pdf.script",
    (80,),
    lambda pdf, secret: pdf.pages[0].obj.__setitem__(
        "/AA", Dictionary(O=Dictionary(S=Name.JavaScript, JS=String(f"// {secret}")))
    ),
)
changed(
    "kept_page",
    "pdf.template",
    (84,),
    in_a_tree(
        "Templates",
        lambda pdf, secret: Dictionary(
            Type=Name.Template, Contents=pdf.make_stream(text_at(72, 600, secret).encode())
        ),
    ),
)
changed(
    "name_of_a_place",
    "pdf.place-name",
    (78,),
    lambda pdf, secret: setattr(
        pdf.Root,
        "Names",
        Dictionary(
            Dests=Dictionary(
                Names=Array([String(f"on-{secret}"), Array([pdf.pages[0].obj, Name.Fit])])
            )
        ),
    ),
)
changed(
    "name_of_a_place_as_of_old",
    "pdf.place-name",
    (78,),
    in_root(
        "Dests",
        lambda pdf, secret: pdf.make_indirect(
            Dictionary({f"/{secret}": Array([pdf.pages[0].obj, Name.Fit])})
        ),
    ),
)
changed(
    "label_of_pages",
    "pdf.page-label",
    (78,),
    in_root(
        "PageLabels",
        lambda _, secret: Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(f"{secret} "))])),
    ),
)
changed(
    "viewer_of_an_office",
    "pdf.unknown-text",
    (78,),
    in_root("ViewerPreferences", lambda _, secret: Dictionary(Remark=String(f"for {secret}"))),
)


def _outline(pdf, secret):
    item = pdf.make_indirect(
        Dictionary(Title=String(f"About {secret}"), Dest=Array([pdf.pages[0].obj, Name.Fit]))
    )
    pdf.Root.Outlines = pdf.make_indirect(
        Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1)
    )
    item.Parent = pdf.Root.Outlines


changed("bookmark", "pdf.bookmark", (78,), _outline)

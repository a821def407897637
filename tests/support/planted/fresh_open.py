"""OpenDocument files with a secret in places that were thought of without looking at the rules."""

import base64

from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed, edited, members, zipped
from tests.support.planted.opendocuments import CONTENT, document, presented, workbook

FRESH_OPEN = Listed()
planted = FRESH_OPEN.planted
ROW = 115
STYLES = "styles.xml"
META = "meta.xml"
_SPACES = {
    "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "anim": "urn:oasis:names:tc:opendocument:xmlns:animation:1.0",
    "smil": "urn:oasis:names:tc:opendocument:xmlns:smil-compatible:1.0",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_BASES = {
    "odt": (document, "</office:text>"),
    "ods": (workbook, "</table:table>"),
    "odp": (presented, "</draw:page>"),
}


def placed(listed, kind, name, code, markup, at=None):
    """List a file of a kind with markup that says the secret: at the end, or in a part before some text of it."""
    make_base, usual = _BASES[kind]
    part, before = at or (CONTENT, usual)

    def make(secret):
        held = members(make_base())
        if not secret:
            return zipped(held)
        said = markup.replace("SECRET", secret)
        content = with_spaces(held[part].decode(), said)
        # odfpy closes what is empty at once.
        shut = before.replace("</", "<").replace(">", "/>")
        if before not in content:
            content = content.replace(shut, shut[:-2] + ">" + before)
        assert before in content, before
        return zipped({**held, part: content.replace(before, said + before, 1).encode()})

    make.__name__ = name
    listed.planted(code, ROW)(make)


def with_spaces(content, markup):
    """Return a part that declares the namespaces of some markup."""
    spaces = "".join(
        f' xmlns:{one}="{uri}"'
        for one, uri in _SPACES.items()
        if f"{one}:" in markup and f"xmlns:{one}=" not in content
    )
    end = content.index(">", content.index("<office:document"))
    return content[:end] + spaces + content[end:]


def _p(inside):
    return f"<text:p>{inside}</text:p>"


for _name, (_code, _markup) in {
    "text_on_a_condition": (
        "odf.field",
        _p(
            'East<text:conditional-text text:condition="ooow:1==1" text:string-value-if-true="" text:string-value-if-false="SECRET"/>'
        ),
    ),
    "paragraph_on_a_condition": (
        "odf.hidden-text",
        _p('<text:hidden-paragraph text:condition="ooow:1==1" text:is-hidden="true"/>SECRET'),
    ),
    "text_on_a_condition_hidden": (
        "odf.hidden-text",
        _p(
            'East<text:hidden-text text:condition="ooow:1==1" text:string-value="SECRET" text:is-hidden="true"/>'
        ),
    ),
    "variable_that_is_not_displayed": (
        "odf.variable",
        _p(
            'East<text:variable-set text:name="a" office:value-type="string" office:string-value="SECRET" text:display="none"/>'
        ),
    ),
    "choices_of_a_dropdown": (
        "office.unread-text",
        _p(
            '<text:dropdown text:name="a"><text:label text:value="SECRET"/><text:label text:value="East"/>East</text:dropdown>'
        ),
    ),
    "placeholder_that_tells": (
        "odf.field",
        _p(
            '<text:placeholder text:placeholder-type="text" text:description="SECRET">East</text:placeholder>'
        ),
    ),
    "script_in_the_text": (
        "office.macro",
        _p('East<text:script script:language="Basic">SECRET</text:script>'),
    ),
    "mark_for_an_index": (
        "odf.field",
        _p('East<text:alphabetical-index-mark text:string-value="SECRET"/>'),
    ),
    "mark_for_contents": (
        "odf.field",
        _p('East<text:toc-mark text:string-value="SECRET" text:outline-level="1"/>'),
    ),
    "name_of_a_reference": (
        "office.style-name",
        _p('East<text:reference-mark text:name="SECRET"/>'),
    ),
    "property_told_to_programs": (
        "office.unread-text",
        _p(
            '<text:meta xhtml:about="" xhtml:property="dc:creator" xhtml:content="SECRET">East</text:meta>'
        ),
    ),
    "field_of_a_database": (
        "odf.field",
        _p(
            '<text:database-display text:table-name="SECRET" text:table-type="table" text:column-name="a">East</text:database-display>'
        ),
    ),
    "formula_of_a_field": (
        "odf.field",
        _p(
            '<text:expression text:formula="ooow:SECRET" office:value-type="float" office:value="1">1</text:expression>'
        ),
    ),
    "author_of_a_field_that_says_less": (
        "office.unread-text",
        _p(
            '<text:author-name text:fixed="true"/><text:sender-lastname text:fixed="false">SECRET</text:sender-lastname>'
        ),
    ),
    "words_in_a_frame_of_nothing": (
        "odf.off-slide",
        _p(
            '<draw:frame svg:width="0.01cm" svg:height="0.01cm" text:anchor-type="as-char"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame>'
        ),
    ),
    "title_of_a_frame": (
        "office.description",
        _p(
            '<draw:frame svg:width="3cm" svg:height="1cm" text:anchor-type="as-char"><draw:text-box><text:p>East</text:p></draw:text-box><svg:title>SECRET</svg:title></draw:frame>'
        ),
    ),
    "name_of_a_section_with_a_key": (
        "office.unread-text",
        '<text:section text:name="a" text:protected="true" text:protection-key="SECRET"><text:p>East</text:p></text:section>',
    ),
    "source_of_a_section": (
        "odf.outside",
        '<text:section text:name="a"><text:section-source xlink:href="SECRET.odt"/><text:p>East</text:p></text:section>',
    ),
    "label_of_a_note": (
        "office.unread-text",
        _p(
            'East<text:note text:note-class="footnote"><text:note-citation text:label="SECRET">1</text:note-citation><text:note-body><text:p>South</text:p></text:note-body></text:note>'
        ),
    ),
    "hidden_field_of_a_form": (
        "odf.form",
        '<office:forms><form:form form:name="a"><form:hidden form:name="b" form:value="SECRET"/></form:form></office:forms>',
    ),
    "link_that_runs_something": (
        "office.web-link",
        _p('<text:a xlink:href="https://example.org" office:title="SECRET">East</text:a>'),
    ),
    "change_that_was_accepted_by_whom": (
        "odf.tracked-change",
        '<text:tracked-changes><text:changed-region text:id="c1" xml:id="c1"><text:insertion><office:change-info><dc:creator>SECRET</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>',
    ),
    "shape_in_the_colour_of_the_page": (
        "office.style-name",
        _p(
            '<draw:rect svg:width="3cm" svg:height="1cm" text:anchor-type="as-char"><text:p><text:span text:style-name="Sw">SECRET</text:span></text:p></draw:rect>'
        ),
    ),
    "words_of_a_list_of_words": (
        "odf.variable",
        '<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="SECRET" text:name="a"/></text:user-field-decls>',
    ),
    "words_of_a_ruby_that_is_not_drawn": (
        "odf.field",
        _p(
            '<text:ruby><text:ruby-base>East</text:ruby-base><text:ruby-text text:style-name="Hid">SECRET</text:ruby-text></text:ruby>'
        ),
    ),
    "soft_page_with_words": (
        "office.unread-text",
        _p('East<text:soft-page-break text:note="SECRET"/>'),
    ),
    "link_to_a_program_of_data": (
        "office.unread-text",
        _p('<draw:object-ole xlink:href="./SECRET"/>'),
    ),
    "map_over_a_picture": (
        "office.linked-file",
        _p(
            '<draw:frame svg:width="3cm" svg:height="1cm" text:anchor-type="as-char"><draw:text-box><text:p>East</text:p></draw:text-box><draw:image-map><draw:area-rectangle xlink:href="https://example.org" svg:x="0cm" svg:y="0cm" svg:width="1cm" svg:height="1cm" office:name="SECRET"/></draw:image-map></draw:frame>'
        ),
    ),
}.items():
    placed(FRESH_OPEN, "odt", f"odt_{_name}", _code, _markup)

placed(
    FRESH_OPEN,
    "odt",
    "odt_style_of_numbers_with_words",
    "office.free-text",
    '<number:number-style style:name="N9"><number:text>SECRET</number:text><number:number/></number:number-style>',
    at=(CONTENT, "</office:automatic-styles>"),
)
placed(
    FRESH_OPEN,
    "odt",
    "odt_mail_of_whom_it_reloads",
    "office.property",
    '<meta:auto-reload xlink:href="https://example.org/SECRET"/>',
    at=(META, "</office:meta>"),
)
placed(
    FRESH_OPEN,
    "odt",
    "odt_who_printed_it",
    "office.person",
    "<meta:printed-by>SECRET</meta:printed-by>",
    at=(META, "</office:meta>"),
)
placed(
    FRESH_OPEN,
    "odt",
    "odt_template_of_it",
    "office.property",
    '<meta:template xlink:href="a.ott" meta:title="SECRET"/>',
    at=(META, "</office:meta>"),
)
placed(
    FRESH_OPEN,
    "odt",
    "odt_property_of_an_office",
    "office.custom-property",
    '<meta:user-defined meta:name="Officer">SECRET</meta:user-defined>',
    at=(META, "</office:meta>"),
)
placed(
    FRESH_OPEN,
    "odt",
    "odt_words_above_a_page_that_none_has",
    "docx.unused-header",
    '<office:master-styles><style:master-page style:name="Other" style:page-layout-name="p"><style:header><text:p>SECRET</text:p></style:header></style:master-page></office:master-styles>',
    at=(STYLES, "</office:document-styles>"),
)
placed(
    FRESH_OPEN,
    "odt",
    "odt_letters_around_notes",
    "office.unread-text",
    '<text:notes-configuration text:note-class="footnote"><text:note-continuation-notice-forward>SECRET</text:note-continuation-notice-forward></text:notes-configuration>',
    at=(STYLES, "</office:styles>"),
)


def _with_file(name, code, path, content):
    def make(secret):
        data = document()
        return (
            zipped({**members(data), path: content.replace("SECRET", secret).encode()})
            if secret
            else data
        )

    make.__name__ = name
    planted(code, ROW)(make)


_with_file(
    "odt_file_that_no_list_has",
    "office.custom-ui",
    "Configurations2/floater/note.xml",
    "<a>SECRET</a>",
)
_with_file("odt_signature", "office.signature", "META-INF/documentsignatures.xml", "<a>SECRET</a>")
_with_file("odt_layout_kept", "odf.layout-cache", "layout-cache", "SECRET")
_with_file(
    "odt_statements_about_it",
    "office.unread-text",
    "manifest.rdf",
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="SECRET"/></rdf:RDF>',
)


@planted("office.unread-text", ROW, is_bare=True)
def odt_picture_written_into_the_text(secret):
    held = base64.b64encode(photograph("JPEG") + secret.encode()).decode()
    data = document()
    markup = f'<text:p><draw:frame xmlns:svg="{_SPACES["svg"]}" text:anchor-type="as-char" svg:width="3cm" svg:height="2cm"><draw:image><office:binary-data>{held}</office:binary-data></draw:image></draw:frame></text:p>'
    content = members(data)[CONTENT].decode()
    if "xmlns:draw=" not in content:
        markup = markup.replace("<draw:frame", f'<draw:frame xmlns:draw="{_SPACES["draw"]}"', 1)
    return (
        edited(
            data,
            CONTENT,
            (
                "There were 31 bins in North.</text:p>",
                "There were 31 bins in North.</text:p>" + markup,
            ),
        )
        if secret
        else data
    )

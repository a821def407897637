"""OpenDocument files with a secret in a seventh set of places, written by somebody who knew none of the rules."""

from odf import style, text

from tests.support.planted.fixtures import MISSED, Listed, edited, members, zipped
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import named
from tests.support.planted.opendocuments import CONTENT, document
from tests.support.planted.seventh_pieces import metafile

SEVENTH_OPEN = Listed()
planted = SEVENTH_OPEN.planted
ROW = 121
MANIFEST = "META-INF/manifest.xml"
_OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
_TABLE = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
_EAST = '<table:table-cell office:value-type="string"><text:p>East</text:p></table:table-cell>'

for _kind, _name, _markup, _at in (
    ("odt", "place_that_another_program_was_asked_for", '<text:dde-connection-decls><text:dde-connection-decl office:name="d" office:dde-application="soffice" office:dde-topic="/home/SECRET/staff.ods" office:dde-item="Data.A1"/></text:dde-connection-decls>', (CONTENT, "<text:h ")),
    ("odt", "words_of_a_cell_that_another_covers", '<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>East</text:p></table:table-cell><table:covered-table-cell><text:p>SECRET</text:p></table:covered-table-cell></table:table-row></table:table>', None),
    ("ods", "words_that_another_program_last_gave", '<table:dde-links><table:dde-link><office:dde-source office:dde-application="soffice" office:dde-topic="/home/staff.ods" office:dde-item="Data.A1"/><table:table table:name="d"><table:table-column/><table:table-row><table:table-cell office:value-type="string" office:string-value="SECRET"/></table:table-row></table:table></table:dde-link></table:dde-links>', (CONTENT, "</office:spreadsheet>")),
    ("odp", "words_that_shrink_to_nothing_at_once", '<draw:frame draw:id="f7" xml:id="f7" svg:width="10cm" svg:height="3cm" svg:x="2cm" svg:y="8cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame><anim:par presentation:node-type="timing-root"><anim:seq presentation:node-type="main-sequence"><anim:par smil:begin="0s" smil:fill="hold"><anim:animateTransform smil:begin="0s" smil:dur="0.001s" smil:fill="hold" smil:targetElement="f7" svg:type="scale" smil:to="0.001,0.001"/></anim:par></anim:seq></anim:par>', None),
    ("odp", "words_of_a_master_that_no_page_has", '<style:master-page style:name="Old" style:page-layout-name="Wide"><draw:frame svg:width="10cm" svg:height="3cm" svg:x="2cm" svg:y="8cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame></style:master-page>', ("styles.xml", "</office:master-styles>")),
    ("odp", "words_of_a_figure_of_no_length", '<draw:custom-shape svg:width="10cm" svg:height="3cm" svg:x="2cm" svg:y="8cm"><text:p>SECRET</text:p><draw:enhanced-geometry svg:viewBox="0 0 100 100" draw:text-areas="900 900 901 901" draw:type="non-primitive" draw:enhanced-path="M 0 0 L 100 0 100 100 Z N"/></draw:custom-shape>', None),
    ("ods", "label_of_cells_that_a_formula_uses", '<table:label-ranges><table:label-range table:label-cell-range-address="Data.A1" table:data-cell-range-address="SECRET.A2:A9" table:orientation="column"/></table:label-ranges>', (CONTENT, "<table:table ")),
):  # fmt: skip
    placed(SEVENTH_OPEN, _kind, f"seventh_{_kind}_{_name}", MISSED, _markup, _at)


def _styled(kind, name, styles, markup):
    """List a file with markup, and with styles of its own for it."""
    made = Listed()
    placed(made, kind, f"seventh_{kind}_{name}", MISSED, markup)

    def make(secret):
        data = made.all[0].make(secret)
        space = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
        held = styles.replace("<style:style ", f"<style:style {space} ")
        whole = f"<office:automatic-styles>{held}</office:automatic-styles>"
        return edited(data, CONTENT, ("<office:automatic-styles/>", whole)) if secret else data

    planted(MISSED, ROW)(named(make, f"seventh_{kind}_{name}"))


_styled("odt", "words_of_the_ink_of_the_ground_of_their_row", '<style:style style:name="R7" style:family="table-row"><style:table-row-properties fo:background-color="#eef3fa"/></style:style><style:style style:name="T7" style:family="text"><style:text-properties fo:color="#eef3fa"/></style:style>', f'<table:table table:name="T"><table:table-column/><table:table-row>{_EAST}</table:table-row><table:table-row table:style-name="R7"><table:table-cell office:value-type="string"><text:p><text:span text:style-name="T7">SECRET</text:span></text:p></table:table-cell></table:table-row></table:table>')  # fmt: skip
_styled("ods", "words_white_by_the_usual_cell_of_their_row", '<style:style style:name="ce7" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>', '<table:table-row table:default-cell-style-name="ce7"><table:table-cell office:value-type="string"><text:p>SECRET</text:p></table:table-cell></table:table-row>')  # fmt: skip
_styled("odt", "words_whose_letters_are_clear", '<style:style style:name="T7" style:family="text"><style:text-properties fo:color="#0b0c0c" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" loext:opacity="0%"/></style:style>', '<text:p><text:span text:style-name="T7">SECRET</text:span></text:p>')  # fmt: skip


def _with_members(data, *files):
    """Return a file with further members, which its list names."""
    held = members(data)
    listed = held[MANIFEST].decode()
    for name, type_, content in files:
        held[name] = content if isinstance(content, bytes) else content.encode()
        entry = f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{type_}"/></manifest:manifest>'
        listed = listed.replace("</manifest:manifest>", entry)
    return zipped({**held, MANIFEST: listed.encode()})


def with_object(secret, type_, content, *more):
    """Return a document with an object in a frame, and with further files beside it; without a secret, the document."""
    if not secret:
        return document()
    frame = '<text:p><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" text:anchor-type="as-char" svg:width="6cm" svg:height="4cm"><draw:object xlink:href="./Object 1" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><draw:image xlink:href="./ObjectReplacements/Object 1" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text>'
    data = edited(document(), CONTENT, ("</office:text>", frame))
    return _with_members(data, ("Object 1/", type_, b""), ("Object 1/content.xml", "text/xml", content), *more)  # fmt: skip


_FORMULA = '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mfrac><mn>31</mn><mn>4</mn></mfrac><annotation encoding="StarMath 5.0">31 over 4{}</annotation></semantics></math>'
_MATH, _CHART = "application/vnd.oasis.opendocument.formula", "application/vnd.oasis.opendocument.chart"  # fmt: skip


@planted(MISSED, ROW)
def seventh_odt_remark_within_a_formula(secret):
    """What stands behind two signs of per cent is no part of a formula of LibreOffice."""
    return with_object(secret, _MATH, _FORMULA.format(f" %% {secret}"))


@planted(MISSED, ROW, is_bare=True)
def seventh_odt_words_of_an_earlier_picture_of_a_formula(secret):
    """The picture that stands in for an object where it cannot be drawn says what it was before."""
    picture = metafile("Formula", words=secret or "31")
    replacement = ("ObjectReplacements/Object 1", "image/x-emf", picture)
    return with_object(secret, _MATH, _FORMULA.format(""), replacement)


@planted(MISSED, ROW)
def seventh_odt_column_of_a_chart_that_it_does_not_draw(secret):
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = f"<table:table-row>{cell.format('Ward')}{cell.format('Officer')}</table:table-row><table:table-row>{cell.format('North')}{cell.format(secret)}</table:table-row>"
    content = f'<office:document-content {_OFFICE} {_TABLE} xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" office:version="1.2"><office:body><office:chart><chart:chart chart:class="chart:bar"><chart:plot-area table:cell-range-address="local-table.A1:A2"><chart:series chart:values-cell-range-address="local-table.A2"/></chart:plot-area><table:table table:name="local-table"><table:table-columns><table:table-column/><table:table-column/></table:table-columns><table:table-rows>{rows}</table:table-rows></table:table></chart:chart></office:chart></office:body></office:document-content>'
    return with_object(secret, _CHART, content)


@planted(MISSED, ROW)
def seventh_odt_source_of_data_that_was_open(secret):
    """LibreOffice keeps which database was last shown beside a document."""
    if not secret:
        return document()
    settings = f'<office:document-settings {_OFFICE} xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.2"><office:settings><config:config-item-set config:name="ooo:configuration-settings"><config:config-item config:name="CurrentDatabaseDataSource" config:type="string">{secret}</config:config-item></config:config-item-set></office:settings></office:document-settings>'
    return _with_members(document(), ("settings.xml", "text/xml", settings))


@planted(MISSED, ROW)
def seventh_odt_head_that_is_switched_off(secret):
    def fill(made):
        layout = style.PageLayout(name="Usual7")
        made.automaticstyles.addElement(layout)
        master = style.MasterPage(name="Standard", pagelayoutname=layout)
        made.masterstyles.addElement(master)
        head = style.Header(display="false")
        head.addElement(text.P(text=secret or ""))
        if secret:
            master.addElement(head)

    return document(fill)

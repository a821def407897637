"""OpenDocument files, rich text and pages with a secret in an eighth set of places, committed before any of them was inspected."""

from tests.support.planted.fixtures import MISSED, Listed, edited
from tests.support.planted.fresh_open import placed
from tests.support.planted.makers import named, page_of, rich_of
from tests.support.planted.opendocuments import CONTENT, document
from tests.support.planted.seventh_open import with_object

EIGHTH_OPEN = Listed()
planted = EIGHTH_OPEN.planted
ROW = 122
META, MANIFEST, STYLES = "meta.xml", "META-INF/manifest.xml", "styles.xml"
_OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
_3D = 'xmlns:dr3d="urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0"'

for _kind, _name, _markup, _at in (
    ("ods", "rule_for_a_word", f'<calcext:conditional-formats {_CALC}><calcext:conditional-format calcext:target-range-address="Data.B2:Data.B4"><calcext:condition calcext:apply-style-name="Default" calcext:value="contains-text(&quot;SECRET&quot;)" calcext:base-cell-address="Data.B2"/></calcext:conditional-format></calcext:conditional-formats>', None),
    ("ods", "title_of_a_format_of_numbers", '<number:number-style style:name="N9" number:title="SECRET"><number:number number:min-integer-digits="1"/></number:number-style>', (STYLES, "</office:styles>")),
    ("ods", "letters_of_a_format_of_dates", '<number:date-style style:name="N8" number:transliteration-format="1" number:transliteration-language="SECRET"><number:year/></number:date-style>', (STYLES, "</office:styles>")),
    ("odt", "value_for_a_program_that_goes_with_a_page", '<text:p><draw:applet xlink:href="./" draw:code="Bins" draw:archive="SECRET.jar"/></text:p>', None),
    ("odt", "property_of_a_form", '<office:forms><form:form form:name="F"><form:properties><form:property form:property-name="Tag7" office:value-type="string" office:string-value="SECRET"/></form:properties></form:form></office:forms>', (CONTENT, "<text:h ")),
    ("odt", "what_a_paragraph_is_for_machines", '<text:p xhtml:about="#n" xhtml:property="dc:subject" xhtml:content="SECRET">East</text:p>', None),
    ("odt", "what_to_do_when_it_opens", '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" xlink:type="simple" xlink:href="vnd.sun.star.script:Standard.SECRET.main?language=Basic"/></office:event-listeners></office:scripts>', (CONTENT, "<office:automatic-styles")),
    ("odt", "frame_that_links_open_in", '<meta:hyperlink-behaviour office:target-frame-name="SECRET" xlink:show="replace"/>', (META, "</office:meta>")),
    ("odt", "words_over_the_end_of_their_frame", '<text:p><draw:frame text:anchor-type="as-char" svg:width="6cm" svg:height="1cm"><draw:text-box>' + "<text:p>East</text:p>" * 20 + "<text:p>SECRET</text:p></draw:text-box></draw:frame></text:p>", None),
    ("odt", "gradient_that_somebody_named", '<svg:linearGradient draw:name="g7" draw:display-name="SECRET"/>', (STYLES, "</office:styles>")),
    ("odp", "parameter_of_a_command", '<anim:par presentation:node-type="timing-root"><anim:command anim:command="custom"><anim:param anim:name="who" anim:value="SECRET"/></anim:command></anim:par>', None),
    ("odp", "foot_that_no_slide_has", '<presentation:footer-decl presentation:name="f9">SECRET</presentation:footer-decl>', (CONTENT, "<draw:page ")),
    ("odp", "layer_that_is_switched_off", '<draw:layer-set><draw:layer draw:name="SECRET" draw:display="none"/></draw:layer-set>', (STYLES, "</office:master-styles>")),
    ("odp", "name_of_a_thing_in_space", f'<dr3d:scene {_3D} svg:width="3cm" svg:height="3cm" svg:x="2cm" svg:y="9cm"><dr3d:light dr3d:direction="(0 0 1) SECRET"/><dr3d:cube/></dr3d:scene>', None),
    ("odp", "show_of_some_slides", '<presentation:settings presentation:show="Short"><presentation:show presentation:name="SECRET" presentation:pages="Page1"/></presentation:settings>', (CONTENT, "</office:presentation>")),
):  # fmt: skip
    placed(EIGHTH_OPEN, _kind, f"eighth_{_kind}_{_name}", MISSED, _markup, _at)


@planted(MISSED, ROW)
def eighth_odt_way_of_showing_that_its_list_asks_for(secret):
    said = f'manifest:media-type="text/xml" manifest:preferred-view-mode="{secret}"'
    return edited(document(), MANIFEST, ('manifest:media-type="text/xml"', said)) if secret else document()  # fmt: skip


@planted(MISSED, ROW)
def eighth_odt_title_of_a_chart_beyond_its_edge(secret):
    content = f'<office:document-content {_OFFICE} xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" office:version="1.2"><office:body><office:chart><chart:chart chart:class="chart:bar" svg:width="6cm" svg:height="4cm"><chart:title svg:x="-90cm" svg:y="1cm"><text:p>{secret}</text:p></chart:title><chart:plot-area/></chart:chart></office:chart></office:body></office:document-content>'
    return with_object(secret, "application/vnd.oasis.opendocument.chart", content)


@planted(MISSED, ROW)
def eighth_odt_kind_of_a_chart_that_no_program_draws(secret):
    content = f'<office:document-content {_OFFICE} xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" office:version="1.2"><office:body><office:chart><chart:chart chart:class="ooo:{secret}"><chart:plot-area/></chart:chart></office:chart></office:body></office:document-content>'
    return with_object(secret, "application/vnd.oasis.opendocument.chart", content)


for _name, _markup in {
    "words_for_readers_without_unicode": "{\\upr{SECRET}{\\*\\ud East}}",
    "words_that_stand_in_for_one_letter": "\\uc12\\u69 SECRETast\\uc1\\par",
    "words_among_bytes": "{\\pict\\pngblip\\bin12 SECRET}",
    "space_of_names_of_other_programs": "{\\*\\xmlnstbl{\\xmlns1 urn:SECRET}}",
    "what_a_shape_was_called_by_its_maker": "{\\shp{\\*\\shpinst\\shpleft0\\shptop0\\shpright900\\shpbottom900{\\sp{\\sn wzName}{\\sv SECRET}}}}",
    "words_beyond_an_indent": "\\pard\\li31000 SECRET\\par",
}.items():
    planted(MISSED, ROW)(named(rich_of(_markup), f"eighth_rtf_{_name}"))

for _name, _markup in {
    "brackets_for_programs_without_readings": "<ruby>East<rp>SECRET</rp><rt>E</rt></ruby>",
    "words_instead_of_a_drawing": "<canvas width=40 height=40>SECRET</canvas>",
    "words_that_pop_up": "<div popover>SECRET</div>",
    "day_for_machines": '<time datetime="SECRET">July</time>',
    "head_that_a_cell_is_read_with": '<table><tr><th id=w abbr="SECRET">Ward</th></tr><tr><td headers=w>East</td></tr></table>',
    "words_that_only_a_printer_has": "<style>@media print{.n::after{content:'SECRET'}}</style><p class=n>East</p>",
    "choice_below_the_first": "<select><option>East<option>SECRET</select>",
}.items():
    planted(MISSED, ROW)(named(page_of(_markup), f"eighth_page_{_name}"))

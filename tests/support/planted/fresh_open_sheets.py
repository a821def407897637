"""OpenDocument workbooks and slides with a secret in places that were thought of without looking at the rules."""

from tests.support.planted.fixtures import Listed
from tests.support.planted.fresh_open import placed
from tests.support.planted.opendocuments import CONTENT

FRESH_OPEN_SHEETS = Listed()

placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_help_of_a_cell",
    "odf.validation",
    '<table:content-validations><table:content-validation table:name="v"><table:help-message table:title="Bins"><text:p>SECRET</text:p></table:help-message></table:content-validation></table:content-validations>',
    at=(CONTENT, "<table:table "),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_range_with_a_source",
    "office.unread-text",
    '<table:database-ranges><table:database-range table:name="a" table:target-range-address="Data.A1:Data.B2"><table:database-source-sql table:database-name="SECRET" table:sql-statement="SELECT 1"/></table:database-range></table:database-ranges>',
    at=(CONTENT, "</office:spreadsheet>"),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_changes_that_are_kept",
    "odf.tracked-change",
    '<table:tracked-changes><table:cell-content-change table:id="ct1"><office:change-info><dc:creator/><dc:date>2024-01-01T00:00:00</dc:date></office:change-info><table:previous><table:change-track-table-cell office:value-type="string"><text:p>SECRET</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>',
    at=(CONTENT, "<table:table "),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_link_to_another_program",
    "odf.outside",
    '<table:dde-links><table:dde-link><office:dde-source office:dde-application="soffice" office:dde-topic="SECRET" office:dde-item="A1"/></table:dde-link></table:dde-links>',
    at=(CONTENT, "</office:spreadsheet>"),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_sums_of_another_file",
    "office.unread-text",
    '<table:consolidation table:function="sum" table:source-cell-range-addresses="SECRET.A1" table:target-cell-address="Data.F1"/>',
    at=(CONTENT, "</office:spreadsheet>"),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_title_of_a_sheet",
    "office.description",
    "<table:title>SECRET</table:title>",
    at=(CONTENT, "<table:table-row>"),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_shape_of_a_sheet_that_is_white",
    "odf.off-slide",
    '<table:shapes><draw:rect svg:x="9cm" svg:y="2cm" svg:width="0cm" svg:height="0cm"><text:p>SECRET</text:p></draw:rect></table:shapes>',
    at=(CONTENT, "<table:table-row>"),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_formula_with_words",
    "xlsx.formula-text",
    '<table:table-row><table:table-cell table:formula="of:=IF([.B2]&gt;1;1;&quot;SECRET&quot;)" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>',
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_cells_behind_a_span",
    "odf.under-merged",
    '<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>East</text:p></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>SECRET</text:p></table:covered-table-cell></table:table-row>',
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_word_for_a_number",
    "odf.number-format-hides",
    '<table:table-row><table:table-cell office:value-type="string" office:string-value="SECRET"><text:p>East</text:p></table:table-cell></table:table-row>',
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_link_of_a_cell",
    "office.unread-text",
    '<table:table-row><table:table-cell office:value-type="string"><text:p><text:a xlink:href="#SECRET.A1">East</text:a></text:p></table:table-cell></table:table-row>',
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_macro_of_a_sheet",
    "office.macro",
    '<office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" xlink:href="vnd.sun.star.script:SECRET"/></office:event-listeners>',
    at=(CONTENT, "<office:body>"),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_pivot_with_a_login",
    "odf.pivot",
    '<table:data-pilot-tables><table:data-pilot-table table:name="a" table:target-range-address="Data.F1:Data.G3"><table:source-service table:name="a" table:source-name="b" table:object-name="c" table:user-name="SECRET"/></table:data-pilot-table></table:data-pilot-tables>',
    at=(CONTENT, "</office:spreadsheet>"),
)
placed(
    FRESH_OPEN_SHEETS,
    "ods",
    "ods_format_that_prints_words",
    "office.free-text",
    '<number:number-style style:name="N9"><number:text>SECRET</number:text></number:number-style>',
    at=(CONTENT, "</office:automatic-styles>"),
)

placed(
    FRESH_OPEN_SHEETS,
    "odp",
    "odp_foot_that_no_slide_shows",
    "office.unread-text",
    '<presentation:footer-decl presentation:name="f1">SECRET</presentation:footer-decl>',
    at=(CONTENT, "<draw:page "),
)
placed(
    FRESH_OPEN_SHEETS,
    "odp",
    "odp_sound_of_a_slide",
    "office.linked-file",
    '<presentation:sound xlink:href="../SECRET.wav"/>',
)
placed(
    FRESH_OPEN_SHEETS,
    "odp",
    "odp_film_of_a_slide",
    "office.linked-file",
    '<draw:frame svg:x="1cm" svg:y="9cm" svg:width="3cm" svg:height="3cm"><draw:plugin xlink:href="SECRET.mp4"/></draw:frame>',
)
placed(
    FRESH_OPEN_SHEETS,
    "odp",
    "odp_show_of_some_slides",
    "pptx.custom-show",
    '<presentation:settings><presentation:show presentation:name="SECRET" presentation:pages="page1"/></presentation:settings>',
    at=(CONTENT, "</office:presentation>"),
)
placed(
    FRESH_OPEN_SHEETS,
    "odp",
    "odp_box_turned_away",
    "odf.off-slide",
    '<draw:frame draw:transform="rotate(0) translate(90cm 90cm)" svg:width="9cm" svg:height="3cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame>',
)
placed(
    FRESH_OPEN_SHEETS,
    "odp",
    "odp_words_of_a_line",
    "odf.off-slide",
    '<draw:line svg:x1="90cm" svg:y1="1cm" svg:x2="99cm" svg:y2="2cm"><text:p>SECRET</text:p></draw:line>',
)
placed(
    FRESH_OPEN_SHEETS,
    "odp",
    "odp_words_that_come_and_go",
    "office.unread-text",
    '<anim:par><anim:set smil:attributeName="visibility" smil:to="SECRET"/></anim:par>',
)

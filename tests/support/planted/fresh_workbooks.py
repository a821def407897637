"""Workbooks with a secret in places that were thought of without looking at the rules."""

from tests.support.planted.cells import written
from tests.support.planted.fixtures import Listed, edited
from tests.support.planted.workbooks import BOOK, SHEET, in_sheet

FRESH_WORKBOOKS = Listed()
planted = FRESH_WORKBOOKS.planted
ROW = 115
STYLES = "xl/styles.xml"
STRINGS = "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPENXML = "application/vnd.openxmlformats-officedocument."
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def _changed(part, *changes):
    """Return what makes a workbook of which one part holds the secret in place of something."""

    def make(secret):
        data = written()
        told = [(old, new.replace("SECRET", secret)) for old, new in changes]
        return edited(data, part, *told) if secret else data

    return make


def _named(name, code, make, *, is_bare=False):
    make.__name__ = name
    planted(code, ROW, is_bare=is_bare)(make)


# Tables and filters.


def _tabled():
    heads = [{"header": one} for one in ("Ward", "Bins", "Routes")]
    return written(lambda _, sheet: sheet.add_table("A1:C4", {"name": "Bins", "columns": heads}))


@planted("xlsx.table-text", ROW)
def heads_of_a_table_that_are_not_shown(secret):
    def fill(_, sheet):
        names = ["Ward", secret, "Routes"]
        heads = [{"header": one} for one in names]
        sheet.add_table("A2:C4", {"header_row": False, "columns": heads})

    return written(fill) if secret else written()


@planted("xlsx.table-text", ROW)
def foot_of_a_table_that_is_not_shown(secret):
    data = _tabled()
    return (
        edited(
            data,
            "xl/tables/table1.xml",
            ('name="Routes"', f'name="Routes" totalsRowLabel="{secret}"'),
        )
        if secret
        else data
    )


@planted("xlsx.table-text", ROW)
def remark_on_a_table(secret):
    data = _tabled()
    return (
        edited(
            data,
            "xl/tables/table1.xml",
            ('displayName="Bins"', f'displayName="Bins" comment="{secret}"'),
        )
        if secret
        else data
    )


@planted("xlsx.filter", ROW)
def search_that_a_filter_keeps(secret):
    return in_sheet(
        secret,
        '<autoFilter ref="A1:C4"><filterColumn colId="0"><customFilters>'
        '<customFilter operator="notEqual" val="*{}*"/></customFilters></filterColumn></autoFilter>',
        before="<pageMargins",
    )


@planted("xlsx.custom-view", ROW)
def cell_that_is_watched(secret):
    return in_sheet(secret, '<cellWatches><cellWatch r="{}"/></cellWatches>')


# Formats.

_named(
    "unused_format_with_words",
    "office.free-text",
    _changed(
        STYLES,
        (
            "<fonts",
            '<numFmts count="1"><numFmt numFmtId="170" formatCode="&quot;SECRET&quot;0"/></numFmts><fonts',
        ),
    ),
)
_named(
    "format_of_a_rule_with_words",
    "office.free-text",
    _changed(
        STYLES,
        (
            '<dxfs count="0"/>',
            '<dxfs count="1"><dxf><numFmt numFmtId="170" formatCode="&quot;SECRET&quot;"/></dxf></dxfs>',
        ),
    ),
)
_named(
    "style_that_nothing_has",
    "office.style-name",
    _changed(
        STYLES,
        ("</cellStyles>", '<cellStyle name="SECRET" xfId="0" customBuiltin="1"/></cellStyles>'),
    ),
)


@planted("xlsx.formula-text", ROW)
def words_of_a_rule_that_never_holds(secret):
    return in_sheet(
        secret,
        '<conditionalFormatting sqref="A1"><cfRule type="containsText" priority="1" operator="containsText" '
        'text="{0}"><formula>NOT(ISERROR(SEARCH("{0}",A1)))</formula></cfRule></conditionalFormatting>',
        before="<pageMargins",
    )


@planted("xlsx.formula-text", ROW)
def words_of_a_rule_in_an_extension(secret):
    return in_sheet(
        secret,
        '<extLst><ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="' + _X14 + '">'
        '<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:cfRule type="expression" priority="1" id="{{1}}"><xm:f>A1="{}"</xm:f></x14:cfRule><xm:sqref>A1</xm:sqref>'
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>",
    )


@planted("xlsx.tiny-text", ROW)
def words_that_shrink_to_fit(secret):
    def fill(book, sheet):
        sheet.set_column("E:E", 0.6)
        sheet.write("E2", f"{secret} of this ward and of that", book.add_format({"shrink": True}))

    return written(fill if secret else lambda *_: None)


@planted("xlsx.pushed-out-of-sight", ROW)
def words_below_the_edge_of_their_row(secret):
    def fill(book, sheet):
        sheet.set_row(1, 18)
        sheet.write(
            "E2", "Bins" + "\n" * 9 + secret, book.add_format({"text_wrap": True, "valign": "top"})
        )

    return written(fill) if secret else written(lambda _, sheet: sheet.write("E2", "Bins"))


@planted("xlsx.invisible-text", ROW)
def words_of_a_theme_colour_on_their_own(secret):
    def fill(book, sheet):
        hidden = book.add_format({"font_color": "#DDEBF7", "bg_color": "#DDEBF7"})
        sheet.write("E2", secret, hidden)

    return written(fill) if secret else written()


@planted("xlsx.invisible-text", ROW)
def words_on_a_pattern_of_their_colour(secret):
    def fill(book, sheet):
        ground = book.add_format({"pattern": 1, "fg_color": "#1D70B8", "font_color": "#1D70B8"})
        sheet.write("E2", secret, ground)

    return written(fill) if secret else written()


@planted("xlsx.cut-off", ROW)
def words_beside_a_full_cell(secret):
    """A long text that the next cell cuts off."""

    def fill(_, sheet):
        sheet.set_column("E:E", 8)
        sheet.write("E2", "Bins of the ward, as told by the crew and by " + secret)
        sheet.write("F2", 4)

    return written(fill) if secret else written()


# Formulas and values.


@planted("xlsx.formula", ROW)
def name_within_a_formula(secret):
    def fill(_, sheet):
        sheet.write_formula("E2", f"=_xlfn.LET(_xlpm.{secret},B2,_xlpm.{secret}+1)", None, 32)

    return written(fill) if secret else written()


@planted("xlsx.formula-text", ROW)
def remark_within_a_formula(secret):
    def fill(_, sheet):
        sheet.write_formula("E2", f'=B2+N("{secret}")', None, 31)

    return written(fill) if secret else written()


@planted("xlsx.formula", ROW, is_bare=True)
def letters_by_their_numbers_in_a_formula(secret):
    told = "&".join(f"CHAR({ord(one)})" for one in secret)

    def fill(_, sheet):
        sheet.write_formula("E2", f"=IF(LEN({told})>0,1,0)", None, 1)

    return written(fill) if secret else written()


@planted("xlsx.number-format-hides", ROW)
def result_that_a_recount_would_change(secret):
    """A formula that gives a number; the file keeps a word as its result, in a cell of which the format shows nothing."""

    def fill(book, sheet):
        sheet.write_formula("E2", "=B2", book.add_format({"num_format": '0;0;0;""'}), secret)

    return written(fill) if secret else written()


_named(
    "words_in_a_cell_that_counts_as_a_number",
    "xlsx.odd-cell",
    _changed(SHEET, ('<c r="B2"><v>31</v></c>', '<c r="B2"><v>31</v><is><t>SECRET</t></is></c>')),
)
_named(
    "text_behind_the_words_of_a_string",
    "office.unread-text",
    _changed(
        STRINGS, ("<t>North</t>", '<t>North</t><extLst><ext uri="{1}"><t>SECRET</t></ext></extLst>')
    ),
)
_named(
    "words_of_a_run_of_no_size",
    "xlsx.tiny-text",
    _changed(
        STRINGS,
        ("<t>North</t>", '<r><t>North</t></r><r><rPr><sz val="0.5"/></rPr><t>SECRET</t></r>'),
    ),
)
_named(
    "name_of_a_sheet_in_programs",
    "office.free-text",
    _changed(SHEET, ("<dimension", '<sheetPr codeName="SECRET"/><dimension')),
)
_named(
    "remark_on_a_name",
    "xlsx.name-with-value",
    _changed(
        BOOK,
        (
            "</sheets>",
            '</sheets><definedNames><definedName name="Bins" comment="SECRET">Data!$B$2:$B$4</definedName></definedNames>',
        ),
    ),
)
_named(
    "shortcut_of_a_name",
    "office.free-text",
    _changed(
        BOOK,
        (
            "</sheets>",
            '</sheets><definedNames><definedName name="Bins" customMenu="SECRET">Data!$B$2:$B$4</definedName></definedNames>',
        ),
    ),
)
_named(
    "file_that_was_recovered",
    "office.unread-text",
    _changed(
        BOOK,
        (
            "</workbook>",
            '<fileRecoveryPr repairLoad="1"/><webPublishing codePage="65001" css="SECRET"/></workbook>',
        ),
    ),
)
_named(
    "kind_of_smart_tag",
    "office.unread-text",
    _changed(
        BOOK,
        (
            "</workbook>",
            '<smartTagTypes><smartTagType namespaceUri="urn:SECRET" name="ward"/></smartTagTypes></workbook>',
        ),
    ),
)

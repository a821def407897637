"""Excel files made in a test: the XML that matters to it, in the zip that Excel would write."""

from xml.sax.saxutils import escape

from tests.support.word_files import zipped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"


def excel_file(sheets, *, hidden_sheets=(), hidden_rows=(), hidden_columns=(), merged=()):
    """Return the bytes of a file: rows of cells by the sheets' names; what is hidden, counted from one.

    `merged` are ranges of cells ("A2:A4") of every sheet.

    A cell is words, or a number with its format: a code, one of Excel's own numbers, or None.
    """
    strings, forms = {}, {None: 0}
    files = {}
    for number, rows in enumerate(sheets.values(), start=1):
        inside = "".join(
            f'<row r="{at}"{_hidden(at in hidden_rows)}>{"".join(_cells(row, at, strings, forms))}</row>'
            for at, row in enumerate(rows, start=1)
        )
        ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
        joined = f"<mergeCells>{ranges}</mergeCells>" if merged else ""
        columns = "".join(f'<col min="{one}" max="{one}" hidden="1"/>' for one in hidden_columns)
        files[f"xl/worksheets/sheet{number}.xml"] = _part(
            "worksheet", f"<cols>{columns}</cols><sheetData>{inside}</sheetData>{joined}"
        )
    names = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="s{at}"'
        f"{' state=' + chr(34) + 'hidden' + chr(34) if name in hidden_sheets else ''}/>"
        for at, name in enumerate(sheets, start=1)
    )
    files["xl/workbook.xml"] = _part("workbook", f"<sheets>{names}</sheets>")
    files["xl/sharedStrings.xml"] = _part(
        "sst", "".join(f"<si><t>{escape(words)}</t></si>" for words in strings)
    )
    files["xl/styles.xml"] = _styles(forms)
    related = [
        (f"s{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)
    ]
    related += [
        ("strings", "sharedStrings", "sharedStrings.xml"),
        ("styles", "styles", "styles.xml"),
    ]
    files["xl/_rels/workbook.xml.rels"] = _relations(related)
    files["_rels/.rels"] = _relations([("r1", "officeDocument", "xl/workbook.xml")])
    return zipped(files)


def _cells(row, at, strings, forms):
    for place, cell in enumerate(row):
        where = f"{chr(ord('A') + place)}{at}"
        if isinstance(cell, tuple):
            value, form = cell
            style = forms.setdefault(form, len(forms))
            yield f'<c r="{where}" s="{style}"><v>{value!r}</v></c>'
        elif cell:
            yield f'<c r="{where}" t="s"><v>{strings.setdefault(cell, len(strings))}</v></c>'


def _styles(forms):
    codes = {form: 164 + at for at, form in enumerate(forms) if isinstance(form, str)}
    said = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for code, number in codes.items()
    )
    used = "".join(f'<xf numFmtId="{codes.get(form, form or 0)}"/>' for form in forms)
    return _part("styleSheet", f"<numFmts>{said}</numFmts><cellXfs>{used}</cellXfs>")


def _hidden(is_hidden):
    return ' hidden="1"' if is_hidden else ""


def _part(root, xml):
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="{_MAIN}" xmlns:r="{_R}">{xml}</{root}>'


def _relations(rows):
    xml = "".join(f'<Relationship Id="{a}" Type="{_R}/{b}" Target="{c}"/>' for a, b, c in rows)
    return f'<Relationships xmlns="{_RELATED}">{xml}</Relationships>'

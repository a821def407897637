"""Word files made in a test: the XML that matters to it, in the zip that Word would write."""

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_ROOTS = {
    "document": "document",
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
}


def word_file(body, *, links=None, **parts):
    """Return the bytes of a Word file: the XML in its body, its links by id, its other parts by name."""
    written = {"document": f"<w:body>{body}<w:sectPr/></w:body>", **parts}
    related = [
        f'<Relationship Id="{name}" Type="{_R}/{name}" Target="{name}.xml"/>' for name in parts
    ]
    related += [
        f'<Relationship Id="{name}" Type="{_R}/hyperlink" Target="{target}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    ]
    main = f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    files = {f"word/{name}.xml": _part(name, xml) for name, xml in written.items()}
    files["word/_rels/document.xml.rels"] = _relationships("".join(related))
    return zipped({"_rels/.rels": _relationships(main), **files})


def zipped(files):
    """Return the bytes of a zip that holds these files, packed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return data.getvalue()


def _part(name, xml):
    root = _ROOTS[name]
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMES}>{xml}</w:{root}>'


def _relationships(xml):
    return f'<Relationships xmlns="{_RELATED}">{xml}</Relationships>'


def paragraph(words, *, style=None, number=None, level=0):
    """Return a paragraph: words, or runs that are written already; `number` is its list's id."""
    runs = words if words.startswith("<") else run(words)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def run(words, properties=""):
    """Return a run: words, and its properties as XML ("<w:i/>")."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def table(*rows):
    """Return a table: rows of cells, each a cell's XML, or the words of its only paragraph."""
    written = ("".join(map(cell, row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in written)}</w:tbl>"


def cell(words, properties=""):
    """Return a cell: its words or its XML, and its properties ("<w:vMerge/>")."""
    if words.startswith("<w:tc>"):
        return words
    inner = words if words.startswith("<") or not words else paragraph(words)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def numbering(*levels, lists="", definition=0):
    """Return a numbering part: one definition with levels (start, form, text), and its lists 1 and `lists`."""
    written = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (start, form, text, *rest) in enumerate(levels)
        for more in ["".join(rest)]
    )
    return (
        f'<w:abstractNum w:abstractNumId="{definition}">{written}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="{definition}"/></w:num>{lists}'
    )

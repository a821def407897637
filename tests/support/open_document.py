"""OpenDocument files made in a test: the XML that matters to it, in the zip that LibreOffice would write."""

import io
import zipfile

_NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_NAMES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def open_document(body, *, styles="", page="", kind="text", manifest=""):
    """Return the bytes of a file: the XML in its body, its own styles, what frames its pages."""
    content = _root(
        "document-content",
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>",
    )
    framed = _root(
        "document-styles",
        f'<office:master-styles><style:master-page style:name="Standard">{page}</style:master-page>'
        "</office:master-styles>",
    )
    return packed({"content.xml": content, "styles.xml": framed}, kind=kind, manifest=manifest)


def packed(files, *, kind="text", manifest=""):
    """Return the bytes of a file of OpenDocument with these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        mimetype = f"application/vnd.oasis.opendocument.{kind}"
        package.writestr("mimetype", mimetype, compress_type=zipfile.ZIP_STORED)
        for name, text in files.items():
            package.writestr(name, text)
        package.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
    return data.getvalue()


def _root(name, xml):
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name}{_NAMES}>{xml}</office:{name}>'


def list_style(name, *levels):
    """Return a style of lists: for each level a bullet, or (form, prefix, suffix, levels shown)."""
    found = []
    for number, level in enumerate(levels, start=1):
        if isinstance(level, str):
            found.append(
                f'<text:list-level-style-bullet text:level="{number}" text:bullet-char="{level}"/>'
            )
        else:
            form, prefix, suffix, shows = level
            found.append(
                f'<text:list-level-style-number text:level="{number}" style:num-format="{form}"'
                f' style:num-prefix="{prefix}" style:num-suffix="{suffix}" text:display-levels="{shows}"/>'
            )
    return f'<text:list-style style:name="{name}">{"".join(found)}</text:list-style>'


def look(name, *, family="text", **properties):
    """Return a style: "fo_font_style" gives "fo:font-style"."""
    said = "".join(
        f' {key.replace("_", ":", 1).replace("_", "-")}="{value}"'
        for key, value in properties.items()
    )
    return (
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties{said}/>'
        "</style:style>"
    )


def listed(style, *items, attributes=""):
    """Return a list: each item is the XML in it."""
    inside = "".join(f"<text:list-item>{one}</text:list-item>" for one in items)
    return f'<text:list text:style-name="{style}"{attributes}>{inside}</text:list>'


def said(words, style=""):
    """Return a paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def table(*rows):
    """Return a table: each row is a list of the XML in its cells."""
    found = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{one}</table:table-cell>' for one in row)}"
        "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{found}</table:table>"

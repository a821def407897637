"""A workbook with all of each sheet on its pages, whatever its author wanted to be printed.

On a screen the cells outside of a print area are seen as well as those in it, and no sheet is shrunk to fit on
a page. Only what says how to print is taken out: what is hidden stays hidden.
"""

import io
import re
import zipfile

from answerable.inspecting.compared.held_of_old import old_workbook_laid_open
from answerable.inspecting.findings import CannotSay

MOST_BYTES = 200 * 1024 * 1024
"""Bytes of a workbook that is laid open."""

MOST_TEXT = 12 * 1024 * 1024
"""Bytes of XML that a workbook may unpack to and still be drawn: half of it, 160,000 cells, took two minutes."""

_EXCEL = re.compile(
    rb"<(?P<tag>(?:\w+:)?definedName)\b[^>]*\bname=(?P<quote>[\"'])_xlnm\.Print_(?:Area|Titles)(?P=quote)"
    rb"[^>]*>[^<]*</(?P=tag)>"
    rb"|<(?:\w+:)?pageSetup\b[^>]*/>"
    rb"|\bfitToPage=(?:\"[^\"]*\"|'[^']*')"
)
_OPENDOCUMENT = re.compile(
    rb"\btable:(?:print-ranges|print)=(?:\"[^\"]*\"|'[^']*')"
    rb"|\bstyle:scale-to(?:-pages|-X|-Y)?=(?:\"[^\"]*\"|'[^']*')"
)
_RULES = {"xlsx": _EXCEL, "ods": _OPENDOCUMENT}


def laid_open(data: bytes, kind: str) -> bytes:
    """Return a file of which every sheet is drawn whole; of other kinds, the file as it is.

    :raises CannotSay: if it is too large to be drawn.
    """
    if kind == "xls":
        return old_workbook_laid_open(data)
    rule = _RULES.get(kind)
    if rule is None:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        infos = given.infolist()
        text = sum(one.file_size for one in infos if one.filename.endswith(".xml"))
        if text > MOST_TEXT or sum(one.file_size for one in infos) > MOST_BYTES:
            raise CannotSay("It is larger than what is drawn")
        for one in infos:
            content = given.read(one)
            if one.filename.endswith(".xml"):
                content = rule.sub(b"", content)
            # The type of an OpenDocument file stands first, and is not packed.
            packing = zipfile.ZIP_STORED if one.filename == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(one.filename, content, packing, compresslevel=1)
    return out.getvalue()

"""What stands among the words of a document without being seen: bookmarks, tags, fields of forms, descriptions."""

import re

from answerable.inspecting.formats.words import has_number_of_somebody
from answerable.inspecting.markup import Element, attribute, is_on, local, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.narrow import is_phantom
from answerable.inspecting.seen import Seen

_BOOKMARK_OF_WORD = re.compile(
    r"_(?:GoBack|Top|Toc|Ref|Hlk|Hlt|bookmark|heading|Heading|PictureBullets|msoanchor|msocom|ENREF|Int|Dd)[\w=.]*"
    r"|_[A-Za-z]{0,3}\d*|_[a-z0-9]{10,}"
)
_NAMED = {
    "smartTag": ("docx.smart-tag", "element"),
    "customXml": ("docx.smart-tag", "element"),
    "permStart": ("docx.protected-range", "ed"),
    "listItem": ("docx.list-item", "displayText"),
    "ffData": ("docx.form-field", ""),
    "altChunk": ("docx.other-document", ""),
    "subDoc": ("docx.other-document", ""),
}


def look_at_marks(package: Package, where: str, root: Element) -> None:
    """Find the marks of one story."""
    seen = package.seen
    for one in named(root, *_NAMED):
        code, name = _NAMED[local(one)]
        seen.add(code, where, attribute(one, name) if name else first_words(one))
    for one in named(root, "t"):
        if local(one.getparent()) not in ("r", "fld") and (one.text or "").strip():
            seen.add("office.unread-text", where, one.text or "")
    for one in named(root, "phant"):
        if hidden := "".join(each.text or "" for each in named(one, "t") if is_phantom(each)):
            seen.add("docx.hidden-text", where, hidden)
    for one in named(root, "tblCaption", "tblDescription"):
        seen.add("office.description", where, attribute(one, "val"))
    if count := sum(1 for one in named(root, "collapsed") if is_on(one)):
        seen.add("docx.folded", where, count=count)
    if count := sum(1 for _ in named(root, "webHidden")):
        seen.add("docx.web-hidden", where, count=count)
    keys = (key for one in named(root, "p", "r") for key in one.attrib)
    if any(key.rpartition("}")[2].startswith("rsid") for key in keys):
        seen.add("docx.revision-ids", where)
    _look_at_bookmarks(seen, where, root)
    _look_at_controls(seen, where, root)


def _look_at_bookmarks(seen: Seen, where: str, root: Element) -> None:
    names = [attribute(one, "name") for one in named(root, "bookmarkStart")]
    names += [attribute(one, "anchor") for one in named(root, "hyperlink")]
    for name in names:
        is_of_word = _BOOKMARK_OF_WORD.fullmatch(name) and not has_number_of_somebody(name)
        if name and not is_of_word:
            seen.add("docx.bookmark", where, name)


def _look_at_controls(seen: Seen, where: str, root: Element) -> None:
    for one in named(root, "tag", "alias", "docPart", "dataBinding"):
        above, told = local(one.getparent()), attribute(one, "val") or attribute(one, "xpath")
        if above in ("sdtPr", "placeholder") and told:
            seen.add("docx.control-tag", where, told)


def first_words(element: Element) -> str:
    """Return the first attribute in an element that says a word."""
    values = (value for one in element.iter() for value in one.attrib.values())
    return next((value for value in values if re.search(r"[^\W\d_]{2}", value)), "")

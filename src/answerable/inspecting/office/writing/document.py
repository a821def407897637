"""A document: its stories one after another, and what stands in them besides text."""

import re
from collections.abc import Iterator

from answerable.inspecting.markup import Element, attribute, is_on, local, named, text_of
from answerable.inspecting.office.addresses import code_of_address
from answerable.inspecting.office.fields import kept_in_text
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.marks import first_words, look_at_marks
from answerable.inspecting.office.writing.places import look_at_places
from answerable.inspecting.office.writing.runs import Runs
from answerable.inspecting.office.writing.styles import page_ground, styles_of
from answerable.inspecting.office.writing.themed import colours_of, white_by_theme

_STORIES = ("header", "footer", "footnotes", "endnotes")
_DELETED = ("del", "moveFrom", "cellDel")
_CHANGED = (
    "ins moveTo cellIns cellMerge rPrChange pPrChange sectPrChange tblPrChange tblGridChange trPrChange"
    " tcPrChange tblPrExChange numberingChange customXmlInsRangeStart customXmlDelRangeStart"
    " customXmlMoveFromRangeStart customXmlMoveToRangeStart"
).split()
# Fields that count, repeat what stands elsewhere in the text, or tell the day.
_PLAIN_FIELDS = frozenset(
    "PAGE NUMPAGES SECTIONPAGES SECTION TOC REF PAGEREF NOTEREF SEQ STYLEREF TIME DATE INDEX SYMBOL EQ"
    " FORMTEXT FORMCHECKBOX FORMDROPDOWN LISTNUM AUTONUM BIBLIOGRAPHY TOA =".split()
)
_PICTURE_OF_NUMBERS = re.compile(r'\\#\s*"([^"]*)"')
_SET_ABOVE = re.compile(r"\s*EQ\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{3}")
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\\w\s+)*"([^"]*)"')


def look_at_document(package: Package) -> None:
    """Find everything in a document that its pages do not show."""
    main = package.main_part()
    document = package.root(main)
    styles = styles_of(next((root for _, root in package.roots_of(main, "styles")), None))
    colours = colours_of(package, main)
    runs = Runs(styles, page_ground(document), package.seen)
    for where, root in _stories(package, main, document):
        runs.look_at(root, where)
        _look_at_changes(package, where, root)
        _look_at_fields(package, where, root)
        look_at_marks(package, where, root)
        look_at_places(package, where, root)
        for _, text in white_by_theme(root, colours):
            package.seen.add("docx.pale-text", where, text)
    _look_for_unused(package, main, document)
    for _, root in package.roots_of(main, "settings"):
        _look_at_settings(package, root)


def _stories(package: Package, main: str, document: Element) -> Iterator[tuple[str, Element]]:
    yield "text", document
    for kind in _STORIES:
        for part, root in package.roots_of(main, kind):
            yield f"{kind} “{part}”", root
            if kind in ("header", "footer") and (text := _words(root)):
                package.seen.add("docx.header", f"{kind} “{part}”", text)


def _look_at_changes(package: Package, where: str, root: Element) -> None:
    for one in named(root, *_DELETED):
        package.seen.add("docx.tracked-deletion", where, text_of(one) or attribute(one, "author"))
    for one in named(root, *_CHANGED):
        package.seen.add("docx.tracked-change", where, text_of(one) or attribute(one, "author"))
    for one in named(root, "delText"):
        if not any(local(above) in _DELETED for above in one.iterancestors()):
            package.seen.add("docx.tracked-deletion", where, one.text or "")


def _look_at_fields(package: Package, where: str, root: Element) -> None:
    for kept in kept_in_text(root):
        package.seen.add("office.kept-result", where, kept)
    codes = [attribute(one, "instr") for one in named(root, "fldSimple")]
    codes += _codes_of(root)
    for code in codes:
        words = code.split()
        if not words:
            continue
        if words[0].upper() == "HYPERLINK":
            for address in _ADDRESS.findall(code):
                package.seen.add(code_of_address(address), where, address)
        elif words[0].upper() not in _PLAIN_FIELDS or _prints_words(code):
            package.seen.add("docx.field", where, code)


def _prints_words(code: str) -> bool:
    """Return whether the picture of a number, or what is set above another sign, says words that need not show."""
    is_set = _SET_ABOVE.match(code) and _LETTERS.search(code.lstrip()[2:])
    return bool(is_set) or any(_LETTERS.search(one) for one in _PICTURE_OF_NUMBERS.findall(code))


def _codes_of(root: Element) -> Iterator[str]:
    """Yield the codes of fields, whose words may be parted over several runs."""
    parts: list[str] = []
    for one in named(root, "instrText", "delInstrText", "fldChar"):
        if local(one) == "fldChar":
            if parts:
                yield "".join(parts)
            parts = []
        else:
            parts.append(one.text or "")
    if parts:
        yield "".join(parts)


_AROUND_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def _look_for_unused(package: Package, main: str, document: Element) -> None:
    """Find headers that no page has, and notes to which nothing in the text refers."""
    shown = shown_headers(package, main, document)
    for part, root in package.roots_of(main, "header", "footer"):
        if part not in shown and (text := _words(root)):
            package.seen.add("docx.unused-header", f"“{part}”", text)
    for kind in ("footnote", "endnote"):
        used = {attribute(one, "id") for one in named(document, f"{kind}Reference")}
        for _, root in package.roots_of(main, f"{kind}s"):
            for one in named(root, kind):
                # What stands over and below notes that run on is in no list of notes, and seldom on a page.
                is_of_others = attribute(one, "type") in _AROUND_NOTES
                if is_of_others and (text := _words(one)):
                    package.seen.add("docx.unused-header", f"{kind}s", text)
                is_note = attribute(one, "type") in ("", "normal")
                if is_note and attribute(one, "id") not in used and (text := _words(one)):
                    package.seen.add("docx.unused-note", f"{kind}s", text)


def shown_headers(package: Package, main: str, document: Element) -> set[str]:
    """Return the headers and footers that some page has: a section has those before it where it names none."""
    settings = [root for _, root in package.roots_of(main, "settings")]
    has_even = any(True for root in settings for _ in named(root, "evenAndOddHeaders"))
    related = package.by_key(main)
    in_force: dict[tuple[str, str], str] = {}
    shown = set()
    for section in named(document, "sectPr"):
        has_first = any(is_on(one) for one in named(section, "titlePg"))
        for one in named(section, "headerReference", "footerReference"):
            relation = related.get(attribute(one, "id"))
            in_force[local(one), attribute(one, "type")] = relation.target if relation else ""
        is_shown = {"default": True, "first": has_first, "even": has_even}
        shown |= {target for (_, kind), target in in_force.items() if is_shown.get(kind)}
    return shown


def _look_at_settings(package: Package, settings: Element) -> None:
    seen = package.seen
    for one in named(settings, "docVar"):
        seen.add("docx.variable", "settings", attribute(one, "val"))
    for one in named(settings, "mailMerge"):
        seen.add("docx.mail-merge", "settings", first_words(one))
    if count := sum(1 for _ in named(settings, "rsid")):
        seen.add("docx.revision-ids", "settings", count=count)
    for one in named(settings, "documentProtection", "writeProtection"):
        seen.add("docx.protection", "settings", attribute(one, "edit"))


def _words(element: Element) -> str:
    return " ".join((one.text or "") for one in named(element, "t")).strip()

"""Text in a part's XML that no program shows: in elements and attributes that are not made for text to be seen."""

import re

from answerable.inspecting.markup import Element, attribute, local, text_of
from answerable.inspecting.office.package import Package

_OFFICE_NAMESPACES = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.oclc.org/ooxml/",
    "http://purl.org/dc/",
    "urn:schemas-microsoft-com:",
    "http://www.w3.org/",
)
# Elements whose text is shown, or that a reader of its own looks at.
_TEXT = frozenset(
    "t v f delText instrText delInstrText formula formula1 formula2 definedName author text sqref"
    " oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter formatCode s is phoneticPr"
    # The properties of the file, which have their own reader.
    " creator lastModifiedBy title subject description keywords category language contentStatus identifier"
    " lpstr lpwstr bstr Application Company Manager Template HyperlinkBase AppVersion created modified"
    " lastPrinted revision version PresentationFormat filetime"
    # What is plotted or run where, in numbers and words of the program.
    " attrName cond relId dispUnitsLbl separator".split()
)
_ATTRIBUTES = frozenset(
    # Looked at by readers of their own.
    "name descr title Target displayName author initials tooltip prompt promptTitle error errorTitle alt"
    " formatCode formula sqref ref location display path instr userName caption uniqueName comment"
    # Fonts, styles and shapes in the words of programs.
    " typeface ascii hAnsi cs eastAsia hint panose style string textboxrect adj adj1 points coordsize fillcolor strokecolor"
    " strokeweight path gdRefR fmla ContentType PartName Extension Type Id Ignorable Requires spans lang"
    " altLang lastClr cellStyle tableStyleId styleId spid id href ProcessContent extrusionok gradientshapeok"
    " spt o:spid connecttype aspectratio defaultTableStyle defaultPivotStyle themeManager schemaLocation uri"
    " font-family script presetSubtype by to from filter grpId nodeType builtinId xfId vt lnSpcReduction"
    " rsidR rsidRPr rsidP rsidRDefault rsidSect rsidTr rsidDel key algorithmName hashValue saltValue bmkName"
    " qsTypeId loTypeId csTypeId presName presStyleLbl presAssocID phldrT modelId axis ptType st cnt arg".split()
)
# These have their own reader.
_PROPERTIES = ("core-properties+xml", "extended-properties+xml", "custom-properties+xml")
_STYLE_NAMES = ("name", "aliases", "mathFont", "altName")
_NAMED_LOOKS = frozenset(
    "theme clrScheme fontScheme fmtScheme custClr cellStyle tableStyle tblStyle cSld style".split()
)
# Attributes in which a program writes whatever somebody typed, or the names that it gave itself.
_FREE = frozenset(
    "codeName altText altTextSummary comment totalsRowLabel help description statusBar customMenu tgtFrame"
    " invalidUrl securityDescriptor macro textlink progId entryMacro exitMacro initials caption uniqueName"
    " headerRowCellStyle dataCellStyle prompt promptTitle error errorTitle".split()
)
_EXPECTED = {
    "uri": re.compile(r"\{[0-9A-Fa-f\-]+\}|[a-z]+:[\w./:\-#]+|"),
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-\w{1,8})*|x-none|"),
    "altLang": re.compile(r"[A-Za-z]{2,3}(?:-\w{1,8})*|x-none|"),
}
_OF_PROGRAMS = re.compile(r"(?:ThisWorkbook|Sheet\d*|Chart\d*|Package|Normal|)", re.IGNORECASE)
_LONGEST_TOKEN = 32
_WORDS = re.compile(r"[^\W\d_]{2}")
_PLAIN = re.compile(
    r"[\w.\-:#%+]*|[\d\s.,;:%$A-Fa-f()xXpPtT+*/\-]*|\{[0-9A-Fa-f\-]+\}|[a-z]+://[\w./\-#]+|[\\/]\w+\.xsl",
    re.IGNORECASE,
)
_VALUES = re.compile(
    r"[\d\s.,;:%$+\-]*|\{[0-9A-Fa-f\-]+\}|True|False|auto|none|page|margin|column|left|right|center|top|bottom|inside|outside"
    r"|inline|line|paragraph|Pict|Picture|CF|lin|ppt_[xywh]|style\.\w+|fillcolor|r|xshear|yshear"
)
_TAG_SIGNS = re.compile(
    "[\U000e0000-\U000e007f\U000e0100-\U000e01ef]|[\u200b-\u200d\u2060-\u2064\ufeff]{4}"
)


def look_at_tree(package: Package, part: str, root: Element) -> None:
    """Find in one part markup of strangers, text out of its place, and alternatives that say something else."""
    seen, where = package.seen, f"“{part}”"
    is_of_properties = package.type_of(part).endswith(_PROPERTIES)
    for one in root.iter():
        if not isinstance(one.tag, str):
            continue
        name = local(one)
        if not _is_of_an_office(one.tag):
            seen.add("office.foreign-markup", where, text_of(one) or name)
        text = one.text or ""
        if text.strip() and not is_of_properties:
            _look_at_text(package, where, name, text)
        if one.tail and one.tail.strip():
            seen.add("office.unread-text", where, one.tail)
        if one.attrib:
            _look_at_attributes(package, where, one)
        if name == "AlternateContent":
            _look_at_alternatives(package, where, one)


def _look_at_text(package: Package, where: str, name: str, text: str) -> None:
    if name not in _TEXT and not _VALUES.fullmatch(text.strip()):
        package.seen.add("office.unread-text", f"{name} in {where}", text)
    if _TAG_SIGNS.search(text):
        package.seen.add("office.invisible-signs", where, text)


def _look_at_attributes(package: Package, where: str, one: Element) -> None:
    for key, value in one.attrib.items():
        name = key.rpartition("}")[2]
        if "}" in key and not _is_of_an_office(key):
            package.seen.add("office.foreign-markup", where, value)
        elif (name == "val" and local(one) in _STYLE_NAMES) or (
            name in ("name", "styleName") and local(one) in _NAMED_LOOKS
        ):
            package.seen.add("office.style-name", f"{local(one)} in {where}", value)
        elif name in _FREE and not _OF_PROGRAMS.fullmatch(value):
            package.seen.add("office.free-text", f"{local(one)} {name} in {where}", value)
        elif name in _EXPECTED and not _EXPECTED[name].fullmatch(value):
            package.seen.add("office.unread-text", f"{local(one)} {name} in {where}", value)
        elif name in _ATTRIBUTES or not _is_a_text(value):
            continue
        else:
            package.seen.add("office.unread-text", f"{local(one)} {name} in {where}", value)


def _is_a_text(value: str) -> bool:
    """Return whether an attribute says more than a number, a switch, or a word of a program."""
    if len(value) <= _LONGEST_TOKEN and value.isalnum():
        return False
    return bool(_WORDS.search(value)) and (
        len(value) > 3 * _LONGEST_TOKEN or not _PLAIN.fullmatch(value)
    )


def _is_of_an_office(tag: str) -> bool:
    return not tag.startswith("{") or tag[1:].startswith(_OFFICE_NAMESPACES)


def _look_at_alternatives(package: Package, where: str, one: Element) -> None:
    """Compare what is shown by programs of today with what older ones show instead."""
    choices = [said(each) for each in one if local(each) == "Choice"]
    fallbacks = [said(each) for each in one if local(each) == "Fallback"]
    for fallback in fallbacks:
        if fallback and fallback not in choices:
            package.seen.add("office.other-text-for-old-programs", where, fallback)
    if len(set(choices)) > 1:
        package.seen.add("office.other-text-for-old-programs", where, choices[-1])


def said(element: Element) -> str:
    """Return the words that an element shows, without the blanks between them."""
    texts = (one.text or "" for one in element.iter() if local(one) in ("t", "v", "delText"))
    return "".join("".join(texts).split()) + "".join(
        attribute(one, "string") for one in element.iter() if local(one) == "textpath"
    )

"""What the attributes of an office's XML may say: numbers, words of the format, and what readers of their own look at."""

import re
from collections.abc import Callable

from answerable.inspecting.formats.namespaces import unknown_in
from answerable.inspecting.formats.words import (
    formula_says_something,
    has_number_of_somebody,
    is_number_in_groups,
    is_of_the_format,
    is_usual_font,
    is_usual_style,
)
from answerable.inspecting.office.vml import unusual_fonts, without_usual_fonts

# Attributes that readers of their own look at.
READ = frozenset(
    "name descr title Target displayName author initials tooltip prompt promptTitle error errorTitle alt"
    " formula location display instr userName caption uniqueName comment"
    " string fmla href anchor filter algorithmName hashValue saltValue bmkName phldrT".split()
)
_UNREAD_TITLES = frozenset(["htmlPubPr", "htmlPubPage", "div", "frame", "sectionTitle"])
# Of these elements a name is one of the format's own, which no reader looks at.
NAMED_BY_THE_FORMAT = frozenset(
    ["lsdException", "compatSetting", "docPartBehavior", "caption", "snd"]
)
_FONTS = frozenset("typeface ascii hAnsi cs eastAsia font-family".split())
_OF_LANGUAGES = frozenset(["lang", "themeFontLang", "lid"])
_OF_FONTS = frozenset(["font", "rFont", "altName", "mathFont"])
_STYLES = frozenset("pStyle rStyle tblStyle basedOn next link numStyleLink styleLink".split())
_STYLE_NAMES = ("name", "aliases", "mathFont", "altName")
_NAMED_LOOKS = frozenset(
    "theme clrScheme fontScheme fmtScheme custClr cellStyle tableStyle tblStyle cSld style".split()
)
# Attributes in which a program writes whatever somebody typed, or the names that it gave itself.
FREE = frozenset(
    "codeName altText altTextSummary comment totalsRowLabel help description statusBar customMenu tgtFrame"
    " invalidUrl securityDescriptor macro textlink progId entryMacro exitMacro initials caption uniqueName"
    " headerRowCellStyle dataCellStyle prompt promptTitle error errorTitle".split()
)
# Of these, what somebody says of a thing, and not what it is called.
_TYPED = {
    "altText": "office.description",
    "altTextSummary": "office.description",
    **dict.fromkeys(("comment", "help", "description", "statusBar"), "office.remark"),
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-(?:[A-Z]{2}|[A-Z][a-z]{3}|\d{3}))*|x-none|")
_IDENTITY = re.compile(
    r"[rR](?:[iI][dD])?[0-9A-Fa-f]+|_x0000_[a-z]\d+|_\d+|[a-z]\d+|\d+|\{[0-9A-Fa-f\-]+\}|Picture_?\d+|"
)
_CELLS = re.compile(
    r"(?:(?:\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\d{1,7})[: ]?)*"
)
_TABLE_STYLE = re.compile(
    r"(?:(?:Table|Pivot)Style(?:Light|Medium|Dark)|(?:Time)?SlicerStyle(?:Light|Dark|Other))\d+|"
)
_GUID = r"\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}?"
_OF_NOBODY = re.compile(rf"(?:\d+_(?:ncr:\d+_)?)?{_GUID}")
"""Numbers that programs draw by chance."""

_SHOWS_ELSEWHERE = re.compile(
    r"ppaction://(?:media|noaction|hlinksldjump|hlinkfile|customshow\?id=\d+(?:&return=true)?|ole\?verb=\d+"
    r"|hlinkshowjump\?jump=(?:nextslide|previousslide|firstslide|lastslide|endshow|lastslideviewed))"
)
_NAMES_IN_DIAGRAMS = frozenset("forName refForName presName presStyleLbl styleLbl".split())
_GALLERIES = frozenset(
    (
        *(
            "AutoText",
            "Bibliographies",
            "Cover Pages",
            "Equations",
            "Footers",
            "Headers",
            "Quick Parts",
            "Tables",
        ),
        *(
            "Table of Contents",
            "Text Boxes",
            "Watermarks",
            "Page Numbers",
            "Page Numbers (Margins)",
        ),
        *("Page Numbers (Top of Page)", "Page Numbers (Bottom of Page)", "Default", "Placeholders"),
    )
)
_DIAGRAM = re.compile(
    r"urn:(?:microsoft|diagrams\.loki3)\.com/(?:office/officeart/)?(?:[\w+.\-]+/)*(\w+)(?:#\d+)?"
)
_OF_DIAGRAMS = frozenset("presId loTypeId qsTypeId csTypeId uniqueId".split())
_OF_PREFIXES = frozenset(("Ignorable", "Requires", "MustUnderstand"))
_CELL = re.compile(r"\$?[A-Za-z]{1,3}\$?\d{1,7}|\d{1,7}|")
_EXPECTED = {
    "uri": re.compile(
        r"\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}|[a-z]+:[\w./:\-#]+|"
    ),
    "lang": _LANGUAGE,
    "altLang": _LANGUAGE,
    "defaultTableStyle": _TABLE_STYLE,
    "defaultPivotStyle": _TABLE_STYLE,
    "defaultSlicerStyle": _TABLE_STYLE,
    "defaultTimelineStyle": _TABLE_STYLE,
    "action": _SHOWS_ELSEWHERE,
    "namespaceuri": re.compile(r"urn:schemas-microsoft-com:office:smarttags"),
    "StyleName": re.compile(
        r"(?:APA|MLA|Chicago|ISO 690|IEEE|GB7714|GOST|Harvard|SIST02|Turabian)(?: - [A-Z]\w{3,12}){0,2}"
        r"(?: (?:Fifth|Sixth|Seventh|Eighth|Fifteenth|Sixteenth) Edition)?"
    ),
    "SelectedStyle": re.compile(
        r"[\\/]?(?:APA|MLA|CHICAGO|ISO690|IEEE|GB|GOST|HarvardAnglia|SIST02|TURABIAN)\w{0,32}\.xsl",
        re.IGNORECASE,
    ),
    "prefixMappings": re.compile(
        r"(?:xmlns:\w{1,4}=(?:'|\")https?://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org)/[\w./\-]{1,80}(?:'|\")[ ,]*)*"
    ),
    "eqn": re.compile(
        r"[a-z]+\d?(?: (?:[@#]?-?\d+|width|height|[xy]center|[xy]limo|line[Dd]rawn|(?:pixel|emu)(?:Line)?(?:[Ww]idth|[Hh]eight)2?)){1,3}"
    ),
    "path": re.compile(r"(?:[mlcxetrv]|nf|ns|ae|al|at|ar|wa|wr|qx|qy|qb|[\d\s.,\-@#])*"),
    "minVer": re.compile(r"http://schemas\.openxmlformats\.org/drawingml/2006/diagram"),
    "bidi": re.compile(rf"{_LANGUAGE.pattern}|\d|true|false|on|off"),
    "Id": re.compile(r"[rR](?:[iI][dD])?[0-9A-Fa-f]+|rel\d+"),
    "id": _IDENTITY,
    "embed": _IDENTITY,
    "link": _IDENTITY,
    "spid": _IDENTITY,
    "Type": re.compile(
        r"https?://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.oclc\.org)/[\w./\-]+"
    ),
    "ContentType": re.compile(
        r"(?:application|image|audio|video|text|font)/[\w.+\-]+(?:; ?charset=utf-8)?"
    ),
    "Extension": re.compile(r"[A-Za-z0-9]{1,5}"),
    "r": _CELL,
    "ref": _CELLS,
    "sqref": _CELLS,
    "activeCell": _CELL,
    "topLeftCell": _CELL,
    "char": re.compile(r"[^\w\s]|[\uf000-\uf0ff]|[oOvVnlqwpuxt§Øü]"),
}
_OF_PROGRAMS = re.compile(r"(?:ThisWorkbook|Sheet\d*|Chart\d*|Package|Normal|)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2}")


_IN_FORMATS = re.compile(r"\[[^\]]*\]|\\.|_.|\*.|General|AM/PM|A/P", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_OF_DATES = str.maketrans("", "", "dmyhsgebaDMYHSGEBA")
_LETTERS = re.compile(r"[^\W\d_]")
_SHORT_UNIT = 4


_LIMITS_OF_AXES = ("max", "min", "majorUnit", "minorUnit", "crossesAt", "custUnit")


def code_of(element: str, name: str, value: str) -> str:
    """Return as what an attribute's value is found: as nothing if it is what the format says, or read elsewhere."""
    if name == "style" and any(unusual_fonts(value)):
        return "office.unread-text"
    if name == "style":
        value = without_usual_fonts(value)
    if name in FREE and has_number_of_somebody(value):
        return _TYPED.get(name, "office.free-text")
    if name == "formatCode" and _prints_a_number(value):
        return "office.free-text"
    if _is_name_of_a_look(element, name, value) and has_number_of_somebody(value):
        return "office.style-name"
    is_limit = element in _LIMITS_OF_AXES and name == "val" and formula_says_something(value)
    if is_limit or (name not in READ and is_number_in_groups(value)):
        return "office.unread-text"
    return _code_of_words(element, name, value)


def _code_of_words(element: str, name: str, value: str) -> str:
    if (is_of_the_format(value) and name not in _EXPECTED) or _OF_NOBODY.fullmatch(value):
        return ""
    if name in _NAMES_IN_DIAGRAMS or _is_name_of_a_look(element, name, value):
        return "office.style-name"
    if name == "formatCode":
        return code_of_format(value)
    if name in FREE:
        return "" if _OF_PROGRAMS.fullmatch(value) else _TYPED.get(name, "office.free-text")
    is_read = name in READ and element not in NAMED_BY_THE_FORMAT
    if is_read and not (name == "title" and element in _UNREAD_TITLES):
        return ""
    return "" if _is_expected(element, name, value) else "office.unread-text"


def code_of_format(code: str) -> str:
    """Return as what a number format is found that prints words, or is none: which cells have it is not known here."""
    without = _IN_FORMATS.sub("", code)
    if _WORDS.search(_QUOTED.sub("", without).translate(_OF_DATES)):
        return "office.unread-text"
    words = "".join(_QUOTED.findall(without))
    is_text = len(_LETTERS.findall(words)) > _SHORT_UNIT or _prints_a_number(code)
    return "office.free-text" if is_text else ""


def _prints_a_number(code: str) -> bool:
    return any(map(has_number_of_somebody, _QUOTED.findall(code)))


def _is_name_of_a_look(element: str, name: str, value: str) -> bool:
    """Return whether it is the name of a style, a theme or a font that does not come with an office."""
    if (name == "val" and element in _STYLE_NAMES and element not in _OF_FONTS) or (
        name in ("name", "styleName") and element in _NAMED_LOOKS
    ):
        return True
    if name == "styleId" or (name == "val" and element in _STYLES):
        return not is_usual_style(value)
    is_of_font = element in _OF_FONTS and name in ("name", "val")
    is_of_font = is_of_font or (name in _FONTS and element not in _OF_LANGUAGES)
    return is_of_font and not is_usual_font(value)


def _is_expected(element: str, name: str, value: str) -> bool:
    if element in _OF_LANGUAGES:
        return bool(_LANGUAGE.fullmatch(value))
    if name in ("name", "val", "styleId") and element in _SAYING_MORE:
        return _SAYING_MORE[element](value)
    if name in _FONTS or (name == "font" and is_usual_font(value)):
        return True
    if name in _OF_PREFIXES:
        return not any(unknown_in(one, "") for one in value.split())
    if name in _OF_DIAGRAMS and (drawn := _DIAGRAM.fullmatch(value)):
        return is_usual_style(drawn[1].partition("_")[0])
    expected = _EXPECTED.get(name)
    return bool(expected and expected.fullmatch(value)) or is_of_the_format(value)


def _is_no_word(value: str) -> bool:
    return not _WORDS.search(value)


def _is_told_as_a_look(_: str) -> bool:
    return True


_SAYING_MORE: dict[str, Callable[[str], bool]] = {
    "lsdException": is_usual_style,
    "caption": ("Figure", "Table", "Equation").__contains__,
    "docPartGallery": _GALLERIES.__contains__,
    "lvlText": _is_no_word,
    **dict.fromkeys((*_OF_FONTS, *_STYLES, *_STYLE_NAMES, "style"), _is_told_as_a_look),
}
"""Of these elements, what a name or value may be besides words of the format."""

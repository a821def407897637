"""A web page, element by element: what its styles, kinds and attributes keep from the reader's eyes."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from answerable.inspecting.colours import BLACK, WHITE, Colour, is_lost
from answerable.inspecting.commas import decoded_text, look_at_text
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.markup import MOST_BYTES, Element, text_of
from answerable.inspecting.seen import Seen, heard_by
from answerable.inspecting.webpages.attributes import TEXT_INPUTS, look_at_attributes
from answerable.inspecting.webpages.left_over import look_for_left_over
from answerable.inspecting.webpages.source import unread_words
from answerable.inspecting.webpages.styles import (
    Looks,
    Rule,
    as_one,
    colour_said,
    comments_of,
    is_too_long,
    looks_of,
    rules_of,
)

Inside = Callable[[bytes, str, Seen], None]

_NOT_SHOWN = frozenset(
    "template noscript datalist select object iframe audio video canvas embed applet noframes noembed frameset"
    " dialog rp map svg math meter progress".split()
)
_ONLY_IN = {"option": ("select", "optgroup"), "title": ("head",)}
_OTHER_PAGES = frozenset(("iframe", "object", "embed", "frame"))
_FETCHES = frozenset(("script", "link", "iframe", "object", "embed", "frame", "base"))
_KNOWN = frozenset(
    "html head title base link meta style script body article section nav aside h1 h2 h3 h4 h5 h6 hgroup header"
    " footer address p hr pre blockquote ol ul menu li dl dt dd figure figcaption main search div a em strong"
    " small s cite q dfn abbr ruby rt rp data time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins"
    " del picture source img iframe embed object param video audio track map area svg math table caption"
    " colgroup col tbody thead tfoot tr td th form label input button select datalist optgroup option textarea"
    " output progress meter fieldset legend details summary dialog noscript template canvas center font big tt"
    " strike acronym nobr applet frame frameset noframes noembed o:p o:smarttagtype st1:place".split()
)
_MOST_TAGS = 1_000_000
_DEEPEST = 400
_BLOCKS = frozenset("br p div tr li h1 h2 h3 h4 section article table pre hr".split())
_HIDING = ("hidden", "popover")
_USUAL_ROWS, _ROWS_BELOW = 2, 2
_USUAL_SIZE, _NARROW_LETTERS = 20, 1.5
_NOTHING = ("0", "1", "0px", "1px", "0%")
_TOO_DEEP = "It is a web page with elements in each other too deep to be inspected"
_FOR_OUTLOOK = re.compile(r"\[if [^\]]{1,60}\]>(.*)<!\[endif\]", re.DOTALL)
_NO_COMMENT = re.compile(
    r"\[if [^\]]{1,60}\]><!|<!\[endif\]|\[endif\]|\[if [^\]]{1,60}\]"
    r"|\??xml version=[\"']1\.[01][\"'](?: encoding=[\"'][\w\-]+[\"'])?(?: standalone=[\"']\w+[\"'])?\s*\?"
)
_SKIPS = re.compile(
    r"(?:skip|jump|go|back|neidio|ewch)(?: (?:to|i|at|the|y|yr|main|prif|content|cynnwys|contents|entries|navigation|log"
    r"|start|top|end|page|table|results|search|of|[’']r|i[’']r)){1,6}",
    re.IGNORECASE,
)
_TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Look:
    """How text looks at an element; `ground` is None where a picture lies under it."""

    ink: Colour = BLACK
    ground: Colour | None = WHITE
    is_given: bool = False
    is_hidden: bool = False


def look_at_page(data: bytes, seen: Seen, inside: Inside | None = None) -> None:
    """Find what a web page holds and does not show; `inside` looks into the files in its addresses.

    :raises CannotSay: if it is too large to be looked at.
    """
    if len(data) > MOST_BYTES or data.count(b"<") > _MOST_TAGS:
        raise CannotSay("It is a web page larger than what can be inspected")
    source = decoded_text(data)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(source.replace("\0", "\ufffd").encode("utf-8", "replace"), parser)
    if root is None:
        raise CannotSay("It is a web page without anything in it")
    if any("depth" in one.message for one in parser.error_log):
        raise CannotSay(_TOO_DEEP)
    told: list[str] = []
    seen = heard_by(seen, told.append)
    for word in unread_words(source, root):
        seen.add("html.unread", "", word)
    _look_at_comments(root, seen)
    rules = _look_at_sheets(root, seen)
    _look_at_tree(root, seen, rules, inside)
    look_at_text("".join(_lines(root)).replace("\x00", ""), seen)
    look_for_left_over(source, root, told, seen)


def unseen_elements(root: Element) -> set[Element]:
    """Return the elements of whose words their own attributes and styles show nothing, or may show nothing.

    What sheets of style say is left to whoever reads the page by them.
    """
    found, waiting = set[Element](), [(root, _Look())]
    while waiting:
        one, look = waiting.pop()
        if not isinstance(one.tag, str):
            continue
        here = _look_of(one, {}, look)
        if here.is_hidden or _is_doubtful(one, here):
            found.add(one)
        waiting.extend((below, here) for below in one)
    return found


def _is_doubtful(one: Element, here: _Look) -> bool:
    if looks_of(one.get("style") or "").is_doubtful or _is_out_of_sight(one.tag.lower(), one):
        return True
    is_lost_there = is_lost(here.ink, WHITE if here.ground is None else here.ground)
    return bool(_own_text(one)) and is_lost_there


def _lines(root: Element) -> Iterator[str]:
    """Yield the text of a page, with an end of line where a browser begins one."""
    for one in root.iter():
        if one.tag in _BLOCKS:
            yield "\n"
        yield (one.text or "") if isinstance(one.tag, str) else ""
        yield one.tail or ""


def _look_at_comments(root: Element, seen: Seen) -> None:
    beside = [*_beside(root), *(one for one in root.iter() if not isinstance(one.tag, str))]
    for one in beside:
        text = one.text or ""
        for_outlook = _FOR_OUTLOOK.fullmatch(text.strip())
        if for_outlook and not _TAGS.sub("", for_outlook[1]).strip():
            seen.add("html.metadata", "", text)
        elif text.strip() and not _NO_COMMENT.fullmatch(text.strip()):
            seen.add("html.comment", "", text)


def _beside(root: Element) -> list[Element]:
    found = []
    for step in ("getprevious", "getnext"):
        one = getattr(root, step)()
        while one is not None:
            found.append(one)
            one = getattr(one, step)()
    return found


def _look_at_sheets(root: Element, seen: Seen) -> dict[str, list[Rule]]:
    rules = list[Rule]()
    for one in root.iter("style"):
        sheet = text_of(one)
        seen.add("html.name", "", sheet)
        for comment in comments_of(sheet):
            if comment.strip().lower() not in (
                "font definitions",
                "style definitions",
                "list definitions",
                "page definitions",
            ):
                seen.add("html.comment", "", comment)
        if is_too_long(sheet) or "@import" in sheet or re.search(r"url\(", sheet):
            seen.add("html.fetched", "", sheet[:80])
        if re.search(r"(?<![\w-])--[\w-]+\s*:|content\s*:\s*[\"'][^\"']*\w{3}", sheet):
            seen.add("html.hiding-style", "", "")
        rules.extend(rules_of(sheet))
    telling = [one for one in rules if one.looks != Looks()]
    for rule in telling:
        if rule.looks.is_doubtful or (not rule.is_told and rule.looks.hides):
            seen.add("html.hiding-style", "", "")
    found = dict[str, list[Rule]]()
    for rule in as_one(one for one in telling if one.is_told):
        found.setdefault(rule.key, []).append(rule)
    return found


def _look_at_tree(
    root: Element, seen: Seen, rules: dict[str, list[Rule]], inside: Inside | None
) -> None:
    waiting = [(root, _Look(), 0)]
    while waiting:
        one, look, depth = waiting.pop()
        if not isinstance(one.tag, str):
            continue
        if depth > _DEEPEST:
            raise CannotSay("It is a web page with elements in each other too deep to be inspected")
        here = _look_of(one, rules, look)
        _look_at_element(one, here, look, seen)
        if looks_of(one.get("style") or "").is_doubtful or is_cover(one, rules):
            seen.add("html.hiding-style", "", one.get("style") or "")
        look_at_attributes(one, seen, inside)
        waiting.extend((below, here, depth + 1) for below in one)


def is_cover(one: Element, rules: dict[str, list[Rule]]) -> bool:
    """Return whether an element that says and shows nothing itself is filled, and may lie over others."""
    looks = [*(rule.looks for rule in _rules_for(one, rules)), looks_of(one.get("style") or "")]
    if not any(each.is_laid_over for each in looks) or any(each.hides for each in looks):
        return False
    is_filled = any(each.ground is not None or each.has_picture for each in looks)
    return is_filled and not len(one) and not text_of(one).strip()


def _rules_for(one: Element, rules: dict[str, list[Rule]]) -> Iterator[Rule]:
    classes = (f".{name}" for name in (one.get("class") or "").split())
    for key in (*classes, f"#{one.get('id')}", one.tag, "*", ""):
        yield from (rule for rule in rules.get(key, ()) if rule.fits(one))


def _look_of(one: Element, rules: dict[str, list[Rule]], above: _Look) -> _Look:
    style = one.get("style") or ""
    said = [*(rule.looks for rule in _rules_for(one, rules)), looks_of(style)]
    ink = _last(each.ink for each in said) or colour_said(one.get("color") or one.get("text") or "")
    own = _last(each.ground for each in said) or colour_said(one.get("bgcolor") or "")
    ground = own or above.ground
    if any(each.has_picture for each in said) or one.get("background"):
        ground = own = None
    is_hidden = any(one.get(key) is not None for key in _HIDING) or any(each.hides for each in said)
    return replace(
        above,
        ink=ink or above.ink,
        ground=ground,
        is_given=above.is_given or own is not None,
        is_hidden=above.is_hidden or is_hidden,
    )


def _last(colours: Iterable[Colour | None]) -> Colour | None:
    given = [one for one in colours if one is not None]
    return given[-1] if given else None


def _own_text(one: Element) -> str:
    said = [_typed_in(one) or one.text or "", *(below.tail or "" for below in one)]
    return " ".join(" ".join(said).split())


def _typed_in(one: Element) -> str:
    """Return what stands in a box for one line of text."""
    is_box = one.tag == "input" and (one.get("type") or "").lower() in TEXT_INPUTS
    return (one.get("value") or "") if is_box else ""


def _look_at_element(one: Element, here: _Look, above: _Look, seen: Seen) -> None:
    name = one.tag.lower()
    said = " ".join(text_of(one).split()) if name not in ("html", "body") else ""
    if name not in _KNOWN and not name.startswith(("o:", "v:", "w:", "st1:")):
        seen.add("html.unknown-element", "", said)
    if here.is_hidden and not above.is_hidden:
        if not _is_skip_link(one, said):
            seen.add("html.hidden-text", "", said)
    elif not here.is_hidden and name not in ("script", "style", "title"):
        _look_at_colour(one, here, seen)
    _look_at_kind(name, one, said, seen)
    if name in _FETCHES and (one.get("src") or one.get("href") or one.get("data")):
        seen.add("html.fetched", "", one.get("src") or one.get("href") or one.get("data"))


def _is_skip_link(one: Element, said: str) -> bool:
    """Return whether it is the link for keyboards that most pages begin with, and says no word besides."""
    is_within = one.tag.lower() == "a" and (one.get("href") or "").startswith("#")
    return is_within and _SKIPS.fullmatch(said) is not None


def _look_at_colour(one: Element, here: _Look, seen: Seen) -> None:
    text = _own_text(one)
    if not text:
        return
    if here.ground is None:
        if is_lost(here.ink, WHITE):
            seen.add("html.pale-text", "", text)
    elif is_lost(here.ink, here.ground):
        seen.add("html.invisible-text" if here.is_given else "html.pale-text", "", text)


def _look_at_kind(name: str, one: Element, said: str, seen: Seen) -> None:
    if name == "input" and (one.get("type") or "").lower() == "hidden":
        seen.add("html.hidden-field", "", one.get("value") or "")
    elif name == "script":
        seen.add("html.script", "", said)
    elif name == "meta" and one.get("content") and one.get("name", "").lower() != "viewport":
        seen.add("html.metadata", "", one.get("content"))
    elif name in _OTHER_PAGES and _is_of_no_size(one):
        seen.add("html.hidden-text", "", one.get("src") or one.get("srcdoc") or said)
    elif _is_out_of_sight(name, one):
        seen.add("html.not-shown", "", said)


def _letters_seen(box: Element) -> float:
    """Return how many letters a box for one line of text has room for, and somewhat more."""
    if (box.get("type") or "").lower() in ("submit", "button", "reset"):
        return math.inf
    size = box.get("size") or ""
    is_number = size.isdecimal() and len(size) < _USUAL_SIZE
    # A size of nothing is none to a browser.
    return _NARROW_LETTERS * ((int(size) if is_number else 0) or _USUAL_SIZE)


def _is_of_no_size(one: Element) -> bool:
    return one.get("width") in _NOTHING or one.get("height") in _NOTHING


def _is_out_of_sight(name: str, one: Element) -> bool:
    """Return whether a browser shows an element in some cases only, or nowhere where it stands."""
    if name in _ONLY_IN:
        return one.getparent() is None or one.getparent().tag not in _ONLY_IN[name]
    if name == "textarea":
        rows = one.get("rows") or ""
        tall = int(rows) if rows.isdigit() else _USUAL_ROWS
        return text_of(one).strip().count("\n") >= tall + _ROWS_BELOW
    if name == "input" and len(_typed_in(one)) > _letters_seen(one):
        return True
    if _is_of_no_size(one):
        return name not in ("table", "td", "th", "tr", "hr")
    return name in _NOT_SHOWN or (name == "details" and one.get("open") is None)

"""What is looked for in every part of an office file, whatever the part is for."""

import posixpath
from itertools import chain

from answerable.inspecting.colours import BLACK, WHITE
from answerable.inspecting.formats.outlines import hides_letters, is_font, is_key, plain_font
from answerable.inspecting.formats.words import is_of_the_format
from answerable.inspecting.markup import MOST_BYTES, attribute, local, look_at_namespaces
from answerable.inspecting.office import addresses, altered, drawn, properties, unseen
from answerable.inspecting.office.diagrams import look_at_diagrams
from answerable.inspecting.office.measures import look_at_measures
from answerable.inspecting.office.package import TYPES, Package, reached
from answerable.inspecting.office.slides.letters import look_at_letters
from answerable.inspecting.office.slides.text import Scheme, look_at_texts, scheme_of_chart
from answerable.inspecting.pictures import look_at_picture

# Their strings and rows can be more than a tree of them could hold: they are read as they come.
_STREAMED = ("spreadsheetml.worksheet+xml", "spreadsheetml.sharedstrings+xml")
_XML = (b"<?xml", b"\xef\xbb\xbf<", b"<")


def look_everywhere(package: Package) -> None:
    """Find what any part may hold: parts that nobody knows or reaches, metadata, text that nobody sees."""
    found = reached(package)
    for part in package.parts:
        if not is_of_the_format(part):
            package.seen.add("office.free-text", "name of a part", part)
        if part not in found:
            package.seen.add("office.orphan-part", f"“{part}”")
        _look_at_part(package, part, package.rule_for(part))
    for name in package.archive.members:
        if name == TYPES or name.endswith(".rels"):
            unseen.look_at_tree(package, name, package.root(name))
    for part, relations in package.relations.items():
        if part and part not in package.archive.members:
            package.seen.add("office.orphan-part", f"what belongs to “{part}”, which is not there")
        for one in relations:
            if not one.is_outside and one.target not in package.archive.members:
                _look_at_nowhere(package, part, one.target)
    look_at_diagrams(package)
    addresses.look_at_addresses(package)
    properties.look_at_properties(package)


def _look_at_nowhere(package: Package, part: str, target: str) -> None:
    """Find a reference to a part that is not there, if it says more than a name that an office gives."""
    if not is_of_the_format(target):
        package.seen.add("office.unread-text", f"reference of “{part}” to nothing", target)


def is_streamed(package: Package, part: str) -> bool:
    """Return whether a part is read as it comes, by a reader of its own."""
    return package.type_of(part).lower().endswith(_STREAMED)


def _look_at_part(package: Package, part: str, rule: str) -> None:
    if rule == "":
        package.seen.add("office.unknown-part", f"“{part}”", package.type_of(part))
    elif rule == "picture":
        data = package.archive.unpacked(part, most=MOST_BYTES)
        look_at_picture(data, f"picture “{posixpath.basename(part)}”", package.seen)
    elif rule == "custom-xml":
        _look_at_custom_xml(package, part)
    elif rule in ("read", "layout") and _is_a_file(package, part):
        _look_at_named(package, part, "office.embedded-file")
    elif rule in ("read", "layout"):
        if not is_streamed(package, part):
            _look_at_xml(package, part)
    else:
        _look_at_named(package, part, rule)


def _is_a_file(package: Package, part: str) -> bool:
    """Return whether a part is a whole file, though its type says XML: so Word writes documents that stand in others."""
    return next(iter(package.archive.stream(part)), b"").startswith(b"PK\x03\x04")


def _look_at_xml(package: Package, part: str) -> None:
    root = package.root(part)
    unseen.look_at_tree(package, part, root)
    drawn.look_at_drawing(package, part, root)
    look_at_measures(package, part, root)
    altered.look_at_altered(package, f"“{part}”", root)
    if local(root) == "chartSpace" and part.startswith("word/"):
        usual = Scheme({"tx1": BLACK, "bg1": WHITE}, WHITE)
        look_at_texts(package, root, f"“{part}”", scheme_of_chart(root, usual), of="docx")
        look_at_letters(package, root, f"“{part}”", scheme_of_chart(root, usual), of="docx")


def _look_at_named(package: Package, part: str, rule: str) -> None:
    """Find a part whose presence is the finding, with a sample of what it says."""
    data = package.archive.unpacked(part, most=MOST_BYTES)
    count, sample = 1, ""
    if data.lstrip()[:5].startswith(_XML):
        count, sample = _told(package, part, rule)
    package.seen.add(rule, f"“{part}”", sample, count=count)
    if rule == "office.embedded-font":
        _look_at_font(package, part, data)
    if rule in ("office.embedded-file", "docx.other-document"):
        package.inside(data, posixpath.basename(part), package.seen)


def _look_at_font(package: Package, part: str, data: bytes) -> None:
    """Find a font that lets nobody read what is written in it; Word mixes it with a key that its list of fonts keeps."""
    lists = [one for one in package.parts if part in package.related(one, "font")]
    keys = (
        attribute(one, "fontKey")
        for each in lists
        for one in package.root(each).iter("{*}*")
        if attribute(one, "fontKey")
    )
    font = plain_font(data, tuple(filter(is_key, keys)))
    if is_font(font) and hides_letters(font):
        package.seen.add("office.font-without-letters", f"“{part}”")


_ONES = {
    "docx.comment": ("comment",),
    "pptx.comment": ("cm",),
    "xlsx.threaded-comment": ("threadedComment",),
    "office.people": ("person", "cmAuthor", "author"),
    "xlsx.pivot-cache": ("r", "cacheField"),
}
"""What is counted in parts that hold several of one thing."""


def _told(package: Package, part: str, rule: str) -> tuple[int, str]:
    root = package.root(part)
    count = sum(local(one) in _ONES.get(rule, ()) for one in root.iter())
    texts = chain(root.itertext(), (attribute(one, "v") for one in root.iter() if one.get("v")))
    names = (value for one in root.iter() for key, value in one.attrib.items() if key in _NAMES)
    said = next((text for text in chain(texts, names) if text.strip()), "")
    return max(1, count), said


_NAMES = ("name", "displayName", "author", "userId", "caption")


def _look_at_custom_xml(package: Package, part: str) -> None:
    root = package.root(part)
    texts = [text for text in root.itertext() if text.strip()]
    is_list_of_sources = local(root) == "Sources" and len(root) == 0 and not texts
    if is_list_of_sources:
        package.seen.add("office.empty-custom-xml", f"“{part}”")
        look_at_namespaces(package.archive.unpacked(part, most=MOST_BYTES), part, package.seen)
        unseen.look_at_tree(package, part, root)
    else:
        package.seen.add("office.custom-xml", f"“{part}”", next(iter(texts), ""))

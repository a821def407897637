"""An OpenDocument file: its parts, and what is in it unseen."""

import posixpath
import re
from collections.abc import Callable

from answerable.inspecting.archive import Archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.formats.outlines import hides_letters, is_font
from answerable.inspecting.formats.words import has_number_of_somebody, is_of_the_format
from answerable.inspecting.markup import (
    MOST_BYTES,
    Element,
    attribute,
    look_at_namespaces,
    named,
    root_of,
    text_of,
)
from answerable.inspecting.office.properties import is_called_a_remark, is_of_a_program
from answerable.inspecting.opendocument.content import look_at_content
from answerable.inspecting.opendocument.covered import covers_on_pages, covers_text
from answerable.inspecting.opendocument.kept import (
    beyond_the_last_page,
    look_at_kept,
    pages_at_most,
)
from answerable.inspecting.opendocument.left_over import look_for_left_over
from answerable.inspecting.opendocument.nowhere import look_for_nowhere
from answerable.inspecting.opendocument.sheets import look_at_sheets
from answerable.inspecting.opendocument.slides import look_at_slides
from answerable.inspecting.opendocument.styles import Styles, styles_of
from answerable.inspecting.opendocument.unseen import look_at_tree
from answerable.inspecting.pictures import look_at_picture
from answerable.inspecting.seen import Seen, heard_by

Inside = Callable[[bytes, str, Seen], None]

_MANIFEST = "META-INF/manifest.xml"
_READ = ("content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf", _MANIFEST)
_OF_A_KIND = (
    (r"Thumbnails/.*", "office.thumbnail"),
    (r"(?:Basic|Scripts|Dialogs)/.*", "office.macro"),
    (r"META-INF/(?:document|macro|package)signatures\.xml", "office.signature"),
    (r"Versions/.*|VersionList\.xml", "odf.versions"),
    (r"Configurations2/.*\.xml", "office.custom-ui"),
    (r"Configurations2/images/.*", "office.custom-ui"),
    (r"Fonts/.*", "office.embedded-font"),
    (r"layout-cache", "odf.layout-cache"),
    (r"[^/]*/(?:content|styles|settings|meta)\.xml", ""),
    (r"(?:media|Videos)/.*", "office.media"),
)
_PICTURES = re.compile(r"(?:[^/]*/)?(?:Pictures|ObjectReplacements)/[^/]*")
_EMPTY = ("Configurations2/accelerator/current.xml",)


def look_at_opendocument(archive: Archive, kind: str, seen: Seen, inside: Inside) -> None:
    """Find everything in an OpenDocument file that it does not show.

    :raises CannotSay: if it is locked or damaged.
    """
    if "content.xml" not in archive.members:
        raise CannotSay("It is an OpenDocument file without its content: it is damaged")
    told: list[str] = []
    seen = heard_by(seen, told.append)
    roots = {name: _root(archive, name, seen) for name in _READ if name in archive.members}
    _check_is_open(roots.get(_MANIFEST))
    _look_at_list(roots.get(_MANIFEST), archive, seen)
    for name in archive.members:
        if name not in roots and name != "mimetype":
            _look_at_part(archive, name, seen, inside)
    for name, root in roots.items():
        look_at_tree(root, name, seen)
    styles = styles_of(roots["content.xml"], roots.get("styles.xml"))
    _look_at_roots(roots, styles, seen)
    look_for_nowhere(roots, archive.members, seen)
    if kind == "ods":
        look_at_sheets(roots["content.xml"], styles, seen)
    elif kind == "odt" and (
        covers_text(roots["content.xml"], styles) or covers_on_pages(roots["content.xml"], styles)
    ):
        seen.add("odf.covered", "text")
    elif kind == "odp":
        look_at_slides(roots["content.xml"], styles, seen)
    look_for_left_over(roots, told, seen)


def _root(archive: Archive, name: str, seen: Seen) -> Element:
    data = archive.unpacked(name, most=MOST_BYTES)
    root = root_of(data, name, seen)
    look_at_namespaces(data, name, seen)
    return root


def _check_is_open(manifest: Element | None) -> None:
    if manifest is not None and any(True for _ in named(manifest, "encryption-data")):
        raise CannotSay(
            "It is locked by a password, and cannot be inspected: save a copy without one"
        )


def _look_at_list(manifest: Element | None, archive: Archive, seen: Seen) -> None:
    """Find entries of the list of parts for parts that are not there, and that no office names so."""
    folders = {f"{posixpath.dirname(name)}/" for name in archive.members} | {"/"}
    for one in named(manifest, "file-entry") if manifest is not None else ():
        path = attribute(one, "full-path")
        if path not in archive.members and path not in folders and not is_of_the_format(path):
            seen.add("office.unread-text", f"“{_MANIFEST}”", path)


def _look_at_roots(roots: dict[str, Element], styles: Styles, seen: Seen) -> None:
    for name in ("content.xml", "styles.xml"):
        if name in roots:
            look_at_content(roots[name], name, styles, seen)
            look_at_kept(roots[name], name, seen)
    if "meta.xml" in roots:
        _look_at_meta(roots["meta.xml"], seen)
    if "settings.xml" in roots:
        _look_at_settings(roots["settings.xml"], seen)
    statistics = named(roots["meta.xml"], "document-statistic") if "meta.xml" in roots else ()
    counted = next((attribute(one, "page-count") for one in statistics), "")
    content = roots["content.xml"]
    for one in beyond_the_last_page(content, pages_at_most(content, counted)):
        seen.add("odf.off-slide", "“content.xml”", text_of(one).strip())


def _look_at_part(archive: Archive, name: str, seen: Seen, inside: Inside) -> None:
    where = f"“{name}”"
    if name in _EMPTY and not archive.members[name].file_size:
        return
    if _PICTURES.fullmatch(name):
        _look_at_picture(archive, name, seen)
        return
    code = next((code for pattern, code in _OF_A_KIND if re.fullmatch(pattern, name)), None)
    if code is None:
        seen.add("office.unknown-part", where)
        data = archive.unpacked(name, most=MOST_BYTES)
        inside(data, posixpath.basename(name), seen)
    elif code:
        seen.add(code, where)
        if code == "office.embedded-font":
            data = archive.unpacked(name, most=MOST_BYTES)
            if is_font(data) and hides_letters(data):
                seen.add("office.font-without-letters", where)
    else:
        _look_at_object(archive, name, seen)


def _look_at_picture(archive: Archive, name: str, seen: Seen) -> None:
    data = archive.unpacked(name, most=MOST_BYTES)
    is_drawn_by_office = data[:6] == b"VCLMTF"
    if not is_drawn_by_office:
        look_at_picture(data, f"picture “{posixpath.basename(name)}”", seen)


def _look_at_object(archive: Archive, name: str, seen: Seen) -> None:
    """Look at a chart, formula or document inside the document: it holds its own table."""
    root = _root(archive, name, seen)
    look_at_tree(root, name, seen)
    if not name.endswith("content.xml"):
        return
    is_chart = any(True for _ in named(root, "chart"))
    is_formula = any(True for _ in named(root, "math"))
    if is_chart:
        seen.add(
            "odf.chart-table", f"“{name}”", "".join(text_of(one) for one in named(root, "table"))
        )
    elif is_formula:
        for one in named(root, "mphantom"):
            seen.add("odf.hidden-text", f"“{name}”", text_of(one).strip())
    else:
        seen.add("office.embedded-file", f"“{name}”", text_of(root))


_OF_PEOPLE = ("creator", "initial-creator", "printed-by", "sender-firstname", "sender-lastname")
_TYPED = (*_OF_PEOPLE, "title", "subject", "keyword", "description", "user-defined")
"""What somebody typed: a number there is no count."""

_NUMBERS = re.compile(r"[\d.,:\-TZPHMSDY]*")


def _look_at_meta(meta: Element, seen: Seen) -> None:
    for group in meta:
        for one in group:
            name = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
            text = text_of(one).strip() or attribute(one, "href") or attribute(one, "title")
            is_counted = name not in _TYPED or not has_number_of_somebody(text)
            if not text or (_NUMBERS.fullmatch(text) and is_counted):
                continue
            code = "office.person" if name in _OF_PEOPLE else "office.property"
            if name == "user-defined":
                is_remark = is_called_a_remark(attribute(one, "name"))
                code = "office.remark" if is_remark else "office.custom-property"
            elif name == "description" and not is_of_a_program(text):
                code = "office.remark"
            seen.add(code, f"{name} in “meta.xml”", text)


def _look_at_settings(settings: Element, seen: Seen) -> None:
    for one in named(settings, "config-item"):
        name, text = attribute(one, "name"), text_of(one).strip()
        if not text or attribute(one, "type") in ("boolean", "int", "short", "long", "double"):
            continue
        code = "office.printer-settings" if name.startswith("Printer") else "odf.setting"
        seen.add(code, f"{name} in “settings.xml”", text)

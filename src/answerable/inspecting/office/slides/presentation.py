"""A presentation: which slides are shown, and what it keeps beside them."""

import re
from collections.abc import Iterable, Iterator

from answerable.inspecting.formats.words import has_long_number
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.fields import kept_on_slide
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.slides.inherited import look_at_inherited, words_off_the_side
from answerable.inspecting.office.slides.letters import look_at_letters
from answerable.inspecting.office.slides.shapes import (
    Slide,
    cells_of_no_width,
    runs_off,
    shapes_of,
    unseen_shapes,
    words,
)
from answerable.inspecting.office.slides.text import (
    Scheme,
    look_at_texts,
    scheme_of,
    scheme_of_chart,
    with_usual_letters,
)

_PROMPTS = re.compile(
    r"(?:Click (?:icon )?to (?:edit|add)[\w ]*|(?:Second|Third|Fourth|Fifth) level|[\W\d]*)",
    re.IGNORECASE,
)
_MOMENT = 500
"""Thousandths of a second in which nobody reads anything."""

_SHEETS = ("slide", "slideLayout", "slideMaster")


def look_at_presentation(package: Package) -> None:
    """Find everything in a presentation that its slides, as they are shown, do not show."""
    main = package.main_part()
    presentation = package.root(main)
    size = size_of_slides(presentation)
    listed = listed_slides(package)
    for part in package.related(main, "slide"):
        if part not in listed:
            package.seen.add("pptx.unlisted-slide", f"“{part}”", words(package.root(part)))
    for number, part in enumerate(listed, 1):
        if part in package.archive.members:
            _look_at_slide(package, part, f"slide {number}", size)
    _look_at_layouts(package, main, listed)
    for one in named(presentation, "section", "custShow"):
        code = "pptx.section" if local(one) == "section" else "pptx.custom-show"
        package.seen.add(code, "", attribute(one, "name"))
    if next(named(presentation, "modifyVerifier"), None) is not None:
        package.seen.add("pptx.protection")


def size_of_slides(presentation: Element) -> tuple[int, int]:
    """Return how wide and how tall slides are."""
    size = next(named(presentation, "sldSz"), None)
    if size is None:
        return 0, 0
    return int(attribute(size, "cx") or 0), int(attribute(size, "cy") or 0)


def listed_slides(package: Package) -> list[str]:
    """Return the parts that are slides, in their order."""
    main = package.main_part()
    related = package.by_key(main)
    return [
        related[key].target
        for one in named(package.root(main), "sldId")
        if (key := _relation(one)) in related
    ]


def _relation(one: Element) -> str:
    """Return the name of the part to which an element refers, which is not its own number."""
    return next((value for key, value in one.attrib.items() if key.endswith("}id")), "")


def _look_at_slide(package: Package, part: str, where: str, size: tuple[int, int]) -> None:
    slide = package.root(part)
    if attribute(slide, "show") in ("0", "false"):
        package.seen.add("pptx.hidden-slide", where, words(slide))
    _look_at_shapes(package, part, slide, where, size)
    _look_at_words(package, part, where)
    for _, notes in package.roots_of(part, "notesSlide"):
        said = " ".join(words(one) for one in named(notes, "p") if not _is_of_a_field(one)).strip()
        if said:
            package.seen.add("pptx.notes", where, said)
    if next(named(slide, "timing"), None) is not None or _goes_by(slide):
        package.seen.add("pptx.animation", where)
    for table in named(slide, "tbl"):
        for one in cells_of_no_width(table):
            if said := words(one):
                package.seen.add("pptx.tiny-text", where, said)
    for one in named(slide, "tc"):
        is_under = {attribute(one, "hMerge"), attribute(one, "vMerge")} & {"1", "true"}
        if is_under and (said := words(one)):
            package.seen.add("pptx.under-merged", where, said)


def _goes_by(slide: Element) -> bool:
    """Return whether a slide is shown for less than a moment."""
    times = (attribute(one, "advTm") for one in named(slide, "transition"))
    return any(one.isdigit() and int(one) < _MOMENT for one in times)


def _look_at_words(package: Package, part: str, where: str) -> None:
    scheme = scheme_of_slide(package, part)
    above = [package.root(one) for one in above_slide(package, part)]
    look_at_inherited(package, package.root(part), where, above, scheme)
    look_at_texts(package, package.root(part), where, scheme)
    for kept in kept_on_slide(package.root(part)):
        package.seen.add("office.kept-result", where, kept)
    for _, chart in package.roots_of(part, "chart", "chartEx"):
        look_at_texts(package, chart, where, scheme_of_chart(chart, scheme))
        look_at_letters(package, chart, where, scheme_of_chart(chart, scheme), of="pptx")


def _is_of_a_field(paragraph: Element) -> bool:
    """Return whether a paragraph says no more than a number or a day that the program puts there."""
    return not any(local(one) == "r" for one in paragraph)


def _look_at_shapes(
    package: Package, part: str, slide: Element, where: str, size: tuple[int, int]
) -> None:
    above = [package.root(one) for one in above_slide(package, part)]
    for code, shape in unseen_shapes(slide, Slide(*size), *above):
        package.seen.add(code, where, words(shape.element))
    for shape in shapes_of(slide, *above):
        if said := runs_off(shape, Slide(*size)) or words_off_the_side(shape, size[0]):
            package.seen.add("pptx.below-the-slide", where, said)


def above_slide(package: Package, part: str) -> list[str]:
    """Return the layout and the master of a slide."""
    layout = next(package.related(part, "slideLayout"), "")
    master = next(package.related(layout, "slideMaster"), "") if layout else ""
    return [one for one in (layout, master) if one]


def _look_at_layouts(package: Package, main: str, listed: list[str]) -> None:
    """Find text of layouts and masters that no slide shows."""
    used = {
        one
        for part in _that_show_more(package, listed)
        for one in package.related(part, "slideLayout")
    }
    used |= {
        one
        for part in _that_show_more(package, used)
        for one in package.related(part, "slideMaster")
    }
    masters = set(package.related(main, "slideMaster", "notesMaster", "handoutMaster"))
    layouts = {one for part in masters for one in package.related(part, "slideLayout")}
    for part in sorted(masters | layouts | used):
        for shape in named(package.root(part), "sp"):
            is_placeholder = next(named(shape, "ph"), None) is not None
            said = words(shape)
            is_usual = all(_PROMPTS.fullmatch(words(one)) for one in named(shape, "p"))
            if is_placeholder and (not is_usual or has_long_number(said)):
                package.seen.add("pptx.prompt", f"“{part}”", said)
            elif said and not is_placeholder and part not in used:
                package.seen.add("pptx.unused-layout", f"“{part}”", said)
            elif said and not is_placeholder:
                look_at_texts(package, shape, f"“{part}”", scheme_of_sheet(package, part))


def _that_show_more(package: Package, parts: Iterable[str]) -> Iterator[str]:
    """Yield those slides, or layouts, that show what stands on the sheets above them."""
    for part in parts:
        if attribute(package.root(part), "showMasterSp") not in ("0", "false"):
            yield part


def scheme_of_sheet(package: Package, part: str) -> Scheme:
    """Return the colours of a layout or a master."""
    master = next(package.related(part, "slideMaster"), "")
    theme = next((root for _, root in package.roots_of(master or part, "theme")), None)
    return scheme_of([package.root(one) for one in (part, master) if one], theme)


def scheme_of_slide(package: Package, part: str) -> Scheme:
    """Return the colours of a slide."""
    layout = next(package.related(part, "slideLayout"), "")
    master = next(package.related(layout, "slideMaster"), "") if layout else ""
    theme = next((root for _, root in package.roots_of(master, "theme")), None) if master else None
    sheets = [package.root(one) for one in (part, layout, master) if one]
    usual = [package.root(package.main_part()), *([package.root(master)] if master else [])]
    return with_usual_letters(scheme_of(sheets, theme), usual)

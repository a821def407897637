"""Words that are white by their theme, where the file says another colour beside it for programs without themes."""

from collections.abc import Iterator

from answerable.inspecting.colours import WHITE, Colour, colour_of, is_lost
from answerable.inspecting.markup import Element, attribute, local, named
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.styles import child, children

_NAMES = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2",
    "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}  # fmt: skip
_MAPPED = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}


def colours_of(package: Package, main: str) -> dict[str, Colour | None]:
    """Return the colours of a document's theme, by the names that its text has for them."""
    theme = next((root for _, root in package.roots_of(main, "theme")), None)
    held = dict[str, Colour | None]()
    for scheme in named(theme, "clrScheme") if theme is not None else ():
        for one in scheme:
            value = next(iter(one), None)
            said = "" if value is None else attribute(value, "lastClr") or attribute(value, "val")
            held[local(one)] = colour_of(said)
    settings = next((root for _, root in package.roots_of(main, "settings")), None)
    mapping = child(settings, "clrSchemeMapping")
    found = {name: held.get(key) for name, key in _NAMES.items()}
    for name, key in _MAPPED.items():
        meant = attribute(mapping, key) if mapping is not None else ""
        if meant in _NAMES:
            found[name] = held.get(_NAMES[meant])
    return found


def white_by_theme(
    root: Element, colours: dict[str, Colour | None]
) -> Iterator[tuple[Element, str]]:
    """Yield what says a colour of the theme that is lost on paper, with another beside it, and the words that have it."""
    for one in named(root, "color"):
        name = attribute(one, "themeColor")
        beside, meant = colour_of(attribute(one, "val")), colours.get(name)
        if not name or meant is None or not is_lost(meant, WHITE):
            continue
        if attribute(one, "themeShade") or name in ("background1", "light1"):
            # A shade is darker, and paper by its own name is looked for where its ground is known.
            continue
        if beside is not None and is_lost(beside, WHITE):
            continue
        run = one.getparent().getparent()
        has_ground = next(children(child(run, "rPr"), "shd", "highlight"), None) is not None
        has_ground = has_ground or any(
            local(above) in ("tc", "txbxContent") for above in one.iterancestors()
        )
        if not has_ground:
            yield one, "".join(each.text or "" for each in named(run, "t"))

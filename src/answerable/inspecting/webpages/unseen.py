"""Elements of a web page that nobody sees, for whoever takes its visible words out of it."""

import re

from answerable.inspecting.markup import Element, text_of

_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0*(?:\.0+|0|[0-3](?:\.\d+)?px)\b"
    r"|opacity\s*:\s*0?(?:\.0\d*)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}|color\s*:\s*transparent"
    r"|(?:width|height)\s*:\s*0(?:px)?\s*(?:;|$)|clip(?:-path)?\s*:|content-visibility\s*:\s*hidden",
    re.IGNORECASE,
)
_COLOUR = re.compile(
    r"(?<![\w-])color\s*:\s*(?:#f{3}(?:f{3})?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)",
    re.IGNORECASE,
)
_NOT_SHOWN = frozenset("template noscript datalist select object iframe audio video canvas".split())
_NEVER_SHOWN = _NOT_SHOWN | {"script", "style", "head", "title", "input", "textarea"}
_GROUND = re.compile(r"background", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"[.#]([\w-]+)\s*$")


def is_unseen(one: Element, hiding: frozenset[str] = frozenset()) -> bool:
    """Return whether nobody sees what is in an element; `hiding` are the classes and names of rules that hide."""
    if not isinstance(one.tag, str):
        return True
    style = one.get("style") or ""
    if one.tag.lower() in _NEVER_SHOWN or one.get("hidden") is not None or _HIDES.search(style):
        return True
    named_so = {*(one.get("class") or "").split(), one.get("id") or ""}
    if named_so & hiding:
        return True
    is_pale = _COLOUR.search(style) or (one.get("color") or "").lower() in (
        "white",
        "#ffffff",
        "#fff",
    )
    return bool(is_pale) and not any(
        each.get("bgcolor") or _GROUND.search(each.get("style") or "")
        for each in (one, *one.iterancestors())
    )


def hiding_names(root: Element) -> frozenset[str]:
    """Return the classes and names of elements that the rules of a page hide."""
    found: set[str] = set()
    for style in root.iter("style"):
        for selectors, said in _RULE.findall(text_of(style)):
            if _HIDES.search(said) or (_COLOUR.search(said) and not _GROUND.search(said)):
                found.update(
                    one[1] for part in selectors.split(",") if (one := _CLASS.search(part.strip()))
                )
    return frozenset(found)

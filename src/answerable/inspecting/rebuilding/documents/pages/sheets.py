"""Style sheets of a page: what they say of an element, by selectors of names, classes and places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.inspecting.markup import Element
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(
    r"(?P<tag>[a-z][\w-]*|\*)?(?P<marks>(?:[.#][\w-]+|\[[\w-]+(?:=[\"']?[\w-]+[\"']?)?\])*)",
    re.IGNORECASE,
)
_MARK = re.compile(r"([.#])([\w-]+)|\[([\w-]+)(?:=[\"']?([\w-]+)[\"']?)?\]")
_OF_A_MOMENT = re.compile(
    r"::?(?:before|after|hover|focus|active|visited|link|focus-visible|focus-within|placeholder|selection|first-letter|first-line|marker|backdrop|-\w[\w-]*)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*([>+~])\s*|\s+")
_MOST_RULES = 20_000
_NOT_FOLLOWED = "Its style sheets hide elements in a way that is not followed here: print the page to a PDF, and release that"


@dataclass(frozen=True, slots=True)
class _Part:
    tag: str
    marks: tuple[tuple[str, str, str], ...]
    joined_by: str

    def fits(self, one: Element) -> bool:
        if self.tag not in ("", "*") and self.tag != one.tag:
            return False
        return all(_has(one, *mark) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class _Rule:
    parts: tuple[_Part, ...]
    style: str
    weight: tuple[int, int, int, int]

    def fits(self, one: Element) -> bool:
        return self.parts[-1].fits(one) and _stands_so(one, self.parts)


@dataclass(slots=True)
class Sheets:
    """All the rules of a page, by what the last part of their selectors names first."""

    rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _count: int = 0

    def style_of(self, one: Element) -> dict[str, str]:
        """Return what sheets and the element itself say of how it looks, the last word for each."""
        found = [rule for key in _keys(one) for rule in self.rules.get(key, ()) if rule.fits(one)]
        said: dict[str, str] = {}
        urgent: dict[str, str] = {}
        for style in (
            *(rule.style for rule in sorted(found, key=lambda rule: rule.weight)),
            one.get("style") or "",
        ):
            for name, value in _declared(style):
                bare = re.sub(r"\s*!\s*important", "", value, flags=re.IGNORECASE)
                (said if bare == value else urgent)[name] = bare
        return {**said, **urgent}

    def take(self, sheet: str, hides: re.Pattern[str]) -> None:
        """Take in a style sheet.

        :raises CannotRebuild: if one of its rules hides what its selector says in a way that is not followed.
        """
        for selector, style in _rules(_COMMENT.sub(" ", sheet)):
            for one in selector.split(","):
                self._count += 1
                if self._count > _MOST_RULES:
                    raise CannotRebuild(_NOT_FOLLOWED)
                if _OF_A_MOMENT.search(one):
                    continue
                parts = _parts(one.strip().replace(":root", "html"))
                if parts:
                    rule = _Rule(parts, style, (*_weight(parts), self._count))
                    self.rules.setdefault(_key(parts[-1]), []).append(rule)
                elif hides.search(style):
                    raise CannotRebuild(_NOT_FOLLOWED)


def _declared(style: str) -> Iterator[tuple[str, str]]:
    for one in style.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _rules(sheet: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield selectors with what they say; those for paper alone are passed over."""
    at = 0
    while (start := sheet.find("{", at)) >= 0 and depth < 5:  # noqa: PLR2004 conditions in conditions
        selector = sheet[at:start].rpartition(";")[2].strip()
        end = _closed(sheet, start)
        inside = sheet[start + 1 : end]
        if selector.startswith("@"):
            is_for_paper = re.match(r"@media\s+(?:only\s+)?print\b", selector)
            if not is_for_paper and selector.startswith(
                ("@media", "@supports", "@layer", "@container")
            ):
                yield from _rules(inside, depth + 1)
        else:
            yield selector, inside
        at = end + 1


def _closed(sheet: str, start: int) -> int:
    depth = 0
    for found in re.compile(r"[{}]").finditer(sheet, start):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.start()
    return len(sheet)


def _parts(selector: str) -> tuple[_Part, ...]:
    """Return the parts of a selector; none if it is one that is not followed."""
    pieces = _PARTS.split(selector)
    made = []
    joined_by = ""
    for at in range(0, len(pieces), 2):
        fits = _SIMPLE.fullmatch(pieces[at] or "")
        if not fits or not pieces[at] or joined_by in ("+", "~"):
            return ()
        marks = tuple(
            (mark[1] or "[", mark[2] or mark[3], mark[4] or "")
            for mark in _MARK.finditer(fits["marks"])
        )
        made.append(_Part((fits["tag"] or "").lower(), marks, joined_by))
        joined_by = (pieces[at + 1] or " ") if at + 1 < len(pieces) else ""
    return tuple(made)


def _weight(parts: tuple[_Part, ...]) -> tuple[int, int, int]:
    marks = [mark[0] for part in parts for mark in part.marks]
    tags = sum(part.tag not in ("", "*") for part in parts)
    return marks.count("#"), len(marks) - marks.count("#"), tags


def _stands_so(one: Element, parts: tuple[_Part, ...]) -> bool:
    for at in range(len(parts) - 1, 0, -1):
        is_child = parts[at].joined_by == ">"
        above = one.getparent()
        while above is not None and not parts[at - 1].fits(above):
            above = None if is_child else above.getparent()
        if above is None:
            return False
        one = above
    return True


def _has(one: Element, kind: str, name: str, value: str) -> bool:
    if kind == ".":
        return name in (one.get("class") or "").split()
    if kind == "#":
        return bool(one.get("id") == name)
    return one.get(name) is not None and value in ("", one.get(name))


def _key(part: _Part) -> str:
    for kind, name, _ in part.marks:
        if kind in ".#":
            return kind + name
    return part.tag if part.tag not in ("", "*") else "*"


def _keys(one: Element) -> Iterator[str]:
    yield "*"
    yield one.tag
    yield f"#{one.get('id') or ''}"
    for name in set((one.get("class") or "").split()):
        yield f".{name}"

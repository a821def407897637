"""How the styles of a page number its lists: "ol.parts { list-style-type: lower-alpha }"."""

import re
from collections.abc import Iterator

from answerable.reading.html_tags import in_small_letters

_SHEET = re.compile(r"<style\b[^<>]*>", re.IGNORECASE)
_FORM = r"((?:lower|upper)-(?:alpha|latin|roman)|decimal|none)"
_TYPE = re.compile(rf"\blist-style(?:-type)?\s*:[^;]*?\b{_FORM}\b", re.IGNORECASE)
# Numbers may be printed by a counter instead: 'li::before { content: "(" counter(part, lower-alpha) ")" }'.
_COUNTER = re.compile(rf"\bcounters?\([^()]*?,\s*{_FORM}\s*\)|\b(counter)\(", re.IGNORECASE)
_CLASS = re.compile(
    r"(?:^|[\s,>])(?:ol)?\.([\w-]+)(?:\s*>?\s*li(?:::?before|::marker)?)?\s*(?=,|$)"
)
_LARGEST = 500_000
# Longer rules hold pictures and fonts, and say nothing of lists.
_LONGEST_NAMES, _LONGEST_RULE = 500, 2_000


def list_styles(text: str) -> dict[str, str]:
    """Return the form of numbers, or "none", that a page gives to the lists of a class."""
    styles: dict[str, str] = {}
    for sheet in _sheets(text[:_LARGEST]):
        for names, body in _rules(sheet):
            counted = _COUNTER.search(body) if "before" in names or "marker" in names else None
            listed = _TYPE.search(body)
            form = (counted[1] or "decimal") if counted else listed[1] if listed else ""
            for name in _CLASS.findall(names.strip()) if form else ():
                if counted or styles.get(name) in (None, "none"):
                    styles[name] = form.lower()
    return styles


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the names and the body of each rule, also of those in others: "@media print { ol { … } }"."""
    *rules, _ = sheet.split("}")
    for rule in rules:
        before, brace, body = rule.rpartition("{")
        if brace and len(body) <= _LONGEST_RULE:
            yield before.rpartition("{")[2][-_LONGEST_NAMES:], body


def _sheets(text: str) -> Iterator[str]:
    lowered = in_small_letters(text)
    place = 0
    while opens := _SHEET.search(text, place):
        close = lowered.find("</style", opens.end())
        if close < 0:
            return
        yield text[opens.end() : close]
        place = close

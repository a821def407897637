"""The text of our own markdown, without the marks that kept it from being taken for layout."""

import re

_MARK = re.compile(r"\\([!-/:-@\[-`{-~])|&#([0-9]{1,3});|(<br>)")
_LINK = re.compile(
    r"\\.|\[((?:[^\\\[\]]|\\.)*)\]\((?:<((?:[^\\<>]|\\.)*)>|([^\s()]*))\)", re.DOTALL
)
_CELL = re.compile(r" ((?:[^\\|]|\\.)*) \|")


def unescaped(text: str) -> str:
    """Return the text as it was before it was escaped; `<br>` is a line's end."""
    return _MARK.sub(_plain, text)


def with_links(line: str) -> tuple[str, list[tuple[str, str, int]]]:
    """Return the line as it was, and its links: their words, address and place in the line."""
    parts: list[str] = []
    links: list[tuple[str, str, int]] = []
    length = here = 0
    for mark in _LINK.finditer(line):
        if mark[1] is None:
            continue
        before, words = unescaped(line[here : mark.start()]), unescaped(mark[1])
        length += len(before)
        links.append((words, unescaped(mark[2]) if mark[3] is None else mark[3], length))
        length += len(words)
        parts += [before, words]
        here = mark.end()
    return "".join([*parts, unescaped(line[here:])]), links


def cells_of(row: str) -> tuple[str, ...]:
    """Return the cells of a row, from what stands behind its first bar."""
    return tuple(unescaped(cell) for cell in _CELL.findall(row))


def _plain(mark: re.Match[str]) -> str:
    if mark[1]:
        return mark[1]
    return "\n" if mark[3] else chr(int(mark[2]))

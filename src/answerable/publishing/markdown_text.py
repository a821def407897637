"""Any text as markdown that shows it as it is, and from which it can be read back exactly."""

import re

_SPECIAL = re.compile(r"[\\`*\[\]<>#|~&]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
_LINE_START = re.compile(r"([-+=]|\d{1,9}[.)])")
_EDGE = re.compile(r"\A[ \t]+|[ \t]+\Z")
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9:/?@!$'*+,;=%._~#-]+\Z")


def escaped(text: str) -> str:
    """Return the text with a backslash before each mark that markdown would act on."""
    return _SPECIAL.sub(lambda mark: f"\\{mark[0]}", text)


def guarded(line: str) -> str:
    """Return an escaped line that cannot begin a list or a rule, nor lose blanks at its edges."""
    start = _LINE_START.match(line)
    if start:
        line = f"{line[: start.end() - 1]}\\{line[start.end() - 1 :]}"
    return _EDGE.sub(lambda blanks: "".join(f"&#{ord(one)};" for one in blanks[0]), line)


def in_one_line(text: str) -> str:
    """Return the text escaped for one line: a heading, a field, a cell; line breaks as `<br>`."""
    return "<br>".join(guarded(escaped(line)) for line in text.split("\n"))


def linked(text: str, href: str) -> str:
    """Return the words as a link."""
    if _PLAIN_ADDRESS.match(href):
        return f"[{escaped(text)}]({href})"
    inside = re.sub(r"[\\<>&]", lambda mark: f"\\{mark[0]}", href)
    return f"[{escaped(text)}](<{inside}>)"

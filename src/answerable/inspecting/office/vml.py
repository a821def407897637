"""Drawings in VML, which offices write for comments and controls, and not always as XML."""

import re

_CONDITION = re.compile(rb"<!\[(?:if [\w\s.!&|()]{1,60}|endif)\]>")
_BREAK = re.compile(rb"<br((?:\s[^<>]*[^<>/])?)>(?!\s*</br>)")


def well_formed(data: bytes) -> bytes:
    """Return a drawing without the conditions that PowerPoint writes, and with breaks of lines that end.

    What stands between conditions stays: it is looked at whatever the condition is.
    """
    return _BREAK.sub(rb"<br\1/>", _CONDITION.sub(b"", data))

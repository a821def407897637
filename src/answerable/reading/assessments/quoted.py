"""What people are quoted with: a line in quotation marks, or several in one."""

import re

_QUOTED = re.compile(
    r"[\u201c\"\u2018'](?P<words>[^\u201c\u201d\"]{3,})[\u201d\"\u2019']\s*[.,]?(?:\s*[-\u2013\u2014(].{0,60})?"
)
_SEVERAL_QUOTED = re.compile(r"[\u201c\"][^\u201c\u201d\"]{3,}[\u201d\"]")


def quotations_in(text: str, *, is_among: bool) -> list[str]:
    """Return the quotations that a line is made of, none where it says more; `is_among` where nothing else stands."""
    if is_among or _QUOTED.fullmatch(text):
        return [text]
    several = _SEVERAL_QUOTED.findall(text)
    if len(several) > 1 and not _SEVERAL_QUOTED.sub("", text).strip(" ,;."):
        return several
    return []

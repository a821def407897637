"""The fields of a document in RTF: links, and what their codes say."""

import re

from answerable.inspecting.office.addresses import code_of_address
from answerable.inspecting.seen import Seen

_PLAIN_FIELDS = frozenset(
    "PAGE NUMPAGES SECTIONPAGES SECTION TOC PAGEREF REF NOTEREF DATE TIME CREATEDATE SAVEDATE PRINTDATE SEQ SYMBOL"
    " STYLEREF LISTNUM EQ FORMTEXT FORMCHECKBOX FORMDROPDOWN NUMWORDS NUMCHARS ADVANCE SHAPE".split()
)
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]*)"?(.*)', re.DOTALL | re.IGNORECASE)
_SWITCHES = re.compile(
    r'\\\*\s*\w+|\\[a-z#@]+(?:\s+"[^"]{0,40}")?|[\w.\-]+|"\d+-\d+"|\s+', re.IGNORECASE
)
_SWITCHES_OF_A_LINK = re.compile(r'\\[a-z]\b|"[^"\s]*"', re.IGNORECASE)


def look_at_field(text: str, seen: Seen) -> None:
    """Find what the code of a field says besides what it is for, and where a link leads."""
    kind = (text.split() or [""])[0].upper()
    address = _ADDRESS.fullmatch(text.strip())
    if address and not re.search(r"\w{3}", _SWITCHES_OF_A_LINK.sub("", address[2])):
        is_open = code_of_address(address[1]) == "office.web-link"
        seen.add("rtf.web-link" if is_open else "rtf.telling-link", "", address[1])
    elif kind in _PLAIN_FIELDS and not _SWITCHES.sub("", text.strip()[len(kind) :]):
        seen.add("rtf.plain-field", "", text)
    else:
        seen.add("rtf.field", "", text)

"""Where a file leads: links, linked pictures, templates and data that lie outside of it."""

import re

from answerable.inspecting.office.package import Package, Relation

_LINKED = {
    "image": "office.linked-picture",
    "attachedTemplate": "docx.template-path",
    "mailMergeSource": "docx.mail-merge",
    "mailMergeHeaderSource": "docx.mail-merge",
    "subDocument": "docx.other-document",
    "frame": "docx.other-document",
}
_ON_THE_WEB = re.compile(r"https?://[^\s?#@]+(?:#[\w.\-]*)?", re.IGNORECASE)
_INSIDE_AN_OFFICE = re.compile(
    r"https?://(?:[^/]*\.(?:sharepoint|local|internal|lan|intranet)\b|[^/.]+(?:/|$)|\d+\.\d+\.\d+\.\d+)",
    re.IGNORECASE,
)


def look_at_addresses(package: Package) -> None:
    """Find every address outside of the file to which a part refers."""
    for part, relations in package.relations.items():
        for one in relations:
            if one.is_outside and one.kind not in ("externalLinkPath", "xlExternalLinkPath"):
                package.seen.add(_code(one), f"“{part}”" if part else "", one.target)


def code_of_address(address: str) -> str:
    """Return which finding a link to an address is: one to the open web says little, others give something away."""
    if not address or address.startswith("#"):
        return "office.web-link"
    is_open = _ON_THE_WEB.fullmatch(address) and not _INSIDE_AN_OFFICE.match(address)
    return "office.web-link" if is_open else "office.telling-link"


def _code(relation: Relation) -> str:
    if relation.kind == "hyperlink":
        return code_of_address(relation.target)
    return _LINKED.get(relation.kind, "office.linked-file")

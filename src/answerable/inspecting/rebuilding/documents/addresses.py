"""Addresses of links: which may stay in a rebuilt document."""

from answerable.inspecting.office.addresses import code_of_address
from answerable.inspecting.rebuilding.documents.left_out import Left


def kept_address(address: str, left: Left) -> str:
    """Return an address on the open web; nothing for one that names people, machines or keys, which is counted."""
    address = address.strip()
    if not address or address.startswith("#"):
        return ""
    is_open = address.lower().startswith(("http://", "https://"))
    if is_open and address.isascii() and code_of_address(address) == "office.web-link":
        return address
    left.add("links")
    return ""

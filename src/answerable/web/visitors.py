"""Who sends something from outside, as far as the site has to know: from where, and by whose page."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

_HOUSEHOLD = 64
"""The bits of an IPv6 address that one connection shares."""


def network_address(request: HttpRequest) -> str:
    """Return the network address of whoever sends a request; it is to be counted, and never kept.

    Each proxy in front adds the address that it saw at the end: those before are only said.
    """
    seen = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    proxies = settings.ANSWERABLE_PROXIES
    said = seen[-proxies] if 0 < proxies <= len(seen) else request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return "unknown"
    if address.version == 4:  # noqa: PLR2004 the fourth version of the protocol
        return str(address)
    return str(ipaddress.ip_network((address, _HOUSEHOLD), strict=False))


def is_from_our_page(request: HttpRequest) -> bool:
    """Return whether a browser says that a page of this site sent this."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    said = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        return urlsplit(said).netloc == request.get_host()
    except ValueError:
        return False

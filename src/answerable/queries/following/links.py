"""The signed links of whoever asked: to their request, and to the files of a letter."""

import datetime as dt

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare

from answerable.queries.casework.merged import goes_on
from answerable.records.casework.models import DeliveryLink, FollowLink, Request

_FOLLOW_SALT, _DELIVERY_SALT = "answerable.following", "answerable.deliveries"
_WELSH = "cy"


class LinkNotOurs(Exception):
    """A link is not whole, or this site never made it."""


class LinkReplaced(Exception):
    """A link was ended by a newer one."""


def follow_token(link: FollowLink) -> str:
    """Return what stands in the link of a request: its reference and the nonce, signed."""
    return _signer(_FOLLOW_SALT).sign_object([link.request.reference, link.nonce])


def follow_address(link: FollowLink) -> str:
    """Return the address of the page of a request, in the language of whoever asked."""
    return _address(f"your-request/{follow_token(link)}/", link.request)


def request_followed(token: str) -> Request:
    """Return the request that a link leads to, with who asked; one that was merged leads to what goes on.

    :raises LinkNotOurs: if the link is forged, or leads to nothing any more.
    :raises LinkReplaced: if a newer link ended it.
    """
    reference, nonce = _unsigned(token, _FOLLOW_SALT)
    found = Request.objects.select_related("requester", "follow_link")
    request = found.filter(reference=reference, follow_link__isnull=False).first()
    if request is None:
        raise LinkNotOurs
    if not constant_time_compare(nonce, request.follow_link.nonce):
        raise LinkReplaced
    # Only requests of one person are merged: what goes on is theirs, too.
    return goes_on(request)


def delivery_token(link: DeliveryLink) -> str:
    """Return what stands in the link to the files of a letter: its number and the nonce, signed."""
    return _signer(_DELIVERY_SALT).sign_object([link.letter_id, link.nonce])


def delivery_address(link: DeliveryLink) -> str:
    """Return the address of the page with the files of a letter, in the language of whoever asked."""
    return _address(f"your-files/{delivery_token(link)}/", link.letter.request)


def delivery_linked(token: str, *, today: dt.date) -> tuple[DeliveryLink, bool]:
    """Return the link to the files of a letter, and whether it still works on a day.

    :raises LinkNotOurs: if the link is forged, or leads to nothing any more.
    :raises LinkReplaced: if a newer link ended it.
    """
    pk, nonce = _unsigned(token, _DELIVERY_SALT)
    found = DeliveryLink.objects.filter(letter_id=pk)
    link = found.select_related("letter__request").defer("letter__pdf", "letter__html").first()
    if link is None:
        raise LinkNotOurs
    if not constant_time_compare(nonce, link.nonce):
        raise LinkReplaced
    return link, today <= link.ends_on


def _address(path: str, request: Request) -> str:
    prefix = f"/{_WELSH}" if request.language == _WELSH else ""
    return f"{settings.ANSWERABLE_ADDRESS}{prefix}/{path}"


def _unsigned(token: str, salt: str) -> tuple[str, str]:
    try:
        about, nonce = _signer(salt).unsign_object(token)
    except (BadSignature, ValueError, TypeError) as problem:
        raise LinkNotOurs from problem
    return str(about), str(nonce)


def _signer(salt: str) -> Signer:
    # Mail programs that look for links in a text often end one at a colon or at a full stop.
    return Signer(salt=salt, sep="~")

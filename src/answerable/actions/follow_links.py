"""Make the links of whoever asked: once for each request, anew when asked, for files until a day."""

import datetime as dt
import secrets

from django.conf import settings
from django.db import transaction

from answerable.queries.following.links import follow_address
from answerable.records.casework.models import DeliveryLink, FollowLink, Letter, LetterFile, Request

DELIVERED_FOR = dt.timedelta(days=30)
"""How long the files of a letter can be fetched, unless somebody extends it."""
_MEGABYTE = 1024 * 1024


def follow_link(request: Request, *, at: dt.datetime) -> FollowLink:
    """Make the link of a request, unless it has one, and return it."""
    made = {"nonce": new_nonce(), "made_at": at}
    return FollowLink.objects.get_or_create(request=request, defaults=made)[0]


def renewed_link(request: Request, *, at: dt.datetime) -> FollowLink:
    """Make a new link of a request, which ends the one before, and return it."""
    made = {"nonce": new_nonce(), "made_at": at}
    return FollowLink.objects.update_or_create(request=request, defaults=made)[0]


def link_shown_once(reference: str, *, at: dt.datetime) -> str:
    """Return the address of a request's page for whoever gave no e-mail address, the first time only.

    Nothing is returned for everybody else: their link comes by e-mail, which shows that the address is theirs.
    """
    with transaction.atomic():
        found = Request.objects.select_for_update().filter(reference=reference).first()
        if found is None or found.requester.address:
            return ""
        if FollowLink.objects.filter(request=found).exists():
            return ""
        return follow_address(follow_link(found, at=at))


def deliver_by_link(letter: Letter, *, at: dt.datetime, on: dt.date) -> DeliveryLink | None:
    """Make a link to the files of a letter, if they are more than a mail can carry."""
    sizes = LetterFile.objects.filter(letter=letter).values_list("file__size", flat=True)
    if not sizes or sum(sizes) + len(letter.pdf) <= settings.ANSWERABLE_MAIL_LARGEST * _MEGABYTE:
        return None
    return DeliveryLink.objects.create(
        letter=letter, nonce=new_nonce(), made_at=at, ends_on=on + DELIVERED_FOR
    )


def new_nonce() -> str:
    """Return a text that nobody can guess."""
    return secrets.token_urlsafe(18)

"""The links that whoever asked was given: to their request, and to files too large for a mail."""

import datetime as dt
from dataclasses import dataclass

from answerable.records.casework.models import DeliveryLink, FollowLink


@dataclass(frozen=True, slots=True)
class GivenDelivery:
    """The files of a letter that are fetched by a link, until when, and when somebody first looked."""

    letter: int
    ends_on: dt.date
    opened_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class GivenLinks:
    """When the link of a request was made, None if it has none yet, and the deliveries of its letters."""

    made_at: dt.datetime | None
    deliveries: tuple[GivenDelivery, ...]


def given_links(reference: str) -> GivenLinks:
    """Return the links of a request, but for what would open them."""
    made = FollowLink.objects.filter(request__reference=reference)
    listed = DeliveryLink.objects.filter(letter__request__reference=reference)
    return GivenLinks(
        made_at=made.values_list("made_at", flat=True).first(),
        deliveries=tuple(
            GivenDelivery(number, ends_on, opened_at)
            for number, ends_on, opened_at in listed.order_by("letter__number").values_list(
                "letter__number", "ends_on", "opened_at"
            )
        ),
    )

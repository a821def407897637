"""A process of its own that counts earlier answers as shown and as sent: `offerer TIMES`."""

import sys

import django


def main(times):
    """Count both so often, in the same month as everybody else; print what is counted by then."""
    django.setup()
    from answerable.actions.asking import OfferStep, count_offers
    from answerable.queries.offers import offer_months

    for _ in range(times):
        count_offers(OfferStep.SHOWN, month="2026-11")
        count_offers(OfferStep.SENT, OfferStep.SENT_OPENED, month="2026-11")
    for one in offer_months():
        print(one.month, one.shown, one.opened, one.sent, one.sent_opened)


if __name__ == "__main__":
    main(int(sys.argv[1]))

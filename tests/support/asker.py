"""A process of its own that sends the same request several times over: `asker KEY TIMES`."""

import sys

import django


def main(key, times):
    """Send a request under a key, so often, and print each reference."""
    django.setup()
    from django.utils import timezone

    from answerable.actions.asking import Way, ask
    from answerable.queries.calendars import usable_holidays
    from answerable.reading.request_forms import RequestForm

    for number in range(times):
        form = RequestForm(name="Ann", address="ann@example.org", text=f"{number}. How many?")
        way = Way("web", "web form", f"{key} {number}")
        print(ask(form, way, at=timezone.now(), table=usable_holidays()).reference, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

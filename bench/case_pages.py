"""The pages on which officers work, over a full database: how long each takes, and with how many queries."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bench.databases import database_for, drop_database
from bench.report import Report, met

_FIVE = "stage=any&team=north&outcome=withheld&exemption=40&channel=email"
"""Five filters of a list at once."""
_WORDS = ("taser complaints", "overtime", "contract supplier", "staff sickness", "gifts")
_WARM_UP = 3
_FOLLOWED = 60
"""Milliseconds within which 95 in 100 pages of whoever asked are to be there."""


def measure_case_pages(report: Report, *, count: int, database: str, asked: int) -> None:
    """Fill a database with requests, and ask for each page so many times, one after another."""
    print(f"{count:,} requests on {database}", flush=True)
    home = Path(tempfile.mkdtemp(prefix="answerable-bench-"))
    address = database_for(home, database)
    env = {**os.environ, "ANSWERABLE_HOME": str(home), "ANSWERABLE_DATABASE": address}
    env |= {"ANSWERABLE_SECOND_FACTOR": "optional", "ANSWERABLE_SECRET_KEY": "only for the bench"}
    env |= {"ANSWERABLE_BODY": "OPA"}
    env.pop("ANSWERABLE_ADDRESS", None)
    try:
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                f"from bench.case_pages import measure; measure({count}, {asked})",
            ],
            env=env,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        for what, figure, remark in json.loads(done.stdout.splitlines()[-1]):
            report.add(f"{what}, {count:,} {database}", figure, remark)
    finally:
        shutil.rmtree(home, ignore_errors=True)
        drop_database(database, address)


def measure(count: int, asked: int) -> None:
    """Fill the configured database, ask for the pages of casework, and print what it took as JSON."""
    from answerable.cli.site import open_site

    open_site()
    from django.conf import settings
    from django.test.utils import setup_test_environment
    from django.utils import timezone

    from bench.cases import MANAGERS
    from bench.casework import fill_requests

    # The test client speaks as a browser that reached the site; what is compiled is not needed.
    setup_test_environment()
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    began = time.perf_counter()
    fill_requests(count, on=timezone.localdate())  # noqa: TID251 pages show what is due from today on
    took = time.perf_counter() - began
    rows = [("requests filled in", f"{count / took:,.0f}/s", f"{took:.0f} s for all")]
    rows += _index(count)
    rows += [row for page in _pages() for row in _asked(*page, times=asked)]
    rows += [row for page in _followed() for row in _asked(*page, times=asked, target=_FOLLOWED)]
    from bench.afterwards import measure_afterwards

    now = timezone.localtime()
    rows += measure_afterwards(_client(MANAGERS[0]), count=count, now=now)
    print(json.dumps(rows))


def _index(count: int) -> Iterator[tuple[str, str, str]]:
    """Make the index of requests, where the site has one."""
    try:
        from answerable.actions.casework.indexing import rebuild_casework_index
    except ImportError:
        return
    began = time.perf_counter()
    rebuild_casework_index()
    took = time.perf_counter() - began
    yield "requests indexed", f"{count / took:,.0f}/s", f"{took:.0f} s for all"


def _pages() -> Iterator[tuple[str, str, list[str]]]:
    """Yield each page that the site has: what it is, who asks, and for which addresses."""
    from django.urls import NoReverseMatch, reverse

    from answerable.records.casework.models import Request
    from bench.cases import MANAGERS, OFFICERS

    # The restricted ones are named to some people only, and a page that is not there measures nothing.
    listed = Request.objects.filter(is_restricted=False).order_by("pk")
    references = list(listed.values_list("reference", flat=True)[:: max(1, listed.count() // 40)])
    officer, manager = OFFICERS[0], MANAGERS[0]
    pages = [
        ("page of a request", officer, "request", [[one] for one in references], [""]),
        ("list, in hand", manager, "requests", [[]], [""]),
        ("list, five filters", manager, "requests", [[]], [f"?{_FIVE}"]),
        ("my work", officer, "work", [[]], [""]),
        (
            "search",
            officer,
            "request-search",
            [[]],
            [f"?q={one.replace(' ', '+')}" for one in _WORDS],
        ),
        ("standard lines", manager, "standard-lines", [[]], [""]),
    ]
    for what, who, name, given, queries in pages:
        try:
            addresses = [reverse(name, args=args) for args in given]
        except NoReverseMatch:
            print(f"  {what}: this site has no such page", file=sys.stderr)
            continue
        yield what, who, [address + query for address in addresses for query in queries]


def _followed() -> Iterator[tuple[str, str, list[str]]]:
    """Yield the page by which a request is followed: of requests as they come, and of the longest."""
    from django.db.models import Count
    from django.urls import reverse

    from answerable.queries.following.links import follow_token
    from answerable.records.casework.models import FollowLink

    links = FollowLink.objects.select_related("request").order_by("pk")
    longest = links.annotate(asked=Count("request__questions")).order_by("-asked", "pk")
    listed = list(links[:: max(1, links.count() // 40)])
    for what, found in (
        ("page of whoever asked", listed),
        ("the same with ten questions", list(longest[:40])),
    ):
        yield what, "", [reverse("followed", args=[follow_token(one)]) for one in found]


def _client(who: str) -> Any:
    """Return a browser of somebody who is signed in, or of anybody."""
    from django.test import Client

    from answerable.records.accounts.models import Person

    client = Client()
    if who:
        client.force_login(Person.objects.get(email=who))
    return client


def _asked(
    what: str, who: str, addresses: list[str], *, times: int, target: int = 0
) -> Iterator[tuple[str, str, str]]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.urls import NoReverseMatch

    client = _client(who)
    try:
        for address in islice(cycle(addresses), _WARM_UP):
            _get(client, address)
    except NoReverseMatch as lacking:
        print(f"  {what}: it leads to a page that this site has not: {lacking}", file=sys.stderr)
        return
    took = sorted(_timed(client, one) for one in islice(cycle(addresses), times))
    counts = []
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            _get(client, address)
        counts.append(len(queries))
    middle, late = statistics.median(took), took[int(len(took) * 0.95)]
    span = f"{min(counts)}" if min(counts) == max(counts) else f"{min(counts)} to {max(counts)}"
    beside = f" {met(is_met=late * 1000 < target, target=f'{target} ms')}" if target else ""
    figure = f"p50 {middle * 1000:.0f} ms, p95 {late * 1000:.0f} ms"
    yield what, figure, f"{span} queries{beside}"


def _timed(client: Any, address: str) -> float:
    began = time.perf_counter()
    _get(client, address)
    return time.perf_counter() - began


def _get(client: Any, address: str) -> None:
    status = client.get(address).status_code
    if status != 200:
        raise SystemExit(f"{address} answered {status}")

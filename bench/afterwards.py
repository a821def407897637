"""What follows the answer, over a full database: the log, alerts, and what was kept for its time."""

import datetime as dt
import resource
import time
from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import Any
from urllib.parse import urlencode

from answerable.actions.alerting import tell_of_new_answers
from answerable.actions.casework import Doing
from answerable.actions.casework.publishing.drafting import draft_entry
from answerable.actions.casework.publishing.months import publish_month
from answerable.actions.casework.publishing.working import work_steps
from answerable.actions.casework.retaining import list_disposal
from answerable.actions.search_index import rebuild_index, refresh_index
from answerable.domain.clock import shipped_holidays
from answerable.domain.disclosure_log.alerts import Every
from answerable.domain.retention import standard_schedule
from answerable.domain.roles.people import Actor, keeper
from answerable.queries.alerting.links import owner_of
from answerable.queries.alerting.searches import newest_entry
from answerable.queries.archive import change_number
from answerable.queries.casework.answered import waiting_to_be_drafted
from answerable.records.casework.models import DisposalItem, LogDraft
from answerable.records.casework.models.alerting import Alert
from bench.cases import MANAGERS
from bench.pages import WORDS, keep_entries
from bench.report import met

_ENTRIES, _ALERTS, _WITHDRAWN = 60, 1_000, 10
_DAY = dt.timedelta(days=1)
_YEARS = 10
"""More than anything is kept: by then everything that has ended may go."""
_PUBLISHES, _WITHDRAWS = 5.0, 2.0
_Row = tuple[str, str, str]


def measure_afterwards(client: Any, *, count: int, now: dt.datetime) -> Iterator[_Row]:
    """Yield what it took to publish a month, to tell of it, to withdraw, and to list what may go.

    The archive holds as many entries as casework holds requests. `client` is signed in as a manager;
    everything happened on the day before `now`, since pages show what was published by now.
    """
    noon = (now - _DAY).replace(hour=12, minute=0, second=0, microsecond=0)
    doing, month = _doing(keeper(MANAGERS[0]), noon), f"{noon:%Y-%m}"
    keep_entries(count, at=noon - 2 * _DAY)
    rebuild_index(at=noon - 2 * _DAY)
    _alerted(at=noon - _DAY)
    references = _validated(month, doing)
    yield _published(month, doing)
    yield _told(at=noon)
    yield _withdrawn(client, references, month)
    yield from _listed(client, _doing(doing.by, now + dt.timedelta(days=366 * _YEARS)))


def _doing(by: Actor, at: dt.datetime) -> Doing:
    return Doing(by, at, shipped_holidays())


def _validated(month: str, doing: Doing) -> list[str]:
    """Write the entries of a month as casework writes them; that each was looked at is only said."""
    references = list(waiting_to_be_drafted().values_list("reference", flat=True)[:_ENTRIES])
    for reference in references:
        draft_entry(reference, doing=doing)
    LogDraft.objects.filter(request__reference__in=references).update(
        state=LogDraft.State.VALIDATED, month=month
    )
    return references


def _published(month: str, doing: Doing) -> _Row:
    began = time.perf_counter()
    asked = publish_month(month, doing=doing)
    between = time.perf_counter()
    worked = work_steps(doing=doing)
    took = time.perf_counter() - began
    if (worked.done, worked.failed) != (asked, 0):
        message = f"Of {asked} entries {worked.done} are published, and {worked.failed} failed"
        raise SystemExit(message)
    said = f"{asked} entries, {asked / took:,.0f}/s, {between - began:.1f} s to ask for them"
    target = met(is_met=took < _PUBLISHES, target=f"{_PUBLISHES:.0f} s")
    return "a month published", f"{took:.1f} s", f"{said} {target}"


def _alerted(*, at: dt.datetime) -> None:
    """Let there be alerts on searches of one, two and three words, each of another address."""
    words = (" ".join(dict.fromkeys(one)) for one in product(WORDS[:12], repeat=3))
    seen, newest = change_number(), newest_entry()
    Alert.objects.bulk_create(
        Alert(
            address=f"reader-{number}@post.example",
            owner=owner_of(f"reader-{number}@post.example"),
            query=f"q={text.replace(' ', '+')}",
            words=f"“{text}”",
            every=Every.DAY.value,
            nonce=f"{number:024x}",
            asked_at=at,
            confirmed_at=at,
            next_on=at.date(),
            seen=seen,
            newest=newest,
        )
        for number, text in enumerate(islice(words, _ALERTS))
    )


def _told(*, at: dt.datetime) -> _Row:
    began = time.perf_counter()
    refresh_index(at=at)
    told = tell_of_new_answers(at=at)
    took = time.perf_counter() - began
    return "alerts told", f"{_ALERTS / took:,.0f}/s", f"{took:.1f} s for {_ALERTS:,}, {told} mails"


def _withdrawn(client: Any, references: list[str], month: str) -> _Row:
    """Withdraw entries one after another, and ask each time for all that showed them."""
    took = sorted(_gone(client, one, month) for one in references[:_WITHDRAWN])
    middle, latest = took[len(took) // 2], took[-1]
    target = met(is_met=latest < _WITHDRAWS, target=f"{_WITHDRAWS:.0f} s")
    remark = f"at most {latest * 1000:.0f} ms, its pages asked for included {target}"
    return "withdrawn until it is gone everywhere", f"p50 {middle * 1000:.0f} ms", remark


def _gone(client: Any, reference: str, month: str) -> float:
    title = LogDraft.objects.get(request__reference=reference).content["title"]
    # A search for its reference alone would lead to the entry itself.
    query = urlencode({"q": title, "month": month})
    lists = (
        *(f"/search{form}?{query}" for form in ("", ".csv", ".atom")),
        *(f"/log/{month}{form}" for form in ("", ".csv", ".atom")),
    )
    shown = f"/log/{reference}"
    _check(client, (200, True), dict.fromkeys(lists, shown) | {shown: reference})
    said = {"do": "withdraw", "reason": "A table in it can be read back"}
    began = time.perf_counter()
    status = client.post(f"/requests/{reference}/entry/log/", said).status_code
    if status != 302:
        message = f"{reference} was not withdrawn: {status}"
        raise SystemExit(message)
    _check(client, (200, False), dict.fromkeys(lists, shown))
    _check(client, (410, True), {shown: ""})
    return time.perf_counter() - began


def _check(client: Any, wanted: tuple[int, bool], pages: dict[str, str]) -> None:
    """Look whether each page answers so, and holds its words or does not."""
    for address, words in pages.items():
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        found = response.status_code, words in content.decode()
        if found != wanted:
            message = f"{address} answered {found} and not {wanted}"
            raise SystemExit(message)


def _listed(client: Any, doing: Doing) -> Iterator[_Row]:
    took, number = _timed(lambda: list_disposal(schedule=standard_schedule(), doing=doing))
    items = DisposalItem.objects.filter(disposal__number=number).count()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    remark = f"{items:,} on it, {took:.1f} s, {memory:,} MB in all"
    yield "disposal list made", f"{items / took:,.0f}/s", remark
    for what, address in (
        ("disposal list shown", f"/disposals/{number}/"),
        ("disposal list as a file", f"/disposals/{number}.csv"),
    ):
        took, response = _timed(lambda address=address: client.get(address))
        if response.status_code != 200:
            message = f"{address} answered {response.status_code}"
            raise SystemExit(message)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        yield what, f"{took * 1000:.0f} ms", f"{len(content) / 1e6:.1f} MB"


def _timed(do: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    done = do()
    return time.perf_counter() - began, done

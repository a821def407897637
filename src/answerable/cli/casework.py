"""`answerable take-in`, `requests` and `request`: what comes in, what is due, what happened."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from answerable.cli.mailboxes import sources_of
from answerable.cli.printing import harmless
from answerable.cli.site import open_site, user
from answerable.domain.clock import ClockRefused, NoSuchTable, OutsideCalendar, State
from answerable.domain.clock.as_json import clock_as_json
from answerable.domain.clock.steps import explained, long_date
from answerable.domain.clock.written import day_of, events_of
from answerable.domain.roles import MoveNotAllowed
from answerable.domain.roles.people import keeper
from answerable.queries.calendars import holidays

if TYPE_CHECKING:
    from answerable.actions.casework import Doing, TakenIn
    from answerable.queries.casework import QuestionRow, RequestPage, RequestRow

_CHANNELS = ("email", "post", "phone", "web", "other")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands `take-in`, `requests` and `request`."""
    taking = commands.add_parser("take-in", help="take requests in from e-mails and letters")
    taking.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="files, mailboxes (mbox, Maildir), or folders of them",
    )
    taking.add_argument(
        "--channel",
        choices=_CHANNELS,
        help="how it came (default: email for .eml, post for the rest)",
    )
    taking.add_argument(
        "--received", metavar="DATE", help="the day it came, where the file has none"
    )
    taking.add_argument("--from", dest="sender", default="", metavar="NAME", help="who asks")
    taking.add_argument(
        "--json", action="store_true", help="print one JSON object for each message"
    )
    taking.set_defaults(run=take_in)
    listing = commands.add_parser("requests", help="list open requests, the most urgent first")
    listing.add_argument("--due-by", metavar="DATE", help="only what is due by a day")
    listing.add_argument(
        "--json", action="store_true", help="print one JSON object for each request"
    )
    listing.set_defaults(run=list_requests)
    _add_request(commands)


def _add_request(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = commands.add_parser("request", help="show a request, or record what happened to it")
    one.add_argument("reference")
    one.add_argument(
        "--event", action="append", default=[], metavar="KIND:DATE[:DATE]", help="as for clock"
    )
    one.add_argument(
        "--question",
        action="append",
        default=[],
        metavar="LABEL",
        help="to which question it happened (default: to all)",
    )
    one.add_argument("--merge", metavar="LABEL,LABEL", help="make several questions one")
    one.add_argument(
        "--cut", nargs=2, metavar=("LABEL", "WORDS"), help="cut a question before some of its words"
    )
    one.add_argument(
        "--reword", nargs=2, metavar=("LABEL", "TEXT"), help="put a question in other words"
    )
    one.add_argument("--order", metavar="LABEL,LABEL,…", help="put the questions in another order")
    one.add_argument(
        "--seen", action="store_true", help="record that you looked at its new messages"
    )
    one.add_argument(
        "--own-request", metavar="MESSAGE", help="make a request of a message that came to this one"
    )
    one.add_argument("--explain", action="store_true", help="print the days of each clock")
    one.add_argument("--json", action="store_true", help="print one JSON object")
    one.set_defaults(run=show_request)


def take_in(given: argparse.Namespace) -> int:
    """Keep each message as it came, then read those that wait; one that fails never stops the others."""
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework import (  # noqa: PLC0415
        Arrival,
        TakenIn,
        read_waiting,
        store_message,
    )

    failed = False
    for source in sources_of(given.files):
        try:
            data = source.read()
            on = day_of(given.received) if given.received else None
        except (OSError, ClockRefused, ValueError) as problem:
            print(
                f"{source.name}: {getattr(problem, 'strerror', None) or problem}", file=sys.stderr
            )
            failed = True
            continue
        channel = given.channel or ("email" if source.is_mail else "post")
        arrival = Arrival(source.name, channel, on, given.sender)
        known = store_message(data, arrival, by=user(), at=timezone.now())
        if known is not None:
            again = TakenIn(
                source.name, known, is_new=False, is_repeated=True, questions=0, problems=()
            )
            _print_taken(again, as_json=given.json)
    for taken in read_waiting(doing=_doing()):
        _print_taken(taken, as_json=given.json)
    return 2 if failed else 0


def list_requests(given: argparse.Namespace) -> int:
    """Print open requests, the most urgent first."""
    open_site()
    from django.utils.timezone import localdate  # noqa: PLC0415 Django is loaded only now

    from answerable.queries.casework import open_requests  # noqa: PLC0415

    try:
        table = holidays()
        due_by = day_of(given.due_by) if given.due_by else None
        rows = open_requests(table=table, due_by=due_by)
    except (ClockRefused, NoSuchTable, OutsideCalendar) as problem:
        print(problem, file=sys.stderr)
        return 2
    for row in rows:
        print(
            json.dumps(_row_as_json(row)) if given.json else harmless(_row_line(row, localdate()))
        )
    return 0


def show_request(given: argparse.Namespace) -> int:
    """Print a request with the clock of each question, after recording what happened, if told."""
    open_site()

    from answerable.actions.casework import RequestNotFound, record_events  # noqa: PLC0415
    from answerable.domain.questions.editing import EditRefused  # noqa: PLC0415
    from answerable.queries.casework import request_page  # noqa: PLC0415

    try:
        table = holidays()
        _edit(given)
        _look(given)
        if given.event:
            events = events_of(given.event)
            record_events(
                given.reference,
                given.question,
                events,
                doing=_doing(),
            )
        page = request_page(given.reference, table=table)
    except (
        ClockRefused,
        EditRefused,
        MoveNotAllowed,
        NoSuchTable,
        OutsideCalendar,
        RequestNotFound,
    ) as problem:
        print(problem, file=sys.stderr)
        return 2
    if page is None:
        print(f"There is no request {given.reference}: check the reference", file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(_page_as_json(page), ensure_ascii=False, indent=1))
    else:
        print("\n".join(map(harmless, _page_lines(page, explain=given.explain))))
    return 0


def _edit(given: argparse.Namespace) -> None:
    """Change how the request is split, as far as that was asked for."""
    from answerable.actions import casework  # noqa: PLC0415 Django is loaded only now

    doing = _doing()
    if given.merge:
        casework.merge_questions(given.reference, given.merge.split(","), doing=doing)
    if given.cut:
        casework.cut_question(given.reference, *given.cut, doing=doing)
    if given.reword:
        casework.reword_question(given.reference, *given.reword, doing=doing)
    if given.order:
        casework.reorder_questions(given.reference, given.order.split(","), doing=doing)


def _look(given: argparse.Namespace) -> None:
    """Deal with what came to the request after it was taken in, as far as that was asked for."""
    from answerable.actions import casework  # noqa: PLC0415 Django is loaded only now

    if given.own_request is not None:
        taken = casework.make_own_request(given.reference, given.own_request, doing=_doing())
        print("\n".join(map(harmless, _taken(taken))), file=sys.stderr)
    if given.seen:
        casework.mark_seen(given.reference, doing=_doing())


def _doing() -> "Doing":
    """Return who runs this command, now, on the site's calendar."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework import Doing  # noqa: PLC0415

    return Doing(keeper(user()), timezone.now(), holidays())


def _print_taken(taken: "TakenIn", *, as_json: bool) -> None:
    print(json.dumps(_taken_as_json(taken)) if as_json else "\n".join(map(harmless, _taken(taken))))


def _taken(taken: "TakenIn") -> Iterator[str]:
    if taken.is_repeated:
        yield f"{taken.name}: came before, it is {taken.reference}"
    elif taken.is_new:
        noun = "question" if taken.questions == 1 else "questions"
        yield f"{taken.name}: request {taken.reference}, {taken.questions} {noun}"
    else:
        yield f"{taken.name}: belongs to {taken.reference}"
    for problem in taken.problems:
        yield f"  {problem}"


def _taken_as_json(taken: "TakenIn") -> dict[str, Any]:
    return {
        "name": taken.name,
        "reference": taken.reference,
        "is_new": taken.is_new,
        "is_repeated": taken.is_repeated,
        "questions": taken.questions,
        "problems": list(taken.problems),
    }


def _row_line(row: "RequestRow", today: dt.date) -> str:
    due = "waits"
    if row.work_to:
        due = f"due {row.work_to}{' LATE' if row.work_to < today else ''}"
    new = f"  {row.unseen_messages} NEW" if row.unseen_messages else ""
    return (
        f"{row.reference}  {due:<20} {row.open_questions} of {row.questions} open{new}  {row.title}"
    )


def _row_as_json(row: "RequestRow") -> dict[str, Any]:
    return {
        "reference": row.reference,
        "title": row.title,
        "channel": row.channel,
        "received_on": str(row.received_on),
        "questions": row.questions,
        "open_questions": row.open_questions,
        "work_to": str(row.work_to) if row.work_to else None,
        "unseen_messages": row.unseen_messages,
    }


def _page_lines(page: "RequestPage", *, explain: bool) -> Iterator[str]:
    row = page.row
    yield f"{row.reference}  {row.title}"
    yield f"Received {long_date(row.received_on)} by {row.channel}, under {page.regime}"
    for one in page.questions:
        periods = f" {', '.join(one.periods)}" if one.periods else ""
        yield f"\n  {one.label or '–':<6} {one.text}{periods}"
        yield f"         {_clock_line(one)}"
        if explain:
            yield from (f"         {line}" for line in explained(one.clock))
    for message in page.messages:
        files = f", with {', '.join(message.files)}" if message.files else ""
        new = ", NEW" if message.is_unseen else ""
        yield f"\nMessage {message.sha256[:12]} by {message.channel}{files}{new}"
        yield from (f"  {problem}" for problem in message.problems)
        if message.is_unseen:
            yield from (f"  > {line}" for line in message.text.rstrip().splitlines())


def _clock_line(one: "QuestionRow") -> str:
    clock = one.clock
    if clock.state is State.ANSWERED:
        late = "late" if clock.is_late else "in time"
        return f"answered on {clock.answered_on}, {late}"
    if clock.due_on is None:
        return "nothing is due" if clock.waiting is None else f"waits: {clock.waiting.kind.words}"
    earlier = f" (arguable: work to {clock.work_to})" if clock.work_to != clock.due_on else ""
    return f"due {long_date(clock.due_on)}{earlier}"


def _page_as_json(page: "RequestPage") -> dict[str, Any]:
    return {
        **_row_as_json(page.row),
        "regime": page.regime,
        "questions": [
            {
                "label": one.label or None,
                "printed": one.printed or None,
                "text": one.text,
                "heading": one.heading or None,
                "periods": list(one.periods),
                "clock": clock_as_json(one.clock),
            }
            for one in page.questions
        ],
        "messages": [
            {
                "sha256": one.sha256,
                "channel": one.channel,
                "subject": one.subject,
                "arrived_at": one.arrived_at.isoformat(),
                "is_repeated": one.is_repeated,
                "is_unseen": one.is_unseen,
                "text": one.text,
                "files": list(one.files),
                "problems": list(one.problems),
            }
            for one in page.messages
        ],
    }

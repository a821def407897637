"""The list of requests: narrowed, in an order, a page at a time."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from answerable.actions.casework import Doing
from answerable.domain.clock import OutsideCalendar
from answerable.domain.clock.drafting import draft_by
from answerable.domain.clock.left import left_in_words
from answerable.domain.clock.regimes import calendar_of
from answerable.domain.decisions.outcomes import OUTCOME_WORDS
from answerable.domain.roles import Move, Stage
from answerable.queries.accounts import people, teams
from answerable.queries.casework.filters import Sort
from answerable.queries.casework.list_rows import RequestListRow
from answerable.queries.casework.lists import MOST_COUNTED, Part, RequestList, request_list
from answerable.queries.casework.saved_filters import saved_filters
from answerable.web.casework.addresses import request_address
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.list_forms import FilterForm
from answerable.web.casework.words import stage_tag
from answerable.web.staff import staff_page
from answerable.web.tags import Tag

SIZE = 50
_COLUMNS = (
    ("Request", (Sort.REFERENCE,)),
    ("Work to", (Sort.URGENT,)),
    ("Received", (Sort.NEWEST, Sort.OLDEST)),
)
_DIRECTIONS = {Sort.NEWEST: "descending"}


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row as the table shows it: the row, its address, its stage as a tag and its days in words.

    `draft_due_on` is None where no draft is waited for.
    """

    row: RequestListRow
    address: str
    stage: Tag
    left: str
    is_late: bool
    draft_due_on: dt.date | None
    is_draft_late: bool
    outcomes: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column that the list can be put in the order of; `direction` is empty where it is not."""

    words: str
    query: str
    direction: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """Which part of a list stands on a page, and the queries of the pages beside it."""

    first: int
    last: int
    total: str
    is_at_end: bool
    previous: str
    next: str


@require_safe
def requests_page(request: HttpRequest) -> HttpResponse:
    """Show the requests that somebody asks for, the most urgent first."""
    doing = doing_of(request, Move.SEE)
    form = filter_form(request)
    number = _page_number(request)
    found = _found(form, doing, number)
    saved = saved_filters(doing.by.key)
    context = {
        "form": form,
        "saved": saved,
        "may_assign": not refused(doing.by, Move.ASSIGN),
        "may_export": not refused(doing.by, Move.EXPORT),
    }
    if found is not None:
        context |= {
            "lines": [list_line(row, doing) for row in found.rows],
            "page": _list_page(form, found, number),
            "columns": [_column(form, words, sorts) for words, sorts in _COLUMNS],
            "tags": form.tags,
            "query": form.query(),
            "is_saved": any(one.query == form.query() for one in saved),
        }
    return staff_page(request, "casework/requests.html", context)


def filter_form(request: HttpRequest) -> FilterForm:
    """Return the form that narrows a list, filled in by the address."""
    return FilterForm(request.GET, people=people(), teams=teams())


def list_line(row: RequestListRow, doing: Doing) -> ListLine:
    """Return a row as the table shows it."""
    draft_due_on = _draft_due_on(row, doing)
    return ListLine(
        row=row,
        address=request_address(row.reference),
        stage=stage_tag(row.stage),
        left=left_in_words(row.days_left) if row.work_to else "",
        is_late=row.days_left is not None and row.days_left < 0,
        draft_due_on=draft_due_on,
        is_draft_late=draft_due_on is not None and doing.on > draft_due_on,
        outcomes=", ".join(OUTCOME_WORDS[one] for one in row.outcomes),
    )


def _draft_due_on(row: RequestListRow, doing: Doing) -> dt.date | None:
    """Return when the draft of a request is due that is not drafted yet."""
    # Without days left, the calendar does not reach so far.
    if row.stage is not Stage.OPEN or row.work_to is None or row.days_left is None:
        return None
    return draft_by(
        row.work_to,
        received_on=row.received_on,
        working_days=settings.ANSWERABLE_DRAFT_DAYS,
        calendar=calendar_of(row.regime, doing.table),
    )


def _found(form: FilterForm, doing: Doing, number: int) -> RequestList | None:
    """Return the page of the list, None if the form cannot be understood: it then says why."""
    if not form.is_valid():
        return None
    try:
        return request_list(
            form.filters,
            viewer=doing.by,
            today=doing.on,
            table=doing.table,
            part=Part(SIZE, (number - 1) * SIZE),
        )
    except OutsideCalendar as problem:
        form.add_error("due", str(problem))
        return None


def _list_page(form: FilterForm, found: RequestList, number: int) -> ListPage:
    first = (number - 1) * SIZE + 1
    last = first + len(found.rows) - 1
    return ListPage(
        first=first,
        last=last,
        total=f"more than {MOST_COUNTED:,}" if found.is_more else f"{found.total:,}",
        is_at_end=found.is_more and last >= MOST_COUNTED,
        previous=_page_query(form, number - 1) if number > 1 else "",
        next=_page_query(form, number + 1) if found.rows and last < found.total else "",
    )


def _page_query(form: FilterForm, number: int) -> str:
    query = form.query(page=str(number) if number > 1 else "")
    return f"{reverse('requests')}?{query}"


def _column(form: FilterForm, words: str, sorts: tuple[Sort, ...]) -> Column:
    """Return a column: its link puts the list in its order, or in the other one if it is so already."""
    now = form.filters.sort
    is_by_it = now in sorts
    to = sorts[(sorts.index(now) + 1) % len(sorts)] if is_by_it else sorts[0]
    query = form.query(sort="" if to is Sort.URGENT else to.value)
    direction = _DIRECTIONS.get(now, "ascending") if is_by_it else ""
    return Column(words, query, direction)


def _page_number(request: HttpRequest) -> int:
    given = request.GET.get("page", "")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 5 else 1  # noqa: PLR2004 deeper than any list
    return min(max(1, number), MOST_COUNTED // SIZE)

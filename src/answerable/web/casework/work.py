"""What waits for whoever opens the page, and how the work is spread over officers and teams."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from answerable.domain.clock.lapsing import LAPSE_AFTER_DAYS
from answerable.domain.clock.left import left_in_words
from answerable.domain.roles import Move
from answerable.queries.casework.work import SHOWN, Group, WorkGroup, WorkItem, my_work
from answerable.queries.casework.workload import workload
from answerable.queries.office import OfficeNotKnown
from answerable.web.casework.addresses import question_address
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.groups import GROUPS, GroupWords
from answerable.web.casework.lettering import site_office
from answerable.web.staff import staff_page


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits: what it is, where it leads, and the days left in words."""

    item: WorkItem
    address: str
    left: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """What waits for the same reason; `query` leads to a list that holds all of it, if one does."""

    id: str
    heading: str
    query: str
    link: str
    tasks: tuple[Task, ...]
    count: int

    @property
    def is_cut(self) -> bool:
        """Return whether there is more than what is shown."""
        return self.count > len(self.tasks)

    @property
    def has_more(self) -> bool:
        """Return whether the page can show more of it."""
        return self.is_cut and len(self.tasks) <= SHOWN


@require_safe
def my_work_page(request: HttpRequest) -> HttpResponse:
    """Show what waits for somebody, in groups."""
    doing = doing_of(request, Move.SEE)
    asked = request.GET.get("all", "").replace("-", " ")
    whole = Group(asked) if asked in set(Group) else None
    groups = my_work(
        doing.by, today=doing.on, table=doing.table, whole=whole, lapse_after=_lapse_after()
    )
    context = {"groups": [_group(one) for one in groups], "name": doing.by.name}
    return staff_page(request, "casework/work.html", context)


@require_safe
def workload_page(request: HttpRequest) -> HttpResponse:
    """Show how the work is spread over officers and teams."""
    doing = doing_of(request, Move.SEE)
    found = workload(doing.by, today=doing.on, table=doing.table)
    context = {
        "may_see_times": not refused(doing.by, Move.SEE_TIMES),
        "tables": (
            ("Officers", "officer", "Nobody yet", found.officers),
            ("Teams", "team", "No team", found.teams),
        ),
    }
    return staff_page(request, "casework/workload.html", context)


def _lapse_after() -> int:
    """Return for how many days the office waits to hear what was meant: ours, while it says nothing."""
    try:
        return site_office().lapse_after_days
    except OfficeNotKnown:
        return LAPSE_AFTER_DAYS


def _group(found: WorkGroup) -> TaskGroup:
    words = GROUPS[found.group]
    return TaskGroup(
        id=_id(found.group),
        heading=words.heading,
        query=words.query,
        link=words.link,
        tasks=tuple(_task(one, words) for one in found.items),
        count=found.count,
    )


def _id(group: Group) -> str:
    return group.value.replace(" ", "-")


def _task(item: WorkItem, words: GroupWords) -> Task:
    if item.label is None:
        address = reverse(words.page, args=[item.reference])
    else:
        address = question_address(item.reference, item.label)
    is_late = item.days_left is not None and item.days_left < 0
    left = left_in_words(item.days_left) if words.has_dates else ""
    return Task(item, address, left, is_late)

"""What is on its way into the log, each month's numbers, and what readers made of what it says already."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.domain.roles import Move
from answerable.queries.casework.log_lists import LogGroup, LogList, log_lists, log_months
from answerable.queries.offers import offer_months
from answerable.web.casework.doing import doing_of
from answerable.web.staff import staff_page

_HEADINGS = {
    LogList.UNWRITTEN: "Answered, and nothing written yet",
    LogList.TO_DECIDE: "To be read through: words to decide, or sent back",
    LogList.TO_VALIDATE: "To validate, by somebody who did not write it",
    LogList.TO_PUBLISH: "Validated, to publish",
    LogList.WAITING: "Waiting to be published",
    LogList.PUBLISHED: "Published",
    LogList.WITHDRAWN: "Withdrawn",
    LogList.KEPT_OUT: "Kept out of the log",
}
_PAGES = {
    LogList.TO_VALIDATE: "entry-validation",
    LogList.TO_PUBLISH: "entry-validation",
    LogList.WAITING: "entry-steps",
    LogList.PUBLISHED: "entry-steps",
    LogList.WITHDRAWN: "entry-steps",
}


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """One of the lists with its heading, and the page to which its rows lead."""

    id: str
    heading: str
    page: str
    group: LogGroup

    @property
    def is_cut(self) -> bool:
        """Return whether there is more than what is shown."""
        return self.group.count > len(self.group.rows)


@require_safe
def log_entries(request: HttpRequest) -> HttpResponse:
    """List what is on its way into the log."""
    doing = doing_of(request, Move.SEE)
    context = {
        "groups": [_listed(one) for one in log_lists(doing.by)],
        "months": log_months(doing.by),
        "offers": offer_months(),
    }
    return staff_page(request, "casework/publishing/entries.html", context)


def _listed(group: LogGroup) -> ListedGroup:
    page = _PAGES.get(group.list, "request-entry")
    return ListedGroup(group.list.value.replace(" ", "-"), _HEADINGS[group.list], page, group)

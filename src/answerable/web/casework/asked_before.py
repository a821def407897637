"""Whether a whole request was asked before: in which earlier requests how many of its questions stand."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from answerable.domain.precedent.relations import Relation
from answerable.matching.whole import Standing
from answerable.queries.casework.asked_before import RequestBefore, asked_before
from answerable.web.casework.addresses import label_part, question_address
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import seen_case
from answerable.web.casework.words import outcome_tags
from answerable.web.staff import staff_page
from answerable.web.tags import Tag

_TAGS = {
    Relation.SAME: Tag("The same", "green"),
    Relation.SAME_NEW_PERIOD: Tag("Another time", "blue"),
    Relation.OVERLAP: Tag("In part", "yellow"),
}


@dataclass(frozen=True, slots=True)
class ListedStanding:
    """A question as it is asked now, and the earlier one: where that stands, and what was decided."""

    standing: Standing
    part: str
    tag: Tag
    address: str
    outcomes: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class ListedBefore:
    """An earlier request in the list: how much of the request stands in it, in words, and each question."""

    before: RequestBefore
    before_name: str
    behind_name: str
    address: str
    standing: tuple[ListedStanding, ...]


@require_safe
def asked_before_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show in which earlier requests the questions of a request stand."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    before = asked_before(reference, viewer=doing.by, at=doing.at)
    if before is None:
        raise Http404
    context = {
        "found": found,
        "before": before,
        "requests": [_listed(one, before.questions) for one in before.requests],
        "repeated": [one for one in before.requests if one.is_repeated],
        "has_all_of_others": any(
            one.has_all and not one.is_of_same_person for one in before.requests
        ),
    }
    return staff_page(request, "casework/asked_before.html", context)


def _listed(before: RequestBefore, questions: int) -> ListedBefore:
    filed = before.earlier.filed
    here = reverse("request", args=[filed.reference]) if before.is_here else ""
    standing = tuple(_listed_standing(one, before) for one in before.earlier.standing)
    return ListedBefore(
        before, *before.earlier.in_words(questions), here or filed.address, standing
    )


def _listed_standing(one: Standing, before: RequestBefore) -> ListedStanding:
    filed = one.found.filed
    here = question_address(filed.reference or "", filed.label or "") if before.is_here else ""
    return ListedStanding(
        one,
        label_part(one.label),
        _TAGS[one.relation],
        filed.address or here,
        outcome_tags(filed.outcomes),
    )

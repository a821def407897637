"""Two rounds beside each other for staff: what became better or worse, and what has come of what was asked for."""

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.domain.assurance.comparing import Came, Stands
from answerable.domain.roles import Move
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.standards.comparing import ComparedRounds, compared_rounds
from answerable.queries.standards.rounds import every_round
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal
from answerable.web.staff import staff_page

_LONGEST_NUMBER = 12
"""Digits: no round has a longer number."""
_COLUMNS = ("element", "name", "before", "now", "change", "closed", "stays", "new")


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Ask for two rounds, and show them beside each other."""
    doing_of(request, Move.SEE_STANDARDS)
    found, refusal = _asked(request), Refusal()
    if found is None and (request.GET.get("from") or request.GET.get("to")):
        refusal = Refusal("Choose two different rounds of one standard", 422, "from")
    counted = Counter(one.stands for one in found.elements) if found else Counter[Stands]()
    context = {
        "found": found,
        "rounds": every_round(),
        "chosen": (_number(request, "from"), _number(request, "to")),
        "counts": [(one.value, counted[one]) for one in Stands if counted[one]],
        "problems": refusal.problems,
    }
    return staff_page(request, "standards/compare.html", context, status=refusal.status)


@require_safe
def compare_csv(request: HttpRequest) -> HttpResponse:
    """Give two rounds beside each other as CSV, a row for each element."""
    doing_of(request, Move.SEE_STANDARDS)
    found = _asked(request)
    if found is None:
        message = "There are no two such rounds of one standard"
        raise Http404(message)
    name = f"{found.before.held_on}-{found.now.held_on}.csv"
    return HttpResponse(
        b"".join(cells_as_csv(_COLUMNS, _lines(found))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _asked(request: HttpRequest) -> ComparedRounds | None:
    return compared_rounds(_number(request, "from"), _number(request, "to"))


def _number(request: HttpRequest, name: str) -> int:
    """Return the number that the address gives; one that is none is that of no round."""
    written = request.GET.get(name, "")
    is_one = written.isascii() and written.isdecimal() and len(written) < _LONGEST_NUMBER
    return int(written) if is_one else 0


def _lines(found: ComparedRounds) -> list[tuple[str, ...]]:
    return [
        (
            one.element.number,
            one.element.name,
            one.before.name if one.before else "",
            one.now.name if one.now else "",
            one.stands.value,
            *(_texts(found, one.element.number, came) for came in Came),
        )
        for one in found.elements
    ]


def _texts(found: ComparedRounds, element: str, came: Came) -> str:
    return "\n".join(
        one.asked.text for one in found.asked if one.came is came and element in one.asked.elements
    )

"""What is to be done about all elements for staff: what is overdue, what is open, and what was done."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.domain.roles import Move
from answerable.queries.standards.improving import Stands, every_action
from answerable.web.casework.doing import doing_of
from answerable.web.staff import staff_page
from answerable.web.standards.choosing import framework_asked


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """List the actions of a framework; an address that names no such list shows all."""
    doing = doing_of(request, Move.SEE_STANDARDS)
    framework = framework_asked(request)
    rows = every_action(framework.key, today=doing.on)
    asked = request.GET.get("stands", "")
    counted = Counter(one.stands for one in rows)
    context = {
        "framework": framework,
        "rows": [one for one in rows if asked not in set(Stands) or one.stands == asked],
        "total": len(rows),
        "lists": [(one.value, counted[one]) for one in Stands],
        "asked": asked if asked in set(Stands) else "",
    }
    return staff_page(request, "standards/actions.html", context)

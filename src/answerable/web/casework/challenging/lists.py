"""Reviews and complaints that are in hand, and how often what rests on a limb is overturned."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_safe

from answerable.domain.roles import Move
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.accounts import person_names
from answerable.queries.casework.overturned import COLUMNS, LimbRow, limbs_challenged
from answerable.queries.casework.reviews import complaints_in_hand, reviews_in_hand
from answerable.web.casework.challenging.chain import NAMES
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.words import capital
from answerable.web.staff import staff_page


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """Show the reviews, complaints and appeals that are in hand."""
    doing = doing_of(request, Move.SEE)
    rows = reviews_in_hand(doing.by, today=doing.on)
    names = person_names(one.reviewer for one in rows)
    listed = [(one, names.get(one.reviewer, one.reviewer)) for one in rows]
    mine = doing.by.key
    context = {
        "groups": (
            ("They wait for a reviewer", [one for one in listed if not one[0].reviewer]),
            ("Yours", [one for one in listed if one[0].reviewer == mine]),
            ("With others", [one for one in listed if one[0].reviewer not in ("", mine)]),
        ),
        "outside": [(one, NAMES[one.kind]) for one in complaints_in_hand(doing.by)],
        "may_count": not refused(doing.by, Move.READ_OVERTURNED),
    }
    return staff_page(request, "casework/challenging/reviews.html", context)


@require_safe
def limbs(request: HttpRequest) -> HttpResponse:
    """Show how often answers were overturned, by the limb on which they rest, and which requests those are."""
    doing = doing_of(request, Move.READ_OVERTURNED)
    rows = limbs_challenged(doing.by)
    limb, what = request.GET.get("limb", ""), request.GET.get("what", "")
    cases = {row.citation: row.cases for row in rows}.get(limb, {}).get(what, ())
    context = {
        "columns": [capital(one) for one in COLUMNS],
        "rows": [(row, list(zip(COLUMNS, row.numbers, strict=True))) for row in rows],
        "limb": limb,
        "what": what,
        "cases": list(dict.fromkeys(cases)),
    }
    return staff_page(request, "casework/challenging/limbs.html", context)


@require_GET
def limbs_file(request: HttpRequest) -> HttpResponse:
    """Give the same numbers as a file, without the requests."""
    doing = doing_of(request, Move.READ_OVERTURNED)
    lines = cells_as_csv(("limb", *COLUMNS, "rate"), map(_cells, limbs_challenged(doing.by)))
    return HttpResponse(
        b"".join(lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="overturned-{doing.on}.csv"'},
    )


def _cells(row: LimbRow) -> list[str]:
    rate = "" if row.rate is None else str(row.rate)
    return [row.citation, *map(str, row.numbers), rate]

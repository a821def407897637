"""A list of requests as a CSV file, streamed; no requester is in it."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from answerable.actions.casework.exporting import export_requests
from answerable.domain.clock import OutsideCalendar
from answerable.domain.decisions.outcomes import OUTCOME_WORDS
from answerable.domain.roles import Move
from answerable.publishing.csv_files import cells_as_csv
from answerable.queries.casework.list_rows import RequestListRow
from answerable.web.casework.doing import doing_of
from answerable.web.casework.lists import filter_form
from answerable.web.staff import staff_page

_COLUMNS = (
    "reference title received_on channel regime stage work_to days_left open_questions officer team "
    "restricted unseen_messages contributions_open contributions_overdue outcomes exemptions"
).split()


@require_GET
def requests_file(request: HttpRequest) -> HttpResponseBase:
    """Give the whole list as a file, and tell it in the ledger."""
    doing = doing_of(request, Move.EXPORT)
    form = filter_form(request)
    if not form.is_valid():
        return _not_understood(request, form)
    try:
        rows = export_requests(form.filters, asked=form.query(), doing=doing)
    except OutsideCalendar as problem:
        form.add_error("due", str(problem))
        return _not_understood(request, form)
    return StreamingHttpResponse(
        _pieces(cells_as_csv(_COLUMNS, map(_cells, rows))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="requests-{doing.on}.csv"'},
    )


def _not_understood(request: HttpRequest, form: object) -> HttpResponse:
    return staff_page(request, "casework/requests.html", {"form": form}, status=400)


def _pieces(lines: Iterator[bytes], size: int = 64_000) -> Iterator[bytes]:
    """Yield lines in pieces that are worth sending."""
    piece = b""
    for line in lines:
        piece += line
        if len(piece) >= size:
            yield piece
            piece = b""
    yield piece


def _cells(row: RequestListRow) -> list[str]:
    return [
        row.reference,
        row.title,
        str(row.received_on),
        row.channel,
        row.regime,
        row.stage.value,
        str(row.work_to or ""),
        "" if row.days_left is None else str(row.days_left),
        str(row.open_questions),
        row.officer,
        row.team,
        "yes" if row.is_restricted else "no",
        str(row.unseen_messages),
        str(row.contributions_open),
        str(row.contributions_overdue),
        "; ".join(OUTCOME_WORDS[one] for one in row.outcomes),
        "; ".join(row.exemptions),
    ]

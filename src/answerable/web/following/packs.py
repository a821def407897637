"""The evidence pack: everything that passed between whoever asked and the office, in one file."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from answerable.actions.following import count_visit
from answerable.publishing.case_folder import case_folder, folder_zip
from answerable.queries.calendars import usable_holidays
from answerable.queries.following.evidence import evidence_of
from answerable.web.following.doors import followed
from answerable.web.following.limits import PACKS
from answerable.web.visitors import network_address


@followed
@require_safe
def evidence_pack(request: HttpRequest, token: str) -> HttpResponse:
    """Give the evidence pack of a request."""
    now = timezone.now()
    count_visit(network_address(request), PACKS, at=now)
    case = evidence_of(token, table=usable_holidays(), on=timezone.localdate(now))
    name = f"request-{case.reference}-{case.made_on}.zip"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(
        folder_zip(case_folder(case)), content_type="application/zip", headers=headers
    )

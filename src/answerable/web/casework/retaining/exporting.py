"""Take a request out whole, as a zip, for a reason."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.exporting_one import export_request
from answerable.domain.roles import Move, why_not
from answerable.publishing.case_folder import Folder, folder_zip
from answerable.web.casework.assigning import ReasonForm
from answerable.web.casework.doing import doing_of
from answerable.web.casework.moving import Refusal, done_or_refused, seen_case
from answerable.web.files import file_to_save
from answerable.web.staff import posted, staff_page


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask why a request is taken out, and hand it out as a zip."""
    doing = doing_of(request)
    found = seen_case(reference, doing)
    form, refusal = ReasonForm(posted(request)), Refusal()
    taken: list[Folder] = []
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        refusal = done_or_refused(
            lambda: taken.append(export_request(reference, reason=reason, doing=doing)),
            place="id_reason",
        )
    if taken:
        return file_to_save(f"{reference}.zip", folder_zip(taken[0]))
    context = {
        "found": found,
        "form": form,
        "problems": refusal.problems,
        "refusal": why_not(Move.EXPORT_REQUEST, actor=doing.by, situation=found.situation),
    }
    return staff_page(request, "casework/export.html", context, status=refusal.status)

"""Ask for a new link: the answer is the same whether there is such a request or not."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from answerable.actions.following import AskedTooOften, ask_new_link, count_visit
from answerable.queries.calendars import usable_holidays
from answerable.web.following.doors import NOT_OURS, WRONG, link_page, too_often
from answerable.web.following.forms import LinkForm
from answerable.web.following.limits import LINKS, LINKS_OF_ONE
from answerable.web.visitors import is_from_our_page, network_address


@csrf_exempt  # there is no cookie to abuse: docs/decisions/0015-a-form-without-cookies.md
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_link(request: HttpRequest) -> HttpResponse:
    """Send a new link to whoever made a request, if they name it and their address."""
    response = _answer(request)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return link_page(request, "new_link", {"form": LinkForm()})
    if not is_from_our_page(request):
        return link_page(request, "elsewhere", {}, status=NOT_OURS)
    form = LinkForm(request.POST)
    if not form.is_valid():
        return link_page(request, "new_link", {"form": form}, status=WRONG)
    at, said = timezone.now(), form.cleaned_data
    reference, address = said["reference"].strip(), said["address"].strip()
    try:
        count_visit(network_address(request), LINKS, at=at)
        # Counted for what is not there as for what is: the limit tells nothing either.
        count_visit(f"{reference} {address.lower()}", LINKS_OF_ONE, at=at)
    except AskedTooOften as refusal:
        return too_often(request, refusal)
    ask_new_link(reference, address, at=at, table=usable_holidays())
    return link_page(request, "link_sent", {})

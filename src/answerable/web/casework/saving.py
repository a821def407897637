"""Lists that somebody keeps under a name."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from answerable.actions.casework.saving_filters import FilterNotSaved, delete_filter, save_filter
from answerable.domain.roles import Move
from answerable.queries.accounts import people, teams
from answerable.reading.alphabets import storable
from answerable.web.casework.doing import doing_of
from answerable.web.casework.list_forms import FilterForm


@require_POST
def save_page(request: HttpRequest) -> HttpResponse:
    """Keep the list on the page under a name."""
    doing = doing_of(request, Move.SEE)
    form = FilterForm(request.POST, people=people(), teams=teams())
    query = form.query() if form.is_valid() else ""
    try:
        save_filter(request.POST.get("name", ""), query, key=doing.by.key)
    except FilterNotSaved as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The filter was saved")
    return redirect(f"{reverse('requests')}?{query}")


@require_POST
def remove_page(request: HttpRequest) -> HttpResponse:
    """Forget a list that was kept."""
    doing = doing_of(request, Move.SEE)
    delete_filter(storable(request.POST.get("name", "")), key=doing.by.key)
    messages.success(request, "The filter was deleted")
    return redirect("requests")

"""Of what somebody is told by mail: their own choice."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.mail_choices import choose_mail
from answerable.queries.casework.mail_choices import mail_choice_of
from answerable.web.casework.doing import doing_of
from answerable.web.staff import posted, staff_page


class MailChoiceForm(forms.Form):
    """What is written to somebody, and what is not."""

    reminders = forms.BooleanField(
        label="Remind me of what is due",
        help_text="One mail in the morning of a working day, if there is something to say",
        required=False,
    )
    changes = forms.BooleanField(
        label="Tell me when a request that I watch changes",
        help_text="One mail each time that it goes further or comes back",
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def mail_choice(request: HttpRequest) -> HttpResponse:
    """Show what somebody chose, and let them choose again."""
    doing = doing_of(request)
    now = mail_choice_of(doing.by.key)
    initial = {"reminders": now.reminders, "changes": now.changes}
    form = MailChoiceForm(posted(request), initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        choose_mail(reminders=said["reminders"], changes=said["changes"], doing=doing)
        messages.success(request, "Your choice was kept")
        return redirect("account-mail")
    return staff_page(request, "casework/mail_choice.html", {"form": form})

"""Of what somebody is told by mail: their own choice."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.actions.casework.mail_choices import choose_mail
from answerable.queries.casework.mail_choices import MailChoiceRow, mail_choice_of
from answerable.web.casework.doing import doing_of
from answerable.web.staff import posted, staff_page

MOST_DAYS = 10
"""Working days: what is due later than in two weeks is not due soon."""
_WHEN = (("morning", "In the mail of the morning"), ("at once", "At once, in a mail of its own"))
_SELECT_WHEN = "Select when to tell you what waits for you"


class MailChoiceForm(forms.Form):
    """What is written to somebody, when, and what is not."""

    reminders = forms.BooleanField(
        label="Write to me of my work",
        help_text="One mail in the morning, if there is something to say; without this, none of the next",
        required=False,
    )
    overdue = forms.BooleanField(label="What is overdue", required=False)
    due = forms.BooleanField(label="What is due today or soon, and late drafts", required=False)
    soon_days = forms.IntegerField(
        label="How many working days ahead",
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-2"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"Enter a number of working days from 1 to {MOST_DAYS}",
        ),
    )
    waiting = forms.BooleanField(
        label="What waits for me",
        help_text=(
            "To accept, to check or clear, sent back, new messages, answers of information owners, notices to "
            "let go, reviews, and entries to validate"
        ),
        required=False,
    )
    when = forms.ChoiceField(
        label="When to tell you what waits for you",
        choices=_WHEN,
        widget=forms.RadioSelect,
        error_messages={"required": _SELECT_WHEN, "invalid_choice": _SELECT_WHEN},
    )
    any_day = forms.BooleanField(
        label="Write to me on weekends and bank holidays, too", required=False
    )
    changes = forms.BooleanField(
        label="Tell me when a request that I watch changes",
        help_text="One mail each time that it goes further or comes back",
        required=False,
    )

    def chosen(self) -> MailChoiceRow:
        """Return what was chosen, once it is valid."""
        said: dict[str, Any] = dict(self.cleaned_data)
        return MailChoiceRow(at_once=said.pop("when") == "at once", **said)


@require_http_methods(["GET", "HEAD", "POST"])
def mail_choice(request: HttpRequest) -> HttpResponse:
    """Show what somebody chose, and let them choose again."""
    doing = doing_of(request)
    form = MailChoiceForm(posted(request), initial=_initial(mail_choice_of(doing.by.key)))
    if form.is_valid():
        choose_mail(form.chosen(), doing=doing)
        messages.success(request, "Your choice was kept")
        return redirect("account-mail")
    return staff_page(request, "casework/mail_choice.html", {"form": form})


def _initial(now: MailChoiceRow) -> dict[str, Any]:
    return {**asdict(now), "when": "at once" if now.at_once else "morning"}

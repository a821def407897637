"""What whoever asked fills in on the pages of their link."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from answerable.actions.following import LONGEST_MESSAGE
from answerable.domain.decisions.challenges import Ground, why_no_review
from answerable.domain.roles import Move, why_not
from answerable.domain.roles.people import REQUESTER
from answerable.queries.following.request_pages import FollowedRequest
from answerable.web.following.words import GROUNDS, question_name
from answerable.web.forms import WordsField

_LONGEST_SHOWN = 120
_LONGEST_REFERENCE, _LONGEST_ADDRESS = 40, 254
_TOO_LONG = _("Shorten this to %(limit_value)d characters: you typed %(show_value)d")


def waiting_labels(found: FollowedRequest) -> tuple[str, ...]:
    """Return the questions of which we asked what is meant, and which can be clarified now."""
    return tuple(
        one.label
        for one in found.questions
        if one.is_unclear and not why_not(Move.CLARIFY, actor=REQUESTER, situation=one.situation)
    )


def withdrawable_labels(found: FollowedRequest) -> tuple[str, ...]:
    """Return the questions that can be withdrawn now."""
    return tuple(
        one.label
        for one in found.questions
        if not why_not(Move.WITHDRAW, actor=REQUESTER, situation=one.situation)
    )


def answerable_labels(found: FollowedRequest, today: dt.date) -> tuple[str, ...]:
    """Return the questions of which a review can be asked for on some ground today."""
    if why_not(Move.ASK_REVIEW, actor=REQUESTER, situation=found.situation):
        return ()
    return tuple(
        one.label
        for one in found.questions
        if any(not why_no_review(one.challenged, {ground}, on=today) for ground in Ground)
    )


class _Questions(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: Any, choices: list[tuple[str, str]]) -> None:
        super().__init__(
            label=label,
            choices=choices,
            error_messages={
                "required": _("Select at least one question"),
                "invalid_choice": _("Select questions of this page"),
            },
        )


class _Words(WordsField):
    def __init__(self, *, missing: Any, **more: Any) -> None:
        super().__init__(
            max_length=LONGEST_MESSAGE,
            strip=False,
            widget=forms.Textarea({"rows": 8}),
            error_messages={"required": missing, "max_length": _TOO_LONG},
            **more,
        )

    def to_python(self, value: Any) -> str:
        """Return the words, or nothing where only blanks stand."""
        words = super().to_python(value)
        return words if words.strip() else ""


class _AboutQuestions(forms.Form):
    """A form about some of a request's questions, in their own words; `asks` is what it asks of them."""

    asks: Any = ""

    def __init__(
        self, data: Any, found: FollowedRequest, labels: Sequence[str], **more: Any
    ) -> None:
        super().__init__(data, **more)
        words = {one.label: one.text for one in found.questions}
        # A question without a label needs a value that a checkbox can have.
        choices = [
            (f"={label}", f"{question_name(label)}: {_short(words[label])}") for label in labels
        ]
        self.fields["questions"] = _Questions(self.asks, choices)
        self.order_fields(["questions"])

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels of the questions that were chosen."""
        return tuple(one.removeprefix("=") for one in self.cleaned_data["questions"])


class ClarificationForm(_AboutQuestions):
    """What whoever asked means."""

    asks = _("Which questions is this about?")
    words = _Words(
        label=_("What do you mean?"),
        help_text=_("Our letter says what we need to know."),
        missing=_("Enter what you mean"),
    )


class WithdrawalForm(_AboutQuestions):
    """What whoever asked no longer wants answered."""

    asks = _("Which questions do you no longer want answered?")


class ReviewForm(_AboutQuestions):
    """Of which answers a review is asked for, on which grounds, and in which words."""

    asks = _("Which answers shall be reviewed?")
    grounds = forms.MultipleChoiceField(
        label=_("What is the review about?"),
        choices=[(one.value, words) for one, words in GROUNDS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Select what the review is about"),
            "invalid_choice": _("Select what the review is about"),
        },
    )
    words = _Words(
        label=_("Why do you ask for a review?"),
        help_text=_(
            "Say what you think is wrong. Somebody who took no part in the answer reads it."
        ),
        missing=_("Enter why you ask for a review"),
    )


class MessageForm(forms.Form):
    """A message about the request."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False)
    words = _Words(label=_("Your message"), missing=_("Enter your message"))


class LinkForm(forms.Form):
    """What a new link is asked for with."""

    reference = WordsField(
        label=_("Reference of your request"),
        help_text=_("It stands in every e-mail about it, for instance 2026-0042."),
        max_length=_LONGEST_REFERENCE,
        error_messages={"required": _("Enter the reference of your request")},
    )
    address = WordsField(
        label=_("E-mail address"),
        help_text=_("The one from which you made the request."),
        max_length=_LONGEST_ADDRESS,
        widget=forms.TextInput({"autocomplete": "email", "type": "email", "spellcheck": "false"}),
        error_messages={"required": _("Enter your e-mail address")},
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1].rstrip()}…"

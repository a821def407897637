"""What information owners fill in."""

from django import forms

from answerable.actions.casework.contributing.answering import (
    LONGEST_ANSWER,
    LONGEST_REASON,
    LONGEST_SUGGESTION,
)
from answerable.actions.casework.contributing.files import (
    MOST_BYTES,
    MOST_BYTES_OF_A_FILE,
    MOST_FILES,
)
from answerable.web.forms import FilesField, WordsField

_MEGABYTE = 1024 * 1024


class WordsForm(forms.Form):
    """The words of an answer."""

    text = WordsField(
        label="Your answer",
        help_text="Leave this empty if a file says it all. You can attach files on the next page.",
        required=False,
        strip=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea({"rows": 12}),
        error_messages={
            "max_length": f"Your answer must have {LONGEST_ANSWER:,} characters or fewer: "
            "send it as a file"
        },
    )


class SendForm(forms.Form):
    """The words again, and the files that go with them."""

    text = WordsField(required=False, strip=False, widget=forms.HiddenInput)
    attached = FilesField(
        label="Attach files",
        help_text=(
            f"Up to {MOST_FILES} files of any type, {MOST_BYTES_OF_A_FILE // _MEGABYTE} MB each, "
            f"{MOST_BYTES // _MEGABYTE} MB together. Choose several at once."
        ),
        required=False,
    )


class NotForMeForm(forms.Form):
    """Why a question is not for an owner, and who may know."""

    reason = WordsField(
        label="Why is this not for you to answer?",
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 5}),
        error_messages={
            "required": "Say why it is not for you to answer",
            "max_length": f"The reason must have {LONGEST_REASON:,} characters or fewer",
        },
    )
    suggested = WordsField(
        label="Who may know?",
        help_text="A person or a team. Leave this empty if you do not know.",
        required=False,
        max_length=LONGEST_SUGGESTION,
        error_messages={"max_length": f"Name them in {LONGEST_SUGGESTION} characters or fewer"},
    )

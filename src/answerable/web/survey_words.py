"""The words of the survey's questions and of its scale, in the language of the page."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

QUESTION_WORDS: Mapping[str, str | Promise] = {
    "easy": gettext_lazy("It was easy to ask, and to know what would happen next"),
    "clear": gettext_lazy("The answer was clear"),
    "overall": gettext_lazy("I am content with how my request was dealt with"),
}
"""What somebody is asked whether they agree, by the key of the question."""

SCALE_WORDS: Mapping[int, str | Promise] = {
    5: gettext_lazy("Strongly agree"),
    4: gettext_lazy("Agree"),
    3: gettext_lazy("Neither agree nor disagree"),
    2: gettext_lazy("Disagree"),
    1: gettext_lazy("Strongly disagree"),
}
"""What each score says, the best first."""

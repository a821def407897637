"""How the page of a request says how far each question is, and what was found."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from answerable.domain.decisions.challenges import Finding, Ground
from answerable.queries.following.request_pages import Standing
from answerable.web.tags import Tag

_STANDINGS = {
    Standing.WORKING: (gettext_lazy("Being worked on"), "blue"),
    Standing.WAITING: (gettext_lazy("Waiting for you"), "yellow"),
    Standing.ANSWERED: (gettext_lazy("Answered"), "green"),
    Standing.REVIEWED: (gettext_lazy("Under review"), "purple"),
    Standing.AGAIN: (gettext_lazy("Being answered again after a review"), "blue"),
    Standing.WITHDRAWN: (gettext_lazy("You withdrew it"), "grey"),
    Standing.ENDED: (gettext_lazy("Closed without an answer"), "grey"),
    Standing.LAPSED: (gettext_lazy("Lapsed: what we asked for did not come in time"), "grey"),
}
GROUNDS = {
    Ground.DECISION: gettext_lazy("The decision itself"),
    Ground.HANDLING: gettext_lazy("How the request was handled"),
    Ground.TIMELINESS: gettext_lazy("How long it took"),
}
_FINDINGS = {
    Finding.UPHELD: gettext_lazy("the answer stands"),
    Finding.PARTLY: gettext_lazy("the answer was wrong in part"),
    Finding.OVERTURNED: gettext_lazy("the answer was wrong"),
}
_CHALLENGES = {
    "review": gettext_lazy("Review"),
    "complaint": gettext_lazy("Complaint to the regulator"),
    "tribunal": gettext_lazy("Appeal to the tribunal"),
}
DONE = {
    "clarification": gettext_lazy(
        "We have what you told us. The time to answer begins anew today."
    ),
    "withdrawal": gettext_lazy("You withdrew what you chose. We will not answer it."),
    "review": gettext_lazy("You asked for a review. Below is when you will hear of it."),
    "message": gettext_lazy("Your message was kept. Somebody will look at it."),
}
"""What the page says after something was done, by what stands in its address."""


def standing_tag(standing: Standing) -> Tag:
    """Return how far a question is, as a tag."""
    words, colour = _STANDINGS[standing]
    return Tag(str(words), colour)


def question_name(label: str) -> str:
    """Return how a question is called."""
    return _("Question %(label)s") % {"label": label} if label else _("Your question")


def challenge_words(kind: str) -> str:
    """Return what a challenge is called."""
    return str(_CHALLENGES[kind])


def finding_words(finding: str) -> str:
    """Return what was found about an answer."""
    return str(_FINDINGS[Finding(finding)]) if finding else ""

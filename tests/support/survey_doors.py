"""The doors to the survey's results: those of the standards read them, quality leads look through what people wrote."""

from answerable.actions.standards.publishing_survey import publish_survey
from answerable.actions.standards.reviewing_words import ToShow, show_words
from answerable.records.standards.models import Quotation
from tests.support.casework import QUALITY_LEAD, doing_by
from tests.support.knocking import get, send
from tests.support.promise_doors import KEEPING, READING
from tests.support.survey_scenes import closed_year, written

REVIEWING = frozenset({"quality lead"})
_WORDS = {"ident": "{quotation}"}


def published():
    """Results that everybody reads."""
    closed_year()
    publish_survey(reason="It was agreed", doing=doing_by(QUALITY_LEAD))


def shown():
    """Words that somebody looked through, and everybody reads."""
    written()
    ident = str(Quotation.objects.get().pk)
    show_words(ident, ToShow("They were quick", is_public=True), doing=doing_by(QUALITY_LEAD))


def _on_words(do, scene=written, **data):
    return send("quotation", REVIEWING, scene, {"do": do, **data}, about=_WORDS)


SURVEY = [
    get("survey-results", READING, closed_year),
    get("survey-results-file", READING, closed_year, form="csv"),
    send("survey-results", KEEPING, closed_year, {"do": "publish", "publish-reason": "It was agreed"}, about={}),
    send(
        "survey-results", KEEPING, published,
        {"do": "take-back", "take-back-first": "2025-04", "take-back-reason": "It was wrong"}, about={},
    ),
    get("quotations", REVIEWING, written),
    get("quotation", REVIEWING, written, **_WORDS),
    _on_words("reword", words="Quick"),
    _on_words("show", words="They were quick"),
    _on_words("keep-out", words="They were quick", reason="It names a street"),
    _on_words("take-back", shown, reason="It tells who it is"),
]  # fmt: skip

"""The words for outcomes, facets and months on pages, in the language of the page."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from answerable.domain.decisions import Outcome
from answerable.domain.law.exemptions import exemption, explanation
from answerable.web.tags import Tag

_OUTCOMES = {
    Outcome.DISCLOSED: gettext_lazy("disclosed"),
    Outcome.PART_DISCLOSED: gettext_lazy("part disclosed"),
    Outcome.WITHHELD: gettext_lazy("withheld"),
    Outcome.NCND: gettext_lazy("neither confirmed nor denied"),
    Outcome.NOT_HELD: gettext_lazy("not held"),
    Outcome.ELSEWHERE: gettext_lazy("accessible elsewhere"),
    Outcome.COST_LIMIT: gettext_lazy("over the cost limit"),
    Outcome.VEXATIOUS: gettext_lazy("vexatious"),
    Outcome.REPEATED: gettext_lazy("repeated"),
    Outcome.SIGNPOSTED: gettext_lazy("signposted"),
    Outcome.CLARIFICATION: gettext_lazy("clarification asked"),
    Outcome.LAPSED: gettext_lazy("lapsed or withdrawn"),
    Outcome.UNANSWERED: gettext_lazy("unanswered"),
}
_COLOURS = {
    Outcome.DISCLOSED: "green",
    Outcome.PART_DISCLOSED: "turquoise",
    Outcome.WITHHELD: "red",
    Outcome.NCND: "red",
    Outcome.NOT_HELD: "yellow",
    Outcome.ELSEWHERE: "blue",
    Outcome.COST_LIMIT: "orange",
    Outcome.VEXATIOUS: "orange",
    Outcome.REPEATED: "orange",
    Outcome.SIGNPOSTED: "purple",
    Outcome.CLARIFICATION: "light-blue",
    Outcome.LAPSED: "grey",
    Outcome.UNANSWERED: "grey",
}
FACETS = {
    "body": gettext_lazy("Body"),
    "year": gettext_lazy("Year"),
    "month": pgettext_lazy("of the year", "Month"),
    "outcome": gettext_lazy("Outcome"),
    "exemption": gettext_lazy("Exemption"),
}
FORMATS = {
    "html": "HTML",
    "pdf": "PDF",
    "csv": "CSV",
    "json": "JSON",
    "atom": "Atom",
    "md": "Markdown",
}
_MONTHS = (
    gettext_lazy("January"),
    gettext_lazy("February"),
    gettext_lazy("March"),
    gettext_lazy("April"),
    pgettext_lazy("the month", "May"),
    gettext_lazy("June"),
    gettext_lazy("July"),
    gettext_lazy("August"),
    gettext_lazy("September"),
    gettext_lazy("October"),
    gettext_lazy("November"),
    gettext_lazy("December"),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground of refusal as a page explains it."""

    name: str
    title: str
    plain: str
    source: str


def tags(outcomes: tuple[str, ...], language: str | None = None) -> tuple[Tag, ...]:
    """Return outcomes as tags, capital first, in words of the language, which is that of the page."""
    return _tags(outcomes, language or get_language())


@lru_cache(maxsize=4000)
def _tags(outcomes: tuple[str, ...], _language: str | None) -> tuple[Tag, ...]:
    known = [Outcome(outcome) for outcome in outcomes]
    return tuple(Tag(_capital(str(_OUTCOMES[one])), _COLOURS[one]) for one in known)


def outcome_words(outcome: str) -> str:
    """Return an outcome's words."""
    return _capital(str(_OUTCOMES[Outcome(outcome)]))


def section_words(citation: str) -> str:
    """Return a provision as a reader knows it: "Section 31(1)(a)"."""
    if citation.startswith("EIR"):
        return _("EIR regulation %(number)s") % {"number": citation.removeprefix("EIR ")}
    if citation.startswith("FOISA"):
        return _("FOISA section %(number)s") % {"number": citation.removeprefix("FOISA ")}
    return _("Section %(number)s") % {"number": citation}


def grounds(citations: tuple[str, ...]) -> tuple[Ground, ...]:
    """Return the grounds of a refusal, each explained in plain words."""
    welsh = get_language() == "cy"
    found = []
    for citation in citations:
        known = exemption(citation)
        if known is None:
            continue
        found.append(
            Ground(
                name=section_words(citation),
                title=known.title_cy if welsh else known.title,
                plain=explanation(citation, "cy" if welsh else "en"),
                source=known.source,
            )
        )
    return tuple(found)


def month_words(month: str | None, language: str | None = None) -> str:
    """Return a month in words: "November 2021"; a log without one is undated."""
    if not month or "-" not in month:
        return _("Undated")
    return _month_words(month, language or get_language())


@lru_cache(maxsize=4000)
def _month_words(month: str, _language: str | None) -> str:
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def facet_words(name: str, value: str, language: str | None = None) -> str:
    """Return a facet's value in words of the language, which is always that of the page."""
    return _facet_words(name, value, language or get_language())


@lru_cache(maxsize=4000)
def _facet_words(name: str, value: str, _language: str | None) -> str:
    if name == "outcome":
        return outcome_words(value)
    if name == "exemption":
        return section_words(value)
    return month_words(value) if name == "month" else value


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

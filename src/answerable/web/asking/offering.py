"""How the check page shows earlier answers: how near they are, when they were given, and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from answerable.domain.precedent.offering import Standing
from answerable.domain.precedent.relations import Related, Relation
from answerable.domain.questions import AskedQuestion
from answerable.matching.precedents import Filed
from answerable.queries.offers import Offer
from answerable.web.public.words import month_words, tags
from answerable.web.tags import Tag

_FEW_WORDS, _MOST_WORDS, _LONGEST_ANSWER = 12, 60, 1500
_NEAR = {
    Relation.SAME: gettext_lazy("It is the same question."),
    Relation.OVERLAP: gettext_lazy("It asks for some of the same."),
    Relation.SAME_NEW_PERIOD: gettext_lazy("It is the same question about another time."),
}
_HEADINGS = {
    Standing.ANSWERED: (
        gettext_lazy("This may have been answered already"),
        gettext_lazy("If one of these answers you, you need not send anything."),
    ),
    Standing.DECIDED: (
        gettext_lazy("This was asked before"),
        gettext_lazy(
            "The information was not given then. You can ask all the same: your request is decided on its own."
        ),
    ),
    Standing.THEIRS: (
        gettext_lazy("Other bodies were asked this"),
        gettext_lazy("Each answered about itself. We keep their answers here for comparison only."),
    ),
}


@dataclass(frozen=True, slots=True)
class ShownOffer:
    """An earlier question as the page shows it: its answer and where it stands only once it is opened."""

    address: str
    text: str
    like: str
    given: str
    tags: tuple[Tag, ...]
    answer: str
    is_opened: bool


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """Earlier questions that are shown as one thing."""

    heading: str
    words: str
    offers: tuple[ShownOffer, ...]


def shown_groups(offers: Iterable[Offer], *, opened: str = "") -> tuple[ShownGroup, ...]:
    """Return earlier questions as they are shown; the one at an address with its answer."""
    some = tuple(offers)
    groups = (
        ShownGroup(
            str(heading),
            str(words),
            tuple(_shown(one, opened=opened) for one in some if one.standing is standing),
        )
        for standing, (heading, words) in _HEADINGS.items()
    )
    return tuple(one for one in groups if one.offers)


def _shown(offer: Offer, *, opened: str) -> ShownOffer:
    filed = offer.precedent.filed
    is_opened = filed.address == opened
    return ShownOffer(
        address=filed.address,
        text=Truncator(filed.text).words(_MOST_WORDS),
        like=_like(offer),
        given=_given(filed),
        tags=tags(filed.outcomes),
        answer=Truncator(filed.answer).chars(_LONGEST_ANSWER) if is_opened else "",
        is_opened=is_opened,
    )


def _like(offer: Offer) -> str:
    said = f"{_whose(offer.asked)} {_near(offer.precedent.related)}"
    if not offer.precedent.is_by_meaning:
        return said
    how = _("A computer model found it by its meaning, not by its words.")
    return f"{said} {how}"


def _whose(asked: tuple[AskedQuestion, ...]) -> str:
    named = ", ".join(one.label or f"“{Truncator(one.text).words(_FEW_WORDS)}”" for one in asked)
    return _("Like your question %(named)s:") % {"named": named}


def _near(how: Related) -> str:
    period = next((one for one in how.differs if one.what == "period"), None)
    if how.relation is Relation.SAME_NEW_PERIOD and period and period.asked and period.earlier:
        return _(
            "It is the same question about another time: you ask for %(asked)s, it asked for %(earlier)s."
        ) % {"asked": period.asked, "earlier": period.earlier}
    return str(_NEAR[how.relation])


def _given(filed: Filed) -> str:
    """Return who answered, and in which month."""
    said = {"body": filed.body, "month": month_words(f"{filed.on:%Y-%m}") if filed.on else ""}
    if filed.is_theirs:
        theirs = _("The answer of %(body)s, kept here for comparison; this office did not give it.")
        when = _("It was given in %(month)s.") if filed.on else ""
        return f"{theirs % said} {when % said}".strip()
    return (_("We answered in %(month)s.") if filed.on else _("We answered before.")) % said

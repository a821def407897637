"""What a search found, as HTML: written out by hand, since a template takes three times as long.

A page of results holds some thousand values, and search has few milliseconds for all of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.matching.snippets import Fragment
from answerable.queries.search import FacetValue, SearchHit
from answerable.web.public.words import facet_words, month_words, tags


@dataclass(frozen=True, slots=True)
class _Words:
    """What a hit says beside what was found, in the language of the page: made once for all hits."""

    question: str
    theirs: str


def hits_as_html(hits: Iterable[SearchHit], *, prefix: str) -> SafeString:
    """Return the items of the list of hits; `prefix` stands before addresses of this language."""
    words = _Words(
        escape(_("Question %(label)s")), escape(_("kept here for comparison: not our answer"))
    )
    language = get_language()
    return _safe(_hit(hit, language, prefix=prefix, words=words) for hit in hits)


def choices_as_html(name: str, values: Iterable[FacetValue]) -> SafeString:
    """Return the boxes of a filter, each with how many entries it leaves."""
    language = get_language()
    return _safe(
        _choice(name, number, value, words=facet_words(name, value.value, language))
        for number, value in enumerate(values, start=1)
    )


def pages_as_html(pages: Iterable[tuple[int, str, bool]], *, prefix: str) -> SafeString:
    """Return the items that lead to pages of results: number, query, whether it is this; 0 is a gap."""
    words = escape(_("Page %(number)s"))
    return _safe(
        _page(number, query, words=words, prefix=prefix, is_current=is_current)
        for number, query, is_current in pages
    )


def _hit(hit: SearchHit, language: str | None, *, prefix: str, words: _Words) -> str:
    row = hit.row
    facts = [escape(row.ref)] if row.ref else []
    facts += [month_words(row.month, language)] if row.month else []
    shown = "".join(f"<span>{fact}</span>" for fact in facts)
    theirs = f"<span>{words.theirs}</span>" if row.body.prefix else ""
    decisions = "".join(
        f'<li><strong class="govuk-tag govuk-tag--{tag.colour}">{escape(tag.words)}</strong></li>'
        for tag in tags(row.outcomes, language)
    )
    return (
        '<li class="an-hit"><h3 class="govuk-heading-s govuk-!-margin-bottom-1" lang="en">'
        f'<a class="govuk-link" href="{prefix}{escape(row.address)}">{_marked(hit.title)}</a></h3>'
        f'<p class="an-hit__facts govuk-body-s">{shown}'
        f'<span lang="en">{escape(row.body.name)}</span>{theirs}</p>'
        f'<ul class="an-tags">{decisions}</ul>'
        '<p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0" lang="en">'
        f"{_marked(hit.snippet)}</p>{_question(hit, prefix=prefix, words=words.question)}</li>\n"
    )


def _question(hit: SearchHit, *, prefix: str, words: str) -> str:
    if not hit.question:
        return ""
    return (
        '<p class="govuk-body-s govuk-!-margin-bottom-0">'
        f'<a class="govuk-link" href="{prefix}{escape(hit.address)}">'
        f"{words % {'label': escape(hit.question)}}"
        f'<span class="govuk-visually-hidden" lang="en"> ({escape(hit.row.title)})</span></a></p>'
    )


def _marked(fragments: Iterable[Fragment]) -> str:
    return "".join(
        [f"<mark>{escape(text)}</mark>" if hit else escape(text) for text, hit in fragments]
    )


def _page(number: int, query: str, *, words: str, prefix: str, is_current: bool) -> str:
    if not number:
        return '<li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>'
    item, here = ("", "")
    if is_current:
        item, here = " govuk-pagination__item--current", ' aria-current="page"'
    return (
        f'<li class="govuk-pagination__item{item}"><a class="govuk-link govuk-pagination__link" '
        f'href="{prefix}/search?{escape(query)}" aria-label="{words % {"number": number}}"{here}>'
        f"{number}</a></li>"
    )


def _choice(name: str, number: int, value: FacetValue, *, words: str) -> str:
    box = _box(name, number, value.value, words=words, is_checked=value.selected)
    return f"{box} ({value.count})</label></div>"


@lru_cache(maxsize=4000)
def _box(name: str, number: int, value: str, *, words: str, is_checked: bool) -> str:
    checked = " checked" if is_checked else ""
    return (
        '<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" '
        f'id="{name}-{number}" name="{name}" type="checkbox" form="search" '
        f'value="{escape(value)}"{checked}><label class="govuk-label '
        f'govuk-checkboxes__label" for="{name}-{number}">{escape(words)}'
    )


def _safe(parts: Iterable[str]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 every value above is escaped where it is put in

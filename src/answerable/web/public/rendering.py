"""What every public page is given: its language, its links, and how it is called."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from answerable.queries.standards.published import is_anything_open
from answerable.queries.standards.published_survey import is_survey_published

_WELSH = "/cy"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round every page."""

    language: str
    prefix: str
    style: str
    icon: str
    english: str
    welsh: str
    canonical: str
    site: str
    top: SafeString
    foot: SafeString


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a page in the language of its address."""
    frame = frame_of(request)
    return render(request, template, {**context, "frame": frame}, status=status)


_ESCAPES = {ord(one): f"\\u{ord(one):04X}" for one in "<>&"}


def described(data: dict[str, Any]) -> SafeString:
    """Return data about a page as a block that machines read and browsers do not run."""
    words = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(words))  # noqa: S308 escaped above


def language_prefix() -> str:
    """Return what stands before addresses of pages in the language of this page."""
    return _WELSH if get_language() == "cy" else ""


def frame_of(request: HttpRequest, *, with_query: bool = True, reads: bool = True) -> Frame:
    """Return what stands round a page: the switch of language leads to the same page with its query.

    Without it, the page repeats nothing of what a reader typed. What does not read asks nothing of the database.
    """
    language = get_language() or "en"
    # Two slashes at the front would lead to another site.
    path = f"/{request.path.removeprefix(f'{_WELSH}/').lstrip('/')}"
    asked = request.META.get("QUERY_STRING") if with_query else ""
    query = f"?{asked}" if asked else ""
    return Frame(
        language=language,
        prefix=language_prefix(),
        style=static("built/site.css"),
        icon=static("built/icon.svg"),
        english=f"{path}{query}",
        welsh=f"{_WELSH}{path}{query}",
        canonical=f"{settings.ANSWERABLE_ADDRESS}{request.path}",
        site=settings.ANSWERABLE_ADDRESS,
        top=_part(
            "top", language, settings.ANSWERABLE_LICENCE, asks=settings.ANSWERABLE_TAKES_REQUESTS
        ),
        foot=_part(
            "foot",
            language,
            settings.ANSWERABLE_LICENCE,
            asks=settings.ANSWERABLE_TAKES_REQUESTS,
            has_standards=reads and is_anything_open(),
            has_survey=reads and is_survey_published(),
        ),
    )


@lru_cache(maxsize=32)
def _part(
    name: str,
    language: str,
    licence: str,
    *,
    asks: bool,
    has_standards: bool = False,
    has_survey: bool = False,
) -> SafeString:
    """Return what stands at the top or the foot of every page of a language, made once."""
    context = {
        "language": language,
        "licence": licence,
        "prefix": language_prefix(),
        "takes_requests": asks,
        "has_standards": has_standards,
        "has_survey": has_survey,
    }
    return render_to_string(f"public/parts/{name}.html", context)

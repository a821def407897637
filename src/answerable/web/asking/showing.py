"""What the pages of the form show: their frame, what was understood, and what should not be there."""

import datetime as dt
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _

from answerable.domain.questions import (
    AskedQuestion,
    Found,
    PersonalKind,
    personal_data_in,
    split_questions,
)
from answerable.queries.archive import bodies
from answerable.queries.offers import Offers, offers_for
from answerable.queries.search import SearchUnavailable
from answerable.web.asking.drafts import Draft
from answerable.web.asking.forms import KINDS, LANGUAGES
from answerable.web.public.rendering import frame_of

_MOST_SHOWN, _MOST_SAMPLES = 100, 5
_PATIENCE = 1.0
"""So many seconds at most the questions of a request are compared, once the first was."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Personal data of one kind in a request: samples of it, and why it should not be there."""

    words: str
    why: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a request was understood to ask, and what is already published about it."""

    questions: tuple[AskedQuestion, ...]
    further: int
    warnings: tuple[Warned, ...]
    published: Offers


def asking_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a page of the form; where something was typed, a change of language must carry it along."""
    frame = replace(frame_of(request), style=static("built/service.css"))
    other = ("en", frame.english.partition("?")[0], "Read this page in English")
    if frame.language != "cy":
        other = ("cy", frame.welsh.partition("?")[0], "Darllenwch y dudalen hon yn Gymraeg")
    shown = {
        **context,
        "frame": frame,
        "other": other,
        "contact": contact(),
        "is_begun": request.method == "POST",
    }
    response = render(request, f"asking/{template}.html", shown, status=status)
    # Each page holds a key of its own.
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def contact() -> str | None:
    """Return where the body can be reached otherwise."""
    return next((one.contact for one in bodies() if not one.prefix), None)


def understood(text: str, *, at: dt.datetime) -> Understood:
    """Return what a request asks, which personal data stands in it, and what is published about it."""
    questions = split_questions(text).questions
    return Understood(
        questions=questions[:_MOST_SHOWN],
        further=max(0, len(questions) - _MOST_SHOWN),
        warnings=tuple(_warned(personal_data_in(text))),
        published=_published(questions, at=at),
    )


def said(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Return what a draft says besides its text, as rows of a list."""
    rows = (
        (_("Your full name"), draft.name),
        (_("E-mail address"), draft.address),
        (_("Postal address"), draft.postal),
        (_("How you would like the answer"), draft.answer_as),
        (_("Language"), dict(LANGUAGES).get(draft.language, "")),
        (_("What you would like"), str(KINDS.get(draft.kind, ""))),
    )
    return tuple((name, value) for name, value in rows if value)


def _warned(found: Iterable[Found]) -> Iterable[Warned]:
    samples: dict[PersonalKind, list[str]] = {}
    for one in found:
        samples.setdefault(one.kind, []).append(one.sample)
    for kind, some in samples.items():
        distinct = tuple(dict.fromkeys(some))[:_MOST_SAMPLES]
        # Both stand in the catalogue: tests/support/catalogue.py takes them from the domain.
        yield Warned(_(kind.value), _(kind.why), distinct)


def _published(questions: Sequence[AskedQuestion], *, at: dt.datetime) -> Offers:
    """Return what may answer a request already; where search fails, it can be sent all the same."""
    until = time.monotonic() + _PATIENCE
    try:
        return offers_for(questions, at=at, may_go_on=lambda: time.monotonic() < until)
    except SearchUnavailable:
        return Offers()

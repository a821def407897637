"""Search of requests and questions, fresh to the second where little changed."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from answerable.actions.casework.indexing import MOST_WAITING, freshen
from answerable.domain.clock import Regime
from answerable.domain.decisions.outcomes import OUTCOME_WORDS
from answerable.domain.roles import Move, Stage
from answerable.matching.case_search import CaseFilters
from answerable.queries.casework.searching import (
    CaseworkSearch,
    FoundCase,
    FoundCases,
    SearchUnavailable,
    may_search_people,
    search_requests,
)
from answerable.web.casework.addresses import question_address, request_address
from answerable.web.casework.doing import doing_of
from answerable.web.casework.words import capital, outcome_tags, stage_tag
from answerable.web.staff import staff_page
from answerable.web.tags import Tag

SIZE = 20
_LONGEST = 500
_LAST_PAGE = 500
_CITATION = re.compile(r"(?:EIR |FOISA )?[0-9]{1,2}[A-Z]?(?:\([0-9A-Za-z]{1,5}\))*")
_CHOICES: dict[str, tuple[str, dict[str, str]]] = {
    "kind": ("Kind", {"request": "Requests", "question": "Questions"}),
    "stage": ("Stage", {one.value: capital(one.value) for one in Stage}),
    "regime": ("Regime", {one.value: one.value for one in Regime}),
    "outcome": ("Outcome", {one.value: capital(words) for one, words in OUTCOME_WORDS.items()}),
    "sort": (
        "Order",
        {"relevance": "Best match", "newest": "Newest first", "oldest": "Oldest first"},
    ),
}
"""What a search can be narrowed by, and put in the order of: its label, and its values with their words."""
_PLACES = {
    "request": "In the request",
    "question": "In the question",
    "heading": "In the heading",
    "answer": "In the answer",
    "reasons": "In the reasons",
    "notes": "In a note",
    "contributions": "In a contribution",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for; what it cannot mean is passed over."""

    text: str
    chosen: dict[str, str]
    exemption: str
    page: int

    @property
    def search(self) -> CaseworkSearch:
        """Return it as the search takes it."""
        narrowed = {name: (value,) if value else () for name, value in self.chosen.items()}
        return CaseworkSearch(
            text=self.text,
            filters=CaseFilters(
                kinds=narrowed["kind"],
                stages=narrowed["stage"],
                regimes=narrowed["regime"],
                outcomes=narrowed["outcome"],
                exemptions=(self.exemption,) if self.exemption else (),
            ),
            sort=self.chosen["sort"] or "relevance",
            page=self.page,
            size=SIZE,
        )

    def query(self, page: int) -> str:
        """Return the address of another page of the same search."""
        given = {"q": self.text, **self.chosen, "exemption": self.exemption}
        given["page"] = str(page) if page > 1 else ""
        pairs = [(name, value) for name, value in given.items() if value]
        return f"{reverse('request-search')}?{urlencode(pairs)}"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found as the page shows it."""

    found: FoundCase
    address: str
    name: str
    stage: Tag
    place: str
    outcomes: tuple[Tag, ...]


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what is found; nothing is looked for until something is asked."""
    doing = doing_of(request, Move.SEE)
    wanted = _wanted(request)
    found: FoundCases | None = None
    waiting = 0
    try:
        if request.GET:
            waiting = freshen()
            found = search_requests(wanted.search, viewer=doing.by)
    except SearchUnavailable as problem:
        response = staff_page(request, "casework/no_search.html", {"why": str(problem)}, status=503)
        response.headers["Retry-After"] = "60"
        return response
    context = {
        "wanted": wanted,
        "selects": [_select(name, wanted) for name in _CHOICES],
        "finds_people": may_search_people(doing.by),
        "found": found,
        "hits": [_hit(one) for one in found.hits] if found else [],
        "waiting": _changes(waiting),
        "previous": wanted.query(wanted.page - 1) if wanted.page > 1 else "",
        "next": wanted.query(wanted.page + 1) if found and wanted.page < found.pages else "",
    }
    return staff_page(request, "casework/search.html", context)


def _changes(waiting: int) -> str:
    """Return how many changes wait, as a sentence begins with it; nothing if none does."""
    if waiting >= MOST_WAITING:
        return f"More than {MOST_WAITING:,} changes are"
    return {0: "", 1: "1 change is"}.get(waiting, f"{waiting:,} changes are")


@dataclass(frozen=True, slots=True)
class Select:
    """A list to choose from: its name, its label, and each value with its words."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


def _select(name: str, wanted: Wanted) -> Select:
    label, values = _CHOICES[name]
    first = () if name == "sort" else (("", "All", not wanted.chosen[name]),)
    listed = ((value, words, value == wanted.chosen[name]) for value, words in values.items())
    return Select(name, label, (*first, *listed))


def _wanted(request: HttpRequest) -> Wanted:
    given = {name: request.GET.get(name, "") for name in _CHOICES}
    number = request.GET.get("page", "")
    is_number = number.isascii() and number.isdigit() and len(number) < 5  # noqa: PLR2004 deeper than any search
    exemption = request.GET.get("exemption", "").strip()
    return Wanted(
        text=request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST],
        chosen={name: value if value in _CHOICES[name][1] else "" for name, value in given.items()},
        exemption=exemption if _CITATION.fullmatch(exemption) else "",
        page=min(_LAST_PAGE, max(1, int(number))) if is_number else 1,
    )


def _hit(found: FoundCase) -> Hit:
    if found.label is None:
        name, address = found.reference, request_address(found.reference)
    else:
        said = f"question {found.label}" if found.label else "the question"
        name = f"{found.reference}, {said}"
        address = question_address(found.reference, found.label)
    return Hit(
        found=found,
        address=address,
        name=name,
        stage=stage_tag(found.stage),
        place=_PLACES.get(found.place or "", ""),
        outcomes=outcome_tags(found.outcomes),
    )

"""The thesaurus: the office's own words, and what comes with the product, found by a word."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.domain.roles import Move
from answerable.queries.accounts import person_names
from answerable.queries.casework.words import OwnWords, own_words, product_groups, product_parts
from answerable.web.casework.doing import doing_of, refused
from answerable.web.casework.teaching.forms import KIND_WORDS, part_words, state_tag
from answerable.web.casework.words import capital
from answerable.web.staff import staff_page

_LONGEST = 200
_MOST_OWN = 200


@require_safe
def all_words(request: HttpRequest) -> HttpResponse:
    """List the office's own words, and find words in all of the thesaurus."""
    doing = doing_of(request, Move.SEE)
    text = request.GET.get("q", "")[:_LONGEST].replace("\0", "").strip()
    part = request.GET.get("part", "")
    found = own_words(text)
    own = found[:_MOST_OWN]
    names = person_names(one.latest.by for one in own)
    context = {
        "text": text,
        "part": part_words(part) if part in product_parts() else "",
        "own": [_listed(one, names[one.latest.by]) for one in own],
        "more": len(found) - len(own),
        "found": product_groups(text, part=part),
        "parts": [(one, part_words(one)) for one in product_parts()],
        "refusal": refused(doing.by, Move.KEEP_WORDS),
    }
    return staff_page(request, "casework/teaching/words.html", context)


def _listed(one: OwnWords, by: str) -> dict[str, object]:
    return {
        "words": one,
        "kind": capital(KIND_WORDS[one.kind]),
        "route": {"group": "words-group", "name": "words-name"}.get(one.kind, "words-product"),
        "tag": state_tag(one),
        "by": by,
    }

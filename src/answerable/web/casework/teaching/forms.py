"""The forms on which words are typed, and the words of their pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from answerable.actions.casework.words import LONGEST_REASON, WordsNotFound
from answerable.domain.precedent.relations import Relation
from answerable.domain.precedent.teaching import LONGEST_PHRASE, MOST_PHRASES, WordsRefused
from answerable.domain.roles import MoveNotAllowed
from answerable.matching.trying import ChangedPair
from answerable.queries.accounts import person_names
from answerable.queries.casework.trying import MOST_QUESTIONS, Trial
from answerable.queries.casework.words import OwnWords, WordsVersion
from answerable.web.casework.words import capital
from answerable.web.forms import WordsField
from answerable.web.staff import posted
from answerable.web.tags import Tag

KIND_WORDS = {
    "group": "words for one thing",
    "name": "what people call us",
    "left out": "group of the product that we do without",
}
RELATION_WORDS: dict[Relation | None, str] = {
    Relation.SAME: "the same",
    Relation.SAME_NEW_PERIOD: "the same for another time",
    Relation.SAME_NEW_SUBJECT: "the same about another subject",
    Relation.OVERLAP: "an overlap",
    Relation.OPPOSITE: "opposites",
    Relation.RELATED: "merely related",
    None: "not related",
}
"""How two questions are related, as “these pairs become …” goes on."""
_SHOWN = 5
_LONGEST_TEXT = MOST_PHRASES * (LONGEST_PHRASE + 2) * 2


@dataclass(frozen=True, slots=True)
class Becomes:
    """Pairs that become one thing from another: how many, and some of them."""

    words: str
    pairs: tuple[ChangedPair, ...]
    more: int


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = WordsField(
        label="Why",
        max_length=LONGEST_REASON,
        help_text="Kept with it, for whoever reads it later",
        error_messages={"required": "Say why: whoever reads these words later wants to know"},
        widget=forms.Textarea({"rows": 2}),
    )


class GroupForm(ReasonForm):
    """Phrases that mean one thing."""

    phrases = WordsField(
        label="Phrases that mean one thing",
        max_length=_LONGEST_TEXT,
        help_text="Each on its line, the one that stands for all first. Plurals find themselves. "
        "With = before it, a word counts only as it is printed: =SEND is not “send”",
        error_messages={"required": "Write at least two phrases, each on its line"},
        widget=forms.Textarea({"rows": 6}),
    )
    field_order = ("phrases", "reason")

    @property
    def typed(self) -> list[str]:
        """Return the lines that were typed."""
        return str(self.cleaned_data["phrases"]).splitlines()


class NameForm(ReasonForm):
    """What people call the office."""

    name = WordsField(
        label="What people call us",
        max_length=LONGEST_PHRASE,
        help_text="As in a question: “harbour watch”, or a former name; “your force” and its like are known",
        error_messages={"required": "Write what people call you"},
    )
    field_order = ("name", "reason")


_Form = TypeVar("_Form", bound=ReasonForm)


def typed_in(kind: type[_Form], request: HttpRequest, **initial: str) -> _Form:
    """Return a form as it was sent; what is only tried needs no reason."""
    form = kind(posted(request), initial=initial)
    form.fields["reason"].required = request.POST.get("do") != "try"
    return form


def is_done(form: forms.Form, field: str, do: Callable[[], object]) -> bool:
    """Return whether something was done with words; why not stands with a field of the form.

    :raises PermissionDenied: if they may not.
    :raises Http404: if the words are not there.
    """
    try:
        do()
    except WordsRefused as refusal:
        form.add_error(field, str(refusal))
    except WordsNotFound as missing:
        raise Http404 from missing
    except MoveNotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    else:
        return True
    return False


def tried(trial: Trial) -> dict[str, object]:
    """Return what a page says of a trial: what to mind, and which pairs become what."""
    changes = sorted(trial.pairs, key=_change)
    return {
        "warnings": trial.warnings,
        "changes": [_becomes(list(pairs)) for _, pairs in groupby(changes, key=_change)],
        "tried": trial.tried,
        "is_bounded": trial.tried >= MOST_QUESTIONS,
        "is_searched": trial.is_searched,
    }


def versions_of(found: OwnWords) -> list[tuple[WordsVersion, str]]:
    """Return every version with the name of who saved it."""
    names = person_names(one.by for one in found.versions)
    return [(one, names[one.by]) for one in found.versions]


def state_tag(found: OwnWords) -> Tag:
    """Return whether words have their effect."""
    return Tag("In use", "green") if found.is_on else Tag("Switched off", "grey")


def part_words(part: str) -> str:
    """Return the name of a part of the product's thesaurus as people read it."""
    return capital(part.replace("_", " "))


def _change(pair: ChangedPair) -> tuple[int, int]:
    # The most useful relation first: what becomes the same, then the same for another time.
    order: Sequence[Relation | None] = [*Relation, None]
    return order.index(pair.after), order.index(pair.before)


def _becomes(pairs: Sequence[ChangedPair]) -> Becomes:
    count = len(pairs)
    was, becomes = RELATION_WORDS[pairs[0].before], RELATION_WORDS[pairs[0].after]
    verb = "1 pair becomes" if count == 1 else f"{count} pairs become"
    words = f"{verb} {becomes} (now: {was})"
    return Becomes(words, tuple(pairs[:_SHOWN]), max(0, count - _SHOWN))

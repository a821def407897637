"""What the buttons beside earlier answers do with a form of a decision: all that was typed in it stays."""

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from answerable.domain.decisions.decision import Decision, Ground
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.precedent.taken import (
    TakenFrom,
    taken_as_json,
    taken_of,
    with_source,
)
from answerable.queries.casework.earlier import (
    EarlierAnswer,
    EarlierAnswers,
    earlier_decision,
    earlier_source,
)
from answerable.web.casework.grounds import ground_initial

_COPIED = ("citation", "why", "likelihood", "harm", "for_disclosure", "for_withholding")
"""What is copied of a ground. What must be weighed, or stated, anew each time is left open."""
_LONGEST_COUNT = 3


def signed(taken: tuple[TakenFrom, ...]) -> str:
    """Return sources as a form carries them: nobody can make up others."""
    return _signer().sign_object(taken_as_json(taken)) if taken else ""


def unsigned(carried: str) -> tuple[TakenFrom, ...]:
    """Return the sources that a form carries; none if they were changed on the way."""
    try:
        return taken_of(_signer().unsign_object(carried)) if carried else ()
    except BadSignature:
        return ()


def with_earlier(typed: QueryDict, do: str, earlier: EarlierAnswers) -> str:
    """Put an earlier answer into what was typed, or no source any more; return why not, nothing if it was done.

    The button `use` takes the answer over, `decide` the decision as well, `own` calls the words one's own again.
    """
    button, _, key = do.partition(":")
    if button == "own":
        typed["taken"] = ""
        return ""
    found = earlier.of_key(key)
    if found is None:
        return "That earlier answer is not found any more: it may have been withdrawn"
    if not found.is_usable:
        return "That earlier answer cannot be used: it is another body's, or only sounds like this"
    _put_answer(typed, found)
    if button == "decide":
        _put_decision(typed, earlier_decision(found))
    return ""


def _put_answer(typed: QueryDict, found: EarlierAnswer) -> None:
    said, answer = typed.get("answer", "").rstrip(), found.filed.answer
    if " ".join(answer.split()) not in " ".join(said.split()):
        typed["answer"] = f"{said}\n\n{answer}" if said else answer
    sources = unsigned(typed.get("taken", ""))
    typed["taken"] = signed(with_source(sources, earlier_source(found)))


def _put_decision(typed: QueryDict, decision: Decision) -> None:
    outcomes = [*typed.getlist("outcomes"), *(one.value for one in decision.outcomes)]
    typed.setlist("outcomes", list(dict.fromkeys(outcomes)))
    if decision.where and not typed.get("where"):
        typed["where"] = decision.where
    for ground in decision.grounds:
        _put_ground(typed, ground)


def _put_ground(typed: QueryDict, ground: Ground) -> None:
    """Put a ground where none is typed yet, unless it is cited already."""
    count = typed.get("grounds", "")
    places = range(int(count) if count.isdecimal() and len(count) <= _LONGEST_COUNT else 1)
    cited = [typed.get(f"g{place}-citation", "").strip() for place in places]
    if ground.citation in cited:
        return
    place = cited.index("") if "" in cited else len(cited)
    typed["grounds"] = str(max(len(cited), place + 1))
    said = ground_initial(ground, Particulars())
    for name in _COPIED:
        typed[f"g{place}-{name}"] = str(said[name] or "")


def _signer() -> Signer:
    return Signer(salt="answerable.taken-from")

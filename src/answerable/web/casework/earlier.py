"""What the buttons beside earlier answers do with a form of a decision: all that was typed in it stays."""

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from answerable.actions.casework import Doing
from answerable.actions.casework.unlike import put_aside, show_again
from answerable.domain.decisions.decision import Decision, Ground
from answerable.domain.decisions.outcomes import NOT_CHOSEN
from answerable.domain.decisions.particulars import Particulars
from answerable.domain.precedent.relations import Relation
from answerable.domain.precedent.saying import RELATION_WORDS
from answerable.domain.precedent.taken import (
    TakenFrom,
    taken_as_json,
    taken_of,
    with_source,
)
from answerable.queries.casework.deciding import DecisionPage
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
_NOT_THE_SAME = {one.value: RELATION_WORDS[one] for one in Relation if one is not Relation.SAME}
RELATIONS = (("", "nothing in common with it"), *_NOT_THE_SAME.items())
"""What an earlier question may be that is not the same: as a form sends it, and in words."""


def signed(taken: tuple[TakenFrom, ...]) -> str:
    """Return sources as a form carries them: nobody can make up others."""
    return _signer().sign_object(taken_as_json(taken)) if taken else ""


def unsigned(carried: str) -> tuple[TakenFrom, ...]:
    """Return the sources that a form carries; none if they were changed on the way."""
    try:
        return taken_of(_signer().unsign_object(carried)) if carried else ()
    except BadSignature:
        return ()


def pressed(typed: QueryDict, earlier: EarlierAnswers, *, of: DecisionPage, doing: Doing) -> str:
    """Do what the button beside an earlier answer of a question says; return why not, nothing if it was done.

    `use` takes the answer over into what was typed, `decide` the decision as well, `own` calls the words one's own
    again; `aside` says that it is not the same, `again` takes that back.
    """
    do, _, key = typed.get("do", "").partition(":")
    if do == "own":
        typed["taken"] = ""
        return ""
    if do == "again":
        show_again(of.reference, of.label, key, doing=doing)
        return ""
    found = earlier.of_key(key)
    if found is None:
        return "That earlier answer is not found any more: it may have been withdrawn"
    if do == "aside":
        return _put_aside(typed, found, of, doing)
    return _taken_over(typed, found, with_decision=do == "decide")


def _put_aside(typed: QueryDict, found: EarlierAnswer, of: DecisionPage, doing: Doing) -> str:
    said = typed.get(f"relation-{found.key}", "")
    if said and said not in _NOT_THE_SAME:
        return "Choose what the earlier question is, if it is not the same"
    reason = typed.get(f"reason-{found.key}", "")
    relation = Relation(said) if said else None
    put_aside(of.reference, of.label, found, relation=relation, reason=reason, doing=doing)
    return ""


def _taken_over(typed: QueryDict, found: EarlierAnswer, *, with_decision: bool) -> str:
    if not found.is_usable:
        return "That earlier answer cannot be used: it is another body's, or only sounds like this"
    _put_answer(typed, found)
    if with_decision:
        _put_decision(typed, earlier_decision(found))
    return ""


def _put_answer(typed: QueryDict, found: EarlierAnswer) -> None:
    said, answer = typed.get("answer", "").rstrip(), found.filed.answer
    if " ".join(answer.split()) not in " ".join(said.split()):
        typed["answer"] = f"{said}\n\n{answer}" if said else answer
    sources = unsigned(typed.get("taken", ""))
    typed["taken"] = signed(with_source(sources, earlier_source(found)))


def _put_decision(typed: QueryDict, decision: Decision) -> None:
    chosen = (one.value for one in decision.outcomes if one not in NOT_CHOSEN)
    outcomes = [*typed.getlist("outcomes"), *chosen]
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

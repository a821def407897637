"""What a letter says of one question: its words, whether it is held, the answer, the way on."""

from answerable.domain.decisions.decision import Decision
from answerable.domain.decisions.letters.blocks import LetterTable
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.facts import AnsweredQuestion, AnswerTable
from answerable.domain.decisions.letters.refusals import (
    Refusal,
    provision_words,
    refusal_key,
    refusals_of,
)
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.law.limbs import Need

_ORDER = (
    Outcome.DISCLOSED,
    Outcome.PART_DISCLOSED,
    Outcome.ELSEWHERE,
    Outcome.WITHHELD,
    Outcome.COST_LIMIT,
    Outcome.NOT_HELD,
    Outcome.SIGNPOSTED,
    Outcome.VEXATIOUS,
    Outcome.REPEATED,
    Outcome.CLARIFICATION,
    Outcome.NCND,
    Outcome.LAPSED,
)
_SILENT = ("silence", "exception-silence", "cost")
_REFUSED = frozenset(
    {
        Outcome.WITHHELD,
        Outcome.NCND,
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
        Outcome.LAPSED,
    }
)
"""Where nothing is given beside these, a drafted answer stays out: it would disclose what is refused."""
_GIVEN = (Outcome.DISCLOSED, Outcome.PART_DISCLOSED)
_CARRIED = {
    "12(1)": Outcome.COST_LIMIT,
    "14(1)": Outcome.VEXATIOUS,
    "14(2)": Outcome.REPEATED,
}
_BY_VOICE = {
    Outcome.WITHHELD: (("refusal", "exception"), ("refusal.limb", "refusal.why")),
    Outcome.PART_DISCLOSED: (("refusal", "exception"), ("refusal.limb", "refusal.why")),
    Outcome.COST_LIMIT: (("cost",), ("cost.12(1)", "cost.narrow")),
    Outcome.VEXATIOUS: (("burden", "exception"), ("burden.14(1)",)),
    Outcome.REPEATED: (("burden", "exception"), ("burden.14(2)",)),
    Outcome.NCND: (_SILENT, ("silence.limb",)),
}


def write_question(draft: Draft, question: AnsweredQuestion, *, shown_label: str) -> None:
    """Add a question with everything but its refusals, which may be shared."""
    if question.printed.strip() not in ("", shown_label, question.label.strip()):
        draft.write("question.printed", printed=question.printed)
    draft.quote("question.asked", text=question.text)
    outcomes = spoken(question.decision)
    _write_leads(draft, question.decision, outcomes)
    is_given = any(one in _GIVEN for one in outcomes)
    if is_given or not _REFUSED.intersection(outcomes):
        _write_answer(draft, question, is_given=is_given)
    for outcome in outcomes:
        _write_way_on(draft, outcome, question)
    _lack_grounds(draft, question, outcomes)


def spoken(decision: Decision) -> tuple[Outcome, ...]:
    """Return the outcomes that the letter speaks of, in its order.

    Beside "neither confirmed nor denied", nothing is said that would give away that it is not held.
    """
    found = tuple(one for one in _ORDER if one in decision.outcomes)
    if Outcome.NCND in found:
        return tuple(one for one in found if one not in (Outcome.NOT_HELD, Outcome.SIGNPOSTED))
    return found


def spoken_refusals(question: AnsweredQuestion) -> tuple[Refusal, ...]:
    """Return the refusals of a question that its letter gives, each once.

    Beside "neither confirmed nor denied" alone, a ground must not tell that something is withheld.
    """
    found = tuple({refusal_key(one): one for one in refusals_of(question)}.values())
    if spoken(question.decision) != (Outcome.NCND,):
        return found
    return tuple(one for one in found if one.voice in _SILENT)


def _write_leads(draft: Draft, decision: Decision, outcomes: tuple[Outcome, ...]) -> None:
    leads = [one for one in outcomes if _leads(one, outcomes)]
    if not leads:
        draft.lack("lead.lapsed")
    for place, outcome in enumerate(leads):
        draft.write(_key(draft, outcome, decision, place=place, of=len(leads)))
        if outcome is Outcome.NCND:
            draft.write("more.silent")


def _leads(outcome: Outcome, outcomes: tuple[Outcome, ...]) -> bool:
    """Return whether an outcome has words of its own: a signpost has, where it stands alone."""
    return outcome is not Outcome.SIGNPOSTED or outcomes == (Outcome.SIGNPOSTED,)


def _key(draft: Draft, outcome: Outcome, decision: Decision, *, place: int, of: int) -> str:
    """Return the sentence that says an outcome, in the form that fits its place among others."""
    key, form = f"lead.{outcome}", "-rest" if place else "-some" if of > 1 else ""
    cited = {one.citation for one in decision.grounds}
    if outcome is Outcome.COST_LIMIT and "12(2)" in cited and "12(1)" not in cited:
        key = "lead.cost_limit-unknown"
    elif outcome in (Outcome.VEXATIOUS, Outcome.REPEATED) and "EIR 12(4)(b)" in cited:
        key = "lead.unreasonable"
    return f"{key}{form}" if f"{key}{form}" in draft.wording else key


def _write_answer(draft: Draft, question: AnsweredQuestion, *, is_given: bool) -> None:
    voice = "answer" if is_given else "remark"
    if question.answer.strip():
        draft.write(f"{voice}.text", answer=question.answer)
    for table in question.tables:
        draft.table(_table(draft, table, voice))
    draft.listing(f"{voice}.files", items=question.attachments)
    draft.listing(f"{voice}.caveats", items=question.caveats)
    if not is_given:
        return
    if not (question.answer.strip() or question.tables or question.attachments):
        draft.lack("answer.text")
        draft.lack("lead.part_disclosed")
    if question.tables and not _has_caveats(question):
        draft.lack("answer.caveats")


def _table(draft: Draft, table: AnswerTable, voice: str) -> LetterTable:
    has_notes = any(one.strip() for one in table.notes)
    caveats = draft.wording.says(f"{voice}.caveats") if has_notes else ()
    says = (*draft.wording.says(f"{voice}.table"), *caveats)
    return LetterTable(table.caption, table.header, table.rows, table.notes, says)


def _has_caveats(question: AnsweredQuestion) -> bool:
    notes = (note for table in question.tables for note in table.notes)
    return any(one.strip() for one in (*question.caveats, *notes))


def _write_way_on(draft: Draft, outcome: Outcome, question: AnsweredQuestion) -> None:
    """Add what follows from an outcome: where to look, whom to ask, what was taken out."""
    decision = question.decision
    if outcome is Outcome.ELSEWHERE:
        draft.write("more.where", where=_where(decision))
    elif outcome is Outcome.NOT_HELD:
        draft.write("more.searches", searches=question.searches)
        if Outcome.SIGNPOSTED not in decision.outcomes:
            draft.write("more.signposted_to", who=decision.signposted_to)
    elif outcome is Outcome.SIGNPOSTED:
        draft.write("more.signposted_to", who=decision.signposted_to)
    elif outcome is Outcome.CLARIFICATION:
        draft.write("more.asked", asked=decision.asked)
        for key in ("more.asked-why", "more.restart", "more.help"):
            draft.write(key)
    elif outcome is Outcome.PART_DISCLOSED:
        _write_marks(draft, question)


def _where(decision: Decision) -> str:
    recorded = (one.recorded.get(Need.WHERE, "").strip() for one in decision.grounds)
    return decision.where.strip() or next((one for one in recorded if one), "")


def _write_marks(draft: Draft, question: AnsweredQuestion) -> None:
    """Add under which limb each passage is taken out: one limb covers all, several need a list."""
    cited = _withholding(question)
    taken = [one for one in question.taken_out if one.what.strip() and one.citation in cited]
    if len(cited) == 1 and not taken:
        draft.write("more.marks", provision=provision_words(cited[0], wording=draft.wording))
    elif {one.citation for one in taken} == set(cited) and cited:
        items = tuple(
            draft.wording.text(
                "more.mark",
                what=one.what,
                provision=provision_words(one.citation, wording=draft.wording),
            )
            for one in taken
        )
        draft.listing("more.marks-list", items=items)
    else:
        draft.lack("more.marks")


def _withholding(question: AnsweredQuestion) -> list[str]:
    found = [one for one in refusals_of(question) if one.voice in ("refusal", "exception")]
    return list(dict.fromkeys(one.ground.citation for one in found))


def _lack_grounds(draft: Draft, question: AnsweredQuestion, outcomes: tuple[Outcome, ...]) -> None:
    """Note what is lacking where an outcome rests on a ground and none is cited."""
    voices = {one.voice for one in refusals_of(question) if _counts(one, outcomes)}
    for outcome in outcomes:
        wanted, keys = _BY_VOICE.get(outcome, ((), ()))
        if wanted and not voices.intersection(wanted):
            for key in keys:
                draft.lack(key)


def _counts(refusal: Refusal, outcomes: tuple[Outcome, ...]) -> bool:
    """Return whether a ground can carry one of the outcomes: 14(2) carries no vexatious request."""
    carried = _CARRIED.get(refusal.ground.citation)
    return carried is None or carried in outcomes

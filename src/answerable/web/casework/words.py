"""The words for stages, outcomes and days on officers' pages: the words alone carry the meaning."""

from collections.abc import Sequence

from answerable.domain.decisions import OUTCOME_WORDS, Outcome
from answerable.domain.roles import Stage
from answerable.web.tags import Tag

_STAGE_COLOURS = {
    Stage.OPEN: "blue",
    Stage.DRAFTED: "yellow",
    Stage.CHECKED: "turquoise",
    Stage.CLEARED: "green",
    Stage.LEAVING: "purple",
    Stage.SENT: "grey",
    Stage.CLOSED: "grey",
}


def stage_tag(stage: Stage) -> Tag:
    """Return a stage as a tag."""
    return Tag(capital(stage.value), _STAGE_COLOURS[stage])


def outcome_tags(outcomes: tuple[str, ...]) -> tuple[Tag, ...]:
    """Return outcomes as tags."""
    return tuple(Tag(capital(OUTCOME_WORDS[Outcome(one)]), "grey") for one in outcomes)


def capital(words: str) -> str:
    """Return words that begin a line."""
    return f"{words[:1].upper()}{words[1:]}"


def done_to(done: str, labels: Sequence[str]) -> str:
    """Return what was done, and to which questions: a question without a label is the only one."""
    named = [one for one in labels if one]
    if not named:
        return done
    *others, last = named
    listed = f"questions {', '.join(others)} and {last}" if others else f"question {last}"
    return f"{done}: {listed}"

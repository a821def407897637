"""How an answer of the demo is challenged: each step is an action that the office takes."""

from collections.abc import Callable, Mapping
from typing import Any

from answerable.actions.casework.challenging import (
    Finding,
    Found,
    Ground,
    ReviewAsked,
    ask_review,
    decide_review,
    take_review,
    write_findings,
)
from answerable.actions.casework.lettering import rendered_letter
from answerable.cli.sample_scene import Scene
from answerable.queries.casework.challenges import challenges_of
from answerable.queries.casework.review_letters import outcome_draft

_Step = Mapping[str, Any]


def _ask(reference: str, step: _Step, scene: Scene) -> None:
    grounds = tuple(map(Ground, step["grounds"]))
    asked = ReviewAsked(dict.fromkeys(step["questions"], grounds), step["words"], scene.doing.on)
    ask_review(reference, asked, doing=scene.doing)


def _take(reference: str, _: _Step, scene: Scene) -> None:
    take_review(reference, _last(reference), doing=scene.doing)


def _find(reference: str, step: _Step, scene: Scene) -> None:
    answers = {Ground(name): words for name, words in step["answers"].items()}
    found = Found(Finding(step["finding"]), step["reasons"], answers)
    findings = dict.fromkeys(step["questions"], found)
    write_findings(reference, _last(reference), findings, doing=scene.doing)


def _decide(reference: str, step: _Step, scene: Scene) -> None:
    office, doing, number = scene.office, scene.doing, _last(reference)
    draft = outcome_draft(reference, number, office=office, table=doing.table, on=doing.on)
    if draft is not None:
        ready = rendered_letter(draft.letter)
        decide_review(reference, number, ready, way=step["way"], office=office, doing=doing)


def _last(reference: str) -> int:
    return challenges_of(reference)[-1].number


CHALLENGES: Mapping[str, Callable[[str, _Step, "Scene"], None]] = {
    "ask review": _ask,
    "take review": _take,
    "find": _find,
    "decide review": _decide,
}
"""The steps by their names."""

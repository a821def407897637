"""The published rounds as a file: how many elements have each level, by criterion, and which are not met."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from answerable.domain.assurance import Framework, Level
from answerable.domain.assurance.open_rounds import OpenRound

SCHEMA = "urn:answerable:assessment:1"
LEVEL_COLUMNS = (
    "framework edition round held_on published_on by criterion name enw level level_name lefel met elements numbers"
).split()
_SAID = {True: "yes", False: "no"}


def level_cells(rounds: Sequence[OpenRound]) -> Iterator[list[str]]:
    """Yield the cells under `LEVEL_COLUMNS`: a row for each level of each criterion, and of what has none.

    `numbers` names the elements of levels that do not count as met, as the page does, and no others.
    """
    for one in rounds:
        framework = one.framework
        head = [
            framework.key,
            framework.version,
            one.kind.key if one.kind else "",
            one.held_on.isoformat(),
            one.published_on.isoformat(),
            "self" if one.is_self else "assessor",
        ]
        for criterion, count in zip(framework.criteria, one.counts[1:], strict=True):
            start = [*head, criterion.number, criterion.name, criterion.cy]
            for level in framework.levels:
                found = str(count.by_level[level.key])
                numbers = " ".join(_numbers(one, criterion.number, level))
                said = [level.key, level.name, level.cy, _SAID[level.is_met]]
                yield [*start, *said, found, numbers]
            if count.without:
                yield [*start, "", "", "", "", str(count.without), ""]


def rounds_as_json(rounds: Sequence[OpenRound], *, licence: str) -> bytes:
    """Return the published rounds, the latest first; `schema/assessment.schema.json` describes it."""
    data = {
        "schema": SCHEMA,
        "licence": licence or None,
        "rounds": [_round(one) for one in rounds],
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _round(one: OpenRound) -> dict[str, Any]:
    framework = one.framework
    whole, *parts = one.counts
    return {
        "framework": {"key": framework.key, **_named(framework), "edition": framework.version},
        "round": {"key": one.kind.key, **_named(one.kind)} if one.kind else None,
        "held_on": one.held_on.isoformat(),
        "published_on": one.published_on.isoformat(),
        "by": "self" if one.is_self else "assessor",
        "organisation": one.organisation,
        "levels": [
            {"key": level.key, **_named(level), "met": level.is_met} for level in framework.levels
        ],
        "criteria": [
            {
                "number": each.number,
                **_named(each),
                "counts": count.by_level,
                "without": count.without,
            }
            for each, count in zip(framework.criteria, parts, strict=True)
        ],
        "whole": {"counts": whole.by_level, "without": whole.without},
        "not_met": [
            {"number": element.number, **_named(element), "level": level.key}
            for element, level in one.unmet
        ],
        "inferred": len(one.inferred),
        "limits": [_limit(framework, at) for at in range(len(framework.limits))],
    }


def _limit(framework: Framework, at: int) -> dict[str, Any]:
    limit = framework.limits[at]
    return {
        "level": limit.level,
        "part": str(limit.part),
        "most_per_cent": limit.most_per_cent,
        "verified": limit.is_verified,
    }


def _named(one: Any) -> dict[str, str]:
    return {"name": one.name, "name_cy": one.cy}


def _numbers(one: OpenRound, criterion: str, level: Level) -> Iterator[str]:
    for element, given in one.unmet:
        if given == level and element.number.startswith(f"{criterion}."):
            yield element.number

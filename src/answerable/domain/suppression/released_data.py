"""Released tables and assessments as plain data: the JSON that one is kept as, the TOML in which one is written."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from answerable.domain.suppression.controlling import Range
from answerable.domain.suppression.released import (
    Category,
    Dimension,
    Figure,
    ReleasedRefused,
    ReleasedTable,
)
from answerable.domain.suppression.withholding import Assessment, NotAssessed


def data_of(table: ReleasedTable) -> dict[str, Any]:
    """Return a released table as data for JSON. A withheld figure is kept as what a reader knows of it."""
    return {
        "name": table.name,
        "counts": table.counts,
        "dimensions": [
            {
                "name": one.name,
                "categories": [
                    {"label": each.label, "values": sorted(each.values), "all_but": each.is_all_but}
                    for each in one.categories
                ],
            }
            for one in table.dimensions
        ],
        "figures": [
            {
                "labels": list(one.labels),
                "least": one.known.least,
                "most": one.known.most,
                "withheld": one.is_withheld,
            }
            for one in table.figures
        ],
    }


def released_of(data: Any) -> ReleasedTable:
    """Return the released table that such data is.

    :raises ReleasedRefused: if it is none.
    """
    try:
        return ReleasedTable(
            str(data["name"]),
            str(data["counts"]),
            tuple(
                Dimension(str(one["name"]), tuple(map(_category, one["categories"])))
                for one in data["dimensions"]
            ),
            tuple(map(_figure, data["figures"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        if isinstance(problem, ReleasedRefused):
            raise
        raise ReleasedRefused(
            f"it is no released table, as `answerable protect --release` writes one: {problem!r}"
        ) from problem


def _category(data: Mapping[str, Any]) -> Category:
    return Category(
        str(data["label"]),
        frozenset(map(str, data["values"])),
        is_all_but=bool(data.get("all_but", False)),
    )


def _figure(data: Mapping[str, Any]) -> Figure:
    most = data["most"]
    known = Range(int(data["least"]), None if most is None else int(most))
    return Figure(tuple(map(str, data["labels"])), known, is_withheld=bool(data["withheld"]))


def assessment_data(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as data for JSON, as a table that was kept has it."""
    return {**dataclasses.asdict(assessment), "assessed_on": assessment.assessed_on.isoformat()}


def kept_assessment(data: Mapping[str, Any]) -> Assessment:
    """Return the assessment that such data is.

    :raises NotAssessed: if it is none.
    """
    try:
        day = dt.date.fromisoformat(data["assessed_on"])
    except (KeyError, TypeError, ValueError) as problem:
        raise NotAssessed(f"The assessment does not say assessed_on: {problem!r}") from problem
    return assessment_of({**data, "assessed_on": day})


def assessment_of(data: Mapping[str, Any]) -> Assessment:
    """Return an assessment from the data of its file; a question that it leaves out is open.

    :raises NotAssessed: if a word in it is unknown, or of another kind.
    """
    kinds: dict[str, type] = dict.fromkeys(
        (one.name for one in dataclasses.fields(Assessment)), str
    )
    kinds |= {"is_identifying": bool, "assessed_on": dt.date}
    for word, value in data.items():
        if word not in kinds:
            raise NotAssessed(
                f"There is no {word!r} in an assessment: there are {', '.join(kinds)}"
            )
        if type(value) is not kinds[word]:
            raise NotAssessed(f"{word} cannot be {value!r} in an assessment")
    for word in ("is_identifying", "assessed_on"):
        if word not in data:
            raise NotAssessed(f"The assessment does not say {word}")
    texts = {word: data.get(word, "") for word in kinds}
    return Assessment(**texts)

"""Results of the survey as CSV and JSON, with small numbers protected as on the pages."""

import json
from collections.abc import Iterable, Sequence

from answerable.domain.assurance.survey_data import result_as_json, share_in_words
from answerable.domain.assurance.surveys import QUESTIONS, SurveyResult
from answerable.publishing.csv_files import cells_as_csv

_COLUMNS = ("first", "last", "invited", "answered", "response", *QUESTIONS)


def survey_as_csv(results: Iterable[SurveyResult]) -> bytes:
    """Return a row for each group of months; shares are in per cent, empty where fewer than five answered."""
    return b"".join(cells_as_csv(_COLUMNS, map(_cells, results)))


def survey_as_json(results: Iterable[SurveyResult]) -> bytes:
    """Return the groups of months as a list."""
    rows = [result_as_json(one) for one in results]
    return f"{json.dumps(rows, ensure_ascii=False, indent=1)}\n".encode()


def _cells(one: SurveyResult) -> Sequence[str]:
    shares = (one.response, *(one.content[key] for key in QUESTIONS))
    counts = (str(one.invited), str(one.answered))
    return (
        f"{one.first:%Y-%m}",
        f"{one.last:%Y-%m}",
        *counts,
        *map(share_in_words, shares),
    )

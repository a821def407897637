"""`answerable match --request FILE`: in which earlier requests the questions of a whole one stand."""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

from answerable.cli.file_precedents import InFiles
from answerable.cli.site_precedents import OnSite
from answerable.domain.precedent.leaning import standing_above
from answerable.domain.precedent.relations import Relation
from answerable.matching.whole import (
    MOST_QUESTIONS,
    EarlierRequest,
    Looked,
    Standing,
    earlier_requests,
)
from answerable.reading import NotReadable, Reading, read_file

_MOST_OF_A_QUESTION = 30
_WORDS = {
    Relation.SAME: "the same",
    Relation.SAME_NEW_PERIOD: "for another time",
    Relation.OVERLAP: "in part",
}


def request_in(path: Path) -> Reading | None:
    """Return the request in a file, None if it cannot be read or asks nothing: that is said."""
    try:
        reading = read_file(path, as_kind="requests")
    except NotReadable as problem:
        print(problem, file=sys.stderr)
        return None
    if not any(entry.questions for entry in reading.entries):
        print(f"{path.name}: no question was found in it", file=sys.stderr)
        return None
    return reading


def match_request(
    reading: Reading, on_file: InFiles | OnSite, asked_on: dt.date, *, top: int, as_json: bool
) -> int:
    """Print the earlier requests in which questions of a request stand; return 1 if there is none."""
    questions = [one for entry in reading.entries for one in entry.questions]
    if len(questions) > MOST_QUESTIONS:
        print(
            f"The first {MOST_QUESTIONS} of {len(questions)} questions are looked up",
            file=sys.stderr,
        )
    above = [
        over
        for entry in reading.entries
        for over in standing_above(
            ((one.text, one.heading) for one in entry.questions), entry.title
        )
    ]
    looked = [
        Looked(
            one.label or "",
            one.text,
            tuple(on_file.like(one.text, asked_on, most=_MOST_OF_A_QUESTION, under=under)),
        )
        for one, under in zip(questions[:MOST_QUESTIONS], above, strict=False)
    ]
    found = earlier_requests(looked)[:top]
    if as_json:
        rows = [_as_json(one, len(questions)) for one in found]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        lines = [_lines(one, len(questions)) for one in found]
        print("\n\n".join(lines) or "None of its questions stands in an earlier request")
    return int(not found)


def _as_json(earlier: EarlierRequest, questions: int) -> dict[str, Any]:
    filed = earlier.filed
    return {
        "ref": filed.reference,
        "body": filed.body,
        "source": filed.source,
        "questions": questions,
        "same": earlier.same,
        "same_new_period": earlier.same_new_period,
        "overlap": earlier.overlap,
        "pairs": [_pair_as_json(one) for one in earlier.standing],
    }


def _pair_as_json(one: Standing) -> dict[str, Any]:
    filed, how = one.found.filed, one.found.related
    return {
        "label": one.label or None,
        "text": one.text,
        "earlier_label": filed.label,
        "earlier_text": filed.text,
        "relation": str(how.relation),
        "score": round(how.score, 2),
        "differs": [
            {"what": each.what, "asked": each.asked, "earlier": each.earlier}
            for each in how.differs
        ],
        "outcomes": list(filed.outcomes),
        "exemptions": list(filed.exemptions),
    }


def _lines(earlier: EarlierRequest, questions: int) -> str:
    filed = earlier.filed
    before, behind = earlier.in_words(questions)
    head = f"{before} {filed.reference or filed.source}{behind}"
    pairs = [
        f"  {_named(one.label)} · {_WORDS[one.relation]} · {_named(one.found.filed.label or '')} there"
        for one in earlier.standing
    ]
    return "\n".join([head, *pairs])


def _named(label: str) -> str:
    return f"question {label}" if label else "the question"

"""What is read of reports at first contact: `python -m tests.support.assessed.scores`."""

import sys

from answerable.reading import read_bytes
from tests.support.assessed.fresh import WRITERS
from tests.support.assessed.kept import KEPT, OPENED
from tests.support.assessed.programmes import PROGRAMMES
from tests.support.assessed.written import said_of

ASKED = ("levels", "strengths", "improvements", "texts", "day", "round", "organisation", "assessor", "number", "figures", "whole")  # fmt: skip


def told(report, truth):
    """Return by question whether a report is read as its truth says."""
    kinds = {(one.kind.value, element) for one in report.passages for element in one.elements}
    texts = truth.plus | truth.partial | truth.failing | truth.improvements
    answers = {
        "levels": {one: to for one, to in report.levels.items() if to != "compliant"}
        == truth.levels,
        "strengths": {one for kind, one in kinds if kind == "strength"} == set(truth.plus),
        "improvements": {one for kind, one in kinds if kind == "improvement"}
        == set(truth.improvements),
        "texts": all(_same(text, said_of(report, element)) for element, text in texts.items()),
        "day": report.evidence_on == truth.held_on,
        "round": report.round_kind == truth.round_kind,
        "organisation": _same(truth.organisation.lower(), (report.organisation or "").lower()),
        "assessor": (report.assessor or "").lower() == truth.assessor.lower(),
        "number": report.project_number == truth.number,
        "figures": {(one.count, one.of) for one in report.method} == set(truth.figures),
    }
    return answers | {"whole": all(answers.values())}


def _same(text, said):
    return " ".join(text.split()) in " ".join(said.split())


def scores(layouts):
    """Return by layout and format what is told; nothing is where it is not taken for a report."""
    found = {}
    for layout in layouts:
        truth, parts = layout()
        for name, writer in WRITERS.items():
            reading = read_bytes(writer(parts), name=name)
            is_one = reading.kind == "assessment"
            found[layout.__name__, name] = told(reading.assessment, truth) if is_one else {}
    return found


def _print(name, layouts, *, each):
    found = scores(layouts)
    counted = {one: sum(told.get(one, False) for told in found.values()) for one in ASKED}
    print(f"{name}: {len(found)} files;", ", ".join(f"{key} {n}" for key, n in counted.items()))
    for (layout, file), told in found.items() if each else ():
        missing = [one for one in ASKED if not told.get(one, False)]
        print(f"  {layout} {file}: {', '.join(missing) if told else 'not taken for a report'}")


if __name__ == "__main__":
    _print("to be looked at", PROGRAMMES, each="--each" in sys.argv)
    _print("looked at after it was measured", OPENED, each="--each" in sys.argv)
    _print("kept unread", KEPT, each=False)

"""How much our own finder finds, Presidio alone, and both, of the tuning half and of names in contexts.

`python -m tests.support.presidio_report FOLDER` measures it with the model in a folder.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from answerable.domain.personal.rules import surest
from answerable.domain.release.personal import (
    Certainty,
    PersonalFinding,
    PersonalKind,
    personal_data,
)
from answerable.inspecting.personal.presidio import Presidio, presidio_from
from tests.support.personal_mentions import shares
from tests.support.personal_report import Score, labelled_set, scores

Finding = Callable[[str], Sequence[PersonalFinding]]


def finders(presidio: Presidio) -> Mapping[str, Finding]:
    """Return our own finder, Presidio alone, and both together."""
    return {
        "Own rules": personal_data,
        "Presidio alone": lambda text: surest(presidio.findings(text), length=len(text)),
        "Both": lambda text: personal_data(text, others=presidio.findings(text)),
    }


def main(folder: Path) -> None:
    """Print a table of what each finds of each kind, and how much of what it says is right."""
    every = finders(presidio_from(folder))
    texts = labelled_set("seen")
    for least in (Certainty.POSSIBLE, Certainty.LIKELY):
        found = {name: scores(texts, least=least, find=find) for name, find in every.items()}
        print(f"\nAt least {least}: found, and right\n")
        print("| Kind | There |", " | ".join(found), "|")
        print("|---|---:|" + "---:|" * len(found))
        for kind in PersonalKind:
            cells = [_cell(one.get(kind, Score())) for one in found.values()]
            there = found["Own rules"].get(kind, Score()).there
            print(f"| {kind.value} | {there} |", " | ".join(cells), "|")
        sums = [_cell(_sum(one.values())) for one in found.values()]
        print("| all | |", " | ".join(sums), "|")
    for by, without in (("context", ()), ("origin", ("ALL CAPS", "lower case"))):
        print(f"\nNames by {by}:", " | ".join(every), "\n")
        columns = [shares(by, without=without, find=find) for find in every.values()]
        for row in columns[0]:
            print(f"| {row} |", " | ".join(f"{one[row]:.0%}" for one in columns), "|")


def _sum(each: Iterable[Score]) -> Score:
    total = Score()
    for one in each:
        total.there += one.there
        total.touched += one.touched
        total.found += one.found
        total.right += one.right
    return total


def _cell(one: Score) -> str:
    recall = f"{one.recall:.0%}" if one.there else "–"
    return f"{recall}, {one.right} of {one.found}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

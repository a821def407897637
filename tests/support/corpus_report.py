"""`make corpus`: what the reader gains and loses on every log we have, against the last release.

`tests/corpus/read_before.json` holds what the last release read. A change of the reader shows here what
it wins and what it costs; `--keep` makes the present reading the one to compare with.
"""

import json
import sys
import time
from pathlib import Path

from answerable.reading import read_file
from tests.support.seeds import SHARED

ROOT = Path(__file__).resolve().parents[2]
BEFORE = ROOT / "tests" / "corpus" / "read_before.json"
FOLDERS = (ROOT / "src/answerable/cli/sample", ROOT / "tests/corpus/layouts", SHARED / "seeds")


def read_all():
    """Return what is read of each log: a line for each question, table and attachment."""
    return {
        path.name: sorted(_facts(path))
        for folder in FOLDERS
        if folder.is_dir()
        for path in sorted(folder.iterdir())
    }


def _facts(path):
    reading = read_file(path)
    yield f"{reading.kind} with {len(reading.unread)} stretches unread"
    for number, entry in enumerate(reading.entries, start=1):
        name = entry.ref or f"entry {number}"
        yield f"{name} {entry.title!r}"
        for question in entry.questions:
            outcomes = "+".join(outcome.value for outcome in question.outcomes)
            answered = "answered" if question.answer else "no answer"
            yield f"{name} {question.label}: {outcomes} {' '.join(question.exemptions)} {answered}"
        for table in entry.tables:
            yield f"{name} table {len(table.rows)} x {len(table.rows[0])} for {table.question}"
        for attachment in entry.attachments:
            yield f"{name} attachment {attachment.title!r}"


def compared(before, now):
    """Return the lines of the report, and how many facts were won and lost."""
    lines, gains, losses = [], 0, 0
    for name, facts in now.items():
        if name not in before:
            lines.append(f"{name}: new, {len(facts)} facts")
            continue
        won, lost = sorted({*facts} - {*before[name]}), sorted({*before[name]} - {*facts})
        gains, losses = gains + len(won), losses + len(lost)
        lines += [f"{name}: + {fact}" for fact in won] + [f"{name}: - {fact}" for fact in lost]
    return lines, gains, losses


def main(arguments):
    """Print the report; exit 1 if something was lost."""
    began = time.perf_counter()
    now = read_all()
    took = time.perf_counter() - began
    before = json.loads(BEFORE.read_text()) if BEFORE.exists() else {}
    lines, gains, losses = compared(before, now)
    print("\n".join(lines))
    facts = sum(len(one) for one in now.values())
    print(f"{len(now)} documents, {facts} facts in {took:.2f} s: {gains} gains, {losses} losses")
    if "--keep" in arguments:
        # What others wrote is not ours to publish: only the project's own material is kept.
        own = {path.name for folder in FOLDERS[:2] for path in folder.iterdir()}
        kept = {name: facts for name, facts in now.items() if name in own}
        BEFORE.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

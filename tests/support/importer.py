"""A process that imports logs side by side with others, or waits in the middle to be killed.

    python -m tests.support.importer NAME FILES ENTRIES [pause]

Each log holds entries of its own, and one that every process has, told differently by each.
Afterwards `counts` as NAME prints what the archive holds.
"""

import datetime as dt
import json
import sys
import time

import django

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def main(name, files="0", entries="0", *flags):
    django.setup()
    if name == "counts":
        print(json.dumps(_counts()))
        return
    if "pause" in flags:
        _wait_in_the_middle()
    for number in range(int(files)):
        _import(name, number, int(entries))


def _import(name, number, entries):
    from tests.support.entries import keep, make_entry, make_question

    own = [make_entry(ref=f"{name}-{number}-{one}", title=f"Trams {one}") for one in range(entries)]
    told = make_question(answer=f"{name} counted {number}")
    keep(*own, make_entry(ref="shared", questions=(told,)), name=f"{name}-{number}.txt")


def _wait_in_the_middle():
    from answerable.actions.archive import importing

    def wait(*_, **__):
        print("in the middle", flush=True)
        time.sleep(600)

    importing.write_tallies = wait


def _counts():
    from answerable.queries.archive import change_number, log_statistics
    from answerable.records.archive.models import Document, Entry, EntryVersion, Question

    told = log_statistics(at=AT)
    return {
        "documents": Document.objects.count(),
        "entries": Entry.objects.count(),
        "keys": Entry.objects.values("key").distinct().count(),
        "questions": Question.objects.count(),
        "versions": EntryVersion.objects.count(),
        "changes": change_number(),
        "told": [told.entries, told.questions],
    }


if __name__ == "__main__":
    main(*sys.argv[1:])

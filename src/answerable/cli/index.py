"""`answerable index`: the search indexes, brought up to date or made anew."""

import argparse
from collections.abc import Iterable
from typing import TypeVar

from answerable.cli.bars import shown
from answerable.cli.site import open_site

_Document = TypeVar("_Document")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `index`."""
    parser = commands.add_parser("index", help="bring the search index up to date, or rebuild it")
    parser.add_argument("--rebuild", action="store_true", help="make it anew from the archive")
    parser.add_argument(
        "--casework", action="store_true", help="the index of requests that officers search"
    )
    parser.set_defaults(run=index)


def index(given: argparse.Namespace) -> int:
    """Bring an index up to date; with --rebuild, make it anew while the old one goes on answering."""
    open_site()
    return _index_requests(given) if given.casework else _index_entries(given)


def _index_entries(given: argparse.Namespace) -> int:
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.question_index import mend_questions  # noqa: PLC0415
    from answerable.actions.search_index import rebuild_index, refresh_index  # noqa: PLC0415

    now = timezone.now()
    if given.rebuild:
        count = rebuild_index(at=now, shown=_entries_shown, questions_shown=_questions_shown)
        print(f"{count:,} entries indexed")
    else:
        mend_questions(at=now, shown=_questions_shown)
        refresh_index(at=now)
        print("The index is up to date")
    return 0


def _index_requests(given: argparse.Namespace) -> int:
    from answerable.actions.casework.indexing import (  # noqa: PLC0415 Django is loaded only now
        index_changes,
        rebuild_casework_index,
    )
    from answerable.actions.casework.question_indexing import mend_sent_questions  # noqa: PLC0415

    if given.rebuild:
        count = rebuild_casework_index(shown=_requests_shown, questions_shown=_questions_shown)
    else:
        mend_sent_questions(shown=_questions_shown)
        count = index_changes()
    print(f"{count:,} {'request' if count == 1 else 'requests'} indexed")
    return 0


def _entries_shown(documents: Iterable[_Document]) -> Iterable[_Document]:
    return shown(documents, " entries")


def _requests_shown(documents: Iterable[_Document]) -> Iterable[_Document]:
    return shown(documents, " requests")


def _questions_shown(documents: Iterable[_Document]) -> Iterable[_Document]:
    return shown(documents, " questions")

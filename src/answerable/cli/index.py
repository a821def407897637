"""`answerable index`: the search index, brought up to date or made anew."""

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from answerable.cli.site import open_site

if TYPE_CHECKING:
    from answerable.matching.documents import SearchDocument


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `index`."""
    parser = commands.add_parser("index", help="bring the search index up to date, or rebuild it")
    parser.add_argument("--rebuild", action="store_true", help="make it anew from the archive")
    parser.set_defaults(run=index_entries)


def index_entries(given: argparse.Namespace) -> int:
    """Bring the index up to date; with --rebuild, make it anew while the old one goes on answering."""
    open_site()
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.search_index import rebuild_index, refresh_index  # noqa: PLC0415

    if given.rebuild:
        count = rebuild_index(at=timezone.now(), shown=_shown)
        print(f"{count:,} entries indexed")
    else:
        refresh_index(at=timezone.now())
        print("The index is up to date")
    return 0


def _shown(documents: "Iterable[SearchDocument]") -> "Iterable[SearchDocument]":
    if not sys.stderr.isatty():
        return documents
    from tqdm import tqdm  # noqa: PLC0415 only a terminal shows a bar

    bar: Iterable[SearchDocument] = tqdm(documents, unit=" entries", file=sys.stderr, delay=1)
    return bar

"""An index that is kept open for reading, and opened again once it was replaced or written to."""

import contextlib
import threading
from dataclasses import dataclass

import tantivy

from answerable.matching.index_folder import Current, IndexFolder, IndexUnavailable


@dataclass(frozen=True, slots=True)
class Open:
    """An index as it was at its last commit."""

    current: Current
    commit: bytes
    schema: tantivy.Schema
    searcher: tantivy.Searcher


class OpenIndex:
    """The index in use of a folder. Safe to share between threads; a reader sees whatever was committed."""

    def __init__(self, folder: IndexFolder) -> None:
        """Read the index of a folder, which need not exist yet."""
        self._folder = folder
        self._lock = threading.Lock()
        self._open: Open | None = None

    def ready(self) -> Open:
        """Return the current index, opened again if it has been replaced or written to.

        :raises IndexUnavailable: if there is no index that can be used.
        """
        # A writer may take the folder away between its name being read and its files being opened.
        with contextlib.suppress(IndexUnavailable):
            return self._ready_now()
        return self._ready_now()

    def _ready_now(self) -> Open:
        current = self._folder.current()
        with self._folder.damage_said():
            commit = self._folder.commit(current.name)
            ready = self._open
            if ready is not None and (ready.current, ready.commit) == (current, commit):
                return ready
            with self._lock:
                index = self._folder.opened(current.name)
                ready = self._open = Open(current, commit, index.schema, index.searcher())
        return ready

"""A folder that holds an index: one process writes at a time, and damage is said.

An index that is made anew is written beside the old one and takes its place at once; readers notice by
a small file that names the folder in use.
"""

import contextlib
import fcntl
import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import tantivy

from answerable.matching.fields import with_analyser

_REBUILD_HEAP, _UPDATE_HEAP = 256_000_000, 32_000_000
_CURRENT = "current.json"
_PANIC = "PanicException"


class IndexUnavailable(Exception):
    """The index is missing, damaged, or of another version."""


class IndexBusy(Exception):
    """Another process writes the index just now."""


@dataclass(frozen=True, slots=True)
class Current:
    """The index in use: the name of its folder, and the change that was said of it."""

    name: str
    change: int


@dataclass(frozen=True, slots=True)
class IndexFolder:
    """Where the indexes of one kind are kept; `what` names them, `remedy` says how to make one."""

    path: Path
    version: int
    what: str
    remedy: str

    def current(self) -> Current:
        """Return which index is in use.

        :raises IndexUnavailable: if none is, or one of another version.
        """
        try:
            said = json.loads((self.path / _CURRENT).read_bytes())
            version, current = said["version"], Current(str(said["folder"]), int(said["change"]))
        except (OSError, ValueError, KeyError, TypeError) as problem:
            message = f"There is no {self.what}: make it {self.remedy}"
            raise IndexUnavailable(message) from problem
        if version != self.version:
            message = f"The {self.what} is of another version: make it anew {self.remedy}"
            raise IndexUnavailable(message)
        return current

    def opened(self, name: str) -> tantivy.Index:
        """Return an index of the folder by its name."""
        return with_analyser(tantivy.Index.open(str(self.path / name)))

    def commit(self, name: str) -> bytes:
        """Return what Tantivy says of the last commit: it differs after each, and comes whole."""
        return (self.path / name / "meta.json").read_bytes()

    @contextlib.contextmanager
    def writing(self, *, waits: bool = True) -> Iterator[None]:
        """Wait until no other process writes, or do not wait.

        :raises IndexBusy: if another process writes, and this one does not wait for it.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as problem:
                message = f"The {self.what} is being written by another process"
                raise IndexBusy(message) from problem
            yield

    @contextlib.contextmanager
    def changing(self, name: str) -> Iterator[tantivy.IndexWriter]:
        """Change an index in one commit, or not at all."""
        writer = self.opened(name).writer(_UPDATE_HEAP, 1)
        yield writer
        writer.commit()
        writer.wait_merging_threads()

    def make_anew(
        self, schema: tantivy.Schema, documents: Iterable[tantivy.Document], *, change: int
    ) -> int:
        """Write a new index of documents and put it in the place of the old; return their number.

        Only who is `writing` may do so.
        """
        name = self._next_name()
        folder = self.path / name
        folder.mkdir(parents=True)
        writer = with_analyser(tantivy.Index(schema, path=str(folder))).writer(_REBUILD_HEAP, 2)
        count = 0
        for document in documents:
            writer.add_document(document)
            count += 1
        writer.commit()
        writer.wait_merging_threads()
        self.say_current(Current(name, change))
        self._remove_others(name)
        return count

    def say_current(self, current: Current) -> None:
        """Say which index is in use from now on."""
        said = {"version": self.version, "folder": current.name, "change": current.change}
        new = self.path / f"{_CURRENT}.new"
        new.write_text(json.dumps(said))
        new.replace(self.path / _CURRENT)

    @contextlib.contextmanager
    def damage_said(self) -> Iterator[None]:
        """Say of what fails within that the index is damaged.

        :raises IndexUnavailable: if something does.
        """
        try:
            yield
        except BaseException as problem:
            # A damaged file can make Tantivy panic, which is no Exception and would end the worker.
            is_damage = (
                isinstance(problem, ValueError | OSError) or type(problem).__name__ == _PANIC
            )
            if not is_damage:
                raise
            message = f"The {self.what} is damaged: make it anew {self.remedy}"
            raise IndexUnavailable(message) from problem

    def _next_name(self) -> str:
        numbers = [
            int(one.name) for one in self.path.iterdir() if one.is_dir() and one.name.isdigit()
        ]
        return str(max(numbers, default=0) + 1)

    def _remove_others(self, name: str) -> None:
        # A reader keeps the files that it has open; the folder may go.
        for one in self.path.iterdir():
            if one.is_dir() and one.name.isdigit() and one.name != name:
                shutil.rmtree(one, ignore_errors=True)

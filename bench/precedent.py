"""How fast earlier questions are found: indexed, looked up and compared, over an index on disk."""

import datetime as dt
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from answerable.domain.precedent.asked import Asked, reader_of
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.matching.analysis import stem_of
from answerable.matching.filed import Filed, Kept
from answerable.matching.filed_precedents import Asking, ByMeaning, FiledPrecedents
from answerable.matching.precedents import Precedent
from answerable.matching.question_documents import Made, QuestionDocument
from answerable.matching.question_index import MOST_CANDIDATES
from answerable.matching.questions_on_file import Candidate, QuestionsOnFile
from bench.questions import generated_questions
from bench.report import Report, met

_LARGE, _HUGE = 100_000, 1_000_000
_MOST_MEMORY, _MOST_CANDIDATES = 500, 5
_MOST_MATCH = {_LARGE: 50, _HUGE: 150}
_MOST_BY_MODEL = 150
_SHOWN = 5
_OTHER_SEED = 9
_ANY_DAY = dt.date(2024, 6, 3)
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class _Built:
    """How long an index took, and how large it is."""

    seconds: float
    bytes: int


@dataclass(frozen=True, slots=True)
class _Asked:
    """The processor time of each match in milliseconds, sorted, and the memory of the process in megabytes."""

    matches: list[float]
    memory: int


def measure_precedent(report: Report, *, counts: tuple[int, ...], asked: int) -> None:
    """Measure indexes of so many questions, each with questions of which half were asked in like words before."""
    print("Precedent", flush=True)
    before: tuple[int, float] | None = None
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            built = _apart(_built, folder, count)
            candidates = _apart(_candidates, folder, count, asked)
            found = _apart(_found, folder, count, asked)
            _apart(_read_by_model, folder)
            by_model = _apart(_found, folder, count, asked, by_model=True)
        said = f"{count:,} questions"
        report.add(
            f"indexed, {said}",
            f"{count / built.seconds:,.0f}/s",
            f"{built.seconds:,.0f} s, {built.bytes / count:,.0f} bytes each",
        )
        _add(report, f"candidates, {said}", candidates, _most_candidates(count))
        _add(report, f"a whole match, {said}", found.matches, _MOST_MATCH.get(count))
        _add(report, f"a whole match by a model too, {said}", by_model.matches, _MOST_BY_MODEL)
        for one, how in ((found, ""), (by_model, " by a model too")):
            remark = met(is_met=one.memory < _MOST_MEMORY, target=f"{_MOST_MEMORY} MB")
            report.add(f"memory of who asks{how}, {said}", f"{one.memory} MB", remark)
        middle = found.matches[len(found.matches) // 2]
        if before:
            grown = f"{middle / before[1]:.1f} times as long for {count / before[0]:.0f} times the questions"
            report.add(f"growth of a match, {said}", grown)
        before = count, middle


def _most_candidates(count: int) -> int | None:
    return _MOST_CANDIDATES if count == _LARGE else None


def _add(report: Report, what: str, times: list[float], most: int | None) -> None:
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    target = met(is_met=p95 < most, target=f"{most} ms") if most else ""
    report.add(f"{what}, p95", f"{p95:.1f} ms CPU", f"p50 {p50:.1f} ms {target}".rstrip())


def _apart(work: Callable[..., _Answer], *about: object, **how: object) -> _Answer:
    """Do something in a process of its own, so that its memory is its own as well."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *about, **how).result()


def _index(folder: str) -> QuestionsOnFile:
    return QuestionsOnFile(Path(folder), what="index", remedy="again", is_public=True)


def _built(folder: str, count: int) -> _Built:
    reader = reader_of(stem_of, usual_groups())
    began = time.perf_counter()
    _index(folder).rebuild(_documents(count), reader=reader, made=Made(1, ""))
    took = time.perf_counter() - began
    files = (one for one in Path(folder).rglob("*") if one.is_file())
    return _Built(took, sum(one.stat().st_size for one in files))


def _documents(count: int) -> Iterator[QuestionDocument]:
    for one in generated_questions(count):
        yield QuestionDocument(str(one.entry), Kept(0, one))


def _candidates(folder: str, count: int, asked: int) -> list[float]:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    reader = reader_of(stem_of, usual_groups())
    index = _index(folder)
    understood = [reader.asked(one.text, _day(one)) for one in _new(count, asked)]
    every = [partial(_every, index, one) for one in understood]
    every[0]()
    return sorted(map(_milliseconds, every))


def _every(index: QuestionsOnFile, asked: Asked) -> list[Candidate]:
    return list(index.candidates(asked))


def _found(folder: str, count: int, asked: int, *, by_model: bool = False) -> _Asked:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    index = _Remembering(folder)
    by_meaning = _near_on(index) if by_model else None
    precedents = FiledPrecedents(reader_of(stem_of, usual_groups()), index, by_meaning)
    matches = [partial(_match, precedents, one, index) for one in _new(count, asked)]
    matches[0]()
    took = sorted(map(_milliseconds, matches))
    return _Asked(took, _peak())


def _peak() -> int:
    """Return the most megabytes of this process since it began: what `getrusage` tells is as large as whoever started it."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) // 1024 if found else 0


def _new(count: int, asked: int) -> list[Filed]:
    return list(islice(generated_questions(count, seed=_OTHER_SEED), asked))


class _Remembering(QuestionsOnFile):
    """An index that knows what it gave last as if it were on file: a look-up in the archive is measured with its pages."""

    def __init__(self, folder: str) -> None:
        super().__init__(Path(folder), what="index", remedy="again", is_public=True)
        self._given: dict[tuple[int, int], Filed] = {}

    def candidates(
        self, asked: Asked, *, viewer_key: str = "", most: int = MOST_CANDIDATES
    ) -> Iterator[Candidate]:
        self._given.clear()
        return self._remembered(super().candidates(asked, viewer_key=viewer_key, most=most))

    def meaning(
        self, keys: Iterable[int], *, viewer_key: str = "", most: int
    ) -> Iterator[Candidate]:
        return self._remembered(super().meaning(keys, viewer_key=viewer_key, most=most))

    def on_file(self, _: Sequence[tuple[int, int]]) -> Mapping[tuple[int, int], Filed]:
        return self._given

    def _remembered(self, found: Iterable[Candidate]) -> Iterator[Candidate]:
        for one in found:
            self._given[one.kept.key] = one.kept.filed
            yield one


def _near_on(index: QuestionsOnFile) -> ByMeaning:
    # numpy counts the cores as it is loaded, and its threads wait for each other at work where there are fewer.
    from bench.by_meaning import near_on

    return near_on(index)


def _read_by_model(folder: str) -> None:
    # Whoever asks does not read them all: what that takes is not its memory.
    from bench.by_meaning import read_all

    read_all(_index(folder))


def _match(precedents: FiledPrecedents, new: Filed, index: _Remembering) -> list[Precedent]:
    day = _day(new)
    asking = Asking(new.text, day, day)
    return list(precedents.like(asking, most=_SHOWN, on_file=index.on_file))


def _day(one: Filed) -> dt.date:
    return one.on or _ANY_DAY


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000

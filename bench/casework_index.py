"""How fast officers search: requests with four questions each, narrowed by five filters."""

import datetime as dt
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from answerable.domain.disclosure_log import Question
from answerable.matching.case_documents import CaseDocument, CaseQuestionDocument, Standing
from answerable.matching.case_search import CaseFilters, CaseSearch, Days
from answerable.matching.casework_index import CaseworkIndex
from bench.entries import generated_entries
from bench.report import Report, met

_QUESTIONS = 4
_SEARCHES = 300
_STAGES = ("new", "drafting", "clearance", "answered")
_WORDS = "complaints,cost 2019,body-worn video,police policy,supplier contract,s40".split(",")


def measure_casework(report: Report, *, count: int) -> None:
    """Measure an index of requests made anew, searches on one core, and one request put in."""
    print("Casework", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        index = CaseworkIndex(Path(folder))
        cases = list(_cases(count))
        took = _seconds(lambda: index.rebuild(cases, change=1))
        report.add(
            f"{count:,} requests with {count * _QUESTIONS:,} questions into an index",
            f"{took:.1f} s",
            f"{count * (1 + _QUESTIONS) / took:,.0f} documents/s",
        )
        cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(cores)})
        searches = list(_searches())
        _add(report, "a search by officers with five filters", index.search, searches)
        _add(report, "the counts of its filters", index.facets, searches)
        os.sched_setaffinity(0, cores)
        puts = sorted(
            _seconds(lambda one=one, at=at: index.add_requests([one], change=at + 2))
            for at, one in enumerate(cases[:100])
        )
        report.add("one request put into the index, p95", f"{puts[94] * 1000:.0f} ms")


def _add(
    report: Report, what: str, ask: Callable[[CaseSearch], object], searches: list[CaseSearch]
) -> None:
    times = sorted(_seconds(lambda one=one: ask(one)) * 1000 for one in searches)
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    report.add(
        f"{what}, p95",
        f"{p95:.1f} ms",
        f"p50 {p50:.1f} ms {met(is_met=p95 < 100, target='100 ms')}",
    )


def _searches() -> Iterator[CaseSearch]:
    chance = random.Random(7)  # noqa: S311 the same searches on every run
    for _ in range(_SEARCHES):
        year = chance.randrange(2014, 2020)
        filters = CaseFilters(
            stages=tuple(chance.sample(_STAGES, 2)),
            regimes=("FOIA",),
            teams=tuple(f"Team {chance.randrange(6)}" for _ in range(3)),
            outcomes=("disclosed", "withheld"),
            received=Days(first=dt.date(year, 1, 1), end=dt.date(year + 3, 1, 1)),
        )
        yield CaseSearch(
            chance.choice(_WORDS), viewer_key="p.lane", may_see_people=True, filters=filters
        )


def _cases(count: int) -> Iterator[CaseDocument]:
    chance = random.Random(11)  # noqa: S311 the same requests on every run
    entries = generated_entries(count * _QUESTIONS)
    for number in range(count):
        entry = next(entries)
        questions: list[Question] = list(entry.questions)
        while len(questions) < _QUESTIONS:
            questions += next(entries).questions
        standing = Standing(
            stage=chance.choice(_STAGES),
            regime=chance.choice(("FOIA", "FOIA", "EIR")),
            channel="e-mail",
            team=f"Team {chance.randrange(6)}",
            officer=f"officer {chance.randrange(40)}",
            received_on=entry.received_on,
        )
        yield CaseDocument(
            str(number),
            entry.title,
            text=entry.request,
            people=(f"Person {number}", f"p{number}@example.org"),
            standing=standing,
            is_restricted=not number % 10,
            may_see=("p.lane",),
            questions=tuple(
                CaseQuestionDocument(
                    str(place + 1),
                    one.text,
                    answer=one.answer or "",
                    exemptions=one.exemptions,
                    outcomes=tuple(outcome.value for outcome in one.outcomes),
                    standing=standing,
                )
                for place, one in enumerate(islice(questions, _QUESTIONS))
            ),
        )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

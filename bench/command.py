"""`make bench`: rates and ratios measured in one run; nothing is asserted as a time."""

import argparse
import os

from bench.case_pages import measure_case_pages
from bench.casework_index import measure_casework
from bench.clock import measure_clock
from bench.disclosure import measure_disclosure
from bench.documents import Often, measure_documents
from bench.hostile import measure_hostile
from bench.imports import measure_imports
from bench.inspecting import measure_inspecting
from bench.measures import measure_measures
from bench.pages import measure_pages
from bench.paraphrase import measure_paraphrase
from bench.personal import measure_personal
from bench.precedent import measure_precedent
from bench.reading import measure_reading
from bench.redacting import measure_redacting
from bench.registers import measure_registers
from bench.report import Report, machine
from bench.scans import measure_scans
from bench.statistics import measure_statistics

SIZES = {
    "20": 20,
    "200": 200,
    "1k": 1_000,
    "10k": 10_000,
    "100k": 100_000,
    "1m": 1_000_000,
    "10m": 10_000_000,
    "24m": 24_000_000,
}
PARTS = (
    "reading",
    "scans",
    "hostile",
    "inspecting",
    "redacting",
    "clock",
    "index",
    "precedent",
    "imports",
    "pages",
    "casework",
    "statistics",
    "paraphrase",
    "personal",
    "disclosure",
    "registers",
    "measures",
)


def main(words: list[str]) -> int:
    """Measure what was asked for and print one table."""
    given = _given(words)
    report, parts = Report(), given.parts.split(",")
    print(machine(), flush=True)
    if "reading" in parts:
        measure_reading(report, counts=(20, 200) if given.smoke else (100, 1_000, 10_000))
        often = Often(times=1, at_once=1) if given.smoke else Often(times=3, at_once=5)
        measure_documents(report, pages=5 if given.smoke else 5_000, often=often)
    if "scans" in parts:
        measure_scans(report, most_pages=1 if given.smoke else None, runs=1 if given.smoke else 2)
    if "hostile" in parts:
        measure_hostile(report, share=0.01 if given.smoke else 1)
    if "inspecting" in parts:
        measure_inspecting(
            report, megabytes=0.2 if given.smoke else 50, pages=2 if given.smoke else 1_000
        )
    if "redacting" in parts:
        measure_redacting(report, pages=2 if given.smoke else 100)
    _measure_counting(report, parts, given)
    _measure_finding(report, parts, given)
    for database in given.databases.split(",") if "imports" in parts else ():
        measure_imports(report, count=10 if given.smoke else 2_000, database=database)
    for size, database in _each(given.sizes, given.databases) if "pages" in parts else ():
        measure_pages(
            report,
            count=SIZES[size],
            database=database,
            seconds=given.seconds,
            beside_datasette=database == "sqlite" and not given.without_datasette,
        )
    _measure_requests(report, parts, given)
    print(f"\n{report.table()}")
    print(f"\nLoad of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return 0


def _measure_counting(report: Report, parts: list[str], given: argparse.Namespace) -> None:
    if "clock" in parts:
        measure_clock(report, count=10_000 if given.smoke else 1_000_000)
    if "registers" in parts:
        counts = tuple(SIZES[size] for size in _listed(given.register_rows))
        measure_registers(report, counts=counts)


def _measure_finding(report: Report, parts: list[str], given: argparse.Namespace) -> None:
    if "index" in parts:
        measure_casework(report, count=200 if given.smoke else 100_000)
    if "precedent" in parts:
        counts = tuple(SIZES[size] for size in _listed(given.questions))
        measure_precedent(report, counts=counts, asked=5 if given.smoke else 300)
    if "disclosure" in parts:
        measure_disclosure(report, is_smoke=given.smoke)
    if "measures" in parts:
        counts = tuple(SIZES[size] for size in _listed(given.rows))
        measure_measures(report, counts=counts, rounds=2 if given.smoke else 9)
    if "personal" in parts:
        measure_personal(report, times=1 if given.smoke else 20)
    if "paraphrase" in parts:
        counts, texts = ((1_000,), 20) if given.smoke else ((100_000, 1_000_000), 1_000)
        measure_paraphrase(report, counts=counts, texts=texts)


def _measure_requests(report: Report, parts: list[str], given: argparse.Namespace) -> None:
    for size, database in _each(given.requests, given.databases):
        if "casework" in parts:
            asked = 3 if given.smoke else 200
            measure_case_pages(report, count=SIZES[size], database=database, asked=asked)
        if "statistics" in parts:
            measure_statistics(report, count=SIZES[size], database=database, is_smoke=given.smoke)


def _given(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=")
    parser.add_argument(
        "--parts", default=",".join(PARTS), help=f"what to measure: {', '.join(PARTS)}"
    )
    parser.add_argument(
        "--sizes", default="10k,100k", help="entries in the archive: none, 1k, 10k, 100k, 1m"
    )
    parser.add_argument(
        "--requests", default="10k", help="requests in casework: none, 200, 1k, 10k, 100k"
    )
    parser.add_argument(
        "--questions", default="10k,100k", help="questions on file: none, 1k, 10k, 100k, 1m"
    )
    parser.add_argument("--rows", default="1m,10m", help="rows of a register: none, 10k, 1m, 10m")
    parser.add_argument(
        "--register-rows",
        default="100k",
        help="rows of a CSV to load: none, 1k, 100k, 1m, 10m, 24m",
    )
    parser.add_argument("--databases", default="sqlite,postgresql", help="sqlite, postgresql")
    parser.add_argument(
        "--seconds", type=float, default=8.0, help="how long each page is asked for"
    )
    parser.add_argument(
        "--without-datasette", action="store_true", help="do not measure it beside ours"
    )
    parser.add_argument(
        "--smoke", action="store_true", help="tiny sizes, to see that the bench runs"
    )
    given = parser.parse_args(words)
    unknown = [part for part in given.parts.split(",") if part not in PARTS]
    if unknown:
        parser.exit(2, f"There is no part {', '.join(unknown)}: name some of {', '.join(PARTS)}\n")
    if given.smoke:
        given.sizes, given.requests, given.databases = "20", "20", "sqlite"
        given.questions, given.rows, given.register_rows = "20,200", "1k", "1k"
        given.seconds, given.without_datasette = 0.2, True
    return given


def _each(sizes: str, databases: str) -> list[tuple[str, str]]:
    """Return each size on each database."""
    return [(size, database) for size in _listed(sizes) for database in databases.split(",")]


def _listed(sizes: str) -> list[str]:
    return [] if sizes == "none" else sizes.lower().split(",")

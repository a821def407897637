"""`make bench`: rates and ratios measured in one run; nothing is asserted as a time."""

import argparse
import os
import sys

from bench.casework_index import measure_casework
from bench.clock import measure_clock
from bench.pages import measure_pages
from bench.reading import measure_reading
from bench.report import Report, machine

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000}


def main(words: list[str]) -> int:
    """Measure what was asked for and print one table."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=")
    parser.add_argument(
        "--sizes", default="10k,100k", help="entries in the archive: none, 1k, 10k, 100k, 1m"
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
    if given.smoke:
        given.sizes, given.databases, given.seconds, given.without_datasette = (
            "1k",
            "sqlite",
            0.5,
            True,
        )
    report = Report()
    print(machine(), flush=True)
    measure_reading(report, counts=(100, 1_000) if given.smoke else (100, 1_000, 10_000))
    measure_clock(report, count=10_000 if given.smoke else 1_000_000)
    measure_casework(report, count=1_000 if given.smoke else 100_000)
    sizes = [] if given.sizes == "none" else given.sizes.lower().split(",")
    for size in sizes:
        for database in given.databases.split(","):
            measure_pages(
                report,
                count=SIZES[size],
                database=database,
                seconds=given.seconds,
                beside_datasette=database == "sqlite" and not given.without_datasette,
            )
    print(f"\n{report.table()}")
    print(f"\nLoad of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

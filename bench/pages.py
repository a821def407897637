"""The site over a full archive: import, index, search pages, entry pages; and datasette beside it."""

import datetime as dt
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from bench.databases import database_for, drop_database
from bench.datasette import measure_datasette
from bench.entries import generated_entries
from bench.load import Load, asked_for, free_port
from bench.report import Report, met

_CHUNK = 2_000
WORDS = (
    "taser complaints overtime drones firewall pensions custody vetting laptops potholes burglary uniforms"
    " overtime recruitment library vehicles consultants contracts incidents suppliers"
).split()


def measure_pages(
    report: Report, *, count: int, database: str, seconds: float, beside_datasette: bool
) -> None:
    """Fill an archive, index it, serve it, and ask for its pages with eight connections."""
    print(f"{count:,} entries on {database}", flush=True)
    home = Path(tempfile.mkdtemp(prefix="answerable-bench-"))
    address = database_for(home, database)
    env = {**os.environ, "ANSWERABLE_HOME": str(home), "ANSWERABLE_DATABASE": address}
    env |= {"ANSWERABLE_BODY": "OPA", "ANSWERABLE_SECRET_KEY": "only for the bench"}
    try:
        filled = subprocess.run(
            [sys.executable, "-c", f"from bench.pages import fill; fill({count})"],
            env=env,
            check=True,
            capture_output=True,
            text=True,
        )
        figures = json.loads(filled.stdout.splitlines()[-1])
        name = f"{count:,} {database}"
        report.add(f"import, {name}", f"{figures['imported']:,.0f}/s", "entries into the archive")
        fast = met(is_met=figures["indexed"] >= 5000, target="5,000/s")
        report.add(f"index, {name}", f"{figures['indexed']:,.0f}/s", fast)
        _serve(report, env, name=name, count=count, keys=figures["keys"], seconds=seconds)
        if beside_datasette:
            measure_datasette(report, home, count=count, seconds=seconds, words=WORDS)
    finally:
        shutil.rmtree(home, ignore_errors=True)
        drop_database(database, address)


def fill(count: int) -> None:
    """Fill the configured archive and index it; print what it took as JSON."""
    from answerable.cli.site import open_site

    open_site()
    from answerable.actions.question_index import rebuild_questions
    from answerable.actions.search_index import rebuild_entries

    at = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
    began = time.perf_counter()
    keys = keep_entries(count, at=at)
    imported = count / (time.perf_counter() - began)
    began = time.perf_counter()
    rebuild_entries(at=at)
    indexed = count / (time.perf_counter() - began)
    # Their questions are a measurement of their own.
    rebuild_questions(at=at)
    print(json.dumps({"imported": imported, "indexed": indexed, "keys": keys[:200]}))


def keep_entries(count: int, *, at: dt.datetime) -> list[str]:
    """Keep so many generated entries in the archive, and return the keys of some of them."""
    from answerable.actions.archive import import_reading
    from answerable.domain.disclosure_log import Body
    from answerable.reading import Coverage, Reading

    body = Body("OPA", "Office for Public Answers", "foi@opa.example", "")
    entries = iter(generated_entries(count, 11))
    keys: list[str] = []
    for number in range(0, count, _CHUNK):
        part = tuple(islice(entries, _CHUNK))
        sha = hashlib.sha256(str(number).encode()).hexdigest()
        month = f"{2000 + number // _CHUNK // 12 % 26}-{number // _CHUNK % 12 + 1:02d}"
        coverage = Coverage(1, 1, 0, 0, 0)
        reading = Reading(
            f"{number}.txt", sha, "text", "log", "OPA", month, (), part, (), (), coverage
        )
        report = import_reading(reading, body=body, month=None, by="bench", at=at)
        keys += report.new[:2]
    return keys


def _serve(
    report: Report, env: dict[str, str], *, name: str, count: int, keys: list[str], seconds: float
) -> None:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "answerable", "serve", "--port", str(port)],
        env=env,
        stdout=subprocess.DEVNULL,
    )
    try:
        pairs = [f"{one}+{other}" for one in WORDS for other in ("police", "contract", "year")]
        searches = [f"/search?q={words}" for words in (*WORDS, *pairs)]
        pages = {
            "results page": searches,
            "the search as JSON": [
                path.replace("/search?", "/search.json?") for path in searches[:5]
            ],
            "entry page": [f"/log/{key}" for key in keys[:50]],
            "home page": ["/"],
        }
        for page, paths in pages.items():
            load = asked_for(f"http://127.0.0.1:{port}", paths, pid=server.pid, seconds=seconds)
            report.add(f"{page}, {name}", load.figure(), _remark(page, load, count))
    finally:
        server.terminate()
        server.wait(20)


def _remark(page: str, load: Load, count: int) -> str:
    if page == "results page":
        most = 10 if count > 100_000 else 5
        fast = load.cpu <= most and (load.p95 <= 70 or count > 100_000)
        return met(is_met=fast, target=f"{most} ms CPU, p95 70 ms")
    if page == "entry page":
        return met(is_met=load.cpu <= 0.6, target="0.6 ms CPU")
    return ""

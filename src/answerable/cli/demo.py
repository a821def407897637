"""`answerable demo`: a fresh site in a temporary folder, with the sample material, served at once."""

import argparse
import datetime as dt
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.cli.serve import add_address, prepare_static, server_words
from answerable.cli.site import open_site

if TYPE_CHECKING:
    from answerable.reading import Reading

SAMPLE = Path(__file__).parent / "sample"
REQUESTS = Path(__file__).parent / "sample_requests"
_WORKER = [sys.executable, "-m", "answerable", "worker"]


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `demo`."""
    parser = commands.add_parser("demo", help="try it: a fresh site with sample material")
    add_address(parser)
    parser.set_defaults(run=run_demo)


def run_demo(given: argparse.Namespace) -> int:
    """Make a site, read the sample logs into it, say what was read, and serve it."""
    os.environ["ANSWERABLE_BODY"] = "IOCS"
    os.environ.pop("ANSWERABLE_DATABASE", None)
    port = given.port or _free_port(given.host)
    address = f"http://{given.host}:{port}"
    os.environ.setdefault("ANSWERABLE_ADDRESS", address)
    # Nobody who tries it out should have to set up their telephone first.
    os.environ.setdefault("ANSWERABLE_SECOND_FACTOR", "optional")
    os.environ.setdefault("ANSWERABLE_OFFICE", str(REQUESTS / "office.toml"))
    with tempfile.TemporaryDirectory(prefix="answerable-demo-", ignore_cleanup_errors=True) as home:
        open_site(Path(home))
        load_samples()
        load_requests()
        prepare_static()
        print(f"\nServing on {address} (stop with Ctrl+C)", flush=True)
        return _served(given.host, port)


def _served(host: str, port: int) -> int:
    """Serve and work until stopped; what stops this process stops both first, so that nothing is left."""
    # A request to stop becomes an exception here: the folder is removed on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server = subprocess.Popen(server_words(host, port, workers=1))  # noqa: S603 the words are ours
    # Without it nothing that is asked for would be published, acknowledged or disposed of.
    worker = subprocess.Popen(_WORKER, stdout=subprocess.DEVNULL)  # noqa: S603 as above
    try:
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for one in (worker, server):
            one.terminate()
        for one in (worker, server):
            one.wait()


def load_samples() -> None:
    """Import every sample as people import files, and print what it holds."""
    from django.utils import timezone  # noqa: PLC0415 Django is loaded only now

    from answerable.actions import imports  # noqa: PLC0415
    from answerable.actions.search_index import rebuild_index  # noqa: PLC0415
    from answerable.cli.import_workers import read_all  # noqa: PLC0415
    from answerable.domain.disclosure_log import Body  # noqa: PLC0415
    from answerable.domain.roles.people import keeper  # noqa: PLC0415
    from answerable.reading import read_file  # noqa: PLC0415

    body = Body("IOCS", "Independent Office for Constabulary Standards", "foi@iocs.example")
    # The text with its references first: the one that lost them finds its entries by their titles.
    given = []
    for path in sorted(
        SAMPLE.iterdir(), key=lambda one: (one.name.split(".")[0], "ocr" not in one.name)
    ):
        reading = read_file(path)
        print(_account(reading))
        if reading.entries:
            given.append((path.name, path.read_bytes()))
    at = timezone.now()
    run = imports.start_run(
        body=body, name="Sample logs", plan=imports.Plan(None), by=keeper("demo"), at=at
    )
    imports.add_files(run, given, at=at)
    imports.close_run(run, at=at)
    read_all(run, workers=0, told=lambda _: None)
    rebuild_index(at=timezone.now())


def load_requests() -> None:
    """Let a person in for each role, bring the sample requests to their stages, and print who can sign in."""
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now
    from django.utils import timezone  # noqa: PLC0415

    from answerable.actions.casework.indexing import rebuild_casework_index  # noqa: PLC0415
    from answerable.cli import sample_cases, sample_figures  # noqa: PLC0415
    from answerable.cli.sample_registers import load_registers  # noqa: PLC0415
    from answerable.cli.sample_standards import load_standards  # noqa: PLC0415
    from answerable.domain.decisions.decision import Authority  # noqa: PLC0415
    from answerable.domain.measures.office.published import profile_named  # noqa: PLC0415
    from answerable.jobs.publishing import count_answers, work_log  # noqa: PLC0415
    from answerable.jobs.releasing import inspect_files  # noqa: PLC0415
    from answerable.queries.calendars import holidays  # noqa: PLC0415
    from answerable.queries.office import office_of  # noqa: PLC0415

    print("\nRequests, each brought to where it is by the people below:", flush=True)
    office = office_of(settings.ANSWERABLE_OFFICE, authority=Authority())
    people = sample_cases.let_people_in(
        password := secrets.token_hex(6), at=timezone.now() - dt.timedelta(days=600)
    )
    setting = sample_cases.Setting(people, holidays(), timezone.localdate(), office)
    sample_cases.build_cases(setting, told=lambda words: print(f"  {words}", flush=True))
    inspect_files()
    work_log()
    count_answers()
    profile = profile_named(settings.ANSWERABLE_FIGURES_PROFILE)
    months = sample_figures.publish_months(setting, profile, at=timezone.now())
    print(f"  the figures of the last {months} months, published at /performance/", flush=True)
    rebuild_casework_index()
    print(f"{load_registers(timezone.now())} registers, some of them published", flush=True)
    load_standards(SAMPLE / "assessment-2021.md", people, timezone.now())
    print(f"\nSign in at {settings.ANSWERABLE_ADDRESS}/account/sign-in with {password} as")
    for role, person in people.items():
        print(f"  {person.key:<32}{role}", flush=True)


def _account(reading: "Reading") -> str:
    if not reading.entries:
        return f"{reading.source}: {reading.kind}, no entries of a log"
    questions = [question for entry in reading.entries for question in entry.questions]
    decisions = Counter(outcome.value for question in questions for outcome in question.outcomes)
    made = ", ".join(f"{count} {outcome}" for outcome, count in decisions.most_common())
    lines = [
        f"{reading.source}: {len(reading.entries)} entries, {len(questions)} questions: {made}"
    ]
    lines += [f"  could not place: {one.text[:70]!r} ({one.reason})" for one in reading.unread]
    titles = {entry.title for entry in reading.entries}
    lines += [
        f"  in its index, but not in it: {title}" for title in reading.index if title not in titles
    ]
    return "\n".join(lines)


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
    return port

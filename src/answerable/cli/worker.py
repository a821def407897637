"""`answerable worker`: mail in and out, reminders, and all that nobody does by hand."""

import argparse
import sys

from answerable.cli.printing import harmless
from answerable.cli.site import open_site


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `worker`."""
    parser = commands.add_parser(
        "worker", help="send and fetch mail, and do what nobody does by hand"
    )
    parser.add_argument(
        "--once",
        action="store_true",
        help="run every job once and say what was done, instead of working until stopped",
    )
    parser.set_defaults(run=work)


def work(given: argparse.Namespace) -> int:
    """Run the jobs: once, or on their timetable until the process is stopped."""
    open_site()
    return _work_once() if given.once else _work_on()


def _work_once() -> int:
    from answerable.jobs.running import run_every_job  # noqa: PLC0415 Django is loaded only now

    failed = False
    for done in run_every_job():
        line = harmless(f"{done.job.name}: {done.said or 'nothing to do'}")
        print(line, file=sys.stderr if done.has_failed else sys.stdout, flush=True)
        failed = failed or done.has_failed
    return 2 if failed else 0


def _work_on() -> int:
    from answerable.jobs.running import keep_timetable, start_workers  # noqa: PLC0415 as above

    keep_timetable()
    workers = start_workers()
    print("Working: stop it with Ctrl-C", flush=True)
    workers.sentinel.join()
    if workers.is_stopped:
        return 0
    print("The workers ended, and nobody told them to: see the log", file=sys.stderr)
    return 2

"""`make test`: all tests on SQLite, and beside them those that use a database on PostgreSQL."""

import compileall
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryFile

from tests.support.databases import named_model
from tests.support.rewritten import OF_TESTS, rewrite_tests

ROOT = Path(__file__).resolve().parents[2]
POSTGRES = os.environ.get("ANSWERABLE_TEST_POSTGRES", "")
IN_CI = os.environ.get("CI") == "true"
ON_BOTH = (
    "tests/integration",
    "tests/functional",
    "tests/browser/test_whole_way.py",
    "tests/browser/test_afterwards.py",
)
NO_TESTS = 5


def main(arguments):
    _compile_once()
    wanted = [one for one in arguments if one.startswith(ON_BOTH)] if arguments else list(ON_BOTH)
    is_reachable = bool(wanted) and _reachable(POSTGRES)
    with ThreadPoolExecutor() as beside:
        # Browsers, servers and processes are waited for: the other database's tests use that time.
        # What brings a database of its own, or asks it for nothing that others do not, runs once.
        other = is_reachable and beside.submit(_on_postgres, [*wanted, "-m", "not once"])
        results = {"SQLite": _pytest(arguments or ["tests"], database=None)}
        if other:
            results["PostgreSQL"], said = other.result()
            print(said)
    if not wanted:
        print("PostgreSQL: none of these tests uses a database")
    elif not is_reachable:
        print(
            f"PostgreSQL is not reachable at {POSTGRES or '(no address)'}: its tests were not run"
        )
        results["PostgreSQL"] = 1 if IN_CI else 0
    for database, code in results.items():
        print(f"{database}: {'passed' if code == 0 else 'FAILED'}")
    return max(results.values())


def _on_postgres(arguments):
    """Run tests on PostgreSQL; return how they ended and what they said, which would tear the other's lines."""
    with TemporaryFile("w+") as said:
        code = _pytest(arguments, database=POSTGRES, said=said)
        said.seek(0)
        return code, said.read()


def _compile_once():
    """Compile the product and its tests: where Python is told to keep no bytecode, each of the many
    processes of a run would compile all of it anew; and on a clean checkout those that begin together do."""
    for folder in ("src", "tests", "bench"):
        compileall.compile_dir(ROOT / folder, quiet=2, rx=OF_TESTS, workers=0)
    rewrite_tests(one for one in ROOT.glob("tests/**/*.py") if OF_TESTS.search(str(one)))


def _pytest(arguments, *, database, said=None):
    title = f"\n── Tests on {'PostgreSQL' if database else 'SQLite'} ──"
    print(title, flush=True, file=said)
    environment = {
        name: value for name, value in os.environ.items() if name != "ANSWERABLE_DATABASE"
    }
    if database:
        environment["ANSWERABLE_DATABASE"] = database
        # Tests kill processes of ours, never the server: no commit need wait for its disk.
        environment["PGOPTIONS"] = "-c synchronous_commit=off"
    # Both cores: what a test file starts (a browser, a server) stays with one of them. The order is ours.
    spread = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    # What takes longest is told, so that it is known what to make quicker.
    told = ["--durations", "25", "--durations-min", "5"]
    words = [sys.executable, "-m", "pytest", "-q", *spread, *told, *arguments]
    with named_model(database) as model:
        run = subprocess.run(
            words, cwd=ROOT, env={**environment, **model}, stdout=said, check=False
        )
    return 0 if run.returncode == NO_TESTS else run.returncode


def _reachable(address):
    if not address:
        return False
    import psycopg

    try:
        psycopg.connect(address, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

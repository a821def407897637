"""`make test`: all tests on SQLite, then those that use a database on PostgreSQL."""

import compileall
import os
import subprocess
import sys
from pathlib import Path

from tests.support.databases import named_model

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
    results = [("SQLite", _pytest(arguments or ["tests"], database=None))]
    wanted = [one for one in arguments if one.startswith(ON_BOTH)] if arguments else list(ON_BOTH)
    if not wanted:
        print("PostgreSQL: none of these tests uses a database")
    elif _reachable(POSTGRES):
        # What brings a database of its own, or asks it for nothing that others do not, runs once.
        results.append(("PostgreSQL", _pytest([*wanted, "-m", "not once"], database=POSTGRES)))
    else:
        print(
            f"PostgreSQL is not reachable at {POSTGRES or '(no address)'}: its tests were not run"
        )
        results.append(("PostgreSQL", 1 if IN_CI else 0))
    for database, code in results:
        print(f"{database}: {'passed' if code == 0 else 'FAILED'}")
    return max(code for _, code in results)


def _compile_once():
    """Compile the product and its tests: where Python is told to keep no bytecode, each of the many
    processes of a run would compile all of it anew."""
    for folder in ("src", "tests", "bench"):
        compileall.compile_dir(ROOT / folder, quiet=2)


def _pytest(arguments, *, database):
    print(f"\n── Tests on {'PostgreSQL' if database else 'SQLite'} ──", flush=True)
    environment = {
        name: value for name, value in os.environ.items() if name != "ANSWERABLE_DATABASE"
    }
    if database:
        environment["ANSWERABLE_DATABASE"] = database
    # Both cores: what a test file starts (a browser, a server) stays with one of them.
    words = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", *arguments]
    with named_model(database) as model:
        run = subprocess.run(words, cwd=ROOT, env={**environment, **model}, check=False)
    code = run.returncode
    return 0 if code == NO_TESTS else code


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

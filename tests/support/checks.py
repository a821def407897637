"""`make check`: every check, side by side, counting what fails instead of stopping at the first."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
CHECKS = (
    # It takes longer than all the others together, and begins first.
    ("the types fit", "mypy"),
    ("the code is formatted", "ruff", "format", "--check", "--quiet", "."),
    ("the linter finds nothing", "ruff", "check", "--quiet", "."),
    ("the layers hold", "lint-imports", "--no-cache"),
    ("no migration is missing", "django-admin", "makemigrations", "--check", "--dry-run"),
    ("the settings are safe to deploy", "django-admin", "check", "--fail-level", "ERROR"),
)


def main():
    with ThreadPoolExecutor(max_workers=2) as both:
        held = list(both.map(_holds, CHECKS))
    print(f"\n{sum(held)} checks passed, {held.count(False)} failed")
    return 0 if all(held) else 1


def _holds(check):
    what, program, *arguments = check
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "ANSWERABLE_HOME": home,
            "ANSWERABLE_SECRET_KEY": "only for checks",
            "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
        }
        done = subprocess.run(
            [BIN / program, *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    mark = "ok" if done.returncode == 0 else "FAILED"
    print(f"{mark:<7}{what} ({time.monotonic() - began:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

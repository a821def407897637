"""`make check`: every check, counting what fails instead of stopping at the first."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
CHECKS = (
    ("the code is formatted", "ruff", "format", "--check", "--quiet", "."),
    ("the linter finds nothing", "ruff", "check", "--quiet", "."),
    ("the types fit", "mypy"),
    ("the layers hold", "lint-imports", "--no-cache"),
    ("no migration is missing", "django-admin", "makemigrations", "--check", "--dry-run"),
    ("the settings are safe to deploy", "django-admin", "check", "--fail-level", "ERROR"),
)


def main():
    failed = [what for what, *words in CHECKS if not _holds(what, words)]
    print(f"\n{len(CHECKS) - len(failed)} checks passed, {len(failed)} failed")
    return 1 if failed else 0


def _holds(what, words):
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "ANSWERABLE_HOME": home,
            "ANSWERABLE_SECRET_KEY": "only for checks",
            "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
        }
        program, *arguments = words
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

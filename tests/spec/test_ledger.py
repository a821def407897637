"""docs/reference/ledger.md lists what is recorded."""

import ast
from pathlib import Path

from tests.support.pages import table

ACTIONS = Path(__file__).parents[2] / "src/answerable/actions"


def recorded():
    """Return the name of every action that the code records, wherever it is written."""
    names = set()
    for path in ACTIONS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names.update(_named_actions(node))
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", "")
            place = {
                "record": 0,
                "_recorded": 0,
                "_tell": 0,
                "tell": 0,
                "tell_of_element": 0,
                "_changed": 1,
            }.get(name)
            told = node.args[place] if place is not None and len(node.args) > place else None
            if isinstance(told, ast.Constant):
                names.add(told.value)
    return names


def _named_actions(node):
    """Return the actions that a module names in its table `_ACTIONS`."""
    targets = getattr(node, "targets", [])
    if any(getattr(one, "id", "") == "_ACTIONS" for one in targets):
        return {value.value for value in node.value.values}
    return set()


def test_the_page_lists_every_action_that_is_recorded():
    assert {row["action"] for row in table("reference/ledger.md", "Actions")} == recorded() != set()

"""The doors to registers; the head of `doors` says what a row is."""

from answerable.actions.registers.loading import give_file
from answerable.actions.registers.publishing import publish_register
from tests.support import registers, scenes
from tests.support.casework import MANAGER, doing_by
from tests.support.knocking import ONLY_MANAGER, Row, get, send

SEEING = frozenset({"officer", "checker", "manager", "auditor", "analyst"})
LOADING = frozenset({"manager", "analyst"})
_ONE = {"name": "recommendations"}
_FILE = {
    "register": "recommendations", "file": registers.RECOMMENDATIONS.encode(),
    "as_at_day": "6", "as_at_month": "10", "as_at_year": "2025",
}  # fmt: skip
WHY = {"reason": "It was agreed"}


def loaded():
    """A register with a snapshot."""
    registers.loaded()


def published():
    """A register that is published."""
    registers.loaded()
    publish_register("recommendations", "", reason="It was agreed", doing=doing_by(MANAGER))


def given():
    """A file that waits to be loaded."""
    doing = doing_by(MANAGER)
    chunks = [registers.RECOMMENDATIONS.encode()]
    give_file("recommendations", "rows.csv", chunks, as_at=doing.on, doing=doing)


def _button(do, scene) -> Row:
    return send("register", ONLY_MANAGER, scene, {"do": do, **WHY}, about=_ONE)


REGISTERS = [
    get("registers", SEEING, loaded),
    get("register", SEEING, loaded, **_ONE),
    get("register-file", SEEING, loaded, **_ONE),
    get("register-load-new", LOADING, scenes.nothing),
    send("register-load-new", LOADING, scenes.nothing, _FILE, about={}),
    get("register-load", LOADING, given, number="{load}"),
    _button("publish", loaded),
    _button("take-back", published),
]

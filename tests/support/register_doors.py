"""The doors to registers; the head of `doors` says what a row is."""

from dataclasses import replace

from answerable.actions.registers.keeping import keep_table
from answerable.actions.registers.loading import give_file
from answerable.actions.registers.publishing import publish_register
from answerable.queries.registers.measuring import measure_for, measured
from tests.support import scenes
from tests.support import site_registers as registers
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


MEASURING = frozenset({"officer", "checker", "manager", "analyst"})
_MEASURE = {"name": "recommendations-by-area"}
_ASKED = {
    "snapshot": "{snapshot}",
    "p_from_day": "1", "p_from_month": "4", "p_from_year": "2023",
    "p_until_day": "31", "p_until_month": "3", "p_until_year": "2024",
}  # fmt: skip


def kept():
    """A table that was measured and kept."""
    registers.loaded()
    doing = doing_by(MANAGER)
    found = measured(
        measure_for("recommendations-by-area", MANAGER),
        {"from": "2023-04-01", "until": "2024-03-31"},
        which="",
        as_at=None,
        table=doing.table,
    )
    keep_table(found, doing=doing)


def kept_for_a_question():
    """A question that is being worked on, and a table that was kept."""
    scenes.begun()
    kept()


REGISTERS = [
    get("measures", SEEING, loaded),
    get("measure", SEEING, loaded, **_MEASURE),
    send("measure", MEASURING, loaded, _ASKED, about=_MEASURE),
    # What is taken away before anybody said whom it would identify is told in the ledger.
    replace(get("measure-file", SEEING, loaded, **_MEASURE, form="csv"), data=_ASKED, keeps=False),
    get("measured-table", SEEING, kept, number="{table}"),
    # A table that gives nothing away needs no reason: nothing is kept of one.
    replace(
        send(
            "measured-table",
            MEASURING,
            kept,
            {"beside_reason": "It was agreed"},
            about={"number": "{table}"},
        ),
        keeps=True,
    ),
    get("measured-table-file", SEEING, kept, number="{table}", form="json"),
    get("registers", SEEING, loaded),
    get("register", SEEING, loaded, **_ONE),
    replace(get("register-file", SEEING, loaded, **_ONE), keeps=False),
    get("register-load-new", LOADING, scenes.nothing),
    send("register-load-new", LOADING, scenes.nothing, _FILE, about={}),
    get("register-load", LOADING, given, number="{load}"),
    _button("publish", loaded),
    _button("take-back", published),
]

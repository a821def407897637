"""The doors to imports and to what is doubtful in them; the head of `doors` says what a row is."""

from dataclasses import replace

from tests.support import import_scenes, scenes
from tests.support.knocking import ONLY_MANAGER, do, get, send

_SETTLERS = frozenset({"officer", "manager"})
_RUN, _DOUBT = {"number": "{run}"}, {"number": "{doubt}"}
_ENTRY = {"code": "OPA", "key": "7000001"}
_FILES = {
    "chosen": b"Ref\n7000001\n", "whose": "own", "months": "one", "month": "2026-01",
}  # fmt: skip


def _of(route, about, *buttons):
    return [send(route, may, scene, data, about=about) for may, scene, data in buttons]


IMPORTS = [
    get("imports", _SETTLERS, import_scenes.imported),
    get("import-new", ONLY_MANAGER, scenes.nothing),
    send("import-new", ONLY_MANAGER, scenes.nothing, _FILES, about={}),
    get("import", _SETTLERS, import_scenes.imported, **_RUN),
    *_of(
        "import",
        _RUN,
        do("stop", ONLY_MANAGER, import_scenes.waiting),
        do("go_on", ONLY_MANAGER, import_scenes.stopped),
        do("retry", ONLY_MANAGER, import_scenes.refused),
    ),
    get("import-columns", ONLY_MANAGER, import_scenes.table, **_RUN),
    send("import-columns", ONLY_MANAGER, import_scenes.table, import_scenes.COLUMNS, about=_RUN),
    replace(
        get("imported-entry-find", _SETTLERS, import_scenes.imported),
        data={"named": "7000001"},
        yes=302,
    ),
    get("imported-entry", _SETTLERS, import_scenes.imported, **_ENTRY),
    replace(
        get("imported-entry-picture", _SETTLERS, import_scenes.pictured, **_ENTRY),
        data={"field": "response"},
    ),
    get("doubts", _SETTLERS, import_scenes.imported),
    get("doubt", _SETTLERS, import_scenes.imported, **_DOUBT),
    *_of(
        "doubt",
        _DOUBT,
        do("settle", _SETTLERS, import_scenes.imported, how="no matter"),
        do("place", _SETTLERS, import_scenes.imported, labels="2"),
        do("reopen", _SETTLERS, import_scenes.settled),
        do("take_back", _SETTLERS, import_scenes.placed),
    ),
    get("doubt-picture", _SETTLERS, import_scenes.pictured, **_DOUBT),
]

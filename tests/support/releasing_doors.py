"""The doors of files that leave: the page of one, what ever left, and incidents."""

from tests.support import releasing, scenes
from tests.support.knocking import (
    ONLY_MANAGER,
    READERS,
    RELEASERS,
    TIMERS,
    WHY,
    WORKERS,
    Row,
    send,
)
from tests.support.scenes import REF

_FILE = {"reference": REF, "number": "{file}"}
_SAID = {"seen": "{sum}", **WHY}
_INCIDENT = {"number": "{incident}"}


def _press(do, may, scene, **more):
    return send("request-file-page", may, scene, {"do": do, **_SAID}, about=_FILE, **more)


RELEASING = [
    Row("GET", "request-file-page", READERS, scenes.filed, about=_FILE, yes=200, keeps=True),
    send("request-file-page", RELEASERS, releasing.decidable,
          {"do": "decide", "finding": "{check}", **_SAID}, about=_FILE),
    Row("GET", "file-place", READERS, releasing.personal, about={**_FILE, "key": "{hit}"}, yes=200, keeps=True),
    Row("GET", "file-place-picture", READERS, releasing.pictured, about={**_FILE, "key": "{hit}"}, yes=200,
        keeps=True),
    _press("decide-all", RELEASERS, releasing.decidable),
    send("request-file-page", RELEASERS, releasing.personal,
         {"do": "confirm", "kind": "name", **_SAID}, about=_FILE),
    _press("keep", RELEASERS, scenes.filed),
    _press("offer", RELEASERS, releasing.kept),
    _press("ask", RELEASERS, releasing.stopped),
    _press("override", ONLY_MANAGER, releasing.asked),
    _press("copy", WORKERS, releasing.locked),
    Row("GET", "released-files", TIMERS, scenes.nothing, yes=200, keeps=True),
    send("released-files", ONLY_MANAGER, scenes.nothing, {"do": "lacking"}, about={}),
    send("released-files", ONLY_MANAGER, scenes.nothing, {"do": "all"}, about={}),
    Row("GET", "incidents", TIMERS, releasing.with_incident, yes=200, keeps=True),
    Row("GET", "incident", TIMERS, releasing.with_incident, about=_INCIDENT, yes=200, keeps=True),
    *(
        send("incident", ONLY_MANAGER, releasing.with_incident, {"do": do, **WHY}, about=_INCIDENT)
        for do in ("note", "reported", "not-reported", "close")
    ),
]  # fmt: skip

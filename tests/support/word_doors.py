"""The doors to the words that the office teaches; the head of `doors` says what a row is."""

from answerable.actions.casework.words import keep_group, keep_name, leave_out, switch_off
from tests.support import scenes
from tests.support.casework import CHECKER, doing_by
from tests.support.knocking import CHECKERS, WHY, get, send

BOARDS = ("wobble board", "zorkle")
_GROUP, _NAME = {"slug": "wobble-board"}, {"slug": "harbour-watch"}
_PRODUCT = {"slug": "mobile-phone"}
_TYPED = {"phrases": "wobble board\nzorkle\ngizmo", **WHY}
_TURN = {"turn-reason": "It was agreed"}


def taught():
    """There is a group, and a name."""
    keep_group(BOARDS, reason="Askers say both", doing=doing_by(CHECKER))
    keep_name("harbour watch", reason="It is on our vans", doing=doing_by(CHECKER))


def switched_off():
    """Both are switched off, and so is a group of the product."""
    taught()
    for kind, slug in (("group", "wobble-board"), ("name", "harbour-watch")):
        switch_off(kind, slug, reason="They misled", doing=doing_by(CHECKER))
    leave_out("mobile phone", reason="We mean others", doing=doing_by(CHECKER))


def _sent(route, about, scene=scenes.nothing, *, data, do, **more):
    return send(route, CHECKERS, scene, {"do": do, **data}, about=about, **more)


WORDS = [
    get("words", scene=taught),
    get("words-group-new", CHECKERS, scenes.nothing),
    _sent("words-group-new", {}, data=_TYPED, do="save"),
    _sent("words-group-new", {}, data=_TYPED, do="try", yes=200, keeps=True),
    get("words-group", scene=taught, **_GROUP),
    _sent("words-group", _GROUP, taught, data=_TYPED, do="save"),
    _sent("words-group", _GROUP, taught, data=_TYPED, do="try", yes=200, keeps=True),
    _sent("words-group", _GROUP, taught, data=_TURN, do="off"),
    _sent("words-group", _GROUP, switched_off, data=_TURN, do="back"),
    get("words-name-new", CHECKERS, scenes.nothing),
    _sent("words-name-new", {}, data={"name": "harbour watch", **WHY}, do="save"),
    _sent("words-name-new", {}, data={"name": "harbour watch"}, do="try", yes=200, keeps=True),
    get("words-name", scene=taught, **_NAME),
    _sent("words-name", _NAME, taught, data=WHY, do="off"),
    _sent("words-name", _NAME, switched_off, data=WHY, do="back"),
    get("words-product", scene=scenes.nothing, **_PRODUCT),
    _sent("words-product", _PRODUCT, data=WHY, do="off"),
    _sent("words-product", _PRODUCT, data={}, do="try", yes=200, keeps=True),
    _sent("words-product", _PRODUCT, switched_off, data=WHY, do="back"),
    get("words-import", CHECKERS, scenes.nothing),
    send("words-import", CHECKERS, scenes.nothing,
          {"file": b'names = ["harbour watch"]', **WHY}, about={}),
    get("words-file", scene=taught),
]  # fmt: skip

"""What a PDF does or where it leads: links, scripts, programs, forms that are sent."""

from typing import Any

from answerable.inspecting.office.addresses import code_of_address
from answerable.inspecting.pdf.looks import look_at_destination
from answerable.inspecting.pdf.values import Kind, as_list, first_read, kind_of, said
from answerable.inspecting.pdf.walking import Walk

_KEYS = {
    "/GoTo": ("/D", "/SD"),
    "/URI": ("/URI", "/IsMap"),
    "/Named": ("/N",),
    "/JavaScript": ("/JS",),
}
_TO_OTHERS = ("/GoToR", "/GoToE", "/Launch", "/Thread", "/ImportData")
_ALWAYS = ("/Type", "/S", "/Next", "/StructElem")
_NAMED = ("/NextPage", "/PrevPage", "/FirstPage", "/LastPage", "/GoBack", "/GoForward", "/Print")
_MOST = 10_000


def look_at_action(walk: Walk, value: Any, where: str) -> None:
    """Find what opening a page, a bookmark or a link does, and what it does next."""
    stack, count = [value], 0
    while stack and count < _MOST:
        one = stack.pop()
        count += 1
        if kind_of(one) is not Kind.dictionary:
            if count == 1:
                look_at_destination(walk, one, where)
            else:
                walk.unknown("Next", one, where)
            continue
        if one.is_indirect and one.objgen in walk.reached:
            continue
        _look_at_one(walk, one, where)
        stack += as_list(one.get("/Next"))


def _look_at_one(walk: Walk, one: Any, where: str) -> None:
    does = str(one.get("/S"))
    if one.is_indirect:
        walk.reached.add(one.objgen)
    if does == "/GoTo":
        look_at_destination(walk, one.get("/D"), where)
    elif does == "/URI":
        _look_at_address(walk, said(one.get("/URI")), where)
    elif does == "/JavaScript":
        walk.seen.add("pdf.script", where, said(one.get("/JS")))
        walk.mark(one.get("/JS"))
    elif does in _TO_OTHERS:
        walk.seen.add("pdf.other-file", where, first_read(one))
        walk.mark(one)
        return
    elif does != "/Named" or one.get("/N") not in _NAMED:
        walk.seen.add("pdf.action", where, first_read(one))
        walk.mark(one)
        return
    for key, held in one.items():
        if key not in _KEYS[does] and key not in _ALWAYS:
            walk.unknown(key[1:], held, where)


def _look_at_address(walk: Walk, address: str, where: str) -> None:
    if code_of_address(address) == "office.telling-link":
        walk.links.append((where, address))
    else:
        walk.seen.add("pdf.web-link", where, address)


def look_at_actions(walk: Walk, value: Any, where: str) -> None:
    """Find what is done by itself: when the file is opened, saved or printed, a page shown, a field changed."""
    if kind_of(value) is not Kind.dictionary:
        walk.unknown("AA", value, where)
        return
    if value.is_indirect:
        walk.reached.add(value.objgen)
    for one in value.as_dict().values():
        look_at_action(walk, one, where)

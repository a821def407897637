"""Where links and bookmarks lead within a file, said by page and place instead of by name."""

from dataclasses import dataclass, field

import pikepdf

_DEEPEST = 40
_MOST_NAMES = 100_000
_LONGEST_ADDRESS = 200
_OF_OFFICES = (b"sharepoint.", b"onedrive.", b".local", b".internal", b"1drv.")


@dataclass(slots=True)
class Targets:
    """The named places of a file."""

    pdf: pikepdf.Pdf
    named: dict[bytes, pikepdf.Object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        old = self.pdf.Root.get("/Dests")
        if isinstance(old, pikepdf.Dictionary):
            self.named.update({name[1:].encode(): one for name, one in old.as_dict().items()})
        names = self.pdf.Root.get("/Names")
        tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
        self._read(tree, _DEEPEST)

    def place(self, given: object) -> pikepdf.Array | None:
        """Return where a destination leads, as a page and a place, or nothing if that is no page of the file."""
        if isinstance(given, pikepdf.Name):
            given = self.named.get(str(given)[1:].encode())
        elif isinstance(given, pikepdf.String):
            given = self.named.get(bytes(given))
        if isinstance(given, pikepdf.Dictionary):
            given = given.get("/D")
        if not isinstance(given, pikepdf.Array) or not len(given):
            return None
        page = given[0]
        if not isinstance(page, pikepdf.Dictionary) or page.get("/Type") != pikepdf.Name.Page:
            return None
        plain = [one for one in given.as_list()[1:] if not isinstance(one, pikepdf.String)]
        return pikepdf.Array([page, *plain])

    def _read(self, node: object, deeper: int) -> None:
        if not isinstance(node, pikepdf.Dictionary) or not deeper or len(self.named) > _MOST_NAMES:
            return
        names = node.get("/Names")
        listed = list(names.as_list()) if isinstance(names, pikepdf.Array) else []
        for name, one in zip(listed[::2], listed[1::2], strict=False):
            if isinstance(name, pikepdf.String):
                self.named[bytes(name)] = one
        below = node.get("/Kids")
        for one in below.as_list() if isinstance(below, pikepdf.Array) else []:
            self._read(one, deeper - 1)


def followed(given: pikepdf.Object, targets: Targets) -> pikepdf.Object | None:
    """Return what a link or a bookmark leads to in a form that gives nothing else away: `/Dest` or `/A`.

    Only places of this file, and addresses of the web, are kept.
    """
    action = given.get("/A")
    place = targets.place(given.get("/Dest"))
    if isinstance(action, pikepdf.Dictionary):
        kind = str(action.get("/S", ""))
        if kind == "/GoTo":
            place = targets.place(action.get("/D"))
        elif kind == "/URI" and is_of_the_web(action.get("/URI")):
            address = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=action["/URI"])
            return pikepdf.Dictionary(A=address)
    return pikepdf.Dictionary(Dest=place) if place is not None else None


def is_of_the_web(address: object) -> bool:
    """Return whether an address is one of the web that anybody may know: no key, no account, no office's own site."""
    given = bytes(address).lower() if isinstance(address, pikepdf.String) else b""
    if not given.startswith((b"https://", b"http://")) or len(given) > _LONGEST_ADDRESS:
        return False
    host = given.partition(b"://")[2].partition(b"/")[0]
    return b"@" not in host and b"." in host and not any(one in host for one in _OF_OFFICES)

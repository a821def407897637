"""Words that a diagram (SmartArt) keeps and does not draw: of points that join to nothing, or that its drawing lacks."""

from answerable.inspecting.markup import Element, attribute, local, named, text_of
from answerable.inspecting.office.package import Package
from answerable.inspecting.office.writing.styles import child
from answerable.inspecting.standing import Standing

_OF_DRAWINGS = "{http://schemas.microsoft.com/office/drawing/2008/diagram}"
_SAYING = ("", "node", "asst")
_JOINING = ("", "parOf")


def look_at_diagrams(package: Package) -> None:
    """Find the words of the points of every diagram that nobody sees."""
    roots = package.roots.items()
    drawings = [
        "".join(text_of(one).split())
        for _, one in roots
        if one.tag.startswith(_OF_DRAWINGS) and local(one) == "drawing"
    ]
    models = [(part, one) for part, one in roots if local(one) == "dataModel"]
    # Where some diagram has no drawing, its words may stand in none.
    drawn = Standing(drawings) if len(drawings) >= len(models) else None
    for part, model in models:
        for said in _unseen(model, drawn):
            package.seen.add("office.unread-text", f"point of “{part}”", said)


def _unseen(model: Element, drawn: Standing | None) -> list[str]:
    joined = {
        attribute(one, "destId")
        for one in named(model, "cxn")
        if attribute(one, "type") in _JOINING
    }
    found = []
    for point in named(model, "pt"):
        said = _said(point)
        is_joined = attribute(point, "type") in _SAYING and attribute(point, "modelId") in joined
        is_drawn = drawn is None or drawn.have("".join(said.split()))
        if said and not (is_joined and is_drawn):
            found.append(said)
    return found


def _said(point: Element) -> str:
    words = child(point, "t")
    return "" if words is None else text_of(words).strip()

"""The resources of a content stream: what it names, and copies that only this one gets."""

from dataclasses import dataclass, field

import pikepdf


@dataclass(slots=True)
class Resources:
    """What the names in one content stream stand for; what is added goes into a copy."""

    given: pikepdf.Object
    added: dict[str, pikepdf.Object] = field(default_factory=dict)

    def find(self, kind: str, name: object) -> pikepdf.Object | None:
        """Return what a name stands for, of one kind as `/Font`."""
        of_kind = self.given.get(kind)
        if not isinstance(of_kind, pikepdf.Dictionary) or not isinstance(name, pikepdf.Name):
            return None
        return of_kind.get(str(name))

    def add(self, drawing: pikepdf.Object) -> pikepdf.Name:
        """Add a form or a picture, and return the name that it is drawn by."""
        number = len(self.added) + 1
        while (name := f"/Im{number}") in self.added or self.find("/XObject", pikepdf.Name(name)):
            number += 1
        self.added[name] = drawing
        return pikepdf.Name(name)

    def written(self) -> pikepdf.Dictionary:
        """Return the resources with what was added."""
        made = pikepdf.Dictionary(dict(self.given.items()))
        drawings = self.given.get("/XObject")
        known = dict(drawings.items()) if isinstance(drawings, pikepdf.Dictionary) else {}
        if self.added:
            made["/XObject"] = pikepdf.Dictionary({**known, **self.added})
        return made


def resources_of(given: object) -> Resources:
    """Return resources to read; none where there are none."""
    return Resources(given if isinstance(given, pikepdf.Dictionary) else pikepdf.Dictionary())

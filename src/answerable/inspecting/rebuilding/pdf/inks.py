"""The names of inks: a press looks for them, a screen never does, and any word can be one."""

from dataclasses import dataclass, field

import pikepdf

_OF_THE_FORMAT = frozenset(("/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black"))
_DEEPEST = 4
_PARTS_OF_AN_INK = 4


@dataclass(slots=True)
class Inks:
    """Names that are given to the inks of a file, the same to each that is called alike."""

    names: dict[str, pikepdf.Name] = field(default_factory=dict)

    def rename(self, space: pikepdf.Object | None, *, deeper: int = _DEEPEST) -> None:
        """Give each ink of a space of colours a name that says nothing, and leave out what is said of it."""
        if not isinstance(space, pikepdf.Array) or not len(space) or not deeper:
            return
        kind = str(space[0])
        if kind == "/Separation" and len(space) >= _PARTS_OF_AN_INK:
            space[1] = self._name(space[1])
        elif kind == "/DeviceN" and isinstance(space[1], pikepdf.Array):
            space[1] = pikepdf.Array([self._name(one) for one in space[1].as_list()])
            while len(space) > _PARTS_OF_AN_INK:
                del space[len(space) - 1]
        elif kind in ("/Indexed", "/Pattern") and len(space) > 1:
            self.rename(space[1], deeper=deeper - 1)

    def _name(self, ink: pikepdf.Object) -> pikepdf.Object:
        said = str(ink)
        if said in _OF_THE_FORMAT:
            return ink
        return self.names.setdefault(said, pikepdf.Name(f"/Spot{len(self.names) + 1}"))

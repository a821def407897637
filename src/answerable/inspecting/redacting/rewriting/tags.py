"""Marked content: texts that stand for what is drawn, and that have to go when it does."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pikepdf

from answerable.inspecting.redacting.rewriting.work import Work
from answerable.inspecting.redacting.unsupported import Unsupported

Operand = pikepdf.Object | int | float | Decimal
Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage

_ROLES = frozenset(
    (
        *("/Artifact", "/Span", "/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI"),
        *("/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Caption", "/Link", "/Note"),
    )
)
_SPOKEN = ("/ActualText", "/Alt", "/E", "/Contents", "/T", "/Title")


@dataclass(slots=True)
class Written:
    """What is written of one content stream so far, and whether it differs from what was read."""

    instructions: list[Instruction] = field(default_factory=list)
    is_changed: bool = False

    def add(self, instruction: Instruction) -> None:
        """Write an instruction as it was read."""
        self.instructions.append(instruction)

    def put(self, operands: Sequence[Operand], operator: str) -> None:
        """Write an instruction of one's own."""
        self.instructions.append(instruction_of(operands, operator))
        self.is_changed = True


@dataclass(slots=True)
class Tag:
    """A stretch of marked content that is open."""

    written: Written
    index: int
    properties: pikepdf.Object | None
    is_touched: bool = False
    is_off: bool = False


@dataclass(slots=True)
class Tags:
    """The stretches that are open, the outermost first: those of a form lie in those around it."""

    work: Work
    open: list[Tag] = field(default_factory=list)

    @property
    def is_off(self) -> bool:
        """Return whether what is drawn now is in a layer that is not shown."""
        return any(tag.is_off for tag in self.open)

    def hides(self, layer: object) -> bool:
        """Return whether a layer, or any of a group of layers, is switched off."""
        if self.work.is_anew and isinstance(layer, pikepdf.Dictionary) and _is_undecided(layer):
            raise Unsupported("a layer that is shown on a condition")
        if not self.work.switched_off or not isinstance(layer, pikepdf.Dictionary):
            return self.is_off
        group = layer.get("/OCGs")
        members = list(group.as_list()) if isinstance(group, pikepdf.Array) else [group]
        known = [layer, *(one for one in members if isinstance(one, pikepdf.Dictionary))]
        return self.is_off or any(one.objgen in self.work.switched_off for one in known)

    def begin(self, written: Written, properties: object, *, is_off: bool = False) -> None:
        """Begin a stretch with the instruction that was written last; it may be a layer that is not shown."""
        known = properties if isinstance(properties, pikepdf.Dictionary) else None
        self.open.append(Tag(written, len(written.instructions) - 1, known, is_off=is_off))

    def touch(self) -> None:
        """Say that something that lies in all of the open stretches was taken out."""
        for tag in self.open:
            tag.is_touched = True

    def end(self) -> None:
        """End a stretch; what stands for its content goes with what was taken out of it."""
        if not self.open:
            return
        tag = self.open.pop()
        if self.work.is_anew:
            _say_number_alone(tag)
            return
        if tag.properties is None:
            return
        number: object = tag.properties.get("/MCID")
        if tag.is_touched and isinstance(number, int):
            self.work.touched_tags.add(number)
        spoken = {name: tag.properties.get(name) for name in _SPOKEN}
        if any(
            one is not None and (tag.is_touched or self.work.sought.is_in(str(one)))
            for one in spoken.values()
        ):
            _unsay(tag)


def _is_undecided(layer: pikepdf.Object) -> bool:
    """Return whether a group of layers is shown on a condition other than that they are on."""
    return "/VE" in layer or str(layer.get("/P", "")) in ("/AllOff", "/AnyOff")


def _say_number_alone(tag: Tag) -> None:
    """Leave of a stretch its role and its number among the tags: of a layer that is shown, nothing."""
    first = tag.written.instructions[tag.index]
    role = first.operands[0] if len(first.operands) else pikepdf.Name.Span
    number: object = tag.properties.get("/MCID") if tag.properties is not None else None
    known = role if str(role) in _ROLES else pikepdf.Name.Span
    if isinstance(number, int):
        kept = pikepdf.Dictionary(MCID=number)
        tag.written.instructions[tag.index] = instruction_of([known, kept], "BDC")
    else:
        tag.written.instructions[tag.index] = instruction_of([known], "BMC")


def _unsay(tag: Tag) -> None:
    first = tag.written.instructions[tag.index].operands[0]
    assert tag.properties is not None  # noqa: S101 told apart by the caller
    left = {name: value for name, value in tag.properties.as_dict().items() if name not in _SPOKEN}
    tag.written.instructions[tag.index] = instruction_of([first, pikepdf.Dictionary(left)], "BDC")
    tag.written.is_changed = True


def instruction_of(operands: Sequence[Operand], operator: str) -> pikepdf.ContentStreamInstruction:
    """Return an instruction of a content stream."""
    return pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator))

"""The instructions that draw, with the operands that they take: all else in a content draws nothing, and says something."""

from decimal import Decimal

import pikepdf

from answerable.inspecting.redacting.rewriting.tags import Instruction, instruction_of

_NUMBERS = {
    **dict.fromkeys(("q", "Q", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"), 0),
    **dict.fromkeys(("W", "W*", "BT", "ET", "T*", "EMC", "BX", "EX"), 0),
    **dict.fromkeys(("w", "J", "j", "M", "i", "Tc", "Tw", "Tz", "TL", "Ts", "Tr", "g", "G"), 1),
    **dict.fromkeys(("m", "l", "Td", "TD", "d0"), 2),
    **dict.fromkeys(("rg", "RG"), 3),
    **dict.fromkeys(("v", "y", "re", "k", "K"), 4),
    **dict.fromkeys(("c", "cm", "Tm", "d1"), 6),
}
_NAMED = {"gs": 1, "Do": 1, "sh": 1, "ri": 1, "cs": 1, "CS": 1, "Tf": 2}
_COLOURS = frozenset(("sc", "scn", "SC", "SCN"))
_OTHERS = frozenset(("Tj", "TJ", "'", '"', "d", "BDC", "BMC", "MP", "DP"))
_MOST_COLOURS = 33


def allowed(instruction: Instruction) -> Instruction | None:
    """Return an instruction with the operands that it takes alone, or nothing if it is none that draws."""
    if isinstance(instruction, pikepdf.ContentStreamInlineImage):
        return instruction
    operator = str(instruction.operator)
    given = list(instruction.operands)
    if operator in _OTHERS:
        return instruction
    if operator in _NUMBERS:
        count = _NUMBERS[operator]
        kept = [one for one in given if _is_number(one)][-count:] if count else []
        return _same(instruction, kept, is_whole=len(kept) == _NUMBERS[operator])
    if operator in _NAMED:
        kept = [one for one in given if _is_number(one) or isinstance(one, pikepdf.Name)]
        kept = kept[-_NAMED[operator] :]
        return _same(instruction, kept, is_whole=len(kept) == _NAMED[operator])
    if operator in _COLOURS:
        kept = [one for one in given if _is_number(one) or isinstance(one, pikepdf.Name)]
        return _same(instruction, kept, is_whole=0 < len(kept) < _MOST_COLOURS)
    return None


def _same(
    instruction: pikepdf.ContentStreamInstruction, kept: list[pikepdf.Object], *, is_whole: bool
) -> Instruction | None:
    if not is_whole:
        return None
    if len(kept) == len(instruction.operands):
        return instruction
    return instruction_of(kept, str(instruction.operator))


def _is_number(one: object) -> bool:
    return isinstance(one, (int, float, Decimal)) and not isinstance(one, bool)

"""Texts that stand for what is drawn, taken out so that what is drawn itself can be read."""

import io

import pikepdf

from answerable.inspecting.redacting.opening import saved

Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage

_SPOKEN = "/ActualText"
_WITH_PROPERTIES = 2


def without_spoken(data: bytes) -> bytes:
    """Return a PDF in which each reader sees the glyphs that are drawn, whatever they are said to be.

    PDFium tells such a text in place of the glyphs, evenly spread over them: nobody could say where each is.
    """
    with pikepdf.Pdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        is_changed = False
        for one in pdf.objects:
            if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and _unsay(one, deeper=4):
                is_changed = True
        for page in pdf.pages:
            content = _unsaid(page)
            if content is not None:
                page.obj.Contents = pdf.make_stream(content)
                is_changed = True
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == pikepdf.Name.Form:
                content = _unsaid(one)
                if content is not None:
                    one.write(content)
                    is_changed = True
        return saved(pdf) if is_changed else data


def _unsay(given: pikepdf.Object, *, deeper: int) -> bool:
    is_changed = False
    if _SPOKEN in given:
        del given[_SPOKEN]
        is_changed = True
    for one in dict(given.items()).values():
        if deeper and isinstance(one, pikepdf.Dictionary) and not one.is_indirect:
            is_changed |= _unsay(one, deeper=deeper - 1)
    return is_changed


def _unsaid(content: pikepdf.Page | pikepdf.Object) -> bytes | None:
    if not _may_speak(content):
        return None
    is_changed = False
    instructions: list[Instruction] = []
    for instruction in pikepdf.parse_content_stream(content):
        operands = instruction.operands
        if (
            str(instruction.operator) == "BDC"
            and len(operands) == _WITH_PROPERTIES
            and isinstance(operands[1], pikepdf.Dictionary)
            and _SPOKEN in operands[1]
        ):
            left = {name: one for name, one in operands[1].items() if name != _SPOKEN}
            instructions.append(
                pikepdf.ContentStreamInstruction(
                    [operands[0], pikepdf.Dictionary(left)], instruction.operator
                )
            )
            is_changed = True
        else:
            instructions.append(instruction)
    return pikepdf.unparse_content_stream(instructions) if is_changed else None


def _may_speak(content: pikepdf.Page | pikepdf.Object) -> bool:
    if isinstance(content, pikepdf.Page):
        given = content.obj.get("/Contents")
        parts = given.as_list() if isinstance(given, pikepdf.Array) else [given]
    else:
        parts = [content]
    # A name may be written with its letters as numbers: #41ctualText.
    return any(
        b"ctualText" in (data := one.read_bytes()) or b"#" in data
        for one in parts
        if isinstance(one, pikepdf.Stream)
    )

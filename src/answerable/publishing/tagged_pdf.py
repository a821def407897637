"""A Typst template with its data as PDF/UA-1 and PDF/A-3a, the same bytes on every run."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import typst

from answerable.publishing.glyphs import FACES, font_file
from answerable.publishing.publications import CannotPublish


def tagged_pdf(template: str, inputs: dict[str, str], *, attached: int) -> bytes:
    """Return a PDF by one of the templates beside this module, with so many files attached inside.

    :raises CannotPublish: if Typst refuses or warns, or a mark of accessibility is missing after.
    """
    return _shrunk(_compiled(template, inputs), attached=attached)


def _compiled(template: str, inputs: dict[str, str]) -> bytes:
    with TemporaryDirectory(prefix="answerable-fonts-") as folder:
        # The font's package holds each face twice; with both, the folder's order would decide.
        for face in FACES:
            Path(folder, face).write_bytes(font_file(face))
        try:
            made, warnings = typst.compile_with_warnings(
                Path(__file__).with_name(template),
                format="pdf",
                font_paths=[Path(folder)],
                ignore_system_fonts=True,
                sys_inputs=inputs,
                pdf_standards=["ua-1", "a-3a"],
            )
        except typst.TypstError as problem:
            raise CannotPublish(_sentence(problem)) from problem
    if warnings:
        raise CannotPublish(_sentence(warnings[0]))
    return made


def _sentence(problem: Any) -> str:
    hints = "".join(f" ({hint})" for hint in problem.hints)
    return f"The PDF would not be accessible, so it was not made: {problem.message}{hints}"


def _shrunk(made: bytes, *, attached: int) -> bytes:
    small = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as document:
        check_marks(document, attached=attached)
        document.save(
            small,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    with pikepdf.open(small) as document:
        check_marks(document, attached=attached)
    return small.getvalue()


def check_marks(document: pikepdf.Pdf, *, attached: int) -> None:
    """Do nothing if the PDF carries every mark that it claims.

    :raises CannotPublish: if its language, title, tags, attachments or standards are not there.
    """
    root = document.Root
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        stands = {
            "a language": "/Lang" in root,
            "tags": "/StructTreeRoot" in root and _says(root, "/MarkInfo", "/Marked"),
            "a title to show": _says(root, "/ViewerPreferences", "/DisplayDocTitle"),
            "a title": bool(metadata.get("dc:title")),
            "the mark of PDF/UA-1": metadata.get("pdfuaid:part") == "1",
            "the mark of PDF/A-3a": metadata.get("pdfaid:part") == "3",
            "its attached data": len(document.attachments) == attached,
        }
    missing = [what for what, is_there in stands.items() if not is_there]
    if missing:
        raise CannotPublish(f"The PDF lacks {', '.join(missing)}, so it was not kept")


def _says(root: pikepdf.Object, group: str, mark: str) -> bool:
    return group in root and bool(root[group].get(mark))

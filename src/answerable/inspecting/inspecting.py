"""The inspection of one file's bytes, whatever it is and whatever is in it. It runs in the process apart."""

from collections.abc import Callable

from answerable.inspecting.allowance import Allowance
from answerable.inspecting.archive import Archive, open_archive
from answerable.inspecting.findings import CannotSay
from answerable.inspecting.kinds import (
    PICTURES,
    is_called_so,
    kind_of,
    kind_of_opendocument,
    kind_of_package,
)
from answerable.inspecting.seen import Seen, heard_by

Inside = Callable[[bytes, str, Seen], None]

_MOST_OF_MIMETYPE = 200
_LARGEST_MEMBER = 256 * 1024 * 1024


def look_into(data: bytes, name: str, seen: Seen, allowance: Allowance) -> str:
    """Find what a file would give away, and return of which kind it is.

    :raises CannotSay: if it cannot be inspected to the end.
    """
    kind = kind_of(data)
    if kind == "zip":
        kind = _look_into_zip(data, seen, allowance)
    elif kind in PICTURES:
        from answerable.inspecting.pictures import look_at_picture_file  # noqa: PLC0415 it opens decoders

        look_at_picture_file(data, kind, seen)
    elif kind in _OTHERS:
        kind = _OTHERS[kind](data, seen, allowance)
    else:
        from answerable.inspecting.commas import look_at_table  # noqa: PLC0415 most files are none

        kind = look_at_table(data, seen)
    if not is_called_so(name, kind):
        seen.add("file.wrong-extension", "", f"{name.rpartition('.')[2]}, but {kind}")
    if seen.met is not None:
        seen.met(data, kind, name, seen.place)
    return kind


def _look_at_page(data: bytes, seen: Seen, allowance: Allowance) -> str:
    from answerable.inspecting.webpages import look_at_page  # noqa: PLC0415 most files are none

    look_at_page(data, seen, _inside_a_page(allowance))
    return "html"


def _look_at_mail(data: bytes, seen: Seen, allowance: Allowance) -> str:
    from answerable.inspecting.mailed import look_at_mail  # noqa: PLC0415 most files are none

    look_at_mail(data, seen, _inside_a_message(allowance), allowance)
    return "mail"


def _look_at_rtf(data: bytes, seen: Seen, allowance: Allowance) -> str:  # noqa: ARG001 as the others
    from answerable.inspecting.rich import look_at_rtf  # noqa: PLC0415 most files are none

    look_at_rtf(data, seen)
    return "rtf"


def _look_at_json(data: bytes, seen: Seen, allowance: Allowance) -> str:  # noqa: ARG001 as the others
    from answerable.inspecting.data_files import look_at_json  # noqa: PLC0415 most files are none

    look_at_json(data, seen)
    return "json"


def _look_at_old_office(data: bytes, seen: Seen, allowance: Allowance) -> str:
    from answerable.inspecting.compound import look_at_old_office  # noqa: PLC0415 most files are none

    kind = look_at_old_office(data, seen)
    if kind == "msg":
        from answerable.inspecting.mailed import look_at_outlook  # noqa: PLC0415

        look_at_outlook(data, seen, _inside_a_message(allowance), allowance)
    return kind


def _look_at_pdf(data: bytes, seen: Seen, allowance: Allowance) -> str:
    from answerable.inspecting.pdf.document import look_at_pdf  # noqa: PLC0415 its libraries take long to load

    def inside(held: bytes, called: str, where: Seen) -> None:
        _look_inside(held, called, where, allowance, unread="pdf.unread-file")

    look_at_pdf(data, seen, allowance, inside)
    return "pdf"


_OTHERS: dict[str, Callable[[bytes, Seen, Allowance], str]] = {
    "pdf": _look_at_pdf,
    "html": _look_at_page,
    "mail": _look_at_mail,
    "rtf": _look_at_rtf,
    "json": _look_at_json,
    "ole": _look_at_old_office,
}


def _inside_a_message(allowance: Allowance) -> Inside:
    def inside(held: bytes, called: str, where: Seen) -> None:
        look_into(held, called, where, allowance)

    return inside


def _inside_a_page(allowance: Allowance) -> Inside:
    def inside(held: bytes, called: str, where: Seen) -> None:
        _look_inside(held, called, where, allowance)

    return inside


def _look_into_zip(data: bytes, seen: Seen, allowance: Allowance) -> str:
    archive = open_archive(data, allowance, seen)

    def inside(held: bytes, called: str, where: Seen) -> None:
        _look_inside(held, called, where, allowance)

    if "[Content_Types].xml" in archive.members:
        return _look_at_office(archive, seen, inside)
    if "mimetype" in archive.members:
        return _look_at_opendocument(archive, seen, inside)
    _look_at_members(archive, seen, allowance)
    return "zip"


def _look_at_office(archive: Archive, seen: Seen, inside: Inside) -> str:
    from answerable.inspecting.office.everywhere import look_everywhere  # noqa: PLC0415 not for other files
    from answerable.inspecting.office.left_over import look_for_left_over  # noqa: PLC0415
    from answerable.inspecting.office.package import open_package  # noqa: PLC0415
    from answerable.inspecting.office.slides.presentation import look_at_presentation  # noqa: PLC0415
    from answerable.inspecting.office.workbooks.workbook import look_at_workbook  # noqa: PLC0415
    from answerable.inspecting.office.writing.document import look_at_document  # noqa: PLC0415

    told: list[str] = []
    package = open_package(archive, heard_by(seen, told.append), inside)
    main = package.main_part()
    if not main:
        raise CannotSay("It is an Office file without its main part: it is damaged")
    kind = kind_of_package(package.type_of(main))
    look_everywhere(package)
    {"xlsx": look_at_workbook, "docx": look_at_document, "pptx": look_at_presentation}[kind](
        package
    )
    look_for_left_over(package, told)
    return kind


def _look_at_opendocument(archive: Archive, seen: Seen, inside: Inside) -> str:
    from answerable.inspecting.opendocument.document import look_at_opendocument  # noqa: PLC0415 not for others

    mimetype = archive.unpacked("mimetype", most=_MOST_OF_MIMETYPE).decode("ascii", "replace")
    kind = kind_of_opendocument(mimetype)
    look_at_opendocument(archive, kind, seen, inside)
    return kind


def _look_at_members(archive: Archive, seen: Seen, allowance: Allowance) -> None:
    """Look into the files of a plain zip: whoever gets the zip gets each of them."""
    for name in sorted(archive.members):
        data = archive.unpacked(name, most=_LARGEST_MEMBER)
        allowance.go_deeper()
        try:
            look_into(data, name, seen.inside(name), allowance)
        except CannotSay as problem:
            raise CannotSay(f"{name}: {problem}") from None
        allowance.come_back()


def _look_inside(
    data: bytes, name: str, seen: Seen, allowance: Allowance, *, unread: str = "office.unread-file"
) -> None:
    """Look into a file in another: that it is there is a finding, and so is that it cannot be read."""
    allowance.go_deeper()
    inside = seen.inside(name)
    try:
        look_into(data, name, inside, allowance)
    except CannotSay as problem:
        inside.add(unread, str(problem))
    allowance.come_back()

"""Files of old Office with a secret that can be told (rows 52 and 113)."""

import io
import struct

import xlwt

from tests.support.outlook_files import container
from tests.support.planted.fixtures import Listed

OLD_OFFICE = Listed()
planted = OLD_OFFICE.planted
_USED = 8


def nothing(book, sheet):
    """Add nothing."""


def old_workbook(fill=nothing):
    """Return an old workbook of a table."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Data")
    for row, cells in enumerate([("Ward", "Bins"), ("North", 31), ("South", 27)]):
        for column, one in enumerate(cells):
            sheet.write(row, column, one)
    fill(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _other_sheet(secret, state):
    def fill(book, _):
        other = book.add_sheet("Raw")
        other.write(0, 0, secret or "East")
        other.visibility = state if secret else 0

    return old_workbook(fill)


@planted("ole.hidden-sheet", 113)
def xls_hidden_sheet(secret):
    return _other_sheet(secret, 1)


@planted("ole.hidden-sheet", 113)
def xls_very_hidden_sheet(secret):
    return _other_sheet(secret, 2)


@planted("ole.hidden-rows", 113)
def xls_hidden_row(secret):
    def fill(_, sheet):
        sheet.write(3, 0, secret or "East")
        sheet.row(3).hidden = int(bool(secret))

    return old_workbook(fill)


@planted("ole.hidden-rows", 113)
def xls_low_row(secret):
    def fill(_, sheet):
        sheet.write(3, 0, secret or "East")
        if secret:
            sheet.row(3).height_mismatch = True
            sheet.row(3).height = 10

    return old_workbook(fill)


@planted("ole.hidden-columns", 113)
def xls_hidden_column(secret):
    def fill(_, sheet):
        sheet.write(1, 2, secret or "East")
        sheet.col(2).hidden = int(bool(secret))

    return old_workbook(fill)


@planted("ole.hidden-columns", 113)
def xls_narrow_column(secret):
    def fill(_, sheet):
        sheet.write(1, 2, secret or "East")
        sheet.col(2).width = 10 if secret else 3000

    return old_workbook(fill)


@planted("ole.person", 113)
def xls_who_wrote_it(secret):
    return old_workbook(lambda book, _: setattr(book, "owner", secret) if secret else None)


@planted("ole.hiding-format", 113)
def xls_format_that_shows_nothing(secret):
    def fill(_, sheet):
        style = xlwt.easyxf(num_format_str=";;;") if secret else xlwt.easyxf()
        sheet.write(3, 0, secret or "East", style)

    return old_workbook(fill)


@planted("ole.header", 113)
def xls_header(secret):
    def fill(_, sheet):
        sheet.header_str = secret.encode()
        sheet.footer_str = b""

    return old_workbook(fill)


def _streams(data):
    import olefile

    opened = olefile.OleFileIO(io.BytesIO(data))
    return {one[0]: opened.openstream(one).read() for one in opened.listdir()}


def _record(kind, held):
    """Return an old workbook with one more record in its first sheet."""
    book = _streams(old_workbook())["Workbook"].rstrip(b"\0") + b"\0\0\0"
    at = book.rindex(b"\x0a\0\0\0")
    return container(
        {"Workbook": book[:at] + struct.pack("<HH", kind, len(held)) + held + book[at:]}
    )


RECORDS = {
    "note": (0x001C, "ole.note", struct.pack("<HHHHH", 1, 1, 2, 1, 12) + b"\0SECRET\0"),
    "link": (0x01B8, "ole.link", struct.pack("<HHHH", 1, 1, 1, 1) + b"SECRET"),
    "other_file": (0x01AE, "ole.outside", b"\1\0\x0c\0\0SECRET"),
    "scenario": (0x00AF, "ole.scenario", b"\1\0\1\0SECRET"),
    "list_of_choices": (0x01BE, "ole.validation", b"\0\0\0\0SECRET"),
    "filter": (0x009B, "ole.filter", b"SECRET"),
    "hidden_name": (0x0018, "ole.hidden-name", b"\1\0".ljust(14, b"\0") + b"SECRET"),
    "name": (0x0018, "ole.name", b"\0\0".ljust(14, b"\0") + b"SECRET"),
    "pivot_table": (0x00B0, "ole.pivot-table", bytes(44) + b"SECRET"),
    "printer": (0x004D, "ole.property", b"\0\0SECRET"),
    "view": (0x01AA, "ole.view", bytes(16) + b"SECRET"),
    "text_box": (0x01B6, "ole.text-box", bytes(18) + b"SECRET"),
    "who_reserved_it": (0x005B, "ole.person", b"\1\0\0\0\x0c\0\0SECRET"),
}
for _name, (_kind, _code, _held) in RECORDS.items():

    def _make_record(secret, _kind=_kind, _held=_held):
        # A record that nobody looks at stands in the twin.
        return _record(_kind if secret else 0x01C0, _held.replace(b"SECRET", secret.encode()))

    _make_record.__name__ = f"xls_{_name}"
    planted(_code, 113)(_make_record)


@planted("ole.pivot-cache", 113)
def xls_pivot_cache(secret):
    streams = {"Workbook": _streams(old_workbook())["Workbook"]}
    return container({**streams, "_SX_DB_CUR": {"0001": secret.encode()}} if secret else streams)


@planted("ole.changes", 113)
def xls_log_of_changes(secret):
    streams = {"Workbook": _streams(old_workbook())["Workbook"]}
    return container({**streams, "Revision Log": secret.encode()} if secret else streams)


@planted("ole.macro", 113)
def xls_macros(secret):
    streams = {"Workbook": _streams(old_workbook())["Workbook"]}
    return container(
        {**streams, "_VBA_PROJECT_CUR": {"PROJECT": secret.encode()}} if secret else streams
    )


@planted("ole.unknown-stream", 113)
def xls_stream_that_nobody_knows(secret):
    streams = {"Workbook": _streams(old_workbook())["Workbook"]}
    return container({**streams, "Quill": secret.encode()} if secret else streams)


@planted("ole.left-over", 113)
def xls_bytes_between_streams(secret):
    data = container({"Workbook": _streams(old_workbook())["Workbook"]})
    return data + secret.encode().ljust(512, b"\0") if secret else data


@planted("ole.left-over", 113)
def xls_bytes_behind_a_workbook(secret):
    book = _streams(old_workbook())["Workbook"].rstrip(b"\0") + b"\0\0\0\0"
    return container(
        {"Workbook": book[: book.rindex(b"\x0a\0\0\0") + 4] + bytes(4) + secret.encode()}
    )


def _record_of_slides(kind, held, *, is_folder=False):
    return struct.pack("<HHI", 0x0F if is_folder else 0, kind, len(held)) + held


def old_presentation(records=b"", user=b""):
    """Return an old presentation with further records."""
    slide = _record_of_slides(0x03EE, _record_of_slides(0x0FA8, b"Bins by ward"), is_folder=True)
    head = struct.pack("<HHIIIII", 0, 0x0FF6, 20, 20, 0xE391C05F, 0, len(user)) + bytes(4) + user
    return container({"PowerPoint Document": slide + records, "Current User": head})


@planted("ole.hidden-slide", 113)
def ppt_hidden_slide(secret):
    show = _record_of_slides(0x03F9, bytes(10) + struct.pack("<H", 4 if secret else 0) + bytes(4))
    text = _record_of_slides(0x0FA8, (secret or "East").encode())
    return old_presentation(_record_of_slides(0x03EE, show + text, is_folder=True))


@planted("ole.note", 113)
def ppt_note(secret):
    note = _record_of_slides(
        0x03F0, _record_of_slides(0x0FA0, secret.encode("utf-16-le")), is_folder=True
    )
    return old_presentation(note if secret else b"")


@planted("ole.comment", 113, is_bare=True)
def ppt_comment(secret):
    comment = _record_of_slides(
        0x2EE0, _record_of_slides(0x0FBA, secret.encode("utf-16-le")), is_folder=True
    )
    return old_presentation(comment if secret else b"")


@planted("ole.person", 113)
def ppt_user(secret):
    return old_presentation(user=secret.encode())


@planted("ole.fast-saved", 113, is_bare=True)
def ppt_saved_twice(secret):
    edit = _record_of_slides(0x0FF5, bytes(28))
    return old_presentation(edit * (2 if secret else 1))

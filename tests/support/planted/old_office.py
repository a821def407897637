"""Files of old Office with a secret that can be told (rows 52 and 113)."""

import io
import struct

import xlwt

from tests.support.outlook_files import container
from tests.support.planted.fixtures import Listed

OLD_OFFICE = Listed()
planted = OLD_OFFICE.planted
# A record that nobody looks at, for the twin.
_IDLE = 0x01C0


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


LOOKS = {
    "white_text": ("font: colour white", "ole.invisible-text"),
    "text_in_the_colour_of_its_ground": (
        "font: colour red; pattern: pattern solid, fore_colour red",
        "ole.invisible-text",
    ),
    "black_on_black": (
        "font: colour black; pattern: pattern solid, fore_colour black",
        "ole.black-box",
    ),
    "text_of_no_colour_on_black": ("pattern: pattern solid, fore_colour black", "ole.black-box"),
    "tiny_text": ("font: height 20", "ole.invisible-text"),
}
for _name, (_look, _code) in LOOKS.items():

    def _make_look(secret, _look=_look):
        def fill(_, sheet):
            # White on red, for the twin, is seen.
            shown = "font: colour white; pattern: pattern solid, fore_colour red"
            sheet.write(3, 0, secret or "East", xlwt.easyxf(_look if secret else shown))

        return old_workbook(fill)

    _make_look.__name__ = f"xls_{_name}"
    planted(_code, 113)(_make_look)


def _one_more(secret):
    return lambda _, sheet: sheet.write(3, 0, secret or "East")


@planted("ole.under-merged", 113)
def xls_under_merged_cells(secret):
    merged = struct.pack("<HHHHH", 1, 2, 3, 0, 0)
    return with_records((0x00E5 if secret else _IDLE, merged), fill=_one_more(secret))


@planted("ole.hidden-rows", 113)
def xls_rows_hidden_unless_they_are_listed(secret):
    def fill(_, sheet):
        sheet.write(3, 0, secret or "East")

    book = _streams(old_workbook(fill))["Workbook"]
    listed, hides = struct.pack("<HHH", 0x0208, 16, 3), struct.pack("<HHHH", 0x0225, 4, 2, 255)
    unlisted = book.replace(listed, struct.pack("<HHH", _IDLE, 16, 3))
    at = unlisted.rindex(listed[:4])
    return container({"Workbook": unlisted[:at] + hides + unlisted[at:] if secret else book})


@planted("ole.orphan-string", 113)
def xls_text_that_no_cell_shows(secret):
    book = _streams(old_workbook(_one_more(secret)))["Workbook"]
    cell = struct.pack("<HHHH", 0x00FD, 10, 3, 0)
    assert cell in book
    gone = struct.pack("<HHHH", _IDLE, 10, 3, 0)
    return container({"Workbook": book.replace(cell, gone) if secret else book})


def box(text, *, is_note=False):
    """Return the records of a text box, or of a note on a cell."""
    kind = 0x19 if is_note else 0x06
    return (
        (0x005D, struct.pack("<HHHHH", 0x15, 18, kind, 1, 0) + bytes(16)),
        (0x01B6, struct.pack("<HH6xHHI", 0x0212, 0, len(text), 16, 0)),
        (0x003C, b"\1" + text.encode("utf-16-le")),
        (0x003C, bytes(16)),
    )


@planted("ole.note", 113)
def xls_words_of_a_note(secret):
    note = (0x001C, struct.pack("<HHHHHB", 1, 1, 0, 1, 1, 0) + b"A\0")
    return with_records(*box(f"{secret} said so", is_note=True), note) if secret else old_workbook()


@planted("ole.text-box", 113)
def xls_words_of_a_box(secret):
    return with_records(*box(secret)) if secret else old_workbook()


@planted("ole.macro", 113)
def xls_sheet_of_macros(secret):
    def fill(book, _):
        book.add_sheet("Macro1").write(0, 0, secret or "East")

    data = _streams(old_workbook(fill))["Workbook"]
    at = data.index(b"\6\0Macro1")
    return container({"Workbook": data[: at - 1] + b"\1" + data[at:] if secret else data})


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


def with_records(*records, fill=nothing):
    """Return an old workbook with more records at the end of its first sheet, each a kind and what it holds."""
    book = _streams(old_workbook(fill))["Workbook"].rstrip(b"\0") + b"\0\0\0"
    at = book.rindex(b"\x0a\0\0\0")
    more = b"".join(struct.pack("<HH", kind, len(held)) + held for kind, held in records)
    return container({"Workbook": book[:at] + more + book[at:]})


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
        return with_records((_kind if secret else _IDLE, _held.replace(b"SECRET", secret.encode())))

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


def record_of_slides(kind, held, *, is_folder=False):
    """Return a record of a presentation."""
    return struct.pack("<HHI", 0x0F if is_folder else 0, kind, len(held)) + held


def old_presentation(records=b"", user=b""):
    """Return an old presentation with further records."""
    slide = record_of_slides(0x03EE, record_of_slides(0x0FA8, b"Bins by ward"), is_folder=True)
    head = struct.pack("<HHIIIII", 0, 0x0FF6, 20, 20, 0xE391C05F, 0, len(user)) + bytes(4) + user
    return container({"PowerPoint Document": slide + records, "Current User": head})


@planted("ole.hidden-slide", 113)
def ppt_hidden_slide(secret):
    show = record_of_slides(0x03F9, bytes(10) + struct.pack("<H", 4 if secret else 0) + bytes(4))
    text = record_of_slides(0x0FA8, (secret or "East").encode())
    return old_presentation(record_of_slides(0x03EE, show + text, is_folder=True))


@planted("ole.note", 113)
def ppt_note(secret):
    note = record_of_slides(
        0x03F0, record_of_slides(0x0FA0, secret.encode("utf-16-le")), is_folder=True
    )
    return old_presentation(note if secret else b"")


def remark(words, who="Ann"):
    """Return a comment on a slide."""
    said = [struct.pack("<HHI", number << 4, 0x0FBA, 2 * len(one)) + one.encode("utf-16-le") for number, one in enumerate((who, words))]  # fmt: skip
    return record_of_slides(0x2EE0, b"".join(said), is_folder=True)


@planted("ole.comment", 113)
def ppt_comment(secret):
    return old_presentation(remark(f"{secret} said so") if secret else b"")


@planted("ole.comment", 113)
def ppt_who_commented(secret):
    return old_presentation(remark("East", secret) if secret else b"")


@planted("ole.macro", 113, is_bare=True)
def ppt_macros(secret):
    macros = record_of_slides(0x0400, struct.pack("<III", 3, int(bool(secret)), 2))
    return old_presentation(record_of_slides(0x03FF, macros, is_folder=True))


@planted("ole.embedded-file", 113)
def ppt_file_that_nothing_lists(secret):
    return old_presentation(record_of_slides(0x1011, secret.encode()) if secret else b"")


@planted("ole.person", 113)
def ppt_user(secret):
    return old_presentation(user=secret.encode())


@planted("ole.fast-saved", 113, is_bare=True)
def ppt_saved_twice(secret):
    edit = record_of_slides(0x0FF5, bytes(28))
    return old_presentation(edit * (2 if secret else 1))

"""CSV, web pages and zips with a secret that is easily overlooked (rows 108, 109, 111 and 114)."""

import io
import struct
import zipfile
import zlib

from tests.support.planted.cells import hidden_sheet, written
from tests.support.planted.fixtures import Listed, members, zipped

CONTAINERS = Listed()
planted = CONTAINERS.planted
TABLE = "Ward,Bins\r\nNorth,31\r\nSouth,27\r\n"
PAGE = '<!DOCTYPE html>\n<html lang="en-GB"><head><title>Bins</title></head><body><h1>Bins by ward</h1>{}</body></html>\n'


@planted("csv.beyond-the-head", 108)
def cells_beyond_the_head(secret):
    return (TABLE + (f"East,5,,{secret}\r\n" if secret else "East,5\r\n")).encode()


@planted("csv.far-text", 108)
def far_below_in_csv(secret):
    return (TABLE + ("\r\n" * 400 + f"{secret},5\r\n" if secret else "")).encode()


@planted("csv.unseen-signs", 108, is_bare=True)
def signs_without_a_width(secret):
    marks = "".join("\u200b\u200c"[int(bit)] for sign in secret for bit in f"{ord(sign):08b}")
    return TABLE.replace("North", f"North{marks}").encode()


@planted("csv.formula", 108)
def formula_of_csv(secret):
    return (TABLE + (f"=HYPERLINK({secret}),5\r\n" if secret else "East,-5\r\n")).encode()


@planted("csv.personal-column", 108)
def column_of_names(secret):
    return (f"Surname,Bins\r\n{secret},31\r\n" if secret else TABLE).encode()


@planted("csv.many-cells", 108)
def more_cells_than_anybody_reads(secret):
    rows = "".join(f"North {number},{number}\r\n" for number in range(3_000 if secret else 100))
    return (TABLE + rows + (f"{secret},1\r\n" if secret else "")).encode()


def _page(secret, markup, instead=""):
    return PAGE.format(markup.format(secret) if secret else instead).encode()


@planted("html.comment", 109)
def comment_of_a_page(secret):
    return _page(secret, "<!-- {} -->")


@planted("html.hidden-text", 109)
def hidden_paragraph(secret):
    return _page(secret, '<p style="display:none">{}</p>', "<p>East</p>")


@planted("html.hidden-text", 109)
def paragraph_off_the_screen(secret):
    return _page(secret, '<p style="position:absolute; left:-9999px">{}</p>', "<p>East</p>")


@planted("html.hidden-field", 109)
def hidden_field(secret):
    return _page(secret, '<form><input type="hidden" name="case" value="{}"></form>')


@planted("html.pale-text", 109)
def white_paragraph(secret):
    return _page(secret, '<p style="color: #fff">{}</p>', "<p>East</p>")


@planted("html.script", 109)
def script(secret):
    return _page(secret, "<script>const officer = '{}';</script>")


@planted("html.metadata", 109)
def author_of_a_page(secret):
    return _page(secret, '<meta name="author" content="{}">')


@planted("html.data-address", 109)
def file_in_an_address(secret):
    return _page(secret, '<a href="data:text/plain,{}">more</a>')


@planted("html.attribute", 109)
def words_in_an_attribute(secret):
    return _page(secret, '<p data-officer="{}">East</p>', "<p>East</p>")


@planted("html.not-shown", 109)
def template_of_a_page(secret):
    return _page(secret, "<template><p>{}</p></template>")


@planted("html.telling-link", 109)
def mailbox_of_a_page(secret):
    return _page(secret, '<p><a href="mailto:{}@example.org">Ask</a></p>')


FILES = {"bins.csv": TABLE.encode(), "bins.xlsx": written()}


def bundle(files=None):
    """Return files as a zip."""
    return zipped(FILES if files is None else files)


@planted("xlsx.hidden-sheet", 111, is_bare=True)
def hidden_sheet_in_a_zip(secret):
    return bundle({**FILES, "raw.xlsx": hidden_sheet(secret)})


@planted("xlsx.hidden-sheet", 111, is_bare=True)
def hidden_sheet_in_a_zip_in_a_zip(secret):
    return bundle({**FILES, "more.zip": bundle({"raw.xlsx": hidden_sheet(secret)})})


@planted("zip.comment", 111)
def comment_of_a_zip(secret):
    out = io.BytesIO(bundle())
    with zipfile.ZipFile(out, "a") as made:
        made.comment = secret.encode()
    return out.getvalue()


@planted("zip.comment", 111)
def comment_of_a_file(secret):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("bins.csv", (2024, 1, 2, 3, 4, 6))
        info.comment = secret.encode()
        made.writestr(info, TABLE)
    return out.getvalue()


@planted("zip.hidden-bytes", 111)
def bytes_before_a_zip(secret):
    return secret.encode() + bundle()


@planted("zip.hidden-bytes", 111)
def bytes_behind_a_zip(secret):
    return bundle() + secret.encode()


@planted("zip.hidden-bytes", 111)
def file_that_is_not_listed(secret):
    """A head and its bytes between two files, as is left when a file is deleted from a zip in place."""
    data = bundle()
    if not secret:
        return data
    name, held = b"raw.csv", secret.encode()
    head = struct.pack(
        "<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 0, zlib.crc32(held), len(held), len(held), len(name), 0
    )
    hidden = head + name + held
    end = data.rfind(b"PK\5\6")
    (place,) = struct.unpack_from("<I", data, end + 16)
    tail = (
        data[place:end]
        + data[end : end + 16]
        + struct.pack("<I", place + len(hidden))
        + data[end + 20 :]
    )
    return data[:place] + hidden + tail


@planted("zip.hidden-bytes", 111)
def bytes_behind_a_packed_file(secret):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    held = TABLE.encode()
    packed = packer.compress(held) + packer.flush() + secret.encode()
    name = b"bins.csv"
    rest = (20, 0, 8, 0, 33, zlib.crc32(held), len(packed), len(held), len(name), 0)
    head = struct.pack("<4s5H3I2H", b"PK\3\4", *rest) + name
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, *rest, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(entry), len(head) + len(packed), 0)
    return head + packed + entry + end


@planted("zip.duplicate-name", 111)
def two_files_of_one_name(secret):
    import warnings

    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as made:
        warnings.simplefilter("ignore")
        made.writestr("bins.csv", TABLE + (f"{secret},1\r\n" if secret else ""))
        made.writestr("bins.csv" if secret else "more.csv", TABLE)
    return out.getvalue()


@planted("zip.two-names", 111, is_bare=True)
def name_that_the_list_does_not_say(secret):
    data = bundle({"bins--------.csv": TABLE.encode()})
    return data.replace(b"bins--------.csv", secret.encode() + b".csv", 1) if secret else data


@planted("zip.path-outside", 111, is_bare=True)
def path_out_of_the_folder(secret):
    return bundle({"../bins.csv" if secret else "bins.csv": TABLE.encode()})


@planted("zip.symbolic-link", 111)
def link_to_a_machine(secret):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("bins.csv", (2024, 1, 2, 3, 4, 6))
        info.external_attr = (0o120777 if secret else 0o100644) << 16
        made.writestr(info, f"/home/{secret}" if secret else TABLE)
    return out.getvalue()


@planted("zip.left-by-a-desktop", 111)
def what_a_desktop_left(secret):
    return bundle({**FILES, "__MACOSX/._bins.csv": secret.encode()} if secret else FILES)


@planted("zip.extra-field", 111)
def field_of_a_file(secret):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("bins.csv", (2024, 1, 2, 3, 4, 6))
        info.extra = struct.pack("<HH", 0x7777, len(secret)) + secret.encode() if secret else b""
        made.writestr(info, TABLE)
    return out.getvalue()


@planted("zip.empty-folder", 111)
def empty_folder_of_a_zip(secret):
    folder = f"{secret}/notes/" if secret else "2024/"
    return bundle({**FILES, "plans/bins.csv": TABLE.encode(), "plans/": b"", folder: b""})


@planted("zip.empty-folder", 111)
def empty_folder_of_a_workbook(secret):
    return zipped({**members(written()), f"xl/{secret or 'media'}/": b""})

"""Word files that are none, or are damaged, protected or without end: one sentence, in bounded time."""

import io
import subprocess
import sys
import zipfile

import pytest

from answerable.cli import main
from answerable.reading import NotReadable, read_bytes
from answerable.reading.docx import package
from tests.support.word_files import numbering, paragraph, table, word_file, zipped

GOOD = word_file(paragraph("Words"))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
LAUGHS = "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
FETCHES = "<!DOCTYPE w SYSTEM 'http://council.example/words.dtd'>"


def _office(target):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return {
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="{target}"/></Relationships>'
    }


def _old(stream):
    return OLD + stream.encode("utf-16-le") + bytes(100)


def _rewritten(change):
    """Return the good file with the XML of its document changed."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as parts:
        files = {name: parts.read(name).decode() for name in parts.namelist()}
    files["word/document.xml"] = change(files["word/document.xml"])
    return zipped(files)


def _with_a_password():
    data = bytearray(GOOD)
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    return bytes(data)


def _packed_in_another_way():
    data = bytearray(GOOD)
    for at in (data.index(b"PK\x03\x04") + 8, data.index(b"PK\x01\x02") + 10):
        data[at] = 98
    return bytes(data)


def _in_itself(opening, closing, times):
    return opening * times + paragraph("deep") + closing * times


REFUSED = {
    "a PowerPoint file": (
        zipped({**_office("ppt/presentation.xml"), "ppt/presentation.xml": "<p/>"}),
        "is a PowerPoint file, not a Word file",
    ),
    "an OpenDocument file": (
        zipped({"mimetype": "x", "META-INF/manifest.xml": "<x/>"}),
        "is an OpenDocument",
    ),
    "a ZIP file": (zipped({"notes.txt": "Words"}), "is a ZIP file, not a Word file: unpack it"),
    "an empty ZIP file": (zipped({}), "is a ZIP file, not a Word file"),
    "no document": (
        zipped({**_office("word/document.xml"), "word/styles.xml": "<x/>"}),
        "is a Word file without a document in it",
    ),
    "a password": (_old("EncryptedPackage"), "is protected by a password: save a copy without"),
    "a zip with a password": (_with_a_password(), "is protected by a password"),
    "a way of packing that is none": (_packed_in_another_way(), "is packed in a way that Word"),
    "an old Word file": (_old("WordDocument"), r"is an old Word file \(\.doc\): save it"),
    "an old Excel file": (_old("Workbook"), "is an old Excel file"),
    "another old file": (OLD, "is an old Office file"),
    "a file cut off": (GOOD[: len(GOOD) // 2], "is cut off or damaged: fetch it again"),
    "a file damaged in the middle": (
        GOOD[:60] + bytes(60) + GOOD[120:],
        "is cut off or damaged: fetch it again",
    ),
    "XML that is none": (
        _rewritten(lambda xml: xml.replace("</w:body>", "")),
        "is damaged inside: open it with Word",
    ),
    "entities that multiply": (
        _rewritten(lambda xml: xml.replace("<w:document", f"{LAUGHS}<w:document")),
        "declares entities, as no Word file does",
    ),
    "a declaration to fetch": (
        _rewritten(lambda xml: xml.replace("<w:document", f"{FETCHES}<w:document")),
        "declares entities, as no Word file does",
    ),
    "tables 10,000 deep": (
        word_file(_in_itself("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 10_000)),
        "has tables in tables too deep to read",
    ),
    "no words": (word_file("<w:p/>" * 10), "holds only blank space"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_in_a_plain_sentence(what):
    data, said = REFUSED[what]

    with pytest.raises(NotReadable, match=said) as refusal:
        read_bytes(data, name="log.docx")

    assert str(refusal.value).startswith("log.docx ")


MEGABYTE = 1024 * 1024


def _bomb(*, declared):
    """Return a small file that unpacks to more than two megabytes, and declares another size."""
    data = word_file(" " * 2 * MEGABYTE)
    sizes = [at for at in range(len(data)) if data.startswith(b"PK\x01\x02", at)]
    at = next(one for one in sizes if data[one + 46 :].startswith(b"word/document.xml"))
    return data[: at + 24] + declared.to_bytes(4, "little") + data[at + 28 :]


@pytest.mark.parametrize("declared", [10, 3 * MEGABYTE, 2**32 - 2])
def test_a_size_that_a_zip_declares_is_not_believed(monkeypatch, declared):
    monkeypatch.setattr(package, "MOST_UNPACKED", MEGABYTE)

    with pytest.raises(
        NotReadable, match=r"log\.docx (?:unpacks to more than 1 MB|is a Word or ZIP)"
    ):
        read_bytes(_bomb(declared=declared), name="log.docx")


def test_a_zip_of_too_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MOST_FILES", 100)

    with pytest.raises(NotReadable, match="holds more than 100 files"):
        read_bytes(zipped({str(one): "" for one in range(101)}), name="log.docx")


def test_too_many_paragraphs_are_refused(monkeypatch):
    monkeypatch.setattr("answerable.reading.docx.body.MOST_BLOCKS", 100)

    with pytest.raises(NotReadable, match="more than 500,000 paragraphs: split it"):
        read_bytes(word_file(paragraph("Words") * 101), name="log.docx")


def test_a_table_of_more_cells_than_paragraphs_may_be_is_refused(monkeypatch):
    monkeypatch.setattr("answerable.reading.docx.tables.MOST_BLOCKS", 1000)
    wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr>'

    with pytest.raises(NotReadable, match="split it"):
        read_bytes(word_file(f"{paragraph('x')}<w:tbl>{wide * 16}</w:tbl>"), name="log.docx")


def test_too_many_tags_are_refused(monkeypatch):
    monkeypatch.setattr("answerable.reading.docx.package.MOST_TAGS", 1000)

    with pytest.raises(NotReadable, match="has too many parts to read: split it"):
        read_bytes(word_file("<w:p/>" * 1000), name="log.docx")


CELLS = ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>")
BOX = ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>")
READ = {
    "tables 70 deep": _in_itself("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 70),
    "tables of two columns 70 deep": _in_itself(*CELLS, 70),
    "boxes 50 deep": _in_itself(*BOX, 50),
    "controls 120 deep": _in_itself("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120),
    "tags 240 deep": paragraph(
        "<w:smartTag>" * 240 + "<w:r><w:t>deep</w:t></w:r>" + "</w:smartTag>" * 240
    ),
    "fields that never end": "<w:p>"
    + '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 2_000
    + "<w:r><w:t>deep</w:t></w:r></w:p>",
    "a paragraph of 5,000 runs": "<w:p>" + "<w:r><w:t>deep </w:t></w:r>" * 5_000 + "</w:p>",
    "figures that are none": paragraph("deep", number="x", level="y")
    + '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="z"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    "paragraphs in what nobody knows": f"<w:odd>{paragraph('deep')}</w:odd>",
    "words in what nobody knows": paragraph("<w:odd><w:r><w:t>deep</w:t></w:r></w:odd>"),
}  # fmt: skip


@pytest.mark.parametrize("what", READ)
def test_odd_input_is_read_all_the_same(what):
    reading = read_bytes(word_file(READ[what]), name="log.docx")

    assert any("deep" in one.text for one in reading.unread)
    coverage = reading.coverage
    assert coverage.furniture + coverage.unread == coverage.characters


def test_styles_that_are_based_on_each_other_are_read():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("a", "b"), ("b", "a"))
    )

    data = word_file(paragraph("Words", style="a"), styles=styles, numbering=numbering())

    assert read_bytes(data, name="log.docx").unread[0].text == "Words"


def test_a_file_with_macros_is_read_without_them():
    data = word_file(paragraph("Words"))
    with_macros = io.BytesIO(data)
    with zipfile.ZipFile(with_macros, "a") as parts:
        parts.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")

    reading = read_bytes(with_macros.getvalue(), name="log.docm")

    assert (reading.format, reading.unread[0].text) == ("docx", "Words")


def test_a_strict_file_is_read_the_same():
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = _rewritten(lambda xml: xml.replace(main, "http://purl.oclc.org/ooxml/wordprocessingml/main"))  # fmt: skip

    assert read_bytes(strict, name="log.docx").unread[0].text == "Words"


def test_a_file_is_found_out_whatever_its_name_is():
    assert read_bytes(GOOD, name="log.txt", as_format="docx").format == "docx"


def test_a_text_is_not_read_as_a_word_file(tmp_path, capsys):
    path = tmp_path / "log.txt"
    path.write_text("Words")

    code = main(["read", "--format", "docx", str(path)])

    assert (code, capsys.readouterr().err) == (2, "log.txt is not DOCX: leave --format out\n")


def test_text_is_read_without_the_parser_of_word_files():
    looked = "import sys, answerable.reading as r; r.read_bytes(b'Words', name='x'); print('lxml' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", looked], check=True, capture_output=True, text=True
    )

    assert done.stdout == "False\n"


def test_a_table_of_rows_without_cells_is_nothing():
    body = paragraph("Words") + table([]) + "<w:tbl/>"

    assert [one.text for one in read_bytes(word_file(body), name="log.docx").unread] == ["Words"]

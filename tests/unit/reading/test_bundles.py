"""Folders, zips and mails: a reading or a refusal of each document in them, named by where it stands."""

import zipfile

from answerable.cli import main
from answerable.reading import NotReadable, PassedOver, Reading, bundles, readings_in, richest_of
from tests.support.letters import make_mail
from tests.support.word_files import paragraph, word_file, zipped

LOG = "Ref\n7000001\n\nBicycles\n\nRequest\n\n1. How many?\n\nResponse\n\n1. Seven.\n"
OTHER = "A letter of other words altogether, which nobody would take to be that log.\n"
WORD = word_file("".join(paragraph(line) for line in LOG.split("\n") if line))


def _sources(found):
    return [one.source for one in found if isinstance(one, Reading)]


def _refusals(found):
    return [str(one) for one in found if isinstance(one, NotReadable)]


def test_each_file_of_a_zip_is_read_and_named_by_where_it_stands():
    inner = zipped({"b.txt": LOG})
    data = zipped({"sub/log.docx": WORD, "a.txt": LOG, "more.zip": inner})

    assert _sources(readings_in(data, name="answers.zip")) == [
        "answers.zip/a.txt",
        "answers.zip/more.zip/b.txt",
        "answers.zip/sub/log.docx",
    ]


def test_a_mail_in_a_zip_brings_its_files():
    mail = make_mail("Words of an answer.", files=[("log.docx", WORD)])

    assert _sources(readings_in(zipped({"m.eml": mail}), name="a.zip")) == [
        "a.zip/m.eml",
        "a.zip/m.eml/log.docx",
    ]


def test_a_word_file_is_one_document_and_no_zip_of_files():
    (reading,) = readings_in(WORD, name="log.docx")

    assert (reading.source, reading.format) == ("log.docx", "docx")


def test_what_cannot_be_read_is_a_value_and_the_rest_goes_on():
    found = list(
        readings_in(zipped({"a.docx": b"PK\x03\x04", "b.txt": b"", "c.txt": LOG}), name="a.zip")
    )

    assert _sources(found) == ["a.zip/c.txt"]
    assert _refusals(found) == [
        "a.zip/a.docx is a Word or ZIP file that is cut off or damaged: fetch it again",
        "a.zip/b.txt is empty: there is nothing to read",
    ]


def test_a_fault_of_a_reader_is_a_value_too_and_quotes_nothing(monkeypatch):
    def _fails(source, **_):
        raise KeyError(source.text)

    monkeypatch.setattr("answerable.reading.files.reading_of", _fails)

    (refusal,) = readings_in(LOG.encode(), name="log.txt")
    assert str(refusal).startswith("log.txt stopped the reader by a fault of its own (KeyError)")
    assert "Bicycles" not in str(refusal)


def test_a_mail_whose_words_cannot_be_read_still_brings_its_files(monkeypatch):
    monkeypatch.setattr("answerable.reading.fragments.MOST_BLOCKS", 3)
    html = make_mail("x", files=[("log.txt", b"Words")]).replace(b"text/plain", b"text/html")
    refusal, reading = readings_in(
        html.replace(b"\r\nx\r\n", b"\r\n" + b"<p>x" * 9 + b"\r\n"), name="m.eml"
    )

    assert "more than 500,000 paragraphs" in str(refusal)
    assert reading.source == "m.eml/log.txt"


def test_files_of_one_name_are_one_document_and_the_richest_is_read():
    (reading,) = readings_in(zipped({"log.docx": WORD, "log.txt": LOG}), name="a.zip")

    assert reading.format == "docx"
    assert [(one.source, one.format) for one in reading.beside] == [("a.zip/log.txt", "text")]
    assert reading.beside[0].why == "a.zip/log.docx tells more: docx"


def test_files_of_one_name_that_say_different_things_are_all_read():
    found = readings_in(zipped({"log.docx": WORD, "log.txt": OTHER}), name="a.zip")

    assert _sources(found) == ["a.zip/log.docx", "a.zip/log.txt"]


def test_the_next_file_is_read_where_the_richer_one_cannot_be():
    (reading,) = readings_in(zipped({"log.docx": WORD[:500], "log.txt": LOG}), name="a.zip")

    assert reading.source == "a.zip/log.txt"
    assert [(one.format, "cut off or damaged" in one.why) for one in reading.beside] == [
        (None, True)
    ]


def test_a_folder_is_read_in_the_order_of_its_names_with_the_folders_in_it(tmp_path):
    folder = tmp_path / "answers"
    (folder / "b").mkdir(parents=True)
    for name in ("c.txt", "b/log.txt", "A.txt", "~$log.docx", ".hidden", "Thumbs.db"):
        (folder / name).write_text(LOG)
    (folder / "link.txt").symlink_to(folder / "c.txt")
    found = list(readings_in(folder))

    assert _sources(found) == ["answers/A.txt", "answers/b/log.txt", "answers/c.txt"]
    assert all(isinstance(one, PassedOver) for one in found if isinstance(one, NotReadable))
    assert sorted(_refusals(found)) == [
        "answers/.hidden is hidden: it is passed over",
        "answers/Thumbs.db is a file of the system's own: it is passed over",
        "answers/link.txt is a link to elsewhere: name what it leads to",
        "answers/~$log.docx is a temporary file: it is passed over",
    ]


def test_a_zip_that_is_larger_than_a_file_may_be_is_read_file_by_file(tmp_path, monkeypatch):
    monkeypatch.setattr(bundles, "LARGEST_BYTES", 100)
    path = tmp_path / "large.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("log.txt", LOG)

    assert path.stat().st_size > 100
    assert _sources(readings_in(path)) == ["large.zip/log.txt"]


def test_the_richest_of_several_files_is_used_and_the_others_are_told(tmp_path):
    for name, data in (("a.txt", LOG.encode()), ("b.docx", WORD), ("c.docx", b"")):
        (tmp_path / name).write_bytes(data)

    (reading,) = richest_of([tmp_path / "a.txt", tmp_path / "b.docx", tmp_path / "c.docx"])
    assert reading.source == "b.docx"
    assert [(one.source, one.why) for one in reading.beside] == [
        ("a.txt", "b.docx tells more: docx"),
        ("c.docx", "c.docx is empty: there is nothing to read"),
    ]


def test_the_command_reads_a_folder_and_ends_with_2_only_for_what_should_have_been_read(
    tmp_path, capsys
):
    (tmp_path / "log.txt").write_text(LOG)
    (tmp_path / "~$log.txt").write_text(LOG)
    passed = main(["read", str(tmp_path)])
    (tmp_path / "empty.txt").touch()
    failed = main(["read", str(tmp_path)])

    assert (passed, failed) == (0, 2)
    assert "is a temporary file" in capsys.readouterr().err


def test_the_command_reads_the_best_of_several_files(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(LOG)
    (tmp_path / "b.docx").write_bytes(WORD)

    code = main(["read", "--best", str(tmp_path / "a.txt"), str(tmp_path / "b.docx")])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "b.docx · docx · log",
        "Not used: a.txt: b.docx tells more: docx",
    ]

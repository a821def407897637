"""Bundles that mean harm or are broken: one sentence for each file, and the rest goes on."""

import io
import os
import zipfile

import pytest

from answerable.reading import NotReadable, Reading, readings_in, zips
from answerable.reading.bundles import MOST_DEEP
from answerable.reading.names import cleaned, cleaned_path, joined
from tests.support.letters import make_mail
from tests.support.outlook_files import outlook_file
from tests.support.word_files import zipped

GOOD = {"z.txt": "Words of a letter that can be read."}


def _found(files):
    return list(readings_in(zipped({**files, **GOOD}), name="a.zip"))


def _locked():
    data = bytearray(zipped(GOOD))
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    return bytes(data)


def _changed(data, was, now):
    assert was in data
    return data.replace(was, now)


BROKEN = {
    "a bomb": ({"a.txt": b"\0" * 30_000_000}, "unpacks to more than 500 times its size"),
    "a file that is too large": (
        {"a.bin": os.urandom(33 * 1024 * 1024)},
        "is larger than 32 MB",
    ),
    "a zip with a password": ({"a.zip": _locked()}, "is protected by the zip's password"),
    "a zip that is cut off": ({"a.zip": zipped(GOOD)[:-30]}, "cut off or damaged"),
    "an empty file": ({"a.docx": b""}, "is empty"),
    "a program": ({"a.exe": b"MZ" + bytes(range(256)) * 40}, "no text that can be read"),
    "a message that is cut off": (
        {"a.msg": outlook_file(text="x" * 9000)[:2000]},
        "old Office file|damaged",
    ),
    "RTF of rubbish": ({"a.rtf": b"{\\rtf1" + b"\\x{" * 5000}, "without words in it"),
    "a compressed file": ({"a.gz": b"\x1f\x8b" + b"x" * 100}, "is a compressed file"),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", BROKEN)
def test_what_cannot_be_read_is_one_sentence_and_the_rest_goes_on(what):
    files, said = BROKEN[what]
    *refused, reading = _found(files)

    assert reading.source == "a.zip/z.txt"
    (sentence,) = map(str, refused)
    assert sentence.startswith(f"a.zip/{next(iter(files))}")
    assert "\n" not in sentence
    with pytest.raises(NotReadable, match=said):
        raise refused[0]


def test_a_file_whose_sum_is_wrong_is_one_sentence_and_the_rest_goes_on():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as package:
        package.writestr("a.txt", "Words that will be changed")
        package.writestr("z.txt", "Other words")
    refusal, reading = readings_in(
        _changed(data.getvalue(), b"Words that will", b"Wxrds that will"), name="a.zip"
    )

    assert str(refusal).startswith("a.zip/a.txt is a zip, or in a zip, that is cut off or damaged")
    assert reading.source == "a.zip/z.txt"


def test_zips_in_zips_are_read_down_to_a_depth():
    data = zipped(GOOD)
    for _ in range(50):
        data = zipped({"a.zip": data, "b.txt": "Words"})
    found = list(readings_in(data, name="a.zip"))

    assert sum(isinstance(one, Reading) for one in found) == MOST_DEEP - 1
    assert [str(one).partition(" stands ")[2] for one in found if isinstance(one, NotReadable)] == [
        f"in more than {MOST_DEEP} zips or mails, each in the other: take it out"
    ] * len([one for one in found if isinstance(one, NotReadable)])


def test_a_mail_in_a_mail_50_deep_is_read_down_to_a_depth():
    mail = make_mail("The deepest words of all.")
    for number in range(50):
        mail = _around(mail, number)
    found = list(readings_in(mail, name="m.eml"))

    assert sum(isinstance(one, Reading) for one in found) == MOST_DEEP
    (refusal,) = (one for one in found if isinstance(one, NotReadable))
    assert "stands in more than 10 zips or mails" in str(refusal)


def _around(mail, number):
    head = f"From: a@example.org\r\nMessage-ID: <{number}@example.org>\r\nMIME-Version: 1.0\r\n"
    kind = f'Content-Type: multipart/mixed; boundary="b{number}"\r\n\r\n'
    first = f"--b{number}\r\nContent-Type: text/plain\r\n\r\nWords number {number}.\r\n"
    second = f"--b{number}\r\nContent-Type: message/rfc822\r\n\r\n"
    return f"{head}{kind}{first}{second}".encode() + mail + f"\r\n--b{number}--\r\n".encode()


def test_a_zip_of_too_many_files_is_one_sentence(monkeypatch):
    monkeypatch.setattr(zips, "MOST_FILES", 3)

    (refusal,) = readings_in(zipped({f"{one}.txt": "x" for one in range(4)}), name="a.zip")
    assert str(refusal) == "a.zip holds more than 3 files: split it"


def test_a_zip_whose_list_of_files_would_fill_the_memory_is_not_opened():
    data = bytearray(zipped(GOOD))
    at = data.rindex(b"PK\x05\x06") + 12
    data[at : at + 4] = b"\xff\xff\xff\x7f"
    (refusal,) = readings_in(bytes(data), name="a.zip")

    assert str(refusal) == "a.zip is a Word or ZIP file that is cut off or damaged: fetch it again"


def test_files_in_zips_in_a_zip_count_together():
    inner = zipped({f"{one}.txt": "Words" for one in range(3)})
    bundle = zipped({"a.zip": inner, "b.zip": inner})
    allowance = zips.Allowance(files=5)
    members = zips.members_of(io.BytesIO(bundle), name="a", largest=10_000, allowance=allowance)
    taken = [one.data() for one in members]
    inside = zips.members_of(io.BytesIO(taken[0]), name="a/a", largest=10_000, allowance=allowance)

    assert [len(one.data()) for one in inside] == [5, 5, 5]
    with pytest.raises(NotReadable, match="is more than 10,000 files"):
        allowance.take_file("a/b")


def test_bytes_are_counted_as_they_come():
    allowance = zips.Allowance(bytes=10)
    (member,) = zips.members_of(
        io.BytesIO(zipped({"a.txt": "Words and more"})),
        name="a",
        largest=10_000,
        allowance=allowance,
    )

    with pytest.raises(NotReadable, match="unpack to more than 1,024 MB"):
        member.data()


NAMES = [
    ("a\nb.txt", "a b.txt"),
    ("a\x1b[31mb.txt", "a[31mb.txt"),
    ("log\u202etxt.exe", "logtxt.exe"),
    ("\u200b.txt", ".txt"),
    ("../../etc/log.txt", "etc/log.txt"),
    ("C:\\answers\\log.txt", "C:/answers/log.txt"),
    ("/log.txt", "log.txt"),
    ("", "(no name)"),
]


@pytest.mark.parametrize(("name", "said"), NAMES)
def test_a_name_is_said_on_one_line_in_its_order_and_leads_nowhere(name, said):
    assert cleaned_path(name) == said


def test_a_long_name_is_cut_in_the_middle():
    assert cleaned("a" * 300 + ".docx").endswith("aaa.docx")
    assert len(cleaned("a" * 300)) == 199
    assert len(joined("a" * 200, "b" * 200)) == 299


def test_names_in_a_zip_are_cleaned_before_they_are_said():
    found = list(
        readings_in(zipped({"a\nb\u202e.txt": "Words", "../c.txt": "Words"}), name="a\n.zip")
    )

    assert [one.source for one in found] == ["a .zip/c.txt", "a .zip/a b.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_what_may_not_be_opened_in_a_folder_is_one_sentence_and_the_rest_goes_on(tmp_path):
    (tmp_path / "secret").mkdir(mode=0)
    (tmp_path / "secret.txt").touch(mode=0)
    (tmp_path / "z.txt").write_text("Words")
    found = list(readings_in(tmp_path))

    assert [isinstance(one, Reading) for one in found] == [False, False, True]
    assert all("cannot be opened: Permission denied" in str(one) for one in found[:2])

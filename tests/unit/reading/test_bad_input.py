"""Bad input: a result or a plain sentence, in bounded memory, and never a lost file beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from answerable.cli import main
from answerable.reading import NotReadable, read_bytes, read_file
from answerable.reading.source import LARGEST_BYTES

LOG = """FOI Disclosures January 2026

Ref
7000001

Bicycles

Request

1. How many?

Response

1. Seven.

"""

REFUSED = [
    (b"", "is empty"),
    (b" \n \n", "only blank space"),
    (bytes(range(1, 32)) * 500, "no text that can be read"),
    (b"%PDF-1.7 and more", "is a damaged PDF, or cut off"),
    (b"PK\x03\x04 and more", "is a Word or ZIP file that is cut off or damaged"),
    (b"\xd0\xcf\x11\xe0 and more", "is an old Word or Excel file"),
    (b"\x89PNG and more", "is a picture"),
    (b"a" * (LARGEST_BYTES + 1), "is larger than 32 MB"),
]


@pytest.mark.parametrize(("data", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_what_cannot_be_read_is_refused_in_a_plain_sentence(data, said):
    with pytest.raises(NotReadable, match=said) as refusal:
        read_bytes(data, name="log.txt")

    assert str(refusal.value).startswith("log.txt ")


def test_a_document_of_too_many_paragraphs_is_refused(monkeypatch):
    monkeypatch.setattr("answerable.reading.fragments.MOST_BLOCKS", 1000)

    with pytest.raises(NotReadable, match="more than 500,000 paragraphs: split it"):
        read_bytes(b"- a\n" * 1001, name="log.txt")


READ = {
    "UTF-16 with a mark": LOG.encode("utf-16"),
    "UTF-16 without": LOG.encode("utf-16-le"),
    "Latin-1": LOG.replace("Seven", "Seven for caf\u00e9 \u00a312").encode("latin-1"),
    "NULs": LOG.replace("Seven", "Sev\0en").encode(),
    "Windows line ends": LOG.replace("\n", "\r\n").encode(),
    "a line of 2 MB": (LOG + "x" * 2_000_000).encode(),
    "a line of 2 MB of words": (LOG + "word " * 400_000).encode(),
    "angle brackets": (LOG + "<" * 500_000 + "<p>x</p>").encode(),
    "square brackets": (LOG + "[" * 500_000 + "](x)").encode(),
    "stars": (LOG + "**a** " + "*" * 500_000).encode(),
    "round brackets": (LOG + "(" * 300_000).encode(),
    "lists 10,000 deep": (LOG + "<ul><li>" * 10_000 + "deep").encode(),
    "a table of 100,000 cells": (
        LOG + "\n".join("\t".join("9" * 100) for _ in range(1000))
    ).encode(),
    "two million empty lines": (LOG + "\n" * 2_000_000 + "x").encode(),
}


@pytest.mark.parametrize("what", READ)
def test_odd_input_is_read_all_the_same(what):
    reading = read_bytes(READ[what], name="log.txt")

    (entry,) = reading.entries
    assert (entry.ref, entry.questions[0].label) == ("7000001", "1")
    coverage = reading.coverage
    assert (
        coverage.entries + coverage.index + coverage.furniture + coverage.unread
        == coverage.characters
    )


NESTED = {
    "divisions": "<html><body>" + "<div>" * 10_000 + "deep" + "</div>" * 10_000,
    "tables": "<html><body>" + "<table><tr><td>" * 10_000 + "deep" + "</td></tr></table>" * 10_000,
    "scripts that never close": "<html><p>deep</p>" + "<script>" * 100_000,
    "comments that never close": "<html><p>deep</p>" + "<!--" * 100_000,
}


@pytest.mark.parametrize("what", NESTED)
def test_html_that_nests_without_end_is_read(what):
    reading = read_bytes(NESTED[what].encode(), name="log.html")

    assert any("deep" in one.text for one in reading.unread)


@pytest.mark.parametrize("tag", ["head", "style", "script", "noscript", "template", "svg"])
def test_a_page_that_is_cut_off_within_a_tag_is_read_once(tag):
    cut = f"<!DOCTYPE html><html><body><p>How many?</p><{tag}></{tag}"

    reading = read_bytes(cut.encode(), name="log.html")

    assert [one.text for one in reading.unread] == ["How many?"]


def test_a_latin_1_file_says_how_it_was_read():
    reading = read_bytes(READ["Latin-1"], name="log.txt")

    assert "£12" in reading.entries[0].response
    assert any("Windows-1252" in repair.why for repair in reading.repairs)


def test_a_log_without_an_index_and_without_references_keeps_its_entries():
    bare = LOG.replace("Ref\n7000001\n\n", "").replace("FOI Disclosures January 2026\n\n", "")

    (entry,) = read_bytes(bare.encode(), name="log.txt").entries

    assert (entry.ref, entry.title) == (None, "Bicycles")


def test_a_reference_printed_twice_is_two_entries():
    entries = read_bytes((LOG + LOG.split("\n", 2)[2]).encode(), name="log.txt").entries

    assert [entry.ref for entry in entries] == ["7000001", "7000001"]


def test_a_file_that_vanishes_is_one_line_and_stops_no_other(tmp_path, capsys):
    good = tmp_path / "good.txt"
    good.write_text(LOG)

    code = main(["read", str(tmp_path / "gone.txt"), str(good), "--json"])

    out, errors = capsys.readouterr()
    assert code == 2
    assert len(out.splitlines()) == 1
    assert errors == "gone.txt: there is no such file: check the name\n"


def test_a_folder_is_no_document():
    with pytest.raises(NotReadable, match="is a folder: name the files in it"):
        read_file(Path(__file__).parent)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_says_so(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.touch(mode=0)

    with pytest.raises(NotReadable, match="cannot be opened"):
        read_file(secret)


MEMORY = """
import resource, sys
from pathlib import Path
from answerable.reading import read_file

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read_file(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.slow
def test_a_sixteenth_of_the_largest_file_takes_at_most_a_sixteenth_of_a_gigabyte(tmp_path):
    large = tmp_path / "large.txt"
    large.write_text(LOG + "The same words again and again.\n" * (LARGEST_BYTES // 16 // 32))

    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(large)], check=True, capture_output=True, text=True
    )

    assert int(done.stdout) < 1024 * 1024 // 16


@pytest.mark.parametrize("entries", [1, 1000])
def test_a_log_of_a_thousand_entries_is_read_like_one_of_one(entries):
    head, body = LOG.split("\n", 2)[0], LOG.split("\n", 2)[2]
    log = (
        head
        + "\n\n"
        + "".join(body.replace("7000001", str(7000001 + one)) for one in range(entries))
    )

    read = read_bytes(log.encode(), name="log.txt").entries

    assert [entry.ref for entry in read] == [str(7000001 + one) for one in range(entries)]
    assert all(entry.questions[0].answer == "Seven." for entry in read)

"""The gates of a reading: what is checked of it as a whole, and what each of them tells."""

from dataclasses import replace

import pytest

from answerable.cli import main
from answerable.reading import read_bytes
from answerable.reading.conserved import lost_words
from answerable.reading.gates import gates_of
from answerable.reading.pages import document_of
from answerable.reading.sections import sections_of
from answerable.reading.sequences import out_of_sequence
from answerable.reading.why_none import why_none

LOG = """FOI Disclosures May 2025

This month we responded to the following topics:

{index}

{records}
"""
RECORD = """Ref
{ref}

{title}

Request

{request}

Response

{response}

"""


def record(ref="7000001", title="Bicycles", request="How many are there?", response="Seven."):
    return RECORD.format(ref=ref, title=title, request=request, response=response)


def log(*records, index=()):
    return LOG.format(index="\n\n".join(f"• {one}" for one in index), records="".join(records))


def gate(text, name):
    reading = read_bytes(text.encode(), name="log.txt")
    return next(one for one in reading.gates if one.name == name)


BICYCLES, PRINTERS = record(), record("7000002", "Printers", "Who mends them?", "Nobody does.")


def test_every_gate_holds_for_a_log_that_was_read_whole():
    reading = read_bytes(
        log(BICYCLES, PRINTERS, index=["Bicycles", "Printers"]).encode(), name="log.txt"
    )

    assert [one.name for one in reading.gates if one.holds is False] == []
    assert [one.name for one in reading.gates if one.holds] == [
        "entries", "index", "fields", "references", "characters", "placed", "answers", "lengths",
    ]  # fmt: skip


INDEXES = [
    (["Bicycles", "Printers", "Vans"], False, ("In the index, but no entry: Vans",)),
    (["Bicycles"], False, ("An entry, but not in the index: Printers",)),
    (["Printers", "Bicycles"], True, ()),
    (["Bicycles", "PR1NTERS"], True, ("“PR1NTERS” in the index is “Printers” over the entry",)),
    ([], None, ()),
]


@pytest.mark.parametrize(("index", "holds", "lacks"), INDEXES)
def test_the_index_is_held_against_the_entries_both_ways(index, holds, lacks):
    found = gate(log(BICYCLES, PRINTERS, index=index), "index")

    assert (found.holds, found.lacks) == (holds, lacks)


def test_an_entry_without_a_response_is_named():
    found = gate(log(BICYCLES, record("7000002", "Printers", "Who?", "")), "fields")

    assert (found.holds, found.lacks) == (False, ("7000002 has no response",))


def test_a_log_that_prints_no_reference_says_so_once():
    text = log(*(one.replace("Ref\n700000", "\n") for one in (BICYCLES, PRINTERS)))
    found = gate(
        text.replace("1\n\nBicycles", "Bicycles").replace("2\n\nPrinters", "Printers"), "fields"
    )

    assert found.lacks == ("No entry has a reference",)


def test_two_entries_with_one_reference_are_told():
    found = gate(log(BICYCLES, record(title="Printers")), "references")

    assert found.lacks == ("7000001 is the reference of 2 entries",)


def test_words_that_are_in_no_field_are_found_by_counting_them():
    text = log(BICYCLES, record("7000002", "Vans", "How many vans?", "We have forty white vans."))
    document = document_of(text, markdown=False)
    reading = read_bytes(text.encode(), name="log.txt")
    begins = sections_of(document.blocks).records[0].start
    short = tuple(replace(entry, response="") for entry in reading.entries)

    assert lost_words(reading, document, begins=begins) == []
    lost = lost_words(replace(reading, entries=short), document, begins=begins)
    assert lost == ["We have forty white vans."]


def test_a_paragraph_that_is_printed_twice_and_kept_once_is_told_once():
    text = log(BICYCLES, record("7000002", "Vans", "How many vans?", "We have forty white vans."))
    document = document_of(text, markdown=False)
    reading = read_bytes(text.encode(), name="log.txt")
    begins = sections_of(document.blocks).records[0].start
    twice = replace(document, blocks=(*document.blocks, document.blocks[-1]))

    assert lost_words(reading, twice, begins=begins) == ["We have forty white vans."]


def test_what_is_kept_in_another_order_than_it_is_printed_in_is_not_lost():
    text = log(BICYCLES, PRINTERS, record("7000003", "Vans", "How many?", "We have forty vans."))
    document = document_of(text, markdown=False)
    reading = read_bytes(text.encode(), name="log.txt")
    begins = sections_of(document.blocks).records[0].start
    backwards = replace(reading, entries=reading.entries[::-1])

    assert lost_words(backwards, document, begins=begins) == []


def test_words_that_were_set_aside_are_told():
    text = log(BICYCLES)
    document = document_of(text, markdown=False)
    aside = replace(document.blocks[-1], aside="words of a picture")
    document = replace(document, blocks=(*document.blocks[:-1], aside))

    gates = gates_of(read_bytes(text.encode(), name="log.txt"), document, begins=0)

    assert next(one for one in gates if one.name == "placed").lacks == (
        "Set aside (words of a picture): Seven.",
    )


SEQUENCES = [
    ("1 2 3", []),
    ("1a 1b 2 3a 3b", []),
    ("1 2 4", ["3 is missing"]),
    ("1 2 6", ["3 to 5 are missing"]),
    ("1a 1b 1d", ["1c is missing"]),
    ("2a.i 2a.iii", ["2a.ii is missing"]),
    ("A.1 A.2 B.1 B.2", []),
    ("A.1 A.2 A.3 B.2 B.3", ["it begins with B.2"]),
    ("1 2 3 3~2", ["3 is printed twice"]),
    ("3 4 5", ["it begins with 3"]),
    ("16.1 16.2", []),
]


@pytest.mark.parametrize(("labels", "faults"), SEQUENCES)
def test_labels_are_counted_on(labels, faults):
    assert list(out_of_sequence(labels.split())) == faults


def test_a_label_that_is_missing_is_told_with_its_entry():
    found = gate(log(record(request="1. How many?\n\n2. Whose?\n\n4. Since when?")), "labels")

    assert found.lacks == ("7000001: 3 is missing",)


def test_a_question_without_an_answer_beside_answered_ones_is_told():
    text = log(record(request="1. How many?\n\n2. Whose?", response="1. Seven, all of them blue."))

    assert gate(text, "answers").lacks == ("7000001: 2",)


def test_a_reference_in_a_line_of_its_own_inside_an_entry_is_told():
    inside = "Seven.\n\n7000003\n\nVans\n\nWanted\n\nHow many?\n\nGiven\n\nForty."
    found = gate(log(record(response=inside), PRINTERS), "lengths")

    assert found.lacks == ("7000003 stands in a line of its own inside 7000001",)


def test_an_entry_much_longer_than_its_neighbours_is_told():
    others = [record(f"700000{number}", f"Title {number}") for number in range(2, 7)]
    found = gate(log(record(response="Seven of them. " * 400), *others), "lengths")

    assert found.lacks[0].startswith("7000001 is ")


EMPTY = [
    ("Nothing in here is a log. " * 5, "The file has words, and no entry was found", 1),
    ("Dear Sir,\n\nThank you for your hospitality.\n", "This is a letter, and no request", 1),
    (log(BICYCLES), "It has 1 entry", 0),
]


@pytest.mark.parametrize(("text", "says", "ends"), EMPTY)
def test_a_file_of_words_without_an_entry_is_no_silent_success(tmp_path, capsys, text, says, ends):
    (tmp_path / "log.txt").write_text(text)

    code = main(["read", str(tmp_path / "log.txt")])

    assert gate(text, "entries").says.startswith(says)
    assert code == ends
    assert (says in capsys.readouterr().out) == bool(ends)


WHY = [
    ("Nothing in here is a log. " * 5, ["No word that is known heads what was asked", "No word that is known heads what was answered",
                                        "No line names a reference", "No paragraph asks anything"]),
    ("Nine ponds\n\nHow deep are they?\n\nResponse:\n", ["No word that is known heads what was asked", "No line names a reference",
                                                        "1 paragraph asks, and nothing tells where their answers begin"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lacks"), WHY)
def test_a_file_without_an_entry_says_what_was_looked_for(text, lacks):
    assert why_none(text.split("\n\n")) == tuple(lacks)


def test_why_a_file_has_no_entry_is_printed(tmp_path, capsys):
    (tmp_path / "log.txt").write_text(WHY[0][0])

    main(["read", str(tmp_path / "log.txt")])

    assert "No paragraph asks anything" in capsys.readouterr().out
    assert gate(WHY[0][0], "entries").lacks == tuple(WHY[0][1])

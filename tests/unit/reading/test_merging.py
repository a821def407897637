"""Several readings of one document made into the best one, and what is left for a person to look at."""

from dataclasses import replace

import pytest

from answerable.reading import merged, read_bytes
from answerable.reading.alignment import differences

RECORD = "Ref\n{}\n\n{}\n\nRequest\n\n{}\n\nResponse\n\n{}\n\n"
INDEX = "This month we responded to the following topics:\n\n{}\n\n"


def log(*records, index=()):
    head = INDEX.format("\n\n".join(f"• {one}" for one in index)) if index else ""
    return head + "".join(RECORD.format(*one) for one in records)


def reading(text, name, *, form="text", how=None):
    return replace(read_bytes(text.encode(), name=name), format=form, how=how)


BICYCLES = ("7000001", "Bicycles of the office", "How many are there?", "We own seven bicycles.")
PRINTERS = ("7000002", "Printers and toner", "Who mends them?", "Nobody mends the printers.")
VANS = ("7000003", "Vans for moving", "How many vans?", "We own forty white vans.")


def test_each_field_comes_from_the_richest_format_that_has_it():
    word = reading(log(BICYCLES, (*PRINTERS[:3], "")), "a", form="docx")
    scan = reading(
        log(BICYCLES, PRINTERS).replace("seven", "scven"), "b", form="pdf", how="3 pages by OCR"
    )

    merger = merged([scan, word])

    first, second = merger.entries
    assert (first.entry.response, first.origins["response"]) == ("We own seven bicycles.", "a")
    assert (second.entry.response, second.origins["response"]) == (
        "Nobody mends the printers.",
        "b",
    )


def test_what_lost_words_is_not_believed_though_its_format_is_richer():
    short = reading(log((*VANS[:3], "We own")), "a", form="docx")
    whole = reading(log(VANS), "b")

    (one,) = merged([short, whole]).entries

    assert one.origins["response"] == "b"
    assert [each.why for each in merged([short, whole]).disagreements] == [
        "the other reading has lost words here"
    ]


def test_between_equals_the_words_that_the_document_uses_elsewhere_decide():
    good = reading(log(BICYCLES, PRINTERS), "a")
    bad = reading(log(BICYCLES, PRINTERS).replace("mends the printers", "mcnds thc printers"), "b")

    found = merged([bad, good]).disagreements

    assert [(one.where, one.entry, one.field, one.readings, one.chosen) for one in found] == [
        ("7000002 response", 1, "response", {"a": "mends the", "b": "mcnds thc"}, "a")
    ]


def test_a_damaged_index_does_not_overwrite_a_better_title():
    titles = [BICYCLES[1], PRINTERS[1]]
    scan = reading(
        log(BICYCLES, PRINTERS, index=titles).replace(
            "• Printers and toner", "• e Prlnters and toner"
        ),
        "a",
    )
    text = reading(log(BICYCLES, PRINTERS, index=titles), "b")

    merger = merged([scan, text])

    assert merger.index == tuple(titles)
    assert [one.entry.title for one in merger.entries] == titles


def test_a_damaged_title_gives_way_to_the_one_that_the_index_confirms():
    bad = log(BICYCLES, PRINTERS, index=[BICYCLES[1], PRINTERS[1]])
    head, _, tail = bad.rpartition("Printers and toner")
    damaged = reading(f"{head}Printcrs and toncr{tail}", "a")
    other = reading(log(BICYCLES, PRINTERS), "b")

    assert merged([damaged, other]).entries[1].entry.title == "Printers and toner"


MATCHED = [
    ([BICYCLES, VANS], [BICYCLES, PRINTERS, VANS], ["7000001", "7000002", "7000003"]),
    ([BICYCLES, PRINTERS], [PRINTERS, VANS], ["7000001", "7000002", "7000003"]),
    ([BICYCLES], [("70O0001", *BICYCLES[1:])], ["7000001"]),
    ([BICYCLES], [(BICYCLES[0], "Bicyclcs of tho officc", *BICYCLES[2:])], ["7000001"]),
    ([BICYCLES, PRINTERS], [BICYCLES, ("7000009", *PRINTERS[1:])], ["7000001", "7000009", "7000002"]),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "refs"), MATCHED)
def test_entries_are_one_by_reference_title_or_place(one, other, refs):
    merger = merged([reading(log(*one), "a", form="docx"), reading(log(*other), "b")])

    assert [each.entry.ref for each in merger.entries] == refs


def test_an_entry_without_reference_and_with_another_title_is_known_by_its_place():
    lost = log(BICYCLES, PRINTERS, VANS).replace("Ref\n7000002\n\nPrinters and toner", "Smudge")

    merger = merged([reading(log(BICYCLES, PRINTERS, VANS), "a", form="docx"), reading(lost, "b")])

    assert [one.entry.ref for one in merger.entries] == ["7000001", "7000002", "7000003"]
    assert {one.field for one in merger.disagreements} == {"title"}


def test_readings_of_two_files_with_one_name_are_told_apart():
    merger = merged([reading(log(BICYCLES), "log"), reading(log(BICYCLES, VANS), "log")])

    assert merger.sources == ("log (1)", "log (2)")
    assert merger.entries[1].origins["ref"] == "log (2)"


def test_nothing_to_merge_is_an_empty_merger():
    assert merged([]).entries == ()


ALIGNED = [
    ("a b c d", "a b c d", []),
    ("a b c d", "a x c d", [("b", "x")]),
    ("a b c d e f", "a c d e f", [("b", "")]),
    ("a b c", "b c", [("a", "")]),
    ("", "a", [("", "a")]),
]


@pytest.mark.parametrize(("one", "other", "differ"), ALIGNED)
def test_words_are_aligned_and_the_rest_differs(one, other, differ):
    first, second = one.split(), other.split()

    found = [(first[a:b], second[c:d]) for a, b, c, d in differences(first, second)]

    assert [(" ".join(words), " ".join(others)) for words, others in found] == differ


def test_a_long_text_is_aligned_by_its_words_that_stand_once():
    first = [f"{number % 7}{number}" for number in range(5_000)]
    second = [word if place % 1_000 != 500 else "slip" for place, word in enumerate(first)]

    found = list(differences(first, second))

    assert [(a, b) for a, b, _, _ in found] == [
        (place, place + 1) for place in range(500, 5_000, 1_000)
    ]


def test_files_that_are_no_readings_of_one_document_have_no_entry_in_common():
    first, other = reading(log(BICYCLES, PRINTERS), "a"), reading(log(VANS), "b")

    assert merged([first, other]).in_common == 0
    assert merged([first, reading(log(PRINTERS, VANS), "c")]).in_common == 1

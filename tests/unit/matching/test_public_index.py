"""The index: what is found and in which order; and its folder, whatever happens to it."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from answerable.matching.public_index import (
    MOST_HITS,
    Changes,
    IndexUnavailable,
    PublicIndex,
    Search,
)
from tests.support.documents import make_document

TITLES = [
    "Complaints",
    "Complaints about complaints",
    "Complaint handling by the police",
    "Police complaints -v- police conduct: 2021",
    "Section 40 refusals",
    'The "golden hour" guidance',
    "Body-worn video",
    "The use of body-worn video in custody",
    "IOPC's e-mail policy",
    "How many?",
    "s.31(1)(a) and the press",
    "Dogs",
]
MENTIONS = "Complaints, police, guidance, dogs, body-worn video, e-mail policy, section 40. " * 3


@pytest.fixture(scope="module")
def titled(tmp_path_factory):
    index = PublicIndex(tmp_path_factory.mktemp("titled"))
    talk = [make_document(100 + n, f"Talk {n}", told=MENTIONS, asked=MENTIONS) for n in range(40)]
    index.rebuild([*talk, *(make_document(n, title) for n, title in enumerate(TITLES))], change=1)
    return index


@pytest.mark.parametrize("number", range(len(TITLES)), ids=TITLES)
def test_an_exact_title_comes_first(titled, number):
    assert titled.search(Search(TITLES[number])).ids[0] == number


FIRST = [
    ("complaint", "Complaints", "its singular"),
    ("COMPLAINTS", "Complaints", "in capitals"),
    ("dog", "Dogs", "the singular of a title"),
    ("body worn videos", "Body-worn video", "without its hyphen, in the plural"),
    ("iopcs email policies", "IOPC's e-mail policy", "without its marks"),
    ("complaint handling", "Complaint handling by the police", "the beginning of a title"),
    ("video custody", "The use of body-worn video in custody", "words of a title"),
    ('"golden hours"', 'The "golden hour" guidance', "a phrase of a title"),
    ("7000011", "Dogs", "a reference"),
]


@pytest.mark.parametrize(("text", "title", "because"), FIRST, ids=[row[2] for row in FIRST])
def test_what_a_title_says_comes_before_what_a_text_mentions(titled, text, title, because):
    assert TITLES[titled.search(Search(text)).ids[0]] == title


def test_a_title_comes_before_a_question_and_a_question_before_an_attachment(tmp_path):
    index = PublicIndex(tmp_path)
    filler = "words that say nothing of it " * 5
    documents = [
        make_document(1, "Other", attached=f"zebra {filler}"),
        make_document(2, "Other", asked=f"zebra {filler}"),
        make_document(3, "The zebra of another", asked=filler),
    ]

    index.rebuild(documents, change=1)

    assert index.search(Search("zebras")).ids == (3, 2, 1)


def test_no_phrase_runs_from_one_field_into_the_next(tmp_path):
    index = PublicIndex(tmp_path)
    index.rebuild([make_document(1, "Big cats", asked="and dogs", told="bite")], change=1)

    assert index.search(Search('"cats and"')).total == 0
    assert index.search(Search('"dogs bite"')).total == 0
    assert index.search(Search('"and dogs"')).total == 1


def test_words_of_another_language_are_found_as_they_are_written(tmp_path):
    index = PublicIndex(tmp_path)
    index.rebuild([make_document(1, "Faint o ŵyn sydd yng Nghymru?")], change=1)

    assert index.search(Search("ŵyn Nghymru")).ids == (1,)
    assert index.search(Search("wyn nghymru")).ids == (1,)


def test_an_officer_is_not_an_office(tmp_path):
    index = PublicIndex(tmp_path)
    index.rebuild(
        [make_document(1, "Office chairs"), make_document(2, "Police Officers")], change=1
    )

    assert index.search(Search("officer")).ids == (2,)
    assert index.search(Search("offices")).ids == (1,)


def test_a_section_finds_its_limbs_and_a_limb_not_its_neighbours(tmp_path):
    index = PublicIndex(tmp_path)
    documents = [
        make_document(1, exemptions=("31(1)(a)",)),
        make_document(2, told="It is exempt under s.31 (1)(g)."),
        make_document(3, title="Section 40(2) refusals"),
        make_document(4, told="There were 31 of them."),
    ]
    index.rebuild(documents, change=1)

    assert set(index.search(Search("section 31")).ids) == {1, 2}
    assert index.search(Search("s31(1)(a)")).ids == (1,)
    assert index.search(Search("s40")).ids == (3,)
    assert index.search(Search(chosen={"exemption": ("31(1)",)})).ids == (1,)


def test_facets_count_every_value_and_keep_what_was_chosen_open(tmp_path):
    index = PublicIndex(tmp_path)
    both = ("disclosed", "withheld")
    documents = [
        make_document(1, outcomes=both, exemptions=("31(1)(a)", "31(1)(g)", "42")),
        make_document(2, month="2025-12", body="NCC"),
        make_document(3, month="", outcomes=()),
    ]
    index.rebuild(documents, change=1)

    every, withheld = (
        index.search(Search()),
        index.search(Search(chosen={"outcome": ("withheld",)})),
    )

    assert every.facets == {
        "body": (("OPA", 2), ("NCC", 1)),
        "year": (("2026", 1), ("2025", 1)),
        "month": (("2026-01", 1), ("2025-12", 1)),
        "outcome": (("disclosed", 2), ("withheld", 1)),
        "exemption": (("31", 1), ("31(1)(a)", 1), ("31(1)(g)", 1), ("42", 1)),
    }
    assert withheld.total == 1
    assert withheld.facets["outcome"] == every.facets["outcome"]
    assert withheld.facets["body"] == (("OPA", 1),)


def test_entries_are_sorted_by_day(tmp_path):
    index = PublicIndex(tmp_path)
    index.rebuild([make_document(n, day=700_000 + n) for n in (2, 3, 1)], change=1)

    assert index.search(Search(sort="newest")).ids == (3, 2, 1)
    assert index.numbers(Search(sort="oldest")) == (1, 2, 3)


def test_a_search_goes_only_so_deep(tmp_path):
    index = PublicIndex(tmp_path)
    index.rebuild([make_document(n) for n in range(30)], change=1)

    assert len(index.search(Search(offset=20)).ids) == 10
    deep = index.search(Search(offset=MOST_HITS * 10**9))
    assert (deep.ids, deep.total) == ((), 30)


# ── The folder ───────────────────────────────────────────────────────────────────────────────────


def test_an_update_replaces_adds_and_removes(tmp_path):
    index = PublicIndex(tmp_path)
    index.rebuild([make_document(1), make_document(2), make_document(3)], change=1)

    index.update(
        lambda since: Changes([make_document(2, "Tandems"), make_document(4)], [3], since + 1)
    )

    assert index.change() == 2
    assert set(index.search(Search()).ids) == {1, 2, 4}
    assert index.search(Search("tandem")).ids == (2,)


def test_another_reader_sees_an_update_and_a_rebuild_at_once(tmp_path):
    writer, reader = PublicIndex(tmp_path), PublicIndex(tmp_path)
    writer.rebuild([make_document(1)], change=1)
    assert reader.search(Search()).total == 1

    writer.update(lambda _: Changes([make_document(2)], [], 2))
    assert reader.search(Search()).total == 2

    writer.rebuild([make_document(n) for n in range(5)], change=3)
    assert reader.search(Search()).total == 5


def test_readers_never_see_half_an_index(tmp_path):
    index = PublicIndex(tmp_path)
    index.rebuild([make_document(n) for n in range(10)], change=0)
    seen, done = set(), threading.Event()

    def read():
        reader = PublicIndex(tmp_path)
        while not done.is_set():
            seen.add(reader.search(Search("bicycle")).total)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for change in range(1, 9):
        index.rebuild([make_document(n) for n in range(10)], change=change)
        index.update(lambda since: Changes([make_document(3)], [], since + 100))
    done.set()
    for reader in readers:
        reader.join()

    assert seen == {10}


KILLED = """
import os, signal, sys
from pathlib import Path
from answerable.matching.public_index import PublicIndex
from tests.support.documents import make_document

def documents():
    for number in range(5000):
        if number == 4000:
            os.kill(os.getpid(), signal.SIGKILL)
        yield make_document(number)

PublicIndex(Path(sys.argv[1])).rebuild(documents(), change=2)
"""


def test_a_rebuild_that_is_killed_leaves_the_old_index_working(tmp_path):
    index = PublicIndex(tmp_path)
    index.rebuild([make_document(1)], change=1)

    path = os.pathsep.join(sys.path)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path], env=os.environ | {"PYTHONPATH": path}, check=False
    )

    assert killed.returncode == -signal.SIGKILL
    assert PublicIndex(tmp_path).search(Search()).ids == (1,)
    assert index.rebuild([make_document(2), make_document(3)], change=2) == 2
    assert sorted(index.search(Search()).ids) == [2, 3]
    assert len([one for one in tmp_path.iterdir() if one.is_dir()]) == 1


@pytest.mark.parametrize("file", ["*.idx", "*.term", "*.fast", "meta.json"])
@pytest.mark.parametrize("damage", [b"", b"junk", None], ids=["empty", "junk", "gone"])
def test_a_damaged_index_is_unavailable_and_can_be_made_anew(tmp_path, file, damage):
    PublicIndex(tmp_path).rebuild([make_document(1)], change=1)
    for one in tmp_path.glob(f"*/{file}"):
        one.unlink() if damage is None else one.write_bytes(damage)
    index = PublicIndex(tmp_path)

    with pytest.raises(IndexUnavailable, match="answerable index --rebuild"):
        index.search(Search("bicycle", sort="newest"))

    index.rebuild([make_document(1)], change=1)
    assert index.search(Search("bicycle")).ids == (1,)


def test_an_index_with_changed_bits_is_unavailable_and_the_worker_goes_on(tmp_path, capfd):
    PublicIndex(tmp_path).rebuild([make_document(n) for n in range(300)], change=1)
    for file in tmp_path.glob("*/*.fast"):
        whole = file.read_bytes()
        file.write_bytes(bytes(one ^ 0xFF for one in whole[:-100]) + whole[-100:])

    with pytest.raises(IndexUnavailable):
        PublicIndex(tmp_path).search(Search("bicycle"))


@pytest.mark.parametrize(
    "said", ["", "{}", '{"version": 1, "folder": "1", "change": 1}', "\0", "[]"]
)
def test_an_index_of_another_version_is_not_used(tmp_path, said):
    PublicIndex(tmp_path).rebuild([make_document(1)], change=1)
    (tmp_path / "current.json").write_text(said)

    with pytest.raises(IndexUnavailable):
        PublicIndex(tmp_path).search(Search())

"""The pages on which the office teaches words: found, tried before they are saved, changed, taken back."""

import datetime as dt
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.actions.casework.words import import_words
from answerable.domain.precedent.office import OfficeWords
from answerable.domain.precedent.thesaurus import usual_groups
from answerable.queries import search
from answerable.queries.casework import on_file as sought
from answerable.queries.casework.words import product_group, product_groups, product_parts
from answerable.queries.words import office_words
from tests.functional.casework.conftest import seen
from tests.support.casework import AT, AUDITOR, CHECKER, OFFICER, doing_by
from tests.support.entries import OTHER, keep, make_entry, make_question
from tests.support.indexed import indexed
from tests.support.word_doors import BOARDS, switched_off, taught

pytestmark = pytest.mark.django_db
WHY = "Askers say both"
TYPED = "\n".join(BOARDS)


@pytest.fixture
def on_file(db):
    """Questions that differ in one word are on file, one of them another body's."""
    given = {"at": AT - dt.timedelta(days=9), "month": "2025-08"}
    boards, zorkles = (f"How many {one}s did you buy?" for one in BOARDS)
    keep(make_entry("7000001", questions=[asked(boards)]), **given)
    keep(make_entry("7000003", questions=[asked(zorkles)]), body=OTHER, **given)
    keep(make_entry("7000002", questions=[asked(zorkles)]), **{**given, "month": "2025-07"})
    indexed()


def asked(text):
    return make_question(text=text)


def page(response, status=200):
    return unescape(seen(response, status))


@pytest.fixture
def checker(as_):
    indexed()
    return as_(CHECKER)


def test_what_a_group_would_change_is_seen_before_it_is_saved(checker, on_file):
    shown = page(checker.post("/words/new-group/", {"phrases": TYPED, "do": "try"}))

    assert "3 questions on file with these words were looked at" in shown
    assert "2 pairs become the same (now: " in shown
    assert "How many zorkles did you buy?” (7000003), Northshire County Council" in shown
    assert office_words() == OfficeWords()


def test_a_group_that_is_saved_stands_in_the_list(checker):
    given = {"phrases": TYPED, "reason": WHY, "do": "save"}

    shown = page(checker.post("/words/new-group/", given, follow=True))

    assert "The group has its effect now" in shown
    assert "wobble board = zorkle" in shown
    assert WHY in shown
    assert "Cora" in shown


def test_what_is_to_be_minded_is_said_before_it_is_saved(checker):
    given = {"phrases": "case\nsmartphone\ncat\ndog", "do": "try"}

    shown = page(checker.post("/words/new-group/", given))
    assert "“case” alone has several senses" in shown
    assert "“smartphone” stands in another group already" in shown
    assert "“cat” and “dog” are told apart (animals)" in shown
    assert "No question on file has any of these words" in shown


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"phrases": "", "do": "try"}, "Write at least two phrases"),
        ({"phrases": "zorkle", "do": "try"}, "give at least two"),
        ({"phrases": "zorkle\nplease provide", "do": "try"}, "is a formula"),
        ({"phrases": TYPED, "do": "save"}, "Say why"),
        ({"phrases": TYPED, "reason": "x" * 1_001, "do": "save"}, "at most 1000"),
    ],
)
def test_what_is_wrong_with_a_group_stands_with_its_field(checker, given, words):
    shown = page(checker.post("/words/new-group/", given))

    assert words in shown
    assert "There is a problem" in shown
    assert office_words() == OfficeWords()


def test_a_group_is_changed_switched_off_and_taken_back(checker):
    taught()
    more = {"phrases": f"{TYPED}\ngizmo", "reason": "A third"}
    assert "No question on file" in page(
        checker.post("/words/group/wobble-board/", {**more, "do": "try"})
    )
    shown = page(checker.post("/words/group/wobble-board/", {**more, "do": "save"}, follow=True))
    assert "wobble board = zorkle = gizmo" in shown

    checker.post("/words/group/wobble-board/", {"turn-reason": "It misled", "do": "off"})
    assert office_words().groups == ()
    shown = page(checker.get("/words/group/wobble-board/"))
    assert "Switched off" in shown
    assert "It misled" in shown
    assert "Take it back" in shown

    checker.post("/words/group/wobble-board/", {"turn-reason": "It did not", "do": "back"})
    assert office_words().groups == ((*BOARDS, "gizmo"),)


def test_a_reason_that_is_missing_is_said_above_and_with_its_field(checker):
    taught()

    shown = page(checker.post("/words/group/wobble-board/", {"do": "off"}))

    assert 'href="#id_turn-reason"' in shown
    assert office_words().groups == (BOARDS,)


def test_what_people_call_us_is_tried_and_kept(checker):
    assert "No question on file" in page(
        checker.post("/words/new-name/", {"name": "Harbour Watch", "do": "try"})
    )
    assert "passed over already" in page(
        checker.post("/words/new-name/", {"name": "your council", "do": "try"})
    )

    checker.post("/words/new-name/", {"name": "Harbour Watch", "reason": WHY, "do": "save"})
    assert office_words().names == ("harbour watch",)

    checker.post("/words/name/harbour-watch/", {"reason": "It is gone", "do": "off"})
    assert office_words().names == ()
    assert "It is gone" in page(checker.get("/words/name/harbour-watch/"))


def test_a_group_of_the_product_is_found_and_done_without(checker, on_file):
    found = page(checker.get("/words/", {"q": "smartphones"}))
    assert 'href="/words/product/mobile-phone/"' in found
    assert "None of ours has “smartphones”" in found

    tried = page(checker.post("/words/product/mobile-phone/", {"do": "try"}))
    assert "No question on file has any of these words" in tried

    checker.post("/words/product/mobile-phone/", {"reason": "We mean others", "do": "off"})
    assert office_words().left_out == ("mobile phone",)
    shown = page(checker.get("/words/product/mobile-phone/"))
    assert "Switched off" in shown
    assert "We mean others" in shown

    checker.post("/words/product/mobile-phone/", {"reason": "Again", "do": "back"})
    assert office_words() == OfficeWords()


def test_the_products_groups_are_listed_part_by_part(checker):
    shown = page(checker.get("/words/", {"part": "roads_and_streets"}))

    assert "With the product: Roads and streets" in shown
    assert page(checker.get("/words/", {"part": "zorkles"})).count("/words/product/") == 0


def test_of_very_many_own_words_the_first_are_listed(checker):
    many = OfficeWords(tuple((f"zorkle {one}", f"gizmo {one}") for one in range(203)))
    import_words(many, reason=WHY, doing=doing_by(CHECKER))

    shown = page(checker.get("/words/"))

    assert "3 more of ours: look for a narrower word" in shown
    assert shown.count("/words/group/") == 200
    assert page(checker.get("/words/", {"q": "gizmo 77"})).count("/words/group/") == 1


def test_every_group_of_the_product_has_an_address():
    listed = [one for part in product_parts() for one in product_groups(part=part).groups]
    more = sum(product_groups(part=part).more for part in product_parts())

    assert len(listed) + more == len(usual_groups())
    assert len({one.slug for one in listed}) == len(listed)
    assert all(product_group(one.slug) == one for one in listed)


def test_words_are_taken_out_as_a_file_and_brought_in(checker):
    switched_off()
    taken = checker.get("/words.toml").content
    assert b"mobile phone" in taken

    given = SimpleUploadedFile("words.toml", b'[groups]\na = [["gizmo", "gadget"]]')
    answer = checker.post("/words/file/", {"file": given, "reason": WHY}, follow=True)

    assert "1 new, 0 known already" in page(answer)
    assert office_words().groups == (("gizmo", "gadget"),)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe", "no text in UTF-8"),
        (b"[groups", "This is no TOML"),
        (b"#" * 1_000_001, "at most 1 MB"),
        (b"", "empty"),
    ],
)
def test_a_file_that_is_none_of_words_is_refused_with_a_reason(checker, data, words):
    given = SimpleUploadedFile("words.toml", data)

    assert words in page(checker.post("/words/file/", {"file": given, "reason": WHY}))
    assert office_words() == OfficeWords()


def test_where_search_cannot_be_used_the_warnings_stand_all_the_same(checker, monkeypatch):
    def gone(*_, **__):
        raise search.SearchUnavailable

    monkeypatch.setattr(sought, "published_like", gone)

    shown = page(checker.post("/words/new-group/", {"phrases": "case\nzorkle", "do": "try"}))

    assert "Search cannot be used just now" in shown
    assert "several senses" in shown


@pytest.mark.parametrize("actor", [OFFICER, AUDITOR])
def test_others_read_the_words_and_cannot_change_them(as_, actor):
    taught()
    browser = as_(actor)

    shown = page(browser.get("/words/"))
    assert "is for checkers and managers" in shown
    assert "Add words" not in shown
    for address in ("/words/group/wobble-board/", "/words/name/harbour-watch/"):
        assert "<textarea" not in page(browser.get(address))


def test_there_is_no_page_of_words_that_are_not_there(checker):
    for kind in ("group", "name", "product"):
        assert checker.get(f"/words/{kind}/zorkle/").status_code == 404
        assert checker.post(f"/words/{kind}/zorkle/", {"do": "off"}).status_code == 404

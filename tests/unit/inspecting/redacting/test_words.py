"""Words are found however they are broken, spaced or spelt, and only whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.inspecting.redacting import redacted_text
from answerable.inspecting.redacting.words import sought

FOUND = [
    ("Quillfeather", "Mr Quillfeather said"),
    ("Quillfeather", "MR QUILLFEATHER SAID"),
    ("quillfeather", "(Quillfeather)"),
    ("Quillfeather", "Quillfeather’s dog"),
    ("Quillfeather", "Quill-\nfeather"),
    ("Quillfeather", "Quill\nfeather"),
    ("Quillfeather", "Quill\u00adfeather"),
    ("Quillfeather", "Quill\x02feather"),
    ("Quillfeather", "Q u i l l f e a t h e r"),
    ("Quillfeather", "MrQuillfeather"),
    ("Quillfeather", "QuillfeatherSaid"),
    ("Ann Quill", "Ann\n  Quill"),
    ("Ann Quill", "Ann-Quill"),
    ("Ann Quill", "AnnQuill"),
    ("Zoe", "Zoë left"),
    ("Zoë", "Zoe left"),
    ("officer", "o\ufb03cer"),
    ("Müller", "Mu\u0308ller"),
    ("07700 900123", "on 07700900123."),
    ("07700900123", "on 07700 900 123"),
    ("a.quill@example.org", "to a.quill@example.org;"),
]
LEFT = [
    ("Quill", "Quillfeather"),
    ("Ann", "Annual"),
    ("Ann", "Joann"),
    ("ann", "plan nor"),
    ("feather", "Quillfeather"),
]


@pytest.mark.parametrize(("words", "text"), FOUND)
def test_it_is_found(words, text):
    assert sought([words]).is_in(text)


@pytest.mark.parametrize(("words", "text"), LEFT)
def test_it_is_not_what_is_meant(words, text):
    assert not sought([words]).is_in(text)


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Ann Quill and ann  quill met", ["Ann Quill"], "[redacted] and [redacted] met"),
        ("Ann Quill met Ann", ["Ann Quill", "Ann"], "[redacted] met [redacted]"),
        ("Ann Quill Feather", ["Ann Quill", "Quill Feather"], "[redacted]"),
        ("Quillfeather", ["Quill"], "Quillfeather"),
        ("", ["Quill"], ""),
        ("as it was", [], "as it was"),
        ("as it was", ["  "], "as it was"),
    ],
)
def test_a_text_is_redacted_with_one_label(text, words, left):
    assert redacted_text(text, words) == left


@given(
    st.text(max_size=40),
    st.text(alphabet="abcdefgh éß'-", min_size=1, max_size=12),
    st.text(max_size=40),
)
def test_what_was_redacted_is_not_found_again(before, words, behind):
    left = redacted_text(f"{before} {words} {behind}", [words])

    assert not sought([words]).is_in(left.replace("[redacted]", "\n§\n"))


def test_nothing_is_found_of_nothing():
    assert not sought(["", " ", "\u0301"]).is_in("anything")

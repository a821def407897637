"""Words of publishers: those that come along, and those that an office adds."""

import pytest

from answerable.reading import NotReadable, read_bytes
from answerable.reading.vocabulary import current_vocabulary, label_of, with_vocabulary

LABELS = [
    ("Ref", "ref"),
    ("Our ref:", "ref"),
    ("Case ref: 12", "ref"),
    ("FOI reference number", "ref"),
    ("Case number", "ref"),
    ("Request details", "request"),
    ("Summary of request", "request"),
    ("Details of your request", "request"),
    ("What you asked for", "request"),
    ("You asked:", "request"),
    ("FOI request", "request"),
    ("Our response", "response"),
    ("FOI response", "response"),
    ("Trust response:", "response"),
    ("What we said", "response"),
    ("Date received", "received"),
    ("Request received on: 3 May 2024", "received"),
    ("Response date", "answered"),
    ("Date of our letter", "answered"),
    ("Outcome: Disclosed in part", "outcome"),
    ("Exemption(s) applied", "exemption"),
    ("Requester: A Person", "other"),
    ("Request type", "other"),
    ("Cyfeirnod: 12", "ref"),
    ("Eich cais", "request"),
    ("Ein hymateb", "response"),
    ("Dyddiad derbyn", "received"),
]


@pytest.mark.parametrize(("text", "role"), LABELS)
def test_a_label_is_known_by_its_words(text, role):
    label = label_of(text)

    assert (label.role.value, label.is_strong) == (role, True)


@pytest.mark.parametrize(
    "text",
    ["You asked how many dogs we keep", "Requester", "The answer lies elsewhere", "Questioned"],
)
def test_the_beginning_of_a_sentence_is_no_strong_label(text):
    label = label_of(text)

    assert label is None or not label.is_strong or label.role.value == "other"


def test_an_office_adds_words_of_its_own(tmp_path):
    (tmp_path / "ours.toml").write_text(
        '[request]\nwords = ["the ask"]\n[references]\nshapes = ["Z##.##"]\n[outcomes]\nnot_held = ["nowt"]\n'
    )

    assert label_of("The ask: dogs") is None
    with with_vocabulary(tmp_path):
        label = label_of("The ask: dogs")
        assert (label.role.value, label.rule) == ("request", "vocabulary ours.toml: “The ask”")
        assert current_vocabulary().reference.fullmatch("Z12.34")
        assert current_vocabulary().outcomes["nowt"].value == "not_held"
        assert label_of("Our response").role.value == "response"
    assert label_of("The ask: dogs") is None


@pytest.mark.parametrize(
    "text",
    [
        "you may ask for an Internal  Review",
        "an internal\nREVIEW of it",
        "an \u0131nternal review",
        "write to the information commissioner\u2019s office at Wilmslow",
    ],
)
def test_a_phrase_is_said_however_it_is_set(text):
    assert current_vocabulary().says("letter.complained", text) is not None


def test_a_phrase_of_letters_beyond_ascii_is_said_in_capitals(tmp_path):
    (tmp_path / "ours.toml").write_text('[letter]\nremarks = ["\u0175\u0177"]\n', encoding="utf-8")

    with with_vocabulary(tmp_path):
        assert current_vocabulary().says("letter.remarks", "\u0174\u0176!") is not None


WRONG = [
    ("words", "ours.toml: [words] is no part of a vocabulary: use one of ref, title, request,"),
    ('request = "ask"', "ours.toml: request must be a table: write [request] on a line of its own"),
    (
        '[request]\nword = ["ask"]',
        "ours.toml: [request] has no key word: use one of words, before, behind, alone",
    ),
    (
        '[request]\nwords = "ask"',
        'ours.toml: words in [request] must be a list of words: ["one", "another"]',
    ),
    ("[request]\nwords = [1]", "ours.toml: words in [request] must be a list of words"),
    ('[outcomes]\nlost = ["gone"]', "ours.toml: [outcomes] has no key lost: use one of disclosed,"),
    (
        '[references]\nshapes = ["ABC"]',
        'ours.toml: "ABC" in [references] is no shape: write # for a digit',
    ),
    ("[request", "ours.toml is no TOML: "),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_a_wrong_file_is_one_sentence(tmp_path, text, says):
    (tmp_path / "ours.toml").write_text(text if "=" in text or "[" in text else f"[{text}]")

    with pytest.raises(NotReadable) as refusal, with_vocabulary(tmp_path):
        pass

    assert str(refusal.value).startswith(says)
    assert "\n" not in str(refusal.value)


def test_a_folder_without_files_is_one_sentence(tmp_path):
    with pytest.raises(NotReadable, match="holds no vocabulary file"), with_vocabulary(tmp_path):
        pass
    with pytest.raises(NotReadable, match="is no folder"), with_vocabulary(tmp_path / "none"):
        pass


def test_an_office_says_how_its_pages_tell_when_they_were_put_up(tmp_path):
    line = "Gone live on 3 May 2024 for all of our readers"
    text = (
        f"# Buses\n\n{line}\n\nRequest: How many buses are there?\n\nResponse: Twelve.\n".encode()
    )
    (tmp_path / "own.toml").write_text('[log]\nposted = ["gone live"]\n')

    (without,) = read_bytes(text, name="log.md").entries
    (known,) = read_bytes(text, name="log.md", vocabulary=tmp_path).entries

    assert line in without.title
    assert known.title == "Buses"

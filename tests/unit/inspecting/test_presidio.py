"""Presidio beside our own rules: told in our words, never with a network, and missed where it is not there."""

import json
import os
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from answerable.domain.personal.kinds import Certainty, Finder, PersonalKind
from answerable.inspecting import Verdict, inspect_bytes, inspection_as_json
from answerable.inspecting.as_json import inspection_from_json
from answerable.inspecting.personal import FinderChoice, apart, finding, with_personal_data
from answerable.inspecting.personal.no_network import NetworkRefused, no_network
from answerable.inspecting.personal.presidio import Presidio, PresidioNotReady, presidio_from
from answerable.inspecting.personal.presidio_kinds import surely
from tests.support.fake_presidio import FakeAnalyzer, fake_presidio

ROOT = Path(__file__).parents[3]
TEXT = b"The word was brimfieldian.\n"


@pytest.fixture
def model(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.cfg").write_text("[nlp]\n")
    return folder


@pytest.fixture
def fake(tmp_path, monkeypatch):
    with fake_presidio(tmp_path / "modules", monkeypatch):
        yield


@pytest.mark.parametrize(
    ("entity", "score", "kind", "certainty"),
    [
        ("PERSON", 0.85, PersonalKind.NAME, Certainty.POSSIBLE),
        ("UK_NHS", 1.0, PersonalKind.NHS, Certainty.CERTAIN),
        ("UK_NINO", 0.5, PersonalKind.NATIONAL_INSURANCE, Certainty.LIKELY),
        ("UK_POSTCODE", 0.45, PersonalKind.POSTCODE, Certainty.LIKELY),
        ("UK_POSTCODE", 0.1, PersonalKind.POSTCODE, Certainty.POSSIBLE),
        ("US_PASSPORT", 0.4, PersonalKind.OTHER, Certainty.POSSIBLE),
    ],
)
def test_its_kinds_and_scores_are_told_in_our_words(entity, score, kind, certainty):
    said = surely(entity, score)

    assert (said.kind, said.certainty) == (kind, certainty)


@pytest.mark.parametrize(("entity", "score"), [("DATE_TIME", 0.95), ("US_BANK_NUMBER", 0.05)])
def test_days_places_and_guesses_are_nothing(entity, score):
    assert surely(entity, score) is None


def test_what_it_finds_stands_where_it_is_in_a_long_text():
    text = "none here\n" * 4_000 + "Quill"
    presidio = Presidio(FakeAnalyzer("Quill", "PERSON", 0.85))

    (one,) = presidio.findings(text)

    assert text[one.start : one.end] == "Quill"
    assert one.found_by is Finder.PRESIDIO
    assert one.why == "Presidio takes it for PERSON with a score of 0.85"


def test_a_finder_that_reaches_for_a_network_is_stopped():
    class Reaching:
        def analyze(self, text, *, language):
            assert (text, language) == ("a text", "en")
            socket.create_connection(("192.0.2.1", 9))

    with pytest.raises(PresidioNotReady, match=r"Presidio was stopped: .*socket\."):
        Presidio(Reaching()).findings("a text")


@pytest.mark.parametrize(
    "reach",
    [
        socket.socket,
        lambda: socket.getaddrinfo("host.example", 80),
        lambda: subprocess.run(["true"], check=False),
    ],
)
def test_inside_nothing_reaches_a_network_and_outside_all_is_as_before(reach):
    with no_network():
        assert socket.has_ipv6 is False
        with pytest.raises(NetworkRefused):
            reach()

    socket.socket().close()


@pytest.mark.parametrize("folder", [None, Path("nowhere")])
def test_without_a_model_it_says_what_to_do(folder):
    with pytest.raises(PresidioNotReady, match="Presidio has no model: name a folder"):
        presidio_from(folder)


def test_without_its_package_it_says_what_to_do(model, monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)

    with pytest.raises(PresidioNotReady, match=r"pip install .* requirements/presidio\.txt"):
        presidio_from(model)


def test_a_model_that_cannot_be_loaded_is_refused_by_its_name(model, fake):
    (model / "config.cfg").write_text("broken")

    with pytest.raises(
        PresidioNotReady, match=r"The model in model cannot be loaded \(ValueError\)"
    ):
        presidio_from(model)


def test_it_is_loaded_from_the_folder_without_its_own_loading_and_lists(model, fake):
    presidio = presidio_from(model)

    (one,) = presidio.findings(TEXT.decode())

    assert (one.kind, one.certainty) == (PersonalKind.NAME, Certainty.POSSIBLE)
    assert sys.modules["tldextract.tldextract"].TLD_EXTRACTOR.asked == {
        "suffix_list_urls": (),
        "cache_dir": None,
    }


@pytest.mark.slow
def test_in_the_process_apart_what_it_finds_stands_beside_ours(model, fake):
    choice = FinderChoice(Finder.PRESIDIO, model)

    looked = with_personal_data(inspect_bytes(TEXT, name="a.txt"), TEXT, (), choice)

    (hit,) = looked.personal
    assert (hit.kind, hit.sample, hit.found_by) == (
        PersonalKind.NAME,
        "b•••••••••••",
        Finder.PRESIDIO,
    )
    assert looked.findings == ()
    assert inspection_from_json(inspection_as_json(looked)) == looked


@pytest.mark.slow
def test_where_it_is_missing_the_file_asks_a_person_and_our_rules_still_look():
    data = b"Dear Mrs Agnes Pemberton,\n"
    choice = FinderChoice(Finder.PRESIDIO, None)

    looked = with_personal_data(inspect_bytes(data, name="a.txt"), data, (), choice)

    (finding_,) = looked.findings
    assert [one.found_by for one in looked.personal] == [Finder.OWN]
    assert finding_.code == "personal.not-looked-through"
    assert finding_.evidence.startswith("Presidio did not look through it. Presidio has no model")


@pytest.mark.slow
def test_where_it_fails_at_a_file_our_rules_look_once_more_and_a_person_is_asked(model, fake):
    data = b"Dear Mrs Agnes Pemberton, please fail.\n"
    choice = FinderChoice(Finder.PRESIDIO, model)

    looked = with_personal_data(inspect_bytes(data, name="a.txt"), data, (), choice)

    assert [one.sample for one in looked.personal] == ["M•• A•••• P••••••••"]
    assert [one.evidence for one in looked.findings] == [apart.NOT_BY_PRESIDIO]
    assert looked.verdict is Verdict.FINDINGS


def test_what_was_not_put_before_it_is_said(monkeypatch):
    from answerable.domain.release.known_people import KnownPeople
    from answerable.inspecting.allowance import Allowance
    from answerable.inspecting.personal.texts import shown_texts

    monkeypatch.setattr(finding, "MOST_FOR_ANOTHER", 10)
    given = []

    def other(text):
        given.append(text)
        return ()

    found = finding.found_in(shown_texts(TEXT, "a.txt", Allowance()), KnownPeople(()), other)

    assert given == [TEXT.decode()[:10]]
    assert "Presidio looked through its first" in found.unread[0].why


@pytest.mark.slow
@pytest.mark.skipif(
    find_spec("presidio_analyzer") is None, reason="requirements/presidio.txt is not installed"
)
def test_presidio_itself_opens_no_socket(tmp_path):
    """It runs apart, so that what it imports is imported anew, and no socket can be made at all."""
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    code = (
        "import json, socket, sys\n"
        "tried = []\n"
        "class Refusing(socket.socket):\n"
        "    def __init__(self, *given, **named):\n"
        "        tried.append('socket')\n"
        "        raise OSError('no socket')\n"
        "socket.socket = Refusing\n"
        "socket.getaddrinfo = lambda *given, **named: tried.append('name')\n"
        "from pathlib import Path\n"
        "from answerable.inspecting.personal.presidio import presidio_from\n"
        "found = presidio_from(Path(sys.argv[1])).findings(\n"
        "    'Write to ann.sallow@post.org.uk or http://x.co.uk, NHS 943 476 5919')\n"
        "print(json.dumps([tried, sorted(one.kind.value for one in found)]))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "blank")],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    tried, kinds = json.loads(done.stdout)
    assert tried == []
    assert {"e-mail address", "NHS number"} <= set(kinds)
    assert not list(tmp_path.glob(".cache/**/*.json"))

"""Modules in the place of Presidio, spaCy and tldextract, with what is used of them: verified by the real ones.

`tests/unit/inspecting/test_presidio.py` runs the real ones where they are installed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

_REPLACED = ("spacy", "presidio_analyzer", "tldextract")


@dataclass(frozen=True)
class Result:
    """What Presidio says of a stretch of a text."""

    entity_type: str
    start: int
    end: int
    score: float


@dataclass(frozen=True)
class FakeAnalyzer:
    """Finds one word."""

    word: str
    entity: str
    score: float

    def analyze(self, text: str, *, language: str) -> list[Result]:
        """Return where the word stands."""
        return list(self._found(text)) if language == "en" else []

    def _found(self, text: str) -> Iterator[Result]:
        at = text.find(self.word)
        while at >= 0:
            yield Result(self.entity, at, at + len(self.word), self.score)
            at = text.find(self.word, at + 1)


_MODULES = {
    "spacy/__init__.py": """
def load(folder):
    if "broken" in (folder / "config.cfg").read_text():
        raise ValueError("no model")
    return folder
""",
    "tldextract/__init__.py": "",
    "tldextract/tldextract.py": """
class TLDExtract:
    def __init__(self, **asked):
        self.asked = asked

TLD_EXTRACTOR = TLDExtract()
""",
    "presidio_analyzer/nlp_engine/__init__.py": """
class SpacyNlpEngine:
    def __init__(self, models):
        self.nlp = None

    def load(self):
        raise AssertionError("it would download a model")
""",
    "presidio_analyzer/predefined_recognizers/__init__.py": "".join(
        f"class Uk{name}Recognizer: pass\n"
        for name in ("DrivingLicence", "Nino", "Passport", "Postcode", "VehicleRegistration")
    ),
    "presidio_analyzer/__init__.py": """
from types import SimpleNamespace

class RecognizerRegistry:
    def __init__(self, supported_languages):
        self.recognizers = []

    def load_predefined_recognizers(self, languages, nlp_engine):
        assert nlp_engine.nlp["en"].is_dir()

    def add_recognizer(self, one):
        self.recognizers.append(one)

class AnalyzerEngine:
    def __init__(self, registry, nlp_engine, supported_languages):
        assert len(registry.recognizers) == 5

    def analyze(self, text, language):
        if "please fail" in text:
            raise RuntimeError("fails")
        word = "brimfieldian"
        at = text.find(word)
        if at < 0:
            return []
        return [SimpleNamespace(entity_type="PERSON", start=at, end=at + len(word), score=0.85)]
""",
}


@contextmanager
def fake_presidio(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the modules in the place of the real ones, for this process and for those that it starts."""
    for name, text in _MODULES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    paths = [str(folder), os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    monkeypatch.syspath_prepend(str(folder))
    real = _taken_out()
    try:
        yield
    finally:
        _taken_out()
        sys.modules.update(real)


def _taken_out() -> dict[str, ModuleType]:
    names = [one for one in sys.modules if one.split(".")[0] in _REPLACED]
    return {one: sys.modules.pop(one) for one in names}

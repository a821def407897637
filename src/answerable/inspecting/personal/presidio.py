"""Presidio beside our own rules: its recognisers, with a model from a folder of this machine, and never a network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from answerable.domain.personal.kinds import Finder, PersonalFinding
from answerable.inspecting.personal.no_network import NetworkRefused, no_network
from answerable.inspecting.personal.presidio_kinds import surely

_LANGUAGE = "en"
_UK = (
    "UkDrivingLicenceRecognizer",
    "UkNinoRecognizer",
    "UkPassportRecognizer",
    "UkPostcodeRecognizer",
    "UkVehicleRegistrationRecognizer",
)
"""Recognisers that Presidio has and does not use unless it is told to."""

_SLICE = 20_000
"""Letters that Presidio is given at once: what a model takes of memory grows with them."""

_NOT_LOADED = (OSError, ValueError, LookupError, TypeError, AttributeError, ImportError)


class PresidioNotReady(Exception):
    """Presidio cannot be used here: the sentence says what is missing, and what to do."""


class _Result(Protocol):
    entity_type: str
    start: int
    end: int
    score: float


class Analyzer(Protocol):
    """What is asked of Presidio's analyzer."""

    def analyze(self, text: str, *, language: str) -> Sequence[_Result]:
        """Return what it finds in a text."""


@dataclass(frozen=True, slots=True)
class Presidio:
    """Presidio, loaded."""

    analyzer: Analyzer

    def findings(self, text: str) -> tuple[PersonalFinding, ...]:
        """Return what Presidio finds in a text, in our kinds and certainties; they may overlap.

        :raises PresidioNotReady: if something of it tried to reach a network.
        """
        try:
            with no_network():
                return tuple(self._findings(text))
        except NetworkRefused as refusal:
            message = (
                f"Presidio was stopped: {refusal}. Use the version in requirements/presidio.txt"
            )
            raise PresidioNotReady(message) from refusal

    def _findings(self, text: str) -> Iterator[PersonalFinding]:
        for start, some in _slices(text):
            for one in self.analyzer.analyze(some, language=_LANGUAGE):
                said = surely(one.entity_type, one.score)
                if said:
                    yield PersonalFinding(
                        said.kind,
                        start + one.start,
                        start + one.end,
                        said.certainty,
                        f"Presidio takes it for {one.entity_type} with a score of {one.score:.2f}",
                        found_by=Finder.PRESIDIO,
                    )


def presidio_from(folder: Path | None) -> Presidio:
    """Return Presidio with the spaCy model in a folder.

    :raises PresidioNotReady: if its package or the folder is missing, or the folder holds no such model.
    """
    if folder is None or not (folder / "config.cfg").is_file():
        message = (
            "Presidio has no model: name a folder of this machine that holds a spaCy model (with a config.cfg) by "
            "--model or ANSWERABLE_PERSONAL_MODEL; nothing is fetched"
        )
        raise PresidioNotReady(message)
    try:
        with no_network():
            loaded = Presidio(_analyzer(folder))
            # What it would import only when it is first used is there from now on.
            loaded.findings("Ann Sallow, ann.sallow@example.org, 01632 960111")
    except ModuleNotFoundError as problem:
        message = (
            f"Presidio is not installed ({problem.name} is missing): "
            "pip install --require-hashes -r requirements/presidio.txt"
        )
        raise PresidioNotReady(message) from problem
    except (*_NOT_LOADED, NetworkRefused) as problem:
        message = (
            f"The model in {folder.name} cannot be loaded ({type(problem).__name__}): name a folder with a spaCy "
            "model of the version that is installed"
        )
        raise PresidioNotReady(message) from problem
    return loaded


def _analyzer(folder: Path) -> Analyzer:
    """Return Presidio's analyzer; its modules are imported here alone, for most sites do not have them."""
    spacy, presidio = import_module("spacy"), import_module("presidio_analyzer")
    _keep_suffixes_offline(import_module("tldextract.tldextract"))
    engine = import_module("presidio_analyzer.nlp_engine").SpacyNlpEngine(
        models=[{"lang_code": _LANGUAGE, "model_name": str(folder)}]
    )
    # Its own loading would download a model that it does not find.
    engine.nlp = {_LANGUAGE: spacy.load(folder)}
    registry = presidio.RecognizerRegistry(supported_languages=[_LANGUAGE])
    registry.load_predefined_recognizers(languages=[_LANGUAGE], nlp_engine=engine)
    there = {type(one).__name__ for one in registry.recognizers}
    known = import_module("presidio_analyzer.predefined_recognizers")
    for name in _UK:
        if name not in there:
            registry.add_recognizer(getattr(known, name)())
    made: Analyzer = presidio.AnalyzerEngine(
        registry=registry, nlp_engine=engine, supported_languages=[_LANGUAGE]
    )
    return made


def _keep_suffixes_offline(tldextract: Any) -> None:
    """Let addresses be judged by the list of suffixes in the package: else it is fetched, and kept on the disk."""
    tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def _slices(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in slices that end where a line or a word does, each with where it begins."""
    start = 0
    while start < len(text):
        end = start + _SLICE
        if end < len(text):
            at = max(text.rfind("\n", start, end), text.rfind(" ", start + _SLICE // 2, end))
            end = at + 1 if at > start else end
        yield start, text[start:end]
        start = end

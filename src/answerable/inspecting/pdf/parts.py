"""The list of what a PDF's objects may hold (parts.toml), and which names are known."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from answerable.inspecting.formats.words import has_number_of_somebody

_RUN = re.compile(r"[A-Za-z]{4,}")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_MOST_LETTERS = 3
_ACCENTED = re.compile(
    r"[A-Za-z]{1,2}(?:acute|grave|circumflex|dieresis|tilde|ring|caron|cedilla|ogonek|macron|breve|slash|dotaccent"
    r"|hungarumlaut|commaaccent|dotless|small|croat|horn|hook|dotbelow|superior|inferior|oldstyle|bar)"
)
_SUBSET = re.compile(r"[A-Z]{6}\+")
_PIECES = "big Big bigg Bigg display text wide wider widest tp mid bt ex".split()
"""What TeX adds to the name of a sign for its larger forms, and for the pieces of which it builds them."""

_TEX = re.compile(r"(?:CM|SF|LM|MS|EU|cm|sf|lm|pcr|phv|ptm|pzd|psy)[A-Za-z]{1,6}\d*")


@cache
def roles() -> Mapping[str, Mapping[str, str]]:
    """Return what each key of each role holds."""
    read = _read()
    common = read["stream"]
    return {name: {**common, **keys} for name, keys in read.items() if name != "known"}


@cache
def known_types() -> frozenset[str]:
    """Return the names that stand as values where nothing is named."""
    known = _read()["known"]
    return frozenset(f"{known['types']} {known['roles']}".split())


def is_known(name: str) -> bool:
    """Return whether a name is one of PDF's own, or one that a program counts: Im12, C0_0, TT1."""
    if has_number_of_somebody(name):
        return False
    return name in known_types() or all(map(_is_of_programs, _RUN.findall(name)))


def is_known_role(name: str) -> bool:
    """Return whether a name is what a part of a document is called by some program."""
    if has_number_of_somebody(name):
        return False
    return name in known_types() or all(_is_word(one, _role_words()) for one in _RUN.findall(name))


def is_known_glyph(name: str) -> bool:
    """Return whether a name is that of a sign in some list, or one that a program counts."""
    stem = name.partition(".")[0]
    if has_number_of_somebody(name):
        return False
    return bool(
        stem in _glyphs()
        or _ACCENTED.fullmatch(stem)
        or all(one in _glyphs() for one in _RUN.findall(stem))
        or _is_listed(stem)
    )


def _is_listed(name: str) -> bool:
    """Return whether a sign is in Adobe's list or in TeX's, or is a larger form or a piece of one that is."""
    from pdfminer.glyphlist import glyphname2unicode  # noqa: PLC0415 most fonts need no more than the names above

    def is_there(one: str) -> bool:
        return one in glyphname2unicode or one in _of_tex() or one in _glyphs()

    return is_there(name) or any(
        is_there(name[: -len(piece)]) for piece in _PIECES if name.endswith(piece)
    )


def is_known_font(name: str) -> bool:
    """Return whether a font has the name of a family that many have, and of its styles."""
    plain = _SUBSET.sub("", name)
    if _TEX.fullmatch(plain):
        return True
    if has_number_of_somebody(plain):
        return False
    words = [one.lower() for one in _WORD.findall(plain) if len(one) > _MOST_LETTERS]
    return all(one in _families() or one in _styles() for one in words)


def _is_of_programs(run: str) -> bool:
    return _is_word(run, _words())


def _is_word(run: str, words: frozenset[str]) -> bool:
    return run.lower() in words or all(
        len(one) <= _MOST_LETTERS or one.lower() in words for one in _WORD.findall(run)
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(_read()["known"]["words"].split())


@cache
def _role_words() -> frozenset[str]:
    return _words() | frozenset(one.lower() for one in _read()["known"]["roles"].split())


@cache
def _families() -> frozenset[str]:
    return frozenset(_read()["known"]["families"].split())


@cache
def _styles() -> frozenset[str]:
    return frozenset(_read()["known"]["styles"].split())


@cache
def _glyphs() -> frozenset[str]:
    return frozenset(_read()["known"]["glyphs"].split())


@cache
def _of_tex() -> frozenset[str]:
    return frozenset(_read()["known"]["tex"].split())


@cache
def _read() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("answerable.inspecting.pdf").joinpath("parts.toml").read_text("utf-8")
    return tomllib.loads(text)

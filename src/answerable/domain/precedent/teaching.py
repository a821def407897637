"""What is wrong with words that an office teaches, and what is to be minded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from answerable.domain.precedent.thesaurus import AS_PRINTED, Stem, data_of, key_of
from answerable.domain.precedent.wording import usual_wording, without_formulae
from answerable.domain.precedent.words import placed_words, plain, words_of

LONGEST_PHRASE = 80
"""Characters: what is longer is a sentence, which nobody repeats word for word."""
MOST_WORDS = 8
MOST_PHRASES = 60
_LEAST_PHRASES = 2
_SHOWN = 3

_Meanings = Sequence[tuple[str, frozenset[tuple[str, ...]]]]
"""Phrases, each with how it and whatever means the same already are looked up; what means the same, once."""


class WordsRefused(Exception):
    """Words cannot be taught so; the message says what to do."""


def checked_group(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases of a group as they are kept: in lower case, each once.

    :raises WordsRefused: if there are too few or too many, or one can stand in no group.
    """
    kept = tuple(dict.fromkeys(_checked(one) for one in phrases if one.strip()))
    if len(kept) < _LEAST_PHRASES:
        message = "A group says which phrases mean one thing: give at least two, each on its line"
        raise WordsRefused(message)
    if len(kept) > MOST_PHRASES:
        message = f"A group has at most {MOST_PHRASES} phrases: this one has {len(kept)}"
        raise WordsRefused(message)
    return kept


def checked_name(name: str) -> str:
    """Return what people call the office as it is kept, without a “the” before it.

    :raises WordsRefused: if nothing is left to be passed over, or it is too long.
    """
    kept = _kept(name).lower().removeprefix("the ")
    if _is_passed_over(kept):
        message = f"“{kept}” is passed over already: nothing has to be added"
        raise WordsRefused(message)
    return kept


def warnings_about(
    group: Sequence[str], held: Mapping[str, Sequence[str]], stem: Stem
) -> tuple[str, ...]:
    """Return what to mind before a group is saved; `held` are the groups that have some of its phrases already."""
    meant = {
        frozenset(key_of(one, stem) for one in held.get(phrase, [phrase])): phrase
        for phrase in reversed(group)
    }
    meanings = [(phrase, keys) for keys, phrase in reversed(meant.items())]
    return (
        *_of_several_senses(group),
        *_of_other_groups(held),
        *_of_kinds(meanings, stem),
        *_of_opposites(meanings, stem),
        *_of_points(group),
    )


def _checked(phrase: str) -> str:
    kept = _kept(phrase)
    if kept.startswith(AS_PRINTED):
        if len(words_of(kept)) != 1:
            message = f"“{kept}”: = stands before one word alone, that counts as it is printed"
            raise WordsRefused(message)
        return kept
    if _is_passed_over(kept):
        message = (
            f"“{kept}” is a formula, or small words: it is taken out before questions are compared"
        )
        raise WordsRefused(message)
    return kept.lower()


def _kept(phrase: str) -> str:
    kept = " ".join("".join(one if one.isprintable() else " " for one in phrase).split())
    words = words_of(plain(kept))
    if len(kept) > LONGEST_PHRASE or len(words) > MOST_WORDS:
        message = (
            f"“{kept[:LONGEST_PHRASE]}” is too long: a phrase has at most {MOST_WORDS} words and "
            f"{LONGEST_PHRASE} characters"
        )
        raise WordsRefused(message)
    if not words:
        message = f"“{kept}” has no word in it: write one, or leave the line out"
        raise WordsRefused(message)
    return kept


def _is_passed_over(phrase: str) -> bool:
    # A small word that has other senses besides ("case") may be meant: that is warned of.
    passed = usual_wording().small - _several_senses()
    words = placed_words(plain(phrase))
    left = without_formulae(words, [1] * len(words))
    return all(one.lower in passed for one in left)


def _several_senses() -> frozenset[str]:
    return frozenset(data_of("senses.toml")["words"].split())


def _of_several_senses(group: Sequence[str]) -> Iterator[str]:
    known = _several_senses()
    for one in group:
        if one in known or one.removesuffix("s") in known:
            yield (
                f"“{one}” alone has several senses, and would mean this one wherever it stands: "
                "put it into a phrase"
            )


def _of_other_groups(held: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for phrase, group in held.items():
        yield (
            f"“{phrase}” stands in another group already ({_some(group)}): "
            "saved, the two become one, and all of their phrases mean one thing"
        )


def _of_kinds(meanings: _Meanings, stem: Stem) -> Iterator[str]:
    for named in data_of("kinds.toml").values():
        for name, things in named.items():
            found = _meaning_some(meanings, things, stem)
            if len(found) > 1:
                yield (
                    f"{_listed(found)} are told apart ({name}): saved, a question about the one "
                    "is answered by what was said of the other"
                )
            elif found and found[0] in things:
                others = [one for one in things if one != found[0]]
                yield (
                    f"“{found[0]}” is told apart from others of its kind ({name}: {_some(others)}): "
                    "saved, all of this group are"
                )


def _of_opposites(meanings: _Meanings, stem: Stem) -> Iterator[str]:
    opposites: dict[str, list[str]] = {}
    for pair in data_of("opposites.toml")["pairs"]:
        sides = [_meaning_some(meanings, side, stem) for side in pair]
        if all(sides):
            yield f"“{sides[0][0]}” and “{sides[1][0]}” are opposites: saved, they mean the same"
            continue
        for found, other in zip(sides, reversed(pair), strict=True):
            for one in found[:1]:
                opposites.setdefault(one, []).append(other[0].removeprefix(AS_PRINTED))
    for one, others in opposites.items():
        yield (f"“{one}” is the opposite of others ({_some(others)}): saved, all of this group are")


def _meaning_some(meanings: _Meanings, things: Iterable[str], stem: Stem) -> list[str]:
    """Return the phrases that mean one of some things."""
    spelt_things = {key_of(one, stem) for one in things}
    return [phrase for phrase, keys in meanings if keys & spelt_things]


def _of_points(group: Sequence[str]) -> Iterator[str]:
    wording = usual_wording()
    for one in group:
        words = words_of(one)
        found = wording.points.at(words, 0) if words else None
        if found and found[1] == len(words) and found[0] in wording.said:
            yield (
                f"“{one}” says what is asked ({wording.said[found[0]]}), and not of what: "
                "in a group it hardly has an effect"
            )


def _some(phrases: Sequence[str]) -> str:
    more = ", …" if len(phrases) > _SHOWN else ""
    return ", ".join(phrases[:_SHOWN]) + more


def _listed(phrases: Sequence[str]) -> str:
    quoted = [f"“{one}”" for one in phrases]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"
